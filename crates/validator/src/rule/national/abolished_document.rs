//! A paper of which none is valid any more, accepted or asked for without a word about it.
//!
//! The file keeps what the page says; a note at the paper, or a slip that names it, tells the reader.

use crate::rule::prelude::*;
use madoguchi_schema::model::{DocumentEntry, Municipality, Procedure};
use madoguchi_schema::scalar::DocumentId;
use madoguchi_schema::scalar::formula::Paper;

pub(crate) static RULE: Rule = Rule {
    code: "N006",
    name: "abolished-document",
    level: Level::Note,
    ja: Text {
        message: "{ $document }は { $since } から有効なものがありません。",
        help: "ページに書いてあるなら消さずに、note: にそのことを書くか、slips に記録してください。",
        cases: &[],
        about: "健康保険証や住民基本台帳カードを今も挙げているページがあります。一覧はページのとおりに残しますが、使えないことが読む人にわかるように、注記か slips を添えます。",
    },
    en: Text {
        message: "None is valid any more: { $english }, since { $since }.",
        help: "If the page lists it, keep it, and say so in a `note:` or record it under `slips`.",
        cases: &[],
        about: "Some pages still list health insurance cards or Basic Resident Register cards. The list stays as the page has it, with a note or a slip, so that readers know that the paper is of no use.",
    },
    wrong: Example::Blocks(
        "identity_documents:
  A:
    name: { ja: A書類, kana: Aしょるい, en: documents of class A }
    kind: public-photo
    section: 本人確認書類
    documents: [drivers-licence, passport, residence-card]
  B:
    name: { ja: B書類, kana: Bしょるい, en: documents of class B }
    kind: second
    section: 本人確認書類
    documents:
      - eligibility-certificate
      - health-insurance-card
",
    ),
    right: Example::Blocks(
        "identity_documents:
  A:
    name: { ja: A書類, kana: Aしょるい, en: documents of class A }
    kind: public-photo
    section: 本人確認書類
    documents: [drivers-licence, passport, residence-card]
  B:
    name: { ja: B書類, kana: Bしょるい, en: documents of class B }
    kind: second
    section: 本人確認書類
    documents:
      - eligibility-certificate
      - { document: health-insurance-card, note: 2025年12月2日からは有効なものがない。 }
",
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(city) = subject.municipality() else {
        return;
    };
    let abolished = |id: &DocumentId| {
        let entry = subject.shared.vocabulary.documents.get(id)?;
        let since = entry.invalid_from.filter(|since| *since <= subject.today())?;
        (!is_among_the_slips(city, entry)).then_some((entry, since))
    };
    let mut report = |id: &DocumentId, route: &Route| {
        if let Some((entry, since)) = abolished(id) {
            let finding = subject.finding(&RULE, subject.span(&value(subject, route)));
            found.push(
                finding
                    .text("document", entry.ja.as_str())
                    .text("english", entry.en.as_str())
                    .text("since", since.to_string()),
            );
        }
    };
    for (class, list) in city.identity_documents.iter().filter(|(_, list)| !city.is_replaced(list.source.as_ref())) {
        let route = Route::root().key("identity_documents").key(class).key("documents");
        for (i, listed) in list.documents.iter().enumerate().filter(|(_, listed)| listed.note.is_none()) {
            report(&listed.document, &route.index(i));
        }
    }
    // A rule that ended is as it was, and so is one of an earlier version of the page.
    let holds = |rule: &Procedure| rule.valid_until.is_none() && !city.is_replaced(rule.source.as_ref());
    for course in subject.courses().iter().filter(|course| holds(course.rule)) {
        for (item, route) in course.items() {
            let papers = item.asked.formula().filter(|_| item.note.is_none()).map(|formula| formula.0.atoms());
            let mut ids: Vec<&DocumentId> = papers.into_iter().flatten().filter_map(document).collect();
            ids.sort();
            ids.dedup();
            ids.into_iter().for_each(|id| report(id, route));
        }
    }
}

fn document(paper: &Paper) -> Option<&DocumentId> {
    match paper {
        Paper::Document(id) => Some(id),
        Paper::Class(_) => None,
    }
}

/// The route to the document's own name, where details stand beside it.
fn value(subject: &Subject<'_>, route: &Route) -> Route {
    let keys = ["document", "identity"].into_iter().map(|key| route.key(key));
    keys.into_iter().find(|route| subject.tree.find(route).is_some()).unwrap_or_else(|| route.clone())
}

fn is_among_the_slips(city: &Municipality, entry: &DocumentEntry) -> bool {
    let names = || std::iter::once(&entry.ja).chain(&entry.also);
    city.slips.iter().any(|slip| names().any(|name| slip.printed.as_str().contains(name.as_str())))
}
