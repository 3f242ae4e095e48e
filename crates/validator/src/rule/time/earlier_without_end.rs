use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "T004",
    name: "earlier-without-end",
    level: Level::Error,
    ja: Text {
        message: "以前の決まりに、終わった日がありません。",
        help: "「valid_until: 2026-03-31」のように、最後の日を書いてください。終わった日がどのページにもないときは、出典を以前の版(replaced_by のある出典)にしてください。",
        cases: &[],
        about: "以前の決まりも、過去の日について調べられるように残します。終わった日がないと、今の決まりと重なってしまいます。",
    },
    en: Text {
        message: "An earlier rule does not say on which day it ended.",
        help: "Add its last day, as in `valid_until: 2026-03-31`. Where no page says it, let its source be the earlier version of the page, one with `replaced_by`.",
        cases: &[],
        about: "Rules that were superseded stay, so that a past day can be looked up. Without its last day, an earlier rule would hold beside today's.",
    },
    wrong: Example::Blocks(
        "procedures:
  pin-reset:
    valid_from: 2026-04-01
    at: [city-hall]
    not_at: [branches]
    applicants:
      principal:
        steps:
          - visit:
              bring:
                - { identity: A+A | A+B, of: principal }
    earlier:
      - section: 以前の取り扱い
        at: [city-hall]
        applicants:
          principal:
            steps:
              - visit:
                  bring:
                    - { identity: A, of: principal }
",
    ),
    right: Example::Blocks(
        "procedures:
  pin-reset:
    valid_from: 2026-04-01
    at: [city-hall]
    not_at: [branches]
    applicants:
      principal:
        steps:
          - visit:
              bring:
                - { identity: A+A | A+B, of: principal }
    earlier:
      - valid_until: 2026-03-31
        section: 以前の取り扱い
        at: [city-hall]
        applicants:
          principal:
            steps:
              - visit:
                  bring:
                    - { identity: A, of: principal }
",
    ),
    check: None,
};
