//! A page as the lines that a reader sees, with its headings.

use scraper::node::Element;
use scraper::{Html, Node};

/// A heading, or text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// How high a heading is, from 1; nothing for text.
    pub(crate) level: Option<u8>,
    pub(crate) text: String,
}

/// What serves as a heading without being one: a bold line, the head of a table, a term of a list.
const PSEUDO: u8 = 7;

/// What is in the page and not on it, or around it on every page.
const LEFT_OUT: &[&str] = &[
    "script", "style", "noscript", "template", "head", "nav", "footer", "aside", "iframe", "object", "svg", "select",
    "button", "form", "input", "textarea",
];
const LEFT_OUT_ROLES: &[&str] = &["navigation", "contentinfo", "banner", "search", "complementary"];

/// What stands in the line and does not end it.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "img", "ins", "mark", "q", "rb", "rp", "rt", "ruby",
    "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr", "del", "bdi", "bdo", "data", "dfn", "kbd",
    "label", "var",
];

/// The lines of a page.
pub(crate) fn outline(html: &str) -> Vec<Line> {
    let document = Html::parse_document(html);
    let mut writer = Writer::default();
    // Step by step, not by calls: a page may be nested as deep as it likes.
    for edge in document.tree.root().traverse() {
        match edge {
            ego_tree::iter::Edge::Open(node) => match node.value() {
                Node::Element(element) => writer.open(element),
                Node::Text(text) => writer.text(text),
                _ => {}
            },
            ego_tree::iter::Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    writer.close(element);
                }
            }
        }
    }
    writer.end_line();
    writer.lines
}

#[derive(Default)]
struct Writer {
    lines: Vec<Line>,
    line: String,
    /// How much of the line is bold: a line that is so as a whole serves as a heading.
    bold: usize,
    bold_depth: usize,
    /// The level of the heading that is open.
    heading: Option<u8>,
    heading_depth: usize,
    left_out: usize,
}

impl Writer {
    fn open(&mut self, element: &Element) {
        if is_left_out(element) {
            self.left_out += 1;
        }
        if self.left_out > 0 {
            return;
        }
        let name = element.name();
        if !INLINE.contains(&name) {
            self.break_line();
        }
        if let Some(level) = level(element) {
            self.heading = self.heading.or(Some(level));
            self.heading_depth += 1;
        }
        if matches!(name, "b" | "strong") {
            self.bold_depth += 1;
        }
    }

    fn close(&mut self, element: &Element) {
        if is_left_out(element) {
            self.left_out = self.left_out.saturating_sub(1);
            return;
        }
        if self.left_out > 0 {
            return;
        }
        let name = element.name();
        if !INLINE.contains(&name) {
            self.break_line();
        }
        if level(element).is_some() {
            self.heading_depth = self.heading_depth.saturating_sub(1);
            if self.heading_depth == 0 {
                self.end_line();
                self.heading = None;
            }
        }
        if matches!(name, "b" | "strong") {
            self.bold_depth = self.bold_depth.saturating_sub(1);
        }
    }

    fn text(&mut self, text: &str) {
        if self.left_out > 0 {
            return;
        }
        self.line.push_str(text);
        if self.bold_depth > 0 {
            self.bold += seen(text);
        }
    }

    /// A heading is one line, whatever is in it.
    fn break_line(&mut self) {
        match self.heading {
            Some(_) => self.line.push(' '),
            None => self.end_line(),
        }
    }

    fn end_line(&mut self) {
        let text = std::mem::take(&mut self.line);
        let bold = std::mem::take(&mut self.bold);
        let length = seen(&text);
        if length == 0 {
            return;
        }
        let level = self.heading.or((bold == length).then_some(PSEUDO));
        self.lines.push(Line { level, text });
    }
}

/// How many signs of a text take room.
fn seen(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

fn is_left_out(element: &Element) -> bool {
    LEFT_OUT.contains(&element.name())
        || element.attr("hidden").is_some()
        || element.attr("role").is_some_and(|role| LEFT_OUT_ROLES.contains(&role))
}

fn level(element: &Element) -> Option<u8> {
    match element.name() {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        "h5" => Some(5),
        "h6" => Some(6),
        "caption" | "dt" | "legend" | "summary" | "th" => Some(PSEUDO),
        _ if element.attr("role") == Some("heading") => element
            .attr("aria-level")
            .and_then(|level| level.parse().ok())
            .filter(|level| (1..=6).contains(level))
            .or(Some(2)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(html: &str) -> Vec<(Option<u8>, String)> {
        outline(html).into_iter().map(|line| (line.level, line.text.trim().to_owned())).collect()
    }

    #[test]
    fn headings_have_levels_and_text_is_what_is_seen() {
        let html = "<title>x</title><nav><h2>menu</h2></nav><h1>A<br>b</h1><p>one <b>two</b><script>no</script></p>\
                    <h2>B</h2><ul><li>three<li>four</ul><div role=heading aria-level=3>C</div><p hidden>no</p>";
        let found = lines(html);
        let expected: Vec<(Option<u8>, String)> =
            [(Some(1), "A  b"), (None, "one two"), (Some(2), "B"), (None, "three"), (None, "four"), (Some(3), "C")]
                .map(|(level, text)| (level, text.to_owned()))
                .to_vec();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_line_that_is_bold_as_a_whole_and_the_head_of_a_table_serve_as_headings() {
        let found = lines("<p><strong>持ち物</strong></p><p>カード</p><table><tr><th>受付時間<td>9時</table>");
        let levels: Vec<_> = found.iter().map(|line| line.0).collect();
        assert_eq!(levels, [Some(7), None, Some(7), None]);
    }

    #[test]
    fn a_page_nested_deep_is_read() {
        let html = format!("{}x", "<div>".repeat(5_000));
        assert_eq!(outline(&html).len(), 1);
    }
}
