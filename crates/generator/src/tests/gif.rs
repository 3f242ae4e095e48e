//! The tables by the Digital Agency's models.

use std::collections::{BTreeMap, BTreeSet};

use madoguchi_schema::model::Fact;

use super::data::{dataset_with, finding, render, subject, today, whole_dataset};
use crate::facet::{FACETS, Value};

type Rows = Vec<BTreeMap<String, String>>;

fn rows(files: &[crate::Page], path: &str) -> Rows {
    let page = files.iter().find(|page| page.path == path).unwrap();
    let mut reader = csv::Reader::from_reader(page.bytes.as_slice());
    let head = reader.headers().unwrap().clone();
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| head.iter().zip(row.iter()).map(|(k, v)| (k.to_owned(), v.to_owned())).collect()).collect()
}

fn row<'r>(rows: &'r Rows, column: &str, id: &str) -> &'r BTreeMap<String, String> {
    rows.iter().find(|row| row[column] == id).unwrap_or_else(|| panic!("no {id}"))
}

#[test]
fn every_rule_of_a_municipality_comes_from_a_national_one_and_tells_its_states() {
    let dataset = whole_dataset();
    let rules = rows(&render(&dataset), "data/gif-451-4.csv");
    let numbers: BTreeSet<&str> = rules.iter().map(|row| row["制度番号"].as_str()).collect();
    assert_eq!(numbers.len(), rules.len());
    let mut local = 0;
    for row in &rules {
        let origin = row["元制度番号"].as_str();
        if origin.is_empty() {
            assert!(row["制度番号"].starts_with("national-") && row["制度変更区分"].is_empty(), "{row:?}");
            assert_eq!(row["制度所管組織"], "デジタル庁;総務省");
            assert!(row["詳細URL"].starts_with("http"), "{row:?}");
            continue;
        }
        assert!(numbers.contains(origin), "{row:?}");
        let (code, procedure) = row["制度番号"].split_once('-').unwrap();
        assert_eq!((row["地域"].as_str(), origin), (code, format!("national-{procedure}").as_str()));
        let subject = subject(&dataset, code, procedure);
        // The fee is told where it is stated, and a silent page is not free of charge.
        let is_stated = matches!(finding(&subject, "fee").fact, Fact::Stated(Value::Yen(_)));
        assert_eq!(!row["費用"].is_empty(), is_stated, "{row:?}");
        for (state, word) in [("silent", "記載なし"), ("unclear", "不明確"), ("unread", "未確認")] {
            let line = row["内容"].lines().find(|line| line.starts_with(&format!("{word}: ")));
            let named = line.map_or(0, |line| line.matches('、').count() + line.split(" / ").count());
            let there = FACETS.iter().filter(|facet| (facet.of)(&subject).fact.state().name() == state).count();
            assert_eq!(named, there, "{code} {procedure} {state}: {}", row["内容"]);
        }
        local += 1;
    }
    let all = dataset.municipalities.iter().map(|file| &file.municipality);
    let rules = all.flat_map(|city| city.procedures.values().filter_map(|rule| city.rule_on(rule, today())));
    assert_eq!(local, rules.count());
}

#[test]
fn a_rule_is_a_detail_an_addition_or_the_national_rule_itself() {
    let changed = |keys: Option<&[&str]>| {
        let dataset = dataset_with(|path, value| {
            let Some(keys) = keys.filter(|_| path.ends_with("172014-kanazawa.yaml")) else { return };
            let rule = value["procedures"]["pin-reset"].as_object_mut().unwrap();
            rule.retain(|key, _| keys.contains(&key.as_str()));
        });
        let rules = rows(&render(&dataset), "data/gif-451-4.csv");
        row(&rules, "制度番号", "172014-pin-reset")["制度変更区分"].clone()
    };
    // Kanazawa's proof of authority depends on the registered domicile.
    assert_eq!(changed(None), "2");
    assert_eq!(changed(Some(&["at"])), "1");
    // The kiosk is for the PINs for which the national layer has it.
    assert_eq!(changed(Some(&["elsewhere"])), "0");
    assert_eq!(changed(Some(&[])), "");
}

#[test]
fn a_counter_has_its_days_and_times_where_the_model_can_say_them() {
    let places = rows(&render(&whole_dataset()), "data/gif-451-7.csv");
    let desk = row(&places, "ID", "172014-my-number-desk");
    let columns = ["種別情報", "利用可能曜日", "開始時刻", "終了時刻", "全国地方公共団体コード", "都道府県"];
    assert_eq!(columns.map(|name| desk[name].as_str()), ["1302", "月火水木金", "09:00", "17:45", "172014", "石川県"]);
    for row in &places {
        let times = ["利用可能曜日", "開始時刻", "終了時刻"].map(|column| row[column].is_empty());
        assert!(times == [true; 3] || times == [false; 3], "{row:?}");
        assert!(times == [true; 3] || !row["利用可能日時説明"].is_empty(), "{row:?}");
        assert!(row["ID"].starts_with(&row["全国地方公共団体コード"]) && !row["名称"].is_empty());
    }
}
