use madoguchi_schema::model::{DocumentKind, Person};

use super::trip::{AGENT, PRINCIPAL, REPRESENTATIVE, Trip, by_steps};
use super::{Finding, Subject, Value};

pub(super) fn principal_documents<'d>(subject: &Subject<'d>) -> Finding<'d> {
    by_steps(subject, PRINCIPAL, |trip| first_documents(trip))
}

/// What the cardholder shows besides the card itself.
pub(super) fn principal_identity<'d>(subject: &Subject<'d>) -> Finding<'d> {
    by_steps(subject, PRINCIPAL, |trip| identity(trip, Visited::First, Person::Principal))
}

pub(super) fn representative_identity<'d>(subject: &Subject<'d>) -> Finding<'d> {
    by_steps(subject, REPRESENTATIVE, |trip| identity(trip, Visited::Last, Person::LegalRepresentative))
}

pub(super) fn representative_principal_identity<'d>(subject: &Subject<'d>) -> Finding<'d> {
    by_steps(subject, REPRESENTATIVE, |trip| identity(trip, Visited::Last, Person::Principal))
}

pub(super) fn agent_first_documents<'d>(subject: &Subject<'d>) -> Finding<'d> {
    by_steps(subject, AGENT, |trip| first_documents(trip))
}

pub(super) fn agent_first_identity<'d>(subject: &Subject<'d>) -> Finding<'d> {
    by_steps(subject, AGENT, |trip| identity(trip, Visited::First, Person::Agent))
}

pub(super) fn agent_last_identity<'d>(subject: &Subject<'d>) -> Finding<'d> {
    by_steps(subject, AGENT, |trip| identity(trip, Visited::Last, Person::Agent))
}

pub(super) fn agent_principal_identity<'d>(subject: &Subject<'d>) -> Finding<'d> {
    by_steps(subject, AGENT, |trip| identity(trip, Visited::Last, Person::Principal))
}

enum Visited {
    First,
    Last,
}

fn first_documents<'d>(trip: &Trip<'_, 'd>) -> Finding<'d> {
    match trip.visits().next() {
        Some(visit) => trip.asked_at(visit, |_| true).whole(),
        None => Finding::absent(trip.origin),
    }
}

/// The identity documents of a person at a visit. The card of the procedure is none of them.
fn identity<'d>(trip: &Trip<'_, 'd>, visited: Visited, person: Person) -> Finding<'d> {
    let visit = match visited {
        Visited::First => trip.visits().next(),
        Visited::Last => trip.visits().next_back(),
    };
    let Some(visit) = visit else { return Finding::absent(trip.origin) };
    trip.asked_at(visit, |item| trip.identifies(item, person) && !trip.names(item, DocumentKind::Card))
        .single(Value::Identity)
}
