//! Every fact that was read off a source page stands in the dataset with its value and state.
//!
//! `tests/facts/*.yaml` lists the facts, one file a municipality and one for the national layer.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

mod support;

use std::collections::BTreeMap;

use madoguchi_schema::yaml::{self, Node, NodeKind, Part, Route, Tree};
use serde_json::Value;

/// The dataset's trees, by path.
fn dataset() -> BTreeMap<String, Tree> {
    support::yaml_files()
        .iter()
        .map(|file| (file.path.clone(), yaml::read(support::text(file).as_bytes()).0.unwrap()))
        .collect()
}

/// `a.b[0].c`
fn route(text: &str) -> Route {
    let mut parts = Vec::new();
    for key in text.split('.') {
        let (name, indices) = key.split_once('[').unwrap_or((key, ""));
        parts.push(Part::Key(name.to_owned()));
        parts.extend(indices.split(['[', ']']).filter(|i| !i.is_empty()).map(|i| Part::Index(i.parse().unwrap())));
    }
    parts.into_iter().collect()
}

/// Whether a value holds all that is asked of it: the keys of a map, the entries of a list.
fn holds(found: &Value, wanted: &Value) -> bool {
    match (found, wanted) {
        (Value::Object(found), Value::Object(wanted)) => {
            wanted.iter().all(|(key, wanted)| found.get(key).is_some_and(|found| holds(found, wanted)))
        }
        (Value::Array(found), Value::Array(wanted)) => {
            wanted.iter().all(|wanted| found.iter().any(|found| holds(found, wanted)))
        }
        (found, wanted) => found == wanted,
    }
}

fn is_unclear(node: &Node) -> bool {
    let alone = |node: &Node| node.get("unclear").is_some();
    alone(node) || matches!(&node.kind, NodeKind::List(nodes) if nodes.iter().any(alone))
}

/// What is wrong with an entry of the list, if anything.
fn wrong(fact: &Node, path: &str, tree: &Tree) -> Option<String> {
    let at = fact.get("at")?.text()?;
    let found = tree.find(&route(at));
    let problem = if fact.get("absent").is_some() {
        // Silent where the page was read as a whole, else unread: in neither case may it be there.
        found.is_some().then(|| "is not absent".to_owned())
    } else {
        let Some(found) = found else { return Some(format!("{path} {at}: is not there")) };
        let json = found.to_json();
        if fact.get("state").and_then(Node::text) == Some("unclear") {
            (!is_unclear(found)).then(|| "is not unclear".to_owned())
        } else if let Some(is) = fact.get("is") {
            (json != is.to_json()).then(|| format!("is {json}"))
        } else if let Some(has) = fact.get("has") {
            (!holds(&json, &has.to_json())).then(|| format!("does not hold {}: {json}", has.to_json()))
        } else {
            Some("has no expectation".to_owned())
        }
    };
    let also = match (fact.get("state"), fact.get("has"), found) {
        // What is legible beside the unclear part.
        (Some(_), Some(has), Some(found)) => {
            (!holds(&found.to_json(), &has.to_json())).then(|| format!("does not hold {}", has.to_json()))
        }
        _ => None,
    };
    problem.or(also).map(|problem| format!("{path} {at}: {problem}"))
}

fn check(list: &str, own_file: Option<&str>, at_least: usize) {
    let dataset = dataset();
    let file = support::root().join("tests/facts").join(list);
    let (tree, faults) = yaml::read(&std::fs::read(&file).unwrap());
    assert_eq!(faults, [], "{list}");
    let tree = tree.unwrap();
    let NodeKind::List(facts) = &tree.root.get("facts").unwrap().kind else { panic!("{list}: facts is no list") };
    let own = own_file.map(|name| dataset.keys().find(|path| path.contains(name)).unwrap().as_str());
    let mut problems = Vec::new();
    for fact in facts {
        assert!(fact.get("says").is_some() && fact.get("at").is_some(), "{list}: {fact:?}");
        let path = fact.get("file").and_then(Node::text).or(own).unwrap();
        match dataset.get(path) {
            Some(tree) => problems.extend(wrong(fact, path, tree)),
            None => problems.push(format!("{path} is not there")),
        }
    }
    for left_out in tree.root.get("left_out").map(|node| &node.kind).into_iter() {
        let NodeKind::List(left_out) = left_out else { panic!("{list}: left_out is no list") };
        for row in left_out {
            assert!(row.get("row").is_some() && row.get("why").is_some(), "{list}: a row is left out without reason");
        }
    }
    let is_whole = |source: &Node| source.get("read").and_then(Node::text) == Some("whole");
    let sources = own.and_then(|path| dataset[path].root.get("sources"));
    let is_partial = sources.is_some_and(|sources| !sources.entries().iter().all(|source| is_whole(&source.value)));
    assert!(list.starts_with("read/") || !is_partial, "{list}: what is absent is not silent");
    assert!(problems.is_empty(), "{} of {}:\n{}", problems.len(), facts.len(), problems.join("\n"));
    assert!(facts.len() >= at_least, "{list}: only {} facts", facts.len());
}

/// The second reading of the municipalities of which a part of the page was read: who wrote these facts
/// had not seen the file.
#[test]
fn what_a_second_reading_found_is_in_the_dataset() {
    let folder = support::root().join("tests/facts/read");
    let mut read = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let code = name.strip_suffix(".yaml").unwrap();
        check(&format!("read/{name}"), Some(&format!("/{code}-")), 10);
        read += 1;
    }
    assert!(read >= 40, "{read}");
}

#[test]
fn every_fact_of_izumi_is_in_the_dataset() {
    check("izumi.yaml", Some("-izumi.yaml"), 100);
}

#[test]
fn every_fact_of_kanazawa_is_in_the_dataset() {
    check("kanazawa.yaml", Some("-kanazawa.yaml"), 100);
}

#[test]
fn every_fact_of_chiba_is_in_the_dataset() {
    check("chiba.yaml", Some("-chiba.yaml"), 80);
}

#[test]
fn every_fact_of_tagajo_is_in_the_dataset() {
    check("tagajo.yaml", Some("-tagajo.yaml"), 100);
}

#[test]
fn every_fact_of_the_national_layer_and_the_article_is_in_the_dataset() {
    check("national.yaml", None, 80);
}
