//! One page as the source of two municipalities: a file was copied, and its address left.

use crate::rule::prelude::*;

use super::page;

pub(crate) static RULE: Rule = Rule {
    code: "U004",
    name: "page-of-another-municipality",
    level: Level::Warning,
    ja: Text {
        message: "このページは、{ $other }の出典にもなっています。",
        help: "この自治体のページのアドレスを書いてください。",
        cases: &[],
        about: "ほかの自治体のファイルを写して書き始めると、アドレスを直し忘れることがあります。自治体の決まりは、その自治体のページで確かめます。",
    },
    en: Text {
        message: "This page is the source of { $other } too.",
        help: "Give the address of this municipality's own page.",
        cases: &[],
        about: "A file that was begun as a copy of another may still bear its address. What holds in a municipality is read on its own page.",
    },
    wrong: Example::Files(&[(
        "municipalities/99-fiction/992011-fictional-first.yaml",
        r#"municipality: "992011"
name: { ja: 架空第一市, kana: かくうだいいちし, en: Fictional First }
sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: 暗証番号の再設定
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
procedures:
  pin-reset: { reasons: [forgotten] }
"#,
    )]),
    right: Example::Files(&[(
        "municipalities/99-fiction/992011-fictional-first.yaml",
        r#"municipality: "992011"
name: { ja: 架空第一市, kana: かくうだいいちし, en: Fictional First }
sources:
  pin:
    url: https://www.city.kaku1.example/mynumber/pin.html
    title: 暗証番号の再設定
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
procedures:
  pin-reset: { reasons: [forgotten] }
"#,
    )]),
    check: Some(Check::Whole(Whole { gather, compare })),
};

fn gather(subject: &Subject<'_>, traces: &mut Vec<Trace>) {
    let Some(city) = subject.municipality() else { return };
    for (_, source, route) in subject.sources() {
        let finding = subject.finding(&RULE, subject.span(&route.key("url")));
        traces.push(Trace { key: page(source.url.as_str()), name: city.name.ja.to_string(), finding });
    }
}

fn compare(same: &[&Trace]) -> Vec<Diagnostic> {
    let Some((first, others)) = same.split_first() else { return Vec::new() };
    let Diagnostic { path, span, .. } = &first.finding;
    let foreign = others.iter().filter(|other| other.finding.path != *path);
    foreign
        .map(|other| {
            let mut finding = other.finding.clone().text("other", &first.name);
            finding.related.extend(span.map(|span| Place { path: path.clone(), span, message: "related" }));
            finding
        })
        .collect()
}
