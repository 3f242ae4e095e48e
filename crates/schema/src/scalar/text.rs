use super::{Scalar, ScalarFault, ScalarFaultKind, scalar_traits};

/// A line of text that a person reads: not empty, no space around it, no control characters and
/// none that change the direction or hide in the text. Variation selectors are letters here
/// (葛󠄀城市).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(String);

/// A reading in hiragana.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kana(String);

/// A telephone number with its area code, in digits and hyphens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telephone(String);

/// A Japanese postal code, `123-4567`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostalCode(String);

/// Whether a character has no place in text: controls, directions, invisible ones, the BOM. A terminal
/// would obey it, or nobody would see it.
#[must_use]
pub fn is_forbidden(c: char) -> bool {
    // Nearly all there is: ASCII, kana and kanji.
    if matches!(c, ' '..='~' | '\u{3000}'..='\u{d7ff}') {
        return false;
    }
    c.is_control()
        || matches!(c,
            '\u{00ad}' | '\u{061c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn line(text: &str) -> Result<(), ScalarFault> {
    if let Some((at, c)) = text.char_indices().find(|(_, c)| is_forbidden(*c)) {
        return Err(ScalarFault::at(ScalarFaultKind::Control, at..at + c.len_utf8()));
    }
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Err(ScalarFault::whole(ScalarFaultKind::Empty));
    }
    if trimmed.len() != text.len() {
        return Err(ScalarFault::whole(ScalarFaultKind::Padded).instead(trimmed));
    }
    Ok(())
}

impl Scalar for Text {
    const FORMAT: &'static str = "text";
    const EXAMPLES: &'static [&'static str] = &[];
    const ABOUT: &'static str = "1行の文。前後に空白を入れない。\n\nA line of text, without spaces around it.";

    fn parse(text: &str) -> Result<Self, ScalarFault> {
        line(text).map(|()| Self(text.to_owned()))
    }
}

impl Scalar for Kana {
    const FORMAT: &'static str = "kana";
    const PATTERN: Option<&'static str> = Some("^[ぁ-ゖー・ 0-9A-Za-z]+$");
    const EXAMPLES: &'static [&'static str] = &["かなざわし"];
    const ABOUT: &'static str = "読みがな(ひらがな)。\n\nThe reading, in hiragana.";

    fn parse(text: &str) -> Result<Self, ScalarFault> {
        line(text)?;
        let is_kana = |c: char| matches!(c, 'ぁ'..='ゖ' | 'ー' | '・' | ' ') || c.is_ascii_alphanumeric();
        match text.char_indices().find(|(_, c)| !is_kana(*c)) {
            None => Ok(Self(text.to_owned())),
            Some((at, c)) => {
                let hiragana = hiragana(text);
                let fault = ScalarFault::at(ScalarFaultKind::KanaShape, at..at + c.len_utf8());
                Err(if hiragana.chars().all(is_kana) { fault.instead(hiragana) } else { fault })
            }
        }
    }
}

/// Katakana lies 96 code points after hiragana.
fn to_hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        other => other,
    }
}

/// ASCII digits and hyphens in place of their full-width forms and of the dashes that look alike.
pub(crate) fn half_width(text: &str) -> String {
    const QUOTES: [char; 8] =
        ['\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}', '\u{ff02}', '\u{ff07}', '\u{300c}', '\u{300d}'];
    text.trim()
        .trim_matches(QUOTES)
        .chars()
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30fc}' | '\u{ff0d}' | '\u{301c}' | '\u{ff5e}' => '-',
            // Full-width signs lie 0xfee0 code points after the ASCII ones.
            '\u{ff01}'..='\u{ff5d}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '\u{3000}' | '\u{a0}' => ' ',
            other => other,
        })
        .collect()
}

/// Whether a text has signs, spaces or quotation marks that a Japanese keyboard gives in place of the
/// half-width ones.
#[must_use]
pub fn is_full_width(text: &str) -> bool {
    half_width(text) != text.trim()
}

/// A text with its katakana as hiragana.
pub(crate) fn hiragana(text: &str) -> String {
    text.chars().map(to_hiragana).collect()
}

fn digit_groups(text: &str, groups: impl Fn(&[usize]) -> bool) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    text.bytes().all(|b| b.is_ascii_digit() || b == b'-') && groups(&lengths)
}

impl Scalar for Telephone {
    const FORMAT: &'static str = "telephone";
    const PATTERN: Option<&'static str> = Some("^0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}$");
    const EXAMPLES: &'static [&'static str] = &["0725-99-8117"];
    const ABOUT: &'static str = "電話番号。市外局番から、半角数字とハイフンで。\n\nA telephone number with its area code, in digits and hyphens.";

    fn parse(text: &str) -> Result<Self, ScalarFault> {
        let is_right = |text: &str| {
            text.starts_with('0')
                && digit_groups(text, |groups| {
                    matches!(groups, [2..=5, 1..=4, 3..=4]) && matches!(groups.iter().sum(), 10 | 11)
                })
        };
        if is_right(text) {
            return Ok(Self(text.to_owned()));
        }
        let fault = ScalarFault::whole(ScalarFaultKind::TelephoneShape);
        let narrow = half_width(text);
        Err(if is_right(&narrow) { fault.instead(narrow) } else { fault })
    }
}

impl Scalar for PostalCode {
    const FORMAT: &'static str = "postal-code";
    const PATTERN: Option<&'static str> = Some("^[0-9]{3}-[0-9]{4}$");
    const EXAMPLES: &'static [&'static str] = &["594-8501"];
    const ABOUT: &'static str = "郵便番号。594-8501 のように書く。\n\nA postal code, written 594-8501.";

    fn parse(text: &str) -> Result<Self, ScalarFault> {
        let is_right = |text: &str| digit_groups(text, |groups| matches!(groups, [3, 4]));
        if is_right(text) {
            return Ok(Self(text.to_owned()));
        }
        let fault = ScalarFault::whole(ScalarFaultKind::PostalCodeShape);
        let narrow = half_width(text.trim_start_matches('〒'));
        Err(if is_right(&narrow) { fault.instead(narrow) } else { fault })
    }
}

macro_rules! string_like {
    ($($name:ident),+) => {$(
        impl $name {
            /// The text as it is written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

string_like!(Text, Kana, Telephone, PostalCode);
scalar_traits!(Text, Kana, Telephone, PostalCode);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_hides_or_turns_is_refused_at_its_character() {
        assert_eq!(Text::parse("市民\u{202e}課").unwrap_err().at, Some(6..9));
        assert!(Text::parse("葛\u{e0100}城市").is_ok(), "a variation selector is a letter");
        assert_eq!(Text::parse(" 市民課").unwrap_err().instead.as_deref(), Some("市民課"));
    }

    #[test]
    fn full_width_numbers_are_refused_with_the_right_spelling() {
        assert_eq!(Telephone::parse("0725−99−8117").unwrap_err().instead.as_deref(), Some("0725-99-8117"));
        assert_eq!(PostalCode::parse("〒594-8501").unwrap_err().instead.as_deref(), Some("594-8501"));
        assert!(Telephone::parse("0725-99-81170").is_err());
        assert_eq!(Kana::parse("カナザワし").unwrap_err().instead.as_deref(), Some("かなざわし"));
    }
}
