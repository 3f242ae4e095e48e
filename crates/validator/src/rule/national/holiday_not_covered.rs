//! A holiday outside the time for which its table says that it is complete.

use crate::rule::prelude::*;
use madoguchi_schema::load::Document;

pub(crate) static RULE: Rule = Rule {
    code: "N008",
    name: "holiday-not-covered",
    level: Level::Error,
    ja: Text {
        message: "この日は、一覧が扱う期間({ $from } から { $until })の外です。",
        help: "その年の祝日がすべてそろっているなら covered: を広げてください。そうでなければ、この日を消してください。",
        cases: &[],
        about: "covered: は、祝日がすべて書いてある期間です。カレンダーは、その外の日について何も言いません。期間の外に祝日があると、どこまで信じてよいかがわかりません。",
    },
    en: Text {
        message: "This day is outside the time that the table covers ({ $from } to { $until }).",
        help: "Extend `covered:` if all holidays of that year are there; otherwise delete the day.",
        cases: &[],
        about: "`covered:` is the time for which all holidays are listed; calendars say nothing of other days. A holiday beyond it leaves open how far the table can be trusted.",
    },
    wrong: Example::Files(&[(
        "national/holidays.yaml",
        "sources:
  cabinet-office: { publisher: 内閣府, title: 「国民の祝日」について, confidence: official }
read_on: 2026-11-21
covered: { from: 2027-01-01, until: 2027-12-31 }
days:
  2027-01-01: new-years-day
  2028-01-01: new-years-day
",
    )]),
    right: Example::Files(&[(
        "national/holidays.yaml",
        "sources:
  cabinet-office: { publisher: 内閣府, title: 「国民の祝日」について, confidence: official }
read_on: 2026-11-21
covered: { from: 2027-01-01, until: 2027-12-31 }
days:
  2027-01-01: new-years-day
",
    )]),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Document::Holidays(holidays) = subject.document else {
        return;
    };
    let days = Route::root().key("days");
    for day in holidays.days.keys().filter(|day| !holidays.covers(**day)) {
        let span = subject.key_span(&days.key(day.to_string()));
        let finding = subject.finding(&RULE, span);
        let covered = holidays.covered;
        found.push(finding.text("from", covered.from.to_string()).text("until", covered.until.to_string()));
    }
}
