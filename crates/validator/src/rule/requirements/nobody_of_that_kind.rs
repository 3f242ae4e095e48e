//! A condition on whom the representative stands for, or as what, that their own block does not have.

use crate::rule::prelude::*;
use madoguchi_schema::fault::{Reference, Span};
use madoguchi_schema::model::{Applicant, Said};
use madoguchi_schema::scalar::ConditionId;

use super::papers;

pub(crate) static RULE: Rule = Rule {
    code: "Q028",
    name: "nobody-of-that-kind",
    level: Level::Warning,
    ja: Text {
        message: "「{ $condition }」は、この人の { $key } にありません。",
        help: "条件か { $key } を直してください。",
        cases: &[],
        about: "`represents` と `who` には、ページが挙げる人がすべて入ります。そこにない人だけの持ち物は、だれにも要りません。",
    },
    en: Text {
        message: "`{ $condition }` is not among this applicant's `{ $key }`.",
        help: "Correct the condition or `{ $key }`.",
        cases: &[],
        about: "`represents` and `who` name everybody of whom the page speaks. What is asked of somebody else alone is asked of nobody.",
    },
    wrong: Example::Blocks(
        r#"procedures:
  pin-reset:
    section: 暗証番号の再設定
    reasons: [forgotten, locked]
    at: [city-hall]
    not_at: [branches]
    applicants:
      legal-representative:
        section: 法定代理人が来るとき
        represents: [under-15, adult-ward]
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A+A | A+B, of: legal-representative }
                - { document: family-register, only_if: under-15, unless: honseki-here }
                - { document: guardianship-certificate, only_if: curatee }
"#,
    ),
    right: Example::Blocks(
        r#"procedures:
  pin-reset:
    section: 暗証番号の再設定
    reasons: [forgotten, locked]
    at: [city-hall]
    not_at: [branches]
    applicants:
      legal-representative:
        section: 法定代理人が来るとき
        represents: [under-15, adult-ward]
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A+A | A+B, of: legal-representative }
                - { document: family-register, only_if: under-15, unless: honseki-here }
                - { document: guardianship-certificate, only_if: adult-ward }
"#,
    ),
    check: Some(Check::File(check)),
};

/// The principals' situations that go with a representative, besides their age.
const WARDS: &[&str] = &["adult-ward", "minor-ward", "curatee", "assisted", "voluntary-ward"];
/// As what a representative acts.
const OFFICES: &[&str] = &["parent", "minor-guardian", "adult-guardian", "curator", "assistant", "voluntary-guardian"];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    if subject.has_unknown(Reference::Condition) {
        return;
    }
    for course in subject.courses() {
        for (item, route) in course.items() {
            let conditions = [("only_if", &item.only_if), ("unless", &item.unless)];
            for (key, condition) in conditions.into_iter().filter_map(|(key, it)| it.as_ref().map(|it| (key, it))) {
                let stranger = condition.0.atoms().find_map(|id| list(subject, course.of, id).map(|list| (id, list)));
                if let Some((id, list)) = stranger {
                    let span = place(subject, &route.key(key), id.as_str());
                    found.push(subject.finding(&RULE, span).text("condition", id.as_str()).text("key", list));
                }
            }
        }
    }
}

/// The list in which a condition should stand and does not, where that list is complete.
fn list(subject: &Subject<'_>, of: &Applicant, id: &ConditionId) -> Option<&'static str> {
    let age = |id: &ConditionId| subject.shared.vocabulary.conditions.get(id).and_then(|entry| entry.below_age);
    let listed = |list: &'_ [Said<ConditionId>]| -> Option<Vec<ConditionId>> {
        let ids: Option<Vec<ConditionId>> = list.iter().map(|said| said.value().cloned()).collect();
        ids.filter(|ids| !ids.is_empty())
    };
    if OFFICES.contains(&id.as_str()) {
        return listed(&of.who).filter(|who| !who.contains(id)).map(|_| "who");
    }
    let represents = listed(&of.represents)?;
    let is_among = match age(id) {
        // Some of those below 18 are below 15, and some have a guardian.
        Some(years) => represents.iter().filter_map(age).any(|limit| limit >= years),
        None if id.as_str() == "minor-ward" => represents.contains(id) || represents.iter().any(|id| age(id).is_some()),
        None => !WARDS.contains(&id.as_str()) || represents.contains(id),
    };
    (!is_among).then_some("represents")
}

/// The condition's own bytes within the formula.
fn place(subject: &Subject<'_>, route: &Route, id: &str) -> Span {
    let node = subject.tree.find(route);
    let range = node.and_then(|node| node.text()).and_then(|text| {
        let is_end = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric() && c != '-');
        let mut starts = text.match_indices(id).map(|(at, _)| at);
        let start = starts
            .find(|at| is_end(text[..*at].chars().next_back()) && is_end(text[at + id.len()..].chars().next()))?;
        Some(start..start + id.len())
    });
    match (node, range) {
        (Some(node), Some(range)) => papers::part(subject, node, range),
        _ => subject.span(route),
    }
}
