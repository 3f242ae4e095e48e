use serde_json::{Value, json};

use super::data::{dataset_with, html, render};
use madoguchi_schema::dataset::Dataset;

/// Tagajo with an earlier version of its page, of which no more is known than that it stood there once.
fn with_earlier_version(change: impl Fn(&mut Value)) -> Dataset {
    dataset_with(|path, value| {
        if path.contains("042099") {
            let (later, page) = value["sources"].as_object().unwrap().iter().next().unwrap();
            let (later, mut page) = (later.clone(), page.clone());
            page["page_date"] = "2021-03-16".into();
            page["read"] = "part".into();
            page["replaced_by"] = later.into();
            page["note"] = json!({ "ja": "途中まで読んだ。", "en": "Read in part." });
            value["sources"]["once"] = page;
            change(value);
        }
    })
}

fn reset_once(value: &mut Value) {
    value["procedures"]["pin-reset"]["earlier"] = json!([{
        "source": "once",
        "reasons": ["forgotten"],
        "applicants": { "legal-representative": { "principal_attends": "required", "steps_read": "part" } },
    }]);
}

fn entry<'p>(page: &'p str, id: &str) -> &'p str {
    let found = page.split("<li id=\"").find(|entry| entry.starts_with(&format!("{id}\"")));
    found.unwrap_or_else(|| panic!("{id}"))
}

#[test]
fn what_two_versions_say_differently_stands_side_by_side() {
    let pages = html(&with_earlier_version(reset_once));
    let change = entry(&pages["en/changes.html"], "m042099-pin-reset-once");
    assert!(change.contains("or before") && change.contains("16 March 2021"), "{change}");
    let attends = change.split("<dt>").find(|row| row.contains("Cardholder comes along")).unwrap();
    let (before, after) = attends.split_once(">After<").unwrap();
    assert!(before.contains("must come too") && !after.contains("must come too"), "{attends}");
    assert!(change.contains("Read in part."));
}

#[test]
fn what_the_earlier_version_does_not_say_is_not_called_a_change() {
    let pages = html(&with_earlier_version(reset_once));
    let change = entry(&pages["en/changes.html"], "m042099-pin-reset-once");
    assert!(!change.contains("Fee") && !change.contains("What to bring"), "{change}");
}

#[test]
fn a_rule_of_an_earlier_version_alone_is_not_shown_as_a_rule_of_today() {
    let pages = html(&with_earlier_version(|value| {
        value["procedures"]["certificate-issue"]["source"] = "once".into();
    }));
    assert!(!pages.contains_key("m/042099/certificate-issue.html"));
    assert!(!pages.contains_key("compare/certificate-issue.html"), "nobody else has it");
    let change = entry(&pages["changes.html"], "m042099-certificate-issue-once");
    let after = change.split("class=\"side\">後").nth(1).unwrap();
    assert!(after.contains("記載なし") || after.contains("未確認"), "{after}");
}

#[test]
fn a_counter_of_an_earlier_version_is_there_only_where_it_says_since_when() {
    let name = |value: &mut Value, from: Option<&str>| {
        let mut counter = json!({ "name": { "ja": "昔の窓口" }, "kind": "main", "source": "once" });
        if let Some(from) = from {
            counter["valid_from"] = from.into();
        }
        value["counters"]["once"] = counter;
    };
    let without = html(&with_earlier_version(|value| name(value, None)));
    assert!(!without["m/042099.html"].contains("昔の窓口"));
    let with = html(&with_earlier_version(|value| name(value, Some("2021-04-01"))));
    assert!(with["m/042099.html"].contains("昔の窓口"));
}

#[test]
fn a_page_of_which_no_rule_was_read_has_an_entry_of_its_own() {
    let pages = html(&with_earlier_version(|_| ()));
    assert!(entry(&pages["easy/changes.html"], "m042099-version-once").contains("途中まで読んだ。"));
}

#[test]
fn the_sources_of_a_page_tell_the_earlier_version_from_the_later() {
    let pages = html(&with_earlier_version(|_| ()));
    let page = &pages["m/042099.html"];
    assert_eq!(page.matches("以前の版").count(), 1);
    assert!(entry(page, "source-once").contains("以前の版"));
}

#[test]
fn the_export_of_changes_names_both_versions_and_the_state_in_each() {
    let files = render(&with_earlier_version(reset_once));
    let file = files.iter().find(|file| file.path == "api/v1/changes.json").unwrap();
    let json: Value = serde_json::from_slice(&file.bytes).unwrap();
    let changes = json["result"].as_array().unwrap();
    let change = changes.iter().find(|change| change["id"] == "m042099-pin-reset-once").unwrap();
    assert_eq!(change["at_latest"], true);
    assert_eq!(change["date"], change["versions"]["later"]["page_date"]);
    assert_eq!(change["versions"]["earlier"]["page_date"], "2021-03-16");
    let differences = change["differences"].as_array().unwrap();
    let facet = |id: &str| differences.iter().find(|difference| difference["facet"] == id);
    let attends = facet("representative-attends").unwrap();
    assert_eq!(attends["before"]["value"]["codes"], json!(["required"]));
    assert_eq!(attends["before"]["state"], "stated");
    assert_ne!(attends["after"]["state"], "stated");
    assert!(facet("fee").is_none());
    let dated = changes.iter().filter(|change| change["versions"].is_null());
    assert!(dated.clone().count() > 0 && dated.into_iter().all(|change| change["at_latest"] == false));
}
