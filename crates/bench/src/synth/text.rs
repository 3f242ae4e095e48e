//! Writing a tree as YAML, each value in the style in which it was read.

use std::fmt::Write as _;

use madoguchi_schema::fault::Span;
use madoguchi_schema::yaml::{Entry, Node, NodeKind, Style};

/// A value that stands in no file yet.
pub(super) fn node(kind: NodeKind, style: Style) -> Node {
    Node { kind, span: Span::default(), style }
}

/// A text without quotation marks.
pub(super) fn plain(text: &str) -> Node {
    node(NodeKind::Text(text.to_owned()), Style::Plain)
}

/// A map by indentation.
pub(super) fn map(entries: Vec<Entry>) -> Node {
    node(NodeKind::Map(entries), Style::Block)
}

/// A key with its value.
pub(super) fn entry(key: &str, value: Node) -> Entry {
    Entry { key: key.to_owned(), key_span: Span::default(), value }
}

/// A document's text, in the one layout. Blocks of some length stand apart.
pub(super) fn written(root: &Node) -> String {
    let mut out = "# yaml-language-server: $schema=../../../schema/municipality.schema.json\n".to_owned();
    for Entry { key, value, .. } in root.entries() {
        if is_block(value) {
            out.push('\n');
        }
        line(key, value, 0, &mut out);
    }
    out
}

fn is_block(node: &Node) -> bool {
    let is_empty = match &node.kind {
        NodeKind::List(nodes) => nodes.is_empty(),
        NodeKind::Map(entries) => entries.is_empty(),
        _ => true,
    };
    node.style == Style::Block && !is_empty
}

/// `key: value`
fn line(key: &str, value: &Node, depth: usize, out: &mut String) {
    let _ = write!(out, "{:indent$}{key}:", "", indent = depth * 2);
    after(value, depth, out);
}

/// What stands behind a key.
fn after(value: &Node, depth: usize, out: &mut String) {
    if !is_block(value) {
        out.push(' ');
        inline(value, out);
        out.push('\n');
        return;
    }
    out.push('\n');
    match &value.kind {
        NodeKind::Map(entries) => entries.iter().for_each(|entry| line(&entry.key, &entry.value, depth + 1, out)),
        NodeKind::List(nodes) => nodes.iter().for_each(|node| item(node, depth + 1, out)),
        _ => {}
    }
}

/// `- value`; a map in lines begins in the line of the dash.
fn item(value: &Node, depth: usize, out: &mut String) {
    let _ = write!(out, "{:indent$}- ", "", indent = depth * 2);
    match &value.kind {
        NodeKind::Map(entries) if is_block(value) => {
            for (at, entry) in entries.iter().enumerate() {
                if at == 0 {
                    let _ = write!(out, "{}:", entry.key);
                    after(&entry.value, depth + 1, out);
                } else {
                    line(&entry.key, &entry.value, depth + 1, out);
                }
            }
        }
        _ => {
            inline(value, out);
            out.push('\n');
        }
    }
}

fn inline(value: &Node, out: &mut String) {
    match &value.kind {
        NodeKind::Null => out.push('~'),
        NodeKind::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        NodeKind::Number(number) => out.push_str(&number.to_string()),
        NodeKind::Text(text) if value.style == Style::Plain => out.push_str(text),
        NodeKind::Text(text) => quoted(text, out),
        NodeKind::List(nodes) => {
            out.push('[');
            separated(nodes, inline, out);
            out.push(']');
        }
        NodeKind::Map(entries) if entries.is_empty() => out.push_str("{}"),
        NodeKind::Map(entries) => {
            out.push_str("{ ");
            let write = |entry: &Entry, out: &mut String| {
                out.push_str(&entry.key);
                out.push_str(": ");
                inline(&entry.value, out);
            };
            separated(entries, write, out);
            out.push_str(" }");
        }
    }
}

fn separated<T>(parts: &[T], write: impl Fn(&T, &mut String), out: &mut String) {
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            out.push_str(", ");
        }
        write(part, out);
    }
}

fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out.push('"');
}
