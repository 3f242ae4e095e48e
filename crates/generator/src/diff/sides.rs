//! Two states of the data, as far as both can be read.

use std::collections::BTreeSet;

use madoguchi_schema::dataset::Dataset;
use madoguchi_schema::load::{CheckedFile, Document, Loaded, resolve};

/// One of the two states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SideName {
    /// What was.
    Base,
    /// What is.
    Head,
}

impl SideName {
    /// Its name, in reports for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Head => "head",
        }
    }
}

/// A file that cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftOut {
    /// On which side it has faults, or is missing.
    pub side: SideName,
    /// Its path below `datasets/`.
    pub path: String,
    /// How many faults; none where it is missing.
    pub faults: usize,
}

/// Two datasets that can be compared, and what was left out of both so that they can.
#[derive(Debug, Clone)]
pub struct Sides {
    /// What was.
    pub base: Dataset,
    /// What is.
    pub head: Dataset,
    /// Files with faults, on either side.
    pub left_out: Vec<LeftOut>,
}

impl Sides {
    /// What can be compared of two folders. A municipality whose file has faults on one side is left out
    /// of both; any other document is then taken from the other side, so that it differs in nothing.
    /// Nothing where a document has faults on both sides without which no dataset is.
    ///
    /// # Errors
    ///
    /// What was left out, where no dataset is left.
    pub fn new(base: Loaded, head: Loaded) -> Result<Self, Vec<LeftOut>> {
        let mut left_out = BTreeSet::new();
        let (mut base, mut head) = (base, head);
        loop {
            let faulty = faults(&base, SideName::Base).chain(faults(&head, SideName::Head)).collect::<BTreeSet<_>>();
            if faulty.is_empty() {
                break;
            }
            if faulty.is_subset(&left_out) {
                return Err(left_out.into_iter().collect());
            }
            left_out.extend(faulty.iter().cloned());
            let codes: BTreeSet<String> = faulty.iter().filter_map(|file| code_of(&base, &head, file)).collect();
            let gone = |file: &CheckedFile| {
                let is_named = faulty.iter().any(|known| known.path == file.path);
                is_named || code(file).is_some_and(|code| codes.contains(&code))
            };
            (base, head) = (sound(&base, &head, gone), sound(&head, &base, gone));
        }
        let left_out: Vec<LeftOut> = left_out.into_iter().collect();
        match (base.dataset, head.dataset) {
            (Some(base), Some(head)) => Ok(Self { base, head, left_out }),
            _ => Err(left_out),
        }
    }
}

/// A side without the municipalities that are gone; what else it lacks is taken from the other side.
fn sound(side: &Loaded, other: &Loaded, gone: impl Fn(&CheckedFile) -> bool) -> Loaded {
    let is_sound = |file: &&CheckedFile| file.faults.is_empty() && file.document.is_some() && !is_settings(&file.path);
    let is_kept = |file: &&CheckedFile| is_sound(file) && !(is_municipality(&file.path) && gone(file));
    let mut files: Vec<CheckedFile> = side.files.iter().filter(is_kept).cloned().collect();
    let is_lacking = |file: &&CheckedFile| {
        is_sound(file) && !is_municipality(&file.path) && !files.iter().any(|known| known.path == file.path)
    };
    let lacking: Vec<CheckedFile> = other.files.iter().filter(is_lacking).cloned().collect();
    files.extend(lacking);
    resolve(files)
}

fn is_municipality(path: &str) -> bool {
    path.starts_with("municipalities/")
}

fn is_settings(path: &str) -> bool {
    path == madoguchi_schema::model::Settings::PATH
}

/// The files of a side that have faults, and the documents that it lacks.
fn faults(side: &Loaded, name: SideName) -> impl Iterator<Item = LeftOut> + use<> {
    let files = side.files.iter().filter(|file| !file.faults.is_empty() && !is_settings(&file.path));
    let files = files.map(move |file| LeftOut { side: name, path: file.path.clone(), faults: file.faults.len() });
    let missing = side.missing.iter().map(move |path| LeftOut { side: name, path: path.clone(), faults: 0 });
    files.chain(missing).collect::<Vec<_>>().into_iter()
}

/// The municipality of a file, which may have another path on the other side.
fn code_of(base: &Loaded, head: &Loaded, left_out: &LeftOut) -> Option<String> {
    let side = if left_out.side == SideName::Base { base } else { head };
    side.files.iter().find(|file| file.path == left_out.path).and_then(code)
}

/// The municipality that a file says to be of; where it cannot be read, that of its name.
fn code(file: &CheckedFile) -> Option<String> {
    if let Some(Document::Municipality(municipality)) = &file.document {
        return Some(municipality.municipality.to_string());
    }
    code_in_name(&file.path).map(str::to_owned)
}

/// The code with which the name of a municipality's file begins.
pub(crate) fn code_in_name(path: &str) -> Option<&str> {
    let name = path.strip_prefix("municipalities/")?.rsplit('/').next()?;
    name.get(..6).filter(|code| code.bytes().all(|byte| byte.is_ascii_digit()))
}
