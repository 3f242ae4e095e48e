use madoguchi_schema::dataset::Dataset;
use madoguchi_schema::model::{Fact, State};
use madoguchi_schema::scalar::{Day, PREFECTURES, Prefecture, ProcedureId};

use super::{FACETS, Facet, Finding, National, Standing, Subject, Value};

/// Every facet of every municipality that has a procedure.
#[derive(Debug)]
pub struct Survey<'d> {
    /// The procedure.
    pub procedure: &'d ProcedureId,
    /// The municipalities' procedures, in the order of the dataset.
    pub subjects: Vec<Subject<'d>>,
    /// A column a facet, in the order of [`FACETS`].
    pub columns: Vec<Column<'d>>,
}

/// A facet over all municipalities.
pub struct Column<'d> {
    /// The facet.
    pub facet: &'static Facet,
    /// What holds everywhere.
    pub national: Option<National<'d>>,
    /// What each municipality's page says, in the order of the subjects.
    pub findings: Vec<Finding<'d>>,
    /// Which of the different values each states.
    pub class_of: Vec<Option<usize>>,
    /// The different values, in the order in which they are first stated.
    pub classes: Vec<Class>,
}

/// Municipalities that state the same.
#[derive(Debug)]
pub struct Class {
    /// Their places in the survey; the first speaks for all.
    pub members: Vec<usize>,
    /// How it stands to each class before it.
    pub standings: Vec<Standing>,
}

impl<'d> Survey<'d> {
    /// The survey of a procedure on a day.
    #[must_use]
    pub fn new(dataset: &'d Dataset, procedure: &'d ProcedureId, day: Day) -> Self {
        let subjects = Subject::all(dataset, procedure, day);
        let columns = FACETS.iter().map(|facet| {
            let findings = subjects.iter().map(|subject| (facet.of)(subject)).collect();
            Column::new(facet, National::of(&dataset.baseline, procedure, facet, day), findings)
        });
        Self { columns: columns.collect(), subjects, procedure }
    }

    /// The prefecture of a municipality of the survey.
    #[must_use]
    pub fn prefecture(&self, at: usize) -> Option<Prefecture> {
        self.subjects.get(at).map(|subject| subject.municipality().municipality.prefecture())
    }

    /// The prefectures that have a municipality in the survey.
    pub fn prefectures(&self) -> impl Iterator<Item = Prefecture> {
        PREFECTURES.into_iter().filter(|known| (0..self.subjects.len()).any(|at| self.prefecture(at) == Some(*known)))
    }

    /// Where a municipality stands in the survey.
    #[must_use]
    pub fn place(&self, subject: &Subject<'_>) -> Option<usize> {
        self.subjects.iter().position(|known| std::ptr::eq(known.procedure, subject.procedure))
    }
}

impl<'d> Column<'d> {
    fn new(facet: &'static Facet, national: Option<National<'d>>, findings: Vec<Finding<'d>>) -> Self {
        let mut column = Self { facet, national, findings, class_of: Vec::new(), classes: Vec::new() };
        for at in 0..column.findings.len() {
            let class = column.class(at);
            column.class_of.push(class);
        }
        column
    }

    /// The class of a finding, which is made where there is none yet.
    fn class(&mut self, at: usize) -> Option<usize> {
        let finding = self.findings.get(at)?;
        if finding.fact.state() != State::Stated {
            return None;
        }
        let first = |class: &Class| class.members.first().and_then(|first| self.findings.get(*first));
        let standings: Vec<Standing> = self
            .classes
            .iter()
            .map(|class| first(class).map_or(Standing::Unknown, |known| says(finding, known)))
            .collect();
        let known = standings.iter().position(|standing| *standing == Standing::Same);
        match known.and_then(|known| self.classes.get_mut(known)) {
            Some(class) => class.members.push(at),
            None => self.classes.push(Class { members: vec![at], standings }),
        }
        known.or(Some(self.classes.len() - 1))
    }

    /// How many are in a state.
    #[must_use]
    pub fn count(&self, state: State) -> usize {
        self.findings.iter().filter(|finding| finding.fact.state() == state).count()
    }

    /// The class that most state: at least two, and more than any other.
    #[must_use]
    pub fn most(&self) -> Option<&Class> {
        let count = |class: &&Class| class.members.len();
        let most = self.classes.iter().max_by_key(count)?;
        let alone = self.classes.iter().filter(|class| class.members.len() == most.members.len()).count() == 1;
        (alone && most.members.len() > 1).then_some(most)
    }

    /// The different values that are stated.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.classes.iter().filter_map(|class| self.value(class))
    }

    /// What a class states.
    #[must_use]
    pub fn value(&self, class: &Class) -> Option<&Value> {
        let finding = class.members.first().and_then(|first| self.findings.get(*first))?;
        match &finding.fact {
            Fact::Stated(value) => Some(value),
            _ => None,
        }
    }

    /// How a city stands to the national rule.
    #[must_use]
    pub fn to_national(&self, at: usize) -> Standing {
        let national = self.national.as_ref().and_then(|national| national.value.as_ref());
        match (self.findings.get(at), national) {
            (Some(finding), Some(national)) => Standing::to_value(finding, national),
            _ => Standing::Unknown,
        }
    }
}

/// How two stated facts stand to each other; what cannot be compared is still the same where the
/// pages say the same in so many words.
fn says(one: &Finding<'_>, other: &Finding<'_>) -> Standing {
    match Standing::of(one, other) {
        Standing::Unknown if one.fact == other.fact && one.varies == other.varies => Standing::Same,
        standing => standing,
    }
}

impl std::fmt::Debug for Column<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Column").field("facet", &self.facet.id).field("classes", &self.classes).finish()
    }
}
