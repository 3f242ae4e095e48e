//! The report as a comment of a pull request, or whole. Every text of the data is text there and nothing else.

use super::plain::{cut, escaped};
use super::report::Report;
use super::said::own;
use super::text::{headline, left_out, name, of};
use crate::{Lang, SiteError};

/// A comment of GitHub has 65,536 characters at most; what posts it may want a few for itself.
pub const MOST_CHARACTERS: usize = 60_000;
/// Of one change so many characters of the data are shown.
const MOST_OF_A_LINE: usize = 600;
/// So many files that could not be compared are named.
const MOST_LEFT_OUT: usize = 20;
/// Room for the line that says how much was left out.
const ROOM_FOR_THE_REST: usize = 300;

/// How long a report may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// As long as a comment; what has no room is counted.
    Comment,
    /// As long as it is: every change is said.
    Whole,
}

/// The report as Markdown, by municipality.
///
/// # Errors
///
/// Names the message that is wrong.
pub fn markdown(report: &Report, lang: Lang, length: Length) -> Result<String, SiteError> {
    let messages = own(lang)?;
    let mut out = Bounded { text: String::new(), characters: 0, length };
    let title = messages.phrase("diff-title", &[])?;
    out.push(&format!("## {}\n\n{}\n", escaped(&title), escaped(&headline(report, &messages)?)));
    let files = left_out(report, &messages)?;
    if let Some((heading, files)) = files.split_first() {
        out.push(&format!("\n> {}\n", escaped(heading)));
        let most = if length == Length::Whole { files.len() } else { MOST_LEFT_OUT };
        for file in files.iter().take(most) {
            out.push(&format!("> - {}\n", escaped(&cut(file, MOST_OF_A_LINE))));
        }
        if files.len() > most {
            out.push("> - …\n");
        }
    }
    let (mut changes, mut places) = (0, 0);
    for place in &report.places {
        let mut heading = Some(format!("\n### {}\n\n", escaped(&cut(&name(place, &messages, lang)?, MOST_OF_A_LINE))));
        let mut is_cut = false;
        for line in &place.changes {
            let label = escaped(&cut(of(&line.label, lang), MOST_OF_A_LINE));
            let text = escaped(&cut(of(&line.text, lang), MOST_OF_A_LINE));
            let line = format!("{}- **{label}**: {text}\n", heading.as_deref().unwrap_or_default());
            // After the first that has no room none is shown: a shorter one would hide that others are missing.
            if changes == 0 && out.has_room_for(&line) {
                out.push(&line);
                heading = None;
            } else {
                changes += 1;
                is_cut = true;
            }
        }
        places += usize::from(is_cut && place.municipality.is_some());
    }
    if changes > 0 {
        let more = messages.phrase("diff-more", &[("changes", changes.into()), ("places", places.into())])?;
        out.push(&format!("\n{}\n", escaped(&more)));
    }
    if report.changes > 0 {
        out.push(&format!("\n{}\n", escaped(&messages.phrase("diff-lead", &[])?)));
    }
    Ok(out.text)
}

/// A text that knows its length as GitHub counts it.
struct Bounded {
    text: String,
    characters: usize,
    length: Length,
}

impl Bounded {
    fn has_room_for(&self, text: &str) -> bool {
        self.length == Length::Whole
            || self.characters + text.encode_utf16().count() + ROOM_FOR_THE_REST <= MOST_CHARACTERS
    }

    fn push(&mut self, text: &str) {
        self.characters += text.encode_utf16().count();
        self.text.push_str(text);
    }
}
