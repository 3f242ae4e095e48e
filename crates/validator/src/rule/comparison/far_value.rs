//! A number far from all that cities are known to ask for: mistyped, or worth a second look.
//!
//! The bounds are fixed: they leave room beyond every page seen. A value that another city
//! states too is no mistake of one file.

use crate::rule::prelude::*;
use crate::rule::subject::Course;
use madoguchi_schema::model::{Deadline, Period, Said, Step};

pub(crate) static RULE: Rule = Rule {
    code: "C001",
    name: "far-value",
    level: Level::Note,
    ja: Text {
        message: "ほかの市から大きく離れた値です: { $value }",
        help: "ページの数と単位を確かめてください。",
        cases: &[
            ("visits", "来庁は多くても4回です。1回の来庁を分けて書いていないか、確かめてください。"),
            ("deadline", "期限は7日から365日までです。日・週・月を取り違えていないか、確かめてください。"),
            (
                "issued-within",
                "書類の発行からの期間は12か月までです。日・月・年を取り違えていないか、確かめてください。",
            ),
            ("fee", "手数料は3,000円までです。桁を確かめてください。"),
        ],
        about: "ほかのどの市にもない値は、桁や単位の書き間違いのことがあります。ページのとおりなら、そのままでかまいません。",
    },
    en: Text {
        message: "This is far from what other cities ask for: { $value }",
        help: "Look at the number and its unit on the page.",
        cases: &[
            ("visits", "Four visits are the most. See whether one visit was written as several."),
            ("deadline", "Deadlines are from 7 to 365 days. See whether days, weeks and months were exchanged."),
            (
                "issued-within",
                "Papers are issued within 12 months at most. See whether days, months and years were exchanged.",
            ),
            ("fee", "Fees are up to 3,000 yen. Look at the number of digits."),
        ],
        about: "A value that no other city has may be a slip in its digits or its unit. If it is what the page says, it stays.",
    },
    wrong: Example::Blocks(
        "procedures:
  pin-reset:
    at: [city-hall, branches]
    fee: { yen: 10000 }
    applicants:
      principal:
        steps:
          - visit: { bring: [{ document: my-number-card, of: principal }, { identity: A | B, of: principal }] }
",
    ),
    right: Example::Blocks(
        "procedures:
  pin-reset:
    at: [city-hall, branches]
    fee: { yen: 1000 }
    applicants:
      principal:
        steps:
          - visit: { bring: [{ document: my-number-card, of: principal }, { identity: A | B, of: principal }] }
",
    ),
    check: Some(Check::Whole(Whole { gather, compare })),
};

const MOST_VISITS: usize = 4;
const DEADLINE_DAYS: std::ops::RangeInclusive<usize> = 7..=365;
const MOST_ISSUED_WITHIN_DAYS: usize = 12 * MONTH;
const MOST_YEN: usize = 3000;
const MONTH: usize = 31;

/// A number that is out of its bounds.
struct Far {
    case: &'static str,
    number: usize,
    value: String,
    route: Route,
    is_key: bool,
}

fn gather(subject: &Subject<'_>, traces: &mut Vec<Trace>) {
    for value in far(subject) {
        let span = if value.is_key { subject.key_span(&value.route) } else { subject.span(&value.route) };
        let finding = subject.finding(&RULE, span).case(value.case).text("value", &value.value);
        traces.push(Trace { key: format!("{} {}", value.case, value.number), name: String::new(), finding });
    }
}

fn compare(same: &[&Trace]) -> Vec<Diagnostic> {
    let is_shared = same.iter().any(|other| other.finding.path != same[0].finding.path);
    if is_shared { Vec::new() } else { same.iter().map(|trace| trace.finding.clone()).collect() }
}

fn far(subject: &Subject<'_>) -> Vec<Far> {
    let mut found = Vec::new();
    for (_, procedure, route) in subject.procedures() {
        if let Some(Said::Value(fee)) = &procedure.fee {
            let number = usize::try_from(fee.yen).unwrap_or(usize::MAX);
            if number > MOST_YEN {
                let route = route.key("fee").key("yen");
                found.push(Far { case: "fee", number, value: number.to_string(), route, is_key: false });
            }
        }
    }
    for course in subject.courses() {
        let number = course.visits().len();
        if number > MOST_VISITS {
            let route = course.route.clone();
            found.push(Far { case: "visits", number, value: number.to_string(), route, is_key: true });
        }
        for (deadline, route) in deadlines(course) {
            if let Some((number, value)) = deadline.time.map(days).filter(|(days, _)| !DEADLINE_DAYS.contains(days)) {
                found.push(Far { case: "deadline", number, value, route: route.key("time"), is_key: false });
            }
        }
        for (item, route) in course.items() {
            let far = item.issued_within.map(days).filter(|(days, _)| *days > MOST_ISSUED_WITHIN_DAYS);
            if let Some((number, value)) = far {
                found.push(Far {
                    case: "issued-within",
                    number,
                    value,
                    route: route.key("issued_within"),
                    is_key: false,
                });
            }
        }
    }
    found
}

fn deadlines<'d>(course: &Course<'d>) -> Vec<(&'d Deadline, Route)> {
    let step = |(i, step): (usize, &'d Step)| {
        let route = course.route.index(i);
        let (deadline, route) = match step {
            Step::Visit(visit) => (&visit.within, route.key("visit").key("within")),
            Step::Letter(letter) => (&letter.reply_within, route.key("letter").key("reply_within")),
            _ => return None,
        };
        deadline.as_ref().and_then(Said::value).map(|deadline| (deadline, route))
    };
    course.steps.iter().enumerate().filter_map(step).collect()
}

/// A length of time in days, about, and as it is written.
fn days(period: Period) -> (usize, String) {
    let (unit, number) = period.parts();
    let days = match period {
        Period::Days(_) => 1,
        Period::Weeks(_) => 7,
        Period::Months(_) => MONTH,
        Period::Years(_) => 365,
    };
    (usize::from(number) * days, format!("{unit}: {number}"))
}
