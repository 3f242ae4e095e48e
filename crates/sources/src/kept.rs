use std::collections::BTreeMap;

use madoguchi_schema::scalar::{Day, SourceId};
use serde::{Deserialize, Serialize};

use crate::{CitedSource, Evidence, Fingerprint, Observation};

/// The version of the form, and of how a fingerprint is made: those of another version say nothing.
pub const VERSION: u32 = 1;

/// The fingerprints of the pages of one file: `fingerprints/<path of the file>.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// [`VERSION`]
    pub version: u32,
    /// The pages, by the source's id.
    pub sources: BTreeMap<SourceId, KeptSource>,
}

/// What a page was like on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptSource {
    /// The page's address.
    pub url: String,
    /// The day on which the fingerprints were taken.
    pub taken_on: Day,
    /// Whether the page was then as the person had read it: taken on the same day, or not modified since.
    pub as_read: bool,
    /// The server's name of that version of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// When that version was made, in the server's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
    /// The fingerprint of the whole page.
    pub page: Fingerprint,
    /// The fingerprints of what stands under the cited headings; none where the page had no such heading.
    pub headings: BTreeMap<String, Option<Fingerprint>>,
}

/// A file that holds no fingerprints.
#[derive(Debug)]
pub struct KeptError(serde_json::Error);

impl std::fmt::Display for KeptError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for KeptError {}

impl Default for Kept {
    fn default() -> Self {
        Self { version: VERSION, sources: BTreeMap::new() }
    }
}

impl Kept {
    /// Reads the file; fingerprints that were made in another way are none.
    ///
    /// # Errors
    ///
    /// The file is not of the form.
    pub fn read(text: &str) -> Result<Self, KeptError> {
        let kept: Self = serde_json::from_str(text).map_err(KeptError)?;
        Ok(if kept.version == VERSION { kept } else { Self::default() })
    }

    /// The file's text.
    #[must_use]
    pub fn text(&self) -> String {
        // Texts as keys and plain values: nothing in it can fail.
        serde_json::to_string_pretty(self).map(|text| text + "\n").unwrap_or_default()
    }
}

impl KeptSource {
    /// What was found, as that which is kept from now on. `before` is what was kept of the same source.
    #[must_use]
    pub fn of(source: &CitedSource, seen: &Observation, evidence: &Evidence, before: Option<&Self>) -> Self {
        let not_modified_since = seen.modified_on.is_some_and(|day| day < source.read_on);
        let same_as_read =
            before.is_some_and(|kept| kept.as_read && kept.page == evidence.page && kept.url == source.url);
        let cited = source.headings.iter().map(|one| one.heading.clone());
        Self {
            url: source.url.clone(),
            taken_on: seen.on,
            as_read: seen.on == source.read_on || not_modified_since || same_as_read,
            etag: seen.etag.clone(),
            last_modified: seen.last_modified.clone(),
            page: evidence.page.clone(),
            headings: cited
                .map(|heading| (heading.clone(), evidence.headings.get(&heading).cloned().flatten()))
                .collect(),
        }
    }

    /// Whether the server has named this version, so that it can say of another time that it is the same.
    #[must_use]
    pub fn has_version(&self) -> bool {
        self.etag.is_some() || self.last_modified.is_some()
    }

    /// Whether the page can be asked for only if it is another version than this: all that is cited is kept.
    #[must_use]
    pub fn covers(&self, source: &CitedSource) -> bool {
        self.url == source.url && source.headings.iter().all(|one| self.headings.contains_key(&one.heading))
    }
}
