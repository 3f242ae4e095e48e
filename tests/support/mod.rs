//! What the tests that span crates share: the real dataset, read from the checkout.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::path::{Path, PathBuf};

use madoguchi_schema::load::{CheckedFile, Content, Folder, Loaded, RawFile, load};
use madoguchi_schema::scalar::{Day, Scalar as _};
use madoguchi_schema::shape::Shapes;
use madoguchi_validator::{Checked, Sweep};
use walkdir::WalkDir;

/// The checkout's root folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The day after the last page was read.
pub(crate) fn today() -> Day {
    Day::parse("2026-11-23").unwrap()
}

/// The cities whose pages were read as a whole: their files use most of what a file can say, so tests
/// that break a file in thousands of ways break these.
pub(crate) const WHOLE: [&str; 4] = ["042099-tagajo", "121002-chiba", "172014-kanazawa", "272191-izumi"];

/// The files of those cities.
pub(crate) fn whole_cities() -> Vec<RawFile> {
    let is_one = |file: &RawFile| WHOLE.iter().any(|name| file.path.ends_with(&format!("{name}.yaml")));
    let cities: Vec<RawFile> = dataset_files().into_iter().filter(is_one).collect();
    assert_eq!(cities.len(), WHOLE.len());
    cities
}

/// The YAML files below a folder and the lists of municipalities, by their paths from `base`.
pub(crate) fn files(folder: &Path, base: &Path) -> Vec<RawFile> {
    WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "yaml" || extension == "csv"))
        .map(|entry| RawFile {
            path: entry.path().strip_prefix(base).unwrap().to_string_lossy().replace('\\', "/"),
            content: Content::Bytes(std::fs::read(entry.path()).unwrap()),
        })
        .collect()
}

/// Every document of `datasets/`.
pub(crate) fn dataset_files() -> Vec<RawFile> {
    let datasets = root().join("datasets");
    files(&datasets, &datasets)
}

/// Every document of `datasets/` that is YAML.
pub(crate) fn yaml_files() -> Vec<RawFile> {
    dataset_files().into_iter().filter(|file| file.path.ends_with(".yaml")).collect()
}

/// The vocabularies and the national layer, without any municipality.
pub(crate) fn shared_files() -> Vec<RawFile> {
    dataset_files().into_iter().filter(|file| !file.path.starts_with("municipalities/")).collect()
}

/// The text of a file.
pub(crate) fn text(file: &RawFile) -> String {
    match &file.content {
        Content::Bytes(bytes) => String::from_utf8(bytes.clone()).unwrap(),
        other => panic!("{}: {other:?}", file.path),
    }
}

/// The same file with another text.
pub(crate) fn with_text(file: &RawFile, text: &str) -> RawFile {
    RawFile { path: file.path.clone(), content: Content::Bytes(text.as_bytes().to_vec()) }
}

/// The dataset of these files.
pub(crate) fn loaded(files: Vec<RawFile>) -> Loaded {
    load(files, &Shapes::new().unwrap())
}

/// What a check finds that lets go what is right.
pub(crate) fn swept(files: impl Iterator<Item = CheckedFile>, shapes: &Shapes) -> Checked {
    let (municipalities, others): (Vec<_>, Vec<_>) = files.partition(|file| Sweep::is_of_municipality(&file.path));
    let folder = Folder::new(others);
    let sweep = Sweep::new(&folder, today());
    let seen = municipalities.into_iter().map(|file| sweep.look(file)).collect();
    sweep.finish(seen, shapes)
}
