//! The same document in the list of papers with a photograph and in the second list.
//!
//! A list of any papers, or of public ones, rightly repeats those of the others.

use crate::rule::prelude::*;
use madoguchi_schema::model::{ClassKind, IdentityClass, ListedDocument};

pub(crate) static RULE: Rule = Rule {
    code: "R007",
    name: "document-in-two-classes",
    level: Level::Note,
    ja: Text {
        message: "「{ $document }」は、区分 { $other } の一覧にもあります。",
        help: "ページの一覧と見くらべてください。どちらにも載っているなら、そのままで構いません(1点としてだけ数えます)。",
        cases: &[],
        about: "A書類とB書類は、ふつう重なりません。重なっていると、1点で足りる人に2点が要るように見えることがあります。",
    },
    en: Text {
        message: "Class { $other } lists `{ $document }`, too.",
        help: "Compare it with the page's lists. If both have it, leave it: it counts as one paper.",
        cases: &[],
        about: "The lists of class A and class B do not overlap as a rule. If a document is in the wrong one, people are told to bring a paper too many or too few.",
    },
    wrong: Example::Blocks(
        r#"identity_documents:
  A:
    name: { ja: A書類, kana: Aしょるい, en: documents of class A }
    kind: public-photo
    section: 本人確認書類
    documents: [drivers-licence, passport, residence-card]
  B:
    name: { ja: B書類, kana: Bしょるい, en: documents of class B }
    kind: second
    section: 本人確認書類
    documents: [eligibility-certificate, pension-handbook, residence-card]
    open_ended: true
"#,
    ),
    right: Example::Blocks(
        r#"identity_documents:
  A:
    name: { ja: A書類, kana: Aしょるい, en: documents of class A }
    kind: public-photo
    section: 本人確認書類
    documents: [drivers-licence, passport, residence-card]
  B:
    name: { ja: B書類, kana: Bしょるい, en: documents of class B }
    kind: second
    section: 本人確認書類
    documents: [eligibility-certificate, pension-handbook]
    open_ended: true
"#,
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(city) = subject.municipality() else {
        return;
    };
    let of_kind = |kind: ClassKind| city.identity_documents.iter().filter(move |(_, class)| class.kind == kind);
    for (name, second) in of_kind(ClassKind::Second) {
        for (i, listed) in second.documents.iter().enumerate().filter(|(_, listed)| is_plain(listed)) {
            let repeats = |class: &IdentityClass| {
                class.documents.iter().any(|other| other.document == listed.document && is_plain(other))
            };
            if let Some((other, _)) = of_kind(ClassKind::PublicPhoto).find(|(_, class)| repeats(class)) {
                let route = Route::root().key("identity_documents").key(name).key("documents").index(i);
                let finding = subject.finding(&RULE, subject.span(&route));
                found.push(finding.text("document", listed.document.as_str()).text("other", other.as_str()));
            }
        }
    }
}

/// Whether every paper of that name is meant, and not those with a photograph, say.
fn is_plain(listed: &ListedDocument) -> bool {
    listed.only_for.is_empty() && !listed.with_photo && listed.issued_from.is_none() && !listed.own_name
}
