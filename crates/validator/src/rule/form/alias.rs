use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "F010",
    name: "alias",
    level: Level::Error,
    ja: Text {
        message: "エイリアス(*名前)は使えません。",
        help: "値をそのまま書いてください。* で始まる文字は、引用符で囲んでください。",
        cases: &[],
        about: "エイリアスは、別のところの値を名前で指す YAML のしくみです。どの行も、その行だけで読めるように、値をくり返して書きます。",
    },
    en: Text {
        message: "Aliases (*name) are not used here.",
        help: "Write the value out. A text that begins with * must be in quotation marks.",
        cases: &[],
        about: "An alias points at a value elsewhere. Here every line can be read by itself: the value is written again.",
    },
    wrong: Example::Blocks(
        "contact:
  section: お問い合わせ
  telephone: 000-000-0000
  fax: *main
",
    ),
    right: Example::Blocks(
        "contact:
  section: お問い合わせ
  telephone: 000-000-0000
  fax: 000-000-0000
",
    ),
    check: None,
};
