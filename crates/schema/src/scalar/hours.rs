use std::sync::Arc;

use opening_hours_syntax::rules::OpeningHoursExpression;

use super::{Scalar, ScalarFault, ScalarFaultKind, scalar_traits};

/// Opening hours in the syntax of OpenStreetMap's `opening_hours`
/// (<https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification>).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OpeningHours {
    text: String,
    /// What the text says, so that it is read once.
    rules: Arc<OpeningHoursExpression>,
}

impl OpeningHours {
    /// The hours as they are written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The rules that the text says.
    #[must_use]
    pub fn rules(&self) -> &OpeningHoursExpression {
        &self.rules
    }
}

impl Scalar for OpeningHours {
    const FORMAT: &'static str = "opening-hours";
    const EXAMPLES: &'static [&'static str] =
        &["Mo-Fr 08:30-17:15; PH off; Dec 29-Jan 3 off", "Mo-Fr 08:30-17:15, Th 17:15-20:00; PH off"];
    const ABOUT: &'static str = "受付時間。OpenStreetMap の opening_hours の書き方(Mo-Fr 09:00-17:15; PH off; Dec 29-Jan 3 off など)。PH は祝日。\n\nHours in OpenStreetMap's opening_hours syntax; PH is a public holiday.";

    fn parse(text: &str) -> Result<Self, ScalarFault> {
        if text.trim().is_empty() {
            return Err(ScalarFault::whole(ScalarFaultKind::Empty));
        }
        let rules = opening_hours_syntax::parse(text).map_err(|error| match error {
            opening_hours_syntax::Error::Syntax(error) => {
                let at = match error.location {
                    pest::error::InputLocation::Pos(at) | pest::error::InputLocation::Span((at, _)) => {
                        at.min(text.len())
                    }
                };
                ScalarFault::at(ScalarFaultKind::HoursShape, at..text.len())
            }
            _ => ScalarFault::whole(ScalarFaultKind::HoursShape),
        })?;
        match overnight(text) {
            Some(at) => Err(ScalarFault::at(ScalarFaultKind::HoursOvernight, at)),
            None => Ok(Self { text: text.to_owned(), rules: Arc::new(rules) }),
        }
    }
}

/// The first `17:15-08:30` in the text: no counter of a town hall is open over midnight, so the
/// two times stand in the wrong order (or `12:30` was printed as `00:30`).
fn overnight(text: &str) -> Option<std::ops::Range<usize>> {
    let is_time = |s: &str| {
        let b = s.as_bytes();
        b.len() == 5 && b[2] == b':' && [0, 1, 3, 4].iter().all(|&i| b[i].is_ascii_digit())
    };
    text.char_indices()
        .filter_map(|(at, _)| text.get(at..at + 11).map(|span| (at, span)))
        .find(|(_, span)| {
            matches!((span.get(..5), span.get(5..6), span.get(6..)),
                (Some(from), Some("-"), Some(to)) if is_time(from) && is_time(to) && to <= from)
        })
        .map(|(at, _)| at..at + 11)
}

impl std::fmt::Display for OpeningHours {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

scalar_traits!(OpeningHours);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_of_real_counters_are_read() {
        for hours in
            ["Mo-Fr 09:00-17:45; PH off; Dec 29-Jan 3 off", "Su[2] 09:00-12:30", "Mo-Fr 08:30-12:00,13:00-17:15"]
        {
            assert!(OpeningHours::parse(hours).is_ok(), "{hours}");
        }
    }

    #[test]
    fn hours_that_run_over_midnight_are_refused_at_their_place() {
        let fault = OpeningHours::parse("Mo-Fr 17:15-08:30; PH off").unwrap_err();
        assert_eq!((fault.kind, fault.at), (ScalarFaultKind::HoursOvernight, Some(6..17)));
        assert_eq!(OpeningHours::parse("Mo-Fr 9時から").unwrap_err().kind, ScalarFaultKind::HoursShape);
    }
}
