use serde::Deserialize;
use serde_json::{Number, Value};

use super::{Part, Route, TypeError};
use crate::fault::Span;

/// A document with the place of every key and value.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    /// The document's value.
    pub root: Node,
}

/// A value and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// Its bytes, quotation marks included; for a list or map in block style, from its first key
    /// or entry to the end of the last.
    pub span: Span,
    /// How it is written.
    pub style: Style,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub enum NodeKind {
    /// Nothing, `~` or `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A map, its keys in the order of the file, each once.
    Map(Vec<Entry>),
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// The key's bytes.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// A text without quotation marks.
    Plain,
    /// A text in single quotation marks.
    SingleQuoted,
    /// A text in double quotation marks.
    DoubleQuoted,
    /// A text after `|` or `>`.
    BlockText,
    /// A list or map by indentation.
    Block,
    /// A list in brackets or a map in braces.
    Flow,
}

impl Node {
    /// The entries, where the value is a map.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        match &self.kind {
            NodeKind::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The value of a key, where the value is a map that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// The text, where the value is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value's JSON type.
    #[must_use]
    pub fn json_type(&self) -> &'static str {
        match &self.kind {
            NodeKind::Null => "null",
            NodeKind::Bool(_) => "boolean",
            NodeKind::Number(number) if number.is_f64() => "number",
            NodeKind::Number(_) => "integer",
            NodeKind::Text(_) => "string",
            NodeKind::List(_) => "array",
            NodeKind::Map(_) => "object",
        }
    }

    /// The value without its places.
    #[must_use]
    pub fn to_json(&self) -> Value {
        match &self.kind {
            NodeKind::Null => Value::Null,
            NodeKind::Bool(value) => Value::Bool(*value),
            NodeKind::Number(number) => Value::Number(number.clone()),
            NodeKind::Text(text) => Value::String(text.clone()),
            NodeKind::List(nodes) => nodes.iter().map(Self::to_json).collect(),
            NodeKind::Map(entries) => {
                Value::Object(entries.iter().map(|entry| (entry.key.clone(), entry.value.to_json())).collect())
            }
        }
    }

    /// The value as a type.
    ///
    /// # Errors
    ///
    /// The first thing that the type refuses, with the innermost place of it.
    pub fn typed<'de, T: Deserialize<'de>>(&'de self) -> Result<T, TypeError> {
        T::deserialize(self)
    }

    fn child(&self, part: &Part) -> Option<&Node> {
        match (part, &self.kind) {
            (Part::Key(key), _) => self.get(key),
            (Part::Index(index), NodeKind::List(nodes)) => nodes.get(*index),
            _ => None,
        }
    }
}

impl Tree {
    /// The value at a route.
    #[must_use]
    pub fn find(&self, route: &Route) -> Option<&Node> {
        route.parts().iter().try_fold(&self.root, |node, part| node.child(part))
    }

    /// The bytes of the key at the end of a route.
    #[must_use]
    pub fn find_key(&self, route: &Route) -> Option<Span> {
        let (last, before) = route.parts().split_last()?;
        let parent = before.iter().try_fold(&self.root, |node, part| node.child(part))?;
        match last {
            Part::Key(key) => parent.entries().iter().find(|entry| entry.key == *key).map(|entry| entry.key_span),
            Part::Index(_) => parent.child(last).map(|node| node.span),
        }
    }

    /// The route to the innermost value that holds these bytes, its key included.
    #[must_use]
    pub fn innermost(&self, span: Span) -> Route {
        let (mut route, mut node) = (Route::root(), &self.root);
        loop {
            let entry = node.entries().iter().find(|entry| {
                Span::new(entry.key_span.start, entry.value.span.end.max(entry.key_span.end)).contains(span)
            });
            (route, node) = match (&node.kind, entry) {
                (NodeKind::Map(_), Some(entry)) => (route.key(&entry.key), &entry.value),
                (NodeKind::List(nodes), _) => match nodes.iter().position(|node| node.span.contains(span)) {
                    Some(at) => (route.index(at), &nodes[at]),
                    None => return route,
                },
                _ => return route,
            };
        }
    }

    /// Whether bytes are those of the value or key at a route, or of a part of them that has no
    /// route of its own.
    #[must_use]
    pub fn is_at(&self, route: &Route, span: Span) -> bool {
        self.find(route).is_some_and(|node| node.span == span)
            || self.find_key(route) == Some(span)
            || self.find(route).is_some() && self.innermost(span) == *route
    }

    /// The bytes of the value at a route; of the nearest value above it where there is none.
    #[must_use]
    pub fn span(&self, route: &Route) -> Span {
        let mut node = &self.root;
        for part in route.parts() {
            match node.child(part) {
                Some(child) => node = child,
                None => break,
            }
        }
        node.span
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::read;

    #[test]
    fn bytes_are_found_at_the_innermost_route_that_holds_them() {
        let text = "a:\n  b: [x, yy]\n  c: A+B\nd: { e: f }\n";
        let tree = read(text.as_bytes()).0.unwrap();
        let at = |part: &str| {
            let start = text.find(part).unwrap();
            tree.innermost(Span::new(start, start + part.len())).to_string()
        };
        for (part, route) in [
            ("b", "a.b"),
            ("x", "a.b[0]"),
            ("yy", "a.b[1]"),
            ("[x, yy]", "a.b"),
            ("x, yy", "a.b"),
            ("+", "a.c"),
            ("e: f", "d.e"),
            ("{ e: f }", "d"),
            ("a", "a"),
        ] {
            assert_eq!(at(part), route, "{part}");
        }
    }

    #[test]
    fn a_place_is_at_its_own_route_and_not_at_those_above_or_below() {
        let text = "a:\n  b: A+B\n";
        let tree = read(text.as_bytes()).0.unwrap();
        let is_at = |route: &str, part: &str| {
            let start = text.find(part).unwrap();
            tree.is_at(&route.parse().unwrap(), Span::new(start, start + part.len()))
        };
        assert!(is_at("a.b", "A+B") && is_at("a.b", "b") && is_at("a.b", "+"));
        assert!(!is_at("a", "A+B") && !is_at("a.c", "A+B") && !is_at("a.b", "a"));
    }
}
