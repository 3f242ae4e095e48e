//! Text in lines of a known width: a picture that is drawn at build time cannot ask the browser.

/// The em in the unit of widths.
pub(crate) const EM: u32 = 100;
/// What a half-width character takes. Wide for figures and most letters.
const HALF: u32 = 55;

/// Characters that do not begin a line.
const CLOSING: &str = "、。，．,.!?！？」』)）〉》>］】〕・ーゝ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ〜:;";
/// Characters that do not end one.
const OPENING: &str = "「『(（〈《<［【〔";

/// The width of a text.
pub(crate) fn width(text: &str) -> u32 {
    text.chars().map(|c| if is_half(c) { HALF } else { EM }).sum()
}

/// A text in as few lines as fit, about as long as each other. A part that nothing may divide and
/// that is wider than a line is divided all the same: nothing is ever wider than `most`.
pub(crate) fn wrap(text: &str, most: u32) -> Vec<String> {
    let lines = greedy(text, most);
    let enough = |narrow: &u32| greedy(text, *narrow).len() == lines.len();
    let narrowest = (1..most / HALF).map(|step| most - step * HALF).take_while(enough).last();
    narrowest.map_or(lines, |narrow| greedy(text, narrow))
}

fn greedy(text: &str, most: u32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let space = if line.is_empty() { 0 } else { HALF };
        if width(&line) + space + width(word) > most && !line.is_empty() && (is_latin(word) || width(word) <= most) {
            lines.push(std::mem::take(&mut line));
        } else if !line.is_empty() {
            line.push(' ');
        }
        for part in parts(word, most) {
            if width(&line) + width(&part) > most && !line.is_empty() {
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
            }
            line.push_str(&part);
        }
    }
    lines.push(line);
    lines.retain(|line| !line.is_empty());
    lines
}

/// The parts of a word between which a line may end.
fn parts(word: &str, most: u32) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    for c in word.chars() {
        let joined = before.is_some_and(|before| {
            OPENING.contains(before) || CLOSING.contains(c) || is_half(before) && is_half(c) && before != '-'
        });
        match parts.last_mut().filter(|part| joined && width(part) + EM <= most) {
            Some(part) => part.push(c),
            None => parts.push(c.to_string()),
        }
        before = Some(c);
    }
    parts
}

fn is_latin(word: &str) -> bool {
    word.chars().all(is_half)
}

fn is_half(c: char) -> bool {
    matches!(c, '\u{20}'..='\u{24f}' | '\u{2010}'..='\u{2019}' | '\u{ff61}'..='\u{ff9f}')
}

#[cfg(test)]
mod tests {
    use super::{EM, width, wrap};

    #[test]
    fn full_width_characters_take_an_em_and_others_about_half() {
        assert_eq!(width("2回目"), 255);
        assert_eq!(width("ﾄﾞ PIN"), 330);
        assert_eq!(width("ō"), 55);
    }

    #[test]
    fn lines_are_few_and_even() {
        assert_eq!(wrap("来庁", 10 * EM), ["来庁"]);
        assert_eq!(wrap("いろはにほへとちりぬる", 10 * EM), ["いろはにほへ", "とちりぬる"]);
        assert_eq!(wrap("", 10 * EM), [""; 0]);
    }

    #[test]
    fn no_line_begins_or_ends_with_a_bracket_on_the_wrong_side() {
        for lines in (4..9).map(|ems| wrap("本人が「委任状」に「照会書(回答書)」を、はる", ems * EM))
        {
            for line in &lines {
                assert!(!line.starts_with(['」', '、', ')']) && !line.ends_with(['「', '(']), "{lines:?}");
            }
        }
    }

    #[test]
    fn words_and_phrases_stay_whole_where_they_can() {
        assert_eq!(wrap("the cardholder fills in", 11 * EM / 2 + 200), ["the", "cardholder", "fills in"]);
        assert_eq!(wrap("代わりの 人が 書きます", 6 * EM), ["代わりの", "人が", "書きます"]);
    }

    #[test]
    fn nothing_is_wider_than_the_line() {
        for text in ["incomprehensibilities", "「「「「「「「「「「「", "a-b-c-d-e-f-g-h-i-j-k-l", "」」」」」」」」」"]
        {
            for most in [2 * EM, 3 * EM, 5 * EM] {
                let lines = wrap(text, most);
                assert!(lines.iter().all(|line| width(line) <= most), "{lines:?}");
                assert_eq!(lines.concat(), text);
            }
        }
    }
}
