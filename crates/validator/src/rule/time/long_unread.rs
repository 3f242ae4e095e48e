//! A page that nobody has read for a year.

use crate::rule::national::change_since_reading;
use crate::rule::prelude::*;
use madoguchi_schema::scalar::Day;

pub(crate) static RULE: Rule = Rule {
    code: "T015",
    name: "long-unread",
    level: Level::Note,
    ja: Text {
        message: "このページは { $read } から12か月以上読み直されていません(今日は { $today })。",
        help: "ページを読み直して、read_on を新しくしてください。変わっていなければ、直すのは read_on だけです。",
        cases: &[],
        about: "窓口や持ち物は、年度の変わり目などに変わります。12か月に1度は、ページが同じかどうかを確かめます。",
    },
    en: Text {
        message: "This page was last read on { $read }, twelve months ago or more (today is { $today }).",
        help: "Read the page again and bring `read_on` up to date. If the page is the same, only `read_on` changes.",
        cases: &[],
        about: "Counters and requirements change, most of them with the fiscal year. Each page is looked at once in twelve months.",
    },
    wrong: Example::File(
        r#"municipality: "991007"
name: { ja: 見本市, kana: みほんし, en: Mihon }
sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2025-04-01
    read_on: 2025-11-10
    read: whole
procedures:
  pin-reset: { section: 暗証番号の再設定, reasons: [forgotten, locked] }
"#,
    ),
    right: Example::File(
        r#"municipality: "991007"
name: { ja: 見本市, kana: みほんし, en: Mihon }
sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2025-04-01
    read_on: 2026-11-10
    read: whole
procedures:
  pin-reset: { section: 暗証番号の再設定, reasons: [forgotten, locked] }
"#,
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    if subject.municipality().is_none() {
        return;
    }
    for (id, source, route) in subject.sources().filter(|(_, source, _)| is_a_year_ago(source.read_on, subject.today()))
    {
        // Where a national change came since, that is said, and it asks for the same.
        if change_since_reading::changes(subject, id, source).is_empty() {
            let finding = subject.finding(&RULE, subject.span(&route.key("read_on")));
            found.push(finding.text("read", source.read_on.to_string()).text("today", subject.today().to_string()));
        }
    }
}

fn is_a_year_ago(day: Day, today: Day) -> bool {
    let parts = |day: Day, years: i16| (day.date().year() + years, day.date().month(), day.date().day());
    parts(day, 1) <= parts(today, 0)
}
