use std::path::PathBuf;
use std::process::ExitCode;

use madoguchi_schema::load::{self, Folder, RawFile};
use madoguchi_schema::model::Settings;
use madoguchi_schema::shape::Shapes;
use madoguchi_validator::{Checked, Days, Messages, Repairs, Sweep};
use rayon::prelude::*;

use crate::arguments::Check;
use crate::failure::Failure;
use crate::root::Root;
use crate::words::Words;
use crate::{files, say};

/// Checks the dataset and reports what is wrong with it, or with the files that were named.
pub(crate) fn run(call: &Check, words: &Words) -> Result<ExitCode, Failure> {
    let root = Root::find(call.root.as_deref())?;
    let wanted = wanted(&root, &call.paths)?;
    if let Some(repairs) = call.repairs {
        repair(&root, repairs, call, &wanted, words)?;
    }
    let found = super::found(&root)?;
    let is_checked = |path: &String| found.iter().any(|file| is_wanted(&file.path, std::slice::from_ref(path)));
    if let Some(left_out) = wanted.iter().find(|path| !is_checked(path)) {
        return Err(Failure::NotInDataset(PathBuf::from(left_out)));
    }
    let checked = all(found, call.days)?;
    let checked = if wanted.is_empty() {
        checked
    } else {
        // What is wrong with the settings is wrong for every file.
        let is_settings = |path: &str| path == Settings::PATH;
        checked.only(|path| is_settings(path) || is_wanted(path, &wanted))
    };
    let messages = Messages::new(call.lang).map_err(Failure::broken)?;
    say::result(&call.format.render(&checked, &messages, true).map_err(Failure::broken)?)?;
    Ok(status(&checked, call.deny))
}

/// What is wrong with all files.
fn all(found: Vec<RawFile>, days: Days) -> Result<Checked, Failure> {
    let shapes = Shapes::new().map_err(Failure::broken)?;
    let (municipalities, others): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|file| Sweep::is_of_municipality(&file.path));
    let folder = Folder::new(others.into_par_iter().map(|file| load::read(file, &shapes)).collect());
    let sweep = Sweep::new(&folder, days);
    let look = |file| sweep.look(load::read(file, &shapes));
    let seen = municipalities.into_par_iter().map(look).collect();
    Ok(sweep.finish(seen, &shapes))
}

/// Whether a file is one of the named ones, or in one of the named folders.
pub(super) fn is_wanted(path: &str, wanted: &[String]) -> bool {
    wanted.iter().any(|wanted| path == wanted || path.starts_with(&format!("{wanted}/")))
}

/// Makes the repairs, each file in one step, and says how many there were.
fn repair(root: &Root, repairs: Repairs, call: &Check, wanted: &[String], words: &Words) -> Result<(), Failure> {
    let shapes = Shapes::new().map_err(Failure::broken)?;
    let is_named = |path: &str| path != Settings::PATH && (wanted.is_empty() || is_wanted(path, wanted));
    let repaired = madoguchi_validator::fix(super::found(root)?, &shapes, call.days, repairs, is_named);
    for (path, text) in &repaired.texts {
        files::replace(&root.datasets().join(path), text)?;
    }
    let (edits, files) = (repaired.edits.to_string(), repaired.texts.len().to_string());
    say::aside(&format!("{}\n", words.say("check-repaired", &[("edits", &edits), ("files", &files)])));
    Ok(())
}

/// 0 where nothing of that level or a graver one was found, else 1.
pub(super) fn status(checked: &Checked, deny: madoguchi_validator::Level) -> ExitCode {
    let denied = checked.diagnostics.iter().any(|diagnostic| diagnostic.level >= deny);
    ExitCode::from(u8::from(denied))
}

/// The named paths, as they are below `datasets/`; none where the whole dataset is named.
pub(super) fn wanted(root: &Root, paths: &[PathBuf]) -> Result<Vec<String>, Failure> {
    let datasets = root.datasets().canonicalize().map_err(Failure::io(&root.datasets()))?;
    let inside = |path: &PathBuf| {
        // As the working folder has it, or else as the root has it.
        [path.clone(), root.folder().join(path)]
            .into_iter()
            .filter_map(|path| path.canonicalize().ok())
            .find(|path| path.starts_with(&datasets))
            .map(|path| files::relative(&datasets, &path))
            .ok_or_else(|| Failure::NotInDataset(path.clone()))
    };
    let wanted: Vec<String> = paths.iter().map(inside).collect::<Result<_, _>>()?;
    Ok(if wanted.iter().any(String::is_empty) { Vec::new() } else { wanted })
}
