use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use madoguchi_schema::json_schema::DocumentType;
use madoguchi_schema::load::{Content, Folder, Loaded, RawFile, read};
use madoguchi_schema::shape::Shapes;
use madoguchi_validator::{
    Checked, Days, Lang, MessageError, Messages, Repaired, Repairs, Rule, Session, layout, report,
};
use serde_json::Value;

/// The documents of a dataset while they are written.
pub struct Project {
    shapes: Shapes,
    schemas: BTreeMap<DocumentType, Value>,
    session: Session,
    /// What was written and is not yet checked; nothing where a file was taken away.
    written: BTreeMap<String, Option<RawFile>>,
    ja: Messages,
    en: Messages,
}

/// A part of the program itself is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken(String);

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Broken {}

impl Project {
    /// The documents of these files, checked as of a day.
    ///
    /// # Errors
    ///
    /// Where a schema or a message file of the program is broken.
    pub fn new(files: Vec<RawFile>, days: impl Into<Days>) -> Result<Self, Broken> {
        let shapes = Shapes::new().map_err(|error| Broken(error.to_string()))?;
        let messages = |lang| Messages::new(lang).map_err(|error| Broken(error.to_string()));
        let session = Session::new(files.into_iter().map(|file| read(file, &shapes)).collect(), days);
        Ok(Self {
            shapes,
            schemas: DocumentType::ALL.into_iter().map(|kind| (kind, kind.schema())).collect(),
            session,
            written: BTreeMap::new(),
            ja: messages(Lang::Ja)?,
            en: messages(Lang::En)?,
        })
    }

    /// The words of findings.
    #[must_use]
    pub fn messages(&self, lang: Lang) -> &Messages {
        match lang {
            Lang::Ja => &self.ja,
            Lang::En => &self.en,
        }
    }

    /// Takes down what a file holds now. It is checked when [`settle`](Self::settle) is called: whoever
    /// types faster than that is not kept waiting.
    pub fn write(&mut self, file: RawFile) {
        self.written.insert(file.path.clone(), Some(file));
    }

    /// Takes down that a file is no longer there.
    pub fn remove(&mut self, path: &str) {
        self.written.insert(path.to_owned(), None);
    }

    /// Whether something was written that is not yet checked.
    #[must_use]
    pub fn awaits(&self) -> bool {
        !self.written.is_empty()
    }

    /// Whether something was written that is not yet checked and that every file is held against.
    #[must_use]
    pub fn awaits_all(&self) -> bool {
        self.written.keys().any(|path| Folder::is_shared(path))
    }

    /// Checks what was written. The paths of the files of which something else is found than before.
    pub fn settle(&mut self) -> BTreeSet<String> {
        let mut changed = BTreeSet::new();
        for (path, file) in std::mem::take(&mut self.written) {
            changed.extend(match file {
                Some(file) => self.session.replace(read(file, &self.shapes)),
                None => self.session.remove(&path),
            });
        }
        changed
    }

    /// What is found in the files that are `wanted`, once all that was written is checked.
    #[must_use]
    pub fn checked(&self, wanted: impl Fn(&str) -> bool) -> Checked {
        self.session.checked(wanted)
    }

    /// The same as `madoguchi check --format json` writes it, byte for byte.
    ///
    /// # Errors
    ///
    /// Where a message file is broken.
    pub fn report(&self, wanted: impl Fn(&str) -> bool, lang: Lang) -> Result<String, MessageError> {
        report::json(&self.checked(wanted), self.messages(lang))
    }

    /// The texts of the files that are `wanted` after their repairs.
    #[must_use]
    pub fn repaired(&self, repairs: Repairs, wanted: impl Fn(&str) -> bool) -> Repaired {
        self.session.repaired(&self.shapes, repairs, wanted)
    }

    /// A document in the one layout; nothing where it is not right as YAML, or is not to be laid out.
    #[must_use]
    pub fn layout(&self, path: &str) -> Option<String> {
        layout(path, &Content::Bytes(self.text(path).as_bytes().to_vec())).ok()
    }

    /// The text of a file as it was last written; empty where there is none.
    #[must_use]
    pub fn text(&self, path: &str) -> Arc<str> {
        match self.written.get(path) {
            Some(Some(RawFile { content: Content::Bytes(bytes), .. })) => String::from_utf8_lossy(bytes).into(),
            Some(_) => Arc::default(),
            None => self.session.folder().file(path).map(|file| file.text.clone()).unwrap_or_default(),
        }
    }

    /// The files, as they were last checked.
    #[must_use]
    pub fn loaded(&self) -> &Loaded {
        self.session.loaded()
    }

    /// The files, as they were last checked, with the dataset that they make where nothing is wrong. It is
    /// made anew from all of them at each call.
    #[must_use]
    pub fn resolved(&self) -> Loaded {
        let mut loaded = self.loaded().clone();
        loaded.dataset = self.session.folder().dataset(&mut None);
        loaded
    }

    pub(crate) fn schema(&self, path: &str) -> Option<(DocumentType, &Value)> {
        let kind = DocumentType::of_path(path)?;
        Some((kind, self.schemas.get(&kind)?))
    }

    /// What a rule says, in one line.
    pub(crate) fn about_rule(&self, rule: &Rule, lang: Lang) -> String {
        self.messages(lang).of_rule(rule).map(|words| words.message).unwrap_or_default()
    }
}
