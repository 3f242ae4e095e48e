//! What is set beside the rules: levels in `madoguchi.yaml`, and findings that are accepted at one
//! place of a municipality's file.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

mod support;

use madoguchi_schema::load::{Content, RawFile};
use madoguchi_validator::{Checked, Level};

const MIHON: &str = "municipalities/99-fiction/991007-mihon.yaml";
const SETTINGS: &str = "../madoguchi.yaml";

/// The example's file on another host, with a block added, checked under some settings.
fn checked(block: &str, settings: Option<&str>) -> Checked {
    let fixtures = support::root().join("tests/fixtures");
    let mut files = support::shared_files();
    for file in support::files(&fixtures, &fixtures).into_iter().filter(|file| file.path == MIHON) {
        let text = support::text(&file).replace("https://www.city.mihon.example/", "https://mihon.example.jp/");
        files.push(support::with_text(&file, &(text + block)));
    }
    let raw = |text: &str| RawFile { path: SETTINGS.to_owned(), content: Content::Bytes(text.as_bytes().to_vec()) };
    files.extend(settings.map(raw));
    madoguchi_validator::check(&support::loaded(files), support::today())
}

/// `path:the text at the place: level name`
fn found(block: &str, settings: Option<&str>) -> Vec<String> {
    let checked = checked(block, settings);
    let line = |d: &madoguchi_validator::Diagnostic| {
        let text = d.span.and_then(|span| span.slice(&checked.texts[&d.path])).unwrap_or_default();
        let file = d.path.rsplit('/').next().unwrap();
        format!("{file}:{text}: {} {}", d.level, d.rule.name)
    };
    checked.diagnostics.iter().map(line).collect()
}

const HOST: &str = "991007-mihon.yaml:https://mihon.example.jp/mynumber/pin.html: warning unofficial-host";

fn allow(rule: &str, at: &str) -> String {
    format!("\nallow:\n  - rule: {rule}\n    at: {at}\n    because: 公式の別サイト。\n")
}

#[test]
fn a_level_is_set_by_code_or_name() {
    assert_eq!(found("", None), [HOST]);
    assert_eq!(found("", Some("levels: { U001: off }\n")), [""; 0]);
    for name in ["U001", "unofficial-host"] {
        let checked = checked("", Some(&format!("levels:\n  {name}: error\n")));
        assert_eq!(checked.count(Level::Error), 1);
    }
}

#[test]
fn settings_are_read_like_every_file_with_faults_at_their_place() {
    for (settings, expected) in [
        ("levels: { unoficial-host: error }\n", "madoguchi.yaml:unoficial-host: error unknown-rule"),
        ("levels: { U001: eror }\n", "madoguchi.yaml:eror: error unknown-value"),
        ("levels: { U001: }\n", "madoguchi.yaml:U001: error no-value"),
        ("level: { U001: off }\n", "madoguchi.yaml:level: error unknown-key"),
        ("levels: { U001: off, U001: off }\n", "madoguchi.yaml:U001: error duplicate-key"),
        ("levels: [U001]\n", "madoguchi.yaml:[U001]: error wrong-type"),
        ("# nothing\n", "madoguchi.yaml:: error empty-file"),
    ] {
        assert_eq!(found("", Some(settings)), [expected, HOST], "{settings}");
    }
}

#[test]
fn rules_that_keep_the_data_whole_stay_errors() {
    let block = "\nnothing: here\n";
    let expected = "991007-mihon.yaml:nothing: error unknown-key";
    assert_eq!(found(block, None), [expected]);
    let lowered = "madoguchi.yaml:off: error fixed-level";
    assert_eq!(found(block, Some("levels: { unknown-key: off }\n")), [lowered, expected]);
    let about_itself = ["madoguchi.yaml:off: error fixed-level", HOST];
    assert_eq!(found("", Some("levels: { fixed-level: off }\n")), about_itself);
}

#[test]
fn an_accepted_finding_is_gone_and_only_at_its_place() {
    for rule in ["U001", "u001", "unofficial-host"] {
        assert_eq!(found(&allow(rule, "sources.pin.url"), None), [""; 0], "{rule}");
    }
    for at in ["sources.pin", "sources", "sources.pin.title"] {
        let unused = format!("991007-mihon.yaml:{at}: warning unused-allowance");
        assert_eq!(found(&allow("U001", at), None), [HOST.to_owned(), unused], "{at}");
    }
}

#[test]
fn an_allowance_that_does_nothing_is_a_finding() {
    let unused = |at: &str| format!("991007-mihon.yaml:{at}: warning unused-allowance");
    assert_eq!(found(&allow("T001", "sources.pin.url"), None), [HOST.to_owned(), unused("sources.pin.url")]);
    assert_eq!(found(&allow("U001", "sources.pni.url"), None), [HOST.to_owned(), unused("sources.pni.url")]);
    let twice = allow("U001", "sources.pin.url") + "  - { rule: U001, at: sources.pin.url, because: 同じ。 }\n";
    assert_eq!(found(&twice, None), [unused("sources.pin.url")]);
    // What is set to `off` is accepted all the same: the allowance is not the one at fault.
    assert_eq!(found(&allow("U001", "sources.pin.url"), Some("levels: { U001: off }\n")), [""; 0]);
}

#[test]
fn an_allowance_names_a_rule_whose_findings_can_be_accepted_and_says_why() {
    for (rule, name) in [("U0001", "unknown-rule"), ("K001", "not-allowable"), ("unused-allowance", "not-allowable")] {
        let expected = format!("991007-mihon.yaml:{rule}: error {name}");
        assert_eq!(found(&allow(rule, "sources.pin.url"), None), [HOST.to_owned(), expected]);
    }
    let silent = "\nallow:\n  - { rule: U001, at: sources.pin.url }\n";
    let expected = "991007-mihon.yaml:{ rule: U001, at: sources.pin.url }: error missing-key";
    assert_eq!(found(silent, None), [expected]);
    let nowhere = allow("U001", "sources.pin[x].url");
    assert_eq!(found(&nowhere, None), ["991007-mihon.yaml:pin[x]: error route-shape"]);
}
