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

use madoguchi_schema::load::{self, Loaded, RawFile};
use madoguchi_schema::shape::Shapes;

use crate::failure::Failure;
use crate::files;
use crate::root::Root;

/// The dataset of a root folder and the settings of its checks, read and held against its schemas.
fn load(root: &Root) -> Result<Loaded, Failure> {
    load_found(found(root)?)
}

/// Files that were found, read and held against the schemas.
fn load_found(found: Vec<RawFile>) -> Result<Loaded, Failure> {
    let shapes = Shapes::new().map_err(Failure::broken)?;
    Ok(load::load(found, &shapes))
}

/// The files of the dataset and of the settings, not yet read.
fn found(root: &Root) -> Result<Vec<RawFile>, Failure> {
    let mut found = files::documents(&root.datasets())?;
    found.extend(files::settings(&root.settings())?);
    Ok(found)
}
