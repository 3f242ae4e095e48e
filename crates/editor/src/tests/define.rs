use std::collections::BTreeSet;

use madoguchi_schema::fault::{Edit, Reference};
use madoguchi_schema::load::Document;
use madoguchi_schema::references::Refers as _;
use madoguchi_schema::scalar::{Day, Scalar as _};

use super::{KANAZAWA, MIHON, edit, files, project};
use crate::define::{Occurrence, RenameError, Target};
use crate::project::Project;

/// The texts at places.
fn texts(project: &Project, found: &[Occurrence]) -> Vec<(String, String)> {
    let text = |one: &Occurrence| one.span.slice(&project.text(&one.path)).unwrap().to_owned();
    found.iter().map(|one| (one.path.clone(), text(one))).collect()
}

fn applied(text: &str, edits: &[Edit]) -> String {
    let mut text = text.to_owned();
    for edit in edits.iter().rev() {
        text.replace_range(edit.span.start..edit.span.end, &edit.text);
    }
    text
}

#[test]
fn the_ids_of_every_municipality_are_those_that_its_types_refer_to() {
    let project = Project::new(files(|_| true), Day::parse("2026-11-23").unwrap()).unwrap();
    for file in &project.loaded().files {
        let Some(Document::Municipality(city)) = &file.document else { continue };
        let mut expected: BTreeSet<(&str, String)> = BTreeSet::new();
        city.references(&mut |to, id, _| {
            expected.insert((to.name(), id.to_owned()));
        });
        let mut found: BTreeSet<(&str, String)> = BTreeSet::new();
        let mut at = 0;
        // Where an id of the types stands in the text, there is the same id.
        for word in file.text.split_inclusive(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')) {
            let id = word.trim_end_matches(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
            if expected.iter().any(|(_, known)| known == id)
                && let Some((Target::Id(of, id), _)) = project.target(&file.path, at)
            {
                found.insert((of.name(), id));
            }
            at += word.len();
        }
        let missing: Vec<_> = expected.difference(&found).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", file.path);
    }
}

#[test]
fn an_id_leads_to_its_definition_in_its_file_or_in_a_vocabulary() {
    let mut project = project();
    let mut definition = |old: &str, new: &str| {
        let at = edit(&mut project, old, new);
        let found = project.definition(MIHON, at);
        texts(&project, &found)
    };
    let here = |id: &str| vec![(MIHON.to_owned(), id.to_owned())];
    let in_vocabulary = |name: &str, id: &str| vec![(format!("vocabulary/{name}.yaml"), id.to_owned())];
    assert_eq!(definition("at: [city-hall]", "at: [city-¦hall]"), here("city-hall"));
    assert_eq!(definition("identity: A | B", "identity: A | ¦B"), here("B"));
    assert_eq!(
        definition("- power-of-attorney", "- power-¦of-attorney"),
        in_vocabulary("documents", "power-of-attorney")
    );
    assert_eq!(definition("only_if: under-15\n", "only_if: und¦er-15\n"), in_vocabulary("conditions", "under-15"));
    // The city's own name for a form, then the vocabulary's.
    let both = [here("inquiry-reply"), in_vocabulary("documents", "inquiry-reply")].concat();
    assert_eq!(definition("              - inquiry-reply", "              - inquiry-¦reply"), both);
    assert_eq!(definition("title: マイナンバー", "title: マイ¦ナンバー"), []);
    let allow = "allow:\n  - rule: unofficial-host\n    at: sources.pin.url\n    because: x\nslips:";
    assert_eq!(definition("slips:", &allow.replace("sources", "sou¦rces")), here("url"));
}

#[test]
fn an_id_is_found_wherever_it_is_used() {
    let mut project = project();
    let at = edit(&mut project, "  branches:\n", "  branch¦es:\n");
    let found = project.references(MIHON, at, false);
    assert_eq!(texts(&project, &found), vec![(MIHON.to_owned(), "branches".to_owned()); 2]);
    assert_eq!(project.references(MIHON, at, true).len(), 3);
    // A document of the vocabulary is used in many files.
    let documents = project.text("vocabulary/documents.yaml");
    let at = documents.find("  my-number-card:").unwrap() + 4;
    let found = project.references("vocabulary/documents.yaml", at, false);
    let paths: BTreeSet<&str> = found.iter().map(|one| one.path.as_str()).collect();
    assert!(paths.contains(MIHON) && paths.contains(KANAZAWA) && !paths.contains("vocabulary/documents.yaml"));
    let allow = "allow:\n  - rule: unofficial-ho¦st\n    at: sources.pin.url\n    because: x\nslips:";
    let at = edit(&mut project, "slips:", allow);
    let found = project.references(MIHON, at, true);
    assert_eq!(texts(&project, &found), [(MIHON.to_owned(), "unofficial-host".to_owned())]);
}

#[test]
fn an_id_that_the_file_defines_is_renamed_wherever_it_stands_and_nothing_else() {
    let mut project = project();
    let allow = "allow:\n  - rule: unofficial-host\n    at: sources.pin.url\n    because: x\nslips:";
    edit(&mut project, "slips:", &format!("{allow}¦"));
    for (old, new, name, times) in [
        ("  branches:\n", "  bran¦ches:\n", "offices", 3),
        ("\n  pin:\n    url", "\n  p¦in:\n    url", "page", 2),
        ("  A:\n", "  A¦:\n", "P", 9),
        ("  inquiry-reply:\n", "  inquiry-¦reply:\n", "inquiry-letter", 4),
    ] {
        let at = edit(&mut project, old, new);
        let before = project.text(MIHON);
        let span = project.renamed(MIHON, at).unwrap();
        let id = span.slice(&before).unwrap().to_owned();
        let edits = project.rename(MIHON, at, name).unwrap();
        assert_eq!(edits.len(), times, "{id}");
        assert!(edits.iter().all(|edit| edit.span.slice(&before) == Some(&id)), "{id}");
        let after = applied(&before, &edits);
        assert_eq!(after.len() + times * id.len(), before.len() + times * name.len());
        if name != "inquiry-letter" {
            project.write(super::raw(MIHON, &after));
            project.settle();
            let found = project.checked(|path| path == MIHON).diagnostics;
            assert!(found.iter().all(|one| one.rule.name != "unknown-reference"), "{found:?}");
            project.write(super::raw(MIHON, &before));
        }
    }
}

#[test]
fn what_is_no_id_of_the_file_is_not_renamed_and_no_id_is_made_of_anything_else() {
    let mut project = project();
    for (old, new) in [
        ("title: マイナンバー", "title: マイ¦ナンバー"),
        ("- power-of-attorney", "- power-¦of-attorney"),
        ("only_if: under-15\n", "only_if: und¦er-15\n"),
        ("    kind: main", "    ki¦nd: main"),
        ("  pin-change:", "  pin-ch¦ange:"),
        ("# yaml", "# y¦aml"),
    ] {
        let at = edit(&mut project, old, new);
        assert_eq!(project.renamed(MIHON, at), Err(RenameError::NotDefinedHere), "{new}");
    }
    let at = edit(&mut project, "  branches:\n", "  branch¦es:\n");
    for name in ["", "Offices", "a b", "a--b", "窓口", "a:", "A"] {
        assert_eq!(project.rename(MIHON, at, name), Err(RenameError::NoId), "{name}");
    }
    assert_eq!(project.rename(MIHON, at, "city-hall"), Err(RenameError::Taken));
    assert!(matches!(project.target(MIHON, at), Some((Target::Id(Reference::Counter, _), _))));
}
