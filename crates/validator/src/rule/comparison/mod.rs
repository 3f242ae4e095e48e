//! What a city's file says, held against other cities and against itself.

pub(crate) mod far_value;
pub(crate) mod stated_twice;

use super::Rule;

/// The rules of this family, by code.
pub(super) const RULES: &[&Rule] = &[&far_value::RULE, &stated_twice::RULE];
