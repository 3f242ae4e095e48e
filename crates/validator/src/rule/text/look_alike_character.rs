//! Characters that look like another one or like several, and are found by no search for them.
//!
//! They come from copied PDF files and from old word processors. Circled numbers and Roman numerals
//! stand on many pages and are what they look like; variation selectors (葛󠄀城市) belong to names.

use super::words::{Kind, respelled};
use crate::rule::prelude::*;
use madoguchi_schema::fault::Edit;
use unicode_normalization::UnicodeNormalization as _;

pub(crate) static RULE: Rule = Rule {
    code: "X002",
    name: "look-alike-character",
    level: Level::Warning,
    ja: Text {
        message: "「{ $text }」に、別の文字に見える互換文字({ $code })があります。",
        help: "ふつうの文字で「{ $instead }」と書いてください。異体字は、異体字セレクタを付けて書けます。",
        cases: &[],
        about: "PDF から写した文には、「⼾」(康熙部首)のように、見た目が同じで別の文字が混ざることがあります。検索で見つからず、フォントによっては表示もされません。「㈱」「⑴」のような組文字も、ふつうの文字で書きます。",
    },
    en: Text {
        message: "`{ $text }` has a character ({ $code }) that only looks like another.",
        help: "Write `{ $instead }`, with ordinary characters. A variant form of a kanji is written with a variation selector.",
        cases: &[],
        about: "Text that is copied from a PDF can hold characters such as `⼾`, a radical that looks like `戸`. No search finds them, and some fonts lack them. Ligatures such as `㈱` and `⑴` are written with ordinary characters too.",
    },
    wrong: Example::Blocks(
        "contact:
  section: お問い合わせ
  unit: { ja: ⼾籍住民課, kana: こせきじゅうみんか, en: Family Register and Residents' Division }
  telephone: 000-000-0000
",
    ),
    right: Example::Blocks(
        "contact:
  section: お問い合わせ
  unit: { ja: 戸籍住民課, kana: こせきじゅうみんか, en: Family Register and Residents' Division }
  telephone: 000-000-0000
",
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for words in subject.words() {
        if !matches!(words.kind, Kind::Label(_) | Kind::Name | Kind::Page) {
            continue;
        }
        let Some((at, instead)) = respelled(words.text, |_, c| is_look_alike(c), ordinary) else {
            continue;
        };
        let odd: Vec<char> = words.text.chars().filter(|c| is_look_alike(*c)).collect();
        let code = odd.first().map(|c| format!("U+{:04X}", u32::from(*c))).unwrap_or_default();
        let mut finding = words.finding(subject, &RULE, &at).text("code", code).text("instead", &instead);
        // A variant of a kanji may be meant as it is.
        let safe = !odd.iter().any(|c| is_variant(*c));
        finding.edit = words.part(subject, &at).map(|span| Edit { span, text: instead, safe });
        found.push(finding);
    }
}

/// Radicals whose kanji Unicode does not name, or names in a form that Japan does not use.
const RADICALS: &str = "⺁厂⺟母⺠民⺩王⻄西⻆角⻑長⻘青⻝食⻤鬼⻨麦⻩黄⻫斉⻭歯⻯竜⻲亀⼾戸⾭青⿆麦⿈黄⿊黒⿒歯⿔亀";

/// A text in ordinary characters.
fn ordinary(text: &str) -> String {
    let kanji = |c: char| {
        let mut radicals = RADICALS.chars();
        // Radicals and kanji stand by turns, and no kanji is a radical.
        radicals.by_ref().find(|radical| *radical == c).and_then(|_| radicals.next()).unwrap_or(c)
    };
    text.chars().map(kanji).nfkc().collect()
}

/// Compatibility ideographs.
fn is_variant(c: char) -> bool {
    matches!(c, '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}')
}

/// Radicals, letter-like signs, bracketed and dotted numbers, ligatures of Latin letters, enclosed
/// and squared words, and variants of kanji, as far as an ordinary form is known.
fn is_look_alike(c: char) -> bool {
    let is_candidate = is_variant(c)
        || matches!(c,
            '\u{2100}'..='\u{214f}' | '\u{2474}'..='\u{249b}' | '\u{2e80}'..='\u{2fdf}' | '\u{3200}'..='\u{33ff}'
            | '\u{fb00}'..='\u{fb06}');
    is_candidate && ordinary(c.encode_utf8(&mut [0; 4])).chars().ne([c])
}

#[cfg(test)]
mod tests {
    use super::{is_look_alike, ordinary};

    #[test]
    fn only_what_has_an_ordinary_form_is_a_look_alike() {
        for c in ['㈱', '⑴', '⼾', '⼀', '№', '㍻', '\u{fa19}'] {
            assert!(is_look_alike(c), "{c}");
        }
        // U+FA11 is a kanji of its own, though it stands among the variants.
        for c in ['戸', '①', 'Ⅰ', '（', '～', '\u{e0100}', '\u{fa11}', '…'] {
            assert!(!is_look_alike(c), "{c}");
        }
    }
    #[test]
    fn radicals_become_the_kanji_of_japan() {
        assert_eq!(ordinary("⼾籍住⺠課⼀⻑⾒⾨"), "戸籍住民課一長見門");
    }
}
