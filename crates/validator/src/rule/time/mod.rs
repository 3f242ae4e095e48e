//! time

pub(crate) mod begins_before_earlier_ends;
pub(crate) mod closed_by_later_hours;
pub(crate) mod earlier_without_end;
pub(crate) mod ends_before_beginning;
mod hours;
pub(crate) mod last_reception;
pub(crate) mod long_unread;
pub(crate) mod night_hours;
pub(crate) mod open_and_closed;
pub(crate) mod overlapping_periods;
pub(crate) mod page_after_reading;
pub(crate) mod read_in_future;

use super::Rule;

/// The rules of this family, by code.
pub(super) const RULES: &[&Rule] = &[
    &page_after_reading::RULE,
    &read_in_future::RULE,
    &ends_before_beginning::RULE,
    &earlier_without_end::RULE,
    &closed_by_later_hours::RULE,
    &night_hours::RULE,
    &open_and_closed::RULE,
    &overlapping_periods::RULE,
    &long_unread::RULE,
    &begins_before_earlier_ends::RULE,
    &last_reception::RULE,
];
