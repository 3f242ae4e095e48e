//! A document whose name is mistyped in a form's name or a note.

use super::document_names::DocumentNames;
use super::words::{Kind, Language, QUOTES, is_within, set_apart};
use crate::rule::prelude::*;
use madoguchi_schema::fault::Edit;

pub(crate) static RULE: Rule = Rule {
    code: "X004",
    name: "misspelled-document",
    level: Level::Warning,
    ja: Text {
        message: "「{ $text }」は「{ $instead }」の書きまちがいのようです。",
        help: "「{ $instead }」と書いてください。ページの表記を引くときは「」で囲みます。",
        cases: &[],
        about: "書類の名前は、住民がそのまま窓口や検索で使います。1字の違いでも見つからなくなるので、語彙にある名前とよく似た書きまちがいを知らせます。ページ自身の誤植は `slips` に書きます。",
    },
    en: Text {
        message: "`{ $text }` looks like a slip for `{ $instead }`.",
        help: "Write `{ $instead }`. What the page prints is quoted in 「」.",
        cases: &[],
        about: "Residents take the names of documents to the counter and into searches, where one wrong character is enough to find nothing. Slips of one character in the names of the vocabulary are shown; misprints of the page itself belong to `slips`.",
    },
    wrong: Example::Blocks(
        "contact:
  section: お問い合わせ
  telephone: 000-000-0000
  notes:
    - { ja: 在留ガードの更新は、別の窓口で受け付ける。, en: Residence cards are renewed at another counter. }
",
    ),
    right: Example::Blocks(
        "contact:
  section: お問い合わせ
  telephone: 000-000-0000
  notes:
    - { ja: 在留カードの更新は、別の窓口で受け付ける。, en: Residence cards are renewed at another counter. }
",
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    if subject.municipality().is_none() {
        return;
    }
    let names = subject.shared.document_names.get_or_init(|| DocumentNames::of(&subject.shared.vocabulary));
    for words in subject.words() {
        if !matches!(words.kind, Kind::Note(Language::Japanese) | Kind::Label(Language::Japanese)) {
            continue;
        }
        let is_quoted = |at: usize| is_within(at, &set_apart(words.text, QUOTES));
        let Some((range, name)) = names.slip(words.text).filter(|(range, _)| !is_quoted(range.start)) else {
            continue;
        };
        let mut finding = words.finding(subject, &RULE, &range).text("instead", &name);
        finding.edit = words.part(subject, &range).map(|span| Edit { span, text: name, safe: false });
        found.push(finding);
    }
}
