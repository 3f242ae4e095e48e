use indexmap::IndexMap;
use madoguchi_schema::dataset::{Dataset, MunicipalityFile, Vocabulary};
use madoguchi_schema::model::{Applicant, Counter, Municipality, Procedure, Said, Source, Visit};
use madoguchi_schema::scalar::{ApplicantId, Day, ProcedureId, SourceId, Text};

/// More procedures than this do not stand "the same as" each other in a row.
const MOST_FOLLOWED: usize = 4;

/// A municipality's procedure as it stands on one day.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'d> {
    /// The file.
    pub file: &'d MunicipalityFile,
    /// The procedure's id.
    pub id: &'d ProcedureId,
    /// The rule that holds on the day.
    pub procedure: &'d Procedure,
    /// The procedure whose applicants and steps this one follows, where the page says so.
    pub followed: Option<(&'d ProcedureId, &'d Procedure)>,
    /// The vocabularies.
    pub vocabulary: &'d Vocabulary,
    /// The day on which its counters must be there; none for an earlier rule.
    serves_on: Option<Day>,
    source: (&'d SourceId, &'d Source),
}

/// Where a fact was read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Origin<'d> {
    /// The source's id in its file.
    pub id: &'d SourceId,
    /// The source.
    pub source: &'d Source,
    /// The heading under which it stands.
    pub section: Option<&'d Text>,
}

impl<'d> Origin<'d> {
    /// The origin of a block of a file that has no more than a source and a heading of its own.
    #[must_use]
    pub fn of(municipality: &'d Municipality, source: Option<&'d SourceId>, section: Option<&'d Text>) -> Option<Self> {
        let (id, source) = municipality.source_of(source)?;
        Some(Self { id, source, section })
    }

    /// The same page under a heading further in, where there is one.
    #[must_use]
    pub fn under(self, section: Option<&'d Text>) -> Self {
        Self { section: section.or(self.section), ..self }
    }
}

impl<'d> Subject<'d> {
    /// The procedure of a municipality on a day; `None` where it has no rule on that day.
    #[must_use]
    pub fn new(file: &'d MunicipalityFile, id: &ProcedureId, day: Day, vocabulary: &'d Vocabulary) -> Option<Self> {
        let (id, procedure) = file.municipality.procedures.get_key_value(id)?;
        let rule = file.municipality.rule_on(procedure, day)?;
        Some(Self { serves_on: Some(day), ..Self::of_rule(file, id, rule, day, vocabulary)? })
    }

    /// A procedure by one of its rules, whenever it holds: the one of today, or an earlier one.
    #[must_use]
    pub fn of_rule(
        file: &'d MunicipalityFile,
        id: &'d ProcedureId,
        rule: &'d Procedure,
        day: Day,
        vocabulary: &'d Vocabulary,
    ) -> Option<Self> {
        let source = file.municipality.source_of(None)?;
        let followed = follow(&file.municipality, rule, day);
        Some(Self { file, id, procedure: rule, followed, vocabulary, serves_on: None, source })
    }

    /// Every municipality's procedure of that id, in the order of the dataset.
    #[must_use]
    pub fn all(dataset: &'d Dataset, id: &ProcedureId, day: Day) -> Vec<Self> {
        dataset.municipalities.iter().filter_map(|file| Self::new(file, id, day, &dataset.vocabulary)).collect()
    }

    /// The municipality.
    #[must_use]
    pub fn municipality(&self) -> &'d Municipality {
        &self.file.municipality
    }

    /// The rules per applicant: the procedure's own, else those of the procedure that it follows.
    #[must_use]
    pub fn applicants(&self) -> &'d IndexMap<ApplicantId, Applicant> {
        match self.followed {
            Some((_, followed)) if self.procedure.applicants.is_empty() => &followed.applicants,
            _ => &self.procedure.applicants,
        }
    }

    /// Where the procedure stands.
    #[must_use]
    pub fn origin(&self) -> Origin<'d> {
        self.at(self.procedure.source.as_ref(), self.procedure.section.as_ref())
    }

    /// Where the rule of an applicant stands.
    #[must_use]
    pub fn applicant_origin(&self, applicant: &'d Applicant) -> Origin<'d> {
        let procedure = match self.followed {
            Some((_, followed)) if self.procedure.applicants.is_empty() => followed,
            _ => self.procedure,
        };
        let under = self.at(procedure.source.as_ref(), procedure.section.as_ref());
        self.inside(under, applicant.source.as_ref(), applicant.section.as_ref())
    }

    /// Where a visit stands.
    #[must_use]
    pub fn visit_origin(&self, applicant: &'d Applicant, visit: &'d Visit) -> Origin<'d> {
        self.applicant_origin(applicant).under(visit.section.as_ref())
    }

    /// A place inside a block. What names no source stands on the block's page, and under its heading
    /// unless it has one of its own.
    #[must_use]
    pub fn inside(&self, block: Origin<'d>, source: Option<&'d SourceId>, section: Option<&'d Text>) -> Origin<'d> {
        match source.filter(|id| *id != block.id) {
            Some(id) => self.at(Some(id), section),
            None => block.under(section),
        }
    }

    /// The counters of the procedure, as far as they are there while it holds.
    pub fn counters(&self) -> impl Iterator<Item = &'d Counter> {
        let known = &self.municipality().counters;
        let named = self.procedure.at.iter().filter_map(Said::value).filter_map(|id| known.get(id));
        named.filter(|counter| self.serves_on.is_none_or(|day| self.municipality().has_counter_on(counter, day)))
    }

    /// A place of the file: the source it names, else that of the procedure, else the first.
    #[must_use]
    pub fn at(&self, source: Option<&'d SourceId>, section: Option<&'d Text>) -> Origin<'d> {
        let named = source.or(self.procedure.source.as_ref());
        let found = named.and_then(|id| self.municipality().sources.get_key_value(id));
        let (id, source) = found.unwrap_or(self.source);
        Origin { id, source, section }
    }
}

/// The last procedure in a row of "the same as". A row that runs in a circle ends where it would
/// close. A rule of an earlier version of the page follows the rules of that version.
fn follow<'d>(
    municipality: &'d Municipality,
    procedure: &'d Procedure,
    day: Day,
) -> Option<(&'d ProcedureId, &'d Procedure)> {
    let mut found: Option<(&ProcedureId, &Procedure)> = None;
    let mut current = procedure;
    let is_replaced = municipality.is_replaced(procedure.source.as_ref());
    for _ in 0..MOST_FOLLOWED {
        let Some(next) = current.same_as.as_ref().and_then(Said::value) else { break };
        let Some((id, rule)) = municipality.procedures.get_key_value(next) else { break };
        let beside = rule.rules().find(|rule| is_replaced && rule.source == procedure.source);
        let Some(rule) = beside.or_else(|| municipality.rule_on(rule, day)) else { break };
        if std::ptr::eq(rule, procedure) {
            break;
        }
        found = Some((id, rule));
        current = rule;
    }
    found
}
