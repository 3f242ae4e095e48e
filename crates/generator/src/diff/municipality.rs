//! What changed in one municipality.

use std::collections::{BTreeMap, BTreeSet};

use madoguchi_schema::dataset::{Dataset, MunicipalityFile};
use madoguchi_schema::model::IdentityClass;
use madoguchi_schema::scalar::{Day, MunicipalityCode};

use super::{Turn, What, contact, facts, notes, rest, sources};

/// A municipality on both sides.
pub(super) struct Pair<'d> {
    pub(super) code: &'d MunicipalityCode,
    pub(super) base: Option<&'d MunicipalityFile>,
    pub(super) head: Option<&'d MunicipalityFile>,
}

/// Every municipality of either side, by code. Where its file lies does not matter.
pub(super) fn pairs<'d>(base: &'d Dataset, head: &'d Dataset) -> Vec<Pair<'d>> {
    let mut pairs: BTreeMap<&MunicipalityCode, Pair<'d>> = BTreeMap::new();
    let pair = |code| Pair { code, base: None, head: None };
    for file in &base.municipalities {
        let code = &file.municipality.municipality;
        pairs.entry(code).or_insert_with(|| pair(code)).base = Some(file);
    }
    for file in &head.municipalities {
        let code = &file.municipality.municipality;
        pairs.entry(code).or_insert_with(|| pair(code)).head = Some(file);
    }
    pairs.into_values().collect()
}

impl<'d> Pair<'d> {
    pub(super) fn differences(&self, base: &'d Dataset, head: &'d Dataset, today: Day) -> Vec<What<'d>> {
        let (before, after) = match (self.base, self.head) {
            (Some(before), Some(after)) => (before, after),
            (before, after) => {
                let turn = Turn::of(before, after, |_, _| true);
                return turn.map(What::Municipality).into_iter().collect();
            }
        };
        let (one, other) = (&*before.municipality, &*after.municipality);
        let mut found: Vec<What<'d>> = Vec::new();
        found.extend(Turn::of(Some(&one.name), Some(&other.name), PartialEq::eq).map(What::Name));
        found.extend(sources::differences(&one.sources, &other.sources));
        found.extend(facts::differences((before, &base.vocabulary), (after, &head.vocabulary), today));
        found.extend(contact::differences(one.contact.as_ref(), other.contact.as_ref()));
        let classes: BTreeSet<_> = one.identity_documents.keys().chain(other.identity_documents.keys()).collect();
        found.extend(classes.into_iter().filter_map(|name| {
            let (before, after) = (one.identity_documents.get(name), other.identity_documents.get(name));
            Turn::of(before, after, |before, after| is_same_list(before, after)).map(|turn| What::Class(name, turn))
        }));
        let rest = rest::differences(one, other, &found);
        found.extend(rest);
        found.extend(notes::differences(one, other));
        found
    }
}

/// Whether two lists accept the same papers, in whatever order; notes have lines of their own.
fn is_same_list(one: &IdentityClass, other: &IdentityClass) -> bool {
    let without = |class: &IdentityClass| {
        let mut class = class.clone();
        class.documents.sort_by(|a, b| a.document.cmp(&b.document));
        class.notes.clear();
        (class.source, class.section) = (None, None);
        class
    };
    without(one) == without(other)
}
