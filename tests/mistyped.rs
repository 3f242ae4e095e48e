//! One mistyped letter in a city's file gives one diagnostic, at its place.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

mod support;

use madoguchi_schema::fault::Span;
use madoguchi_schema::json_schema::DocumentType;
use madoguchi_schema::load::{CheckedFile, RawFile, read, resolve};
use madoguchi_schema::shape::Shapes;
use madoguchi_schema::yaml::{self, Node, NodeKind};
use madoguchi_validator::{Diagnostic, Level};

/// A place of a file to mistype.
struct Place {
    what: String,
    span: Span,
}

/// Keys and scalars of the kinds that a machine can know to be wrong.
fn places(text: &str) -> Vec<Place> {
    let (tree, faults) = yaml::read(text.as_bytes());
    assert_eq!(faults, []);
    let mut found = Vec::new();
    walk(&tree.unwrap().root, "", &mut found);
    found
}

fn walk(node: &Node, route: &str, found: &mut Vec<Place>) {
    match &node.kind {
        NodeKind::Map(entries) => {
            for entry in entries {
                let route = format!("{route}.{}", entry.key);
                // The only source's id is used nowhere: any name is right.
                let is_free = route.starts_with(".sources.") && entries.len() == 1 && route.matches('.').count() == 2;
                if is_free {
                    walk(&entry.value, &route, found);
                    continue;
                }
                found.push(Place { what: format!("key {route}"), span: entry.key_span });
                walk(&entry.value, &route, found);
            }
        }
        // A mistyped allowance is found together with what it no longer accepts.
        NodeKind::List(_) if route == ".allow" => {}
        NodeKind::List(nodes) => nodes.iter().for_each(|node| walk(node, &format!("{route}[]"), found)),
        NodeKind::Text(_) if is_coded(route) => found.push(Place { what: format!("value {route}"), span: node.span }),
        _ => {}
    }
}

/// Whether the value at a route is a code, a date, a formula, an id or a word of the schema, and no
/// free text.
fn is_coded(route: &str) -> bool {
    let last = route.rsplit('.').next().unwrap_or_default().trim_end_matches("[]");
    let is_free = matches!(
        last,
        "ja" | "kana"
            | "plain"
            | "en"
            | "title"
            | "section"
            | "printed"
            | "read_as"
            | "address"
            | "unclear"
            | "why"
            | "url"
            | "hours"
            | "software"
            | "home_equipment"
            | "also_called"
            | "note"
            | "notes"
            | "link"
            | "telephone"
            | "fax"
            | "postal_code"
            | "last_reception"
    );
    !is_free && !route.starts_with(".terms")
}

/// The text with one letter of a place mistyped: a letter by another, a digit by a letter.
fn mistyped(text: &str, span: Span) -> String {
    let inside = span.slice(text).unwrap();
    let letter = inside
        .char_indices()
        .filter(|(_, c)| c.is_ascii_alphanumeric())
        .map(|(at, c)| (span.start + at, c))
        .nth(inside.chars().filter(char::is_ascii_alphanumeric).count() / 2)
        .unwrap();
    let other = match letter.1 {
        'q' => "w",
        c if c.is_ascii_uppercase() => "Q",
        _ => "q",
    };
    format!("{}{other}{}", &text[..letter.0], &text[letter.0 + 1..])
}

struct Checker {
    shapes: Shapes,
    shared: Vec<CheckedFile>,
}

impl Checker {
    fn new() -> Self {
        let shapes = Shapes::new().unwrap();
        let shared = support::shared_files().into_iter().map(|file| read(file, &shapes)).collect();
        Self { shapes, shared }
    }

    fn findings(&self, city: &RawFile) -> Vec<Diagnostic> {
        let mut files = self.shared.clone();
        files.push(read(city.clone(), &self.shapes));
        let checked = madoguchi_validator::check(&resolve(files), support::today());
        checked.diagnostics.into_iter().filter(|finding| finding.path == city.path).collect()
    }

    /// What is found in place of one diagnostic at the mistyped letter.
    fn wrong(&self, city: &RawFile, text: &str, place: &Place) -> Option<String> {
        let findings = self.findings(&support::with_text(city, &mistyped(text, place.span)));
        let touches = |span: Span| span.start <= place.span.end && place.span.start <= span.end;
        let is_there = |finding: &Diagnostic| {
            finding.span.is_some_and(touches) || finding.related.iter().any(|other| touches(other.span))
        };
        match &findings[..] {
            [finding] if is_there(finding) && finding.rule.level >= Level::Warning => None,
            findings => {
                let found: Vec<_> = findings.iter().map(|f| format!("{} {:?}", f.rule.name, f.span)).collect();
                Some(format!("{} {} {:?}: {found:?}", city.path, place.what, place.span))
            }
        }
    }
}

#[test]
fn one_mistyped_letter_gives_one_diagnostic_at_its_place() {
    let checker = Checker::new();
    let mut wrong = Vec::new();
    let mut tried = 0;
    for city in support::whole_cities() {
        let text = support::text(&city);
        assert_eq!(checker.findings(&city), [], "{}", city.path);
        let places = places(&text);
        tried += places.len();
        wrong.extend(places.iter().filter_map(|place| checker.wrong(&city, &text, place)));
    }
    assert!(tried > 1000, "{tried}");
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
}

/// The places of all keys and values.
fn everywhere(node: &Node, found: &mut Vec<Span>) {
    found.push(node.span);
    match &node.kind {
        NodeKind::Map(entries) => entries.iter().for_each(|entry| {
            found.push(entry.key_span);
            everywhere(&entry.value, found);
        }),
        NodeKind::List(nodes) => nodes.iter().for_each(|node| everywhere(node, found)),
        _ => {}
    }
}

/// Reading asks for the formats of a shape only where a type refuses a file.
#[test]
fn what_a_type_accepts_has_the_formats_of_its_shape() {
    let shapes = Shapes::new().unwrap();
    let city = support::whole_cities().remove(0);
    let text = support::text(&city);
    let mut places = Vec::new();
    everywhere(&yaml::read(text.as_bytes()).0.unwrap().root, &mut places);
    let (mut accepted, mut refused) = (0, 0);
    for place in places {
        for odd in ["\"\"", "\"x \"", "x y", "2026-02-30", "{ x: y }"] {
            let text = format!("{}{odd}{}", &text[..place.start], &text[place.end..]);
            let file = read(support::with_text(&city, &text), &shapes);
            if file.document.is_none() {
                refused += 1;
                continue;
            }
            accepted += 1;
            assert_eq!(shapes.check(DocumentType::Municipality, &file.tree.unwrap(), &text), [], "{odd} at {place:?}");
        }
    }
    assert!(accepted > 100 && refused > 1000, "{accepted} {refused}");
}
