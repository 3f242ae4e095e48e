//! Where an id is defined and where it is used.

use std::fmt;

use madoguchi_schema::fault::{Edit, Reference, Span};
use madoguchi_schema::json_schema::DocumentType;
use madoguchi_schema::model::Settings;
use madoguchi_schema::names::keys_of;
use madoguchi_schema::scalar::{self, ClassName};
use madoguchi_schema::yaml::{Part, Route};
use madoguchi_validator::{Rule, rule};

use crate::complete::is_rule;
use crate::outline::{Outline, Piece};
use crate::project::Project;
use crate::shape::Forms;

/// A place at which an id stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// The file's path below `datasets/`.
    pub path: String,
    /// The id's bytes.
    pub span: Span,
}

/// What stands at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An id of that kind.
    Id(Reference, String),
    /// The code or name of a lint.
    Lint(&'static Rule),
    /// A place of the same file.
    Place(Route),
}

/// Why an id cannot be renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RenameError {
    /// There is no id that this file defines.
    NotDefinedHere,
    /// The new name is no id of that kind.
    NoId,
    /// The file has that id already.
    Taken,
}

impl RenameError {
    /// The error's name, as in message files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NotDefinedHere => "not-defined-here",
            Self::NoId => "no-id",
            Self::Taken => "taken",
        }
    }
}

impl fmt::Display for RenameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl std::error::Error for RenameError {}

/// An id of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Use {
    of: Reference,
    id: String,
    span: Span,
    is_definition: bool,
}

impl Project {
    /// What stands at a place, and its bytes.
    #[must_use]
    pub fn target(&self, path: &str, offset: usize) -> Option<(Target, Span)> {
        let text = self.text(path);
        let outline = Outline::of(&text);
        if let Some(found) = self.uses(path, &text, &outline).into_iter().find(|found| touches(found.span, offset)) {
            return Some((Target::Id(found.of, found.id), found.span));
        }
        let piece = outline.at(offset)?;
        let span = piece.inner(&text);
        let written = span.slice(&text)?;
        let is_level = path == Settings::PATH && piece.is_key && piece.route.parts().len() == 2;
        if is_level || is_rule(&piece.route) && !piece.is_key {
            return Some((Target::Lint(rule(written)?), span));
        }
        let (_, schema) = self.schema(path)?;
        let is_route = !piece.is_key && Forms::at(schema, &piece.route).has_format("route");
        is_route.then(|| written.parse().ok()).flatten().map(|route| (Target::Place(route), span))
    }

    /// Where that which stands at a place is defined.
    #[must_use]
    pub fn definition(&self, path: &str, offset: usize) -> Vec<Occurrence> {
        match self.target(path, offset) {
            Some((Target::Id(of, id), _)) => {
                let mut found: Vec<Occurrence> = Vec::new();
                // What this city calls a form stands in its own file.
                if of == Reference::Document {
                    found.extend(self.form(path, &id));
                }
                let places = definers(of).map_or_else(|| vec![path], <[_]>::to_vec);
                for place in places {
                    let text = self.text(place);
                    let uses = self.uses(place, &text, &Outline::of(&text)).into_iter();
                    let defined = uses.filter(|one| one.is_definition && one.of == of && one.id == id);
                    found.extend(defined.map(|one| Occurrence { path: place.to_owned(), span: one.span }));
                }
                found
            }
            Some((Target::Place(route), _)) => self.place(path, &route).into_iter().collect(),
            // A lint is defined by the program; what it is accepted for stands beside it.
            Some((Target::Lint(_), span)) => {
                let text = self.text(path);
                let outline = Outline::of(&text);
                let at = outline.at(span.start).map(|piece| piece.route.parent().key("at"));
                let at = at.and_then(|at| outline.pieces.iter().find(|piece| !piece.is_key && piece.route == at));
                let route = at.and_then(|piece| piece.inner(&text).slice(&text)?.parse().ok());
                route.and_then(|route: Route| self.place(path, &route)).into_iter().collect()
            }
            None => Vec::new(),
        }
    }

    /// Where that which stands at a place is used, in all files.
    #[must_use]
    pub fn references(&self, path: &str, offset: usize, with_definition: bool) -> Vec<Occurrence> {
        let Some((target, _)) = self.target(path, offset) else { return Vec::new() };
        let mut found = Vec::new();
        match target {
            Target::Id(of, id) => {
                let paths: Vec<&str> = match definers(of) {
                    None => vec![path],
                    Some(_) => self.naming(&id),
                };
                for path in paths {
                    let text = self.text(path);
                    let uses = self.uses(path, &text, &Outline::of(&text)).into_iter();
                    let same =
                        uses.filter(|one| one.of == of && one.id == id && (with_definition || !one.is_definition));
                    found.extend(same.map(|one| Occurrence { path: path.to_owned(), span: one.span }));
                }
            }
            Target::Lint(lint) => {
                let mut paths = self.naming(lint.name);
                paths.extend(self.naming(lint.code));
                paths.sort_unstable();
                paths.dedup();
                for path in paths {
                    found.extend(self.lint(path, lint));
                }
            }
            Target::Place(_) => {}
        }
        found
    }

    /// The bytes of the id at a place, where it can be renamed.
    ///
    /// # Errors
    ///
    /// Where no id stands there that this file defines.
    pub fn renamed(&self, path: &str, offset: usize) -> Result<Span, RenameError> {
        self.of_this_file(path, offset).map(|(_, _, span)| span)
    }

    /// What has to be replaced so that the id at a place has another name, from the start of the file.
    ///
    /// # Errors
    ///
    /// Where no id stands there that this file defines, or the new name cannot be one.
    pub fn rename(&self, path: &str, offset: usize, new: &str) -> Result<Vec<Edit>, RenameError> {
        let (of, old, _) = self.of_this_file(path, offset)?;
        let format = if of == Reference::Class { "class-name" } else { "source-id" };
        if scalar::format(format).is_none_or(|format| (format.fault)(new).is_some()) {
            return Err(RenameError::NoId);
        }
        let text = self.text(path);
        let outline = Outline::of(&text);
        let uses = self.uses(path, &text, &outline);
        if old != new && outline.keys(&block(of)).iter().any(|key| key == new) {
            return Err(RenameError::Taken);
        }
        let same = uses.iter().filter(|one| one.of == of && one.id == old).map(|one| one.span);
        let mut spans: Vec<Span> = same.chain(in_routes(&text, &outline, &block(of), &old)).collect();
        spans.sort_unstable();
        spans.dedup();
        Ok(spans.into_iter().map(|span| Edit { span, text: new.to_owned(), safe: true }).collect())
    }

    /// The id at a place, where this file defines it.
    fn of_this_file(&self, path: &str, offset: usize) -> Result<(Reference, String, Span), RenameError> {
        let Some((Target::Id(of, id), span)) = self.target(path, offset) else {
            return Err(RenameError::NotDefinedHere);
        };
        let has = definers(of).is_none()
            || of == Reference::Document && DocumentType::of_path(path) == Some(DocumentType::Municipality);
        let text = self.text(path);
        let is_here = Outline::of(&text).keys(&block(of)).contains(&id);
        if has && is_here { Ok((of, id, span)) } else { Err(RenameError::NotDefinedHere) }
    }

    /// The ids of a kind that a file defines, with what it calls them.
    pub(crate) fn defined(&self, path: &str, outline: &Outline, of: Reference) -> Vec<(String, String)> {
        if of == Reference::Rule {
            let of = |path: &&str| {
                let text = self.text(path);
                let outline = Outline::of(&text);
                let uses = self.uses(path, &text, &outline).into_iter();
                uses.filter(|one| one.is_definition && one.of == Reference::Rule)
                    .map(|one| (one.id, String::new()))
                    .collect()
            };
            let all = definers(Reference::Rule).unwrap_or_default().iter();
            return all.map(of).collect::<Vec<Vec<_>>>().concat();
        }
        if definers(of).is_some() {
            return Vec::new();
        }
        let text = self.text(path);
        let block = block(of);
        let about = |id: &str| {
            let route = block.key(id);
            let names = [route.key("name").key("ja"), route.key("name"), route.key("title")];
            let name = names.iter().find_map(|name| {
                let piece = outline.pieces.iter().find(|piece| !piece.is_key && piece.route == *name)?;
                piece.inner(&text).slice(&text).map(str::to_owned)
            });
            name.unwrap_or_default()
        };
        outline.keys(&block).iter().map(|id| (id.clone(), about(id))).collect()
    }

    /// Every id of a document, in its order.
    fn uses(&self, path: &str, text: &str, outline: &Outline) -> Vec<Use> {
        let Some((kind, schema)) = self.schema(path) else { return Vec::new() };
        let mut found = Vec::new();
        for piece in &outline.pieces {
            let span = piece.inner(text);
            let written = span.slice(text).unwrap_or_default();
            if piece.is_key {
                if let Some(of) = keys_of(kind, &piece.route.parent()) {
                    let is_definition = definers(of).is_none_or(|paths| paths.contains(&path));
                    found.push(Use { of, id: written.to_owned(), span, is_definition });
                }
                continue;
            }
            let forms = Forms::at(schema, &piece.route);
            let all = forms.references();
            let Some(first) = all.first() else { continue };
            let ids = if forms.is_formula() { atoms(written) } else { vec![(0, written)] };
            for (at, id) in ids {
                let of = match (&all[..], ClassName::is_class(id)) {
                    ([Reference::Class, Reference::Document], false) => Reference::Document,
                    _ => *first,
                };
                let span = Span::new(span.start + at, span.start + at + id.len());
                found.push(Use { of, id: id.to_owned(), span, is_definition: false });
            }
        }
        found
    }

    /// The files that have a word somewhere.
    fn naming(&self, word: &str) -> Vec<&str> {
        let files = self.loaded().files.iter();
        files.filter(|file| self.text(&file.path).contains(word)).map(|file| file.path.as_str()).collect()
    }

    /// Where a file names a lint.
    fn lint(&self, path: &str, lint: &Rule) -> Vec<Occurrence> {
        let text = self.text(path);
        let outline = Outline::of(&text);
        let names = |piece: &&Piece| {
            let is_named = if path == Settings::PATH { piece.is_key } else { !piece.is_key && is_rule(&piece.route) };
            is_named && piece.inner(&text).slice(&text).and_then(rule) == Some(lint)
        };
        let named = outline.pieces.iter().filter(names);
        named.map(|piece| Occurrence { path: path.to_owned(), span: piece.inner(&text) }).collect()
    }

    fn form(&self, path: &str, id: &str) -> Option<Occurrence> {
        let is_city = DocumentType::of_path(path) == Some(DocumentType::Municipality);
        is_city.then(|| self.place(path, &block(Reference::Document).key(id))).flatten()
    }

    /// The key at a route, or the value where it has none.
    fn place(&self, path: &str, route: &Route) -> Option<Occurrence> {
        let text = self.text(path);
        let outline = Outline::of(&text);
        let piece = outline.pieces.iter().find(|piece| piece.route == *route)?;
        Some(Occurrence { path: path.to_owned(), span: piece.inner(&text) })
    }
}

fn touches(span: Span, offset: usize) -> bool {
    span.start <= offset && offset <= span.end
}

/// The files that define a kind of id; nothing where each file defines its own.
fn definers(of: Reference) -> Option<&'static [&'static str]> {
    Some(match of {
        Reference::Source | Reference::Counter | Reference::Class => return None,
        Reference::Document => &["vocabulary/documents.yaml"],
        Reference::Procedure => &["vocabulary/procedures.yaml"],
        Reference::Applicant => &["vocabulary/applicants.yaml"],
        Reference::Condition => &["vocabulary/conditions.yaml"],
        Reference::Use => &["vocabulary/uses.yaml"],
        Reference::Rule => &["national/baseline.yaml", "national/changes.yaml"],
    })
}

/// The block of a file in which its own ids of a kind stand.
fn block(of: Reference) -> Route {
    Route::root().key(match of {
        Reference::Source => "sources",
        Reference::Counter => "counters",
        Reference::Class => "identity_documents",
        _ => "forms",
    })
}

/// The ids of a formula.
fn atoms(formula: &str) -> Vec<(usize, &str)> {
    let is_sign = |c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let mut at = 0;
    let mut found = Vec::new();
    for part in formula.split_inclusive(is_sign) {
        let id = part.trim_end_matches(is_sign);
        if !id.is_empty() {
            found.push((at, id));
        }
        at += part.len();
    }
    found
}

/// An id inside the routes of a file: `sources.pin.url`.
fn in_routes(text: &str, outline: &Outline, block: &Route, id: &str) -> Vec<Span> {
    let start = block.key(id);
    let mut found = Vec::new();
    for piece in outline.pieces.iter().filter(|piece| !piece.is_key) {
        let is_at = matches!(piece.route.parts(), [Part::Key(allow), Part::Index(_), Part::Key(at)] if allow == "allow" && at == "at");
        let span = piece.inner(text);
        let route: Option<Route> = span.slice(text).filter(|_| is_at).and_then(|written| written.parse().ok());
        if route.is_some_and(|route| route.parts().starts_with(start.parts())) {
            let from = span.start + block.to_string().len() + 1;
            found.push(Span::new(from, from + id.len()));
        }
    }
    found
}
