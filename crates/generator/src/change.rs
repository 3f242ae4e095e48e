//! What changed, and when: the one list from which the page, the feeds, the API and the database are
//! drawn.

use std::cmp::Reverse;

use madoguchi_schema::dataset::{Dataset, MunicipalityFile};
use madoguchi_schema::model::{self, Counter};
use madoguchi_schema::scalar::{Day, ProcedureId, RuleId};

use crate::facet::{FACETS, Facet, Group, Origin, Subject};
use crate::version::{Replacement, Turn, is_stated};

/// A change of what holds.
pub(crate) struct Change<'d> {
    /// Its id: the same as long as what changed and the day are the same.
    pub(crate) id: String,
    /// The first day on which the new holds.
    pub(crate) day: Day,
    /// Only the month or the season is known.
    pub(crate) about: bool,
    pub(crate) what: What<'d>,
}

/// What changed.
pub(crate) enum What<'d> {
    /// Law or systems.
    National(&'d RuleId, &'d model::Change),
    /// A municipality's rule of a procedure.
    Procedure(Box<RuleChange<'d>>),
    /// What an earlier version of a page says, and the one in its place does not, or not so.
    Version(Box<VersionChange<'d>>),
    /// A counter opens, or closes for good.
    Counter { file: &'d MunicipalityFile, counter: &'d Counter, begins: bool },
}

/// A municipality's rule of a procedure before and after; one of the two is there.
pub(crate) struct RuleChange<'d> {
    pub(crate) file: &'d MunicipalityFile,
    pub(crate) id: &'d ProcedureId,
    pub(crate) before: Option<Subject<'d>>,
    pub(crate) after: Option<Subject<'d>>,
    /// The facets that say something else than before.
    pub(crate) differences: Vec<&'static Facet>,
}

/// Two versions of a page: by a procedure, or where none was read in the earlier one, as pages.
pub(crate) struct VersionChange<'d> {
    pub(crate) between: Replacement<'d>,
    pub(crate) turn: Option<Turn<'d>>,
}

impl<'d> RuleChange<'d> {
    /// The rule that is shown: the new one where there is one.
    pub(crate) fn shown(&self) -> Option<&Subject<'d>> {
        self.after.as_ref().or(self.before.as_ref())
    }

    /// The message that says what happened; none where the differences do.
    pub(crate) fn message(&self) -> Option<&'static str> {
        match (&self.before, &self.after) {
            (_, None) => Some("changes-ended"),
            (None, Some(_)) => Some("changes-began"),
            (Some(_), Some(_)) => self.differences.is_empty().then_some("changes-other"),
        }
    }
}

impl<'d> Change<'d> {
    /// Whether its day is only the last on which it can have changed.
    pub(crate) fn at_latest(&self) -> bool {
        matches!(self.what, What::Version(_))
    }

    /// The municipality; none where it is national.
    pub(crate) fn file(&self) -> Option<&'d MunicipalityFile> {
        match &self.what {
            What::National(..) => None,
            What::Procedure(rule) => Some(rule.file),
            What::Version(version) => Some(version.between.file),
            What::Counter { file, .. } => Some(file),
        }
    }

    /// Where a municipality's change was read.
    pub(crate) fn origin(&self) -> Option<Origin<'d>> {
        match &self.what {
            What::National(..) => None,
            What::Procedure(rule) => rule.shown().map(Subject::origin),
            What::Version(version) => {
                let (id, source) = version.between.earlier;
                Some(Origin { id, source, section: None })
            }
            What::Counter { file, counter, .. } => {
                Origin::of(&file.municipality, counter.source.as_ref(), counter.section.as_ref())
            }
        }
    }
}

/// The message that says what happened to a counter.
pub(crate) fn counter_message(begins: bool) -> &'static str {
    if begins { "changes-counter-began" } else { "changes-counter-ended" }
}

/// Every change, the latest first; on one day the nation stands first, then the municipalities by code.
pub(crate) fn changes(dataset: &Dataset) -> Vec<Change<'_>> {
    let national = dataset.changes.changes.iter().map(|(id, change)| Change {
        id: id.to_string(),
        day: change.date,
        about: change.about,
        what: What::National(id, change),
    });
    let local = dataset
        .municipalities
        .iter()
        .flat_map(|file| procedures(dataset, file).chain(counters(file)).chain(versions(dataset, file)));
    let mut found: Vec<Change<'_>> = national.chain(local).collect();
    found.sort_by_key(|change| Reverse(change.day));
    found
}

/// Every day on which a municipality's rule of a procedure begins, or ends with none after it.
fn procedures<'d>(dataset: &'d Dataset, file: &'d MunicipalityFile) -> impl Iterator<Item = Change<'d>> {
    file.municipality.procedures.iter().flat_map(move |(id, procedure)| {
        let rules = || procedure.rules();
        let begins = rules().filter_map(|rule| rule.valid_from);
        let ends = rules().filter_map(|rule| rule.valid_until).filter_map(|last| beside(last, 1));
        let mut days: Vec<Day> = begins.chain(ends).collect();
        days.sort_unstable();
        days.dedup();
        days.into_iter().filter_map(move |day| on_day(dataset, file, id, day))
    })
}

/// What a procedure's change on a day is: every facet that says something else than the day before.
fn on_day<'d>(dataset: &'d Dataset, file: &'d MunicipalityFile, id: &'d ProcedureId, day: Day) -> Option<Change<'d>> {
    let vocabulary = &dataset.vocabulary;
    let after = Subject::new(file, id, day, vocabulary);
    let before = beside(day, -1).and_then(|day| Subject::new(file, id, day, vocabulary));
    after.or(before)?;
    let mut differences = Vec::new();
    if let (Some(before), Some(after)) = (&before, &after) {
        // When a page was written and read is no rule. What one of the two rules leaves unsaid, or
        // nobody has read, is not known to have changed.
        let rules = FACETS.iter().filter(|facet| facet.group != Group::Page);
        let found = rules.map(|facet| (facet, (facet.of)(before).fact, (facet.of)(after).fact));
        let differ = found.filter(|(_, was, is)| was != is && is_stated(was) && is_stated(is));
        differences.extend(differ.map(|(facet, _, _)| facet));
    }
    Some(Change {
        id: format!("m{}-{id}-{day}", file.municipality.municipality),
        day,
        about: false,
        what: What::Procedure(Box::new(RuleChange { file, id, before, after, differences })),
    })
}

/// What versions of a page say differently, by the day of the later one.
fn versions<'d>(dataset: &'d Dataset, file: &'d MunicipalityFile) -> impl Iterator<Item = Change<'d>> {
    let code = &file.municipality.municipality;
    Replacement::all(file).flat_map(move |between| {
        let version = between.earlier.0;
        let change = |id, turn| Change {
            id,
            day: between.day(),
            about: false,
            what: What::Version(Box::new(VersionChange { between, turn })),
        };
        let turns = between.turns(&dataset.vocabulary);
        match turns.is_empty() {
            true => vec![change(format!("m{code}-version-{version}"), None)],
            false => {
                let of = |turn: Turn<'d>| change(format!("m{code}-{}-{version}", turn.before.id), Some(turn));
                turns.into_iter().map(of).collect()
            }
        }
    })
}

/// Counters that open or close for good.
fn counters(file: &MunicipalityFile) -> impl Iterator<Item = Change<'_>> {
    file.municipality.counters.iter().flat_map(move |(id, counter)| {
        let begins = counter.valid_from.map(|day| (day, true));
        let ends = counter.valid_until.and_then(|last| beside(last, 1)).map(|day| (day, false));
        begins.into_iter().chain(ends).map(move |(day, begins)| Change {
            id: format!("m{}-counter-{id}-{day}", file.municipality.municipality),
            day,
            about: false,
            what: What::Counter { file, counter, begins },
        })
    })
}

/// The day before (-1) or after (1).
fn beside(day: Day, by: i8) -> Option<Day> {
    let date = day.date();
    if by < 0 { date.yesterday() } else { date.tomorrow() }.ok().map(Day::from)
}
