//! The rules: one file each, with its code, level, words, documentation, examples and check.
//!
//! A rule of reading or shape has no check of its own: the schema crate finds the fault, and
//! [`crate::fault`] names the rule. Every other rule is a lint with a check. The examples are run by
//! a test: the wrong one gives exactly this rule, the right one gives nothing.

pub(crate) mod allowances;
pub(crate) mod comparison;
pub(crate) mod form;
pub(crate) mod keys;
pub(crate) mod national;
pub(crate) mod prelude;
pub(crate) mod references;
pub(crate) mod requirements;
pub(crate) mod sources;
mod subject;
pub(crate) mod text;
pub(crate) mod time;
pub(crate) mod values;

use std::fmt;

use madoguchi_schema::load::CheckedFile;
use madoguchi_schema::model::SetLevel;
use madoguchi_schema::nearest::nearest;

use crate::diagnostic::Diagnostic;
pub(crate) use subject::{Shared, Subject, Trace, Whole, Written};

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Not reported.
    Off,
    /// Worth knowing.
    Note,
    /// Probably wrong.
    Warning,
    /// Wrong: nothing is built from it.
    Error,
}

impl Level {
    /// The level's name, as in reports and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The level of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Off, Self::Note, Self::Warning, Self::Error].into_iter().find(|level| level.name() == name)
    }
}

impl From<SetLevel> for Level {
    fn from(level: SetLevel) -> Self {
        match level {
            SetLevel::Off => Self::Off,
            SetLevel::Note => Self::Note,
            SetLevel::Warning => Self::Warning,
            SetLevel::Error => Self::Error,
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A rule.
pub struct Rule {
    /// A letter for the family and three digits. Codes are never used for anything else.
    pub code: &'static str,
    /// Its name; also that of its message.
    pub name: &'static str,
    /// How grave breaking it is, where nothing else is set.
    pub level: Level,
    /// What it says in Japanese.
    pub ja: Text,
    /// What it says in English.
    pub en: Text,
    /// An example that breaks it, and nothing else.
    pub wrong: Example,
    /// The same example put right.
    pub right: Example,
    /// What finds it, where reading and shape do not.
    pub(crate) check: Option<Check>,
}

impl Rule {
    /// Whether its level cannot be set: what reading, shape and references find keeps the data
    /// whole, and what is wrong with the settings cannot be set aside by them.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        self.check.is_none() || self.is_about_allowances() && self.level == Level::Error
    }

    /// Whether a finding of it can be accepted at its place, in the data.
    #[must_use]
    pub fn can_be_allowed(&self) -> bool {
        !matches!(self.check, None | Some(Check::Clean(_))) && !self.is_about_allowances()
    }

    fn is_about_allowances(&self) -> bool {
        allowances::RULES.contains(&self)
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.name)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}

/// The words of a rule in one language. Messages are Fluent patterns over the finding's arguments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// What is wrong.
    pub message: &'static str,
    /// What to do.
    pub help: &'static str,
    /// What to do in a case of its own, by the case's name.
    pub cases: &'static [(&'static str, &'static str)],
    /// Why the rule is there, as Markdown, for `explain` and the site.
    pub about: &'static str,
}

/// An example: what is put in the place of a small right dataset's files.
#[derive(Debug, Clone, Copy)]
pub enum Example {
    /// Top-level blocks (`sources:` …) that replace those of the same names in the example
    /// municipality's file, or are added to it.
    Blocks(&'static str),
    /// The whole text of the example municipality's file.
    File(&'static str),
    /// Files by path below `datasets/`, beside those of the small dataset or in their place; an empty
    /// text takes a file away.
    Files(&'static [(&'static str, &'static str)]),
    /// The bytes of the example municipality's file, where they are no text to show.
    Bytes(fn() -> Vec<u8>),
    /// The example municipality's file is a symbolic link.
    Link,
}

/// What finds the breaking of a rule.
#[derive(Clone, Copy)]
pub(crate) enum Check {
    /// Looks at one document whose shape is right.
    File(fn(&Subject<'_>, &mut Vec<Diagnostic>)),
    /// Holds the municipalities against each other.
    Whole(Whole),
    /// Looks at one document and at what all other lints found.
    Findings(fn(&Subject<'_>, &[Diagnostic]) -> Vec<Diagnostic>),
    /// Looks at a file without a fault, error or warning.
    Clean(fn(&CheckedFile) -> Option<Diagnostic>),
}

/// The rules by family.
const FAMILIES: &[&[&Rule]] = &[
    form::RULES,
    keys::RULES,
    values::RULES,
    references::RULES,
    requirements::RULES,
    time::RULES,
    sources::RULES,
    national::RULES,
    comparison::RULES,
    text::RULES,
    allowances::RULES,
];

/// Every rule, by family and code.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.iter().copied())
}

/// The rule of a code or a name.
#[must_use]
pub fn rule(code_or_name: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.code.eq_ignore_ascii_case(code_or_name) || rule.name == code_or_name)
}

/// "Did you mean": the code or name of a rule that is nearest to a written one.
#[must_use]
pub fn nearest_rule(written: &str) -> Option<&'static str> {
    nearest(&written.to_lowercase(), rules().map(|rule| rule.name))
        .or_else(|| nearest(&written.to_uppercase(), rules().map(|rule| rule.code)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_are_used_once_and_stand_in_order_within_their_family() {
        let rules: Vec<&Rule> = rules().collect();
        for (i, rule) in rules.iter().enumerate() {
            assert!(rule.code.len() == 4 && rule.code[1..].bytes().all(|b| b.is_ascii_digit()), "{rule:?}");
            for other in &rules[i + 1..] {
                assert!(rule.code != other.code && rule.name != other.name, "{rule:?} {other:?}");
                if rule.code[..1] == other.code[..1] {
                    assert!(rule.code < other.code, "{rule:?} {other:?}");
                }
            }
        }
    }
}
