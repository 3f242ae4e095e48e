//! One fact that a file states in two places, with two values.
//!
//! Lengths and lock counts are left to the national rules: of two values one is not the national.

use crate::rule::prelude::*;
use madoguchi_schema::model::{Item, PinStatement, Procedure, Said};

pub(crate) static RULE: Rule = Rule {
    code: "C002",
    name: "stated-twice",
    level: Level::Warning,
    ja: Text {
        message: "同じことが、このファイルの別の場所では違う値になっています。",
        help: "ページを確かめて、どちらかを直すか消してください。ページ自身が食い違っているなら、unclear: か slips に書いてください。",
        cases: &[],
        about: "「4桁の暗証番号」全体の決まりと1種類の決まり、手続き全体の「原本に限る」と書類ごとの指定などは、同じことを2か所に書けます。値が違うと、どちらが正しいのかわかりません。",
    },
    en: Text {
        message: "Another place of this file has another value for the same fact.",
        help: "Look at the page and correct one of the two, or take it out. If the page contradicts itself, write `unclear:` or record it under `slips`.",
        cases: &[],
        about: "Some facts can be stated in two places: of all four-digit PINs and of one of them, of a whole procedure (originals only) and of one paper. Where the values differ, nobody can tell which is right.",
    },
    wrong: Example::Blocks(
        r#"pins:
  section: 暗証番号とは
  user: { length: "4", lock_after: 3, in_a_row: false }
  four_digit: { length: "4", lock_after: 3, in_a_row: true }
"#,
    ),
    right: Example::Blocks(
        r#"pins:
  section: 暗証番号とは
  user: { length: "4", lock_after: 3, in_a_row: true }
  four_digit: { length: "4", lock_after: 3, in_a_row: true }
"#,
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let mut report = |place: &Route, other: &Route| {
        let mut finding = subject.finding(&RULE, subject.span(place));
        finding.related.push(Place { path: finding.path.clone(), span: subject.span(other), message: "related" });
        found.push(finding);
    };
    if let Some(pins) = subject.municipality().and_then(|city| city.pins.as_ref()) {
        let route = Route::root().key("pins");
        let kinds = [("user", &pins.user), ("basic_register", &pins.basic_register), ("card_entry", &pins.card_entry)];
        if let Some(all) = &pins.four_digit {
            for (key, of) in kinds.into_iter().filter_map(|(key, kind)| Some((key, kind.as_ref()?))) {
                for fact in differing(of, all) {
                    report(&route.key(key).key(fact), &route.key("four_digit").key(fact));
                }
            }
        }
    }
    for course in subject.courses() {
        for (item, route) in course.items() {
            for (own, of_all) in looser(item, course.rule) {
                // The applicant stands below `applicants` of its rule.
                let rule = course.applicant_route.parent().parent();
                report(&route.key(own), &rule.key(of_all));
            }
        }
    }
}

/// The facts of a kind of PIN that differ from what is said of all four-digit ones.
fn differing(of: &PinStatement, all: &PinStatement) -> Vec<&'static str> {
    let facts = [
        ("characters", differ(&of.characters, &all.characters)),
        ("each_required", differ(&of.each_required, &all.each_required)),
        ("in_a_row", differ(&of.in_a_row, &all.in_a_row)),
    ];
    facts.into_iter().filter(|(_, differ)| *differ).map(|(fact, _)| fact).collect()
}

fn differ<T: PartialEq>(a: &Option<Said<T>>, b: &Option<Said<T>>) -> bool {
    let is_value = |said: &Option<Said<T>>| matches!(said, Some(Said::Value(_)));
    is_value(a) && is_value(b) && a != b
}

/// Where an item allows what its procedure refuses for every paper.
fn looser(item: &Item, procedure: &Procedure) -> Vec<(&'static str, &'static str)> {
    let refuses = |said: &Option<Said<bool>>| *said == Some(Said::Value(true));
    let facts = [
        ("original", "originals_only", item.original, &procedure.originals_only),
        ("valid", "valid_only", item.valid, &procedure.valid_only),
    ];
    let facts = facts.into_iter().filter(|(_, _, own, of_all)| *own == Some(false) && refuses(of_all));
    facts.map(|(own, of_all, _, _)| (own, of_all)).collect()
}
