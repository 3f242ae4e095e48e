use std::collections::BTreeMap;

use madoguchi_schema::scalar::Day;
use serde::{Deserialize, Serialize};

use crate::Fingerprint;

/// What a visit of an address brought. It holds no text of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observation {
    /// The address that was asked for.
    pub url: String,
    /// The day of the visit.
    pub on: Day,
    /// The address at which the page was found, where it is another of the same host.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_to: Option<String>,
    /// The server's name of this version of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// When the page was last modified, in the server's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
    /// The same as a day in Japan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified_on: Option<Day>,
    /// What came back.
    pub answer: Answer,
}

/// What came back from an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "kebab-case")]
pub enum Answer {
    /// A page that could be read.
    Page(Evidence),
    /// The page is the version that was named when asking.
    NotModified,
    /// Something that has no headings, such as a PDF, or a page of too many elements.
    NotComparable {
        /// What the server calls it.
        media: String,
    },
    /// The server says that there is no such page (404, 410).
    Gone {
        /// The status.
        status: u16,
    },
    /// The page stands at another host, where nobody looked.
    OtherHost {
        /// The address there.
        to: String,
    },
    /// The host does not want this visit.
    Blocked(Blocked),
    /// No answer that says anything of the page.
    Unreachable(Unreachable),
}

/// What the text of a page comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The fingerprint of the whole page.
    pub page: Fingerprint,
    /// The fingerprint of what stands under each heading; none where the page has no such heading.
    pub headings: BTreeMap<String, Option<Fingerprint>>,
}

/// How a host says that it does not want a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum Blocked {
    /// In robots.txt.
    Robots,
    /// By not giving its robots.txt (5xx, no answer): then nothing is allowed.
    RobotsUnreadable,
    /// By a status (401, 403, 429, 451, or 503 with a time to come again).
    Status {
        /// The status.
        status: u16,
    },
    /// It asked for a pause before, at another page.
    Pause,
}

/// Why there was no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Unreachable {
    /// The host's name is not known.
    Name,
    /// The host's address is one of a private network, where nobody looks.
    PrivateAddress,
    /// The host did not take the connection, or broke it off.
    Connection,
    /// No secure connection could be made.
    Certificate,
    /// It took too long.
    Time,
    /// More bytes came than a page has.
    Size,
    /// What came is no HTTP, or cannot be unpacked.
    Garbled,
    /// The addresses lead to each other, or on and on.
    Redirects,
    /// A status that says nothing of the page (5xx and others).
    Status {
        /// The status.
        status: u16,
    },
}
