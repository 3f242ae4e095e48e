use std::collections::BTreeSet;

use madoguchi_schema::published::{
    ChangeRecord, ComparisonRecord, DocumentRecord, Envelope, FacetRecord, IndexRecord, MunicipalityDetail,
    MunicipalityRecord, NationalRecord, ProcedureRecord,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
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
        ["", "changes", _] => "/changes/{year}.json".to_owned(),
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

#[test]
fn a_program_that_reads_with_the_published_types_reads_what_was_written() {
    fn same<T: DeserializeOwned + Serialize>(file: &Value) -> bool {
        let read: Envelope<T> = serde_json::from_value(file.clone()).unwrap();
        serde_json::to_value(read).unwrap() == *file
    }
    let mut read = 0;
    for (path, file) in files().iter().filter(|(path, _)| !path.ends_with("openapi.json")) {
        let same = match endpoint(path).as_str() {
            "/index.json" => same::<IndexRecord>(file),
            "/municipalities.json" => same::<Vec<MunicipalityRecord>>(file),
            "/municipalities/{code}.json" => same::<MunicipalityDetail>(file),
            "/procedures.json" => same::<Vec<ProcedureRecord>>(file),
            "/facets.json" => same::<Vec<FacetRecord>>(file),
            "/comparison/{procedure}.json" => same::<ComparisonRecord>(file),
            "/national.json" => same::<NationalRecord>(file),
            "/documents.json" => same::<Vec<DocumentRecord>>(file),
            _ => same::<Vec<ChangeRecord>>(file),
        };
        assert!(same, "{path}");
        read += 1;
    }
    assert!(read > 20);
}

#[test]
fn the_dates_of_the_api_are_those_of_the_data() {
    let files = files();
    let read = super::data::dataset().municipalities;
    let days = |code: Option<&str>| {
        let wanted = read.iter().filter(|file| code.is_none_or(|code| file.municipality.municipality.as_str() == code));
        wanted.flat_map(|file| file.municipality.sources.values()).map(|source| source.read_on.to_string()).max()
    };
    for (path, file) in files.iter().filter(|(path, _)| !path.ends_with("openapi.json")) {
        let code = path.strip_prefix("api/v1/municipalities/").and_then(|name| name.strip_suffix(".json"));
        assert_eq!(file["generated_at"].as_str().map(str::to_owned), days(None), "{path}");
        assert_eq!(file["last_modified"].as_str().map(str::to_owned), days(code), "{path}");
    }
}

#[test]
fn changes_since_a_day_are_in_the_files_of_its_year_and_of_later_ones() {
    let files = files();
    let result = |path: &str| files.iter().find(|(found, _)| found == path).unwrap().1["result"].clone();
    let years = result("api/v1/index.json")["change_years"].clone();
    let by_year = years.as_array().unwrap().iter().flat_map(|year| {
        let changes = result(&format!("api/v1/changes/{year}.json"));
        let changes = changes.as_array().unwrap().clone();
        assert!(changes.iter().all(|change| change["date"].as_str().unwrap().starts_with(&format!("{year}-"))));
        changes
    });
    let by_year: Vec<Value> = by_year.collect();
    assert_eq!(Value::Array(by_year), result("api/v1/changes.json"));
}

#[test]
fn the_page_of_changes_and_the_api_have_the_same_ones() {
    let pages = super::data::html(&super::data::whole_dataset());
    let listed: Vec<&str> =
        pages["changes.html"].split("<li id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let files = render(&super::data::whole_dataset());
    let file = files.iter().find(|page| page.path == "api/v1/changes.json").unwrap();
    let file: Envelope<Vec<ChangeRecord>> = serde_json::from_slice(&file.bytes).unwrap();
    assert_eq!(listed, file.result.iter().map(|change| change.id.as_str()).collect::<Vec<_>>());
    assert!(listed.iter().any(|id| id.starts_with('m')));
}
