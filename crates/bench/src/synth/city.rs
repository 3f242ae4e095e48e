//! A municipality's file, put together from parts of others.

use std::collections::BTreeMap;

use fastrand::Rng;
use madoguchi_schema::fault::Reference;
use madoguchi_schema::load::municipality_path;
use madoguchi_schema::yaml::{Entry, Node, NodeKind, Part, Route, Style};

use super::place::Place;
use super::shape::{Shape, find};
use super::text::{entry, map, node, plain, written};

/// The blocks of a file, in their order, that are taken from others.
const BLOCKS: [&str; 10] = [
    "sources",
    "contact",
    "terms",
    "pins",
    "certificates",
    "counters",
    "identity_documents",
    "forms",
    "procedures",
    "slips",
];
/// Opening hours are moved by so many minutes, so that they are not those of the shape.
const MINUTES: [i32; 5] = [-30, -15, 0, 15, 30];

/// A file that grows.
#[derive(Clone)]
pub(super) struct City<'s> {
    place: &'s Place,
    shapes: &'s [Shape],
    blocks: BTreeMap<&'static str, Node>,
    /// What ids of shapes are called here.
    names: BTreeMap<(usize, &'static str, String), String>,
    minutes: i32,
}

impl<'s> City<'s> {
    pub(super) fn new(place: &'s Place, shapes: &'s [Shape], rng: &mut Rng) -> Self {
        let minutes = MINUTES[rng.usize(..MINUTES.len())];
        Self { place, shapes, blocks: BTreeMap::new(), names: BTreeMap::new(), minutes }
    }

    /// Where the file belongs, below `datasets/`.
    pub(super) fn path(&self) -> String {
        municipality_path(&self.place.code, &self.place.en)
    }

    /// The file's text.
    pub(super) fn text(&self) -> String {
        let Place { code, name, kana, en, .. } = self.place;
        let code = node(NodeKind::Text(code.to_string()), Style::DoubleQuoted);
        let name = [("ja", name), ("kana", kana), ("en", en)].map(|(key, text)| entry(key, plain(text)));
        let name = node(NodeKind::Map(name.into()), Style::Flow);
        let mut entries = vec![entry("municipality", code), entry("name", name)];
        entries.extend(BLOCKS.iter().filter_map(|key| Some(entry(key, self.blocks.get(key)?.clone()))));
        written(&map(entries))
    }

    /// Whether there is a procedure of that id.
    pub(super) fn has_procedure(&self, id: &str) -> bool {
        self.blocks.get("procedures").is_some_and(|procedures| procedures.get(id).is_some())
    }

    /// Whether a procedure has an applicant.
    pub(super) fn has_applicant(&self, procedure: &str, applicant: &str) -> bool {
        let procedure = self.blocks.get("procedures").and_then(|procedures| procedures.get(procedure));
        procedure.and_then(|procedure| procedure.get("applicants")?.get(applicant)).is_some()
    }

    /// Takes a block that there is once.
    pub(super) fn take(&mut self, shape: usize, key: &'static str) {
        if let Some(block) = self.part(shape, &Route::root().key(key)) {
            self.blocks.insert(key, block);
        }
    }

    /// Takes a slip of the page.
    pub(super) fn take_slip(&mut self, shape: usize, at: usize) {
        if let Some(slip) = self.part(shape, &Route::root().key("slips").index(at)) {
            let slips = self.blocks.entry("slips").or_insert_with(|| node(NodeKind::List(Vec::new()), Style::Block));
            if let NodeKind::List(slips) = &mut slips.kind {
                slips.push(slip);
            }
        }
    }

    /// Takes a procedure.
    pub(super) fn take_procedure(&mut self, shape: usize, id: &str) {
        let route = Route::root().key("procedures").key(id);
        if let Some(procedure) = self.part(shape, &route) {
            self.define("procedures", id, procedure);
            self.take_forms(shape, &route);
        }
    }

    /// Takes an applicant of a procedure into the same procedure here, in the place of the one of that kind.
    pub(super) fn take_applicant(&mut self, shape: usize, procedure: &str, id: &str) {
        let applicants = Route::root().key("procedures").key(procedure).key("applicants");
        let route = applicants.key(id);
        let Some(applicant) = self.part(shape, &route) else { return };
        let Some(procedures) = self.blocks.get_mut("procedures") else { return };
        let Some(NodeKind::Map(parts)) =
            find(procedures, &[Part::Key(procedure.to_owned())]).map(|node| &mut node.kind)
        else {
            return;
        };
        let there = parts.iter().position(|part| part.key == "applicants");
        let at = there.unwrap_or_else(|| {
            // Notes and earlier rules stand behind the applicants.
            let at = parts.iter().position(|part| matches!(part.key.as_str(), "notes" | "earlier"));
            let at = at.unwrap_or(parts.len());
            parts.insert(at, entry("applicants", map(Vec::new())));
            at
        });
        set(&mut parts[at].value, id, applicant);
        self.take_forms(shape, &route);
    }

    /// Takes the names of the forms that are used below a place.
    fn take_forms(&mut self, shape: usize, route: &Route) {
        let shapes = self.shapes;
        for (id, _) in &shapes[shape].municipality.forms {
            let used = shapes[shape].uses(route).any(|used| used.to == Reference::Document && used.id == id.as_str());
            let is_new = self.blocks.get("forms").is_none_or(|forms| forms.get(id.as_str()).is_none());
            if used
                && is_new
                && let Some(form) = self.part(shape, &Route::root().key("forms").key(id))
            {
                self.define("forms", id.as_str(), form);
            }
        }
    }

    /// A part of a shape, under the names that its ids have here, with its source.
    fn part(&mut self, shape: usize, route: &Route) -> Option<Node> {
        let shapes = self.shapes;
        let mut part = shapes[shape].tree.find(route)?.clone();
        let depth = route.parts().len();
        for used in shapes[shape].uses(route) {
            let Some(name) = self.local(shape, used.to, &used.id) else { continue };
            if name != used.id {
                let way = &used.at.parts()[depth..];
                rename(&mut part, way, &used.id, &name);
            }
        }
        if has_source(route) && part.get("source").is_none() {
            let (id, _) = shapes[shape].municipality.source_of(None)?;
            let name = self.local(shape, Reference::Source, id.as_str())?;
            if let NodeKind::Map(entries) = &mut part.kind {
                entries.insert(0, entry("source", plain(&name)));
            }
        }
        Some(part)
    }

    /// The name here of an id that a file defines for itself; what it means is taken, too.
    fn local(&mut self, shape: usize, to: Reference, id: &str) -> Option<String> {
        let block = match to {
            Reference::Source => "sources",
            Reference::Counter => "counters",
            Reference::Class => "identity_documents",
            _ => return None,
        };
        let key = (shape, block, id.to_owned());
        if let Some(name) = self.names.get(&key) {
            return Some(name.clone());
        }
        let name = self.free(block, id)?;
        self.names.insert(key, name.clone());
        let mut part = self.part(shape, &Route::root().key(block).key(id))?;
        match to {
            Reference::Source => self.readdress(&mut part, &name),
            Reference::Counter => move_hours(&mut part, self.minutes),
            _ => {}
        }
        self.define(block, &name, part);
        Some(name)
    }

    /// A name that nothing has yet.
    fn free(&self, block: &str, id: &str) -> Option<String> {
        let taken = |name: &str| self.names.iter().any(|((_, of, _), used)| *of == block && used == name);
        let letters = || (b'A'..=b'Z').map(|letter| char::from(letter).to_string());
        let mut names: Box<dyn Iterator<Item = String>> = match block {
            "identity_documents" => Box::new(letters()),
            _ => Box::new((2..100).map(|number| format!("{id}-{number}"))),
        };
        if taken(id) { names.find(|name| !taken(name)) } else { Some(id.to_owned()) }
    }

    fn define(&mut self, block: &'static str, id: &str, value: Node) {
        set(self.blocks.entry(block).or_insert_with(|| map(Vec::new())), id, value);
    }

    /// A source's page stands on the municipality's own site.
    fn readdress(&self, source: &mut Node, name: &str) {
        let Place { code, en, .. } = self.place;
        let host: String = en.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
        let prefecture = code.prefecture().romaji;
        let url = format!("https://www.city.{host}.{prefecture}.jp/kurashi/{code}/{name}.html");
        set(source, "url", plain(&url));
    }
}

/// Whether a part at a place of a file names the page that it was read on.
fn has_source(route: &Route) -> bool {
    match route.parts() {
        [Part::Key(block)] => matches!(block.as_str(), "contact" | "pins" | "certificates"),
        [Part::Key(block), _] => !matches!(block.as_str(), "sources" | "forms"),
        [Part::Key(_), _, Part::Key(applicants), _] => applicants == "applicants",
        _ => false,
    }
}

fn set(map: &mut Node, key: &str, value: Node) {
    let NodeKind::Map(entries) = &mut map.kind else { return };
    match entries.iter_mut().find(|entry| entry.key == key) {
        Some(entry) => entry.value = value,
        None => entries.push(Entry { ..entry(key, value) }),
    }
}

/// Renames an id at a place, alone or in a formula. An item may be its document alone: then the place is
/// that of the item.
fn rename(part: &mut Node, way: &[Part], from: &str, to: &str) {
    let way = if find(part, way).is_some() { way } else { &way[..way.len().saturating_sub(1)] };
    let Some(NodeKind::Text(text)) = find(part, way).map(|node| &mut node.kind) else { return };
    let is_id = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let mut renamed = String::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let end = rest.find(|c| !is_id(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        renamed.push_str(if word == from { to } else { word });
        let next = after.find(is_id).unwrap_or(after.len());
        renamed.push_str(&after[..next]);
        rest = &after[next..];
    }
    *text = renamed;
}

/// Moves every time of the day in a counter's hours.
fn move_hours(node: &mut Node, minutes: i32) {
    match &mut node.kind {
        NodeKind::Map(entries) => {
            for entry in entries {
                let is_hours = matches!(entry.key.as_str(), "hours" | "last_reception");
                match &mut entry.value.kind {
                    NodeKind::Text(text) if is_hours => *text = moved(text, minutes),
                    _ => move_hours(&mut entry.value, minutes),
                }
            }
        }
        NodeKind::List(nodes) => nodes.iter_mut().for_each(|node| move_hours(node, minutes)),
        _ => {}
    }
}

/// A text with every `08:30` in it moved; as it is where one would be on another day.
fn moved(text: &str, minutes: i32) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(colon) = rest.find(':') {
        let time = colon
            .checked_sub(2)
            .and_then(|start| Some((start, rest.get(start..colon)?, rest.get(colon + 1..colon + 3)?)));
        let time = time.and_then(|(start, h, m)| Some((start, h.parse::<i32>().ok()? * 60 + m.parse::<i32>().ok()?)));
        let Some((start, time)) = time else { return text.to_owned() };
        let time = time + minutes;
        if !(0..24 * 60).contains(&time) {
            return text.to_owned();
        }
        out.push_str(&rest[..start]);
        out.push_str(&format!("{:02}:{:02}", time / 60, time % 60));
        rest = &rest[colon + 3..];
    }
    out + rest
}
