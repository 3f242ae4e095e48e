//! A copy of the project for tests that run the command on it.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::fs;
use std::path::Path;

use crate::support::{WHOLE, root};

/// A copy of what the command reads, to be broken.
///
/// Of the municipalities those whose pages were read as a whole: a site of a hundred takes its time.
pub(crate) fn copy() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for part in ["datasets", "site-templates", "schema"] {
        copy_files(&root().join(part), &folder.path().join(part), is_wanted);
    }
    folder
}

/// Copies a folder into another.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    copy_files(from, to, |_| true);
}

fn copy_files(from: &Path, to: &Path, is_wanted: fn(&Path) -> bool) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_files(&entry.path(), &target, is_wanted);
        } else if is_wanted(&entry.path()) {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn is_wanted(path: &Path) -> bool {
    let is_municipality = path.iter().any(|part| part == "municipalities");
    !is_municipality || WHOLE.iter().any(|name| path.file_stem().is_some_and(|stem| stem == *name))
}
