//! What changed for residents between two states of the data: by facet and formula, in words.
//!
//! Where a file lies, how it is laid out and how its comments read is no difference. What one state
//! cannot be read of is compared with nothing: it is named, and never taken for a change.

mod contact;
mod difference;
mod facts;
mod markdown;
mod municipality;
mod national;
mod notes;
mod plain;
mod report;
mod rest;
mod said;
mod sides;
mod sources;
mod text;

pub use difference::{Block, ContactPart, Difference, FactTurn, Place, Turn, VocabularyKind, What, differences};
pub use markdown::{Length, MOST_CHARACTERS, markdown};
pub use plain::{escaped, plain};
pub use report::{FeedRecord, LineRecord, PlaceRecord, Report, SideRecord, json, json_schema, report};
pub(crate) use sides::code_in_name;
pub use sides::{LeftOut, SideName, Sides};
pub use text::text;
