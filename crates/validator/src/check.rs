use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use madoguchi_schema::load::Loaded;
use madoguchi_schema::scalar::Day;

use crate::diagnostic::Diagnostic;
use crate::findings::Findings;
use crate::rule::Level;

/// What a check found.
#[derive(Debug, Clone)]
pub struct Checked {
    /// Every finding, by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// How many files were checked.
    pub files: usize,
    /// The texts of the files that are shown, by path.
    pub texts: BTreeMap<String, Arc<str>>,
}

impl Checked {
    /// How many findings are of a level.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.level == level).count()
    }

    /// Only the findings of files that are `wanted`.
    #[must_use]
    pub fn only(mut self, wanted: impl Fn(&str) -> bool) -> Self {
        self.diagnostics.retain(|diagnostic| wanted(&diagnostic.path));
        self.files = self.texts.keys().filter(|path| wanted(path)).count();
        // A finding may show a place of a file that is not wanted itself.
        let related = self.diagnostics.iter().flat_map(|diagnostic| &diagnostic.related);
        let related: BTreeSet<&str> = related.map(|place| place.path.as_str()).collect();
        self.texts.retain(|path, _| wanted(path) || related.contains(path.as_str()));
        self
    }
}

/// The days of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The day as of which rules hold.
    pub as_of: Day,
    /// The day on which the check is made: nothing can have been read later, whatever day is asked about.
    pub now: Day,
}

impl From<Day> for Days {
    fn from(day: Day) -> Self {
        Self { as_of: day, now: day }
    }
}

/// Everything that is wrong with the files of a dataset, as of a day, at the levels that its
/// settings say (`madoguchi.yaml`, one of the files).
#[must_use]
pub fn check(loaded: &Loaded, days: impl Into<Days>) -> Checked {
    let paths = loaded.files.iter().map(|file| file.path.clone()).collect();
    let mut findings = Findings::new(days.into());
    findings.update(loaded, &paths);
    findings.checked(loaded, |_| true)
}
