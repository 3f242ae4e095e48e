use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V012",
    name: "code-prefecture",
    level: Level::Error,
    ja: Text {
        message: "「{ $text }」の先頭2桁の都道府県はありません。",
        help: "先頭2桁は 01 から 47 です。",
        cases: &[],
        about: "先頭の2桁は都道府県の番号(JIS X 0401)で、01 から 47 です。90 から 99 は、このプロジェクトの架空の自治体に使います。",
    },
    en: Text {
        message: "`{ $text }` begins with the number of no prefecture.",
        help: "The first two digits are 01 to 47.",
        cases: &[],
        about: "The first two digits are the number of a prefecture (JIS X 0401), 01 to 47. The numbers 90 to 99 are kept for the fictional municipalities of this project.",
    },
    wrong: Example::Blocks(
        r#"municipality: "891007"
"#,
    ),
    right: Example::Blocks(
        r#"municipality: "991007"
"#,
    ),
    check: None,
};
