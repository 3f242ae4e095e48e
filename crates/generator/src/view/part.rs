//! The parts of the site: what is made in one go, what it covers, and what it hangs on.

use madoguchi_schema::dataset::MunicipalityFile;

use super::page::Shared;
use crate::{Dependence, Page, SiteError, Taker};

/// A part of the site that is made in one go, without the others.
pub(crate) struct Part<'u> {
    /// The same name is the same part in every build.
    pub(crate) name: String,
    covers: Covers,
    /// None where it hangs on all municipalities.
    hangs_on: Option<Hangs<'u>>,
    make: Make<'u>,
}

/// Some municipalities, and what is said of the others.
pub(crate) struct HangsOn<'u> {
    pub(crate) files: Vec<&'u MunicipalityFile>,
    /// Where this text is the same, the part says the same of the others.
    pub(crate) others: String,
}

impl HangsOn<'_> {
    /// Nothing is said of any municipality.
    pub(crate) fn nothing() -> Self {
        Self { files: Vec::new(), others: String::new() }
    }
}

/// Makes the files of a part.
type Make<'u> = Box<dyn Fn(&Out<'_>) -> Result<(), SiteError> + Send + Sync + 'u>;

/// Says on what a part hangs; nothing where it hangs on all municipalities.
type Hangs<'u> = Box<dyn Fn() -> Option<HangsOn<'u>> + Send + Sync + 'u>;

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
        Self { name: path.clone(), covers: Covers::File(path), hangs_on: None, make }
    }

    pub(crate) fn paths(paths: &[String], make: Make<'u>) -> Self {
        Self { name: paths.join(" "), covers: Covers::Paths(paths.to_vec()), hangs_on: None, make }
    }

    pub(crate) fn rest(name: &str, make: Make<'u>) -> Self {
        Self { name: name.to_owned(), covers: Covers::Rest, hangs_on: None, make }
    }

    /// Of municipalities, the part says no more than that, and what every page says.
    pub(crate) fn hanging_on(mut self, hangs_on: impl Fn() -> Option<HangsOn<'u>> + Send + Sync + 'u) -> Self {
        self.hangs_on = Some(Box::new(hangs_on));
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
        let HangsOn { files, others } = self.hangs_on.as_ref()?()?;
        let files: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        let others = [shared.said_on_every_page(), others].join("\n");
        taker.kept(&Dependence { part: &self.name, files: &files, others: &others })
    }

    pub(crate) fn make(&self, out: &Out<'_>) -> Result<(), SiteError> {
        (self.make)(out)
    }
}

/// Takes a file by its path, from any thread.
pub(crate) type Take<'t> = dyn Fn(&str, &[u8]) -> Result<(), SiteError> + Sync + 't;

/// Where the files of a part go.
pub(crate) struct Out<'o> {
    pub(crate) take: &'o Take<'o>,
    /// The one file that is asked for; none where all are.
    pub(crate) wanted: Option<&'o str>,
}

impl Out<'_> {
    pub(crate) fn wants(&self, path: &str) -> bool {
        self.wanted.is_none_or(|wanted| wanted == path)
    }

    pub(crate) fn add(&self, path: &str, bytes: &[u8]) -> Result<(), SiteError> {
        if self.wants(path) { (self.take)(path, bytes) } else { Ok(()) }
    }

    pub(crate) fn add_all(&self, files: impl IntoIterator<Item = Page>) -> Result<(), SiteError> {
        files.into_iter().try_for_each(|file| self.add(&file.path, &file.bytes))
    }
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
