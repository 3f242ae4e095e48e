//! The `madoguchi` command: it reads the files, the clock and the environment, hands them to the
//! library crates, and writes what they return. It knows nothing of rules or pages.

mod arguments;
mod ask;
mod catalogue;
mod command;
mod failure;
mod files;
mod git;
mod made;
mod progress;
mod publish;
mod root;
mod say;
mod serve;
mod stamp;
mod visits;
mod words;

use std::process::ExitCode;

use arguments::Call;
use failure::Failure;
use words::Words;

/// Pages are made of many small texts, by several threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let language = words::language(std::env::args_os().skip(1), |name| std::env::var(name).ok());
    match run(language) {
        Ok(code) => code,
        Err(failure) => {
            say::failure(&failure, language);
            ExitCode::from(2)
        }
    }
}

fn run(language: madoguchi_validator::Lang) -> Result<ExitCode, Failure> {
    let words = Words::new(language)?;
    match arguments::read(&words, std::env::args_os())? {
        Call::Answered(code) => Ok(code),
        Call::Check(check) => command::check::run(&check, &words),
        Call::Build(build) => command::build::run(&build, &words),
        Call::Explain(explain) => command::explain::run(&explain),
        Call::Fmt(fmt) => command::fmt::run(&fmt, &words),
        Call::Diff(diff) => command::diff::run(&diff, &words),
        Call::Lsp(lsp) => command::lsp::run(&lsp, words),
        Call::Migrate(migrate) => command::migrate::run(&migrate, &words),
        Call::New(new) => command::new::run(&new, &words),
        Call::Serve(serve) => serve::run(&serve, &words).map(|()| ExitCode::SUCCESS),
        Call::Sources(sources) => command::sources::run(&sources, &words),
        Call::Schema(schema) => command::schema::run(&schema, &words),
    }
}
