//! Two statements of one thing whose periods overlap: on some days both would hold.

use crate::rule::prelude::*;
use madoguchi_schema::model::{Counter, Procedure};
use madoguchi_schema::scalar::Day;

pub(crate) static RULE: Rule = Rule {
    code: "T014",
    name: "overlapping-periods",
    level: Level::Warning,
    ja: Text {
        message: "同じものの期間が重なっています。",
        help: "valid_from と valid_until を直し、同じ日に1つだけが当てはまるようにしてください。",
        cases: &[(
            "counter",
            "同じ窓口なら1つにまとめるか、期間を分けてください。別の窓口なら、階や番号まで名前に書いてください。",
        )],
        about: "以前の決まりどうし、または同じ名前の窓口は、期間が重ならないように書きます。重なると、その日にどちらが当てはまるのか決まりません。",
    },
    en: Text {
        message: "These are two statements of one thing, and their periods overlap.",
        help: "Correct `valid_from` and `valid_until`, so that one of them holds on each day.",
        cases: &[(
            "counter",
            "If they are one counter, make one entry of them or part their periods. If they are two, their names say so: floor, number.",
        )],
        about: "Earlier rules of one procedure, and counters of the same name, must not hold on the same day: nobody could tell which does.",
    },
    wrong: Example::Blocks(
        r#"counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main
    valid_until: 2026-09-30
    hours: "Mo-Fr 08:30-17:15; PH off"
  branches:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main
    valid_from: 2026-09-01
    hours: "Mo-Fr 09:00-17:00; PH off"
"#,
    ),
    right: Example::Blocks(
        r#"counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main
    valid_until: 2026-08-31
    hours: "Mo-Fr 08:30-17:15; PH off"
  branches:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main
    valid_from: 2026-09-01
    hours: "Mo-Fr 09:00-17:00; PH off"
"#,
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(city) = subject.municipality() else {
        return;
    };
    let mut report = |place: &Route, other: &Route, is_counter: bool| {
        // At the period where there is one, else at the name of the thing.
        let span = |route: &Route| {
            let keys = ["valid_from", "valid_until"].into_iter().map(|key| route.key(key));
            let mut spans = keys.filter_map(|route| subject.tree.find(&route)).map(|node| node.span);
            spans.next().unwrap_or_else(|| subject.key_span(route))
        };
        let mut finding = subject.finding(&RULE, span(place));
        finding.related.push(Place { path: finding.path.clone(), span: span(other), message: "related" });
        found.push(if is_counter { finding.case("counter") } else { finding });
    };
    for (id, procedure) in &city.procedures {
        let route = Route::root().key("procedures").key(id).key("earlier");
        for (i, later) in procedure.earlier.iter().enumerate() {
            if let Some(other) = procedure.earlier[..i].iter().position(|rule| rules_overlap(rule, later)) {
                report(&route.index(i), &route.index(other), false);
            }
        }
    }
    let counters: Vec<_> = city.counters.iter().collect();
    let route = Route::root().key("counters");
    for (i, (id, later)) in counters.iter().enumerate() {
        if let Some((other, _)) = counters[..i].iter().find(|(_, counter)| counters_overlap(counter, later)) {
            report(&route.key(id), &route.key(other), true);
        }
    }
}

/// Whether two earlier rules held on the same day for sure: where a rule names no first day, it is
/// not known, and the rule is not taken for one that held ever before.
fn rules_overlap(a: &Procedure, b: &Procedure) -> bool {
    let (Some(end), Some(other)) = (a.valid_until, b.valid_until) else {
        return false;
    };
    let (last, first_end) = if end < other { (b, end) } else { (a, other) };
    end == other || last.valid_from.is_some_and(|from| from <= first_end)
}

fn counters_overlap(a: &Counter, b: &Counter) -> bool {
    let begins_in_time =
        |from: Option<Day>, until: Option<Day>| from.zip(until).is_none_or(|(from, until)| from <= until);
    a.name.ja == b.name.ja && begins_in_time(a.valid_from, b.valid_until) && begins_in_time(b.valid_from, a.valid_until)
}
