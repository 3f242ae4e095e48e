//! A page that bears a later date than that on which it was read: one of the two is mistyped.

use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "T001",
    name: "page-after-reading",
    level: Level::Error,
    ja: Text {
        message: "ページの日付が、読んだ日より後です。",
        help: "page_date か read_on を直してください。",
        cases: &[],
        about: "読んだあとの日付がページに書いてあることはありません。2つの日付を取りちがえたか、打ちまちがえたかです。",
    },
    en: Text {
        message: "The page bears a later date than the day on which it was read.",
        help: "Correct `page_date` or `read_on`.",
        cases: &[],
        about: "No page bears the date of a day after it was read. The two dates were exchanged, or one is mistyped.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-11-20
    read_on: 2026-11-12
    read: whole
",
    ),
    right: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-11-02
    read_on: 2026-11-12
    read: whole
",
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (_, source, route) in subject.sources() {
        if source.page_date.day().is_some_and(|day| day > source.read_on) {
            let mut finding = subject.finding(&RULE, subject.span(&route.key("page_date")));
            let span = subject.span(&route.key("read_on"));
            finding.related.push(Place { path: finding.path.clone(), span, message: "read-on" });
            found.push(finding);
        }
    }
}
