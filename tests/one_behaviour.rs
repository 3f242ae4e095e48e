//! The same text gives the same findings, byte for byte of JSON, from the command line, from what the
//! language server calls and from the page that edits: over all real files, all fixtures and the hostile
//! ones, each in the place of another.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use madoguchi_editor::Project;
use madoguchi_schema::load::{Content, RawFile};
use madoguchi_schema::model::Settings;
use madoguchi_validator::{Lang, Repairs};
use madoguchi_web::Session;
use serde_json::json;

const MIHON: &str = "municipalities/99-fiction/991007-mihon.yaml";

/// What the command writes of a folder, or of one file of it.
fn command(root: &Path, file: Option<&str>, lang: Lang) -> String {
    let mut call = Command::new(env!("CARGO_BIN_EXE_madoguchi"));
    call.args(["check", "--format", "json", "--today", "2026-11-23", "--lang", lang.code(), "--root"]).arg(root);
    if let Some(file) = file {
        call.arg(root.join("datasets").join(file));
    }
    String::from_utf8(call.output().unwrap().stdout).unwrap()
}

fn write(root: &Path, file: &RawFile) {
    let path = root.join("datasets").join(&file.path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let Content::Bytes(bytes) = &file.content else { panic!("{}", file.path) };
    std::fs::write(path, bytes).unwrap();
}

/// The same files in a folder and in an editor.
fn both(files: Vec<RawFile>) -> (tempfile::TempDir, Project) {
    let folder = tempfile::tempdir().unwrap();
    files.iter().for_each(|file| write(folder.path(), file));
    (folder, Project::new(files, support::today()).unwrap())
}

fn is_municipality(file: &RawFile) -> bool {
    file.path.starts_with("municipalities/")
}

/// The files with something wrong in each municipality, one mistake after the other: a colon that is gone, a key, an
/// id or a bracket that is mistyped, a wide space, letters that are missing.
fn broken(files: &[RawFile]) -> Vec<RawFile> {
    let mistakes = [
        (": ", " "),
        ("read:", "raed:"),
        ("sources:", "sources: ["),
        ("-", "\u{3000}"),
        ("pin-reset", "pin-rest"),
        ("a", ""),
    ];
    let cities = files.iter().filter(|file| is_municipality(file)).zip(mistakes.iter().cycle());
    let broken = cities.map(|(file, (from, to))| {
        let text = support::text(file);
        support::with_text(file, &text.replacen(from, to, 3))
    });
    broken.collect()
}

/// Breaks each municipality in the folder and in the editor, where all is checked again. The broken files.
fn break_all(files: &[RawFile], folder: &Path, project: &mut Project) -> Vec<RawFile> {
    let broken = broken(files);
    for file in &broken {
        write(folder, file);
        project.write(file.clone());
    }
    project.settle();
    broken
}

/// The code in the name of a municipality's file.
fn code(path: &str) -> &str {
    path.rsplit('/').next().and_then(|name| name.get(..6)).unwrap()
}

/// The page that edits, which knows of the others' files only where they are.
fn page(lang: Lang, shared: &[RawFile], municipalities: &[&str]) -> Session {
    let shared: BTreeMap<_, _> = shared.iter().map(|file| (file.path.clone(), support::text(file))).collect();
    let paths: BTreeMap<_, _> = municipalities.iter().map(|path| (code(path), *path)).collect();
    let base = support::root().join("site-templates");
    let templates: BTreeMap<_, _> = walkdir::WalkDir::new(&base)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(&base).unwrap().to_str().unwrap().replace('\\', "/");
            (path, std::fs::read_to_string(entry.path()).unwrap())
        })
        .collect();
    let dataset = json!({ "files": shared, "municipalities": paths }).to_string();
    Session::new(&dataset, &json!(templates).to_string(), lang.code(), &support::today().to_string()).unwrap()
}

/// Each municipality's file is opened on the page and found as it is beside all the others.
fn compare_page(project: &Project, settings: Option<&RawFile>, files: &[RawFile], lang: Lang) {
    let cities: Vec<_> = files.iter().filter(|file| is_municipality(file)).collect();
    let paths: Vec<_> = cities.iter().map(|file| file.path.as_str()).collect();
    let shared: Vec<_> = support::shared_files().into_iter().chain(settings.cloned()).collect();
    let mut session = page(lang, &shared, &paths);
    for file in cities {
        let text = support::text(file);
        assert_eq!(session.open(code(&file.path), Some(text.clone())).unwrap().path, file.path);
        let wanted = project.report(|path| path == file.path || path == Settings::PATH, lang).unwrap();
        assert_eq!(session.diagnostics(&text).unwrap(), wanted, "{}", file.path);
    }
}

#[test]
fn the_real_files_are_found_as_they_are_right_and_broken() {
    let files = support::dataset_files();
    let (folder, mut project) = both(files.clone());
    let compare = |project: &Project| {
        for lang in [Lang::Ja, Lang::En] {
            assert_eq!(project.report(|_| true, lang).unwrap(), command(folder.path(), None, lang));
        }
    };
    compare(&project);
    compare_page(&project, None, &files, Lang::Ja);
    let broken = break_all(&files, folder.path(), &mut project);
    assert!(project.checked(|_| true).diagnostics.len() > 50);
    compare(&project);
    compare_page(&project, None, &broken, Lang::En);
}

#[test]
fn every_fixture_is_found_as_it_is_right_and_broken() {
    let base = support::root().join("tests/fixtures");
    let mut files = support::shared_files();
    files.extend(support::files(&base.join("municipalities"), &base));
    let (folder, mut project) = both(files.clone());
    assert_eq!(project.report(|_| true, Lang::Ja).unwrap(), command(folder.path(), None, Lang::Ja));
    compare_page(&project, None, &files, Lang::Ja);
    let broken = break_all(&files, folder.path(), &mut project);
    assert_eq!(project.report(|_| true, Lang::Ja).unwrap(), command(folder.path(), None, Lang::Ja));
    compare_page(&project, None, &broken, Lang::Ja);
}

#[test]
fn what_is_wrong_in_the_settings_is_found_beside_every_file() {
    let base = support::root().join("tests/fixtures");
    let cities = support::files(&base.join("municipalities"), &base);
    for (text, code) in [
        ("format: 2\nlevels: { no-such-rule: off }\n", "A002"),
        ("format: 2\nlevls: {}\n", "K001"),
        ("format: 2\nlevels: [\n", "F006"),
    ] {
        let settings = RawFile { path: Settings::PATH.to_owned(), content: Content::Bytes(text.as_bytes().to_vec()) };
        let mut files = support::shared_files();
        files.extend(cities.iter().cloned());
        files.push(settings.clone());
        let (folder, mut project) = both(files.clone());
        let broken = break_all(&files, folder.path(), &mut project);
        let found = project.checked(|path| path == Settings::PATH).diagnostics;
        assert_eq!(found.iter().map(|one| one.rule.code).collect::<Vec<_>>(), [code], "{text}");
        assert_eq!(project.report(|_| true, Lang::Ja).unwrap(), command(folder.path(), None, Lang::Ja), "{text}");
        let wanted = project.report(|path| path == MIHON || path == Settings::PATH, Lang::En).unwrap();
        assert_eq!(wanted, command(folder.path(), Some(MIHON), Lang::En), "{text}");
        compare_page(&project, Some(&settings), &broken, Lang::En);
    }
}

#[test]
fn every_hostile_file_is_found_as_it_is_in_the_place_of_the_one_before_it() {
    let (folder, mut project) = both(support::shared_files());
    let mut hostile: Vec<_> =
        std::fs::read_dir(support::root().join("tests/hostile")).unwrap().map(|entry| entry.unwrap().path()).collect();
    hostile.sort();
    assert!(hostile.len() > 50);
    let (mut session, mut on_page) = (page(Lang::En, &support::shared_files(), &[MIHON]), 0);
    session.open(code(MIHON), Some(String::new())).unwrap();
    for path in hostile {
        let file = RawFile { path: MIHON.to_owned(), content: Content::Bytes(std::fs::read(&path).unwrap()) };
        write(folder.path(), &file);
        project.write(file);
        project.settle();
        let found = project.report(|path| path == MIHON, Lang::En).unwrap();
        assert_eq!(found, command(folder.path(), Some(MIHON), Lang::En), "{}", path.display());
        // A page holds text; what is none cannot be put into it.
        if let Ok(text) = std::fs::read_to_string(&path) {
            assert_eq!(session.diagnostics(&text).unwrap(), found, "{}", path.display());
            assert!(session.page(&text, None).is_ok() && session.form(&text).is_ok() && session.diff(&text).is_ok());
            on_page += 1;
        }
        // What an editor asks of any text ends in an answer.
        let text = project.text(MIHON);
        for at in (0..=text.len()).step_by(9).filter(|at| text.is_char_boundary(*at)) {
            let _ = (project.completion(MIHON, at, Lang::En), project.hover(MIHON, at, Lang::Ja));
            let _ = (project.definition(MIHON, at), project.rename(MIHON, at, "x"));
        }
        let _ = (project.symbols(MIHON, Lang::Ja), project.folds(MIHON), project.layout(MIHON));
        let _ = project.repaired(Repairs::All, |path| path == MIHON);
    }
    assert!(on_page > 50);
}
