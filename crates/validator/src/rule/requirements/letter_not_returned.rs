//! A letter to the principal that asks for a reply, and no reply is brought to any visit after it.

use crate::rule::prelude::*;
use madoguchi_schema::fault::Reference;
use madoguchi_schema::model::{DocumentKind, Item, Person, Said, Step};
use madoguchi_schema::scalar::DocumentId;

use super::papers;

pub(crate) static RULE: Rule = Rule {
    code: "Q021",
    name: "letter-not-returned",
    level: Level::Warning,
    ja: Text {
        message: "本人に届く「{ $document }」を、後の来庁で持って行きません。",
        help: "後の来庁の bring に足してください。ほかの書類のなかにあるときは inside、何を持って行くかわからないときは unclear を書きます。",
        cases: &[],
        about: "照会書は、本人が書いて代理人が持って行くために送られます。持ち物の書き落としか、来庁の順のまちがいです。",
    },
    en: Text {
        message: "No visit after this letter to the principal asks for `{ $document }`.",
        help: "Add it to `bring` of a later visit; `inside` if it is part of another paper, `unclear` if the page does not say what to bring.",
        cases: &[],
        about: "An inquiry is sent to the principal so that the agent brings the reply. Either it is missing from the things to bring, or the steps are in the wrong order.",
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
          - letter: { document: inquiry-reply, by: municipality, to: principal }
          - fill-in: { form: inquiry-reply, by: principal }
          - visit:
              section: 2回目
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A+A | A+B, of: agent }
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
    if subject.has_unknown(Reference::Document) {
        return;
    }
    for course in subject.whole_courses() {
        // To whoever comes in person a letter may be mere information.
        if papers::person(subject, course) == Some(Person::Principal) {
            continue;
        }
        for (i, step) in course.steps.iter().enumerate() {
            let Step::Letter(letter) = step else { continue };
            let is_inquiry = papers::kind(subject, &letter.document) == Some(DocumentKind::Letter);
            let to_principal = matches!(letter.to, Some(Said::Value(Person::Principal)));
            // Where it is brought before it comes, Q023 says so.
            let is_early = papers::is_used(&course.steps[..i], &letter.document);
            if is_inquiry && to_principal && !is_early && is_left(subject, &course.steps[i + 1..]) {
                let route = course.route.index(i).key("letter").key("document");
                let finding = subject.finding(&RULE, subject.span(&route));
                found.push(finding.text("document", letter.document.as_str()));
            }
        }
    }
}

/// Whether there are visits in these steps, and to none of them a letter is brought.
fn is_left(subject: &Subject<'_>, after: &[Step]) -> bool {
    let mut contacts = after.iter().filter(|step| papers::bring(step).is_some()).peekable();
    contacts.peek().is_some()
        && contacts.all(|step| {
            let is_letter = |id: &DocumentId| papers::kind(subject, id) == Some(DocumentKind::Letter);
            let brings = |item: &Item| {
                papers::documents(item).into_iter().any(is_letter) || item.inside.as_ref().is_some_and(is_letter)
            };
            let brought = papers::brought(step, &Route::root());
            papers::bring(step).is_some_and(papers::is_clear) && !brought.iter().any(|(item, _)| brings(item))
        })
}
