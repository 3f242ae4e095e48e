//! The keys and values of a text with their routes, from its lines and brackets alone: as a tree has them
//! where the text is YAML, and as well as can be where it is not yet.

use std::collections::BTreeMap;

use madoguchi_schema::fault::Span;
use madoguchi_schema::yaml::{Part, Route};

/// The keys and values of a text.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    /// In the order of the text.
    pub(crate) pieces: Vec<Piece>,
    /// The keys of each map.
    pub(crate) keys: BTreeMap<Route, Vec<String>>,
}

/// A key, or a value that is one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) route: Route,
    pub(crate) is_key: bool,
    /// With its quotation marks.
    pub(crate) span: Span,
}

impl Piece {
    /// The bytes between the quotation marks.
    pub(crate) fn inner(&self, text: &str) -> Span {
        match self.span.slice(text).unwrap_or_default().as_bytes() {
            [first @ (b'"' | b'\''), .., last] if first == last => Span::new(self.span.start + 1, self.span.end - 1),
            [b'"' | b'\'', ..] => Span::new(self.span.start + 1, self.span.end),
            _ => self.span,
        }
    }
}

impl Outline {
    pub(crate) fn of(text: &str) -> Self {
        Scanner::of(text).outline
    }

    /// The key or value that holds a byte, or ends before it.
    pub(crate) fn at(&self, offset: usize) -> Option<&Piece> {
        self.pieces.iter().find(|piece| piece.span.start <= offset && offset <= piece.span.end)
    }

    /// The keys of the map at a route.
    pub(crate) fn keys(&self, route: &Route) -> &[String] {
        self.keys.get(route).map_or(&[], Vec::as_slice)
    }
}

/// A list or map that is open.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    pub(super) route: Route,
    /// The key or entry that is open.
    pub(super) part: Option<Part>,
    pub(super) is_list: bool,
    pub(super) is_flow: bool,
    /// The column of its keys or dashes.
    pub(super) column: usize,
}

impl Frame {
    /// The route of what is written next in it.
    pub(super) fn child(&self) -> Route {
        match &self.part {
            Some(Part::Key(key)) => self.route.key(key),
            Some(Part::Index(index)) => self.route.index(*index),
            None => self.route.clone(),
        }
    }
}

/// Where the text ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// In a comment, in a text of several lines, or after a bracket.
    Nowhere,
    /// In a line without a key so far: its column and the first byte of what is written there.
    Line { column: usize, start: usize },
    /// After the dash of an entry.
    Entry { start: usize },
    /// After a key's colon.
    Value { start: usize },
    /// In brackets or braces.
    Flow { start: usize },
}

/// Reads a text line by line. What is open at its end says where the next letter would be.
pub(super) struct Scanner<'t> {
    text: &'t str,
    pub(super) outline: Outline,
    pub(super) frames: Vec<Frame>,
    pub(super) end: End,
    /// The column under which the lines of a text (`|`, `>`) stand.
    block_text: Option<usize>,
}

impl<'t> Scanner<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let end = End::Line { column: 0, start: 0 };
        let mut scanner = Self { text, outline: Outline::default(), frames: Vec::new(), end, block_text: None };
        let mut start = 0;
        for line in text.split('\n') {
            scanner.line(start, start + line.trim_end_matches('\r').len());
            start += line.len() + 1;
        }
        scanner
    }

    fn line(&mut self, start: usize, end: usize) {
        let line = &self.text[start..end];
        let column = line.len() - line.trim_start_matches(' ').len();
        let is_blank = column == line.len();
        if let Some(above) = self.block_text {
            if is_blank || column > above {
                self.end = End::Nowhere;
                return;
            }
            self.block_text = None;
        }
        let block = self.frames.iter().rev().find(|frame| !frame.is_flow).map(|frame| frame.column);
        if self.is_flow() && !is_blank && block.is_some_and(|block| column <= block) {
            // A bracket that is not closed yet: this line belongs to what is around it.
            self.frames.retain(|frame| !frame.is_flow);
        }
        if self.is_flow() {
            self.flow(start + column, end);
        } else if is_blank {
            self.end = End::Line { column, start: end };
        } else if line[column..].starts_with('#') {
            self.end = End::Nowhere;
        } else {
            self.block(column, start + column, end);
        }
    }

    fn is_flow(&self) -> bool {
        self.frames.last().is_some_and(|frame| frame.is_flow)
    }

    fn route(&self) -> Route {
        self.frames.last().map(Frame::child).unwrap_or_default()
    }

    fn open(&mut self, column: usize, is_list: bool, is_flow: bool) {
        let part = is_list.then_some(Part::Index(0));
        self.frames.push(Frame { route: self.route(), part, is_list, is_flow, column });
    }

    fn close_right_of(&mut self, column: usize) {
        while self.frames.last().is_some_and(|frame| frame.column > column) {
            self.frames.pop();
        }
    }

    /// A line, or what follows a dash, in block style.
    fn block(&mut self, mut column: usize, mut at: usize, end: usize) {
        while self.text[at..end].starts_with("- ") || &self.text[at..end] == "-" {
            self.close_right_of(column);
            match self.frames.last_mut().filter(|frame| frame.is_list && frame.column == column) {
                Some(Frame { part: Some(Part::Index(index)), .. }) => *index += 1,
                _ => self.open(column, true, false),
            }
            let rest = &self.text[at + 1..end];
            let width = 1 + rest.len() - rest.trim_start_matches(' ').len();
            (at, column) = (at + width, column + width);
            self.end = End::Entry { start: at };
            if at == end || self.text[at..end].starts_with('#') {
                return;
            }
        }
        let is_entry = self.end == End::Entry { start: at };
        match key(&self.text[at..end]) {
            Some((length, after)) => {
                self.close_right_of(column);
                if self.frames.last().is_some_and(|frame| frame.is_list && frame.column == column) {
                    self.frames.pop();
                }
                if !self.frames.last().is_some_and(|frame| !frame.is_list && frame.column == column) {
                    self.open(column, false, false);
                }
                self.key(Span::new(at, at + length));
                let value = at + after;
                let spaces = &self.text[value..end];
                let value = value + spaces.len() - spaces.trim_start_matches(' ').len();
                self.end = End::Value { start: value };
                self.value(column, value, end);
            }
            None => {
                self.close_right_of(column);
                self.value(column, at, end);
                if !matches!(self.end, End::Nowhere | End::Flow { .. }) {
                    self.end = if is_entry { End::Entry { start: at } } else { End::Line { column, start: at } };
                }
            }
        }
    }

    fn key(&mut self, span: Span) {
        let piece = Piece { route: Route::root(), is_key: true, span };
        let name = piece.inner(self.text).slice(self.text).unwrap_or_default().to_owned();
        let Some(frame) = self.frames.last_mut() else { return };
        self.outline.keys.entry(frame.route.clone()).or_default().push(name.clone());
        frame.part = Some(Part::Key(name));
        let route = frame.child();
        self.outline.pieces.push(Piece { route, ..piece });
    }

    /// What stands after a key or a dash.
    fn value(&mut self, column: usize, at: usize, end: usize) {
        let rest = &self.text[at..end];
        match rest.as_bytes().first() {
            None => {}
            Some(b'#') => self.end = End::Nowhere,
            Some(b'{' | b'[') => self.flow(at, end),
            Some(b'|' | b'>') => {
                self.block_text = Some(column);
                self.end = End::Nowhere;
            }
            Some(b'"' | b'\'') => {
                let length = quoted(rest);
                self.text(Span::new(at, at + length));
                if !rest[length..].is_empty() {
                    self.end = End::Nowhere;
                }
            }
            Some(_) => {
                let comment = rest.find(" #");
                let plain = rest[..comment.unwrap_or(rest.len())].trim_end();
                self.text(Span::new(at, at + plain.len()));
                if comment.is_some() {
                    self.end = End::Nowhere;
                }
            }
        }
    }

    fn text(&mut self, span: Span) {
        let route = self.route();
        self.outline.pieces.push(Piece { route, is_key: false, span });
    }

    /// What stands in brackets and braces, to the end of the line or of the outermost one.
    fn flow(&mut self, mut at: usize, end: usize) {
        let mut after_space = true;
        self.end = End::Flow { start: end };
        while at < end {
            let rest = &self.text[at..end];
            let sign = rest.as_bytes()[0];
            match sign {
                b'{' | b'[' => self.open(usize::MAX, sign == b'[', true),
                b'}' | b']' => {
                    if self.is_flow() {
                        self.frames.pop();
                    }
                    if !self.is_flow() {
                        self.end = End::Nowhere;
                        return;
                    }
                }
                b',' => {
                    if let Some(frame) = self.frames.last_mut() {
                        frame.part = match &frame.part {
                            Some(Part::Index(index)) => Some(Part::Index(index + 1)),
                            _ => None,
                        };
                    }
                }
                b'#' if after_space => {
                    self.end = End::Nowhere;
                    return;
                }
                b' ' | b'\t' | b':' => {}
                _ => {
                    at += self.word(at, end);
                    after_space = false;
                    continue;
                }
            }
            after_space = sign == b' ' || sign == b'\t';
            at += 1;
        }
    }

    /// A key or a value in brackets or braces; its length.
    fn word(&mut self, at: usize, end: usize) -> usize {
        let rest = &self.text[at..end];
        let length = if rest.starts_with(['"', '\'']) { quoted(rest) } else { plain(rest) };
        let after = rest[length..].trim_start_matches(' ');
        let span = Span::new(at, at + length);
        let top = self.frames.last();
        let awaits_key = top.is_some_and(|frame| !frame.is_list && frame.part.is_none());
        if awaits_key && after.starts_with(':') {
            self.key(span);
        } else if !awaits_key {
            self.text(span);
        }
        if after.is_empty() {
            self.end = End::Flow { start: at };
        }
        length
    }
}

/// The length of a quoted text, to the end of the line where it is not closed.
fn quoted(text: &str) -> usize {
    let quote = text.as_bytes()[0];
    let mut bytes = text.bytes().enumerate().skip(1).peekable();
    while let Some((at, byte)) = bytes.next() {
        if byte == b'\\' && quote == b'"' {
            bytes.next();
        } else if byte == quote {
            if quote == b'\'' && bytes.peek().is_some_and(|(_, next)| *next == quote) {
                bytes.next();
            } else {
                return at + 1;
            }
        }
    }
    text.len()
}

/// The length of a text without quotation marks in brackets or braces.
fn plain(text: &str) -> usize {
    let bytes = text.as_bytes();
    let ends = |at: usize| match bytes[at] {
        b',' | b'[' | b']' | b'{' | b'}' => true,
        b':' => bytes.get(at + 1).is_none_or(|next| matches!(next, b' ' | b',' | b'[' | b']' | b'{' | b'}')),
        b'#' => at > 0 && bytes[at - 1] == b' ',
        _ => false,
    };
    let end = (0..bytes.len()).find(|at| ends(*at)).unwrap_or(bytes.len());
    text[..end].trim_end().len().max(1)
}

/// The length of a key at the start of a line, and of what there is up to its colon.
fn key(text: &str) -> Option<(usize, usize)> {
    if text.starts_with(['"', '\'']) {
        let length = quoted(text);
        let rest = &text[length..];
        let spaces = rest.len() - rest.trim_start_matches(' ').len();
        return rest[spaces..].starts_with(':').then_some((length, length + spaces + 1));
    }
    if text.starts_with(['{', '[', '#', '|', '>']) {
        return None;
    }
    let colon = text
        .match_indices(':')
        .map(|(at, _)| at)
        .find(|at| matches!(text.as_bytes().get(at + 1), None | Some(b' ')))?;
    let is_comment = text[..colon].contains(" #");
    (!is_comment && colon > 0).then(|| (text[..colon].trim_end().len(), colon + 1))
}
