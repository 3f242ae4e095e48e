use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use madoguchi_schema::json_schema::DocumentType;
use madoguchi_schema::load::{self, CheckedFile, Content, Document, Folder, RawFile};
use madoguchi_schema::shape::Shapes;

use crate::check::{Checked, Days};
use crate::findings::{Findings, Looked, said_of_clean, shared};
use crate::rule::{Shared, Subject};

/// A check of many municipalities' files, each of which is let go when it was looked at and is right: most
/// are, and all trees at once are large. What is found is what [`check`](crate::check) finds in the same
/// files.
pub struct Sweep<'f> {
    /// What is no municipality's.
    folder: &'f Folder,
    shared: Shared<'f>,
    days: Days,
}

/// A municipality's file that was looked at.
#[derive(Debug)]
pub struct Seen {
    path: String,
    text: Arc<str>,
    /// The code, where the file says one.
    code: Option<String>,
    looked: Option<Looked>,
    /// The file as it was read alone, where more can be said of it; none where it is right.
    file: Option<CheckedFile>,
}

impl<'f> Sweep<'f> {
    /// Begins with the files that are no municipality's.
    #[must_use]
    pub fn new(folder: &'f Folder, days: impl Into<Days>) -> Self {
        let days = days.into();
        Self { folder, shared: shared(folder.loaded(), days), days }
    }

    /// Whether a file is to be looked at; others belong in the folder.
    #[must_use]
    pub fn is_of_municipality(path: &str) -> bool {
        DocumentType::of_path(path) == Some(DocumentType::Municipality)
    }

    /// Looks at a municipality's file that was read alone. Files can be looked at side by side.
    #[must_use]
    pub fn look(&self, file: CheckedFile) -> Seen {
        let held = self.folder.hold(&file);
        let looked = Subject::of(&held, &self.shared).map(|subject| Looked::at(&subject));
        let is_right = held.faults.is_empty() && is_silent(&held, looked.as_ref());
        let code = match &held.document {
            Some(Document::Municipality(city)) => Some(city.municipality.to_string()),
            _ => None,
        };
        let (path, text) = (file.path.clone(), file.text.clone());
        Seen { path, text, code, looked, file: (!is_right).then_some(file) }
    }

    /// What is wrong with all files. What is right alone and clashes with others is read once more.
    #[must_use]
    pub fn finish(self, mut seen: Vec<Seen>, shapes: &Shapes) -> Checked {
        let mut findings = Findings::new(self.days);
        let looked = seen.iter_mut().filter_map(|one| Some((one.path.clone(), one.looked.take()?))).collect();
        let mut again = findings.clashing(looked);
        again.extend(of_one_municipality(&seen));
        let (mut open, mut right) = (Vec::new(), Vec::new());
        for Seen { path, text, file, .. } in seen {
            match file {
                Some(file) => open.push(file),
                None if again.contains(&path) => {
                    let content = Content::Bytes(text.as_bytes().to_vec());
                    open.push(load::read(RawFile { path, content }, shapes));
                }
                None => right.push((path, text)),
            }
        }
        let loaded = self.folder.with(open);
        findings.update(&loaded, &loaded.files.iter().map(|file| file.path.clone()).collect());
        let mut checked = findings.checked(&loaded, |_| true);
        checked.files += right.len();
        checked.texts.extend(right);
        checked
    }
}

/// Whether nothing is found in a file, at whatever level, and nothing could be accepted in it.
fn is_silent(file: &CheckedFile, looked: Option<&Looked>) -> bool {
    let Some(Document::Municipality(city)) = &file.document else { return false };
    let has_lints = looked.is_none_or(|looked| !looked.lints.is_empty());
    !has_lints && city.allow.is_empty() && said_of_clean(file).next().is_none()
}

/// The paths of files that are of the same municipality.
fn of_one_municipality(seen: &[Seen]) -> BTreeSet<String> {
    let mut by_code: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for one in seen {
        by_code.entry(one.code.as_deref().unwrap_or_default()).or_default().push(&one.path);
    }
    let several = by_code.into_iter().filter(|(code, paths)| !code.is_empty() && paths.len() > 1);
    several.flat_map(|(_, paths)| paths).map(str::to_owned).collect()
}
