//! The table of holidays against the law's own rules (国民の祝日に関する法律), computed anew.
//!
//! The equinoxes are the days of the usual approximation, good from 1980 to 2099. What the Cabinet
//! Office announces goes before it; so far the two have never differed.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

mod support;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, Weekday, date};
use madoguchi_schema::model::{Holiday, Holidays};
use madoguchi_schema::scalar::Day;

/// The national holidays of a year: the law's second article.
fn national(year: i16) -> BTreeMap<Date, Holiday> {
    let monday = |month, nth| date(year, month, 1).nth_weekday_of_month(nth, Weekday::Monday).unwrap();
    BTreeMap::from([
        (date(year, 1, 1), Holiday::NewYearsDay),
        (monday(1, 2), Holiday::ComingOfAgeDay),
        (date(year, 2, 11), Holiday::NationalFoundationDay),
        (date(year, 2, 23), Holiday::EmperorsBirthday),
        (equinox(year, 3, 20.8431), Holiday::VernalEquinoxDay),
        (date(year, 4, 29), Holiday::ShowaDay),
        (date(year, 5, 3), Holiday::ConstitutionMemorialDay),
        (date(year, 5, 4), Holiday::GreeneryDay),
        (date(year, 5, 5), Holiday::ChildrensDay),
        (monday(7, 3), Holiday::MarineDay),
        (date(year, 8, 11), Holiday::MountainDay),
        (monday(9, 3), Holiday::RespectForTheAgedDay),
        (equinox(year, 9, 23.2488), Holiday::AutumnalEquinoxDay),
        (monday(10, 2), Holiday::SportsDay),
        (date(year, 11, 3), Holiday::CultureDay),
        (date(year, 11, 23), Holiday::LabourThanksgivingDay),
    ])
}

fn equinox(year: i16, month: i8, of_1980: f64) -> Date {
    let years = f64::from(year - 1980);
    let day = of_1980 + 0.242_194 * years - (years / 4.0).floor();
    #[allow(clippy::cast_possible_truncation, reason = "a day of the month")]
    date(year, month, day.floor() as i8)
}

/// All holidays of a year: the third article adds the day after a Sunday's holiday that is none
/// itself, and a day between two holidays.
fn by_law(year: i16) -> BTreeMap<Date, Holiday> {
    let national = national(year);
    let is_national = |day: Date| national.contains_key(&day);
    let mut all = national.clone();
    for sunday in national.keys().filter(|day| day.weekday() == Weekday::Sunday) {
        let free = sunday.series(jiff::Span::new().days(1)).find(|day| !is_national(*day)).unwrap();
        all.insert(free, Holiday::Substitute);
    }
    let middle = national.keys().map(|day| day.tomorrow().unwrap());
    for day in middle.filter(|day| !is_national(*day) && is_national(day.tomorrow().unwrap())) {
        // A Sunday is a day off as it is; where both paragraphs hold the earlier one names the day.
        if day.weekday() != Weekday::Sunday {
            all.entry(day).or_insert(Holiday::Between);
        }
    }
    all
}

fn table() -> Arc<Holidays> {
    support::loaded(support::dataset_files()).dataset.unwrap().holidays
}

#[test]
fn every_day_of_the_table_is_explained_by_the_law_and_every_day_of_the_law_is_in_the_table() {
    let table = table();
    let (from, until) = (table.covered.from.date(), table.covered.until.date());
    let law: BTreeMap<Date, Holiday> =
        (from.year()..=until.year()).flat_map(by_law).filter(|(day, _)| (from..=until).contains(day)).collect();
    let listed: BTreeMap<Date, Holiday> = table.days.iter().map(|(day, holiday)| (day.date(), *holiday)).collect();
    assert_eq!(listed, law);
    assert!(listed.len() >= 16 * 3);
    assert!(table.days.keys().is_sorted(), "by date");
}

#[test]
fn days_that_calendars_often_get_wrong_are_right() {
    let table = table();
    let on = |day: Date| table.on(Day::from(day));
    assert_eq!(on(date(2026, 9, 22)), Some(Holiday::Between), "between two holidays");
    assert_eq!(on(date(2027, 3, 22)), Some(Holiday::Substitute), "after an equinox on a Sunday");
    assert_eq!(on(date(2025, 5, 6)), Some(Holiday::Substitute), "two days after a Sunday's holiday");
    assert_eq!(on(date(2026, 5, 6)), Some(Holiday::Substitute), "three days after a Sunday's holiday");
    assert_eq!(on(date(2025, 2, 24)), Some(Holiday::Substitute));
    assert_eq!(on(date(2026, 11, 24)), None);
}

#[test]
fn the_law_as_computed_here_gives_the_days_of_years_gone_by() {
    let offs = |year| -> Vec<(Date, Holiday)> {
        let added = |holiday: &Holiday| matches!(holiday, Holiday::Substitute | Holiday::Between);
        by_law(year).into_iter().filter(|(_, holiday)| added(holiday)).collect()
    };
    let substitutes = [(2, 12), (5, 6), (8, 12), (9, 23), (11, 4)];
    let expected: Vec<_> =
        substitutes.iter().map(|(month, day)| (date(2024, *month, *day), Holiday::Substitute)).collect();
    assert_eq!(offs(2024), expected);
    assert_eq!(offs(2023), [(date(2023, 1, 2), Holiday::Substitute)]);
    assert_eq!(offs(2032), [(date(2032, 9, 21), Holiday::Between)], "the next sandwiched day");
    let equinoxes = |year| (equinox(year, 3, 20.8431).day(), equinox(year, 9, 23.2488).day());
    assert_eq!([2012, 2016, 2023, 2024].map(equinoxes), [(20, 22), (20, 22), (21, 23), (20, 22)]);
}

#[test]
fn the_table_says_where_it_was_read_and_where_it_ends() {
    let table = table();
    assert!(!table.sources.is_empty());
    assert!(table.covers(table.covered.until));
    let after = table.covered.until.date().tomorrow().unwrap();
    assert!(!table.covers(Day::from(after)));
    assert_eq!((after.month(), after.day()), (1, 1), "whole years are announced");
}
