//! Facets of procedures, on both sides and on each day on which something begins or ends.

use std::collections::BTreeSet;

use madoguchi_schema::dataset::{MunicipalityFile, Vocabulary};
use madoguchi_schema::model::{Asked, Fact, Item, Procedure, Said};
use madoguchi_schema::scalar::formula::Paper;
use madoguchi_schema::scalar::{ClassName, Day, ProcedureId};

use super::{FactTurn, Turn, What};
use crate::facet::{Demand, FACETS, Finding, Group, Scale, Standing, Subject, Value};

/// A municipality's file with the vocabularies of its side.
type Side<'d> = (&'d MunicipalityFile, &'d Vocabulary);

/// The procedures that came or went, then the facets that say something else; one that says so of
/// several procedures says it once.
pub(super) fn differences<'d>(base: Side<'d>, head: Side<'d>, today: Day) -> Vec<What<'d>> {
    let (one, other) = (&base.0.municipality.procedures, &head.0.municipality.procedures);
    let ids: BTreeSet<&'d ProcedureId> = one.keys().chain(other.keys()).collect();
    let mut procedures = Vec::new();
    let mut facts: Vec<FactTurn<'d>> = Vec::new();
    for id in ids {
        let (presence, found) = of_procedure(base, head, id, today);
        procedures.extend(presence);
        for fact in found {
            match facts.iter_mut().find(|known| is_same_turn(known, &fact)) {
                Some(known) => known.procedures.push(id),
                None => facts.push(fact),
            }
        }
    }
    let place = |fact: &FactTurn<'_>| FACETS.iter().position(|facet| facet.id == fact.facet.id);
    facts.sort_by_key(|fact| (fact.from, place(fact)));
    procedures.extend(facts.into_iter().map(|fact| What::Fact(Box::new(fact))));
    procedures
}

fn of_procedure<'d>(
    base: Side<'d>,
    head: Side<'d>,
    id: &'d ProcedureId,
    today: Day,
) -> (Vec<What<'d>>, Vec<FactTurn<'d>>) {
    let on = |side: Side<'d>, day: Day| Subject::new(side.0, id, day, side.1);
    let (mut presence, mut facts): (Vec<What<'d>>, Vec<FactTurn<'d>>) = (Vec::new(), Vec::new());
    let mut last_presence = None;
    let mut last_facts: Vec<FactTurn<'d>> = Vec::new();
    for day in days(base.0, head.0, id, today) {
        let from = (day > today).then_some(day);
        let (before, after) = (on(base, day), on(head, day));
        let turn = Turn::of(before, after, |_, _| true);
        let name = turn.as_ref().map(Turn::name);
        if let (Some(turn), true) = (turn, name != last_presence) {
            let rule = |subject: Subject<'d>| subject.procedure;
            presence.push(What::Procedure(
                id,
                from,
                match turn {
                    Turn::New(after) => Turn::New(rule(after)),
                    Turn::Gone(before) => Turn::Gone(rule(before)),
                    Turn::Changed { before, after } => Turn::Changed { before: rule(before), after: rule(after) },
                },
            ));
        }
        last_presence = name;
        let found = match (before, after) {
            (Some(before), Some(after)) => of_subjects(&before, &after, from),
            _ => Vec::new(),
        };
        // What changed on an earlier day already is not said again.
        let is_new = |fact: &&FactTurn<'d>| !last_facts.iter().any(|known| is_same_turn_but_day(known, fact));
        facts.extend(found.iter().filter(is_new).cloned());
        last_facts = found;
    }
    (presence, facts)
}

/// Today, and every later day on which a rule of either side begins or has ended.
fn days(base: &MunicipalityFile, head: &MunicipalityFile, id: &ProcedureId, today: Day) -> BTreeSet<Day> {
    let of = |file: &MunicipalityFile| -> Vec<Day> {
        let rules = file.municipality.procedures.get(id).into_iter().flat_map(Procedure::rules);
        rules
            .flat_map(|rule| {
                let after = |last: Day| last.date().tomorrow().ok().map(Day::from);
                [rule.valid_from, rule.valid_until.and_then(after)]
            })
            .flatten()
            .collect()
    };
    let later = of(base).into_iter().chain(of(head)).filter(|day| *day > today);
    later.chain([today]).collect()
}

/// When a page was written and read is no rule: sources say that.
fn of_subjects<'d>(before: &Subject<'d>, after: &Subject<'d>, from: Option<Day>) -> Vec<FactTurn<'d>> {
    let facets = FACETS.iter().filter(|facet| facet.group != Group::Page);
    let turn = |facet| turn(facet, before, after, from);
    facets.filter_map(turn).collect()
}

fn turn<'d>(
    facet: &'static crate::facet::Facet,
    before: &Subject<'d>,
    after: &Subject<'d>,
    from: Option<Day>,
) -> Option<FactTurn<'d>> {
    let (was, is) = (trimmed((facet.of)(before)), trimmed((facet.of)(after)));
    if is_same(&was, &is) {
        return None;
    }
    let value = match (&is.fact, &was.fact) {
        (Fact::Stated(value), _) | (_, Fact::Stated(value)) => Some(value),
        _ => None,
    };
    Some(FactTurn {
        facet,
        procedures: vec![after.id],
        from,
        standing: Standing::of(&is, &was),
        scale: value.map_or(Scale::Burden, Value::scale),
        before: was,
        after: is,
    })
}

fn is_same(one: &Finding<'_>, other: &Finding<'_>) -> bool {
    one.fact == other.fact && one.beside == other.beside && one.varies == other.varies
}

fn is_same_turn(one: &FactTurn<'_>, other: &FactTurn<'_>) -> bool {
    one.from == other.from && is_same_turn_but_day(one, other)
}

fn is_same_turn_but_day(one: &FactTurn<'_>, other: &FactTurn<'_>) -> bool {
    one.facet.id == other.facet.id && is_same(&one.before, &other.before) && is_same(&one.after, &other.after)
}

/// A finding without the classes that its formulas do not name: a further list of papers changes
/// nothing for whom it is not asked of.
fn trimmed(finding: Finding<'_>) -> Finding<'_> {
    let fact = match finding.fact {
        Fact::Stated(value) => Fact::Stated(with_used_classes(value)),
        other => other,
    };
    Finding { fact, beside: finding.beside.map(with_used_classes), ..finding }
}

fn with_used_classes(mut value: Value) -> Value {
    match &mut value {
        Value::Demands(demands) | Value::Identity(demands) => demands.iter_mut().for_each(trim),
        Value::Eligibility { identity: Some(demand), .. } => trim(demand),
        _ => {}
    }
    value
}

fn trim(demand: &mut Demand) {
    let mut used = BTreeSet::new();
    classes(&demand.item, &mut used);
    demand.kinds.retain(|class, _| used.contains(class));
}

fn classes(item: &Item, used: &mut BTreeSet<ClassName>) {
    match &item.asked {
        Asked::Identity(formula) | Asked::Papers(formula) => {
            used.extend(formula.0.atoms().filter_map(|atom| match atom {
                Paper::Class(class) => Some(class.clone()),
                Paper::Document(_) => None,
            }))
        }
        Asked::AnyOf(lists) => {
            lists.iter().flatten().filter_map(Said::value).for_each(|inner| classes(inner, used));
        }
    }
}
