//! The commands, one a file.

pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod fmt;
pub(crate) mod lsp;
pub(crate) mod migrate;
pub(crate) mod new;
pub(crate) mod schema;
pub(crate) mod sources;

use madoguchi_schema::load::{self, CheckedFile, Loaded, RawFile};
use madoguchi_schema::shape::Shapes;
use rayon::prelude::*;

use crate::failure::Failure;
use crate::files;
use crate::root::Root;

/// The dataset of a root folder and the settings of its checks, read and held against its schemas.
fn load(root: &Root) -> Result<Loaded, Failure> {
    load_found(found(root)?)
}

/// Files that were found, read and held against the schemas.
fn load_found(found: Vec<RawFile>) -> Result<Loaded, Failure> {
    Ok(load::resolve(read(found)?))
}

/// Files that were found, each read alone.
fn read(found: Vec<RawFile>) -> Result<Vec<CheckedFile>, Failure> {
    let shapes = Shapes::new().map_err(Failure::broken)?;
    Ok(found.into_par_iter().map(|file| load::read(file, &shapes)).collect())
}

/// The files of the dataset and of the settings, not yet read.
fn found(root: &Root) -> Result<Vec<RawFile>, Failure> {
    let mut found = files::documents(&root.datasets())?;
    found.extend(files::settings(&root.settings())?);
    Ok(found)
}
