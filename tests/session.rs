//! A check that goes on while files are written, and one that lets go what is right, find what a check of the
//! same files finds, whatever is replaced, added or taken away.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use madoguchi_schema::load::{CheckedFile, Content, RawFile, read, resolve};
use madoguchi_schema::shape::Shapes;
use madoguchi_validator::{Checked, Session, check};

const KANAZAWA: &str = "municipalities/17-ishikawa/172014-kanazawa.yaml";
const IZUMI: &str = "municipalities/27-osaka/272191-izumi.yaml";

/// A session beside the files that it should hold.
struct Pair {
    shapes: Shapes,
    session: Session,
    files: BTreeMap<String, CheckedFile>,
}

impl Pair {
    /// The shared files and some municipalities: enough to clash, few enough to be checked often.
    fn new() -> Self {
        let shapes = Shapes::new().unwrap();
        let few = |file: &RawFile| {
            let is_whole = support::WHOLE.iter().any(|name| file.path.contains(name));
            !file.path.starts_with("municipalities/") || file.path.contains("/13-tokyo/") || is_whole
        };
        let files: Vec<RawFile> = support::dataset_files().into_iter().filter(few).collect();
        let files: Vec<CheckedFile> = files.into_iter().map(|file| read(file, &shapes)).collect();
        let session = Session::new(files.clone(), support::today());
        let files = files.into_iter().map(|file| (file.path.clone(), file)).collect();
        let pair = Self { shapes, session, files };
        pair.is_equal("at first");
        pair
    }

    fn text(&self, path: &str) -> String {
        self.files[path].text.to_string()
    }

    fn replace(&mut self, path: &str, text: &str) -> BTreeSet<String> {
        let content = Content::Bytes(text.as_bytes().to_vec());
        let file = read(RawFile { path: path.to_owned(), content }, &self.shapes);
        self.files.insert(path.to_owned(), file.clone());
        self.told(|session| session.replace(file), &format!("{path} replaced"))
    }

    fn remove(&mut self, path: &str) -> BTreeSet<String> {
        self.files.remove(path);
        self.told(|session| session.remove(path), &format!("{path} removed"))
    }

    /// Whatever differs after a change was told.
    fn told(&mut self, change: impl FnOnce(&mut Session) -> BTreeSet<String>, what: &str) -> BTreeSet<String> {
        let before = self.session.checked(|_| true);
        let told = change(&mut self.session);
        let after = self.is_equal(what);
        for path in after.texts.keys() {
            let of = |checked: &Checked| {
                checked.diagnostics.iter().filter(|found| found.path == *path).cloned().collect::<Vec<_>>()
            };
            assert_eq!(of(&before) != of(&after), told.contains(path), "{what}: {path}");
        }
        told
    }

    fn is_equal(&self, what: &str) -> Checked {
        let found = self.session.checked(|_| true);
        let files: Vec<CheckedFile> = self.files.values().cloned().collect();
        let expected = check(&resolve(files), support::today());
        assert_eq!(found.diagnostics, expected.diagnostics, "{what}");
        assert_eq!(found.texts, expected.texts, "{what}");
        assert_eq!(found.files, expected.files, "{what}");
        let swept = support::swept(self.files.values().cloned(), &self.shapes);
        assert_eq!(swept.diagnostics, expected.diagnostics, "swept, {what}");
        assert_eq!((&swept.texts, swept.files), (&expected.texts, expected.files), "swept, {what}");
        found
    }
}

#[test]
fn a_page_that_a_second_file_names_is_found_and_forgotten_in_the_other_file() {
    let mut pair = Pair::new();
    let izumi = pair.text(IZUMI);
    let page = |text: &str| text.split("url: ").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    let (own, foreign) = (page(&izumi), page(&pair.text(KANAZAWA)));
    assert_eq!(pair.replace(IZUMI, &izumi.replacen(&own, &foreign, 1)), BTreeSet::from([IZUMI.to_owned()]));
    // Kanazawa comes first; without it the page is Izumi's own.
    let kanazawa = pair.text(KANAZAWA);
    assert!(pair.replace(KANAZAWA, &kanazawa.replacen(&foreign, &own, 1)).contains(IZUMI));
    assert!(pair.remove(KANAZAWA).contains(IZUMI) || pair.session.checked(|path| path == IZUMI).diagnostics.is_empty());
    pair.replace(KANAZAWA, &kanazawa);
    pair.replace(IZUMI, &izumi);
}

#[test]
fn a_second_file_of_a_municipality_is_found_and_forgotten() {
    let mut pair = Pair::new();
    let (text, second) = (pair.text(KANAZAWA), "municipalities/17-ishikawa/172014-z.yaml");
    assert!(pair.replace(second, &text).contains(second));
    let first = "municipalities/01-hokkaido/172014-a.yaml";
    assert!(pair.replace(first, &text).contains(KANAZAWA), "the first is another one now");
    assert!(pair.remove(first).contains(KANAZAWA));
    pair.remove(second);
}

#[test]
fn what_all_share_is_held_against_every_file() {
    let mut pair = Pair::new();
    let documents = pair.text("vocabulary/documents.yaml");
    let without = pair.replace("vocabulary/documents.yaml", &documents.replace("  passport:\n", "  passport-x:\n"));
    assert!(without.contains(KANAZAWA) && without.contains(IZUMI), "{without:?}");
    pair.replace("vocabulary/documents.yaml", "entries: [");
    pair.replace("vocabulary/documents.yaml", &documents);
    pair.replace("../madoguchi.yaml", "levels: { R003: error, layout: \"off\" }\n");
    pair.replace("../madoguchi.yaml", "levels: { R003: \n");
    pair.remove("../madoguchi.yaml");
    for path in ["national/baseline.yaml", "national/changes.yaml", "national/holidays.yaml"] {
        let text = pair.text(path);
        pair.remove(path);
        pair.replace(path, &text);
    }
    pair.replace("national/unknown.yaml", "a: b\n");
    pair.remove("national/unknown.yaml");
}

#[test]
fn a_file_that_is_typed_anew_is_found_as_it_is_at_every_stop() {
    let mut pair = Pair::new();
    for path in [KANAZAWA, IZUMI] {
        let text = pair.text(path);
        let stops: Vec<usize> = text.char_indices().map(|(at, _)| at).step_by(501).collect();
        for stop in stops {
            pair.replace(path, &text[..stop]);
        }
        pair.replace(path, &text);
    }
}
