use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use madoguchi_schema::load::{CheckedFile, Document, Loaded};
use madoguchi_schema::scalar::Day;

use crate::diagnostic::Diagnostic;
use crate::fault;
use crate::rule::{Check, Level, Parts, Rule, Shared, Subject, Whole, allowances, form, rule, rules};

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
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    for path in &loaded.missing {
        diagnostics.push(Diagnostic::new(&form::missing_file::RULE, path, None).text("file", path));
    }
    for file in &loaded.files {
        diagnostics.extend(file.faults.iter().map(|fault| fault::diagnostic(&file.path, fault)));
    }
    diagnostics.extend(lints(loaded, days.into()));
    set_levels(loaded, &mut diagnostics);
    let mut last = of_clean_files(loaded, &diagnostics);
    set_levels(loaded, &mut last);
    diagnostics.extend(last);
    diagnostics.sort_by(|a, b| order(a).cmp(&order(b)));
    let texts = loaded.files.iter().map(|file| (file.path.clone(), file.text.clone())).collect();
    Checked { diagnostics, files: loaded.files.len(), texts }
}

/// Findings stand in one order, whatever found them first.
fn order(diagnostic: &Diagnostic) -> impl Ord + '_ {
    let Diagnostic { path, span, rule, arguments, .. } = diagnostic;
    (path, *span, rule.code, arguments)
}

/// The levels of the settings. Rules that keep the data whole stay errors, which a rule of its own
/// says at the line that would lower them.
fn set_levels(loaded: &Loaded, diagnostics: &mut Vec<Diagnostic>) {
    let mut levels: Vec<(&Rule, Level)> = Vec::new();
    for (name, level) in loaded.settings().iter().flat_map(|settings| &settings.levels) {
        levels.extend(rule(name.as_str()).filter(|rule| !rule.is_fixed()).map(|rule| (rule, Level::from(*level))));
    }
    for diagnostic in diagnostics.iter_mut() {
        if let Some((_, level)) = levels.iter().find(|(rule, _)| *rule == diagnostic.rule) {
            diagnostic.level = *level;
        }
    }
    diagnostics.retain(|diagnostic| diagnostic.level != Level::Off);
}

/// What the lints find, in every document whose shape is right.
fn lints(loaded: &Loaded, days: Days) -> Vec<Diagnostic> {
    let documents = || loaded.files.iter().filter_map(|file| file.document.as_ref());
    let shared = Shared {
        vocabulary: loaded.vocabulary(),
        baseline: documents().find_map(|document| match document {
            Document::Baseline(baseline) => Some(baseline.as_ref()),
            _ => None,
        }),
        changes: documents().find_map(|document| match document {
            Document::Changes(changes) => Some(changes.as_ref()),
            _ => None,
        }),
        national_list: loaded.national_list.as_deref(),
        former: loaded.former.as_deref(),
        days,
    };
    let read = loaded.files.iter().filter_map(|file| Some((file, file.document.as_ref()?, file.tree.as_deref()?)));
    let read: Vec<_> = read.map(|(file, document, tree)| (file, document, tree, Parts::of(document, tree))).collect();
    let subjects: Vec<Subject<'_>> = read
        .iter()
        .map(|(file, document, tree, parts)| Subject { file, document, tree, parts, shared: &shared })
        .collect();
    let is_municipality = |subject: &&Subject<'_>| subject.municipality().is_some();
    let whole = Whole { municipalities: subjects.iter().filter(is_municipality).copied().collect() };
    let mut found = Vec::new();
    for rule in rules() {
        match rule.check {
            Some(Check::File(check)) => subjects.iter().for_each(|subject| check(subject, &mut found)),
            Some(Check::Whole(check)) => check(&whole, &mut found),
            Some(Check::Findings(_) | Check::Clean(_)) | None => {}
        }
    }
    let after = |rule: &'static Rule| match rule.check {
        Some(Check::Findings(check)) => subjects.iter().flat_map(|subject| check(subject, &found)).collect(),
        _ => Vec::new(),
    };
    let last: Vec<Diagnostic> = rules().flat_map(after).collect();
    for subject in &subjects {
        for (allowance, rule, _) in allowances::in_force(subject) {
            found.retain(|finding| !allowances::accepts(subject, allowance, rule, finding));
        }
    }
    found.extend(last);
    found
}

/// What is found in files in which nothing graver than a note was found: what comes along with a
/// mistake is not worth a second word.
fn of_clean_files(loaded: &Loaded, found: &[Diagnostic]) -> Vec<Diagnostic> {
    let graver = found.iter().filter(|finding| finding.level > Level::Note);
    let wrong: BTreeSet<&str> = graver.map(|finding| finding.path.as_str()).collect();
    let is_clean = |file: &&CheckedFile| file.faults.is_empty() && !wrong.contains(file.path.as_str());
    let checks = rules().filter_map(|rule| match rule.check {
        Some(Check::Clean(check)) => Some(check),
        _ => None,
    });
    checks.flat_map(|check| loaded.files.iter().filter(is_clean).filter_map(check)).collect()
}
