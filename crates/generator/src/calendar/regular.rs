//! Regular hours, evaluated: the part of `opening_hours` in which town halls write. What is of
//! another form (weeks of the year, sunset, hours over midnight …) is refused as a whole.

use madoguchi_schema::scalar::Day;
use opening_hours_syntax::rules::day::{
    Date, DateOffset, DaySelector, HolidayKind, MonthdayRange, WeekDayOffset, WeekDayRange, Weekday, YearRange,
};
use opening_hours_syntax::rules::time::{Time, TimeSpan};
use opening_hours_syntax::rules::{RuleKind, RuleOperator, RuleSequence};

use super::occasion::YEAR_END;
use super::span::{Minute, Span, joined, without};

/// Regular hours.
#[derive(Debug, Clone)]
pub(super) struct Regular {
    rules: Vec<Rule>,
}

/// What regular hours say of a day.
#[derive(Debug, Clone, Default)]
pub(super) struct Base {
    /// The times of the day.
    pub(super) times: Vec<Span>,
    /// A rule closes the whole day.
    pub(super) closed_by_rule: bool,
    /// It would be open but for such a rule.
    pub(super) else_open: bool,
    /// The rule that opens it names every day of the week.
    pub(super) every_weekday: bool,
}

#[derive(Debug, Clone)]
struct Rule {
    days: Days,
    times: Vec<Span>,
    whole_day: bool,
    opens: bool,
    operator: RuleOperator,
}

#[derive(Debug, Clone)]
struct Days {
    years: Vec<(i32, i32, i32)>,
    dates: Vec<Dates>,
    weekdays: Vec<Weekdays>,
}

/// Dates of every year, as month and day; the first can be later than the last.
#[derive(Debug, Clone, Copy)]
struct Dates {
    from: (u8, u8),
    until: (u8, u8),
    whole_months: bool,
}

#[derive(Debug, Clone)]
enum Weekdays {
    Holiday,
    Of { from: u8, until: u8, nth: [bool; 5], nth_last: [bool; 5] },
}

impl Regular {
    /// The rules of an expression; `None` where one of them is of another form.
    pub(super) fn of(rules: &[RuleSequence]) -> Option<Self> {
        Some(Self { rules: rules.iter().map(Rule::of).collect::<Option<_>>()? })
    }

    /// What they say of a day.
    pub(super) fn on(&self, day: Day, is_holiday: bool) -> Base {
        let mut base = Base::default();
        let mut matched = false;
        for rule in &self.rules {
            let falls = rule.days.contain(day, is_holiday);
            let applies = falls && (rule.operator != RuleOperator::Fallback || !matched || base.times.is_empty());
            matched |= falls;
            match (applies, rule.opens) {
                (false, _) => {}
                (true, true) => {
                    base.else_open = true;
                    base.closed_by_rule = false;
                    base.every_weekday = rule.days.are_every_weekday();
                    if rule.operator != RuleOperator::Additional {
                        base.times.clear();
                    }
                    base.times.extend(&rule.times);
                }
                (true, false) => {
                    for taken in &rule.times {
                        base.times = without(&base.times, *taken);
                    }
                    base.closed_by_rule |= rule.whole_day;
                }
            }
        }
        base.times = joined(base.times);
        base
    }

    /// Whether the hours say anything of public holidays.
    pub(super) fn names_holidays(&self) -> bool {
        let mut named = self.rules.iter().flat_map(|rule| &rule.days.weekdays);
        named.any(|weekdays| matches!(weekdays, Weekdays::Holiday))
    }

    /// Whether the hours say by date what holds at the year-end.
    pub(super) fn dates_year_end(&self) -> bool {
        let named = self.rules.iter().flat_map(|rule| &rule.days.dates).filter(|dates| !dates.whole_months);
        named.into_iter().any(|dates| YEAR_END.iter().any(|day| dates.contain(*day)))
    }
}

impl Rule {
    fn of(rule: &RuleSequence) -> Option<Self> {
        let opens = match rule.kind {
            RuleKind::Open => true,
            RuleKind::Closed => false,
            RuleKind::Unknown => return None,
        };
        // Why it is closed changes nothing; "by appointment" and the like would.
        if opens && !rule.comment.is_empty() {
            return None;
        }
        let times: Vec<Span> = rule.time_selector.spans.iter().map(span).collect::<Option<_>>()?;
        let whole_day = times.iter().any(|span| (span.from.minutes(), span.until.minutes()) == (0, 24 * 60));
        Some(Self { days: Days::of(&rule.day_selector)?, times, whole_day, opens, operator: rule.operator })
    }
}

fn span(span: &TimeSpan) -> Option<Span> {
    let (Time::Fixed(from), Time::Fixed(until)) = (span.range.start, span.range.end) else { return None };
    if span.open_end || span.repeats.is_some() {
        return None;
    }
    let (from, until) = (Minute::new(from.mins_from_midnight())?, Minute::new(until.mins_from_midnight())?);
    (from < until).then_some(Span { from, until })
}

impl Days {
    fn of(selector: &DaySelector) -> Option<Self> {
        if !selector.week.is_empty() {
            return None;
        }
        Some(Self {
            years: selector.year.iter().map(years).collect(),
            dates: selector.monthday.iter().map(Dates::of).collect::<Option<_>>()?,
            weekdays: selector.weekday.iter().map(Weekdays::of).collect::<Option<_>>()?,
        })
    }

    fn contain(&self, day: Day, is_holiday: bool) -> bool {
        let date = day.date();
        let year = i32::from(date.year());
        let of_year = (date.month().unsigned_abs(), date.day().unsigned_abs());
        let is_in =
            |(from, until, step): &(i32, i32, i32)| (*from..=*until).contains(&year) && (year - from) % step == 0;
        (self.years.is_empty() || self.years.iter().any(is_in))
            && (self.dates.is_empty() || self.dates.iter().any(|dates| dates.contain(of_year)))
            && (self.weekdays.is_empty() || self.weekdays.iter().any(|days| days.contain(date, is_holiday)))
    }

    fn are_every_weekday(&self) -> bool {
        self.weekdays.is_empty() || (0..7).all(|day| self.weekdays.iter().any(|days| days.always(day)))
    }
}

fn years(range: &YearRange) -> (i32, i32, i32) {
    let (years, step) = range.into_parts();
    (years.start().0, years.end().0, i32::from(step).max(1))
}

impl Dates {
    fn of(range: &MonthdayRange) -> Option<Self> {
        match range {
            MonthdayRange::Month { range, year: None } => Some(Self {
                from: (u8::from(*range.start()), 1),
                until: (u8::from(*range.end()), 31),
                whole_months: true,
            }),
            MonthdayRange::Month { .. } => None,
            MonthdayRange::Date { start: (from, before), end: (until, after) } => {
                let date = |date: &Date, offset: &DateOffset| match date {
                    Date::Fixed { year: None, month, day }
                        if offset.day_offset == 0 && offset.wday_offset == WeekDayOffset::None =>
                    {
                        Some((u8::from(*month), *day))
                    }
                    _ => None,
                };
                Some(Self { from: date(from, before)?, until: date(until, after)?, whole_months: false })
            }
        }
    }

    fn contain(self, day: (u8, u8)) -> bool {
        if self.from <= self.until {
            (self.from..=self.until).contains(&day)
        } else {
            day >= self.from || day <= self.until
        }
    }
}

impl Weekdays {
    fn of(range: &WeekDayRange) -> Option<Self> {
        match range {
            WeekDayRange::Holiday { kind: HolidayKind::Public, offset: 0 } => Some(Self::Holiday),
            WeekDayRange::Fixed { range, offset: 0, nth_from_start, nth_from_end } => Some(Self::Of {
                from: number(*range.start()),
                until: number(*range.end()),
                nth: *nth_from_start,
                nth_last: *nth_from_end,
            }),
            _ => None,
        }
    }

    fn names(&self, weekday: u8) -> bool {
        match self {
            Self::Holiday => false,
            Self::Of { from, until, .. } if from <= until => (*from..=*until).contains(&weekday),
            Self::Of { from, until, .. } => weekday >= *from || weekday <= *until,
        }
    }

    fn always(&self, weekday: u8) -> bool {
        self.names(weekday) && matches!(self, Self::Of { nth, nth_last, .. } if nth.iter().chain(nth_last).all(|n| *n))
    }

    fn contain(&self, date: jiff::civil::Date, is_holiday: bool) -> bool {
        let Self::Of { nth, nth_last, .. } = self else { return is_holiday };
        let of_month = |day: i8| usize::from((day - 1).unsigned_abs()) / 7;
        self.names(date.weekday().to_monday_zero_offset().unsigned_abs())
            && (nth[of_month(date.day())] || nth_last[of_month(date.days_in_month() - date.day() + 1)])
    }
}

/// Days of the week, from Monday as 0.
fn number(weekday: Weekday) -> u8 {
    u8::try_from(weekday.num_days_from_monday()).unwrap_or_default()
}
