use std::collections::BTreeSet;

use madoguchi_schema::load::{CheckedFile, Folder, Loaded};
use madoguchi_schema::shape::Shapes;

use crate::check::{Checked, Days};
use crate::findings::Findings;
use crate::fix::{Repaired, Repairs, repaired};

/// A check that goes on while files are written: one is replaced, and what hangs on it is checked anew.
/// What is found is what [`check`](crate::check) finds in the same files.
#[derive(Debug, Clone)]
pub struct Session {
    folder: Folder,
    findings: Findings,
}

impl Session {
    /// Checks files that were read.
    #[must_use]
    pub fn new(files: Vec<CheckedFile>, days: impl Into<Days>) -> Self {
        let folder = Folder::new(files);
        let mut findings = Findings::new(days.into());
        let paths = folder.loaded().files.iter().map(|file| file.path.clone()).collect();
        findings.update(folder.loaded(), &paths);
        Self { folder, findings }
    }

    /// The files, held against each other.
    #[must_use]
    pub fn loaded(&self) -> &Loaded {
        self.folder.loaded()
    }

    /// The files and what each says alone.
    #[must_use]
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Puts a file in the place of the one at its path, or adds it. The paths of the files of which
    /// something else is found than before.
    pub fn replace(&mut self, file: CheckedFile) -> BTreeSet<String> {
        let paths = self.folder.replace(file);
        self.findings.update(self.folder.loaded(), &paths)
    }

    /// Takes a file away. The paths of the files of which something else is found than before.
    pub fn remove(&mut self, path: &str) -> BTreeSet<String> {
        let paths = self.folder.remove(path);
        self.findings.update(self.folder.loaded(), &paths)
    }

    /// What is found in the files that are `wanted`.
    #[must_use]
    pub fn checked(&self, wanted: impl Fn(&str) -> bool) -> Checked {
        self.findings.checked(self.folder.loaded(), wanted)
    }

    /// The texts of the files that are `wanted` after their repairs. The session stays as it is.
    #[must_use]
    pub fn repaired(&self, shapes: &Shapes, repairs: Repairs, wanted: impl Fn(&str) -> bool) -> Repaired {
        repaired(self.clone(), shapes, repairs, wanted)
    }
}
