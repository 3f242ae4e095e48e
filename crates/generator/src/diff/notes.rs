//! Notes, on both sides.

use std::collections::BTreeMap;

use madoguchi_schema::model::{Municipality, Note};

use super::{Block, Turn, What};

/// The notes of the blocks of a file.
fn notes(municipality: &Municipality) -> BTreeMap<Block<'_>, Vec<&Note>> {
    let mut found: BTreeMap<Block<'_>, Vec<&Note>> = BTreeMap::new();
    let contact = municipality.contact.iter().flat_map(|contact| &contact.notes).map(|note| (Block::Contact, note));
    let pins = municipality.pins.iter().flat_map(|pins| &pins.notes).map(|note| (Block::Pins, note));
    let certificates = municipality.certificates.iter().flat_map(|certificates| &certificates.notes);
    let certificates = certificates.map(|note| (Block::Certificates, note));
    let counters = municipality.counters.iter();
    let counters = counters.flat_map(|(id, counter)| counter.notes.iter().map(move |note| (Block::Counter(id), note)));
    let classes = municipality.identity_documents.iter();
    let classes = classes.flat_map(|(name, class)| class.notes.iter().map(move |note| (Block::Class(name), note)));
    let forms = municipality.forms.iter();
    let forms = forms.flat_map(|(id, form)| form.notes.iter().map(move |note| (Block::Form(id), note)));
    let procedures = municipality.procedures.iter().flat_map(|(id, procedure)| {
        let rules = procedure.rules();
        let all = rules
            .flat_map(|rule| rule.notes.iter().chain(rule.applicants.values().flat_map(|applicant| &applicant.notes)));
        all.map(move |note| (Block::Procedure(id), note))
    });
    let all = contact.chain(pins).chain(certificates).chain(counters).chain(classes).chain(forms).chain(procedures);
    for (block, note) in all {
        let known = found.entry(block).or_default();
        // An earlier rule says again what the present one says.
        if !known.contains(&note) {
            known.push(note);
        }
    }
    found
}

/// Notes that came or went. Two of which one came where the other went are not taken for one that
/// was rewritten, unless nothing else changed in the block.
pub(super) fn differences<'d>(base: &'d Municipality, head: &'d Municipality) -> Vec<What<'d>> {
    let (before, after) = (notes(base), notes(head));
    let mut blocks: Vec<Block<'d>> = before.keys().chain(after.keys()).copied().collect();
    blocks.sort_unstable();
    blocks.dedup();
    let of = |notes: &BTreeMap<Block<'d>, Vec<&'d Note>>, block| notes.get(&block).cloned().unwrap_or_default();
    blocks
        .into_iter()
        .flat_map(|block| {
            let (was, is) = (of(&before, block), of(&after, block));
            let (gone, new) = (without(&was, &is), without(&is, &was));
            let turns: Vec<Turn<&'d Note>> = match (gone.as_slice(), new.as_slice()) {
                (&[before], &[after]) => vec![Turn::Changed { before, after }],
                _ => gone.into_iter().map(Turn::Gone).chain(new.into_iter().map(Turn::New)).collect(),
            };
            turns.into_iter().map(move |turn| What::Note(block, turn))
        })
        .collect()
}

/// The notes that the other list has not.
fn without<'d>(notes: &[&'d Note], other: &[&'d Note]) -> Vec<&'d Note> {
    notes.iter().filter(|note| !other.contains(note)).copied().collect()
}
