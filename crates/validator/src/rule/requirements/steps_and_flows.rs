use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "Q001",
    name: "steps-and-flows",
    level: Level::Error,
    ja: Text {
        message: "steps と flows は同時に書けません。",
        help: "流れが1つなら steps だけ、条件によって流れが変わるなら flows だけを書きます。",
        cases: &[],
        about: "steps はだれにも同じ流れ、flows は条件ごとの流れです。両方あると、どちらに従えばよいかわかりません。",
    },
    en: Text {
        message: "`steps` and `flows` cannot both be here.",
        help: "Write `steps` where all go the same way, and `flows` where the way depends on a condition.",
        cases: &[],
        about: "`steps` are the same for everybody, `flows` depend on a condition. With both, nobody knows which to follow.",
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
                - { identity: A+A | A+B, of: principal }
        flows:
          - with: A
            steps:
              - visit:
                  bring:
                    - { identity: A, of: principal }
          - otherwise: true
            steps:
              - visit:
                  bring:
                    - { identity: B+B, of: principal }
",
    ),
    right: Example::Blocks(
        "procedures:
  pin-reset:
    at: [city-hall]
    not_at: [branches]
    applicants:
      principal:
        flows:
          - with: A
            steps:
              - visit:
                  bring:
                    - { identity: A, of: principal }
          - otherwise: true
            steps:
              - visit:
                  bring:
                    - { identity: B+B, of: principal }
",
    ),
    check: None,
};
