//! The report for a terminal.

use super::plain::plain;
use super::report::{LineRecord, PlaceRecord, Report};
use super::said::{Own, own};
use crate::{Lang, SiteError};

/// The report as text, a line each change.
///
/// # Errors
///
/// Names the message that is wrong.
pub fn text(report: &Report, lang: Lang) -> Result<String, SiteError> {
    let messages = own(lang)?;
    let mut out = format!("{}\n", headline(report, &messages)?);
    for line in left_out(report, &messages)? {
        out.push_str(&format!("{}\n", plain(&line)));
    }
    for place in &report.places {
        out.push_str(&format!("\n{}\n", plain(&name(place, &messages, lang)?)));
        for line in &place.changes {
            out.push_str(&format!("  - {}\n", plain(&said(line, &messages, lang)?)));
        }
    }
    Ok(out)
}

/// How many changes there are, or that there are none.
pub(super) fn headline(report: &Report, messages: &Own) -> Result<String, SiteError> {
    if report.changes == 0 {
        return messages.phrase("diff-none", &[]);
    }
    let places = report.places.iter().filter(|place| place.municipality.is_some()).count();
    messages.phrase("diff-count", &[("changes", report.changes.into()), ("places", places.into())])
}

/// What could not be compared, a line each file.
pub(super) fn left_out(report: &Report, messages: &Own) -> Result<Vec<String>, SiteError> {
    if report.left_out.is_empty() {
        return Ok(Vec::new());
    }
    let mut lines = vec![messages.phrase("diff-left-out", &[("files", report.left_out.len().into())])?];
    for file in &report.left_out {
        let side = messages.phrase(if file.side == "base" { "diff-side-base" } else { "diff-side-head" }, &[])?;
        let id = if file.findings == 0 { "diff-left-out-missing" } else { "diff-left-out-file" };
        let arguments = [("path", file.path.as_str().into()), ("side", side.into()), ("faults", file.findings.into())];
        lines.push(messages.phrase(id, &arguments)?);
    }
    Ok(lines)
}

/// A municipality's name with its prefecture.
pub(super) fn name(place: &PlaceRecord, messages: &Own, lang: Lang) -> Result<String, SiteError> {
    match (&place.name, &place.prefecture) {
        (Some(name), Some(prefecture)) => {
            let arguments = [("name", of(name, lang).into()), ("prefecture", of(prefecture, lang).into())];
            messages.phrase("diff-place", &arguments)
        }
        _ => messages.phrase("diff-national", &[]),
    }
}

fn said(line: &LineRecord, messages: &Own, lang: Lang) -> Result<String, SiteError> {
    messages.phrase("diff-colon", &[("label", of(&line.label, lang).into()), ("text", of(&line.text, lang).into())])
}

/// A text in a language.
pub(super) fn of(texts: &madoguchi_schema::published::Texts, lang: Lang) -> &str {
    if lang == Lang::En { &texts.en } else { &texts.ja }
}
