use std::collections::{BTreeMap, BTreeSet};

use super::data::{assets, dataset, dataset_with, html, options, render};
use crate::{Options, site};

/// What an attribute has, wherever it stands.
fn attributes<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let start = format!(" {name}=\"");
    page.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn resolve(from: &str, href: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            ".." => {
                parts.pop().expect("no link leads out of the site");
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn every_internal_link_leads_to_a_page_and_a_place_that_are_there() {
    let pages = render(&dataset());
    let pages: BTreeMap<&str, &str> =
        pages.iter().map(|page| (page.path.as_str(), std::str::from_utf8(&page.bytes).unwrap())).collect();
    let mut links = 0;
    for (path, page) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        let ids = attributes(page, "id");
        let different: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), different.len(), "{path} has an id twice");
        for named in attributes(page, "aria-labelledby") {
            assert!(different.contains(named), "{path}: nothing is called {named}");
        }
        for href in attributes(page, "href").into_iter().filter(|href| !href.contains("://")) {
            let (file, place) = href.split_once('#').unwrap_or((href, ""));
            let target = if file.is_empty() { (*path).to_owned() } else { resolve(path, file) };
            let found = pages.get(target.as_str()).unwrap_or_else(|| panic!("{path}: no page {target}"));
            if !place.is_empty() {
                assert!(attributes(found, "id").contains(&place), "{path}: no place {href}");
            }
            links += 1;
        }
    }
    assert!(links > 500);
}

#[test]
fn two_builds_give_the_same_bytes_in_the_order_of_their_paths() {
    let pages = render(&dataset());
    assert_eq!(pages, render(&dataset()));
    assert!(pages.is_sorted_by(|a, b| a.path < b.path));
}

#[test]
fn the_comparison_shows_what_sets_the_cities_apart() {
    let page = html(&dataset()).remove("compare/pin-reset.html").unwrap();
    let row = |facet: &str| {
        let label = format!("facts.html#fact-{facet}\"");
        let rows = page.split("<tr>").find(|row| row.contains(&label)).unwrap();
        let cells: Vec<String> = rows.split("<td").skip(1).map(str::to_owned).collect();
        let [tagajo, chiba, kanazawa, izumi] = cells.try_into().unwrap();
        (tagajo, chiba, kanazawa, izumi)
    };
    let (tagajo, chiba, kanazawa, izumi) = row("agent-visits");
    assert!(kanazawa.contains("3回") && [tagajo, chiba, izumi].iter().all(|cell| cell.contains("2回")));
    let (tagajo, chiba, kanazawa, izumi) = row("principal-identity");
    assert!(chiba.contains("点数は書いていない") && chiba.contains("マイナンバーカードを除く"));
    assert!(tagajo.contains("記載なし") && kanazawa.contains("記載なし") && izumi.contains("不明確"));
    let (tagajo, _, _, izumi) = row("agent-last-identity");
    assert!(tagajo.contains("顔写真付きの公的な書類1点と顔写真のない公的な書類1点"));
    assert!(izumi.contains("不明確") && izumi.contains("必要書類"));
    let (_, _, _, izumi) = row("principal-documents");
    assert!(izumi.contains("本人のマイナンバーカード") && izumi.contains("不明確"), "both parts are visible");
}

#[test]
fn silence_never_looks_like_no() {
    let page = html(&dataset()).remove("compare/pin-reset.html").unwrap();
    let silent: Vec<&str> =
        page.split("<td class=\"silent\"").skip(1).filter_map(|cell| cell.split("</td>").next()).collect();
    assert!(silent.len() > 20);
    for cell in silent {
        assert!(cell.contains("記載なし"), "{cell}");
        for word in ["いいえ", "不要", "なし</", "無料"] {
            assert!(!cell.replace("記載なし</", "").contains(word), "{word} in {cell}");
        }
    }
}

#[test]
fn an_unread_page_says_so_everywhere() {
    let dataset = dataset_with(|path, value| {
        if path.contains("172014") {
            value["sources"]["pin"]["read"] = "part".into();
        }
    });
    let pages = html(&dataset);
    let facts = &pages["m/172014/pin-reset/facts.html"];
    assert!(facts.contains("class=\"unread\""));
    // The page bears no date; that is seen without reading the whole of it.
    let silent: Vec<&str> = facts.split("<div class=\"silent\" id=\"").skip(1).collect();
    assert_eq!(silent.len(), 1);
    assert!(silent[0].starts_with("fact-page-date"));
    assert!(facts.contains("一部だけ読んだ"));
}

#[test]
fn every_fact_has_a_state_a_source_and_a_day() {
    for (path, page) in html(&dataset()).into_iter().filter(|(path, _)| path.ends_with("/facts.html")) {
        let facts: Vec<&str> = page.split(" id=\"fact-").skip(1).collect();
        assert_eq!(facts.len(), crate::facet::FACETS.len(), "{path}");
        for fact in facts {
            let fact = fact.split("</dd>").next().unwrap();
            assert!(fact.contains("class=\"state ") || fact.contains("class=\"quiet\""), "{path}: {fact}");
            assert!(fact.contains("href=\"https://") && fact.contains("読んだ日") && fact.contains("見出し"), "{fact}");
        }
    }
}

#[test]
fn every_page_is_guarded_and_has_one_heading_of_the_first_level() {
    for (path, page) in html(&dataset()) {
        let policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
        assert!(page.contains(policy), "{path}");
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"ja\">"), "{path}");
        assert_eq!(page.matches("<h1").count(), 1, "{path}");
        let levels: Vec<u8> = page
            .split("<h")
            .skip(1)
            .filter_map(|rest| rest.bytes().next().filter(u8::is_ascii_digit).map(|digit| digit - b'0'))
            .collect();
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{path}: a heading of level {} follows one of level {}", pair[1], pair[0]);
        }
        for inline in ["<script", " style=", " onclick="] {
            assert!(!page.contains(inline), "{path} has {inline}");
        }
    }
}

#[test]
fn links_for_corrections_are_there_only_with_a_repository() {
    let dataset = dataset();
    let without = Options { repository: None, base_url: None, ..options() };
    let page = |options: &Options| {
        let pages = site(&dataset, &assets(), options).unwrap();
        let page = pages.into_iter().find(|page| page.path == "m/172014.html").unwrap();
        String::from_utf8(page.bytes).unwrap()
    };
    let edit = "https://example.org/owner/name/edit/main/datasets/municipalities/17-ishikawa/172014-kanazawa.yaml";
    assert!(page(&options()).contains(edit));
    assert!(page(&options()).contains("rel=\"canonical\" href=\"https://example.org/m/172014.html\""));
    assert!(!page(&without).contains("/edit/") && !page(&without).contains("canonical"));
}

#[test]
fn hours_are_a_table_in_words() {
    let page = html(&dataset()).remove("m/121002.html").unwrap();
    for words in ["月曜日〜金曜日", "8:30〜17:30", "第2日曜日", "9:00〜12:30", "祝日", "3月下旬の休日"]
    {
        assert!(page.contains(words), "{words}");
    }
    assert!(html(&dataset())["m/172014.html"].contains("12月29日〜1月3日"));
}

#[test]
fn hours_of_another_form_are_shown_as_they_are_written() {
    let dataset = dataset_with(|path, value| {
        if path.contains("172014") {
            value["counters"]["my-number-desk"]["hours"] = "2026-2027 Mo-Fr 09:00-17:00; week 1-10 Sa off".into();
        }
    });
    assert!(html(&dataset)["m/172014.html"].contains("2026-2027 Mo-Fr 09:00-17:00; week 1-10 Sa off"));
}

#[test]
fn a_superseded_rule_is_shown_for_its_own_time() {
    let dataset = dataset_with(|path, value| {
        if path.contains("042099") {
            let rule = &mut value["procedures"]["certificate-issue"];
            rule["valid_until"] = "2026-01-31".into();
        }
    });
    let pages = html(&dataset);
    assert!(!pages.contains_key("m/042099/certificate-issue.html"), "it holds no more");
    assert!(!pages.contains_key("compare/certificate-issue.html"), "nobody has it any more");
}

#[test]
fn a_procedure_page_and_its_style_stay_small() {
    let dataset = dataset();
    let style = render(&dataset).into_iter().find(|page| page.path == "assets/site.css").unwrap().bytes.len();
    assert!(style <= 20 * 1024, "{style} bytes of style");
    for (path, page) in html(&dataset) {
        let bytes = page.len() + style;
        let is_procedure = path.starts_with("m/") && path.matches('/').count() == 2;
        assert!(!is_procedure || bytes <= 40 * 1024, "{path} loads {bytes} bytes");
    }
}
