use madoguchi_schema::model::{DocumentKind, Item, Note, Period, Said};
use madoguchi_schema::scalar::{Condition, ConditionId};

use super::trip::{ACCOMPANIED, REPRESENTATIVE, Trip, by_steps, said, said_list};
use super::{Finding, Subject, Value};

/// Which cardholders must bring their representative along.
pub(super) fn accompanied<'d>(subject: &Subject<'d>) -> Finding<'d> {
    conditions(subject, ACCOMPANIED, |applicant| &applicant.represents)
}

/// For which cardholders a legal representative comes; an age line is one of these conditions.
pub(super) fn represents<'d>(subject: &Subject<'d>) -> Finding<'d> {
    conditions(subject, REPRESENTATIVE, |applicant| &applicant.represents)
}

/// Which offices the page names.
pub(super) fn kinds<'d>(subject: &Subject<'d>) -> Finding<'d> {
    conditions(subject, REPRESENTATIVE, |applicant| &applicant.who)
}

/// Whether the cardholder must come along.
pub(super) fn attends<'d>(subject: &Subject<'d>) -> Finding<'d> {
    let Some(applicant) = subject.applicants().get(REPRESENTATIVE) else { return Finding::absent(subject.origin()) };
    let origin = subject.applicant_origin(applicant);
    match applicant.accepted {
        Some(Said::Value(false)) => Finding::stated(Value::NotAccepted, origin),
        _ => said(applicant.principal_attends.as_ref(), origin, |attends| Value::Attendance(*attends)),
    }
}

fn conditions<'d>(
    subject: &Subject<'d>,
    id: &str,
    list: impl FnOnce(&'d madoguchi_schema::model::Applicant) -> &'d Vec<Said<ConditionId>>,
) -> Finding<'d> {
    let Some(applicant) = subject.applicants().get(id) else { return Finding::absent(subject.origin()) };
    let origin = subject.applicant_origin(applicant);
    match applicant.accepted {
        Some(Said::Value(false)) => Finding::stated(Value::NotAccepted, origin),
        _ => said_list(list(applicant), origin, Value::Conditions),
    }
}

pub(super) fn proof<'d>(subject: &Subject<'d>) -> Finding<'d> {
    by_steps(subject, REPRESENTATIVE, |trip| match trip.visits().next_back() {
        Some(visit) => {
            trip.asked_at(visit, |item| trip.names(item, DocumentKind::AuthorityProof)).single(Value::Demands)
        }
        None => Finding::absent(trip.origin),
    })
}

/// When the proof is not asked for.
pub(super) fn waiver<'d>(subject: &Subject<'d>) -> Finding<'d> {
    of_proofs(subject, |item| item.unless.clone(), Value::Waivers)
}

pub(super) fn issued_within<'d>(subject: &Subject<'d>) -> Finding<'d> {
    of_proofs(subject, |item| item.issued_within, Value::Periods)
}

/// What is said of the proofs of authority, each thing once.
fn of_proofs<'d, T: ProofDetail>(
    subject: &Subject<'d>,
    detail: impl Fn(&Item) -> Option<T>,
    value: impl FnOnce(Vec<T>) -> Value,
) -> Finding<'d> {
    by_steps(subject, REPRESENTATIVE, |trip| {
        let (proofs, unclear, origin) = proofs(trip);
        let mut details: Vec<T> = Vec::new();
        for found in proofs.into_iter().filter_map(detail) {
            if !details.contains(&found) {
                details.push(found);
            }
        }
        match (details.is_empty(), unclear) {
            (false, _) => Finding::stated(value(details), origin),
            (true, unclear) => Finding::list(None, unclear, origin),
        }
    })
}

trait ProofDetail: PartialEq {}
impl ProofDetail for Condition {}
impl ProofDetail for Period {}

/// The proofs of the last visit, those inside lists included.
fn proofs<'d>(trip: &Trip<'_, 'd>) -> (Vec<&'d Item>, Option<&'d Note>, super::Origin<'d>) {
    let Some(visit) = trip.visits().next_back() else { return (Vec::new(), None, trip.origin) };
    let origin = trip.origin_of(visit);
    match &visit.bring {
        None => (Vec::new(), None, origin),
        Some(Said::Unclear(note)) => (Vec::new(), Some(note), origin),
        Some(Said::Value(papers)) => {
            let mut found = Vec::new();
            collect(trip, papers, &mut found);
            (found, papers.iter().find_map(Said::unclear), origin)
        }
    }
}

fn collect<'d>(trip: &Trip<'_, 'd>, papers: &'d [Said<Item>], found: &mut Vec<&'d Item>) {
    for item in papers.iter().filter_map(Said::value) {
        if trip.names(item, DocumentKind::AuthorityProof) {
            found.push(item);
        }
        if let madoguchi_schema::model::Asked::AnyOf(lists) = &item.asked {
            lists.iter().for_each(|list| collect(trip, list, found));
        }
    }
}
