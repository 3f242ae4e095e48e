//! What an editor shows of a document while it is written: findings and repairs, completion, what is
//! under the cursor, where an id is defined and used, symbols, folds, layout.
//!
//! Everything is a function of the files' texts and a place in one of them, in bytes: the language
//! server and the page of the site that edits call the same functions. Nothing here reads the clock,
//! the environment or the file system, and the text need not be YAML while it is typed.

mod complete;
mod context;
mod define;
mod hover;
mod outline;
mod project;
mod shape;
mod structure;
mod words;

pub use complete::{Kind, Suggestion};
pub use define::{Occurrence, RenameError, Target};
pub use hover::Hover;
pub use project::{Broken, Project};
pub use structure::{Fold, Symbol, SymbolKind};

#[cfg(test)]
mod tests;
