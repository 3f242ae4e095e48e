//! What search engines, browsers and programs are told: sitemap, robots, OpenSearch, llms.txt.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::data::{assets, dataset, options, render};
use crate::export::sitemap;
use crate::{Options, Page, site};

/// The texts of the elements of that name.
fn texts(xml: &[u8], name: &str) -> Vec<String> {
    let mut reader = Reader::from_reader(xml);
    let mut found = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) if start.name().as_ref() == name.as_bytes() => {
                found.push(reader.read_text(start.name()).unwrap().decode().unwrap().into_owned());
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn file<'p>(pages: &'p [Page], path: &str) -> Option<&'p [u8]> {
    pages.iter().find(|page| page.path == path).map(|page| page.bytes.as_slice())
}

#[test]
fn the_sitemap_lists_every_page_and_nothing_else() {
    let pages = render(&dataset());
    let listed = texts(file(&pages, "sitemap.xml").unwrap(), "loc");
    let wanted: Vec<String> = pages
        .iter()
        .filter(|page| page.path.ends_with(".html"))
        .map(|page| format!("https://example.org/{}", page.path))
        .collect();
    assert_eq!(listed, wanted);
}

#[test]
fn the_days_of_the_sitemap_are_those_on_which_something_was_read() {
    let dataset = super::data::dataset_with(|path, value| {
        if path.contains("172014") {
            value["sources"]["pin"]["read_on"] = "2027-01-05".into();
        }
    });
    let read = sitemap::Read::of(&dataset);
    let day = |path: &str| read.on(path).map(|day| day.to_string());
    let (new, old) = (Some("2027-01-05".to_owned()), Some("2026-11-21".to_owned()));
    for path in ["m/172014.html", "en/m/172014/pin-reset.html", "prefecture/17.html", "index.html", "changes.html"] {
        assert_eq!(day(path), new, "{path}");
    }
    assert_eq!(day("facet/pin-reset/fee.html"), new);
    for path in ["m/121002.html", "easy/m/121002/pin-reset/facts.html", "prefecture/12.html"] {
        assert_eq!(day(path), old, "{path}");
    }
    for path in ["about.html", "en/lints/U001.html", "prefecture/01.html"] {
        assert_eq!(day(path), None, "{path}: nothing was read for it");
    }
}

#[test]
fn more_pages_than_one_file_may_have_are_in_several_behind_an_index() {
    let dataset = dataset();
    let paths = ["a.html", "en/a.html", "en/m/172014.html", "m/172014.html", "z.html"];
    let files = sitemap::split(&dataset, "https://example.org/x", &paths, 2).unwrap();
    let names: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]);
    let index = &files[3].bytes;
    assert_eq!(texts(index, "loc")[0], "https://example.org/x/sitemap-1.xml");
    assert_eq!(texts(index, "lastmod"), ["2026-11-21"], "the one of the two pages that were read");
    let listed: Vec<String> = files[..3].iter().flat_map(|file| texts(&file.bytes, "loc")).collect();
    assert_eq!(listed, paths.map(|path| format!("https://example.org/x/{path}")));
}

#[test]
fn robots_are_let_in_and_led_to_the_sitemap() {
    let pages = render(&dataset());
    let robots = std::str::from_utf8(file(&pages, "robots.txt").unwrap()).unwrap();
    assert_eq!(robots, "User-agent: *\nAllow: /\nSitemap: https://example.org/sitemap.xml\n");
}

#[test]
fn a_browser_finds_the_search_of_the_home_page() {
    let pages = render(&dataset());
    for prefix in ["", "easy/", "en/"] {
        let xml = file(&pages, &format!("{prefix}opensearch.xml")).unwrap();
        let name = texts(xml, "ShortName").remove(0);
        assert!((1..=crate::export::opensearch::MOST_LETTERS).contains(&name.chars().count()), "{name}");
        let mut reader = Reader::from_reader(xml);
        let mut templates = BTreeMap::new();
        loop {
            match reader.read_event().unwrap() {
                Event::Empty(url) => {
                    let value = |name: &str| {
                        let attribute = url.try_get_attribute(name).unwrap().unwrap();
                        String::from_utf8(attribute.value.into_owned()).unwrap()
                    };
                    templates.insert(value("type"), value("template"));
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(templates["text/html"], format!("https://example.org/{prefix}index.html?q={{searchTerms}}"));
        let page = std::str::from_utf8(file(&pages, &format!("{prefix}m/172014.html")).unwrap()).unwrap();
        assert!(page.contains("<link rel=\"search\" type=\"application/opensearchdescription+xml\""), "{prefix}");
        assert!(page.contains("href=\"../opensearch.xml\""), "{prefix}");
    }
    let script = std::str::from_utf8(file(&pages, "assets/search.js").unwrap()).unwrap();
    assert!(script.contains("get(\"q\")"), "the search takes what the address asks for");
}

#[test]
fn programs_are_told_what_there_is_and_all_of_it_is_there() {
    let pages = render(&dataset());
    let paths: BTreeSet<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    let text = std::str::from_utf8(file(&pages, "llms.txt").unwrap()).unwrap();
    assert!(text.starts_with("# ") && text.contains("\n> "));
    let links: Vec<&str> = text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()).collect();
    assert!(links.len() > 20);
    for link in links {
        let path = link.strip_prefix("https://example.org/").unwrap();
        assert!(paths.contains(path), "{path}");
    }
}

#[test]
fn without_an_address_there_is_nothing_that_would_need_one() {
    let pages = site(&dataset(), &assets(), &Options { base_url: None, ..options() }).unwrap();
    for path in ["sitemap.xml", "opensearch.xml", "en/opensearch.xml"] {
        assert!(file(&pages, path).is_none(), "{path}");
    }
    assert_eq!(file(&pages, "robots.txt"), Some("User-agent: *\nAllow: /\n".as_bytes()));
    let page = std::str::from_utf8(file(&pages, "data.html").unwrap()).unwrap();
    assert!(!page.contains("sitemap.xml\"") && !page.contains("rel=\"search\""));
    let text = std::str::from_utf8(file(&pages, "llms.txt").unwrap()).unwrap();
    assert!(text.contains("](api/v1/index.json)"));
}

#[test]
fn the_page_on_the_data_names_every_endpoint_with_an_example_that_is_there() {
    let pages = render(&dataset());
    let description: serde_json::Value = serde_json::from_slice(file(&pages, "api/v1/openapi.json").unwrap()).unwrap();
    for prefix in ["", "easy/", "en/"] {
        let page = std::str::from_utf8(file(&pages, &format!("{prefix}data.html")).unwrap()).unwrap();
        for path in description["paths"].as_object().unwrap().keys() {
            assert!(page.contains(&format!("<code>api/v1{path}</code>")), "{prefix}: {path}");
        }
        for format in ["data/madoguchi.sqlite", "data/facts.csv", "data/pin-reset.csv", "changes.atom", "sitemap.xml"] {
            assert!(page.contains(format), "{prefix}: {format}");
        }
    }
}
