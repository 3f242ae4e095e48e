//! The catalogue of what is published, and what search engines are told.

use madoguchi_schema::model::Fact;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::data::{dataset, finding, html, render, subject, today, whole_dataset};
use crate::facet;

#[test]
fn the_catalogue_has_every_file_about_everything_with_its_size_and_hash() {
    let pages = render(&dataset());
    let catalogue = pages.iter().find(|page| page.path == "data/catalogue.jsonld").unwrap();
    let catalogue: Value = serde_json::from_slice(&catalogue.bytes).unwrap();
    let nodes = catalogue["@graph"].as_array().unwrap();
    let listed: Vec<&Value> = nodes.iter().filter(|node| node["@type"] == "Distribution").collect();
    for node in &listed {
        let path = node["downloadURL"].as_str().unwrap().strip_prefix("https://example.org/").unwrap();
        let page = pages.iter().find(|page| page.path == path).unwrap_or_else(|| panic!("{path} is not published"));
        assert_eq!(node["byteSize"], page.bytes.len().to_string());
        let sum: String = Sha256::digest(&page.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(node["checksum"]["checksumValue"], sum, "{path}");
        assert!(node["license"].as_str().unwrap().contains("publicdomain/zero/1.0"));
    }
    for path in
        ["data/facts.csv", "data/gif-451-4.csv", "data/linked/index.jsonld", "api/v1/index.json", "ns/madoguchi.ttl"]
    {
        let address = format!("https://example.org/{path}");
        assert_eq!(listed.iter().filter(|node| node["accessURL"] == address).count(), 1, "{path}");
    }
    let dataset = nodes.iter().find(|node| node["@type"] == "Dataset").unwrap();
    assert_eq!(dataset["distribution"].as_array().unwrap().len(), listed.len());
    let days = ["issued", "modified"].map(|name| dataset[name].as_str().unwrap());
    assert!(days[0] <= days[1] && days[1] <= "2026-11-21", "{days:?}");
}

/// The data block of a page.
fn block(html: &str) -> Value {
    let (_, rest) = html.split_once(r#"<script type="application/ld+json">"#).unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn every_page_of_a_procedure_tells_search_engines_where_and_when() {
    let dataset = whole_dataset();
    let pages = html(&dataset);
    let (mut seen, mut told) = (0, 0);
    for file in &dataset.municipalities {
        let code = file.municipality.municipality.as_str();
        for (id, rule) in &file.municipality.procedures {
            if file.municipality.rule_on(rule, today()).is_none() {
                continue;
            }
            let counters = finding(&subject(&dataset, code, id.as_str()), "counters");
            let most = match counters.fact {
                Fact::Stated(facet::Value::Counters(names)) => names.len(),
                _ => 0,
            };
            for prefix in ["", "easy/", "en/"] {
                let path = format!("{prefix}m/{code}/{id}.html");
                let page = &pages[&path];
                assert!(page.len() <= 36 * 1024, "{path}: {} bytes", page.len());
                let service = block(page);
                assert_eq!(service["@type"], "GovernmentService");
                assert_eq!(service["url"], format!("https://example.org/{path}"));
                assert!(!service["name"].as_str().unwrap().is_empty());
                if prefix.is_empty() {
                    assert_eq!(service["serviceOperator"]["name"], file.municipality.name.ja.as_str());
                }
                let channels = service["availableChannel"].as_array().map(Vec::as_slice).unwrap_or_default();
                let places = channels.iter().filter(|channel| channel.get("serviceLocation").is_some()).count();
                assert!(counters.beside.is_some() || places <= most, "{path}");
                seen += 1;
                told += places;
            }
        }
    }
    assert!(seen > 300 && told > 100, "{seen} {told}");
    let kanazawa = block(&pages["en/m/172014/pin-reset.html"]);
    let hours = &kanazawa["availableChannel"][0]["serviceLocation"]["openingHoursSpecification"][0];
    assert_eq!((&hours["opens"], &hours["closes"]), (&Value::from("09:00"), &Value::from("17:45")));
    assert_eq!(hours["dayOfWeek"].as_array().unwrap().len(), 5);
}
