//! Completion and explanations as the page's script takes them: places in units of UTF-16.

use madoguchi_editor::{Hover, Suggestion};
use serde::Serialize;

use crate::units::units;

/// What can be written in the place of what stands from `from` to where it was asked.
#[derive(Debug, Serialize)]
pub(crate) struct Completion {
    from: usize,
    options: Vec<Choice>,
}

#[derive(Debug, Serialize)]
struct Choice {
    label: String,
    detail: String,
    /// What the schema says of it, where that is more.
    about: String,
    sought: String,
    insert: String,
    /// How much is replaced behind the place.
    after: usize,
}

/// Something explained.
#[derive(Debug, Serialize)]
pub(crate) struct Explanation {
    from: usize,
    to: usize,
    markdown: String,
}

/// Suggestions after so many bytes of a text. A list has one beginning: of several that of the last word.
pub(crate) fn completion(text: &str, at: usize, suggestions: Vec<Suggestion>) -> Option<Completion> {
    let from = suggestions.iter().map(|one| one.span.start).max()?;
    let options = suggestions.into_iter().filter(|one| one.span.start == from).map(|one| Choice {
        after: text.get(at..one.span.end).map_or(0, |rest| units(rest, rest.len())),
        about: if one.about == one.detail { String::new() } else { one.about },
        label: one.label,
        detail: one.detail,
        sought: one.sought,
        insert: one.insert,
    });
    Some(Completion { from: units(text, from), options: options.collect() })
}

pub(crate) fn explanation(text: &str, found: Hover) -> Explanation {
    Explanation { from: units(text, found.span.start), to: units(text, found.span.end), markdown: found.markdown }
}
