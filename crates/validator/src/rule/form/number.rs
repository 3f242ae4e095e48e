use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "F017",
    name: "number",
    level: Level::Error,
    ja: Text {
        message: "この数は大きすぎるか、数として使えません。",
        help: "電話番号や日付のような文字なら、引用符で囲んでください。",
        cases: &[],
        about: "引用符のない数字の並びは数として読まれます。けたが多すぎると末尾のけたが失われるので、読まずに知らせます。",
    },
    en: Text {
        message: "This number is too large, or is none.",
        help: "Put it in quotation marks if it is a text, as a telephone number or a date is.",
        cases: &[],
        about: "Digits without quotation marks are read as a number. One with too many digits would lose the last of them, so it is refused.",
    },
    wrong: Example::Blocks(
        "slips:
  - printed: 202604010000000000000
    why: { ja: 更新日の数字が多すぎる。, en: The date of the page has too many digits. }
",
    ),
    right: Example::Blocks(
        r#"slips:
  - printed: "202604010000000000000"
    why: { ja: 更新日の数字が多すぎる。, en: The date of the page has too many digits. }
"#,
    ),
    check: None,
};
