use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V020",
    name: "date-shape",
    level: Level::Error,
    ja: Text {
        message: "「{ $text }」は日付の書き方と違います。",
        help: "西暦の年・月・日を 2026-11-21 のように書きます。",
        cases: &[
            ("instead", "{ $instead } と書いてください。"),
            ("full-width", "全角の文字か引用符があります。半角で { $instead } と書いてください。"),
            ("empty-message", "日付がまだ書かれていません。"),
        ],
        about: "日付は1つの書き方にそろえます。並べ替えや期限の計算ができ、`04/01` のどちらが月かを迷うこともありません。",
    },
    en: Text {
        message: "`{ $text }` is not a date as it is written here.",
        help: "Write year, month and day: 2026-11-21. The years are those of the Western calendar.",
        cases: &[
            ("instead", "Write { $instead }."),
            ("full-width", "It has full-width characters or quotation marks. In half width it is { $instead }."),
            ("empty-message", "The date is not filled in yet."),
        ],
        about: "Dates have one spelling, so that they can be sorted and counted from, and nobody wonders which part of `04/01` is the month.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026年4月1日
    read_on: 2026-11-21
    read: whole
",
    ),
    right: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
",
    ),
    check: None,
};
