//! A visit by which the procedure is said to end, with steps after it.

use crate::rule::prelude::*;
use madoguchi_schema::model::{Said, Step};

pub(crate) static RULE: Rule = Rule {
    code: "Q024",
    name: "same-day-and-more",
    level: Level::Error,
    ja: Text {
        message: "この来庁の日に手続きが終わるとありますが、後にまだ段階({ $next })があります。",
        help: "終わらないなら same_day: false にします。すぐ終わる人とそうでない人がいるなら、flows に分けます。",
        cases: &[],
        about: "`same_day: true` は、その日に手続きが終わるとページが書いているときのものです。比較の表の「即日」になります。",
    },
    en: Text {
        message: "The procedure is said to end on the day of this visit, and a step (`{ $next }`) follows.",
        help: "If it does not end, write `same_day: false`. If it ends for some only, write `flows`.",
        cases: &[],
        about: "`same_day: true` stands where the page says that the procedure ends on that day; the comparison shows it as such.",
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
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A, of: agent }
                - power-of-attorney
              same_day: true
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
        let following = course.steps.iter().skip(1);
        for (i, (step, next)) in course.steps.iter().zip(following).enumerate() {
            let Step::Visit(visit) = step else { continue };
            if visit.same_day == Some(Said::Value(true)) {
                let route = course.route.index(i).key("visit").key("same_day");
                found.push(subject.finding(&RULE, subject.span(&route)).text("next", next.name()));
            }
        }
    }
}
