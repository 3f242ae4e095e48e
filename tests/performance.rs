//! `docs/performance.md` says what `BENCHMARKS.md` measured.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

use std::path::Path;

fn document(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)).unwrap()
}

/// The cells of the first line of a table that has these among its cells.
fn line<'d>(document: &'d str, cells: &[&str]) -> Vec<&'d str> {
    let mut lines = document.lines().map(|line| line.trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>());
    let found = lines.find(|line| cells.iter().all(|cell| line.contains(cell)));
    found.unwrap_or_else(|| panic!("no line with {cells:?}"))
}

/// A figure of the table of ratios, at the size of the country.
fn ratio(benchmarks: &str, name: &str) -> f64 {
    let sizes = line(benchmarks, &["Municipalities", "4", "1741"]);
    let at = sizes.iter().position(|size| *size == "1741").unwrap();
    line(benchmarks, &[name])[at].parse().unwrap()
}

/// What a command took at the size of the country, in seconds or megabytes.
fn cost(benchmarks: &str, command: &str, from_end: usize) -> f64 {
    let cells = line(benchmarks, &["1741", command]);
    let (figure, unit) = cells[cells.len() - from_end].split_once(' ').unwrap();
    let figure: f64 = figure.parse().unwrap();
    if unit == "ms" { figure / 1000.0 } else { figure }
}

fn with_comma(figure: f64) -> String {
    let digits = format!("{figure:.0}");
    match digits.len().checked_sub(3) {
        Some(at @ 1..) => format!("{},{}", &digits[..at], &digits[at..]),
        _ => digits,
    }
}

#[test]
fn what_was_reached_is_what_was_measured() {
    let (benchmarks, page) = (document("BENCHMARKS.md"), document("docs/performance.md"));
    let ratio = |name| ratio(&benchmarks, name);
    let seconds = |command| format!("{:.1} s", cost(&benchmarks, command, 2));
    let (events, others) =
        ("CPU of `check` / of the bare YAML events", "CPU of yamllint and check-jsonschema / of `check`");
    let (unchanged, changed) = ("`build`, nothing changed", "`build`, one municipality changed");
    let reached = [
        (events, format!("{:.1}", ratio(events))),
        (others, format!("{:.0}", ratio(others))),
        (
            "Pages per CPU second of a clean `build`, exports included",
            with_comma(ratio("Pages per CPU second of a clean `build`")),
        ),
        ("Memory of a clean `build`", format!("{:.0} MB", cost(&benchmarks, "`build`, clean", 1))),
        (unchanged, seconds(unchanged)),
        (changed, seconds(changed)),
    ];
    for (name, figure) in reached {
        assert_eq!(line(&page, &[name])[2], figure, "{name}");
    }
}
