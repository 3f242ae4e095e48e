use super::{Scalar, ScalarFault, ScalarFaultKind, scalar_traits};

/// A day of the Gregorian calendar, written `2026-11-21`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(jiff::civil::Date);

impl Day {
    /// The calendar day.
    #[must_use]
    pub fn date(self) -> jiff::civil::Date {
        self.0
    }
}

impl From<jiff::civil::Date> for Day {
    fn from(date: jiff::civil::Date) -> Self {
        Self(date)
    }
}

fn has_shape(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() })
}

/// The same day in the one right spelling, where the text is a year, month and day in another.
fn respelled(text: &str) -> Option<String> {
    let numbers: Vec<u16> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let [year, month, day] = numbers[..] else {
        return None;
    };
    let spelled = format!("{year:04}-{month:02}-{day:02}");
    (has_shape(&spelled) && year >= 1900 && spelled.parse::<jiff::civil::Date>().is_ok()).then_some(spelled)
}

impl Scalar for Day {
    const FORMAT: &'static str = "date";
    const PATTERN: Option<&'static str> = Some("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    const EXAMPLES: &'static [&'static str] = &["2026-11-21"];
    const ABOUT: &'static str = "日付。西暦で 2026-11-21 のように書く。\n\nA date, written 2026-11-21.";

    fn parse(text: &str) -> Result<Self, ScalarFault> {
        if !has_shape(text) {
            let fault = ScalarFault::whole(ScalarFaultKind::DateShape);
            return Err(match respelled(text) {
                Some(day) => fault.instead(day),
                None => fault,
            });
        }
        text.parse().map(Self).map_err(|_| ScalarFault::whole(ScalarFaultKind::DateUnreal))
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// The date that a page itself bears: a day, or `unknown` where the page shows none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageDate {
    /// The page shows no date.
    Unknown,
    /// The page shows this date.
    On(Day),
}

impl PageDate {
    /// The day, where the page shows one.
    #[must_use]
    pub fn day(self) -> Option<Day> {
        match self {
            Self::Unknown => None,
            Self::On(day) => Some(day),
        }
    }
}

impl Scalar for PageDate {
    const FORMAT: &'static str = "page-date";
    const PATTERN: Option<&'static str> = Some("^(unknown|[0-9]{4}-[0-9]{2}-[0-9]{2})$");
    const EXAMPLES: &'static [&'static str] = &["2024-08-27", "unknown"];
    const ABOUT: &'static str = "ページに書いてある更新日。書いてなければ unknown。\n\nThe date that the page bears; unknown where it shows none.";

    fn parse(text: &str) -> Result<Self, ScalarFault> {
        if text == "unknown" { Ok(Self::Unknown) } else { Day::parse(text).map(Self::On) }
    }
}

impl std::fmt::Display for PageDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unknown => f.write_str("unknown"),
            Self::On(day) => day.fmt(f),
        }
    }
}

scalar_traits!(Day, PageDate);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_the_calendar_does_not_have_are_refused() {
        assert_eq!(Day::parse("2026-02-29").unwrap_err().kind, ScalarFaultKind::DateUnreal);
        assert_eq!(Day::parse("2026-13-01").unwrap_err().kind, ScalarFaultKind::DateUnreal);
    }

    #[test]
    fn another_spelling_is_refused_with_the_right_one() {
        for text in ["2026/11/1", "2026年11月1日", "2026-11-1", "2026.11.01"] {
            assert_eq!(Day::parse(text).unwrap_err().instead.as_deref(), Some("2026-11-01"), "{text}");
        }
        assert_eq!(Day::parse("令和8年11月1日").unwrap_err().instead, None);
    }
}
