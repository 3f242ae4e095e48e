//! The command as a person or a script calls it: exit status, streams, determinism, and what is left
//! of a site when a build is killed.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

#[path = "support/project.rs"]
mod project;
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

fn madoguchi(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_madoguchi"));
    command
        .args(arguments)
        .current_dir(support::root())
        .env("LANG", "en_US.UTF-8")
        .env_remove("LC_ALL")
        .stdin(Stdio::null());
    command
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    fn walk(folder: &Path, base: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, base, found);
            } else {
                found.insert(path.strip_prefix(base).unwrap().to_path_buf(), fs::read(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(folder, folder, &mut found);
    found
}

const KANAZAWA: &str = "datasets/municipalities/17-ishikawa/172014-kanazawa.yaml";

fn break_kanazawa(project: &Path) {
    let path = project.join(KANAZAWA);
    let broken = fs::read_to_string(&path).unwrap().replacen("    read: whole", "    raed: whole", 1);
    fs::write(&path, broken).unwrap();
}

#[test]
fn without_a_word_it_shows_the_way_to_build() {
    let output = madoguchi(&[]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).contains("madoguchi build"));
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn the_exit_status_tells_findings_from_a_call_that_failed() {
    let project = project::copy();
    let root = project.path().to_str().unwrap();
    assert_eq!(madoguchi(&["check", "--root", root]).status.code(), Some(0));
    break_kanazawa(project.path());
    assert_eq!(madoguchi(&["check", "--root", root]).status.code(), Some(1));
    assert_eq!(madoguchi(&["check", "--root", "/nowhere"]).status.code(), Some(2));
    assert_eq!(madoguchi(&["check", "--root", root, "Cargo.toml"]).status.code(), Some(2));
    assert_eq!(madoguchi(&["chekc"]).status.code(), Some(2));
    assert_eq!(madoguchi(&["check", "--today", "21.11.2026"]).status.code(), Some(2));
}

#[test]
fn repairs_are_made_when_asked_for_and_guesses_only_when_allowed() {
    let project = project::copy();
    let root = project.path().to_str().unwrap();
    let path = project.path().join(KANAZAWA);
    let right = fs::read_to_string(&path).unwrap();
    break_kanazawa(project.path());
    assert_eq!(madoguchi(&["check", "--root", root, "--fix"]).status.code(), Some(1));
    assert_ne!(fs::read_to_string(&path).unwrap(), right, "a misspelled key is a guess");
    assert_eq!(madoguchi(&["check", "--root", root, "--fix", "--unsafe-fixes"]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(&path).unwrap(), right);
}

#[test]
fn only_the_named_files_are_reported() {
    let project = project::copy();
    let root = project.path().to_str().unwrap();
    break_kanazawa(project.path());
    let chiba = "datasets/municipalities/12-chiba";
    assert_eq!(madoguchi(&["check", "--root", root, chiba]).status.code(), Some(0));
    assert_eq!(madoguchi(&["check", "--root", root, KANAZAWA]).status.code(), Some(1));
}

#[test]
fn the_report_for_programs_is_json_with_a_version() {
    let project = project::copy();
    break_kanazawa(project.path());
    let output = madoguchi(&["check", "--format", "json", "--root", project.path().to_str().unwrap()]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["version"], 1);
    assert_eq!(report["diagnostics"][0]["code"], "K001");
    assert_eq!(report["diagnostics"][0]["path"], KANAZAWA);
    assert_eq!(report["diagnostics"][0]["place"]["start"]["line"], 11);
}

#[test]
fn two_builds_give_the_same_bytes_and_a_second_one_writes_nothing() {
    let place = tempfile::tempdir().unwrap();
    let (a, b) = (place.path().join("a"), place.path().join("b"));
    for out in [&a, &b] {
        assert_eq!(madoguchi(&["build", "--out", out.to_str().unwrap()]).status.code(), Some(0));
    }
    assert_eq!(files(&a), files(&b));
    let again = madoguchi(&["build", "--out", a.to_str().unwrap()]);
    assert!(text(&again.stdout).contains("(0 written, 0 removed)"), "{}", text(&again.stdout));
}

#[test]
fn every_fictional_city_has_its_pages() {
    let project = project::copy();
    let fixtures = support::root().join("tests/fixtures/municipalities");
    project::copy_folder(&fixtures, &project.path().join("datasets/municipalities"));
    let output = madoguchi(&["build", "--root", project.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let site = files(&project.path().join("site"));
    let mihon = text(&site[Path::new("m/991007/pin-reset.html")]);
    assert!(mihon.contains("見本市"));
    assert!(site.len() > 100, "{}", site.len());
}

#[test]
fn broken_data_leave_the_old_site_as_it_was() {
    let project = project::copy();
    let root = project.path().to_str().unwrap();
    let site = project.path().join("site");
    assert_eq!(madoguchi(&["build", "--root", root]).status.code(), Some(0));
    let before = files(&site);
    break_kanazawa(project.path());
    let output = madoguchi(&["build", "--root", root]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), "");
    assert!(text(&output.stderr).contains("unknown-key"));
    assert_eq!(files(&site), before);
}

#[test]
fn a_build_that_is_killed_leaves_a_whole_site() {
    let project = project::copy();
    let root = project.path().to_str().unwrap();
    let site = project.path().join("site");
    let build = |today: &str| command(&["build", "--root", root, "--today", today]);
    assert!(build("2026-11-23").output().unwrap().status.success());
    let old = files(&site);
    // Every page changes, so that a half-written site would show.
    let layout = project.path().join("site-templates/layout.html");
    let changed = fs::read_to_string(&layout).unwrap().replacen("</body>", "<!-- changed --></body>", 1);
    fs::write(&layout, changed).unwrap();
    let other = project.path().join("other");
    let whole = command(&["build", "--root", root, "--today", "2026-11-23", "--out", other.to_str().unwrap()]);
    assert!({ whole }.output().unwrap().status.success());
    let new = files(&other);
    assert_ne!(old, new);
    for wait in (0..400).step_by(8) {
        let mut running = build("2026-11-23").stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        let _ = running.kill();
        running.wait().unwrap();
        let found = files(&site);
        assert!(found == old || found == new, "killed after {wait} ms");
        if found == new {
            return;
        }
    }
    assert!(build("2026-11-23").output().unwrap().status.success());
    assert_eq!(files(&site), new);
}

#[test]
fn every_form_of_the_report_can_be_asked_for() {
    let project = project::copy();
    break_kanazawa(project.path());
    let root = project.path().to_str().unwrap();
    let report = |format: &str| {
        let output = madoguchi(&["check", "--format", format, "--root", root]);
        assert_eq!(output.status.code(), Some(1), "{format}");
        text(&output.stdout)
    };
    let concise = report("concise");
    assert!(concise.starts_with(&format!("{KANAZAWA}:11:5: error[K001 unknown-key] ")), "{concise}");
    assert!(report("github").starts_with(&format!("::error file={KANAZAWA},line=11,")));
    let sarif: serde_json::Value = serde_json::from_str(&report("sarif")).unwrap();
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "K001");
    let rdjson: serde_json::Value = serde_json::from_str(&report("rdjson")).unwrap();
    assert_eq!(rdjson["diagnostics"][0]["suggestions"][0]["text"], "read");
    assert!(report("junit").contains("<failure type=\"error\""));
    assert_eq!(madoguchi(&["check", "--format", "xml"]).status.code(), Some(2));
}

#[test]
fn the_settings_beside_the_dataset_set_levels_and_are_checked_themselves() {
    let project = project::copy();
    let root = project.path().to_str().unwrap();
    let path = project.path().join(KANAZAWA);
    let elsewhere = fs::read_to_string(&path).unwrap().replacen("www4.city.kanazawa.lg.jp/", "kanazawa.example.jp/", 1);
    fs::write(&path, elsewhere).unwrap();
    let check = |settings: &str| {
        fs::write(project.path().join("madoguchi.yaml"), settings).unwrap();
        let output = madoguchi(&["check", "--format", "concise", "--root", root]);
        (output.status.code(), text(&output.stdout))
    };
    let (code, found) = check("levels: {}\n");
    assert!(code == Some(0) && found.contains(": warning[U001 unofficial-host] "), "{found}");
    assert_eq!(check("levels: { unofficial-host: off }\n"), (Some(0), String::new()));
    let (code, found) = check("levels: { unofficial-host: error }\n");
    assert!(code == Some(1) && found.contains(": error[U001 unofficial-host] "), "{found}");
    assert_eq!(madoguchi(&["build", "--root", root]).status.code(), Some(1));
    let (code, found) = check("levels: { unoficial-host: off, missing-key: note }\n");
    assert!(code == Some(1) && found.starts_with("madoguchi.yaml:1:11: error[A002 unknown-rule] "), "{found}");
    assert!(found.contains("madoguchi.yaml:1:45: error[A004 fixed-level] "), "{found}");
    // They are wrong for whatever part of the dataset is asked about.
    let chiba = ["check", "--root", root, "datasets/municipalities/12-chiba"];
    assert_eq!(madoguchi(&chiba).status.code(), Some(1));
}

#[test]
fn a_rule_is_explained_and_an_unknown_one_is_a_call_that_failed() {
    let list = madoguchi(&["explain"]);
    assert_eq!(list.status.code(), Some(0));
    assert!(text(&list.stdout).lines().any(|line| line.starts_with("U001  warning  unofficial-host")));
    let page = madoguchi(&["explain", "a001"]);
    assert!(text(&page.stdout).starts_with("warning[A001 unused-allowance]: "));
    assert_eq!(page.stdout, madoguchi(&["explain", "unused-allowance"]).stdout);
    let japanese = text(&madoguchi(&["explain", "A001", "--lang", "ja"]).stdout);
    assert!(japanese.contains("まちがいの例:") && japanese.contains("正しい例:"), "{japanese}");
    let unknown = madoguchi(&["explain", "unused-alowance"]);
    assert_eq!((unknown.status.code(), text(&unknown.stdout)), (Some(2), String::new()));
    assert!(text(&unknown.stderr).contains("Did you mean unused-allowance?"), "{}", text(&unknown.stderr));
    assert_eq!(madoguchi(&["explain", "U9999999"]).status.code(), Some(2));
}

#[test]
fn help_is_in_both_languages() {
    for (lang, word) in [("en", "one line a finding"), ("ja", "1件1行")] {
        let help = madoguchi(&["check", "--help", "--lang", lang]);
        assert!(text(&help.stdout).replace(['\n', ' '], "").contains(&word.replace(' ', "")), "{lang}");
    }
    for (lang, word) in [("en", "List all rules"), ("ja", "規則")] {
        let help = text(&madoguchi(&["explain", "--help", "--lang", lang]).stdout);
        assert!(help.to_lowercase().contains(&word.to_lowercase()), "{help}");
    }
}

#[test]
fn a_call_that_is_refused_says_what_was_meant_or_how_it_is_written() {
    let calls: [(&[&str], &str); 4] = [
        (&["chek"], "There is no command chek.\nDid you mean schema, check?"),
        (&["check", "--format", "xml"], "--format <FORMAT> cannot be xml.\nPossible: human, "),
        (&["serve", "--port", "99999"], "--port <PORT> cannot be 99999.\nA port is a number from 0 to 65535; "),
        (
            &["serve", "--host", "localhost"],
            "--host <ADDRESS> cannot be localhost.\nWrite the address of a machine as ",
        ),
    ];
    for (call, expected) in calls {
        let refused = madoguchi(&[call, &["--lang", "en"]].concat());
        assert_eq!(refused.status.code(), Some(2), "{call:?}");
        assert!(text(&refused.stderr).contains(expected), "{call:?}: {}", text(&refused.stderr));
    }
}

#[test]
fn fmt_lays_files_out_once_and_leaves_what_is_broken() {
    let project = project::copy();
    let root = project.path().to_str().unwrap();
    let path = project.path().join(KANAZAWA);
    let right = fs::read_to_string(&path).unwrap();
    let run = |arguments: &[&str]| madoguchi(&[&["fmt", "--root", root], arguments].concat());
    assert_eq!(run(&["--check"]).status.code(), Some(0));

    let ugly = right.replacen("name: { ja: ", "name:   {ja: ", 1);
    assert_ne!(ugly, right);
    fs::write(&path, &ugly).unwrap();
    let checked = run(&["--check"]);
    assert_eq!(checked.status.code(), Some(1));
    assert!(text(&checked.stdout).contains("172014-kanazawa.yaml"));
    assert_eq!(fs::read_to_string(&path).unwrap(), ugly);
    assert_eq!(run(&[KANAZAWA]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(&path).unwrap(), right);
    let before = files(project.path());
    assert_eq!(run(&[]).status.code(), Some(0));
    assert_eq!(files(project.path()), before);

    let broken = ugly.replacen("\nname:", "\nname: [", 1);
    fs::write(&path, &broken).unwrap();
    let output = run(&[KANAZAWA]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("172014-kanazawa.yaml:"), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("F006 syntax"));
    assert_eq!(fs::read_to_string(&path).unwrap(), broken);
    assert_eq!(run(&["datasets/LICENSE"]).status.code(), Some(2));
    for lang in ["ja", "en"] {
        assert_eq!(run(&["--lang", lang, "--check", "datasets/national"]).status.code(), Some(0));
    }
    assert_eq!(run(&["nowhere.yaml"]).status.code(), Some(2));
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut git = Command::new("git");
    let name = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"];
    let output = git.arg("-C").arg(folder).args(name).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// A repository with two commits: in the second Kanazawa's file is elsewhere and names another fee.
fn repository() -> tempfile::TempDir {
    let project = project::copy();
    let path = project.path().join(KANAZAWA);
    git(project.path(), &["init", "-q", "-b", "main"]);
    git(project.path(), &["add", "datasets"]);
    git(project.path(), &["commit", "-q", "-m", "one"]);
    let text = fs::read_to_string(&path).unwrap().replacen("Mo-Fr 08:30-17:15", "Mo-Fr 09:00-17:00", 1);
    fs::write(&path, text).unwrap();
    git(project.path(), &["commit", "-q", "-a", "-m", "two"]);
    project
}

#[test]
fn two_revisions_are_compared_without_a_checkout() {
    let project = repository();
    let root = project.path().to_str().unwrap();
    fs::remove_file(project.path().join(KANAZAWA)).unwrap();
    let output = madoguchi(&["diff", "HEAD~1", "HEAD", "--root", root]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let shown = text(&output.stdout);
    assert!(shown.contains("Kanazawa (Ishikawa)") && shown.contains("9:00–17:00"), "{shown}");
    assert!(!shown.contains("withdrawn"), "the working tree is not looked at: {shown}");
    let same = madoguchi(&["diff", "HEAD", "HEAD", "--root", root, "--lang", "ja"]);
    assert_eq!(text(&same.stdout), "住民から見た変更はありません。\n");
    let json = madoguchi(&["diff", "HEAD~1", "HEAD", "--root", root, "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!((&report["version"], &report["feed"][0]["municipality"]), (&1.into(), &"172014".into()));
}

#[test]
fn what_is_no_folder_and_no_revision_is_refused() {
    let project = repository();
    let root = project.path().to_str().unwrap();
    for name in ["nowhere", "HEAD~7", "--output=x", "-x", "HEAD:datasets", "", "HEAD\nHEAD"] {
        let output = madoguchi(&["diff", "--root", root, "--", name, "HEAD"]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(text(&output.stderr).contains("no revision") && output.stdout.is_empty(), "{name}");
    }
    let without = command(&["diff", "HEAD", "HEAD", "--root", root]).env("PATH", "").output().unwrap();
    assert_eq!(without.status.code(), Some(2));
    assert!(text(&without.stderr).contains("git"), "{}", text(&without.stderr));
}

#[test]
fn a_file_with_faults_is_left_out_of_both_sides_and_named() {
    let (base, head) = (project::copy(), project::copy());
    break_kanazawa(head.path());
    let izumi = head.path().join("datasets/municipalities/27-osaka/272191-izumi.yaml");
    fs::rename(&izumi, izumi.with_file_name("elsewhere.yaml")).unwrap();
    let documents = head.path().join("datasets/vocabulary/documents.yaml");
    fs::write(&documents, "entries: [").unwrap();
    let paths = [base.path().to_str().unwrap(), head.path().to_str().unwrap()];
    let output = madoguchi(&["diff", paths[0], paths[1], "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let left_out = report["left_out"].as_array().unwrap();
    assert_eq!(left_out.len(), 3, "{left_out:?}");
    assert!(left_out.iter().all(|file| file["side"] == "head" && file["findings"].as_u64() > Some(0)));
    assert_eq!(report["changes"], 0, "{report:#}");
}

#[test]
fn a_new_file_outside_of_the_data_says_where_it_belongs() {
    let project = project::copy();
    let (root, out) = (project.path().to_str().unwrap(), project.path().join("nara.yaml"));
    let made = madoguchi(&["new", "奈良市", "--lang", "en", "--root", root, "--out", out.to_str().unwrap()]);
    let said = String::from_utf8(made.stderr).unwrap();
    let place = "datasets/municipalities/29-nara/292010-nara.yaml";
    assert!(said.contains(&format!("to {place}, then run madoguchi check {place}")), "{said}");
}

#[test]
fn a_new_file_is_laid_out_and_lacks_no_more_than_what_is_to_be_filled_in() {
    let project = project::copy();
    let root = project.path().to_str().unwrap();
    let path = project.path().join("datasets/municipalities/29-nara/292010-nara.yaml");
    assert_eq!(madoguchi(&["new", "奈良市", "--root", root]).status.code(), Some(0));
    let path_text = path.to_str().unwrap();
    assert_eq!(madoguchi(&["fmt", "--check", path_text]).status.code(), Some(0));
    let check = madoguchi(&["check", "--root", root, "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&check.stdout).unwrap();
    let lines: Vec<u64> = report["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| found["place"]["start"]["line"].as_u64().unwrap())
        .collect();
    let written = fs::read_to_string(&path).unwrap();
    let empty: Vec<u64> =
        (1..).zip(written.lines()).filter(|(_, line)| line.ends_with(": \"\"")).map(|(at, _)| at).collect();
    assert_eq!(lines, empty);
    let filled = written
        .replacen("url: \"\"", "url: https://www.city.nara.lg.jp/soshiki/13/1.html", 1)
        .replacen("title: \"\"", "title: 暗証番号", 1)
        .replacen("page_date: \"\"", "page_date: unknown", 1)
        .replacen("read: \"\"", "read: part", 1);
    fs::write(&path, filled).unwrap();
    let check = madoguchi(&["check", "--root", root]);
    assert_eq!(check.status.code(), Some(0), "{}", text(&check.stdout));
    for name in ["292010", "172014", "松前町", "999999", "nowhere"] {
        let output = madoguchi(&["new", name, "--root", root]);
        assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(2), true), "{name}");
    }
}

#[test]
fn data_of_an_earlier_format_is_migrated_once_and_passes_the_check() {
    let project = project::copy();
    let root = project.path().to_str().unwrap();
    let path = project.path().join(KANAZAWA);
    let written = fs::read_to_string(&path).unwrap();
    // The page as it was a year before, as a second source: so files were written before `replaced_by`.
    let earlier = "  earlier: # a copy\n    url: https://www4.city.kanazawa.lg.jp/kurashi_tetsuzuki/todokede_shomei/mynumber_jukinet/1/26086.html\n    title: マイナンバーカードの暗証番号について\n    page_date: unknown\n    read_on: 2025-11-21\n    read: part # from a copy\n";
    let before = written.replacen("\nterms:\n", &format!("{earlier}\nterms:\n"), 1);
    fs::write(&path, &before).unwrap();
    assert_eq!(madoguchi(&["migrate", "--check", "--root", root]).status.code(), Some(1));
    assert_eq!(fs::read_to_string(&path).unwrap(), before);
    assert_eq!(madoguchi(&["migrate", "--root", root]).status.code(), Some(0));
    let after = fs::read_to_string(&path).unwrap();
    assert_eq!(after, before.replacen("# from a copy\n", "# from a copy\n    replaced_by: pin\n", 1));
    assert_eq!(fs::read_to_string(project.path().join("madoguchi.yaml")).unwrap(), "format: 2\n");
    assert_eq!(madoguchi(&["migrate", "--check", "--root", root]).status.code(), Some(0));
    let checked = madoguchi(&["check", "--root", root, "--today", "2026-11-23"]);
    assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stdout));
    fs::write(project.path().join("madoguchi.yaml"), "levels: {}\nformat: 99 # later\n").unwrap();
    assert_eq!(madoguchi(&["migrate", "--root", root]).status.code(), Some(2));
}
