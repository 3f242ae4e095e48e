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
        pages.iter().map(|page| (page.path.as_str(), std::str::from_utf8(&page.bytes).unwrap_or_default())).collect();
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
            let file = file.split_once('?').map_or(file, |(file, _)| file);
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
fn japanese_in_an_english_page_is_marked_and_never_in_an_attribute() {
    let pages = html(&dataset());
    let page = &pages["en/m/172014/pin-reset.html"];
    assert!(page.contains("<span lang=\"ja\">"));
    let is_japanese = |c: char| ('\u{3041}'..='\u{30ff}').contains(&c) || ('\u{4e00}'..='\u{9fff}').contains(&c);
    for (path, page) in pages.iter().filter(|(path, _)| path.starts_with("en/")) {
        let mut depth = Vec::new();
        for tag in page.split('<').skip(1) {
            let (tag, text) = tag.split_once('>').unwrap_or_else(|| panic!("{path}: {tag}"));
            assert_eq!(tag.matches('"').count() % 2, 0, "{path}: markup in an attribute: {tag}");
            let name: String = tag.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
            if let Some(name) = name.strip_prefix('/') {
                while depth.pop().is_some_and(|(open, _)| open != name) {}
            } else if !["meta", "link", "input", "br", "wbr", "img", "hr"].contains(&name.as_str()) {
                let inherited = depth.last().is_some_and(|(_, japanese)| *japanese);
                depth.push((name, if tag.contains(" lang=\"") { tag.contains(" lang=\"ja") } else { inherited }));
            }
            let in_japanese = depth.last().is_some_and(|(name, japanese)| *japanese || name == "script");
            assert!(in_japanese || !text.contains(is_japanese), "{path}: not marked as Japanese: {text}");
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
    assert!(!facts.contains("<div class=\"silent\""));
    assert!(facts.contains("一部だけ読んだ"));
}

#[test]
fn every_fact_has_a_state_a_source_and_a_day() {
    for (path, page) in html(&dataset()).into_iter().filter(|(path, _)| path.ends_with("/facts.html")) {
        let facts: Vec<&str> = page.split(" id=\"fact-").skip(1).collect();
        let (read_on, heading) = match path.split('/').next() {
            Some("en") => ("Read on", "Heading"),
            Some("easy") => ("読んだ 日", "タイトル"),
            _ => ("読んだ日", "見出し"),
        };
        assert_eq!(facts.len(), crate::facet::FACETS.len(), "{path}");
        for fact in facts {
            let fact = fact.split("</dd>").next().unwrap();
            assert!(fact.contains("class=\"state ") || fact.contains("class=\"quiet\""), "{path}: {fact}");
            assert!(fact.contains("href=\"https://") && fact.contains(read_on) && fact.contains(heading), "{fact}");
        }
    }
}

#[test]
fn every_page_is_guarded_and_has_one_heading_of_the_first_level() {
    for (path, page) in html(&dataset()) {
        let policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
                      base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types madoguchi";
        // The editor alone may compile its module.
        let may = if path.ends_with("edit/index.html") {
            "script-src 'self' 'wasm-unsafe-eval';"
        } else {
            "script-src 'self';"
        };
        assert!(page.contains(&policy.replace("script-src 'self';", may)), "{path}");
        let lang = if path.starts_with("en/") { "en" } else { "ja" };
        assert!(page.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"{lang}\">")), "{path}");
        assert_eq!(page.matches("<h1").count(), 1, "{path}");
        let levels: Vec<u8> = page
            .split("<h")
            .skip(1)
            .filter_map(|rest| rest.bytes().next().filter(u8::is_ascii_digit).map(|digit| digit - b'0'))
            .collect();
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{path}: a heading of level {} follows one of level {}", pair[1], pair[0]);
        }
        let outside = page.replace("<script src=\"", "").replace("<script type=\"application/json\"", "");
        let outside = outside.replace("<script type=\"application/ld+json\">", "");
        for inline in ["<script", "<style", " style=", " onclick="] {
            assert!(!outside.contains(inline), "{path} has {inline}");
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
fn all_styles_together_and_all_scripts_together_stay_small() {
    // Data that only a script can load from a folder.
    let data = ["assets/municipalities.js", "assets/readings.js"];
    let files: Vec<_> = render(&dataset()).into_iter().filter(|file| !data.contains(&file.path.as_str())).collect();
    for (ending, least, most) in [(".css", 10_000, 20 * 1024), (".js", 5_000, 10 * 1024)] {
        let bytes: usize = files.iter().filter(|file| file.path.ends_with(ending)).map(|file| file.bytes.len()).sum();
        assert!((least..=most).contains(&bytes), "{bytes} bytes of {ending}");
    }
}

/// Which thread makes what, and when, is chance.
#[cfg(feature = "threads")]
#[test]
fn the_site_is_the_same_however_many_threads_make_it() {
    let dataset = dataset();
    let made = |threads: usize| {
        let threads = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        threads.install(|| render(&dataset))
    };
    assert!(made(1) == made(4));
}

#[test]
fn a_part_of_which_a_page_says_nothing_says_so() {
    for (path, page) in html(&super::data::whole_dataset()) {
        assert!(!page.contains("<ul class=\"cards\"></ul>") && !page.contains("<ul class=\"cards\">\n</ul>"), "{path}");
    }
}

#[test]
fn what_must_hold_of_several_persons_is_said_once() {
    let pages = html(&dataset());
    let page = &pages["en/m/172014/pin-reset.html"];
    let who =
        "guardian of a minor, guardian of an adult, or (curator, assistant, or voluntary guardian) and authority shown";
    assert!(page.contains(who));
    assert!(pages["m/172014/pin-reset.html"].contains("(保佐人、補助人、または任意後見人)で、かつ"));
}

#[test]
fn one_identity_document_is_not_several() {
    let pages = html(&dataset());
    let page = &pages["en/have/pin-reset.html"];
    assert!(page.contains("1 identity document of the authorised agent") && !page.contains("1 × the authorised agent"));
}

#[test]
fn what_is_needed_at_home_is_said_in_the_language_of_the_page() {
    let pages = html(&dataset());
    assert!(pages["m/042099.html"].contains("利用者クライアントソフト"));
    assert!(pages["en/m/042099.html"].contains("<li>user client software<li>IC card reader/writer</ul>"));
}

#[test]
fn a_date_stays_on_one_line() {
    let files = render(&dataset());
    let text = |path: &str| {
        let file = files.iter().find(|file| file.path == path).unwrap();
        String::from_utf8_lossy(&file.bytes).into_owned()
    };
    assert!(text("assets/site.css").contains("time{white-space:nowrap"));
    let page = text("compare/pin-reset.html");
    assert!(!page.contains(" / 2026-"));
    assert!(page.contains("</time> / <time>2026-") && page.contains("— / <time>2026-"));
}
