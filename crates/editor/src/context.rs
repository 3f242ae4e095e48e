//! What can be written at a place of a text.

use madoguchi_schema::fault::Span;
use madoguchi_schema::yaml::Route;

use crate::outline::{End, Scanner};

/// What can be written at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Context {
    /// The map whose key, or the value, that is written there.
    pub(crate) route: Route,
    pub(crate) slot: Slot,
    /// What is written of it so far.
    pub(crate) span: Span,
    /// Whether it stands in brackets or braces.
    pub(crate) is_flow: bool,
}

/// What is written at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    /// A key of the map.
    Key,
    /// The value.
    Value,
    /// The value, or the first key of a map that is the value.
    Either,
}

impl Context {
    /// What can be written after the first `offset` bytes of a text.
    pub(crate) fn at(text: &str, offset: usize) -> Option<Self> {
        let text = text.get(..offset)?;
        let scanner = Scanner::of(text);
        let (start, is_flow) = match scanner.end {
            End::Nowhere => return None,
            End::Flow { start } => (start, true),
            End::Line { start, .. } | End::Entry { start } | End::Value { start } => (start, false),
        };
        let mut frames = scanner.frames;
        if let End::Line { column, .. } = scanner.end {
            frames.retain(|frame| frame.is_flow || frame.column <= column);
        }
        let top = frames.last();
        let child = || top.map(|frame| frame.child()).unwrap_or_default();
        let (route, slot) = match (scanner.end, top) {
            (End::Value { .. }, _) => (child(), Slot::Value),
            (End::Entry { .. }, _) => (child(), Slot::Either),
            (End::Flow { .. }, Some(frame)) if !frame.is_list && frame.part.is_none() => {
                (frame.route.clone(), Slot::Key)
            }
            (End::Flow { .. }, _) => (child(), Slot::Value),
            (End::Line { .. }, None) => (Route::root(), Slot::Key),
            (End::Line { column, .. }, Some(frame)) if frame.column == column && !frame.is_list => {
                (frame.route.clone(), Slot::Key)
            }
            (End::Line { column, .. }, Some(frame)) if frame.column < column => (child(), Slot::Either),
            _ => return None,
        };
        let quote = usize::from(text[start..].starts_with(['"', '\'']));
        Some(Self { route, slot, span: Span::new(start + quote, offset), is_flow })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What can be written at the `¦` of a text: the route, the slot, what is written so far.
    fn at(text: &str) -> Option<(String, Slot, String)> {
        let (before, after) = text.split_once('¦').unwrap();
        let whole = format!("{before}{after}");
        let context = Context::at(&whole, before.len())?;
        Some((context.route.to_string(), context.slot, context.span.slice(&whole).unwrap().to_owned()))
    }

    fn is(text: &str, route: &str, slot: Slot, written: &str) {
        assert_eq!(at(text), Some((route.to_owned(), slot, written.to_owned())), "{text}");
    }

    #[test]
    fn a_place_is_known_by_its_column_and_brackets_while_the_text_is_no_yaml() {
        is("¦", "", Slot::Key, "");
        is("so¦", "", Slot::Key, "so");
        is("a: b\n¦", "", Slot::Key, "");
        is("sources:\n  pin:\n    ¦", "sources.pin", Slot::Either, "");
        is("sources:\n  pin:\n    url: x\n    re¦", "sources.pin", Slot::Key, "re");
        is("sources:\n  pin:\n    url: x\n    re¦\n    read: whole\n", "sources.pin", Slot::Key, "re");
        is("sources:\n  pin:\n    read: wh¦", "sources.pin.read", Slot::Value, "wh");
        is("sources:\n  pin:\n    read: ¦\npins: {", "sources.pin.read", Slot::Value, "");
        is("a:\n  b:\n    c: d\n  ¦", "a", Slot::Key, "");
        is("a:\n  b:\n    c: d\n\n¦", "", Slot::Key, "");
        is("a: { b: [x, y¦", "a.b[1]", Slot::Value, "y");
        is("a: { b: [x, y], ¦ }\n", "a", Slot::Key, "");
        is("a: { b: [x, y], c¦ }\n", "a", Slot::Key, "c");
        is("a: { b: A | B¦ }\n", "a.b", Slot::Value, "A | B");
        is("a: { b: \"A | B¦\n", "a.b", Slot::Value, "A | B");
        is("a:\n  - x\n  - ¦", "a[1]", Slot::Either, "");
        is("a:\n  - x\n  - y¦", "a[1]", Slot::Either, "y");
        is("a:\n  - { d¦\n  - { e: f }\n", "a[0]", Slot::Key, "d");
        is("a:\n  - b: c\n    d¦", "a[0]", Slot::Key, "d");
        is("a:\n  - b:\n      - c: d\n        e: ¦", "a[0].b[0].e", Slot::Value, "");
    }

    #[test]
    fn nothing_is_written_in_comments_and_texts_of_several_lines() {
        for text in ["# ¦", "a: b # ¦", "a: [b] ¦", "a: |\n  x¦", "a: { b: c } # ¦", "a:\n  - x\n  ¦"] {
            assert_eq!(at(text), None, "{text}");
        }
    }
}
