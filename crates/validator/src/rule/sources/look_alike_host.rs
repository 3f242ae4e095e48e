//! A host whose name looks like another: letters of other alphabets among Latin ones, as they are or
//! in the code that stands for them.

use madoguchi_schema::fault::Span;
use madoguchi_schema::scalar::{Scalar as _, WebAddress};

use crate::rule::Written;
use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "U008",
    name: "look-alike-host",
    level: Level::Error,
    ja: Text {
        message: "ホスト名 { $host } に、英字に似た別の文字({ $odd })があります。読み取れる名前とは別のサイトです。",
        help: "自治体のサイトを開いて、アドレスを写し直してください。",
        cases: &[(
            "encoded",
            "xn-- で始まる名前は、英字でない文字を書きかえたものです。自治体のサイトを開いて、アドレスを確かめてください。",
        )],
        about: "キリル文字の「а」は、英字の「a」と同じに見えます。似た文字を使った名前は、本物に見せかけた別のサイトのものです。`xn--` で始まる名前は、そのような文字をかくします。",
    },
    en: Text {
        message: "The host { $host } has a letter ({ $odd }) that only looks like a Latin one; it is another site than it seems.",
        help: "Open the municipality's site and copy its address anew.",
        cases: &[(
            "encoded",
            "A name that begins with xn-- stands for letters that are not Latin. Open the municipality's site and look at its address.",
        )],
        about: "The Cyrillic `а` looks like the Latin `a`. A name with such a letter belongs to another site that passes itself off as the real one, and a name that begins with `xn--` hides the letter.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://www.cіty.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
",
    ),
    right: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
",
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for Written { node, text, .. } in subject.texts().iter().filter(|written| may_be_odd(written.text)) {
        let Ok(address) = WebAddress::parse(text) else { continue };
        let host = written_host(address.as_str());
        let Some(odd) = odd(host) else { continue };
        let written = node.span.slice(&subject.file.text).and_then(|written| written.find(host));
        let span = written.map_or(node.span, |at| {
            let start = node.span.start + at;
            Span::new(start, start + host.len())
        });
        let finding = subject.finding(&RULE, span).text("host", host).text("odd", odd);
        found.push(if odd.starts_with(ENCODED) { finding.case("encoded") } else { finding });
    }
}

/// Whether a text is an address that can have such a host. Few are read letter by letter.
fn may_be_odd(text: &str) -> bool {
    text.starts_with("http") && (!text.is_ascii() || text.contains(ENCODED))
}

const ENCODED: &str = "xn--";

/// Whether an address has a host of this kind.
pub(super) fn is_look_alike(address: &WebAddress) -> bool {
    odd(written_host(address.as_str())).is_some()
}

/// The host of an address as it is written there.
fn written_host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#', ':']).next().unwrap_or_default()
}

/// The first letter of a host that is neither Latin nor Japanese, or its first label in code.
fn odd(host: &str) -> Option<&str> {
    let letter = host.char_indices().find(|(_, c)| c.is_alphabetic() && !c.is_ascii() && !is_japanese(*c));
    let letter = letter.map(|(at, c)| &host[at..at + c.len_utf8()]);
    letter.or_else(|| host.split('.').find(|label| label.starts_with(ENCODED)))
}

/// Kana, kanji, and the full-width forms that a browser takes for the ordinary ones.
fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::{odd, written_host};

    #[test]
    fn letters_of_other_alphabets_are_told_from_latin_and_japanese_ones() {
        for (address, expected) in [
            ("https://www.city.chiba.jp/a", None),
            ("https://市役所.jp", None),
            ("https://www.city.chiba.jp/а?b=xn--c", None),
            ("https://www.cіty.chiba.lg.jp:443/a", Some("і")),
            ("https://www.city.chibα.jp", Some("α")),
            ("http://www.xn--cty-h5a.chiba.lg.jp/", Some("xn--cty-h5a")),
        ] {
            assert_eq!(odd(written_host(address)), expected, "{address}");
        }
    }
}
