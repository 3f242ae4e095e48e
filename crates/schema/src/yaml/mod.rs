//! Reading YAML: one parse into a tree in which every key and value has its bytes.
//!
//! The tree follows the core schema of YAML 1.2 (<https://yaml.org/spec/1.2.2/#103-core-schema>)
//! with one restriction: a number with a leading zero is text, since `042099` is a code. What the
//! dataset has no use for (anchors, aliases, tags, merge keys, several documents) is refused at
//! its place.

mod de;
mod json;
mod read;
mod route;
mod scan;
mod slip;
mod tree;

pub use de::TypeError;
pub(crate) use json::TreeJson;
pub use read::{MOST_BYTES, MOST_DEPTH, MOST_FAULTS, MOST_NODES, read};
pub use route::{Part, Route, RouteError};
pub use tree::{Entry, Node, NodeKind, Style, Tree};
