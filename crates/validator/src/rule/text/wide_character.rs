//! Full-width digits and letters, and half-width katakana, in words that are not the page's own.
//!
//! Headings, titles and terms keep what the page prints, and addresses what is official.

use super::words::{Kind, QUOTES, is_within, respelled, set_apart};
use crate::rule::prelude::*;
use madoguchi_schema::fault::Edit;
use unicode_normalization::UnicodeNormalization as _;

pub(crate) static RULE: Rule = Rule {
    code: "X001",
    name: "wide-character",
    level: Level::Warning,
    ja: Text {
        message: "「{ $text }」に、全角の英数字か半角のカタカナがあります。",
        help: "英数字は半角、カタカナは全角で「{ $instead }」と書いてください。",
        cases: &[],
        about: "「１階」と「1階」は、検索や比較では別のことばになります。名前・注記・時刻では、英数字を半角に、カタカナを全角にそろえます。見出しと題名はページのとおり、住所は公式の書き方のままにします。",
    },
    en: Text {
        message: "`{ $text }` has full-width digits or letters, or half-width katakana.",
        help: "Write `{ $instead }`.",
        cases: &[],
        about: "`１階` and `1階` are two words to a search or a comparison. Names, notes and times have half-width digits and letters and full-width katakana; headings and titles stay as the page has them, addresses as they are official.",
    },
    wrong: Example::Blocks(
        "contact:
  section: お問い合わせ
  unit: { ja: 市民課１番窓口, kana: しみんか1ばんまどぐち, en: \"Citizens' Division, counter 1\" }
  telephone: 000-000-0000
",
    ),
    right: Example::Blocks(
        "contact:
  section: お問い合わせ
  unit: { ja: 市民課1番窓口, kana: しみんか1ばんまどぐち, en: \"Citizens' Division, counter 1\" }
  telephone: 000-000-0000
",
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for words in subject.words() {
        if matches!(words.kind, Kind::Page | Kind::Reading) {
            continue;
        }
        let is_time = words.kind == Kind::Time;
        let may_be_odd = |c| is_wide(c) || (is_time && c == '：');
        if !words.text.contains(may_be_odd) {
            continue;
        }
        let quoted = set_apart(words.text, QUOTES);
        let is_odd = |at, c| may_be_odd(c) && !is_within(at, &quoted);
        if let Some((at, instead)) = respelled(words.text, is_odd, |run| run.nfkc().collect()) {
            let mut finding = words.finding(subject, &RULE, &at).text("instead", &instead);
            finding.edit = words.part(subject, &at).map(|span| Edit { span, text: instead, safe: true });
            found.push(finding);
        }
    }
}

/// Full-width digits and letters; half-width katakana with its marks.
fn is_wide(c: char) -> bool {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '\u{ff61}'..='\u{ff9f}')
}
