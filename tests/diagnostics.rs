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

/// The findings of a file with one change: each with its code, what it points at, its words, and what
/// its repair puts there.
fn found(from: &str, to: &str) -> Vec<(&'static str, String, String, Option<String>)> {
    let checked = broken(&[(from, to)]);
    let messages = Messages::new(Lang::En).unwrap();
    let text = checked.texts.values().find(|text| text.contains(to)).unwrap();
    let one = |found: &madoguchi_validator::Diagnostic| {
        let words = messages.words(found).unwrap();
        let place = found.span.unwrap().slice(text).unwrap().to_owned();
        let said = format!("{} {}", words.message, words.help.unwrap());
        (found.rule.code, place, said, found.edit.as_ref().map(|edit| edit.text.clone()))
    };
    checked.diagnostics.iter().map(one).collect()
}

/// One finding with its place, a part of its words and its repair.
fn finds(from: &str, to: &str, code: &str, place: &str, said: &str, repair: Option<&str>) {
    let found = found(from, to);
    let [(found_code, found_place, words, edit)] = &found[..] else { panic!("{to}: {found:?}") };
    assert_eq!((*found_code, found_place.as_str(), edit.as_deref()), (code, place, repair), "{to}: {words}");
    assert!(words.contains(said), "{to}: {words}");
}

#[test]
fn a_name_in_place_of_an_id_is_looked_up_in_the_vocabulary() {
    let licence = Some("drivers-licence");
    for name in ["運転免許証", "うんてんめんきょしょう", "自動車運転免許証"] {
        let (entry, said) = (format!("      - {name}"), "Did you mean `drivers-licence`?");
        finds("      - drivers-licence", &entry, "V060", name, said, licence);
    }
    let card = "document: マイナンバーカード";
    let meant = "Did you mean `my-number-card`?";
    finds("document: my-number-card", card, "V060", "マイナンバーカード", meant, Some("my-number-card"));
    finds("document: inquiry-reply", "document: 照会書", "V060", "照会書", "`inquiry-reply`", Some("inquiry-reply"));
    let change = "  暗証番号の変更:";
    finds("  pin-change:", change, "V060", "暗証番号の変更", "Did you mean `pin-change`?", Some("pin-change"));
    let agent = "      任意代理人:";
    finds("      agent:", agent, "V060", "任意代理人", "Did you mean `agent`?", Some("agent"));
    // Two are called so.
    let open = "stand in datasets/vocabulary/applicants.yaml";
    finds("      agent:", "      代理人:", "V060", "代理人", open, None);
    finds("identity: A+A |", "identity: A+顔写真 |", "V060", "顔写真", "`face-photo`", Some("face-photo"));
}

#[test]
fn what_is_written_in_full_width_is_said_to_be_and_offered_in_half_width() {
    let said = "full-width";
    let date = "\u{ff12}\u{ff10}\u{ff12}\u{ff16}\u{ff0d}\u{ff10}\u{ff14}\u{ff0d}\u{ff10}\u{ff11}";
    finds("page_date: unknown", &format!("page_date: {date}"), "V020", date, said, Some("2026-04-01"));
    let code = "\u{ff11}\u{ff17}\u{ff12}\u{ff10}\u{ff11}\u{ff14}";
    let written = format!("municipality: \"{code}\"");
    finds("municipality: \"172014\"", &written, "V010", &format!("\"{code}\""), said, Some("\"172014\""));
    let hours = "Mo-Fr 09:00\u{301c}17:45; PH off; Dec 29-Jan 3 off";
    let right = Some("\"Mo-Fr 09:00-17:45; PH off; Dec 29-Jan 3 off\"");
    let rest = "\u{301c}17:45; PH off; Dec 29-Jan 3 off";
    finds("Mo-Fr 09:00-17:45; PH off; Dec 29-Jan 3 off", hours, "V040", rest, said, right);
    let whole = "\u{ff57}\u{ff48}\u{ff4f}\u{ff4c}\u{ff45}";
    finds("    read: whole", &format!("    read: {whole}"), "K006", whole, "Did you mean `whole`?", Some("whole"));
    let length = "\u{201d}6-16\u{201d}";
    finds("length: \"6-16\"", &format!("length: {length}"), "V073", length, said, Some("6-16"));
}

#[test]
fn a_number_or_truth_value_that_is_written_as_a_text_is_offered() {
    finds("  kinds: 4", "  kinds: \u{ff14}", "K004", "\u{ff14}", "half-width digits", Some("4"));
    finds("  kinds: 4", "  kinds: \"4\"", "K004", "\"4\"", "without quotation marks", Some("4"));
    let list = Some("- forgotten\n      - locked");
    let written = "-forgotten\n      -locked";
    let said = "a dash and a space";
    finds("reasons: [forgotten, locked]", &format!("reasons:\n      {written}"), "K004", written, said, list);
    for (written, right) in [("yes", "true"), ("はい", "true"), ("いいえ", "false"), ("\"true\"", "true")] {
        let wrong = format!("    several: {written}");
        finds("    several: true", &wrong, "K004", written, "without quotation marks", Some(right));
    }
}

#[test]
fn a_key_of_another_name_says_which_is_missing_and_one_without_a_space_that_it_is() {
    finds("    read: whole", "    reading: whole", "K001", "reading", "`read` is missing here", None);
    let written = "ja\u{ff1a}金沢市";
    let said = "Put a half-width colon and a space behind `ja`.";
    finds("name: { ja: 金沢市,", &format!("name: {{ {written},"), "K001", written, said, Some("ja: 金沢市"));
}

#[test]
fn what_is_empty_is_said_to_be_not_filled_in() {
    for (from, to, code) in [
        ("page_date: unknown", "page_date: \"\"", "V020"),
        (
            "https://www4.city.kanazawa.lg.jp/kurashi_tetsuzuki/todokede_shomei/mynumber_jukinet/1/26086.html",
            "\"\"",
            "V030",
        ),
        ("    read: whole", "    read: \"\"", "K006"),
        ("    kind: citizens-centre", "    kind: \"\"", "K006"),
    ] {
        finds(from, to, code, "\"\"", "not filled in yet", None);
    }
}

#[test]
fn of_a_long_line_a_repair_shows_what_is_around_it() {
    let long = format!("# \u{200b}{}", "長い注".repeat(5000));
    let changes = [("municipality: \"172014\"", format!("{long}\nmunicipality: \"172014\""))];
    let changes: Vec<(&str, &str)> = changes.iter().map(|(from, to)| (*from, to.as_str())).collect();
    let text = human(&changes, Lang::En);
    assert!(text.contains("This would repair it"), "{text}");
    assert!(text.len() < 3000, "{} bytes:\n{text}", text.len());
}
