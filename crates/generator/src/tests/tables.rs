use std::collections::BTreeMap;

use serde_json::Value;

use super::data::{dataset, finding, render, subject};
use crate::facet::FACETS;

fn files() -> BTreeMap<String, Vec<u8>> {
    let pages = render(&dataset()).into_iter().filter(|page| page.path.starts_with("data/"));
    pages.map(|page| (page.path, page.bytes)).collect()
}

fn rows(bytes: &[u8]) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(bytes);
    let head = reader.headers().unwrap().clone();
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| head.iter().zip(row.iter()).map(|(k, v)| (k.to_owned(), v.to_owned())).collect()).collect()
}

#[test]
fn the_long_table_has_every_fact_with_its_state() {
    let dataset = dataset();
    let files = files();
    let rows = rows(&files["data/facts.csv"]);
    let subjects = dataset.municipalities.iter().map(|file| file.municipality.procedures.len()).sum::<usize>();
    assert_eq!(rows.len(), subjects * FACETS.len());
    for row in &rows {
        let subject = subject(&dataset, &row["municipality"], &row["procedure"]);
        let found = finding(&subject, &row["facet"]);
        assert_eq!(row["state"], found.fact.state().name());
        assert_eq!(row["state"] == "stated", !row["value"].is_empty() && row["note_ja"].is_empty(), "{row:?}");
        assert!(row["source_url"].starts_with("https://") && !row["read_on"].is_empty());
    }
}

#[test]
fn a_wide_table_tells_silence_from_what_is_unclear_or_unread() {
    let files = files();
    let rows = rows(&files["data/pin-reset.csv"]);
    let kanazawa = rows.iter().find(|row| row["municipality"] == "172014").unwrap();
    assert_eq!(kanazawa["agent-visits"], "3");
    assert_eq!(kanazawa["fee"], "(silent)");
    let izumi = rows.iter().find(|row| row["municipality"] == "272191").unwrap();
    assert_eq!(izumi["principal-identity"], "(unclear)");
}

#[test]
fn the_package_describes_every_table_with_its_size_and_columns() {
    let files = files();
    let package: Value = serde_json::from_slice(&files["data/datapackage.json"]).unwrap();
    let resources = package["resources"].as_array().unwrap();
    let tables = files.keys().filter(|path| path.ends_with(".csv") && !path.contains("excel/")).count();
    assert_eq!(resources.len(), tables);
    for resource in resources {
        let bytes = &files[&format!("data/{}", resource["path"].as_str().unwrap())];
        assert_eq!(resource["bytes"], bytes.len());
        let head = csv::Reader::from_reader(bytes.as_slice()).headers().unwrap().clone();
        let fields: Vec<&str> =
            resource["schema"]["fields"].as_array().unwrap().iter().map(|f| f["name"].as_str().unwrap()).collect();
        assert_eq!(head.iter().collect::<Vec<_>>(), fields);
        let marked = &files[&format!("data/excel/{}", resource["path"].as_str().unwrap())];
        assert_eq!(&marked[..3], b"\xef\xbb\xbf");
        assert_eq!(&marked[3..], bytes.as_slice());
    }
}
