use std::process::ExitCode;

use madoguchi_schema::json_schema::pretty;
use madoguchi_schema::load;
use madoguchi_schema::shape::Shapes;
use madoguchi_validator::{Level, Messages, report, schemas};

use crate::arguments::Schema;
use crate::failure::Failure;
use crate::root::Root;
use crate::say;
use crate::words::Words;

/// Writes the JSON Schemas into `schema/`, or says which of them are not as the types are.
pub(crate) fn run(call: &Schema, words: &Words) -> Result<ExitCode, Failure> {
    let root = Root::find(call.root.as_deref())?;
    let shapes = Shapes::new().map_err(Failure::broken)?;
    let is_vocabulary = |path: &str| path.starts_with("vocabulary/");
    let files = super::found(&root)?.into_iter().filter(|file| is_vocabulary(&file.path)).collect();
    let loaded = load::load(files, &shapes);
    let checked = madoguchi_validator::check(&loaded, call.days).only(is_vocabulary);
    if checked.count(Level::Error) > 0 {
        let messages = Messages::new(words.lang).map_err(Failure::broken)?;
        say::aside(&report::human(&checked, &messages, true).map_err(Failure::broken)?);
        return Ok(ExitCode::from(1));
    }
    let vocabulary = loaded.vocabulary();
    let folder = root.schema();
    let mut stale = Vec::new();
    let reports = [
        ("diff-report.schema.json", madoguchi_generator::diff::json_schema()),
        ("sources-report.schema.json", madoguchi_sources::json_schema()),
    ];
    for (name, schema) in schemas(&vocabulary).into_iter().chain(reports) {
        let path = folder.join(name);
        let fresh = pretty(&schema);
        let found = match std::fs::read_to_string(&path) {
            Ok(found) => Some(found),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(Failure::Io(path, error)),
        };
        if found.as_deref() != Some(&fresh) {
            stale.push(name);
            if !call.check {
                std::fs::create_dir_all(&folder).map_err(Failure::io(&folder))?;
                std::fs::write(&path, fresh).map_err(Failure::io(&path))?;
            }
        }
    }
    let files = stale.join(", ");
    let (id, code) = match (stale.is_empty(), call.check) {
        (true, _) => ("schema-fresh", 0),
        (false, true) => ("schema-stale", 1),
        (false, false) => ("schema-written", 0),
    };
    say::result(&format!("{}\n", words.say(id, &[("files", &files)])))?;
    Ok(ExitCode::from(code))
}
