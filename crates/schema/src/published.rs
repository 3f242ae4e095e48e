//! What the site publishes as JSON, as types: read `api/v1/` with them.
//!
//! Every file of the API is an [`Envelope`] around a result; the generator writes these types and the
//! OpenAPI description is drawn from them, so that a program which reads with them reads what was
//! written. What is absent is left out, never null; no key has two types.
//!
//! | file | result |
//! |---|---|
//! | `index.json` | [`IndexRecord`] |
//! | `municipalities.json` | `Vec<`[`MunicipalityRecord`]`>` |
//! | `municipalities/{code}.json` | [`MunicipalityDetail`] |
//! | `procedures.json` | `Vec<`[`ProcedureRecord`]`>` |
//! | `facets.json` | `Vec<`[`FacetRecord`]`>` |
//! | `comparison/{procedure}.json` | [`ComparisonRecord`] |
//! | `national.json` | [`NationalRecord`] |
//! | `documents.json` | `Vec<`[`DocumentRecord`]`>` |
//! | `changes.json`, `changes/{year}.json` | `Vec<`[`ChangeRecord`]`>` |
//!
//! ```
//! use madoguchi_schema::model::State;
//! use madoguchi_schema::published::{Envelope, MunicipalityDetail};
//!
//! // As in api/v1/municipalities/172014.json, with one fact instead of all.
//! let text = r#"{
//!   "schema_version": "1.0", "generated_at": "2026-11-21", "last_modified": "2026-11-21", "total": 1,
//!   "result": {
//!     "municipality": {
//!       "code": "172014",
//!       "name": { "ja": "金沢市", "kana": "かなざわし", "en": "Kanazawa" },
//!       "prefecture": { "number": 17, "ja": "石川県", "en": "Ishikawa" },
//!       "page": "https://example.org/m/172014.html", "procedures": ["pin-reset"],
//!       "states": { "stated": 1, "silent": 0, "unclear": 0, "unread": 0 }, "sources": []
//!     },
//!     "facts": [{
//!       "municipality": "172014", "procedure": "pin-reset", "applicant": "agent", "group": "agent",
//!       "facet": "agent-visits", "state": "stated", "value": { "kind": "visits", "number": 3 },
//!       "varies": false,
//!       "source": {
//!         "id": "pin", "url": "https://www.city.example/pin.html", "title": "暗証番号",
//!         "read_on": "2026-11-21", "read": "whole"
//!       }
//!     }]
//!   }
//! }"#;
//! let file: Envelope<MunicipalityDetail> = serde_json::from_str(text)?;
//! let visits = file.result.facts.iter().find(|fact| fact.facet == "agent-visits");
//! let visits = visits.filter(|fact| fact.state == State::Stated).and_then(|fact| fact.value.as_ref());
//! assert_eq!(visits.and_then(|value| value.number), Some(3));
//! # Ok::<(), serde_json::Error>(())
//! ```

use std::borrow::Cow;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{Extent, State};

/// The version of the API: its first number is the folder's, the second grows with every addition.
pub const VERSION: &str = "1.0";

/// What is around every result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "envelope-of-{T}")]
pub struct Envelope<T> {
    /// The version of the API, `1.0`.
    pub schema_version: String,
    /// The last day on which anything of the dataset was read: the age of the data, not of the file.
    pub generated_at: String,
    /// The last day on which a page was read of which the result says something.
    pub last_modified: String,
    /// How many entries the result has.
    pub total: usize,
    /// The result.
    pub result: T,
}

/// A text in Japanese and in English.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "texts")]
pub struct Texts {
    /// In Japanese.
    pub ja: String,
    /// In English; Japanese names stay as they are where the city has no English one.
    pub en: String,
}

/// Where a fact was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "source")]
pub struct SourceRecord {
    /// The source's name in the municipality's file.
    pub id: String,
    /// The page's address.
    pub url: String,
    /// The page's title.
    pub title: String,
    /// The heading under which it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The date that the page bears; absent where it bears none, or none was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page_date: Option<String>,
    /// The day on which it was read.
    pub read_on: String,
    /// How much of the page was read.
    pub read: Extent,
    /// The source that is in its place now: this one is an earlier version of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
}

/// One fact: what a municipality's page says of one facet of one procedure, or that it does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "fact")]
pub struct Record {
    /// The municipality's code (全国地方公共団体コード), six digits.
    pub municipality: String,
    /// The procedure.
    pub procedure: String,
    /// The applicant whom the facet is about, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applicant: Option<Cow<'static, str>>,
    /// The group of the facet.
    pub group: Cow<'static, str>,
    /// The facet.
    pub facet: Cow<'static, str>,
    /// Whether the page says it. Silence is never "no".
    pub state: State,
    /// The value where it is stated; beside `unclear` and `unread`, what is stated nevertheless.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Box<Coded>>,
    /// The value in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Texts>,
    /// Why it is unclear.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Texts>,
    /// Whether the steps depend on a condition, so that this is the longest way only.
    pub varies: bool,
    // Many facts stand under one heading: whoever writes them has it once.
    /// Where it was read, or would be.
    pub source: Arc<SourceRecord>,
}

/// A value in codes. `kind` says which of the others are there; what is not is left out, so that no
/// place has two types.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "value")]
pub struct Coded {
    /// What kind of value it is: `visits`, `papers`, `codes`, `hours` …
    pub kind: String,
    /// A number: of visits, of yen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// Yes or no, where the page says it in so many words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flag: Option<bool>,
    /// A day, `2026-11-22`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Codes of the vocabularies and of the schema; `time-unstated` where a deadline has no time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<String>,
    /// Conditions, each a formula of codes: `+` is "and", `|` is "or".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<String>,
    /// Periods and deadlines: ISO 8601 durations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub periods: Vec<String>,
    /// Papers to bring: all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<PapersRecord>,
    /// Hours of counters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<HoursRecord>,
    /// Names of counters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Texts>,
}

/// One thing to bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "papers")]
pub struct PapersRecord {
    /// Where the page lets people choose between lists: the number of the list. One list is enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<u32>,
    /// Whose papers they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// The ways to bring it: one of these, of which all papers.
    pub any_of: Vec<Vec<PaperRecord>>,
    /// The same in the municipality's own letters (`A+A | A+B`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<String>,
    /// Needed only under this condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_if: Option<String>,
    /// Not needed under this condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unless: Option<String>,
    /// Documents that do not count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excluding: Vec<String>,
    /// Issued within this time: an ISO 8601 duration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_within: Option<String>,
    /// Whether only the original is accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<bool>,
    /// Whether it is helpful only.
    pub optional: bool,
    /// Whether the page leaves the number of papers unsaid.
    pub number_unstated: bool,
}

/// A paper, as often as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "paper")]
pub struct PaperRecord {
    /// A document of the vocabulary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// A kind of identity documents (`public-photo`, `second`, …).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// How many different ones.
    pub count: u32,
}

/// Hours of one counter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "counter-hours")]
pub struct HoursRecord {
    /// The counter's name.
    pub counter: Texts,
    /// In OpenStreetMap's syntax; absent on days that it cannot say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening_hours: Option<String>,
}

/// What the API has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "index")]
pub struct IndexRecord {
    /// How many municipalities.
    pub municipalities: usize,
    /// The procedures that exist.
    pub procedures: Vec<String>,
    /// How many facets.
    pub facets: usize,
    /// How many facts.
    pub facts: usize,
    /// The day for which the site was made: of each procedure, the rule that holds on it.
    pub rules_of: String,
    /// The years of which there are changes.
    pub change_years: Vec<i16>,
    /// The files, by their names in this folder.
    pub files: Vec<String>,
}

/// A name in Japanese, its reading, and in English.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "name")]
pub struct Named {
    /// In Japanese.
    pub ja: String,
    /// Its reading in hiragana.
    pub kana: String,
    /// In English.
    pub en: String,
}

/// A prefecture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "prefecture")]
pub struct PrefectureRecord {
    /// Its number, 1 to 47 (JIS X 0401).
    pub number: u8,
    /// In Japanese.
    pub ja: String,
    /// In English.
    pub en: String,
}

/// A municipality.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "municipality")]
pub struct MunicipalityRecord {
    /// Its code (全国地方公共団体コード), six digits.
    pub code: String,
    /// Its name.
    pub name: Named,
    /// Its prefecture.
    pub prefecture: PrefectureRecord,
    /// Its page on this site.
    pub page: String,
    /// The procedures of which its pages say something.
    pub procedures: Vec<String>,
    /// How many of its facts are in which state.
    pub states: StateCounts,
    /// The pages that were read.
    pub sources: Vec<SourceRecord>,
}

/// A municipality with its facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "municipality-with-facts")]
pub struct MunicipalityDetail {
    /// The municipality.
    pub municipality: MunicipalityRecord,
    /// Its facts, by procedure and facet.
    pub facts: Vec<Record>,
}

/// A procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "procedure")]
pub struct ProcedureRecord {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Named,
    /// What it is.
    pub about: Texts,
    /// How many municipalities have it.
    pub municipalities: usize,
}

/// A comparable attribute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "facet")]
pub struct FacetRecord {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Texts,
    /// The id of its group.
    pub group: String,
    /// The name of its group.
    pub group_name: Texts,
    /// The applicant whom it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applicant: Option<String>,
}

/// All municipalities by all facets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "comparison")]
pub struct ComparisonRecord {
    /// The procedure.
    pub procedure: String,
    /// The facets, in the order of the cells of a row.
    pub facets: Vec<String>,
    /// The codes, in the order of the rows.
    pub municipalities: Vec<String>,
    /// A row a municipality, a cell a facet.
    pub rows: Vec<Vec<ComparisonCell>>,
}

/// A fact of the comparison, without its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "cell")]
pub struct ComparisonCell {
    /// The state.
    pub state: State,
    /// The value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Box<Coded>>,
    /// The value in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Texts>,
}

/// A document of the vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "document")]
pub struct DocumentRecord {
    /// Its id.
    pub id: String,
    /// Its official name.
    pub name: Named,
    /// What it is: `identity`, `authority-proof`, …
    pub kind: String,
    /// Other ways to write it.
    pub also: Vec<String>,
    /// From this day on it is issued no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_issued_from: Option<String>,
    /// From this day on no copy is valid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invalid_from: Option<String>,
    /// In which municipality it counts as what.
    pub counts_as: Vec<CountsAs>,
}

/// A class of identity documents of a municipality.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "counts-as")]
pub struct CountsAs {
    /// The municipality.
    pub municipality: String,
    /// The class, in its own letter.
    pub class: String,
    /// The kind of the class, on a scale that all municipalities share.
    pub kind: String,
}

/// Something that changed, or will.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "change")]
pub struct ChangeRecord {
    /// Its id, also the place on the site's page of changes.
    pub id: String,
    /// `national`, `procedure` (a municipality's rule), `counter` (one that opens or closes for good) or
    /// `version` (what an earlier version of a page says, and the one in its place does not, or not so).
    pub kind: String,
    /// From when it holds; where `at_latest`, the last day by which it can have changed.
    pub date: String,
    /// Whether the day is approximate.
    pub about: bool,
    /// Whether no page says the day: the change lies between two versions of a page, of which the later
    /// one bears this date or, where it bears none, was read on this day.
    pub at_latest: bool,
    /// The municipality; absent where it is national.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<String>,
    /// The procedure of the municipality.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<String>,
    /// Its title.
    pub title: Texts,
    /// What changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<Texts>,
    /// The facets that say something else than before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub differences: Vec<DifferenceRecord>,
    /// The two versions of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub versions: Option<VersionsRecord>,
    /// The sources of a national change.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub national_sources: Vec<NationalSourceRecord>,
    /// The source of a municipality's change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceRecord>,
}

/// Two versions of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "versions")]
pub struct VersionsRecord {
    /// The earlier one.
    pub earlier: SourceRecord,
    /// The one in its place.
    pub later: SourceRecord,
}

/// A facet before and after a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "difference")]
pub struct DifferenceRecord {
    /// The facet.
    pub facet: String,
    /// What was said.
    pub before: ComparisonCell,
    /// What is said. `unread` is no change: nobody has read it there.
    pub after: ComparisonCell,
}

/// What holds everywhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "national")]
pub struct NationalRecord {
    /// The PINs.
    pub pins: Vec<NationalPinRecord>,
    /// Rules in words.
    pub rules: Vec<NationalRuleRecord>,
    /// The sources of both.
    pub sources: Vec<NationalSourceRecord>,
}

/// A PIN.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "national-pin")]
pub struct NationalPinRecord {
    /// Which.
    pub pin: String,
    /// Its least length.
    pub length_least: u32,
    /// Its greatest length.
    pub length_most: u32,
    /// After how many wrong entries it locks.
    pub lock_after: u32,
    /// Whether every card has it.
    pub always_set: bool,
    /// From when it can be reset at a kiosk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kiosk_reset_from: Option<String>,
    /// Ids of sources.
    pub sources: Vec<String>,
}

/// A rule in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "national-rule")]
pub struct NationalRuleRecord {
    /// Its id.
    pub id: String,
    /// Its topic.
    pub topic: String,
    /// Its title.
    pub title: Texts,
    /// What it says.
    pub says: Texts,
    /// The number in it, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// From when it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<String>,
    /// Until when it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<String>,
    /// Ids of sources.
    pub sources: Vec<String>,
}

/// A source of the national layer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "national-source")]
pub struct NationalSourceRecord {
    /// Its id.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// Its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The date that it bears.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page_date: Option<String>,
    /// How sure: `official`, `copy`, `general-knowledge`.
    pub confidence: String,
}

/// How many facts are in each state.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "state-counts")]
pub struct StateCounts {
    /// The page says it.
    pub stated: usize,
    /// The page was read as a whole and does not say it.
    pub silent: usize,
    /// The page says something that cannot be coded without guessing.
    pub unclear: usize,
    /// Not read yet.
    pub unread: usize,
}
