//! What a municipality's rule is: YAML with a place for every key and value, scalars and documents
//! as types, vocabularies, JSON Schema, and the dataset in which every reference is resolved.
//!
//! Nothing here reads the clock, the environment, the file system or the network.
//!
//! # For other programs
//!
//! Two things can be read with this crate: the folder `datasets/` of the repository, whole, with
//! [`load`]; and the JSON that the site publishes, with the types of [`published`], for which no file of
//! the repository is needed.
//!
//! ## The dataset
//!
//! Files are read by whoever calls; their bytes go into [`load::load`], and a [`dataset::Dataset`] comes
//! out where no file has a fault. Every reference in it is resolved.
//!
//! ```
//! use std::path::Path;
//!
//! use madoguchi_schema::load::{self, Content, RawFile};
//! use madoguchi_schema::model::{Fact, Said};
//! use madoguchi_schema::shape::Shapes;
//!
//! /// Every document below a folder; notes and licences are none.
//! fn documents(folder: &Path, below: &str, found: &mut Vec<RawFile>) -> std::io::Result<()> {
//!     for entry in std::fs::read_dir(folder)? {
//!         let entry = entry?;
//!         let path = format!("{below}{}", entry.file_name().to_string_lossy());
//!         if entry.file_type()?.is_dir() {
//!             documents(&entry.path(), &format!("{path}/"), found)?;
//!         } else if path.ends_with(".yaml") || path.ends_with(".csv") {
//!             found.push(RawFile { path, content: Content::Bytes(std::fs::read(entry.path())?) });
//!         }
//!     }
//!     Ok(())
//! }
//!
//! let mut files = Vec::new();
//! documents(Path::new("../../datasets"), "", &mut files)?;
//! let loaded = load::load(files, &Shapes::new()?);
//! let dataset = loaded.dataset.ok_or("a file has a fault: see loaded.files")?;
//!
//! let izumi = dataset.municipalities.iter().map(|file| &file.municipality);
//! let izumi = izumi.clone().find(|one| one.municipality.as_str() == "272191").ok_or("no such municipality")?;
//! let (id, reset) = izumi.procedures.get_key_value("pin-reset").ok_or("no such procedure")?;
//! assert_eq!(dataset.vocabulary.procedures[id].en.as_str(), "PIN reset");
//!
//! // What a file leaves out is silent where the page was read whole, else unread: never "no".
//! let read = izumi.sources[0].read;
//! match Fact::of(reset.fee.as_ref(), read) {
//!     Fact::Stated(fee) => println!("{} yen", fee.yen),
//!     Fact::Silent => println!("the page does not say"),
//!     Fact::Unclear(note) => println!("unclear: {note:?}"),
//!     Fact::Unread => println!("not read yet"),
//! }
//! // A list can have something unclear among what is stated.
//! let counters = reset.at.iter().filter_map(Said::value).filter_map(|id| izumi.counters.get(id));
//! assert!(counters.count() > 0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! ## Requirements
//!
//! What has to be brought is a formula: `+` is "and", `|` is "or", `A+A` are two different papers.
//!
//! ```
//! use madoguchi_schema::scalar::formula::Paper;
//! use madoguchi_schema::scalar::{Formula, Scalar as _};
//!
//! let formula = Formula::parse("A+A | A+B").map_err(|fault| format!("{:?}", fault.kind))?;
//! let class = |name: &str| Formula::parse(name).map(|one| one.0.alternatives()[0][0].clone());
//! let (a, b): (Paper, Paper) = (class("A").expect("a class"), class("B").expect("a class"));
//! assert!(formula.0.is_satisfied_by(&[a.clone(), b.clone()], |paper, place| paper == place));
//! assert!(!formula.0.is_satisfied_by(&[a], |paper, place| paper == place), "one paper fills one place");
//! # Ok::<(), String>(())
//! ```
//!
//! ## Without Rust
//!
//! `schema/` holds the JSON Schema of every kind of document, written from these types
//! ([`json_schema`]).

pub mod dataset;
pub mod fault;
pub mod former;
pub mod json_schema;
pub mod load;
pub mod migration;
pub mod model;
pub mod names;
pub mod national_list;
pub mod nearest;
pub mod published;
pub mod references;
pub mod romaji;
pub mod scalar;
pub mod shape;
pub mod yaml;
