//! Schema, validator and generator behind the editor of the site: what a person writes of one municipality
//! is checked, laid out and shown as the command line and the site do it.
//!
//! Pure: texts and a day go in, texts and JSON come out. The bindings for the browser are in `bind.rs`, which
//! is there only where the crate is compiled to WebAssembly; everything else is tested on the host.

mod assist;
#[cfg(target_family = "wasm")]
mod bind;
mod form;
mod session;
mod units;

pub use session::{Opened, Session, SessionError};

#[cfg(test)]
mod tests;
