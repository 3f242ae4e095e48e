#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

mod complete;
mod define;
mod outline;
mod structure;

use std::path::Path;

use madoguchi_schema::load::{Content, RawFile};
use madoguchi_schema::scalar::{Day, Scalar as _};
use walkdir::WalkDir;

use crate::project::Project;

/// The file of a city that does not exist, in which tests write.
const MIHON: &str = "municipalities/99-fiction/991007-mihon.yaml";
const KANAZAWA: &str = "municipalities/17-ishikawa/172014-kanazawa.yaml";

/// Every document of the checkout that is `wanted`, and the fictional city.
fn files(wanted: impl Fn(&str) -> bool) -> Vec<RawFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for base in [root.join("datasets"), root.join("tests/fixtures")] {
        for entry in WalkDir::new(&base).sort_by_file_name() {
            let entry = entry.unwrap();
            let path = entry.path().strip_prefix(&base).unwrap().to_string_lossy().replace('\\', "/");
            if (path.ends_with(".yaml") || path.ends_with(".csv")) && wanted(&path) {
                files.push(RawFile { path, content: Content::Bytes(std::fs::read(entry.path()).unwrap()) });
            }
        }
    }
    files
}

/// The shared documents, one real city and the fictional one.
fn project() -> Project {
    let few = |path: &str| !path.starts_with("municipalities/") || path == MIHON || path == KANAZAWA;
    Project::new(files(few), Day::parse("2026-11-23").unwrap()).unwrap()
}

/// Writes a text with `¦` where the cursor is; the byte of the cursor.
fn write(project: &mut Project, path: &str, text: &str) -> usize {
    let (before, after) = text.split_once('¦').unwrap();
    let content = Content::Bytes(format!("{before}{after}").into_bytes());
    project.write(RawFile { path: path.to_owned(), content });
    before.len()
}

/// The fictional city with a text in place of another; `¦` is the cursor.
fn edit(project: &mut Project, old: &str, new: &str) -> usize {
    let text = project.text(MIHON);
    assert_eq!(text.matches(old).count(), 1, "{old}");
    write(project, MIHON, &text.replace(old, new))
}

fn raw(path: &str, text: &str) -> RawFile {
    RawFile { path: path.to_owned(), content: Content::Bytes(text.as_bytes().to_vec()) }
}
