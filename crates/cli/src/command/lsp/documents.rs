//! The client's documents and where they stand in the dataset.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use gen_lsp_types::Uri;
use madoguchi_editor::Project;
use madoguchi_schema::load::RawFile;
use madoguchi_schema::model::Settings;

use crate::files;
use crate::root::Root;

/// A document that the client has open: its text is what the client says, whatever the disk holds.
pub(super) struct Open {
    pub(super) uri: Uri,
    pub(super) version: i32,
    pub(super) text: String,
}

/// The documents of the dataset, on the disk and in the client.
pub(super) struct Documents {
    root: Root,
    /// The folders by which the client may name `datasets/`.
    folders: Vec<PathBuf>,
    pub(super) open: BTreeMap<String, Open>,
}

impl Documents {
    pub(super) fn new(root: Root) -> Self {
        let given = root.datasets();
        let mut folders: Vec<PathBuf> = given.canonicalize().into_iter().collect();
        folders.insert(0, given);
        folders.dedup();
        Self { root, folders, open: BTreeMap::new() }
    }

    /// The path below `datasets/` of a document, where it belongs to the dataset.
    pub(super) fn path(&self, uri: &Uri) -> Option<String> {
        let file = uri.to_file_path().ok()?;
        if self.folders.iter().any(|folder| folder.parent().is_some_and(|root| root.join("madoguchi.yaml") == file)) {
            return Some(Settings::PATH.to_owned());
        }
        let folder = self.folders.iter().find(|folder| file.starts_with(folder))?;
        let path = files::relative(folder, &file);
        files::is_document(&path).then_some(path)
    }

    /// How the client names a document: as it opened it, else by its place.
    pub(super) fn uri(&self, path: &str) -> Option<Uri> {
        match self.open.get(path) {
            Some(open) => Some(open.uri.clone()),
            None => Uri::from_file_path(self.root.document(path)).ok(),
        }
    }

    /// The text of a document: as the client has it open, else as it was read.
    pub(super) fn text(&self, path: &str, project: &Project) -> Arc<str> {
        match self.open.get(path) {
            Some(open) => open.text.as_str().into(),
            None => project.text(path),
        }
    }

    /// A document as it is on the disk; nothing where it is not there.
    pub(super) fn on_disk(&self, path: &str) -> Option<RawFile> {
        files::document(&self.root.document(path), path).ok()
    }
}
