//! A reading that is not that of the list: mistyped, or that of a municipality of the same name.

use super::name_of_code::same_name;
use crate::rule::prelude::*;
use madoguchi_schema::fault::Edit;

pub(crate) static RULE: Rule = Rule {
    code: "F032",
    name: "kana-of-code",
    level: Level::Warning,
    ja: Text {
        message: "{ $name }(コード { $code })の読みがなは、一覧では「{ $listed }」です。",
        help: "一覧と見比べて、読みがなを直してください。",
        cases: &[(
            "homonym",
            "「{ $kana }」と読むのは{ $prefecture }の{ $name }(コード { $other })です。読みがなかコードを直してください。",
        )],
        about: "読みがなは、やさしい日本語のページや並べ替えに使います。同じ漢字でも読みの違う自治体があり(松前町は北海道では「まつまえちょう」、愛媛県では「まさきちょう」)、取り違えに気づけます。",
    },
    en: Text {
        message: "The list reads { $name } (code { $code }) as { $listed }.",
        help: "Compare the reading with the list, and correct it.",
        cases: &[(
            "homonym",
            "It is the { $name } of { $prefecture } (code { $other }) that is read { $kana }. Correct the reading or the code.",
        )],
        about: "Readings serve the pages in plain Japanese, and sorting. Names of the same characters can be read differently (松前町 is まつまえちょう in Hokkaido and まさきちょう in Ehime), so a wrong reading may be a mix-up.",
    },
    wrong: Example::Files(&[(
        "municipalities/01-hokkaido/013315-matsumae.yaml",
        "municipality: \"013315\"
name: { ja: 松前町, kana: まさきちょう, en: Matsumae }

sources:
  pin:
    url: https://www.town.matsumae.hokkaido.jp/pin.html
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
    let (kana, right) = (city.name.kana.as_str(), listed.kana.as_str());
    // Of another name the reading is another, too: the name is the finding.
    if kana == right || !same_name(city.name.ja.as_str(), listed.name.as_str()) {
        return;
    }
    let span = subject.span(&Route::root().key("name").key("kana"));
    let mut finding = subject.finding(&RULE, span).text("code", listed.code.as_str());
    finding = finding.text("name", listed.name.as_str()).text("listed", right).text("kana", kana);
    finding.related.push(Subject::in_list(listed.kana_span));
    finding.edit = Some(Edit { span, text: right.to_owned(), safe: false });
    if let Some(other) = list.named(listed.name.as_str()).find(|other| other.kana.as_str() == kana) {
        finding = finding.case("homonym").text("other", other.code.as_str()).text("prefecture", other.prefecture().ja);
        finding.related.push(Subject::in_list(other.line_span));
    }
    found.push(finding);
}
