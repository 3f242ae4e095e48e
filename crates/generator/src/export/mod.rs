//! What the pages show, for programs: every export is drawn from the same [`Record`]s.

pub(crate) mod coded;
mod csv;
mod dcat;
mod download;
pub(crate) mod feed;
mod gif;
#[cfg(feature = "downloads")]
pub(crate) mod ics;
mod json;
mod linked;
pub(crate) mod opensearch;
mod record;
pub(crate) mod sitemap;
#[cfg(feature = "downloads")]
mod sqlite;
mod text;

pub use madoguchi_schema::published::{Coded, HoursRecord, PaperRecord, PapersRecord, Record, SourceRecord, Texts};

pub(crate) use download::{DOWNLOADS, TABLE_ABOUT};
pub(crate) use json::{ENDPOINTS, Endpoint};
pub(crate) use record::{Catalogue, last_read};

use crate::view::Worded;
use crate::view::page::Context;
use crate::{Page, SiteError};

/// A format: the files that it writes.
type Format = fn(&Catalogue<'_>) -> Result<Vec<Page>, SiteError>;

/// Every format.
const FORMATS: &[Format] = &[
    json::files,
    csv::files,
    linked::files,
    text::files,
    #[cfg(feature = "downloads")]
    sqlite::files,
];

/// A format that is written in each language: the files that it writes in one.
type WordedFormat = fn(&Context<'_>) -> Worded<Vec<Page>>;

/// Every format that is written in each language.
const WORDED_FORMATS: &[WordedFormat] = &[
    feed::files,
    opensearch::files,
    #[cfg(feature = "downloads")]
    ics::files,
];

/// The files of every format.
pub(crate) fn files(catalogue: &Catalogue<'_>) -> Worded<Vec<Page>> {
    let mut files = Vec::new();
    for format in FORMATS {
        files.extend(format(catalogue)?);
    }
    // The catalogue is of the other files.
    files.push(dcat::file(catalogue, &files)?);
    Ok(files)
}

/// The files of one language.
pub(crate) fn worded_files(context: &Context<'_>) -> Worded<Vec<Page>> {
    let mut files = Vec::new();
    for format in WORDED_FORMATS {
        files.extend(format(context)?);
    }
    Ok(files)
}
