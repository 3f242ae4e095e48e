//! What the command can be asked for.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, ValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command};
use madoguchi_schema::scalar::{Day, Scalar as _};
use madoguchi_validator::report::{FORMATS, Format};
use madoguchi_validator::{Lang, Level, Repairs};

use crate::failure::Failure;
use crate::say;
use crate::words::Words;

/// What is asked for.
pub(crate) enum Call {
    /// Help or a version, which have been given, or a call that cannot be understood.
    Answered(ExitCode),
    /// `madoguchi check`
    Check(Check),
    /// `madoguchi build`
    Build(Build),
    /// `madoguchi explain`
    Explain(Explain),
    /// `madoguchi fmt`
    Fmt(Fmt),
    /// `madoguchi schema`
    Schema(Schema),
}

/// `madoguchi check`
pub(crate) struct Check {
    pub(crate) root: Option<PathBuf>,
    pub(crate) paths: Vec<PathBuf>,
    pub(crate) format: &'static Format,
    pub(crate) lang: Lang,
    pub(crate) today: Day,
    pub(crate) deny: Level,
    /// Which repairs are made before the report.
    pub(crate) repairs: Option<Repairs>,
}

/// `madoguchi build`
pub(crate) struct Build {
    pub(crate) root: Option<PathBuf>,
    pub(crate) out: Option<PathBuf>,
    pub(crate) base_url: Option<String>,
    pub(crate) repository: Option<String>,
    pub(crate) today: Day,
    pub(crate) lang: Lang,
}

/// `madoguchi explain`
pub(crate) struct Explain {
    pub(crate) rule: Option<String>,
    pub(crate) lang: Lang,
}

/// `madoguchi fmt`
pub(crate) struct Fmt {
    pub(crate) root: Option<PathBuf>,
    pub(crate) paths: Vec<PathBuf>,
    pub(crate) check: bool,
}

/// `madoguchi schema`
pub(crate) struct Schema {
    pub(crate) root: Option<PathBuf>,
    pub(crate) check: bool,
}

/// Reads the call; help and the version are given here.
pub(crate) fn read(words: &Words, arguments: impl IntoIterator<Item = OsString>) -> Result<Call, Failure> {
    let mut command = command(words);
    let matches = match command.try_get_matches_from_mut(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            let text = error.render().ansi().to_string();
            if error.use_stderr() {
                say::aside(&text);
                return Ok(Call::Answered(ExitCode::from(2)));
            }
            say::result(&text);
            return Ok(Call::Answered(ExitCode::SUCCESS));
        }
    };
    let root = matches.get_one::<PathBuf>("root").cloned();
    Ok(match matches.subcommand() {
        Some(("check", matches)) => Call::Check(Check {
            root,
            paths: paths(matches),
            format: text(matches, "format").and_then(|name| Format::named(&name)).unwrap_or(&FORMATS[0]),
            lang: words.lang,
            today: day(matches),
            deny: match text(matches, "deny").as_deref() {
                Some("note") => Level::Note,
                Some("warning") => Level::Warning,
                _ => Level::Error,
            },
            repairs: match (matches.get_flag("fix"), matches.get_flag("unsafe-fixes")) {
                (_, true) => Some(Repairs::All),
                (true, false) => Some(Repairs::Safe),
                (false, false) => None,
            },
        }),
        Some(("build", matches)) => Call::Build(Build {
            root,
            out: matches.get_one::<PathBuf>("out").cloned(),
            base_url: text(matches, "base-url"),
            repository: text(matches, "repository"),
            today: day(matches),
            lang: words.lang,
        }),
        Some(("explain", matches)) => Call::Explain(Explain { rule: text(matches, "rule"), lang: words.lang }),
        Some(("fmt", matches)) => Call::Fmt(Fmt { root, paths: paths(matches), check: matches.get_flag("check") }),
        Some(("schema", matches)) => Call::Schema(Schema { root, check: matches.get_flag("check") }),
        _ => {
            say::result(&command.render_long_help().ansi().to_string());
            Call::Answered(ExitCode::SUCCESS)
        }
    })
}

fn paths(matches: &ArgMatches) -> Vec<PathBuf> {
    matches.get_many("path").into_iter().flatten().cloned().collect()
}

fn text(matches: &ArgMatches, name: &str) -> Option<String> {
    matches.get_one::<String>(name).cloned()
}

fn day(matches: &ArgMatches) -> Day {
    matches.get_one::<Day>("today").copied().unwrap_or_else(today)
}

/// Today in Japan, which keeps no summer time.
fn today() -> Day {
    let japan = jiff::tz::TimeZone::fixed(jiff::tz::offset(9));
    jiff::Timestamp::now().to_zoned(japan).date().into()
}

fn command(words: &Words) -> Command {
    let say = |id: &str| words.say(id, &[]);
    let today = || {
        let parser = ValueParser::new(|text: &str| Day::parse(text).map_err(|_| "2026-11-21"));
        Arg::new("today").long("today").value_name("DATE").value_parser(parser).help(say("help-today"))
    };
    let paths = |help: &str| {
        Arg::new("path").value_name("PATH").num_args(0..).value_parser(ValueParser::path_buf()).help(say(help))
    };
    let option = |name: &'static str, value: &'static str, help: &str| {
        Arg::new(name).long(name).value_name(value).help(say(help))
    };
    Command::new("madoguchi")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say("help-about"))
        .after_help(say("help-examples"))
        .subcommand_required(false)
        .arg(option("root", "DIR", "help-root").global(true).value_parser(ValueParser::path_buf()))
        .arg(option("lang", "LANG", "help-lang").global(true).value_parser(PossibleValuesParser::new(["ja", "en"])))
        .subcommand(
            Command::new("build")
                .about(say("help-build"))
                .after_help(say("help-build-examples"))
                .arg(option("out", "DIR", "help-out").value_parser(ValueParser::path_buf()))
                .arg(option("base-url", "URL", "help-base-url"))
                .arg(option("repository", "URL", "help-repository"))
                .arg(today()),
        )
        .subcommand(
            Command::new("check")
                .about(say("help-check"))
                .after_help(say("help-check-examples"))
                .arg(paths("help-paths"))
                .arg(
                    option("format", "FORMAT", "help-format")
                        .default_value(FORMATS[0].name)
                        .value_parser(PossibleValuesParser::new(FORMATS.iter().map(|format| format.name))),
                )
                .arg(
                    option("deny", "LEVEL", "help-deny")
                        .value_parser(PossibleValuesParser::new(["error", "warning", "note"])),
                )
                .arg(Arg::new("fix").long("fix").action(ArgAction::SetTrue).help(say("help-fix")))
                .arg(
                    Arg::new("unsafe-fixes")
                        .long("unsafe-fixes")
                        .action(ArgAction::SetTrue)
                        .requires("fix")
                        .help(say("help-unsafe-fixes")),
                )
                .arg(today()),
        )
        .subcommand(
            Command::new("explain")
                .about(say("help-explain"))
                .after_help(say("help-explain-examples"))
                .arg(Arg::new("rule").value_name("CODE").help(say("help-rule"))),
        )
        .subcommand(
            Command::new("fmt")
                .about(say("help-fmt"))
                .after_help(say("help-fmt-examples"))
                .arg(paths("help-fmt-paths"))
                .arg(Arg::new("check").long("check").action(ArgAction::SetTrue).help(say("help-fmt-check"))),
        )
        .subcommand(
            Command::new("schema")
                .about(say("help-schema"))
                .arg(Arg::new("check").long("check").action(ArgAction::SetTrue).help(say("help-schema-check"))),
        )
}
