use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V003",
    name: "control-in-text",
    level: Level::Error,
    ja: Text {
        message: "見えない文字か、置けない空白があります。",
        help: "消してください。",
        cases: &[],
        about: "見えない文字は、読む人にも検索にも気づかれずに、文字の意味や向きを変えます。アドレスのなかの空白は、そこでアドレスを切ってしまいます。引用符のなかの `\\u200b` のような書き方や、`|` で始めた文の改行も同じです。",
    },
    en: Text {
        message: "A character in this text cannot be seen, or is a space where none may be.",
        help: "Delete it.",
        cases: &[],
        about: "A character that cannot be seen changes a text unnoticed by readers and by searches, and a space cuts an address in two. The same goes for escapes such as `\\u200b` and for the line end of a text after `|`.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/my number/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
",
    ),
    right: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/my%20number/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
",
    ),
    check: None,
};
