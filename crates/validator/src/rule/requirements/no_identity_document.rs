//! A paper that proves something else, asked for as an identity document.

use crate::rule::prelude::*;
use madoguchi_schema::fault::Edit;
use madoguchi_schema::model::{Asked, DocumentKind, Item};
use madoguchi_schema::scalar::DocumentId;
use madoguchi_schema::scalar::formula::Paper;

use super::papers;

pub(crate) static RULE: Rule = Rule {
    code: "Q017",
    name: "no-identity-document",
    level: Level::Warning,
    ja: Text {
        message: "「{ $document }」は、本人確認書類ではありません。",
        help: "identity ではなく document に書いてください。本人確認書類といっしょに求めるなら、項目を分けます。",
        cases: &[],
        about: "申請書、委任状、代理権の証明を `identity` に書くと、比較の表で本人確認書類に数えます。",
    },
    en: Text {
        message: "`{ $document }` is no identity document.",
        help: "Write it under `document`, as an item of its own beside the identity documents.",
        cases: &[],
        about: "A form, a power of attorney or a proof of authority under `identity` is compared as an identity document.",
    },
    wrong: Example::Blocks(
        r#"procedures:
  pin-reset:
    section: 暗証番号の再設定
    reasons: [forgotten, locked]
    at: [city-hall]
    not_at: [branches]
    applicants:
      legal-representative:
        section: 法定代理人が来るとき
        represents: [under-15, adult-ward]
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A+A | A+B, of: legal-representative }
                - { document: family-register, only_if: under-15, unless: honseki-here }
                - { identity: guardianship-certificate, only_if: adult-ward }
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
      legal-representative:
        section: 法定代理人が来るとき
        represents: [under-15, adult-ward]
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A+A | A+B, of: legal-representative }
                - { document: family-register, only_if: under-15, unless: honseki-here }
                - { document: guardianship-certificate, only_if: adult-ward }
"#,
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for course in subject.courses() {
        for (i, step) in course.steps.iter().enumerate() {
            for (item, route) in papers::brought(step, &course.route.index(i)) {
                found.extend(finding(subject, item, &route));
            }
        }
    }
}

fn finding(subject: &Subject<'_>, item: &Item, route: &Route) -> Option<Diagnostic> {
    let Asked::Identity(formula) = &item.asked else { return None };
    let document = papers::documents(item).into_iter().find(|id| proves_something_else(subject, id))?;
    let key = subject.key_span(&route.key("identity"));
    let is_moved = formula.0.atoms().all(|paper| match paper {
        Paper::Class(_) => false,
        Paper::Document(id) => proves_something_else(subject, id),
    });
    let mut finding = subject.finding(&RULE, subject.span(&route.key("identity")));
    finding.edit = is_moved.then(|| Edit { span: key, text: "document".to_owned(), safe: false });
    Some(finding.text("document", document.as_str()))
}

/// Whether a paper is of a kind that shows nobody's identity. Of a letter or a notice a page may say
/// that it does.
fn proves_something_else(subject: &Subject<'_>, id: &DocumentId) -> bool {
    use DocumentKind::{Authorisation, AuthorityProof, Form};
    matches!(papers::kind(subject, id), Some(Authorisation | AuthorityProof | Form))
}
