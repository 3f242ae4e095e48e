use std::path::{Path, PathBuf};
use std::process::ExitCode;

use madoguchi_generator::diff::{self, Length, Sides};
use madoguchi_generator::{Assets, Lang as SiteLang};
use madoguchi_schema::load::{self, Loaded, RawFile};
use madoguchi_schema::shape::Shapes;
use madoguchi_validator::Lang;

use crate::arguments::{Diff, DiffFormat};
use crate::failure::Failure;
use crate::root::Root;
use crate::words::Words;
use crate::{files, git, say};

/// Says what changed for residents between two folders or revisions.
pub(crate) fn run(call: &Diff, words: &Words) -> Result<ExitCode, Failure> {
    let root = Root::find(call.root.as_deref())?;
    let shapes = Shapes::new().map_err(Failure::broken)?;
    let side = |name: &str| -> Result<Loaded, Failure> { Ok(load::load(state(name, &root)?, &shapes)) };
    let (base, head) = (side(&call.base)?, side(&call.head)?);
    let sides = Sides::new(base, head).map_err(|left_out| {
        let paths = left_out.into_iter().map(|file| format!("{} ({})", file.path, file.side.name()));
        Failure::NotComparable(paths.collect())
    })?;
    let assets = Assets(files::texts(&root.templates())?);
    let report = diff::report(&sides, &assets, call.today).map_err(Failure::broken)?;
    let lang = if words.lang == Lang::En { SiteLang::En } else { SiteLang::Ja };
    let length = if call.is_whole { Length::Whole } else { Length::Comment };
    let text = match call.format {
        DiffFormat::Text => diff::text(&report, lang),
        DiffFormat::Markdown => diff::markdown(&report, lang, length),
        DiffFormat::Json => diff::json(&report),
    };
    say::result(&text.map_err(Failure::broken)?)?;
    Ok(ExitCode::SUCCESS)
}

/// The documents of a folder, where there is one of that name, else those of a revision.
fn state(name: &str, root: &Root) -> Result<Vec<RawFile>, Failure> {
    // An empty name would be the root itself.
    let paths = [PathBuf::from(name), root.folder().join(name)].into_iter().filter(|_| !name.is_empty());
    match paths.filter_map(|path| folder(&path)).next() {
        Some(folder) => files::documents(&folder),
        None => git::documents(root.folder(), name),
    }
}

/// The `datasets/` that a path means: a checkout's, or the folder itself.
fn folder(path: &Path) -> Option<PathBuf> {
    let inside = path.join("datasets");
    [inside, path.to_path_buf()]
        .into_iter()
        .find(|folder| folder.join("municipalities").is_dir() || folder.join("vocabulary").is_dir())
}
