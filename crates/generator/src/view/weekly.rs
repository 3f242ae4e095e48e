use madoguchi_schema::scalar::OpeningHours;
use opening_hours_syntax::RuleKind;
use opening_hours_syntax::rules::day::{DaySelector, HolidayKind, WeekDayRange, Weekday};
use opening_hours_syntax::rules::time::{Time, TimeSpan};
use opening_hours_syntax::rules::{RuleOperator, RuleSequence};

/// The times of some days of every week, besides public holidays and days off of the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Weekly {
    /// Days from Monday, which is 0.
    pub(crate) days: Vec<u8>,
    /// `09:00`.
    pub(crate) from: String,
    /// `17:15`.
    pub(crate) to: String,
}

/// Hours by days of the week, for formats that know no others; `None` where that would say too much.
pub(crate) fn weekly(hours: &OpeningHours) -> Option<Vec<Weekly>> {
    let mut found: Vec<Weekly> = Vec::new();
    for rule in &hours.rules().rules {
        if !rule.comment.is_empty() || rule.operator == RuleOperator::Fallback {
            return None;
        }
        match rule.kind {
            RuleKind::Closed if is_day_off(&rule.day_selector) => {}
            RuleKind::Open => open(rule, &mut found)?,
            _ => return None,
        }
    }
    Some(found)
}

/// Holidays and days of the year are what a weekly table leaves out anyway.
fn is_day_off(days: &DaySelector) -> bool {
    let is_holiday = |range: &WeekDayRange| matches!(range, WeekDayRange::Holiday { kind: HolidayKind::Public, .. });
    match days.weekday.is_empty() {
        true => !days.monthday.is_empty(),
        false => days.weekday.iter().all(is_holiday),
    }
}

fn open(rule: &RuleSequence, found: &mut Vec<Weekly>) -> Option<()> {
    let selector = &rule.day_selector;
    if !(selector.year.is_empty() && selector.monthday.is_empty() && selector.week.is_empty()) {
        return None;
    }
    let days = match selector.weekday.is_empty() {
        true => (0..7).collect(),
        false => selector.weekday.iter().map(every_week).collect::<Option<Vec<_>>>()?.concat(),
    };
    if rule.operator == RuleOperator::Normal {
        // A later rule of a day replaces the earlier one.
        found.iter_mut().for_each(|known| known.days.retain(|day| !days.contains(day)));
        found.retain(|known| !known.days.is_empty());
    }
    for span in &rule.time_selector.spans {
        let (from, to) = times(span)?;
        found.push(Weekly { days: days.clone(), from, to });
    }
    Some(())
}

fn every_week(range: &WeekDayRange) -> Option<Vec<u8>> {
    let WeekDayRange::Fixed { range, offset: 0, nth_from_start, nth_from_end } = range else { return None };
    if nth_from_start.contains(&false) || nth_from_end.contains(&false) {
        return None;
    }
    let number = |day: &Weekday| u8::try_from(day.num_days_from_monday()).ok();
    let (from, to) = (number(range.start())?, number(range.end())?);
    Some((0..7).filter(|day| if from <= to { (from..=to).contains(day) } else { *day >= from || *day <= to }).collect())
}

fn times(span: &TimeSpan) -> Option<(String, String)> {
    let (Time::Fixed(from), Time::Fixed(to)) = (&span.range.start, &span.range.end) else { return None };
    if span.open_end || span.repeats.is_some() || to.mins_from_midnight() > 24 * 60 {
        return None;
    }
    Some((format!("{:02}:{:02}", from.hour(), from.minute()), format!("{:02}:{:02}", to.hour(), to.minute())))
}

#[cfg(test)]
mod tests {
    use madoguchi_schema::scalar::{OpeningHours, Scalar};

    use super::weekly;

    fn told(hours: &str) -> Option<Vec<(String, String, String)>> {
        let found = weekly(&OpeningHours::parse(hours).unwrap())?;
        let days = |days: &[u8]| days.iter().map(u8::to_string).collect::<String>();
        Some(found.iter().map(|one| (days(&one.days), one.from.clone(), one.to.clone())).collect())
    }

    fn row(days: &str, from: &str, to: &str) -> (String, String, String) {
        (days.to_owned(), from.to_owned(), to.to_owned())
    }

    #[test]
    fn hours_of_every_week_are_told_by_days() {
        assert_eq!(told("Mo-Fr 08:30-17:15; PH off; Dec 29-Jan 3 off"), Some(vec![row("01234", "08:30", "17:15")]));
        assert_eq!(
            told("Mo-Fr 08:30-17:15; Th 08:30-20:00"),
            Some(vec![row("0124", "08:30", "17:15"), row("3", "08:30", "20:00")])
        );
        assert_eq!(
            told("Mo-Fr 08:30-17:15, Th 17:15-20:00"),
            Some(vec![row("01234", "08:30", "17:15"), row("3", "17:15", "20:00")])
        );
    }

    #[test]
    fn what_a_week_cannot_say_is_not_told() {
        for hours in ["Mo-Fr 08:30-17:15; Sa[1] 09:00-12:00", "Mo-Fr 08:30-17:15; Th off", "Apr-Sep Mo 09:00-12:00"] {
            assert_eq!(told(hours), None, "{hours}");
        }
    }
}
