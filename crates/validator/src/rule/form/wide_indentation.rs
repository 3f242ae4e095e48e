use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "F005",
    name: "wide-indentation",
    level: Level::Error,
    ja: Text {
        message: "字下げに全角の空白があります。",
        help: "行の頭の空白を、半角に打ち直してください。1段につき2つです。",
        cases: &[],
        about: "字下げは、どのキーがどのキーの中にあるかを表します。全角の空白は字下げに見えますが、YAML では文字の一部になり、段が変わってしまいます。",
    },
    en: Text {
        message: "A full-width space stands where lines are indented.",
        help: "Type the space at the beginning of the line anew, half-width, two for each level.",
        cases: &[],
        about: "Indentation says which key belongs to which. A full-width space looks like it, but is a part of the text to YAML, and the line changes its level.",
    },
    wrong: Example::Blocks(
        "contact:
  section: お問い合わせ
\u{3000}telephone: 000-000-0000
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
