use madoguchi_schema::model::{Extent, Fact};

use super::trip::{AGENT, PRINCIPAL, REPRESENTATIVE, by_steps};
use super::{Finding, Subject, Value};

pub(super) fn principal<'d>(subject: &Subject<'d>) -> Finding<'d> {
    visits(subject, PRINCIPAL)
}

pub(super) fn representative<'d>(subject: &Subject<'d>) -> Finding<'d> {
    visits(subject, REPRESENTATIVE)
}

pub(super) fn agent<'d>(subject: &Subject<'d>) -> Finding<'d> {
    visits(subject, AGENT)
}

/// The number of visits is counted from the steps. Where the steps were not read to their end, only
/// a number that the page names counts.
fn visits<'d>(subject: &Subject<'d>, id: &str) -> Finding<'d> {
    let counted = by_steps(subject, id, |trip| match trip.visits().count() {
        _ if trip.applicant.steps_read == Some(Extent::Part) => Finding::absent(trip.origin),
        0 => Finding::absent(trip.origin),
        count => Finding::stated(Value::Visits(count), trip.origin),
    });
    let named = subject.applicants().get(id).and_then(|applicant| applicant.visits_stated.as_ref());
    match (&counted.fact, named) {
        (Fact::Silent | Fact::Unread, Some(named)) => {
            let value = |number: &u8| Value::Visits(usize::from(*number));
            Finding { fact: Fact::of(Some(named), Extent::Part).map(value), ..counted }
        }
        _ => counted,
    }
}
