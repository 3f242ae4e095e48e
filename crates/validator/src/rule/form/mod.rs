//! form

pub(crate) mod alias;
pub(crate) mod anchor;
pub(crate) mod byte_order_mark;
pub(crate) mod duplicate_key;
pub(crate) mod empty_file;
pub(crate) mod file_name;
pub(crate) mod file_too_large;
pub(crate) mod forbidden_character;
pub(crate) mod homonym_host;
pub(crate) mod kana_of_code;
pub(crate) mod key_not_text;
pub(crate) mod layout;
pub(crate) mod link;
pub(crate) mod merge_key;
pub(crate) mod missing_file;
pub(crate) mod name_of_code;
pub(crate) mod national_list;
pub(crate) mod not_utf8;
pub(crate) mod number;
pub(crate) mod same_municipality;
pub(crate) mod second_document;
pub(crate) mod syntax;
pub(crate) mod tag;
pub(crate) mod too_deep;
pub(crate) mod too_many_nodes;
pub(crate) mod unknown_file;
pub(crate) mod unlisted_code;
pub(crate) mod wide_indentation;

use super::Rule;

/// The example municipality's file, where the examples of this family need the whole of it: its path,
/// and a text as small as can be.
const PATH: &str = "municipalities/99-fiction/991007-mihon.yaml";
const SMALL: &str = r#"municipality: "991007"
name: { ja: 見本市, kana: みほんし, en: Mihon }

sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole

counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main

procedures:
  pin-reset:
    section: 暗証番号の再設定
    at: [city-hall]
    applicants:
      principal:
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal }
"#;

/// The rules of this family, by code.
pub(super) const RULES: &[&Rule] = &[
    &file_too_large::RULE,
    &not_utf8::RULE,
    &byte_order_mark::RULE,
    &forbidden_character::RULE,
    &wide_indentation::RULE,
    &syntax::RULE,
    &empty_file::RULE,
    &second_document::RULE,
    &anchor::RULE,
    &alias::RULE,
    &tag::RULE,
    &merge_key::RULE,
    &key_not_text::RULE,
    &duplicate_key::RULE,
    &too_deep::RULE,
    &too_many_nodes::RULE,
    &number::RULE,
    &unknown_file::RULE,
    &missing_file::RULE,
    &file_name::RULE,
    &same_municipality::RULE,
    &link::RULE,
    &layout::RULE,
    &unlisted_code::RULE,
    &name_of_code::RULE,
    &kana_of_code::RULE,
    &homonym_host::RULE,
    &national_list::RULE,
];
