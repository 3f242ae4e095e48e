//! A legal representative who shows who they are, and nowhere that they represent the principal.

use crate::rule::prelude::*;
use madoguchi_schema::fault::Reference;
use madoguchi_schema::model::{Asked, DocumentKind, Person};
use madoguchi_schema::scalar::DocumentId;

use super::papers;

pub(crate) static RULE: Rule = Rule {
    code: "Q025",
    name: "representative-without-proof",
    level: Level::Warning,
    ja: Text {
        message: "{ $applicant } の持ち物に、代理権を証明する書類がありません。",
        help: "戸籍謄本、登記事項証明書などを bring に足してください。不要とページにあるなら not_needed、わからないなら bring に unclear を書きます。",
        cases: &[],
        about: "法定代理人には、本人確認書類のほかに代理権の証明を求めるのがふつうです。表のセルの見落としがよくあります。",
    },
    en: Text {
        message: "Nothing that { $applicant } brings proves the authority to represent.",
        help: "Add the family register, the certificate of guardianship or what the page asks for. Where the page says that none is needed, write `not_needed`; where it cannot be told, `unclear`.",
        cases: &[],
        about: "Beside identity documents a legal representative is asked for a proof of authority almost everywhere. It is easily overlooked in a table.",
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
    if subject.has_unknown(Reference::Document) || !papers::is_read_whole(subject) {
        return;
    }
    let is_proof = |id: &DocumentId| papers::kind(subject, id) == Some(DocumentKind::AuthorityProof);
    for course in subject.whole_courses() {
        let person = papers::person(subject, course);
        // Only a block that names whom they represent and how they show who they are is complete
        // enough to miss something in it.
        let is_detailed = !course.of.represents.is_empty() || !course.of.who.is_empty();
        let items = course.items();
        let shows_identity = items.iter().any(|(item, _)| {
            item.of.or(person) == Some(Person::LegalRepresentative) && matches!(item.asked, Asked::Identity(_))
        });
        let is_clear = course.steps.iter().all(|step| papers::bring(step).is_none_or(papers::is_clear));
        let has_proof = items.iter().any(|(item, _)| papers::documents(item).into_iter().any(is_proof));
        let visits = course.visits();
        let mut not_needed = visits.iter().flat_map(|(visit, _)| &visit.not_needed).chain(&course.of.not_needed);
        if is_detailed && shows_identity && is_clear && !has_proof && !not_needed.any(is_proof) {
            let finding = subject.finding(&RULE, subject.key_span(&course.applicant_route));
            found.push(finding.text("applicant", course.applicant.as_str()));
        }
    }
}
