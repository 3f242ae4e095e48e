use std::collections::BTreeSet;
use std::path::Path;

use madoguchi_schema::load::{Content, Loaded};

use super::*;

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A dataset as its bytes, and read, and its day.
fn made(municipalities: usize, seed: u64) -> (Vec<RawFile>, Loaded, Day) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("made");
    let day = write(&Order { project: project(), out: out.clone(), municipalities, seed }).unwrap();
    let datasets = out.join("datasets");
    let files = files::documents(&datasets, &datasets).unwrap();
    (files.clone(), load(files, &Shapes::new().unwrap()), day)
}

#[test]
fn nothing_is_wrong_with_a_dataset_that_was_made_and_equal_seeds_make_equal_ones() {
    let (files, loaded, day) = made(12, 1);
    let checked = madoguchi_validator::check(&loaded, day);
    assert_eq!(checked.diagnostics, []);
    let dataset = loaded.dataset.unwrap();
    assert_eq!(dataset.municipalities.len(), 12);
    assert!(dataset.municipalities.iter().all(|file| file.municipality.procedures.len() > 3));
    let prefectures = dataset.municipalities.iter().map(|file| file.municipality.municipality.prefecture().number);
    assert!(prefectures.collect::<BTreeSet<_>>().len() > 8);
    assert_eq!(made(12, 1).0, files);
    assert_ne!(made(12, 2).0, files);
    let bytes = |file: &RawFile| match &file.content {
        Content::Bytes(bytes) if file.path.starts_with("municipalities/") => bytes.len(),
        _ => 0,
    };
    let mean = files.iter().map(bytes).sum::<usize>() / 12;
    assert!((8_000..14_000).contains(&mean), "{mean}");
}

#[test]
fn ten_times_as_many_municipalities_as_there_are_have_a_national_list_of_their_own() {
    let from = Sources::read(&project()).unwrap();
    let count = 10 * from.list.all().len();
    let (places, list) = places(count, &from.list, &from.list_text).unwrap();
    let list = NationalList::parse(&list.unwrap()).unwrap();
    assert_eq!((places.len(), list.all().len()), (count, count));
    assert!(from.list.all().iter().all(|listed| list.get(&listed.code).is_some()));
    assert!((1..=47).all(|number| list.by_prefecture(number).len() > 300));
    assert!(super::places(count + 1, &from.list, &from.list_text).is_err());
}
