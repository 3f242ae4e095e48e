//! One model a page.

pub(crate) mod about;
pub(crate) mod claims;
pub(crate) mod comparison;
pub(crate) mod facts;
pub(crate) mod home;
pub(crate) mod municipality;
pub(crate) mod national;
pub(crate) mod procedure;

use madoguchi_schema::dataset::{Dataset, MunicipalityFile};
use madoguchi_schema::scalar::{Day, ProcedureId};

use super::city::City;
use super::frame::{Frame, Place};
use super::words::{Worded, Words};
use crate::Options;
use crate::facet::Subject;

/// What every page is made from.
pub(crate) struct Context<'a> {
    pub(crate) dataset: &'a Dataset,
    pub(crate) options: &'a Options,
    pub(crate) words: Words<'a>,
    /// The procedures that some city has, in the order of the vocabulary.
    pub(crate) procedures: Vec<&'a ProcedureId>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(dataset: &'a Dataset, options: &'a Options, words: Words<'a>) -> Self {
        let known = dataset.vocabulary.procedures.keys();
        let procedures = known.filter(|id| !Subject::all(dataset, id, options.today).is_empty()).collect();
        Self { dataset, options, words, procedures }
    }

    pub(crate) fn day(&self) -> Day {
        self.options.today
    }

    pub(crate) fn city(&self, file: &'a MunicipalityFile) -> City<'a> {
        City { words: self.words, municipality: &file.municipality, own_names: true }
    }

    pub(crate) fn frame(&self, place: Place<'_>) -> Worded<Frame> {
        let most = self.procedures.iter().max_by_key(|id| {
            let count = Subject::all(self.dataset, id, self.day()).len();
            // Of procedures that equally many cities have, the first of the vocabulary.
            (count, std::cmp::Reverse(self.procedures.iter().position(|known| known == *id)))
        });
        let compared = most.map(|id| compare_path(id));
        self.words.frame(self.options, compared.as_deref(), place)
    }

    /// The subjects of one municipality, in the order of its file.
    pub(crate) fn subjects(&self, file: &'a MunicipalityFile) -> Vec<Subject<'a>> {
        let procedures = file.municipality.procedures.keys();
        procedures.filter_map(|id| Subject::new(file, id, self.day(), &self.dataset.vocabulary)).collect()
    }

    pub(crate) fn name(&self, file: &MunicipalityFile) -> String {
        let name = &file.municipality.name;
        match self.words.lang {
            crate::Lang::Ja | crate::Lang::Plain => name.ja.to_string(),
            crate::Lang::En => name.en.to_string(),
        }
    }

    /// Where a file can be corrected, and where a correction can be asked for.
    pub(crate) fn correct(&self, file: &MunicipalityFile) -> Option<Correct> {
        let repository = self.options.repository.as_deref()?.trim_end_matches('/');
        let code = file.municipality.municipality.as_str();
        Some(Correct {
            edit: format!("{repository}/edit/main/datasets/{}", file.path),
            report: format!("{repository}/issues/new?title={code}"),
        })
    }
}

/// Links for a correction.
#[derive(Debug, serde::Serialize)]
pub(crate) struct Correct {
    edit: String,
    report: String,
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
