//! An agent who comes more than once, and nothing by which the principal would have been asked.
//!
//! Of a single visit a page may well be silent on it; why to come twice it has to say.

use crate::rule::prelude::*;
use madoguchi_schema::fault::Reference;
use madoguchi_schema::model::{Attendance, DocumentKind, Person, Said, Step};
use madoguchi_schema::scalar::DocumentId;

use super::papers;

pub(crate) static RULE: Rule = Rule {
    code: "Q020",
    name: "principal-never-asked",
    level: Level::Warning,
    ja: Text {
        message: "代理人が2回以上手続きをしますが、本人の意思を確かめるもの(照会書、回答書、委任状)がどこにもありません。",
        help: "郵便で届くものは letter、本人が書くものは fill-in、持って行くものは bring に書きます。書けないときは bring に unclear を書きます。",
        cases: &[],
        about: "代理人が2回来るのは、その間に照会書が本人に届くからです。それがないのは、たいてい letter の書き落としです。",
    },
    en: Text {
        message: "The agent acts more than once, and nowhere is the principal asked: no letter, no reply, no power of attorney.",
        help: "What arrives by post is a `letter`, what the principal writes a `fill-in`, what is brought stands under `bring`. What cannot be coded is `unclear`.",
        cases: &[],
        about: "An agent comes twice because a letter goes to the principal in between. Where there is none, the `letter` has most often been left out.",
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
              receive: [pin-reset-application]
          - visit:
              section: 2回目
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A+A | A+B, of: agent }
                - pin-reset-application
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
              receive: [pin-reset-application]
          - letter: { document: inquiry-reply, by: municipality, to: principal }
          - visit:
              section: 2回目
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A+A | A+B, of: agent }
                - pin-reset-application
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
        let attends = matches!(course.of.principal_attends, Some(Said::Value(Attendance::Required)));
        if papers::person(subject, course) != Some(Person::Agent) || attends {
            continue;
        }
        let mut contacts = course.steps.iter().enumerate().filter(|(_, step)| papers::bring(step).is_some());
        let (Some(_), Some((last, step))) = (contacts.next(), contacts.next_back()) else {
            continue;
        };
        // Where the page does not say what the last visit needs, it may be the reply.
        let is_listed = papers::bring(step).flatten().is_some();
        if is_listed && !course.steps.iter().any(|step| may_ask(subject, step)) {
            found.push(subject.finding(&RULE, subject.key_span(&course.route.index(last).key(step.name()))));
        }
    }
}

/// Whether a step asks the principal, or may do so.
fn may_ask(subject: &Subject<'_>, step: &Step) -> bool {
    let is_principals =
        |who: &Option<Said<Person>>| matches!(who, None | Some(Said::Value(Person::Principal) | Said::Unclear(_)));
    let asks = |id: &DocumentId| {
        matches!(papers::kind(subject, id), None | Some(DocumentKind::Letter | DocumentKind::Authorisation))
    };
    let is_written = match step {
        Step::Letter(_) => true,
        Step::FillIn(fill_in) => is_principals(&fill_in.by) || asks(&fill_in.form) || fill_in.contains.iter().any(asks),
        Step::Remote(remote) => matches!(remote.who, Some(Said::Value(Person::Principal) | Said::Unclear(_))),
        Step::Visit(_) | Step::Wait(_) => false,
    };
    let brought = papers::brought(step, &Route::root());
    is_written
        || papers::bring(step).is_some_and(papers::is_unclear)
        || papers::received(step).into_iter().any(asks)
        || brought.iter().any(|(item, _)| papers::documents(item).into_iter().any(asks))
}
