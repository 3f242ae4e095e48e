//! The dataset as a whole: every document read, every reference resolved.

use indexmap::IndexMap;

use crate::model::{
    ApplicantEntry, Baseline, Changes, Claims, ConditionEntry, DocumentEntry, Municipality, ProcedureEntry, UseEntry,
};
use crate::national_list::NationalList;
use crate::scalar::{ApplicantId, ConditionId, DocumentId, ProcedureId, UseId};

/// A municipality with the file that it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MunicipalityFile {
    /// The file's path below `datasets/`, with `/` between its parts.
    pub path: String,
    /// What the file says.
    pub municipality: Municipality,
}

/// The five vocabularies, by id, in the order of their files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vocabulary {
    /// Documents, forms, letters and other things to bring.
    pub documents: IndexMap<DocumentId, DocumentEntry>,
    /// Procedures.
    pub procedures: IndexMap<ProcedureId, ProcedureEntry>,
    /// Kinds of applicants.
    pub applicants: IndexMap<ApplicantId, ApplicantEntry>,
    /// Conditions.
    pub conditions: IndexMap<ConditionId, ConditionEntry>,
    /// Uses of a PIN.
    pub uses: IndexMap<UseId, UseEntry>,
}

/// All documents, complete and consistent: every id that one document uses is defined in another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dataset {
    /// The municipalities, by code.
    pub municipalities: Vec<MunicipalityFile>,
    /// The vocabularies.
    pub vocabulary: Vocabulary,
    /// What is the same everywhere.
    pub baseline: Baseline,
    /// Changes of law and systems.
    pub changes: Changes,
    /// What a third party's article claims.
    pub claims: Claims,
    /// The national list of municipalities.
    pub national_list: NationalList,
}
