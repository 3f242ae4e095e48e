//! What people see of the rules: facets, pages, the comparison.
//!
//! Pure: a dataset, the texts of `site-templates/` and the options go in, pages come out. Nothing
//! here reads the clock, the environment, the file system or the network, and nothing prints, so
//! the same input gives the same bytes on any machine.

pub mod calendar;
mod change;
pub mod decision;
pub mod diff;
mod error;
pub mod export;
pub mod facet;
pub mod hand;
mod hash;
mod lang;
mod rule_text;
mod version;
mod view;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use madoguchi_schema::dataset::Dataset;
use madoguchi_schema::scalar::Day;

pub use error::SiteError;
pub use lang::Lang;
pub use rule_text::{RuleLevel, RuleText, RuleWords};
pub use view::{Preview, Shared, Site, Templates};

/// Templates, styles, messages and prose by their path below `site-templates/`, with `/` between
/// its parts: `pages/home.html`, `messages/ja/home.ftl`, `styles/site/1-tokens.css`, `prose/ja/about.md`.
#[derive(Debug, Clone, Default)]
pub struct Assets(pub BTreeMap<String, String>);

/// What a build depends on besides the dataset and the assets.
#[derive(Debug, Clone)]
pub struct Options {
    /// The day for which the site is made: of each procedure, the rule that holds on it is shown.
    pub today: Day,
    /// Where the site will stand (`https://example.org/madoguchi/`), for canonical links and for what has
    /// to name whole addresses: the sitemap and the OpenSearch descriptions are there only with it.
    pub base_url: Option<String>,
    /// The repository in which the data are kept, for "correct this" links.
    pub repository: Option<String>,
    /// The rules by which the data are checked, for their catalogue.
    pub rules: Vec<RuleText>,
    /// What the editor in the browser works on.
    pub editor: Editor,
}

/// What the editor in the browser works on.
#[derive(Debug, Clone, Default)]
pub struct Editor {
    /// The texts of the dataset's files, by path below `datasets/`.
    pub texts: BTreeMap<String, Arc<str>>,
    /// The files of the module for the browser, by name; none where it was not built.
    pub module: BTreeMap<String, Vec<u8>>,
}

impl Options {
    /// Where the site will stand, without a slash at its end.
    pub(crate) fn base(&self) -> Option<&str> {
        self.base_url.as_deref().map(|base| base.trim_end_matches('/'))
    }

    /// The whole address of a file of the site, where it is known where the site will stand.
    pub(crate) fn address(&self, path: &str) -> Option<String> {
        self.base().map(|base| format!("{base}/{path}"))
    }
}

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its path below the site's root, with `/` between its parts.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Who takes the files has failed and takes no more; why is for them to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused;

/// Takes the files of a site.
pub trait Taker: Sync {
    /// The paths of all files of a part, where they are at hand as they would be made now: they were made by
    /// the same program from the same assets, options and data, but for the files of other municipalities,
    /// of which the part says what it said.
    fn kept(&self, _: &Dependence<'_>) -> Option<Vec<String>> {
        None
    }

    /// Takes a file of a part by its path, each once, in any order and from several threads.
    ///
    /// # Errors
    ///
    /// Where no more are taken.
    fn take(&self, part: &str, path: &str, bytes: &[u8]) -> Result<(), Refused>;
}

impl<F: Fn(&str, &[u8]) -> Result<(), Refused> + Sync> Taker for F {
    fn take(&self, _: &str, path: &str, bytes: &[u8]) -> Result<(), Refused> {
        self(path, bytes)
    }
}

/// A part of the site that hangs on some municipalities.
#[derive(Debug, Clone, Copy)]
pub struct Dependence<'p> {
    /// The part: one name, one part, in every build.
    pub part: &'p str,
    /// The municipalities' files, by their paths below `datasets/`.
    pub files: &'p [&'p str],
    /// What it hangs on of the others: where this text is the same, it says the same of them.
    pub others: &'p str,
}

/// Makes the site and hands out each file as soon as it is made: the files are the same however many
/// threads make them.
///
/// # Errors
///
/// Names the template or the message that is wrong, and the place in it; or that no file was taken
/// any more.
pub fn build(dataset: &Dataset, assets: &Assets, options: &Options, taker: &dyn Taker) -> Result<(), SiteError> {
    let templates = Templates::new(assets.clone())?;
    Site::new(&Shared::new(dataset, options), &templates).make(taker)
}

/// The whole site in memory, sorted by path.
///
/// # Errors
///
/// As for [`build`].
pub fn site(dataset: &Dataset, assets: &Assets, options: &Options) -> Result<Vec<Page>, SiteError> {
    let pages = Mutex::new(Vec::new());
    build(dataset, assets, options, &|path: &str, bytes: &[u8]| {
        pages.lock().map_err(|_| Refused)?.push(Page { path: path.to_owned(), bytes: bytes.to_vec() });
        Ok(())
    })?;
    let mut pages: Vec<Page> = pages.into_inner().map_err(|_| SiteError::Refused)?;
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(pages)
}

#[cfg(test)]
mod tests;
