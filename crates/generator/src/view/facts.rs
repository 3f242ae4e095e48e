//! The facets of a procedure as facts on a page and cells of a table.

use madoguchi_schema::model::Fact;
use serde::Serialize;

use super::city::City;
use super::state::FactView;
use super::words::{Worded, Words};
use crate::facet::{Facet, Finding, Group, Subject};

/// A group of facts.
#[derive(Debug, Serialize)]
pub(crate) struct FactGroup {
    pub(crate) id: &'static str,
    pub(crate) name: String,
    pub(crate) facts: Vec<FactView>,
}

/// Where a facet's fact stands on a procedure's page.
pub(crate) fn fact_anchor(facet: &Facet) -> String {
    format!("fact-{}", facet.id)
}

impl Words<'_> {
    pub(crate) fn group(&self, group: Group) -> Worded {
        self.say(match group {
            Group::Offer => "group-offer",
            Group::Counters => "group-counters",
            Group::Principal => "group-principal",
            Group::Representative => "group-representative",
            Group::Authority => "group-authority",
            Group::Agent => "group-agent",
            Group::Letter => "group-letter",
            Group::Page => "group-page",
        })
    }

    pub(crate) fn facet(&self, facet: &Facet) -> Worded {
        self.say(&format!("facet-{}", facet.id))
    }
}

impl City<'_> {
    /// Every facet of a procedure, in groups.
    pub(crate) fn fact_groups(&self, subject: &Subject<'_>) -> Worded<Vec<FactGroup>> {
        Group::ALL
            .into_iter()
            .map(|group| {
                let facts = group.facets().map(|facet| self.facet_fact(facet, subject));
                Ok(FactGroup { id: group.name(), name: self.words.group(group)?, facts: facts.collect::<Worded<_>>()? })
            })
            .collect()
    }

    /// One facet of a procedure.
    pub(crate) fn facet_fact(&self, facet: &Facet, subject: &Subject<'_>) -> Worded<FactView> {
        self.found(facet, &(facet.of)(subject))
    }

    /// What was found of a facet.
    pub(crate) fn found(&self, facet: &Facet, found: &Finding<'_>) -> Worded<FactView> {
        let stated = match &found.fact {
            Fact::Stated(value) => Some(value),
            Fact::Silent | Fact::Unclear(_) | Fact::Unread => found.beside.as_ref(),
        };
        let note = match &found.fact {
            Fact::Unclear(note) => Some(self.words.note(note)),
            _ => None,
        };
        Ok(FactView {
            id: Some(fact_anchor(facet)),
            label: self.words.facet(facet)?,
            state: self.words.state(found.fact.state())?,
            lines: stated.map(|value| self.lines(value)).transpose()?.unwrap_or_default(),
            note,
            varies: found.varies,
            national: None,
            origin: Some(self.words.origin(found.origin)?),
        })
    }
}
