//! references

pub(crate) mod counter_at_and_not_at;
pub(crate) mod document_in_two_classes;
pub(crate) mod misspelled_definition;
pub(crate) mod same_as_loop;
pub(crate) mod source_not_named;
pub(crate) mod treated_as_nobody;
pub(crate) mod unknown_reference;
pub(crate) mod unused_definition;
pub(crate) mod visit_at_excluded_counter;

use super::Rule;

/// The rules of this family, by code.
pub(super) const RULES: &[&Rule] = &[
    &unknown_reference::RULE,
    &misspelled_definition::RULE,
    &unused_definition::RULE,
    &source_not_named::RULE,
    &same_as_loop::RULE,
    &document_in_two_classes::RULE,
    &counter_at_and_not_at::RULE,
    &visit_at_excluded_counter::RULE,
    &treated_as_nobody::RULE,
];
