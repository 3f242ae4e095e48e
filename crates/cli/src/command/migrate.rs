use std::path::PathBuf;
use std::process::ExitCode;

use madoguchi_schema::load::Content;
use madoguchi_schema::migration::{FORMAT, migrate};
use madoguchi_schema::model::Settings;
use madoguchi_schema::yaml;

use crate::arguments::Migrate;
use crate::failure::{Failure, visible};
use crate::root::Root;
use crate::words::Words;
use crate::{files, say};

/// Brings the data to the format of this program, or says which files are of an earlier one. Each file is written in
/// one step, and the format last: who is interrupted runs it again.
pub(crate) fn run(call: &Migrate, words: &Words) -> Result<ExitCode, Failure> {
    let root = Root::find(call.root.as_deref())?;
    let settings = settings(&root)?;
    let from = format(&settings);
    if from > FORMAT {
        return Err(Failure::NewerFormat(from, FORMAT));
    }
    let (mut changed, mut failed) = (0, 0);
    for file in files::documents(&root.datasets())?.into_iter().filter(|file| file.path.ends_with(".yaml")) {
        let Content::Bytes(bytes) = &file.content else { continue };
        let shown = visible(&format!("datasets/{}", file.path));
        let text = std::str::from_utf8(bytes).ok();
        let Some((text, migrated)) = text.and_then(|text| Some((text, migrate(&file.path, text, from).ok()?))) else {
            failed += 1;
            say::aside(&format!("{}\n", words.say("migrate-not-readable", &[("path", &shown)])));
            continue;
        };
        if migrated.text == text {
            continue;
        }
        changed += 1;
        let id = if call.check { "migrate-would-change" } else { "migrate-changed" };
        let steps = migrated.steps.join(", ");
        say::result(&format!("{}\n", words.say(id, &[("path", &shown), ("steps", &steps)])))?;
        if !call.check {
            files::replace(&root.datasets().join(&file.path), &migrated.text)?;
        }
    }
    if failed == 0 && from < FORMAT && !call.check {
        files::put(&root.settings(), &with_format(&settings))?;
    }
    let numbers = [("from", from.to_string()), ("to", FORMAT.to_string()), ("changed", changed.to_string())];
    let numbers = numbers.each_ref().map(|(name, number)| (*name, number.as_str()));
    let id = if call.check { "migrate-checked" } else { "migrate-done" };
    say::result(&format!("{}\n", words.say(id, &numbers)))?;
    let is_due = call.check && (changed > 0 || from < FORMAT);
    Ok(ExitCode::from(u8::from(failed > 0 || is_due)))
}

/// The text of `madoguchi.yaml`; empty where there is none.
fn settings(root: &Root) -> Result<String, Failure> {
    match files::settings(&root.settings())?.map(|file| file.content) {
        None => Ok(String::new()),
        Some(Content::Bytes(bytes)) => {
            String::from_utf8(bytes).map_err(|_| Failure::Faulty(PathBuf::from("madoguchi.yaml")))
        }
        Some(_) => Err(Failure::Faulty(PathBuf::from(Settings::PATH))),
    }
}

/// The format that the settings name.
fn format(settings: &str) -> u32 {
    let tree = yaml::read(settings.as_bytes()).0;
    let named = tree.as_ref().and_then(|tree| tree.root.get("format")).map(|node| node.to_json());
    named.and_then(|number| number.as_u64()).and_then(|number| u32::try_from(number).ok()).unwrap_or(1)
}

/// The settings with the format of this program.
fn with_format(settings: &str) -> String {
    let tree = yaml::read(settings.as_bytes()).0;
    let place = tree.as_ref().and_then(|tree| tree.root.get("format")).map(|node| node.span);
    match place {
        Some(at) => format!("{}{FORMAT}{}", &settings[..at.start], &settings[at.end..]),
        None => format!("format: {FORMAT}\n{settings}"),
    }
}
