//! What visits have brought so far, so that one that was interrupted goes on where it stopped.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use madoguchi_schema::scalar::Day;
use madoguchi_sources::{Answer, Blocked, Observation};
use serde::{Deserialize, Serialize};

use super::Known;
use crate::failure::Failure;
use crate::files;

/// The version of the file's form.
const VERSION: u32 = 1;

/// The file with what was brought.
pub(crate) struct State {
    path: PathBuf,
    content: Content,
}

#[derive(Serialize, Deserialize)]
struct Content {
    version: u32,
    /// By address.
    visits: BTreeMap<String, Entry>,
}

/// One visit, and what was asked.
#[derive(Serialize, Deserialize)]
struct Entry {
    headings: Vec<String>,
    etag: Option<String>,
    last_modified: Option<String>,
    seen: Observation,
}

impl State {
    /// The state in a file, empty where there is none yet.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let content = match std::fs::read_to_string(path) {
            Ok(text) => serde_json::from_str(&text).map_err(|_| Failure::NoState(path.to_path_buf()))?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Content { version: VERSION, visits: BTreeMap::new() }
            }
            Err(error) => return Err(Failure::Io(path.to_path_buf(), error)),
        };
        let is_known = content.version == VERSION;
        let content = if is_known { content } else { Content { version: VERSION, visits: BTreeMap::new() } };
        Ok(Self { path: path.to_path_buf(), content })
    }

    /// What a visit with the same question brought today or yesterday. One that came to nothing is made again.
    pub(crate) fn known(&self, url: &str, headings: &[&str], known: &Known, today: Day) -> Option<&Observation> {
        let entry = self.content.visits.get(url)?;
        let is_same =
            entry.headings == headings && entry.etag == known.etag && entry.last_modified == known.last_modified;
        let is_fresh = entry.seen.on == today || today.date().yesterday().is_ok_and(|day| entry.seen.on == day.into());
        let is_answer = !matches!(entry.seen.answer, Answer::Unreachable(_) | Answer::Blocked(Blocked::Pause));
        (is_same && is_fresh && is_answer).then_some(&entry.seen)
    }

    /// Keeps what a visit brought, at once.
    pub(crate) fn keep(&mut self, headings: &[&str], known: &Known, seen: Observation) -> Result<(), Failure> {
        let entry = Entry {
            headings: headings.iter().map(|heading| (*heading).to_owned()).collect(),
            etag: known.etag.clone(),
            last_modified: known.last_modified.clone(),
            seen,
        };
        self.content.visits.insert(entry.seen.url.clone(), entry);
        let text = serde_json::to_string_pretty(&self.content).map_err(Failure::broken)?;
        files::put(&self.path, &text)
    }
}
