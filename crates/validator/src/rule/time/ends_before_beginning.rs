//! A rule or a counter whose last day lies before its first.

use crate::rule::prelude::*;
use madoguchi_schema::model::Procedure;
use madoguchi_schema::scalar::Day;
use madoguchi_schema::yaml::Route;

pub(crate) static RULE: Rule = Rule {
    code: "T003",
    name: "ends-before-beginning",
    level: Level::Error,
    ja: Text {
        message: "終わりの日が始まりの日より前です。",
        help: "valid_from か valid_until を直してください。",
        cases: &[],
        about: "始まる前に終わる決まりは、どの日にも当てはまらず、サイトに一度も出ません。年の打ちまちがいが多いところです。",
    },
    en: Text {
        message: "This ends before it begins.",
        help: "Correct `valid_from` or `valid_until`.",
        cases: &[],
        about: "What ends before it begins holds on no day and is never shown. Most often the year is mistyped.",
    },
    wrong: Example::Blocks(
        r#"counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main
    valid_from: 2026-04-01
    valid_until: 2026-03-31
  branches:
    name: { ja: 各出張所, kana: かくしゅっちょうじょ, en: Branch offices }
    kind: branch
    several: true
"#,
    ),
    right: Example::Blocks(
        r#"counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main
    valid_from: 2026-04-01
    valid_until: 2027-03-31
  branches:
    name: { ja: 各出張所, kana: かくしゅっちょうじょ, en: Branch offices }
    kind: branch
    several: true
"#,
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(city) = subject.municipality() else {
        return;
    };
    let mut period = |from: Option<Day>, until: Option<Day>, route: &Route| {
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            found.push(subject.finding(&RULE, subject.span(&route.key("valid_until"))));
        }
    };
    for (id, counter) in &city.counters {
        period(counter.valid_from, counter.valid_until, &Route::root().key("counters").key(id));
    }
    for (id, procedure) in &city.procedures {
        each_rule(procedure, &Route::root().key("procedures").key(id), &mut period);
    }
}

fn each_rule(procedure: &Procedure, route: &Route, period: &mut impl FnMut(Option<Day>, Option<Day>, &Route)) {
    period(procedure.valid_from, procedure.valid_until, route);
    for (i, earlier) in procedure.earlier.iter().enumerate() {
        each_rule(earlier, &route.key("earlier").index(i), period);
    }
}
