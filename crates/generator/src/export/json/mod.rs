//! The JSON API: static files under `api/v1/`, each an [`Envelope`] around a result.

mod openapi;

use std::collections::BTreeMap;

use madoguchi_schema::model::{Fact, NationalSource, Note, Source, State};
use madoguchi_schema::published::{
    ChangeRecord, ComparisonCell, ComparisonRecord, CountsAs, DifferenceRecord, DocumentRecord, Envelope, FacetRecord,
    IndexRecord, MunicipalityDetail, MunicipalityRecord, Named, NationalPinRecord, NationalRecord, NationalRuleRecord,
    NationalSourceRecord, PrefectureRecord, ProcedureRecord, Record, SourceRecord, StateCounts, Texts, VERSION,
    VersionsRecord,
};
use madoguchi_schema::scalar::{Day, SourceId};
use serde::Serialize;

pub(crate) use self::openapi::{ENDPOINTS, Endpoint};
use super::coded::code;
use super::record::{Catalogue, Sources, applicant, record, source};
use super::{Emit, give};
use crate::change::{Change, RuleChange, VersionChange, What, counter_message};
use crate::facet::{FACETS, Facet, Group, Origin, Subject};
use crate::view::page::changes::between;
use crate::view::{Worded, Words, bare};
use crate::{Page, SiteError};

/// The folder of the API below the site's root.
pub(crate) const FOLDER: &str = "api/v1/";

/// Every file of the API but those of one municipality each.
pub(crate) fn files(catalogue: &Catalogue<'_>, emit: &mut Emit<'_>) -> Worded<()> {
    let mut api = Api { catalogue, emit };
    let municipalities = municipalities(catalogue);
    let procedures = procedures(catalogue);
    let facets = facets(catalogue)?;
    let documents = documents(catalogue);
    let changes = change_records(catalogue)?;
    let mut years: Vec<i16> = changes.iter().map(|(day, _)| day.date().year()).collect();
    years.dedup();
    let index = IndexRecord {
        municipalities: municipalities.len(),
        procedures: procedures.iter().map(|procedure| procedure.id.clone()).collect(),
        facets: facets.len(),
        facts: catalogue.records.len(),
        rules_of: catalogue.options.today.to_string(),
        change_years: years.clone(),
        files: files_of_index(),
    };
    api.add("index.json", 1, index)?;
    for id in &catalogue.procedures {
        let comparison = comparison(catalogue, &id.to_string());
        api.add(&format!("comparison/{id}.json"), comparison.municipalities.len(), comparison)?;
    }
    api.add("municipalities.json", municipalities.len(), municipalities)?;
    api.add("procedures.json", procedures.len(), procedures)?;
    api.add("facets.json", facets.len(), facets)?;
    api.add("documents.json", documents.len(), documents)?;
    for year in years {
        let of_year = changes.iter().filter(|(day, _)| day.date().year() == year);
        let of_year: Vec<&ChangeRecord> = of_year.map(|(_, change)| change).collect();
        api.add(&format!("changes/{year}.json"), of_year.len(), of_year)?;
    }
    let changes: Vec<ChangeRecord> = changes.into_iter().map(|(_, change)| change).collect();
    api.add("changes.json", changes.len(), changes)?;
    api.add("national.json", 1, national(catalogue))?;
    give(emit, &openapi::file(catalogue.options.base_url.as_deref())?)
}

/// The file of each municipality of the catalogue.
pub(crate) fn own_files(catalogue: &Catalogue<'_>, emit: &mut Emit<'_>) -> Worded<()> {
    let mut api = Api { catalogue, emit };
    for municipality in municipalities(catalogue) {
        let facts: Vec<Record> = catalogue.records_in(&municipality.code).to_vec();
        let read = municipality.sources.iter().map(|source| source.read_on.clone()).max();
        let name = own_path(&municipality.code);
        api.add_read(&name, facts.len(), MunicipalityDetail { municipality, facts }, read)?;
    }
    Ok(())
}

/// Where the file of a municipality stands in the folder of the API.
pub(crate) fn own_path(code: &str) -> String {
    format!("municipalities/{code}.json")
}

fn files_of_index() -> Vec<String> {
    let paths = ENDPOINTS.iter().map(|endpoint| endpoint.path.trim_start_matches('/'));
    paths.chain(["openapi.json"]).map(str::to_owned).collect()
}

struct Api<'c, 'a, 'e> {
    catalogue: &'c Catalogue<'a>,
    emit: &'c mut Emit<'e>,
}

impl Api<'_, '_, '_> {
    fn add<T: Serialize>(&mut self, name: &str, total: usize, result: T) -> Result<(), SiteError> {
        self.add_read(name, total, result, None)
    }

    /// A result of which the last day of reading is known; of others it is that of the dataset.
    fn add_read<T: Serialize>(
        &mut self,
        name: &str,
        total: usize,
        result: T,
        read: Option<String>,
    ) -> Result<(), SiteError> {
        let generated_at = self.catalogue.last_modified().map(|day| day.to_string()).unwrap_or_default();
        let envelope = Envelope {
            schema_version: VERSION.to_owned(),
            last_modified: read.unwrap_or_else(|| generated_at.clone()),
            generated_at,
            total,
            result,
        };
        give(self.emit, &page(&format!("{FOLDER}{name}"), &envelope)?)
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
    let record = |file: &&madoguchi_schema::dataset::MunicipalityFile| {
        let municipality = &file.municipality;
        let code = municipality.municipality.to_string();
        let prefecture = municipality.municipality.prefecture();
        let subjects = catalogue.subjects_of(&code).iter();
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
            states: counts(catalogue.records_in(&code).iter()),
            sources: sources.map(|(id, found)| source(Origin { id, source: found, section: None })).collect(),
            code,
        }
    };
    catalogue.files.iter().map(record).collect()
}

/// How many facts are in each state.
fn counts<'r>(records: impl Iterator<Item = &'r Record>) -> StateCounts {
    let mut counts = StateCounts::default();
    for record in records {
        match record.state {
            State::Stated => counts.stated += 1,
            State::Silent => counts.silent += 1,
            State::Unclear => counts.unclear += 1,
            State::Unread => counts.unread += 1,
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
                id: facet.id.to_owned(),
                name: Texts { ja: catalogue.ja.facet(facet)?, en: catalogue.en.facet(facet)? },
                group: facet.group.name().to_owned(),
                group_name: group(facet.group)?,
                applicant: applicant(facet).map(str::to_owned),
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
        facets: FACETS.iter().map(|facet| facet.id.to_owned()).collect(),
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

/// What changed, newest first, each with its day.
pub(super) fn change_records(catalogue: &Catalogue<'_>) -> Worded<Vec<(Day, ChangeRecord)>> {
    catalogue.changes.iter().map(|change| Ok((change.day, change_record(catalogue, change)?))).collect()
}

fn change_record(catalogue: &Catalogue<'_>, change: &Change<'_>) -> Worded<ChangeRecord> {
    let both = |of: &dyn Fn(Words<'_>) -> Worded| -> Worded<Texts> {
        Ok(Texts { ja: bare(&of(catalogue.ja)?), en: bare(&of(catalogue.en)?) })
    };
    let municipality = change.file().map(|file| &file.municipality);
    let titled = |title: Texts| match municipality {
        Some(municipality) => Texts {
            ja: format!("{}: {}", municipality.name.ja, title.ja),
            en: format!("{}: {}", municipality.name.en, title.en),
        },
        None => title,
    };
    let record = ChangeRecord {
        id: change.id.clone(),
        kind: String::new(),
        date: change.day.to_string(),
        about: change.about,
        at_latest: change.at_latest(),
        municipality: municipality.map(|municipality| municipality.municipality.to_string()),
        procedure: None,
        title: Texts { ja: String::new(), en: String::new() },
        says: None,
        differences: Vec::new(),
        versions: None,
        national_sources: Vec::new(),
        source: change.origin().map(source),
    };
    Ok(match &change.what {
        What::National(_, national) => ChangeRecord {
            kind: "national".to_owned(),
            title: note(&national.title),
            says: Some(note(&national.says)),
            national_sources: {
                let known = &catalogue.dataset.changes.sources;
                national.sources.iter().filter_map(|id| known.get_key_value(id)).map(national_source).collect()
            },
            ..record
        },
        What::Procedure(rule) => ChangeRecord {
            kind: "procedure".to_owned(),
            procedure: Some(rule.id.to_string()),
            title: titled(both(&|words| Ok(words.procedure(rule.id)))?),
            says: rule.message().map(|message| both(&|words| words.say(message))).transpose()?,
            differences: rule_differences(catalogue, rule)?,
            ..record
        },
        What::Version(version) => ChangeRecord {
            kind: "version".to_owned(),
            procedure: version.turn.as_ref().map(|turn| turn.before.id.to_string()),
            title: titled(match &version.turn {
                Some(turn) => both(&|words| Ok(words.procedure(turn.before.id)))?,
                None => both(&|_| Ok(version.between.earlier.1.title.to_string()))?,
            }),
            says: Some(both(&|words| between(words, version))?),
            versions: Some(VersionsRecord {
                earlier: of_page(version.between.earlier),
                later: of_page(version.between.later),
            }),
            differences: version_differences(catalogue, version)?,
            ..record
        },
        What::Counter { counter, begins, .. } => ChangeRecord {
            kind: "counter".to_owned(),
            title: titled(both(&|words| Ok(words.label(&counter.name)))?),
            says: Some(both(&|words| words.say(counter_message(*begins)))?),
            ..record
        },
    })
}

fn of_page((id, page): (&SourceId, &Source)) -> SourceRecord {
    source(Origin { id, source: page, section: None })
}

fn rule_differences(catalogue: &Catalogue<'_>, rule: &RuleChange<'_>) -> Worded<Vec<DifferenceRecord>> {
    let (Some(before), Some(after)) = (&rule.before, &rule.after) else { return Ok(Vec::new()) };
    let difference = |facet: &&'static Facet| {
        let (before, after) = (cell(catalogue, before, facet)?, cell(catalogue, after, facet)?);
        Ok(DifferenceRecord { facet: facet.id.to_owned(), before, after })
    };
    rule.differences.iter().map(difference).collect()
}

fn version_differences(catalogue: &Catalogue<'_>, version: &VersionChange<'_>) -> Worded<Vec<DifferenceRecord>> {
    let Some(turn) = &version.turn else { return Ok(Vec::new()) };
    let absent = || {
        let state = Fact::<()>::absent(version.between.extent()).state();
        ComparisonCell { state, value: None, text: None }
    };
    let difference = |facet: &'static Facet| {
        let after = turn.after.as_ref().map(|after| cell(catalogue, after, facet)).transpose()?;
        let (before, after) = (cell(catalogue, &turn.before, facet)?, after.unwrap_or_else(absent));
        Ok(DifferenceRecord { facet: facet.id.to_owned(), before, after })
    };
    turn.facets().into_iter().map(difference).collect()
}

fn cell(catalogue: &Catalogue<'_>, subject: &Subject<'_>, facet: &Facet) -> Worded<ComparisonCell> {
    let found = record(catalogue.ja, catalogue.en, subject, facet, &mut Sources::default())?;
    Ok(ComparisonCell { state: found.state, value: found.value, text: found.text })
}

fn national_source((id, source): (&SourceId, &NationalSource)) -> NationalSourceRecord {
    NationalSourceRecord {
        id: id.to_string(),
        publisher: source.publisher.to_string(),
        title: source.title.as_ref().map(ToString::to_string),
        url: source.url.as_ref().map(ToString::to_string),
        page_date: source.page_date.map(|day| day.to_string()),
        confidence: source.confidence.name().to_owned(),
    }
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
        topic: rule.topic.name().to_owned(),
        title: note(&rule.title),
        says: note(&rule.says),
        number: rule.number,
        valid_from: rule.valid_from.map(|day| day.to_string()),
        valid_until: rule.valid_until.map(|day| day.to_string()),
        sources: ids(&rule.sources),
    });
    NationalRecord {
        pins: pins.collect(),
        rules: rules.collect(),
        sources: baseline.sources.iter().map(national_source).collect(),
    }
}
