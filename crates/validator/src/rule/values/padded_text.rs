use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V002",
    name: "padded-text",
    level: Level::Error,
    ja: Text {
        message: "前か後ろに空白があります。",
        help: "空白を消してください。",
        cases: &[("instead", "空白を除くと: { $instead }")],
        about: "前後の空白は目に見えず、同じことばを別のことばにしてしまいます。比較も検索も、空白のない形でします。",
    },
    en: Text {
        message: "There are spaces before or after the text.",
        help: "Take the spaces out.",
        cases: &[("instead", "Without them: { $instead }")],
        about: "Spaces around a text cannot be seen, and make two texts of one. Texts are compared and searched without them.",
    },
    wrong: Example::Blocks(
        r#"terms:
  pin: 暗証番号
  reset: "再設定(初期化) "
  letter: 照会書
"#,
    ),
    right: Example::Blocks(
        r#"terms:
  pin: 暗証番号
  reset: "再設定(初期化)"
  letter: 照会書
"#,
    ),
    check: None,
};
