//! Facets: the comparable attributes of a municipality's procedure.
//!
//! The comparison, the table of facts on every page, and every export to come are drawn from the
//! one list [`FACETS`]. A facet is a function from a [`Subject`] to a [`Finding`]; adding one is a
//! function, a line of the list, and a label in the message files.

mod agent;
mod authority;
mod counters;
mod letter;
mod national;
mod offer;
mod order;
mod page;
mod papers;
mod places;
mod standing;
mod subject;
mod survey;
mod trip;
mod value;
mod visits;

use madoguchi_schema::model::{Fact, Note};

pub(crate) use counters::is_of_weekends;
#[cfg(test)]
pub(crate) use national::rules as national_rules;
pub use national::{National, NationalPlace};
pub use standing::{Scale, Standing};
pub use subject::{Origin, Subject};
pub use survey::{Class, Column, Survey};
pub use value::{Authorisation, CounterHours, Demand, HoursKind, Value, Wanted, Way};

/// A comparable attribute.
#[derive(Debug, Clone, Copy)]
pub struct Facet {
    /// Its name: in addresses, in exports, and (after `facet-`) in the message files.
    pub id: &'static str,
    /// The group in which it is shown.
    pub group: Group,
    /// What a municipality's page says of it.
    pub of: for<'d> fn(&Subject<'d>) -> Finding<'d>,
}

/// A group of about five facets, shown as one table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// What is offered, and how.
    Offer,
    /// Where and when.
    Counters,
    /// The cardholder comes.
    Principal,
    /// The legal representative comes.
    Representative,
    /// How a legal representative proves to be one.
    Authority,
    /// An agent comes.
    Agent,
    /// The letter between an agent's visits.
    Letter,
    /// The page itself.
    Page,
}

impl Group {
    /// Every group, in the order of the pages.
    pub const ALL: [Self; 8] = [
        Self::Principal,
        Self::Representative,
        Self::Authority,
        Self::Agent,
        Self::Letter,
        Self::Offer,
        Self::Counters,
        Self::Page,
    ];

    /// The group's name, in addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Offer => "offer",
            Self::Counters => "counters",
            Self::Principal => "principal",
            Self::Representative => "representative",
            Self::Authority => "authority",
            Self::Agent => "agent",
            Self::Letter => "letter",
            Self::Page => "page",
        }
    }

    /// Its facets.
    pub fn facets(self) -> impl Iterator<Item = &'static Facet> {
        FACETS.iter().filter(move |facet| facet.group == self)
    }
}

macro_rules! facets {
    ($($group:ident { $($id:literal => $of:path,)+ })+) => {
        &[$($(Facet { id: $id, group: Group::$group, of: $of },)+)+]
    };
}

/// Every facet there is.
pub const FACETS: &[Facet] = facets! {
    Principal {
        "principal-visits" => visits::principal,
        "principal-documents" => papers::principal_documents,
        "principal-identity" => papers::principal_identity,
        "principal-accompanied" => authority::accompanied,
    }
    Representative {
        "representative-for" => authority::represents,
        "representative-kinds" => authority::kinds,
        "representative-attends" => authority::attends,
        "representative-visits" => visits::representative,
        "representative-identity" => papers::representative_identity,
        "representative-principal-identity" => papers::representative_principal_identity,
    }
    Authority {
        "authority-proof" => authority::proof,
        "authority-waiver" => authority::waiver,
        "authority-issued-within" => authority::issued_within,
    }
    Agent {
        "agent-visits" => visits::agent,
        "agent-eligibility" => agent::eligibility,
        "agent-first-documents" => papers::agent_first_documents,
        "agent-first-identity" => papers::agent_first_identity,
        "agent-last-identity" => papers::agent_last_identity,
        "agent-principal-identity" => papers::agent_principal_identity,
        "agent-authorisation" => agent::authorisation,
    }
    Letter {
        "letter-to" => letter::addressee,
        "letter-mail" => letter::mail,
        "letter-deadline" => letter::deadline,
        "letter-concealment" => letter::concealment,
        "letter-pin-entry" => letter::pin_entry,
    }
    Offer {
        "reasons" => offer::reasons,
        "pins" => offer::pins,
        "fee" => offer::fee,
        "kiosk" => offer::kiosk,
        "at-home" => offer::at_home,
    }
    Counters {
        "counters" => counters::counters,
        "hours" => counters::hours,
        "weekend" => counters::weekend,
        "reservation" => counters::reservation,
    }
    Page {
        "page-date" => page::date,
        "page-read" => page::read,
        "page-extent" => page::extent,
    }
};

/// What a facet found on a municipality's page: a fact with its state, and where it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding<'d> {
    /// The fact.
    pub fact: Fact<Value>,
    /// What is stated beside something unclear: a list of which one element cannot be coded.
    pub beside: Option<Value>,
    /// Whether the steps depend on a condition, so that this is the longest way only.
    pub varies: bool,
    /// Where it was read, or would be.
    pub origin: Origin<'d>,
}

impl<'d> Finding<'d> {
    /// A fact read in one place.
    #[must_use]
    pub fn new(fact: Fact<Value>, origin: Origin<'d>) -> Self {
        Self { fact, beside: None, varies: false, origin }
    }

    /// A stated value.
    #[must_use]
    pub fn stated(value: Value, origin: Origin<'d>) -> Self {
        Self::new(Fact::Stated(value), origin)
    }

    /// Nothing: silent or unread, by how much of the source was read.
    #[must_use]
    pub fn absent(origin: Origin<'d>) -> Self {
        Self::new(Fact::absent(origin.source.read), origin)
    }

    /// A list in which some elements may be unclear: one such element makes the list unclear, and
    /// what is stated stays beside it.
    #[must_use]
    pub fn list(stated: Option<Value>, unclear: Option<&Note>, origin: Origin<'d>) -> Self {
        match (stated, unclear) {
            (beside, Some(note)) => Self { beside, ..Self::new(Fact::Unclear(note.clone()), origin) },
            (Some(value), None) => Self::stated(value, origin),
            (None, None) => Self::absent(origin),
        }
    }
}
