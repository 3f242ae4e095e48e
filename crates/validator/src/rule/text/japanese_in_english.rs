//! Japanese words in an English name or note, other than those that it quotes.

use std::ops::Range;

use super::english_in_japanese::is_english;
use super::words::{Kind, Language, QUOTES, QUOTES_AND_BRACKETS, is_japanese, is_within, set_apart};
use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "X005",
    name: "japanese-in-english",
    level: Level::Warning,
    ja: Text {
        message: "英語の文に日本語の「{ $text }」があります。",
        help: "英語で書くか、ページのことばとして引用符か括弧で囲んでください。",
        cases: &[],
        about: "英語のページは、日本語を読めない人のためのものです。ページのことばをそのまま示すときは、引用符か括弧で囲むか、日本語の注記で「」に入れたことばを使います。",
    },
    en: Text {
        message: "There is Japanese in an English text: `{ $text }`.",
        help: "Write it in English, or set it in quotation marks or brackets as the page's own word.",
        cases: &[],
        about: "The English pages are for those who read no Japanese. A word of the page may stand in quotation marks or brackets, or as it is where the Japanese note quotes the same word in 「」.",
    },
    wrong: Example::Blocks(
        "forms:
  inquiry-reply:
    name: { ja: 照会書兼回答書, kana: しょうかいしょけんかいとうしょ, en: 照会書 and reply form }
",
    ),
    right: Example::Blocks(
        "forms:
  inquiry-reply:
    name: { ja: 照会書兼回答書, kana: しょうかいしょけんかいとうしょ, en: inquiry (照会書) and reply form }
",
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for words in subject.words() {
        if !matches!(words.kind, Kind::Note(Language::English) | Kind::Label(Language::English)) {
            continue;
        }
        let runs = japanese(words.text);
        if runs.is_empty() {
            continue;
        }
        let other = words.beside("ja").unwrap_or_default();
        // Where the two stand in each other's place, the other text has the finding.
        if is_english(other) {
            continue;
        }
        let apart = set_apart(words.text, QUOTES_AND_BRACKETS);
        let quoted: Vec<&str> = set_apart(other, QUOTES).into_iter().map(|range| &other[range]).collect();
        let is_foreign = |run: &Range<usize>| {
            !is_within(run.start, &apart) && !quoted.iter().any(|word| word.contains(&words.text[run.clone()]))
        };
        if let Some(run) = runs.into_iter().find(is_foreign) {
            found.push(words.finding(subject, &RULE, &run));
        }
    }
}

/// The runs of Japanese characters of a text.
fn japanese(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_japanese(*c)) {
        let end = at + c.len_utf8();
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = end,
            _ => runs.push(at..end),
        }
    }
    runs
}
