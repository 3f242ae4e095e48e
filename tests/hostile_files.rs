//! Names, links and texts that were chosen to break something, through the real command: nothing of
//! them is obeyed by a terminal, and nothing of them is markup on a page.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

#[path = "support/project.rs"]
mod project;
mod support;

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use madoguchi_schema::fault::Span;
use madoguchi_schema::yaml::{self, Node, NodeKind};

/// Where the municipality's file of a fictional town belongs.
const MIHON: &str = "datasets/municipalities/99-fiction/991007-mihon.yaml";

/// A copy of what the command reads, with room for the fictional town.
fn project() -> tempfile::TempDir {
    let folder = project::copy();
    fs::create_dir_all(folder.path().join(MIHON).parent().unwrap()).unwrap();
    folder
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The command on a project, coloured as on a terminal: what is piped would lose its escapes anyway.
fn madoguchi(project: &Path, arguments: &[&OsStr]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_madoguchi"))
        .args(arguments)
        .arg("--root")
        .arg(project)
        .args(["--lang", "en"])
        .current_dir(project)
        .env("CLICOLOR_FORCE", "1")
        .env_remove("NO_COLOR")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// A text without the colours that the program itself gives.
fn without_colours(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("\u{1b}[") {
        out.push_str(&rest[..at]);
        let after = &rest[at + 2..];
        let end = after.find(|c: char| !(c.is_ascii_digit() || c == ';')).unwrap_or(after.len());
        if after[end..].starts_with('m') {
            rest = &after[end + 1..];
        } else {
            out.push_str("\u{1b}[");
            rest = after;
        }
    }
    out + rest
}

/// The findings of `check`, as `code path`; both reports are held against what a terminal obeys.
fn findings(project: &Path) -> Vec<String> {
    let call = |format: &str| {
        let output = madoguchi(project, &["check".as_ref(), "--format".as_ref(), format.as_ref()]);
        assert!(output.status.code().is_some_and(|code| code < 2), "{output:?}");
        is_harmless(&output);
        text(&output.stdout)
    };
    call("human");
    let report: serde_json::Value = serde_json::from_str(&call("json")).unwrap();
    let found = report["diagnostics"].as_array().unwrap().iter();
    found.map(|one| format!("{} {}", one["code"].as_str().unwrap(), one["path"].as_str().unwrap())).collect()
}

fn is_harmless(output: &Output) {
    for stream in [&output.stdout, &output.stderr] {
        let text = without_colours(&text(stream));
        let hidden =
            |c: char| c != '\n' && (c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
        assert!(!text.contains(hidden), "{text:?}");
        // Three colons stand before a related place; a command has two and a name.
        let is_command = |line: &&str| line.strip_prefix("::").is_some_and(|rest| !rest.starts_with(':'));
        let command = text.lines().map(str::trim_start).find(is_command);
        assert_eq!(command, None, "a command to GitHub Actions");
    }
}

fn mihon() -> String {
    fs::read_to_string(support::root().join("tests/fixtures/municipalities/99-fiction/991007-mihon.yaml")).unwrap()
}

#[test]
fn links_are_named_and_not_followed() {
    let project = project();
    let secret = project.path().join("secret");
    fs::write(&secret, "secret: hunter2\n").unwrap();
    let folder = project.path().join("datasets/municipalities/99-fiction");
    symlink(&secret, folder.join("991007-mihon.yaml")).unwrap();
    symlink("/", folder.join("everything")).unwrap();
    symlink("..", folder.join("around")).unwrap();
    symlink("itself", folder.join("itself")).unwrap();
    symlink("/dev/zero", folder.join("991015-zero.yaml")).unwrap();
    let found = findings(project.path());
    let at = |name: &str| format!("{LINK} datasets/municipalities/99-fiction/{name}");
    assert_eq!(found, ["991007-mihon.yaml", "991015-zero.yaml", "around", "everything", "itself"].map(at),);
    let output = madoguchi(project.path(), &["check".as_ref()]);
    assert!(!text(&output.stdout).contains("hunter2"));
    // Named on the command line, a link leads out of the dataset.
    let output = madoguchi(project.path(), &["check".as_ref(), MIHON.as_ref()]);
    assert_eq!(output.status.code(), Some(2));
}

/// The code of a link.
const LINK: &str = "F024";
/// The code of a file that has no place in the dataset.
const UNKNOWN: &str = "F020";
/// The code of a document in the wrong folder.
const MISPLACED: &str = "F022";

#[test]
fn a_folder_named_like_a_file_and_a_file_like_a_folder_are_no_documents() {
    let project = project();
    let folder = project.path().join(MIHON);
    fs::create_dir(&folder).unwrap();
    assert_eq!(findings(project.path()), Vec::<String>::new());
    fs::write(folder.join("991007-mihon.yaml"), mihon()).unwrap();
    assert_eq!(findings(project.path()), [format!("{MISPLACED} {MIHON}/991007-mihon.yaml")]);
    fs::remove_dir_all(folder).unwrap();
    fs::write(project.path().join("datasets/municipalities/98-file"), mihon()).unwrap();
    assert_eq!(findings(project.path()), [format!("{UNKNOWN} datasets/municipalities/98-file")]);
    fs::remove_file(project.path().join("datasets/municipalities/98-file")).unwrap();
    let documents = project.path().join("datasets/vocabulary/documents.yaml");
    fs::remove_file(&documents).unwrap();
    fs::create_dir(&documents).unwrap();
    assert!(!findings(project.path()).is_empty(), "the vocabulary is missing");
}

#[test]
fn names_that_a_terminal_or_an_annotation_would_obey_are_made_visible() {
    let project = project();
    let folder = project.path().join("datasets/municipalities/99-fiction");
    let names: [&[u8]; 9] = [
        b"a\n::error file=x::b.yaml",
        b"b\r\n::set-output name=x::y.yaml",
        b"c\x1b[2J\x1b]8;;mailto:evil@example\x07d.yaml",
        "e\u{9b}2Jf.yaml".as_bytes(),
        "g\u{202e}lmay.yaml".as_bytes(),
        "h\u{2028}i\u{85}j.yaml".as_bytes(),
        b"k\xff\xfel.yaml",
        b"991007-mihon.yaml\n",
        b"<script>alert(1)<\\script>{{ 7*7 }}.yaml",
    ];
    for name in names {
        fs::write(folder.join(OsStr::from_bytes(name)), mihon()).unwrap();
    }
    let found = findings(project.path());
    let is_refused = |found: &&String| found.starts_with(UNKNOWN) || found.starts_with(MISPLACED);
    assert_eq!(found.iter().filter(is_refused).count(), names.len(), "{found:#?}");
    let output = madoguchi(project.path(), &["build".as_ref()]);
    assert_eq!(output.status.code(), Some(1));
    is_harmless(&output);
    // A shell that puts in the names of a folder hands them to the command.
    for name in names {
        fs::remove_file(folder.join(OsStr::from_bytes(name))).unwrap();
        let output = madoguchi(project.path(), &["check".as_ref(), OsStr::from_bytes(name)]);
        assert_eq!(output.status.code(), Some(2));
        is_harmless(&output);
    }
}

#[test]
fn a_pipe_and_a_sparse_file_of_100_megabytes_are_not_read() {
    let project = project();
    let pipe = project.path().join(MIHON);
    let made = Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    let large = project.path().join("datasets/municipalities/99-fiction/991015-large.yaml");
    fs::File::create(&large).unwrap().set_len(100_000_000).unwrap();
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_madoguchi"))
        .args(["check", "--root"])
        .arg(project.path())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if start.elapsed() > Duration::from_secs(60) {
            child.kill().unwrap();
            panic!("it waits for a pipe");
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    assert_eq!(status.code(), Some(1));
    assert_eq!(findings(project.path()).len(), 2);
}

/// Every HTML page below a folder.
fn pages(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(pages(&path));
        } else if path.extension().is_some_and(|extension| extension == "html") {
            found.push((path.clone(), fs::read_to_string(&path).unwrap()));
        }
    }
    found
}

/// The markup that no page may have.
const MARKUP: &str = "<script>alert(1)</script>{{ 7*7 }}{% raw %}\"><img src=x onerror=1>";

/// The places of every text that a person reads, with the text. What is ASCII and not English is a
/// code; the English name of the town is in the path of its file.
fn texts(node: &Node, route: &str, found: &mut Vec<(Span, String)>) {
    match &node.kind {
        NodeKind::Map(entries) => {
            entries.iter().for_each(|entry| texts(&entry.value, &format!("{route}.{}", entry.key), found));
        }
        NodeKind::List(nodes) => nodes.iter().for_each(|node| texts(node, route, found)),
        NodeKind::Text(text) => {
            let is_english = route.ends_with(".en") && route != ".name.en";
            if (!text.is_ascii() && ![".kana", ".hours"].iter().any(|key| route.ends_with(key))) || is_english {
                found.push((node.span, text.clone()));
            }
        }
        _ => {}
    }
}

/// The file with the markup after each of its texts.
fn with_markup(text: &str) -> String {
    let (tree, faults) = yaml::read(text.as_bytes());
    assert_eq!(faults, []);
    let mut found = Vec::new();
    texts(&tree.unwrap().root, "", &mut found);
    let mut out = text.to_owned();
    for (span, text) in found.into_iter().rev() {
        out.replace_range(span.start..span.end, &format!("'{}'", format!("{text}{MARKUP}").replace('\'', "''")));
    }
    out
}

/// No page has the markup as such; how often it is there as text.
fn escaped(site: &Path) -> usize {
    let as_text = MARKUP.replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    let mut escaped = 0;
    for (path, page) in pages(site) {
        let path = path.display();
        assert!(!page.contains("<script>"), "{path}: a script of the data");
        assert!(!page.contains("<img src=x"), "{path}: an image of the data");
        assert!(!page.contains("/script>49") && !page.contains("/script&gt;49"), "{path}: a template of the data");
        assert_eq!(page.matches("{{").count(), page.matches("{{ 7*7 }}").count(), "{path}");
        escaped += page.matches(&as_text).count();
    }
    escaped
}

#[test]
fn markup_and_template_syntax_in_every_text_are_text_on_the_pages() {
    let project = project();
    let datasets = project.path().join("datasets/municipalities");
    let fixtures = support::root().join("tests/fixtures/municipalities");
    for entry in walkdir::WalkDir::new(&fixtures).into_iter().map(Result::unwrap) {
        if entry.file_type().is_file() {
            let to = datasets.join(entry.path().strip_prefix(&fixtures).unwrap());
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, with_markup(&fs::read_to_string(entry.path()).unwrap())).unwrap();
        }
    }
    let path = support::root().join("tests/hostile/markup-in-every-text.yaml");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&path, with_markup(&mihon())).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap();
    assert_eq!(committed, with_markup(&mihon()), "the file of the corpus is what this makes of 見本市");
    let output = madoguchi(project.path(), &["build".as_ref()]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    is_harmless(&output);
    let escaped = escaped(&project.path().join("site"));
    assert!(escaped > 500, "{escaped}: the texts are shown");
}
