//! What may be wrong with the dataset: every fault of reading and shape as a diagnostic, the lints,
//! and the reports in which people and programs read them.
//!
//! Results are values; nothing here prints, or reads the clock or the file system.

mod check;
mod diagnostic;
mod draft;
mod explain;
mod fault;
mod findings;
mod fix;
mod layout;
mod message;
pub mod report;
mod rule;
mod schemas;
mod session;
mod sweep;

pub use check::{Checked, Days, check};
pub use diagnostic::{Argument, Diagnostic, Place};
pub use draft::{ApplicantDraft, Draft};
pub use explain::{address, explain, list, shown};
pub use fix::{Repaired, Repairs, fix};
pub use layout::{LayoutError, layout};
pub use message::{Lang, MessageError, Messages, Words};
pub use rule::{Example, Level, Rule, Text, nearest_rule, rule, rules};
pub use schemas::schemas;
pub use session::Session;
pub use sweep::{Seen, Sweep};
