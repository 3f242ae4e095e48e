//! A counter at which a procedure is done and not done.

use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "R008",
    name: "counter-at-and-not-at",
    level: Level::Error,
    ja: Text {
        message: "窓口「{ $counter }」が、at と not_at の両方にあります。",
        help: "どちらかから消してください。人によって違うなら、その人の visit の at に書きます。",
        cases: &[],
        about: "同じ手続きが、同じ窓口でできて、できないことはありません。",
    },
    en: Text {
        message: "The counter `{ $counter }` stands under both `at` and `not_at`.",
        help: "Take it out of one. If it depends on the applicant, write it under `at` of that applicant's `visit`.",
        cases: &[],
        about: "At one counter a procedure is either done or not done.",
    },
    wrong: Example::Blocks(
        r#"procedures:
  pin-reset:
    section: 暗証番号の再設定
    reasons: [forgotten, locked]
    at: [city-hall, branches]
    not_at: [branches]
    applicants:
      principal:
        section: 本人が来るとき
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal, original: true }
                - { identity: A | B, of: principal, excluding: [my-number-card] }
"#,
    ),
    right: Example::Blocks(
        r#"procedures:
  pin-reset:
    section: 暗証番号の再設定
    reasons: [forgotten, locked]
    at: [city-hall]
    not_at: [branches]
    applicants:
      principal:
        section: 本人が来るとき
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal, original: true }
                - { identity: A | B, of: principal, excluding: [my-number-card] }
"#,
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (_, procedure, route) in subject.procedures() {
        for (i, counter) in procedure.not_at.iter().enumerate() {
            if procedure.at.iter().any(|at| at.value() == Some(counter)) {
                let finding = subject.finding(&RULE, subject.span(&route.key("not_at").index(i)));
                found.push(finding.text("counter", counter.as_str()));
            }
        }
    }
}
