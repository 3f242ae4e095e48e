//! requirements

mod alternatives;
pub(crate) mod card_not_excluded;
pub(crate) mod class_outside_identity;
pub(crate) mod deadline_at_first_visit;
pub(crate) mod excluded_anyway;
pub(crate) mod identity_asked_twice;
pub(crate) mod letter_not_returned;
pub(crate) mod letter_too_late;
pub(crate) mod more_than_listed;
pub(crate) mod no_identity_document;
pub(crate) mod no_last_visit;
pub(crate) mod nobody_of_that_kind;
pub(crate) mod other_counter_at_first_visit;
mod papers;
pub(crate) mod principal_never_asked;
pub(crate) mod redundant_alternative;
pub(crate) mod repeated_alternative;
pub(crate) mod reply_from_nowhere;
pub(crate) mod representative_without_proof;
pub(crate) mod same_day_and_more;
pub(crate) mod steps_and_flows;
pub(crate) mod visit_count;
pub(crate) mod waiver_of_no_proof;

use super::Rule;

/// The rules of this family, by code.
pub(super) const RULES: &[&Rule] = &[
    &steps_and_flows::RULE,
    &visit_count::RULE,
    &redundant_alternative::RULE,
    &repeated_alternative::RULE,
    &more_than_listed::RULE,
    &card_not_excluded::RULE,
    &identity_asked_twice::RULE,
    &excluded_anyway::RULE,
    &class_outside_identity::RULE,
    &no_identity_document::RULE,
    &principal_never_asked::RULE,
    &letter_not_returned::RULE,
    &reply_from_nowhere::RULE,
    &letter_too_late::RULE,
    &same_day_and_more::RULE,
    &representative_without_proof::RULE,
    &waiver_of_no_proof::RULE,
    &no_last_visit::RULE,
    &nobody_of_that_kind::RULE,
    &deadline_at_first_visit::RULE,
    &other_counter_at_first_visit::RULE,
];
