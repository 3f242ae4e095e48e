use std::collections::BTreeMap;

use line_index::{LineIndex, TextSize, WideEncoding};
use madoguchi_schema::fault::Span;

use crate::check::Checked;

/// A file's path as a report names it, from the project's root folder.
pub(crate) fn shown(path: &str) -> String {
    match path.strip_prefix("../") {
        Some(path) => path.to_owned(),
        None => format!("datasets/{path}"),
    }
}

/// Where the lines of the checked files begin.
pub(super) struct Places<'c> {
    files: BTreeMap<&'c str, (&'c str, LineIndex)>,
}

/// A place between two bytes. `offset` counts bytes from 0; line and columns count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct At {
    pub(super) offset: usize,
    pub(super) line: u32,
    /// In characters.
    pub(super) column: u32,
    pub(super) utf16: u32,
    pub(super) utf8: u32,
}

/// Some bytes of a file; the end is the place after the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) start: At,
    pub(super) end: At,
}

impl<'c> Places<'c> {
    /// The places of the files in which something was found.
    pub(super) fn new(checked: &'c Checked) -> Self {
        let found = checked.diagnostics.iter();
        let paths = found.flat_map(|d| d.related.iter().map(|place| place.path.as_str()).chain([d.path.as_str()]));
        let mut files = BTreeMap::new();
        for path in paths {
            let text = checked.texts.get(path).map_or("", |text| &**text);
            files.entry(path).or_insert_with(|| (text, LineIndex::new(text)));
        }
        Self { files }
    }

    /// The place of some bytes of a file.
    pub(super) fn range(&self, path: &str, span: Span) -> Range {
        Range { start: self.at(path, span.start), end: self.at(path, span.end) }
    }

    fn at(&self, path: &str, offset: usize) -> At {
        // A file that could not be read as text has bytes and no lines.
        let first = At { offset, line: 1, column: 1, utf16: 1, utf8: 1 };
        let Some((text, index)) = self.files.get(path) else { return first };
        let found = u32::try_from(offset).ok().and_then(|offset| index.try_line_col(TextSize::new(offset)));
        let Some(at) = found else { return first };
        let before = text.get(offset - at.col as usize..offset).unwrap_or_default();
        let column = u32::try_from(before.chars().count()).unwrap_or(u32::MAX - 1) + 1;
        let utf16 = index.to_wide(WideEncoding::Utf16, at).map_or(column, |wide| wide.col + 1);
        At { offset, line: at.line + 1, column, utf16, utf8: at.col + 1 }
    }
}
