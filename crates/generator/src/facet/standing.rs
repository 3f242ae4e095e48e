use madoguchi_schema::model::Fact;

use super::order::{Measured, asks_as_much};
use super::{Finding, Value};

/// How one stated fact stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// They ask for the same.
    Same,
    /// Whoever is prepared for the first is prepared for the second, and not the other way round.
    Stricter,
    /// The other way round.
    Looser,
    /// Neither.
    Different,
    /// They cannot be compared: one is not stated, or does not say enough.
    Unknown,
}

/// What stricter and looser mean for a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// What people must bring or do: more of it is stricter.
    Burden,
    /// What is offered to them: less of it is stricter.
    Offer,
}

impl Standing {
    /// How a finding stands to another. Only stated facts are compared, and only such as hold for
    /// everybody: of steps that depend on a condition a finding shows the longest way alone.
    #[must_use]
    pub fn of(one: &Finding<'_>, other: &Finding<'_>) -> Self {
        match (stated(one), stated(other)) {
            (Some(one), Some(other)) => Self::between(one, other),
            _ => Self::Unknown,
        }
    }

    /// How a finding stands to a value that is no municipality's.
    #[must_use]
    pub fn to_value(one: &Finding<'_>, other: &Value) -> Self {
        stated(one).map_or(Self::Unknown, |one| Self::between(one, other))
    }

    /// How a value stands to another.
    #[must_use]
    pub fn between(one: &Value, other: &Value) -> Self {
        Self::measured(&Measured::new(one), &Measured::new(other))
    }

    /// The same of values of which each may be compared with many others.
    pub(super) fn measured(one: &Measured<'_>, other: &Measured<'_>) -> Self {
        match (asks_as_much(one, other), asks_as_much(other, one)) {
            (Some(true), Some(true)) => Self::Same,
            (Some(true), Some(false)) => Self::Stricter,
            (Some(false), Some(true)) => Self::Looser,
            (Some(false), Some(false)) => Self::Different,
            (None, _) | (_, None) => Self::Unknown,
        }
    }

    /// How the second stands to the first.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Stricter => Self::Looser,
            Self::Looser => Self::Stricter,
            Self::Same | Self::Different | Self::Unknown => self,
        }
    }

    /// Whether something sets the two apart for sure.
    #[must_use]
    pub fn is_difference(self) -> bool {
        matches!(self, Self::Stricter | Self::Looser | Self::Different)
    }

    /// The standing as one letter, in the data of a page.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::Same => '=',
            Self::Stricter => 's',
            Self::Looser => 'l',
            Self::Different => 'd',
            Self::Unknown => 'u',
        }
    }
}

impl Value {
    /// What stricter means for this value.
    #[must_use]
    pub fn scale(&self) -> Scale {
        match self {
            Self::Pins(_) | Self::Ways(_) => Scale::Offer,
            _ => Scale::Burden,
        }
    }
}

/// What is stated and holds for everybody.
pub(super) fn stated<'f>(finding: &'f Finding<'_>) -> Option<&'f Value> {
    match &finding.fact {
        Fact::Stated(value) if !finding.varies => Some(value),
        _ => None,
    }
}
