use std::collections::HashMap;
use std::hash::{DefaultHasher, Hasher as _};

use madoguchi_schema::dataset::Dataset;
use madoguchi_schema::model::{Fact, State};
use madoguchi_schema::scalar::{Day, PREFECTURES, Prefecture, ProcedureId};
#[cfg(feature = "threads")]
use rayon::prelude::*;

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
        let (class_of, classes, counts) = (Vec::new(), Vec::new(), [0; 4]);
        let mut column = Self { facet, national, findings, class_of, classes, counts, most: None };
        let mut said: HashMap<u64, Vec<usize>> = HashMap::new();
        for at in 0..column.findings.len() {
            let class = column.known(at, &mut said).or_else(|| column.class(at));
            column.class_of.push(class);
        }
        for finding in &column.findings {
            column.counts[finding.fact.state() as usize] += 1;
        }
        column.most = column.find_most();
        column
    }

    /// The class of a finding that says word for word what an earlier one does: most do, and comparing
    /// meanings takes long.
    fn known(&mut self, at: usize, said: &mut HashMap<u64, Vec<usize>>) -> Option<usize> {
        let finding = self.findings.get(at).filter(|finding| finding.fact.state() == State::Stated)?;
        let same = said.entry(wording(finding)).or_default();
        let is_same = |other: &&usize| {
            let other = self.findings.get(**other);
            other.is_some_and(|other| other.fact == finding.fact && other.varies == finding.varies)
        };
        match same.iter().find(is_same) {
            Some(earlier) => {
                let class = self.class_of.get(*earlier).copied().flatten()?;
                self.classes.get_mut(class)?.members.push(at);
                Some(class)
            }
            None => {
                // What is not even the same as itself has a class of its own each time.
                if says(finding, finding) == Standing::Same {
                    same.push(at);
                }
                None
            }
        }
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

/// A number of what a finding says in so many words: the same for the same words.
fn wording(finding: &Finding<'_>) -> u64 {
    struct Hashed(DefaultHasher);
    impl std::fmt::Write for Hashed {
        fn write_str(&mut self, text: &str) -> std::fmt::Result {
            self.0.write(text.as_bytes());
            Ok(())
        }
    }
    let mut hashed = Hashed(DefaultHasher::new());
    // Nothing fails: the hasher takes all.
    let _ = std::fmt::Write::write_fmt(&mut hashed, format_args!("{:?}", finding.fact));
    hashed.0.finish()
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
