//! A page of another prefecture's municipality of the same name.
//!
//! Only what the host itself says counts: `town.masaki.ehime.jp` names the prefecture. A host that
//! names none, or the right one, is no finding.

use super::name_of_code::same_name;
use crate::rule::prelude::*;
use madoguchi_schema::fault::Edit;
use madoguchi_schema::national_list::Listed;

pub(crate) static RULE: Rule = Rule {
    code: "F033",
    name: "homonym-host",
    level: Level::Warning,
    ja: Text {
        message: "コードは{ $prefecture }の{ $name }ですが、{ $host } は{ $other_prefecture }の{ $name }のサイトのようです。",
        help: "{ $other_prefecture }の{ $name }なら、コードは \"{ $other }\" です。そうでなければ、ページのアドレスを直してください。",
        cases: &[],
        about: "同じ名前の自治体が別の都道府県にあると(松前町、太子町、府中市など)、よそのページを読んでしまうことがあります。ページのアドレスに都道府県の名前があるときだけ調べます。",
    },
    en: Text {
        message: "The code is that of the { $name } of { $prefecture }, but { $host } seems to be the site of the one of { $other_prefecture }.",
        help: "If the file is about the { $name } of { $other_prefecture }, its code is \"{ $other }\". Otherwise correct the page's address.",
        cases: &[],
        about: "Where several prefectures have a municipality of the same name (松前町, 太子町, 府中市 …), the page of the wrong one is easily read. The rule looks only at addresses that name a prefecture.",
    },
    wrong: Example::Files(&[(
        "municipalities/01-hokkaido/013315-matsumae.yaml",
        "municipality: \"013315\"
name: { ja: 松前町, kana: まつまえちょう, en: Matsumae }

sources:
  pin:
    url: https://www.town.masaki.ehime.jp/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: part
",
    )]),
    right: Example::Files(&[(
        "municipalities/01-hokkaido/013315-matsumae.yaml",
        "municipality: \"013315\"
name: { ja: 松前町, kana: まつまえちょう, en: Matsumae }

sources:
  pin:
    url: https://www.town.matsumae.hokkaido.jp/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: part
",
    )]),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(((city, list), (_, listed))) = subject.with_list().zip(subject.listed()) else { return };
    if !same_name(city.name.ja.as_str(), listed.name.as_str()) {
        return;
    }
    let homonyms = list.named(listed.name.as_str()).filter(|other| other.prefecture() != listed.prefecture());
    let homonyms: Vec<&Listed> = homonyms.collect();
    let sources: Vec<_> = subject.sources().collect();
    let elsewhere = |host: &str| homonyms.iter().find(|other| names_only(host, other, listed)).copied();
    let Some((host, other)) = sources.iter().find_map(|(_, source, _)| {
        let host = source.url.host();
        Some((host, elsewhere(host)?))
    }) else {
        return;
    };
    let span = subject.span(&Route::root().key("municipality"));
    let mut finding = subject.finding(&RULE, span).text("host", host).text("name", listed.name.as_str());
    finding = finding.text("prefecture", listed.prefecture().ja).text("other_prefecture", other.prefecture().ja);
    finding = finding.text("other", other.code.as_str());
    // One mix-up is one finding, however many pages of the other municipality were read.
    let pages = sources.iter().filter(|(_, source, _)| elsewhere(source.url.host()).is_some());
    finding.related.extend(pages.map(|(_, _, route)| Place {
        path: subject.file.path.clone(),
        span: subject.span(&route.key("url")),
        message: "related",
    }));
    if finding.related.len() == sources.len() {
        finding.edit = Some(Edit { span, text: format!("\"{}\"", other.code), safe: false });
    }
    found.push(finding);
}

/// Whether a host names the prefecture of the one and not that of the other.
fn names_only(host: &str, one: &Listed, other: &Listed) -> bool {
    let names = |listed: &Listed| host.split(['.', '-']).any(|word| word == listed.prefecture().romaji);
    names(one) && !names(other)
}
