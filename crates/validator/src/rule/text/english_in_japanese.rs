//! A Japanese name or note without any Japanese in it.

use super::words::{Kind, Language, is_japanese};
use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "X006",
    name: "english-in-japanese",
    level: Level::Warning,
    ja: Text {
        message: "日本語の文のはずの「{ $text }」に、日本語がありません。",
        help: "日本語で書いてください。",
        cases: &[("swapped", "ja と en が逆のようです。入れ替えてください。")],
        about: "`ja` は、だれもが最初に読む文です。英語のままでは、日本語のページに英語が出ます。`JPKI` のような略語や1語の名前はそのままでかまいません。",
    },
    en: Text {
        message: "`{ $text }` should be Japanese, and has no Japanese in it.",
        help: "Write it in Japanese.",
        cases: &[("swapped", "`ja` and `en` seem to stand in each other's place.")],
        about: "`ja` is what most readers see; English in it would stand on the Japanese pages. Acronyms and names of one word, such as `JPKI`, are right as they are.",
    },
    wrong: Example::Blocks(
        "contact:
  section: お問い合わせ
  unit: { ja: Citizens' Division, kana: しみんか, en: 市民課 }
  telephone: 000-000-0000
",
    ),
    right: Example::Blocks(
        "contact:
  section: お問い合わせ
  unit: { ja: 市民課, kana: しみんか, en: Citizens' Division }
  telephone: 000-000-0000
",
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for words in subject.words() {
        let is_japanese_text = matches!(words.kind, Kind::Note(Language::Japanese) | Kind::Label(Language::Japanese));
        if !is_japanese_text || !is_english(words.text) {
            continue;
        }
        let finding = words.finding(subject, &RULE, &(0..words.text.len()));
        let is_swapped = words.beside("en").is_some_and(|other| other.contains(is_japanese));
        found.push(if is_swapped { finding.case("swapped") } else { finding });
    }
}

/// Two words or more with small Latin letters, and nothing in Japanese.
pub(super) fn is_english(text: &str) -> bool {
    let is_word = |word: &&str| word.chars().filter(char::is_ascii_lowercase).count() >= 2;
    !text.contains(is_japanese) && text.split_whitespace().filter(is_word).count() >= 2
}
