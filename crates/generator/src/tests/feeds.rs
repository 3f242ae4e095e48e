//! Feeds and calendars, read back by the libraries that wrote them.

use std::collections::{BTreeMap, BTreeSet};

use atom_syndication::Feed;
use icalendar::{Calendar, CalendarComponent, CalendarDateTime, Component as _, DatePerhapsTime, Event};
use madoguchi_schema::dataset::Dataset;
use madoguchi_schema::scalar::{Day, Scalar};

use super::data::{assets, dataset, dataset_with, options, render, today, whole_dataset};
use crate::calendar::{OpeningDays, Verdict};
use crate::{Options, Page, site};

fn feeds(pages: &[Page]) -> BTreeMap<&str, Feed> {
    let files = pages.iter().filter(|page| page.path.ends_with(".atom"));
    files.map(|page| (page.path.as_str(), Feed::read_from(page.bytes.as_slice()).unwrap())).collect()
}

#[test]
fn there_is_a_feed_of_all_changes_and_one_a_municipality_in_each_language() {
    let dataset = dataset();
    let pages = render(&dataset);
    let feeds = feeds(&pages);
    assert_eq!(feeds.len(), 3 * (1 + dataset.municipalities.len()));
    let last = dataset.municipalities.iter().flat_map(|file| file.municipality.sources.values());
    let last = last.map(|source| source.read_on.to_string()).max().unwrap();
    let mut ids = BTreeSet::new();
    for (path, feed) in &feeds {
        assert_eq!(feed.id, format!("https://example.org/{path}"));
        assert!(ids.insert(feed.id.clone()) && !feed.entries.is_empty(), "{path}");
        assert_eq!(feed.updated, feed.entries.iter().map(|entry| entry.updated).max().unwrap(), "{path}");
        let own: BTreeSet<&str> = feed.entries.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(own.len(), feed.entries.len(), "{path}: an id twice");
        for entry in &feed.entries {
            assert!(entry.updated.to_rfc3339() <= format!("{last}T00:00:00+09:00"), "{path}: {}", entry.id);
            assert!(entry.links[0].href.starts_with("https://example.org/"), "{path}");
            assert!(!entry.summary.as_ref().unwrap().value.contains(['\u{fff9}', '\u{fffb}']), "{path}");
        }
    }
    let changes = crate::change::changes(&dataset).len();
    assert_eq!(feeds["en/changes.atom"].entries.len(), changes);
}

#[test]
fn an_entry_leads_to_its_place_on_the_page() {
    let pages = render(&whole_dataset());
    let feeds = feeds(&pages);
    for (feed, page) in [("changes.atom", "changes.html"), ("en/changes.atom", "en/changes.html")] {
        let page = pages.iter().find(|file| file.path == page).unwrap();
        let page = std::str::from_utf8(&page.bytes).unwrap();
        for entry in &feeds[feed].entries {
            let place = entry.links[0].href.rsplit('#').next().unwrap();
            assert!(page.contains(&format!(" id=\"{place}\"")), "{place}");
        }
    }
    let page = pages.iter().find(|file| file.path == "en/m/172014.html").unwrap();
    let page = std::str::from_utf8(&page.bytes).unwrap();
    let link = page.split("<link rel=\"alternate\" type=\"application/atom+xml\"").nth(1).unwrap();
    assert!(link.split('>').next().unwrap().ends_with(" href=\"../m/172014.atom\""));
}

#[test]
fn a_reading_is_an_entry_that_becomes_new_with_the_next_reading() {
    let later = dataset_with(|path, value| {
        if path.contains("172014") {
            value["sources"]["pin"]["read_on"] = "2027-01-05".into();
        }
    });
    let entry = |dataset: &Dataset| {
        let pages = render(dataset);
        let mut feeds = feeds(&pages);
        let feed = feeds.remove("m/172014.atom").unwrap();
        let entry = feed.entries.into_iter().find(|entry| entry.id.ends_with("#source-pin")).unwrap();
        (entry.id, entry.updated.to_rfc3339())
    };
    let (before, after) = (entry(&dataset()), entry(&later));
    assert_eq!(before.0, after.0);
    assert_eq!((before.1.as_str(), after.1.as_str()), ("2026-11-21T00:00:00+09:00", "2027-01-05T00:00:00+09:00"));
}

#[test]
fn without_an_address_links_are_relative_and_ids_stay_whole() {
    let options = Options { base_url: None, ..options() };
    let pages = site(&dataset(), &assets(), &options).unwrap();
    for (path, feed) in feeds(&pages) {
        assert_eq!(feed.id, format!("tag:madoguchi.invalid,2026:{path}"));
        let first = &feed.entries[0].links[0].href;
        let wanted = if path.contains("m/") { "../" } else { "changes.html#" };
        assert!(first.starts_with(wanted), "{path}: {first}");
    }
}

fn calendars(pages: &[Page]) -> BTreeMap<&str, Calendar> {
    let files = pages.iter().filter(|page| page.path.ends_with(".ics"));
    files.map(|page| (page.path.as_str(), std::str::from_utf8(&page.bytes).unwrap().parse().unwrap())).collect()
}

fn events(calendar: &Calendar) -> Vec<&Event> {
    let events = calendar.components.iter();
    events.map(|one| if let CalendarComponent::Event(event) = one { event } else { panic!("{one:?}") }).collect()
}

/// The day in Japan on which an event begins.
fn day(event: &Event) -> Day {
    let text = match event.get_start().unwrap() {
        DatePerhapsTime::Date(date) => date.to_string(),
        DatePerhapsTime::DateTime(time) => {
            let CalendarDateTime::Utc(time) = time else { panic!("{time:?}") };
            let japan = chrono::FixedOffset::east_opt(9 * 3600).unwrap();
            time.with_timezone(&japan).date_naive().to_string()
        }
    };
    Day::parse(&text).unwrap()
}

#[test]
fn a_calendar_has_the_days_that_are_not_as_usual_and_no_others() {
    let dataset = whole_dataset();
    let pages = render(&dataset);
    let calendars = calendars(&pages);
    assert_eq!(calendars.len() % 3, 0);
    let mut closed = 0;
    for file in &dataset.municipalities {
        let code = file.municipality.municipality.as_str();
        let Some(calendar) = calendars.get(format!("m/{code}.ics").as_str()) else { continue };
        let events = events(calendar);
        let ids: BTreeSet<&str> = events.iter().map(|event| event.get_uid().unwrap()).collect();
        assert_eq!(ids.len(), events.len(), "{code}: an id twice");
        let read = file.municipality.sources.values().map(|source| source.read_on).min().unwrap();
        for event in events {
            let (day, id) = (day(event), event.get_uid().unwrap());
            assert!(id.starts_with(&format!("{code}-{}-", day.to_string().replace('-', ""))), "{id}");
            assert!(day >= read && dataset.holidays.covers(day), "{id}");
            // Some counter of the municipality is closed, or open, on that day for certain.
            let is_closed = matches!(event.get_start(), Some(DatePerhapsTime::Date(_)));
            let counters = file.municipality.counters.values();
            let found = counters.filter_map(|counter| OpeningDays::new(counter, &dataset.holidays).ok()).any(|days| {
                matches!((days.on(day).verdict, is_closed), (Verdict::Closed, true) | (Verdict::Open(_), false))
            });
            assert!(found, "{id}");
            closed += usize::from(is_closed);
        }
    }
    assert!(closed > 100);
}

#[test]
fn closed_holidays_are_whole_days_and_open_sundays_have_times_of_japan() {
    let pages = render(&dataset());
    let calendars = calendars(&pages);
    let kanazawa = events(&calendars["m/172014.ics"]);
    let on = |events: &[&Event], wanted: &str| -> Vec<(String, String)> {
        let found = events.iter().filter(|event| day(event).to_string() == wanted);
        let value = |event: &Event, key| event.property_value(key).unwrap().to_owned();
        found.map(|event| (value(event, "DTSTART"), value(event, "DTEND"))).collect()
    };
    assert_eq!(on(&kanazawa, "2026-11-23"), [("20261123".into(), "20261124".into())], "a holiday on a Monday");
    assert_eq!(on(&kanazawa, "2026-11-24"), [], "an ordinary Tuesday");
    assert_eq!(on(&kanazawa, "2026-11-28"), [], "an ordinary Saturday");
    let chiba = events(&calendars["m/121002.ics"]);
    let sunday = on(&chiba, "2026-12-13");
    assert!(sunday.contains(&("20261213T000000Z".into(), "20261213T033000Z".into())), "{sunday:?}: 9:00 to 12:30");
    assert!(kanazawa.iter().all(|event| event.property_value("DTSTAMP") == Some("20261120T150000Z")));
}

#[test]
fn a_calendar_does_not_depend_on_the_day_of_the_build() {
    let next = Options { today: Day::from(today().date().tomorrow().unwrap()), ..options() };
    let files = |options: &Options| -> Vec<Page> {
        let pages = site(&dataset(), &assets(), options).unwrap();
        pages.into_iter().filter(|page| page.path.ends_with(".ics") || page.path.ends_with(".atom")).collect()
    };
    assert_eq!(files(&options()), files(&next));
}

#[test]
fn the_municipality_links_to_its_calendar_where_there_is_one() {
    let pages = render(&whole_dataset());
    let there: BTreeSet<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    let (mut with, mut without) = (0, 0);
    for page in pages.iter().filter(|page| page.path.starts_with("m/") && page.path.matches('/').count() == 1) {
        let Some(below) = page.path.strip_suffix(".html") else { continue };
        let html = std::str::from_utf8(&page.bytes).unwrap();
        let is_there = there.contains(format!("{below}.ics").as_str());
        assert_eq!(html.contains("type=\"text/calendar\""), is_there, "{below}");
        *(if is_there { &mut with } else { &mut without }) += 1;
    }
    assert!(with > 0 && without > 0);
}
