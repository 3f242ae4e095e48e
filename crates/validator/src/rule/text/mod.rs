//! text

pub(crate) mod document_names;
pub(crate) mod english_in_japanese;
pub(crate) mod era_date;
pub(crate) mod japanese_in_english;
pub(crate) mod long_note;
pub(crate) mod look_alike_character;
pub(crate) mod misspelled_document;
pub(crate) mod reading_mismatch;
pub(crate) mod wide_character;
pub(super) mod words;

use super::Rule;

/// The rules of this family, by code.
pub(super) const RULES: &[&Rule] = &[
    &wide_character::RULE,
    &look_alike_character::RULE,
    &era_date::RULE,
    &misspelled_document::RULE,
    &japanese_in_english::RULE,
    &english_in_japanese::RULE,
    &reading_mismatch::RULE,
    &long_note::RULE,
];
