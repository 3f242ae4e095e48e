//! What changes about a file when its bytes do, besides the bytes.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

/// The length and the times of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stamp {
    length: u64,
    /// Seconds and nanoseconds; of the last change of the file, and where the system has it, of what it
    /// knows of the file, which nobody can set back.
    times: [(i64, i64); 2],
}

impl Stamp {
    /// None where there is no file at the path. A link is a file of its own.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let found = fs::symlink_metadata(path).ok().filter(|found| !found.is_dir())?;
        Some(Self { length: found.len(), times: times(&found) })
    }
}

#[cfg(unix)]
fn times(found: &fs::Metadata) -> [(i64, i64); 2] {
    use std::os::unix::fs::MetadataExt as _;
    [(found.mtime(), found.mtime_nsec()), (found.ctime(), found.ctime_nsec())]
}

#[cfg(not(unix))]
fn times(found: &fs::Metadata) -> [(i64, i64); 2] {
    let since = found.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    let time = since.and_then(|since| Some((i64::try_from(since.as_secs()).ok()?, i64::from(since.subsec_nanos()))));
    [time.unwrap_or_default(); 2]
}
