//! What the documents take from a record.

use madoguchi_schema::model::Extent;

use crate::export::{Record, SourceRecord};

/// The name of a record's state.
pub(super) fn state(record: &Record) -> &str {
    record.state.name()
}

/// Whether the page says it.
pub(super) fn is_stated(record: &Record) -> bool {
    state(record) == "stated"
}

/// The applicant whom a record is about.
pub(super) fn applicant(record: &Record) -> Option<&str> {
    record.applicant.as_deref()
}

/// How much of a page was read.
pub(super) fn extent(source: &SourceRecord) -> &str {
    match source.read {
        Extent::Whole => "whole",
        Extent::Part => "part",
    }
}

/// The facet that a record is about.
pub(super) fn facet(record: &Record) -> &str {
    &record.facet
}
