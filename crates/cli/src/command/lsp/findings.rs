//! Findings as the client shows them.

use gen_lsp_types::{
    Code, CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location, Range,
};
use madoguchi_schema::fault::Span;
use madoguchi_validator::{self as validator, Checked, Level, Messages, report};

use super::documents::Documents;
use super::places::{Encoding, Lines};
use crate::failure::Failure;

/// What was found in one file. Each diagnostic has the finding in its `data` as `check --format json`
/// writes it.
pub(super) fn diagnostics(
    checked: &Checked,
    documents: &Documents,
    encoding: Encoding,
    messages: &Messages,
) -> Result<Vec<Diagnostic>, Failure> {
    let data = report::findings(checked, messages).map_err(Failure::broken)?;
    checked
        .diagnostics
        .iter()
        .zip(data)
        .map(|(finding, data)| {
            let words = messages.words(finding).map_err(Failure::broken)?;
            let mut related = Vec::new();
            for place in &finding.related {
                let message = messages.plain(place.message).map_err(Failure::broken)?;
                if let Some(uri) = documents.uri(&place.path) {
                    let range = range(checked, &place.path, Some(place.span), encoding);
                    related.push(DiagnosticRelatedInformation { location: Location { uri, range }, message });
                }
            }
            let message = words.help.map_or_else(|| words.message.clone(), |help| format!("{}\n{help}", words.message));
            let href = validator::address(finding.rule).and_then(|address| address.parse().ok());
            Ok(Diagnostic {
                range: range(checked, &finding.path, finding.span, encoding),
                severity: Some(severity(finding.level)),
                code: Some(Code::String(finding.rule.code.to_owned())),
                code_description: href.map(|href| CodeDescription { href }),
                source: Some("madoguchi".to_owned()),
                message: message.into(),
                tags: tag(finding.rule.name).map(|tag| vec![tag]),
                related_information: (!related.is_empty()).then_some(related),
                data: Some(data),
            })
        })
        .collect()
}

fn range(checked: &Checked, path: &str, span: Option<Span>, encoding: Encoding) -> Range {
    let text = checked.texts.get(path).map_or("", |text| &**text);
    let lines = Lines::new(text, encoding);
    span.map_or_else(|| lines.first(), |span| lines.range(span))
}

fn severity(level: Level) -> DiagnosticSeverity {
    match level {
        Level::Error => DiagnosticSeverity::Error,
        Level::Warning => DiagnosticSeverity::Warning,
        Level::Note | Level::Off => DiagnosticSeverity::Information,
    }
}

/// What editors fade out or strike through.
fn tag(rule: &str) -> Option<DiagnosticTag> {
    match rule {
        "unused-definition" | "unused-allowance" => Some(DiagnosticTag::Unnecessary),
        "abolished-document" => Some(DiagnosticTag::Deprecated),
        _ => None,
    }
}
