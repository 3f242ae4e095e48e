//! What a city's page says, held against what is the same everywhere.

pub(crate) mod abolished_document;
pub(crate) mod change_since_reading;
pub(crate) mod holiday_not_covered;
pub(crate) mod holidays_run_out;
pub(crate) mod kiosk_before_start;
pub(crate) mod kiosk_signature_only;
pub(crate) mod lock_count;
pub(crate) mod pin_length;

use std::collections::BTreeSet;

use madoguchi_schema::model::{Channel, Elsewhere, Municipality, PinKind, PinStatement, Procedure, Said, Source};
use madoguchi_schema::scalar::{Day, SourceId};
use madoguchi_schema::yaml::Route;

use super::{Rule, Subject};

/// The rules of this family, by code.
pub(super) const RULES: &[&Rule] = &[
    &pin_length::RULE,
    &lock_count::RULE,
    &kiosk_signature_only::RULE,
    &kiosk_before_start::RULE,
    &abolished_document::RULE,
    &change_since_reading::RULE,
    &holiday_not_covered::RULE,
    &holidays_run_out::RULE,
];

/// What a page says of one kind of PIN, with the kind by whose national rule it goes. "The
/// four-digit PIN" goes by the rule of the user PIN: the three have the same.
fn pin_statements(city: &Municipality) -> Vec<(PinKind, &PinStatement, Route)> {
    let Some(pins) = &city.pins else {
        return Vec::new();
    };
    let statements = [
        (PinKind::Signature, &pins.signature, "signature"),
        (PinKind::User, &pins.user, "user"),
        (PinKind::BasicRegister, &pins.basic_register, "basic_register"),
        (PinKind::CardEntry, &pins.card_entry, "card_entry"),
        (PinKind::User, &pins.four_digit, "four_digit"),
    ];
    let route = Route::root().key("pins");
    let statements = statements.into_iter();
    statements.filter_map(|(kind, said, key)| said.as_ref().map(|said| (kind, said, route.key(key)))).collect()
}

/// What the rules that hold now say of the reset in a shop, with the date of the page that says it.
fn kiosks<'d>(subject: &Subject<'d>) -> Vec<(&'d Elsewhere, Option<Day>, Route)> {
    let Some(city) = subject.municipality() else {
        return Vec::new();
    };
    let kiosk = |(id, procedure): (_, &'d Procedure)| {
        let kiosk = procedure.elsewhere.get(&Channel::Kiosk)?;
        let source = source_of(city, kiosk.source.as_ref().or(procedure.source.as_ref()));
        let day = source.and_then(|(_, source)| source.page_date.day());
        Some((kiosk, day, Route::root().key("procedures").key(id).key("elsewhere").key("kiosk")))
    };
    city.procedures.iter().filter_map(kiosk).collect()
}

/// The source of that id; the file's only one where none is named.
fn source_of<'d>(city: &'d Municipality, named: Option<&SourceId>) -> Option<(&'d SourceId, &'d Source)> {
    match named {
        Some(id) => city.sources.get_key_value(id),
        None if city.sources.len() == 1 => city.sources.first(),
        None => None,
    }
}

/// The PINs that a place names, where it names them.
fn named(pins: Option<&Said<Vec<PinKind>>>) -> Option<BTreeSet<PinKind>> {
    pins.and_then(Said::value).map(|pins| pins.iter().copied().collect())
}
