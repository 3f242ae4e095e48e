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
pub(crate) use feed::known_days;
pub(crate) use json::{ENDPOINTS, Endpoint};
pub(crate) use record::{Catalogue, last_read};

use madoguchi_schema::dataset::MunicipalityFile;
#[cfg(feature = "threads")]
use rayon::prelude::*;

use crate::Page;
use crate::view::Worded;
use crate::view::page::Context;

/// A format: it writes its files.
type Format = fn(&Catalogue<'_>, &mut Emit<'_>) -> Worded<()>;

/// Takes the files of an export by their paths, one after the other.
pub(crate) type Emit<'e> = dyn FnMut(&str, &[u8]) -> Worded<()> + 'e;

/// Every format, of all municipalities; the one that takes longest stands last, and begins first.
const FORMATS: &[Format] = &[
    json::files,
    csv::files,
    linked::files,
    text::files,
    #[cfg(feature = "downloads")]
    sqlite::files,
];

/// Every format of which each municipality has files of its own, of the catalogue of one.
const OWN_FORMATS: &[Format] = &[json::own_files, linked::own_files];

/// A format that is written in each language: the files that it writes in one.
type WordedFormat = fn(&Context<'_>) -> Worded<Vec<Page>>;

/// Every format that is written in each language.
const WORDED_FORMATS: &[WordedFormat] = &[feed::files, opensearch::files];

/// Where their files begin, in the folder of a language.
pub(crate) const WORDED_PATHS: [&str; 2] = [feed::ALL, opensearch::PATH];

/// A format of which each municipality has a file in each language.
type LocalFormat = fn(&Context<'_>, &MunicipalityFile) -> Worded<Option<Page>>;

/// Every such format.
const LOCAL_FORMATS: &[LocalFormat] = &[
    feed::file,
    #[cfg(feature = "downloads")]
    ics::file,
];

/// The files of every format, from several threads.
pub(crate) fn files(catalogue: &Catalogue<'_>, emit: &(dyn Fn(&str, &[u8]) -> Worded<()> + Sync)) -> Worded<()> {
    // What the catalogue says of the other files.
    let published = |format: &Format| {
        let mut published = Vec::new();
        format(catalogue, &mut |path, bytes| {
            published.extend(dcat::Published::of(path, bytes));
            emit(path, bytes)
        })?;
        Ok(published)
    };
    #[cfg(feature = "threads")]
    let formats = FORMATS.par_iter().with_max_len(1).rev();
    #[cfg(not(feature = "threads"))]
    let formats = FORMATS.iter().rev();
    // Of several errors that of the first format is told, whichever came first.
    let published: Vec<Worded<Vec<dcat::Published>>> = formats.map(published).collect();
    let published: Vec<Vec<dcat::Published>> = published.into_iter().rev().collect::<Worded<_>>()?;
    let file = dcat::file(catalogue, &published.concat())?;
    emit(&file.path, &file.bytes)
}

/// Hands out a file that was made as a whole.
fn give(emit: &mut Emit<'_>, page: &Page) -> Worded<()> {
    emit(&page.path, &page.bytes)
}

/// The files of the one municipality of a catalogue.
pub(crate) fn own_files(catalogue: &Catalogue<'_>, emit: &mut Emit<'_>) -> Worded<()> {
    OWN_FORMATS.iter().try_for_each(|format| format(catalogue, emit))
}

/// How the paths of these files begin.
pub(crate) fn own_paths(code: &str) -> [String; 2] {
    [format!("{}{}", json::FOLDER, json::own_path(code)), linked::own_folder(code)]
}

/// The files of one municipality in one language.
pub(crate) fn local_files(context: &Context<'_>, file: &MunicipalityFile) -> Worded<Vec<Page>> {
    LOCAL_FORMATS.iter().filter_map(|format| format(context, file).transpose()).collect()
}

/// The files of one language.
pub(crate) fn worded_files(context: &Context<'_>) -> Worded<Vec<Page>> {
    let mut files = Vec::new();
    for format in WORDED_FORMATS {
        files.extend(format(context)?);
    }
    Ok(files)
}
