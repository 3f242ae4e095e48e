use madoguchi_schema::model::{Counter, IrregularHours, Occasion, Said, Weekday};
use madoguchi_schema::scalar::OpeningHours;
use opening_hours_syntax::RuleKind;
use opening_hours_syntax::rules::day::WeekDayRange;
use opening_hours_syntax::rules::{self, RuleSequence};

use super::{CounterHours, Finding, HoursKind, Origin, Subject, Value};

pub(super) fn counters<'d>(subject: &Subject<'d>) -> Finding<'d> {
    let names: Vec<_> = subject.counters().map(|counter| counter.name.clone()).collect();
    let unclear = subject.procedure.at.iter().find_map(Said::unclear);
    Finding::list((!names.is_empty()).then_some(Value::Counters(names)), unclear, subject.origin())
}

pub(super) fn hours<'d>(subject: &Subject<'d>) -> Finding<'d> {
    let stated = subject.counters().filter_map(|counter| {
        let hours = counter.hours.as_ref().and_then(Said::value)?;
        Some(CounterHours { counter: counter.name.clone(), hours: HoursKind::Regular(hours.clone()) })
    });
    let unclear = subject.counters().find_map(|counter| counter.hours.as_ref().and_then(Said::unclear));
    let stated: Vec<_> = stated.collect();
    let origin = origin(subject, |counter| counter.hours.is_some());
    Finding::list((!stated.is_empty()).then_some(Value::Hours(stated)), unclear, origin)
}

/// Hours on Saturdays, Sundays and days off, regular and irregular.
pub(super) fn weekend<'d>(subject: &Subject<'d>) -> Finding<'d> {
    let mut found = Vec::new();
    for counter in subject.counters() {
        let mut push = |hours| found.push(CounterHours { counter: counter.name.clone(), hours });
        if let Some(hours) = regular(counter) {
            push(HoursKind::Weekend(hours.clone()));
        }
        irregular(counter).for_each(|rule| push(HoursKind::Irregular(Box::new(rule.clone()))));
    }
    let unclear = subject.counters().find_map(|counter| counter.irregular.iter().find_map(Said::unclear));
    let origin = origin(subject, |counter| regular(counter).is_some() || irregular(counter).next().is_some());
    Finding::list((!found.is_empty()).then_some(Value::Hours(found)), unclear, origin)
}

/// Where the first counter stands that says it, else where the first does.
fn origin<'d>(subject: &Subject<'d>, says: impl Fn(&Counter) -> bool) -> Origin<'d> {
    let first = subject.counters().find(|counter| says(counter)).or_else(|| subject.counters().next());
    first.map_or_else(|| subject.origin(), |counter| subject.at(counter.source.as_ref(), counter.section.as_ref()))
}

/// The counter's hours, where they speak of Saturdays, Sundays or days off.
fn regular(counter: &Counter) -> Option<&OpeningHours> {
    counter.hours.as_ref().and_then(Said::value).filter(|hours| has_rule(hours, is_of_weekends))
}

/// The counter's other days, as far as they are Saturdays, Sundays or days off.
fn irregular(counter: &Counter) -> impl Iterator<Item = &IrregularHours> {
    counter.irregular.iter().filter_map(Said::value).filter(|rule| !rule.closed && is_on_days_off(rule))
}

fn is_on_days_off(rule: &IrregularHours) -> bool {
    let Said::Value(on) = &rule.on else { return false };
    match on {
        Occasion::HolidaysWithin { .. } => true,
        Occasion::Weekdays { weekday, .. } => matches!(weekday, Weekday::Sa | Weekday::Su),
        // The day that follows it.
        Occasion::DayAfter { weekday, .. } => matches!(weekday, Weekday::Fr | Weekday::Sa),
        // Announced are also evenings of working days.
        Occasion::AnnouncedElsewhere { .. } => rule.hours.as_ref().and_then(Said::value).is_none_or(opens_at_weekends),
        Occasion::DayOfMonth { .. }
        | Occasion::SystemMaintenance {}
        | Occasion::YearEnd {}
        | Occasion::EveryOpenDay {} => false,
    }
}

/// Whether some rule opens on a Saturday or Sunday.
fn opens_at_weekends(hours: &OpeningHours) -> bool {
    has_rule(hours, is_weekend_opening)
}

fn has_rule(hours: &OpeningHours, is_meant: impl Fn(&RuleSequence) -> bool) -> bool {
    hours.rules().rules.iter().any(is_meant)
}

/// Whether a rule opens on Saturdays, Sundays or days off, or closes on Saturdays or Sundays. That public
/// holidays are closed is said of counters that never open at weekends, too.
pub(crate) fn is_of_weekends(rule: &RuleSequence) -> bool {
    let closes = rule.kind == RuleKind::Closed && rule.day_selector.weekday.iter().any(is_fixed_weekend);
    closes || is_weekend_opening(rule)
}

/// Whether a rule opens on a Saturday, Sunday or day off. One that names no days opens on all.
fn is_weekend_opening(rule: &RuleSequence) -> bool {
    let days = &rule.day_selector.weekday;
    rule.kind == RuleKind::Open && (days.is_empty() || days.iter().any(names_weekend))
}

fn is_fixed_weekend(range: &WeekDayRange) -> bool {
    matches!(range, WeekDayRange::Fixed { .. }) && names_weekend(range)
}

/// Whether a range of weekdays has a Saturday or Sunday in it.
fn names_weekend(range: &WeekDayRange) -> bool {
    match range {
        WeekDayRange::Fixed { range, .. } => {
            let (from, to) = (range.start().num_days_from_monday(), range.end().num_days_from_monday());
            let is_in = |day: rules::day::Weekday| {
                let day = day.num_days_from_monday();
                if from <= to { (from..=to).contains(&day) } else { day >= from || day <= to }
            };
            is_in(rules::day::Weekday::Sat) || is_in(rules::day::Weekday::Sun)
        }
        WeekDayRange::Holiday { .. } => true,
    }
}

/// Appointments: what is said of the procedure, else of its counters.
pub(super) fn reservation<'d>(subject: &Subject<'d>) -> Finding<'d> {
    if let Some(said) = &subject.procedure.reservation {
        return super::trip::said(Some(said), subject.origin(), |kind| Value::Reservations(vec![(None, *kind)]));
    }
    let stated = subject.counters().filter_map(|counter| {
        let kind = counter.reservation.as_ref().and_then(Said::value)?;
        Some((Some(counter.name.clone()), *kind))
    });
    let stated: Vec<_> = stated.collect();
    let unclear = subject.counters().find_map(|counter| counter.reservation.as_ref().and_then(Said::unclear));
    let origin = origin(subject, |counter| counter.reservation.is_some());
    Finding::list((!stated.is_empty()).then_some(Value::Reservations(stated)), unclear, origin)
}
