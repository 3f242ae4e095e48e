//! The texts of a municipality's file by what they are, and places inside them.

use std::ops::Range;

use crate::rule::prelude::*;
use madoguchi_schema::fault::Span;
use madoguchi_schema::yaml::{Node, NodeKind};

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// What the file's author says, in words of their own.
    Note(Language),
    /// A name in one of its languages.
    Label(Language),
    /// The reading of a name.
    Reading,
    /// A name in the page's own words: an app, a thing that is needed.
    Name,
    /// A time of the day.
    Time,
    /// The page's own words: a heading, a title, a term.
    Page,
}

/// The language of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    Japanese,
    English,
}

/// A text with its place.
pub(crate) struct Words<'d> {
    pub(super) node: &'d Node,
    /// The label, note or block that holds it.
    pub(super) holder: &'d Node,
    pub(super) text: &'d str,
    pub(super) kind: Kind,
}

/// Keys whose texts are notes.
const NOTES: [&str; 7] = ["note", "notes", "unclear", "why", "until", "time", "after_expiry"];

/// Marks between which a text quotes.
pub(super) const QUOTES: &[(char, char)] = &[('「', '」'), ('『', '』'), ('“', '”'), ('"', '"')];

/// Brackets of every kind, and the marks of quotations.
pub(super) const QUOTES_AND_BRACKETS: &[(char, char)] = &[
    ('「', '」'),
    ('『', '』'),
    ('“', '”'),
    ('"', '"'),
    ('(', ')'),
    ('（', '）'),
    ('[', ']'),
    ('【', '】'),
    ('<', '>'),
    ('〈', '〉'),
];

/// The texts of a municipality's file that people write freely.
pub(crate) fn words(root: &Node) -> Vec<Words<'_>> {
    let mut found = Vec::new();
    walk(root, root, ("", ""), &mut found);
    found
}

/// `keys` are those of the value and of the map in which it stands.
fn walk<'d>(node: &'d Node, holder: &'d Node, keys: (&'d str, &'d str), found: &mut Vec<Words<'d>>) {
    match &node.kind {
        NodeKind::Text(text) => {
            found.extend(kind(keys).map(|kind| Words { node, holder, text, kind }));
        }
        NodeKind::List(nodes) => nodes.iter().for_each(|entry| walk(entry, holder, keys, found)),
        NodeKind::Map(entries) => {
            entries.iter().for_each(|entry| walk(&entry.value, node, (&entry.key, keys.0), found));
        }
        _ => {}
    }
}

fn kind((key, outer): (&str, &str)) -> Option<Kind> {
    let is_note = NOTES.contains(&outer);
    match key {
        _ if outer == "terms" => Some(Kind::Page),
        "ja" if is_note => Some(Kind::Note(Language::Japanese)),
        "en" if is_note => Some(Kind::Note(Language::English)),
        "ja" | "plain" => Some(Kind::Label(Language::Japanese)),
        "en" => Some(Kind::Label(Language::English)),
        "kana" => Some(Kind::Reading),
        "software" | "home_equipment" => Some(Kind::Name),
        "last_reception" => Some(Kind::Time),
        "section" | "title" | "also_called" => Some(Kind::Page),
        _ if NOTES.contains(&key) => Some(Kind::Note(Language::Japanese)),
        _ => None,
    }
}

impl<'d> Words<'d> {
    /// The text beside this one, of another key of the same label or note.
    pub(super) fn beside(&self, key: &str) -> Option<&'d str> {
        self.holder.get(key).and_then(Node::text)
    }

    /// The bytes of a part of the text, where the file has the text as it is, without escapes.
    pub(super) fn part(&self, subject: &Subject<'_>, at: &Range<usize>) -> Option<Span> {
        let raw = self.node.span.slice(&subject.file.text)?;
        let is_before =
            |quote: &usize| raw.len().checked_sub(*quote).and_then(|end| raw.get(*quote..end)) == Some(self.text);
        let before = [0, 1].into_iter().find(is_before)?;
        let start = self.node.span.start + before;
        Some(Span::new(start + at.start, start + at.end))
    }

    /// A finding of a part of the text; of the whole text where the part has no bytes of its own.
    pub(super) fn finding(&self, subject: &Subject<'_>, rule: &'static Rule, at: &Range<usize>) -> Diagnostic {
        let finding = subject.finding(rule, self.part(subject, at).unwrap_or(self.node.span));
        finding.text("text", &self.text[at.clone()])
    }
}

/// The bytes of a text that stand between marks, the marks included.
pub(super) fn set_apart(text: &str, marks: &[(char, char)]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match open {
            Some((from, closing)) if c == closing => {
                found.push(from..at + c.len_utf8());
                open = None;
            }
            Some(_) => {}
            None => open = marks.iter().find(|(opening, _)| *opening == c).map(|(_, closing)| (at, *closing)),
        }
    }
    found
}

/// Whether a byte lies in one of some ranges.
pub(super) fn is_within(at: usize, ranges: &[Range<usize>]) -> bool {
    ranges.iter().any(|range| range.contains(&at))
}

/// Whether a character is written in Japanese only: kana, kanji, 々, 〆, 〇.
pub(super) fn is_japanese(c: char) -> bool {
    matches!(c,
        '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

/// From the first to the last odd character of a text, and the same part with each run of them in
/// its ordinary form.
pub(super) fn respelled(
    text: &str,
    is_odd: impl Fn(usize, char) -> bool,
    ordinary: impl Fn(&str) -> String,
) -> Option<(Range<usize>, String)> {
    let is_odd = |(at, c): &(usize, char)| is_odd(*at, *c);
    let (start, _) = text.char_indices().find(is_odd)?;
    let (last, c) = text.char_indices().rfind(is_odd)?;
    let part = start..last + c.len_utf8();
    let mut out = String::new();
    let mut run = String::new();
    for (at, c) in text.char_indices().filter(|(at, _)| part.contains(at)) {
        if is_odd(&(at, c)) {
            run.push(c);
            continue;
        }
        out.push_str(&ordinary(&run));
        run.clear();
        out.push(c);
    }
    out.push_str(&ordinary(&run));
    Some((part, out))
}
