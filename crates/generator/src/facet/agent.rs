use std::collections::BTreeSet;

use madoguchi_schema::model::{Asked, DocumentKind, Item, Person, Said};
use madoguchi_schema::scalar::DocumentId;

use super::trip::{AGENT, Trip, by_steps, said};
use super::value::Authorisation;
use super::{Demand, Finding, Subject, Value};

/// Who may be an agent at all.
pub(super) fn eligibility<'d>(subject: &Subject<'d>) -> Finding<'d> {
    let Some(applicant) = subject.applicants().get(AGENT) else { return Finding::absent(subject.origin()) };
    let origin = subject.applicant_origin(applicant);
    if let Some(Said::Value(false)) = applicant.accepted {
        return Finding::stated(Value::NotAccepted, origin);
    }
    let classes = &subject.municipality().identity_documents;
    said(applicant.eligibility.as_ref(), origin, |eligibility| Value::Eligibility {
        identity: eligibility.identity.as_ref().map(|formula| {
            let item = Item { asked: Asked::Identity(formula.clone()), ..Item::plain(formula.clone()) };
            Box::new(Demand::new(&item, Person::Agent, classes))
        }),
        only_if: eligibility.only_if.clone(),
    })
}

/// How the cardholder's authorisation is given, over all visits.
pub(super) fn authorisation<'d>(subject: &Subject<'d>) -> Finding<'d> {
    by_steps(subject, AGENT, |trip| {
        let ways = ways(trip);
        if !ways.is_empty() {
            return Finding::stated(Value::Authorisation(ways.into_iter().collect()), trip.origin);
        }
        let unclear = trip.visits().find_map(|visit| match &visit.bring {
            Some(Said::Unclear(note)) => Some(note),
            Some(Said::Value(papers)) => papers.iter().find_map(Said::unclear),
            None => None,
        });
        Finding::list(None, unclear, trip.origin)
    })
}

fn ways(trip: &Trip<'_, '_>) -> BTreeSet<Authorisation> {
    let is_authorisation = |document: &DocumentId| trip.kind(document) == Some(DocumentKind::Authorisation);
    let mut ways = BTreeSet::new();
    for visit in trip.visits() {
        let papers = visit.bring.as_ref().and_then(Said::value).into_iter().flatten();
        for item in papers.filter_map(Said::value) {
            if trip.names(item, DocumentKind::Authorisation) {
                ways.insert(if item.inside.is_some() { Authorisation::Inside } else { Authorisation::Separate });
            }
        }
        if visit.not_needed.iter().any(is_authorisation) {
            ways.insert(Authorisation::NotNeeded);
        }
    }
    if trip.fill_ins().any(|fill_in| fill_in.contains.iter().any(is_authorisation)) {
        ways.insert(Authorisation::Inside);
    }
    if trip.applicant.not_needed.iter().any(is_authorisation) {
        ways.insert(Authorisation::NotNeeded);
    }
    ways
}
