//! SARIF 2.1.0: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html>

use std::collections::BTreeMap;

use madoguchi_schema::fault::Span;
use serde::Serialize;

use super::place::{Places, shown};
use super::{pretty, with_help};
use crate::check::Checked;
use crate::diagnostic::{self, Diagnostic};
use crate::explain;
use crate::message::{MessageError, Messages};
use crate::rule::{Level, Rule, rules};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    language: &'static str,
    column_kind: &'static str,
    results: Vec<Found>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    information_uri: Option<&'static str>,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    name: &'static str,
    short_description: Message,
    #[serde(skip_serializing_if = "Option::is_none")]
    full_description: Option<Message>,
    help: Message,
    #[serde(skip_serializing_if = "Option::is_none")]
    help_uri: Option<String>,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Message {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    markdown: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Found {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactLocation {
    uri: String,
    uri_base_id: &'static str,
}

/// Columns count units of UTF-16 from 1; the end is the place after the last.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
    byte_offset: usize,
    byte_length: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fix {
    description: Message,
    artifact_changes: [ArtifactChange; 1],
    /// SARIF has no word for a repair that needs a look.
    properties: BTreeMap<&'static str, bool>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange {
    artifact_location: ArtifactLocation,
    replacements: [Replacement; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    inserted_content: Content,
}

#[derive(Serialize)]
struct Content {
    text: String,
}

/// SARIF 2.1.0, as code hosts and editors read it, with every rule of the tool.
///
/// # Errors
///
/// Where a message file is broken.
pub fn sarif(checked: &Checked, messages: &Messages) -> Result<String, MessageError> {
    let places = Places::new(checked);
    let results = checked.diagnostics.iter().map(|diagnostic| found(diagnostic, &places, messages));
    let driver = Driver {
        name: "madoguchi",
        version: env!("CARGO_PKG_VERSION"),
        information_uri: Some(env!("CARGO_PKG_REPOSITORY")).filter(|uri| !uri.is_empty()),
        rules: rules().map(|rule| descriptor(rule, messages)).collect::<Result<_, _>>()?,
    };
    let run = Run {
        tool: Tool { driver },
        language: messages.lang().code(),
        column_kind: "utf16CodeUnits",
        results: results.collect::<Result<_, _>>()?,
    };
    Ok(pretty(&Log { schema: SCHEMA, version: "2.1.0", runs: [run] }))
}

fn descriptor(rule: &Rule, messages: &Messages) -> Result<Descriptor, MessageError> {
    let words = messages.of_rule(rule)?;
    let about = messages.text(rule).about;
    let plain = |text: String| Message { text, markdown: None };
    let help = words.help.clone().unwrap_or_else(|| words.message.clone());
    let mut markdown = format!("{help}\n");
    if !about.is_empty() {
        markdown.push_str(&format!("\n{about}\n"));
    }
    for (title, example) in [("explain-wrong", &rule.wrong), ("explain-right", &rule.right)] {
        if let Some(example) = explain::shown(example, messages)? {
            markdown.push_str(&format!("\n{}\n\n{example}", messages.plain(title)?));
        }
    }
    Ok(Descriptor {
        id: rule.code,
        name: rule.name,
        short_description: plain(words.message),
        full_description: Some(about).filter(|about| !about.is_empty()).map(|about| plain(about.to_owned())),
        help: Message { text: help, markdown: Some(markdown) },
        help_uri: explain::address(rule),
        default_configuration: Configuration { level: level(rule.level) },
    })
}

fn found(diagnostic: &Diagnostic, places: &Places<'_>, messages: &Messages) -> Result<Found, MessageError> {
    let path = diagnostic.path.as_str();
    let related = |(i, place): (usize, &diagnostic::Place)| {
        let message = Message { text: messages.plain(place.message)?, markdown: None };
        Ok(Location { id: Some(i + 1), message: Some(message), ..location(&place.path, Some(place.span), places) })
    };
    let fix = |edit: &madoguchi_schema::fault::Edit| {
        Ok(Fix {
            description: Message { text: messages.plain("repair")?, markdown: None },
            artifact_changes: [ArtifactChange {
                artifact_location: artifact(path),
                replacements: [Replacement {
                    deleted_region: region(path, edit.span, places),
                    inserted_content: Content { text: edit.text.clone() },
                }],
            }],
            properties: BTreeMap::from([("safe", edit.safe)]),
        })
    };
    Ok(Found {
        rule_id: diagnostic.rule.code,
        rule_index: rules().position(|rule| rule == diagnostic.rule).unwrap_or_default(),
        level: level(diagnostic.level),
        message: Message { text: with_help(messages.words(diagnostic)?), markdown: None },
        locations: [location(path, diagnostic.span, places)],
        related_locations: diagnostic.related.iter().enumerate().map(related).collect::<Result<_, _>>()?,
        fixes: diagnostic.edit.iter().map(fix).collect::<Result<_, _>>()?,
    })
}

fn location(path: &str, span: Option<Span>, places: &Places<'_>) -> Location {
    let region = span.map(|span| region(path, span, places));
    Location {
        id: None,
        physical_location: PhysicalLocation { artifact_location: artifact(path), region },
        message: None,
    }
}

/// `%SRCROOT%` is the name that code hosts know for the root of a checkout.
fn artifact(path: &str) -> ArtifactLocation {
    ArtifactLocation { uri: percent_encoded(&shown(path)), uri_base_id: "%SRCROOT%" }
}

fn region(path: &str, span: Span, places: &Places<'_>) -> Region {
    let range = places.range(path, span);
    Region {
        start_line: range.start.line,
        start_column: range.start.utf16,
        end_line: range.end.line,
        end_column: range.end.utf16,
        byte_offset: range.start.offset,
        byte_length: range.end.offset.saturating_sub(range.start.offset),
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Off => "none",
        Level::Note => "note",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

/// A path as a relative URI (RFC 3986): all but unreserved characters and `/` as bytes of UTF-8.
fn percent_encoded(path: &str) -> String {
    let encode = |byte: u8| match byte {
        b'/' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    path.bytes().map(encode).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_uri_whatever_its_letters() {
        assert_eq!(percent_encoded("datasets/a b/金.yaml"), "datasets/a%20b/%E9%87%91.yaml");
        assert_eq!(percent_encoded("a:b?c#d%20"), "a%3Ab%3Fc%23d%2520");
    }
}
