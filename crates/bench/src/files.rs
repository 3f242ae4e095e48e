//! Folders of the project and of what is made of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use madoguchi_schema::load::{Content, RawFile};
use madoguchi_schema::national_list;
use walkdir::WalkDir;

use crate::Failure;

/// The documents below a folder, by their paths from `base`, in their order.
///
/// # Errors
///
/// Where a file cannot be read.
pub fn documents(folder: &Path, base: &Path) -> Result<Vec<RawFile>, Failure> {
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        let path = entry.path();
        if path.extension().is_some_and(|extension| extension == "yaml") || path.ends_with(national_list::PATH) {
            let below = path.strip_prefix(base)?.to_string_lossy().into_owned();
            found.push(RawFile { path: below, content: Content::Bytes(read(path)?) });
        }
    }
    Ok(found)
}

/// Every text file below a folder, by its path from there.
///
/// # Errors
///
/// Where a file cannot be read.
pub fn texts(folder: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let mut found = BTreeMap::new();
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let below = entry.path().strip_prefix(folder)?.to_string_lossy().into_owned();
            found.insert(below, String::from_utf8(read(entry.path())?)?);
        }
    }
    Ok(found)
}

/// Copies a folder with all that is in it.
///
/// # Errors
///
/// Where a file cannot be read or written.
pub fn copy_folder(from: &Path, to: &Path) -> Result<(), Failure> {
    for entry in WalkDir::new(from).min_depth(1) {
        let entry = entry?;
        if entry.file_type().is_file() {
            write(&to.join(entry.path().strip_prefix(from)?), &read(entry.path())?)?;
        }
    }
    Ok(())
}

/// A file's bytes.
///
/// # Errors
///
/// Names the file that cannot be read.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// Writes a file, and the folders in which it stands.
///
/// # Errors
///
/// Names the file that cannot be written.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(path, bytes));
    written.map_err(|error| format!("{}: {error}", path.display()).into())
}
