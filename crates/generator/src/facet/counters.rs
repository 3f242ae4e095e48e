use madoguchi_schema::model::{Counter, Note, Occasion, Said};
use madoguchi_schema::scalar::{CounterId, OpeningHours};
use opening_hours_syntax::RuleKind;
use opening_hours_syntax::rules::day::{WeekDayRange, Weekday};

use super::{CounterHours, Finding, HoursKind, Origin, Subject, Value};

/// The counters of a procedure, with the note of one that is unclear.
struct At<'d> {
    counters: Vec<&'d Counter>,
    unclear: Option<&'d Note>,
    origin: Origin<'d>,
}

fn at<'d>(subject: &Subject<'d>) -> At<'d> {
    let said: &'d [Said<CounterId>] = &subject.procedure.at;
    let known = &subject.municipality().counters;
    let counters: Vec<&Counter> = said.iter().filter_map(Said::value).filter_map(|id| known.get(id)).collect();
    let origin = match counters.first() {
        Some(first) => subject.at(first.source.as_ref(), first.section.as_ref()),
        None => subject.origin(),
    };
    At { counters, unclear: said.iter().find_map(Said::unclear), origin }
}

pub(super) fn counters<'d>(subject: &Subject<'d>) -> Finding<'d> {
    let At { counters, unclear, .. } = at(subject);
    let names: Vec<_> = counters.iter().map(|counter| counter.name.clone()).collect();
    Finding::list((!names.is_empty()).then_some(Value::Counters(names)), unclear, subject.origin())
}

pub(super) fn hours<'d>(subject: &Subject<'d>) -> Finding<'d> {
    let At { counters, origin, .. } = at(subject);
    let stated = counters.iter().filter_map(|counter| {
        let hours = counter.hours.as_ref().and_then(Said::value)?;
        Some(CounterHours { counter: counter.name.clone(), hours: HoursKind::Regular(hours.clone()) })
    });
    let unclear = counters.iter().find_map(|counter| counter.hours.as_ref().and_then(Said::unclear));
    let stated: Vec<_> = stated.collect();
    Finding::list((!stated.is_empty()).then_some(Value::Hours(stated)), unclear, origin)
}

/// Hours on Saturdays, Sundays and days off, regular and irregular.
pub(super) fn weekend<'d>(subject: &Subject<'d>) -> Finding<'d> {
    let At { counters, origin, .. } = at(subject);
    let mut found = Vec::new();
    for counter in &counters {
        let mut push = |hours| found.push(CounterHours { counter: counter.name.clone(), hours });
        if let Some(hours) = counter.hours.as_ref().and_then(Said::value).filter(|hours| opens_at_weekends(hours)) {
            push(HoursKind::Weekend(hours.clone()));
        }
        let irregular = counter.irregular.iter().filter_map(Said::value);
        irregular
            .filter(|rule| {
                !rule.closed
                    && matches!(
                        rule.on,
                        Said::Value(Occasion::HolidaysWithin { .. } | Occasion::AnnouncedElsewhere { .. })
                    )
            })
            .for_each(|rule| push(HoursKind::Irregular(Box::new(rule.clone()))));
    }
    let unclear = counters.iter().find_map(|counter| counter.irregular.iter().find_map(Said::unclear));
    Finding::list((!found.is_empty()).then_some(Value::Hours(found)), unclear, origin)
}

/// Whether some rule opens on a Saturday or Sunday.
fn opens_at_weekends(hours: &OpeningHours) -> bool {
    let Ok(expression) = hours.rules() else { return false };
    expression
        .rules
        .iter()
        .any(|rule| rule.kind == RuleKind::Open && rule.day_selector.weekday.iter().any(names_weekend))
}

/// Whether a range of weekdays has a Saturday or Sunday in it.
pub(crate) fn names_weekend(range: &WeekDayRange) -> bool {
    match range {
        WeekDayRange::Fixed { range, .. } => {
            let (from, to) = (range.start().num_days_from_monday(), range.end().num_days_from_monday());
            let is_in = |day: Weekday| {
                let day = day.num_days_from_monday();
                if from <= to { (from..=to).contains(&day) } else { day >= from || day <= to }
            };
            is_in(Weekday::Sat) || is_in(Weekday::Sun)
        }
        WeekDayRange::Holiday { .. } => true,
    }
}

/// Appointments: what is said of the procedure, else of its counters.
pub(super) fn reservation<'d>(subject: &Subject<'d>) -> Finding<'d> {
    if let Some(said) = &subject.procedure.reservation {
        return super::trip::said(Some(said), subject.origin(), |kind| Value::Reservations(vec![(None, *kind)]));
    }
    let At { counters, origin, .. } = at(subject);
    let stated: Vec<_> = counters
        .iter()
        .filter_map(|counter| {
            let kind = counter.reservation.as_ref().and_then(Said::value)?;
            Some((Some(counter.name.clone()), *kind))
        })
        .collect();
    let unclear = counters.iter().find_map(|counter| counter.reservation.as_ref().and_then(Said::unclear));
    Finding::list((!stated.is_empty()).then_some(Value::Reservations(stated)), unclear, origin)
}
