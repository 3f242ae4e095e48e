//! Dates of Japanese eras in notes and names; the page's own words keep theirs.

use super::words::{Kind, Language, QUOTES, is_within, set_apart};
use crate::rule::prelude::*;
use madoguchi_schema::fault::Edit;

pub(crate) static RULE: Rule = Rule {
    code: "X003",
    name: "era-date",
    level: Level::Warning,
    ja: Text {
        message: "「{ $text }」は和暦です。",
        help: "西暦で「{ $instead }」と書いてください。ページの表記を引くときは「」で囲みます。",
        cases: &[],
        about: "ページの日付やほかの日付は西暦で書きます。和暦が混ざると、どちらが先かを読む人が計算することになり、和暦を使わない人には読めません。見出しと題名、法令の番号、「」のなかはそのままにします。",
    },
    en: Text {
        message: "`{ $text }` is a date of a Japanese era.",
        help: "Write `{ $instead }`, by the Western calendar. What the page prints is quoted in 「」.",
        cases: &[],
        about: "Every other date of the file is Western. With both calendars readers have to compute which day is earlier, and those who do not know the eras cannot. Headings, titles, numbers of laws and quotations keep theirs.",
    },
    wrong: Example::Blocks(
        "contact:
  section: お問い合わせ
  telephone: 000-000-0000
  notes:
    - { ja: 令和8年4月1日に番号が変わった。, en: The number changed on 2026-04-01. }
",
    ),
    right: Example::Blocks(
        "contact:
  section: お問い合わせ
  telephone: 000-000-0000
  notes:
    - { ja: 2026年4月1日に番号が変わった。, en: The number changed on 2026-04-01. }
",
    ),
    check: Some(Check::File(check)),
};

/// The eras: the name, the letter, the Western year before the first, the number of years.
const ERAS: [(&str, Option<char>, u16, u16); 5] = [
    ("令和", Some('R'), 2018, 99),
    ("平成", Some('H'), 1988, 31),
    ("昭和", Some('S'), 1925, 64),
    ("大正", None, 1911, 15),
    ("明治", None, 1867, 45),
];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for words in subject.words() {
        if !matches!(words.kind, Kind::Note(Language::Japanese) | Kind::Label(Language::Japanese))
            || !has_era(words.text)
        {
            continue;
        }
        let quoted = set_apart(words.text, QUOTES);
        let mut end = 0;
        for (at, _) in words.text.char_indices() {
            if at < end || is_within(at, &quoted) {
                continue;
            }
            let Some(date) = date(words.text, at) else { continue };
            end = at + date.length;
            // 2026年(令和8年)
            if words.text.contains(&date.year.to_string()) {
                continue;
            }
            let range = at..end;
            let mut finding = words.finding(subject, &RULE, &range).text("instead", &date.instead);
            let (text, safe) = (date.instead, date.is_in_era);
            finding.edit = words.part(subject, &range).map(|span| Edit { span, text, safe });
            found.push(finding);
        }
    }
}

/// Whether an era may be named. Few texts are looked at letter by letter.
fn has_era(text: &str) -> bool {
    ERAS.iter().any(|(name, letter, ..)| text.contains(name) || letter.is_some_and(|letter| text.contains(letter)))
}

struct Date {
    /// Its bytes in the text.
    length: usize,
    /// The Western year.
    year: u16,
    /// The same date in the Western calendar.
    instead: String,
    /// Whether the era has that year.
    is_in_era: bool,
}

/// The date of an era that begins at a byte of a text.
fn date(text: &str, at: usize) -> Option<Date> {
    let from = &text[at..];
    let is_inside_word = text[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
    ERAS.iter().find_map(|(name, letter, before, years)| {
        let by_name = from.strip_prefix(name);
        let rest = by_name.or_else(|| letter.filter(|_| !is_inside_word).and_then(|c| from.strip_prefix(c)))?;
        let (number, rest) = number(rest)?;
        let (parts, rest) = match rest.strip_prefix('年') {
            Some(rest) => by_signs(rest),
            None if by_name.is_none() => by_dots(rest)?,
            None => return None,
        };
        let year = before.checked_add(number)?;
        let signs = ['月', '日'];
        let parts = parts.iter().zip(signs).map(|(number, sign)| format!("{number}{sign}"));
        let instead = format!("{year}年{}", parts.collect::<String>());
        let is_in_era = (1..=*years).contains(&number);
        let length = from.len() - rest.len();
        (!is_number_of_law(rest)).then_some(Date { length, year, instead, is_in_era })
    })
}

/// `4月1日`, `4月`, or nothing.
fn by_signs(text: &str) -> (Vec<u16>, &str) {
    let Some((month, after_month)) = part(text, '月') else { return (Vec::new(), text) };
    match part(after_month, '日') {
        Some((day, rest)) => (vec![month, day], rest),
        None => (vec![month], after_month),
    }
}

/// A number with its sign.
fn part(text: &str, sign: char) -> Option<(u16, &str)> {
    let (number, rest) = number(text)?;
    Some((number, rest.strip_prefix(sign)?))
}

/// `.4.1` or `.4`, where no other letter follows.
fn by_dots(text: &str) -> Option<(Vec<u16>, &str)> {
    let (month, after_month) = text.strip_prefix('.').and_then(number)?;
    let (parts, rest) = match after_month.strip_prefix('.').and_then(number) {
        Some((day, rest)) => (vec![month, day], rest),
        None => (vec![month], after_month),
    };
    let is_month = (1..=12).contains(&month) && !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    is_month.then_some((parts, rest))
}

/// The number with which a text begins, in digits of any width or in kanji; 元 is the first year.
fn number(text: &str) -> Option<(u16, &str)> {
    if let Some(rest) = text.strip_prefix('元') {
        return Some((1, rest));
    }
    let (mut value, mut rest, mut after_ten) = (0_u16, text, false);
    while let Some(c) = rest.chars().next() {
        let digit = match c {
            '十' => {
                (value, after_ten) = (value.max(1).checked_mul(10)?, true);
                rest = &rest[c.len_utf8()..];
                continue;
            }
            '0'..='9' => u32::from(c) - u32::from('0'),
            '０'..='９' => u32::from(c) - u32::from('０'),
            _ => match "〇一二三四五六七八九".chars().zip(0..).find(|(kanji, _)| *kanji == c) {
                Some((_, digit)) => digit,
                None => break,
            },
        };
        let tens = if after_ten { value } else { value.checked_mul(10)? };
        (value, after_ten) = (tens.checked_add(u16::try_from(digit).ok()?)?, false);
        rest = &rest[c.len_utf8()..];
    }
    (rest.len() < text.len() && value < 100).then_some((value, rest))
}

/// Whether what follows a year makes it the number of a law (平成25年法律第27号).
fn is_number_of_law(rest: &str) -> bool {
    const LAWS: [&str; 5] = ["法律", "令", "条例", "規則", "告示"];
    let Some(kind) = rest.find('第').map(|end| &rest[..end]) else { return false };
    kind.chars().count() <= 8 && LAWS.iter().any(|law| kind.ends_with(law))
}

#[cfg(test)]
mod tests {
    use super::date;

    fn western(text: &str) -> Option<(usize, String)> {
        date(text, 0).map(|date| (date.length, date.instead))
    }

    #[test]
    fn dates_of_every_spelling_are_turned_into_western_ones() {
        for (text, instead) in [
            ("令和6年4月1日", "2024年4月1日"),
            ("令和元年", "2019年"),
            ("平成２４年", "2012年"),
            ("平成二十四年四月", "2012年4月"),
            ("R6.4.1", "2024年4月1日"),
            ("S63年1月", "1988年1月"),
        ] {
            assert_eq!(western(text), Some((text.len(), instead.to_owned())), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_stays() {
        for text in ["平成25年法律第27号", "令和6年総務省令第1号", "令和の時代", "H24号室", "R6.4a", "R2.0", "昭和町"]
        {
            assert_eq!(western(text), None, "{text}");
        }
        assert!(date("FR6.4.1", 1).is_none());
    }
}
