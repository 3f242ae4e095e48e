//! What the pages show, for programs: every export is drawn from the same [`Record`]s.

mod coded;
mod csv;
mod json;
mod record;

pub use coded::{Coded, HoursRecord, PaperRecord, PapersRecord};
pub use record::{Record, SourceRecord, Texts};

pub(crate) use record::Catalogue;

use crate::view::Worded;
use crate::{Page, SiteError};

/// A format: the files that it writes.
type Format = fn(&Catalogue<'_>) -> Result<Vec<Page>, SiteError>;

/// Every format.
const FORMATS: &[Format] = &[json::files, csv::files];

/// The files of every format.
pub(crate) fn files(catalogue: &Catalogue<'_>) -> Worded<Vec<Page>> {
    let mut files = Vec::new();
    for format in FORMATS {
        files.extend(format(catalogue)?);
    }
    Ok(files)
}
