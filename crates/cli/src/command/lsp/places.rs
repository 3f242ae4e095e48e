//! Places as the client counts them.

use gen_lsp_types::{Position, PositionEncodingKind, Range, TextEdit};
use line_index::{LineIndex, TextSize};
use madoguchi_schema::fault::Span;

/// What a column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16,
}

impl Encoding {
    /// Bytes where the client can count them; else what every client can.
    pub(super) fn chosen(offered: Option<&[PositionEncodingKind]>) -> Self {
        let has_bytes = offered.is_some_and(|offered| offered.contains(&PositionEncodingKind::UTF8));
        if has_bytes { Self::Utf8 } else { Self::Utf16 }
    }

    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
        }
    }

    fn width(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
        }
    }
}

/// The lines of a text.
pub(super) struct Lines<'t> {
    text: &'t str,
    index: LineIndex,
    encoding: Encoding,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str, encoding: Encoding) -> Self {
        Self { text, index: LineIndex::new(text), encoding }
    }

    /// The place before a byte; of the last one where the text has ended.
    pub(super) fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let at = u32::try_from(offset).ok().and_then(|offset| self.index.try_line_col(TextSize::new(offset)));
        let Some(at) = at else { return Position::default() };
        let before = &self.text[offset - at.col as usize..offset];
        let character: usize = before.chars().map(|c| self.encoding.width(c)).sum();
        Position { line: at.line, character: u32::try_from(character).unwrap_or(u32::MAX) }
    }

    /// The byte after a place; of the line's end where the line is shorter.
    pub(super) fn offset(&self, position: Position) -> usize {
        let Some(line) = self.index.line(position.line) else { return self.text.len() };
        let (start, end) = (usize::from(line.start()), usize::from(line.end()));
        let line = self.text[start..end].trim_end_matches(['\n', '\r']);
        let mut left = position.character as usize;
        for (at, c) in line.char_indices() {
            if left < self.encoding.width(c) {
                return start + at;
            }
            left -= self.encoding.width(c);
        }
        start + line.len()
    }

    pub(super) fn range(&self, span: Span) -> Range {
        Range { start: self.position(span.start), end: self.position(span.end) }
    }

    pub(super) fn span(&self, range: Range) -> Span {
        let start = self.offset(range.start);
        Span::new(start, self.offset(range.end).max(start))
    }

    /// The first line, for what is said of a whole file.
    pub(super) fn first(&self) -> Range {
        let end = self.text.find('\n').unwrap_or(self.text.len());
        self.range(Span::new(0, end))
    }

    /// What makes another text of this one, without what both begin and end with.
    pub(super) fn difference(&self, new: &str) -> Option<TextEdit> {
        let same = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| -> usize {
            a.zip(b).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum()
        };
        if self.text == new {
            return None;
        }
        let start = same(&mut self.text.chars(), &mut new.chars());
        let end = same(&mut self.text[start..].chars().rev(), &mut new[start..].chars().rev());
        let range = self.range(Span::new(start, self.text.len() - end));
        Some(TextEdit { range, new_text: new[start..new.len() - end].to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn a_place_is_counted_as_the_client_counts() {
        let text = "a\u{1f600}市b\nか\r\n";
        for (encoding, b, after) in [(Encoding::Utf8, 8, 9), (Encoding::Utf16, 4, 5)] {
            let lines = Lines::new(text, encoding);
            assert_eq!(lines.position(8), at(0, b));
            assert_eq!(lines.offset(at(0, b)), 8);
            assert_eq!(lines.offset(at(0, after + 40)), 9, "a line ends before its line end");
            assert_eq!(lines.offset(at(1, 40)), 13);
            assert_eq!(lines.offset(at(9, 0)), text.len());
            assert_eq!(lines.position(99), at(2, 0));
            for offset in text.char_indices().map(|(offset, _)| offset).filter(|offset| *offset != 14) {
                assert_eq!(lines.offset(lines.position(offset)), offset, "{encoding:?}");
            }
        }
        // Between the two halves of a character there is nothing.
        assert_eq!(Lines::new(text, Encoding::Utf16).offset(at(0, 2)), 1);
    }

    #[test]
    fn a_difference_is_what_differs() {
        let lines = Lines::new("か: き\nく\n", Encoding::Utf16);
        assert_eq!(lines.difference("か: き\nく\n"), None);
        let edit = lines.difference("か: けき\nく\n").unwrap();
        assert_eq!((edit.range.start, edit.range.end, &*edit.new_text), (at(0, 3), at(0, 3), "け"));
        let edit = lines.difference("").unwrap();
        assert_eq!((edit.range.start, edit.range.end, &*edit.new_text), (at(0, 0), at(2, 0), ""));
    }
}
