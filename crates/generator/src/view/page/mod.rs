//! One model a page.

pub(crate) mod about;
pub(crate) mod changes;
pub(crate) mod checklist;
pub(crate) mod claims;
pub(crate) mod comparison;
pub(crate) mod data;
pub(crate) mod decide;
pub(crate) mod distribution;
pub(crate) mod document;
pub(crate) mod editor;
pub(crate) mod facts;
pub(crate) mod have;
pub(crate) mod home;
pub(crate) mod lint;
pub(crate) mod municipality;
pub(crate) mod national;
pub(crate) mod overview;
pub(crate) mod prefecture;
pub(crate) mod procedure;
pub(crate) mod prose;

use std::collections::HashMap;
use std::sync::OnceLock;

use madoguchi_schema::dataset::{Dataset, MunicipalityFile};
use madoguchi_schema::scalar::{Day, DocumentId, Prefecture, ProcedureId};
use madoguchi_schema::yaml::Route;
#[cfg(feature = "threads")]
use rayon::prelude::*;

use self::document::Lists;
use self::prefecture::by_prefecture;
use super::city::{City, Names};
use super::differs::said_of_most;
use super::frame::{Frame, Place};
use super::known::{Homonyms, Known};
use super::words::{Worded, Words};
use crate::Options;
use crate::change::{Change, changes};
use crate::export::{known_days, last_read};
use crate::facet::{Facet, Subject, Survey};
use crate::hand;

/// What the pages of every language are made from: found out once, when it is first needed.
pub struct Shared<'a> {
    pub(crate) dataset: &'a Dataset,
    pub(crate) options: &'a Options,
    /// The procedures that some city has, in the order of the vocabulary.
    pub(crate) procedures: Vec<&'a ProcedureId>,
    surveys: Vec<Surveyed<'a>>,
    prefectures: OnceLock<Vec<(Prefecture, Vec<Known<'a>>)>>,
    homonyms: OnceLock<Homonyms<'a>>,
    changes: OnceLock<Changes<'a>>,
    /// The last day on which a page of a municipality was read.
    pub(crate) last_read: Option<Day>,
    asked: OnceLock<HashMap<&'a DocumentId, Vec<Asking<'a>>>>,
    lists: OnceLock<Vec<Lists>>,
    /// The comparison to which the navigation leads.
    pub(crate) compared: Option<String>,
}

/// A municipality that asks for a document by name, and for which procedures.
pub(crate) type Asking<'a> = (&'a MunicipalityFile, Vec<Subject<'a>>);

/// What the cities say of a procedure.
#[derive(Default)]
struct Surveyed<'a> {
    /// How many there are, and in which prefectures.
    count: usize,
    prefectures: Vec<Prefecture>,
    survey: OnceLock<Survey<'a>>,
    said_of_most: OnceLock<String>,
}

impl Surveyed<'_> {
    fn of(subjects: &[Subject<'_>]) -> Self {
        let prefectures = subjects.iter().map(|subject| subject.municipality().municipality.prefecture());
        let mut prefectures: Vec<Prefecture> = prefectures.collect();
        prefectures.sort_by_key(|prefecture| prefecture.number);
        prefectures.dedup();
        Self { count: subjects.len(), prefectures, ..Self::default() }
    }
}

/// Every change, the latest first, and their places by the path of the municipality's file.
struct Changes<'a> {
    all: Vec<Change<'a>>,
    of: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Shared<'a> {
    /// Nothing is found out before it is needed.
    #[must_use]
    pub fn new(dataset: &'a Dataset, options: &'a Options) -> Self {
        let known: Vec<&ProcedureId> = dataset.vocabulary.procedures.keys().collect();
        #[cfg(feature = "threads")]
        let known = known.into_par_iter();
        #[cfg(not(feature = "threads"))]
        let known = known.into_iter();
        let all = known.map(|id| (id, Surveyed::of(&Subject::all(dataset, id, options.today))));
        let (procedures, surveys): (Vec<_>, Vec<_>) = all.filter(|(_, surveyed)| surveyed.count > 0).unzip();
        // Of procedures that equally many cities have, the first of the vocabulary.
        let most = procedures.iter().zip(&surveys).rev().max_by_key(|(_, surveyed)| surveyed.count);
        Self {
            dataset,
            options,
            compared: most.map(|(id, _)| compare_path(id)),
            surveys,
            prefectures: OnceLock::new(),
            homonyms: OnceLock::new(),
            procedures,
            changes: OnceLock::new(),
            last_read: last_read(dataset),
            asked: OnceLock::new(),
            lists: OnceLock::new(),
        }
    }

    /// What the cities say of a procedure that some city has.
    pub(crate) fn survey(&self, id: &ProcedureId) -> Option<&Survey<'a>> {
        let (id, surveyed) = self.surveyed(id)?;
        Some(surveyed.survey.get_or_init(|| Survey::new(self.dataset, id, self.options.today)))
    }

    /// A hash of what is said of most cities on the page of each.
    pub(crate) fn said_of_most(&self, id: &ProcedureId) -> Option<&str> {
        let survey = self.survey(id)?;
        Some(self.surveyed(id)?.1.said_of_most.get_or_init(|| said_of_most(survey)))
    }

    /// What the pages of one municipality say of others: what most of them say.
    pub(crate) fn said_beside(&self, file: &MunicipalityFile) -> String {
        let most = file.municipality.procedures.keys().filter_map(|id| self.said_of_most(id));
        most.map(str::to_owned).chain([known_days(self, file)]).collect::<Vec<_>>().join("\n")
    }

    /// What every page may say of municipalities that it is not about: which procedures there are, and to which
    /// comparison the navigation leads.
    pub(crate) fn said_on_every_page(&self) -> String {
        let procedures = self.procedures.iter().map(|id| id.as_str());
        self.compared.as_deref().into_iter().chain(procedures).collect::<Vec<_>>().join(" ")
    }

    /// How many cities have a procedure, and in which prefectures they are.
    pub(crate) fn spread(&self, id: &ProcedureId) -> (usize, &[Prefecture]) {
        self.surveyed(id).map_or((0, &[]), |(_, surveyed)| (surveyed.count, &surveyed.prefectures))
    }

    /// Every municipality of the country, with a file or without, by prefecture.
    pub(crate) fn prefectures(&self) -> &[(Prefecture, Vec<Known<'a>>)] {
        self.prefectures.get_or_init(|| by_prefecture(self.dataset))
    }

    /// The municipalities that share their name with another.
    pub(crate) fn homonyms(&self) -> &Homonyms<'a> {
        self.homonyms.get_or_init(|| Homonyms::of(&self.dataset.national_list))
    }

    fn surveyed(&self, id: &ProcedureId) -> Option<(&'a ProcedureId, &Surveyed<'a>)> {
        let at = self.procedures.iter().position(|known| *known == id)?;
        Some((self.procedures.get(at)?, self.surveys.get(at)?))
    }

    /// Every change, the latest first.
    pub(crate) fn changes(&self) -> &[Change<'a>] {
        &self.found_changes().all
    }

    /// The changes of a municipality, the latest first.
    pub(crate) fn changes_of(&self, file: &MunicipalityFile) -> impl Iterator<Item = &Change<'a>> {
        let found = self.found_changes();
        found.of.get(file.path.as_str()).into_iter().flatten().filter_map(|at| found.all.get(*at))
    }

    fn found_changes(&self) -> &Changes<'a> {
        self.changes.get_or_init(|| {
            let all = changes(self.dataset);
            Changes { of: by_file(&all), all }
        })
    }

    /// Every municipality's lists of identity documents, in the order of the dataset.
    pub(crate) fn lists(&self) -> &[Lists] {
        let of = |file: &MunicipalityFile| Lists::of(&file.municipality);
        self.lists.get_or_init(|| self.dataset.municipalities.iter().map(of).collect())
    }

    /// Who asks for a document by name.
    pub(crate) fn asking(&self, id: &DocumentId) -> &[Asking<'a>] {
        let asked = self.asked.get_or_init(|| asked(self.dataset, self.options.today));
        asked.get(id).map(Vec::as_slice).unwrap_or_default()
    }
}

fn by_file<'a>(changes: &[Change<'a>]) -> HashMap<&'a str, Vec<usize>> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, change) in changes.iter().enumerate() {
        if let Some(file) = change.file() {
            places.entry(file.path.as_str()).or_default().push(at);
        }
    }
    places
}

fn asked(dataset: &Dataset, day: Day) -> HashMap<&DocumentId, Vec<Asking<'_>>> {
    let mut asked: HashMap<&DocumentId, Vec<Asking<'_>>> = HashMap::new();
    for file in &dataset.municipalities {
        for subject in subjects(dataset, file, day) {
            for document in hand::asked_for(&subject) {
                let asking = asked.entry(document).or_default();
                match asking.last_mut() {
                    Some((last, procedures)) if std::ptr::eq(*last, file) => procedures.push(subject),
                    _ => asking.push((file, vec![subject])),
                }
            }
        }
    }
    asked
}

/// The subjects of one municipality, in the order of its file.
fn subjects<'a>(dataset: &'a Dataset, file: &'a MunicipalityFile, day: Day) -> Vec<Subject<'a>> {
    let procedures = file.municipality.procedures.keys();
    procedures.filter_map(|id| Subject::new(file, id, day, &dataset.vocabulary)).collect()
}

/// What every page of one language is made from.
pub(crate) struct Context<'a> {
    pub(crate) dataset: &'a Dataset,
    pub(crate) options: &'a Options,
    pub(crate) words: Words<'a>,
    pub(crate) shared: &'a Shared<'a>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(shared: &'a Shared<'a>, words: Words<'a>) -> Self {
        Self { dataset: shared.dataset, options: shared.options, words, shared }
    }

    pub(crate) fn survey(&self, id: &ProcedureId) -> Option<&'a Survey<'a>> {
        self.shared.survey(id)
    }

    pub(crate) fn day(&self) -> Day {
        self.options.today
    }

    pub(crate) fn city<'f>(&'f self, file: &'f MunicipalityFile) -> City<'f> {
        City { words: self.words, municipality: &file.municipality, names: Names::Own }
    }

    pub(crate) fn frame(&self, place: Place<'_>) -> Worded<Frame> {
        self.words.frame(self.options, self.shared.compared.as_deref(), place)
    }

    /// The subjects of one municipality, in the order of its file.
    pub(crate) fn subjects(&self, file: &'a MunicipalityFile) -> Vec<Subject<'a>> {
        subjects(self.dataset, file, self.day())
    }

    /// A municipality's name, with its prefecture where another one has the same.
    pub(crate) fn full_name(&self, file: &MunicipalityFile) -> Worded {
        let (name, code) = (self.name(file), &file.municipality.municipality);
        if !self.shared.homonyms().has(code, self.words.lang) {
            return Ok(name);
        }
        let prefecture = self.words.prefecture(code.prefecture());
        self.words.say_with("name-in-prefecture", &[("name", name.into()), ("prefecture", prefecture.into())])
    }

    /// A municipality's name, where its prefecture stands beside it.
    pub(crate) fn name(&self, file: &MunicipalityFile) -> String {
        let name = &file.municipality.name;
        match self.words.lang {
            crate::Lang::Ja | crate::Lang::Plain => name.ja.to_string(),
            crate::Lang::En => name.en.to_string(),
        }
    }

    /// Where a municipality can be asked for or given: an issue form, to be ended with its code.
    pub(crate) fn wanted(&self) -> Option<String> {
        let repository = self.options.repository.as_deref()?.trim_end_matches('/');
        Some(format!("{repository}/issues/new?template=new-municipality.yml&municipality="))
    }

    /// Where a file can be corrected, and where a correction can be asked for.
    pub(crate) fn correct(&self, file: &MunicipalityFile) -> Option<Correct> {
        self.correct_on(&municipality_path(file), file, None)
    }

    /// The same for what a page says of a procedure.
    pub(crate) fn correct_procedure(&self, path: &str, subject: &Subject<'_>) -> Option<Correct> {
        self.correct_on(path, subject.file, Some(subject.id))
    }

    fn correct_on(&self, path: &str, file: &MunicipalityFile, id: Option<&ProcedureId>) -> Option<Correct> {
        let repository = self.repository()?;
        let code = file.municipality.municipality.as_str();
        let named = format!("{} {}", file.municipality.name.ja.as_str(), code);
        let procedure = id.map(|id| self.words.procedure(id)).unwrap_or_default();
        let title = [named.as_str(), &procedure].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        let base = self.options.base_url.as_deref().unwrap_or_default().trim_end_matches('/');
        let page = format!("{base}/{}{path}", self.words.lang.prefix());
        let fields = [
            ("template", "wrong-fact.yml".to_owned()),
            ("title", title.join(" ")),
            ("municipality", named),
            ("procedure", procedure),
            ("page", page),
        ];
        let fields = fields.into_iter().filter(|(_, value)| !value.is_empty());
        let query: Vec<String> = fields.map(|(name, value)| format!("{name}={}", query_value(&value))).collect();
        Some(Correct {
            write: editor::link(self.options, path, code),
            edit: format!("{repository}/edit/main/datasets/{}", file.path),
            line: self.line(file, &id.map_or_else(Route::root, |id| Route::root().key("procedures").key(id))),
            report: format!("{repository}/issues/new?{}", query.join("&")),
        })
    }

    /// The line of a block in the repository; none where the block is not a current one.
    pub(crate) fn line(&self, file: &MunicipalityFile, route: &Route) -> Option<String> {
        let line = file.lines.at(route)?;
        Some(format!("{}/blob/main/datasets/{}#L{line}", self.repository()?, file.path))
    }

    fn repository(&self) -> Option<&str> {
        self.options.repository.as_deref().map(|address| address.trim_end_matches('/'))
    }
}

/// Links for a correction.
#[derive(Debug, serde::Serialize)]
pub(crate) struct Correct {
    /// The editor of this site, where it has one.
    write: Option<String>,
    edit: String,
    /// Where the block stands. An editor cannot be opened at a line, so that this is a link of its own.
    line: Option<String>,
    /// A form, filled in as far as the page knows.
    report: String,
}

/// A value of an address's query. What is not ASCII may stand there as it is.
fn query_value(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.~/:".contains(c) || !c.is_ascii();
    text.chars().map(|c| if plain(c) { c.to_string() } else { format!("%{:02X}", u32::from(c)) }).collect()
}

pub(crate) fn municipality_path(file: &MunicipalityFile) -> String {
    format!("m/{}.html", file.municipality.municipality)
}

pub(crate) fn procedure_path(subject: &Subject<'_>) -> String {
    format!("m/{}/{}.html", subject.municipality().municipality, subject.id)
}

/// Where every fact of a procedure stands with its source. Apart from the procedure's page, which
/// is for people in a hurry.
pub(crate) fn facts_path(subject: &Subject<'_>) -> String {
    format!("m/{}/{}/facts.html", subject.municipality().municipality, subject.id)
}

pub(crate) fn compare_path(id: &ProcedureId) -> String {
    format!("compare/{id}.html")
}

/// The comparison of one prefecture's municipalities, where all of them are too many for one page.
pub(crate) fn compare_prefecture_path(id: &ProcedureId, prefecture: Prefecture) -> String {
    format!("compare/{id}/{}.html", prefecture.romaji)
}

pub(crate) fn facet_path(id: &ProcedureId, facet: &Facet) -> String {
    format!("facet/{id}/{}.html", facet.id)
}

pub(crate) fn prefecture_path(prefecture: Prefecture) -> String {
    format!("prefecture/{:02}.html", prefecture.number)
}
