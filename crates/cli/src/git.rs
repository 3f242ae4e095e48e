//! The documents of a revision, read with the `git` command: nothing is checked out, and nothing of the
//! repository is run.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use madoguchi_schema::load::{Content, RawFile, most_bytes};

use crate::failure::Failure;
use crate::files::is_document;

/// Where the documents are.
const FOLDER: &str = "datasets/";

/// A file of a revision.
struct Entry {
    object: String,
    /// Its path below `datasets/`.
    path: String,
    is_link: bool,
    bytes: u64,
}

/// The documents of a revision of the repository at a root.
pub(crate) fn documents(root: &Path, revision: &str) -> Result<Vec<RawFile>, Failure> {
    let unknown = || Failure::UnknownRevision(revision.to_owned());
    // Git would take it for an option, and an empty one for the working tree.
    if revision.is_empty() || revision.starts_with('-') || revision.contains(['\0', '\n']) {
        return Err(unknown());
    }
    let commit =
        output(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")])?;
    let commit = commit.map(|bytes| String::from_utf8_lossy(&bytes).trim().to_owned()).ok_or_else(unknown)?;
    let listed = output(root, &["ls-tree", "-r", "-z", "--long", &commit, "--", FOLDER])?.ok_or_else(unknown)?;
    let entries: Vec<Entry> = listed.split(|byte| *byte == 0).filter_map(entry).collect();
    if entries.is_empty() {
        return Err(Failure::NoDatasetIn(revision.to_owned()));
    }
    contents(root, entries)
}

/// What git says; nothing where it fails.
fn output(root: &Path, arguments: &[&str]) -> Result<Option<Vec<u8>>, Failure> {
    let output = git(root).args(arguments).stderr(Stdio::null()).output().map_err(Failure::NoGit)?;
    Ok(output.status.success().then_some(output.stdout))
}

fn git(root: &Path) -> Command {
    let mut git = Command::new("git");
    // Neither a pager nor a replaced object, and no question.
    git.arg("--no-pager").arg("--no-replace-objects").arg("-C").arg(root);
    git.env("GIT_TERMINAL_PROMPT", "0").env("LC_ALL", "C").stdin(Stdio::null());
    git
}

/// `<mode> <type> <object> <size>\t<path>`
fn entry(line: &[u8]) -> Option<Entry> {
    let line = std::str::from_utf8(line).ok()?;
    let (head, path) = line.split_once('\t')?;
    let [mode, kind, object, size] = head.split_whitespace().collect::<Vec<_>>()[..] else { return None };
    let path = path.strip_prefix(FOLDER).filter(|path| is_document(path))?;
    (kind == "blob").then(|| Entry {
        object: object.to_owned(),
        path: path.to_owned(),
        is_link: mode == "120000",
        bytes: size.parse().unwrap_or(u64::MAX),
    })
}

/// The bytes of files, each as many as its document may have.
fn contents(root: &Path, entries: Vec<Entry>) -> Result<Vec<RawFile>, Failure> {
    let broken = |error: std::io::Error| Failure::Broken(format!("git cat-file: {error}"));
    let is_read = |entry: &Entry| !entry.is_link && entry.bytes <= most_bytes(&entry.path) as u64;
    let mut child = git(root)
        .args(["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(Failure::NoGit)?;
    let (mut ask, answer) = (child.stdin.take(), child.stdout.take());
    let mut answer = BufReader::new(answer.ok_or_else(|| Failure::Broken("git cat-file".to_owned()))?);
    let mut files = Vec::new();
    for entry in entries {
        let content = if entry.is_link {
            Content::Link
        } else if is_read(&entry) {
            // One at a time: neither side waits for the other with a full pipe.
            if let Some(ask) = ask.as_mut() {
                ask.write_all(format!("{}\n", entry.object).as_bytes()).and_then(|()| ask.flush()).map_err(broken)?;
            }
            let mut head = String::new();
            answer.read_line(&mut head).map_err(broken)?;
            let size = head.split_whitespace().nth(2).and_then(|size| size.parse::<u64>().ok());
            let size = size.filter(|size| *size == entry.bytes);
            let size = size.ok_or_else(|| Failure::Broken(format!("git cat-file: {}", head.trim())))?;
            let mut bytes = Vec::new();
            answer.by_ref().take(size + 1).read_to_end(&mut bytes).map_err(broken)?;
            bytes.pop();
            Content::Bytes(bytes)
        } else {
            Content::TooLarge(entry.bytes)
        };
        files.push(RawFile { path: entry.path, content });
    }
    drop(ask);
    child.wait().map_err(broken)?;
    Ok(files)
}
