use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::data::{dataset, render};
use crate::facet::FACETS;

fn files() -> Vec<(String, Value)> {
    let pages = render(&dataset()).into_iter().filter(|page| page.path.starts_with("api/v1/"));
    pages.map(|page| (page.path, serde_json::from_slice(&page.bytes).unwrap())).collect()
}

/// The endpoint of a file.
fn endpoint(path: &str) -> String {
    let path = path.strip_prefix("api/v1").unwrap();
    match path.split('/').collect::<Vec<_>>()[..] {
        ["", "municipalities", _] => "/municipalities/{code}.json".to_owned(),
        ["", "comparison", _] => "/comparison/{procedure}.json".to_owned(),
        _ => path.to_owned(),
    }
}

#[test]
fn every_file_is_what_the_description_says() {
    let files = files();
    let description = &files.iter().find(|(path, _)| path.ends_with("openapi.json")).unwrap().1;
    let mut seen = BTreeSet::new();
    for (path, file) in files.iter().filter(|(path, _)| !path.ends_with("openapi.json")) {
        let endpoint = endpoint(path);
        let schema =
            &description["paths"][&endpoint]["get"]["responses"]["200"]["content"]["application/json"]["schema"];
        assert!(schema.is_object(), "{path}: nothing describes {endpoint}");
        let mut schema = schema.clone();
        schema["components"] = description["components"].clone();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        let faults: Vec<String> = validator.iter_errors(file).map(|error| error.to_string()).collect();
        assert!(faults.is_empty(), "{path}: {faults:?}");
        let mut broken = file.clone();
        broken["total"] = json!("many");
        assert!(!validator.is_valid(&broken), "{path}: the schema says nothing");
        seen.insert(endpoint);
    }
    let described: BTreeSet<String> = description["paths"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(seen, described);
}

#[test]
fn no_key_has_two_types() {
    fn types(value: &Value, at: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(map) => {
                if map.get("type").is_some_and(Value::is_array)
                    || map.contains_key("anyOf")
                    || map.contains_key("oneOf")
                {
                    found.push(at.to_owned());
                }
                map.iter().for_each(|(key, value)| types(value, &format!("{at}.{key}"), found));
            }
            Value::Array(list) => list.iter().for_each(|value| types(value, at, found)),
            _ => {}
        }
    }
    let files = files();
    let description = &files.iter().find(|(path, _)| path.ends_with("openapi.json")).unwrap().1;
    let mut found = Vec::new();
    types(description, "", &mut found);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_api_has_every_fact_with_its_state_and_source() {
    let dataset = dataset();
    for (path, file) in files().iter().filter(|(path, _)| path.starts_with("api/v1/municipalities/")) {
        let facts = file["result"]["facts"].as_array().unwrap();
        let procedures = file["result"]["municipality"]["procedures"].as_array().unwrap().len();
        assert_eq!(facts.len(), procedures * FACETS.len(), "{path}");
        for fact in facts {
            let subject = super::data::subject(
                &dataset,
                fact["municipality"].as_str().unwrap(),
                fact["procedure"].as_str().unwrap(),
            );
            let found = super::data::finding(&subject, fact["facet"].as_str().unwrap());
            assert_eq!(fact["state"], found.fact.state().name(), "{path}");
            assert_eq!(fact["state"] == "stated", fact.get("value").is_some() && fact.get("note").is_none(), "{fact}");
            assert!(fact["source"]["url"].as_str().unwrap().starts_with("https://"), "{fact}");
        }
    }
}

#[test]
fn who_can_finish_in_two_visits_is_answered_by_the_comparison() {
    let files = files();
    let comparison = &files.iter().find(|(path, _)| path == "api/v1/comparison/pin-reset.json").unwrap().1["result"];
    let at = |name: &str| comparison["facets"].as_array().unwrap().iter().position(|facet| facet == name).unwrap();
    let visits = at("agent-visits");
    let rows = comparison["rows"].as_array().unwrap().iter().zip(comparison["municipalities"].as_array().unwrap());
    let two: Vec<&str> =
        rows.filter(|(row, _)| row[visits]["value"]["number"] == 2).map(|(_, code)| code.as_str().unwrap()).collect();
    assert_eq!(two, ["042099", "121002", "272191"]);
}
