use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;

use madoguchi_generator::{Assets, Dependence, Editor, Options, Refused, Taker};
use madoguchi_schema::dataset::Dataset;
use madoguchi_validator::{Level, Messages, report};

use crate::arguments::Build;
use crate::failure::Failure;
use crate::made::{Inputs, Made, Parts};
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
    let module = files::bytes(&root.editor())?;
    let inputs = Inputs::of(call, &found, &assets, &module);
    let last = inputs.as_ref().and_then(|_| Made::read(place.memory()));
    let is_done = |made: &&Made| inputs.as_ref().is_some_and(|inputs| made.is_of(inputs, place.folder()));
    if let Some(made) = last.as_ref().filter(is_done) {
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
    if module.is_empty() {
        let folder = root.editor().display().to_string();
        said.push_str(&format!("{}\n", words.say("build-no-editor", &[("folder", &folder)])));
    }
    let texts = loaded.files.into_iter().map(|file| (file.path, file.text)).collect();
    let options = Options {
        today: call.days.as_of,
        base_url: call.base_url.clone(),
        repository: call.repository.clone(),
        rules: catalogue::rules().map_err(Failure::broken)?,
        editor: Editor { texts, module },
    };
    progress.stage(words.say("progress-pages", &[]));
    let publication = place.begin()?;
    let making = Making {
        publication: &publication,
        progress: &progress,
        inputs: inputs.as_ref(),
        last: last.as_ref(),
        out: place.folder(),
        so_far: Mutex::default(),
    };
    let parts = make(&dataset, &assets, &options, making)?;
    progress.stage(words.say("progress-publish", &[]));
    let (written, files) = publication.finish()?;
    let municipalities = dataset.municipalities.len();
    let made = inputs.and_then(|inputs| Made::new(&inputs, said.clone(), municipalities, place.folder(), parts));
    if let Some(made) = made {
        made.remember(place.memory());
    }
    drop(progress);
    say::aside(&said);
    done(words, &out, municipalities, files, &written)
}

/// Makes the files and has them taken. What was wrong with taking goes before what it led to.
fn make(dataset: &Dataset, assets: &Assets, options: &Options, making: Making<'_>) -> Result<Parts, Failure> {
    let built = madoguchi_generator::build(dataset, assets, options, &making);
    match making.so_far.into_inner() {
        Ok(SoFar { failure: Some(failure), .. }) => Err(failure),
        Ok(SoFar { parts, .. }) => built.map(|()| parts).map_err(Failure::broken),
        Err(poisoned) => Err(Failure::broken(poisoned)),
    }
}

/// A build that is under way.
struct Making<'m> {
    publication: &'m Publication<'m>,
    progress: &'m Progress,
    inputs: Option<&'m Inputs>,
    /// The last build.
    last: Option<&'m Made>,
    out: &'m Path,
    so_far: Mutex<SoFar>,
}

#[derive(Default)]
struct SoFar {
    parts: Parts,
    failure: Option<Failure>,
}

impl Making<'_> {
    /// Notes what came of one file or part; a failure is told once, at the end.
    fn note<T>(&self, result: Result<T, Failure>, note: impl FnOnce(&mut Parts, T)) -> Result<(), Refused> {
        let mut so_far = self.so_far.lock().map_err(|_| Refused)?;
        match result {
            Ok(done) => {
                note(&mut so_far.parts, done);
                Ok(())
            }
            Err(failure) => {
                so_far.failure.get_or_insert(failure);
                Err(Refused)
            }
        }
    }
}

impl Taker for Making<'_> {
    fn kept(&self, part: &Dependence<'_>) -> Option<Vec<String>> {
        let inputs = self.inputs?;
        let made_of = inputs.of_part(part)?;
        let kept = self.last.and_then(|last| last.kept(inputs, part.part, &made_of, self.out));
        let taken = kept.iter().flatten().try_for_each(|path| self.publication.keep(path));
        let noted = self.note(taken, |parts, ()| {
            parts.made_of(part.part, made_of);
            kept.iter().flatten().for_each(|path| parts.add(part.part, path.clone()));
        });
        kept.filter(|_| noted.is_ok())
    }

    fn take(&self, part: &str, path: &str, bytes: &[u8]) -> Result<(), Refused> {
        self.progress.count();
        let taken = self.publication.take(path, bytes);
        self.note(taken, |parts, ()| parts.add(part, path.to_owned()))
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
