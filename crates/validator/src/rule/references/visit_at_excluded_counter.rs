//! A visit to a counter at which the procedure is not done.

use crate::rule::prelude::*;
use madoguchi_schema::scalar::CounterId;

pub(crate) static RULE: Rule = Rule {
    code: "R009",
    name: "visit-at-excluded-counter",
    level: Level::Error,
    ja: Text {
        message: "窓口「{ $counter }」では、この手続きはできないことになっています(not_at)。",
        help: "visit の at か、手続きの not_at を直してください。",
        cases: &[],
        about: "`not_at` は、だれが来てもその手続きができない窓口です。",
    },
    en: Text {
        message: "By `not_at` this procedure is not done at the counter `{ $counter }`.",
        help: "Correct `at` of the visit, or `not_at` of the procedure.",
        cases: &[],
        about: "`not_at` names the counters at which nobody can do the procedure.",
    },
    wrong: Example::Blocks(
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
              at: [branches]
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
              at: [city-hall]
              bring:
                - { document: my-number-card, of: principal, original: true }
                - { identity: A | B, of: principal, excluding: [my-number-card] }
"#,
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for course in subject.courses() {
        // A counter under both `at` and `not_at` is R008's.
        let is_excluded = |counter: &CounterId| {
            course.rule.not_at.contains(counter) && !course.rule.at.iter().any(|at| at.value() == Some(counter))
        };
        for (visit, route) in course.visits() {
            for (i, counter) in visit.at.iter().enumerate() {
                if let Some(counter) = counter.value().filter(|counter| is_excluded(counter)) {
                    let finding = subject.finding(&RULE, subject.span(&route.key("at").index(i)));
                    found.push(finding.text("counter", counter.as_str()));
                }
            }
        }
    }
}
