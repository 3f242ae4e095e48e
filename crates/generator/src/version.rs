//! Versions of a municipality's page: what an earlier one was read to say, beside the one in its place.

use madoguchi_schema::dataset::{MunicipalityFile, Vocabulary};
use madoguchi_schema::model::{Extent, Fact, Procedure, Source};
use madoguchi_schema::scalar::{Day, PageDate, ProcedureId, SourceId};

use crate::facet::{FACETS, Facet, Group, Subject, Value};

/// An earlier version of a page, and the version in its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Replacement<'d> {
    pub(crate) file: &'d MunicipalityFile,
    pub(crate) earlier: (&'d SourceId, &'d Source),
    pub(crate) later: (&'d SourceId, &'d Source),
}

/// A procedure by the earlier version, and by the later one where that was read to say anything of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Turn<'d> {
    pub(crate) before: Subject<'d>,
    pub(crate) after: Option<Subject<'d>>,
}

impl<'d> Replacement<'d> {
    /// Every one of a file, in the order of its sources.
    pub(crate) fn all(file: &'d MunicipalityFile) -> impl Iterator<Item = Self> {
        let sources = &file.municipality.sources;
        sources.iter().filter_map(move |earlier| {
            let later = sources.get_key_value(earlier.1.replaced_by.as_ref()?)?;
            Some(Self { file, earlier, later })
        })
    }

    /// The day by which the rules had changed, if they did: the later version's own date, else the
    /// day on which it was read.
    pub(crate) fn day(&self) -> Day {
        page_date(self.later.1).unwrap_or(self.later.1.read_on)
    }

    /// The procedures of which the earlier version was read to say something.
    pub(crate) fn turns(&self, vocabulary: &'d Vocabulary) -> Vec<Turn<'d>> {
        let procedures = self.file.municipality.procedures.iter();
        let subject = |id: &'d ProcedureId, procedure: &'d Procedure, source: &SourceId| {
            let found = |rule: &&Procedure| self.source_of(rule) == Some(source);
            let rule = procedure.rules().find(found)?;
            Subject::of_rule(self.file, id, rule, self.day(), vocabulary)
        };
        procedures
            .filter_map(|(id, procedure)| {
                let before = subject(id, procedure, self.earlier.0)?;
                // A rule that says its own days changes on them.
                let is_dated = before.procedure.valid_from.is_some() || before.procedure.valid_until.is_some();
                (!is_dated).then(|| Turn { before, after: subject(id, procedure, self.later.0) })
            })
            .collect()
    }

    /// How much was read of the later version.
    pub(crate) fn extent(&self) -> Extent {
        self.later.1.read
    }

    fn source_of(&self, rule: &'d Procedure) -> Option<&'d SourceId> {
        self.file.municipality.source_of(rule.source.as_ref()).map(|(id, _)| id)
    }
}

impl Turn<'_> {
    /// The facets that the earlier version states and of which the later one says something else, or
    /// was not read to say anything. When a page was written and read is no rule.
    pub(crate) fn facets(&self) -> Vec<&'static Facet> {
        let rules = FACETS.iter().filter(|facet| facet.group != Group::Page);
        let differs = |facet: &&Facet| {
            let was = (facet.of)(&self.before).fact;
            is_stated(&was) && self.after.is_none_or(|after| (facet.of)(&after).fact != was)
        };
        rules.filter(differs).collect()
    }
}

/// The date that a page bears.
pub(crate) fn page_date(source: &Source) -> Option<Day> {
    match source.page_date {
        PageDate::On(day) => Some(day),
        PageDate::Unknown => None,
    }
}

/// Whether a page says something: what it leaves unsaid, or nobody has read, is not known to differ.
pub(crate) fn is_stated(fact: &Fact<Value>) -> bool {
    matches!(fact, Fact::Stated(_) | Fact::Unclear(_))
}
