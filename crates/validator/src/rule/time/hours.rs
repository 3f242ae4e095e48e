//! The parts of a text of hours that lints look at, with their bytes. The text has been read by the
//! parser of the schema crate: what is unusual here is passed over, not refused.

use std::ops::Range;

use madoguchi_schema::fault::Span;
use madoguchi_schema::model::Said;
use madoguchi_schema::yaml::Route;

use crate::rule::Subject;

/// `08:30-17:15`: two times of a day, in minutes.
pub(super) struct Times {
    pub(super) at: Range<usize>,
    pub(super) from: u16,
    pub(super) to: u16,
}

/// Days with their times: `Mo-Fr 09:00-17:00`, `PH off`.
pub(super) struct Group<'t> {
    pub(super) at: Range<usize>,
    /// What stands before the times.
    pub(super) days: &'t str,
    pub(super) times: Vec<Times>,
    pub(super) off: bool,
    /// The byte of the `;` before it: such a group replaces its days in the groups before.
    pub(super) replaces: Option<usize>,
}

/// A time such as `08:30`, in minutes.
pub(super) fn minutes(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let number = |part: &str| {
        let is_number = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| part.parse::<u16>().ok()).flatten()
    };
    number(minute).filter(|minute| *minute < 60).and_then(|minute| Some(number(hour)? * 60 + minute))
}

/// Every `08:30-17:15` of a text.
pub(super) fn times(text: &str) -> Vec<Times> {
    let at = |(start, _)| {
        let (from, to) = text.get(start..start + 11)?.split_once('-')?;
        Some(Times { at: start..start + 11, from: minutes(from)?, to: minutes(to)? })
    };
    text.char_indices().filter_map(at).collect()
}

/// The groups of a text, in order.
pub(super) fn groups(text: &str) -> Vec<Group<'_>> {
    let mut groups = Vec::new();
    let mut start = 0;
    let mut replaces = None;
    for (at, sign) in text.char_indices() {
        // A comma between groups comes after a time and before a day.
        let is_next = || text[at + 1..].trim_start().starts_with(|c: char| c.is_ascii_uppercase());
        let ends = sign == ';' || (sign == ',' && !times(&text[start..at]).is_empty() && is_next());
        if ends {
            groups.extend(group(text, start..at, replaces));
            start = at + 1;
            replaces = (sign == ';').then_some(at);
        }
    }
    groups.extend(group(text, start..text.len(), replaces));
    groups
}

fn group(text: &str, at: Range<usize>, replaces: Option<usize>) -> Option<Group<'_>> {
    let written = text.get(at.clone())?;
    let start = at.start + (written.len() - written.trim_start().len());
    let written = written.trim();
    let off = written.ends_with(" off") || written.ends_with(" closed");
    let times: Vec<Times> = times(written)
        .into_iter()
        .map(|times| Times { at: start + times.at.start..start + times.at.end, ..times })
        .collect();
    let end = times.first().map(|first| first.at.start - start).or_else(|| off.then(|| written.rfind(' ')).flatten());
    let days = written.get(..end?)?.trim();
    Some(Group { at: start..start + written.len(), days, times, off, replaces })
}

/// The days of the week, from 0, of `Mo-Fr` or `Tu,Th[1,3]`; `None` where other days are among them.
pub(super) fn weekdays(days: &str) -> Option<Vec<usize>> {
    const NAMES: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
    let number = |name: &str| NAMES.iter().position(|known| *known == name);
    let mut found = Vec::new();
    for part in without_brackets(days).split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (number(first.trim())?, number(last.trim())?);
        found.extend((0..7).map(|i| (first + i) % 7).take((last + 7 - first) % 7 + 1));
    }
    found.sort_unstable();
    Some(found)
}

fn without_brackets(days: &str) -> String {
    let mut depth = 0_u8;
    let outside = |c: &char| {
        depth = match c {
            '[' => depth.saturating_add(1),
            _ => depth,
        };
        let is_outside = depth == 0;
        if *c == ']' {
            depth = depth.saturating_sub(1);
        }
        is_outside
    };
    days.chars().filter(outside).collect()
}

/// The hours of counters and telephones, with their routes. Kiosks are open at other times.
pub(super) fn places<'d>(subject: &Subject<'d>) -> Vec<(Route, &'d str)> {
    let Some(city) = subject.municipality() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut add = |hours: &'d Option<Said<madoguchi_schema::scalar::OpeningHours>>, route: Route| {
        found.extend(hours.as_ref().and_then(Said::value).map(|hours| (route, hours.as_str())));
    };
    if let Some(contact) = &city.contact {
        add(&contact.hours, Route::root().key("contact").key("hours"));
    }
    for (id, counter) in &city.counters {
        let route = Route::root().key("counters").key(id);
        add(&counter.hours, route.key("hours"));
        for (i, irregular) in counter.irregular.iter().enumerate() {
            if let Said::Value(irregular) = irregular {
                add(&irregular.hours, route.key("irregular").index(i).key("hours"));
            }
        }
    }
    found
}

/// The bytes of a part of a text value; of the value where it is written with escapes.
pub(super) fn span_of(subject: &Subject<'_>, route: &Route, text: &str, part: &Range<usize>) -> Span {
    let span = subject.span(route);
    let at = span.slice(&subject.file.text).and_then(|written| written.find(text));
    at.map_or(span, |at| Span::new(span.start + at + part.start, span.start + at + part.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_told_apart_by_semicolons_and_by_commas_before_days() {
        let text = "Mo-Fr 08:30-12:00,13:00-17:15, Th[1,3] 17:15-19:00; Su[2] 09:00-12:30; PH,Sa off; Dec 29-Jan 3 off";
        let found: Vec<_> =
            groups(text).into_iter().map(|g| (g.days, g.times.len(), g.off, g.replaces.is_some())).collect();
        assert_eq!(
            found,
            [
                ("Mo-Fr", 2, false, false),
                ("Th[1,3]", 1, false, false),
                ("Su[2]", 1, false, true),
                ("PH,Sa", 0, true, true),
                ("Dec 29-Jan 3", 0, true, true),
            ]
        );
        assert!(groups(text).iter().all(|group| text[group.at.clone()].starts_with(group.days)));
    }

    #[test]
    fn weekdays_are_counted_from_monday() {
        assert_eq!(weekdays("Mo-We,Fr"), Some(vec![0, 1, 2, 4]));
        assert_eq!(weekdays("Th[1,3]"), Some(vec![3]));
        assert_eq!(weekdays("Sa-Mo"), Some(vec![0, 5, 6]));
        assert_eq!(weekdays("PH"), None);
    }
}
