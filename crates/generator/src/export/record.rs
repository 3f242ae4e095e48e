use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use madoguchi_schema::dataset::{Dataset, MunicipalityFile};
use madoguchi_schema::model::Fact;
use madoguchi_schema::published::{Record, SourceRecord, Texts};
use madoguchi_schema::scalar::{Day, PageDate, ProcedureId};

use super::coded::coded;
use crate::Options;
use crate::change::Change;
use crate::facet::{FACETS, Facet, Finding, Group, Origin, Subject};
use crate::view::page::Shared;
use crate::view::{City, LineView, Names, Worded, Words, bare};

/// Everything that exports are made from: of all municipalities, or of one.
pub(crate) struct Catalogue<'a> {
    pub(crate) dataset: &'a Dataset,
    /// The municipalities, in the order of codes.
    pub(crate) files: Vec<&'a MunicipalityFile>,
    pub(crate) options: &'a Options,
    /// Words in Japanese and in English.
    pub(crate) ja: Words<'a>,
    pub(crate) en: Words<'a>,
    /// The procedures that some city has, in the order of the vocabulary.
    pub(crate) procedures: Vec<&'a ProcedureId>,
    /// Every procedure of every municipality, in the order of codes and of the vocabulary.
    pub(crate) subjects: Vec<Subject<'a>>,
    /// Every fact of them, in the order of the facets.
    pub(crate) records: Vec<Record>,
    /// What changed, the latest first.
    pub(crate) changes: &'a [Change<'a>],
    /// Which of the subjects are a municipality's.
    ranges: HashMap<&'a str, Range<usize>>,
    last_read: Option<Day>,
}

impl<'a> Catalogue<'a> {
    /// What the exports of all municipalities are made from.
    pub(crate) fn new(shared: &'a Shared<'a>, ja: Words<'a>, en: Words<'a>) -> Worded<Self> {
        let mut files: Vec<&MunicipalityFile> = shared.dataset.municipalities.iter().collect();
        files.sort_by(|a, b| a.municipality.municipality.cmp(&b.municipality.municipality));
        Self::of(files, shared, ja, en)
    }

    /// What the exports of these are made from.
    pub(crate) fn of(
        files: Vec<&'a MunicipalityFile>,
        shared: &'a Shared<'a>,
        ja: Words<'a>,
        en: Words<'a>,
    ) -> Worded<Self> {
        let (dataset, options) = (shared.dataset, shared.options);
        let known = || dataset.vocabulary.procedures.keys();
        let of = |file: &'a MunicipalityFile| {
            known().filter_map(|id| Subject::new(file, id, options.today, &dataset.vocabulary))
        };
        let subjects: Vec<Subject<'a>> = files.iter().copied().flat_map(of).collect();
        let procedures = known().filter(|id| subjects.iter().any(|subject| subject.id == *id)).collect();
        let mut records = Vec::with_capacity(subjects.len() * FACETS.len());
        for subject in &subjects {
            let mut sources = Sources::default();
            for facet in FACETS {
                records.push(record(ja, en, subject, facet, &mut sources)?);
            }
        }
        let mut ranges: HashMap<&str, Range<usize>> = HashMap::new();
        for (at, subject) in subjects.iter().enumerate() {
            let code = subject.file.municipality.municipality.as_str();
            ranges.entry(code).or_insert(at..at).end = at + 1;
        }
        let (changes, last_read) = (shared.changes(), shared.last_read);
        Ok(Self { dataset, files, options, ja, en, procedures, subjects, records, changes, ranges, last_read })
    }

    /// The procedures of one municipality.
    pub(crate) fn subjects_of(&self, code: &str) -> &[Subject<'a>] {
        self.ranges.get(code).and_then(|range| self.subjects.get(range.clone())).unwrap_or_default()
    }

    /// The records of one municipality.
    pub(crate) fn records_in(&self, code: &str) -> &[Record] {
        let of = |range: &Range<usize>| range.start * FACETS.len()..range.end * FACETS.len();
        self.ranges.get(code).and_then(|range| self.records.get(of(range))).unwrap_or_default()
    }

    /// The records of one procedure of one municipality.
    pub(crate) fn records_of(&self, subject: &Subject<'_>) -> impl Iterator<Item = &Record> {
        let id = subject.id.to_string();
        let records = self.records_in(subject.municipality().municipality.as_str());
        records.iter().filter(move |record| record.procedure == id)
    }

    /// The names of a municipality in Japanese and in English, and its prefecture's.
    pub(crate) fn names_of(&self, code: &str) -> (&'a str, &'a str, &'a str) {
        let found = self.files.binary_search_by(|file| file.municipality.municipality.as_str().cmp(code)).ok();
        let found = found.and_then(|at| self.files.get(at));
        found.map_or_else(Default::default, |file| {
            let municipality = &file.municipality;
            let prefecture = municipality.municipality.prefecture().ja;
            (municipality.name.ja.as_str(), municipality.name.en.as_str(), prefecture)
        })
    }

    /// The address of a file of the site: absolute where the site's own address is known.
    pub(crate) fn address(&self, path: &str) -> String {
        match self.options.base_url.as_deref() {
            Some(base) => format!("{}/{path}", base.trim_end_matches('/')),
            None => format!("/{path}"),
        }
    }

    /// The last day on which anything was read: the age of an export, which never is the clock's.
    pub(crate) fn last_modified(&self) -> Option<Day> {
        self.last_read
    }
}

/// The last day on which a page of a municipality was read.
pub(crate) fn last_read(dataset: &Dataset) -> Option<Day> {
    let sources = dataset.municipalities.iter().flat_map(|file| file.municipality.sources.values());
    sources.map(|source| source.read_on).max()
}

/// The applicant whom a facet is about.
pub(crate) fn applicant(facet: &Facet) -> Option<&'static str> {
    match facet.group {
        Group::Principal if facet.id == "principal-accompanied" => Some("accompanied-principal"),
        Group::Principal => Some("principal"),
        Group::Representative | Group::Authority => Some("legal-representative"),
        Group::Agent | Group::Letter => Some("agent"),
        Group::Offer | Group::Counters | Group::Page => None,
    }
}

/// The sources of a procedure's facts, each made once.
#[derive(Default)]
pub(crate) struct Sources<'d>(Vec<(Origin<'d>, Arc<SourceRecord>)>);

impl<'d> Sources<'d> {
    fn of(&mut self, origin: Origin<'d>) -> Arc<SourceRecord> {
        let is_it = |known: &Origin<'_>| known.id == origin.id && known.section == origin.section;
        if let Some((_, made)) = self.0.iter().find(|(known, _)| is_it(known)) {
            return Arc::clone(made);
        }
        let made = Arc::new(source(origin));
        self.0.push((origin, Arc::clone(&made)));
        made
    }
}

pub(crate) fn record<'d>(
    ja: Words<'_>,
    en: Words<'_>,
    subject: &Subject<'d>,
    facet: &Facet,
    sources: &mut Sources<'d>,
) -> Worded<Record> {
    let found: Finding<'d> = (facet.of)(subject);
    let note = match &found.fact {
        Fact::Unclear(note) => Some(Texts { ja: bare(&ja.note(note)), en: bare(&en.note(note)) }),
        _ => None,
    };
    let value = match &found.fact {
        Fact::Stated(value) => Some(value),
        _ => found.beside.as_ref(),
    };
    let lines = |words| -> Worded<Option<String>> {
        let city = City { words, municipality: subject.municipality(), names: Names::Shared };
        let lines = value.map(|value| city.lines(value)).transpose()?;
        Ok(lines.map(|lines| bare(&joined(&lines))))
    };
    Ok(Record {
        municipality: subject.municipality().municipality.to_string(),
        procedure: subject.id.to_string(),
        applicant: applicant(facet).map(Cow::Borrowed),
        group: facet.group.name().into(),
        facet: facet.id.into(),
        state: found.fact.state(),
        value: value.map(|value| Box::new(coded(value))),
        text: lines(ja)?.zip(lines(en)?).map(|(ja, en)| Texts { ja, en }),
        note,
        varies: found.varies,
        source: sources.of(found.origin),
    })
}

/// Lines of a value as one text: one line each, with what is said of it in brackets.
fn joined(lines: &[LineView]) -> String {
    let line = |line: &LineView| match line.remarks.is_empty() {
        true => line.text.clone(),
        false => format!("{} [{}]", line.text, line.remarks.join("; ")),
    };
    lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

pub(crate) fn source(origin: Origin<'_>) -> SourceRecord {
    SourceRecord {
        id: origin.id.to_string(),
        url: origin.source.url.to_string(),
        title: origin.source.title.to_string(),
        section: origin.section.map(ToString::to_string),
        page_date: match origin.source.page_date {
            PageDate::On(day) => Some(day.to_string()),
            PageDate::Unknown => None,
        },
        read_on: origin.source.read_on.to_string(),
        read: origin.source.read,
        replaced_by: origin.source.replaced_by.as_ref().map(ToString::to_string),
    }
}
