//! A copy of a page in an archive, a cache or a translation service in place of the page itself.

use crate::rule::prelude::*;

use super::is_at;

pub(crate) static RULE: Rule = Rule {
    code: "U005",
    name: "copied-page",
    level: Level::Error,
    ja: Text {
        message: "{ $host } は、ページの写し(保存・キャッシュ・翻訳)です。",
        help: "自治体のサイトにある、元のページのアドレスを書いてください。",
        cases: &[],
        about: "保存された写しは、ページが書きかわっても古いままです。翻訳の中継は、ことばが元のページと違います。出典は元のページだけです。",
    },
    en: Text {
        message: "{ $host } shows a copy of a page: an archive, a cache or a translation.",
        help: "Give the address of the page itself on the municipality's site.",
        cases: &[],
        about: "An archived copy stays as it was when the page changes, and a translation proxy has other words than the page. The source is the page itself.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://web.archive.org/web/2026/https://www.city.mihon.example/mynumber/pin.html
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
    check: Some(Check::File(check)),
};

/// Archives, caches and translation services; hosts below them too.
pub(super) const HOSTS: &[&str] = &[
    "archive.is",
    "archive.org",
    "archive.ph",
    "archive.today",
    "cc.bingj.com",
    "j-server.com",
    "megalodon.jp",
    "translate.goog",
    "translate.google.co.jp",
    "translate.google.com",
    "transer.com",
    "warp.da.ndl.go.jp",
    "warp.ndl.go.jp",
    "webcache.googleusercontent.com",
];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    if subject.municipality().is_none() {
        return;
    }
    for (_, source, route) in subject.sources().filter(|(_, source, _)| is_at(source.url.host(), HOSTS)) {
        found.push(subject.finding(&RULE, subject.span(&route.key("url"))).text("host", source.url.host()));
    }
}
