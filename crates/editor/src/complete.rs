//! What can be written at a place.

use madoguchi_schema::fault::{Reference, Span};
use madoguchi_schema::json_schema::DocumentType;
use madoguchi_schema::names::{Named, keys_of, named};
use madoguchi_schema::yaml::{Part, Route};
use madoguchi_validator::{Lang, rules};

use crate::context::{Context, Slot};
use crate::outline::Outline;
use crate::project::Project;
use crate::shape::Forms;
use crate::words::{described, name};

/// Something that can be written at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What is written.
    pub label: String,
    /// What it stands for, in a few words.
    pub detail: String,
    /// What the schema says of it.
    pub about: String,
    /// What is put in the place of `span`.
    pub insert: String,
    /// What is replaced.
    pub span: Span,
    /// What somebody may type who looks for it.
    pub sought: String,
    /// What it is.
    pub kind: Kind,
}

/// What a suggestion is. They are offered in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A key that must be there.
    RequiredKey,
    /// A value that is one of a few.
    Choice,
    /// An id that the file defines.
    Defined,
    /// An id of a vocabulary.
    Listed,
    /// A key that may be there.
    Key,
}

impl Project {
    /// What can be written after the first `offset` bytes of a document, what must be there first, without
    /// what is there already.
    #[must_use]
    pub fn completion(&self, path: &str, offset: usize, lang: Lang) -> Vec<Suggestion> {
        let Some((kind, schema)) = self.schema(path) else { return Vec::new() };
        let text = self.text(path);
        let Some(context) = Context::at(&text, offset) else { return Vec::new() };
        let outline = Outline::of(&text);
        let forms = Forms::at(schema, &context.route);
        let asked = Asked { project: self, path, kind, text: &text, outline: &outline, context: &context, lang };
        let mut found = Vec::new();
        if context.slot != Slot::Value {
            found.extend(asked.keys(&forms));
        }
        if context.slot != Slot::Key {
            found.extend(asked.values(&forms));
        }
        found.sort_by_key(|suggestion| suggestion.kind);
        found
    }
}

/// A question for completion.
struct Asked<'p> {
    project: &'p Project,
    path: &'p str,
    kind: DocumentType,
    text: &'p str,
    outline: &'p Outline,
    context: &'p Context,
    lang: Lang,
}

impl Asked<'_> {
    fn keys(&self, forms: &Forms<'_>) -> Vec<Suggestion> {
        // The key under the cursor may be a whole one, which is no other key of the map.
        let start = self.context.span.start;
        let here = self.outline.at(start).filter(|piece| piece.is_key).map(|piece| piece.inner(self.text));
        let here = here.filter(|key| key.start == start).and_then(|key| key.slice(self.text));
        let keys = self.outline.keys(&self.context.route).iter();
        let there: Vec<String> = keys.filter(|key| here != Some(key.as_str())).cloned().collect();
        let forms = forms.with_keys(&there);
        let mut found: Vec<Suggestion> = Vec::new();
        for known in forms.keys().into_iter().filter(|known| !there.iter().any(|key| key == known.key)) {
            let about = described(known.about, self.lang);
            let kind = if known.is_required { Kind::RequiredKey } else { Kind::Key };
            found.push(self.key(known.key, about, known.is_block, kind, known.key));
        }
        for one in self.ids_as_keys() {
            if !there.contains(&one.id) {
                found.push(self.key(&one.id, name(&one, self.lang), true, Kind::Key, &one.sought()));
            }
        }
        found
    }

    fn key(&self, key: &str, about: &str, is_block: bool, kind: Kind, sought: &str) -> Suggestion {
        let after = &self.text[self.context.span.end..];
        let word =
            after.len() - after.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_').len();
        // The key is put in the place of one that has its colon.
        let behind = after[word..].trim_start_matches(['"', '\'']);
        let has_colon = behind.starts_with(':');
        let colon = match (has_colon, is_block && !self.context.is_flow) {
            (true, _) => "",
            (false, true) => ":",
            (false, false) => ": ",
        };
        let end = self.context.span.end + if has_colon { word } else { 0 };
        Suggestion {
            label: key.to_owned(),
            detail: first_line(about),
            about: about.to_owned(),
            insert: format!("{key}{colon}"),
            span: Span::new(self.context.span.start, end),
            sought: sought.to_owned(),
            kind,
        }
    }

    /// The vocabulary whose ids are the keys of the map.
    fn ids_as_keys(&self) -> Vec<Named> {
        let vocabulary = self.project.loaded().vocabulary();
        match keys_of(self.kind, &self.context.route) {
            Some(of @ (Reference::Procedure | Reference::Applicant | Reference::Document)) => named(&vocabulary, of),
            _ => Vec::new(),
        }
    }

    fn values(&self, forms: &Forms<'_>) -> Vec<Suggestion> {
        let mut found: Vec<Suggestion> = Vec::new();
        let span = if forms.is_formula() { self.atom() } else { self.context.span };
        let value = |value: &str, detail: &str, sought: &str, kind: Kind| Suggestion {
            label: value.to_owned(),
            detail: detail.to_owned(),
            about: String::new(),
            insert: value.to_owned(),
            span,
            sought: sought.to_owned(),
            kind,
        };
        for choice in forms.choices() {
            let about = described(choice.about, self.lang);
            found.push(value(choice.value, about, &format!("{} {about}", choice.value), Kind::Choice));
        }
        let vocabulary = self.project.loaded().vocabulary();
        for of in forms.references() {
            for one in named(&vocabulary, of) {
                found.push(value(&one.id, name(&one, self.lang), &one.sought(), Kind::Listed));
            }
            for (id, about) in self.project.defined(self.path, self.outline, of) {
                found.push(value(&id, &about, &format!("{id} {about}"), Kind::Defined));
            }
        }
        if is_rule(&self.context.route) {
            for rule in rules().filter(|rule| rule.can_be_allowed()) {
                let about = self.project.about_rule(rule, self.lang);
                found.push(value(rule.name, &about, &format!("{} {} {about}", rule.name, rule.code), Kind::Listed));
            }
        }
        // A list of ids need not name one twice.
        if let Some(Part::Index(_)) = self.context.route.parts().last()
            && !forms.is_formula()
        {
            let list = self.context.route.parent();
            let others = self
                .outline
                .pieces
                .iter()
                .filter(|piece| !piece.is_key && piece.route.parent() == list && piece.route != self.context.route);
            let others: Vec<&str> = others.filter_map(|piece| piece.inner(self.text).slice(self.text)).collect();
            found.retain(|suggestion| !others.contains(&suggestion.label.as_str()));
        }
        found
    }

    /// What is written of the last id of a formula.
    fn atom(&self) -> Span {
        let written = self.context.span.slice(self.text).unwrap_or_default();
        let start = written.rfind(['+', '|', '(', ')', ' ']).map_or(0, |at| at + 1);
        Span::new(self.context.span.start + start, self.context.span.end)
    }
}

/// Whether a value names a lint: `allow[0].rule`.
pub(crate) fn is_rule(route: &Route) -> bool {
    matches!(route.parts(), [Part::Key(allow), Part::Index(_), Part::Key(rule)] if allow == "allow" && rule == "rule")
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}
