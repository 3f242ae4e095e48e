use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::data::{assets, dataset, files, options};
use crate::facet::FACETS;
use crate::{Lang, SiteError, site};

/// The ids of a message file.
fn defined(ftl: &str) -> BTreeSet<String> {
    let lines = ftl.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    lines.filter_map(|line| line.split_once(" = ")).map(|(id, _)| id.trim().to_owned()).collect()
}

/// The arguments of every message of a language.
fn arguments(lang: Lang) -> BTreeMap<(String, String), BTreeSet<String>> {
    let folder = format!("messages/{}/", lang.name());
    let mut found = BTreeMap::new();
    for (path, text) in assets().0.iter().filter(|(path, _)| path.starts_with(&folder)) {
        let mut current = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((id, _)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
                current = id.to_owned();
            }
            let names = line.split("{ $").skip(1).map(|rest| {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap();
                rest[..end].to_owned()
            });
            let file = path.trim_start_matches(&folder).to_owned();
            found.entry((file, current.clone())).or_insert_with(BTreeSet::new).extend(names);
        }
    }
    found.retain(|(_, id), _| !id.is_empty());
    found
}

#[test]
fn a_message_stands_in_the_same_file_with_the_same_arguments_in_every_language() {
    let japanese = arguments(Lang::Ja);
    assert!(japanese.len() > 400);
    for lang in [Lang::Plain, Lang::En] {
        let other = arguments(lang);
        for (place, names) in &japanese {
            assert_eq!(other.get(place), Some(names), "{} {place:?}", lang.name());
        }
        assert_eq!(other.len(), japanese.len(), "{} has messages that Japanese has not", lang.name());
    }
}

/// Every text in double quotes.
fn quoted(code: &str) -> BTreeSet<&str> {
    code.split('"').skip(1).step_by(2).collect()
}

/// Texts in quotes that follow one of these calls.
fn called<'c>(code: &'c str, calls: &[&str]) -> BTreeSet<&'c str> {
    let of = |call: &str| -> Vec<&'c str> {
        let parts = code.split(call).skip(1);
        parts.filter_map(|part| part.trim_start().strip_prefix('"')?.split('"').next()).collect()
    };
    calls.iter().flat_map(|call| of(call)).collect()
}

fn sources() -> Vec<String> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let code = files(&source).into_iter().filter(|(path, _)| path.ends_with(".rs") && !path.starts_with("tests/"));
    // Characters in single quotes and escaped quotes would turn the pairs around.
    code.map(|(_, code)| code.replace("'\"'", "").replace("\\\"", "")).collect()
}

fn templates() -> Vec<String> {
    assets().0.into_iter().filter(|(path, _)| path.ends_with(".html")).map(|(_, text)| text).collect()
}

#[test]
fn every_message_that_is_used_is_written_and_the_other_way_round() {
    let sources = sources();
    let templates = templates();
    let facets: Vec<String> = FACETS.iter().map(|facet| format!("facet-{}", facet.id)).collect();
    let terms = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/view")).remove("term.rs").unwrap();
    let mut used: BTreeSet<&str> = facets.iter().map(String::as_str).collect();
    used.extend(templates.iter().flat_map(|text| called(text, &["t("])));
    used.extend(quoted(&terms));
    let calls = [".say(", ".say_with(", ".say_of(", ".fact(", ".fact_if(", ".fact_list("];
    used.extend(sources.iter().flat_map(|code| called(code, &calls)));
    // A message may also be chosen before it is said; such an id is a text in quotes somewhere.
    let mentioned: BTreeSet<&str> = sources.iter().flat_map(|code| quoted(code)).chain(used.iter().copied()).collect();
    for lang in Lang::ALL {
        let folder = format!("messages/{}/", lang.name());
        let assets = assets();
        let files = assets.0.iter().filter(|(path, _)| path.starts_with(&folder));
        let defined: BTreeSet<String> = files.flat_map(|(_, text)| defined(text)).collect();
        let missing: Vec<_> = used.iter().filter(|id| !defined.contains(**id)).collect();
        assert!(missing.is_empty(), "{folder} has no {missing:?}");
        let unused: Vec<_> = defined.iter().filter(|id| !mentioned.contains(id.as_str())).collect();
        assert!(unused.is_empty(), "nothing uses {unused:?} of {folder}");
    }
}

#[test]
fn a_missing_message_and_a_missing_argument_are_errors() {
    let mut without = assets();
    let ftl = without.0["messages/ja/frame.ftl"].replace("nav-home =", "nav-house =");
    without.0.insert("messages/ja/frame.ftl".into(), ftl);
    assert!(matches!(
        site(&dataset(), &without, &options()),
        Err(SiteError::MissingMessage { id, .. }) if id == "nav-home"
    ));
    let mut other = assets();
    let ftl = other.0["messages/ja/words.ftl"].replace("visits = { $number }", "visits = { $count }");
    other.0.insert("messages/ja/words.ftl".into(), ftl);
    assert!(matches!(site(&dataset(), &other, &options()), Err(SiteError::Message { id, .. }) if id == "visits"));
}
