//! Texts of strangers in one line: nothing in them ends a line, turns it around, or is obeyed by what
//! prints or shows it.

/// No width: between two signs that together would mean something to a reader that is a program.
const BREAK: char = '\u{200b}';

/// A text without controls, in one line, in which no workflow command of GitHub begins.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut last = ' ';
    for c in text.chars() {
        let c = match c {
            c if is_hidden(c) => continue,
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => ' ',
            c => c,
        };
        // `::error::` at the beginning of a line, `##[error]` anywhere.
        if (last, c) == (':', ':') || (last, c) == ('#', '#') || (last, c) == ('#', '[') {
            out.push(BREAK);
        }
        out.push(c);
        last = c;
    }
    out
}

/// What has no width, or turns the direction of what follows.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// A text of Markdown in which everything is text: no emphasis, link, image, HTML, mention, or number
/// of an issue.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut last = ' ';
    for c in plain(text).chars() {
        if c.is_ascii_punctuation() && !matches!(c, '.' | ',' | '-' | ':' | '/' | '@' | '%' | '=' | ';' | '?' | '+') {
            out.push('\\');
        }
        out.push(c);
        // A mention, a number, an address: they are looked for in the text after Markdown is read.
        let is_address = (last, c) == ('/', '/') || c == '.' && out.to_ascii_lowercase().ends_with("www.");
        if matches!(c, '@' | '#') || is_address || c == '-' && out.to_ascii_lowercase().ends_with("gh-") {
            out.push(BREAK);
        }
        last = c;
    }
    out
}

/// No more of a text than so many characters.
pub(super) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{cut, escaped, plain};

    #[test]
    fn a_text_is_one_line_in_which_no_command_begins() {
        assert_eq!(plain("a\n::error file=x::b"), "a :\u{200b}:error file=x:\u{200b}:b");
        assert_eq!(plain("##[error]x\u{1b}[31m\u{202e}"), "#\u{200b}#\u{200b}[error]x [31m");
    }

    #[test]
    fn markdown_html_and_mentions_are_text() {
        assert_eq!(escaped("[x](https://a.example)"), "\\[x\\]\\(https://\u{200b}a.example\\)");
        assert_eq!(escaped("<b>@owner #12 `x` **y**"), "\\<b\\>@\u{200b}owner \\#\u{200b}12 \\`x\\` \\*\\*y\\*\\*");
        assert_eq!(escaped("WWW.x.example GH-1"), "WWW.\u{200b}x.example GH-\u{200b}1");
        assert_eq!(escaped("&lt;"), "\\&lt;");
        assert_eq!(cut("あいう", 2), "あい…");
        assert_eq!(cut("あい", 2), "あい");
    }
}
