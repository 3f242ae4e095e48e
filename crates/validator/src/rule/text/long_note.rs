//! A note that is longer than a fact: most likely a paragraph of the page.

use super::words::{Kind, Language};
use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "X008",
    name: "long-note",
    level: Level::Note,
    ja: Text {
        message: "注記が{ $length }字あります(目安は{ $most }字まで)。",
        help: "ページの文を写さずに、事実だけを短く書くか、いくつかの注記に分けてください。キーで書けることはキーに書きます。",
        cases: &[],
        about: "注記には、キーで書けない事実だけを書きます。長い注記は、ページの文を写したものであることが多く、比べることも訳すこともできません。ページの文章には著作権もあります。",
    },
    en: Text {
        message: "This note has { $length } characters; { $most } should do.",
        help: "State the fact in a few words of your own, or make several notes of it. What has a key of its own goes there.",
        cases: &[],
        about: "Notes hold the facts that no key can hold. A long one is mostly a paragraph of the page, which can be neither compared nor translated, and which is not ours to copy.",
    },
    wrong: Example::Blocks(
        "contact:
  section: お問い合わせ
  telephone: 000-000-0000
  notes:
    - ja: マイナンバーカードの暗証番号についてのお問い合わせは、市民課のマイナンバー担当までお電話ください。窓口や電話が混み合う月曜日や連休の前後には、つながりにくいことがありますので、しばらくたってからおかけ直しくださいますようお願いいたします。なお、暗証番号そのものをお電話でお答えすることはできませんので、お忘れになった場合には、お手数ですが、カードと本人確認書類をお持ちのうえ、市役所の窓口までお越しくださいますようお願い申し上げます。
      en: The line is busy on Mondays and around holidays. PINs are not told by telephone.
",
    ),
    right: Example::Blocks(
        "contact:
  section: お問い合わせ
  telephone: 000-000-0000
  notes:
    - ja: 月曜日と連休の前後は、電話がつながりにくい。暗証番号は電話では答えない。
      en: The line is busy on Mondays and around holidays. PINs are not told by telephone.
",
    ),
    check: Some(Check::File(check)),
};

/// English takes about twice the characters of Japanese.
fn most(language: Language) -> usize {
    match language {
        Language::Japanese => 200,
        Language::English => 400,
    }
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let length = |text: &str| text.chars().count();
    for words in subject.words() {
        let Kind::Note(language) = words.kind else { continue };
        let most = most(language);
        // A note that is long in Japanese is long in English for that reason.
        let is_long_already = language == Language::English
            && words.beside("ja").is_some_and(|ja| length(ja) > self::most(Language::Japanese));
        if length(words.text) > most && !is_long_already {
            found.push(
                subject
                    .finding(&RULE, words.node.span)
                    .with("length", Argument::Number(length(words.text)))
                    .with("most", Argument::Number(most)),
            );
        }
    }
}
