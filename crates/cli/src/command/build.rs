use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;

use madoguchi_generator::{Assets, Options, Refused};
use madoguchi_schema::dataset::Dataset;
use madoguchi_validator::{Level, Messages, report};

use crate::arguments::Build;
use crate::failure::Failure;
use crate::made::{self, Made};
use crate::progress::Progress;
use crate::publish::{Place, Publication, Written};
use crate::root::Root;
use crate::words::Words;
use crate::{catalogue, files, say};

/// Checks the dataset and writes the site. Where anything is wrong, the old site stays as it is.
pub(crate) fn run(call: &Build, words: &Words) -> Result<ExitCode, Failure> {
    let root = Root::find(call.root.as_deref())?;
    let progress = Progress::new();
    let found = super::found(&root)?;
    let assets = Assets(files::texts(&root.templates())?);
    let out = match &call.out {
        Some(out) => std::path::absolute(out).map_err(Failure::io(out))?,
        None => root.folder().join("site"),
    };
    let place = Place::of(&out, root.folder())?;
    let inputs = made::inputs(call, &found, &assets);
    let known = inputs.as_ref().and_then(|inputs| Made::found(place.memory(), inputs, place.folder()));
    if let Some(made) = known {
        drop(progress);
        say::aside(&made.said);
        return done(words, &out, made.municipalities, made.len(), &Written::default());
    }
    progress.stage(words.say("progress-check", &[]));
    let loaded = super::load_found(found)?;
    let checked = madoguchi_validator::check(&loaded, call.days);
    let mut said = String::new();
    if !checked.diagnostics.is_empty() {
        let messages = Messages::new(call.lang).map_err(Failure::broken)?;
        said = report::human(&checked, &messages, true).map_err(Failure::broken)?;
    }
    let count = checked.count(Level::Error);
    drop(checked);
    let Some(dataset) = loaded.dataset.filter(|_| count == 0) else {
        drop(progress);
        say::aside(&said);
        say::aside(&format!("{}\n", words.say("build-not-built", &[])));
        return Ok(ExitCode::from(1));
    };
    drop(loaded.files);
    progress.stage(words.say("progress-pages", &[]));
    let publication = place.begin()?;
    make(call, &dataset, &assets, &publication, &progress)?;
    progress.stage(words.say("progress-publish", &[]));
    let (written, files) = publication.finish()?;
    let municipalities = dataset.municipalities.len();
    let paths: Vec<&str> = files.iter().map(String::as_str).collect();
    let made = inputs.and_then(|inputs| Made::new(inputs, said.clone(), municipalities, place.folder(), &paths));
    if let Some(made) = made {
        made.remember(place.memory());
    }
    drop(progress);
    say::aside(&said);
    done(words, &out, municipalities, files.len(), &written)
}

/// Makes the files and has them taken. What was wrong with taking goes before what it led to.
fn make(
    call: &Build,
    dataset: &Dataset,
    assets: &Assets,
    publication: &Publication<'_>,
    progress: &Progress,
) -> Result<(), Failure> {
    let options = Options {
        today: call.days.as_of,
        base_url: call.base_url.clone(),
        repository: call.repository.clone(),
        rules: catalogue::rules().map_err(Failure::broken)?,
    };
    let failure: Mutex<Option<Failure>> = Mutex::new(None);
    let built = madoguchi_generator::build(dataset, assets, &options, &|page| {
        progress.count();
        publication.take(&page.path, &page.bytes).map_err(|found| {
            if let Ok(mut failure) = failure.lock() {
                failure.get_or_insert(found);
            }
            Refused
        })
    });
    match failure.into_inner() {
        Ok(Some(failure)) => Err(failure),
        _ => built.map_err(Failure::broken),
    }
}

fn done(
    words: &Words,
    out: &Path,
    municipalities: usize,
    files: usize,
    written: &Written,
) -> Result<ExitCode, Failure> {
    let text = words.say(
        "build-done",
        &[
            ("municipalities", &municipalities.to_string()),
            ("files", &files.to_string()),
            ("written", &written.written.to_string()),
            ("removed", &written.removed.to_string()),
            ("index", &out.join("index.html").display().to_string()),
        ],
    );
    say::result(&format!("{text}\n"))?;
    Ok(ExitCode::SUCCESS)
}
