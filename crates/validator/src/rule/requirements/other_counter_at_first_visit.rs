//! Whether the counter may differ from the one before, said of a first visit.

use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "Q030",
    name: "other-counter-at-first-visit",
    level: Level::Error,
    ja: Text {
        message: "これより前の来庁がないので、「前回と違う窓口」はありません。",
        help: "2回目以降の来庁に移してください。この来庁だけの窓口は at に書きます。",
        cases: &[],
        about: "`counter_may_differ` は、前の来庁と別の窓口でもよいかどうかです。",
    },
    en: Text {
        message: "There is no visit before this one from which the counter could differ.",
        help: "Move it to a later visit. The counters of this visit alone stand under `at`.",
        cases: &[],
        about: "`counter_may_differ` says whether a later visit may be to another counter than the visit before.",
    },
    wrong: Example::Blocks(
        r#"procedures:
  pin-reset:
    section: 暗証番号の再設定
    reasons: [forgotten, locked]
    at: [city-hall]
    not_at: [branches]
    applicants:
      agent:
        section: 代理人が来るとき
        steps:
          - visit:
              section: 1回目
              counter_may_differ: true
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A, of: agent }
                - power-of-attorney
              same_day: false
          - letter: { document: inquiry-reply, by: municipality, to: principal }
          - fill-in: { form: inquiry-reply, by: principal }
          - visit:
              section: 2回目
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A+A | A+B, of: agent }
                - inquiry-reply
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
      agent:
        section: 代理人が来るとき
        steps:
          - visit:
              section: 1回目
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A, of: agent }
                - power-of-attorney
              same_day: false
          - letter: { document: inquiry-reply, by: municipality, to: principal }
          - fill-in: { form: inquiry-reply, by: principal }
          - visit:
              section: 2回目
              counter_may_differ: true
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A+A | A+B, of: agent }
                - inquiry-reply
"#,
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for course in subject.courses() {
        let visits = course.visits();
        if let Some((_, route)) = visits.first().filter(|(visit, _)| visit.counter_may_differ.is_some()) {
            found.push(subject.finding(&RULE, subject.key_span(&route.key("counter_may_differ"))));
        }
    }
}
