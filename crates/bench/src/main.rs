//! `cargo run --release -p madoguchi-bench -- --help`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::ValueParser;
use clap::{Arg, ArgMatches, Command, value_parser};
use madoguchi_bench::{Failure, formula, measure, synth};
use madoguchi_schema::scalar::{Day, Scalar as _};

fn main() -> ExitCode {
    match run(&command().get_matches()) {
        Ok(text) => {
            say(&text);
            ExitCode::SUCCESS
        }
        Err(failure) => {
            say_failure(&failure);
            ExitCode::from(2)
        }
    }
}

#[expect(clippy::print_stdout, reason = "this is the command")]
fn say(text: &str) {
    println!("{}", text.trim_end());
}

#[expect(clippy::print_stderr, reason = "this is the command")]
fn say_failure(failure: &Failure) {
    eprintln!("{failure}");
}

fn command() -> Command {
    let path = || ValueParser::path_buf();
    let seed = || number("seed", "Equal seeds make equal datasets").default_value("1").value_parser(value_parser!(u64));
    let synth = Command::new("synth")
        .about("Writes a dataset of any number of municipalities, with all that `madoguchi build` needs")
        .arg(number("municipalities", "How many").default_value("1741"))
        .arg(seed())
        .arg(Arg::new("out").value_name("OUT").required(true).value_parser(path()));
    let sizes = number("sizes", "Numbers of municipalities").value_delimiter(',').default_value("4,174,1741,17410");
    let measure = Command::new("measure")
        .about("Measures the command and other tools, and writes the report and its plot")
        .arg(sizes)
        .arg(number("repeats", "How often each is done").default_value("5"))
        .arg(seed())
        .arg(number("others-up-to", "For more municipalities the other tools are not asked").default_value("1741"))
        .arg(option("madoguchi", "FILE", "The command to measure; without it, it is built").value_parser(path()))
        .arg(option("out", "FILE", "The report [default: BENCHMARKS.md of the project]").value_parser(path()));
    let stages = Command::new("stages")
        .about("Runs the stages of the work once over a dataset")
        .hide(true)
        .arg(Arg::new("root").required(true).value_parser(path()))
        .arg(Arg::new("day").required(true));
    let formula = Command::new("formula").about("Holds formulas against each other").hide(true);
    Command::new("madoguchi-bench")
        .about("Measures the command at the size of the country")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands([synth, measure, stages, formula])
}

fn number(name: &'static str, help: &'static str) -> Arg {
    option(name, "N", help).value_parser(value_parser!(usize))
}

fn option(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

fn run(matches: &ArgMatches) -> Result<String, Failure> {
    match matches.subcommand() {
        Some(("synth", matches)) => {
            let out = path(matches, "out").unwrap_or_default();
            let municipalities = one(matches, "municipalities");
            let seed = one(matches, "seed");
            let day = synth::write(&synth::Order { project: project(), out: out.clone(), municipalities, seed })?;
            Ok(format!("madoguchi build --root {} --today {day}", out.display()))
        }
        Some(("measure", matches)) => measure::measure(&measure::Order {
            project: project(),
            sizes: matches.get_many("sizes").into_iter().flatten().copied().collect(),
            repeats: one(matches, "repeats"),
            seed: one(matches, "seed"),
            others_up_to: one(matches, "others-up-to"),
            madoguchi: path(matches, "madoguchi"),
            out: path(matches, "out").unwrap_or_else(|| project().join("BENCHMARKS.md")),
        }),
        Some(("stages", matches)) => {
            let day: String = one(matches, "day");
            let day = Day::parse(&day).map_err(|_| format!("`{day}` is no day"))?;
            Ok(measure::lines(&measure::stages(&path(matches, "root").unwrap_or_default(), day)?))
        }
        Some(("formula", _)) => Ok(formula::implications(1_000).to_string()),
        _ => Ok(String::new()),
    }
}

fn path(matches: &ArgMatches, name: &str) -> Option<PathBuf> {
    matches.get_one(name).cloned()
}

/// The value of an argument that has one in any case.
fn one<T: Clone + Default + Send + Sync + 'static>(matches: &ArgMatches, name: &str) -> T {
    matches.get_one::<T>(name).cloned().unwrap_or_default()
}

/// The checkout's root folder.
fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
