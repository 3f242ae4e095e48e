//! The national list of the checkout, and what is found where a file differs from it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

mod support;

use std::collections::BTreeSet;
use std::sync::Arc;

use madoguchi_schema::load::{Content, Loaded, RawFile};
use madoguchi_schema::national_list::{self, MunicipalityKind, NationalList};
use madoguchi_schema::scalar::{Day, MunicipalityCode, PREFECTURES, Scalar as _};
use madoguchi_validator::{Diagnostic, Lang, Messages, report};

fn list() -> Option<Arc<NationalList>> {
    support::loaded(support::dataset_files()).national_list
}

/// A small file of a municipality, beside the shared documents.
fn with_city(path: &str, code: &str, name: &str, urls: &[&str]) -> Loaded {
    let mut text = format!("municipality: \"{code}\"\nname: {name}\n\nsources:\n");
    for (i, url) in urls.iter().enumerate() {
        text.push_str(&format!(
            "  s{i}:\n    url: {url}\n    title: 暗証番号\n    page_date: unknown\n    read_on: 2026-11-21\n    read: part\n"
        ));
    }
    let mut files = support::shared_files();
    files.push(RawFile { path: path.to_owned(), content: Content::Bytes(text.into_bytes()) });
    support::loaded(files)
}

fn findings(loaded: &Loaded) -> Vec<Diagnostic> {
    let mut found = madoguchi_validator::check(loaded, support::today()).diagnostics;
    found.retain(|finding| finding.rule.code.starts_with("F03"));
    found
}

#[test]
fn the_list_holds_every_municipality_of_every_prefecture() {
    let list = list().unwrap();
    assert_eq!(list.all().len(), 1741);
    let of_prefectures = PREFECTURES.iter().map(|prefecture| list.by_prefecture(prefecture.number).len());
    assert!(of_prefectures.clone().all(|count| count >= 15), "{:?}", of_prefectures.collect::<Vec<_>>());
    assert_eq!(of_prefectures.sum::<usize>(), 1741);
    let count = |kind| list.all().iter().filter(|listed| listed.kind == kind).count();
    let kinds = [MunicipalityKind::City, MunicipalityKind::Ward, MunicipalityKind::Town, MunicipalityKind::Village];
    assert_eq!(kinds.map(count), [792, 23, 743, 183]);
    assert!(list.by_prefecture(1).iter().all(|listed| !("016951"..="017001").contains(&listed.code.as_str())));
}

#[test]
fn the_code_of_every_line_has_its_check_digit() {
    for listed in list().unwrap().all() {
        assert_eq!(MunicipalityCode::parse(listed.code.as_str()).as_ref(), Ok(&listed.code));
    }
}

#[test]
fn the_cities_of_the_dataset_are_in_the_list_as_they_are() {
    let loaded = support::loaded(support::dataset_files());
    let dataset = loaded.dataset.unwrap();
    assert!(dataset.municipalities.len() >= 4);
    for file in &dataset.municipalities {
        let city = &file.municipality;
        let listed = dataset.national_list.get(&city.municipality).unwrap();
        assert_eq!((&listed.name, &listed.kana), (&city.name.ja, &city.name.kana), "{}", file.path);
    }
}

#[test]
fn every_code_that_ended_leads_to_municipalities_of_today_and_none_is_in_use() {
    let loaded = support::loaded(support::dataset_files());
    let (list, former) = (loaded.national_list.unwrap(), loaded.former.unwrap());
    assert!(former.all().len() > 2000);
    for ended in former.all() {
        let code = &ended.listed.code;
        assert!(list.get(code).is_none(), "{code} is in use");
        assert!(ended.ended_on >= Day::parse("1970-04-01").unwrap(), "{code}");
        assert!(!former.today(ended, &list).is_empty(), "{code} leads nowhere");
    }
    // Shimizu city became a part of Shizuoka, whose code changed when it was designated.
    let shimizu = former.get(&MunicipalityCode::parse("222046").unwrap()).unwrap();
    let today: Vec<&str> = former.today(shimizu, &list).iter().map(|listed| listed.name.as_str()).collect();
    assert_eq!((shimizu.listed.name.as_str(), today), ("清水市", vec!["静岡市"]));
}

#[test]
fn homonyms_are_found_with_all_their_prefectures() {
    let list = list().unwrap();
    for (name, expected) in [
        ("松前町", vec!["北海道", "愛媛県"]),
        ("太子町", vec!["大阪府", "兵庫県"]),
        ("府中市", vec!["東京都", "広島県"]),
        ("池田町", vec!["北海道", "福井県", "長野県", "岐阜県"]),
        ("金沢市", vec!["石川県"]),
    ] {
        assert_eq!(list.named(name).map(|listed| listed.prefecture().ja).collect::<Vec<_>>(), expected);
    }
    let names: Vec<&str> = list.all().iter().map(|listed| listed.name.as_str()).collect();
    let kinds: BTreeSet<&str> = names.iter().copied().collect();
    assert!(kinds.len() < names.len());
}

#[test]
fn the_dataset_is_not_whole_without_the_list() {
    let files = support::dataset_files().into_iter().filter(|file| file.path != national_list::PATH).collect();
    let loaded = support::loaded(files);
    assert_eq!(loaded.missing, [national_list::PATH]);
    assert!(loaded.dataset.is_none() && loaded.national_list.is_none());
}

#[test]
fn what_cannot_be_a_list_is_refused() {
    for (bytes, rule) in [
        (vec![b'#'; national_list::MOST_BYTES + 1], "file-too-large"),
        (b"code\xff".to_vec(), "not-utf8"),
        ("\u{feff}code".as_bytes().to_vec(), "byte-order-mark"),
        (b"\n".to_vec(), "empty-file"),
        (b"code\n".to_vec(), "national-list"),
    ] {
        let mut files = support::shared_files();
        files.retain(|file| file.path != national_list::PATH);
        files.push(RawFile { path: national_list::PATH.to_owned(), content: Content::Bytes(bytes) });
        let checked = madoguchi_validator::check(&support::loaded(files), support::today());
        let found: Vec<&str> = checked.diagnostics.iter().map(|finding| finding.rule.name).collect();
        assert_eq!(found, [rule]);
    }
}

#[test]
fn a_neighbours_code_and_a_wards_code_are_told_apart() {
    for (path, code, name, expected) in [
        (
            "municipalities/17-ishikawa/172031-kanazawa.yaml",
            "172031",
            "{ ja: 金沢市, kana: かなざわし, en: Kanazawa }",
            ("name-of-code", Some("other"), Some("\"172014\"")),
        ),
        (
            "municipalities/14-kanagawa/141011-tsurumi.yaml",
            "141011",
            "{ ja: 鶴見区, kana: つるみく, en: Tsurumi }",
            ("unlisted-code", Some("ward"), None),
        ),
        (
            "municipalities/03-iwate/033057-takizawa.yaml",
            "033057",
            "{ ja: 滝沢村, kana: たきざわむら, en: Takizawa }",
            ("unlisted-code", Some("former"), Some("\"032166\"")),
        ),
        (
            "municipalities/29-nara/292117-katsuragi.yaml",
            "292117",
            "{ ja: 葛\u{e0100}木市, kana: かつらぎし, en: Katsuragi }",
            ("name-of-code", None, Some("葛城市")),
        ),
    ] {
        let found = findings(&with_city(path, code, name, &["https://www.city.example.lg.jp/pin.html"]));
        let [finding] = &found[..] else { panic!("{code}: {found:?}") };
        let edit = finding.edit.as_ref().map(|edit| edit.text.as_str());
        assert_eq!((finding.rule.name, finding.case, edit), expected);
    }
    let katsuragi = with_city(
        "municipalities/29-nara/292117-katsuragi.yaml",
        "292117",
        "{ ja: 葛\u{e0100}城市, kana: かつらぎし, en: Katsuragi }",
        &["https://www.city.katsuragi.nara.jp/pin.html"],
    );
    assert_eq!(findings(&katsuragi), []);
}

#[test]
fn a_host_tells_homonyms_apart_only_where_it_names_a_prefecture() {
    let path = "municipalities/34-hiroshima/342084-fuchu.yaml";
    let name = "{ ja: 府中市, kana: ふちゅうし, en: Fuchu }";
    let here = "https://www.city.fuchu.hiroshima.jp/pin.html";
    let there = "https://www.city.fuchu.tokyo.jp/pin.html";
    for (urls, expected) in [
        (vec![here], None),
        (vec!["https://www.city.fuchu.lg.jp/pin.html"], None),
        (vec!["https://www.city.hiroshima-tokyo.lg.jp/pin.html"], None),
        (vec![there], Some((1, true))),
        (vec![there, there], Some((2, true))),
        (vec![here, there], Some((1, false))),
    ] {
        let found = findings(&with_city(path, "342084", name, &urls));
        let found = found.first().map(|finding| (finding.related.len(), finding.edit.is_some()));
        assert_eq!(found, expected, "{urls:?}");
    }
}

#[test]
fn the_report_of_one_file_shows_the_line_of_the_list() {
    let path = "municipalities/01-hokkaido/013315-matsumae.yaml";
    let name = "{ ja: 松前町, kana: まさきちょう, en: Matsumae }";
    let loaded = with_city(path, "013315", name, &["https://www.town.matsumae.hokkaido.jp/pin.html"]);
    let checked = madoguchi_validator::check(&loaded, support::today()).only(|other| other == path);
    assert_eq!(checked.files, 1);
    for lang in [Lang::Ja, Lang::En] {
        let text = report::human(&checked, &Messages::new(lang).unwrap(), false).unwrap();
        assert!(text.contains("datasets/national/municipalities.csv"), "{text}");
        assert!(text.contains("013315,北海道,松前町,まつまえちょう,town"), "{text}");
        assert!(text.contains("384011"), "{text}");
    }
}
