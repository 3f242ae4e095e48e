//! A code that is another municipality's, or a name with another character than the official one.

use super::unlisted_code::of_same_name;
use crate::rule::prelude::*;
use madoguchi_schema::fault::Edit;

pub(crate) static RULE: Rule = Rule {
    code: "F031",
    name: "name-of-code",
    level: Level::Error,
    ja: Text {
        message: "コード { $code } の自治体は{ $listed }です。{ $name }ではありません。",
        help: "名前かコードを直してください。名前が変わった自治体なら、先に一覧を更新します(datasets/national/README.md)。",
        cases: &[
            ("variant", "一覧のとおり { $listed } と書いてください。"),
            ("other", "{ $name }のコードは \"{ $other }\" です。"),
        ],
        about: "コードと名前は、どちらも全国の一覧と同じでなければなりません。コードが隣の自治体のものだったり、「ケ」と「ヶ」が違ったりするのを見つけます。異体字セレクタの有無(葛󠄀城市)は問いません。",
    },
    en: Text {
        message: "The code { $code } is that of { $listed }, not of { $name }.",
        help: "Correct the name or the code. If the municipality has a new name, renew our list first (datasets/national/README.md).",
        cases: &[
            ("variant", "Write { $listed }, as the list does."),
            ("other", "The code of { $name } is \"{ $other }\"."),
        ],
        about: "Both the code and the name must be those of the national list. The rule finds the code of a neighbour, and a `ヶ` where the name has `ケ`. Variation selectors (葛󠄀城市) make no difference.",
    },
    wrong: Example::Files(&[(
        "municipalities/12-chiba/122246-kamagaya.yaml",
        "municipality: \"122246\"
name: { ja: 鎌ヶ谷市, kana: かまがやし, en: Kamagaya }

sources:
  pin:
    url: https://www.city.kamagaya.chiba.jp/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: part
",
    )]),
    right: Example::Files(&[(
        "municipalities/12-chiba/122246-kamagaya.yaml",
        "municipality: \"122246\"
name: { ja: 鎌ケ谷市, kana: かまがやし, en: Kamagaya }

sources:
  pin:
    url: https://www.city.kamagaya.chiba.jp/pin.html
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
    let (name, right) = (city.name.ja.as_str(), listed.name.as_str());
    if same_name(name, right) {
        return;
    }
    let span = subject.span(&Route::root().key("name").key("ja"));
    let mut finding = subject.finding(&RULE, span).text("code", listed.code.as_str());
    finding = finding.text("name", name).text("listed", right);
    finding.related.push(Subject::in_list(listed.name_span));
    let is_variant = spelled(name) == spelled(right);
    finding.edit = Some(Edit { span, text: right.to_owned(), safe: is_variant });
    if is_variant {
        finding = finding.case("variant");
    } else if let Some(other) = of_same_name(city, list) {
        let span = subject.span(&Route::root().key("municipality"));
        finding = finding.case("other").text("other", other.code.as_str());
        finding.edit = Some(Edit { span, text: format!("\"{}\"", other.code), safe: false });
    }
    found.push(finding);
}

/// Whether two names are one but for the selectors of a character's form.
pub(super) fn same_name(a: &str, b: &str) -> bool {
    let is_selector = |c: &char| matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}');
    a.chars().filter(|c| !is_selector(c)).eq(b.chars().filter(|c| !is_selector(c)))
}

/// The name without the differences in which a name is often written.
fn spelled(name: &str) -> String {
    let one = |c: char| match c {
        'ヶ' | 'が' | 'ガ' => 'ケ',
        'の' | '之' => 'ノ',
        c => c,
    };
    name.chars().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::{same_name, spelled};

    #[test]
    fn a_name_may_say_the_form_of_its_characters() {
        assert!(same_name("葛\u{e0100}城市", "葛城市"));
        assert!(!same_name("鎌ヶ谷市", "鎌ケ谷市"));
        assert_eq!(spelled("鎌が谷市"), spelled("鎌ケ谷市"));
    }
}
