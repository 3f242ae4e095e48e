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

/// What a command took at a size, in seconds or megabytes.
fn cost(benchmarks: &str, size: &str, command: &str, from_end: usize) -> f64 {
    let cells = line(benchmarks, &[size, command]);
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

/// What a page of a tool cost at the size of the country, in microseconds of CPU.
fn page(benchmarks: &str, tool: &str) -> f64 {
    let sizes = line(benchmarks, &["Municipalities", "4", "1741"]);
    let at = sizes.iter().position(|size| *size == "1741").unwrap();
    let lines = benchmarks.lines().map(|line| line.trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>());
    let cells = lines.skip_while(|cells| !cells[0].starts_with("## Writing")).find(|cells| cells[0].starts_with(tool));
    let (_, figure) = cells.unwrap()[at].rsplit_once(": ").unwrap();
    let mut words = figure.split(' ');
    let (figure, unit): (f64, _) = (words.next().unwrap().parse().unwrap(), words.next().unwrap());
    if unit == "ms" { figure * 1000.0 } else { figure }
}

/// Its words, whatever line they stand on.
fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_was_reached_is_what_was_measured() {
    let (benchmarks, document) = (document("BENCHMARKS.md"), document("docs/performance.md"));
    let (_, japanese) = document.split_once("# かかる時間とその限り").unwrap();
    let ratio = |name| ratio(&benchmarks, name);
    let seconds = |command| format!("{:.1}", cost(&benchmarks, "1741", command, 2));
    let (events, others) =
        ("CPU of `check` / of the bare YAML events", "CPU of yamllint and check-jsonschema / of `check`");
    let (unchanged, changed) = ("`build`, nothing changed", "`build`, one municipality changed");
    let pages = with_comma(ratio("Pages per CPU second of a clean `build`"));
    let memory = format!("{:.0} MB", cost(&benchmarks, "1741", "`build`, clean", 1));
    let hugo = page(&benchmarks, "`madoguchi build`") / page(&benchmarks, "hugo");
    let reached = [
        (events, format!("{:.1}", ratio(events)), Some("倍")),
        (others, format!("{:.0}", ratio(others)), None),
        ("Pages per CPU second of a clean `build`, exports included", pages, Some("")),
        ("CPU a page / Hugo's", format!("{hugo:.2}"), None),
        ("Memory of a clean `build`", memory, Some("")),
        (unchanged, format!("{} s", seconds(unchanged)), None),
        (changed, format!("{} s", seconds(changed)), Some("秒")),
    ];
    for (name, figure, unit) in reached {
        assert_eq!(line(&document, &[name])[2], figure, "{name}");
        let now = |unit: &str| format!("いま {} {unit}", figure.trim_end_matches(" s")).trim_end().to_owned();
        assert!(unit.is_none_or(|unit| japanese.contains(&now(unit))), "{name}: {figure} in Japanese");
    }
}

#[test]
fn what_ten_times_the_country_costs_is_what_was_measured() {
    let (benchmarks, document) = (document("BENCHMARKS.md"), document("docs/performance.md"));
    let cost = |command, from_end| cost(&benchmarks, "17410", command, from_end);
    let pages = with_comma(line(&benchmarks, &["17410", "`check`"])[2].parse().unwrap());
    let (check, clean) = (format!("{:.1}", cost("`check`", 2)), format!("{:.0}", cost("`build`, clean", 2)));
    let memory = |command| format!("{:.1} GB", cost(command, 1) / 1000.0);
    let unchanged = format!("{:.1}", cost("`build`, nothing changed", 2));
    let changed = format!("{:.0}", cost("`build`, one municipality changed", 2));
    let said = [
        format!(
            "(17,410 municipalities, {pages} pages): `check` {check} s and {}, a clean `build` {clean} s and {}",
            memory("`check`"),
            memory("`build`, clean")
        ),
        format!("nothing changed {unchanged} s, one municipality changed {changed} s."),
        format!("17,410 自治体、{pages} ページ)では、`check` が {check} 秒、はじめての `build` が {clean} 秒と"),
        format!("変更なしの `build` が {unchanged} 秒、1つ変えたあとが {changed} 秒です。"),
    ];
    for words in said {
        assert!(in_one_line(&document).contains(&words), "{words}");
    }
}
