//! Calendars (iCalendar, RFC 5545) in each language: the days on which a municipality's counters are
//! open although they usually are not on that day of the week, or at other times, or not at all.
//!
//! From the day on which the hours were read to the last day of the table of holidays, and only days of
//! which the page settles what holds. Times are in UTC, since the time of Japan never shifts.

use std::collections::BTreeMap;

use icalendar::{Calendar, Component as _, Event, Property};
use jiff::civil::Weekday;
use madoguchi_schema::dataset::{Dataset, MunicipalityFile};
use madoguchi_schema::model::{Counter, Holiday};
use madoguchi_schema::scalar::Day;

use crate::calendar::{Minute, OpeningDay, OpeningDays, Span, Verdict};
use crate::facet::Origin;
use crate::view::calendar::holiday_name;
use crate::view::page::{Context, municipality_path};
use crate::view::{Worded, bare};
use crate::{Page, SiteError};

/// The calendar of a municipality.
pub(crate) fn path(file: &MunicipalityFile) -> String {
    format!("m/{}.ics", file.municipality.municipality)
}

/// The calendar of a municipality in a language.
pub(crate) fn file(context: &Context<'_>, file: &MunicipalityFile) -> Worded<Option<Page>> {
    let page = |bytes| Page { path: format!("{}{}", context.words.lang.prefix(), path(file)), bytes };
    Ok(calendar(context, file)?.map(page))
}

/// Whether there is a day that a calendar of the municipality would have.
pub(crate) fn has_days(dataset: &Dataset, file: &MunicipalityFile) -> bool {
    file.municipality.counters.values().any(|counter| !unusual(dataset, file, counter).is_empty())
}

/// A day on which some counters are not open as usual; none of the times is no opening at all.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Unusual {
    day: Day,
    times: Vec<Span>,
    last_reception: Option<Minute>,
}

/// What is said of such a day beside its times.
#[derive(Default)]
struct About<'d> {
    counters: Vec<&'d Counter>,
    holiday: Option<Holiday>,
    read_on: Option<Day>,
    addresses: Vec<String>,
}

fn calendar(context: &Context<'_>, file: &MunicipalityFile) -> Worded<Option<Vec<u8>>> {
    let mut days: BTreeMap<Unusual, About<'_>> = BTreeMap::new();
    for counter in file.municipality.counters.values() {
        let Some(origin) = origin(file, counter) else { continue };
        for unusual in unusual(context.dataset, file, counter) {
            let about = days.entry(unusual.clone()).or_default();
            about.counters.push(counter);
            about.holiday = context.dataset.holidays.on(unusual.day);
            about.read_on = about.read_on.max(Some(origin.source.read_on));
            let address = origin.source.url.to_string();
            if !about.addresses.contains(&address) {
                about.addresses.push(address);
            }
        }
    }
    if days.is_empty() {
        return Ok(None);
    }
    let words = context.words;
    let name = context.full_name(file)?;
    let mut calendar = Calendar::empty();
    for (key, value) in [("VERSION", "2.0"), ("PRODID", "-//Madoguchi//Madoguchi//JA"), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(Property::new(key, value));
    }
    calendar
        .name(&bare(&words.say_of("ics-name", &name)?))
        .description(&bare(&words.say_of("ics-about", &name)?))
        .timezone("Asia/Tokyo");
    for (unusual, about) in &days {
        for event in events(context, file, unusual, about)? {
            calendar.push(event);
        }
    }
    Ok(Some(calendar.to_string().into_bytes()))
}

/// The events of a day: one for the whole day where it is closed, else one for each time.
fn events(context: &Context<'_>, file: &MunicipalityFile, unusual: &Unusual, about: &About<'_>) -> Worded<Vec<Event>> {
    let words = context.words;
    let counters: Vec<String> = about.counters.iter().map(|counter| words.label(&counter.name)).collect();
    let counters = words.list(&counters)?;
    let code = file.municipality.municipality.as_str();
    let stamp = utc(about.read_on.unwrap_or(unusual.day), 0)?;
    let mut said = Vec::new();
    if let Some(holiday) = about.holiday {
        said.push(words.say_of("ics-holiday", words.say(holiday_name(holiday))?)?);
    }
    if let Some(last) = unusual.last_reception {
        said.push(words.say_of("hours-last-reception", last.to_string())?);
    }
    if let Some(day) = about.read_on {
        said.push(words.say_of("ics-read-on", words.date(day)?.text)?);
    }
    said.push(words.say("footer-unofficial")?);
    said.extend(about.addresses.iter().cloned());
    let description = bare(&said.join("\n"));
    let event = |kind: &str, summary: String| {
        let mut event = Event::new();
        event
            .uid(&format!("{code}-{}-{kind}@madoguchi", compact(unusual.day)))
            .summary(&bare(&summary))
            .description(&description)
            .add_property("DTSTAMP", &stamp)
            .add_property("TRANSP", "TRANSPARENT");
        let page = format!("{}{}", words.lang.prefix(), municipality_path(file));
        if let Some(address) = context.options.address(&page) {
            event.url(&address);
        }
        event
    };
    if unusual.times.is_empty() {
        let mut event = event("closed", words.say_of("ics-closed", &counters)?);
        event.append_property(date("DTSTART", unusual.day)).append_property(date("DTEND", next(unusual.day)?));
        return Ok(vec![event]);
    }
    let timed = |span: &Span| {
        let times = [("from", span.from.to_string().into()), ("to", span.until.to_string().into())];
        let said = [("times", words.say_with("range", &times)?.into()), ("counters", counters.as_str().into())];
        let kind = format!("{:04}-{:04}", clock(span.from), clock(span.until));
        let mut event = event(&kind, words.say_with("ics-open", &said)?);
        event
            .add_property("DTSTART", utc(unusual.day, span.from.minutes())?)
            .add_property("DTEND", utc(unusual.day, span.until.minutes())?);
        Ok(event)
    };
    unusual.times.iter().map(timed).collect()
}

/// The days on which a counter is not open as it usually is on that day of the week.
fn unusual(dataset: &Dataset, file: &MunicipalityFile, counter: &Counter) -> Vec<Unusual> {
    let Some(origin) = origin(file, counter) else { return Vec::new() };
    let Ok(opening) = OpeningDays::new(counter, &dataset.holidays) else { return Vec::new() };
    let covered = dataset.holidays.covered;
    let first = origin.source.read_on.max(covered.from);
    let dates = first.date().series(jiff::Span::new().days(1)).take_while(|date| Day::from(*date) <= covered.until);
    let days: Vec<OpeningDay<'_>> = dates.map(|date| opening.on(date.into())).collect();
    let usual: Vec<Option<Vec<Span>>> = (0..7).map(|weekday| usual(&days, weekday)).collect();
    let is_unusual = |day: &OpeningDay<'_>| {
        let (times, last_reception) = settled(day)?;
        let usual = usual[number(day.day.date().weekday())].as_ref()?;
        (&times != usual).then_some(Unusual { day: day.day, times, last_reception })
    };
    days.iter().filter_map(is_unusual).collect()
}

/// The times of most days of a weekday that are settled; none is closed.
fn usual(days: &[OpeningDay<'_>], weekday: usize) -> Option<Vec<Span>> {
    let mut counts: Vec<(Vec<Span>, usize)> = Vec::new();
    for day in days.iter().filter(|day| number(day.day.date().weekday()) == weekday) {
        let Some((times, _)) = settled(day) else { continue };
        match counts.iter_mut().find(|(known, _)| *known == times) {
            Some((_, count)) => *count += 1,
            None => counts.push((times, 1)),
        }
    }
    // Of equally frequent times the first.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(times, _)| times)
}

/// The times of a day, where the page settles it.
fn settled(day: &OpeningDay<'_>) -> Option<(Vec<Span>, Option<Minute>)> {
    match &day.verdict {
        Verdict::Closed => Some((Vec::new(), None)),
        Verdict::Open(open) => Some((open.times.clone(), open.last_reception)),
        Verdict::CannotBeSaid(_) => None,
    }
}

fn origin<'d>(file: &'d MunicipalityFile, counter: &'d Counter) -> Option<Origin<'d>> {
    Origin::of(&file.municipality, counter.source.as_ref(), counter.section.as_ref())
}

fn number(weekday: Weekday) -> usize {
    usize::from(weekday.to_monday_zero_offset().unsigned_abs())
}

/// `20261122`
fn compact(day: Day) -> String {
    day.to_string().replace('-', "")
}

fn clock(time: Minute) -> u16 {
    time.minutes() / 60 * 100 + time.minutes() % 60
}

fn next(day: Day) -> Worded<Day> {
    day.date().tomorrow().map(Day::from).map_err(fault)
}

/// A property that is a day.
fn date(key: &str, day: Day) -> Property {
    Property::new(key, compact(day)).add_parameter("VALUE", "DATE").done()
}

/// A minute of a day in Japan, in UTC: `20261121T233000Z`.
fn utc(day: Day, minute: u16) -> Worded<String> {
    let japan = jiff::tz::TimeZone::fixed(jiff::tz::offset(9));
    let start = day.date().to_zoned(japan).map_err(fault)?;
    let time = start.checked_add(jiff::Span::new().minutes(i64::from(minute))).map_err(fault)?;
    Ok(time.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string())
}

fn fault(error: impl std::fmt::Display) -> SiteError {
    SiteError::Export { file: "m/*.ics".to_owned(), fault: error.to_string() }
}
