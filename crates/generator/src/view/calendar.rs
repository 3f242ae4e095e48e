//! The coming weeks of a municipality's counters. Counters whose days are the same share a calendar.

use jiff::civil::Weekday;
use madoguchi_schema::model::{Holiday, Holidays, NationalSource};
use madoguchi_schema::scalar::Day;
use serde::Serialize;

use super::city::City;
use super::words::{DateView, Worded, Words};
use crate::calendar::{Minute, NoCalendar, Open, OpeningDay, OpeningDays, Proviso, Span, Verdict, Why};

/// How many days are shown.
const DAYS: usize = 35;

/// So many days are named beside a reason; of more, the number is.
const MOST_NAMED: usize = 6;

/// The calendars of a municipality.
#[derive(Debug, Serialize)]
pub(crate) struct CalendarsView {
    weekdays: Vec<WeekdayView>,
    calendars: Vec<CalendarView>,
    /// Counters without one, by the reason.
    without: Vec<RemarkView>,
    holidays: HolidaysView,
    data: Data,
}

#[derive(Debug, Serialize)]
struct WeekdayView {
    short: String,
    long: String,
}

/// The calendar of some counters.
#[derive(Debug, Serialize)]
struct CalendarView {
    counters: Vec<String>,
    /// The times of most open days.
    usual: Option<String>,
    /// Some have other times.
    others: bool,
    weeks: Vec<Vec<Option<CellView>>>,
    remarks: Vec<RemarkView>,
    provisos: Vec<String>,
}

/// A day.
#[derive(Debug, Serialize)]
struct CellView {
    state: &'static str,
    glyph: &'static str,
    word: String,
    date: String,
    holiday: bool,
    /// Where they are not the usual ones.
    times: Option<String>,
}

/// Something that holds of some of the days or counters.
#[derive(Debug, PartialEq, Serialize)]
struct RemarkView {
    about: String,
    of: Vec<String>,
    more: Option<String>,
}

/// Where the holidays are from.
#[derive(Debug, Serialize)]
struct HolidaysView {
    publisher: String,
    title: Option<String>,
    url: Option<String>,
    confidence: String,
    read_on: DateView,
    until: DateView,
}

/// What the script reads: kinds of days, and the kind of each day as a figure of base 36.
#[derive(Debug, Serialize)]
struct Data {
    from: String,
    texts: Texts,
    calendars: Vec<DayKinds>,
}

/// What the script says; `%` stands for a time.
#[derive(Debug, Serialize)]
struct Texts {
    open: String,
    last: String,
    late: String,
    later: String,
    over: String,
    closed: String,
    ask: String,
    perhaps: String,
    uncovered: String,
    beyond: String,
}

#[derive(Debug, Serialize)]
struct DayKinds {
    kinds: Vec<DayKind>,
    days: String,
}

/// The days that are alike for the clock.
#[derive(Debug, PartialEq, Serialize)]
#[serde(untagged)]
enum DayKind {
    Open {
        /// From and until, in minutes since the day began.
        open: Vec<u16>,
        #[serde(skip_serializing_if = "Option::is_none")]
        last: Option<u16>,
        #[serde(skip_serializing_if = "is_false")]
        perhaps: bool,
    },
    Other {
        /// The text that says so.
        say: &'static str,
    },
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands references")]
fn is_false(yes: &bool) -> bool {
    !yes
}

impl City<'_> {
    /// The coming weeks of every counter; none where the file names no counter.
    pub(crate) fn calendars(&self, today: Day, holidays: &Holidays) -> Worded<Option<CalendarsView>> {
        let words = self.words;
        let mut groups: Vec<(Vec<OpeningDay<'_>>, Vec<Proviso<'_>>, Vec<String>)> = Vec::new();
        let mut without: Vec<(NoCalendar, Vec<String>)> = Vec::new();
        for counter in
            self.municipality.counters.values().filter(|counter| self.municipality.has_counter_on(counter, today))
        {
            let name = words.label(&counter.name);
            match OpeningDays::new(counter, holidays) {
                Ok(opening) => {
                    let days: Vec<OpeningDay<'_>> = opening.days(today, DAYS).collect();
                    let provisos = opening.provisos();
                    let same = groups.iter_mut().find(|group| (&group.0, &group.1) == (&days, &provisos));
                    match same {
                        Some((_, _, names)) => names.push(name),
                        None => groups.push((days, provisos, vec![name])),
                    }
                }
                Err(reason) => match without.iter_mut().find(|(other, _)| *other == reason) {
                    Some((_, names)) => names.push(name),
                    None => without.push((reason, vec![name])),
                },
            }
        }
        let without = without.into_iter().map(|(reason, of)| {
            let id = match reason {
                NoCalendar::NotStated => "calendar-none-not-stated",
                NoCalendar::OtherForm => "calendar-none-other-form",
            };
            Ok(RemarkView { about: words.say(id)?, of, more: None })
        });
        let without = without.collect::<Worded<Vec<_>>>()?;
        if groups.is_empty() && without.is_empty() {
            return Ok(None);
        }
        Ok(Some(CalendarsView {
            weekdays: words.week()?,
            data: Data {
                from: today.to_string(),
                texts: words.texts()?,
                calendars: groups.iter().map(|(days, ..)| day_kinds(days)).collect(),
            },
            calendars: groups
                .into_iter()
                .map(|(days, provisos, counters)| words.calendar(&days, &provisos, counters))
                .collect::<Worded<_>>()?,
            without,
            holidays: words.holidays(holidays)?,
        }))
    }
}

impl Words<'_> {
    fn calendar(
        &self,
        days: &[OpeningDay<'_>],
        provisos: &[Proviso<'_>],
        counters: Vec<String>,
    ) -> Worded<CalendarView> {
        let times = days.iter().map(|day| self.times_of(day)).collect::<Worded<Vec<_>>>()?;
        let usual = most_frequent(&times);
        let mut cells: Vec<Option<CellView>> = Vec::new();
        let mut remarks = Remarks::default();
        for (at, (day, times)) in days.iter().zip(&times).enumerate() {
            if at == 0 {
                cells.resize_with(sunday_offset(day.day), || None);
            }
            let times = times.as_ref().filter(|times| Some(*times) != usual.as_ref());
            cells.push(Some(self.cell(day, at == 0, times)?));
            self.remark(day, &mut remarks)?;
        }
        let mut weeks = Vec::new();
        while !cells.is_empty() {
            let rest = cells.split_off(cells.len().min(7));
            cells.resize_with(7, || None);
            weeks.push(std::mem::replace(&mut cells, rest));
        }
        Ok(CalendarView {
            counters,
            others: times.iter().flatten().any(|times| Some(times) != usual.as_ref()),
            usual,
            weeks,
            remarks: remarks.0.into_iter().map(|(about, of)| self.named(about, of)).collect::<Worded<_>>()?,
            provisos: provisos.iter().map(|proviso| self.proviso(proviso)).collect::<Worded<_>>()?,
        })
    }

    fn cell(&self, day: &OpeningDay<'_>, is_first: bool, times: Option<&String>) -> Worded<CellView> {
        let (state, glyph, word) = match day.verdict {
            Verdict::Open(_) => ("open", "○", self.say("calendar-open")?),
            Verdict::Closed => ("closed", "×", self.say("calendar-closed")?),
            Verdict::CannotBeSaid(_) => ("ask", "?", self.say("calendar-ask")?),
        };
        let date = day.day.date();
        let date = if is_first || date.day() == 1 {
            format!("{}/{}", date.month(), date.day())
        } else {
            date.day().to_string()
        };
        Ok(CellView { state, glyph, word, date, holiday: day.holiday.is_some(), times: times.cloned() })
    }

    /// The times of an open day, in one text.
    fn times_of(&self, day: &OpeningDay<'_>) -> Worded<Option<String>> {
        let Verdict::Open(Open { times, last_reception, .. }) = &day.verdict else { return Ok(None) };
        let spans = times.iter().map(|Span { from, until }| {
            self.say_with("range", &[("from", from.to_string().into()), ("to", until.to_string().into())])
        });
        let mut texts = spans.collect::<Worded<Vec<_>>>()?;
        if let Some(last) = last_reception {
            texts.push(self.say_of("hours-last-reception", last.to_string())?);
        }
        self.list(&texts).map(Some)
    }

    /// What is to be said of a day beside its cell.
    fn remark(&self, day: &OpeningDay<'_>, remarks: &mut Remarks) -> Worded<()> {
        let date = self.day_in_week(day.day)?;
        if let Some(holiday) = day.holiday {
            let name = self.say(holiday_name(holiday))?;
            let text = self.say_with("calendar-holiday", &[("date", date.as_str().into()), ("name", name.into())])?;
            remarks.add(self.say("calendar-holidays")?, text);
        }
        match &day.verdict {
            Verdict::CannotBeSaid(why) => remarks.add(self.why(why)?, date.clone()),
            Verdict::Open(Open { perhaps_more: Some(why), .. }) => {
                remarks.add(self.say_of("calendar-perhaps-more", self.why(why)?)?, date.clone());
            }
            Verdict::Open(_) | Verdict::Closed => {}
        }
        if !day.not_for.is_empty() {
            let procedures: Vec<String> = day.not_for.iter().map(|id| self.procedure(id)).collect();
            remarks.add(self.say_of("hours-not-for", self.list(&procedures)?)?, date);
        }
        Ok(())
    }

    fn named(&self, about: String, mut of: Vec<String>) -> Worded<RemarkView> {
        let count = of.len();
        let is_long = count > MOST_NAMED;
        if is_long {
            of.clear();
        }
        let more = is_long.then(|| self.say_with("calendar-days", &[("count", count.into())])).transpose()?;
        Ok(RemarkView { about, of, more })
    }

    fn day_in_week(&self, day: Day) -> Worded {
        let date = day.date();
        let of_month = self.say_with("month-day", &[("month", date.month().into()), ("day", date.day().into())])?;
        let weekday = self.say(weekday_short(date.weekday()))?;
        self.say_with("calendar-date", &[("date", of_month.into()), ("weekday", weekday.into())])
    }

    fn week(&self) -> Worded<Vec<WeekdayView>> {
        let days = std::iter::successors(Some(Weekday::Sunday), |day| Some(day.next())).take(7);
        days.map(|day| Ok(WeekdayView { short: self.say(weekday_short(day))?, long: self.say(weekday_long(day))? }))
            .collect()
    }

    fn why(&self, why: &Why<'_>) -> Worded {
        self.say(match why {
            Why::NotCovered => "calendar-why-not-covered",
            Why::NotInForce => "calendar-why-not-in-force",
            Why::HolidayUnsaid => "calendar-why-holiday-unsaid",
            Why::YearEndUnsaid => "calendar-why-year-end-unsaid",
            Why::YearEndUndated => "calendar-why-year-end-undated",
            Why::AnnouncedElsewhere => "calendar-why-announced-elsewhere",
            Why::InPrinciple => "calendar-why-in-principle",
            Why::OnDayOff => "calendar-why-on-day-off",
            Why::Unclear(note) => return self.say_of("unclear-because", self.note(note)),
        })
    }

    fn proviso(&self, proviso: &Proviso<'_>) -> Worded {
        self.say(match proviso {
            Proviso::Maintenance => "calendar-proviso-maintenance",
            Proviso::ClosedElsewhere => "calendar-proviso-closed-elsewhere",
            Proviso::MayCloseEarly => "calendar-proviso-may-close-early",
            Proviso::Unclear(note) => return self.say_of("unclear-because", self.note(note)),
        })
    }

    fn holidays(&self, holidays: &Holidays) -> Worded<HolidaysView> {
        let source: Option<&NationalSource> = holidays.sources.values().next();
        let text = |text: &dyn ToString| self.japanese(&text.to_string());
        Ok(HolidaysView {
            publisher: source.map(|source| text(&source.publisher)).unwrap_or_default(),
            title: source.and_then(|source| source.title.as_ref()).map(|title| text(title)),
            url: source.and_then(|source| source.url.as_ref()).map(ToString::to_string),
            confidence: source.map(|source| self.term(&source.confidence)).transpose()?.unwrap_or_default(),
            read_on: self.date(holidays.read_on)?,
            until: self.date(holidays.covered.until)?,
        })
    }

    fn texts(&self) -> Worded<Texts> {
        Ok(Texts {
            open: self.say_of("calendar-now-open", "%")?,
            last: self.say_of("calendar-now-last", "%")?,
            late: self.say_of("calendar-now-late", "%")?,
            later: self.say_of("calendar-now-later", "%")?,
            over: self.say("calendar-now-over")?,
            closed: self.say("calendar-now-closed")?,
            ask: self.say("calendar-now-ask")?,
            perhaps: self.say("calendar-now-perhaps")?,
            uncovered: self.say("calendar-now-uncovered")?,
            beyond: self.say("calendar-now-beyond")?,
        })
    }
}

/// What is to be said of days, with the days, in the order in which it first comes up.
#[derive(Default)]
struct Remarks(Vec<(String, Vec<String>)>);

impl Remarks {
    fn add(&mut self, about: String, day: String) {
        match self.0.iter_mut().find(|(other, _)| *other == about) {
            Some((_, days)) => days.push(day),
            None => self.0.push((about, vec![day])),
        }
    }
}

/// The text that most days have; of equally many the first.
fn most_frequent(texts: &[Option<String>]) -> Option<String> {
    let count = |text: &String| texts.iter().flatten().filter(|other| *other == text).count();
    let mut most: Option<(&String, usize)> = None;
    for text in texts.iter().flatten() {
        if most.is_none_or(|(_, many)| count(text) > many) {
            most = Some((text, count(text)));
        }
    }
    most.map(|(text, _)| text.clone())
}

fn sunday_offset(day: Day) -> usize {
    usize::from(day.date().weekday().to_sunday_zero_offset().unsigned_abs())
}

fn day_kinds(days: &[OpeningDay<'_>]) -> DayKinds {
    let mut kinds: Vec<DayKind> = Vec::new();
    let mut figures = String::with_capacity(days.len());
    for day in days {
        let kind = day_kind(&day.verdict);
        let at = kinds.iter().position(|other| *other == kind).unwrap_or_else(|| {
            kinds.push(kind);
            kinds.len() - 1
        });
        // There are no more kinds than days, and no more days than figures.
        figures.extend(u32::try_from(at).ok().and_then(|at| char::from_digit(at, 36)));
    }
    DayKinds { kinds, days: figures }
}

fn day_kind(verdict: &Verdict<'_>) -> DayKind {
    match verdict {
        Verdict::Closed => DayKind::Other { say: "closed" },
        Verdict::CannotBeSaid(Why::NotCovered) => DayKind::Other { say: "uncovered" },
        Verdict::CannotBeSaid(_) => DayKind::Other { say: "ask" },
        Verdict::Open(open) => DayKind::Open {
            open: open.times.iter().flat_map(|span| [span.from, span.until]).map(Minute::minutes).collect(),
            last: open.last_reception.map(Minute::minutes),
            perhaps: open.perhaps_more.is_some(),
        },
    }
}

fn weekday_short(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "calendar-mo",
        Weekday::Tuesday => "calendar-tu",
        Weekday::Wednesday => "calendar-we",
        Weekday::Thursday => "calendar-th",
        Weekday::Friday => "calendar-fr",
        Weekday::Saturday => "calendar-sa",
        Weekday::Sunday => "calendar-su",
    }
}

fn weekday_long(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "weekday-mo",
        Weekday::Tuesday => "weekday-tu",
        Weekday::Wednesday => "weekday-we",
        Weekday::Thursday => "weekday-th",
        Weekday::Friday => "weekday-fr",
        Weekday::Saturday => "weekday-sa",
        Weekday::Sunday => "weekday-su",
    }
}

/// The message that names a holiday.
pub(crate) fn holiday_name(holiday: Holiday) -> &'static str {
    match holiday {
        Holiday::NewYearsDay => "holiday-new-years-day",
        Holiday::ComingOfAgeDay => "holiday-coming-of-age-day",
        Holiday::NationalFoundationDay => "holiday-national-foundation-day",
        Holiday::EmperorsBirthday => "holiday-emperors-birthday",
        Holiday::VernalEquinoxDay => "holiday-vernal-equinox-day",
        Holiday::ShowaDay => "holiday-showa-day",
        Holiday::ConstitutionMemorialDay => "holiday-constitution-memorial-day",
        Holiday::GreeneryDay => "holiday-greenery-day",
        Holiday::ChildrensDay => "holiday-childrens-day",
        Holiday::MarineDay => "holiday-marine-day",
        Holiday::MountainDay => "holiday-mountain-day",
        Holiday::RespectForTheAgedDay => "holiday-respect-for-the-aged-day",
        Holiday::AutumnalEquinoxDay => "holiday-autumnal-equinox-day",
        Holiday::SportsDay => "holiday-sports-day",
        Holiday::CultureDay => "holiday-culture-day",
        Holiday::LabourThanksgivingDay => "holiday-labour-thanksgiving-day",
        Holiday::Substitute => "holiday-substitute",
        Holiday::Between => "holiday-between",
    }
}
