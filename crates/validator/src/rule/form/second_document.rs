use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "F008",
    name: "second-document",
    level: Level::Error,
    ja: Text {
        message: "ここから2つめの文書が始まっています。",
        help: "--- の行を消してください。2つの自治体なら、ファイルを分けてください。",
        cases: &[],
        about: "YAML では --- の行で1つのファイルに文書をいくつも書けますが、ここでは1つのファイルが1つの文書です。2つめを読みとばすと、そこに書いたことが黙って失われます。",
    },
    en: Text {
        message: "A second document begins here.",
        help: "Take out the line `---`. Two municipalities go into two files.",
        cases: &[],
        about: "In YAML, a line `---` begins another document. Here a file is one document: passing over the second would lose what it says without a word.",
    },
    wrong: Example::Blocks(
        "contact:
  section: お問い合わせ
  telephone: 000-000-0000
---
",
    ),
    right: Example::Blocks(
        "contact:
  section: お問い合わせ
  telephone: 000-000-0000
",
    ),
    check: None,
};
