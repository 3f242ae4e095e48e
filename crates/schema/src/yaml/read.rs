use serde_json::Number;

use super::scan::{Token, tokens};
use super::slip::{Before, slips};
use super::{Entry, Node, NodeKind, Style, Tree};
use crate::fault::{Edit, Fault, FaultKind, Span};
use crate::scalar::is_forbidden;

/// A file may have this many bytes (64 KiB); the largest city needs about 12 KB.
pub const MOST_BYTES: usize = 64 * 1024;
/// Lists and maps may be nested this deep.
pub const MOST_DEPTH: usize = 64;
/// This many faults of a file are told. Whoever has repaired them is told the next ones; a report of
/// tens of thousands helps nobody and takes minutes.
pub const MOST_FAULTS: usize = 200;
/// A file may have this many keys, values, lists and maps.
pub const MOST_NODES: usize = 16 * 1024;

/// Reads a file. The tree is there as soon as the syntax is right, whatever else is wrong; every
/// other fault stands in the list, in the order of the file.
#[must_use]
pub fn read(bytes: &[u8]) -> (Option<Tree>, Vec<Fault>) {
    if bytes.len() > MOST_BYTES {
        let kind = FaultKind::TooLarge { bytes: bytes.len(), most: MOST_BYTES };
        return (None, vec![Fault::new(kind, Span::default())]);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.valid_up_to();
            let end = at + error.error_len().unwrap_or(bytes.len() - at);
            return (None, vec![Fault::new(FaultKind::NotUtf8, Span::new(at, end))]);
        }
    };
    let mut faults = characters(text);
    let tree = Builder::new(text, &mut faults).build();
    faults.sort_by_key(|fault| fault.span);
    let mut faults = one_a_place(faults);
    faults.truncate(MOST_FAULTS);
    (tree, faults)
}

/// A file of which one character is wrong in two ways is wrong once.
fn one_a_place(faults: Vec<Fault>) -> Vec<Fault> {
    let mut kept: Vec<Fault> = Vec::with_capacity(faults.len());
    for fault in faults {
        if kept.last().is_none_or(|last| last.span != fault.span) {
            kept.push(fault);
        }
    }
    kept
}

/// Characters that no file may have, wherever they stand.
fn characters(text: &str) -> Vec<Fault> {
    let mut faults: Vec<Fault> = wide_indentation(text);
    if !text.contains(|c| !matches!(c, '\n' | '\t') && is_forbidden(c)) {
        return faults;
    }
    faults.extend(other_line_ends(text));
    for (at, c) in text.char_indices() {
        let span = Span::new(at, at + c.len_utf8());
        let fault = match c {
            '\u{feff}' if at == 0 => Some(FaultKind::ByteOrderMark),
            '\n' | '\t' | '\r' => None,
            c if is_forbidden(c) => Some(FaultKind::ForbiddenCharacter { character: c }),
            _ => None,
        };
        if let Some(kind) = fault {
            let edit = Edit { span, text: String::new(), safe: matches!(kind, FaultKind::ByteOrderMark) };
            faults.push(Fault::new(kind, span).edit(Some(edit)));
        }
    }
    faults
}

/// Line ends of CR alone, one fault a file, at the first of them. For YAML they end a line as LF does,
/// and nobody else sees it: they are written as LF, never deleted.
fn other_line_ends(text: &str) -> Option<Fault> {
    let line_ends = || text.match_indices('\r').filter(|(at, _)| !text[at + 1..].starts_with('\n'));
    let (first, _) = line_ends().next()?;
    let (last, _) = line_ends().next_back()?;
    // A CR before CRLF comes from a line end that was converted twice.
    let doubled = text[last + 1..].strip_prefix("\r\n").map_or(0, |_| 2);
    let span = Span::new(first, last + 1 + doubled);
    let lines = text[span.start..span.end].replace("\r\r\n", "\n").replace("\r\n", "\n").replace('\r', "\n");
    let edit = Edit { span, text: lines, safe: true };
    Some(Fault::new(FaultKind::LineEnds, Span::new(first, first + 1)).edit(Some(edit)))
}

/// The indentations with full-width spaces, one fault a line, from the first of them to the last.
fn wide_indentation(text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    // As a text it is looked for many bytes at a time.
    if !text.contains("\u{3000}") {
        return faults;
    }
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let indentation = &line[..line.len() - line.trim_start_matches([' ', '\u{3000}']).len()];
        if let Some((first, last)) = indentation.find('\u{3000}').zip(indentation.rfind('\u{3000}')) {
            let end = last + '\u{3000}'.len_utf8();
            let span = Span::new(line_start + first, line_start + end);
            let edit = Edit { span, text: indentation[first..end].replace('\u{3000}', "  "), safe: false };
            faults.push(Fault::new(FaultKind::WideIndentation, span).edit(Some(edit)));
        }
        line_start += line.len();
    }
    faults
}

/// A list or map that is still open. What is in it stands at the end of the builder's, `from` here on.
enum Open {
    List { from: usize },
    Map { from: usize, key: Option<(String, Span)> },
}

struct Frame {
    open: Open,
    span: Span,
    style: Style,
}

struct Builder<'t, 'f> {
    text: &'t str,
    faults: &'f mut Vec<Fault>,
    stack: Vec<Frame>,
    /// What the open lists and maps hold, in one place for all, so that each is made in its size.
    entries: Vec<Entry>,
    listed: Vec<Node>,
    root: Option<Node>,
    nodes: usize,
}

impl<'t, 'f> Builder<'t, 'f> {
    fn new(text: &'t str, faults: &'f mut Vec<Fault>) -> Self {
        Self { text, faults, stack: Vec::new(), entries: Vec::new(), listed: Vec::new(), root: None, nodes: 0 }
    }

    fn fault(&mut self, kind: FaultKind, span: Span) {
        self.faults.push(Fault::new(kind, span));
    }

    fn build(mut self) -> Option<Tree> {
        let mut documents = 0;
        let (mut end, mut text) = (0, 0);
        for token in tokens(self.text) {
            let (token, span) = match token {
                Ok(token) => token,
                Err(stop) => {
                    // A full-width space breaks the syntax that follows it: it is the cause.
                    if !self.faults.iter().any(|fault| fault.kind == FaultKind::WideIndentation) {
                        // A map of one pair in a list has no brace of its own.
                        let is_sign =
                            |start: &usize| self.text.get(*start..).is_some_and(|t| t.starts_with(['[', '{']));
                        let mut open = self.stack.iter().rev().filter(|frame| frame.style == Style::Flow);
                        let bracket = open.find_map(|frame| Some(frame.span.start).filter(is_sign));
                        let bracket = bracket.map(|start| Span::new(start, start + 1));
                        self.faults.extend(slips(self.text, &stop, &Before { end, text, bracket }));
                    }
                    return None;
                }
            };
            end = span.end;
            if matches!(token, Token::Text { .. }) {
                text = span.start;
            }
            if matches!(token, Token::DocumentStart) {
                documents += 1;
                if documents > 1 {
                    self.fault(FaultKind::SecondDocument, span);
                    break;
                }
                continue;
            }
            if !self.take(token, span) {
                return None;
            }
        }
        match self.root {
            Some(root) if !matches!(root.kind, NodeKind::Null) => Some(Tree { root }),
            _ => {
                self.fault(FaultKind::Nothing, Span::default());
                None
            }
        }
    }

    /// Whether reading can go on after the token.
    fn take(&mut self, token: Token<'_>, span: Span) -> bool {
        match token {
            Token::Text { text, style } => {
                let kind = self.scalar(&text, style, span);
                let span = self.trimmed(span);
                if style == Style::DoubleQuoted {
                    self.escapes(&text, span);
                }
                return self.count(span) && self.node(Node { kind, span, style });
            }
            Token::ListStart(style) => return self.open(Open::List { from: self.listed.len() }, span, style),
            Token::MapStart(style) => {
                return self.open(Open::Map { from: self.entries.len(), key: None }, span, style);
            }
            Token::End => return self.close(span),
            Token::Alias => {
                self.fault(FaultKind::Alias, span);
                return self.node(Node { kind: NodeKind::Null, span, style: Style::Plain });
            }
            Token::Anchor => self.fault(FaultKind::Anchor, span),
            Token::Tag => self.fault(FaultKind::Tag, span),
            Token::DocumentStart => {}
        }
        true
    }

    fn count(&mut self, span: Span) -> bool {
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            self.fault(FaultKind::TooManyNodes { most: MOST_NODES }, span);
        }
        self.nodes <= MOST_NODES
    }

    fn open(&mut self, open: Open, span: Span, style: Style) -> bool {
        if self.stack.len() >= MOST_DEPTH {
            self.fault(FaultKind::TooDeep { most: MOST_DEPTH }, span);
            return false;
        }
        self.stack.push(Frame { open, span, style });
        self.count(span)
    }

    fn close(&mut self, end: Span) -> bool {
        let Some(Frame { open, span, style }) = self.stack.pop() else {
            return true;
        };
        let (kind, first, last) = match open {
            Open::List { from } => {
                let nodes: Vec<Node> = self.listed.drain(from..).collect();
                let bounds = nodes.first().map(|n| n.span.start).zip(nodes.last().map(|n| n.span.end));
                (NodeKind::List(nodes), bounds.map(|b| b.0), bounds.map(|b| b.1))
            }
            Open::Map { from, .. } => {
                let entries: Vec<Entry> = self.entries.drain(from..).collect();
                let bounds = entries
                    .first()
                    .map(|e| e.key_span.start)
                    .zip(entries.last().map(|e| e.value.span.end.max(e.key_span.end)));
                (NodeKind::Map(entries), bounds.map(|b| b.0), bounds.map(|b| b.1))
            }
        };
        let span = match style {
            // The end of a block is found at the next token, behind blank lines and comments.
            Style::Block => Span::new(first.unwrap_or(span.start).min(span.start), last.unwrap_or(span.end)),
            _ => Span::new(span.start, end.end.max(span.end)),
        };
        self.node(Node { kind, span, style })
    }

    /// Puts a finished value where it belongs: a key, a value, an entry of a list, the root.
    fn node(&mut self, node: Node) -> bool {
        let Some(frame) = self.stack.last_mut() else {
            self.root = Some(node);
            return true;
        };
        match &mut frame.open {
            Open::List { .. } => self.listed.push(node),
            Open::Map { from, key } => match key.take() {
                None => match key_text(node.kind, node.span, self.text) {
                    Ok(text) => {
                        // In quotes it is a key like any other.
                        let is_merge = text == "<<" && node.style == Style::Plain;
                        if is_merge {
                            self.faults.push(Fault::new(FaultKind::MergeKey, node.span));
                        }
                        *key = Some((if is_merge { String::new() } else { text }, node.span));
                    }
                    Err(()) => {
                        // A key that was left out has no bytes: its colon is shown.
                        let colon = usize::from(self.text[node.span.end..].starts_with(':'));
                        let end = if node.span.start == node.span.end { node.span.end + colon } else { node.span.end };
                        self.faults.push(Fault::new(FaultKind::KeyNotText, Span::new(node.span.start, end)));
                        *key = Some((String::new(), node.span));
                    }
                },
                Some((text, key_span)) => {
                    if let Some(first) = self.entries[*from..].iter().find(|entry| entry.key == text) {
                        let kind = FaultKind::DuplicateKey { key: text };
                        self.faults.push(Fault::new(kind, key_span).related(first.key_span));
                    } else if !text.is_empty() {
                        self.entries.push(Entry { key: text, key_span, value: node });
                    }
                }
            },
        }
        true
    }

    /// The bytes of a text without the line ends that block texts run into.
    fn trimmed(&self, span: Span) -> Span {
        let length = span.slice(self.text).map_or(0, |text| text.trim_end().len());
        Span::new(span.start, span.start + length)
    }

    /// Characters that no file may have are none that an escape may bring in.
    fn escapes(&mut self, text: &str, span: Span) {
        let is_written = |c: char| span.slice(self.text).is_some_and(|written| written.contains(c));
        let hidden = text.chars().find(|c| is_forbidden(*c) && !matches!(c, '\n' | '\t') && !is_written(*c));
        if let Some(character) = hidden {
            self.fault(FaultKind::ForbiddenCharacter { character }, span);
        }
    }

    fn scalar(&mut self, text: &str, style: Style, span: Span) -> NodeKind {
        if style != Style::Plain {
            return NodeKind::Text(text.to_owned());
        }
        match text {
            "" | "~" | "null" | "Null" | "NULL" => NodeKind::Null,
            "true" | "True" | "TRUE" => NodeKind::Bool(true),
            "false" | "False" | "FALSE" => NodeKind::Bool(false),
            _ => match number(text) {
                None => NodeKind::Text(text.to_owned()),
                Some(Some(number)) => NodeKind::Number(number),
                Some(None) => {
                    self.fault(FaultKind::Number, span);
                    NodeKind::Text(text.to_owned())
                }
            },
        }
    }
}

/// The text of a key. Numbers and words such as `no` are keys as they are written.
fn key_text(kind: NodeKind, span: Span, text: &str) -> Result<String, ()> {
    match kind {
        NodeKind::Text(key) if !key.is_empty() => Ok(key),
        NodeKind::Bool(_) | NodeKind::Number(_) => span.slice(text).map(str::to_owned).ok_or(()),
        _ => Err(()),
    }
}

/// The number that a plain text is in the core schema; `Some(None)` for one that cannot be held.
///
/// A leading zero makes a text: codes and times are no numbers.
fn number(text: &str) -> Option<Option<Number>> {
    // Most texts are none at a glance.
    text.bytes().next().filter(|first| matches!(first, b'0'..=b'9' | b'-' | b'+' | b'.'))?;
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return Some(None);
    }
    let radix = |prefix: &str, radix: u32| {
        let digits = text.strip_prefix(prefix)?;
        let is_number = !digits.is_empty() && digits.chars().all(|c| c.is_digit(radix));
        is_number.then(|| u64::from_str_radix(digits, radix).ok().map(Number::from))
    };
    if let Some(number) = radix("0o", 8).or_else(|| radix("0x", 16)) {
        return Some(number);
    }
    let whole = unsigned.split(['.', 'e', 'E']).next().unwrap_or_default();
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if all_digits(unsigned) {
        if unsigned.len() > 1 && unsigned.starts_with('0') {
            return None;
        }
        let signed = text.strip_prefix('+').unwrap_or(text);
        return Some(
            signed.parse::<i64>().ok().map(Number::from).or_else(|| signed.parse::<u64>().ok().map(Number::from)),
        );
    }
    if !is_float(unsigned) || (whole.len() > 1 && whole.starts_with('0')) {
        return None;
    }
    Some(text.parse::<f64>().ok().and_then(Number::from_f64))
}

/// `[0-9]*(\.[0-9]*)?([eE][-+]?[0-9]+)?` with a digit before the exponent.
fn is_float(text: &str) -> bool {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent_right = exponent.is_none_or(|e| {
        let e = e.strip_prefix(['-', '+']).unwrap_or(e);
        !e.is_empty() && digits(e)
    });
    digits(whole) && digits(part) && !(whole.is_empty() && part.is_empty()) && exponent_right
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kinds(text: &str) -> Vec<FaultKind> {
        read(text.as_bytes()).1.into_iter().map(|fault| fault.kind).collect()
    }

    /// The faults with the text that each points at.
    fn places(text: &str) -> Vec<(FaultKind, &str)> {
        read(text.as_bytes()).1.into_iter().map(|fault| (fault.kind, fault.span.slice(text).unwrap())).collect()
    }

    fn value(text: &str) -> serde_json::Value {
        let (tree, faults) = read(text.as_bytes());
        assert_eq!(faults, [], "{text}");
        tree.unwrap().root.to_json()
    }

    #[test]
    fn words_times_and_codes_stay_text() {
        assert_eq!(
            value("[no, on, 09:00, 042099, 12e, 1_000, 0123.4, 2026-11-21]"),
            serde_json::json!(["no", "on", "09:00", "042099", "12e", "1_000", "0123.4", "2026-11-21"])
        );
        assert_eq!(
            value("[1, -1, 1.5, 1e3, 0x1F, true, null, '1']"),
            serde_json::json!([1, -1, 1.5, 1000.0, 31, true, null, "1"])
        );
    }

    #[test]
    fn every_key_and_value_knows_its_bytes() {
        let text = "名: 値 # 注\nlist:\n  - 'a'\n  - {b: \"c\"}\n\n# end\n";
        let tree = read(text.as_bytes()).0.unwrap();
        let at = |route: &crate::yaml::Route| tree.find(route).unwrap().span.slice(text).unwrap();
        let root = crate::yaml::Route::root();
        assert_eq!(at(&root.key("名")), "値");
        assert_eq!(at(&root.key("list").index(0)), "'a'");
        assert_eq!(at(&root.key("list").index(1)), "{b: \"c\"}");
        assert_eq!(at(&root.key("list").index(1).key("b")), "\"c\"");
        assert_eq!(tree.find_key(&root.key("list")).unwrap().slice(text), Some("list"));
        assert!(at(&root).ends_with("{b: \"c\"}"));
    }

    #[test]
    fn everything_that_is_refused_is_refused_at_its_place() {
        for (text, kind, place) in [
            ("a: &x 1", FaultKind::Anchor, "&x"),
            ("a: *x", FaultKind::Alias, "*x"),
            ("a: !!str x", FaultKind::Tag, "!!str"),
            ("a: 1\na: 2", FaultKind::DuplicateKey { key: "a".into() }, "a"),
            ("a: 1\n\"\\x61\": 2", FaultKind::DuplicateKey { key: "a".into() }, "\"\\x61\""),
            ("<<: {a: 1}", FaultKind::MergeKey, "<<"),
            ("[a]: 1", FaultKind::KeyNotText, "[a]"),
            ("a: 1\n---\nb: 2", FaultKind::SecondDocument, "---"),
            ("a: .inf", FaultKind::Number, ".inf"),
            ("a: x\u{200b}y", FaultKind::ForbiddenCharacter { character: '\u{200b}' }, "\u{200b}"),
            ("a: x # \u{202e}", FaultKind::ForbiddenCharacter { character: '\u{202e}' }, "\u{202e}"),
            ("\u{feff}a: 1", FaultKind::ByteOrderMark, "\u{feff}"),
            ("a:\n\u{3000}b: 1", FaultKind::WideIndentation, "\u{3000}"),
            (": 1", FaultKind::KeyNotText, ":"),
            ("a: 1\rb: 2", FaultKind::LineEnds, "\r"),
        ] {
            assert_eq!(places(text)[0], (kind, place), "{text}");
        }
        assert_eq!(kinds("a: [1"), [FaultKind::Syntax(crate::fault::SyntaxFault::Unclosed)]);
        assert_eq!(kinds("%YAML 1.2\n---\na: 1"), [FaultKind::Syntax(crate::fault::SyntaxFault::Directive)]);
        assert_eq!(kinds("# nothing\n"), [FaultKind::Nothing]);
        assert_eq!(kinds(""), [FaultKind::Nothing]);
        assert_eq!(read(b"a: \xff\xfe").1[0].span, Span::new(3, 4));
    }

    #[test]
    fn an_indentation_of_full_width_spaces_is_one_fault_a_line() {
        let wide = (FaultKind::WideIndentation, "\u{3000} \u{3000}");
        assert_eq!(places("a:\n  \u{3000} \u{3000}b: 1\n  \u{3000} \u{3000}c: 1\n"), [wide.clone(), wide]);
        let edit = read("a:\n\u{3000}\u{3000}b: 1\n".as_bytes()).1.remove(0).edit;
        assert_eq!(edit.map(|edit| edit.text).as_deref(), Some("    "));
        assert_eq!(kinds("a: 1 \u{3000}x\n"), []);
    }

    #[test]
    fn line_ends_of_another_kind_are_one_fault_and_become_line_ends() {
        let repaired = |text: &str| {
            let (_, faults) = read(text.as_bytes());
            let [Fault { kind: FaultKind::LineEnds, edit: Some(edit), .. }] = &faults[..] else {
                panic!("{faults:?}");
            };
            format!("{}{}{}", &text[..edit.span.start], edit.text, &text[edit.span.end..])
        };
        assert_eq!(repaired("# a\ra: 1\r\rb: 2\r"), "# a\na: 1\n\nb: 2\n");
        assert_eq!(repaired("a: 1\r\nb: 2\rc: 3\r\r\nd: 4\r\n"), "a: 1\r\nb: 2\nc: 3\nd: 4\r\n");
        assert_eq!(kinds("a: 1\r\nb: 2\r\n"), []);
    }

    #[test]
    fn an_error_of_syntax_names_its_cause() {
        use crate::fault::SyntaxFault as S;
        for (text, fault) in [
            ("a:\n  b: { c: 1\n  d: 2\n", S::Unclosed),
            ("a:\n  b: [c\n  d: 2\n", S::Unclosed),
            ("a: [1]]\n", S::Unclosed),
            ("a:\n  b: 1\n c: 2\n", S::Indentation),
            ("a:\n\tb: 1\n", S::Tab),
            ("a: \"b\" c\n", S::Quote),
            ("a: @b\n", S::Sign),
            ("a: !暗証番号\n", S::Sign),
            ("a: b: c\n", S::Colon),
        ] {
            assert_eq!(kinds(text), [FaultKind::Syntax(fault)], "{text}");
        }
    }

    #[test]
    fn what_grows_without_end_is_bounded() {
        assert_eq!(kinds(&"[".repeat(10_000)), [FaultKind::TooDeep { most: MOST_DEPTH }]);
        assert_eq!(kinds(&"- ".repeat(10_000)), [FaultKind::TooDeep { most: MOST_DEPTH }]);
        assert_eq!(kinds(&format!("[{}]", "1,".repeat(30_000))), [FaultKind::TooManyNodes { most: MOST_NODES }]);
        assert!(matches!(kinds(&"a".repeat(MOST_BYTES + 1))[..], [FaultKind::TooLarge { .. }]));
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes);
        }

        #[test]
        fn no_text_of_yaml_signs_makes_the_reader_panic(text in "[-:{}\\[\\],&*!|>'\"%@`#? \n\r\tab1あ\u{3000}\u{a0}\u{ff1a}<=]{0,60}") {
            let (tree, faults) = read(text.as_bytes());
            prop_assert!(tree.is_some() || !faults.is_empty());
            for fault in faults {
                let edit = fault.edit.map(|edit| edit.span);
                for span in [Some(fault.span), fault.related, edit].into_iter().flatten() {
                    prop_assert!(span.slice(&text).is_some());
                }
            }
        }

        #[test]
        fn another_reader_reads_the_same(text in "[ab]: [ab1 ]{0,5}\n(- [ab1]{1,3}\n){0,3}") {
            let (tree, faults) = read(text.as_bytes());
            if let (Some(tree), true) = (tree, faults.is_empty())
                && let Ok(other) = serde_yaml::from_str::<serde_json::Value>(&text)
            {
                prop_assert_eq!(tree.root.to_json(), other);
            }
        }
    }
}
