use super::place::{Places, shown};
use crate::check::Checked;
use crate::message::{MessageError, Messages, escaped};

/// One line a finding, as editors and `grep` read it: `path:line:column: level[CODE name] message`.
/// Columns count characters from 1; a finding of a file as a whole stands at its beginning.
///
/// # Errors
///
/// Where a message file is broken.
pub fn concise(checked: &Checked, messages: &Messages) -> Result<String, MessageError> {
    let places = Places::new(checked);
    let mut report = String::new();
    for diagnostic in &checked.diagnostics {
        let at = places.range(&diagnostic.path, diagnostic.span.unwrap_or_default()).start;
        let path = escaped(&shown(&diagnostic.path));
        let message = escaped(&messages.words(diagnostic)?.message);
        let (rule, level) = (diagnostic.rule, diagnostic.level);
        report.push_str(&format!("{path}:{}:{}: {level}[{} {}] {message}\n", at.line, at.column, rule.code, rule.name));
    }
    Ok(report)
}
