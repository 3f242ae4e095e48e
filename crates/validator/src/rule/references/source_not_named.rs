use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "R004",
    name: "source-not-named",
    level: Level::Error,
    ja: Text {
        message: "どのページで読んだかが書いてありません。",
        help: "出典が2つ以上あります。この中に source: と出典の識別子を書いてください。",
        cases: &[],
        about: "どの事実も、どのページで読んだかをたどれなければなりません。出典が1つなら省けますが、2つ以上あるときは、窓口・区分・手続きなどの1つずつに書きます。",
    },
    en: Text {
        message: "It is not said on which page this was read.",
        help: "The file has several sources: add `source:` with the id of one in this block.",
        cases: &[],
        about: "Every fact can be traced to a page. A file with one source need not name it; with several, each counter, class and procedure does.",
    },
    wrong: Example::File(
        r#"municipality: "991007"
name: { ja: 見本市, kana: みほんし, en: Mihon }

sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
  certificates:
    url: https://www.city.mihon.example/mynumber/certificates.html
    title: 電子証明書の更新について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: part

contact:
  source: certificates
  telephone: 000-000-0000

counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main
    source: pin

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
    ),
    right: Example::File(
        r#"municipality: "991007"
name: { ja: 見本市, kana: みほんし, en: Mihon }

sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
  certificates:
    url: https://www.city.mihon.example/mynumber/certificates.html
    title: 電子証明書の更新について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: part

contact:
  source: certificates
  telephone: 000-000-0000

counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main
    source: pin

procedures:
  pin-reset:
    source: pin
    section: 暗証番号の再設定
    at: [city-hall]
    applicants:
      principal:
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal }
"#,
    ),
    check: None,
};
