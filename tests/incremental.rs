//! A build beside what the last one left is, byte for byte, a build from nothing, whatever was changed in between.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

#[path = "support/project.rs"]
mod project;
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use proptest::prelude::*;
use proptest::sample::Index;
use walkdir::WalkDir;

/// Enough municipalities for there to be what most of them say.
const FEW: [&str; 5] = ["04-miyagi", "12-chiba", "13-tokyo", "17-ishikawa", "27-osaka"];

/// What somebody does between two builds.
#[derive(Debug, Clone)]
enum Edit {
    /// A municipality's page was read on another day.
    Read(Index, u8),
    /// A counter closes an hour earlier.
    Hours(Index),
    /// Nothing of what it says is changed.
    Comment(Index),
    Remove(Index),
    Rename(Index),
    /// What was removed or renamed is as it was at first.
    Restore,
    Template,
    Message,
    Style,
    Vocabulary,
    NationalRule,
    Address,
    Program,
    /// A file of the site is another than it was made, or gone.
    Spoil(Index),
    Lose(Index),
    /// What the last build remembers is gone.
    Forget,
    Nothing,
}

fn edit() -> impl Strategy<Value = Edit> {
    use Edit as E;
    let any = any::<Index>;
    prop_oneof![
        4 => (any(), 10..28u8).prop_map(|(at, day)| E::Read(at, day)),
        4 => any().prop_map(E::Hours),
        2 => any().prop_map(E::Comment),
        2 => any().prop_map(E::Remove),
        2 => any().prop_map(E::Rename),
        2 => any().prop_map(E::Spoil),
        2 => any().prop_map(E::Lose),
        4 => Just(E::Restore),
        7 => prop::sample::select(vec![
            E::Template, E::Message, E::Style, E::Vocabulary, E::NationalRule, E::Address, E::Program,
            E::Forget, E::Nothing,
        ]),
    ]
}

struct Project {
    folder: tempfile::TempDir,
    /// The municipalities' files as they were at first.
    first: BTreeMap<PathBuf, String>,
    program: PathBuf,
    has_address: bool,
}

impl Project {
    fn new() -> Self {
        let folder = project::copy();
        for name in FEW {
            let below = Path::new("datasets/municipalities").join(name);
            project::copy_folder(&support::root().join(&below), &folder.path().join(below));
        }
        let mut project =
            Self { program: folder.path().join("madoguchi"), folder, first: BTreeMap::new(), has_address: false };
        fs::copy(env!("CARGO_BIN_EXE_madoguchi"), &project.program).unwrap();
        project.first = project.municipalities().into_iter().map(|path| (path.clone(), read(&path))).collect();
        assert!(project.first.len() > 12);
        project
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn municipalities(&self) -> Vec<PathBuf> {
        files(&self.at("datasets/municipalities"))
            .into_iter()
            .filter(|path| path.ends_with(".yaml"))
            .map(|path| self.at("datasets/municipalities").join(path))
            .collect()
    }

    /// A build; none where the data are not right.
    fn build(&self, out: &Path) -> Option<String> {
        let mut call = Command::new(&self.program);
        call.args(["build", "--today", "2026-11-22", "--lang", "en", "--root"])
            .arg(self.folder.path())
            .arg("--out")
            .arg(out);
        if self.has_address {
            call.args(["--base-url", "https://example.org/x/", "--repository", "https://example.org/r"]);
        }
        let output = call.stdin(Stdio::null()).output().unwrap();
        assert!(output.status.code().is_some_and(|code| code < 2), "{output:?}");
        output.status.success().then(|| String::from_utf8(output.stdout).unwrap())
    }

    fn edit(&mut self, edit: &Edit) {
        match edit {
            Edit::Read(at, day) => {
                let path = at.get(&self.municipalities()).clone();
                let text = read(&path);
                let (before, after) = text.split_once("read_on: ").unwrap();
                fs::write(path, format!("{before}read_on: 2026-10-{day}{}", &after[10..])).unwrap();
            }
            Edit::Hours(at) => {
                let path = at.get(&self.municipalities()).clone();
                fs::write(&path, read(&path).replacen("-17:", "-16:", 1)).unwrap();
            }
            Edit::Comment(at) => append(at.get::<PathBuf>(&self.municipalities()), "# a note\n"),
            Edit::Remove(at) => fs::remove_file(at.get::<PathBuf>(&self.municipalities())).unwrap(),
            Edit::Rename(at) => {
                let path = at.get(&self.municipalities()).clone();
                fs::rename(&path, path.with_extension("").to_str().unwrap().to_owned() + "-x.yaml").unwrap();
            }
            Edit::Restore => {
                self.municipalities().into_iter().for_each(|path| fs::remove_file(path).unwrap());
                self.first.iter().for_each(|(path, text)| fs::write(path, text).unwrap());
            }
            Edit::Template => append(&self.at("site-templates/layout.html"), "<!-- x -->\n"),
            Edit::Message => replace(&self.at("site-templates/messages/en/home.ftl"), " = ", " = x "),
            Edit::Style => append(&self.at("site-templates/styles/site/1-tokens.css"), "p { margin: 0 }\n"),
            Edit::Vocabulary => replace(&self.at("datasets/vocabulary/applicants.yaml"), "en: ", "en: X "),
            Edit::NationalRule => replace(&self.at("datasets/national/baseline.yaml"), "en: ", "en: X "),
            Edit::Address => self.has_address = !self.has_address,
            Edit::Program => append(&self.program, "\0"),
            Edit::Spoil(at) => append(at.get::<PathBuf>(&self.made()), "x"),
            Edit::Lose(at) => fs::remove_file(at.get::<PathBuf>(&self.made())).unwrap(),
            Edit::Forget => drop(fs::remove_file(self.at(".site.made"))),
            Edit::Nothing => {}
        }
    }

    fn made(&self) -> Vec<PathBuf> {
        files(&self.at("site")).into_iter().map(|path| self.at("site").join(path)).collect()
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn append(path: &Path, text: &str) {
    fs::File::options().append(true).open(path).unwrap().write_all(text.as_bytes()).unwrap();
}

fn replace(path: &Path, from: &str, to: &str) {
    let text = read(path);
    assert!(text.contains(from), "{path:?}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

fn files(folder: &Path) -> Vec<String> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(|entry| entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned()).collect()
}

fn assert_same(kept: &Path, clean: &Path) {
    assert_eq!(files(kept), files(clean));
    for path in files(clean) {
        assert!(fs::read(kept.join(&path)).unwrap() == fs::read(clean.join(&path)).unwrap(), "{path}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, max_shrink_iters: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_build_after_any_edits_is_a_build_from_nothing(edits in prop::collection::vec(prop::collection::vec(edit(), 1..3), 6)) {
        let mut project = Project::new();
        project.build(&project.at("site")).unwrap();
        for edits in edits {
            for edit in &edits {
                project.edit(edit);
            }
            let clean = tempfile::tempdir().unwrap();
            let out = clean.path().join("site");
            let built = project.build(&out);
            prop_assert_eq!(project.build(&project.at("site")).is_some(), built.is_some());
            match built {
                Some(_) => assert_same(&project.at("site"), &out),
                // What stands in the way of a site stands in the way of the next step, too.
                None => project.edit(&Edit::Restore),
            }
        }
    }
}

#[test]
fn a_changed_fact_rewrites_its_pages_and_what_is_drawn_from_all() {
    let project = Project::new();
    let site = project.at("site");
    project.build(&site).unwrap();
    let times = || -> BTreeMap<String, SystemTime> {
        files(&site)
            .into_iter()
            .map(|path| (path.clone(), fs::metadata(site.join(path)).unwrap().modified().unwrap()))
            .collect()
    };
    let before = times();
    std::thread::sleep(std::time::Duration::from_millis(20));
    let kanazawa = project.at("datasets/municipalities/17-ishikawa/172014-kanazawa.yaml");
    replace(&kanazawa, "Mo-Fr 09:00-17:45", "Mo-Fr 09:00-17:30");
    project.build(&site).unwrap();
    let after = times();
    let written: Vec<&str> =
        after.iter().filter(|(path, time)| before.get(*path) != Some(time)).map(|(path, _)| path.as_str()).collect();
    assert!(written.contains(&"m/172014/pin-reset.html"), "{written:?}");
    assert!(written.contains(&"data/facts.csv"), "{written:?}");
    let of_others = |path: &&&str| (path.contains("m/") || path.contains("checklist/")) && !path.contains("172014");
    assert_eq!(written.iter().find(of_others), None);
    let said = project.build(&site).unwrap();
    assert!(said.contains("(0 written, 0 removed)"), "{said}");
    assert_eq!(times(), after);
}
