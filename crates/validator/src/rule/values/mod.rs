//! values

pub(crate) mod class_shape;
pub(crate) mod code_check_digit;
pub(crate) mod code_prefecture;
pub(crate) mod code_shape;
pub(crate) mod control_in_text;
pub(crate) mod date_shape;
pub(crate) mod date_unreal;
pub(crate) mod empty_text;
pub(crate) mod formula_bracket;
pub(crate) mod formula_character;
pub(crate) mod formula_empty;
pub(crate) mod formula_operand;
pub(crate) mod formula_operator;
pub(crate) mod formula_size;
pub(crate) mod hours_overnight;
pub(crate) mod hours_shape;
pub(crate) mod id_shape;
pub(crate) mod kana_shape;
pub(crate) mod length_shape;
pub(crate) mod padded_text;
pub(crate) mod postal_code_shape;
pub(crate) mod route_shape;
pub(crate) mod telephone_shape;
pub(crate) mod url_host;
pub(crate) mod url_scheme;
pub(crate) mod url_shape;
pub(crate) mod url_user;

use super::Rule;

/// The rules of this family, by code.
pub(super) const RULES: &[&Rule] = &[
    &empty_text::RULE,
    &padded_text::RULE,
    &control_in_text::RULE,
    &code_shape::RULE,
    &code_check_digit::RULE,
    &code_prefecture::RULE,
    &date_shape::RULE,
    &date_unreal::RULE,
    &url_shape::RULE,
    &url_scheme::RULE,
    &url_user::RULE,
    &url_host::RULE,
    &hours_shape::RULE,
    &hours_overnight::RULE,
    &formula_empty::RULE,
    &formula_character::RULE,
    &formula_operand::RULE,
    &formula_operator::RULE,
    &formula_bracket::RULE,
    &formula_size::RULE,
    &id_shape::RULE,
    &class_shape::RULE,
    &kana_shape::RULE,
    &telephone_shape::RULE,
    &postal_code_shape::RULE,
    &length_shape::RULE,
    &route_shape::RULE,
];
