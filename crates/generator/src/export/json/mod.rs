//! The JSON API: static files under `api/v1/`, each an [`Envelope`] around a result.

mod model;
mod openapi;

use std::collections::BTreeMap;

use madoguchi_schema::model::{Note, State};
use madoguchi_schema::scalar::SourceId;
use serde::Serialize;

use self::model::{
    ChangeRecord, ComparisonCell, ComparisonRecord, CountsAs, DocumentRecord, Envelope, FacetRecord, IndexRecord,
    MunicipalityDetail, MunicipalityRecord, Named, NationalPinRecord, NationalRecord, NationalRuleRecord,
    NationalSourceRecord, PrefectureRecord, ProcedureRecord, StateCounts,
};
use super::coded::code;
use super::record::{Catalogue, Record, Texts, applicant, source};
use crate::facet::{FACETS, Group, Origin, Subject};
use crate::view::Worded;
use crate::{Page, SiteError};

/// The folder of the API below the site's root.
pub(crate) const FOLDER: &str = "api/v1/";

/// The version of the API: its first number is the folder's, the second grows with every addition.
pub(crate) const VERSION: &str = "1.0";

/// Every file of the API.
pub(crate) fn files(catalogue: &Catalogue<'_>) -> Result<Vec<Page>, SiteError> {
    let mut api = Api { catalogue, files: Vec::new() };
    let municipalities = municipalities(catalogue);
    let procedures = procedures(catalogue);
    let facets = facets(catalogue)?;
    let documents = documents(catalogue);
    let changes = changes(catalogue);
    let index = IndexRecord {
        municipalities: municipalities.len(),
        procedures: procedures.iter().map(|procedure| procedure.id.clone()).collect(),
        facets: facets.len(),
        facts: catalogue.records.len(),
        files: files_of_index(),
    };
    api.add("index.json", 1, index)?;
    for municipality in &municipalities {
        let facts = catalogue.records.iter().filter(|record| record.municipality == municipality.code);
        let facts: Vec<Record> = facts.cloned().collect();
        let detail = MunicipalityDetail { municipality: municipality.clone(), facts };
        api.add(&format!("municipalities/{}.json", municipality.code), detail.facts.len(), detail)?;
    }
    for id in &catalogue.procedures {
        let comparison = comparison(catalogue, &id.to_string());
        api.add(&format!("comparison/{id}.json"), comparison.municipalities.len(), comparison)?;
    }
    api.add("municipalities.json", municipalities.len(), municipalities)?;
    api.add("procedures.json", procedures.len(), procedures)?;
    api.add("facets.json", facets.len(), facets)?;
    api.add("documents.json", documents.len(), documents)?;
    api.add("changes.json", changes.len(), changes)?;
    api.add("national.json", 1, national(catalogue))?;
    let mut files = api.files;
    files.push(openapi::file(catalogue.options.base_url.as_deref())?);
    Ok(files)
}

fn files_of_index() -> Vec<String> {
    let names = ["municipalities", "procedures", "facets", "documents", "changes", "national"];
    names.iter().map(|name| format!("{name}.json")).chain(["openapi.json".to_owned()]).collect()
}

struct Api<'c, 'a> {
    catalogue: &'c Catalogue<'a>,
    files: Vec<Page>,
}

impl Api<'_, '_> {
    fn add<T: Serialize>(&mut self, name: &str, total: usize, result: T) -> Result<(), SiteError> {
        let read = self.catalogue.last_modified().map(|day| day.to_string()).unwrap_or_default();
        let envelope = Envelope {
            schema_version: VERSION.to_owned(),
            generated_at: self.catalogue.options.today.to_string(),
            last_modified: read,
            total,
            result,
        };
        self.files.push(page(&format!("{FOLDER}{name}"), &envelope)?);
        Ok(())
    }
}

/// A value as a file of JSON.
pub(crate) fn page(path: &str, value: &impl Serialize) -> Result<Page, SiteError> {
    let mut bytes = serde_json::to_vec(value)
        .map_err(|source| SiteError::Export { file: path.to_owned(), fault: source.to_string() })?;
    bytes.push(b'\n');
    Ok(Page { path: path.to_owned(), bytes })
}

fn note(note: &Note) -> Texts {
    Texts { ja: note.ja.to_string(), en: note.en.as_ref().unwrap_or(&note.ja).to_string() }
}

fn municipalities(catalogue: &Catalogue<'_>) -> Vec<MunicipalityRecord> {
    let mut files: Vec<_> = catalogue.dataset.municipalities.iter().collect();
    files.sort_by(|a, b| a.municipality.municipality.cmp(&b.municipality.municipality));
    let record = |file: &&madoguchi_schema::dataset::MunicipalityFile| {
        let municipality = &file.municipality;
        let code = municipality.municipality.to_string();
        let prefecture = municipality.municipality.prefecture();
        let subjects = catalogue.subjects.iter().filter(|subject| std::ptr::eq(subject.file, *file));
        let sources = municipality.sources.iter();
        MunicipalityRecord {
            name: Named {
                ja: municipality.name.ja.to_string(),
                kana: municipality.name.kana.to_string(),
                en: municipality.name.en.to_string(),
            },
            prefecture: PrefectureRecord {
                number: prefecture.number,
                ja: prefecture.ja.to_owned(),
                en: catalogue.en.prefecture(prefecture),
            },
            page: catalogue.address(&format!("m/{code}.html")),
            procedures: subjects.map(|subject| subject.id.to_string()).collect(),
            states: counts(catalogue.records.iter().filter(|record| record.municipality == code)),
            sources: sources.map(|(id, found)| source(Origin { id, source: found, section: None })).collect(),
            code,
        }
    };
    files.iter().map(record).collect()
}

/// How many facts are in each state.
fn counts<'r>(records: impl Iterator<Item = &'r Record>) -> StateCounts {
    let mut counts = StateCounts::default();
    for record in records {
        match record.state {
            state if state == State::Stated.name() => counts.stated += 1,
            state if state == State::Silent.name() => counts.silent += 1,
            state if state == State::Unclear.name() => counts.unclear += 1,
            _ => counts.unread += 1,
        }
    }
    counts
}

fn procedures(catalogue: &Catalogue<'_>) -> Vec<ProcedureRecord> {
    let known = catalogue.dataset.vocabulary.procedures.iter();
    known
        .map(|(id, entry)| ProcedureRecord {
            id: id.to_string(),
            name: Named { ja: entry.ja.to_string(), kana: entry.kana.to_string(), en: entry.en.to_string() },
            about: note(&entry.about),
            municipalities: catalogue.subjects.iter().filter(|subject| subject.id == id).count(),
        })
        .collect()
}

fn facets(catalogue: &Catalogue<'_>) -> Worded<Vec<FacetRecord>> {
    FACETS
        .iter()
        .map(|facet| {
            let group = |group: Group| -> Worded<Texts> {
                Ok(Texts { ja: catalogue.ja.group(group)?, en: catalogue.en.group(group)? })
            };
            Ok(FacetRecord {
                id: facet.id,
                name: Texts { ja: catalogue.ja.facet(facet)?, en: catalogue.en.facet(facet)? },
                group: facet.group.name(),
                group_name: group(facet.group)?,
                applicant: applicant(facet),
            })
        })
        .collect()
}

fn comparison(catalogue: &Catalogue<'_>, procedure: &str) -> ComparisonRecord {
    let subjects: Vec<&Subject<'_>> =
        catalogue.subjects.iter().filter(|subject| subject.id.to_string() == procedure).collect();
    let row = |subject: &&Subject<'_>| {
        let cell = |record: &Record| ComparisonCell {
            state: record.state,
            value: record.value.clone(),
            text: record.text.clone(),
        };
        catalogue.records_of(subject).map(cell).collect()
    };
    ComparisonRecord {
        procedure: procedure.to_owned(),
        facets: FACETS.iter().map(|facet| facet.id).collect(),
        municipalities: subjects.iter().map(|subject| subject.municipality().municipality.to_string()).collect(),
        rows: subjects.iter().map(row).collect(),
    }
}

fn documents(catalogue: &Catalogue<'_>) -> Vec<DocumentRecord> {
    let mut counted: BTreeMap<String, Vec<CountsAs>> = BTreeMap::new();
    for file in &catalogue.dataset.municipalities {
        for (class, listed) in &file.municipality.identity_documents {
            for document in &listed.documents {
                counted.entry(document.document.to_string()).or_default().push(CountsAs {
                    municipality: file.municipality.municipality.to_string(),
                    class: class.to_string(),
                    kind: code(&listed.kind),
                });
            }
        }
    }
    let known = catalogue.dataset.vocabulary.documents.iter();
    known
        .map(|(id, entry)| DocumentRecord {
            id: id.to_string(),
            name: Named { ja: entry.ja.to_string(), kana: entry.kana.to_string(), en: entry.en.to_string() },
            kind: code(&entry.kind),
            also: entry.also.iter().map(ToString::to_string).collect(),
            not_issued_from: entry.not_issued_from.map(|day| day.to_string()),
            invalid_from: entry.invalid_from.map(|day| day.to_string()),
            counts_as: counted.remove(&id.to_string()).unwrap_or_default(),
        })
        .collect()
}

/// What changed, newest first: national changes, and rules of municipalities that hold from a day.
fn changes(catalogue: &Catalogue<'_>) -> Vec<ChangeRecord> {
    let national = catalogue.dataset.changes.changes.iter().map(|(id, change)| ChangeRecord {
        date: change.date.to_string(),
        about: change.about,
        municipality: None,
        procedure: None,
        title: note(&change.title),
        says: Some(note(&change.says)),
        id: id.to_string(),
    });
    let local = catalogue.subjects.iter().filter_map(|subject| {
        let from = subject.procedure.valid_from?;
        let name = subject.vocabulary.procedures.get(subject.id)?;
        let municipality = subject.municipality();
        Some(ChangeRecord {
            date: from.to_string(),
            about: false,
            municipality: Some(municipality.municipality.to_string()),
            procedure: Some(subject.id.to_string()),
            title: Texts {
                ja: format!("{}: {}", municipality.name.ja, name.ja),
                en: format!("{}: {}", municipality.name.en, name.en),
            },
            says: None,
            id: format!("{}-{}-{from}", municipality.municipality, subject.id),
        })
    });
    let mut changes: Vec<ChangeRecord> = national.chain(local).collect();
    changes.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.id.cmp(&b.id)));
    changes
}

fn national(catalogue: &Catalogue<'_>) -> NationalRecord {
    let baseline = &catalogue.dataset.baseline;
    let ids = |ids: &[SourceId]| ids.iter().map(ToString::to_string).collect();
    let pins = baseline.pins.iter().map(|(kind, pin)| NationalPinRecord {
        pin: code(kind),
        length_least: pin.length.least.into(),
        length_most: pin.length.most.into(),
        lock_after: pin.lock_after.into(),
        always_set: pin.always_set,
        kiosk_reset_from: baseline.kiosk_reset.pins.get(kind).map(|kiosk| kiosk.valid_from.to_string()),
        sources: ids(&pin.sources),
    });
    let rules = baseline.rules.iter().map(|(id, rule)| NationalRuleRecord {
        id: id.to_string(),
        topic: rule.topic.name(),
        title: note(&rule.title),
        says: note(&rule.says),
        number: rule.number,
        valid_from: rule.valid_from.map(|day| day.to_string()),
        valid_until: rule.valid_until.map(|day| day.to_string()),
        sources: ids(&rule.sources),
    });
    let sources = baseline.sources.iter().map(|(id, source)| NationalSourceRecord {
        id: id.to_string(),
        publisher: source.publisher.to_string(),
        title: source.title.as_ref().map(ToString::to_string),
        url: source.url.as_ref().map(ToString::to_string),
        page_date: source.page_date.map(|day| day.to_string()),
        confidence: source.confidence.name(),
    });
    NationalRecord { pins: pins.collect(), rules: rules.collect(), sources: sources.collect() }
}
