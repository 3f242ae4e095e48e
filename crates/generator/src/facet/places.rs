//! What a list of things to bring asks for, as one formula on a scale that all cities share.

use std::collections::BTreeSet;

use madoguchi_schema::model::{Asked, ClassKind, Item, Person, Said};
use madoguchi_schema::scalar::formula::{Normal, Paper};
use madoguchi_schema::scalar::{Condition, ConditionId, DocumentId, Formula};

use super::{Demand, Wanted};

/// More alternatives than this are not compared.
const MOST_ALTERNATIVES: usize = 256;

/// A place that a paper must fill.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    owner: Person,
    wanted: Wanted,
    said: Vec<Details>,
}

/// What is said of a paper. That a page is silent on originals, say, does not make copies good: places
/// of which different things are said are not compared.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Details {
    only_if: Option<Condition>,
    unless: Option<Condition>,
    excluding: Vec<DocumentId>,
    issued_within: Option<(&'static str, u16)>,
    or_similar: bool,
    may_be_asked: bool,
}

/// In which condition somebody's papers must be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Conditions {
    owner: Person,
    original: Option<bool>,
    valid: Option<bool>,
    must_show: Vec<ConditionId>,
}

impl Details {
    fn of(item: &Item) -> Option<Self> {
        let details = Self {
            only_if: item.only_if.clone(),
            unless: item.unless.clone(),
            excluding: item.excluding.clone(),
            issued_within: item.issued_within.map(madoguchi_schema::model::Period::parts),
            or_similar: item.or_similar,
            may_be_asked: item.may_be_asked,
        };
        (details != Self::default()).then_some(details)
    }
}

/// Every place of a list.
#[derive(Debug, Clone)]
pub(super) struct Places {
    /// The least that is asked for; nothing where every item is optional.
    least: Option<Normal<Place>>,
    /// How the papers must be, which says nothing of how many or which they are.
    conditions: BTreeSet<Conditions>,
    /// No more is asked for than this: the page says how many papers of which class.
    exact: bool,
}

impl Places {
    /// The places of a list; none where an element of it is unclear, or where it has too many
    /// alternatives.
    pub(super) fn of(demands: &[Demand]) -> Option<Self> {
        let mut all = Self::none();
        for demand in demands {
            all = all.and(Self::of_item(demand, &demand.item, None, &[])?)?;
        }
        Some(all)
    }

    /// Whether whoever fills these places fills the others, for sure; none where it depends on what
    /// either page leaves open, or where the papers are the same and only their condition differs.
    pub(super) fn ask_as_much_as(&self, other: &Self) -> Option<bool> {
        let same_said = |have: &Place, want: &Place| is_paper_for(have, want) && have.said == want.said;
        if self.implies(other, same_said) {
            let is_alike = self.conditions == other.conditions || !other.implies(self, same_said);
            (is_alike && other.exact).then_some(true)
        } else if self.implies(other, is_paper_for) {
            None
        } else {
            self.exact.then_some(false)
        }
    }

    fn implies(&self, other: &Self, serves: impl Fn(&Place, &Place) -> bool) -> bool {
        match (&self.least, &other.least) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(have), Some(want)) => have.implies(want, serves),
        }
    }

    fn none() -> Self {
        Self { least: None, conditions: BTreeSet::new(), exact: true }
    }

    fn of_item(demand: &Demand, item: &Item, owner: Option<Person>, said: &[Details]) -> Option<Self> {
        if item.optional {
            return Some(Self::none());
        }
        let owner = item.of.or(owner);
        let said: Vec<Details> = said.iter().cloned().chain(Details::of(item)).collect();
        let lists = match &item.asked {
            Asked::Identity(formula) | Asked::Papers(formula) => {
                return Some(Self::of_formula(demand, formula, owner.unwrap_or(demand.visitor), &said, item));
            }
            Asked::AnyOf(lists) => lists,
        };
        let mut any: Option<Self> = None;
        for list in lists {
            let mut all = Self::none();
            for inner in list {
                let Said::Value(inner) = inner else { return None };
                all = all.and(Self::of_item(demand, inner, owner, &said)?)?;
            }
            any = Some(match any {
                None => all,
                Some(any) => any.or(all)?,
            });
        }
        any
    }

    fn of_formula(demand: &Demand, formula: &Formula, owner: Person, said: &[Details], item: &Item) -> Self {
        // Of a class that was not read, no more is known than that it holds identity documents.
        let is_known = |paper: &Paper| match paper {
            Paper::Class(class) => demand.kinds.get(class).is_some_and(|kind| *kind != ClassKind::Unread),
            Paper::Document(_) => true,
        };
        let exact = !item.number_unstated && formula.0.atoms().all(is_known);
        let least = demand.shared(formula).map(|wanted| Place {
            owner,
            wanted: match wanted {
                Wanted::Kind(ClassKind::Unread) => Wanted::Kind(ClassKind::Any),
                other => other.clone(),
            },
            said: said.to_vec(),
        });
        let conditions =
            Conditions { owner, original: item.original, valid: item.valid, must_show: item.must_show.clone() };
        Self { least: Some(least), conditions: BTreeSet::from([conditions]), exact }
    }

    fn and(self, other: Self) -> Option<Self> {
        let least = match (self.least, other.least) {
            (Some(one), Some(other)) => Some(bounded(one.and(&other))?),
            (one, other) => one.or(other),
        };
        Some(Self::joined(least, self.conditions, other.conditions, self.exact && other.exact))
    }

    fn or(self, other: Self) -> Option<Self> {
        let least = match (self.least, other.least) {
            (Some(one), Some(other)) => Some(bounded(one.or(&other))?),
            // One of the lists asks for nothing.
            _ => None,
        };
        Some(Self::joined(least, self.conditions, other.conditions, self.exact && other.exact))
    }

    fn joined(
        least: Option<Normal<Place>>,
        one: BTreeSet<Conditions>,
        other: BTreeSet<Conditions>,
        exact: bool,
    ) -> Self {
        Self { least, conditions: one.into_iter().chain(other).collect(), exact }
    }
}

fn bounded(places: Normal<Place>) -> Option<Normal<Place>> {
    (places.alternatives().len() <= MOST_ALTERNATIVES).then_some(places)
}

/// Whether every paper that fills one place is a paper for the other, whatever else is said of it.
fn is_paper_for(have: &Place, want: &Place) -> bool {
    have.owner == want.owner
        && match (&have.wanted, &want.wanted) {
            (Wanted::Kind(have), Wanted::Kind(want)) => have.is_within(*want),
            (have, want) => have == want,
        }
}
