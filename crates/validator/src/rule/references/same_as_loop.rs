use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "R005",
    name: "same-as-loop",
    level: Level::Error,
    ja: Text {
        message: "ここに書かれた手続きの内容が、このファイルにありません。",
        help: "same_as には、持ち物や流れをこのファイルに書いた手続きを書きます。",
        cases: &[],
        about: "same_as は「持ち物も流れも、その手続きと同じ」という意味です。相手がこのファイルにないか、相手もまた same_as だと、同じと言っているだけで中身がありません。",
    },
    en: Text {
        message: "The procedure named here has no rules of its own in this file.",
        help: "`same_as` names a procedure whose steps are written in this file.",
        cases: &[],
        about: "`same_as` means: the same things to bring, the same steps. If the other procedure is not in this file, or is itself the same as another, nothing is said.",
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
  pin-change:
    at: [city-hall, branches]
    same_as: certificate-renewal
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
                - { identity: A+A | A+B, of: principal }
  pin-change:
    at: [city-hall, branches]
    same_as: pin-reset
",
    ),
    check: None,
};
