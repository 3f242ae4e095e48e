//! Applying repairs: by bytes, so that comments and layout stay, again and again until nothing
//! changes. A file that would not get better is left as it was.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use madoguchi_schema::fault::Edit;
use madoguchi_schema::load::{CheckedFile, Content, RawFile, read, resolve};
use madoguchi_schema::shape::Shapes;

use crate::check::{Checked, Days, check};
use crate::rule::Level;

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
    let days = days.into();
    let mut files: Vec<CheckedFile> = files.into_iter().map(|file| read(file, shapes)).collect();
    let mut repaired = Repaired::default();
    let mut settled: BTreeSet<String> = BTreeSet::new();
    for _ in 0..MOST_ROUNDS {
        let before = check(&resolve(files.clone()), days);
        let edits = edits(&before, repairs, |path| wanted(path) && !settled.contains(path));
        if edits.is_empty() {
            break;
        }
        let mut after = files.clone();
        for file in &mut after {
            if let Some(edits) = edits.get(file.path.as_str()) {
                let content = Content::Bytes(applied(&file.text, edits).into_bytes());
                *file = read(RawFile { path: file.path.clone(), content }, shapes);
            }
        }
        let found = check(&resolve(after.clone()), days);
        for (old, new) in files.iter_mut().zip(after) {
            let Some(edits) = edits.get(old.path.as_str()) else { continue };
            if weight(&found, &new.path) < weight(&before, &old.path) {
                repaired.edits += edits.len();
                repaired.texts.insert(new.path.clone(), new.text.clone());
                *old = new;
            } else {
                settled.insert(old.path.clone());
            }
        }
    }
    repaired
}

/// The repairs to be made in each file, from its start, none touching another.
fn edits(checked: &Checked, repairs: Repairs, wanted: impl Fn(&str) -> bool) -> BTreeMap<&str, Vec<&Edit>> {
    let mut by_file: BTreeMap<&str, Vec<&Edit>> = BTreeMap::new();
    for diagnostic in checked.diagnostics.iter().filter(|diagnostic| wanted(&diagnostic.path)) {
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
