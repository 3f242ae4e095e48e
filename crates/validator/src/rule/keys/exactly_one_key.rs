use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "K003",
    name: "exactly-one-key",
    level: Level::Error,
    ja: Text {
        message: "次のうち、ちょうど1つのキーが必要です: { $keys }",
        help: "どれもなければ1つを書き足し、2つ以上あれば1つだけ残してください。",
        cases: &[],
        about: "どれか1つを選ぶところです。持ち物なら、書類(document)か、本人確認書類(identity)か、選べる組(any_of)です。どれもないと何のことかわからず、2つあると両方なのかどちらかなのかわかりません。",
    },
    en: Text {
        message: "Exactly one of these keys must be here: { $keys }",
        help: "Add one where there is none; where there are several, keep one.",
        cases: &[],
        about: "One of several is to be chosen here: a thing to bring is a `document`, an `identity` document, or a choice (`any_of`). With none it is nothing; with two nobody knows whether both are meant.",
    },
    wrong: Example::Blocks(
        "procedures:
  pin-reset:
    at: [city-hall]
    not_at: [branches]
    applicants:
      principal:
        steps:
          - visit:
              bring:
                - { document: my-number-card, identity: A+A | A+B, of: principal }
",
    ),
    right: Example::Blocks(
        "procedures:
  pin-reset:
    at: [city-hall]
    not_at: [branches]
    applicants:
      principal:
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A+A | A+B, of: principal }
",
    ),
    check: None,
};
