//! Every way in which municipalities are known to differ can be said without a change in Rust: a
//! fictional city for each, in `tests/fixtures/`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

mod support;

use std::collections::BTreeSet;

use madoguchi_schema::load::{Document, Loaded};

fn fixtures() -> Loaded {
    let base = support::root().join("tests/fixtures");
    let mut files = support::shared_files();
    files.extend(support::files(&base.join("municipalities"), &base));
    support::loaded(files)
}

#[test]
fn every_dimension_has_a_fictional_city_and_none_is_wrong() {
    let loaded = fixtures();
    let checked = madoguchi_validator::check(&loaded, support::today());
    let found: Vec<String> = checked.diagnostics.iter().map(|d| format!("{} {}", d.path, d.rule.name)).collect();
    assert_eq!(found, Vec::<String>::new());
    assert!(loaded.dataset.is_some());
    let mut dimensions = BTreeSet::new();
    for file in loaded.files.iter().filter(|file| file.path.starts_with("municipalities/")) {
        let Some(Document::Municipality(city)) = &file.document else { panic!("{}", file.path) };
        assert!(city.municipality.is_fictional(), "{}", file.path);
        let named = file.text.lines().next().and_then(|line| line.strip_prefix("# V"));
        if let Some((number, _)) = named.and_then(|line| line.split_once(':')) {
            dimensions.insert(number.parse::<u8>().unwrap());
        }
    }
    assert_eq!(dimensions, (1..=30).collect());
}

#[test]
fn the_example_of_the_guide_is_a_fixture_and_so_is_right() {
    let example = fixtures().files.into_iter().find(|file| file.path.ends_with("-mihon.yaml")).unwrap();
    let block = format!("```yaml\n{}```", example.text);
    for name in ["CONTRIBUTING.md", "CONTRIBUTING.en.md"] {
        let guide = std::fs::read_to_string(support::root().join(name)).unwrap();
        assert!(guide.contains(&block), "the example of {name} is not {}", example.path);
    }
}
