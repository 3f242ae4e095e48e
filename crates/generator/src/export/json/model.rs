//! The results of the API. Absent keys are left out; no key has two types.

use schemars::JsonSchema;
use serde::Serialize;

use crate::export::{Coded, Record, SourceRecord, Texts};

macro_rules! records {
    ($($(#[$doc:meta])* $name:ident, $schema:literal { $($(#[$field_doc:meta])* $field:ident: $type:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Serialize, JsonSchema)]
        #[schemars(rename = $schema)]
        pub(crate) struct $name {
            $($(#[$field_doc])* pub(crate) $field: $type,)+
        }
    )+};
}

/// What is around every result.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "envelope-of-{T}")]
pub(crate) struct Envelope<T> {
    /// The version of the API, `1.0`.
    pub(crate) schema_version: String,
    /// The day for which the site was made: of each procedure, the rule that holds on it.
    pub(crate) generated_at: String,
    /// The last day on which a page was read.
    pub(crate) last_modified: String,
    /// How many entries the result has.
    pub(crate) total: usize,
    /// The result.
    pub(crate) result: T,
}

records! {
    /// What the API has.
    IndexRecord, "index" {
        /// How many municipalities.
        municipalities: usize,
        /// The procedures that exist.
        procedures: Vec<String>,
        /// How many facets.
        facets: usize,
        /// How many facts.
        facts: usize,
        /// The files, by their names in this folder.
        files: Vec<String>,
    }
    /// A name in Japanese, its reading, and in English.
    Named, "name" {
        /// In Japanese.
        ja: String,
        /// Its reading in hiragana.
        kana: String,
        /// In English.
        en: String,
    }
    /// A prefecture.
    PrefectureRecord, "prefecture" {
        /// Its number, 1 to 47 (JIS X 0401).
        number: u8,
        /// In Japanese.
        ja: String,
        /// In English.
        en: String,
    }
    /// A municipality.
    MunicipalityRecord, "municipality" {
        /// Its code (全国地方公共団体コード), six digits.
        code: String,
        /// Its name.
        name: Named,
        /// Its prefecture.
        prefecture: PrefectureRecord,
        /// Its page on this site.
        page: String,
        /// The procedures of which its pages say something.
        procedures: Vec<String>,
        /// How many of its facts are in which state.
        states: StateCounts,
        /// The pages that were read.
        sources: Vec<SourceRecord>,
    }
    /// A municipality with its facts.
    MunicipalityDetail, "municipality-with-facts" {
        /// The municipality.
        municipality: MunicipalityRecord,
        /// Its facts, by procedure and facet.
        facts: Vec<Record>,
    }
    /// A procedure.
    ProcedureRecord, "procedure" {
        /// Its id.
        id: String,
        /// Its name.
        name: Named,
        /// What it is.
        about: Texts,
        /// How many municipalities have it.
        municipalities: usize,
    }
    /// A comparable attribute.
    FacetRecord, "facet" {
        /// Its id.
        id: &'static str,
        /// Its name.
        name: Texts,
        /// The id of its group.
        group: &'static str,
        /// The name of its group.
        group_name: Texts,
        /// The applicant whom it is about.
        #[serde(skip_serializing_if = "Option::is_none")]
        applicant: Option<&'static str>,
    }
    /// All municipalities by all facets.
    ComparisonRecord, "comparison" {
        /// The procedure.
        procedure: String,
        /// The facets, in the order of the cells of a row.
        facets: Vec<&'static str>,
        /// The codes, in the order of the rows.
        municipalities: Vec<String>,
        /// A row a municipality, a cell a facet.
        rows: Vec<Vec<ComparisonCell>>,
    }
    /// A fact of the comparison, without its source.
    ComparisonCell, "cell" {
        /// The state.
        state: &'static str,
        /// The value.
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<Coded>,
        /// The value in words.
        #[serde(skip_serializing_if = "Option::is_none")]
        text: Option<Texts>,
    }
    /// A document of the vocabulary.
    DocumentRecord, "document" {
        /// Its id.
        id: String,
        /// Its official name.
        name: Named,
        /// What it is: `identity`, `authority-proof`, …
        kind: String,
        /// Other ways to write it.
        also: Vec<String>,
        /// From this day on it is issued no more.
        #[serde(skip_serializing_if = "Option::is_none")]
        not_issued_from: Option<String>,
        /// From this day on no copy is valid.
        #[serde(skip_serializing_if = "Option::is_none")]
        invalid_from: Option<String>,
        /// In which municipality it counts as what.
        counts_as: Vec<CountsAs>,
    }
    /// A class of identity documents of a municipality.
    CountsAs, "counts-as" {
        /// The municipality.
        municipality: String,
        /// The class, in its own letter.
        class: String,
        /// The kind of the class, on a scale that all municipalities share.
        kind: String,
    }
    /// Something that changed.
    ChangeRecord, "change" {
        /// Its id.
        id: String,
        /// From when it holds.
        date: String,
        /// Whether the day is approximate.
        about: bool,
        /// The municipality; absent where it is national.
        #[serde(skip_serializing_if = "Option::is_none")]
        municipality: Option<String>,
        /// The procedure of the municipality.
        #[serde(skip_serializing_if = "Option::is_none")]
        procedure: Option<String>,
        /// Its title.
        title: Texts,
        /// What changed.
        #[serde(skip_serializing_if = "Option::is_none")]
        says: Option<Texts>,
    }
    /// What holds everywhere.
    NationalRecord, "national" {
        /// The PINs.
        pins: Vec<NationalPinRecord>,
        /// Rules in words.
        rules: Vec<NationalRuleRecord>,
        /// The sources of both.
        sources: Vec<NationalSourceRecord>,
    }
    /// A PIN.
    NationalPinRecord, "national-pin" {
        /// Which.
        pin: String,
        /// Its least length.
        length_least: u32,
        /// Its greatest length.
        length_most: u32,
        /// After how many wrong entries it locks.
        lock_after: u32,
        /// Whether every card has it.
        always_set: bool,
        /// From when it can be reset at a kiosk.
        #[serde(skip_serializing_if = "Option::is_none")]
        kiosk_reset_from: Option<String>,
        /// Ids of sources.
        sources: Vec<String>,
    }
    /// A rule in words.
    NationalRuleRecord, "national-rule" {
        /// Its id.
        id: String,
        /// Its topic.
        topic: &'static str,
        /// Its title.
        title: Texts,
        /// What it says.
        says: Texts,
        /// The number in it, where it has one.
        #[serde(skip_serializing_if = "Option::is_none")]
        number: Option<u32>,
        /// From when it holds.
        #[serde(skip_serializing_if = "Option::is_none")]
        valid_from: Option<String>,
        /// Until when it holds.
        #[serde(skip_serializing_if = "Option::is_none")]
        valid_until: Option<String>,
        /// Ids of sources.
        sources: Vec<String>,
    }
    /// A source of the national layer.
    NationalSourceRecord, "national-source" {
        /// Its id.
        id: String,
        /// Who published it.
        publisher: String,
        /// Its title.
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// Its address.
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<String>,
        /// The date that it bears.
        #[serde(skip_serializing_if = "Option::is_none")]
        page_date: Option<String>,
        /// How sure: `official`, `copy`, `general-knowledge`.
        confidence: &'static str,
    }
}

/// How many facts are in each state.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
#[schemars(rename = "state-counts")]
pub(crate) struct StateCounts {
    /// The page says it.
    pub(crate) stated: usize,
    /// The page was read as a whole and does not say it.
    pub(crate) silent: usize,
    /// The page says something that cannot be coded without guessing.
    pub(crate) unclear: usize,
    /// Not read yet.
    pub(crate) unread: usize,
}
