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

/// The number of visits is counted from the steps; no file types it.
fn visits<'d>(subject: &Subject<'d>, id: &str) -> Finding<'d> {
    by_steps(subject, id, |trip| match trip.visits().count() {
        0 => Finding::absent(trip.origin),
        count => Finding::stated(Value::Visits(count), trip.origin),
    })
}
