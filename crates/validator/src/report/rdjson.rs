//! <https://github.com/reviewdog/reviewdog/tree/master/proto/rdf>

use madoguchi_schema::fault::{Edit, Span};
use serde::Serialize;

use super::place::{self, Places, shown};
use super::{pretty, with_help};
use crate::check::Checked;
use crate::diagnostic::Place;
use crate::message::{MessageError, Messages};
use crate::rule::Level;

#[derive(Serialize)]
struct DiagnosticResult {
    source: Source,
    diagnostics: Vec<Finding>,
}

#[derive(Serialize)]
struct Source {
    name: &'static str,
}

#[derive(Serialize)]
struct Finding {
    message: String,
    location: Location,
    severity: &'static str,
    code: Code,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Related>,
}

#[derive(Serialize)]
struct Related {
    message: String,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize)]
struct Code {
    value: &'static str,
}

#[derive(Serialize)]
struct Suggestion {
    range: Range,
    text: String,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

/// Columns count bytes of UTF-8 from 1; the end is the place after the last.
#[derive(Serialize)]
struct Position {
    line: u32,
    column: u32,
}

/// The Reviewdog Diagnostic Format, with repairs as suggestions.
///
/// # Errors
///
/// Where a message file is broken.
pub fn rdjson(checked: &Checked, messages: &Messages) -> Result<String, MessageError> {
    let places = Places::new(checked);
    let mut diagnostics = Vec::new();
    for diagnostic in &checked.diagnostics {
        let location = |path: &str, span: Option<Span>| Location {
            path: shown(path),
            range: span.map(|span| places.range(path, span).into()),
        };
        let related = |place: &Place| {
            let message = messages.plain(place.message)?;
            Ok(Related { message, location: location(&place.path, Some(place.span)) })
        };
        let suggestion = |edit: &Edit| {
            let range = places.range(&diagnostic.path, edit.span).into();
            Suggestion { range, text: edit.text.clone() }
        };
        diagnostics.push(Finding {
            message: with_help(messages.words(diagnostic)?),
            location: location(&diagnostic.path, diagnostic.span),
            severity: match diagnostic.level {
                Level::Error => "ERROR",
                Level::Warning => "WARNING",
                Level::Note | Level::Off => "INFO",
            },
            code: Code { value: diagnostic.rule.code },
            suggestions: diagnostic.edit.iter().map(suggestion).collect(),
            related_locations: diagnostic.related.iter().map(related).collect::<Result<_, MessageError>>()?,
        });
    }
    Ok(pretty(&DiagnosticResult { source: Source { name: "madoguchi" }, diagnostics }))
}

impl From<place::Range> for Range {
    fn from(range: place::Range) -> Self {
        let position = |at: place::At| Position { line: at.line, column: at.utf8 };
        Self { start: position(range.start), end: position(range.end) }
    }
}
