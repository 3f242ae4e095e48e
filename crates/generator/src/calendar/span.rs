use std::fmt;

/// A time of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minute(u16);

impl Minute {
    /// The end of the day.
    const MIDNIGHT: u16 = 24 * 60;

    pub(super) fn new(minute: u16) -> Option<Self> {
        (minute <= Self::MIDNIGHT).then_some(Self(minute))
    }

    /// A time written `16:45`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let number = |part: &str| {
            let is_number = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| part.parse::<u16>().ok()).flatten()
        };
        let minute = number(minute).filter(|minute| *minute < 60)?;
        Self::new(number(hour)? * 60 + minute)
    }

    /// Minutes since the day began.
    #[must_use]
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Minute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// From one time of a day until another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// When it opens.
    pub from: Minute,
    /// When it closes; later than `from`.
    pub until: Minute,
}

/// The same times in order, those that touch as one.
pub(super) fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.from <= last.until => last.until = last.until.max(span.until),
            _ => joined.push(span),
        }
    }
    joined
}

/// What is left of some times without another.
pub(super) fn without(spans: &[Span], taken: Span) -> Vec<Span> {
    let parts = |span: &Span| {
        let before = Span { from: span.from, until: span.until.min(taken.from) };
        let after = Span { from: span.from.max(taken.until), until: span.until };
        [before, after]
    };
    spans.iter().flat_map(parts).filter(|span| span.from < span.until).collect()
}
