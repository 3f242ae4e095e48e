//! A deadline counted from the visit before, where there was none.

use crate::rule::prelude::*;
use madoguchi_schema::model::{DeadlineStart, Said, Step};

pub(crate) static RULE: Rule = Rule {
    code: "Q029",
    name: "deadline-at-first-visit",
    level: Level::Error,
    ja: Text {
        message: "これより前の来庁がないので、「前回の来庁」から数えられません。",
        help: "期限を2回目以降の来庁に移すか、from を直してください(application、dispatch など)。",
        cases: &[],
        about: "`previous-visit` は、同じ流れの前の `visit` の日です。期限を書く来庁をまちがえると、図の期限もずれます。",
    },
    en: Text {
        message: "There is no visit before this one from which a deadline could be counted.",
        help: "Move the deadline to a later visit, or correct `from` (`application`, `dispatch`).",
        cases: &[],
        about: "`previous-visit` is the day of the `visit` before in the same steps. On the wrong visit the deadline is shown in the wrong place.",
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
              within: { time: { days: 30 }, from: previous-visit }
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
              within: { time: { days: 30 }, from: previous-visit }
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
        for (i, step) in course.steps.iter().enumerate() {
            let (deadline, key) = match step {
                Step::Visit(visit) => (&visit.within, "within"),
                Step::Letter(letter) => (&letter.reply_within, "reply_within"),
                _ => continue,
            };
            let from = deadline.as_ref().and_then(Said::value).and_then(|deadline| deadline.from);
            let has_visit = course.steps[..i].iter().any(|step| matches!(step, Step::Visit(_)));
            if from == Some(DeadlineStart::PreviousVisit) && !has_visit {
                let route = course.route.index(i).key(step.name()).key(key).key("from");
                found.push(subject.finding(&RULE, subject.span(&route)));
            }
        }
    }
}
