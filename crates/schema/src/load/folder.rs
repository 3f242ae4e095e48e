//! A folder of which files are replaced one by one, as in an editor: what a file says of itself is read
//! once, and held anew against what has changed beside it.

use std::collections::{BTreeMap, BTreeSet};

use super::{CheckedFile, Codes, Ids, Loaded, compare, dataset, held, hold, is_list, missing};
use crate::dataset::Dataset;
use crate::json_schema::DocumentType;

/// Files that are held against each other, of which one can be replaced.
#[derive(Debug, Clone)]
pub struct Folder {
    /// Each file as it was read, alone.
    read: BTreeMap<String, CheckedFile>,
    loaded: Loaded,
    ids: Ids,
    codes: Codes,
}

impl Folder {
    /// Holds files that were read against each other.
    #[must_use]
    pub fn new(files: Vec<CheckedFile>) -> Self {
        let read: BTreeMap<_, _> = files.into_iter().map(|file| (file.path.clone(), file)).collect();
        let (loaded, ids, codes) = held(read.values().cloned().collect());
        Self { read, loaded, ids, codes }
    }

    /// What the folder holds. There is no dataset in it: that takes every file, and is made by
    /// [`Folder::dataset`].
    #[must_use]
    pub fn loaded(&self) -> &Loaded {
        &self.loaded
    }

    /// The dataset, where no file has a fault and none is missing. What is `known` of files that are still
    /// those that were read is taken from there; it stays as it is where there is no dataset.
    #[must_use]
    pub fn dataset(&self, known: &mut Option<Dataset>) -> Option<Dataset> {
        let is_right = |file: &CheckedFile| file.faults.is_empty() && file.document.is_some();
        let is_whole = self.loaded.missing.is_empty() && self.loaded.files.iter().all(is_right);
        let known = is_whole.then(|| known.take().map(|known| known.municipalities).unwrap_or_default());
        dataset(&self.loaded.files, self.loaded.vocabulary(), known?)
    }

    /// A file as it was read, alone.
    #[must_use]
    pub fn alone(&self, path: &str) -> Option<&CheckedFile> {
        self.read.get(path)
    }

    /// A file, held against the others.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&CheckedFile> {
        self.at(path).ok().map(|at| &self.loaded.files[at])
    }

    /// A file that was read alone, held against what stands in the folder, without being put there.
    #[must_use]
    pub fn hold(&self, file: &CheckedFile) -> CheckedFile {
        let mut held = file.clone();
        hold(&mut held, &self.ids, &self.codes);
        held
    }

    /// What the folder would hold with these files, too, which were read alone.
    #[must_use]
    pub fn with(&self, files: impl IntoIterator<Item = CheckedFile>) -> Loaded {
        compare(self.read.values().cloned().chain(files).collect())
    }

    /// Whether other files are held against what stands in this one.
    #[must_use]
    pub fn is_shared(path: &str) -> bool {
        use DocumentType as T;
        is_list(path)
            || DocumentType::of_path(path)
                .is_some_and(|kind| !matches!(kind, T::Municipality | T::Claims | T::Holidays))
    }

    /// Puts a file in the place of the one at its path, or adds it. The paths of the files that were
    /// held anew are returned.
    pub fn replace(&mut self, file: CheckedFile) -> BTreeSet<String> {
        let path = file.path.clone();
        let before = self.read.insert(path.clone(), file);
        self.changed(&path, before)
    }

    /// Takes a file away. The paths of the files that were held anew are returned.
    pub fn remove(&mut self, path: &str) -> BTreeSet<String> {
        let before = self.read.remove(path);
        if before.is_none() { BTreeSet::new() } else { self.changed(path, before) }
    }

    fn changed(&mut self, path: &str, before: Option<CheckedFile>) -> BTreeSet<String> {
        let mut paths = BTreeSet::from([path.to_owned()]);
        if Self::is_shared(path) {
            self.hold_all();
            paths.extend(self.read.keys().cloned());
            return paths;
        }
        for code in [before.as_ref(), self.read.get(path)].into_iter().flatten().filter_map(Codes::code) {
            paths.extend(self.codes.0.get(&code).into_iter().flatten().cloned());
        }
        if let Some(before) = before.as_ref().and_then(Codes::code)
            && let Some(files) = self.codes.0.get_mut(&before)
        {
            files.remove(path);
        }
        if let Some(file) = self.read.get(path) {
            self.codes.add(file);
        }
        paths.iter().for_each(|path| self.hold_one(path));
        self.loaded.missing = missing(&self.loaded.files);
        paths
    }

    fn hold_one(&mut self, path: &str) {
        match (self.at(path), self.read.get(path).cloned()) {
            (Ok(at), None) => drop(self.loaded.files.remove(at)),
            (Err(_), None) => {}
            (at, Some(mut file)) => {
                hold(&mut file, &self.ids, &self.codes);
                match at {
                    Ok(at) => self.loaded.files[at] = file,
                    Err(at) => self.loaded.files.insert(at, file),
                }
            }
        }
    }

    fn hold_all(&mut self) {
        (self.loaded, self.ids, self.codes) = held(self.read.values().cloned().collect());
    }

    fn at(&self, path: &str) -> Result<usize, usize> {
        self.loaded.files.binary_search_by(|file| file.path.as_str().cmp(path))
    }
}
