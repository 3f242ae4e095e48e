//! Two sources of a file that are the same page.

use crate::rule::prelude::*;
use std::collections::BTreeMap;

use super::page;

pub(crate) static RULE: Rule = Rule {
    code: "U007",
    name: "same-page-twice",
    level: Level::Warning,
    ja: Text {
        message: "「{ $id }」は「{ $other }」と同じページです。",
        help: "出典を1つにまとめるか、アドレスを直してください。",
        cases: &[],
        about: "1つのページは1つの出典です。2つに分けると、読んだ日や更新日が食い違います。アドレスの写し間違いのこともあります。",
    },
    en: Text {
        message: "`{ $id }` is the same page as `{ $other }`.",
        help: "Make one source of the two, or correct the address.",
        cases: &[],
        about: "One page is one source: with two, the dates of the page and of its reading come apart. Or one of the addresses was copied by mistake.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
  counters:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの窓口
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
contact: { source: pin, telephone: 000-000-0000 }
pins: { source: pin, kinds: 4 }
counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: \"City hall, 1st floor, counter 3\" }
    kind: main
    source: counters
identity_documents:
  A:
    name: { ja: A書類, kana: Aしょるい, en: documents of class A }
    kind: public-photo
    source: pin
    documents: [drivers-licence, passport]
procedures:
  pin-reset:
    source: pin
    at: [city-hall]
    applicants:
      principal:
        steps:
          - visit: { bring: [{ identity: A, of: principal }] }
slips:
  - source: pin
    printed: 午後17時
    why: 午後5時と17時が混ざっている。
",
    ),
    right: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
  counters:
    url: https://www.city.mihon.example/mynumber/counters.html
    title: マイナンバーカードの窓口
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
contact: { source: pin, telephone: 000-000-0000 }
pins: { source: pin, kinds: 4 }
counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: \"City hall, 1st floor, counter 3\" }
    kind: main
    source: counters
identity_documents:
  A:
    name: { ja: A書類, kana: Aしょるい, en: documents of class A }
    kind: public-photo
    source: pin
    documents: [drivers-licence, passport]
procedures:
  pin-reset:
    source: pin
    at: [city-hall]
    applicants:
      principal:
        steps:
          - visit: { bring: [{ identity: A, of: principal }] }
slips:
  - source: pin
    printed: 午後17時
    why: 午後5時と17時が混ざっている。
",
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let mut first = BTreeMap::new();
    // Versions of one page are told apart by `replaced_by`.
    for (id, source, route) in subject.sources().filter(|(_, source, _)| source.replaced_by.is_none()) {
        let span = subject.span(&route.key("url"));
        let (other, place) = *first.entry(page(source.url.as_str())).or_insert((id, span));
        if other != id {
            let mut finding = subject.finding(&RULE, span).text("id", id.as_str()).text("other", other.as_str());
            finding.related.push(Place { path: finding.path.clone(), span: place, message: "related" });
            found.push(finding);
        }
    }
}
