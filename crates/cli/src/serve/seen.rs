//! The files of the project as they were when last looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use madoguchi_schema::load::{RawFile, most_bytes};
use madoguchi_schema::model::Settings;
use walkdir::WalkDir;

use crate::failure::Failure;
use crate::files;
use crate::root::Root;
use crate::stamp::Stamp;

/// The files that a site is made of, with their stamps.
pub(super) struct Seen {
    root: Root,
    documents: BTreeMap<String, Stamp>,
    templates: BTreeMap<PathBuf, Stamp>,
}

/// What has changed since the last look.
#[derive(Default)]
pub(super) struct News {
    /// Documents that are new or have another content.
    pub(super) written: Vec<RawFile>,
    /// Documents that are gone.
    pub(super) gone: Vec<String>,
    /// The templates, where any of their files is another.
    pub(super) templates: Option<Templates>,
}

/// The texts of `site-templates/`, and what of them changed.
pub(super) struct Templates {
    pub(super) texts: BTreeMap<String, String>,
    /// Only styles changed: a page that is shown need not be loaded again.
    pub(super) only_styles: bool,
}

impl News {
    pub(super) fn is_empty(&self) -> bool {
        self.written.is_empty() && self.gone.is_empty() && self.templates.is_none()
    }
}

impl Seen {
    /// Nothing has been seen.
    pub(super) fn new(root: Root) -> Self {
        Self { root, documents: BTreeMap::new(), templates: BTreeMap::new() }
    }

    /// Looks at every file again, and reads those whose stamp is another.
    pub(super) fn look(&mut self) -> Result<News, Failure> {
        let found = self.found_documents();
        let changed = found.iter().filter(|(path, stamp)| self.documents.get(*path) != Some(*stamp));
        let written = changed.map(|(path, _)| self.read(path)).collect::<Result<_, _>>()?;
        let gone = self.documents.keys().filter(|path| !found.contains_key(*path)).cloned().collect();
        self.documents = found;
        Ok(News { written, gone, templates: self.look_at_templates()? })
    }

    fn found_documents(&self) -> BTreeMap<String, Stamp> {
        let datasets = self.root.datasets();
        let below = stamps(&datasets).into_iter().map(|(path, stamp)| (files::relative(&datasets, &path), stamp));
        let mut found: BTreeMap<String, Stamp> = below.filter(|(path, _)| files::is_document(path)).collect();
        if let Some(stamp) = Stamp::of(&self.root.settings()) {
            found.insert(Settings::PATH.to_owned(), stamp);
        }
        found
    }

    fn read(&self, path: &str) -> Result<RawFile, Failure> {
        let at = if path == Settings::PATH { self.root.settings() } else { self.root.datasets().join(path) };
        files::document(&at, path, most_bytes(path))
    }

    fn look_at_templates(&mut self) -> Result<Option<Templates>, Failure> {
        let folder = self.root.templates();
        let found = stamps(&folder);
        let paths: BTreeSet<&PathBuf> = found.keys().chain(self.templates.keys()).collect();
        let changed: Vec<&&PathBuf> =
            paths.iter().filter(|path| found.get(**path) != self.templates.get(**path)).collect();
        if changed.is_empty() {
            return Ok(None);
        }
        let only_styles =
            !self.templates.is_empty() && changed.iter().all(|path| path.starts_with(folder.join("styles")));
        self.templates = found;
        Ok(Some(Templates { texts: files::texts(&folder)?, only_styles }))
    }
}

fn stamps(folder: &Path) -> BTreeMap<PathBuf, Stamp> {
    let entries = WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| !entry.file_type().is_dir());
    // A file that is gone before it is looked at is gone.
    entries.filter_map(|entry| Some((entry.path().to_path_buf(), Stamp::of(entry.path())?))).collect()
}
