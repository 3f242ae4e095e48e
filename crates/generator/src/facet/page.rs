//! The page itself. What is read off it and when it was read are two things, kept apart.

use madoguchi_schema::scalar::PageDate;

use super::{Finding, Subject, Value};

/// The date that the page bears. A page without a date says nothing of its age.
pub(super) fn date<'d>(subject: &Subject<'d>) -> Finding<'d> {
    let origin = subject.origin();
    match origin.source.page_date {
        PageDate::On(day) => Finding::stated(Value::PageDate(day), origin),
        PageDate::Unknown => Finding::absent(origin),
    }
}

pub(super) fn read<'d>(subject: &Subject<'d>) -> Finding<'d> {
    let origin = subject.origin();
    Finding::stated(Value::Day(origin.source.read_on), origin)
}

pub(super) fn extent<'d>(subject: &Subject<'d>) -> Finding<'d> {
    let origin = subject.origin();
    Finding::stated(Value::Extent(origin.source.read), origin)
}
