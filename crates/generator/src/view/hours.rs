//! Opening hours as a small table. What this cannot say is shown as it is written.

use madoguchi_schema::model::{IrregularHours, Occasion, Said};
use madoguchi_schema::scalar::OpeningHours;
use opening_hours_syntax::RuleKind;
use opening_hours_syntax::rules::day::{
    Date, DaySelector, HolidayKind, MonthdayRange, WeekDayOffset, WeekDayRange, Weekday,
};
use opening_hours_syntax::rules::time::{Time, TimeSelector, TimeSpan};
use opening_hours_syntax::rules::{RuleOperator, RuleSequence};
use serde::Serialize;

use super::words::{Worded, Words};
use crate::facet::is_of_weekends;

/// Hours as rows of days and times; as they are written where they have another form.
#[derive(Debug, Serialize)]
pub(crate) struct HoursView {
    pub(crate) rows: Vec<HoursRow>,
    pub(crate) raw: String,
}

/// The times of some days.
#[derive(Debug, Serialize)]
pub(crate) struct HoursRow {
    pub(crate) days: String,
    pub(crate) times: String,
    pub(crate) closed: bool,
}

impl Words<'_> {
    pub(crate) fn hours(&self, hours: &OpeningHours) -> Worded<HoursView> {
        self.hours_of(hours, |_| true)
    }

    /// Only the rules that speak of Saturdays, Sundays or days off.
    pub(crate) fn weekend_hours(&self, hours: &OpeningHours) -> Worded<HoursView> {
        self.hours_of(hours, is_of_weekends)
    }

    fn hours_of(&self, hours: &OpeningHours, keep: impl Fn(&RuleSequence) -> bool) -> Worded<HoursView> {
        let raw = hours.as_str().to_owned();
        let mut rows = Vec::new();
        for rule in hours.rules().rules.iter().filter(|rule| keep(rule)) {
            match self.hours_row(rule)? {
                Some(row) => rows.push(row),
                // One rule that cannot be worded would leave a table that says too much.
                None => return Ok(HoursView { rows: Vec::new(), raw }),
            }
        }
        Ok(HoursView { rows, raw })
    }

    /// Hours in one line.
    pub(crate) fn hours_line(&self, view: &HoursView) -> Worded {
        if view.rows.is_empty() {
            return Ok(view.raw.clone());
        }
        let rows = view.rows.iter().map(|row| {
            self.say_with("hours-line", &[("days", row.days.as_str().into()), ("times", row.times.as_str().into())])
        });
        self.list(&rows.collect::<Worded<Vec<_>>>()?)
    }

    fn hours_row(&self, rule: &RuleSequence) -> Worded<Option<HoursRow>> {
        if rule.operator == RuleOperator::Fallback || !rule.comment.is_empty() {
            return Ok(None);
        }
        let closed = match rule.kind {
            RuleKind::Open => false,
            RuleKind::Closed => true,
            RuleKind::Unknown => return Ok(None),
        };
        let Some(days) = self.days(&rule.day_selector)? else { return Ok(None) };
        let times = if closed { Some(self.say("hours-closed")?) } else { self.times(&rule.time_selector)? };
        Ok(times.map(|times| HoursRow { days, times, closed }))
    }

    fn days(&self, selector: &DaySelector) -> Worded<Option<String>> {
        if !selector.year.is_empty() || !selector.week.is_empty() {
            return Ok(None);
        }
        let mut parts = Vec::new();
        for range in &selector.monthday {
            match self.month_days(range)? {
                Some(text) => parts.push(text),
                None => return Ok(None),
            }
        }
        let months = self.list(&parts)?;
        let mut parts = Vec::new();
        for range in &selector.weekday {
            match self.weekdays(range)? {
                Some(text) => parts.push(text),
                None => return Ok(None),
            }
        }
        let weekdays = self.list(&parts)?;
        Ok(Some(match (months.is_empty(), weekdays.is_empty()) {
            (true, true) => self.say("hours-every-day")?,
            (true, false) => weekdays,
            (false, true) => months,
            (false, false) => {
                self.say_with("hours-days-within", &[("within", months.into()), ("days", weekdays.into())])?
            }
        }))
    }

    fn month_days(&self, range: &MonthdayRange) -> Worded<Option<String>> {
        let (from, to) = match range {
            MonthdayRange::Month { range, year: None } => {
                let month = |month| self.say_with("month", &[("month", u8::from(month).into())]);
                (month(*range.start())?, month(*range.end())?)
            }
            MonthdayRange::Date { start: (start, start_offset), end: (end, end_offset) } => {
                let plain = [start_offset, end_offset]
                    .iter()
                    .all(|offset| offset.day_offset == 0 && matches!(offset.wday_offset, WeekDayOffset::None));
                match (self.month_day(start)?, self.month_day(end)?) {
                    (Some(from), Some(to)) if plain => (from, to),
                    _ => return Ok(None),
                }
            }
            MonthdayRange::Month { .. } => return Ok(None),
        };
        self.range(from, to).map(Some)
    }

    fn month_day(&self, date: &Date) -> Worded<Option<String>> {
        match date {
            Date::Fixed { year: None, month, day } => {
                self.say_with("month-day", &[("month", u8::from(*month).into()), ("day", (*day).into())]).map(Some)
            }
            _ => Ok(None),
        }
    }

    fn weekdays(&self, range: &WeekDayRange) -> Worded<Option<String>> {
        let (range, from_start, from_end) = match range {
            WeekDayRange::Holiday { kind: HolidayKind::Public, offset: 0 } => {
                return self.say("hours-public-holidays").map(Some);
            }
            WeekDayRange::Fixed { range, offset: 0, nth_from_start, nth_from_end } => {
                (range, nth_from_start, nth_from_end)
            }
            _ => return Ok(None),
        };
        let days = self.range(self.weekday(*range.start())?, self.weekday(*range.end())?)?;
        let numbers = |nth: &[bool; 5]| -> Vec<usize> { (1..=5).filter(|n| nth[n - 1]).collect() };
        match (numbers(from_start), numbers(from_end)) {
            (start, end) if start.len() == 5 && end.len() == 5 => Ok(Some(days)),
            (start, end) if end.is_empty() => {
                let which: Vec<String> = start
                    .into_iter()
                    .map(|n| self.say_with("hours-nth", &[("number", n.into()), ("day", days.as_str().into())]))
                    .collect::<Worded<_>>()?;
                self.list(&which).map(Some)
            }
            (start, end) if start.is_empty() && end == [1] => self.say_of("hours-last", days).map(Some),
            _ => Ok(None),
        }
    }

    fn weekday(&self, day: Weekday) -> Worded {
        self.say(match day {
            Weekday::Mon => "weekday-mo",
            Weekday::Tue => "weekday-tu",
            Weekday::Wed => "weekday-we",
            Weekday::Thu => "weekday-th",
            Weekday::Fri => "weekday-fr",
            Weekday::Sat => "weekday-sa",
            Weekday::Sun => "weekday-su",
        })
    }

    fn range(&self, from: String, to: String) -> Worded {
        if from == to { Ok(from) } else { self.say_with("range", &[("from", from.into()), ("to", to.into())]) }
    }

    fn times(&self, selector: &TimeSelector) -> Worded<Option<String>> {
        let mut spans = Vec::new();
        for span in &selector.spans {
            match self.time_span(span)? {
                Some(text) => spans.push(text),
                None => return Ok(None),
            }
        }
        self.list(&spans).map(Some)
    }

    fn time_span(&self, span: &TimeSpan) -> Worded<Option<String>> {
        let (Time::Fixed(from), Time::Fixed(to)) = (&span.range.start, &span.range.end) else { return Ok(None) };
        if span.open_end || span.repeats.is_some() {
            return Ok(None);
        }
        if (from.mins_from_midnight(), to.mins_from_midnight()) == (0, 24 * 60) {
            return self.say("hours-all-day").map(Some);
        }
        let text = |hour: u8, minute: u8| format!("{hour}:{minute:02}");
        self.range(text(from.hour(), from.minute()), text(to.hour(), to.minute())).map(Some)
    }

    /// Days that opening_hours cannot say, with their hours, as a sentence.
    pub(crate) fn irregular(&self, rule: &IrregularHours) -> Worded {
        let on = match &rule.on {
            Said::Value(occasion) => self.occasion(occasion)?,
            Said::Unclear(note) => self.say_of("unclear-because", self.note(note))?,
        };
        let hours = match (&rule.hours, rule.closed) {
            (_, true) => Some(self.say("hours-closed")?),
            (Some(Said::Value(hours)), false) => Some(self.hours_of_day(hours)?),
            (Some(Said::Unclear(note)), false) => Some(self.say_of("unclear-because", self.note(note))?),
            (None, false) => None,
        };
        let mut parts = vec![match hours {
            Some(hours) => self.say_with("hours-line", &[("days", on.into()), ("times", hours.into())])?,
            None => on,
        }];
        for (holds, id) in [(rule.in_principle, "hours-in-principle"), (rule.may_close_early, "hours-may-close-early")]
        {
            if holds {
                parts.push(self.say(id)?);
            }
        }
        if !rule.not_for.is_empty() {
            let procedures: Vec<String> = rule.not_for.iter().map(|id| self.procedure(id)).collect();
            parts.push(self.say_of("hours-not-for", self.list(&procedures)?)?);
        }
        if let Some(reservation) = &rule.reservation {
            let text = match reservation {
                Said::Value(kind) => self.term(kind)?,
                Said::Unclear(note) => self.say_of("unclear-because", self.note(note))?,
            };
            let label = self.say("label-reservation")?;
            parts.push(self.say_with("labelled", &[("label", label.into()), ("text", text.into())])?);
        }
        if let Some(last) = &rule.last_reception {
            parts.push(self.say_of("hours-last-reception", last.as_str())?);
        }
        parts.extend(rule.note.as_ref().map(|note| self.note(note)));
        self.list(&parts)
    }

    /// The times alone, where the days are named beside them.
    fn hours_of_day(&self, hours: &OpeningHours) -> Worded {
        let view = self.hours(hours)?;
        let names_no_day = hours.rules().rules.iter().all(|rule| rule.day_selector.is_empty());
        if names_no_day && !view.rows.is_empty() {
            self.list(&view.rows.iter().map(|row| row.times.clone()).collect::<Vec<_>>())
        } else {
            self.hours_line(&view)
        }
    }

    fn occasion(&self, occasion: &Occasion) -> Worded {
        match occasion {
            Occasion::DayOfMonth { day, else_next_open_day } => {
                let id = if *else_next_open_day { "occasion-day-of-month-moved" } else { "occasion-day-of-month" };
                self.say_with(id, &[("day", (*day).into())])
            }
            Occasion::Weekdays { weekday, nth } if nth.is_empty() => {
                self.say_of("occasion-weekdays", self.term(weekday)?)
            }
            Occasion::Weekdays { weekday, nth } => {
                let day = self.term(weekday)?;
                let days = nth
                    .iter()
                    .map(|n| self.say_with("hours-nth", &[("number", (*n).into()), ("day", day.as_str().into())]));
                self.list(&days.collect::<Worded<Vec<_>>>()?)
            }
            Occasion::DayAfter { weekday, nth } => {
                self.say_with("occasion-day-after", &[("number", (*nth).into()), ("day", self.term(weekday)?.into())])
            }
            Occasion::SystemMaintenance {} => self.say("occasion-system-maintenance"),
            Occasion::HolidaysWithin { time, .. } => self.say_of("occasion-holidays-within", self.note(time)),
            Occasion::YearEnd {} => self.say("occasion-year-end"),
            Occasion::AnnouncedElsewhere { .. } => self.say("occasion-announced-elsewhere"),
            Occasion::EveryOpenDay {} => self.say("occasion-every-open-day"),
        }
    }
}
