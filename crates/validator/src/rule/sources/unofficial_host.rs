//! A source that is not on a host of a municipality: a mirror, a cache, a proxy, or a mistyped name.
//!
//! Municipalities have `*.lg.jp`, the older `city.*.jp`, `town.*.jp`, `vill.*.jp` and the
//! geographic `city.<name>.<prefecture>.jp`. A few have other names; the finding is a warning.

use crate::rule::prelude::*;
use madoguchi_schema::load::Document;

use super::{copied_page, is_at, look_alike_host, shortened_address};

pub(crate) static RULE: Rule = Rule {
    code: "U001",
    name: "unofficial-host",
    level: Level::Warning,
    ja: Text {
        message: "{ $host } は、自治体の公式サイトかどうかわかりません。",
        help: "写しではなく、自治体のサイトのアドレスを書いてください。公式サイトなら、プルリクエストにそう書いてください。",
        cases: &[],
        about: "検索サイトの控えや写しは古いことがあり、だれでも作れます。自治体のサイトは、ほとんどが lg.jp か、city.名前.jp のような名前です。",
    },
    en: Text {
        message: "{ $host } is not known as a municipality's own host.",
        help: "Give the address on the municipality's own site, not of a copy. If this is the official site, say so in the pull request.",
        cases: &[],
        about: "Caches and copies may be old, and anybody can make one. Nearly all municipalities have hosts below `lg.jp`, or such as `city.<name>.jp`.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://cache.example.net/city-mihon/pin.html
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

/// Official sites whose names do not show it. A host comes here after somebody other than the file's
/// author has found it linked from the municipality's own site or from the prefecture's list of
/// municipalities; the pull request says where. In the order of the alphabet, the whole host.
const OFFICIAL: &[&str] = &[
    "faq.miyazaki-city-callcenter.jp", // 宮崎市
    "webtown.nagayo.jp",               // 長与町
    "www.inacity.jp",                  // 伊那市
    "www.kawauchimura.jp",             // 川内村
    "www.tomioka-town.jp",             // 富岡町
    "www.town-kawasaki.com",           // 川崎町
];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Document::Municipality(city) = subject.document else {
        return;
    };
    for (_, source, route) in subject.sources() {
        let host = source.url.host();
        let is_example = city.municipality.is_fictional() && host.ends_with(".example");
        // Copies, shortened links and look-alikes have rules of their own.
        let is_known = OFFICIAL.contains(&host)
            || is_at(host, copied_page::HOSTS)
            || is_at(host, shortened_address::HOSTS)
            || look_alike_host::is_look_alike(&source.url);
        if !is_official(host) && !is_known && !is_example {
            let span = subject.span(&route.key("url"));
            found.push(subject.finding(&RULE, span).text("host", host));
        }
    }
}

fn is_official(host: &str) -> bool {
    let mut labels: Vec<&str> = host.split('.').collect();
    if labels.pop() != Some("jp") {
        return false;
    }
    let is_kind = |label: &&str| matches!(*label, "city" | "town" | "vill" | "village" | "ward" | "pref" | "metro");
    let kind = labels.iter().position(is_kind);
    labels.last() == Some(&"lg") || kind.is_some_and(|at| labels.len() > at + 1)
}

#[cfg(test)]
mod tests {
    use super::is_official;

    #[test]
    fn hosts_of_municipalities_are_told_from_others() {
        for host in
            ["www.city.chiba.jp", "www4.city.kanazawa.lg.jp", "www.city.tagajo.miyagi.jp", "www.town.ooki.lg.jp"]
        {
            assert!(is_official(host), "{host}");
        }
        for host in
            ["www.city.chiba.jp.example.com", "cache.example.jp", "www.city.kanazawa.lg.jo", "city.jp", "lg.jp.example"]
        {
            assert!(!is_official(host), "{host}");
        }
    }
}
