//! keys

pub(crate) mod exactly_one_key;
pub(crate) mod missing_key;
pub(crate) mod no_value;
pub(crate) mod out_of_range;
pub(crate) mod unknown_key;
pub(crate) mod unknown_value;
pub(crate) mod untyped;
pub(crate) mod wrong_type;

use super::Rule;

/// The rules of this family, by code.
pub(super) const RULES: &[&Rule] = &[
    &unknown_key::RULE,
    &missing_key::RULE,
    &exactly_one_key::RULE,
    &wrong_type::RULE,
    &no_value::RULE,
    &unknown_value::RULE,
    &out_of_range::RULE,
    &untyped::RULE,
];
