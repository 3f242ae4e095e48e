use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "K008",
    name: "untyped",
    level: Level::Error,
    ja: Text {
        message: "データは、この値を持てません。",
        help: "整数は 2.0 ではなく 2 のように書き、大きすぎる数でないか見てください。",
        cases: &[],
        about: "スキーマ(エディターが使う決まり)は通るのに、データとしては持てない値です。ほとんどは、小数点の付いた整数か、けたの多すぎる数です。",
    },
    en: Text {
        message: "The dataset cannot hold this value.",
        help: "Write a whole number as 2, not 2.0, and look whether it is too large.",
        cases: &[],
        about: "The schema that editors use lets this value pass, but the dataset cannot hold it: mostly a whole number with a decimal point, or one with too many digits.",
    },
    wrong: Example::Blocks(
        "procedures:
  pin-reset:
    at: [city-hall]
    not_at: [branches]
    applicants:
      principal:
        visits_stated: 1.0
        steps:
          - visit:
              bring:
                - { identity: A+A | A+B, of: principal }
",
    ),
    right: Example::Blocks(
        "procedures:
  pin-reset:
    at: [city-hall]
    not_at: [branches]
    applicants:
      principal:
        visits_stated: 1
        steps:
          - visit:
              bring:
                - { identity: A+A | A+B, of: principal }
",
    ),
    check: None,
};
