//! Pages that were read, on both sides.

use indexmap::IndexMap;
use madoguchi_schema::model::Source;
use madoguchi_schema::scalar::SourceId;

use super::{Turn, What};

type Sources = IndexMap<SourceId, Source>;

/// What changed in the sources. A source that only got another id is the same page.
pub(super) fn differences<'d>(base: &'d Sources, head: &'d Sources) -> Vec<What<'d>> {
    let renamed = |sources: &'d Sources, source: &Source, others: &'d Sources| {
        sources.iter().find(|(id, known)| known.url == source.url && !others.contains_key(*id))
    };
    let mut found: Vec<(&SourceId, Turn<(&SourceId, &Source)>)> = Vec::new();
    for (id, before) in base {
        let after = head.get_key_value(id).or_else(|| renamed(head, before, base));
        let turn = Turn::of(Some((id, before)), after, |one, other| one.1 == other.1);
        found.extend(turn.map(|turn| (id, turn)));
    }
    for (id, after) in head {
        let is_known = base.contains_key(id) || renamed(base, after, head).is_some();
        if !is_known {
            found.push((id, Turn::New((id, after))));
        }
    }
    found.sort_by_key(|(id, _)| *id);
    found.into_iter().map(|(_, turn)| What::Source(turn)).collect()
}
