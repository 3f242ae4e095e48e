use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "F023",
    name: "same-municipality",
    level: Level::Error,
    ja: Text {
        message: "datasets/{ $other } と同じコードです。",
        help: "同じ自治体なら1つのファイルにまとめ、別の自治体ならコードを直してください。",
        cases: &[],
        about: "1つの自治体に1つのファイルです。2つあると、どちらの規則が正しいか決められません。",
    },
    en: Text {
        message: "datasets/{ $other } has the same code.",
        help: "If it is the same municipality, put both into one file; if not, correct the code.",
        cases: &[],
        about: "A municipality has one file. With two, nobody knows whose rules hold.",
    },
    wrong: Example::Files(&[(
        "municipalities/99-fiction/991007-shin-mihon.yaml",
        r#"municipality: "991007"
name: { ja: 新見本市, kana: しんみほんし, en: Shin-Mihon }

sources:
  pin:
    url: https://www.city.shin-mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole

counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main

procedures:
  pin-reset:
    section: 暗証番号の再設定
    at: [city-hall]
    applicants:
      principal:
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal }
"#,
    )]),
    right: Example::Files(&[(
        "municipalities/99-fiction/991015-shin-mihon.yaml",
        r#"municipality: "991015"
name: { ja: 新見本市, kana: しんみほんし, en: Shin-Mihon }

sources:
  pin:
    url: https://www.city.shin-mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole

counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main

procedures:
  pin-reset:
    section: 暗証番号の再設定
    at: [city-hall]
    applicants:
      principal:
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal }
"#,
    )]),
    check: None,
};
