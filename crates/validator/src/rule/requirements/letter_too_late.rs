//! A letter that is filled in or brought before it arrives.

use crate::rule::prelude::*;
use std::collections::BTreeSet;

use madoguchi_schema::model::{DocumentKind, Item, Step};
use madoguchi_schema::scalar::DocumentId;

use super::papers;

pub(crate) static RULE: Rule = Rule {
    code: "Q023",
    name: "letter-too-late",
    level: Level::Warning,
    ja: Text {
        message: "「{ $document }」は、ここより後の letter で届きます。",
        help: "段階の順を直してください。ページから印刷できる様式なら、forms に downloadable: true を書きます。",
        cases: &[],
        about: "届いていない照会書には、書くことも、持って行くこともできません。段階は、実際に起こる順に書きます。",
    },
    en: Text {
        message: "`{ $document }` only arrives with a `letter` further down.",
        help: "Put the steps in order. If the page offers the form for printing, `downloadable: true` under `forms` says so.",
        cases: &[],
        about: "Nobody can fill in or bring a letter that has not arrived. Steps stand in the order in which they happen.",
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
              same_day: false
          - fill-in: { form: inquiry-reply, by: principal }
          - letter: { document: inquiry-reply, by: municipality, to: principal }
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
    let Some(city) = subject.municipality() else {
        return;
    };
    for course in subject.courses() {
        if !course.steps.iter().any(|step| matches!(step, Step::Letter(_))) {
            continue;
        }
        let mut told: BTreeSet<&DocumentId> = BTreeSet::new();
        for (i, step) in course.steps.iter().enumerate() {
            let (before, after) = (&course.steps[..i], &course.steps[i + 1..]);
            let is_letter = |id: &DocumentId| papers::kind(subject, id) == Some(DocumentKind::Letter);
            let has_come = |id: &DocumentId| before.iter().any(|step| papers::received(step).contains(&id));
            let comes = |id: &DocumentId| {
                after.iter().any(|step| matches!(step, Step::Letter(letter) if letter.document == *id))
            };
            for (id, route) in used(step, &course.route.index(i)) {
                if is_letter(id) && !has_come(id) && comes(id) && !papers::is_offered(city, id) && told.insert(id) {
                    let finding = subject.finding(&RULE, subject.span(&route));
                    found.push(finding.text("document", id.as_str()));
                }
            }
        }
    }
}

/// What a step fills in or asks for, with its place.
fn used<'d>(step: &'d Step, route: &Route) -> Vec<(&'d DocumentId, Route)> {
    if let Step::FillIn(fill_in) = step {
        return vec![(&fill_in.form, route.key("fill-in").key("form"))];
    }
    let brought = papers::brought(step, route).into_iter().filter(|(item, _)| item.inside.is_none());
    let documents = |(item, route): (&'d Item, Route)| {
        papers::documents(item).into_iter().map(|id| (id, route.key("document"))).collect::<Vec<_>>()
    };
    brought.flat_map(documents).collect()
}
