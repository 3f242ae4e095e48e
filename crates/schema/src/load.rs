//! From the files of a dataset folder to a [`Dataset`]: read, shape, resolve. Every fault of every
//! file is collected; the dataset is there when there is none.

mod folder;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

pub use folder::Folder;

use crate::dataset::{Dataset, Lines, MunicipalityFile, Vocabulary};
use crate::fault::{Edit, Fault, FaultKind, Reference, Span};
use crate::former::{self, FormerList};
use crate::json_schema::DocumentType;
use crate::model::{
    ApplicantVocabulary, Baseline, Changes, Claims, ConditionVocabulary, DocumentVocabulary, Holidays, Municipality,
    Procedure, ProcedureVocabulary, Said, Settings, UseVocabulary,
};
use crate::names;
use crate::national_list::{self, ListFault, NationalList};
use crate::nearest::nearest;
use crate::references::Refers;
use crate::scalar::MunicipalityCode;
use crate::shape::{Shapes, inner_span};
use crate::yaml::{self, Route, Tree, TypeError};

/// A file as it was found, not yet read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawFile {
    /// Its path below `datasets/`, with `/` between its parts.
    pub path: String,
    /// What is in it.
    pub content: Content,
}

/// What was found at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A file's bytes.
    Bytes(Vec<u8>),
    /// A file of more bytes than can be a document; it was not read.
    TooLarge(u64),
    /// A symbolic link; it was not followed.
    Link,
}

/// A file that was read, with all that is wrong in it. What is large in it is shared by its copies.
#[derive(Debug, Clone)]
pub struct CheckedFile {
    /// Its path below `datasets/`, with `/` between its parts.
    pub path: String,
    /// Its text; empty where the bytes are no UTF-8 or too many.
    pub text: Arc<str>,
    /// Its tree, where the syntax is right.
    pub tree: Option<Arc<Tree>>,
    /// What it says, where its shape is right.
    pub document: Option<Document>,
    /// What is wrong, in the order of the file.
    pub faults: Vec<Fault>,
}

/// A typed document of the dataset.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "each variant is the document of its type")]
pub enum Document {
    Municipality(Arc<Municipality>),
    Baseline(Arc<Baseline>),
    Changes(Arc<Changes>),
    Claims(Arc<Claims>),
    Holidays(Arc<Holidays>),
    Documents(DocumentVocabulary),
    Procedures(ProcedureVocabulary),
    Applicants(ApplicantVocabulary),
    Conditions(ConditionVocabulary),
    Uses(UseVocabulary),
    NationalList(Arc<NationalList>),
    Former(Arc<FormerList>),
    Settings(Settings),
}

impl Document {
    fn read(kind: DocumentType, tree: &Tree) -> Result<Self, yaml::TypeError> {
        let root = &tree.root;
        Ok(match kind {
            DocumentType::Municipality => Self::Municipality(Arc::new(root.typed()?)),
            DocumentType::Baseline => Self::Baseline(Arc::new(root.typed()?)),
            DocumentType::Changes => Self::Changes(Arc::new(root.typed()?)),
            DocumentType::Claims => Self::Claims(Arc::new(root.typed()?)),
            DocumentType::Holidays => Self::Holidays(Arc::new(root.typed()?)),
            DocumentType::Documents => Self::Documents(root.typed()?),
            DocumentType::Procedures => Self::Procedures(root.typed()?),
            DocumentType::Applicants => Self::Applicants(root.typed()?),
            DocumentType::Conditions => Self::Conditions(root.typed()?),
            DocumentType::Uses => Self::Uses(root.typed()?),
            DocumentType::Settings => Self::Settings(root.typed()?),
        })
    }

    fn refers(&self) -> Option<&dyn Refers> {
        match self {
            Self::Municipality(document) => Some(document.as_ref()),
            Self::Baseline(document) => Some(document.as_ref()),
            Self::Changes(document) => Some(document.as_ref()),
            Self::Claims(document) => Some(document.as_ref()),
            _ => None,
        }
    }
}

/// What a folder holds.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// Every file, by path.
    pub files: Vec<CheckedFile>,
    /// The dataset, where no file has a fault and none is missing.
    pub dataset: Option<Dataset>,
    /// Documents of the dataset that are not there, by path.
    pub missing: Vec<String>,
    /// The national list of municipalities, where it could be read.
    pub national_list: Option<Arc<NationalList>>,
    /// The codes that ended, where their list is there and could be read.
    pub former: Option<Arc<FormerList>>,
}

/// Reads all files of a dataset folder and holds them against each other.
#[must_use]
pub fn load(files: Vec<RawFile>, shapes: &Shapes) -> Loaded {
    resolve(files.into_iter().map(|file| read(file, shapes)).collect())
}

/// Holds files that were read against each other, without the dataset that they make: a check needs none.
#[must_use]
pub fn compare(mut files: Vec<CheckedFile>) -> Loaded {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    held(files).0
}

/// Holds files that were read against each other.
#[must_use]
pub fn resolve(files: Vec<CheckedFile>) -> Loaded {
    let mut loaded = compare(files);
    if loaded.missing.is_empty() {
        loaded.dataset = dataset(&loaded.files, loaded.vocabulary(), Vec::new());
    }
    loaded
}

/// Files in the order of their paths, held against each other, without the dataset that they make.
fn held(mut files: Vec<CheckedFile>) -> (Loaded, Ids, Codes) {
    let (ids, codes) = (Ids::of(&files), Codes::of(&files));
    files.iter_mut().for_each(|file| hold(file, &ids, &codes));
    let (missing, national_list, former) = (missing(&files), list(&files), former_list(&files));
    (Loaded { files, dataset: None, missing, national_list, former }, ids, codes)
}

/// Holds one file against what the others define, and against itself.
fn hold(file: &mut CheckedFile, ids: &Ids, codes: &Codes) {
    file.faults.iter_mut().for_each(|fault| ids.name(fault));
    let Some((document, tree)) = file.document.as_ref().zip(file.tree.as_ref()) else {
        return;
    };
    let mut faults: Vec<Fault> = codes.same_municipality(file, document, tree).into_iter().collect();
    let unresolved = ids.unresolved(document, tree, &file.text);
    // What hangs on a procedure that does not exist is its consequence.
    let procedures_known = !unresolved
        .iter()
        .any(|fault| matches!(fault.kind, FaultKind::UnknownReference { to: Reference::Procedure, .. }));
    faults.extend(unresolved);
    if let Document::Municipality(municipality) = document
        && procedures_known
    {
        faults.extend(consistency(municipality, tree));
    }
    file.faults.extend(faults);
    file.faults.sort_by_key(|fault| fault.span);
    file.faults.truncate(yaml::MOST_FAULTS);
}

fn list(files: &[CheckedFile]) -> Option<Arc<NationalList>> {
    files.iter().find_map(|file| match &file.document {
        Some(Document::NationalList(list)) => Some(list.clone()),
        _ => None,
    })
}

fn former_list(files: &[CheckedFile]) -> Option<Arc<FormerList>> {
    files.iter().find_map(|file| match &file.document {
        Some(Document::Former(list)) => Some(list.clone()),
        _ => None,
    })
}

impl Loaded {
    /// How the dataset is checked, where there is a file that says so and it could be read.
    #[must_use]
    pub fn settings(&self) -> Option<&Settings> {
        self.files.iter().find_map(|file| match &file.document {
            Some(Document::Settings(settings)) => Some(settings),
            _ => None,
        })
    }

    /// The vocabularies, as far as their files could be read.
    #[must_use]
    pub fn vocabulary(&self) -> Vocabulary {
        vocabulary(&self.files)
    }
}

fn vocabulary(files: &[CheckedFile]) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for document in files.iter().filter_map(|file| file.document.as_ref()) {
        match document {
            Document::Documents(document) => vocabulary.documents.clone_from(&document.entries),
            Document::Procedures(document) => vocabulary.procedures.clone_from(&document.entries),
            Document::Applicants(document) => vocabulary.applicants.clone_from(&document.entries),
            Document::Conditions(document) => vocabulary.conditions.clone_from(&document.entries),
            Document::Uses(document) => vocabulary.uses.clone_from(&document.entries),
            _ => {}
        }
    }
    vocabulary
}

/// The bytes that a file at a path below `datasets/` may have.
#[must_use]
pub fn most_bytes(path: &str) -> usize {
    if is_list(path) { national_list::MOST_BYTES } else { yaml::MOST_BYTES }
}

/// The lists of municipalities are tables, not YAML.
fn is_list(path: &str) -> bool {
    [national_list::PATH, former::PATH].contains(&path)
}

/// Reads one file and holds it against its shape and its place.
#[must_use]
pub fn read(RawFile { path, content }: RawFile, shapes: &Shapes) -> CheckedFile {
    let refused = |path, kind| CheckedFile {
        path,
        text: Arc::default(),
        tree: None,
        document: None,
        faults: vec![Fault::new(kind, Span::default())],
    };
    let most = most_bytes(&path);
    let bytes = match content {
        Content::Bytes(bytes) if bytes.len() <= most => bytes,
        Content::Bytes(bytes) => return refused(path, FaultKind::TooLarge { bytes: bytes.len(), most }),
        Content::Link => return refused(path, FaultKind::Link),
        Content::TooLarge(bytes) => {
            let bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
            return refused(path, FaultKind::TooLarge { bytes, most });
        }
    };
    if is_list(&path) {
        return read_list(path, bytes);
    }
    let Some(kind) = DocumentType::of_path(&path) else {
        return refused(path, FaultKind::UnknownFile);
    };
    let (tree, mut faults) = yaml::read(&bytes);
    let text = String::from_utf8(bytes).unwrap_or_default();
    let document = tree.as_ref().and_then(|tree| typed(kind, tree, &text, shapes, &mut faults));
    if let (Some(Document::Municipality(municipality)), Some(tree)) = (&document, &tree) {
        let expected = expected_path(municipality);
        if path != expected {
            let span = tree.span(&Route::root().key("municipality"));
            faults.push(Fault::new(FaultKind::FileName { expected }, span));
        }
    }
    faults.sort_by_key(|fault| fault.span);
    faults.truncate(yaml::MOST_FAULTS);
    CheckedFile { path, text: text.into(), tree: tree.map(Arc::new), document, faults }
}

/// The document that a tree is; where it is none, what speaks against it is added to the faults.
fn typed(kind: DocumentType, tree: &Tree, text: &str, shapes: &Shapes, faults: &mut Vec<Fault>) -> Option<Document> {
    // Most files are right: what a type accepts has the formats of its shape.
    if faults.is_empty()
        && shapes.fits(kind, tree)
        && let Ok(document) = Document::read(kind, tree)
    {
        return Some(document);
    }
    let shape = shapes.check(kind, tree, text);
    if !faults.is_empty() || !shape.is_empty() {
        // What is refused as YAML has no shape that is worth a second word.
        let shape = beside(faults, shape);
        faults.extend(shape);
        return None;
    }
    let read = Document::read(kind, tree);
    let untyped =
        |error: TypeError| Fault::new(FaultKind::Untyped { detail: error.detail }, error.span.unwrap_or_default());
    read.map_err(|error| faults.push(untyped(error))).ok()
}

/// Reads the national list, which is a table and has no tree.
fn read_list(path: String, bytes: Vec<u8>) -> CheckedFile {
    let mut file = CheckedFile { path, text: Arc::default(), tree: None, document: None, faults: Vec::new() };
    match String::from_utf8(bytes) {
        Ok(text) => file.text = text.into(),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let end = at + error.utf8_error().error_len().unwrap_or(error.as_bytes().len() - at);
            file.faults.push(Fault::new(FaultKind::NotUtf8, Span::new(at, end)));
            return file;
        }
    }
    if file.text.starts_with('\u{feff}') {
        let span = Span::new(0, '\u{feff}'.len_utf8());
        let edit = Edit { span, text: String::new(), safe: true };
        file.faults.push(Fault::new(FaultKind::ByteOrderMark, span).edit(Some(edit)));
        return file;
    }
    match list_document(&file.path, &file.text) {
        Ok(list) => file.document = Some(list),
        Err(_) if file.text.trim().is_empty() => file.faults.push(Fault::new(FaultKind::Nothing, Span::default())),
        Err(faults) => file.faults.extend(faults.into_iter().map(Fault::from)),
    }
    file
}

fn list_document(path: &str, text: &str) -> Result<Document, Vec<ListFault>> {
    match path {
        former::PATH => Ok(Document::Former(Arc::new(FormerList::parse(text)?))),
        _ => Ok(Document::NationalList(Arc::new(NationalList::parse(text)?))),
    }
}

/// The faults of shape that are no consequence of one of reading: they stand elsewhere, and nothing
/// is missing that was there and could not be read.
fn beside(earlier: &[Fault], later: Vec<Fault>) -> Vec<Fault> {
    let is_there = |kind: fn(&FaultKind) -> bool| earlier.iter().any(|fault| kind(&fault.kind));
    // Lines that are indented otherwise than it looks belong to other keys.
    if is_there(|kind| matches!(kind, FaultKind::WideIndentation)) {
        return Vec::new();
    }
    let keys_lost = is_there(|kind| matches!(kind, FaultKind::KeyNotText | FaultKind::MergeKey));
    let missing = |fault: &Fault| matches!(fault.kind, FaultKind::MissingKey { .. } | FaultKind::ExactlyOne { .. });
    let covered =
        |fault: &Fault| earlier.iter().any(|other| other.span.contains(fault.span) || fault.span.contains(other.span));
    later.into_iter().filter(|fault| !(covered(fault) || keys_lost && missing(fault))).collect()
}

/// `municipalities/17-ishikawa/172014-kanazawa.yaml`
fn expected_path(municipality: &Municipality) -> String {
    municipality_path(&municipality.municipality, municipality.name.en.as_str())
}

/// The path below `datasets/` of the file of a municipality with that code and English name.
#[must_use]
pub fn municipality_path(code: &MunicipalityCode, name: &str) -> String {
    let prefecture = code.prefecture();
    let name = slug(name);
    format!("municipalities/{:02}-{}/{code}-{name}.yaml", prefecture.number, prefecture.romaji)
}

/// The name in small ASCII letters, without the word for its kind.
fn slug(name: &str) -> String {
    let plain = |c: char| match c {
        'ā' | 'Ā' => 'a',
        'ī' | 'Ī' => 'i',
        'ū' | 'Ū' => 'u',
        'ē' | 'Ē' => 'e',
        'ō' | 'Ō' => 'o',
        c if c.is_ascii_alphanumeric() => c.to_ascii_lowercase(),
        _ => ' ',
    };
    let plain: String = name.chars().filter(|c| *c != '\'').map(plain).collect();
    let mut words: Vec<&str> = plain.split_whitespace().collect();
    if words.len() > 1 && words.last().is_some_and(|last| matches!(*last, "city" | "town" | "village" | "ward")) {
        words.pop();
    }
    words.join("-")
}

/// The documents of which there must be one, and is none.
fn missing(files: &[CheckedFile]) -> Vec<String> {
    [
        "national/baseline.yaml",
        "national/changes.yaml",
        "national/claims.yaml",
        Holidays::PATH,
        national_list::PATH,
        "vocabulary/applicants.yaml",
        "vocabulary/conditions.yaml",
        "vocabulary/documents.yaml",
        "vocabulary/procedures.yaml",
        "vocabulary/uses.yaml",
    ]
    .into_iter()
    .filter(|path| !files.iter().any(|file| file.path == *path))
    .map(str::to_owned)
    .collect()
}

/// The files of each municipality, by its code. A municipality has one file.
#[derive(Debug, Clone, Default)]
struct Codes(BTreeMap<String, BTreeSet<String>>);

impl Codes {
    fn of(files: &[CheckedFile]) -> Self {
        let mut codes = Self::default();
        files.iter().for_each(|file| codes.add(file));
        codes
    }

    fn code(file: &CheckedFile) -> Option<String> {
        match &file.document {
            Some(Document::Municipality(municipality)) => Some(municipality.municipality.to_string()),
            _ => None,
        }
    }

    fn add(&mut self, file: &CheckedFile) {
        if let Some(code) = Self::code(file) {
            self.0.entry(code).or_default().insert(file.path.clone());
        }
    }

    /// The fault of every file of a municipality but the first.
    fn same_municipality(&self, file: &CheckedFile, document: &Document, tree: &Tree) -> Option<Fault> {
        let Document::Municipality(municipality) = document else { return None };
        let first = self.0.get(municipality.municipality.as_str())?.first().filter(|first| **first != file.path)?;
        let span = tree.span(&Route::root().key("municipality"));
        Some(Fault::new(FaultKind::SameMunicipality { other: first.clone() }, span))
    }
}

/// The ids that are defined for the whole dataset.
#[derive(Debug, Clone)]
struct Ids {
    by_kind: BTreeMap<&'static str, BTreeSet<String>>,
    vocabulary: Vocabulary,
}

impl Ids {
    fn of(files: &[CheckedFile]) -> Self {
        let mut by_kind: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
        let mut add = |kind: Reference, ids: Vec<String>| by_kind.entry(kind.name()).or_default().extend(ids);
        for file in files {
            match &file.document {
                Some(Document::Documents(v)) => {
                    add(Reference::Document, v.entries.keys().map(ToString::to_string).collect())
                }
                Some(Document::Procedures(v)) => {
                    add(Reference::Procedure, v.entries.keys().map(ToString::to_string).collect())
                }
                Some(Document::Applicants(v)) => {
                    add(Reference::Applicant, v.entries.keys().map(ToString::to_string).collect())
                }
                Some(Document::Conditions(v)) => {
                    add(Reference::Condition, v.entries.keys().map(ToString::to_string).collect())
                }
                Some(Document::Uses(v)) => add(Reference::Use, v.entries.keys().map(ToString::to_string).collect()),
                Some(Document::Baseline(v)) => add(Reference::Rule, v.rules.keys().map(ToString::to_string).collect()),
                Some(Document::Changes(v)) => add(Reference::Rule, v.changes.keys().map(ToString::to_string).collect()),
                _ => {}
            }
        }
        Self { by_kind, vocabulary: vocabulary(files) }
    }

    /// Says which id is called by a name that stands in its place.
    fn name(&self, fault: &mut Fault) {
        if let FaultKind::NameForId { name, of: Some(of), meant } = &mut fault.kind {
            *meant = names::meant(&self.vocabulary, *of, name);
            fault.edit = meant.clone().map(|text| Edit { span: fault.span, text, safe: false });
        }
    }

    /// The references of a document that lead nowhere.
    fn unresolved(&self, document: &Document, tree: &Tree, text: &str) -> Vec<Fault> {
        let Some(refers) = document.refers() else {
            return Vec::new();
        };
        let local = Local::of(document);
        let mut unknown: Vec<(Reference, String, Route)> = Vec::new();
        refers.references(&mut |to, id, path| {
            let defined = match local.ids(to) {
                Some((ids, _)) => ids.contains(&id),
                // A vocabulary that could not be read is wrong in its own file; its ids are not.
                None => self.by_kind.get(to.name()).is_none_or(|ids| ids.contains(id)),
            };
            if !defined {
                unknown.push((to, id.to_owned(), path.route()));
            }
        });
        if unknown.is_empty() {
            return Vec::new();
        }
        let mut used: BTreeSet<(&'static str, String)> = BTreeSet::new();
        refers.references(&mut |to, id, _| {
            used.extend(local.ids(to).map(|_| (to.name(), id.to_owned())));
        });
        let mut faults = Vec::new();
        let mut explained: BTreeSet<(&'static str, String)> = BTreeSet::new();
        for (to, id, route) in &unknown {
            let key = (to.name(), id.clone());
            if explained.contains(&key) {
                continue;
            }
            match local.misspelled(*to, id, &used, &unknown) {
                Some((defined, definition)) => {
                    explained.insert(key);
                    let span = tree.find_key(&definition).unwrap_or_default();
                    let kind = FaultKind::MisspelledDefinition { of: *to, id: defined.to_owned(), used: id.clone() };
                    let edit = Edit { span, text: id.clone(), safe: false };
                    faults.push(Fault::new(kind, span).related(place(tree, text, route, id)).edit(Some(edit)));
                }
                None => {
                    let unused = local.unused(*to, &used);
                    let fault = self.unknown(&local, *to, id, &unused, place(tree, text, route, id));
                    let definition = local.definition(*to, &fault.kind).filter(|(id, _)| unused.contains(id));
                    let related = definition.and_then(|(_, route)| tree.find_key(&route));
                    faults.push(Fault { related, ..fault });
                }
            }
        }
        // One misspelled id of a formula is one fault, wherever the formula repeats it.
        faults.dedup();
        faults
    }

    /// An id that is not defined; what nothing uses is likelier to be meant than what is used.
    fn unknown(&self, local: &Local<'_>, to: Reference, id: &str, unused: &[&str], span: Span) -> Fault {
        let known: Vec<&str> = match local.ids(to) {
            Some((ids, _)) => ids.to_vec(),
            None => self.by_kind.get(to.name()).into_iter().flatten().map(String::as_str).collect(),
        };
        let near = nearest(id, unused.iter().copied()).or_else(|| nearest(id, known)).map(str::to_owned);
        let edit = near.clone().map(|text| Edit { span, text, safe: false });
        Fault::new(FaultKind::UnknownReference { to, id: id.to_owned(), nearest: near }, span).edit(edit)
    }
}

/// The ids that a document defines for itself.
#[derive(Default)]
struct Local<'d> {
    sources: Vec<&'d str>,
    counters: Vec<&'d str>,
    classes: Vec<&'d str>,
}

impl<'d> Local<'d> {
    fn of(document: &'d Document) -> Self {
        fn sources<'d, S>(sources: &'d indexmap::IndexMap<crate::scalar::SourceId, S>) -> Local<'d> {
            Local { sources: sources.keys().map(|id| id.as_str()).collect(), ..Local::default() }
        }
        match document {
            Document::Municipality(city) => Self {
                counters: city.counters.keys().map(|id| id.as_str()).collect(),
                classes: city.identity_documents.keys().map(|id| id.as_str()).collect(),
                ..sources(&city.sources)
            },
            Document::Baseline(baseline) => sources(&baseline.sources),
            Document::Changes(changes) => sources(&changes.sources),
            Document::Claims(claims) => sources(&claims.sources),
            _ => Self::default(),
        }
    }

    /// The ids of a kind, where a document defines that kind for itself, and the key under which
    /// it does.
    fn ids(&self, to: Reference) -> Option<(&[&'d str], &'static str)> {
        match to {
            Reference::Source => Some((&self.sources, "sources")),
            Reference::Counter => Some((&self.counters, "counters")),
            Reference::Class => Some((&self.classes, "identity_documents")),
            _ => None,
        }
    }

    /// The ids of a kind that are defined and not used.
    fn unused(&self, to: Reference, used: &BTreeSet<(&'static str, String)>) -> Vec<&'d str> {
        let ids = self.ids(to).map_or(&[][..], |(ids, _)| ids);
        ids.iter().copied().filter(|defined| !used.contains(&(to.name(), (*defined).to_owned()))).collect()
    }

    /// The definition that is misspelled, where an unknown id is used several times and a similar
    /// one is defined and not used.
    fn misspelled(
        &self,
        to: Reference,
        id: &str,
        used: &BTreeSet<(&'static str, String)>,
        unknown: &[(Reference, String, Route)],
    ) -> Option<(&'d str, Route)> {
        let (_, key) = self.ids(to)?;
        let times = unknown.iter().filter(|(kind, other, _)| *kind == to && other == id).count();
        let near = nearest(id, self.unused(to, used)).filter(|_| times > 1)?;
        Some((near, Route::root().key(key).key(near)))
    }

    /// The definition that an unknown reference seems to mean.
    fn definition(&self, to: Reference, kind: &FaultKind) -> Option<(&'d str, Route)> {
        let FaultKind::UnknownReference { nearest: Some(near), .. } = kind else { return None };
        let (ids, key) = self.ids(to)?;
        let id = ids.iter().copied().find(|id| id == near)?;
        Some((id, Route::root().key(key).key(id)))
    }
}

/// The bytes of an id: of the key that it is, or of its part of the formula in which it stands.
fn place(tree: &Tree, text: &str, route: &Route, id: &str) -> Span {
    if let Some(node) = tree.find(route).or_else(|| tree.find(&route.parent()))
        && let Some(value) = node.text()
    {
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let at = value
            .match_indices(id)
            .map(|(at, _)| at)
            .find(|at| !value[..*at].ends_with(is_part) && !value[at + id.len()..].starts_with(is_part));
        return at.and_then(|at| inner_span(node, text, value, at..at + id.len())).unwrap_or(node.span);
    }
    tree.find_key(route).unwrap_or_else(|| tree.span(route))
}

/// What one municipality's file can contradict in itself.
fn consistency(city: &Municipality, tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    let procedures = Route::root().key("procedures");
    for (id, procedure) in &city.procedures {
        let route = procedures.key(id);
        if let Some(Said::Value(other)) = &procedure.same_as {
            let leads_on = city.procedures.get(other).is_none_or(|other| other.same_as.is_some());
            if other == id || leads_on {
                faults.push(Fault::new(FaultKind::SameAsLoop, tree.span(&route.key("same_as"))));
            }
        }
        rules(procedure, &route, tree, &mut faults);
        for (i, earlier) in procedure.earlier.iter().enumerate() {
            let route = route.key("earlier").index(i);
            if earlier.valid_until.is_none() && !city.is_replaced(earlier.source.as_ref()) {
                faults.push(Fault::new(FaultKind::EarlierWithoutEnd, tree.span(&route)));
            }
            rules(earlier, &route, tree, &mut faults);
        }
    }
    if city.sources.values().filter(|source| source.replaced_by.is_none()).count() > 1 {
        faults.extend(without_source(city, tree));
    }
    faults
}

fn rules(procedure: &Procedure, route: &Route, tree: &Tree, faults: &mut Vec<Fault>) {
    for (id, applicant) in &procedure.applicants {
        if applicant.steps.is_some() && !applicant.flows.is_empty() {
            let flows = route.key("applicants").key(id).key("flows");
            let span = tree.find_key(&flows).unwrap_or_else(|| tree.span(&flows));
            faults.push(Fault::new(FaultKind::StepsAndFlows, span));
        }
    }
}

/// The blocks that name no source, in a file that has several.
fn without_source(city: &Municipality, tree: &Tree) -> Vec<Fault> {
    let root = Route::root();
    let mut blocks: Vec<(Route, bool)> = Vec::new();
    let mut block = |route: Route, named: bool| blocks.push((route, named));
    if let Some(contact) = &city.contact {
        block(root.key("contact"), contact.source.is_some());
    }
    if let Some(pins) = &city.pins {
        block(root.key("pins"), pins.source.is_some());
    }
    if let Some(certificates) = &city.certificates {
        block(root.key("certificates"), certificates.source.is_some());
    }
    for (id, counter) in &city.counters {
        block(root.key("counters").key(id), counter.source.is_some());
    }
    for (id, class) in &city.identity_documents {
        block(root.key("identity_documents").key(id), class.source.is_some());
    }
    for (id, procedure) in &city.procedures {
        block(root.key("procedures").key(id), procedure.source.is_some());
    }
    for (i, slip) in city.slips.iter().enumerate() {
        block(root.key("slips").index(i), slip.source.is_some());
    }
    let place = |route: Route| tree.find_key(&route).unwrap_or_else(|| tree.span(&route));
    blocks
        .into_iter()
        .filter(|(_, named)| !named)
        .map(|(route, _)| Fault::new(FaultKind::SourceNotNamed, place(route)))
        .collect()
}

/// The dataset of files without faults. What is known of a municipality's file is taken over where it still is
/// the file that was read.
fn dataset(files: &[CheckedFile], vocabulary: Vocabulary, known: Vec<MunicipalityFile>) -> Option<Dataset> {
    let mut known: HashMap<String, MunicipalityFile> =
        known.into_iter().map(|file| (file.path.clone(), file)).collect();
    let mut municipalities = Vec::new();
    let (mut baseline, mut changes, mut claims, mut holidays, mut national_list) = (None, None, None, None, None);
    for file in files {
        match file.document.clone().filter(|_| file.faults.is_empty())? {
            Document::Municipality(municipality) => {
                let is_same = |known: &MunicipalityFile| Arc::ptr_eq(&known.municipality, &municipality);
                municipalities.push(match known.remove(&file.path).filter(is_same) {
                    Some(known) => known,
                    None => {
                        let lines = file.tree.as_ref().map(|tree| Lines::of(tree, &file.text)).unwrap_or_default();
                        MunicipalityFile { path: file.path.clone(), municipality, lines }
                    }
                });
            }
            Document::Baseline(document) => baseline = Some(document),
            Document::Changes(document) => changes = Some(document),
            Document::Claims(document) => claims = Some(document),
            Document::Holidays(document) => holidays = Some(document),
            Document::NationalList(list) => national_list = Some(list),
            _ => {}
        }
    }
    municipalities.sort_by(|a, b| a.municipality.municipality.cmp(&b.municipality.municipality));
    Some(Dataset {
        municipalities,
        vocabulary,
        baseline: baseline?,
        changes: changes?,
        claims: claims?,
        holidays: holidays?,
        national_list: national_list?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wrong with a municipality's file.
    fn kinds(more: &str) -> Vec<FaultKind> {
        let text = format!(
            "municipality: \"991007\"\nname: {{ ja: 見本市, kana: みほんし, en: Mihon }}\nsources:\n  pin:\n    \
             url: https://www.city.mihon.example/pin.html\n    title: 暗証番号\n    page_date: unknown\n    \
             read_on: 2026-11-21\n    read: whole\n{more}"
        );
        let path = "municipalities/99-fiction/991007-mihon.yaml".to_owned();
        let file = read(RawFile { path, content: Content::Bytes(text.into_bytes()) }, &Shapes::new().unwrap());
        file.faults.into_iter().map(|fault| fault.kind).collect()
    }

    #[test]
    fn what_follows_from_an_unreadable_key_or_line_is_not_reported_beside_it() {
        assert_eq!(kinds(""), []);
        assert_eq!(kinds("contact:\n\u{3000}\u{3000}telephone: 000-000-0000\n"), [FaultKind::WideIndentation]);
        let counter = "counters:\n  city-hall:\n    name: { ja: 市役所, kana: しやくしょ, en: City hall }\n";
        assert_eq!(kinds(&format!("{counter}    [kind]: main\n")), [FaultKind::KeyNotText]);
        assert_eq!(kinds(&format!("{counter}    <<: {{ kind: main }}\n")), [FaultKind::MergeKey]);
    }

    #[test]
    fn what_is_too_large_is_refused_the_same_whether_it_was_read_or_not() {
        let shapes = Shapes::new().unwrap();
        for path in ["municipalities/99-fiction/991007-mihon.yaml", "unknown.yaml", national_list::PATH] {
            let most = most_bytes(path);
            let kinds = |content| {
                let file = read(RawFile { path: path.to_owned(), content }, &shapes);
                assert!(file.text.is_empty() && file.document.is_none(), "{path}");
                file.faults.into_iter().map(|fault| fault.kind).collect::<Vec<_>>()
            };
            let expected = [FaultKind::TooLarge { bytes: most + 1, most }];
            assert_eq!(kinds(Content::Bytes(vec![b'#'; most + 1])), expected, "{path}");
            assert_eq!(kinds(Content::TooLarge(most as u64 + 1)), expected, "{path}");
        }
    }
}
