//! What changed in what is the same everywhere.

use std::collections::BTreeSet;
use std::hash::Hash;

use indexmap::IndexMap;
use madoguchi_schema::dataset::Dataset;
use madoguchi_schema::national_list::Listed;
use madoguchi_schema::published::Texts;
use madoguchi_schema::scalar::MunicipalityCode;

use super::{Block, Turn, VocabularyKind, What};

pub(super) fn differences<'d>(base: &'d Dataset, head: &'d Dataset) -> impl Iterator<Item = What<'d>> + use<'d> {
    let rules = turns(&base.baseline.rules, &head.baseline.rules).map(|(id, turn)| What::Rule(id, turn));
    let laws = turns(&base.changes.changes, &head.changes.changes).map(|(id, turn)| What::Law(id, turn));
    let claims = turns(&base.claims.claims, &head.claims.claims).map(|(id, turn)| What::Claim(id, turn));
    let rest = rest(base, head).into_iter();
    rules
        .chain(laws)
        .chain(claims)
        .chain(rest)
        .chain(holidays(base, head))
        .chain(listed(base, head))
        .chain(words(base, head))
}

/// The entries of two maps that differ, by id.
fn turns<'d, K: Ord + Hash + Eq, V: PartialEq>(
    base: &'d IndexMap<K, V>,
    head: &'d IndexMap<K, V>,
) -> impl Iterator<Item = (&'d K, Turn<&'d V>)> {
    let ids: BTreeSet<&K> = base.keys().chain(head.keys()).collect();
    ids.into_iter().filter_map(|id| Some((id, Turn::of(base.get(id), head.get(id), |one, other| one == other)?)))
}

fn rest<'d>(base: &Dataset, head: &Dataset) -> Vec<What<'d>> {
    let (one, other) = (&base.baseline, &head.baseline);
    let (claims, other_claims) = (&base.claims, &head.claims);
    let blocks = [
        (Block::NationalPins, one.pins != other.pins),
        (Block::KioskReset, one.kiosk_reset != other.kiosk_reset),
        (Block::PinChange, one.pin_change != other.pin_change),
        (Block::SmartphonePins, one.smartphone_pins != other.smartphone_pins),
        (Block::NationalSources, one.sources != other.sources),
        (Block::ChangeSources, base.changes.sources != head.changes.sources),
        (
            Block::Claims,
            claims.publisher != other_claims.publisher
                || claims.sources != other_claims.sources
                || claims.procedures != other_claims.procedures,
        ),
        (
            Block::Holidays,
            base.holidays.covered != head.holidays.covered || base.holidays.sources != head.holidays.sources,
        ),
    ];
    blocks.into_iter().filter(|(_, differs)| *differs).map(|(block, _)| What::Rest(block)).collect()
}

fn holidays<'d>(base: &Dataset, head: &Dataset) -> Vec<What<'d>> {
    let turns = turns(&base.holidays.days, &head.holidays.days);
    let owned = turns.map(|(day, turn)| {
        What::Holiday(
            *day,
            match turn {
                Turn::New(after) => Turn::New(*after),
                Turn::Gone(before) => Turn::Gone(*before),
                Turn::Changed { before, after } => Turn::Changed { before: *before, after: *after },
            },
        )
    });
    owned.collect()
}

fn listed<'d>(base: &'d Dataset, head: &'d Dataset) -> Vec<What<'d>> {
    let all = |dataset: &'d Dataset| dataset.national_list.all().iter();
    let codes: BTreeSet<&MunicipalityCode> = all(base).chain(all(head)).map(|listed| &listed.code).collect();
    // Where a line stands in the list is no difference.
    let same =
        |one: &&Listed, other: &&Listed| one.name == other.name && one.kana == other.kana && one.kind == other.kind;
    let turn = |code| Turn::of(base.national_list.get(code), head.national_list.get(code), same);
    codes.into_iter().filter_map(turn).map(What::Listed).collect()
}

/// Words of the vocabularies that came, went, or read otherwise.
fn words<'d>(base: &Dataset, head: &Dataset) -> Vec<What<'d>> {
    macro_rules! entries {
        ($($kind:ident: $field:ident;)+) => {{
            let mut found = Vec::new();
            $({
                let texts = |dataset: &Dataset| -> IndexMap<String, Texts> {
                    let entries = dataset.vocabulary.$field.iter();
                    entries.map(|(id, entry)| (id.to_string(), Texts { ja: entry.ja.to_string(), en: entry.en.to_string() })).collect()
                };
                let (one, other) = (texts(base), texts(head));
                found.extend(turns(&one, &other).map(|(id, turn)| What::Entry(VocabularyKind::$kind, id.clone(), match turn {
                    Turn::New(after) => Turn::New(after.clone()),
                    Turn::Gone(before) => Turn::Gone(before.clone()),
                    Turn::Changed { before, after } => Turn::Changed { before: before.clone(), after: after.clone() },
                })));
            })+
            found
        }};
    }
    entries! {
        Documents: documents;
        Procedures: procedures;
        Applicants: applicants;
        Conditions: conditions;
        Uses: uses;
    }
}
