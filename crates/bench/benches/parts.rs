//! The parts of the work that everything is made of, each alone: `cargo bench -p madoguchi-bench`.

#![allow(clippy::unwrap_used, reason = "without the project's files there is nothing to measure")]

use std::path::{Path, PathBuf};

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use madoguchi_bench::files;
use madoguchi_bench::formula::FORMULAS;
use madoguchi_generator::facet::Survey;
use madoguchi_generator::{Assets, Editor, Options, site};
use madoguchi_schema::dataset::Dataset;
use madoguchi_schema::json_schema::DocumentType;
use madoguchi_schema::load::load;
use madoguchi_schema::scalar::{Day, Formula, Scalar as _};
use madoguchi_schema::shape::Shapes;
use madoguchi_schema::yaml;

fn main() {
    divan::main();
}

const CITY: &str = "datasets/municipalities/17-ishikawa/172014-kanazawa.yaml";

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn city() -> Vec<u8> {
    files::read(&project().join(CITY)).unwrap()
}

fn day() -> Day {
    Day::parse("2026-11-22").unwrap()
}

/// The dataset of the checkout with the city alone.
fn dataset() -> Dataset {
    let datasets = project().join("datasets");
    let mut raw = files::documents(&datasets, &datasets).unwrap();
    raw.retain(|file| !file.path.starts_with("municipalities/") || CITY.ends_with(&file.path));
    load(raw, &Shapes::new().unwrap()).dataset.unwrap()
}

#[divan::bench]
fn events(bencher: Bencher) {
    let text = String::from_utf8(city()).unwrap();
    bencher.counter(BytesCount::of_str(&text)).bench(|| granit_parser::Parser::new_from_str(black_box(&text)).count());
}

#[divan::bench]
fn parse(bencher: Bencher) {
    let bytes = city();
    bencher.counter(BytesCount::of_slice(&bytes)).bench(|| yaml::read(black_box(&bytes)));
}

#[divan::bench]
fn shape(bencher: Bencher) {
    let (bytes, shapes) = (city(), Shapes::new().unwrap());
    let (tree, text) = (yaml::read(&bytes).0.unwrap(), String::from_utf8(bytes).unwrap());
    bencher.bench(|| shapes.check(DocumentType::Municipality, black_box(&tree), &text));
}

#[divan::bench(args = FORMULAS)]
fn formula_parse(bencher: Bencher, text: &str) {
    bencher.bench(|| Formula::parse(black_box(text)));
}

#[divan::bench(args = FORMULAS)]
fn formula_implication(bencher: Bencher, text: &str) {
    let formula = Formula::parse(text).unwrap();
    let other = Formula::parse(FORMULAS[3]).unwrap();
    bencher.bench(|| black_box(&formula.0).implies(&other.0, |paper, place| paper == place));
}

#[divan::bench]
fn survey(bencher: Bencher) {
    let dataset = dataset();
    let procedure = dataset.vocabulary.procedures.keys().next().unwrap();
    bencher.bench(|| Survey::new(black_box(&dataset), procedure, day()));
}

#[divan::bench(sample_count = 10)]
fn render(bencher: Bencher) {
    let dataset = dataset();
    let assets = Assets(files::texts(&project().join("site-templates")).unwrap());
    let options =
        Options { today: day(), base_url: None, repository: None, rules: Vec::new(), editor: Editor::default() };
    let pages = site(&dataset, &assets, &options).unwrap().len();
    bencher.counter(ItemsCount::new(pages)).bench(|| site(black_box(&dataset), &assets, &options));
}
