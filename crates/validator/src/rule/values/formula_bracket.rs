use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V054",
    name: "formula-bracket",
    level: Level::Error,
    ja: Text {
        message: "括弧の片方がありません。",
        help: "閉じるか、消してください。",
        cases: &[],
        about: "括弧は、どこまでが1つのまとまりかを決めます。片方しかないと、式の意味が決まりません。",
    },
    en: Text {
        message: "This bracket has no other half.",
        help: "Close it, or take it out.",
        cases: &[],
        about: "Brackets say what belongs together. With one of them missing, the formula has no certain meaning.",
    },
    wrong: Example::Blocks(
        "procedures:
  pin-reset:
    section: 暗証番号の再設定
    at: [city-hall, branches]
    applicants:
      principal:
        section: 本人が来るとき
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A+(A | B, of: principal }
",
    ),
    right: Example::Blocks(
        "procedures:
  pin-reset:
    section: 暗証番号の再設定
    at: [city-hall, branches]
    applicants:
      principal:
        section: 本人が来るとき
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A+(A | B), of: principal }
",
    ),
    check: None,
};
