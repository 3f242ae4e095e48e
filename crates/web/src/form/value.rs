//! What a choice adds to a text: a small value that is written in lines or in brackets.

use serde_json::Value as Json;

/// Spaces for each level.
const LEVEL: usize = 2;

/// A value of YAML, as far as choices need it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Word(String),
    List(Vec<Value>),
    Map(Vec<(String, Value)>),
}

impl Value {
    pub(crate) fn word(text: impl Into<String>) -> Self {
        Self::Word(text.into())
    }

    pub(crate) fn map(entries: impl IntoIterator<Item = (&'static str, Value)>) -> Self {
        Self::Map(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    pub(crate) fn to_json(&self) -> Json {
        match self {
            Self::Word(text) => Json::String(text.clone()),
            Self::List(values) => values.iter().map(Self::to_json).collect(),
            Self::Map(entries) => {
                Json::Object(entries.iter().map(|(key, value)| (key.clone(), value.to_json())).collect())
            }
        }
    }

    /// The value in one line.
    pub(crate) fn inline(&self) -> String {
        match self {
            Self::Word(text) if is_plain(text) => text.clone(),
            Self::Word(text) => quoted(text),
            Self::List(values) => format!("[{}]", joined(values.iter().map(Self::inline))),
            Self::Map(entries) if entries.is_empty() => "{}".to_owned(),
            Self::Map(entries) => {
                format!("{{ {} }}", joined(entries.iter().map(|(key, value)| format!("{key}: {}", value.inline()))))
            }
        }
    }

    /// The value behind `key:` whose lines begin in a column.
    pub(crate) fn behind_key(&self, column: usize) -> String {
        match self {
            Self::List(values) if !values.is_empty() => {
                let column = column + LEVEL;
                values.iter().map(|value| format!("\n{}- {}", indent(column), value.behind_dash(column))).collect()
            }
            Self::Map(entries) if !entries.is_empty() => {
                let column = column + LEVEL;
                let lines = entries
                    .iter()
                    .map(|(key, value)| format!("\n{}{key}:{}", indent(column), value.behind_key(column)));
                lines.collect()
            }
            other => format!(" {}", other.inline()),
        }
    }

    /// The value behind `- ` whose dash stands in a column. Maps of nothing but words stay in one line.
    pub(crate) fn behind_dash(&self, column: usize) -> String {
        match self {
            Self::Map(entries) if entries.iter().any(|(_, value)| !matches!(value, Self::Word(_))) => {
                let column = column + LEVEL;
                let lines = entries.iter().map(|(key, value)| format!("{key}:{}", value.behind_key(column)));
                lines.collect::<Vec<_>>().join(&format!("\n{}", indent(column)))
            }
            other => other.inline(),
        }
    }
}

fn indent(column: usize) -> String {
    " ".repeat(column)
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

/// Whether a text needs no quotation marks: an id.
fn is_plain(text: &str) -> bool {
    let is_id = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(is_id) && !is_word_of_yaml(text)
}

fn is_word_of_yaml(text: &str) -> bool {
    ["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(&text.to_ascii_lowercase().as_str())
}

/// JSON's escapes are YAML's.
fn quoted(text: &str) -> String {
    Json::String(text.to_owned()).to_string()
}
