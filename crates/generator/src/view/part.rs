//! The parts of the site: what is made in one go, what it covers, and what it hangs on.

use madoguchi_schema::dataset::MunicipalityFile;

use super::page::Shared;
use crate::{Dependence, Page, SiteError, Taker};

/// A part of the site that is made in one go, without the others.
pub(crate) struct Part<'u> {
    /// The same name is the same part in every build.
    pub(crate) name: String,
    covers: Covers,
    /// The municipality on which it hangs; none where it hangs on all of them.
    of: Option<&'u MunicipalityFile>,
    make: Make<'u>,
}

/// Makes the files of a part.
type Make<'u> = Box<dyn Fn(&Out<'_>) -> Result<(), SiteError> + Send + Sync + 'u>;

/// Which files a part makes, or may make.
enum Covers {
    File(String),
    /// Files whose paths begin so.
    Paths(Vec<String>),
    /// What no other part covers.
    Rest,
}

impl<'u> Part<'u> {
    pub(crate) fn file(path: String, make: Make<'u>) -> Self {
        Self { name: path.clone(), covers: Covers::File(path), of: None, make }
    }

    pub(crate) fn paths(paths: &[String], make: Make<'u>) -> Self {
        Self { name: paths.join(" "), covers: Covers::Paths(paths.to_vec()), of: None, make }
    }

    pub(crate) fn rest(name: &str, make: Make<'u>) -> Self {
        Self { name: name.to_owned(), covers: Covers::Rest, of: None, make }
    }

    /// Of other municipalities than this one, the part says no more than [`said_of_others`].
    pub(crate) fn of(mut self, file: &'u MunicipalityFile) -> Self {
        self.of = Some(file);
        self
    }

    pub(crate) fn covers(&self, path: &str) -> bool {
        match &self.covers {
            Covers::File(file) => file == path,
            Covers::Paths(paths) => paths.iter().any(|begin| path.starts_with(begin)),
            Covers::Rest => false,
        }
    }

    pub(crate) fn is_rest(&self) -> bool {
        matches!(self.covers, Covers::Rest)
    }

    /// Its files, where whoever takes them has them as they would be made.
    pub(crate) fn kept(&self, taker: &dyn Taker, shared: &Shared<'_>) -> Option<Vec<String>> {
        let file = self.of?;
        taker.kept(&Dependence { part: &self.name, file: &file.path, others: &said_of_others(shared, file) })
    }

    pub(crate) fn make(&self, out: &Out<'_>) -> Result<(), SiteError> {
        (self.make)(out)
    }
}

/// Where the files of a part go.
pub(crate) struct Out<'o> {
    /// Takes a file.
    pub(crate) take: &'o (dyn Fn(Page) -> Result<(), SiteError> + Sync),
    /// The one file that is asked for; none where all are.
    pub(crate) wanted: Option<&'o str>,
}

impl Out<'_> {
    pub(crate) fn wants(&self, path: &str) -> bool {
        self.wanted.is_none_or(|wanted| wanted == path)
    }

    pub(crate) fn add(&self, file: Page) -> Result<(), SiteError> {
        if self.wants(&file.path) { (self.take)(file) } else { Ok(()) }
    }

    pub(crate) fn add_all(&self, files: impl IntoIterator<Item = Page>) -> Result<(), SiteError> {
        files.into_iter().try_for_each(|file| self.add(file))
    }
}

/// What the pages of a municipality hang on of others: what most of them say, and what every page has.
fn said_of_others(shared: &Shared<'_>, file: &MunicipalityFile) -> String {
    let last_read = shared.last_read.map(|day| day.to_string()).unwrap_or_default();
    let mut said = vec![shared.compared.as_deref().unwrap_or_default(), &last_read];
    said.extend(file.municipality.procedures.keys().filter_map(|id| shared.said_of_most(id)));
    said.join("\n")
}

/// Makes every part. Of several errors the first part's is told, whichever came first.
#[cfg(feature = "threads")]
pub(crate) fn all(
    parts: &[Part<'_>],
    make: &(dyn Fn(&Part<'_>) -> Result<(), SiteError> + Sync),
) -> Result<(), SiteError> {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use rayon::prelude::*;

    let failed = AtomicUsize::new(usize::MAX);
    let make = |(at, part): (usize, &Part<'_>)| {
        // What comes before a failed part is still made: it may fail, too.
        if failed.load(Ordering::Relaxed) < at {
            return Ok(());
        }
        make(part).inspect_err(|_| {
            failed.fetch_min(at, Ordering::Relaxed);
        })
    };
    let made: Vec<Result<(), SiteError>> = parts.par_iter().enumerate().with_max_len(1).map(make).collect();
    made.into_iter().collect()
}

/// Makes every part.
#[cfg(not(feature = "threads"))]
pub(crate) fn all(
    parts: &[Part<'_>],
    make: &(dyn Fn(&Part<'_>) -> Result<(), SiteError> + Sync),
) -> Result<(), SiteError> {
    parts.iter().try_for_each(make)
}
