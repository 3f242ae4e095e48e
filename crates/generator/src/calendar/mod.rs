//! On which days a counter is open: its hours and its other days, held against the public holidays.
//!
//! Each day has exactly one verdict. Where the page does not settle a day (it is silent on the
//! year-end, says "in principle", or names days that another page announces) the verdict is that it
//! cannot be said, with the reason: silence is neither "open" nor "closed". Days that the table of
//! holidays does not cover cannot be said either.

mod occasion;
mod regular;
mod span;

use madoguchi_schema::model::{Counter, Holiday, Holidays, IrregularHours, Note, Said};
use madoguchi_schema::scalar::{Day, OpeningHours, ProcedureId};

use occasion::{Falls, falls, is_year_end};
use regular::{Base, Regular};
pub use span::{Minute, Span};

/// The opening days of one counter.
#[derive(Debug, Clone)]
pub struct OpeningDays<'d> {
    counter: &'d Counter,
    holidays: &'d Holidays,
    regular: Regular,
    irregular: Vec<Irregular<'d>>,
}

/// Why a counter has no opening days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoCalendar {
    /// Its hours are not stated, or unclear.
    NotStated,
    /// Its hours are in a form that is not evaluated (by sunset, by weeks of the year …).
    OtherForm,
}

/// What can be said of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningDay<'d> {
    /// The day.
    pub day: Day,
    /// What is celebrated on it.
    pub holiday: Option<Holiday>,
    /// Whether the counter is open.
    pub verdict: Verdict<'d>,
    /// Procedures that are not done on that day.
    pub not_for: Vec<&'d ProcedureId>,
}

/// Whether a counter is open on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict<'d> {
    /// It is.
    Open(Open<'d>),
    /// It is not.
    Closed,
    /// The page does not settle it.
    CannotBeSaid(Why<'d>),
}

/// The times of an open day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open<'d> {
    /// The times, in order and apart from each other.
    pub times: Vec<Span>,
    /// Until when people are received.
    pub last_reception: Option<Minute>,
    /// Why it may be open at other times of that day, too.
    pub perhaps_more: Option<Why<'d>>,
}

/// Why it cannot be said whether a counter is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why<'d> {
    /// The table of holidays does not cover the day.
    NotCovered,
    /// The counter's rules do not hold on the day, and no others are known.
    NotInForce,
    /// It is a public holiday, and the page does not say whether it closes on those.
    HolidayUnsaid,
    /// It is the year-end, and the page says nothing of it.
    YearEndUnsaid,
    /// The counter closes over the year-end; the page does not say on which days.
    YearEndUndated,
    /// Another page announces on which days.
    AnnouncedElsewhere,
    /// "In principle", says the page.
    InPrinciple,
    /// A day on which it opens is a day on which it closes.
    OnDayOff,
    /// The page is unclear.
    Unclear(&'d Note),
}

/// What no day shows, since the page names none: said beside the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proviso<'d> {
    /// Closed on days of system maintenance.
    Maintenance,
    /// Closed on days that another page announces.
    ClosedElsewhere,
    /// It may close early.
    MayCloseEarly,
    /// Other days, of which the page is unclear.
    Unclear(&'d Note),
}

/// A rule beside the regular hours, with its hours evaluated.
#[derive(Debug, Clone)]
struct Irregular<'d> {
    rule: &'d IrregularHours,
    hours: Hours<'d>,
}

#[derive(Debug, Clone)]
enum Hours<'d> {
    None,
    At(Regular),
    Unclear(&'d Note),
}

impl<'d> OpeningDays<'d> {
    /// The opening days of a counter.
    ///
    /// # Errors
    ///
    /// Says why there are none.
    pub fn new(counter: &'d Counter, holidays: &'d Holidays) -> Result<Self, NoCalendar> {
        let hours = counter.hours.as_ref().and_then(Said::value).ok_or(NoCalendar::NotStated)?;
        let regular = evaluated(hours)?;
        let rules = counter.irregular.iter().filter_map(Said::value);
        let irregular = rules.map(|rule| {
            let hours = match &rule.hours {
                None => Hours::None,
                Some(Said::Unclear(note)) => Hours::Unclear(note),
                Some(Said::Value(hours)) => Hours::At(evaluated(hours)?),
            };
            Ok(Irregular { rule, hours })
        });
        Ok(Self { counter, holidays, regular, irregular: irregular.collect::<Result<_, _>>()? })
    }

    /// The verdict on a day.
    #[must_use]
    pub fn on(&self, day: Day) -> OpeningDay<'d> {
        let holiday = self.holidays.on(day);
        let named = self.named(day);
        let not_for = named.iter().flat_map(|irregular| &irregular.rule.not_for).collect();
        let verdict = if !self.holidays.covers(day) {
            Verdict::CannotBeSaid(Why::NotCovered)
        } else if !self.counter.holds_on(day) {
            Verdict::CannotBeSaid(Why::NotInForce)
        } else {
            self.verdict(day, &named)
        };
        OpeningDay { day, holiday, verdict, not_for }
    }

    /// The verdicts on so many days.
    pub fn days(&self, first: Day, count: usize) -> impl Iterator<Item = OpeningDay<'d>> + '_ {
        first.date().series(jiff::Span::new().days(1)).take(count).map(|date| self.on(date.into()))
    }

    /// What holds on days that the page does not name.
    #[must_use]
    pub fn provisos(&self) -> Vec<Proviso<'d>> {
        use madoguchi_schema::model::Occasion::{AnnouncedElsewhere, SystemMaintenance};
        let mut found = Vec::new();
        let mut add = |proviso: Proviso<'d>| {
            if !found.contains(&proviso) {
                found.push(proviso);
            }
        };
        for said in &self.counter.irregular {
            match said {
                Said::Unclear(note) => add(Proviso::Unclear(note)),
                Said::Value(rule) => {
                    match &rule.on {
                        Said::Unclear(note) => add(Proviso::Unclear(note)),
                        Said::Value(SystemMaintenance {}) => add(Proviso::Maintenance),
                        Said::Value(AnnouncedElsewhere { .. }) if rule.closed => add(Proviso::ClosedElsewhere),
                        Said::Value(_) => {}
                    }
                    if rule.may_close_early {
                        add(Proviso::MayCloseEarly);
                    }
                }
            }
        }
        found
    }

    /// The rules that name a day for certain.
    fn named(&self, day: Day) -> Vec<&Irregular<'d>> {
        self.irregular.iter().filter(|irregular| self.falls(irregular, day) == Falls::Yes).collect()
    }

    fn falls(&self, irregular: &Irregular<'d>, day: Day) -> Falls<'d> {
        match &irregular.rule.on {
            Said::Unclear(_) => Falls::No,
            Said::Value(occasion) => falls(occasion, irregular.rule, day, self.holidays, |day| self.base(day)),
        }
    }

    fn base(&self, day: Day) -> Base {
        self.regular.on(day, self.holidays.on(day).is_some())
    }

    fn verdict(&self, day: Day, named: &[&Irregular<'d>]) -> Verdict<'d> {
        let base = self.base(day);
        let mut times = base.times.clone();
        let mut perhaps = None;
        for irregular in &self.irregular {
            match self.opens(irregular, day, &base) {
                Opens::Not => {}
                Opens::At(more) => times.extend(more),
                Opens::Perhaps(why) => perhaps = perhaps.or(Some(why)),
            }
        }
        if times.is_empty() {
            let closed = named.iter().any(|irregular| irregular.rule.closed && !irregular.rule.in_principle);
            return match perhaps.filter(|_| !closed) {
                Some(why) => Verdict::CannotBeSaid(why),
                None => Verdict::Closed,
            };
        }
        match self.closes(day, &base) {
            Closes::Yes => Verdict::Closed,
            Closes::Perhaps(why) => Verdict::CannotBeSaid(why),
            Closes::No => Verdict::Open(Open {
                last_reception: last_reception(named),
                times: span::joined(times),
                perhaps_more: perhaps,
            }),
        }
    }

    /// Whether a rule opens the counter on a day, beside its regular hours.
    fn opens(&self, irregular: &Irregular<'d>, day: Day, base: &Base) -> Opens<'d> {
        let rule = irregular.rule;
        if rule.closed || occasion::is_every(&rule.on) {
            return Opens::Not;
        }
        let times = match &irregular.hours {
            Hours::At(hours) => hours.on(day, self.holidays.on(day).is_some()).times,
            Hours::None | Hours::Unclear(_) => Vec::new(),
        };
        match (self.falls(irregular, day), &irregular.hours) {
            (Falls::No, _) => Opens::Not,
            (Falls::Perhaps(why), Hours::None) if base.times.is_empty() && rule.not_for.is_empty() => {
                Opens::Perhaps(why)
            }
            (Falls::Yes | Falls::Perhaps(_), Hours::None) => Opens::Not,
            (Falls::Yes | Falls::Perhaps(_), Hours::Unclear(note)) => Opens::Perhaps(Why::Unclear(note)),
            (_, Hours::At(_)) if times.is_empty() => Opens::Not,
            (Falls::Perhaps(why), Hours::At(_)) => Opens::Perhaps(why),
            // Longer hours of a working day go with that day; hours of their own may not.
            (Falls::Yes, _) if base.closed_by_rule && base.else_open => Opens::Not,
            (Falls::Yes, _) if base.closed_by_rule || occasion::may_be_day_off(&rule.on, base) => {
                Opens::Perhaps(Why::OnDayOff)
            }
            (Falls::Yes, _) if rule.in_principle => Opens::Perhaps(Why::InPrinciple),
            (Falls::Yes, _) => Opens::At(times),
        }
    }

    /// Whether a day with hours is closed all the same.
    fn closes(&self, day: Day, base: &Base) -> Closes<'d> {
        let mut perhaps = None;
        for irregular in self.irregular.iter().filter(|irregular| irregular.rule.closed) {
            match self.falls(irregular, day) {
                Falls::No => {}
                Falls::Yes if irregular.rule.in_principle => perhaps = Some(Why::InPrinciple),
                Falls::Yes => return Closes::Yes,
                Falls::Perhaps(why) => perhaps = Some(why),
            }
        }
        if is_year_end(day) && !self.regular.dates_year_end() {
            perhaps = perhaps.or(Some(Why::YearEndUnsaid));
        }
        if self.holidays.on(day).is_some() && !self.regular.names_holidays() && !base.every_weekday {
            perhaps = perhaps.or(Some(Why::HolidayUnsaid));
        }
        perhaps.map_or(Closes::No, Closes::Perhaps)
    }
}

enum Opens<'d> {
    Not,
    At(Vec<Span>),
    Perhaps(Why<'d>),
}

enum Closes<'d> {
    No,
    Yes,
    Perhaps(Why<'d>),
}

fn evaluated(hours: &OpeningHours) -> Result<Regular, NoCalendar> {
    Regular::of(&hours.rules().rules).ok_or(NoCalendar::OtherForm)
}

/// The last reception of a day: what is said of that day alone goes before what is said of all.
fn last_reception(named: &[&Irregular<'_>]) -> Option<Minute> {
    let said = |every: bool| {
        let rules = named.iter().map(|irregular| irregular.rule).filter(|rule| occasion::is_every(&rule.on) == every);
        rules.filter_map(|rule| Minute::parse(rule.last_reception.as_ref()?.as_str())).next_back()
    };
    said(false).or_else(|| said(true))
}

/// The times of regular hours alone, for a test that holds them against another evaluator.
#[cfg(test)]
pub(crate) fn regular_times(hours: &OpeningHours, holidays: &Holidays, day: Day) -> Option<Vec<(u16, u16)>> {
    let base = evaluated(hours).ok()?.on(day, holidays.on(day).is_some());
    Some(base.times.iter().map(|span| (span.from.minutes(), span.until.minutes())).collect())
}
