//! An applicant's way: the picture and the list, and the page that begins with the answer.

use std::collections::BTreeSet;

use madoguchi_schema::dataset::{Dataset, Lines, MunicipalityFile};
use serde_json::Value;

use super::data::{assets, dataset, dataset_with, files, html, options, render, root};
use crate::view::wrap::{EM, width};
use crate::{Options, site};

/// The real vocabularies with the fictional cities, of which every way of differing has one.
fn fixtures() -> Dataset {
    let folder = root().join("tests/fixtures");
    let files = files(&folder).into_iter().filter(|(path, _)| path.starts_with("municipalities/"));
    let municipalities = files.map(|(path, text)| {
        let value: Value = serde_yaml::from_str(&text).unwrap();
        let municipality = serde_json::from_value(value).unwrap_or_else(|error| panic!("{path}: {error}"));
        MunicipalityFile { path, municipality, lines: Lines::default() }
    });
    Dataset { municipalities: municipalities.collect(), ..dataset() }
}

/// The texts of the elements that start with this, without what is marked up in them.
fn texts(html: &str, start: &str, end: &str) -> Vec<String> {
    let elements = html.split(start).skip(1).filter_map(|rest| rest.split_once('>')?.1.split(end).next());
    elements
        .map(|text| text.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect())
        .collect()
}

/// The flows of a page: each a figure.
fn figures(page: &str) -> Vec<&str> {
    page.split("<figure class=\"flow\">").skip(1).filter_map(|rest| rest.split("</figure>").next()).collect()
}

fn is_procedure(path: &str) -> bool {
    let path = path.trim_start_matches("easy/").trim_start_matches("en/");
    path.starts_with("m/") && path.matches('/').count() == 2
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn the_picture_and_the_list_have_the_same_steps_in_the_same_order() {
    let (mut flows, mut kinds, mut captions) = (0, BTreeSet::new(), 0);
    for dataset in [dataset(), fixtures()] {
        for (path, page) in html(&dataset).into_iter().filter(|(path, _)| is_procedure(path)) {
            for figure in figures(&page) {
                let (picture, list) = figure.split_once("</svg>").unwrap();
                let titles = texts(list, "<h4", "</h4>");
                assert!(!titles.is_empty(), "{path}");
                let described: String =
                    titles.iter().enumerate().map(|(i, title)| format!("{}. {title} → ", i + 1)).collect();
                let described = described.trim_end_matches(" → ");
                assert_eq!(texts(picture, "<desc", "</desc>"), [described], "{path}");
                // A box is an outline, the step's number and its title in lines.
                let boxes: Vec<&str> =
                    picture.split("<path class=\"").skip(1).filter(|part| part.contains("<text")).collect();
                let drawn: Vec<String> = boxes
                    .iter()
                    .map(|one| {
                        let whole =
                            one.split("<text x=\"40\"").skip(1).filter(|text| !text.contains("class=\"small\""));
                        without_spaces(
                            &whole
                                .map(|text| texts(&format!("<text{text}"), "<text", "</text>").concat())
                                .collect::<String>(),
                        )
                    })
                    .collect();
                let wanted: Vec<String> = titles.iter().map(|title| without_spaces(title)).collect();
                assert_eq!(drawn, wanted, "{path}");
                let steps: Vec<&str> =
                    list.split("<li class=\"step ").skip(1).filter_map(|rest| rest.split('"').next()).collect();
                let shapes: Vec<&str> = boxes.iter().filter_map(|one| one.split('"').next()).collect();
                assert_eq!(shapes, steps, "{path}");
                kinds.extend(steps.iter().map(|kind| (*kind).to_owned()));
                captions += figure.matches("<figcaption").count();
                flows += 1;
            }
        }
    }
    assert!(flows > 150, "{flows} flows");
    assert!(captions > 5, "several ways are told apart by their conditions");
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["fill-in", "letter", "remote", "visit", "wait"]);
}

#[test]
fn no_line_of_a_picture_is_wider_than_its_box() {
    let mut lines = 0;
    for dataset in [dataset(), fixtures()] {
        for (path, page) in html(&dataset).into_iter().filter(|(path, _)| is_procedure(path)) {
            for text in figures(&page).iter().flat_map(|figure| texts(figure, "<text x=\"40\"", "</text>")) {
                let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").replace("&#39;", "'");
                // From the text's left edge to the box's right one, at the text's height of 14.
                assert!(width(&text) * 14 <= (286 - 40) * EM, "{path}: {text}");
                lines += 1;
            }
        }
    }
    assert!(lines > 300);
}

#[test]
fn an_agent_in_chiba_reads_the_answer_at_once() {
    let page = html(&dataset()).remove("m/121002/pin-reset.html").unwrap();
    let first = page.split("id=\"answer-agent\"").nth(1).unwrap().split("</ol>").next().unwrap();
    let mut rest = first;
    for words in [
        "来庁 2回",
        "1日では終わりません",
        "1回目の来庁",
        "顔写真付きの公的な書類1点",
        "委任状",
        "本人あてに「照会書兼回答書」が郵便で届く",
        "代理人あてには届きません",
        "届く場所 <span class=\"state silent\">",
        "2回目の来庁",
        "顔写真付きの公的な書類2点、または",
        "照会書兼回答書",
    ] {
        rest = rest.split_once(words).unwrap_or_else(|| panic!("{words} is not there, or not in its order: {first}")).1;
    }
    // What is decided by a condition is a sentence.
    assert!(page.contains("必要なとき: 未成年(18歳未満)") && page.contains("要らないとき: "));
    assert!(!page.contains("条件あり"));
}

#[test]
fn the_deadline_and_the_address_of_a_letter_are_in_the_answer() {
    let page = html(&dataset()).remove("m/172014/pin-reset.html").unwrap();
    let answers = page.split("id=\"steps\"").next().unwrap();
    for words in
        ["来庁 3回 + 郵便", "前回の来庁から30日以内", "届く場所: 住民票の住所", "転送届を出している人は、先に解除"]
    {
        assert!(answers.contains(words), "{words}");
    }
    // The same answer for two applicants stands once, and both are led to it.
    assert_eq!(answers.matches("登記事項証明書と代理行為目録").count(), 1);
    for id in ["accompanied-principal", "legal-representative"] {
        assert!(
            answers.contains(&format!("href=\"#answer-{id}\"")) && answers.contains(&format!("id=\"answer-{id}\""))
        );
    }
}

#[test]
fn a_deadline_that_is_unclear_is_not_left_out_of_the_answer() {
    let unclear =
        serde_json::json!({ "unclear": { "ja": "期限が二つ書いてある。", "en": "Two deadlines are printed." } });
    let dataset = dataset_with(|path, value| {
        if path.contains("172014") {
            for step in value["procedures"]["pin-reset"]["applicants"]["agent"]["steps"].as_array_mut().unwrap() {
                for (_, step) in step.as_object_mut().unwrap() {
                    let step = step.as_object_mut().unwrap();
                    for key in ["within", "reply_within"] {
                        if let Some(said) = step.get_mut(key) {
                            *said = unclear.clone();
                        }
                    }
                }
            }
        }
    });
    let page = html(&dataset).remove("m/172014/pin-reset.html").unwrap();
    let agent = page.split("id=\"answer-agent\"").nth(1).unwrap().split("id=\"steps\"").next().unwrap();
    let deadline = agent.split("<p>期限").nth(1).unwrap_or_else(|| panic!("{agent}"));
    assert!(deadline.split("</p>").next().unwrap().contains("state unclear"), "{deadline}");
}

#[test]
fn what_nobody_wrote_is_unread_in_the_answer_of_a_page_read_in_part() {
    let dataset = dataset_with(|path, value| {
        if path.contains("121002") {
            value["sources"]["pin"]["read"] = "part".into();
        }
    });
    let page = html(&dataset).remove("m/121002/pin-reset.html").unwrap();
    let answers = page.split("id=\"steps\"").next().unwrap();
    assert!(answers.contains("未確認") && !answers.contains("記載なし"));
}

#[test]
fn a_statement_leads_to_its_line_and_to_a_form_that_is_filled_in() {
    let page = html(&dataset()).remove("en/m/121002/pin-reset.html").unwrap();
    let text = files(&root().join("datasets")).remove("municipalities/12-chiba/121002-chiba.yaml").unwrap();
    let blob = "https://example.org/owner/name/blob/main/datasets/municipalities/12-chiba/121002-chiba.yaml#L";
    let lines: Vec<usize> = page.split(blob).skip(1).filter_map(|rest| rest.split('"').next()?.parse().ok()).collect();
    let keys: Vec<&str> = lines.iter().filter_map(|line| text.lines().nth(line - 1)).map(str::trim).collect();
    assert_eq!(keys, ["principal:", "legal-representative:", "agent:", "pin-reset:"]);
    let report = page.split("/issues/new?").nth(1).unwrap().split('"').next().unwrap();
    let form = std::fs::read_to_string(root().join(".github/ISSUE_TEMPLATE/wrong-fact.yml")).unwrap();
    for field in report.split("&amp;").filter_map(|field| field.split_once('=')) {
        match field {
            ("template", file) => assert_eq!(file, "wrong-fact.yml"),
            ("title", _) => {}
            (id, value) => assert!(form.contains(&format!("id: {id}\n")) && !value.is_empty(), "{id}"),
        }
    }
    assert!(report.contains("page=https://example.org/en/m/121002/pin-reset.html") && !report.contains(' '));
    let without = Options { repository: None, ..options() };
    let pages = site(&dataset(), &assets(), &without).unwrap();
    let page = pages.into_iter().find(|page| page.path == "m/121002/pin-reset.html").unwrap();
    assert!(!String::from_utf8(page.bytes).unwrap().contains("#L"));
}

#[test]
fn a_superseded_rule_has_no_line_of_its_applicants() {
    let dataset = dataset_with(|path, value| {
        if path.contains("121002") {
            let mut earlier = value["procedures"]["pin-reset"].clone();
            earlier["valid_until"] = "2026-12-31".into();
            value["procedures"]["pin-reset"]["valid_from"] = "2027-01-01".into();
            value["procedures"]["pin-reset"]["earlier"] = Value::Array(vec![earlier]);
        }
    });
    let page = html(&dataset).remove("m/121002/pin-reset.html").unwrap();
    assert_eq!(page.matches("#L").count(), 1, "only the procedure has one");
}

#[test]
fn a_procedure_page_with_everything_it_loads_stays_small() {
    let dataset = dataset();
    let pages = render(&dataset);
    let sizes: std::collections::BTreeMap<&str, usize> =
        pages.iter().map(|page| (page.path.as_str(), page.bytes.len())).collect();
    let mut seen = 0;
    for page in pages.iter().filter(|page| page.path.ends_with(".html") && is_procedure(&page.path)) {
        let html = std::str::from_utf8(&page.bytes).unwrap();
        let loaded: BTreeSet<&str> = html.split("assets/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(loaded.contains("site.css") && loaded.contains("procedure.css"), "{}", page.path);
        let bytes = loaded.iter().map(|name| sizes[format!("assets/{name}").as_str()]).sum::<usize>() + html.len();
        assert!(bytes <= 40 * 1024, "{} loads {bytes} bytes", page.path);
        seen += 1;
    }
    assert!(seen >= 24, "every city, procedure and language");
}
