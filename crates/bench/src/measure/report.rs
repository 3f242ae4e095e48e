//! The report, in Markdown.

use std::time::Duration;

use super::others::{CHECKERS, MOST_PAGES, Run, WRITERS};
use super::{ONCE_FROM, Order, Size, child::Used, machine};

/// The report of a run.
pub(super) fn report(order: &Order, sizes: &[Size], loads: &[f64]) -> String {
    [
        head(order, loads),
        whole(sizes),
        ratios(sizes),
        stages(sizes),
        checkers(sizes),
        writers(sizes),
        "![Growth of time with the number of municipalities](docs/benchmarks.svg)\n".to_owned(),
    ]
    .join("\n")
}

fn head(order: &Order, loads: &[f64]) -> String {
    let mut out = format!(
        "# Benchmarks\n\nWritten by `cargo run --release -p madoguchi-bench -- measure`; do not edit by hand. The datasets \
         are made of the shapes of the real files (`synth`, seed {}). Each figure is {}, all of one call: compare figures of this page with each other, not with those of \
         another machine. CPU is user and system time of the whole process with all its threads; memory is the most \
         that was resident.\n\n| | |\n|---|---|\n",
        order.seed,
        match order.repeats {
            0 | 1 => "of one run".to_owned(),
            more => format!("the median of {more} runs (from {ONCE_FROM} municipalities on, of one)"),
        },
    );
    let day = jiff::Timestamp::now().strftime("%Y-%m-%d").to_string();
    let bound = |pick: fn(f64, f64) -> f64| loads.iter().copied().reduce(pick).unwrap_or_default();
    let load = format!("{:.1} to {:.1} before the measurements", bound(f64::min), bound(f64::max));
    for (key, value) in [vec![("Day", day)], machine::machine(), vec![("Load", load)]].concat() {
        out.push_str(&format!("| {key} | {value} |\n"));
    }
    out
}

fn whole(sizes: &[Size]) -> String {
    let mut out = "## The command\n\n| Municipalities | Documents | Pages | of | | CPU | Time | Memory |\n\
                   |---:|---:|---:|---:|---|---:|---:|---:|\n"
        .to_owned();
    for size in sizes {
        for (name, used) in [
            ("`check`", size.check),
            ("`build`, clean", size.clean),
            ("`build`, nothing changed", size.unchanged),
            ("`build`, one municipality changed", size.changed),
        ] {
            out.push_str(&format!(
                "| {} | {} | {} | {} | {name} | {} | {} | {} |\n",
                size.municipalities,
                mega(size.bytes),
                size.pages.count,
                kilo(size.pages.mean()),
                time(used.cpu),
                time(used.wall),
                mega(used.peak),
            ));
        }
    }
    out
}

fn ratios(sizes: &[Size]) -> String {
    let mut rows: Vec<(&str, Vec<String>)> = Vec::new();
    let mut row = |name, of: &dyn Fn(&Size) -> Option<String>| {
        rows.push((name, sizes.iter().map(|size| of(size).unwrap_or_else(|| "–".to_owned())).collect()));
    };
    row("CPU of `check` / of the bare YAML events", &|size| {
        Some(format!("{:.2}", ratio(size.check.cpu, stage(size, "events"))?))
    });
    row("CPU of yamllint and check-jsonschema / of `check`", &|size| {
        let both: Duration =
            (size.checkers.len() == CHECKERS.len()).then(|| size.checkers.iter().map(|run| run.used.cpu).sum())?;
        Some(format!("{:.0}", ratio(both, size.check.cpu)?))
    });
    row("Pages per CPU second of a clean `build`", &|size| {
        Some(format!("{:.0}", per_second(size.pages.count, size.clean.cpu)?))
    });
    row("Files of the site per CPU second of a clean `build`", &|size| {
        Some(format!("{:.0}", per_second(size.files, size.clean.cpu)?))
    });
    table("Ratios", sizes, &rows) + &growth(sizes)
}

/// How cost grows between the two largest sizes: 1 is linear.
fn growth(sizes: &[Size]) -> String {
    let [.., smaller, larger] = sizes else { return String::new() };
    let by = (larger.municipalities as f64 / smaller.municipalities as f64).ln();
    let exponent = |of: fn(&Size) -> f64| (of(larger) / of(smaller)).ln() / by;
    format!(
        "\nFrom {} to {} municipalities the exponent of growth is {:.2} for the CPU of `check`, {:.2} for that of a clean \
         `build`, {:.2} for its memory (1 is linear).\n",
        smaller.municipalities,
        larger.municipalities,
        exponent(|size| size.check.cpu.as_secs_f64()),
        exponent(|size| size.clean.cpu.as_secs_f64()),
        exponent(|size| size.clean.peak as f64),
    )
}

fn stages(sizes: &[Size]) -> String {
    let rows: Vec<(&str, Vec<String>)> = [
        ("read the files", Part::Of("read")),
        ("bare YAML events, for comparison", Part::Of("events")),
        ("parse into trees, events included", Part::Of("parse")),
        ("shape (JSON Schema)", Part::Of("shape")),
        ("types and references", Part::Rest("load", &["parse", "shape"])),
        ("lints", Part::Of("lints")),
        ("facets, once", Part::Of("facets")),
        ("pages and exports, facets of each language included", Part::Of("pages")),
    ]
    .into_iter()
    .map(|(name, part)| (name, sizes.iter().map(|size| time(part.of(size))).collect()))
    .collect();
    let write = sizes.iter().map(|size| {
        let inside: Duration = ["read", "load", "lints", "pages"].map(|name| stage(size, name)).iter().sum();
        time(size.clean.cpu.saturating_sub(inside))
    });
    let rows = [rows, vec![("write, and what remains of a clean `build`", write.collect())]].concat();
    table("CPU by stage", sizes, &rows)
}

/// What a row of the stages shows.
enum Part {
    Of(&'static str),
    /// A stage without those that it includes.
    Rest(&'static str, &'static [&'static str]),
}

impl Part {
    fn of(&self, size: &Size) -> Duration {
        match self {
            Self::Of(name) => stage(size, name),
            Self::Rest(name, included) => {
                stage(size, name).saturating_sub(included.iter().map(|name| stage(size, name)).sum())
            }
        }
    }
}

fn stage(size: &Size, name: &str) -> Duration {
    size.stages.iter().find(|stage| stage.name == name).map(|stage| stage.cpu).unwrap_or_default()
}

fn checkers(sizes: &[Size]) -> String {
    let rows = tools(sizes, &CHECKERS, |size| &size.checkers, |run| both(run.used));
    let own = ("`madoguchi check`", sizes.iter().map(|size| both(size.check)).collect());
    table("Checking by other tools: CPU, memory", sizes, &[vec![own], rows].concat()) + &absent(&CHECKERS)
}

fn writers(sizes: &[Size]) -> String {
    let shown = |pages: usize, bytes: u64, used: Used| {
        let each = used.cpu.checked_div(u32::try_from(pages).unwrap_or(u32::MAX)).unwrap_or_default();
        format!("{} × {}: {} each", pages, kilo(bytes), time(each))
    };
    let rows = tools(sizes, &WRITERS, |size| &size.writers, |run| shown(run.pages.count, run.pages.mean(), run.used));
    let own = sizes.iter().map(|size| shown(size.pages.count, size.pages.mean(), size.clean));
    let own = ("`madoguchi build`, clean, with its checks and exports", own.collect());
    let note =
        format!("\nThe other tools write {MOST_PAGES} pages at most: lists of texts under headings, from Markdown.\n");
    table("Writing by other tools: pages, CPU a page", sizes, &[vec![own], rows].concat()) + &note + &absent(&WRITERS)
}

fn both(used: Used) -> String {
    format!("{}, {}", time(used.cpu), mega(used.peak))
}

/// A row for each tool that was run.
fn tools<'s>(
    sizes: &'s [Size],
    tools: &[&'static str],
    runs: impl Fn(&'s Size) -> &'s [Run],
    shown: impl Fn(&Run) -> String,
) -> Vec<(&'static str, Vec<String>)> {
    let mut rows = Vec::new();
    for tool in tools {
        let cell = |size| runs(size).iter().find(|run| run.tool == *tool).map(&shown);
        let cells: Vec<Option<String>> = sizes.iter().map(cell).collect();
        if cells.iter().any(Option::is_some) {
            rows.push((*tool, cells.into_iter().map(|cell| cell.unwrap_or_else(|| "–".to_owned())).collect()));
        }
    }
    rows
}

/// The versions of the tools, and which are not there.
fn absent(tools: &[&str]) -> String {
    let said = tools.iter().map(|tool| match machine::version(tool) {
        Some(version) => format!("- {tool}: {version}\n"),
        None => format!("- {tool} is absent on this machine.\n"),
    });
    format!("\n{}", said.collect::<String>())
}

fn table(title: &str, sizes: &[Size], rows: &[(&str, Vec<String>)]) -> String {
    let heads: String = sizes.iter().map(|size| format!(" {} |", size.municipalities)).collect();
    let mut out = format!("## {title}\n\n| Municipalities |{heads}\n|---|{}\n", "---:|".repeat(sizes.len()));
    for (name, cells) in rows {
        out.push_str(&format!("| {name} | {} |\n", cells.join(" | ")));
    }
    out
}

fn ratio(of: Duration, to: Duration) -> Option<f64> {
    (!to.is_zero()).then(|| of.as_secs_f64() / to.as_secs_f64())
}

fn per_second(count: usize, cpu: Duration) -> Option<f64> {
    (!cpu.is_zero()).then(|| count as f64 / cpu.as_secs_f64())
}

fn time(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    match seconds {
        _ if seconds < 0.001 => format!("{:.0} µs", seconds * 1e6),
        _ if seconds < 1.0 => format!("{:.1} ms", seconds * 1e3),
        _ if seconds < 100.0 => format!("{seconds:.2} s"),
        _ => format!("{seconds:.0} s"),
    }
}

fn mega(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

fn kilo(bytes: u64) -> String {
    format!("{:.1} KB", bytes as f64 / 1e3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_said_in_units_that_a_reader_can_compare() {
        let said = |nanos| time(Duration::from_nanos(nanos));
        assert_eq!(said(70_400), "70 µs");
        assert_eq!(said(12_340_000), "12.3 ms");
        assert_eq!(said(1_500_000_000), "1.50 s");
        assert_eq!(said(250_000_000_000), "250 s");
    }
}
