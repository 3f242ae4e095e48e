use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V031",
    name: "url-scheme",
    level: Level::Error,
    ja: Text {
        message: "アドレスは https:// で始まります(ほかにないときだけ http://)。",
        help: "ブラウザーのアドレス欄から写してください。",
        cases: &[],
        about: "`https` と `http` のほかは、だれもが開けるページではありません。`javascript:` や `data:` のアドレスは、公開したページで害になります。",
    },
    en: Text {
        message: "An address begins with https:// (or http:// where the page has no other).",
        help: "Copy it from the address bar.",
        cases: &[],
        about: "Nothing but `https` and `http` opens a page for everybody, and an address such as `javascript:` or `data:` would do harm on a published site.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: htps://www.city.mihon.example/mynumber/pin.html
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
