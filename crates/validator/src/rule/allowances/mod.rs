//! What the data and the settings say of the rules themselves: findings that are accepted at one
//! place (`allow` in a municipality's file), and levels (`madoguchi.yaml`).

pub(crate) mod fixed_level;
pub(crate) mod level_set_twice;
pub(crate) mod not_allowable;
pub(crate) mod unknown_rule;
pub(crate) mod unused_allowance;

use madoguchi_schema::load::Document;
use madoguchi_schema::model::{Allowance, SetLevel};
use madoguchi_schema::yaml::Route;

use super::{Rule, Subject, rule};
use crate::diagnostic::Diagnostic;

/// The rules of this family, by code.
pub(super) const RULES: &[&Rule] =
    &[&unused_allowance::RULE, &unknown_rule::RULE, &not_allowable::RULE, &fixed_level::RULE, &level_set_twice::RULE];

/// The allowances of a document that name a rule whose findings can be accepted, with their routes.
pub(crate) fn in_force<'d>(subject: &Subject<'d>) -> Vec<(&'d Allowance, &'static Rule, Route)> {
    let named = allowances(subject).into_iter();
    let named = named.filter_map(|(allowance, route)| Some((allowance, rule(allowance.rule.as_str())?, route)));
    named.filter(|(_, rule, _)| rule.can_be_allowed()).collect()
}

/// Whether an allowance for a rule accepts a finding.
pub(crate) fn accepts(subject: &Subject<'_>, allowance: &Allowance, rule: &Rule, finding: &Diagnostic) -> bool {
    finding.rule == rule
        && finding.path == subject.file.path
        && finding.span.is_some_and(|span| subject.tree.is_at(&allowance.at, span))
}

/// The allowances of a document, with their routes.
fn allowances<'d>(subject: &Subject<'d>) -> Vec<(&'d Allowance, Route)> {
    let route = Route::root().key("allow");
    let listed = subject.municipality().map_or(&[][..], |city| &city.allow).iter().enumerate();
    listed.map(|(i, allowance)| (allowance, route.index(i))).collect()
}

/// The levels that a document sets, by what it calls the rule, with their routes.
fn levels<'d>(subject: &Subject<'d>) -> Vec<(&'d str, SetLevel, Route)> {
    let Document::Settings(settings) = subject.document else { return Vec::new() };
    let route = Route::root().key("levels");
    settings.levels.iter().map(|(name, level)| (name.as_str(), *level, route.key(name))).collect()
}
