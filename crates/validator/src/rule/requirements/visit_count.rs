//! A number of visits that the page names and the steps do not have.

use crate::rule::prelude::*;
use madoguchi_schema::model::{Said, Step};

pub(crate) static RULE: Rule = Rule {
    code: "Q002",
    name: "visit-count",
    level: Level::Warning,
    ja: Text {
        message: "ページの来庁の回数は { $stated } 回ですが、steps の来庁(visit)は { $steps } 回です。",
        help: "ページを見直して、steps か visits_stated を直してください。",
        cases: &[],
        about: "来庁の回数は steps から数えます。ページにも回数が書いてあれば visits_stated に写しておくと、来庁の書き忘れに気づけます。",
    },
    en: Text {
        message: "The page names { $stated } visits, and the steps have { $steps }.",
        help: "Look at the page again, and correct `steps` or `visits_stated`.",
        cases: &[],
        about: "Visits are counted from the steps. Where the page gives a number too, it is copied into `visits_stated`, and a forgotten visit is noticed.",
    },
    wrong: Example::Blocks(
        "procedures:
  pin-reset:
    at: [city-hall]
    not_at: [branches]
    applicants:
      principal:
        visits_stated: 2
        steps:
          - visit:
              bring:
                - { identity: A+A | A+B, of: principal }
",
    ),
    right: Example::Blocks(
        "procedures:
  pin-reset:
    at: [city-hall]
    not_at: [branches]
    applicants:
      principal:
        visits_stated: 1
        steps:
          - visit:
              bring:
                - { identity: A+A | A+B, of: principal }
",
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (_, procedure, route) in subject.procedures() {
        for (id, applicant) in &procedure.applicants {
            let (Some(Said::Value(stated)), Some(Said::Value(steps))) = (&applicant.visits_stated, &applicant.steps)
            else {
                continue;
            };
            let visits = steps.iter().filter(|step| matches!(step, Step::Visit(_))).count();
            if usize::from(*stated) != visits {
                let route = route.key("applicants").key(id).key("visits_stated");
                found.push(
                    subject
                        .finding(&RULE, subject.span(&route))
                        .with("stated", Argument::Number(usize::from(*stated)))
                        .with("steps", Argument::Number(visits)),
                );
            }
        }
    }
}
