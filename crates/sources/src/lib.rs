//! What the listed pages say today, held against what was read of them.
//!
//! A page is known again by fingerprints: of the text under each heading that a file cites, and of the page as a
//! whole. The text itself is never kept. Whoever calls brings the bytes of pages and the words of reports; nothing
//! here reads the network, the file system or the clock.

mod cited;
mod compare;
mod decode;
mod fingerprint;
mod kept;
mod observation;
mod outline;
mod page;
mod patch;
mod report;

pub use cited::{CitedHeading, CitedSource, cited};
pub use compare::{Finding, HeadingFinding, HeadingResult, Reason, Result, compare};
pub use fingerprint::Fingerprint;
pub use kept::{Kept, KeptError, KeptSource, VERSION};
pub use observation::{Answer, Blocked, Evidence, Observation, Unreachable};
pub use page::{NotComparable, evidence};
pub use patch::{Change, patch, read_again};
pub use report::{Message, Report, Say, json_schema};
