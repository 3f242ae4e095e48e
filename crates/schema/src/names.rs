//! The names of the vocabularies' ids: what a person says, and may write where the id belongs.

use std::fmt::Display;

use crate::dataset::Vocabulary;
use crate::fault::Reference;
use crate::json_schema::DocumentType;
use crate::nearest::nearest;
use crate::romaji;
use crate::scalar::hiragana;
use crate::yaml::{Part, Route};

/// An id with its names.
#[derive(Debug, Clone)]
pub struct Named {
    /// The id.
    pub id: String,
    /// The Japanese name.
    pub ja: String,
    /// Its reading in hiragana.
    pub kana: String,
    /// The English name.
    pub en: String,
    /// Other Japanese names.
    pub also: Vec<String>,
}

impl Named {
    fn of(id: &dyn Display, ja: &dyn Display, kana: &dyn Display, en: &dyn Display) -> Self {
        let also = Vec::new();
        Self { id: id.to_string(), ja: ja.to_string(), kana: kana.to_string(), en: en.to_string(), also }
    }

    /// What somebody may type who looks for it: its id, its names, its reading in kana and in letters.
    #[must_use]
    pub fn sought(&self) -> String {
        let letters = romaji::typed(&self.kana);
        [self.id.as_str(), &self.ja, &self.kana, &letters, &self.en]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        [self.ja.as_str(), &self.kana].into_iter().chain(self.also.iter().map(String::as_str))
    }
}

/// The ids of a kind that the vocabularies define.
#[must_use]
pub fn named(vocabulary: &Vocabulary, of: Reference) -> Vec<Named> {
    macro_rules! all {
        ($entries:expr) => {
            $entries.iter().map(|(id, entry)| Named::of(id, &entry.ja, &entry.kana, &entry.en)).collect()
        };
    }
    match of {
        Reference::Document => vocabulary
            .documents
            .iter()
            .map(|(id, entry)| Named {
                also: entry.also.iter().map(ToString::to_string).collect(),
                ..Named::of(id, &entry.ja, &entry.kana, &entry.en)
            })
            .collect(),
        Reference::Procedure => all!(vocabulary.procedures),
        Reference::Applicant => all!(vocabulary.applicants),
        Reference::Condition => all!(vocabulary.conditions),
        Reference::Use => all!(vocabulary.uses),
        Reference::Source | Reference::Counter | Reference::Class | Reference::Rule => Vec::new(),
    }
}

/// The id that a Japanese name was written for: of the thing that has this name, or one near to it, or
/// of the only one whose name has it as a part.
#[must_use]
pub fn meant(vocabulary: &Vocabulary, of: Reference, name: &str) -> Option<String> {
    let all = named(vocabulary, of);
    let sought = hiragana(name);
    let is_called = |one: &&Named| one.names().any(|other| hiragana(other) == sought);
    let is_part = |one: &&Named| one.names().any(|other| other.contains(name));
    let found = all.iter().find(is_called).or_else(|| {
        let near = nearest(name, all.iter().flat_map(Named::names))?;
        all.iter().find(|one| one.names().any(|other| other == near))
    });
    let mut parts = all.iter().filter(is_part);
    let only = || parts.next().filter(|_| name.chars().count() > 1 && parts.next().is_none());
    found.or_else(only).map(|one| one.id.clone())
}

/// What the keys of the map at a route are the ids of.
#[must_use]
pub fn keys_of(kind: DocumentType, map: &Route) -> Option<Reference> {
    let keys: Option<Vec<&str>> = map
        .parts()
        .iter()
        .map(|part| match part {
            Part::Key(key) => Some(key.as_str()),
            Part::Index(_) => None,
        })
        .collect();
    use DocumentType as T;
    Some(match (kind, keys.as_deref()) {
        (T::Municipality | T::Claims | T::Baseline | T::Changes, Some(["sources"])) => Reference::Source,
        (T::Municipality, Some(["counters"])) => Reference::Counter,
        (T::Municipality, Some(["identity_documents"])) => Reference::Class,
        (T::Municipality, Some(["forms"])) => Reference::Document,
        (T::Municipality | T::Claims, Some(["procedures"])) => Reference::Procedure,
        (T::Municipality | T::Claims, Some(["procedures", _, "applicants"])) => Reference::Applicant,
        (T::Municipality | T::Claims, None) if is_earlier_applicants(map) => Reference::Applicant,
        (T::Documents, Some(["entries"])) => Reference::Document,
        (T::Procedures, Some(["entries"])) => Reference::Procedure,
        (T::Applicants, Some(["entries"])) => Reference::Applicant,
        (T::Conditions, Some(["entries"])) => Reference::Condition,
        (T::Uses, Some(["entries"])) => Reference::Use,
        (T::Baseline, Some(["rules"])) | (T::Changes, Some(["changes"])) => Reference::Rule,
        _ => return None,
    })
}

/// `procedures.pin-reset.earlier[0].applicants`
fn is_earlier_applicants(map: &Route) -> bool {
    let is = |part: &Part, name: &str| matches!(part, Part::Key(key) if key == name);
    matches!(map.parts(), [first, Part::Key(_), earlier, Part::Index(_), last]
        if is(first, "procedures") && is(earlier, "earlier") && is(last, "applicants"))
}
