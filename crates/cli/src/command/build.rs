use std::process::ExitCode;

use madoguchi_generator::{Assets, Options};
use madoguchi_validator::{Level, Messages, report};

use crate::arguments::Build;
use crate::failure::Failure;
use crate::publish::publish;
use crate::root::Root;
use crate::words::Words;
use crate::{catalogue, files, say};

/// Checks the dataset and writes the site. Where anything is wrong, the old site stays as it is.
pub(crate) fn run(call: &Build, words: &Words) -> Result<ExitCode, Failure> {
    let root = Root::find(call.root.as_deref())?;
    let loaded = super::load(&root)?;
    let checked = madoguchi_validator::check(&loaded, call.days);
    if !checked.diagnostics.is_empty() {
        let messages = Messages::new(call.lang).map_err(Failure::broken)?;
        say::aside(&report::human(&checked, &messages, true).map_err(Failure::broken)?);
    }
    let Some(dataset) = loaded.dataset.filter(|_| checked.count(Level::Error) == 0) else {
        say::aside(&format!("{}\n", words.say("build-not-built", &[])));
        return Ok(ExitCode::from(1));
    };
    let assets = Assets(files::texts(&root.templates())?);
    let options = Options {
        today: call.days.as_of,
        base_url: call.base_url.clone(),
        repository: call.repository.clone(),
        rules: catalogue::rules().map_err(Failure::broken)?,
    };
    let pages = madoguchi_generator::site(&dataset, &assets, &options).map_err(Failure::broken)?;
    let out = match &call.out {
        Some(out) => std::path::absolute(out).map_err(Failure::io(out))?,
        None => root.folder().join("site"),
    };
    let files: Vec<(&str, &[u8])> = pages.iter().map(|page| (page.path.as_str(), page.bytes.as_slice())).collect();
    let written = publish(&out, &files, root.folder())?;
    let text = words.say(
        "build-done",
        &[
            ("municipalities", &dataset.municipalities.len().to_string()),
            ("files", &files.len().to_string()),
            ("written", &written.written.to_string()),
            ("removed", &written.removed.to_string()),
            ("index", &out.join("index.html").display().to_string()),
        ],
    );
    say::result(&format!("{text}\n"))?;
    Ok(ExitCode::SUCCESS)
}
