use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V073",
    name: "length-shape",
    level: Level::Error,
    ja: Text {
        message: "「{ $text }」は暗証番号の桁数の書き方と違います。",
        help: "\"4\" または \"6-16\" のように、引用符で囲んで書きます。",
        cases: &[("full-width", "全角の文字か引用符があります。半角で \"{ $instead }\" と書いてください。")],
        about: "桁数は数として比べます。署名用電子証明書の暗証番号を「16桁未満」と書くページもあり、こうした違いは数にしないと見つかりません。",
    },
    en: Text {
        message: "`{ $text }` is no length of a PIN.",
        help: "Write \"4\" or \"6-16\", in quotation marks.",
        cases: &[(
            "full-width",
            "It has full-width characters or quotation marks. In half width it is \"{ $instead }\".",
        )],
        about: "Lengths are compared as numbers. Some pages print \"fewer than 16\" for the PIN of the signature certificate, which shows only once lengths are numbers.",
    },
    wrong: Example::Blocks(
        "pins:
  section: 暗証番号とは
  signature: { length: 6文字から16文字, characters: [upper-case, digits], lock_after: 5 }
",
    ),
    right: Example::Blocks(
        r#"pins:
  section: 暗証番号とは
  signature: { length: "6-16", characters: [upper-case, digits], lock_after: 5 }
"#,
    ),
    check: None,
};
