//! What a whole process uses.

use std::fs::File;
use std::io::Read as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4 as _;

use crate::Failure;

/// What a process and those that it waited for have used.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Used {
    /// Time of the processors, user and system.
    pub(super) cpu: Duration,
    /// Time from start to end.
    pub(super) wall: Duration,
    /// The most memory at a time, in bytes. It is at least what this program had when it started the process.
    pub(super) peak: u64,
}

impl Used {
    /// The median of each.
    pub(super) fn median(all: &[Self]) -> Self {
        Self {
            cpu: median(all.iter().map(|used| used.cpu)),
            wall: median(all.iter().map(|used| used.wall)),
            peak: median(all.iter().map(|used| used.peak)),
        }
    }
}

/// The one in the middle; of two, the lower.
pub(super) fn median<T: Ord + Default + Copy>(all: impl Iterator<Item = T>) -> T {
    let mut all: Vec<T> = all.collect();
    all.sort_unstable();
    all.get(all.len().saturating_sub(1) / 2).copied().unwrap_or_default()
}

/// Runs a command to its end; what it printed, and what it used.
///
/// # Errors
///
/// Where it cannot be started, or ends with a status of which nobody said that it may.
pub(super) fn run(command: &mut Command, statuses: &[i32]) -> Result<(String, Used), Failure> {
    // Files: with pipes somebody would have to read while time is taken.
    let (out, aside) = (tempfile::NamedTempFile::new()?, tempfile::tempfile()?);
    command.stdin(Stdio::null()).stdout(out.reopen()?).stderr(aside.try_clone()?);
    let start = Instant::now();
    let mut child = command.spawn().map_err(|error| format!("{:?}: {error}", command.get_program()))?;
    let ended = child.wait4()?;
    let wall = start.elapsed();
    let mut said = String::new();
    File::open(out.path())?.read_to_string(&mut said)?;
    match ended.status.code() {
        Some(status) if statuses.contains(&status) => {
            let cpu = ended.rusage.utime + ended.rusage.stime;
            Ok((said, Used { cpu, wall, peak: ended.rusage.maxrss }))
        }
        _ => Err(format!("{command:?} ended with {}\n{}{said}", ended.status, end(aside)?).into()),
    }
}

/// The end of what a process said of its failure.
fn end(mut aside: File) -> Result<String, Failure> {
    use std::io::Seek as _;
    let mut text = Vec::new();
    aside.rewind()?;
    aside.read_to_end(&mut text)?;
    let text = String::from_utf8_lossy(&text);
    let lines: Vec<&str> = text.lines().collect();
    Ok(lines[lines.len().saturating_sub(20)..].join("\n"))
}
