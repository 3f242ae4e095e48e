//! Opening days: evaluated hours against another evaluator, verdicts, and the calendars of the pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, Weekday, date};
use madoguchi_schema::model::{Counter, Holidays};
use madoguchi_schema::scalar::{Day, OpeningHours, Scalar};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::data::{assets, dataset, dataset_with, html, options};
use crate::calendar::{NoCalendar, OpeningDay, OpeningDays, Proviso, Verdict, Why};
use crate::{Options, site};

fn holidays() -> Arc<Holidays> {
    dataset().holidays
}

fn counter(hours: &str, irregular: Value) -> Counter {
    let value = json!({
        "name": { "ja": "窓口" }, "kind": "main", "hours": hours, "irregular": irregular
    });
    serde_json::from_value(value).unwrap_or_else(|error| panic!("{hours}: {error}"))
}

fn on(counter: &Counter, date: Date) -> (String, Vec<String>) {
    let holidays = holidays();
    let opening = OpeningDays::new(counter, &holidays).unwrap();
    let day = opening.on(Day::from(date));
    let not_for = day.not_for.iter().map(ToString::to_string).collect();
    (said(&day), not_for)
}

/// A verdict in one text.
fn said(day: &OpeningDay<'_>) -> String {
    match &day.verdict {
        Verdict::Closed => "closed".into(),
        Verdict::CannotBeSaid(why) => format!("{why:?}"),
        Verdict::Open(open) => {
            let mut text: String =
                open.times.iter().map(|span| format!("{}-{}", span.from, span.until)).collect::<Vec<_>>().join(",");
            if let Some(last) = open.last_reception {
                text += &format!(" last {last}");
            }
            if let Some(why) = open.perhaps_more {
                text += &format!(" perhaps {why:?}");
            }
            text
        }
    }
}

/// The verdicts of some days of a counter.
fn verdicts<const N: usize>(hours: &str, irregular: Value, days: [Date; N]) -> [String; N] {
    let counter = counter(hours, irregular);
    days.map(|date| on(&counter, date).0)
}

const WEEKDAYS: &str = "Mo-Fr 08:30-17:15; PH off; Dec 29-Jan 3 off";

#[test]
fn a_working_day_is_open_and_a_holiday_a_weekend_and_the_year_end_are_not() {
    let days = [
        date(2026, 11, 24),
        date(2026, 11, 23), // Labour Thanksgiving Day
        date(2026, 11, 22), // a Sunday
        date(2026, 9, 22),  // between two holidays
        date(2027, 3, 22),  // a substitute
        date(2026, 12, 28),
        date(2026, 12, 29),
        date(2027, 1, 4),
    ];
    let open = "8:30-17:15";
    let expected = [open, "closed", "closed", "closed", "closed", open, "closed", open];
    assert_eq!(verdicts(WEEKDAYS, json!([]), days), expected);
}

#[test]
fn silence_on_holidays_and_the_year_end_is_neither_open_nor_closed() {
    let days = [date(2026, 11, 23), date(2026, 12, 30), date(2027, 1, 1), date(2027, 1, 2), date(2027, 1, 4)];
    let silent = verdicts("Mo-Fr 08:30-17:15", json!([]), days);
    assert_eq!(silent, ["HolidayUnsaid", "YearEndUnsaid", "YearEndUnsaid", "closed", "8:30-17:15"]);
    let silent = verdicts("Mo-Fr 08:30-17:15; PH off", json!([]), days);
    assert_eq!(silent, ["closed", "YearEndUnsaid", "closed", "closed", "8:30-17:15"]);
    let undated = json!([{ "days": { "year-end": {} }, "closed": true }]);
    let undated = verdicts("Mo-Fr 08:30-17:15; PH off", undated, days);
    assert_eq!(undated, ["closed", "YearEndUndated", "closed", "closed", "8:30-17:15"]);
    let every_day = verdicts("06:30-23:00; Dec 29-Jan 3 off", json!([]), days);
    assert_eq!(every_day[0], "6:30-23:00", "hours of every day of the week are hours of holidays, too");
}

#[test]
fn a_day_of_the_month_moves_to_the_next_open_day() {
    let moved = |moves: bool| {
        let days = json!({ "day-of-month": { "day": 21, "else_next_open_day": moves } });
        json!([{ "days": days, "hours": "17:15-19:00" }])
    };
    // 2026-11-21 is a Saturday, and the Monday after it is a holiday.
    let days = [date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)];
    let (open, long) = ("8:30-17:15", "8:30-19:00");
    assert_eq!(verdicts(WEEKDAYS, moved(true), days), [open, "closed", "closed", long, open]);
    assert_eq!(verdicts(WEEKDAYS, moved(false), days), [open, "OnDayOff", "closed", open, open]);
    let working = [date(2026, 10, 20), date(2026, 10, 21), date(2026, 10, 22)];
    assert_eq!(verdicts(WEEKDAYS, moved(true), working), [open, long, open]);
    assert_eq!(verdicts(WEEKDAYS, moved(false), working), [open, long, open]);
}

#[test]
fn the_sunday_after_the_third_saturday_is_not_the_third_sunday() {
    let rule = json!([{ "days": { "day-after": { "weekday": "Sa", "nth": 3 } }, "closed": true }]);
    // In 2026-11 the Saturdays are 7, 14, 21; the Sundays 1, 8, 15, 22.
    let days = [date(2026, 11, 15), date(2026, 11, 22), date(2026, 12, 20)];
    assert_eq!(verdicts("Sa,Su 09:00-17:00; PH off", rule, days), ["9:00-17:00", "closed", "closed"]);
    let rule = json!([{ "days": { "day-after": { "weekday": "Sa", "nth": 3 } }, "not_for": ["pin-reset"] }]);
    let sundays = counter("Sa,Su 09:00-17:00; PH off", rule);
    assert_eq!(on(&sundays, date(2026, 11, 22)), ("9:00-17:00".into(), vec!["pin-reset".into()]));
    assert_eq!(on(&sundays, date(2026, 11, 15)), ("9:00-17:00".into(), vec![]));
}

#[test]
fn days_that_another_page_announces_cannot_be_said() {
    let rule = |more: Value| {
        let mut rule = json!({ "days": { "announced-elsewhere": {} } });
        rule.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!([rule])
    };
    let days = [date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 29)];
    let (open, unknown) = ("8:30-17:15", "AnnouncedElsewhere");
    assert_eq!(verdicts(WEEKDAYS, rule(json!({})), days), [open, unknown, unknown]);
    let sundays = rule(json!({ "hours": "Su 09:00-16:00" }));
    assert_eq!(verdicts(WEEKDAYS, sundays, days), [open, "closed", unknown]);
    let evenings = rule(json!({ "hours": "Mo-Fr 17:15-19:00" }));
    assert_eq!(verdicts(WEEKDAYS, evenings, days), ["8:30-17:15 perhaps AnnouncedElsewhere", "closed", "closed"]);
    let late_march = json!([{
        "days": { "holidays-within": { "time": { "ja": "3月下旬" } } }, "hours": "09:00-12:30"
    }]);
    let days = [date(2027, 3, 20), date(2027, 3, 21), date(2027, 3, 22), date(2027, 3, 24), date(2027, 3, 28)];
    assert_eq!(verdicts(WEEKDAYS, late_march, days), ["closed", unknown, unknown, open, unknown]);
}

#[test]
fn a_local_holiday_is_closed() {
    let hours = "Mo-Fr 08:30-17:15; PH off; Jun 23 off \"慰霊の日\"";
    let days = [date(2026, 6, 22), date(2026, 6, 23), date(2026, 6, 24)];
    assert_eq!(verdicts(hours, json!([]), days), ["8:30-17:15", "closed", "8:30-17:15"]);
}

#[test]
fn what_holds_in_principle_or_on_a_day_off_cannot_be_said() {
    let sundays = |more: Value| {
        let mut rule = json!({ "days": { "weekdays": { "weekday": "Su", "nth": [3] } }, "hours": "09:00-16:00" });
        rule.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!([rule])
    };
    let days = [date(2027, 2, 21), date(2027, 3, 21), date(2027, 2, 28)]; // the second is a holiday
    assert_eq!(verdicts(WEEKDAYS, sundays(json!({})), days), ["9:00-16:00", "OnDayOff", "closed"]);
    let in_principle = sundays(json!({ "in_principle": true }));
    assert_eq!(verdicts(WEEKDAYS, in_principle, days), ["InPrinciple", "OnDayOff", "closed"]);
    // Longer hours on Mondays go with the working day: a Monday's holiday has none.
    let mondays = json!([{ "days": { "weekdays": { "weekday": "Mo" } }, "hours": "17:15-19:00" }]);
    let days = [date(2026, 11, 16), date(2026, 11, 23)];
    assert_eq!(verdicts(WEEKDAYS, mondays, days), ["8:30-19:00", "closed"]);
}

#[test]
fn the_last_reception_of_a_day_goes_before_that_of_every_day() {
    let rules = json!([
        { "days": { "every-open-day": {} }, "last_reception": "17:00" },
        { "days": { "weekdays": { "weekday": "Th", "nth": [1, 3] } }, "hours": "17:15-19:00", "last_reception": "18:45" }
    ]);
    let days = [date(2026, 12, 2), date(2026, 12, 3), date(2026, 12, 5)];
    let expected = ["8:30-17:15 last 17:00", "8:30-19:00 last 18:45", "closed"];
    assert_eq!(verdicts(WEEKDAYS, rules, days), expected);
}

#[test]
fn nothing_is_said_beyond_the_covered_days_or_the_validity_of_the_hours() {
    let holidays = holidays();
    let mut counter = counter(WEEKDAYS, json!([]));
    counter.valid_until = Some(Day::parse("2026-12-04").unwrap());
    let opening = OpeningDays::new(&counter, &holidays).unwrap();
    let day = |date: Date| said(&opening.on(Day::from(date)));
    assert_eq!([day(date(2026, 12, 4)), day(date(2026, 12, 7))], ["8:30-17:15", "NotInForce"]);
    assert_eq!([day(date(2024, 12, 31)), day(date(2028, 1, 3))], ["NotCovered", "NotCovered"]);
    assert_eq!(day(date(2025, 1, 6)), "8:30-17:15");
}

#[test]
fn what_no_day_shows_is_said_beside_the_calendar() {
    let holidays = holidays();
    let rules = json!([
        { "days": { "system-maintenance": {} }, "closed": true },
        { "days": { "announced-elsewhere": {} }, "closed": true },
        { "days": { "every-open-day": {} }, "may_close_early": true },
    ]);
    let counter = counter(WEEKDAYS, rules);
    let opening = OpeningDays::new(&counter, &holidays).unwrap();
    let expected = [Proviso::Maintenance, Proviso::ClosedElsewhere, Proviso::MayCloseEarly];
    assert_eq!(opening.provisos(), expected);
    assert_eq!(said(&opening.on(Day::from(date(2026, 11, 24)))), "8:30-17:15");
}

#[test]
fn hours_of_another_form_have_no_calendar() {
    let holidays = holidays();
    for hours in [
        "week 1-10 Mo 09:00-12:00",
        "Mo-Fr 09:00-sunset",
        "Mo-Fr 09:00+",
        "easter off; Mo 09:00-10:00",
        "Mo 09:00-10:00 \"by appointment\"",
    ] {
        let counter = counter(hours, json!([]));
        assert_eq!(OpeningDays::new(&counter, &holidays).err(), Some(NoCalendar::OtherForm), "{hours}");
    }
    let mut silent = counter(WEEKDAYS, json!([]));
    silent.hours = None;
    assert_eq!(OpeningDays::new(&silent, &holidays).err(), Some(NoCalendar::NotStated));
}

/// Hours such as counters have, of every operator.
fn any_hours() -> impl Strategy<Value = String> {
    let days = prop::sample::select(vec![
        "Mo-Fr",
        "Mo,We,Fr",
        "Sa,Su",
        "Sa[1,3]",
        "Su[2]",
        "Su[-1]",
        "Fr-Mo",
        "Th[1,3],Sa[4]",
        "Mo-Su",
        "PH",
        "Sa,PH",
        "Dec 29-Jan 3",
        "Apr-Sep",
        "Oct-Mar Mo-Fr",
        "Nov 23",
        "2026 Mo",
        "Jun 15-Jul 15 Tu,Th",
    ]);
    let times = prop::sample::select(vec![
        "08:30-17:15",
        "09:00-12:00,13:00-16:45",
        "17:15-19:00",
        "off",
        "12:00-13:00 off",
        "00:00-24:00",
    ]);
    let sign = prop::sample::select(vec!["; ", ", ", " || "]);
    prop::collection::vec((days, times, sign), 1..6).prop_map(|rules| {
        let mut text = String::new();
        for (days, times, sign) in rules {
            if !text.is_empty() {
                text += sign;
            }
            text += &format!("{days} {times}");
        }
        text
    })
}

fn any_irregular() -> impl Strategy<Value = Value> {
    let days = prop::sample::select(vec![
        json!({ "day-of-month": { "day": 10, "else_next_open_day": true } }),
        json!({ "day-of-month": { "day": 31 } }),
        json!({ "weekdays": { "weekday": "We" } }),
        json!({ "weekdays": { "weekday": "Su", "nth": [2] } }),
        json!({ "day-after": { "weekday": "Sa", "nth": 3 } }),
        json!({ "system-maintenance": {} }),
        json!({ "holidays-within": { "time": "3月下旬" } }),
        json!({ "year-end": {} }),
        json!({ "announced-elsewhere": {} }),
        json!({ "every-open-day": {} }),
    ]);
    let effect = prop::sample::select(vec![
        json!({}),
        json!({ "closed": true }),
        json!({ "closed": true, "in_principle": true }),
        json!({ "hours": "17:15-19:00" }),
        json!({ "hours": "Su 09:00-12:00", "in_principle": true }),
        json!({ "hours": { "unclear": { "ja": "時間は書いていない。" } } }),
        json!({ "not_for": ["pin-reset"] }),
        json!({ "last_reception": "16:45" }),
    ]);
    let rule = (days, effect).prop_map(|(days, mut effect)| {
        effect["days"] = days;
        effect
    });
    prop::collection::vec(rule, 0..4).prop_map(Value::Array)
}

/// The times of a day by the library `opening-hours`, with the table of holidays in place of its own.
fn by_library(hours: &str, holidays: &Holidays, date: Date) -> Vec<(u16, u16)> {
    use opening_hours::{Context, ContextHolidays, OpeningHours};
    let chrono = |date: Date| {
        let (year, month, day) = (date.year(), date.month().unsigned_abs(), date.day().unsigned_abs());
        chrono::NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()).unwrap()
    };
    let mut public = compact_calendar::CompactCalendar::default();
    for day in holidays.days.keys() {
        public.insert(chrono(day.date()));
    }
    let context = Context::default().with_holidays(ContextHolidays::new(Arc::new(public), Arc::default()));
    let hours = hours.parse::<OpeningHours>().unwrap().with_context(context);
    let mut times: Vec<(u16, u16)> = Vec::new();
    for range in hours.schedule_at(chrono(date)) {
        if range.kind == opening_hours_syntax::RuleKind::Open {
            let (from, until) = (range.range.start.mins_from_midnight(), range.range.end.mins_from_midnight());
            match times.last_mut() {
                Some(last) if last.1 == from => last.1 = until,
                _ => times.push((from, until)),
            }
        }
    }
    times
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn regular_hours_are_what_another_evaluator_says(hours in any_hours(), offset in 0_i32..1095) {
        prop_assume!(OpeningHours::parse(&hours).is_ok());
        let holidays = holidays_of_tests();
        let date = date(2025, 1, 1).checked_add(jiff::Span::new().days(offset)).unwrap();
        let times = crate::calendar::regular_times(&OpeningHours::parse(&hours).unwrap(), holidays, Day::from(date));
        prop_assert_eq!(times, Some(by_library(&hours, holidays, date)), "{} on {}", hours, date);
    }

    #[test]
    fn every_day_has_one_verdict_that_its_rules_explain(
        hours in any_hours(), irregular in any_irregular(), offset in -60_i32..1200,
    ) {
        prop_assume!(OpeningHours::parse(&hours).is_ok());
        let holidays = holidays_of_tests();
        let counter = counter(&hours, irregular.clone());
        let Ok(opening) = OpeningDays::new(&counter, holidays) else { return Ok(()) };
        let date = date(2025, 1, 1).checked_add(jiff::Span::new().days(offset)).unwrap();
        let day = opening.on(Day::from(date));
        prop_assert_eq!(&day, &opening.on(Day::from(date)), "the same day, the same verdict");
        prop_assert_eq!(
            matches!(day.verdict, Verdict::CannotBeSaid(Why::NotCovered)), !holidays.covers(Day::from(date))
        );
        if let Verdict::Open(open) = &day.verdict {
            prop_assert!(!open.times.is_empty());
            for span in &open.times {
                prop_assert!(span.from < span.until);
            }
            for pair in open.times.windows(2) {
                prop_assert!(pair[0].until < pair[1].from, "times stand apart");
            }
        }
        // Counters without irregular rules open where their hours do, and nowhere else.
        let regular = crate::calendar::regular_times(&OpeningHours::parse(&hours).unwrap(), holidays, Day::from(date));
        if irregular == json!([]) && regular == Some(vec![]) && holidays.covers(Day::from(date)) {
            prop_assert_eq!(&day.verdict, &Verdict::Closed);
        }
    }

    #[test]
    fn a_holiday_of_a_counter_that_closes_on_holidays_is_closed(at in 0_usize..54, sundays in any::<bool>()) {
        let holidays = holidays_of_tests();
        let holiday = *holidays.days.keys().nth(at % holidays.days.len()).unwrap();
        let hours = if sundays { "Mo-Su 09:00-17:00; PH off" } else { "Mo-Fr 09:00-17:00, We 17:00-19:00; PH off" };
        let counter = counter(hours, json!([]));
        let opening = OpeningDays::new(&counter, holidays).unwrap();
        prop_assert_eq!(opening.on(holiday).verdict, Verdict::Closed, "{}", holiday);
    }
}

fn holidays_of_tests() -> &'static Holidays {
    static HOLIDAYS: std::sync::OnceLock<Arc<Holidays>> = std::sync::OnceLock::new();
    HOLIDAYS.get_or_init(holidays)
}

/// The calendars of a page: what stands between the heading and the contact.
fn section(page: &str) -> &str {
    page.split("id=\"opening\"").nth(1).unwrap().split("id=\"contact\"").next().unwrap()
}

/// The class and the text of each day of each calendar.
fn cells(section: &str) -> Vec<Vec<(String, String)>> {
    let tables = section.split("<tbody>").skip(1).map(|table| table.split("</tbody>").next().unwrap());
    tables
        .map(|table| {
            let cells = table.split("<td class=\"").skip(1);
            cells
                .map(|cell| {
                    let (class, rest) = cell.split_once("\">").unwrap();
                    (class.to_owned(), rest.split("</td>").next().unwrap().to_owned())
                })
                .collect()
        })
        .collect()
}

#[test]
fn a_page_shows_five_weeks_from_today_with_glyph_and_word() {
    let pages = html(&dataset());
    let section = section(&pages["m/121002.html"]);
    let tables = cells(section);
    assert_eq!(tables.len(), 2, "Chiba's ward offices open on Sundays, its centres do not");
    for table in &tables {
        assert_eq!(table.len(), 35);
    }
    // From Saturday, 21 November 2026.
    let offices = &tables[0];
    let class = |at: usize| offices[at].0.as_str();
    assert_eq!([class(0), class(1), class(2), class(3)], ["closed", "closed", "closed", "open"]);
    assert!(offices[0].1.contains("11/21") && offices[0].1.contains("× 休み"), "{:?}", offices[0]);
    assert!(offices[2].1.contains("<b>23</b> <i>祝</i>"), "{:?}", offices[2]);
    assert!(offices[3].1.contains("○ 開く"));
    // The second Sunday of December has other hours.
    assert_eq!(class(22), "open");
    assert!(offices[22].1.contains("9:00〜12:30"), "{:?}", offices[22]);
    assert_eq!(tables[1][22].0, "closed");
    assert!(section.contains("11月23日(月) 勤労感謝の日"));
    assert!(section.contains("2027年12月31日までの祝日") && section.contains("cao.go.jp"));
}

#[test]
fn the_year_end_without_dates_is_to_be_asked_for() {
    let dataset = dataset();
    let options = Options { today: Day::parse("2026-12-21").unwrap(), ..options() };
    let pages = site(&dataset, &assets(), &options).unwrap();
    let page =
        |path: &str| String::from_utf8(pages.iter().find(|page| page.path == path).unwrap().bytes.clone()).unwrap();
    let chiba = page("m/121002.html");
    let tables = cells(section(&chiba));
    let classes: Vec<&str> = (7..=14).map(|at| tables[0][at].0.as_str()).collect();
    // 28 December to 4 January; the first of January is a holiday, the second and third a weekend.
    assert_eq!(classes, ["open", "ask", "ask", "ask", "closed", "closed", "closed", "open"]);
    assert!(section(&chiba).contains("年末年始は休み。日付は、読んだところに書いていない"));
    let kanazawa = page("m/172014.html");
    let classes: Vec<String> = (7..=14).map(|at| cells(section(&kanazawa))[0][at].0.clone()).collect();
    assert_eq!(classes, ["open", "closed", "closed", "closed", "closed", "closed", "closed", "open"]);
}

#[test]
fn counters_with_the_same_days_share_a_calendar_and_those_without_hours_have_none() {
    let pages = html(&dataset());
    let izumi = section(&pages["m/272191.html"]);
    assert_eq!(cells(izumi).len(), 1);
    assert!(izumi.contains("和泉シティプラザ出張所"));
    let tagajo = section(&pages["m/042099.html"]);
    assert_eq!(cells(tagajo).len(), 0);
    assert!(tagajo.contains("カレンダーのない窓口") && tagajo.contains("市役所窓口"));
    assert!(!pages["m/042099.html"].contains("calendar.js"), "no script where there is nothing to run it on");
}

#[test]
fn the_script_gets_the_days_that_the_table_shows() {
    let pages = html(&dataset());
    let page = &pages["m/121002.html"];
    let data = page.split("id=\"opening-days\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: Value = serde_json::from_str(data).unwrap();
    assert_eq!(data["from"], "2026-11-21");
    let tables = cells(section(page));
    let calendars = data["calendars"].as_array().unwrap();
    assert_eq!(calendars.len(), tables.len());
    for (calendar, table) in calendars.iter().zip(&tables) {
        let days = calendar["days"].as_str().unwrap();
        assert_eq!(days.len(), table.len());
        for (figure, (class, text)) in days.chars().zip(table) {
            let kind = &calendar["kinds"][figure.to_digit(36).unwrap() as usize];
            let expected = if kind["open"].is_array() { "open" } else { kind["say"].as_str().unwrap() };
            assert_eq!(class, expected, "{text}");
        }
    }
}

#[test]
fn beyond_the_table_of_holidays_every_day_is_to_be_asked_for() {
    let dataset = dataset_with(|path, value| {
        if path == Holidays::PATH {
            value["covered"]["until"] = "2026-11-30".into();
            let days = value["days"].as_object_mut().unwrap();
            days.retain(|day, _| day.as_str() <= "2026-11-30");
        }
    });
    let page = html(&dataset).remove("m/172014.html").unwrap();
    for (at, (class, text)) in cells(section(&page))[0].iter().enumerate() {
        assert_eq!(at >= 10, class == "ask", "{text}");
    }
    assert!(section(&page).contains("祝日の一覧がまだない日"));
    assert!(page.contains("{\"say\": \"uncovered\"}"));
}

#[test]
fn every_counter_of_the_dataset_has_a_verdict_for_every_covered_day() {
    let dataset = dataset();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for file in &dataset.municipalities {
        for counter in file.municipality.counters.values() {
            let Ok(opening) = OpeningDays::new(counter, &dataset.holidays) else {
                *seen.entry("none").or_default() += 1;
                continue;
            };
            for day in opening.days(dataset.holidays.covered.from, 1095) {
                let is_weekend = matches!(day.day.date().weekday(), Weekday::Saturday | Weekday::Sunday);
                let verdict = match &day.verdict {
                    Verdict::Open(_) if is_weekend => "open at a weekend",
                    Verdict::Open(_) => "open",
                    Verdict::Closed => "closed",
                    Verdict::CannotBeSaid(Why::NotCovered) => panic!("{} is covered", day.day),
                    Verdict::CannotBeSaid(_) => "cannot be said",
                };
                *seen.entry(verdict).or_default() += 1;
            }
        }
    }
    for verdict in ["none", "open", "open at a weekend", "closed", "cannot be said"] {
        assert!(seen.get(verdict).is_some_and(|count| *count > 0), "{verdict}: {seen:?}");
    }
}

#[test]
fn the_script_is_small() {
    let script = site(&dataset(), &assets(), &options()).unwrap();
    let script = script.iter().find(|page| page.path == "assets/calendar.js").unwrap();
    assert!(script.bytes.len() <= 2048, "{} bytes", script.bytes.len());
}
