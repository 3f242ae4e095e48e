//! An address with what only counts visitors, or leads to a place within the page.

use crate::rule::prelude::*;
use madoguchi_schema::fault::Edit;

pub(crate) static RULE: Rule = Rule {
    code: "U003",
    name: "tracking-address",
    level: Level::Warning,
    ja: Text {
        message: "アドレスに、ページを開くのにいらない { $extra } が付いています。",
        help: "{ $clean } と書いてください。ページのなかの場所は section: に書きます。",
        cases: &[],
        about: "SNSやメールから開くと、どこから来たかを数えるための印(utm_source など)がアドレスに付きます。印が付くと、同じページが別のページに見えてしまいます。",
    },
    en: Text {
        message: "The address has something that is not needed to open the page: { $extra }.",
        help: "Write { $clean }. The place within the page belongs into `section:`.",
        cases: &[],
        about: "Links from posts and mails carry marks that count where visitors come from (`utm_source` and the like). With them one page looks like several.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html?utm_source=line&id=7
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
",
    ),
    right: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html?id=7
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
",
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (_, source, route) in subject.sources() {
        let address = source.url.as_str();
        let clean = cleaned(address);
        if clean == address {
            continue;
        }
        let span = subject.span(&route.key("url"));
        let mut finding = subject.finding(&RULE, span);
        // The quotation marks around it stay.
        let written = span.slice(&subject.file.text).unwrap_or_default();
        if written.contains(address) {
            finding.edit = Some(Edit { span, text: written.replacen(address, &clean, 1), safe: true });
        }
        found.push(finding.text("extra", extra(address)).text("clean", clean));
    }
}

/// The address without the parameters that only count visitors, and without its fragment, unless
/// that is the page itself (`#!` and `#/` of pages that are written by scripts).
pub(super) fn cleaned(address: &str) -> String {
    let (rest, fragment) = address.split_once('#').map_or((address, None), |(rest, fragment)| (rest, Some(fragment)));
    let (path, query) = rest.split_once('?').map_or((rest, None), |(path, query)| (path, Some(query)));
    let kept = query.map(|query| query.split('&').filter(|parameter| !is_tracking(parameter)).collect::<Vec<_>>());
    let mut clean = path.to_owned();
    if let Some(kept) = kept.filter(|kept| !kept.is_empty()) {
        clean.push('?');
        clean.push_str(&kept.join("&"));
    }
    if let Some(fragment) = fragment.filter(|fragment| fragment.starts_with(['!', '/'])) {
        clean.push('#');
        clean.push_str(fragment);
    }
    clean
}

fn is_tracking(parameter: &str) -> bool {
    let name = parameter.split('=').next().unwrap_or_default();
    name.starts_with("utm_")
        || matches!(
            name,
            "_ga"
                | "_gl"
                | "dclid"
                | "fbclid"
                | "gbraid"
                | "gclid"
                | "igshid"
                | "mc_cid"
                | "mc_eid"
                | "msclkid"
                | "srsltid"
                | "twclid"
                | "wbraid"
                | "yclid"
        )
}

/// What is too much in an address.
fn extra(address: &str) -> String {
    let (rest, fragment) = address.split_once('#').map_or((address, None), |(rest, fragment)| (rest, Some(fragment)));
    let query = rest.split_once('?').map(|(_, query)| query).unwrap_or_default();
    let mut extra: Vec<String> = query.split('&').filter(|part| is_tracking(part)).map(str::to_owned).collect();
    extra.extend(fragment.filter(|part| !part.starts_with(['!', '/'])).map(|part| format!("#{part}")));
    extra.join(" ")
}

#[cfg(test)]
mod tests {
    use super::cleaned;

    #[test]
    fn what_only_counts_visitors_goes_and_what_opens_the_page_stays() {
        for (address, clean) in [
            ("https://a.jp/x.html", "https://a.jp/x.html"),
            ("https://a.jp/x.html?utm_source=a&utm_medium=b", "https://a.jp/x.html"),
            ("https://a.jp/x?id=1&fbclid=2&lang=ja", "https://a.jp/x?id=1&lang=ja"),
            ("https://a.jp/x.html?gclid=1#toc", "https://a.jp/x.html"),
            ("https://a.jp/app#/page/7", "https://a.jp/app#/page/7"),
            ("https://a.jp/Faq/B0308805?logid=7&sugtype=6", "https://a.jp/Faq/B0308805?logid=7&sugtype=6"),
        ] {
            assert_eq!(cleaned(address), clean);
        }
    }
}
