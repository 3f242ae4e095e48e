//! Applying repairs: by bytes, so that comments and layout stay, again and again until nothing
//! changes. A file that would not get better is left as it was.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use madoguchi_schema::fault::Edit;
use madoguchi_schema::load::{CheckedFile, Content, RawFile, read};
use madoguchi_schema::shape::Shapes;

use crate::check::{Checked, Days};
use crate::rule::Level;
use crate::session::Session;

/// A repair can bring the next one to light; more rounds than this are a repair that undoes itself.
const MOST_ROUNDS: usize = 16;

/// Which repairs are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repairs {
    /// Those that keep the meaning, or where only one meaning is possible.
    Safe,
    /// Those as well that guess what was meant.
    All,
}

/// Files that were repaired.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Repaired {
    /// The new texts, by path below `datasets/`.
    pub texts: BTreeMap<String, Arc<str>>,
    /// How many repairs were made.
    pub edits: usize,
}

/// Repairs the files of a dataset that are `wanted`.
#[must_use]
pub fn fix(
    files: Vec<RawFile>,
    shapes: &Shapes,
    days: impl Into<Days>,
    repairs: Repairs,
    wanted: impl Fn(&str) -> bool,
) -> Repaired {
    let files = files.into_iter().map(|file| read(file, shapes)).collect();
    repaired(Session::new(files, days), shapes, repairs, wanted)
}

/// Repairs the files of a session that are `wanted`.
pub(crate) fn repaired(
    mut session: Session,
    shapes: &Shapes,
    repairs: Repairs,
    wanted: impl Fn(&str) -> bool,
) -> Repaired {
    let mut repaired = Repaired::default();
    let mut settled: BTreeSet<String> = BTreeSet::new();
    for _ in 0..MOST_ROUNDS {
        let before = session.checked(|path| wanted(path) && !settled.contains(path));
        let edits = edits(&before, repairs);
        if edits.is_empty() {
            break;
        }
        let mut old: Vec<CheckedFile> = Vec::new();
        for (path, edits) in &edits {
            let Some(file) = session.folder().alone(path).cloned() else { continue };
            let content = Content::Bytes(applied(&file.text, edits).into_bytes());
            session.replace(read(RawFile { path: file.path.clone(), content }, shapes));
            old.push(file);
        }
        let after = session.checked(|path| edits.contains_key(path));
        for old in old {
            if weight(&after, &old.path) < weight(&before, &old.path) {
                repaired.edits += edits.get(old.path.as_str()).map_or(0, Vec::len);
                let text = after.texts.get(&old.path).cloned().unwrap_or_default();
                repaired.texts.insert(old.path, text);
            } else {
                settled.insert(old.path.clone());
                session.replace(old);
            }
        }
    }
    repaired
}

/// The repairs to be made in each file, from its start, none touching another.
fn edits(checked: &Checked, repairs: Repairs) -> BTreeMap<&str, Vec<&Edit>> {
    let mut by_file: BTreeMap<&str, Vec<&Edit>> = BTreeMap::new();
    for diagnostic in &checked.diagnostics {
        if let Some(edit) = diagnostic.edit.as_ref().filter(|edit| edit.safe || repairs == Repairs::All) {
            by_file.entry(&diagnostic.path).or_default().push(edit);
        }
    }
    for edits in by_file.values_mut() {
        edits.sort_by_key(|edit| edit.span);
        let mut end = 0;
        edits.retain(|edit| {
            let is_free = edit.span.start >= end;
            if is_free {
                end = edit.span.end.max(edit.span.start + 1);
            }
            is_free
        });
    }
    by_file
}

fn applied(text: &str, edits: &[&Edit]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        let (start, end) = (edit.span.start.min(text.len()), edit.span.end.min(text.len()));
        out.push_str(text.get(at..start).unwrap_or_default());
        out.push_str(&edit.text);
        at = end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// How bad a file is: by its gravest findings first.
fn weight(checked: &Checked, path: &str) -> (usize, usize, usize) {
    let count =
        |level: Level| checked.diagnostics.iter().filter(|found| found.path == path && found.level == level).count();
    (count(Level::Error), count(Level::Warning), count(Level::Note))
}
