//! `check --fix`: repairs by bytes, comments and layout kept, never for the worse.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

mod support;

use madoguchi_schema::load::{Content, RawFile};
use madoguchi_schema::shape::Shapes;
use madoguchi_validator::{Repairs, fix};

const KANAZAWA: &str = "municipalities/17-ishikawa/172014-kanazawa.yaml";

fn kanazawa() -> String {
    support::text(&support::dataset_files().into_iter().find(|file| file.path == KANAZAWA).unwrap())
}

/// The text of Kanazawa's file after its repair; `None` where it was left as it was.
fn repaired(text: &str, repairs: Repairs) -> Option<String> {
    let mut files = support::dataset_files();
    files.retain(|file| file.path != KANAZAWA);
    files.push(RawFile { path: KANAZAWA.into(), content: Content::Bytes(text.as_bytes().to_vec()) });
    fix(files, &Shapes::new().unwrap(), support::today(), repairs, |_| true)
        .texts
        .remove(KANAZAWA)
        .map(|text| text.to_string())
}

#[test]
fn what_is_right_is_left_alone() {
    let files = support::dataset_files();
    let done = fix(files, &Shapes::new().unwrap(), support::today(), Repairs::All, |_| true);
    assert_eq!((done.edits, done.texts.len()), (0, 0));
}

#[test]
fn a_repair_gives_back_the_text_with_its_comments() {
    let right = format!("# A comment at the top.\n{}", kanazawa());
    for (from, to) in [
        ("    read: whole", "    raed: whole"),
        ("    kind: citizens-centre", "    kind: citizen-centre"),
        ("municipality: \"172014\"", "municipality: \"172015\""),
        ("document: my-number-card", "document: my-nunber-card"),
    ] {
        assert!(right.contains(from), "{from}");
        let wrong = right.replacen(from, to, 1);
        assert_eq!(repaired(&wrong, Repairs::All).as_deref(), Some(right.as_str()), "{to}");
        assert_eq!(repaired(&wrong, Repairs::Safe), None, "{to} is a guess");
    }
}

#[test]
fn a_safe_repair_keeps_the_meaning() {
    let right = kanazawa();
    let wrong = right.replacen("municipality: \"172014\"", "municipality: 172014", 1);
    assert_eq!(repaired(&wrong, Repairs::Safe).as_deref(), Some(right.as_str()));
    let wrong = format!("\u{feff}{right}");
    assert_eq!(repaired(&wrong, Repairs::Safe).as_deref(), Some(right.as_str()));
}

#[test]
fn line_ends_of_another_kind_are_written_anew_and_never_deleted() {
    let right = format!("# A comment at the top.\n{}", kanazawa());
    for repairs in [Repairs::Safe, Repairs::All] {
        assert_eq!(repaired(&right.replace('\n', "\r"), repairs).as_deref(), Some(right.as_str()));
        assert_eq!(repaired(&right.replace('\n', "\r\r\n"), repairs).as_deref(), Some(right.as_str()));
    }
}

#[test]
fn several_faults_are_repaired_at_once_and_one_that_cannot_be_stays() {
    let right = kanazawa();
    let wrong = right
        .replacen("    read: whole", "    raed: whole", 1)
        .replacen("    kind: citizens-centre", "    kind: citizen-centre", 1)
        .replacen("    page_date: unknown", "    page_date: some day", 1);
    let expected = right.replacen("    page_date: unknown", "    page_date: some day", 1);
    assert_eq!(repaired(&wrong, Repairs::All).as_deref(), Some(expected.as_str()));
}

#[test]
fn a_class_of_identity_documents_goes_under_identity() {
    let right = kanazawa();
    for (from, to) in [
        (
            "{ identity: A, of: agent, original: true, valid: true }",
            "{ document: A, of: agent, original: true, valid: true }",
        ),
        ("{ identity: A+A | A+B }", "A+A | A+B"),
        ("{ identity: \"A+A | A+B\" }", "\"A+A | A+B\""),
    ] {
        let right = right.replacen("{ identity: A+A | A+B, of: agent, original: true, valid: true }", from, 1);
        let wrong = right.replacen(from, to, 1);
        assert_ne!(wrong, right, "{from}");
        assert_eq!(repaired(&wrong, Repairs::Safe).as_deref(), Some(right.as_str()), "{to}");
    }
}
