use std::collections::BTreeMap;

use super::data::{assets, dataset, dataset_with, html, options, render, whole_dataset};
use crate::{Options, site};

fn index() -> String {
    let pages = render(&dataset());
    let page = pages.into_iter().find(|page| page.path == "assets/municipalities.js").unwrap();
    String::from_utf8(page.bytes).unwrap()
}

#[test]
fn the_index_has_every_municipality_and_says_which_has_a_file() {
    let index = index();
    let lines: Vec<&str> = index.split('`').nth(1).unwrap().lines().collect();
    let municipalities = lines.iter().filter(|line| line.as_bytes()[2] != b',');
    assert_eq!(municipalities.clone().count(), dataset().national_list.all().len());
    assert_eq!(municipalities.filter(|line| line.ends_with(",*")).count(), dataset().municipalities.len());
    assert!(
        lines.contains(&"172014,金沢市,かなざわし,Kanazawa,*") && lines.contains(&"132063,府中市,ふちゅうし,Fuchu")
    );
    assert!(lines.contains(&"17,石川県,Ishikawa"));
    assert!(index.len() <= 90_000, "{} bytes", index.len());
}

#[test]
fn every_municipality_stands_on_the_page_of_its_prefecture() {
    let dataset = dataset();
    let pages: BTreeMap<String, String> = html(&dataset);
    for listed in dataset.national_list.all() {
        let page = &pages[&format!("prefecture/{:02}.html", listed.prefecture().number)];
        let has_file = dataset.municipalities.iter().any(|file| file.municipality.municipality == listed.code);
        let place = format!("id=\"m{}\"", listed.code);
        assert!(page.contains(listed.name.as_str()), "{listed:?}");
        assert_eq!(page.contains(&place), !has_file, "{listed:?}");
        assert_eq!(page.contains(&format!("../m/{}.html", listed.code)), has_file, "{listed:?}");
    }
}

#[test]
fn a_homonym_can_be_told_by_its_prefecture() {
    let pages = html(&dataset());
    for (number, code) in [("13", "132063"), ("34", "342084")] {
        assert!(pages[&format!("prefecture/{number}.html")].contains(&format!("id=\"m{code}\">府中市")));
    }
    assert!(
        pages["en/prefecture/13.html"]
            .contains("id=\"m132063\">Fuchu <span class=\"reading\"><span lang=\"ja\">府中市")
    );
}

/// Whether another municipality has the same name differs between the languages.
#[test]
fn pages_of_homonyms_are_named_with_their_prefecture() {
    let pages = html(&whole_dataset());
    let titled = |path: &str, name: &str| {
        let (title, heading) = (pages[path].split("<title>").nth(1), pages[path].split("<h1>").nth(1));
        let [title, heading] =
            [(title, "</title>"), (heading, "</h1>")].map(|(text, end)| text.unwrap().split(end).next());
        assert!(title.unwrap().contains(name) && heading.unwrap().contains(name), "{path}: {title:?} {heading:?}");
    };
    for (code, name) in [("141305", "Kawasaki (Kanagawa)"), ("406058", "Kawasaki (Fukuoka)")] {
        for page in [format!("{code}.html"), format!("{code}/pin-reset.html"), format!("{code}/pin-reset/facts.html")] {
            titled(&format!("en/m/{page}"), name);
        }
    }
    assert!(pages["m/141305.html"].contains("<title>川崎市"));
    assert!(pages["m/406058.html"].contains("<title>福岡県川崎町"));
    let alone = &pages["en/m/172014.html"];
    assert!(alone.contains("<title>Kanazawa:"), "who is alone needs no prefecture");
}

#[test]
fn papers_in_hand_are_held_against_municipalities_by_prefecture() {
    let page = &html(&whole_dataset())["en/have/pin-reset.html"];
    let rows: Vec<&str> = page.split("<tr").collect();
    let row = |code: &str| rows.iter().position(|row| row.contains(&format!("data-code=\"{code}\""))).unwrap();
    for (code, prefecture) in [("141305", "Kanagawa"), ("406058", "Fukuoka")] {
        let heading = rows[..row(code)].iter().rfind(|row| row.contains("rowgroup")).unwrap();
        assert!(heading.contains(&format!(">{prefecture}<")), "{heading}");
    }
}

#[test]
fn a_municipality_is_asked_for_in_the_repository_and_nowhere_without_one() {
    let form = "https://example.org/owner/name/issues/new?template=new-municipality.yml";
    let pages = html(&dataset());
    assert!(pages["prefecture/13.html"].contains(&format!("{form}&amp;municipality=132063")));
    assert!(pages["contribute.html"].contains(form));
    let without = Options { repository: None, ..options() };
    for page in site(&dataset(), &assets(), &without).unwrap() {
        assert!(!String::from_utf8_lossy(&page.bytes).contains("/issues/new"), "{}", page.path);
    }
}

#[test]
fn a_rule_that_changed_is_shown_with_what_it_was_before() {
    let dataset = dataset_with(|path, value| {
        if path.contains("042099") {
            let rule = &mut value["procedures"]["certificate-issue"];
            let mut earlier = rule.clone();
            earlier["valid_until"] = "2026-01-31".into();
            earlier["reservation"] = "none".into();
            rule["valid_from"] = "2026-02-01".into();
            rule["reservation"] = "required".into();
            rule["earlier"] = serde_json::json!([earlier]);
        }
    });
    let page = &html(&dataset)["changes.html"];
    let change =
        page.split("<li id=\"").find(|change| change.starts_with("m042099-certificate-issue-2026-02-01\"")).unwrap();
    let change = change.split("</dl>").next().unwrap();
    let (before, after) = change.split_once("class=\"side\">後").unwrap();
    assert!(before.contains("予約はいらない") && after.contains("予約が必要"), "{change}");
    assert!(change.contains("多賀城市"));
}

#[test]
fn changes_stand_in_months_the_latest_first() {
    let page = &html(&dataset())["changes.html"];
    let months: Vec<&str> = page.split("<h2 id=\"month-").skip(1).map(|rest| &rest[..7]).collect();
    assert!(months.len() > 10 && months.is_sorted_by(|a, b| a > b), "{months:?}");
    for id in dataset().changes.changes.keys() {
        assert!(page.contains(&format!("<li id=\"{id}\">")), "{id}");
    }
}

#[test]
fn words_with_furigana_stand_in_brackets_that_no_word_has() {
    let pages = render(&dataset());
    let page = pages.iter().find(|page| page.path == "assets/readings.js").unwrap();
    let script = std::str::from_utf8(&page.bytes).unwrap();
    let words: Vec<&str> = script.split('"').nth(1).unwrap().split(' ').collect();
    assert!(words.contains(&"[運転免許証:うんてんめんきょしょう]") && words.contains(&"[持:も]ち[物:もの]"));
    for word in words {
        assert_eq!(word.matches('[').count(), word.matches(']').count(), "{word}");
        assert_eq!(word.matches('[').count(), word.matches(':').count(), "{word}");
    }
}
