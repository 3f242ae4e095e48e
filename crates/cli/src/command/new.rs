use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use madoguchi_schema::dataset::Vocabulary;
use madoguchi_schema::load::{self, Content, most_bytes};
use madoguchi_schema::national_list::{self, Listed, NationalList};
use madoguchi_schema::nearest::nearest;
use madoguchi_schema::scalar::{MunicipalityCode, Scalar as _};
use madoguchi_schema::shape::Shapes;
use madoguchi_validator::Draft;

use crate::arguments::New;
use crate::ask::Asker;
use crate::failure::Failure;
use crate::root::Root;
use crate::words::Words;
use crate::{files, say};

/// More names than this are not listed.
const MOST_LISTED: usize = 10;

/// Makes a municipality's file, with what the national list says and what was answered.
pub(crate) fn run(call: &New, words: &Words) -> Result<ExitCode, Failure> {
    let root = Root::find(call.root.as_deref())?;
    let list = national_list(&root)?;
    let mut draft = Draft::new(listed(&list, &call.municipality)?, call.today);
    let path = match &call.out {
        Some(out) => out.clone(),
        None => {
            is_free(&root, &draft.listed.code)?;
            root.datasets().join(draft.path())
        }
    };
    if path.symlink_metadata().is_ok() {
        return Err(Failure::Exists(path));
    }
    if call.ask {
        let vocabulary = vocabulary(&root)?;
        let mut asker = Asker::new(std::io::stdin().lock(), std::io::stderr().lock(), words, &vocabulary);
        asker.fill(&mut draft).map_err(Failure::Output)?;
    }
    let text = draft.text().map_err(Failure::broken)?;
    write(&path, &text)?;
    let shown = path.display().to_string();
    say::result(&format!("{}\n", words.say("new-done", &[("path", &shown)])))?;
    // Only what is in the dataset is checked.
    let is_inside = std::path::absolute(&path).is_ok_and(|path| path.starts_with(root.datasets()));
    let next = match is_inside {
        true => words.say("new-next", &[("path", &shown)]),
        false => {
            let place = Path::new("datasets").join(draft.path()).display().to_string();
            words.say("new-next-elsewhere", &[("path", &shown), ("place", &place)])
        }
    };
    say::aside(&format!("{next}\n"));
    Ok(ExitCode::SUCCESS)
}

fn national_list(root: &Root) -> Result<NationalList, Failure> {
    let path = root.datasets().join(national_list::PATH);
    let Content::Bytes(bytes) = files::content(&path, most_bytes(national_list::PATH))? else {
        return Err(Failure::Broken(format!("{} cannot be read: madoguchi check", path.display())));
    };
    let list = NationalList::parse(&String::from_utf8_lossy(&bytes));
    list.map_err(|_| Failure::Broken(format!("{} has faults: madoguchi check", path.display())))
}

/// The vocabularies, as far as their files can be read.
fn vocabulary(root: &Root) -> Result<Vocabulary, Failure> {
    let shapes = Shapes::new().map_err(Failure::broken)?;
    let found = super::found(root)?.into_iter().filter(|file| file.path.starts_with("vocabulary/"));
    Ok(load::load(found.collect(), &shapes).vocabulary())
}

/// The municipality of a code or a name.
fn listed<'l>(list: &'l NationalList, wanted: &str) -> Result<&'l Listed, Failure> {
    let by_code = MunicipalityCode::parse(wanted).ok().and_then(|code| list.get(&code));
    let named: Vec<&Listed> = by_code.into_iter().chain(list.named(wanted)).collect();
    match named.as_slice() {
        [one] => Ok(one),
        [] => {
            let codes: Vec<String> = list.all().iter().map(|listed| listed.code.to_string()).collect();
            let known = codes.iter().map(String::as_str).chain(list.all().iter().map(|listed| listed.name.as_str()));
            Err(Failure::UnknownMunicipality(wanted.to_owned(), nearest(wanted, known).map(str::to_owned)))
        }
        several => {
            let names = several.iter().map(|listed| format!("{} {}", listed.code, listed.prefecture().ja));
            Err(Failure::SeveralMunicipalities(wanted.to_owned(), names.take(MOST_LISTED).collect()))
        }
    }
}

/// A municipality has one file, whatever its name.
fn is_free(root: &Root, code: &MunicipalityCode) -> Result<(), Failure> {
    let folder = root.datasets().join("municipalities");
    if !folder.is_dir() {
        return Ok(());
    }
    let begins =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("{code}-")));
    match files::yaml(&folder)?.into_iter().find(begins) {
        Some(path) => Err(Failure::Exists(path)),
        None => Ok(()),
    }
}

/// Writes a file that is not there yet.
fn write(path: &Path, text: &str) -> Result<(), Failure> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(Failure::io(folder))?;
    }
    let mut file = match std::fs::File::create_new(path) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            return Err(Failure::Exists(path.to_path_buf()));
        }
        file => file.map_err(Failure::io(path))?,
    };
    file.write_all(text.as_bytes()).map_err(Failure::io(path))
}
