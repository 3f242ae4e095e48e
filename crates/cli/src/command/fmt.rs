use std::path::{Path, PathBuf};
use std::process::ExitCode;

use madoguchi_schema::load::Content;
use madoguchi_schema::yaml::MOST_BYTES;
use madoguchi_validator::{Diagnostic, LayoutError, Messages, layout};

use crate::arguments::Fmt;
use crate::failure::{Failure, visible};
use crate::root::Root;
use crate::words::Words;
use crate::{files, say};

/// Brings YAML files into the one layout, or says which of them have another. What cannot be laid out
/// is named and left as it was.
pub(crate) fn run(call: &Fmt, words: &Words) -> Result<ExitCode, Failure> {
    let messages = Messages::new(words.lang).map_err(Failure::broken)?;
    let files = wanted(call)?;
    let (mut changed, mut failed) = (0, 0);
    for file in &files {
        let path = visible(&file.display().to_string());
        let content = files::content(file, MOST_BYTES)?;
        match (layout(&path, &content), &content) {
            (Ok(text), Content::Bytes(bytes)) if text.as_bytes() == bytes => {}
            (Ok(text), _) => {
                changed += 1;
                if !call.check {
                    files::replace(file, &text)?;
                }
                let id = if call.check { "fmt-would-change" } else { "fmt-changed" };
                say::result(&format!("{}\n", words.say(id, &[("path", &path)])))?;
            }
            (Err(error), content) => {
                failed += 1;
                say::aside(&reason(&path, content, &error, words, &messages)?);
            }
        }
    }
    let count = |number: usize| number.to_string();
    let numbers = [("files", &*count(files.len())), ("changed", &*count(changed)), ("failed", &*count(failed))];
    let id = if call.check { "fmt-checked" } else { "fmt-done" };
    say::result(&format!("{}\n", words.say(id, &numbers)))?;
    Ok(ExitCode::from(u8::from(failed > 0 || call.check && changed > 0)))
}

/// The YAML files of the call, each once: those that are named, or all of the dataset.
fn wanted(call: &Fmt) -> Result<Vec<PathBuf>, Failure> {
    let mut files = if call.paths.is_empty() {
        files::yaml(&Root::find(call.root.as_deref())?.datasets())?
    } else {
        let lists: Result<Vec<_>, _> = call.paths.iter().map(|path| files::yaml(&named(call, path))).collect();
        lists?.concat()
    };
    files.sort();
    files.dedup();
    Ok(files)
}

/// A path of the call: below the root that it names.
fn named(call: &Fmt, path: &Path) -> PathBuf {
    call.root.as_ref().map_or_else(|| path.to_path_buf(), |root| root.join(path))
}

/// Why a file was left as it was.
fn reason(
    path: &str,
    content: &Content,
    error: &LayoutError,
    words: &Words,
    messages: &Messages,
) -> Result<String, Failure> {
    match error {
        LayoutError::Findings(findings) => {
            findings.iter().map(|finding| line(path, content, finding, messages)).collect()
        }
        LayoutError::Unsafe => Ok(format!("{}\n", words.say("fmt-unsafe", &[("path", path)]))),
    }
}

/// A finding in one line, with its place as editors and terminals know it.
fn line(path: &str, content: &Content, finding: &Diagnostic, messages: &Messages) -> Result<String, Failure> {
    let words = messages.words(finding).map_err(Failure::broken)?;
    let bytes = if let Content::Bytes(bytes) = content { &bytes[..] } else { &[] };
    let at = finding.span.map_or(0, |span| span.start.min(bytes.len()));
    let before = String::from_utf8_lossy(&bytes[..at]);
    let row = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Ok(format!("{path}:{row}:{column}: {} {}: {}\n", finding.rule.code, finding.rule.name, words.message))
}
