use std::sync::Arc;

use fluent_bundle::FluentValue;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Serde};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value};
use serde::Serialize;

use super::mark;
use super::message::Messages;
use crate::{Assets, SiteError};

/// Folders of `site-templates/` that hold templates, besides `layout.html`.
const TEMPLATE_FOLDERS: [&str; 2] = ["components/", "pages/"];

/// The templates of the site, with the messages of one language.
pub(crate) struct Renderer {
    environment: Environment<'static>,
}

impl Renderer {
    pub(crate) fn new(assets: &Assets, messages: &Arc<Messages>) -> Result<Self, SiteError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        // Every template, whatever its name: a feed or a picture is no safer than a page.
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_formatter(escape);
        // With these gone no template can mark a text as safe or switch escaping off by a filter.
        environment.remove_filter("safe");
        environment.add_filter("bare", |text: &str| mark::bare(text));
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
        environment.set_syntax(syntax.map_err(|source| SiteError::Template { page: "layout.html".into(), source })?);
        let said = Arc::clone(messages);
        environment.add_function("t", move |id: String, args: Kwargs| say(&said, &id, &args));
        let templates = assets.0.iter().filter(|(path, _)| is_template(path));
        for (path, text) in templates {
            let fault = |source| SiteError::Template { page: path.clone(), source };
            environment.add_template_owned(path.clone(), with_messages(text, messages)).map_err(fault)?;
        }
        Ok(Self { environment })
    }

    /// A page: the template of that name with the page's model as `page`.
    pub(crate) fn render(&self, template: &str, path: &str, page: &impl Serialize) -> Result<Vec<u8>, SiteError> {
        let fault = |source| SiteError::Template { page: path.to_owned(), source };
        let template = self.environment.get_template(template).map_err(fault)?;
        let context = minijinja::context! { page => Value::from(Serde(page)) };
        template.render(context).map(|html| without_empty_lines(&html).into_bytes()).map_err(fault)
    }
}

/// Whether a line begins with what no text stands beside, so that the line's end before it says nothing.
fn begins_block(line: &[u8]) -> bool {
    match line {
        [b'<', b'l', b'i', ..] | [b'<', b'u' | b'o', b'l', ..] | [b'<', b'/', b'u' | b'o', b'l', ..] => true,
        [b'<', b'h', b'2'..=b'5', ..] | [b'<', b'p', ..] => true,
        _ => line.starts_with(b"<text") || line.starts_with(b"</section"),
    }
}

/// Templates leave a line for every condition that does not hold. Prose may have preformatted text,
/// in which an empty line is one.
fn without_empty_lines(html: &str) -> String {
    if html.contains("<pre") {
        return html.to_owned();
    }
    let mut out = String::with_capacity(html.len());
    for line in html.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !begins_block(line.as_bytes()) {
            out.push('\n');
        }
        out.push_str(line);
    }
    out.push('\n');
    without_idle_ends(out.trim_start())
}

/// Whether an item of a list ends before it by itself.
fn ends_item(next: &[u8]) -> bool {
    matches!(next, [b'<', b'l', b'i', ..] | [b'<', b'/', b'u' | b'o', b'l', b'>', ..])
}

/// Whether a paragraph ends before it by itself.
fn ends_paragraph(next: &[u8]) -> bool {
    match next {
        [b'<', b'p', b'>' | b' ', ..] | [b'<', b'u' | b'o', b'l', ..] | [b'<', b'h', b'2'..=b'5', ..] => true,
        [b'<', b'/', b'l', b'i', ..] => true,
        _ => ends_item(next) || next.starts_with(b"</section"),
    }
}

/// An item of a list ends where the next one begins, or with the list; a paragraph where a block
/// begins or ends. HTML lets such ends go.
fn without_idle_ends(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut copied = 0;
    for (at, _) in html.match_indices('<') {
        let rest = &html[at..];
        let (end, is_ended): (&str, fn(&[u8]) -> bool) = match rest.as_bytes() {
            [_, b'/', b'l', b'i', b'>', ..] => ("</li>", ends_item),
            [_, b'/', b'p', b'>', ..] => ("</p>", ends_paragraph),
            _ => continue,
        };
        if is_ended(rest.as_bytes()[end.len()..].trim_ascii_start()) {
            out.push_str(&html[copied..at]);
            copied = at + end.len();
        }
    }
    out.push_str(&html[copied..]);
    out
}

/// A template with the messages that have no arguments in their places: they are the same on every page.
fn with_messages(template: &str, messages: &Messages) -> String {
    let (begin, end) = ("{{ t(\"", "\") }}");
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, call)) = rest.split_once(begin) {
        out.push_str(before);
        let said = call.split_once(end).filter(|(id, _)| !id.contains('"'));
        match said.and_then(|(id, after)| Some((text_of(messages, id)?, after))) {
            Some((text, after)) => {
                out.push_str(&text);
                rest = after;
            }
            None => {
                out.push_str(begin);
                rest = call;
            }
        }
    }
    out + rest
}

/// A message as a template's text. None where there is no such message, which is an error of the page that asks;
/// nor where the text would be more than text to a template.
fn text_of(messages: &Messages, id: &str) -> Option<String> {
    let text = messages.say(id, &[]).ok()?;
    let mut html = String::with_capacity(text.len());
    mark::write_html(&mut html, &text).ok()?;
    let is_plain = !html.contains(['{', '\n']) && !html.trim().is_empty();
    is_plain.then_some(html)
}

fn is_template(path: &str) -> bool {
    path == "layout.html" || TEMPLATE_FOLDERS.iter().any(|folder| path.starts_with(folder))
}

/// `t("id", name=value)` in a template.
fn say(messages: &Messages, id: &str, args: &Kwargs) -> Result<String, Error> {
    let names: Vec<&str> = args.args().collect();
    let mut said: Vec<(&str, FluentValue<'_>)> = Vec::with_capacity(names.len());
    for name in &names {
        let value: Value = args.get(name)?;
        let value = match value.as_i64() {
            Some(number) => FluentValue::from(number),
            None => FluentValue::from(value.to_string()),
        };
        said.push((name, value));
    }
    messages.say(id, &said).map_err(|error| Error::new(ErrorKind::InvalidOperation, error.to_string()))
}

/// Text as HTML, in text and in quoted attributes.
fn escape(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    match value.as_str() {
        Some(text) if !value.is_safe() => Ok(mark::write_html(out, text)?),
        _ => minijinja::escape_formatter(out, state, value),
    }
}

#[cfg(test)]
mod tests {
    use super::{with_messages, without_empty_lines};
    use crate::Lang;
    use crate::tests::data::assets;
    use crate::view::message::Messages;

    #[test]
    fn a_message_without_arguments_is_in_the_template_and_nothing_else_is() {
        let mut assets = assets();
        let own = "plain = A & <b>\nbrace = {\"{\"}% if\nlines =\n    a\n    b\ngiven = { $n }\n";
        assets.0.insert("messages/en/own.ftl".into(), own.into());
        let messages = Messages::read(&assets, Lang::En).unwrap();
        let template =
            "{{ t(\"given\", n=1) }} {{ t(\"plain\") }} {{ t(\"brace\") }} {{ t(\"lines\") }} {{ t(\"no-such\") }}";
        let expected = template.replacen("{{ t(\"plain\") }}", "A &amp; &lt;b&gt;", 1);
        assert_eq!(with_messages(template, &messages), expected);
    }

    #[test]
    fn ends_that_html_needs_stay() {
        let html = "<p>a</p>\n\n  <ul>\n<li>b</li>\n<li><p>c</p></li>\n</ul>\n<p>d</p>\n<dl><dd><p>e</p></dd></dl>\n<div><p>f</p></div>\n";
        let small = "<p>a<ul><li>b<li><p>c</ul><p>d</p>\n<dl><dd><p>e</p></dd></dl>\n<div><p>f</p></div>\n";
        assert_eq!(without_empty_lines(html), small);
        assert_eq!(without_empty_lines("<b>a</b>\n<i>b</i>\n"), "<b>a</b>\n<i>b</i>\n", "a space between words");
        assert_eq!(without_empty_lines("<pre>a\n\n<p>b</p></pre>"), "<pre>a\n\n<p>b</p></pre>");
    }
}
