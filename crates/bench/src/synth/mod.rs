//! A dataset of as many municipalities as are asked for, as varied as the real one: parts of the real files
//! and of the fixtures of every known variation, put together anew. What is put together is checked, and a
//! part with which anything would be found is left out.

mod city;
mod place;
mod shape;
#[cfg(test)]
mod tests;
mod text;

use std::path::{Path, PathBuf};

use fastrand::Rng;
use madoguchi_schema::load::{CheckedFile, Content, Document, RawFile, load, read, resolve};
use madoguchi_schema::national_list::{self, NationalList};
use madoguchi_schema::scalar::Day;
use madoguchi_schema::shape::Shapes;

use crate::{Failure, files};
use city::City;
use place::{Place, places};
use shape::Shape;

/// So many procedures has a municipality, where the shapes have as many.
const PROCEDURES: usize = 5;
/// A file is given further parts until it has so many bytes.
const BYTES: std::ops::Range<usize> = 6_000..11_000;
/// Its parts are those of so many real files and of a fixture, as far as these have enough.
const SHAPES: usize = 3;
/// So many parts of all files are looked at for what is missing.
const TRIES: usize = 60;

/// What is asked for.
pub struct Order {
    /// The project's folder.
    pub project: PathBuf,
    /// The folder in which the dataset is made; it must not be there.
    pub out: PathBuf,
    /// How many municipalities.
    pub municipalities: usize,
    /// Equal seeds make equal datasets.
    pub seed: u64,
}

/// Writes a folder in which `madoguchi check` and `madoguchi build` can be run. The result is the day of the last
/// reading of a page: later, the check would say that some were read long ago.
///
/// # Errors
///
/// Where the project cannot be read, or the folder not be written.
pub fn write(order: &Order) -> Result<Day, Failure> {
    if order.out.exists() {
        return Err(format!("{} is there already", order.out.display()).into());
    }
    let from = Sources::read(&order.project)?;
    let (places, list) = places(order.municipalities, &from.list, &from.list_text)?;
    let datasets = order.out.join("datasets");
    for folder in ["national", "vocabulary"] {
        files::copy_folder(&order.project.join("datasets").join(folder), &datasets.join(folder))?;
    }
    files::copy_folder(&order.project.join("site-templates"), &order.out.join("site-templates"))?;
    let settings = order.project.join("madoguchi.yaml");
    if settings.exists() {
        files::write(&order.out.join("madoguchi.yaml"), &files::read(&settings)?)?;
    }
    if let Some(text) = &list {
        files::write(&datasets.join(national_list::PATH), text.as_bytes())?;
    }
    let trial = Trial::new(&from, list)?;
    let mut seeds = Rng::with_seed(order.seed);
    for place in &places {
        let city = composed(place, &from.cities, &trial, &mut Rng::with_seed(seeds.u64(..)));
        files::write(&datasets.join(city.path()), city.text().as_bytes())?;
    }
    Ok(from.day)
}

/// What the dataset is made from.
struct Sources {
    cities: Vec<Shape>,
    /// The documents that are the same for every municipality, without their trees: they are right.
    shared: Vec<CheckedFile>,
    list: NationalList,
    list_text: String,
    day: Day,
}

impl Sources {
    fn read(project: &Path) -> Result<Self, Failure> {
        let datasets = project.join("datasets");
        let fixtures = project.join("tests/fixtures");
        let mut raw = files::documents(&datasets, &datasets)?;
        raw.extend(files::documents(&fixtures, &fixtures)?);
        let loaded = load(raw, &Shapes::new()?);
        if let Some(file) = loaded.files.iter().find(|file| !file.faults.is_empty()) {
            return Err(format!("{} is not right: see `madoguchi check`", file.path).into());
        }
        let list = loaded.national_list.as_deref().cloned().ok_or("there is no national list")?;
        let cities: Vec<Shape> = loaded.files.iter().filter_map(Shape::of).collect();
        let days = cities.iter().flat_map(|city| city.municipality.sources.values().map(|source| source.read_on));
        let day = days.max().ok_or("there is no municipality")?;
        let mut shared: Vec<CheckedFile> = loaded.files;
        shared.retain(|file| !matches!(file.document, Some(Document::Municipality(_)) | None));
        let list_text = shared.iter().find(|file| file.path == national_list::PATH);
        let list_text = list_text.map(|file| file.text.to_string()).unwrap_or_default();
        for file in &mut shared {
            file.tree = None;
        }
        Ok(Self { cities, shared, list, list_text, day })
    }
}

/// Whether anything would be found in a file.
struct Trial {
    shapes: Shapes,
    shared: Vec<CheckedFile>,
    day: Day,
}

impl Trial {
    fn new(from: &Sources, list: Option<String>) -> Result<Self, Failure> {
        let shapes = Shapes::new()?;
        let mut shared = from.shared.clone();
        if let Some(text) = list {
            let content = Content::Bytes(text.into_bytes());
            let list = read(RawFile { path: national_list::PATH.to_owned(), content }, &shapes);
            if !list.faults.is_empty() {
                return Err("the national list that was made is not right".into());
            }
            shared.retain(|file| file.path != national_list::PATH);
            shared.push(list);
        }
        Ok(Self { shapes, shared, day: from.day })
    }

    fn is_passed_by(&self, city: &City<'_>) -> bool {
        let raw = RawFile { path: city.path(), content: Content::Bytes(city.text().into_bytes()) };
        let mut all = self.shared.clone();
        all.push(read(raw, &self.shapes));
        let loaded = resolve(all);
        loaded.dataset.is_some() && madoguchi_validator::check(&loaded, self.day).diagnostics.is_empty()
    }
}

/// A municipality's file: parts of a few shapes, and of others where these have too little.
fn composed<'s>(place: &'s Place, shapes: &'s [Shape], trial: &Trial, rng: &mut Rng) -> City<'s> {
    let mut city = City::new(place, shapes, rng);
    let grow = |city: &mut City<'s>, part: &dyn Fn(&mut City<'s>)| {
        let mut grown = city.clone();
        part(&mut grown);
        let passes = trial.is_passed_by(&grown);
        if passes {
            *city = grown;
        }
        passes
    };
    let bytes = rng.usize(BYTES);
    let few = few(shapes, rng);
    let all: Vec<usize> = (0..shapes.len()).collect();

    let mut taken = 0;
    for (shape, id) in drawn(&few, &all, rng, |shape| procedures(&shapes[shape])) {
        if taken < PROCEDURES && !city.has_procedure(id) {
            taken += usize::from(grow(&mut city, &|city| city.take_procedure(shape, id)));
        }
    }
    for key in ["pins", "certificates", "terms", "contact"] {
        let with = few.iter().filter(|at| shapes[**at].tree.root.get(key).is_some());
        for shape in with.copied() {
            if grow(&mut city, &|city| city.take(shape, key)) {
                break;
            }
        }
    }
    for (at, (shape, (procedure, id))) in
        drawn(&few, &all, rng, |shape| applicants(&shapes[shape])).into_iter().enumerate()
    {
        // One is taken in any case: the parts of a procedure are put together anew, too.
        if at > 0 && city.text().len() >= bytes {
            break;
        }
        if city.has_procedure(procedure) && (at == 0 || !city.has_applicant(procedure, id)) {
            grow(&mut city, &|city| city.take_applicant(shape, procedure, id));
        }
    }
    for shape in few {
        for at in 0..shapes[shape].municipality.slips.len() {
            if city.text().len() < bytes {
                grow(&mut city, &|city| city.take_slip(shape, at));
            }
        }
    }
    city
}

/// The shapes that a municipality is made of in the first place: some real ones and a fixture.
fn few(shapes: &[Shape], rng: &mut Rng) -> Vec<usize> {
    let (fixtures, real): (Vec<usize>, Vec<usize>) =
        (0..shapes.len()).partition(|at| shapes[*at].municipality.municipality.is_fictional());
    let mut few = rng.choose_multiple(real, SHAPES);
    few.extend(rng.choose_multiple(fixtures, 1));
    few
}

/// The parts of a few shapes in any order, then some of all.
fn drawn<T>(few: &[usize], all: &[usize], rng: &mut Rng, parts: impl Fn(usize) -> Vec<T>) -> Vec<(usize, T)> {
    let of = |shapes: &[usize]| -> Vec<(usize, T)> {
        shapes.iter().flat_map(|shape| parts(*shape).into_iter().map(move |part| (*shape, part))).collect()
    };
    let mut drawn = of(few);
    rng.shuffle(&mut drawn);
    drawn.extend(rng.choose_multiple(of(all), TRIES));
    drawn
}

fn procedures(shape: &Shape) -> Vec<&str> {
    shape.municipality.procedures.keys().map(|id| id.as_str()).collect()
}

/// Every applicant of every procedure.
fn applicants(shape: &Shape) -> Vec<(&str, &str)> {
    let procedures = shape.municipality.procedures.iter();
    procedures.flat_map(|(id, rule)| rule.applicants.keys().map(move |who| (id.as_str(), who.as_str()))).collect()
}
