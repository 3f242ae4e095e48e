//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>

use super::place::{Places, shown};
use super::with_help;
use crate::check::Checked;
use crate::diagnostic::Diagnostic;
use crate::message::{MessageError, Messages, escaped};
use crate::rule::Level;

/// Workflow commands that make annotations on the lines of a pull request.
///
/// GitHub shows ten of a level from one step; those that fail come first.
///
/// # Errors
///
/// Where a message file is broken.
pub fn github(checked: &Checked, messages: &Messages) -> Result<String, MessageError> {
    let places = Places::new(checked);
    let mut report = String::new();
    for level in [Level::Error, Level::Warning, Level::Note] {
        for diagnostic in checked.diagnostics.iter().filter(|diagnostic| diagnostic.level == level) {
            let message = data(&with_help(messages.words(diagnostic)?));
            report.push_str(&format!("::{} {}::{message}\n", command(level), properties(diagnostic, &places)));
        }
    }
    Ok(report)
}

fn command(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note | Level::Off => "notice",
    }
}

fn properties(diagnostic: &Diagnostic, places: &Places<'_>) -> String {
    let mut properties = format!("file={}", property(&shown(&diagnostic.path)));
    if let Some(span) = diagnostic.span {
        let range = places.range(&diagnostic.path, span);
        properties.push_str(&format!(",line={},endLine={}", range.start.line, range.end.line));
        // Columns are refused where an annotation spans lines.
        if range.start.line == range.end.line {
            properties.push_str(&format!(",col={},endColumn={}", range.start.column, range.end.column));
        }
    }
    let title = format!("{} {}", diagnostic.rule.code, diagnostic.rule.name);
    format!("{properties},title={}", property(&title))
}

/// A message: `%` is escaped first, since it begins an escape. Line ends have an escape of their own;
/// other control characters are made visible, since the log is a terminal, too.
fn data(text: &str) -> String {
    let visible = |line: &str| line.split('\r').map(escaped).collect::<Vec<_>>().join("\r");
    let text = text.split('\n').map(visible).collect::<Vec<_>>().join("\n");
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, which ends at `,` or `:`.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use madoguchi_schema::fault::Span;

    use super::*;
    use crate::message::Lang;
    use crate::rule::rule;

    #[test]
    fn escapes_are_those_that_the_runner_takes_back() {
        assert_eq!(data("100%\r\n::error::x"), "100%25%0D%0A::error::x");
        assert_eq!(data("\u{1b}[31m\u{202e}"), "\\u{1b}[31m\\u{202e}");
        assert_eq!(property("a%0A,b:c\n"), "a%250A%2Cb%3Ac%0A");
    }

    #[test]
    fn hostile_names_and_texts_stay_in_one_command() {
        let path = "municipalities/a,line=9::x\n::set-env name=A::b\r%0A.yaml";
        let text = "a: x\n";
        let finding = Diagnostic::new(rule("unknown-key").unwrap(), path, Some(Span::new(0, 1)))
            .text("key", "\n::stop-commands::t\n%0A::error::y")
            .text("known", "a, b");
        let texts = BTreeMap::from([(path.to_owned(), text.into())]);
        let checked = Checked { diagnostics: vec![finding], files: 1, texts };
        let report = github(&checked, &Messages::new(Lang::En).unwrap()).unwrap();
        assert_eq!(report.lines().count(), 1, "{report}");
        assert!(!report.trim_end().contains('\r'));
        let (properties, _) = report.strip_prefix("::error ").unwrap().split_once("::").unwrap();
        let values: Vec<_> = properties.split(',').map(|property| property.split_once('=').unwrap()).collect();
        let file = "datasets/municipalities/a%2Cline=9%3A%3Ax%0A%3A%3Aset-env name=A%3A%3Ab%0D%250A.yaml";
        let expected = [
            ("file", file),
            ("line", "1"),
            ("endLine", "1"),
            ("col", "1"),
            ("endColumn", "2"),
            ("title", "K001 unknown-key"),
        ];
        assert_eq!(values, expected);
    }
}
