//! Reading folders: the dataset's documents and the site's templates.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use madoguchi_schema::load::{Content, RawFile, most_bytes};
use madoguchi_schema::model::Settings;
use walkdir::{DirEntry, WalkDir};

use crate::failure::Failure;

/// Every file below a folder that could be a document: not the notes beside them (`*.md`,
/// `LICENSE`, names that begin with a dot). Links are named, never followed.
pub(crate) fn documents(folder: &Path) -> Result<Vec<RawFile>, Failure> {
    let mut files = Vec::new();
    for entry in entries(folder) {
        let entry = entry?;
        let path = relative(folder, entry.path());
        if entry.file_type().is_dir() || !is_document(&path) {
            continue;
        }
        files.push(document(entry.path(), &path)?);
    }
    Ok(files)
}

/// One document, by its path below `datasets/`.
pub(crate) fn document(file: &Path, path: &str) -> Result<RawFile, Failure> {
    let is_link = std::fs::symlink_metadata(file).map_err(Failure::io(file))?.is_symlink();
    let content = if is_link { Content::Link } else { content(file, most_bytes(path))? };
    Ok(RawFile { path: path.to_owned(), content })
}

/// Whether the file at a path below `datasets/` could be a document.
pub(crate) fn is_document(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_note = name.ends_with(".md") || name == "LICENSE";
    !is_note && !path.split('/').any(|part| part.starts_with('.'))
}

/// The settings of the checks, where the file is there.
pub(crate) fn settings(path: &Path) -> Result<Option<RawFile>, Failure> {
    let content = match std::fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => Content::Link,
        Ok(_) => content(path, most_bytes(Settings::PATH))?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Failure::Io(path.to_path_buf(), error)),
    };
    Ok(Some(RawFile { path: Settings::PATH.to_owned(), content }))
}

/// Every YAML file below a folder, or the file itself. Links are not followed.
pub(crate) fn yaml(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let is_yaml = |path: &Path| path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml");
    let kind = std::fs::symlink_metadata(path).map_err(Failure::io(path))?.file_type();
    if kind.is_file() && is_yaml(path) {
        return Ok(vec![path.to_path_buf()]);
    }
    if !kind.is_dir() {
        return Err(Failure::NotYaml(path.to_path_buf()));
    }
    entries(path)
        .filter(|entry| entry.as_ref().map_or(true, |entry| entry.file_type().is_file() && is_yaml(entry.path())))
        .map(|entry| entry.map(DirEntry::into_path))
        .collect()
}

/// Every text file below a folder, by its path from there.
pub(crate) fn texts(folder: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let mut files = BTreeMap::new();
    for entry in entries(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let text = std::fs::read_to_string(entry.path()).map_err(Failure::io(entry.path()))?;
            files.insert(relative(folder, entry.path()), text);
        }
    }
    Ok(files)
}

/// The files of a folder by name; none where it is not there.
pub(crate) fn bytes(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let mut files = BTreeMap::new();
    if !folder.is_dir() {
        return Ok(files);
    }
    for entry in entries(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let bytes = std::fs::read(entry.path()).map_err(Failure::io(entry.path()))?;
            files.insert(relative(folder, entry.path()), bytes);
        }
    }
    Ok(files)
}

/// What is below a folder, in the order of names, without hidden files and folders.
pub(crate) fn entries(folder: &Path) -> impl Iterator<Item = Result<DirEntry, Failure>> {
    let is_hidden = |entry: &DirEntry| entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
    let folder = folder.to_path_buf();
    WalkDir::new(&folder)
        .follow_links(false)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(move |entry| !is_hidden(entry))
        .filter(|entry| entry.as_ref().map_or(true, |entry| entry.depth() > 0))
        .map(move |entry| {
            entry.map_err(|error| {
                let path = error.path().map_or_else(|| folder.clone(), Path::to_path_buf);
                Failure::Io(path, error.into())
            })
        })
}

/// A file's bytes, as many as its document may have.
pub(crate) fn content(path: &Path, most_bytes: usize) -> Result<Content, Failure> {
    // A pipe would be waited for, and a device has no end: they hold nothing that is a document.
    if !std::fs::symlink_metadata(path).map_err(Failure::io(path))?.is_file() {
        return Ok(Content::Bytes(Vec::new()));
    }
    let file = std::fs::File::open(path).map_err(Failure::io(path))?;
    let most = most_bytes as u64;
    let length = file.metadata().map_err(Failure::io(path))?.len();
    let mut bytes = Vec::with_capacity(usize::try_from(length.min(most + 1)).unwrap_or_default());
    file.take(most + 1).read_to_end(&mut bytes).map_err(Failure::io(path))?;
    Ok(if bytes.len() > most_bytes { Content::TooLarge(length.max(most + 1)) } else { Content::Bytes(bytes) })
}

/// The path from a folder, with `/` between its parts.
pub(crate) fn relative(folder: &Path, path: &Path) -> String {
    let path: PathBuf = path.strip_prefix(folder).unwrap_or(path).to_path_buf();
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Writes a file, new or in the place of another, in one step; its folder is made where it is not there.
pub(crate) fn put(path: &Path, text: &str) -> Result<(), Failure> {
    if path.symlink_metadata().is_ok() {
        return replace(path, text);
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(Failure::io(folder))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let new = folder.join(format!(".{name}.new"));
    std::fs::write(&new, text).map_err(Failure::io(&new))?;
    std::fs::rename(&new, path).map_err(Failure::io(path))
}

/// Puts a text in the place of a file's, in one step.
pub(crate) fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut new = tempfile::NamedTempFile::new_in(folder).map_err(Failure::io(folder))?;
    new.write_all(text.as_bytes()).map_err(Failure::io(path))?;
    let permissions = std::fs::metadata(path).map_err(Failure::io(path))?.permissions();
    new.as_file().set_permissions(permissions).map_err(Failure::io(path))?;
    new.persist(path).map(|_| ()).map_err(|error| Failure::Io(path.to_path_buf(), error.error))
}
