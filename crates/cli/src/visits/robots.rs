use std::time::Duration;

use madoguchi_sources::Unreachable;
use texting_robots::Robot;
use url::Url;

/// So much of the file is read.
pub(super) const MOST_BYTES: u64 = 512 * 1024;
/// The name by which the file may speak of us.
const NAME: &str = "madoguchi";

/// What a host allows (RFC 9309).
pub(super) enum Robots {
    /// It has no such file.
    Absent,
    Rules(Box<Robot>),
    /// It did not give the file: then nothing is allowed.
    Unreadable,
    /// It did not answer at all.
    Unreachable(Unreachable),
}

impl Robots {
    pub(super) fn read(status: u16, bytes: &[u8]) -> Self {
        match status {
            200..=299 => Robot::new(NAME, bytes).map_or(Self::Unreadable, |robot| Self::Rules(Box::new(robot))),
            // "Too many requests" says nothing of the file. A file at another host is not this host's.
            429 | 500.. => Self::Unreadable,
            _ => Self::Absent,
        }
    }

    pub(super) fn allows(&self, url: &Url) -> bool {
        match self {
            Self::Absent => true,
            Self::Rules(robot) => robot.allowed(url.as_str()),
            Self::Unreadable | Self::Unreachable(_) => false,
        }
    }

    /// The pause that it asks for.
    pub(super) fn pause(&self) -> Option<Duration> {
        match self {
            Self::Rules(robot) => robot.delay.and_then(|seconds| Duration::try_from_secs_f32(seconds).ok()),
            _ => None,
        }
    }
}
