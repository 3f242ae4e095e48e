//! A rule that begins before the one that it replaced has ended.

use crate::rule::prelude::*;
use madoguchi_schema::fault::Edit;

pub(crate) static RULE: Rule = Rule {
    code: "T016",
    name: "begins-before-earlier-ends",
    level: Level::Error,
    ja: Text {
        message: "今の決まりは { $from } からですが、以前の決まりが { $until } まで続いています。",
        help: "以前の決まりの valid_until は、今の決まりの valid_from の前の日です。",
        cases: &[],
        about: "以前の決まりが終わった次の日から、今の決まりが始まります。重なると、その日の持ち物が2通りになります。",
    },
    en: Text {
        message: "The rule of today holds from { $from }, and the earlier one until { $until }.",
        help: "The `valid_until` of the earlier rule is the day before the `valid_from` of the other.",
        cases: &[],
        about: "The rule of today begins on the day after the earlier one ended. Where they overlap, two lists of papers hold on one day.",
    },
    wrong: Example::Blocks(
        "procedures:
  pin-reset:
    valid_from: 2026-02-01
    at: [city-hall, branches]
    applicants:
      principal:
        steps:
          - visit: { bring: [{ document: my-number-card, of: principal }, { identity: A | B, of: principal }] }
    earlier:
      - valid_until: 2026-02-28
        at: [city-hall]
        applicants:
          principal:
            steps:
              - visit: { bring: [{ document: my-number-card, of: principal }] }
",
    ),
    right: Example::Blocks(
        "procedures:
  pin-reset:
    valid_from: 2026-02-01
    at: [city-hall, branches]
    applicants:
      principal:
        steps:
          - visit: { bring: [{ document: my-number-card, of: principal }, { identity: A | B, of: principal }] }
    earlier:
      - valid_until: 2026-01-31
        at: [city-hall]
        applicants:
          principal:
            steps:
              - visit: { bring: [{ document: my-number-card, of: principal }] }
",
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (id, procedure) in subject.municipality().map(|city| &city.procedures).into_iter().flatten() {
        let Some(from) = procedure.valid_from else { continue };
        let route = Route::root().key("procedures").key(id);
        for (i, earlier) in procedure.earlier.iter().enumerate() {
            let Some(until) = earlier.valid_until.filter(|until| from <= *until) else { continue };
            let place = subject.span(&route.key("earlier").index(i).key("valid_until"));
            let mut finding = subject.finding(&RULE, place);
            let before = from.date().yesterday().ok();
            finding.edit = before.map(|day| Edit { span: place, text: day.to_string(), safe: false });
            let span = subject.span(&route.key("valid_from"));
            finding.related.push(Place { path: finding.path.clone(), span, message: "related" });
            found.push(finding.text("from", from.to_string()).text("until", until.to_string()));
        }
    }
}
