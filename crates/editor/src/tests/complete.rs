use madoguchi_validator::Lang;

use super::{MIHON, edit, project, write};
use crate::complete::{Kind, Suggestion};
use crate::project::Project;

fn labels(found: &[Suggestion]) -> Vec<&str> {
    found.iter().map(|suggestion| suggestion.label.as_str()).collect()
}

fn completed(project: &mut Project, old: &str, new: &str) -> Vec<Suggestion> {
    let at = edit(project, old, new);
    project.completion(MIHON, at, Lang::En)
}

#[test]
fn keys_that_must_be_there_come_first_and_those_that_are_there_do_not_come() {
    let mut project = project();
    let at = write(&mut project, MIHON, "municipality: \"991007\"\n¦");
    let found = project.completion(MIHON, at, Lang::En);
    assert_eq!(labels(&found)[..2], ["name", "sources"]);
    assert!(!labels(&found).contains(&"municipality"));
    assert_eq!((found[0].kind, &*found[0].insert, &*found[0].about), (Kind::RequiredKey, "name:", "Its name."));
    assert_eq!(project.completion(MIHON, at, Lang::Ja)[0].about, "自治体の名前。");
}

#[test]
fn a_key_is_completed_in_the_middle_of_a_file_that_is_no_yaml() {
    let mut project = project();
    let found = completed(&mut project, "    read: whole\n", "    rea¦\n    note: \"\n");
    assert_eq!(found[0].label, "read");
    assert!(!labels(&found).iter().any(|label| ["url", "title", "read_on", "note"].contains(label)), "{found:?}");
    let mut project = super::project();
    let found = completed(
        &mut project,
        "{ document: my-number-card, of: principal, original: true }",
        "{ document: my-number-card, ¦",
    );
    let labels = labels(&found);
    assert!(labels.contains(&"of") && labels.contains(&"original") && !labels.contains(&"document"), "{labels:?}");
    assert!(!labels.contains(&"unclear"), "an item that names a document is not unclear");
    assert_eq!(found.iter().find(|one| one.label == "of").unwrap().insert, "of: ");
}

#[test]
fn a_key_that_has_its_colon_is_replaced_without_another() {
    let mut project = project();
    let found = completed(&mut project, "    read: whole\n", "    re¦d: whole\n");
    let read = found.iter().find(|one| one.label == "read").unwrap();
    let text = project.text(MIHON);
    assert_eq!((read.span.slice(&text), &*read.insert), (Some("red"), "read"));
    let found = completed(&mut project, "    red: whole\n", "    \"re¦ad\": whole\n");
    let read = found.iter().find(|one| one.label == "read").expect("a whole key under the cursor is offered");
    let text = project.text(MIHON);
    assert_eq!((read.span.slice(&text), &*read.insert), (Some("read"), "read"), "the quotation marks stay");
}

#[test]
fn ids_are_found_by_their_names_in_both_languages_and_by_their_reading() {
    let mut project = project();
    let found = completed(
        &mut project,
        "documents: [drivers-licence, passport, residence-card]",
        "documents: [drivers-licence, ¦]",
    );
    let passport = found.iter().find(|one| one.label == "passport").unwrap();
    assert_eq!(passport.detail, "passport");
    for word in ["パスポート", "ぱすぽーと", "pasupoto"] {
        assert!(passport.sought.contains(word), "{}", passport.sought);
    }
    assert!(!labels(&found).contains(&"drivers-licence"), "it is in the list");
    let at = edit(&mut project, "drivers-licence, ]", "drivers-licence, ¦]");
    let ja = project.completion(MIHON, at, Lang::Ja);
    assert_eq!(ja.iter().find(|one| one.label == "drivers-licence"), None);
    assert_eq!(ja.iter().find(|one| one.label == "passport").unwrap().detail, "パスポート");
}

#[test]
fn a_formula_is_completed_by_its_last_id_with_the_classes_of_the_file_first() {
    let mut project = project();
    let found =
        completed(&mut project, "{ identity: A | B, of: principal, excluding: [my-number-card] }", "{ identity: A | ¦");
    assert_eq!(labels(&found)[..2], ["A", "B"]);
    assert_eq!(found[0].detail, "A書類");
    let at = edit(&mut project, "{ identity: A | ", "{ identity: A | pass¦");
    let found = project.completion(MIHON, at, Lang::En);
    let passport = found.iter().find(|one| one.label == "passport").unwrap();
    assert_eq!(passport.span.slice(&project.text(MIHON)), Some("pass"));
}

#[test]
fn counters_sources_conditions_applicants_and_codes_are_known_at_their_places() {
    let mut project = project();
    for (old, new, expected) in [
        ("at: [city-hall]", "at: [¦]", "city-hall"),
        ("same_as: pin-reset", "same_as: ¦", "pin-reset"),
        ("only_if: under-15\n", "only_if: ¦\n", "under-15"),
        ("    kind: main\n", "    kind: ¦\n", "ward-office"),
        ("    several: true\n", "    several: ¦\n", "true"),
        ("reasons: [forgotten, locked]", "reasons: [forgotten, ¦", "locked"),
        ("    applicants:\n", "    applicants:\n      ¦\n", "household-member"),
        ("forms:\n", "forms:\n  ¦\n", "power-of-attorney"),
        ("  pin-change:\n", "  ¦\n  pin-change:\n", "certificate-renewal"),
        ("terms:\n", "terms:\n  ¦\n", "kiosk"),
        ("          - letter:\n", "          - ¦\n          - letter:\n", "remote"),
        ("slips:\n", "allow:\n  - rule: ¦\nslips:\n", "unofficial-host"),
        ("contact:\n", "contact:\n  source: ¦\n", "pin"),
    ] {
        let before = project.text(MIHON);
        let found = completed(&mut project, old, new);
        assert!(labels(&found).contains(&expected), "{new}: {:?}", labels(&found));
        write(&mut project, MIHON, &format!("¦{before}"));
    }
}

#[test]
fn other_documents_have_their_own_keys() {
    let mut project = project();
    let at = write(&mut project, "vocabulary/uses.yaml", "entries:\n  e-tax:\n    ja: x\n    ¦\n");
    assert_eq!(labels(&project.completion("vocabulary/uses.yaml", at, Lang::En))[..2], ["kana", "plain"]);
    let at = write(&mut project, "../madoguchi.yaml", "levels:\n  R003: ¦\n");
    assert!(labels(&project.completion("../madoguchi.yaml", at, Lang::En)).contains(&"off"));
    assert_eq!(project.completion("national/nothing.yaml", 0, Lang::En), []);
}

#[test]
fn what_is_under_the_cursor_is_explained() {
    let mut project = project();
    let mut hover = |old: &str, new: &str, lang: Lang| {
        let at = edit(&mut project, old, new);
        project.hover(MIHON, at, lang).map(|hover| hover.markdown).unwrap_or_default()
    };
    assert!(hover("lock_after: 3", "lock_¦after: 3", Lang::En).starts_with("**lock_after**: "));
    assert!(
        hover("[drivers-licence, passport", "[drivers-licence, pass¦port", Lang::Ja)
            .contains("**パスポート** (passport)")
    );
    assert!(hover("at: [city-hall]", "at: [ci¦ty-hall]", Lang::En).contains("市役所1階3番窓口"));
    assert!(hover("kind: branch", "kind: br¦anch", Lang::En).contains("A branch office."));
    assert!(hover("  pin-change:", "  pin-ch¦ange:", Lang::En).contains("**PIN change**"));
    assert!(hover("slips:", "allow:\n  - rule: unofficial-h¦ost\nslips:", Lang::Ja).contains("U001"));
    assert_eq!(hover("# yaml-", "# ya¦ml-", Lang::Ja), "");
}
