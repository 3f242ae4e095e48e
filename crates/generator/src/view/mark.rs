//! Marks inside a text that stand for elements in a page: a text can go through messages and lists
//! and still know that a part of it is in another language.
//!
//! The marks are characters that the reader of the data refuses, so that no data can have them.

use std::fmt;

/// Before a Japanese text inside a text of another language.
const JAPANESE: char = '\u{FFF9}';
/// After it.
const END: char = '\u{FFFB}';

/// A Japanese text inside a text of another language.
pub(crate) fn japanese(text: &str) -> String {
    format!("{JAPANESE}{text}{END}")
}

/// A text of another language in which Japanese names may stand: each run of Japanese letters is
/// marked.
pub(crate) fn japanese_in(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut inside = false;
    for c in text.chars() {
        if is_japanese(c) != inside {
            out.push(if inside { END } else { JAPANESE });
            inside = !inside;
        }
        out.push(c);
    }
    if inside {
        out.push(END);
    }
    out
}

/// Kana, kanji, and the marks that stand between them.
fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// The text without its marks, for attributes and for what is no page.
pub(crate) fn bare(text: &str) -> String {
    text.replace([JAPANESE, END], "")
}

/// Writes a text as HTML: everything that needs it is escaped, marks become elements.
///
/// Unlike the template library's own formatter it leaves `/` alone, which would make every address
/// unreadable.
pub(crate) fn write_html(out: &mut impl fmt::Write, text: &str) -> fmt::Result {
    let (mut written, mut at) = (0, 0);
    while let Some(next) = text.as_bytes()[at..].iter().position(|byte| is_special(*byte)) {
        at += next;
        let Some((special, element)) = ELEMENTS.iter().find(|(special, _)| text[at..].starts_with(*special)) else {
            // Another character that begins with the byte of a mark; its other bytes are of none.
            at += text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        out.write_str(&text[written..at])?;
        out.write_str(element)?;
        at += special.len_utf8();
        written = at;
    }
    out.write_str(&text[written..])
}

/// What may not stand in HTML as it is.
const ELEMENTS: [(char, &str); 7] = [
    ('&', "&amp;"),
    ('<', "&lt;"),
    ('>', "&gt;"),
    ('"', "&quot;"),
    ('\'', "&#39;"),
    (JAPANESE, "<span lang=\"ja\">"),
    (END, "</span>"),
];

/// Whether one of them begins with the byte; that of the marks begins U+F000 to U+FFFF.
fn is_special(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'' | 0xef)
}

#[cfg(test)]
mod tests {
    use super::{bare, japanese, japanese_in, write_html};

    #[test]
    fn a_marked_text_is_an_element_in_a_page_and_nothing_elsewhere() {
        let text = format!("at {} & Co.", japanese("市役所"));
        let mut html = String::new();
        write_html(&mut html, &text).unwrap();
        assert_eq!(html, "at <span lang=\"ja\">市役所</span> &amp; Co.");
        assert_eq!(bare(&text), "at 市役所 & Co.");
        let mut wide = String::new();
        write_html(&mut wide, "\u{ff08}\u{ff11}\u{ff09}<\u{ff1c}\u{ffe5}").unwrap();
        assert_eq!(wide, "\u{ff08}\u{ff11}\u{ff09}&lt;\u{ff1c}\u{ffe5}", "wide characters begin with the same byte");
    }

    #[test]
    fn japanese_names_in_a_sentence_are_found() {
        assert_eq!(
            japanese_in("called 照会書 or 回答書"),
            format!("called {} or {}", japanese("照会書"), japanese("回答書"))
        );
        assert_eq!(japanese_in("plain"), "plain");
    }
}
