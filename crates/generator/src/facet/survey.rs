use std::collections::HashMap;

use madoguchi_schema::dataset::Dataset;
use madoguchi_schema::model::{Fact, State};
use madoguchi_schema::scalar::{Day, PREFECTURES, Prefecture, ProcedureId};
#[cfg(feature = "threads")]
use rayon::prelude::*;

use super::order::Measured;
use super::standing::stated;
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
    /// Where each rule stands among the subjects, by its address.
    places: HashMap<usize, usize>,
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
    /// How many are in each state.
    counts: [usize; 4],
    /// The place of the class that most state.
    most: Option<usize>,
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
        let column = |facet: &'static Facet| {
            let findings = subjects.iter().map(|subject| (facet.of)(subject)).collect();
            Column::new(facet, National::of(&dataset.baseline, procedure, facet, day), findings)
        };
        #[cfg(feature = "threads")]
        let columns = FACETS.par_iter().map(column).collect();
        #[cfg(not(feature = "threads"))]
        let columns = FACETS.iter().map(column).collect();
        let places = subjects.iter().enumerate().map(|(at, subject)| (address(subject), at));
        Self { columns, places: places.collect(), subjects, procedure }
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
        self.places.get(&address(subject)).copied()
    }
}

impl<'d> Column<'d> {
    fn new(facet: &'static Facet, national: Option<National<'d>>, findings: Vec<Finding<'d>>) -> Self {
        let Sorting { class_of, classes, .. } = Sorting::of(&findings);
        let mut counts = [0; 4];
        for finding in &findings {
            counts[finding.fact.state() as usize] += 1;
        }
        let mut column = Self { facet, national, findings, class_of, classes, counts, most: None };
        column.most = column.find_most();
        column
    }

    /// How many are in a state.
    #[must_use]
    pub fn count(&self, state: State) -> usize {
        self.counts[state as usize]
    }

    /// The class that most state: at least two, and more than any other.
    #[must_use]
    pub fn most(&self) -> Option<&Class> {
        self.most.and_then(|most| self.classes.get(most))
    }

    fn find_most(&self) -> Option<usize> {
        let count = |class: &&Class| class.members.len();
        let (at, most) = self.classes.iter().enumerate().max_by_key(|(_, class)| count(class))?;
        let alone = self.classes.iter().filter(|class| class.members.len() == most.members.len()).count() == 1;
        (alone && most.members.len() > 1).then_some(at)
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

fn address(subject: &Subject<'_>) -> usize {
    std::ptr::from_ref(subject.procedure).addr()
}

/// Findings while they are put into classes.
struct Sorting<'f, 'd> {
    class_of: Vec<Option<usize>>,
    classes: Vec<Class>,
    /// The first member of each class.
    firsts: Vec<Compared<'f, 'd>>,
    /// The class of what was said before: most say what another does word for word, and comparing meanings takes
    /// long.
    said: HashMap<Wording<'f>, usize>,
}

impl<'f, 'd> Sorting<'f, 'd> {
    fn of(findings: &'f [Finding<'d>]) -> Self {
        let (class_of, classes) = (Vec::with_capacity(findings.len()), Vec::new());
        let mut sorting = Self { class_of, classes, firsts: Vec::new(), said: HashMap::new() };
        for (at, finding) in findings.iter().enumerate() {
            let class = (finding.fact.state() == State::Stated).then(|| sorting.class(finding));
            if let Some(class) = class.and_then(|class| sorting.classes.get_mut(class)) {
                class.members.push(at);
            }
            sorting.class_of.push(class);
        }
        sorting
    }

    /// The class of a stated finding, which is made where there is none yet.
    fn class(&mut self, finding: &'f Finding<'d>) -> usize {
        if let Some(class) = self.said.get(&wording(finding)) {
            return *class;
        }
        let compared = Compared::new(finding);
        let standings: Vec<Standing> = self.firsts.iter().map(|first| compared.to(first)).collect();
        let known = standings.iter().position(|standing| *standing == Standing::Same);
        let class = known.unwrap_or(self.classes.len());
        // What is not even the same as itself has a class of its own each time.
        if compared.to(&compared) == Standing::Same {
            self.said.insert(wording(finding), class);
        }
        if known.is_none() {
            self.classes.push(Class { members: Vec::new(), standings });
            self.firsts.push(compared);
        }
        class
    }
}

/// A stated finding, with what comparing it needs.
struct Compared<'f, 'd> {
    finding: &'f Finding<'d>,
    value: Option<Measured<'f>>,
}

impl<'f, 'd> Compared<'f, 'd> {
    fn new(finding: &'f Finding<'d>) -> Self {
        Self { finding, value: stated(finding).map(Measured::new) }
    }

    /// How it stands to another; what cannot be compared is still the same where the pages say the same in
    /// so many words.
    fn to(&self, other: &Self) -> Standing {
        let values = self.value.as_ref().zip(other.value.as_ref());
        match values.map_or(Standing::Unknown, |(one, other)| Standing::measured(one, other)) {
            Standing::Unknown if wording(self.finding) == wording(other.finding) => Standing::Same,
            standing => standing,
        }
    }
}

/// What a finding says in so many words.
type Wording<'f> = (&'f Fact<Value>, bool);

fn wording<'f>(finding: &'f Finding<'_>) -> Wording<'f> {
    (&finding.fact, finding.varies)
}

impl std::fmt::Debug for Column<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Column").field("facet", &self.facet.id).field("classes", &self.classes).finish()
    }
}
