//! Edits of a text by the places of its tree. Only the bytes of what is chosen change, so that comments and
//! layout stay; whatever does not come out as it was meant is not done at all.

use madoguchi_schema::fault::Span;
use madoguchi_schema::yaml::{self, Node, NodeKind, Part, Route, Style, Tree};
use serde_json::Value as Json;

use super::value::Value;

/// What is done with a text.
#[derive(Debug, Clone)]
pub(crate) enum Change {
    /// A key with its value, behind the keys that a map has.
    Set(Route, String, Value),
    /// A value behind those that the list under a key has; the list is made where there is none.
    Append(Route, String, Value),
    /// An entry or an item, with the list or map that would be empty without it.
    Remove(Route),
}

/// The text after the change; nothing where it cannot be made by these means.
pub(crate) fn changed(text: &str, change: &Change) -> Option<String> {
    let tree = read(text)?;
    let (span, new, expected) = match change {
        Change::Set(map, key, value) => set(text, &tree, map, key, value)?,
        Change::Append(map, key, value) => match tree.find(&map.key(key)) {
            None => set(text, &tree, map, key, &Value::List(vec![value.clone()]))?,
            Some(list) => append(text, &tree, list, &map.key(key), value)?,
        },
        Change::Remove(route) => remove(text, &tree, route)?,
    };
    let after = [text.get(..span.start)?, &new, text.get(span.end..)?].concat();
    (read(&after)?.root.to_json() == expected).then_some(after)
}

/// The tree of a text without faults of YAML.
pub(super) fn read(text: &str) -> Option<Tree> {
    let (tree, faults) = yaml::read(text.as_bytes());
    tree.filter(|_| faults.is_empty())
}

type Edit = (Span, String, Json);

fn set(text: &str, tree: &Tree, map: &Route, key: &str, value: &Value) -> Option<Edit> {
    let node = tree.find(map)?;
    let mut expected = tree.root.to_json();
    let target = expected.pointer_mut(&pointer(map))?;
    if target.is_null() {
        *target = Json::Object(serde_json::Map::new());
    }
    if target.as_object_mut()?.insert(key.to_owned(), value.to_json()).is_some() {
        return None;
    }
    let entry = Value::Map(vec![(key.to_owned(), value.clone())]);
    let (span, new) = match (&node.kind, node.style, node.entries().last()) {
        (NodeKind::Map(_), Style::Block, Some(last)) => {
            let column = column(text, node.entries().first()?.key_span.start);
            let at = line_end(text, last.value.span.end.max(last.key_span.end));
            (at, format!("\n{}{key}:{}", " ".repeat(column), value.behind_key(column)))
        }
        (NodeKind::Map(_), _, Some(last)) => {
            let at = last.value.span.end.max(last.key_span.end);
            (Span::new(at, at), format!(", {key}: {}", value.inline()))
        }
        (NodeKind::Map(_) | NodeKind::Null, _, None) => {
            let (before, parent) = (tree.find_key(map)?, tree.find(&map.parent())?);
            let colon = before.end + text.get(before.end..)?.find(':')? + 1;
            let span = Span::new(colon, node.span.end.max(colon));
            match parent.style {
                Style::Block => (span, entry.behind_key(column(text, before.start))),
                _ => (span, format!(" {}", entry.inline())),
            }
        }
        _ => return None,
    };
    Some((span, new, expected))
}

fn append(text: &str, tree: &Tree, list: &Node, route: &Route, value: &Value) -> Option<Edit> {
    let NodeKind::List(nodes) = &list.kind else { return None };
    let mut expected = tree.root.to_json();
    expected.pointer_mut(&pointer(route))?.as_array_mut()?.push(value.to_json());
    let (span, new) = match (list.style, nodes.last()) {
        (Style::Block, Some(last)) => {
            let column = dash(text, nodes.first()?)?;
            let at = line_end(text, last.span.end);
            (at, format!("\n{}- {}", " ".repeat(column), value.behind_dash(column)))
        }
        (_, Some(last)) => (Span::new(last.span.end, last.span.end), format!(", {}", value.inline())),
        (_, None) => (list.span, format!("[{}]", value.inline())),
    };
    Some((span, new, expected))
}

fn remove(text: &str, tree: &Tree, route: &Route) -> Option<Edit> {
    let parent_route = route.parent();
    let parent = tree.find(&parent_route)?;
    let last = route.parts().last()?;
    let siblings = match &parent.kind {
        NodeKind::List(nodes) => nodes.len(),
        NodeKind::Map(entries) => entries.len(),
        _ => return None,
    };
    if siblings == 1 && !parent_route.parts().is_empty() {
        // What is said of the whole list or map would go with it.
        let head = match parent_route.parts().last()? {
            Part::Key(_) => tree.find_key(&parent_route)?.end,
            Part::Index(_) => parent.span.start,
        };
        if has_comment(text.get(head..tree.find_key(route)?.start)?) {
            return None;
        }
        // A list that is empty says something; one that is not there does not. The value of a step stays.
        let is_list = matches!(parent.kind, NodeKind::List(_));
        let names = ["applicants", "procedures"];
        let is_named = matches!(parent_route.parts().last(), Some(Part::Key(key)) if names.contains(&key.as_str()));
        if is_list || is_named {
            return remove(text, tree, &parent_route);
        }
        let mut expected = tree.root.to_json();
        *expected.pointer_mut(&pointer(&parent_route))? = Json::Object(serde_json::Map::new());
        let colon = head + text.get(head..)?.find(':')? + 1;
        return Some((Span::new(colon, trimmed(text, parent.span.end)), " {}".to_owned(), expected));
    }
    let mut expected = tree.root.to_json();
    let holder = expected.pointer_mut(&pointer(&parent_route))?;
    let (start, end) = match (last, holder, &parent.kind) {
        (Part::Key(key), Json::Object(map), NodeKind::Map(entries)) => {
            map.remove(key)?;
            let entry = entries.iter().find(|entry| entry.key == *key)?;
            (entry.key_span.start, entry.value.span.end.max(entry.key_span.end))
        }
        (Part::Index(at), Json::Array(list), NodeKind::List(nodes)) => {
            (*at < list.len()).then(|| list.remove(*at))?;
            let node = nodes.get(*at)?;
            (node.span.start, node.span.end)
        }
        _ => return None,
    };
    let end = trimmed(text, end.max(start)).max(start);
    let span = if parent.style == Style::Block { lines(text, start, end) } else { beside_comma(text, start, end)? };
    Some((span, String::new(), expected))
}

/// Whether a part of a text may have a comment.
fn has_comment(text: &str) -> bool {
    text.starts_with('#') || [" #", "\t#", "\n#"].iter().any(|mark| text.contains(mark))
}

/// The JSON pointer of a route.
fn pointer(route: &Route) -> String {
    let part = |part: &Part| match part {
        Part::Key(key) => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
        Part::Index(index) => format!("/{index}"),
    };
    route.parts().iter().map(part).collect()
}

/// How many characters stand before a place in its line.
fn column(text: &str, at: usize) -> usize {
    text[..at].rsplit('\n').next().unwrap_or_default().chars().count()
}

/// The column of the dash before an item, where nothing but space stands before that.
fn dash(text: &str, item: &Node) -> Option<usize> {
    let before = text[..item.span.start].rsplit('\n').next().unwrap_or_default();
    let inside = before.trim_start_matches(' ');
    (inside.trim_end() == "-").then(|| before.len() - inside.len())
}

/// The end of what is written before a place: a block's bytes can run into the line behind it.
fn trimmed(text: &str, end: usize) -> usize {
    text[..end].trim_end().len()
}

/// The end of the line in which something ends, behind its comment.
fn line_end(text: &str, end: usize) -> Span {
    let end = trimmed(text, end);
    let at = text[end..].find('\n').map_or(text.len(), |length| end + length);
    Span::new(at, at)
}

/// The lines from one place to another, with the last line end.
fn lines(text: &str, start: usize, end: usize) -> Span {
    let start = text[..start].rfind('\n').map_or(0, |before| before + 1);
    let end = text[end..].find('\n').map_or(text.len(), |length| end + length + 1);
    Span::new(start, end)
}

/// A part of a list or map in brackets, with the comma behind it or else the one before it.
fn beside_comma(text: &str, start: usize, end: usize) -> Option<Span> {
    let rest = text.get(end..)?;
    let behind = rest.trim_start();
    if let Some(next) = behind.strip_prefix(',') {
        return Some(Span::new(start, text.len() - next.trim_start_matches(' ').len()));
    }
    let before = text.get(..start)?.trim_end();
    Some(Span::new(before.strip_suffix(',')?.len(), end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(text: &str) -> Route {
        if text.is_empty() { Route::root() } else { text.parse().unwrap() }
    }

    fn removed(text: &str, at: &str) -> Option<String> {
        changed(text, &Change::Remove(route(at)))
    }

    fn appended(text: &str, map: &str, key: &str, value: &str) -> Option<String> {
        changed(text, &Change::Append(route(map), key.into(), Value::word(value)))
    }

    #[test]
    fn an_item_goes_with_its_line_and_comments_beside_it_stay() {
        let text = "a:\n  # before\n  - b # with b\n  # between\n  - { c: d }\ne: f # last\n";
        assert_eq!(removed(text, "a[0]").unwrap(), "a:\n  # before\n  # between\n  - { c: d }\ne: f # last\n");
        assert_eq!(removed(text, "a[1]").unwrap(), "a:\n  # before\n  - b # with b\n  # between\ne: f # last\n");
        assert_eq!(removed("a: [b, c, d]\n", "a[0]").unwrap(), "a: [c, d]\n");
        assert_eq!(removed("a: [b, c, d]\n", "a[2]").unwrap(), "a: [b, c]\n");
        assert_eq!(removed("a: { b: c, d: e } # x\n", "a.b").unwrap(), "a: { d: e } # x\n");
    }

    #[test]
    fn a_list_without_items_goes_and_a_step_without_anything_stays() {
        assert_eq!(removed("x: y\na:\n  - b\n", "a[0]").unwrap(), "x: y\n");
        let text = "steps:\n  - visit:\n      bring:\n        - a\n  - letter: { document: b }\n";
        let after = "steps:\n  - visit: {}\n  - letter: { document: b }\n";
        assert_eq!(removed(text, "steps[0].visit.bring[0]").unwrap(), after);
    }

    #[test]
    fn an_item_is_added_as_the_others_are_written() {
        assert_eq!(
            appended("a: # why\n  - b # with b\n\nc: d\n", "", "a", "e").unwrap(),
            "a: # why\n  - b # with b\n  - e\n\nc: d\n"
        );
        assert_eq!(appended("a: [b] # x\n", "", "a", "c").unwrap(), "a: [b, c] # x\n");
        assert_eq!(appended("a: []\n", "", "a", "c").unwrap(), "a: [c]\n");
        assert_eq!(appended("a:\n  b: { c: d }\n", "a.b", "e", "f").unwrap(), "a:\n  b: { c: d, e: [f] }\n");
        assert_eq!(
            appended("a:\n  b: {} # x\n", "a.b", "e", "A+B").unwrap(),
            "a:\n  b:\n    e:\n      - \"A+B\" # x\n"
        );
        assert_eq!(appended("a:\n  b:\n", "a.b", "e", "f").unwrap(), "a:\n  b:\n    e:\n      - f\n");
        let folded = "a:\n  - note: >-\n      x\n      y\n\nb: c\n";
        assert_eq!(appended(folded, "", "a", "z").unwrap(), "a:\n  - note: >-\n      x\n      y\n  - z\n\nb: c\n");
    }

    #[test]
    fn what_would_come_out_otherwise_is_not_done() {
        assert_eq!(appended("a: b\n", "", "a", "c"), None, "no list");
        assert_eq!(appended("a: [b\n", "", "a", "c"), None, "no YAML");
        assert_eq!(appended("a: &x [b]\n", "", "a", "c"), None, "refused YAML");
        assert_eq!(removed("a: b\n", "c"), None);
        assert_eq!(removed("a:\n  - - b\n    - c\n", "a[0][0]"), None, "its dash is in another's line");
        for (text, at) in [
            ("x: y\na: # why\n  - b\n", "a[0]"),
            ("x: y\na:\n  # why\n  - b\n", "a[0]"),
            ("x: y\na: [ # why\n  b ]\n", "a[0]"),
            ("x: y\na:\n  b:\n    # why\n    c:\n      - d\n", "a.b.c[0]"),
            ("x: y\na:\n  b:\n    # why\n    c: d\n", "a.b.c"),
            ("x:\n  applicants:\n    # why\n    principal: {}\n  y: z\n", "x.applicants.principal"),
        ] {
            assert_eq!(removed(text, at), None, "{text:?} would lose its comment");
        }
    }
}
