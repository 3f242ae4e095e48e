use std::borrow::Cow;

use annotate_snippets::{AnnotationKind, Group, Level as Grade, Patch, Renderer, Snippet};
use madoguchi_schema::fault::{Edit, Span};

use super::place::shown;
use crate::check::Checked;
use crate::diagnostic::Diagnostic;
use madoguchi_schema::scalar::is_forbidden;

use crate::message::{MessageError, Messages, visible};
use crate::rule::Level;

/// Repairs of more lines than this are not shown.
const MOST_LINES: usize = 16;
/// Nor are those of more bytes.
const MOST_BYTES: usize = 4096;
/// This many characters of its line are shown before a repair, and after it.
const MOST_BESIDE: usize = 120;

/// The report that a person reads: each finding with its lines, the right columns underlined.
///
/// # Errors
///
/// Where a message file is broken.
pub fn human(checked: &Checked, messages: &Messages, colour: bool) -> Result<String, MessageError> {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut report = String::new();
    for diagnostic in &checked.diagnostics {
        report.push_str(&one(diagnostic, checked, messages, &renderer)?);
        report.push_str("\n\n");
    }
    report.push_str(&summary(checked, messages)?);
    report.push('\n');
    Ok(report)
}

fn one(
    diagnostic: &Diagnostic,
    checked: &Checked,
    messages: &Messages,
    renderer: &Renderer,
) -> Result<String, MessageError> {
    let text_of = |path: &str| checked.texts.get(path).map_or("", |text| &**text);
    let text = text_of(&diagnostic.path);
    let words = messages.words(diagnostic)?;
    let grade = match diagnostic.level {
        Level::Error => Grade::ERROR,
        Level::Warning => Grade::WARNING,
        Level::Note | Level::Off => Grade::NOTE,
    }
    .with_name(messages.plain(&format!("level-{}", diagnostic.level))?);
    let id = format!("{} {}", diagnostic.rule.code, diagnostic.rule.name);
    let title = grade.primary_title(words.message).id(id);
    let path = visible(&shown(&diagnostic.path));
    let mut group = match diagnostic.span.filter(|_| !text.is_empty()) {
        Some(span) => {
            let mut lines = Snippet::source(printable(text))
                .path(path.clone())
                .annotation(AnnotationKind::Primary.span(range(span, text)));
            for place in diagnostic.related.iter().filter(|place| place.path == diagnostic.path) {
                let label = messages.plain(place.message)?;
                lines = lines.annotation(AnnotationKind::Context.span(range(place.span, text)).label(label));
            }
            title.element(lines)
        }
        None => title.element(annotate_snippets::Origin::path(path.clone())),
    };
    for place in diagnostic.related.iter().filter(|place| place.path != diagnostic.path) {
        let Some(text) = checked.texts.get(&place.path) else { continue };
        let label = messages.plain(place.message)?;
        let annotation = AnnotationKind::Context.span(range(place.span, text)).label(label);
        let path = visible(&shown(&place.path));
        group = group.element(Snippet::source(printable(text)).path(path).annotation(annotation));
    }
    if let Some(help) = words.help {
        group = group.element(Grade::HELP.with_name(messages.plain("level-help")?).message(help));
    }
    let mut groups: Vec<Group<'_>> = vec![group];
    if let Some(edit) = diagnostic.edit.as_ref().filter(|edit| !text.is_empty() && is_short(edit, text)) {
        let title = Grade::HELP.no_name().secondary_title(messages.plain("repair")?);
        let window = window(edit.span, text);
        let shown = &text[window.clone()];
        let span = Span::new(edit.span.start - window.start, edit.span.end.min(text.len()) - window.start);
        let line = text[..window.start].matches('\n').count() + 1;
        let patch = Patch::new(range(span, shown), edit.text.clone());
        let source = Snippet::source(printable(shown)).line_start(line).path(path.clone());
        groups.push(title.element(source.patch(patch)));
    }
    Ok(renderer.render(&groups))
}

/// Whether a repair can be taken in by looking at it; a whole file laid out anew cannot.
fn is_short(edit: &Edit, text: &str) -> bool {
    let is_short = |text: &str| text.matches('\n').count() <= MOST_LINES && text.len() <= MOST_BYTES;
    is_short(&edit.text) && edit.span.slice(text).is_some_and(is_short)
}

/// The lines that a repair changes, each long one from a little before the repair to a little after
/// it: the renderer shows the lines of a repair whole.
fn window(span: Span, text: &str) -> std::ops::Range<usize> {
    let line_start = text[..span.start].rfind('\n').map_or(0, |end| end + 1);
    let line_end = text[span.end..].find('\n').map_or(text.len(), |end| span.end + end);
    let before = text[line_start..span.start].char_indices().rev().nth(MOST_BESIDE - 1);
    let after = text[span.end..line_end].char_indices().nth(MOST_BESIDE);
    before.map_or(line_start, |(at, _)| line_start + at)..after.map_or(line_end, |(at, _)| span.end + at)
}

/// The text with signs of as many bytes in place of the characters that a terminal would obey and
/// the renderer passes through; those of one byte it shows itself.
fn printable(text: &str) -> Cow<'_, str> {
    let is_passed = |c: char| c.len_utf8() > 1 && is_forbidden(c);
    if !text.contains(is_passed) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c.len_utf8() {
            2 if is_passed(c) => out.push('¿'),
            3 if is_passed(c) => out.push('\u{fffd}'),
            4 if is_passed(c) => out.push_str("¿¿"),
            _ => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// A range that lies in the text and holds a character at least.
fn range(span: Span, text: &str) -> std::ops::Range<usize> {
    let start = span.start.min(text.len());
    let end = span.end.clamp(start, text.len());
    start..end
}

fn summary(checked: &Checked, messages: &Messages) -> Result<String, MessageError> {
    if checked.diagnostics.is_empty() {
        return messages.counted("summary-nothing", checked.files);
    }
    let parts = [Level::Error, Level::Warning, Level::Note]
        .into_iter()
        .filter_map(|level| {
            let count = checked.count(level);
            (count > 0).then(|| messages.counted(&format!("summary-{level}"), count))
        })
        .collect::<Result<Vec<_>, _>>()?;
    Ok(format!("{}{}", messages.counted("summary-files", checked.files)?, parts.join(&messages.plain("summary-and")?)))
}
