use madoguchi_schema::dataset::{Dataset, MunicipalityFile};
use madoguchi_schema::model::{
    Change, Claim, Contact, Holiday, IdentityClass, NationalRule, Note, Procedure, Reading, Source,
};
use madoguchi_schema::national_list::Listed;
use madoguchi_schema::published::Texts;
use madoguchi_schema::scalar::{
    ClassName, CounterId, Day, DocumentId, MunicipalityCode, ProcedureId, RuleId, SourceId,
};

use super::{municipality, national};
use crate::facet::{Facet, Finding, Scale, Standing};

/// Something before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn<T> {
    /// It was not there.
    New(T),
    /// It is not there any more.
    Gone(T),
    /// It is there, and says something else.
    Changed {
        /// What it said.
        before: T,
        /// What it says.
        after: T,
    },
}

impl<T> Turn<T> {
    /// Of what may be there on either side; nothing where both sides say the same.
    pub(super) fn of(before: Option<T>, after: Option<T>, same: impl FnOnce(&T, &T) -> bool) -> Option<Self> {
        match (before, after) {
            (None, None) => None,
            (None, Some(after)) => Some(Self::New(after)),
            (Some(before), None) => Some(Self::Gone(before)),
            (Some(before), Some(after)) if same(&before, &after) => None,
            (Some(before), Some(after)) => Some(Self::Changed { before, after }),
        }
    }

    /// What was there.
    pub fn before(&self) -> Option<&T> {
        match self {
            Self::New(_) => None,
            Self::Gone(before) | Self::Changed { before, .. } => Some(before),
        }
    }

    /// What is there.
    pub fn after(&self) -> Option<&T> {
        match self {
            Self::Gone(_) => None,
            Self::New(after) | Self::Changed { after, .. } => Some(after),
        }
    }

    /// Its name, in reports for programs.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::New(_) => "new",
            Self::Gone(_) => "gone",
            Self::Changed { .. } => "changed",
        }
    }
}

/// Where something changed: in the nation's rules, or in a municipality's.
#[derive(Debug, Clone, Copy)]
pub enum Place<'d> {
    /// What is the same everywhere.
    National,
    /// A municipality, with its file on each side; one of the two is there.
    Municipality(&'d MunicipalityCode, Option<&'d MunicipalityFile>, Option<&'d MunicipalityFile>),
}

/// One thing that changed.
#[derive(Debug, Clone)]
pub struct Difference<'d> {
    /// Where.
    pub place: Place<'d>,
    /// What.
    pub what: What<'d>,
}

/// What changed.
#[derive(Debug, Clone)]
pub enum What<'d> {
    /// A municipality is new, or withdrawn.
    Municipality(Turn<&'d MunicipalityFile>),
    /// A municipality's name.
    Name(Turn<&'d Reading>),
    /// A page that was read.
    Source(Turn<(&'d SourceId, &'d Source)>),
    /// A procedure is new or withdrawn; at a later day than today where there is one.
    Procedure(&'d ProcedureId, Option<Day>, Turn<&'d Procedure>),
    /// What a page says of a facet.
    Fact(Box<FactTurn<'d>>),
    /// Whom to ask.
    Contact(ContactPart, Option<&'d Contact>, Option<&'d Contact>),
    /// A list of identity documents.
    Class(&'d ClassName, Turn<&'d IdentityClass>),
    /// A note.
    Note(Block<'d>, Turn<&'d Note>),
    /// Something of a block for which there are no words of its own.
    Rest(Block<'d>),
    /// A national rule.
    Rule(&'d RuleId, Turn<&'d NationalRule>),
    /// A change of law or systems.
    Law(&'d RuleId, Turn<&'d Change>),
    /// What a third party claims.
    Claim(&'d RuleId, Turn<&'d Claim>),
    /// A public holiday.
    Holiday(Day, Turn<Holiday>),
    /// A municipality of the national list.
    Listed(Turn<&'d Listed>),
    /// A word of a vocabulary.
    Entry(VocabularyKind, String, Turn<Texts>),
}

/// A facet that says something else.
#[derive(Debug, Clone)]
pub struct FactTurn<'d> {
    /// The facet.
    pub facet: &'static Facet,
    /// The procedures of which this is so.
    pub procedures: Vec<&'d ProcedureId>,
    /// The first day on which it is so, where that is after today.
    pub from: Option<Day>,
    /// What was found.
    pub before: Finding<'d>,
    /// What is found.
    pub after: Finding<'d>,
    /// How the new stands to the old.
    pub standing: Standing,
    /// What stricter and looser mean here.
    pub scale: Scale,
}

/// A part of the contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is the field of its name")]
pub enum ContactPart {
    Unit,
    Telephone,
    Fax,
    PostalCode,
    Address,
    Hours,
    MailForm,
}

/// A part of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each variant is the block of its name")]
pub enum Block<'d> {
    Source(&'d SourceId),
    Contact,
    Terms,
    Pins,
    Certificates,
    Counter(&'d CounterId),
    Class(&'d ClassName),
    Form(&'d DocumentId),
    Procedure(&'d ProcedureId),
    Slips,
    NationalPins,
    KioskReset,
    PinChange,
    SmartphonePins,
    NationalSources,
    ChangeSources,
    Claims,
    Holidays,
}

/// A vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is the vocabulary of its name")]
pub enum VocabularyKind {
    Documents,
    Procedures,
    Applicants,
    Conditions,
    Uses,
}

/// Everything that changed: the nation first, then the municipalities by code.
#[must_use]
pub fn differences<'d>(base: &'d Dataset, head: &'d Dataset, today: Day) -> Vec<Difference<'d>> {
    let national = national::differences(base, head).map(|what| Difference { place: Place::National, what });
    let local = municipality::pairs(base, head).into_iter().flat_map(|pair| {
        let place = Place::Municipality(pair.code, pair.base, pair.head);
        pair.differences(base, head, today).into_iter().map(move |what| Difference { place, what })
    });
    national.chain(local).collect()
}
