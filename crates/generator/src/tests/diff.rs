use serde_json::{Value, json};

use super::data::{assets, dataset, dataset_with, today, whole_dataset};
use crate::Lang;
use crate::diff::{Length, LineRecord, MOST_CHARACTERS, Report, Sides, json, json_schema, markdown, report, text};
use madoguchi_schema::dataset::Dataset;

const KANAZAWA: &str = "172014";

fn changed(change: impl Fn(&mut Value)) -> Dataset {
    dataset_with(|path, value| {
        if path.contains(KANAZAWA) {
            change(value);
        }
    })
}

fn compare(base: &Dataset, head: &Dataset) -> Report {
    let sides = Sides { base: base.clone(), head: head.clone(), left_out: Vec::new() };
    report(&sides, &assets(), today()).unwrap_or_else(|error| panic!("{error}"))
}

fn lines(report: &Report) -> Vec<&LineRecord> {
    report.places.iter().flat_map(|place| &place.changes).collect()
}

fn of_facet<'r>(report: &'r Report, facet: &str) -> &'r LineRecord {
    let found = lines(report).into_iter().find(|line| line.facet.as_deref() == Some(facet));
    found.unwrap_or_else(|| panic!("{facet}: {report:#?}"))
}

fn agent(value: &mut Value) -> &mut Value {
    &mut value["procedures"]["pin-reset"]["applicants"]["agent"]
}

/// The last visit's item of identity documents.
fn identity(value: &mut Value, formula: &str) {
    let steps = agent(value)["steps"].as_array_mut().unwrap();
    let visit = steps.iter_mut().rev().find(|step| !step["visit"].is_null()).unwrap();
    let papers = visit["visit"]["bring"].as_array_mut().unwrap();
    papers.iter_mut().find(|item| !item["identity"].is_null()).unwrap()["identity"] = formula.into();
}

#[test]
fn fewer_visits_are_said_in_both_languages() {
    let head = changed(|value| {
        let agent = agent(value);
        agent["steps"].as_array_mut().unwrap().remove(0);
        agent["visits_stated"] = 2.into();
    });
    let report = compare(&dataset(), &head);
    let line = of_facet(&report, "agent-visits");
    assert_eq!(line.label.ja, "任意代理人が行く・来庁の回数〔暗証番号の変更、暗証番号の再設定(初期化)〕");
    assert_eq!(line.text.ja, "3回 → 2回 [● 記載あり](▽ 求めるものが減る)");
    assert_eq!(line.text.en, "3 visits → 2 visits [● Stated] (▽ asks for less)");
    assert_eq!(line.standing.as_deref(), Some("looser"));
    let shown = text(&report, Lang::Ja).unwrap();
    assert!(shown.contains("金沢市(石川県)") && !shown.contains("和泉市"), "{shown}");
}

#[test]
fn formulas_are_compared_by_implication() {
    for (before, after, standing) in [
        ("A+A", "A", "looser"),
        ("A", "A+B", "stricter"),
        ("A", "B", "different"),
        ("A+A | A+B", "A+B", "stricter"),
        ("A+A | A+B", "A | B", "looser"),
    ] {
        let (base, head) = (changed(|value| identity(value, before)), changed(|value| identity(value, after)));
        let report = compare(&base, &head);
        let line = of_facet(&report, "agent-last-identity");
        assert_eq!(line.standing.as_deref(), Some(standing), "{before} -> {after}");
    }
}

#[test]
fn what_was_first_read_is_not_called_a_new_rule() {
    let base = changed(|value| {
        value["sources"]["pin"]["read"] = "part".into();
        agent(value)["eligibility"].take();
        value["procedures"]["pin-reset"].as_object_mut().unwrap().remove("fee");
        agent(value).as_object_mut().unwrap().remove("eligibility");
    });
    let head = changed(|value| {
        value["sources"]["pin"]["read"] = "part".into();
        agent(value).as_object_mut().unwrap().remove("eligibility");
        value["procedures"]["pin-reset"]["fee"] = json!({ "yen": 0 });
    });
    let report = compare(&base, &head);
    let line = of_facet(&report, "fee");
    assert_eq!(line.text.ja, "[… 未確認] → [● 記載あり] 無料(初めて読んだ内容。決まりが変わったとは限りません)");
    let state = |side: &Option<crate::diff::SideRecord>| side.as_ref().unwrap().state.unwrap().name();
    assert_eq!((state(&line.before), state(&line.after)), ("unread", "stated"));
}

#[test]
fn sources_come_and_go() {
    let more = changed(|value| {
        value["sources"]["more"] = json!({
            "url": "https://www4.city.kanazawa.lg.jp/more.html", "title": "もうひとつのページ",
            "page_date": "unknown", "read_on": "2026-11-21", "read": "part",
        });
    });
    let report = compare(&dataset(), &more);
    let [line] = lines(&report)[..] else { panic!("{report:#?}") };
    assert_eq!((line.kind.as_str(), line.turn.as_str()), ("source", "new"));
    assert_eq!(line.text.ja, "追加: もうひとつのページ(https://www4.city.kanazawa.lg.jp/more.html)");
    assert_eq!(lines(&compare(&more, &dataset()))[0].turn, "gone");
}

#[test]
fn a_municipality_comes_and_goes() {
    let mut base = dataset();
    base.municipalities.retain(|file| file.municipality.municipality.as_str() != KANAZAWA);
    let report = compare(&base, &dataset());
    let [line] = lines(&report)[..] else { panic!("{report:#?}") };
    assert_eq!((line.kind.as_str(), line.turn.as_str()), ("municipality", "new"));
    assert!(line.text.ja.contains("暗証番号の再設定"), "{}", line.text.ja);
    assert_eq!(report.feed.len(), 1);
    assert_eq!(report.feed[0].municipality.as_deref(), Some(KANAZAWA));
}

#[test]
fn where_a_file_lies_and_how_it_is_laid_out_is_no_difference() {
    let base = whole_dataset();
    assert_eq!(compare(&base, &base).changes, 0);
    let mut head = base.clone();
    for file in &mut head.municipalities {
        file.path = format!("municipalities/elsewhere/{}.yaml", file.municipality.municipality);
        file.lines = Default::default();
    }
    let report = compare(&base, &head);
    assert_eq!((report.changes, report.places.len(), report.feed.len()), (0, 0, 0));
    assert!(markdown(&report, Lang::En, Length::Comment).unwrap().contains("Nothing changes for residents"));
}

#[test]
fn a_further_list_of_papers_changes_nothing_for_whom_it_is_not_asked_of() {
    let head = changed(|value| {
        value["identity_documents"]["C"] = json!({ "name": { "ja": "C欄" }, "kind": "any", "documents": ["passport"] });
    });
    let report = compare(&dataset(), &head);
    let [line] = lines(&report)[..] else { panic!("{report:#?}") };
    assert_eq!((line.kind.as_str(), line.turn.as_str()), ("identity-documents", "new"));
}

#[test]
fn a_rule_that_is_to_come_is_said_with_its_day() {
    let head = changed(|value| {
        let mut old = value["procedures"]["pin-reset"].clone();
        old["valid_until"] = "2026-12-31".into();
        let new = &mut value["procedures"]["pin-reset"];
        new["valid_from"] = "2027-01-01".into();
        new["fee"] = json!({ "yen": 200 });
        new["earlier"] = json!([old]);
    });
    let report = compare(&dataset(), &head);
    let fee = of_facet(&report, "fee");
    assert_eq!(fee.from.as_deref(), Some("2027-01-01"));
    assert!(fee.text.ja.ends_with("(2027年1月1日から)"), "{}", fee.text.ja);
    assert!(lines(&report).iter().all(|line| line.from.is_some()), "nothing changes before: {report:#?}");
}

#[test]
fn one_direction_mirrors_the_other() {
    let base = whole_dataset();
    let mut head = changed(|value| {
        identity(value, "A");
        value["contact"]["telephone"] = "076-000-0000".into();
        value["counters"]["citizens-centres"]["hours"] = "Mo-Fr 09:00-17:00; PH off".into();
        value["counters"]["citizens-centres"]["notes"] = json!(["ひとつ", "ふたつ"]);
    });
    head.municipalities.retain(|file| file.municipality.municipality.as_str() != "121002");
    let (forth, back) = (compare(&base, &head), compare(&head, &base));
    assert!(forth.changes > 100, "every municipality but three went");
    assert_eq!(forth.changes, back.changes);
    let standing = |standing: Option<&str>| match standing {
        Some("stricter") => Some("looser".to_owned()),
        Some("looser") => Some("stricter".to_owned()),
        other => other.map(str::to_owned),
    };
    let turn = |turn: &str| match turn {
        "new" => "gone".to_owned(),
        "gone" => "new".to_owned(),
        other => other.to_owned(),
    };
    type Key = (String, String, Option<String>, Option<String>, String, String);
    let key = |line: &LineRecord, mirrored: bool| -> Key {
        let side = |side: &Option<crate::diff::SideRecord>| serde_json::to_string(side).unwrap();
        let (before, after) = (side(&line.before), side(&line.after));
        match mirrored {
            false => (line.kind.clone(), line.turn.clone(), line.facet.clone(), line.standing.clone(), before, after),
            true => (
                line.kind.clone(),
                turn(&line.turn),
                line.facet.clone(),
                standing(line.standing.as_deref()),
                after,
                before,
            ),
        }
    };
    let mut one: Vec<Key> = lines(&forth).into_iter().map(|line| key(line, false)).collect();
    let mut other: Vec<Key> = lines(&back).into_iter().map(|line| key(line, true)).collect();
    one.sort();
    other.sort();
    assert_eq!(one, other);
}

#[test]
fn names_of_strangers_are_text_in_every_format() {
    let hostile = "<img src=x> @owner #12 [x](https://evil.example) ::error:: ##[error]x `y` **z**";
    let head = changed(|value| {
        value["name"]["ja"] = hostile.into();
        value["counters"]["my-number-desk"]["name"]["ja"] = hostile.into();
        value["counters"]["my-number-desk"]["notes"] = json!([hostile]);
    });
    let report = compare(&dataset(), &head);
    assert!(report.changes >= 3);
    let shown = markdown(&report, Lang::Ja, Length::Comment).unwrap();
    for bad in ["<img", "@owner", "#12", "](https", "##[", "`y`", "**z", "::error"] {
        let unescaped = shown.match_indices(bad).find(|(at, _)| !shown[..*at].ends_with('\\'));
        assert_eq!(unescaped, None, "{bad} in {shown}");
    }
    let shown = text(&report, Lang::Ja).unwrap();
    assert!(!shown.contains("##[") && !shown.lines().any(|line| line.trim_start().starts_with("::")), "{shown}");
    let shown = json(&report).unwrap();
    assert!(!shown.contains("##["), "{shown}");
    let read: Value = serde_json::from_str(&shown).unwrap();
    assert!(read.to_string().contains("##["), "nothing is lost to a program");
}

#[test]
fn a_long_report_says_how_much_it_leaves_out_and_the_whole_one_leaves_out_nothing() {
    let mut head = whole_dataset();
    let rename = |at: usize| format!("とても長い名前の窓口{at}").repeat(30);
    for (at, file) in head.municipalities.iter_mut().enumerate() {
        let municipality = std::sync::Arc::make_mut(&mut file.municipality);
        for counter in municipality.counters.values_mut() {
            counter.name.ja = madoguchi_schema::scalar::Scalar::parse(&rename(at)).unwrap();
        }
    }
    let report = compare(&whole_dataset(), &head);
    let shown = markdown(&report, Lang::Ja, Length::Comment).unwrap();
    assert!(shown.encode_utf16().count() <= MOST_CHARACTERS, "{}", shown.len());
    let said = shown.lines().filter(|line| line.starts_with("- **")).count();
    assert!(said > 10 && shown.contains(&format!("ほかに {} 件", report.changes - said)), "{said} {}", report.changes);
    let whole = markdown(&report, Lang::Ja, Length::Whole).unwrap();
    assert_eq!(whole.lines().filter(|line| line.starts_with("- **")).count(), report.changes);
    assert!(whole.encode_utf16().count() > MOST_CHARACTERS);
}

#[test]
fn the_report_has_the_form_that_its_schema_says() {
    let head = changed(|value| identity(value, "A"));
    let report: Value = serde_json::from_str(&json(&compare(&dataset(), &head)).unwrap()).unwrap();
    assert_eq!(report["version"], 1);
    let schema = json_schema();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let faults: Vec<String> = validator.iter_errors(&report).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn the_comparison_has_its_words_in_both_languages() {
    let ids = |file: &str| -> Vec<String> {
        let lines = file.lines().filter_map(|line| line.split_once(" = ")).filter(|(id, _)| id.starts_with("diff-"));
        lines.map(|(id, _)| id.to_owned()).collect()
    };
    let (ja, en) = (ids(include_str!("../../messages/diff/ja.ftl")), ids(include_str!("../../messages/diff/en.ftl")));
    assert_eq!(ja, en);
    let code = [include_str!("../diff/said.rs"), include_str!("../diff/text.rs"), include_str!("../diff/markdown.rs")]
        .concat();
    for id in &ja {
        assert!(code.contains(&format!("\"{id}\"")), "{id} is not used");
    }
    for id in code.split('"').filter(|part| part.starts_with("diff-")) {
        assert!(ja.iter().any(|known| known == id), "{id} is not written");
    }
}
