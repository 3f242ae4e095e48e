use std::collections::BTreeMap;

use indexmap::IndexMap;
use madoguchi_schema::model::{
    Asked, Attendance, Channel, ClassKind, Concealment, Deadline, Extent, IdentityClass, IrregularHours, Item, Label,
    LetterAddress, Mail, Period, Person, PinKind, Reason, Reservation, Said,
};
use madoguchi_schema::scalar::formula::{Normal, Paper};
use madoguchi_schema::scalar::{ClassName, Condition, ConditionId, Day, DocumentId, Formula, OpeningHours};

/// What a facet says: one type for every kind of cell, so that page, table and export show the
/// same thing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// The page says that this applicant is not accepted.
    NotAccepted,
    /// Yes or no, where the page says it in so many words.
    YesNo(bool),
    /// A number of visits.
    Visits(usize),
    /// Reasons for which the procedure is offered.
    Reasons(Vec<Reason>),
    /// Kinds of PINs.
    Pins(Vec<PinKind>),
    /// Yen.
    Yen(u32),
    /// Conditions of the vocabulary.
    Conditions(Vec<ConditionId>),
    /// Conditions under which something is not asked for.
    Waivers(Vec<Condition>),
    /// Whether the cardholder comes along.
    Attendance(Attendance),
    /// Papers to bring.
    Demands(Vec<Demand>),
    /// Identity documents of the person whom the facet is about.
    Identity(Vec<Demand>),
    /// Identity documents that an agent must hold, and conditions.
    Eligibility {
        /// The papers.
        identity: Option<Box<Demand>>,
        /// The conditions.
        only_if: Option<Condition>,
    },
    /// In which ways the authorisation is given.
    Authorisation(Vec<Authorisation>),
    /// Periods.
    Periods(Vec<Period>),
    /// A deadline.
    Deadline(Deadline),
    /// To whom a letter goes, and where.
    Addressee(Person, Option<LetterAddress>),
    /// By which mail.
    Mail(Mail),
    /// How written PINs are hidden.
    Concealment(Concealment),
    /// A person.
    Person(Person),
    /// Names of counters, as the city has them.
    Counters(Vec<Label>),
    /// Hours of counters.
    Hours(Vec<CounterHours>),
    /// Whether appointments are needed, by counter where the page tells them apart.
    Reservations(Vec<(Option<Label>, Reservation)>),
    /// Ways other than a counter, with the PINs for which they are offered.
    Ways(Vec<Way>),
    /// The date that a page bears.
    PageDate(Day),
    /// A day.
    Day(Day),
    /// How much of a page was read.
    Extent(Extent),
}

impl Value {
    /// The value without notes in words, where there is no room for them.
    #[must_use]
    pub fn without_notes(&self) -> Self {
        let mut value = self.with_items(&|item| item.note = None);
        if let Self::Hours(hours) = &mut value {
            for hours in hours {
                if let HoursKind::Irregular(rule) = &mut hours.hours {
                    rule.note = None;
                }
            }
        }
        value
    }

    /// The value without what facets of their own say: when a paper is not asked for, and how old
    /// it may be.
    #[must_use]
    pub fn without_waivers(&self) -> Self {
        self.with_items(&|item| (item.unless, item.issued_within) = (None, None))
    }

    fn with_items(&self, change: &impl Fn(&mut Item)) -> Self {
        let mut value = self.clone();
        if let Self::Demands(demands) | Self::Identity(demands) = &mut value {
            demands.iter_mut().for_each(|demand| change_items(&mut demand.item, change));
        }
        value
    }
}

fn change_items(item: &mut Item, change: &impl Fn(&mut Item)) {
    change(item);
    if let Asked::AnyOf(lists) = &mut item.asked {
        for inner in lists.iter_mut().flatten() {
            if let Said::Value(inner) = inner {
                change_items(inner, change);
            }
        }
    }
}

/// A way other than a counter.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Way {
    /// Which way.
    pub channel: Channel,
    /// Whether the page says that it is offered.
    pub offered: bool,
    /// For which PINs.
    pub pins: Vec<PinKind>,
}

/// How a power of attorney is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Authorisation {
    /// On a paper of its own.
    Separate,
    /// Inside the reply to the inquiry, or another form.
    Inside,
    /// The page says that none is needed.
    NotNeeded,
}

/// Hours of one counter.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CounterHours {
    /// The counter's name, as the city has it.
    pub counter: Label,
    /// When.
    pub hours: HoursKind,
}

/// Hours, or days on which hours cannot be written so.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum HoursKind {
    /// In OpenStreetMap's syntax.
    Regular(OpeningHours),
    /// Only those rules of it that speak of Saturdays or Sundays.
    Weekend(OpeningHours),
    /// On days that the syntax cannot say.
    Irregular(Box<IrregularHours>),
}

/// A paper, on a scale that all cities share.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wanted {
    /// A kind of identity documents.
    Kind(ClassKind),
    /// A document of the vocabulary.
    Document(DocumentId),
}

/// A thing to bring, with what its city means by the classes in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Demand {
    /// The item as the file has it.
    pub item: Item,
    /// The person who brings it.
    pub visitor: Person,
    /// The kinds of the city's classes.
    pub kinds: BTreeMap<ClassName, ClassKind>,
}

impl Demand {
    /// An item of a city with these classes.
    #[must_use]
    pub fn new(item: &Item, visitor: Person, classes: &IndexMap<ClassName, IdentityClass>) -> Self {
        let kinds = classes.iter().map(|(name, class)| (name.clone(), class.kind)).collect();
        Self { item: item.clone(), visitor, kinds }
    }

    /// Whose paper it is.
    #[must_use]
    pub fn owner(&self) -> Person {
        self.item.of.unwrap_or(self.visitor)
    }

    /// The formula over shared kinds, by which cities are compared. A class of unknown kind counts
    /// as any identity document: the dataset has none, and this claims least.
    #[must_use]
    pub fn shared(&self, formula: &Formula) -> Normal<Wanted> {
        formula.0.map(|paper| match paper {
            Paper::Class(class) => Wanted::Kind(self.kinds.get(class).copied().unwrap_or(ClassKind::Any)),
            Paper::Document(document) => Wanted::Document(document.clone()),
        })
    }
}
