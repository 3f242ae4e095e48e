//! Every form of the report: the same findings, in the same order, in the shape that its readers ask
//! for.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

mod support;

use madoguchi_schema::load::RawFile;
use madoguchi_validator::report::{FORMATS, Format, json_schema};
use madoguchi_validator::{Checked, Lang, Messages};
use serde_json::Value;

/// Broken files: full-width text before a finding, related places, repairs, a whole file.
fn broken() -> Vec<RawFile> {
    let mut files = support::dataset_files();
    for file in &mut files {
        let mut text = support::text(file);
        if file.path.ends_with("-kanazawa.yaml") {
            for (from, to) in [
                ("kana: かなざわし", "kana: 𠮷かなざわし"),
                ("    read: whole", "    raed: whole"),
                ("    kind: citizens-centre", "    kind: citizen-centre\n    kind: branch"),
            ] {
                assert!(text.contains(from), "{from}");
                text = text.replacen(from, to, 1);
            }
        } else if file.path.ends_with("-chiba.yaml") {
            text = text.replacen("https://www.city.chiba.jp/", "https://chiba.example.jp/", 1);
        } else if file.path.ends_with("-tagajo.yaml") {
            text.clear();
        }
        *file = support::with_text(file, &text);
    }
    files.push(RawFile {
        path: "municipalities/04-miyagi/a b,::金\u{1b}[31m\n.txt".to_owned(),
        content: madoguchi_schema::load::Content::Bytes(b"x".to_vec()),
    });
    files
}

fn checked(files: Vec<RawFile>) -> Checked {
    madoguchi_validator::check(&support::loaded(files), support::today())
}

fn rendered(format: &str, checked: &Checked) -> String {
    let messages = Messages::new(Lang::En).unwrap();
    Format::named(format).unwrap().render(checked, &messages, false).unwrap()
}

fn json(format: &str) -> Value {
    serde_json::from_str(&rendered(format, &checked(broken()))).unwrap()
}

/// The text at one-based columns of a line, counted by `width`.
fn at_columns(line: &str, start: u64, end: u64, width: fn(char) -> usize) -> String {
    let mut column = 1;
    let mut found = String::new();
    for c in line.chars() {
        if (start..end).contains(&column) {
            found.push(c);
        }
        column += width(c) as u64;
    }
    found
}

#[test]
fn the_order_of_the_files_changes_nothing() {
    let expected = checked(broken());
    assert!(expected.diagnostics.len() > 4);
    let mut files = broken();
    let mut seed = 7_usize;
    for _ in 0..6 {
        for i in (1..files.len()).rev() {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            files.swap(i, (seed >> 33) % (i + 1));
        }
        let found = checked(files.clone());
        assert_eq!(found.diagnostics, expected.diagnostics);
        for format in FORMATS {
            assert_eq!(rendered(format.name, &found), rendered(format.name, &expected), "{}", format.name);
        }
    }
}

#[test]
fn every_form_has_every_finding_in_both_languages() {
    let checked = checked(broken());
    for lang in [Lang::Ja, Lang::En] {
        let messages = Messages::new(lang).unwrap();
        for format in FORMATS {
            let report = format.render(&checked, &messages, false).unwrap();
            for finding in &checked.diagnostics {
                assert!(report.contains(finding.rule.code), "{}: {:?}", format.name, finding.rule);
            }
            assert!(!report.contains('\u{1b}'), "{} writes control characters", format.name);
        }
    }
}

#[test]
fn nothing_wrong_is_a_report_too() {
    let right = checked(support::dataset_files());
    for format in FORMATS {
        let report = rendered(format.name, &right);
        let is_json = matches!(format.name, "json" | "sarif" | "rdjson");
        assert!(!is_json || serde_json::from_str::<Value>(&report).is_ok(), "{}", format.name);
        let is_silent = matches!(format.name, "concise" | "github");
        assert_eq!(is_silent, report.is_empty(), "{}", format.name);
    }
}

#[test]
fn the_concise_report_has_one_line_a_finding() {
    let checked = checked(broken());
    let report = rendered("concise", &checked);
    assert_eq!(report.lines().count(), checked.diagnostics.len());
    insta::assert_snapshot!(report);
}

#[test]
fn the_report_for_programs_is_what_its_schema_says() {
    let validator = jsonschema::draft202012::new(&json_schema()).unwrap();
    let report = json("json");
    let errors: Vec<String> =
        validator.iter_errors(&report).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(errors, [""; 0]);
    for place in ["place", "edit", "related", "help"] {
        let has = |finding: &Value| !finding[place].is_null() && finding[place] != serde_json::json!([]);
        assert!(report["diagnostics"].as_array().unwrap().iter().any(has), "no finding has {place}");
    }
    for (pointer, wrong) in [
        ("/version", Value::from(2)),
        ("/diagnostics/0/level", Value::from("fatal")),
        ("/diagnostics/0/code", Value::Null),
        ("/diagnostics/2/place/start/line", Value::from(0)),
        ("/diagnostics/2/path", Value::Null),
    ] {
        let mut other = report.clone();
        *other.pointer_mut(pointer).unwrap() = wrong;
        assert!(!validator.is_valid(&other), "{pointer}");
    }
    let mut other = report;
    other["diagnostics"][0].as_object_mut().unwrap().remove("level");
    assert!(!validator.is_valid(&other));
}

#[test]
fn sarif_places_are_bytes_and_units_of_utf16() {
    let checked = checked(broken());
    let log: Value = serde_json::from_str(&rendered("sarif", &checked)).unwrap();
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!((&log["version"], &run["columnKind"]), (&"2.1.0".into(), &"utf16CodeUnits".into()));
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), checked.diagnostics.len());
    for (result, finding) in results.iter().zip(&checked.diagnostics) {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!((&rule["id"], &rule["name"]), (&result["ruleId"], &finding.rule.name.into()));
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(uri.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-._~%".contains(&b)), "{uri}");
        let (Some(span), text) = (finding.span, &checked.texts[&finding.path]) else {
            assert!(place["region"].is_null());
            continue;
        };
        let number = |key: &str| place["region"][key].as_u64().unwrap();
        let (offset, length) = (number("byteOffset"), number("byteLength"));
        assert_eq!((offset, offset + length), (span.start as u64, span.end as u64));
        if number("startLine") == number("endLine") {
            let line = text.lines().nth(usize::try_from(number("startLine")).unwrap() - 1).unwrap();
            let found = at_columns(line, number("startColumn"), number("endColumn"), char::len_utf16);
            assert_eq!(Some(found.as_str()), span.slice(text));
        }
    }
    assert!(results.iter().any(|result| result["relatedLocations"].is_array()));
    let fix = results.iter().find_map(|result| result["fixes"][0]["artifactChanges"][0]["replacements"].as_array());
    assert!(fix.unwrap()[0]["insertedContent"]["text"].is_string());
}

#[test]
fn reviewdog_places_are_bytes_of_the_line() {
    let checked = checked(broken());
    let report: Value = serde_json::from_str(&rendered("rdjson", &checked)).unwrap();
    let mut suggestions = 0;
    for (found, finding) in report["diagnostics"].as_array().unwrap().iter().zip(&checked.diagnostics) {
        assert_eq!(found["code"]["value"], finding.rule.code);
        suggestions += found["suggestions"].as_array().map_or(0, Vec::len);
        let (Some(span), text) = (finding.span, &checked.texts[&finding.path]) else {
            assert!(found["location"].get("range").is_none());
            continue;
        };
        let (start, end) = (&found["location"]["range"]["start"], &found["location"]["range"]["end"]);
        if start["line"] == end["line"] {
            let line = text.lines().nth(usize::try_from(start["line"].as_u64().unwrap()).unwrap() - 1).unwrap();
            let columns = (start["column"].as_u64().unwrap(), end["column"].as_u64().unwrap());
            assert_eq!(Some(at_columns(line, columns.0, columns.1, char::len_utf8).as_str()), span.slice(text));
        }
    }
    assert!(suggestions > 0);
}

#[test]
fn annotations_of_github_are_one_line_each_and_errors_come_first() {
    let checked = checked(broken());
    let report = rendered("github", &checked);
    assert_eq!(report.lines().count(), checked.diagnostics.len());
    assert!(report.lines().all(|line| line.starts_with("::error ") || line.starts_with("::warning ")));
    assert!(!report.split("::warning ").skip(1).any(|rest| rest.contains("\n::error ")));
    assert!(report.contains("file=datasets/municipalities/04-miyagi/a b%2C%3A%3A金"), "{report}");
}

#[test]
fn junit_is_xml_without_foreign_signs() {
    let report = rendered("junit", &checked(broken()));
    insta::assert_snapshot!(report);
}
