//! A table of holidays that ends before long: the calendars end with it.

use crate::rule::prelude::*;
use madoguchi_schema::load::Document;
use madoguchi_schema::scalar::Day;

/// The announcement of the next year comes in February; this many months before the table ends it
/// has long been there.
const MONTHS: i32 = 3;

pub(crate) static RULE: Rule = Rule {
    code: "N009",
    name: "holidays-run-out",
    level: Level::Warning,
    ja: Text {
        message: "祝日の一覧は { $until } で終わります(今日は { $today })。",
        help: "内閣府が発表した次の年の祝日を days: に足し、covered: を広げてください。",
        cases: &[],
        about: "窓口が開く日のカレンダーは、祝日の一覧が扱う日までしか示しません。次の年の祝日は、毎年2月に発表されます。",
    },
    en: Text {
        message: "The table of holidays ends on { $until } (today is { $today }).",
        help: "Add the next year's holidays, as the Cabinet Office announced them, to `days:` and extend `covered:`.",
        cases: &[],
        about: "Calendars of opening days end where the table of holidays ends. The holidays of each year are announced in the February before it.",
    },
    wrong: Example::Files(&[(
        "national/holidays.yaml",
        "sources:
  cabinet-office: { publisher: 内閣府, title: 「国民の祝日」について, confidence: official }
read_on: 2026-11-21
covered: { from: 2026-01-01, until: 2026-12-31 }
days:
  2026-01-01: new-years-day
",
    )]),
    right: Example::Files(&[(
        "national/holidays.yaml",
        "sources:
  cabinet-office: { publisher: 内閣府, title: 「国民の祝日」について, confidence: official }
read_on: 2026-11-21
covered: { from: 2026-01-01, until: 2027-12-31 }
days:
  2026-01-01: new-years-day
",
    )]),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Document::Holidays(holidays) = subject.document else {
        return;
    };
    let (until, today) = (holidays.covered.until, subject.today());
    let month = |day: Day| i32::from(day.date().year()) * 12 + i32::from(day.date().month());
    if month(until) - month(today) < MONTHS {
        let span = subject.span(&Route::root().key("covered").key("until"));
        found.push(subject.finding(&RULE, span).text("until", until.to_string()).text("today", today.to_string()));
    }
}
