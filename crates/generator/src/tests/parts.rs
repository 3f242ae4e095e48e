//! The parts of the site: one file alone, and what may be kept.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use madoguchi_schema::dataset::Dataset;

use super::data::{assets, dataset, options, render, whole_dataset};
use super::editor::built;
use crate::{Dependence, Options, Page, Refused, Shared, Site, Taker, Templates};

/// Remembers the parts of the last build, as a caller would.
#[derive(Default)]
struct Memory {
    known: BTreeMap<String, (String, Vec<Page>)>,
    keys: Mutex<BTreeMap<String, String>>,
    made: Mutex<BTreeMap<String, Vec<Page>>>,
    kept: Mutex<BTreeSet<String>>,
}

/// A build with what the last one left.
struct Build<'b> {
    memory: &'b Memory,
    dataset: &'b Dataset,
}

impl Taker for Build<'_> {
    fn kept(&self, part: &Dependence<'_>) -> Option<Vec<String>> {
        let of = |path: &&str| self.dataset.municipalities.iter().find(|file| file.path == **path).unwrap();
        let files: Vec<_> = part.files.iter().map(of).map(|file| &file.municipality).collect();
        let key = format!("{files:?} {}", part.others);
        self.memory.keys.lock().unwrap().insert(part.part.to_owned(), key.clone());
        let (_, pages) = self.memory.known.get(part.part).filter(|(known, _)| *known == key)?;
        self.memory.kept.lock().unwrap().insert(part.part.to_owned());
        Some(pages.iter().map(|page| page.path.clone()).collect())
    }

    fn take(&self, part: &str, path: &str, bytes: &[u8]) -> Result<(), Refused> {
        let page = Page { path: path.to_owned(), bytes: bytes.to_vec() };
        self.memory.made.lock().unwrap().entry(part.to_owned()).or_default().push(page);
        Ok(())
    }
}

impl Memory {
    /// The site with what is known, and how many parts were kept.
    fn build(&mut self, dataset: &Dataset, templates: &Templates, options: &Options) -> (Vec<Page>, usize) {
        let shared = Shared::new(dataset, options);
        Site::new(&shared, templates).make(&Build { memory: self, dataset }).unwrap();
        let mut made = std::mem::take(self.made.get_mut().unwrap());
        let kept = std::mem::take(self.kept.get_mut().unwrap());
        for part in &kept {
            made.insert(part.clone(), self.known[part].1.clone());
        }
        let keys = std::mem::take(self.keys.get_mut().unwrap());
        let known = keys.into_iter().filter_map(|(part, key)| Some((part.clone(), (key, made.get(&part)?.clone()))));
        self.known = known.collect();
        let mut pages: Vec<Page> = made.into_values().flatten().collect();
        pages.sort_by(|a, b| a.path.cmp(&b.path));
        (pages, kept.len())
    }
}

fn assert_same(kept: &[Page], clean: &[Page], what: &str) {
    let paths = |pages: &[Page]| pages.iter().map(|page| page.path.clone()).collect::<Vec<_>>();
    assert_eq!(paths(kept), paths(clean), "{what}");
    for (kept, clean) in kept.iter().zip(clean) {
        assert!(kept.bytes == clean.bytes, "{what}: {}", clean.path);
    }
}

#[test]
fn a_file_that_is_made_alone_is_the_one_of_the_whole_site() {
    let (dataset, options) = (dataset(), built());
    let templates = Templates::new(assets()).unwrap();
    let shared = Shared::new(&dataset, &options);
    let site = Site::new(&shared, &templates);
    let memory = Memory::default();
    site.make(&Build { memory: &memory, dataset: &dataset }).unwrap();
    let mut made = memory.made.into_inner().unwrap();
    let exports = made.remove("exports").unwrap();
    assert!(made.remove("sitemap").is_some());
    assert!(exports.len() > 30, "{} exports", exports.len());
    // All exports are made for one of them.
    for page in made.values().flatten().chain(exports.iter().step_by(10)) {
        assert!(site.file(&page.path).unwrap().as_ref() == Some(page), "{}", page.path);
    }
    for path in ["", "m/172014", "m/999999.html", "m/172014/pin-reset.html/", "no.html", "../index.html"] {
        assert_eq!(site.file(path).unwrap(), None, "{path}");
    }
}

#[test]
fn pages_are_the_same_whether_macros_are_called_or_written_out() {
    let (dataset, options) = (dataset(), built());
    let made = |templates: &Templates| {
        let memory = Memory::default();
        let shared = Shared::new(&dataset, &options);
        Site::new(&shared, templates).make(&Build { memory: &memory, dataset: &dataset }).unwrap();
        let mut pages: Vec<Page> = memory.made.into_inner().unwrap().into_values().flatten().collect();
        pages.sort_by(|a, b| a.path.cmp(&b.path));
        pages
    };
    let templates = Templates::new(assets()).unwrap();
    let written_out = made(&templates);
    assert_same(&made(&templates.calling_macros()), &written_out, "macros called");
}

#[test]
fn what_is_kept_is_what_would_be_made() {
    let (mut dataset, options) = (whole_dataset(), options());
    let templates = Templates::new(assets()).unwrap();
    let mut memory = Memory::default();
    let (_, kept) = memory.build(&dataset, &templates, &options);
    assert_eq!(kept, 0);

    let (pages, parts) = memory.build(&dataset, &templates, &options);
    assert_same(&pages, &render(&dataset), "nothing changed");
    assert_eq!(parts, memory.known.len());
    // The pages of a municipality in each language and its exports; prefectures, comparisons, distributions.
    assert!(parts > dataset.municipalities.len() * 4 + 900, "{parts} parts hang on some municipalities");

    // What most say turns: those pages of others that say so are made anew.
    let mut step = |dataset: &Dataset, what: &str, at_least: usize, at_most: usize| {
        let (pages, kept) = memory.build(dataset, &templates, &options);
        assert_same(&pages, &render(dataset), what);
        assert!((at_least..=at_most).contains(&kept), "{what}: {kept} of {parts} parts were kept");
    };
    let place = |dataset: &Dataset, code: &str| {
        dataset.municipalities.iter().position(|file| file.municipality.municipality.as_str() == code).unwrap()
    };
    let kanazawa = place(&dataset, "172014");
    Arc::make_mut(&mut dataset.municipalities[kanazawa].municipality).slips.clear();
    // Where Kanazawa is the first of all that says something, the comparisons are made anew.
    step(&dataset, "a slip less", parts - 250, parts - 7);

    let reset =
        |file: &madoguchi_schema::dataset::MunicipalityFile| file.municipality.procedures.contains_key("pin-reset");
    for file in dataset.municipalities.iter_mut().filter(|file| reset(file)).take(20) {
        Arc::make_mut(&mut file.municipality).procedures.shift_remove("pin-reset");
    }
    step(&dataset, "twenty that have no page on the PIN any more", parts / 4, parts - 81);

    dataset.municipalities.remove(kanazawa);
    step(&dataset, "a municipality less", parts / 4, parts - 7);
}
