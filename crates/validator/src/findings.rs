//! What is found, file by file, so that a file can be looked at again without the others: its own
//! findings hang on itself and on what all share, and what clashes between files is kept by its key.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use madoguchi_schema::load::{CheckedFile, Document, Loaded};

use crate::check::{Checked, Days};
use crate::diagnostic::Diagnostic;
use crate::fault;
use crate::rule::{Check, Level, Rule, Shared, Subject, Trace, Whole, allowances, form, rule, rules};

/// The findings of all files.
#[derive(Debug, Clone)]
pub(crate) struct Findings {
    days: Days,
    /// What the lints of one file found, before any allowance, by path.
    own: BTreeMap<String, Own>,
    /// What files have in common, by the rule that looks at it and the key.
    common: BTreeMap<Key, Common>,
    /// What is reported, by path.
    found: BTreeMap<String, Vec<Diagnostic>>,
}

type Key = (&'static str, String);

#[derive(Debug, Clone, Default)]
struct Own {
    lints: Vec<Diagnostic>,
    /// Where the file stands in `common`.
    keys: BTreeSet<Key>,
}

#[derive(Debug, Clone, Default)]
struct Common {
    traces: BTreeMap<String, Vec<Trace>>,
    found: Vec<Diagnostic>,
}

/// What the lints of one file found in it, and what it says that others may say, too.
#[derive(Debug)]
pub(crate) struct Looked {
    pub(crate) lints: Vec<Diagnostic>,
    /// By the rule that looks at it.
    traces: Vec<(&'static str, Trace)>,
}

impl Looked {
    pub(crate) fn at(subject: &Subject<'_>) -> Self {
        let mut looked = Self { lints: Vec::new(), traces: Vec::new() };
        for rule in rules() {
            match rule.check {
                Some(Check::File(check)) => check(subject, &mut looked.lints),
                Some(Check::Whole(Whole { gather, .. })) if subject.municipality().is_some() => {
                    let mut traces = Vec::new();
                    gather(subject, &mut traces);
                    looked.traces.extend(traces.into_iter().map(|trace| (rule.code, trace)));
                }
                _ => {}
            }
        }
        looked
    }
}

impl Findings {
    pub(crate) fn new(days: Days) -> Self {
        Self { days, own: BTreeMap::new(), common: BTreeMap::new(), found: BTreeMap::new() }
    }

    /// Looks again at the files of these paths, which were read anew or taken away, and at the others
    /// only where they clash with them. The paths of the files whose findings are others than before.
    pub(crate) fn update(&mut self, loaded: &Loaded, paths: &BTreeSet<String>) -> BTreeSet<String> {
        let shared = shared(loaded, self.days);
        let file = |path: &str| loaded.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok();
        // The parts of a file are found again for its second look: those of all files at once are large.
        let subject = |path: &str| Subject::of(&loaded.files[file(path)?], &shared);
        let mut touched: BTreeSet<Key> = BTreeSet::new();
        for path in paths {
            touched.extend(self.forget(path));
            if let Some(subject) = subject(path) {
                touched.extend(self.take(path, Looked::at(&subject)));
            }
        }
        let clashing: BTreeSet<String> = touched.iter().flat_map(|key| self.compare(key)).collect();
        let clashing: Vec<&String> = clashing.difference(paths).collect();
        let levels = levels(loaded);
        let mut changed = BTreeSet::new();
        let missing = loaded.missing.iter().filter(|path| !paths.contains(*path));
        for path in paths.iter().chain(clashing).chain(missing) {
            let found = match file(path) {
                Some(at) => Some(self.reported(&loaded.files[at], subject(path).as_ref(), &levels)),
                None => loaded
                    .missing
                    .contains(path)
                    .then(|| vec![Diagnostic::new(&form::missing_file::RULE, path, None).text("file", path)]),
            };
            let before = self.found.get(path).map_or(&[][..], Vec::as_slice);
            if before != found.as_deref().unwrap_or_default() {
                changed.insert(path.clone());
            }
            match found {
                Some(found) => self.found.insert(path.clone(), found),
                None => self.found.remove(path),
            };
        }
        changed
    }

    /// What is reported of the files that are `wanted`.
    pub(crate) fn checked(&self, loaded: &Loaded, wanted: impl Fn(&str) -> bool) -> Checked {
        // By path, and in the order of each file.
        let found = self.found.iter().filter(|(path, _)| wanted(path));
        let diagnostics: Vec<Diagnostic> = found.flat_map(|(_, found)| found.iter().cloned()).collect();
        // A finding may show a place of a file that is not wanted itself.
        let related = diagnostics.iter().flat_map(|found| &found.related).map(|place| place.path.as_str());
        let related: BTreeSet<&str> = related.collect();
        let is_shown = |file: &&CheckedFile| wanted(&file.path) || related.contains(file.path.as_str());
        let texts = loaded.files.iter().filter(is_shown).map(|file| (file.path.clone(), file.text.clone())).collect();
        Checked { diagnostics, files: loaded.files.iter().filter(|file| wanted(&file.path)).count(), texts }
    }

    /// Takes out what a file said; the keys under which it stood.
    fn forget(&mut self, path: &str) -> BTreeSet<Key> {
        let keys = self.own.remove(path).unwrap_or_default().keys;
        for key in &keys {
            if let Some(common) = self.common.get_mut(key) {
                common.traces.remove(path);
            }
        }
        keys
    }

    /// Takes what was found in a file; the keys under which it stands now.
    fn take(&mut self, path: &str, looked: Looked) -> BTreeSet<Key> {
        let mut keys = BTreeSet::new();
        for (rule, trace) in looked.traces {
            let key = (rule, trace.key.clone());
            let common = self.common.entry(key.clone()).or_default();
            common.traces.entry(path.to_owned()).or_default().push(trace);
            keys.insert(key);
        }
        self.own.insert(path.to_owned(), Own { lints: looked.lints, keys: keys.clone() });
        keys
    }

    /// Takes what was found in files; the paths of those that clash.
    pub(crate) fn clashing(&mut self, looked: Vec<(String, Looked)>) -> BTreeSet<String> {
        let taken = looked.into_iter().flat_map(|(path, looked)| self.take(&path, looked));
        let touched: BTreeSet<Key> = taken.collect();
        touched.iter().flat_map(|key| self.compare(key)).collect()
    }

    /// Holds all that has a key against each other; the paths of the files of which something else is
    /// found than before.
    fn compare(&mut self, key: &Key) -> BTreeSet<String> {
        let Some(Check::Whole(whole)) = rule(key.0).and_then(|rule| rule.check) else { return BTreeSet::new() };
        let Some(common) = self.common.get_mut(key) else { return BTreeSet::new() };
        let traces: Vec<&Trace> = common.traces.values().flatten().collect();
        let found = (whole.compare)(&traces);
        let differs = |a: &[Diagnostic], b: &[Diagnostic]| -> Vec<String> {
            a.iter().filter(|finding| !b.contains(finding)).map(|finding| finding.path.clone()).collect()
        };
        let mut paths = BTreeSet::new();
        if found != common.found {
            paths.extend(differs(&found, &common.found));
            paths.extend(differs(&common.found, &found));
            common.found = found;
        }
        if common.traces.is_empty() {
            self.common.remove(key);
        }
        paths
    }

    /// What is reported of a file: faults, lints that no allowance accepts, and what is said of clean
    /// files only, all at the levels that are set.
    fn reported(
        &self,
        file: &CheckedFile,
        subject: Option<&Subject<'_>>,
        levels: &[(&'static Rule, Level)],
    ) -> Vec<Diagnostic> {
        let mut found: Vec<Diagnostic> = file.faults.iter().map(|fault| fault::diagnostic(&file.path, fault)).collect();
        if let Some(subject) = subject {
            found.extend(self.lints(subject));
        }
        set_levels(levels, &mut found);
        // What comes along with a mistake is not worth a second word.
        if file.faults.is_empty() && found.iter().all(|finding| finding.level <= Level::Note) {
            let mut last: Vec<Diagnostic> = said_of_clean(file).collect();
            set_levels(levels, &mut last);
            found.extend(last);
        }
        found.sort_by(|a, b| order(a).cmp(&order(b)));
        found
    }

    fn lints(&self, subject: &Subject<'_>) -> Vec<Diagnostic> {
        let path = &subject.file.path;
        let Some(own) = self.own.get(path) else { return Vec::new() };
        let mut found = own.lints.clone();
        let common = own.keys.iter().filter_map(|key| self.common.get(key)).flat_map(|common| &common.found);
        found.extend(common.filter(|finding| finding.path == *path).cloned());
        let after = |rule: &'static Rule| match rule.check {
            Some(Check::Findings(check)) => check(subject, &found),
            _ => Vec::new(),
        };
        let last: Vec<Diagnostic> = rules().flat_map(after).collect();
        for (allowance, rule, _) in allowances::in_force(subject) {
            found.retain(|finding| !allowances::accepts(subject, allowance, rule, finding));
        }
        found.extend(last);
        found
    }
}

/// What is said of a file without a fault, error or warning.
pub(crate) fn said_of_clean(file: &CheckedFile) -> impl Iterator<Item = Diagnostic> {
    let checks = rules().filter_map(|rule| match rule.check {
        Some(Check::Clean(check)) => Some(check),
        _ => None,
    });
    checks.filter_map(|check| check(file))
}

/// Findings stand in one order, whatever found them first.
fn order(diagnostic: &Diagnostic) -> impl Ord + '_ {
    let Diagnostic { path, span, rule, arguments, .. } = diagnostic;
    (path, *span, rule.code, arguments)
}

/// What all documents share, as far as it could be read.
pub(crate) fn shared(loaded: &Loaded, days: Days) -> Shared<'_> {
    let documents = || loaded.files.iter().filter_map(|file| file.document.as_ref());
    Shared {
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
        document_names: OnceLock::new(),
    }
}

/// The levels of the settings. Rules that keep the data whole stay errors, which a rule of its own
/// says at the line that would lower them.
fn levels(loaded: &Loaded) -> Vec<(&'static Rule, Level)> {
    let set = loaded.settings().into_iter().flat_map(|settings| &settings.levels);
    let known = set.filter_map(|(name, level)| Some((rule(name.as_str())?, Level::from(*level))));
    known.filter(|(rule, _)| !rule.is_fixed()).collect()
}

fn set_levels(levels: &[(&'static Rule, Level)], diagnostics: &mut Vec<Diagnostic>) {
    for diagnostic in diagnostics.iter_mut() {
        if let Some((_, level)) = levels.iter().find(|(rule, _)| *rule == diagnostic.rule) {
            diagnostic.level = *level;
        }
    }
    diagnostics.retain(|diagnostic| diagnostic.level != Level::Off);
}
