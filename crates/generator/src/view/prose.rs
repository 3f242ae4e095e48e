use minijinja::Value;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use serde::Serialize;

use crate::{Assets, Lang, SiteError};

/// A page of prose: its first heading, and the rest as HTML.
#[derive(Debug, Serialize)]
pub(crate) struct Prose {
    pub(crate) title: String,
    pub(crate) html: Value,
}

/// Reads `prose/<language>/<name>.md`.
///
/// The Markdown writer escapes all text. Raw HTML, pictures and links to anything but pages are
/// refused, so that what it writes needs no cleaning.
pub(crate) fn read(assets: &Assets, lang: Lang, name: &str) -> Result<Prose, SiteError> {
    let file = format!("prose/{}/{name}.md", lang.name());
    let text = assets.0.get(&file).ok_or_else(|| SiteError::MissingAsset(file.clone()))?;
    let fault = |at: usize, fault: &'static str| SiteError::Prose {
        file: file.clone(),
        line: text.get(..at).map_or(1, |before| before.matches('\n').count() + 1),
        fault,
    };
    let mut title = String::new();
    let mut in_title = false;
    let mut events = Vec::new();
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => {
                return Err(fault(range.start, "raw HTML has no place in prose"));
            }
            Event::Start(Tag::Image { .. }) => return Err(fault(range.start, "pictures have no place in prose")),
            Event::Start(Tag::Link { ref dest_url, .. }) if !is_page(dest_url) => {
                return Err(fault(range.start, "a link leads to a page: https, or relative"));
            }
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => in_title = true,
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => in_title = false,
            Event::Text(text) | Event::Code(text) if in_title => title.push_str(&text),
            // Japanese has no space between lines.
            Event::SoftBreak => {}
            other => events.push(other),
        }
    }
    if title.is_empty() {
        return Err(fault(0, "prose begins with a heading: # …"));
    }
    let mut out = String::new();
    html::push_html(&mut out, events.into_iter());
    Ok(Prose { title, html: Value::from_safe_string(out) })
}

/// Whether a link leads to a page of the web or of the site, and is no `javascript:`.
fn is_page(address: &str) -> bool {
    address.starts_with("https://") || !address.contains(':')
}
