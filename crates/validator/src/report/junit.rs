use super::place::{Places, shown};
use super::with_help;
use crate::check::Checked;
use crate::message::{MessageError, Messages, escaped};
use crate::rule::Level;

/// JUnit's XML, as build servers read it: one test case a finding, and one
/// where nothing was found. A note does not fail.
///
/// # Errors
///
/// Where a message file is broken.
pub fn junit(checked: &Checked, messages: &Messages) -> Result<String, MessageError> {
    let places = Places::new(checked);
    let mut cases = String::new();
    for diagnostic in &checked.diagnostics {
        let at = places.range(&diagnostic.path, diagnostic.span.unwrap_or_default()).start;
        let (path, rule) = (escaped(&shown(&diagnostic.path)), diagnostic.rule);
        let words = messages.words(diagnostic)?;
        let message = xml(&words.message);
        let text = format!("{}\n{path}:{}:{}", with_help(words), at.line, at.column);
        let text: Vec<String> = text.lines().map(xml).collect();
        let (text, level) = (text.join("\n"), diagnostic.level);
        let result = match level {
            Level::Error | Level::Warning => {
                format!("<failure type=\"{level}\" message=\"{message}\">{text}</failure>")
            }
            Level::Note | Level::Off => format!("<system-out>{text}</system-out>"),
        };
        let name = format!("{} {}:{}:{}", rule.code, path, at.line, at.column);
        cases.push_str(&case(rule.name, &name, &path, &result));
    }
    if checked.diagnostics.is_empty() {
        cases.push_str(&case("check", "check", "datasets", ""));
    }
    let tests = checked.diagnostics.len().max(1);
    let failures = checked.count(Level::Error) + checked.count(Level::Warning);
    let counts = format!("name=\"madoguchi\" tests=\"{tests}\" failures=\"{failures}\"");
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    Ok(format!("{head}\n<testsuites {counts}>\n  <testsuite {counts}>\n{cases}  </testsuite>\n</testsuites>\n"))
}

fn case(class: &str, name: &str, file: &str, result: &str) -> String {
    let [class, name, file] = [class, name, file].map(xml);
    format!("    <testcase classname=\"{class}\" name=\"{name}\" file=\"{file}\">{result}</testcase>\n")
}

/// A line of text in XML, which has no place for control characters.
fn xml(text: &str) -> String {
    let visible = |c: char| if matches!(c, '\u{fffe}' | '\u{ffff}') { '\u{fffd}' } else { c };
    let text: String = escaped(text).chars().map(visible).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
