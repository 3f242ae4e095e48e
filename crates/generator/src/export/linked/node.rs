use serde_json::{Map, Value};

use crate::export::Texts;

/// A node of JSON-LD. What is not said is left out.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node(Map<String, Value>);

impl Node {
    /// A node with an identifier.
    pub(crate) fn new(id: impl Into<String>, class: &str) -> Self {
        Self::blank(class).with("@id", id.into())
    }

    /// A node without one.
    pub(crate) fn blank(class: &str) -> Self {
        Self(Map::from_iter([("@type".to_owned(), Value::from(class))]))
    }

    /// The node with a further class.
    pub(crate) fn and_a(mut self, class: &str) -> Self {
        let first = self.0.remove("@type").unwrap_or_default();
        self.0.insert("@type".to_owned(), Value::Array(vec![first, Value::from(class)]));
        self
    }

    /// The node with a property, unless there is nothing to say of it.
    pub(crate) fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let is_nothing = match &value {
            Value::Null => true,
            Value::Array(values) => values.is_empty(),
            Value::Object(values) => values.is_empty(),
            _ => false,
        };
        if !is_nothing {
            self.0.insert(key.to_owned(), value);
        }
        self
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Self {
        Self::Object(node.0)
    }
}

/// A text in its languages. Where a city's own words have no English, the Japanese is not passed off
/// as English.
pub(crate) fn in_languages(texts: &Texts) -> Value {
    let mut map = Map::from_iter([("ja".to_owned(), Value::from(texts.ja.as_str()))]);
    let is_english = texts.en != texts.ja || texts.en.is_ascii();
    if is_english {
        map.insert("en".to_owned(), Value::from(texts.en.as_str()));
    }
    Value::Object(map)
}
