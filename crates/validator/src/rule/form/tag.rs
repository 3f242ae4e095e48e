use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "F011",
    name: "tag",
    level: Level::Error,
    ja: Text {
        message: "タグ(!名前)は使えません。",
        help: "消してください。文字として書きたい値は、引用符で囲みます。! で始まる文字も同じです。",
        cases: &[],
        about: "タグは、値の種類を読む側に指図する YAML のしくみです。種類はキーごとに決まっているので、いりません。",
    },
    en: Text {
        message: "Tags (!name) are not used here.",
        help: "Take it out. What is meant as a text goes into quotation marks; so does a text that begins with !.",
        cases: &[],
        about: "A tag tells the reader of which type a value is. Here the key decides that.",
    },
    wrong: Example::Blocks(
        "contact:
  section: お問い合わせ
  telephone: !!str 000-000-0000
",
    ),
    right: Example::Blocks(
        r#"contact:
  section: お問い合わせ
  telephone: "000-000-0000"
"#,
    ),
    check: None,
};
