use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V001",
    name: "empty-text",
    level: Level::Error,
    ja: Text {
        message: "文字がありません。",
        help: "文字を書くか、キーごと省いてください。",
        cases: &[("instead", "こう書きます: { $instead }")],
        about: "値のないキーは、ページに書いてあるのかどうかがわかりません。ページに書いていないことは、キーごと省きます。",
    },
    en: Text {
        message: "There is no text.",
        help: "Write the text, or leave the key out.",
        cases: &[("instead", "Write it: { $instead }")],
        about: "An empty text says neither what the page says nor that it is silent. What the page does not say is left out with its key.",
    },
    wrong: Example::Blocks(
        r#"contact:
  section: お問い合わせ
  unit: { ja: 市民課, kana: しみんか, en: Citizens' Division }
  telephone: 000-000-0000
  address: ""
"#,
    ),
    right: Example::Blocks(
        "contact:
  section: お問い合わせ
  unit: { ja: 市民課, kana: しみんか, en: Citizens' Division }
  telephone: 000-000-0000
  address: 見本県見本市見本町1番1号
",
    ),
    check: None,
};
