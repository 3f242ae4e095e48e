use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use madoguchi_schema::dataset::{Dataset, Lines, MunicipalityFile, Vocabulary};
use madoguchi_schema::model::{
    ApplicantVocabulary, ConditionVocabulary, DocumentVocabulary, ProcedureVocabulary, UseVocabulary,
};
use madoguchi_schema::national_list::{self, NationalList};
use madoguchi_schema::scalar::{Day, Scalar};
use madoguchi_schema::yaml;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::facet::{FACETS, Finding, Subject};
use crate::{Assets, Options, Page, site};

/// The cities whose pages were read as a whole; the tests of pages and facets look at them.
const WHOLE: [&str; 4] = ["042099-tagajo.yaml", "121002-chiba.yaml", "172014-kanazawa.yaml", "272191-izumi.yaml"];

pub(super) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every file below a folder, by its path there.
pub(super) fn files(folder: &Path) -> BTreeMap<String, String> {
    fn walk(folder: &Path, below: &str, found: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{below}{}", entry.file_name().to_str().unwrap());
            if entry.file_type().unwrap().is_dir() {
                walk(&entry.path(), &format!("{path}/"), found);
            } else {
                found.insert(path, fs::read_to_string(entry.path()).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(folder, "", &mut found);
    found
}

pub(crate) fn assets() -> Assets {
    Assets(files(&root().join("site-templates")))
}

pub(super) fn today() -> Day {
    Day::parse("2026-11-21").unwrap()
}

pub(super) fn options() -> Options {
    Options {
        today: today(),
        base_url: Some("https://example.org/".into()),
        repository: Some("https://example.org/owner/name".into()),
        rules: super::rules::rules(),
        editor: crate::Editor::default(),
    }
}

/// The dataset with every municipality that there is.
pub(super) fn whole_dataset() -> Dataset {
    dataset_of(|_| true, |_, _| {})
}

/// The dataset, each document passed through `change` before it is typed.
///
/// Read by another reader than the project's own, so that this crate's tests stand alone.
pub(super) fn dataset_with(change: impl Fn(&str, &mut Value)) -> Dataset {
    dataset_of(|path| WHOLE.iter().any(|name| path.ends_with(name)), change)
}

fn dataset_of(wanted: impl Fn(&str) -> bool, change: impl Fn(&str, &mut Value)) -> Dataset {
    let files = files(&root().join("datasets"));
    let value = |path: &str| {
        let mut value: Value = serde_yaml::from_str(&files[path]).unwrap();
        change(path, &mut value);
        value
    };
    fn typed<T: DeserializeOwned>(path: &str, value: Value) -> T {
        serde_json::from_value(value).unwrap_or_else(|error| panic!("{path}: {error}"))
    }
    fn read<T: DeserializeOwned>(path: &str, value: &impl Fn(&str) -> Value) -> T {
        typed(path, value(path))
    }
    let municipalities =
        files.keys().filter(|path| path.starts_with("municipalities/") && path.ends_with(".yaml") && wanted(path));
    let mut municipalities: Vec<MunicipalityFile> = municipalities
        .map(|path| MunicipalityFile {
            path: path.clone(),
            municipality: read(path, &value),
            lines: yaml::read(files[path].as_bytes()).0.map(|tree| Lines::of(&tree, &files[path])).unwrap_or_default(),
        })
        .collect();
    municipalities.sort_by(|a, b| a.municipality.municipality.cmp(&b.municipality.municipality));
    Dataset {
        municipalities,
        vocabulary: Vocabulary {
            documents: read::<DocumentVocabulary>("vocabulary/documents.yaml", &value).entries,
            procedures: read::<ProcedureVocabulary>("vocabulary/procedures.yaml", &value).entries,
            applicants: read::<ApplicantVocabulary>("vocabulary/applicants.yaml", &value).entries,
            conditions: read::<ConditionVocabulary>("vocabulary/conditions.yaml", &value).entries,
            uses: read::<UseVocabulary>("vocabulary/uses.yaml", &value).entries,
        },
        baseline: read("national/baseline.yaml", &value),
        changes: read("national/changes.yaml", &value),
        claims: read("national/claims.yaml", &value),
        holidays: read("national/holidays.yaml", &value),
        national_list: Arc::new(NationalList::parse(&files[national_list::PATH]).unwrap()),
    }
}

pub(super) fn dataset() -> Dataset {
    dataset_with(|_, _| {})
}

pub(super) fn render(dataset: &Dataset) -> Vec<Page> {
    site(dataset, &assets(), &options()).unwrap_or_else(|error| panic!("{error}: {error:?}"))
}

/// The site's pages by path.
pub(super) fn html(dataset: &Dataset) -> BTreeMap<String, String> {
    let pages = render(dataset).into_iter().filter(|page| page.path.ends_with(".html"));
    pages.map(|page| (page.path, String::from_utf8(page.bytes).unwrap())).collect()
}

pub(super) fn subject<'d>(dataset: &'d Dataset, code: &str, procedure: &str) -> Subject<'d> {
    let file = dataset.municipalities.iter().find(|file| file.municipality.municipality.as_str() == code).unwrap();
    let (id, _) = file.municipality.procedures.get_key_value(procedure).unwrap();
    Subject::new(file, id, today(), &dataset.vocabulary).unwrap()
}

pub(super) fn finding<'d>(subject: &Subject<'d>, facet: &str) -> Finding<'d> {
    let facet = FACETS.iter().find(|known| known.id == facet).unwrap();
    (facet.of)(subject)
}
