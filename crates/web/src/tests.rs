//! The session on the real dataset and the real templates.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use madoguchi_schema::yaml;
use serde_json::{Value, json};

use crate::Session;

const TODAY: &str = "2026-11-22";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files(folder: &Path, below: &str, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{below}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            files(&entry.path(), &format!("{path}/"), found);
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            found.insert(path, text);
        }
    }
}

fn texts(folder: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    files(&root().join(folder), "", &mut found);
    found
}

fn documents() -> BTreeMap<String, String> {
    let is_document = |path: &String| path.ends_with(".yaml") || path.ends_with(".csv");
    texts("datasets").into_iter().filter(|(path, _)| is_document(path)).collect()
}

fn is_municipality(path: &str) -> bool {
    path.starts_with("municipalities/")
}

fn code(path: &str) -> String {
    path.rsplit('/').next().unwrap()[..6].to_owned()
}

fn session(lang: &str) -> Session {
    let documents = documents();
    let paths: BTreeMap<_, _> =
        documents.keys().filter(|path| is_municipality(path)).map(|path| (code(path), path.clone())).collect();
    let shared: BTreeMap<_, _> = documents.into_iter().filter(|(path, _)| !is_municipality(path)).collect();
    let dataset = json!({ "files": shared, "municipalities": paths }).to_string();
    Session::new(&dataset, &json!(texts("site-templates")).to_string(), lang, TODAY).unwrap()
}

fn kanazawa() -> String {
    documents().remove("municipalities/17-ishikawa/172014-kanazawa.yaml").unwrap()
}

#[test]
fn a_mistake_is_repaired_by_its_number() {
    let text = kanazawa();
    let mut session = session("ja");
    session.open("172014", Some(text.clone())).unwrap();
    let broken = text.replacen("    read: whole", "    raed: whole", 1);
    let report: Value = serde_json::from_str(&session.diagnostics(&broken).unwrap()).unwrap();
    let at = report["diagnostics"].as_array().unwrap().iter().position(|one| !one["edit"].is_null()).unwrap();
    assert_eq!(session.fix(&broken, at).unwrap(), text);
    assert_eq!(session.fix(&broken, 99), None);
}

#[test]
fn a_page_is_that_of_the_site_and_nothing_of_a_text_is_markup_on_it() {
    let text = kanazawa();
    for (lang, prefix, word) in [("ja", "", "金沢市"), ("easy", "easy/", "金沢市"), ("en", "en/", "Kanazawa")] {
        let mut session = session(lang);
        session.open("172014", Some(text.clone())).unwrap();
        let page: Value = serde_json::from_str(&session.page(&text, Some("pin-reset")).unwrap()).unwrap();
        assert_eq!(page["path"], format!("{prefix}m/172014/pin-reset.html"));
        assert!(page["html"].as_str().unwrap().contains(word));
        let hostile = text.replacen(
            "title: マイナンバーカードの暗証番号について",
            "title: '</script><img src=x onerror=alert(1)> \"&lt;'",
            1,
        );
        assert_ne!(hostile, text);
        let page: Value = serde_json::from_str(&session.page(&hostile, Some("pin-reset")).unwrap()).unwrap();
        let html = page["html"].as_str().unwrap();
        assert!(!html.contains("<img") && html.contains("&lt;img src=x"), "the text is shown, escaped");
        assert_eq!(session.page("a: [", None).unwrap(), "null");
    }
}

#[test]
fn a_new_file_comes_from_the_national_list_and_its_path_from_its_name() {
    let mut session = session("ja");
    let opened = session.open("292010", None).unwrap();
    assert!(!opened.published && opened.text.contains("奈良市"), "{}", opened.text);
    assert_eq!(session.path(&opened.text), "municipalities/29-nara/292010-nara.yaml");
    assert_eq!(
        session.path(&opened.text.replace("en: Nara", "en: Narita")),
        "municipalities/29-nara/292010-narita.yaml"
    );
    assert_eq!(session.open("999999", None), None);
    assert_eq!(session.open("../../x", None), None);
    assert_eq!(session.diff(&opened.text).unwrap(), "null", "there is nothing to compare it with");
}

#[test]
fn residents_are_told_what_changes() {
    let text = kanazawa();
    let mut session = session("en");
    session.open("172014", Some(text.clone())).unwrap();
    let same: Value = serde_json::from_str(&session.diff(&text).unwrap()).unwrap();
    assert_eq!(same["changes"], 0);
    let other = text.replacen("reasons: [forgotten, locked]", "reasons: [forgotten]", 1);
    let report: Value = serde_json::from_str(&session.diff(&other).unwrap()).unwrap();
    assert_eq!(report["places"][0]["municipality"], "172014");
    assert!(report["changes"].as_u64().unwrap() >= 1);
    assert_eq!(session.diff("a: [").unwrap(), "null");
}

#[test]
fn keys_ids_and_words_are_offered_and_explained() {
    let text = kanazawa();
    let mut session = session("ja");
    session.open("172014", Some(text.clone())).unwrap();
    let mut at = |text: &str, before: &str, hover: bool| -> Value {
        let end = text.find(before).unwrap() + before.len();
        let end = text[..end].encode_utf16().count();
        let said = if hover { session.hover(text, end) } else { session.complete(text, end) };
        serde_json::from_str(&said.unwrap()).unwrap()
    };
    let labels = |value: &Value| -> Vec<String> {
        value["options"].as_array().unwrap().iter().map(|one| one["label"].as_str().unwrap().to_owned()).collect()
    };
    let sources = text.replacen("    read: whole\n", "    read: whole\n    re\n", 1);
    let found = labels(&at(&sources, "    read: whole\n    re", false));
    assert!(found.contains(&"replaced_by".to_owned()), "{found:?}");
    let papers = text.replacen("- { document: my-number-card, of: principal", "- { document: my, of: principal", 1);
    let found = at(&papers, "- { document: my", false);
    assert!(labels(&found).contains(&"my-number-card".to_owned()));
    // `my` is replaced, and nothing behind it.
    let card = found["options"].as_array().unwrap().iter().find(|one| one["label"] == "my-number-card").unwrap();
    assert_eq!(card["detail"], "マイナンバーカード");
    let counters = labels(&at(&text, "    at: [my-number-desk", false));
    assert!(counters.contains(&"my-number-desk".to_owned()), "{counters:?}");
    assert!(at(&text, "    reasons: [for", true)["markdown"].as_str().unwrap().contains("忘れた"));
    assert!(at(&text, "page_da", true)["markdown"].as_str().unwrap().contains("更新日"));
    assert_eq!(at(&text, "municipality.schema", false), Value::Null, "nothing in a comment");
}

/// The procedures of the form of a text.
fn procedures(session: &mut Session, text: &str) -> Value {
    let mut form: Value = serde_json::from_str(&session.form(text).unwrap()).unwrap();
    form["procedures"].take()
}

/// What a text says, without its layout.
fn said(text: &str) -> Value {
    yaml::read(text.as_bytes()).0.unwrap().root.to_json()
}

/// The text with a choice made; every comment is still there, in its order.
fn chosen(session: &Session, text: &str, choice: &Value) -> String {
    let after = session.choose(text, &choice.to_string()).unwrap().unwrap_or_else(|| panic!("{choice}"));
    let comments = |text: &str| -> Vec<String> {
        text.lines().map(str::trim).filter(|line| line.starts_with('#')).map(str::to_owned).collect()
    };
    assert_eq!(comments(&after), comments(text), "{choice}");
    after
}

#[test]
fn a_file_can_be_written_by_choosing_and_the_form_says_what_was_chosen() {
    let mut session = session("en");
    let mut text = session.open("292010", None).unwrap().text;
    let agent = "procedures.pin-reset.applicants.agent";
    let visit = format!("{agent}.steps[0].visit");
    for (choice, at, expected) in [
        (json!({ "do": "add-procedure", "id": "pin-reset" }), "/0/id", json!("pin-reset")),
        (
            json!({ "do": "add-applicant", "at": "procedures.pin-reset", "id": "agent" }),
            "/0/applicants/1/id",
            json!("agent"),
        ),
        (
            json!({ "do": "add-paper", "at": visit, "document": "passport", "of": "agent" }),
            "/0/applicants/1/steps/0/papers",
            json!([{ "at": format!("{visit}.bring[0]"), "name": "passport (authorised agent)" }]),
        ),
        (
            json!({ "do": "add-paper", "at": visit, "document": "inquiry-reply" }),
            "/0/applicants/1/steps/0/papers/1/name",
            json!("inquiry and reply form"),
        ),
        (
            json!({ "do": "add-step", "at": agent, "kind": "letter", "document": "inquiry-reply" }),
            "/0/applicants/1/steps/1/about",
            json!("inquiry and reply form"),
        ),
        (
            json!({ "do": "add-step", "at": agent, "kind": "visit" }),
            "/0/applicants/1/steps/2",
            json!({ "kind": "visit", "at": format!("{agent}.steps[2].visit"), "about": null, "papers": [], "open": true }),
        ),
        (
            json!({ "do": "remove", "at": format!("{visit}.bring[0]") }),
            "/0/applicants/1/steps/0/papers",
            json!([{ "at": format!("{visit}.bring[0]"), "name": "inquiry and reply form" }]),
        ),
        (
            json!({ "do": "remove", "at": "procedures.pin-reset.applicants.principal" }),
            "/0/applicants/0/id",
            json!("agent"),
        ),
    ] {
        text = chosen(&session, &text, &choice);
        assert_eq!(procedures(&mut session, &text).pointer(at), Some(&expected), "{choice}");
    }
    assert_eq!(procedures(&mut session, &text)[0]["applicants"].as_array().unwrap().len(), 1);
    assert_eq!(session.form("a: [").unwrap(), "null");
    assert!(session.choose(&text, "{}").is_err());
    let hostile = json!({ "do": "add-procedure", "id": "x: {}\n#" }).to_string();
    assert_eq!(session.choose(&text, &hostile).unwrap(), None, "only ids are written");
}

#[test]
fn the_letters_to_choose_from_are_those_of_the_vocabulary() {
    let mut session = session("ja");
    let form: Value = serde_json::from_str(&session.form("{}\n").unwrap()).unwrap();
    let offered = form["offers"]["letters"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap());
    let documents = said(&documents()["vocabulary/documents.yaml"]);
    let documents = documents["entries"].as_object().unwrap();
    let letters: BTreeSet<_> =
        documents.iter().filter(|(_, one)| one["kind"] == "letter").map(|(id, _)| &**id).collect();
    assert!(letters.contains("inquiry-reply") && letters.len() < documents.len(), "{letters:?}");
    assert_eq!(offered.collect::<BTreeSet<_>>(), letters);
}

#[test]
fn every_paper_of_a_real_file_can_be_taken_out_and_the_rest_stays() {
    let mut session = session("ja");
    let text = kanazawa();
    let form = procedures(&mut session, &text);
    let below = |value: &Value, key: &str| value[key].as_array().unwrap().clone();
    let steps =
        form.as_array().unwrap().iter().flat_map(|one| below(one, "applicants")).flat_map(|one| below(&one, "steps"));
    let papers: Vec<_> = steps.flat_map(|step| below(&step, "papers")).collect();
    assert!(papers.len() > 10, "{papers:?}");
    for paper in papers {
        let at = paper["at"].as_str().unwrap();
        let after = chosen(&session, &text, &json!({ "do": "remove", "at": at }));
        let (list, number) = at.strip_suffix(']').and_then(|at| at.rsplit_once('[')).unwrap();
        let list = format!("/{}", list.replace('[', "/").replace("].", "/").replace('.', "/"));
        let mut rest = said(&text);
        let papers = rest.pointer_mut(&list).unwrap().as_array_mut().unwrap();
        papers.remove(number.parse().unwrap());
        if papers.is_empty() {
            let (step, key) = list.rsplit_once('/').unwrap();
            rest.pointer_mut(step).unwrap().as_object_mut().unwrap().remove(key);
        }
        assert_eq!(said(&after), rest, "{at}");
        // No line is written otherwise than before but that of the paper.
        let before: Vec<_> = text.lines().collect();
        let others = after.lines().filter(|line| !before.contains(line)).count();
        assert!(others <= 1, "{at}: {after}");
    }
}
