//! What changed in a block and no facet, list or note says: it is named, so that no change passes in
//! silence.

use std::collections::BTreeSet;

use madoguchi_schema::model::{Applicant, Counter, Municipality, Procedure};

use super::{Block, What};
use crate::facet::Group;

pub(super) fn differences<'d>(base: &'d Municipality, head: &'d Municipality, said: &[What<'d>]) -> Vec<What<'d>> {
    let mut found = Vec::new();
    let mut name = |block: Block<'d>, differs: bool| {
        if differs {
            found.push(What::Rest(block));
        }
    };
    name(Block::Terms, base.terms != head.terms);
    name(Block::Pins, pins(base) != pins(head));
    name(Block::Certificates, certificates(base) != certificates(head));
    let hours_said = said.iter().any(|what| matches!(what, What::Fact(fact) if fact.facet.group == Group::Counters));
    for id in both(base.counters.keys(), head.counters.keys()) {
        let (one, other) = (base.counters.get(id), head.counters.get(id));
        let differs = match (one, other) {
            (Some(one), Some(other)) if hours_said => unsaid(one) != unsaid(other),
            _ => !hours_said && one.map(bare) != other.map(bare),
        };
        name(Block::Counter(id), differs);
    }
    for id in both(base.forms.keys(), head.forms.keys()) {
        let of = |municipality: &'d Municipality| {
            let mut form = municipality.forms.get(id).cloned();
            form.iter_mut().for_each(|form| form.notes.clear());
            form
        };
        name(Block::Form(id), of(base) != of(head));
    }
    for id in both(base.procedures.keys(), head.procedures.keys()) {
        let is_said = said.iter().any(|what| match what {
            What::Fact(fact) => fact.procedures.contains(&id),
            What::Procedure(known, ..) => *known == id,
            _ => false,
        });
        let of = |municipality: &'d Municipality| municipality.procedures.get(id).map(steps);
        name(Block::Procedure(id), !is_said && of(base) != of(head));
    }
    name(Block::Slips, base.slips != head.slips);
    found
}

fn both<'d, T: Ord>(one: impl Iterator<Item = &'d T>, other: impl Iterator<Item = &'d T>) -> BTreeSet<&'d T> {
    one.chain(other).collect()
}

fn pins(municipality: &Municipality) -> Option<madoguchi_schema::model::Pins> {
    municipality.pins.clone().map(|mut pins| {
        pins.notes.clear();
        (pins.source, pins.section) = (None, None);
        pins
    })
}

fn certificates(municipality: &Municipality) -> Option<madoguchi_schema::model::Certificates> {
    municipality.certificates.clone().map(|mut certificates| {
        certificates.notes.clear();
        (certificates.source, certificates.section) = (None, None);
        certificates
    })
}

/// A counter without its notes and where it was read.
fn bare(counter: &Counter) -> Counter {
    Counter { notes: Vec::new(), source: None, section: None, ..counter.clone() }
}

/// A counter without what facets say of it.
fn unsaid(counter: &Counter) -> Counter {
    let label = &counter.name;
    let name = madoguchi_schema::model::Label { kana: None, plain: None, en: None, ..label.clone() };
    let mut counter = Counter { name, hours: None, reservation: None, ..bare(counter) };
    counter.irregular.clear();
    counter
}

/// A procedure without its notes and where it was read.
fn steps(procedure: &Procedure) -> Procedure {
    let mut procedure = procedure.clone();
    procedure.notes.clear();
    (procedure.source, procedure.section) = (None, None);
    procedure.applicants.values_mut().for_each(|applicant: &mut Applicant| {
        applicant.notes.clear();
        (applicant.source, applicant.section) = (None, None);
    });
    procedure.earlier = procedure.earlier.iter().map(steps).collect();
    procedure
}
