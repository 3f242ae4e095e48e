use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V030",
    name: "url-shape",
    level: Level::Error,
    ja: Text {
        message: "ページのアドレスになっていません。",
        help: "ブラウザーのアドレス欄から写してください。https:// で始まります。",
        cases: &[("empty-message", "ページのアドレスがまだ書かれていません。")],
        about: "どの事実も、読んだページまでたどれる必要があります。アドレスの全体がないと、ページを開けません。",
    },
    en: Text {
        message: "This is no web address.",
        help: "Copy it from the address bar; it begins with https://.",
        cases: &[("empty-message", "The address is not filled in yet.")],
        about: "Every fact leads back to the page on which it was read. A part of an address opens no page.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
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
