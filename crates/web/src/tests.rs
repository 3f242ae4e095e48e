//! The session on the real dataset and the real templates.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use madoguchi_schema::load::{self, Content, RawFile};
use madoguchi_schema::model::Settings;
use madoguchi_schema::scalar::{Day, Scalar as _};
use madoguchi_schema::shape::Shapes;
use madoguchi_validator::{Lang, Messages, check, report};
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

/// What the command says of a file in a dataset of the shared files and it.
fn told(path: &str, text: &str) -> String {
    let mut all: Vec<RawFile> = documents()
        .into_iter()
        .filter(|(path, _)| !is_municipality(path))
        .map(|(path, text)| RawFile { path, content: Content::Bytes(text.into_bytes()) })
        .collect();
    all.push(RawFile { path: path.to_owned(), content: Content::Bytes(text.as_bytes().to_vec()) });
    let loaded = load::load(all, &Shapes::new().unwrap());
    let checked = check(&loaded, Day::parse(TODAY).unwrap()).only(|found| found == path || found == Settings::PATH);
    report::json(&checked, &Messages::new(Lang::Ja).unwrap()).unwrap()
}

fn kanazawa() -> String {
    documents().remove("municipalities/17-ishikawa/172014-kanazawa.yaml").unwrap()
}

#[test]
fn a_text_has_the_diagnostics_of_the_command() {
    let mut session = session("ja");
    let cities: Vec<_> = documents().into_iter().filter(|(path, _)| is_municipality(path)).collect();
    let mut found = 0;
    for (path, text) in cities.iter().step_by(9).chain(cities.iter().filter(|(path, _)| path.contains("172014"))) {
        assert_eq!(session.open(&code(path), Some(text.clone())).unwrap().path, *path);
        assert_eq!(session.diagnostics(text).unwrap(), told(path, text), "{path}");
        for (from, to) in
            [("read:", "raed:"), ("sources:", "sources: ["), ("-", "\u{3000}"), ("pin-reset", "pin-rest"), ("a", "")]
        {
            let broken = text.replacen(from, to, 3);
            let said = session.diagnostics(&broken).unwrap();
            assert_eq!(said, told(path, &broken), "{path} with {to}");
            found += serde_json::from_str::<Value>(&said).unwrap()["diagnostics"].as_array().unwrap().len();
        }
    }
    assert!(found > 50, "{found} findings");
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

/// Makes a choice and looks that the form says the same as the text.
fn chosen(session: &mut Session, text: &str, choice: Value) -> String {
    let after = session.choose(text, &choice.to_string()).unwrap().unwrap_or_else(|| panic!("{choice}"));
    let comments = |text: &str| text.lines().filter(|line| line.trim_start().starts_with('#')).count();
    assert_eq!(comments(&after), comments(text), "{choice}");
    after
}

#[test]
fn a_file_can_be_written_by_choosing() {
    let mut session = session("en");
    let mut text = session.open("292010", None).unwrap().text;
    for choice in [
        json!({ "do": "add-procedure", "id": "pin-reset" }),
        json!({ "do": "add-applicant", "at": "procedures.pin-reset", "id": "agent" }),
        json!({ "do": "add-paper", "at": "procedures.pin-reset.applicants.agent.steps[0].visit", "document": "passport", "of": "agent" }),
        json!({ "do": "add-paper", "at": "procedures.pin-reset.applicants.agent.steps[0].visit", "document": "inquiry-reply" }),
        json!({ "do": "add-step", "at": "procedures.pin-reset.applicants.agent", "kind": "letter", "document": "inquiry-reply" }),
        json!({ "do": "add-step", "at": "procedures.pin-reset.applicants.agent", "kind": "visit" }),
        json!({ "do": "remove", "at": "procedures.pin-reset.applicants.agent.steps[0].visit.bring[0]" }),
        json!({ "do": "remove", "at": "procedures.pin-reset.applicants.principal" }),
    ] {
        text = chosen(&mut session, &text, choice);
    }
    let form: Value = serde_json::from_str(&session.form(&text).unwrap()).unwrap();
    let agent = &form["procedures"][0]["applicants"][0];
    assert_eq!(form["procedures"][0]["applicants"].as_array().unwrap().len(), 1);
    let kinds: Vec<_> = agent["steps"].as_array().unwrap().iter().map(|step| step["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["visit", "letter", "visit"]);
    assert_eq!(agent["steps"][0]["papers"].as_array().unwrap().len(), 1);
    assert_eq!(session.form("a: [").unwrap(), "null");
    assert!(session.choose(&text, "{}").is_err());
    let hostile = json!({ "do": "add-procedure", "id": "x: {}\n#" }).to_string();
    assert_eq!(session.choose(&text, &hostile).unwrap(), None, "only ids are written");
}

#[test]
fn every_paper_of_a_real_file_can_be_taken_out_and_the_rest_stays() {
    let mut session = session("ja");
    let text = kanazawa();
    let form: Value = serde_json::from_str(&session.form(&text).unwrap()).unwrap();
    let mut routes: Vec<String> = Vec::new();
    for procedure in form["procedures"].as_array().unwrap() {
        for applicant in procedure["applicants"].as_array().unwrap() {
            for step in applicant["steps"].as_array().unwrap() {
                for paper in step["papers"].as_array().unwrap() {
                    routes.push(paper["at"].as_str().unwrap().to_owned());
                }
            }
        }
    }
    assert!(routes.len() > 10, "{routes:?}");
    for at in routes {
        let after = chosen(&mut session, &text, json!({ "do": "remove", "at": at }));
        assert!(after.len() < text.len(), "{at}");
    }
}
