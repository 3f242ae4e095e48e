//! A document that does not count here, and could not have counted.
//!
//! The card is another matter: that it does not count beside itself is a rule of its own.

use crate::rule::prelude::*;
use madoguchi_schema::model::{DocumentKind, Municipality};
use madoguchi_schema::scalar::DocumentId;
use madoguchi_schema::scalar::formula::Paper;

use super::papers;

pub(crate) static RULE: Rule = Rule {
    code: "Q015",
    name: "excluded-anyway",
    level: Level::Warning,
    ja: Text {
        message: "「{ $document }」は、もともと { $formula } に入りません。",
        help: "excluding か、一覧を直してください。",
        cases: &[],
        about: "`excluding` は、区分に入る書類を数えないときに書きます。一覧にない書類なら、識別子か区分のどちらかがまちがっています。",
    },
    en: Text {
        message: "`{ $document }` could not count as `{ $formula }` anyway.",
        help: "Correct `excluding`, or the list of the class.",
        cases: &[],
        about: "`excluding` takes out a document that the class would hold. If no list has it, either the id or the class is wrong.",
    },
    wrong: Example::Blocks(
        r#"identity_documents:
  A:
    name: { ja: A書類, kana: Aしょるい, en: documents of class A }
    kind: public-photo
    section: 本人確認書類
    documents: [drivers-licence, passport, residence-card]
procedures:
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
                - { document: my-number-card, of: principal }
                - { identity: A, of: principal, excluding: [student-id] }
"#,
    ),
    right: Example::Blocks(
        r#"identity_documents:
  A:
    name: { ja: A書類, kana: Aしょるい, en: documents of class A }
    kind: public-photo
    section: 本人確認書類
    documents: [drivers-licence, passport, residence-card]
procedures:
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
                - { document: my-number-card, of: principal }
                - { identity: A, of: principal, excluding: [passport] }
"#,
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(city) = subject.municipality().filter(|_| papers::is_read_whole(subject)) else {
        return;
    };
    for course in subject.courses() {
        for (item, route) in course.items() {
            let Some(formula) = item.asked.formula() else { continue };
            for (i, document) in item.excluding.iter().enumerate() {
                let can_count = match papers::kind(subject, document) {
                    None | Some(DocumentKind::Card) => true,
                    Some(kind) => formula.0.atoms().any(|paper| holds(city, paper, document, kind)),
                };
                if !can_count {
                    let finding = subject.finding(&RULE, subject.span(&route.key("excluding").index(i)));
                    found.push(finding.text("document", document.as_str()).text("formula", formula.to_string()));
                }
            }
        }
    }
}

/// Whether a document can stand for a paper of a formula.
fn holds(city: &Municipality, paper: &Paper, document: &DocumentId, kind: DocumentKind) -> bool {
    match paper {
        Paper::Document(other) => other == document,
        Paper::Class(name) => city.identity_documents.get(name).is_none_or(|class| {
            let is_open = class.open_ended || class.list_elsewhere || class.documents.is_empty();
            let is_listed = class.documents.iter().any(|listed| listed.document == *document);
            is_listed || (is_open && kind == DocumentKind::Identity)
        }),
    }
}
