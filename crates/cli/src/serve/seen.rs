//! The files of the project as they were when last looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::Path;

use madoguchi_schema::load::RawFile;
use madoguchi_schema::model::Settings;

use crate::failure::Failure;
use crate::files;
use crate::root::Root;
use crate::stamp::Stamp;

type Stamps = BTreeMap<String, Stamp>;

/// The files that a site is made of, with their stamps.
pub(super) struct Seen {
    root: Root,
    documents: Stamps,
    templates: Stamps,
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
        Self { root, documents: Stamps::new(), templates: Stamps::new() }
    }

    /// Looks at every file again, and reads those whose stamp is another. Where that fails, nothing counts as
    /// seen: the next look finds it again.
    pub(super) fn look(&mut self) -> Result<News, Failure> {
        let documents = self.found_documents()?;
        let templates = stamps(&self.root.templates())?;
        let written = documents.iter().filter(|(path, stamp)| self.documents.get(*path) != Some(*stamp));
        let gone = self.documents.keys().filter(|path| !documents.contains_key(*path));
        let news = News {
            written: written
                .map(|(path, _)| files::document(&self.root.document(path), path))
                .collect::<Result<_, _>>()?,
            gone: gone.cloned().collect(),
            templates: self.changed_templates(&templates)?,
        };
        (self.documents, self.templates) = (documents, templates);
        Ok(news)
    }

    fn found_documents(&self) -> Result<Stamps, Failure> {
        let mut found = stamps(&self.root.datasets())?;
        found.retain(|path, _| files::is_document(path));
        found.extend(Stamp::of(&self.root.settings()).map(|stamp| (Settings::PATH.to_owned(), stamp)));
        Ok(found)
    }

    fn changed_templates(&self, found: &Stamps) -> Result<Option<Templates>, Failure> {
        let paths: BTreeSet<&String> = found.keys().chain(self.templates.keys()).collect();
        let changed = || paths.iter().filter(|path| found.get(**path) != self.templates.get(**path));
        if changed().next().is_none() {
            return Ok(None);
        }
        let only_styles = !self.templates.is_empty() && changed().all(|path| path.starts_with("styles/"));
        Ok(Some(Templates { texts: files::texts(&self.root.templates())?, only_styles }))
    }
}

/// The stamps of the files of a folder, by their paths from there. A file that is gone before it is looked at
/// is gone.
fn stamps(folder: &Path) -> Result<Stamps, Failure> {
    let mut found = Stamps::new();
    for entry in files::entries(folder) {
        let entry = match entry {
            Err(Failure::Io(_, error)) if error.kind() == ErrorKind::NotFound => continue,
            entry => entry?,
        };
        if !entry.file_type().is_dir() {
            found.extend(Stamp::of(entry.path()).map(|stamp| (files::relative(folder, entry.path()), stamp)));
        }
    }
    Ok(found)
}
