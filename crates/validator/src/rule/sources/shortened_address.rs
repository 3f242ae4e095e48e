//! A shortened link: nobody sees where it leads, and it can lead elsewhere tomorrow.

use crate::rule::Written;
use crate::rule::prelude::*;
use madoguchi_schema::scalar::{Scalar as _, WebAddress};

use super::is_at;

pub(crate) static RULE: Rule = Rule {
    code: "U002",
    name: "shortened-address",
    level: Level::Error,
    ja: Text {
        message: "{ $host } は短縮アドレスです。",
        help: "開いた先のページのアドレスを書いてください。",
        cases: &[],
        about: "短縮アドレスは、どのページを読んだのかが見てわかりません。行き先をあとから変えることもできます。",
    },
    en: Text {
        message: "{ $host } is a service of shortened links.",
        help: "Give the address of the page to which it leads.",
        cases: &[],
        about: "A shortened link does not show which page was read, and can lead to another one tomorrow.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://bit.ly/4fMihon
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

/// Services of shortened links that pages and posts in Japan use.
pub(super) const HOSTS: &[&str] = &[
    "bit.ly",
    "buff.ly",
    "cutt.ly",
    "goo.gl",
    "is.gd",
    "lnkd.in",
    "ow.ly",
    "qr.paps.jp",
    "qrtn.jp",
    "rb.gy",
    "t.co",
    "t.ly",
    "tiny.cc",
    "tinyurl.com",
    "ux.nu",
    "x.gd",
];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let is_address = |written: &&Written<'_>| matches!(written.key, Some("url" | "link" | "announced_at"));
    for Written { node, text, .. } in subject.texts().iter().filter(is_address) {
        let address = WebAddress::parse(text).ok();
        if let Some(address) = address.filter(|address| is_at(address.host(), HOSTS)) {
            found.push(subject.finding(&RULE, node.span).text("host", address.host()));
        }
    }
}
