//! What a contributor sees: the reports of broken files, in both languages, as goldens.
//!
//! `INSTA_UPDATE=always cargo test -p madoguchi-validator --test diagnostics` blesses them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

mod support;

use madoguchi_validator::{Lang, Messages, report};

/// Kanazawa's file with some text replaced.
fn broken(changes: &[(&str, &str)]) -> madoguchi_validator::Checked {
    let mut files = support::dataset_files();
    for file in files.iter_mut().filter(|file| file.path.ends_with("-kanazawa.yaml")) {
        let mut text = support::text(file);
        for (from, to) in changes {
            assert!(text.contains(from), "{from}");
            text = text.replacen(from, to, 1);
        }
        *file = support::with_text(file, &text);
    }
    let checked = madoguchi_validator::check(&support::loaded(files), support::today());
    checked.only(|path| path.ends_with("-kanazawa.yaml"))
}

fn human(changes: &[(&str, &str)], lang: Lang) -> String {
    report::human(&broken(changes), &Messages::new(lang).unwrap(), false).unwrap()
}

const FAULTS: &[(&str, &str)] = &[
    ("municipality: \"172014\"", "municipality: \"172015\""),
    ("    page_date: unknown", "    page_date: 2025年3月10日"),
    ("    read: whole", "    raed: whole"),
    ("    kind: citizens-centre", "    kind: citizen-centre"),
];

#[test]
fn faults_are_underlined_under_full_width_text_in_japanese() {
    insta::assert_snapshot!(human(FAULTS, Lang::Ja));
}

#[test]
fn faults_are_underlined_under_full_width_text_in_english() {
    insta::assert_snapshot!(human(FAULTS, Lang::En));
}

#[test]
fn a_line_of_japanese_is_underlined_at_the_right_column() {
    let text = human(&[("name: { ja: 金沢市, kana: かなざわし", "name: { ja: 金沢市, kana: カナザワし")], Lang::Ja);
    insta::assert_snapshot!(text);
}

#[test]
fn the_report_for_programs_counts_bytes_characters_and_utf16() {
    let text = report::json(&broken(&[("kana: かなざわし", "kana: 𠮷かなざわし")]), &Messages::new(Lang::En).unwrap());
    insta::assert_snapshot!(text.unwrap());
}
