//! A code that no municipality has: mistyped with a fitting check digit, abolished by a merger, or
//! that of a ward of a designated city.

use crate::rule::prelude::*;
use madoguchi_schema::fault::{Edit, Span};
use madoguchi_schema::former::Former;
use madoguchi_schema::model::Municipality;
use madoguchi_schema::national_list::{Listed, NationalList};

pub(crate) static RULE: Rule = Rule {
    code: "F030",
    name: "unlisted-code",
    level: Level::Error,
    ja: Text {
        message: "コード { $code } の自治体は、全国の一覧にありません。",
        help: "総務省の全国地方公共団体コードで確かめてください。新しくできた自治体なら、先に一覧を更新します(datasets/national/README.md)。",
        cases: &[
            ("named", "{ $name }のコードは \"{ $other }\" です。"),
            ("former", "{ $code } は { $name }のコードで、{ $day } になくなりました。今は { $today } です。"),
            ("ward", "政令指定都市の区の窓口は、市のファイルの counters に書いてください。"),
        ],
        about: "一覧(`datasets/national/municipalities.csv`)は、今ある市区町村をすべて載せています。合併や市制でコードは変わります。検査数字は合っていても、もうないコードかもしれません。",
    },
    en: Text {
        message: "No municipality of the national list has the code { $code }.",
        help: "Look the code up in the Ministry's list of codes. If the municipality is new, renew our list first (datasets/national/README.md).",
        cases: &[
            ("named", "The code of { $name } is \"{ $other }\"."),
            ("former", "{ $code } was the code of { $name } and ended on { $day }. Today it is { $today }."),
            ("ward", "The counters of a designated city's ward belong to `counters` of the city's file."),
        ],
        about: "The list (`datasets/national/municipalities.csv`) holds every municipality of today. A merger, or a town's becoming a city, changes the code: one whose check digit fits may be a code no longer in use.",
    },
    wrong: Example::Files(&[(
        "municipalities/03-iwate/033057-takizawa.yaml",
        "municipality: \"033057\"
name: { ja: 滝沢市, kana: たきざわし, en: Takizawa }

sources:
  pin:
    url: https://www.city.takizawa.iwate.jp/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: part
",
    )]),
    right: Example::Files(&[(
        "municipalities/03-iwate/032166-takizawa.yaml",
        "municipality: \"032166\"
name: { ja: 滝沢市, kana: たきざわし, en: Takizawa }

sources:
  pin:
    url: https://www.city.takizawa.iwate.jp/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: part
",
    )]),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some((city, list)) = subject.with_list() else { return };
    let code = &city.municipality;
    if list.get(code).is_some() {
        return;
    }
    let span = subject.span(&Route::root().key("municipality"));
    let mut finding = subject.finding(&RULE, span).text("code", code.as_str());
    if let Some(former) = subject.shared.former.and_then(|list| list.get(code)) {
        found.push(of_former(subject, former, finding, span, list));
        return;
    }
    if let Some(meant) = of_same_name(city, list) {
        finding = finding.case("named").text("name", meant.name.as_str()).text("other", meant.code.as_str());
        finding.related.push(Subject::in_list(meant.line_span));
        finding.edit = Some(Edit { span, text: format!("\"{}\"", meant.code), safe: false });
    } else if is_ward_of_designated_city(code.as_str()) {
        finding = finding.case("ward");
    }
    found.push(finding);
}

/// The code that was: who has its area today.
fn of_former(
    subject: &Subject<'_>,
    former: &Former,
    finding: Diagnostic,
    span: Span,
    list: &NationalList,
) -> Diagnostic {
    let today = subject.shared.former.map(|formers| formers.today(former, list)).unwrap_or_default();
    let named = today.iter().map(|listed| format!("{} ({})", listed.name, listed.code)).collect();
    let mut finding = finding.case("former").text("name", former.listed.name.as_str());
    finding = finding.text("day", former.ended_on.to_string()).with("today", Argument::Words(named));
    finding.related.push(Subject::in_former(former.listed.line_span));
    if let [one] = today.as_slice() {
        finding.related.push(Subject::in_list(one.line_span));
        finding.edit = Some(Edit { span, text: format!("\"{}\"", one.code), safe: false });
    }
    finding
}

/// The municipality of the file's name: in the prefecture of its code, or the only one.
pub(super) fn of_same_name<'l>(city: &Municipality, list: &'l NationalList) -> Option<&'l Listed> {
    let prefecture = city.municipality.prefecture();
    let named: Vec<&Listed> = list.named(city.name.ja.as_str()).collect();
    let here = named.iter().find(|listed| listed.prefecture() == prefecture);
    here.or_else(|| named.first().filter(|_| named.len() == 1)).copied()
}

/// The wards of designated cities have 101 to 199; in Tokyo these are municipalities.
fn is_ward_of_designated_city(code: &str) -> bool {
    !code.starts_with("13") && code.get(2..3) == Some("1") && code.get(3..5) != Some("00")
}
