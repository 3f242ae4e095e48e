use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value;

use super::place::{self, Places, shown};
use super::pretty;
use crate::check::Checked;
use crate::diagnostic::Diagnostic;
use crate::message::{MessageError, Messages};
use crate::rule::Level;

/// The version of the report's form. It changes when a program that reads the report could break.
pub const VERSION: u32 = 1;

/// What `madoguchi check --format json` writes. Keys may be added; those that are here stay as they
/// are until `version` changes.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "check-report")]
struct Report {
    /// The version of this form.
    #[schemars(extend("const" = VERSION))]
    version: u32,
    /// How many files were checked.
    files: usize,
    /// How many findings are errors.
    errors: usize,
    /// How many findings are warnings.
    warnings: usize,
    /// How many findings are notes.
    notes: usize,
    /// Every finding, by path and place.
    diagnostics: Vec<Finding>,
}

/// A finding.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "finding")]
struct Finding {
    /// The rule's code: a letter and three digits, never used for another rule.
    #[schemars(regex(pattern = "^[A-Z][0-9]{3}$"))]
    code: &'static str,
    /// The rule's name.
    #[schemars(regex(pattern = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"))]
    name: &'static str,
    /// How grave it is.
    #[schemars(extend("enum" = ["error", "warning", "note"]))]
    level: &'static str,
    /// What is wrong, in the language that was asked for.
    message: String,
    /// What to do.
    help: Option<String>,
    /// The file, from the project's root folder.
    path: String,
    /// Where in the file; `null` for the file as a whole.
    place: Option<Range>,
    /// Other places that it contradicts.
    related: Vec<Related>,
    /// What would repair it.
    edit: Option<Change>,
}

/// Another place, with what is there.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "related")]
struct Related {
    /// What is there.
    message: String,
    /// The file, from the project's root folder.
    path: String,
    /// Where in the file.
    place: Range,
}

/// A replacement of some bytes of the finding's file.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "edit")]
struct Change {
    /// What is replaced.
    place: Range,
    /// By what.
    text: String,
    /// Whether it can be made without a look.
    safe: bool,
}

/// Some bytes of a file.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "range")]
struct Range {
    /// The first.
    start: Position,
    /// The place after the last.
    end: Position,
}

/// A place between two bytes of a file.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "position")]
struct Position {
    /// Bytes before it.
    offset: usize,
    /// Its line, from 1.
    #[schemars(range(min = 1))]
    line: u32,
    /// Its column in characters, from 1.
    #[schemars(range(min = 1))]
    column: u32,
    /// Its column in units of UTF-16, from 1.
    #[schemars(range(min = 1))]
    column_utf16: u32,
}

/// The report that a program reads.
///
/// # Errors
///
/// Where a message file is broken.
pub fn json(checked: &Checked, messages: &Messages) -> Result<String, MessageError> {
    let places = Places::new(checked);
    let report = Report {
        version: VERSION,
        files: checked.files,
        errors: checked.count(Level::Error),
        warnings: checked.count(Level::Warning),
        notes: checked.count(Level::Note),
        diagnostics: checked
            .diagnostics
            .iter()
            .map(|diagnostic| finding(diagnostic, &places, messages))
            .collect::<Result<_, _>>()?,
    };
    Ok(pretty(&report))
}

/// Each finding as it stands in the report, for programs that show them one by one.
///
/// # Errors
///
/// Where a message file is broken.
pub fn findings(checked: &Checked, messages: &Messages) -> Result<Vec<Value>, MessageError> {
    let places = Places::new(checked);
    let one = |diagnostic| Ok(serde_json::to_value(finding(diagnostic, &places, messages)?).unwrap_or_default());
    checked.diagnostics.iter().map(one).collect()
}

/// The JSON Schema (draft 2020-12) of the report.
#[must_use]
pub fn json_schema() -> Value {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Report>().to_value()
}

fn finding(diagnostic: &Diagnostic, places: &Places<'_>, messages: &Messages) -> Result<Finding, MessageError> {
    let words = messages.words(diagnostic)?;
    let related = |place: &crate::diagnostic::Place| {
        Ok(Related {
            message: messages.plain(place.message)?,
            path: shown(&place.path),
            place: places.range(&place.path, place.span).into(),
        })
    };
    Ok(Finding {
        code: diagnostic.rule.code,
        name: diagnostic.rule.name,
        level: diagnostic.level.name(),
        message: words.message,
        help: words.help,
        path: shown(&diagnostic.path),
        place: diagnostic.span.map(|span| places.range(&diagnostic.path, span).into()),
        related: diagnostic.related.iter().map(related).collect::<Result<_, _>>()?,
        edit: diagnostic.edit.as_ref().map(|edit| Change {
            place: places.range(&diagnostic.path, edit.span).into(),
            text: edit.text.clone(),
            safe: edit.safe,
        }),
    })
}

impl From<place::Range> for Range {
    fn from(range: place::Range) -> Self {
        let position =
            |at: place::At| Position { offset: at.offset, line: at.line, column: at.column, column_utf16: at.utf16 };
        Self { start: position(range.start), end: position(range.end) }
    }
}
