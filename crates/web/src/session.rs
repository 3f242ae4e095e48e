//! One municipality's text, held against everything else of the dataset.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::fmt;

use madoguchi_editor::{Broken, Project};
use madoguchi_generator::diff::{self, Sides};
use madoguchi_generator::{Assets, Lang as SiteLang, Options, Preview, SiteError};
use madoguchi_schema::load::{self, Content, Loaded, RawFile};
use madoguchi_schema::model::Settings;
use madoguchi_schema::national_list::NationalList;
use madoguchi_schema::scalar::{Day, MunicipalityCode, Scalar as _};
use madoguchi_validator::{Draft, Lang, MessageError};
use serde::{Deserialize, Serialize};

use crate::{assist, form, units};

/// Where a text stands of which it cannot be told whose it is.
const NOWHERE: &str = "municipalities/new.yaml";

/// Why a session cannot go on. Each is a fault of the program or of what it was given, never of a text.
#[derive(Debug)]
pub enum SessionError {
    /// What was handed in is not what it should be.
    Input(String),
    /// A schema or the words of the validator are wrong.
    Broken(Broken),
    /// A message of the validator is.
    Words(MessageError),
    /// A template or message of the site is.
    Site(SiteError),
}

impl fmt::Display for SessionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(fault) => write!(f, "the editor was given something else than it needs: {fault}"),
            Self::Broken(error) => error.fmt(f),
            Self::Words(error) => error.fmt(f),
            Self::Site(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for SessionError {}

/// What the site has for the editor (`edit/dataset.json`).
#[derive(Deserialize)]
struct Shared {
    /// Vocabularies, national rules and settings, by path below `datasets/`.
    files: BTreeMap<String, String>,
    /// The path of each municipality's file, by code.
    municipalities: BTreeMap<String, String>,
}

/// What was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Opened {
    /// The path below `datasets/`.
    pub path: String,
    /// The text: what is published, or a new file.
    pub text: String,
    /// Whether a file is published.
    pub published: bool,
}

/// A municipality to choose.
#[derive(Serialize)]
struct Choice<'l> {
    code: &'l str,
    name: &'l str,
    kana: String,
    prefecture: &'static str,
}

/// A page as it would be on the site.
#[derive(Serialize)]
struct Shown {
    path: String,
    html: String,
}

/// The editor's state: the shared files of the dataset, beside them the one that is written.
pub struct Session {
    project: Project,
    preview: Preview,
    assets: Assets,
    lang: SiteLang,
    today: Day,
    paths: BTreeMap<String, String>,
    /// The dataset with the file as it is published.
    published: Option<Loaded>,
    /// Where the file stands that was opened.
    path: String,
    /// Where the text stands that was checked last.
    written: Option<String>,
    /// The dataset with that text, once it was asked for.
    resolved: OnceCell<Loaded>,
}

impl Session {
    /// A session of what the site has for the editor: `edit/dataset.json`, `edit/templates-<lang>.json`.
    ///
    /// # Errors
    ///
    /// Where what is given is not what the site has.
    pub fn new(dataset: &str, templates: &str, lang: &str, today: &str) -> Result<Self, SessionError> {
        let wrong = |error: serde_json::Error| SessionError::Input(error.to_string());
        let shared: Shared = serde_json::from_str(dataset).map_err(wrong)?;
        let assets = Assets(serde_json::from_str(templates).map_err(wrong)?);
        let lang = SiteLang::ALL.into_iter().find(|one| one.name() == lang);
        let lang = lang.ok_or_else(|| SessionError::Input("no such language".to_owned()))?;
        let today = Day::parse(today).map_err(|_| SessionError::Input("no such day".to_owned()))?;
        let files = shared.files.into_iter().map(|(path, text)| file(path, &text)).collect();
        Ok(Self {
            project: Project::new(files, today).map_err(SessionError::Broken)?,
            preview: Preview::new(&assets, lang).map_err(SessionError::Site)?,
            assets,
            lang,
            today,
            paths: shared.municipalities,
            published: None,
            path: NOWHERE.to_owned(),
            written: None,
            resolved: OnceCell::new(),
        })
    }

    /// Every municipality of the national list, as JSON.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn places(&self) -> Result<String, SessionError> {
        let all = self.national_list().map(NationalList::all).unwrap_or_default().iter();
        let choices = all.map(|listed| Choice {
            code: listed.code.as_str(),
            name: listed.name.as_str(),
            kana: listed.kana.to_string(),
            prefecture: listed.prefecture().ja,
        });
        json(&choices.collect::<Vec<_>>())
    }

    /// Whether a municipality has a published file.
    #[must_use]
    pub fn has_file(&self, code: &str) -> bool {
        self.paths.contains_key(code)
    }

    /// Opens a municipality by its code: its published text, or else a new file from the national list.
    /// Nothing where the code is not in it.
    #[must_use]
    pub fn open(&mut self, code: &str, published: Option<String>) -> Option<Opened> {
        if let (Some(path), Some(text)) = (self.paths.get(code).cloned(), published) {
            self.write_at(path.clone(), &text);
            self.published = Some(self.project.resolved());
            self.path.clone_from(&path);
            return Some(Opened { path, text, published: true });
        }
        let code = MunicipalityCode::parse(code).ok()?;
        let draft = Draft::new(self.national_list()?.get(&code)?, self.today);
        let (path, text) = (draft.path(), draft.text().ok()?);
        self.published = None;
        self.path.clone_from(&path);
        Some(Opened { path, text, published: false })
    }

    /// What `check --format json` says of the text, in the language of the session.
    ///
    /// # Errors
    ///
    /// Where a message of the validator is broken.
    pub fn diagnostics(&mut self, text: &str) -> Result<String, SessionError> {
        let path = self.write(text);
        self.project.report(|found| is_told_of(found, &path), self.said_in()).map_err(SessionError::Words)
    }

    /// The text with one finding repaired, counted from 0 in the order of the diagnostics.
    #[must_use]
    pub fn fix(&mut self, text: &str, finding: usize) -> Option<String> {
        let path = self.write(text);
        let checked = self.project.checked(|found| is_told_of(found, &path));
        let found = checked.diagnostics.get(finding).filter(|found| found.path == path)?;
        let edit = found.edit.as_ref()?;
        Some([text.get(..edit.span.start)?, edit.text.as_str(), text.get(edit.span.end..)?].concat())
    }

    /// The text in the one layout; nothing where it cannot be laid out.
    #[must_use]
    pub fn format(&mut self, text: &str) -> Option<String> {
        let path = self.write(text);
        self.project.layout(&path)
    }

    /// The page that the site would have, as JSON: of the municipality, or of one of its procedures.
    /// `null` where the text has errors.
    ///
    /// # Errors
    ///
    /// Where a template or message of the site is broken.
    pub fn page(&mut self, text: &str, procedure: Option<&str>) -> Result<String, SessionError> {
        self.write(text);
        let Some(dataset) = &self.resolved().dataset else { return Ok("null".to_owned()) };
        let Some(file) = dataset.municipalities.first() else { return Ok("null".to_owned()) };
        let options = Options {
            today: self.today,
            base_url: None,
            repository: None,
            rules: Vec::new(),
            editor: madoguchi_generator::Editor::default(),
        };
        let code = file.municipality.municipality.as_str();
        let page = self.preview.page(dataset, &options, code, procedure).map_err(SessionError::Site)?;
        let shown = page.map(|page| Shown { path: page.path, html: String::from_utf8_lossy(&page.bytes).into_owned() });
        json(&shown)
    }

    /// What changes for residents against the published text, as `diff --format json` says it. `null`
    /// where nothing is published, or the text has errors.
    ///
    /// # Errors
    ///
    /// Where a message of the site is broken.
    pub fn diff(&mut self, text: &str) -> Result<String, SessionError> {
        self.write(text);
        let Some(published) = &self.published else { return Ok("null".to_owned()) };
        if self.resolved().dataset.is_none() {
            return Ok("null".to_owned());
        }
        let Ok(sides) = Sides::new(published.clone(), self.resolved().clone()) else { return Ok("null".to_owned()) };
        let report = diff::report(&sides, &self.assets, self.today).map_err(SessionError::Site)?;
        diff::json(&report).map_err(SessionError::Site)
    }

    /// What can be written at a place, as JSON. Places are units of UTF-16.
    ///
    /// # Errors
    ///
    /// Where it cannot be written as JSON.
    pub fn complete(&mut self, text: &str, offset: usize) -> Result<String, SessionError> {
        let (path, at) = (self.write(text), units::byte(text, offset));
        json(&assist::completion(text, at, self.project.completion(&path, at, self.said_in())))
    }

    /// What stands at a place, explained, as JSON. Places are units of UTF-16.
    ///
    /// # Errors
    ///
    /// Where it cannot be written as JSON.
    pub fn hover(&mut self, text: &str, offset: usize) -> Result<String, SessionError> {
        let (path, at) = (self.write(text), units::byte(text, offset));
        json(&self.project.hover(&path, at, self.said_in()).map(|found| assist::explanation(text, found)))
    }

    /// The text as a form: who comes, which steps, what to bring, as JSON. `null` where it is no YAML.
    ///
    /// # Errors
    ///
    /// Where it cannot be written as JSON.
    pub fn form(&mut self, text: &str) -> Result<String, SessionError> {
        self.write(text);
        json(&form::outline(text, &self.project.loaded().vocabulary(), self.lang))
    }

    /// The text with one choice of the form made; nothing where the text has to be written by hand there.
    ///
    /// # Errors
    ///
    /// Where the choice is none.
    pub fn choose(&self, text: &str, choice: &str) -> Result<Option<String>, SessionError> {
        let choice = serde_json::from_str(choice).map_err(|error| SessionError::Input(error.to_string()))?;
        Ok(form::choose(text, &choice))
    }

    /// The path below `datasets/` at which the text belongs: that of its own code and name where it has
    /// them and nothing is published yet, so that a new file needs no name first.
    #[must_use]
    pub fn path(&self, text: &str) -> String {
        if self.published.is_some() {
            return self.path.clone();
        }
        let tree = madoguchi_schema::yaml::read(text.as_bytes()).0;
        let named = tree.as_ref().and_then(|tree| {
            let code = MunicipalityCode::parse(tree.root.get("municipality")?.text()?).ok()?;
            let name = tree.root.get("name")?.get("en")?.text().filter(|name| !name.trim().is_empty())?;
            Some(load::municipality_path(&code, name))
        });
        named.unwrap_or_else(|| self.path.clone())
    }

    fn national_list(&self) -> Option<&NationalList> {
        self.project.loaded().national_list.as_deref()
    }

    fn resolved(&self) -> &Loaded {
        self.resolved.get_or_init(|| self.project.resolved())
    }

    /// The language of findings and explanations.
    fn said_in(&self) -> Lang {
        if self.lang == SiteLang::En { Lang::En } else { Lang::Ja }
    }

    /// Has the text checked where it belongs, and says where that is. All questions about one text are
    /// asked at once, so that it is checked once.
    fn write(&mut self, text: &str) -> String {
        let path = self.path(text);
        self.write_at(path.clone(), text);
        path
    }

    fn write_at(&mut self, path: String, text: &str) {
        let before = self.written.as_ref();
        if before == Some(&path) && &*self.project.text(&path) == text {
            return;
        }
        if let Some(before) = before.filter(|before| **before != path) {
            self.project.remove(before);
        }
        self.project.write(file(path.clone(), text));
        self.project.settle();
        self.resolved.take();
        self.written = Some(path);
    }
}

fn file(path: String, text: &str) -> RawFile {
    RawFile { path, content: Content::Bytes(text.as_bytes().to_vec()) }
}

fn json(value: &impl Serialize) -> Result<String, SessionError> {
    serde_json::to_string(value).map_err(|error| SessionError::Input(error.to_string()))
}

/// `check` of one file looks at the settings of the checks, too.
fn is_told_of(found: &str, path: &str) -> bool {
    found == path || found == Settings::PATH
}
