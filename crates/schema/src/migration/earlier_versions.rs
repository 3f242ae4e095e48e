//! Two versions of one page that stood as two sources: the earlier one names the later as `replaced_by`.

use std::collections::BTreeMap;

use super::{Rewrite, Step};
use crate::scalar::{Day, Scalar as _};
use crate::yaml::{Entry, Node, Style, Tree};

pub(super) const STEP: Step = Step { to: 2, name: "earlier-versions-of-a-page", rewrite };

fn rewrite(path: &str, tree: &Tree, text: &str) -> Vec<Rewrite> {
    let sources = tree.root.get("sources").map(Node::entries).unwrap_or_default();
    if !path.starts_with("municipalities/") || sources.iter().any(|source| source.value.get("replaced_by").is_some()) {
        return Vec::new();
    }
    let mut pages: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for source in sources {
        if let Some(url) = source.value.get("url").and_then(Node::text) {
            pages.entry(url.split('#').next().unwrap_or(url)).or_default().push(source);
        }
    }
    let mut rewrites: Vec<Rewrite> = pages.into_values().flat_map(|versions| of_page(versions, text)).collect();
    rewrites.sort_by_key(|rewrite| rewrite.at.start);
    rewrites
}

/// The versions of a page each name the next. Where their dates do not say which is later, people have to.
fn of_page(mut versions: Vec<&Entry>, text: &str) -> Vec<Rewrite> {
    let day =
        |source: &Entry, key: &str| source.value.get(key).and_then(Node::text).and_then(|day| Day::parse(day).ok());
    let key = if versions.iter().all(|source| day(source, "page_date").is_some()) { "page_date" } else { "read_on" };
    versions.sort_by_key(|source| day(source, key));
    let is_later = |pair: &[&Entry]| day(pair[0], key).is_some() && day(pair[0], key) < day(pair[1], key);
    if !versions.windows(2).all(is_later) {
        return Vec::new();
    }
    versions.windows(2).filter_map(|pair| names(pair[0], &pair[1].key, text)).collect()
}

/// `replaced_by`, after the last key that every source has.
fn names(earlier: &Entry, later: &str, text: &str) -> Option<Rewrite> {
    let before = earlier.value.entries().iter().find(|entry| entry.key == "read")?;
    let end = before.value.span.end;
    if earlier.value.style == Style::Flow {
        return Some(Rewrite { at: end..end, text: format!(", replaced_by: {later}") });
    }
    let line = text.get(..before.key_span.start)?.rfind('\n').map_or(0, |at| at + 1);
    let indentation = text.get(line..before.key_span.start)?;
    // After the line, so that a comment in it stays where it is.
    let next = text.get(end..)?.find('\n').map(|at| end + at);
    let added = format!("\n{indentation}replaced_by: {later}");
    let at = next.unwrap_or(text.len());
    Some(Rewrite { at: at..at, text: added })
}
