use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;
use std::time::Duration;

use clap::builder::{PossibleValuesParser, ValueParser};
use clap::{Arg, ArgAction, Command};
use madoguchi_schema::scalar::{Day, Scalar as _, WebAddress};
use madoguchi_validator::Level;
use madoguchi_validator::report::FORMATS;

use crate::words::Words;

/// The calls that there are, with their help. The headings that clap would write are messages, too.
pub(super) fn command(words: &Words) -> Command {
    let say = |id: &str| words.say(id, &[]);
    let commands = [
        build(words),
        check(words),
        diff(words),
        explain(words),
        fmt(words),
        lsp(words),
        migrate(words),
        new(words),
        schema(words),
        serve(words),
        sources(words),
    ];
    let command = Command::new("madoguchi")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say("help-about"))
        .after_help(say("help-examples"))
        .subcommand_help_heading(say("help-heading-commands"))
        .arg(option(words, "root", "DIR", "help-root").global(true).value_parser(ValueParser::path_buf()))
        .arg(
            option(words, "lang", "LANG", "help-lang")
                .global(true)
                .value_parser(PossibleValuesParser::new(["ja", "en"])),
        )
        .arg(flag(words, "version", "help-version").short('V').action(ArgAction::Version));
    let commands = commands.into_iter().map(|each| laid_out(each, words));
    laid_out(commands.fold(command, Command::subcommand), words)
}

/// With what every help has.
fn laid_out(command: Command, words: &Words) -> Command {
    let usage = words.say("help-heading-usage", &[]);
    command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(flag(words, "help", "help-help").short('h').action(ArgAction::Help).global(false))
        .help_template(format!("{{about}}\n\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"))
}

fn address(words: &Words, name: &'static str, help: &str) -> Arg {
    let parser = words.say("call-address", &[]);
    let parser = ValueParser::new(move |text: &str| match WebAddress::parse(text) {
        // Paths are added to it.
        Ok(_) if !text.contains(['?', '#']) => Ok(text.to_owned()),
        _ => Err(parser.clone()),
    });
    option(words, name, "URL", help).value_parser(parser)
}

fn build(words: &Words) -> Command {
    Command::new("build")
        .about(words.say("help-build", &[]))
        .after_help(words.say("help-build-examples", &[]))
        .arg(option(words, "out", "DIR", "help-out").value_parser(ValueParser::path_buf()))
        .arg(address(words, "base-url", "help-base-url"))
        .arg(address(words, "repository", "help-repository"))
        .arg(today(words))
}

fn check(words: &Words) -> Command {
    let formats = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name));
    let levels = PossibleValuesParser::new([Level::Error, Level::Warning, Level::Note].map(Level::name));
    Command::new("check")
        .about(words.say("help-check", &[]))
        .after_help(words.say("help-check-examples", &[]))
        .arg(paths(words, "help-paths"))
        .arg(option(words, "format", "FORMAT", "help-format").value_parser(formats))
        .arg(option(words, "deny", "LEVEL", "help-deny").value_parser(levels))
        .arg(flag(words, "fix", "help-fix"))
        .arg(flag(words, "unsafe-fixes", "help-unsafe-fixes").requires("fix"))
        .arg(today(words))
}

fn diff(words: &Words) -> Command {
    let state = |name: &'static str, value: &'static str, help: &str| {
        let state = Arg::new(name).value_name(value).required(true);
        state.help(words.say(help, &[])).help_heading(arguments(words))
    };
    let formats = PossibleValuesParser::new(["text", "markdown", "json"]);
    Command::new("diff")
        .about(words.say("help-diff", &[]))
        .after_help(words.say("help-diff-examples", &[]))
        .arg(state("base", "BASE", "help-diff-base"))
        .arg(state("head", "HEAD", "help-diff-head"))
        .arg(option(words, "format", "FORMAT", "help-diff-format").value_parser(formats))
        .arg(flag(words, "whole", "help-diff-whole"))
        .arg(today(words))
}

fn explain(words: &Words) -> Command {
    Command::new("explain")
        .about(words.say("help-explain", &[]))
        .after_help(words.say("help-explain-examples", &[]))
        .arg(Arg::new("rule").value_name("CODE").help(words.say("help-rule", &[])).help_heading(arguments(words)))
}

fn fmt(words: &Words) -> Command {
    Command::new("fmt")
        .about(words.say("help-fmt", &[]))
        .after_help(words.say("help-fmt-examples", &[]))
        .arg(paths(words, "help-fmt-paths"))
        .arg(flag(words, "check", "help-fmt-check"))
}

fn lsp(words: &Words) -> Command {
    Command::new("lsp")
        .about(words.say("help-lsp", &[]))
        .after_help(words.say("help-lsp-examples", &[]))
        .arg(today(words))
        // What editors add of themselves.
        .arg(flag(words, "stdio", "help-stdio"))
}

fn migrate(words: &Words) -> Command {
    Command::new("migrate")
        .about(words.say("help-migrate", &[]))
        .after_help(words.say("help-migrate-examples", &[]))
        .arg(flag(words, "check", "help-migrate-check"))
}

fn new(words: &Words) -> Command {
    let municipality = Arg::new("municipality").value_name("CODE").required(true);
    Command::new("new")
        .about(words.say("help-new", &[]))
        .after_help(words.say("help-new-examples", &[]))
        .arg(municipality.help(words.say("help-new-code", &[])).help_heading(arguments(words)))
        .arg(flag(words, "ask", "help-new-ask"))
        .arg(option(words, "out", "FILE", "help-new-out").value_parser(ValueParser::path_buf()))
        .arg(today(words))
}

/// A value that its type reads; whoever writes another is told the form.
fn of_form<T: FromStr + Clone + Send + Sync + 'static>(words: &Words, form: &str) -> ValueParser {
    let form = words.say(form, &[]);
    ValueParser::new(move |text: &str| text.parse::<T>().map_err(|_| form.clone()))
}

fn schema(words: &Words) -> Command {
    Command::new("schema")
        .about(words.say("help-schema", &[]))
        .after_help(words.say("help-schema-examples", &[]))
        .arg(flag(words, "check", "help-schema-check"))
}

fn serve(words: &Words) -> Command {
    Command::new("serve")
        .about(words.say("help-serve", &[]))
        .after_help(words.say("help-serve-examples", &[]))
        .arg(option(words, "port", "PORT", "help-serve-port").value_parser(of_form::<u16>(words, "call-port")))
        .arg(option(words, "host", "ADDRESS", "help-serve-host").value_parser(of_form::<IpAddr>(words, "call-host")))
        .arg(address(words, "repository", "help-repository"))
        .arg(today(words))
}

fn sources(words: &Words) -> Command {
    Command::new("sources")
        .about(words.say("help-sources", &[]))
        .subcommand_help_heading(words.say("help-heading-commands", &[]))
        .subcommand(laid_out(sources_check(words), words))
}

fn sources_check(words: &Words) -> Command {
    let formats = PossibleValuesParser::new(["text", "markdown", "json"]);
    let path = |name: &'static str, value: &'static str, help: &str| {
        option(words, name, value, help).value_parser(ValueParser::path_buf())
    };
    // A port that stands for every host, on this machine alone.
    let testing = ValueParser::new(|text: &str| {
        text.parse::<SocketAddr>().ok().filter(|server| server.ip().is_loopback()).ok_or_else(String::new)
    });
    Command::new("check")
        .about(words.say("help-sources-check", &[]))
        .after_help(words.say("help-sources-check-examples", &[]))
        .arg(paths(words, "help-paths"))
        .arg(option(words, "format", "FORMAT", "help-sources-format").value_parser(formats))
        .arg(path("out", "DIR", "help-sources-out"))
        .arg(path("state", "FILE", "help-sources-state"))
        .arg(flag(words, "record", "help-sources-record"))
        .arg(option(words, "contact", "ADDRESS", "help-sources-contact"))
        .arg(seconds(words, "pause", "help-sources-pause"))
        .arg(seconds(words, "time", "help-sources-time"))
        .arg(today(words))
        .arg(Arg::new("testing-server").long("testing-server").hide(true).value_parser(testing))
}

fn seconds(words: &Words, name: &'static str, help: &str) -> Arg {
    let form = words.say("call-seconds", &[]);
    let parser = ValueParser::new(move |text: &str| {
        let seconds = text.parse::<f64>().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        seconds.filter(|time| *time <= Duration::from_secs(3600)).ok_or_else(|| form.clone())
    });
    option(words, name, "SECONDS", help).value_parser(parser)
}

fn today(words: &Words) -> Arg {
    let form = words.say("call-day", &[]);
    let parser = ValueParser::new(move |text: &str| Day::parse(text).map_err(|_| form.clone()));
    option(words, "today", "DATE", "help-today").value_parser(parser)
}

fn paths(words: &Words, help: &str) -> Arg {
    let path = Arg::new("path").value_name("PATH").num_args(0..).value_parser(ValueParser::path_buf());
    path.help(words.say(help, &[])).help_heading(arguments(words))
}

fn option(words: &Words, name: &'static str, value: &'static str, help: &str) -> Arg {
    flag(words, name, help).action(ArgAction::Set).value_name(value).hide_possible_values(true)
}

fn flag(words: &Words, name: &'static str, help: &str) -> Arg {
    let heading = words.say("help-heading-options", &[]);
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(words.say(help, &[])).help_heading(heading)
}

fn arguments(words: &Words) -> String {
    words.say("help-heading-arguments", &[])
}
