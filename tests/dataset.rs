//! The dataset of the checkout as a whole.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

mod support;

use madoguchi_schema::json_schema::pretty;
use madoguchi_schema::yaml;

#[test]
fn the_dataset_has_no_finding() {
    let checked = madoguchi_validator::check(&support::loaded(support::dataset_files()), support::today());
    let found: Vec<String> = checked.diagnostics.iter().map(|d| format!("{} {}", d.path, d.rule.name)).collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_schemas_of_the_checkout_are_those_of_the_types_and_vocabularies() {
    let vocabulary = support::loaded(support::dataset_files()).vocabulary();
    for (name, schema) in madoguchi_validator::schemas(&vocabulary) {
        let path = support::root().join("schema").join(name);
        let found = std::fs::read_to_string(&path).unwrap_or_default();
        let fresh = pretty(&schema);
        assert!(found == fresh, "{} is out of date: run `cargo run -- schema`", path.display());
    }
}

#[test]
fn another_reader_reads_every_file_as_the_same_json() {
    for file in support::yaml_files() {
        let text = support::text(&file);
        let (tree, faults) = yaml::read(text.as_bytes());
        assert_eq!(faults, [], "{}", file.path);
        let other: serde_json::Value = serde_yaml::from_str(&text).unwrap();
        assert_eq!(tree.unwrap().root.to_json(), other, "{}", file.path);
    }
}

#[test]
fn every_note_and_label_of_the_dataset_is_in_both_languages() {
    for file in support::yaml_files() {
        let (tree, _) = yaml::read(support::text(&file).as_bytes());
        let mut bare = Vec::new();
        one_language(&tree.unwrap().root, "", &mut bare);
        assert!(bare.is_empty(), "{}: without English: {bare:?}", file.path);
    }
}

fn one_language(node: &yaml::Node, route: &str, bare: &mut Vec<String>) {
    if node.get("ja").is_some() && node.get("en").is_none() {
        bare.push(route.to_owned());
    }
    for entry in node.entries() {
        one_language(&entry.value, &format!("{route}.{}", entry.key), bare);
    }
    if let yaml::NodeKind::List(nodes) = &node.kind {
        nodes.iter().for_each(|node| one_language(node, route, bare));
    }
}
