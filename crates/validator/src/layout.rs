//! The one layout of the YAML documents. What a file says is not touched: neither its values, nor the
//! order of its keys, nor its comments.
//!
//! Two spaces for each level, entries of a list one level below their key, brackets and braces in one
//! line, texts in double quotation marks where they are in any, at most one blank line. Whether a list
//! or map stands in lines or in brackets is left to the writer; one with a comment in it is put in lines.

use std::fmt;

use madoguchi_schema::fault::{Edit, Fault, FaultKind, Span};
use madoguchi_schema::load::Content;
use madoguchi_schema::yaml::{self, Entry, MOST_BYTES, Node, NodeKind, Style, Tree};

use crate::diagnostic::Diagnostic;
use crate::fault;

/// Spaces for each level.
const LEVEL: usize = 2;
/// What YAML takes for space within a line.
const SPACE: [char; 3] = [' ', '\t', '\r'];

/// Why a file is not laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LayoutError {
    /// It is no YAML, or YAML that the dataset refuses; at least one finding.
    Findings(Vec<Diagnostic>),
    /// Another layout would change its values or comments.
    Unsafe,
}

impl fmt::Display for LayoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Findings(_) => "the file has findings as YAML",
            Self::Unsafe => "another layout would change what the file says",
        })
    }
}

impl std::error::Error for LayoutError {}

/// The text of a file in the one layout. `path` is where its findings are.
///
/// # Errors
///
/// Where the file is not right as YAML, or its layout cannot be changed without its meaning.
pub fn layout(path: &str, content: &Content) -> Result<String, LayoutError> {
    let refused =
        |faults: &[Fault]| LayoutError::Findings(faults.iter().map(|fault| fault::diagnostic(path, fault)).collect());
    let refused_whole = |kind| refused(&[Fault::new(kind, Span::default())]);
    let bytes = match content {
        Content::Bytes(bytes) => bytes,
        Content::Link => return Err(refused_whole(FaultKind::Link)),
        Content::TooLarge(bytes) => {
            let bytes = usize::try_from(*bytes).unwrap_or(usize::MAX);
            return Err(refused_whole(FaultKind::TooLarge { bytes, most: MOST_BYTES }));
        }
    };
    // A file with a fault is not judged by its tree: what is refused is not in it.
    match (yaml::read(bytes), std::str::from_utf8(bytes)) {
        ((Some(tree), faults), Ok(text)) if faults.is_empty() => of_tree(text, &tree).ok_or(LayoutError::Unsafe),
        ((_, faults), _) => Err(refused(&faults)),
    }
}

/// The text of a tree without faults in the one layout; nothing where that would say something else.
pub(crate) fn of_tree(text: &str, tree: &Tree) -> Option<String> {
    let written = Writer::write(text, tree);
    if written == text {
        return Some(written);
    }
    let (Some(after), faults) = yaml::read(written.as_bytes()) else { return None };
    let is_safe = faults.is_empty()
        && is_same(&tree.root, &after.root)
        && comments(text, tree) == comments(&written, &after)
        && Writer::write(&written, &after) == written;
    is_safe.then_some(written)
}

/// Where a text first differs from its layout, within a line, and what brings it there. Line ends and
/// what follows the last line are no difference: editors and git change them unasked.
pub(crate) fn difference(text: &str, laid_out: &str) -> Option<(Span, Edit)> {
    if text == laid_out {
        return None;
    }
    let mut start = 0;
    let mut expected = laid_out.trim_end().lines();
    for line in text.trim_end().split_inclusive('\n') {
        let (line, other) = (line, expected.next().unwrap_or_default());
        let written = line.strip_suffix('\n').unwrap_or(line);
        let written = written.strip_suffix('\r').unwrap_or(written);
        if written != other {
            let (before, after) = common(written, other);
            let end = written.len() - after;
            // Where something is missing, the character behind it is shown; in an empty line its end.
            let next = text[start + before..].chars().next().map_or(0, char::len_utf8);
            let span = Span::new(start + before, start + end.max(before + next));
            let (before, after) = common(text, laid_out);
            let edit = Edit {
                span: Span::new(before, text.len() - after),
                text: laid_out[before..laid_out.len() - after].to_owned(),
                safe: true,
            };
            return Some((span, edit));
        }
        start += line.len();
    }
    None
}

/// The bytes that two texts begin with and those that the rest of them ends with.
fn common(one: &str, other: &str) -> (usize, usize) {
    let equal = |pair: &(char, char)| pair.0 == pair.1;
    let before = one.chars().zip(other.chars()).take_while(equal).map(|(c, _)| c.len_utf8()).sum();
    let rest = one[before..].chars().rev().zip(other[before..].chars().rev());
    (before, rest.take_while(equal).map(|(c, _)| c.len_utf8()).sum())
}

/// Whether two values are the same, keys in the same order.
fn is_same(before: &Node, after: &Node) -> bool {
    use NodeKind::{List, Map};
    match (&before.kind, &after.kind) {
        (List(before), List(after)) => {
            before.len() == after.len() && before.iter().zip(after).all(|(before, after)| is_same(before, after))
        }
        (Map(before), Map(after)) => {
            let same_entry =
                |(before, after): (&Entry, &Entry)| before.key == after.key && is_same(&before.value, &after.value);
            before.len() == after.len() && before.iter().zip(after).all(same_entry)
        }
        (before, after) => before == after,
    }
}

/// The comments in their order, without the spaces at their ends.
fn comments<'t>(text: &'t str, tree: &Tree) -> Vec<&'t str> {
    let mut found = Vec::new();
    let mut at = 0;
    for span in words(&tree.root).into_iter().chain([Span::new(text.len(), text.len())]) {
        for line in text.get(at..span.start).unwrap_or_default().lines() {
            found.extend(line.find('#').map(|start| line[start..].trim_end_matches(SPACE)));
        }
        at = at.max(span.end);
    }
    found
}

/// The places of the keys and scalars: nothing between them but signs, space and comments.
fn words(node: &Node) -> Vec<Span> {
    match &node.kind {
        NodeKind::List(nodes) => nodes.iter().flat_map(words).collect(),
        NodeKind::Map(entries) => {
            entries.iter().flat_map(|entry| [vec![entry.key_span], words(&entry.value)].concat()).collect()
        }
        _ => vec![node.span],
    }
}

/// Writes a tree anew and takes the comments along, from the place in the old text that it has come to.
struct Writer<'t> {
    text: &'t str,
    out: String,
    /// Up to here the old text has been written.
    at: usize,
    /// Behind `key:` or `-`: what comes next may stand in the same line.
    is_inline: bool,
    /// The line ends with a comment, behind which nothing can stand.
    is_commented: bool,
    /// A list or map has just begun: no blank line stands before its first entry.
    is_fresh: bool,
}

impl<'t> Writer<'t> {
    fn write(text: &'t str, tree: &Tree) -> String {
        let out = String::with_capacity(text.len() + text.len() / 8);
        let mut writer = Self { text, out, at: 0, is_inline: false, is_commented: false, is_fresh: true };
        match &tree.root {
            root if is_in_lines(root) => writer.entries(root, 0, None),
            root => {
                writer.skip(root.span.start, 0);
                writer.value(root, 0, None);
            }
        }
        writer.skip(text.len(), 0);
        writer.out.push('\n');
        writer.out
    }

    /// Writes the entries of a list or map, each in a line. `floor` is the column of the block around it.
    fn entries(&mut self, node: &Node, indent: usize, floor: Option<usize>) {
        self.is_fresh = true;
        let is_block = node.style == Style::Block;
        let mut column = None;
        match &node.kind {
            NodeKind::List(nodes) => {
                for node in nodes {
                    let start = if is_block { self.pass(&['-'], indent) } else { node.span.start };
                    self.skip(start, indent);
                    let column = *column.get_or_insert_with(|| self.column(start));
                    self.begin(start, indent);
                    self.out.push('-');
                    self.at += usize::from(is_block);
                    self.value(node, indent, Some((column, false)));
                }
            }
            NodeKind::Map(entries) => {
                for Entry { key_span, value, .. } in entries {
                    self.skip(key_span.start, indent);
                    let column = *column.get_or_insert_with(|| self.column(key_span.start));
                    self.begin(key_span.start, indent);
                    self.in_one_line(*key_span);
                    self.out.push(':');
                    self.at = key_span.end;
                    self.at = self.pass(&[':'], indent + LEVEL);
                    self.at += usize::from(self.text[self.at..].starts_with(':'));
                    self.value(value, indent, Some((column, true)));
                }
            }
            _ => {}
        }
        if !is_block {
            self.skip(node.span.end, indent);
            return;
        }
        // A comment as deep as the entries belongs to them; one less deep to what follows.
        let is_here = |at: usize| column.is_some_and(|column| at >= column && floor.is_none_or(|floor| column > floor));
        while let Some(start) = self.next_comment().filter(|start| is_here(self.column(*start))) {
            self.comment(start, indent);
        }
    }

    /// Writes a value behind what was written last. `parent` says in which column of the old text the
    /// block around it stands, and whether it is a map.
    fn value(&mut self, node: &Node, indent: usize, parent: Option<(usize, bool)>) {
        let inner = if parent.is_some() { indent + LEVEL } else { indent };
        self.is_inline = parent.is_some();
        self.trailing();
        if node.style == Style::BlockText {
            return self.block_text(node, indent, parent.map_or(0, |parent| parent.0));
        }
        if node.span.start == node.span.end {
            self.is_inline = false;
            return;
        }
        let is_block = node.style == Style::Block;
        if is_block || is_in_lines(node) || self.has_comment(node) {
            if !is_block {
                self.skip(node.span.start, inner);
                self.at += 1;
                self.trailing();
            }
            if parent.is_some_and(|(_, is_map)| is_map) {
                self.is_inline = false;
            }
            self.entries(node, inner, parent.map(|parent| parent.0));
        } else {
            self.skip(node.span.start, inner);
            self.begin(node.span.start, inner);
            match node.style {
                Style::Flow => self.flow(node),
                _ => self.scalar(node, inner.max(LEVEL)),
            }
        }
        self.at = self.at.max(node.span.end);
        self.trailing();
    }

    /// Writes a list or map in one line.
    fn flow(&mut self, node: &Node) {
        match &node.kind {
            NodeKind::List(nodes) => {
                self.out.push('[');
                for (i, node) in nodes.iter().enumerate() {
                    self.out.push_str(if i == 0 { "" } else { ", " });
                    self.flow(node);
                }
                self.out.push(']');
            }
            NodeKind::Map(entries) => {
                self.out.push('{');
                for (i, entry) in entries.iter().enumerate() {
                    self.out.push_str(if i == 0 { " " } else { ", " });
                    self.in_one_line(entry.key_span);
                    self.out.push(':');
                    if entry.value.span.start < entry.value.span.end {
                        self.out.push(' ');
                        self.flow(&entry.value);
                    }
                }
                self.out.push_str(if entries.is_empty() { "}" } else { " }" });
            }
            _ => self.in_one_line(node.span),
        }
    }

    /// Writes a key or a scalar; its line breaks are those of folded text, which are spaces.
    fn in_one_line(&mut self, span: Span) {
        let text = quoted(span.slice(self.text).unwrap_or_default());
        for (i, line) in text.lines().enumerate() {
            self.out.push_str(if i == 0 { "" } else { " " });
            self.out.push_str(line.trim_matches(SPACE));
        }
    }

    /// Writes a scalar in as many lines as it had.
    fn scalar(&mut self, node: &Node, indent: usize) {
        let text = quoted(node.span.slice(self.text).unwrap_or_default());
        if !text.contains('\n') {
            return self.out.push_str(&text);
        }
        for (i, line) in text.lines().map(|line| line.trim_matches(SPACE)).enumerate() {
            if i > 0 {
                self.out.push('\n');
                self.indent(if line.is_empty() { 0 } else { indent });
            }
            self.out.push_str(line);
        }
    }

    /// Writes a text after `|` or `>`: the spaces before its lines are counted from the block around it.
    fn block_text(&mut self, node: &Node, indent: usize, column: usize) {
        let start = self.pass(&['|', '>'], indent + LEVEL);
        self.begin(start, indent + LEVEL);
        let (head, body) = self.text[start..node.span.end.max(start)].split_once('\n').unwrap_or_else(|| {
            let head = self.text[start..].lines().next().unwrap_or_default();
            (head, "")
        });
        self.out.push_str(head.trim_end_matches(SPACE));
        self.is_commented = true;
        let digit = head.chars().take(3).find_map(|c| c.to_digit(10)).and_then(|digit| usize::try_from(digit).ok());
        let depth = |line: &str| line.len() - line.trim_start_matches(' ').len();
        let first = body.lines().find(|line| !line.trim_matches(SPACE).is_empty()).map_or(0, depth);
        let (old, new) = digit.map_or((first, indent + LEVEL), |digit| (column + digit, indent + digit));
        for line in body.lines() {
            self.out.push('\n');
            if let Some(line) = line.get(old.min(depth(line))..).filter(|line| !line.is_empty()) {
                self.indent(new);
                self.out.push_str(line);
            }
        }
        self.at = node.span.end.max(start + head.len());
    }

    /// Whether comments stand in a list or map in brackets that has entries.
    fn has_comment(&self, node: &Node) -> bool {
        let text = node.span.slice(self.text).unwrap_or_default();
        let is_empty = matches!(&node.kind, NodeKind::List(nodes) if nodes.is_empty())
            || matches!(&node.kind, NodeKind::Map(entries) if entries.is_empty());
        if node.style != Style::Flow || is_empty || !text.contains('#') {
            return false;
        }
        let mut at = node.span.start;
        words(node).into_iter().chain([Span::new(node.span.end, node.span.end)]).any(|span| {
            let between = self.text.get(at..span.start).unwrap_or_default();
            at = at.max(span.end);
            between.contains('#')
        })
    }

    /// Goes on to a place, writing the comments that stand before it.
    fn skip(&mut self, to: usize, indent: usize) {
        while let Some(start) = self.text.get(self.at..to).and_then(|text| text.find('#')) {
            self.comment(self.at + start, indent);
        }
        self.at = self.at.max(to);
    }

    /// Goes on to a sign, writing the comments that stand before it; where another comes, no further
    /// than to that.
    fn pass(&mut self, signs: &[char], indent: usize) -> usize {
        loop {
            let rest = &self.text[self.at..];
            let start = self.at + rest.len() - rest.trim_start().len();
            match self.text[start..].chars().next() {
                Some('#') => self.comment(start, indent),
                Some(c) if signs.contains(&c) => {
                    self.at = start;
                    return start;
                }
                _ => return self.at,
            }
        }
    }

    /// The next comment, where nothing but space stands before it.
    fn next_comment(&self) -> Option<usize> {
        let rest = self.text[self.at..].trim_start();
        rest.starts_with('#').then(|| self.text.len() - rest.len())
    }

    /// Writes the comment that follows in the same line.
    fn trailing(&mut self) {
        let rest = &self.text[self.at..];
        let comment = rest.trim_start_matches([' ', '\t', ',']);
        if comment.starts_with('#') {
            self.comment(self.text.len() - comment.len(), 0);
        }
    }

    /// Writes the comment at a place: in a line of its own, if it had one.
    fn comment(&mut self, start: usize, indent: usize) {
        let line = self.text[..start].rsplit('\n').next().unwrap_or_default();
        if line.trim_matches(SPACE).is_empty() || self.is_commented || self.out.is_empty() {
            self.line(start, indent);
        } else {
            self.out.push(' ');
        }
        let comment = self.text[start..].lines().next().unwrap_or_default();
        self.out.push_str(comment.trim_end_matches(SPACE));
        self.at = start + comment.len();
        self.is_commented = true;
        self.is_inline = false;
    }

    /// Begins what stands at a place: in the same line, if it may, or in a new one.
    fn begin(&mut self, start: usize, indent: usize) {
        if self.is_inline {
            self.out.push(' ');
            self.is_inline = false;
            self.is_fresh = false;
        } else {
            self.line(start, indent);
        }
    }

    /// Begins a line, behind a blank one where one stood before the place.
    fn line(&mut self, start: usize, indent: usize) {
        if !self.out.is_empty() {
            self.out.push('\n');
            let before = &self.text[..start];
            let space = &before[before.trim_end_matches([' ', '\t', '\r', '\n']).len()..];
            if !self.is_fresh && space.matches('\n').count() > 1 {
                self.out.push('\n');
            }
        }
        self.indent(indent);
        self.is_fresh = false;
        self.is_commented = false;
        self.is_inline = false;
    }

    fn indent(&mut self, spaces: usize) {
        self.out.extend(std::iter::repeat_n(' ', spaces));
    }

    /// How many bytes stand before a place in its line.
    fn column(&self, at: usize) -> usize {
        at - self.text[..at].rfind('\n').map_or(0, |end| end + 1)
    }
}

fn is_in_lines(node: &Node) -> bool {
    node.style == Style::Block
}

/// A scalar in double quotation marks, where it is in single ones and needs no escape.
fn quoted(text: &str) -> std::borrow::Cow<'_, str> {
    match text.strip_prefix('\'').and_then(|text| text.strip_suffix('\'')) {
        Some(inner) if !inner.contains(['"', '\\']) => format!("\"{}\"", inner.replace("''", "'")).into(),
        _ => text.into(),
    }
}
