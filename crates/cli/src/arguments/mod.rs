//! What the command can be asked for.

mod command;
mod refusal;

use std::ffi::OsString;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::ArgMatches;
use madoguchi_schema::scalar::Day;
use madoguchi_validator::report::{FORMATS, Format};
use madoguchi_validator::{Days, Lang, Level, Repairs};

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
    /// `madoguchi diff`
    Diff(Diff),
    /// `madoguchi explain`
    Explain(Explain),
    /// `madoguchi fmt`
    Fmt(Fmt),
    /// `madoguchi lsp`
    Lsp(Lsp),
    /// `madoguchi migrate`
    Migrate(Migrate),
    /// `madoguchi new`
    New(New),
    /// `madoguchi schema`
    Schema(Schema),
    /// `madoguchi serve`
    Serve(Serve),
    /// `madoguchi sources check`
    Sources(Sources),
}

/// `madoguchi check`
pub(crate) struct Check {
    pub(crate) root: Option<PathBuf>,
    pub(crate) paths: Vec<PathBuf>,
    pub(crate) format: &'static Format,
    pub(crate) lang: Lang,
    pub(crate) days: Days,
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
    pub(crate) days: Days,
    pub(crate) lang: Lang,
}

/// `madoguchi diff`
pub(crate) struct Diff {
    pub(crate) root: Option<PathBuf>,
    /// A folder, or a revision.
    pub(crate) base: String,
    pub(crate) head: String,
    pub(crate) format: DiffFormat,
    /// Markdown is as long as it is.
    pub(crate) is_whole: bool,
    pub(crate) today: Day,
}

/// The form of the report of `madoguchi diff`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DiffFormat {
    Text,
    Markdown,
    Json,
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

/// `madoguchi lsp`
pub(crate) struct Lsp {
    pub(crate) root: Option<PathBuf>,
    /// The language that was asked for; else the client says which.
    pub(crate) lang: Option<Lang>,
    pub(crate) days: Days,
}

/// `madoguchi migrate`
pub(crate) struct Migrate {
    pub(crate) root: Option<PathBuf>,
    pub(crate) check: bool,
}

/// `madoguchi new`
pub(crate) struct New {
    pub(crate) root: Option<PathBuf>,
    /// A code, or a name in kanji.
    pub(crate) municipality: String,
    pub(crate) ask: bool,
    pub(crate) out: Option<PathBuf>,
    pub(crate) today: Day,
}

/// `madoguchi serve`
pub(crate) struct Serve {
    pub(crate) root: Option<PathBuf>,
    pub(crate) host: IpAddr,
    /// 0 is any that is free.
    pub(crate) port: u16,
    pub(crate) repository: Option<String>,
    pub(crate) days: Days,
}

/// `madoguchi schema`
pub(crate) struct Schema {
    pub(crate) root: Option<PathBuf>,
    pub(crate) check: bool,
    pub(crate) days: Days,
}

/// `madoguchi sources check`
pub(crate) struct Sources {
    pub(crate) root: Option<PathBuf>,
    pub(crate) paths: Vec<PathBuf>,
    pub(crate) format: SourcesFormat,
    pub(crate) out: Option<PathBuf>,
    pub(crate) state: Option<PathBuf>,
    pub(crate) record: bool,
    /// An address to write to.
    pub(crate) contact: Option<String>,
    pub(crate) pause: Option<Duration>,
    pub(crate) time: Option<Duration>,
    pub(crate) today: Day,
    /// The server that stands for every host.
    pub(crate) testing: Option<SocketAddr>,
}

/// The form of the report of `madoguchi sources check`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SourcesFormat {
    Text,
    Markdown,
    Json,
}

/// Reads the call; help and the version are given here.
pub(crate) fn read(words: &Words, arguments: impl IntoIterator<Item = OsString>) -> Result<Call, Failure> {
    let mut command = command::command(words);
    let matches = match command.try_get_matches_from_mut(arguments) {
        Ok(matches) => matches,
        Err(error) if error.use_stderr() => {
            say::aside(&format!("{}\n", refusal::describe(&error, words)));
            return Ok(Call::Answered(ExitCode::from(2)));
        }
        Err(error) => {
            say::result(&error.render().ansi().to_string())?;
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
            days: days(matches.get_one("today").copied()),
            deny: text(matches, "deny").and_then(|name| Level::named(&name)).unwrap_or(Level::Error),
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
            days: days(matches.get_one("today").copied()),
            lang: words.lang,
        }),
        Some(("diff", matches)) => Call::Diff(Diff {
            root,
            base: text(matches, "base").unwrap_or_default(),
            head: text(matches, "head").unwrap_or_default(),
            format: match text(matches, "format").as_deref() {
                Some("markdown") => DiffFormat::Markdown,
                Some("json") => DiffFormat::Json,
                _ => DiffFormat::Text,
            },
            is_whole: matches.get_flag("whole"),
            today: days(matches.get_one("today").copied()).as_of,
        }),
        Some(("explain", matches)) => Call::Explain(Explain { rule: text(matches, "rule"), lang: words.lang }),
        Some(("fmt", matches)) => Call::Fmt(Fmt { root, paths: paths(matches), check: matches.get_flag("check") }),
        Some(("lsp", sub)) => Call::Lsp(Lsp {
            root,
            lang: text(&matches, "lang").map(|_| words.lang),
            days: days(sub.get_one("today").copied()),
        }),
        Some(("migrate", matches)) => Call::Migrate(Migrate { root, check: matches.get_flag("check") }),
        Some(("new", matches)) => Call::New(New {
            root,
            municipality: text(matches, "municipality").unwrap_or_default(),
            ask: matches.get_flag("ask"),
            out: matches.get_one::<PathBuf>("out").cloned(),
            today: days(matches.get_one("today").copied()).as_of,
        }),
        Some(("schema", matches)) => Call::Schema(Schema { root, check: matches.get_flag("check"), days: days(None) }),
        Some(("serve", matches)) => Call::Serve(Serve {
            root,
            host: matches.get_one("host").copied().unwrap_or(Ipv4Addr::LOCALHOST.into()),
            port: matches.get_one("port").copied().unwrap_or_default(),
            repository: text(matches, "repository"),
            days: days(matches.get_one("today").copied()),
        }),
        Some(("sources", matches)) => match matches.subcommand() {
            Some(("check", matches)) => Call::Sources(Sources {
                root,
                paths: paths(matches),
                format: match text(matches, "format").as_deref() {
                    Some("markdown") => SourcesFormat::Markdown,
                    Some("json") => SourcesFormat::Json,
                    _ => SourcesFormat::Text,
                },
                out: matches.get_one::<PathBuf>("out").cloned(),
                state: matches.get_one::<PathBuf>("state").cloned(),
                record: matches.get_flag("record"),
                contact: text(matches, "contact"),
                pause: matches.get_one("pause").copied(),
                time: matches.get_one("time").copied(),
                today: days(matches.get_one("today").copied()).as_of,
                testing: matches.get_one("testing-server").copied(),
            }),
            _ => {
                let shown =
                    command.find_subcommand_mut("sources").map(|sources| sources.render_help().ansi().to_string());
                say::result(&shown.unwrap_or_default())?;
                Call::Answered(ExitCode::SUCCESS)
            }
        },
        _ => {
            say::result(&command.render_help().ansi().to_string())?;
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

fn days(asked: Option<Day>) -> Days {
    let now = today();
    Days { as_of: asked.unwrap_or(now), now }
}

/// Today in Japan, which keeps no summer time.
fn today() -> Day {
    let japan = jiff::tz::TimeZone::fixed(jiff::tz::offset(9));
    jiff::Timestamp::now().to_zoned(japan).date().into()
}
