//! Whether a day is one of those that regular hours cannot name.

use jiff::civil::Date;
use madoguchi_schema::model::{Holidays, IrregularHours, Occasion, Said, Weekday};
use madoguchi_schema::scalar::Day;

use super::Why;
use super::regular::Base;

/// Whether a rule is about a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Falls<'d> {
    No,
    Yes,
    Perhaps(Why<'d>),
}

/// How many days a rule is followed to the next open day.
const MOST_DAYS_MOVED: usize = 14;

/// The days on which public offices rest over the year-end. Where a page says nothing of them, or
/// gives no dates, these are the days in question.
pub(super) const YEAR_END: [(u8, u8); 6] = [(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)];

pub(super) fn is_year_end(day: Day) -> bool {
    let date = day.date();
    YEAR_END.contains(&(date.month().unsigned_abs(), date.day().unsigned_abs()))
}

pub(super) fn is_every(on: &Said<Occasion>) -> bool {
    matches!(on, Said::Value(Occasion::EveryOpenDay {}))
}

/// Whether the day of a rule can be one on which the counter is shut anyway, and the page does not
/// say what holds then.
pub(super) fn may_be_day_off(on: &Said<Occasion>, base: &Base) -> bool {
    matches!(on, Said::Value(Occasion::DayOfMonth { .. })) && base.times.is_empty()
}

pub(super) fn falls<'d>(
    occasion: &Occasion,
    rule: &IrregularHours,
    day: Day,
    holidays: &Holidays,
    base: impl Fn(Day) -> Base,
) -> Falls<'d> {
    let date = day.date();
    let when = |holds| if holds { Falls::Yes } else { Falls::No };
    match occasion {
        Occasion::DayOfMonth { day: number, else_next_open_day: false } => when(date.day().unsigned_abs() == *number),
        Occasion::DayOfMonth { day: number, else_next_open_day: true } => moved(date, *number, base),
        Occasion::Weekdays { weekday, nth } => when(is_nth(date, *weekday, nth)),
        Occasion::DayAfter { weekday, nth } => {
            when(date.yesterday().is_ok_and(|before| is_nth(before, *weekday, &[*nth])))
        }
        // Closed on days that nobody knows: a proviso of every day, and of none.
        Occasion::SystemMaintenance {} => Falls::No,
        Occasion::AnnouncedElsewhere { .. } if rule.closed => Falls::No,
        Occasion::AnnouncedElsewhere { .. } => Falls::Perhaps(Why::AnnouncedElsewhere),
        Occasion::HolidaysWithin { time, .. } => {
            let is_off = matches!(date.weekday().to_monday_zero_offset(), 5 | 6) || holidays.on(day).is_some();
            if is_off && is_within(date, time.ja.as_str()) {
                Falls::Perhaps(Why::AnnouncedElsewhere)
            } else {
                Falls::No
            }
        }
        Occasion::YearEnd {} if is_year_end(day) => Falls::Perhaps(Why::YearEndUndated),
        Occasion::YearEnd {} => Falls::No,
        Occasion::EveryOpenDay {} => Falls::Yes,
    }
}

/// A day of the month that moves to the next open day.
fn moved<'d>(date: Date, number: u8, base: impl Fn(Day) -> Base) -> Falls<'d> {
    let back = date.series(jiff::Span::new().days(-1)).take(MOST_DAYS_MOVED);
    let open = |date: Date| !base(date.into()).times.is_empty();
    let named = |date: &Date| date.day().unsigned_abs() == number;
    if !open(date) {
        return Falls::No;
    }
    // It moved here where nothing between the named day and this one is open.
    let start = back.take_while(|earlier| *earlier == date || !open(*earlier)).find(named);
    if start.is_some() { Falls::Yes } else { Falls::No }
}

fn is_nth(date: Date, weekday: Weekday, nth: &[u8]) -> bool {
    let nth_of_date = (date.day() - 1).unsigned_abs() / 7 + 1;
    date.weekday().to_monday_zero_offset() == number(weekday) && (nth.is_empty() || nth.contains(&nth_of_date))
}

fn number(weekday: Weekday) -> i8 {
    match weekday {
        Weekday::Mo => 0,
        Weekday::Tu => 1,
        Weekday::We => 2,
        Weekday::Th => 3,
        Weekday::Fr => 4,
        Weekday::Sa => 5,
        Weekday::Su => 6,
    }
}

/// Whether a date can be within a time of the year that is written as `3月下旬`; a time that is
/// written in another way can be any.
fn is_within(date: Date, time: &str) -> bool {
    let Some((month, part)) = time.split_once('月') else { return true };
    let Ok(month) = month.parse::<i8>() else { return true };
    let days = match part {
        "" => 1..=31,
        "上旬" => 1..=10,
        "中旬" => 11..=20,
        "下旬" => 21..=31,
        _ => return true,
    };
    date.month() == month && days.contains(&date.day())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::is_within;

    #[test]
    fn a_time_of_the_year_that_is_not_understood_can_be_any() {
        assert!(is_within(date(2027, 3, 21), "3月下旬") && !is_within(date(2027, 3, 20), "3月下旬"));
        assert!(is_within(date(2027, 3, 20), "3月中旬") && !is_within(date(2027, 4, 21), "3月下旬"));
        assert!(is_within(date(2026, 7, 1), "年度末") && is_within(date(2026, 7, 1), "3月下旬から4月上旬"));
    }
}
