//! Writing to the terminal. A reader that has gone away is no fault of ours.

use std::io::Write as _;

use madoguchi_validator::Lang;

use crate::failure::Failure;
use crate::words::Words;

/// A result, to standard output.
pub(crate) fn result(text: &str) -> Result<(), Failure> {
    let mut out = anstream::stdout();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Failure::Output(error)),
        _ => Ok(()),
    }
}

/// Anything else, to standard error.
pub(crate) fn aside(text: &str) {
    let _ = anstream::stderr().write_all(text.as_bytes());
}

/// Why the command could not do its work.
pub(crate) fn failure(failure: &Failure, lang: Lang) {
    match Words::new(lang) {
        Ok(words) => aside(&format!("{}\n", failure.describe(&words))),
        Err(broken) => aside(&format!("madoguchi: {broken:?}\n")),
    }
}
