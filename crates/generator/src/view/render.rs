use std::collections::BTreeMap;
use std::sync::Arc;

use fluent_bundle::FluentValue;
use memchr::memchr2_iter;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Serde};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value};
use serde::Serialize;

use super::mark;
use super::message::{Messages, Piece};
use super::written_out::{Macros, named, parts};
use crate::{Assets, SiteError};

/// Folders of `site-templates/` that hold templates, besides `layout.html`.
const TEMPLATE_FOLDERS: [&str; 2] = ["components/", "pages/"];

/// The templates of the site, with the messages of one language.
pub(crate) struct Renderer {
    /// With messages and macros written out where they are called.
    quick: Environment<'static>,
    /// As they stand in their files: they know the places of what is wrong.
    plain: Environment<'static>,
}

impl Renderer {
    pub(crate) fn new(assets: &Assets, messages: &Arc<Messages>) -> Result<Self, SiteError> {
        let templates = || assets.0.iter().filter(|(path, _)| is_template(path));
        let mut plain = environment(messages)?;
        for (path, text) in templates() {
            let fault = |source| SiteError::Template { page: path.clone(), source };
            plain.add_template_owned(path.clone(), text.clone()).map_err(fault)?;
        }
        let mut quick = environment(messages)?;
        let templates: BTreeMap<String, String> =
            templates().map(|(path, text)| (path.clone(), with_messages(text, messages))).collect();
        // When the first page of a kind is made: not every call makes all.
        quick.set_loader(move |path| Ok(Macros::of(&templates).written_out(path)));
        Ok(Self { quick, plain })
    }

    /// A page: the template of that name with the page's model as `page`.
    pub(crate) fn render(&self, template: &str, path: &str, page: &impl Serialize) -> Result<Vec<u8>, SiteError> {
        let context = minijinja::context! { page => Value::from(Serde(page)) };
        let rendered = |environment: &Environment<'_>| environment.get_template(template)?.render(&context);
        let html = rendered(&self.quick).or_else(|_| rendered(&self.plain));
        let fault = |source| SiteError::Template { page: path.to_owned(), source };
        html.map(|html| without_what_is_idle(&html).into_bytes()).map_err(fault)
    }
}

#[cfg(test)]
impl Renderer {
    /// The same with every macro called.
    pub(crate) fn calling_macros(self) -> Self {
        Self { quick: self.plain.clone(), ..self }
    }
}

/// What all templates have, without any.
fn environment(messages: &Arc<Messages>) -> Result<Environment<'static>, SiteError> {
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
    Ok(environment)
}

/// Whether a line begins with what no text stands beside, so that the line's end before it says nothing.
fn begins_block(line: &[u8]) -> bool {
    match line {
        [b'<', b'l', b'i', ..] | [b'<', b'u' | b'o', b'l', ..] | [b'<', b'/', b'u' | b'o', b'l', ..] => true,
        [b'<', b'h', b'2'..=b'5', ..] | [b'<', b'p', ..] => true,
        _ => line.starts_with(b"<text") || line.starts_with(b"</section"),
    }
}

/// Templates leave a line for every condition that does not hold, and ends that HTML lets go: an item of a list ends
/// where the next one begins, or with the list; a paragraph where a block begins or ends. Prose may have preformatted
/// text, in which an empty line is one.
fn without_what_is_idle(html: &str) -> String {
    if html.contains("<pre") {
        return html.to_owned();
    }
    let html = html.trim_ascii();
    let mut out = String::with_capacity(html.len() + 1);
    let mut copied = 0;
    for at in memchr2_iter(b'<', b'\n', html.as_bytes()) {
        // None within space that has been left out.
        let Some(text) = html.get(copied..at) else { continue };
        let rest = &html[at..];
        if rest.starts_with('\n') {
            let next = rest.trim_ascii_start();
            out.push_str(text.trim_ascii_end());
            if !begins_block(next.as_bytes()) {
                out.push('\n');
            }
            copied = html.len() - next.len();
        } else if let Some(end) = idle_end(rest) {
            out.push_str(text);
            copied = at + end.len();
        }
    }
    out.push_str(&html[copied..]);
    out.push('\n');
    out
}

/// An end with which a text begins, and which is one without it.
fn idle_end(text: &str) -> Option<&'static str> {
    let (end, is_ended): (&str, fn(&[u8]) -> bool) = match text.as_bytes() {
        [_, b'/', b'l', b'i', b'>', ..] => ("</li>", ends_item),
        [_, b'/', b'p', b'>', ..] => ("</p>", ends_paragraph),
        _ => return None,
    };
    is_ended(text.as_bytes()[end.len()..].trim_ascii_start()).then_some(end)
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

/// A template with its messages in their places, where nothing in them chooses: they are the same on every page.
fn with_messages(template: &str, messages: &Messages) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, call)) = rest.split_once("t(\"") {
        let written = match before.strip_suffix("{{ ") {
            Some(before) => shown(call, messages).map(|(text, after)| (before, text, after)),
            None => quoted(call, messages).map(|(text, after)| (before, text, after)),
        };
        let (before, text, after) = written.unwrap_or((before, "t(\"".to_owned(), call));
        out = out + before + &text;
        rest = after;
    }
    out + rest
}

/// The message of `id", number=page.number) }}` as a template's text, and what stands behind. None where there is no
/// such message, which is an error of the page that asks; nor where the text would be more than text to a template.
fn shown<'t>(call: &'t str, messages: &Messages) -> Option<(String, &'t str)> {
    let (call, after) = call.split_once(") }}").filter(|(call, _)| !call.contains("}}"))?;
    let (id, args) = call.split_once('"')?;
    let args: Vec<(&str, &str)> = parts(args).into_iter().map(named).collect::<Option<_>>()?;
    let mut html = String::new();
    for piece in messages.pieces(id)? {
        match piece {
            Piece::Text(text) if text.contains(['{', '\n']) => return None,
            Piece::Text(text) => mark::write_html(&mut html, text).ok()?,
            Piece::Argument(name) => {
                let (_, value) = args.iter().find(|(known, _)| known == name)?;
                html = html + "{{ " + value + " }}";
            }
        }
    }
    (!html.trim().is_empty()).then_some((html, after))
}

/// The message of `id")` as a text within a template's tag.
fn quoted<'t>(call: &'t str, messages: &Messages) -> Option<(String, &'t str)> {
    let (id, after) = call.split_once("\")")?;
    match messages.pieces(id)? {
        [Piece::Text(text)] if !text.contains(['"', '\\', '{', '}', '%', '\n']) => Some((format!("\"{text}\""), after)),
        _ => None,
    }
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
    use super::{with_messages, without_what_is_idle};
    use crate::Lang;
    use crate::tests::data::assets;
    use crate::view::message::Messages;

    #[test]
    fn a_message_is_in_the_template_where_nothing_in_it_chooses() {
        let mut assets = assets();
        let own = "plain = A & <b>\nbrace = {\"{\"}% if\nlines =\n    a\n    b\ngiven = <{ $n } of { $all }>\n\
                   choice =\n    { $n ->\n        [one] a\n       *[other] b\n    }\n";
        assets.0.insert("messages/en/own.ftl".into(), own.into());
        let messages = Messages::read(&assets, Lang::En).unwrap();
        let stay = "{{ t(\"given\", n=1) }} {{ t(\"choice\", n=1) }} {{ t(\"brace\") }} {{ t(\"lines\") }} {{ t(\"no-such\") }}";
        assert_eq!(with_messages(stay, &messages), stay);
        for (template, expected) in [
            ("<i>{{ t(\"plain\") }}</i>", "<i>A &amp; &lt;b&gt;</i>"),
            ("{{ t(\"given\", all=list | length, n=f(1, 2)) }}", "&lt;{{ f(1, 2) }} of {{ list | length }}&gt;"),
            ("{{ cases(t(\"plain\"), t(\"brace\")) }}", "{{ cases(\"A & <b>\", t(\"brace\")) }}"),
        ] {
            assert_eq!(with_messages(template, &messages), expected);
        }
    }

    #[test]
    fn ends_that_html_needs_stay() {
        let html = "<p>a</p>\n\n  <ul>\n<li>b</li>\n<li><p>c</p></li>\n</ul>\n<p>d</p>\n<dl><dd><p>e</p></dd></dl>\n<div><p>f</p></div>\n";
        let small = "<p>a<ul><li>b<li><p>c</ul><p>d</p>\n<dl><dd><p>e</p></dd></dl>\n<div><p>f</p></div>\n";
        assert_eq!(without_what_is_idle(html), small);
        assert_eq!(without_what_is_idle("<b>a</b>\n<i>b</i>\n"), "<b>a</b>\n<i>b</i>\n", "a space between words");
        assert_eq!(without_what_is_idle("<pre>a\n\n<p>b</p></pre>"), "<pre>a\n\n<p>b</p></pre>");
    }
}
