use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "F015",
    name: "too-deep",
    level: Level::Error,
    ja: Text {
        message: "段が { $most } より深くなっています。",
        help: "余分な括弧「[」「{ \"{\" }」や、行の頭の余分な「-」がないか見てください。",
        cases: &[],
        about: "どの自治体の規則も、深さは20段に届きません。これより深いのは書きまちがいか、読むプログラムを止めようとするファイルです。",
    },
    en: Text {
        message: "Lists and keys are nested deeper than { $most } levels.",
        help: "Look for brackets, or hyphens at the beginning of a line, that do not belong here.",
        cases: &[],
        about: "No municipality's rules are twenty levels deep. What is deeper is a slip, or made to stop the program that reads it.",
    },
    wrong: Example::Blocks(
        "terms:
  pin:
    [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
    [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[暗証番号]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
    ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
",
    ),
    right: Example::Blocks(
        "terms:
  pin: 暗証番号
",
    ),
    check: None,
};
