use madoguchi_schema::model::{
    Absence, Baseline, Certificates, Extent, LockCounting, NationalPin, PinKind, PinStatement, Pins,
};
use serde::Serialize;

use super::city::City;
use super::state::{EntryView, FactView, OriginView};
use super::words::{Worded, Words};
use crate::facet::Origin;

/// What the page says of the PINs, beside what holds everywhere.
#[derive(Debug, Serialize)]
pub(crate) struct PinsView {
    pub(crate) pins: Vec<PinView>,
    pub(crate) facts: Vec<FactView>,
    pub(crate) notes: Vec<String>,
    pub(crate) origin: Option<OriginView>,
}

/// One PIN.
#[derive(Debug, Serialize)]
pub(crate) struct PinView {
    pub(crate) name: String,
    pub(crate) length: FactView,
    pub(crate) lock: FactView,
    pub(crate) facts: Vec<FactView>,
    pub(crate) uses: Vec<EntryView>,
    pub(crate) absent_for: Vec<EntryView>,
    pub(crate) notes: Vec<String>,
}

/// What the page says of the certificates.
#[derive(Debug, Serialize)]
pub(crate) struct CertificatesView {
    pub(crate) facts: Vec<FactView>,
    pub(crate) equipment: Vec<EntryView>,
    pub(crate) notes: Vec<String>,
    pub(crate) origin: Option<OriginView>,
}

impl<'a> City<'a> {
    pub(crate) fn pins(&self, baseline: &Baseline) -> Worded<Option<PinsView>> {
        self.municipality.pins.as_ref().map(|pins| self.pins_view(pins, baseline)).transpose()
    }

    fn pins_view(&self, pins: &'a Pins, baseline: &Baseline) -> Worded<PinsView> {
        let words = self.words;
        let origin = Origin::of(self.municipality, pins.source.as_ref(), pins.section.as_ref());
        let read = self.extent(origin);
        let kinds = [
            (PinKind::Signature, &pins.signature),
            (PinKind::User, &pins.user),
            (PinKind::BasicRegister, &pins.basic_register),
            (PinKind::CardEntry, &pins.card_entry),
        ];
        let mut views = Vec::new();
        for (kind, statement) in kinds {
            if let Some(statement) = statement {
                views.push(self.pin(words.term(&kind)?, statement, baseline.pins.get(&kind), read)?);
            }
        }
        if let Some(statement) = &pins.four_digit {
            views.push(self.pin(words.say("pin-four-digit")?, statement, baseline.pins.get(&PinKind::User), read)?);
        }
        let facts = [
            words.fact_if("label-pin-kinds", pins.kinds.as_ref(), |kinds| {
                words.say_with("pin-kinds", &[("number", (*kinds).into())])
            })?,
            words.fact_if("label-may-be-equal", pins.may_be_equal.as_ref(), |pins| words.pins(pins))?,
            words.fact_if("label-setting", pins.setting.as_ref(), |setting| words.term(setting))?,
            words.fact_if("label-lock-counting", pins.lock_counting.as_ref(), |counting| {
                words.lock_counting(counting)
            })?,
            words.fact_if("label-lock-effect", pins.lock_effect.as_ref(), |effect| words.term(effect))?,
            words.fact_if("label-known", pins.known_to_municipality.as_ref(), |known| {
                words.say(if *known { "known-yes" } else { "known-no" })
            })?,
        ];
        Ok(PinsView {
            pins: views,
            facts: facts.into_iter().flatten().collect(),
            notes: words.notes(&pins.notes),
            origin: origin.map(|origin| words.origin(origin)).transpose()?,
        })
    }

    fn pin(&self, name: String, pin: &PinStatement, national: Option<&NationalPin>, read: Extent) -> Worded<PinView> {
        let words = self.words;
        let national_length = national.map(|pin| words.pin_length(pin.length)).transpose()?;
        let lock = |times: u8| words.say_with("lock-after", &[("number", times.into())]);
        let national_lock = national.map(|pin| lock(pin.lock_after)).transpose()?;
        let length = words.fact("label-pin-length", pin.length.as_ref(), read, |length| words.pin_length(*length))?;
        let after = words.fact("label-lock-after", pin.lock_after.as_ref(), read, |times| lock(*times))?;
        let more = [
            words.fact_if("label-characters", pin.characters.as_ref(), |sets| {
                words.all(&sets.iter().map(|set| words.term(set)).collect::<Worded<Vec<_>>>()?)
            })?,
            words.fact_if("label-each-required", pin.each_required.as_ref(), |yes| words.yes_no(*yes))?,
            words.fact_if("label-in-a-row", pin.in_a_row.as_ref(), |yes| words.yes_no(*yes))?,
        ];
        Ok(PinView {
            name,
            length: FactView { national: national_length, ..length },
            lock: FactView { national: national_lock, ..after },
            facts: more.into_iter().flatten().collect(),
            uses: words.entries(&pin.uses, |id| Ok(words.pin_use(id)))?,
            absent_for: words.entries(&pin.absent_for, |absence| words.absence(absence))?,
            notes: words.notes(&pin.notes),
        })
    }

    pub(crate) fn certificates(&self) -> Worded<Option<CertificatesView>> {
        self.municipality.certificates.as_ref().map(|said| self.certificates_view(said)).transpose()
    }

    fn certificates_view(&self, said: &'a Certificates) -> Worded<CertificatesView> {
        let words = self.words;
        let facts = [
            words.fact_if("label-valid-until-birthday", said.valid_until_birthday.as_ref(), |number| {
                words.say_with("birthday", &[("number", (*number).into())])
            })?,
            words.fact_if("label-ends-with-card", said.ends_with_card.as_ref(), |yes| words.yes_no(*yes))?,
            words.fact_if("label-signature-ends-with-user", said.signature_ends_with_user.as_ref(), |yes| {
                words.yes_no(*yes)
            })?,
            words.fact_if("label-renewal-from", said.renewal_from.as_ref(), |period| {
                words.say_of("before-expiry", words.period(*period)?)
            })?,
            words.fact_if("label-notice", said.notice.as_ref(), |notice| {
                let by = words.say_of("notice-by", words.term(&notice.by)?)?;
                let before = notice.before.map(|p| words.say_of("before-expiry", words.period(p)?)).transpose()?;
                words.list(&std::iter::once(by).chain(before).collect::<Vec<_>>())
            })?,
            words.fact_if("label-after-expiry", said.after_expiry.as_ref(), |note| Ok(words.note(note)))?,
        ];
        let origin = Origin::of(self.municipality, said.source.as_ref(), said.section.as_ref());
        Ok(CertificatesView {
            facts: facts.into_iter().flatten().collect(),
            equipment: words.entries(&said.home_equipment, |thing| Ok(words.note(thing)))?,
            notes: words.notes(&said.notes),
            origin: origin.map(|origin| words.origin(origin)).transpose()?,
        })
    }
}

impl Words<'_> {
    fn absence(&self, absence: &Absence) -> Worded {
        let who = self.condition(&absence.who);
        let strength = self.term(&absence.strength)?;
        let text = self.say_with("labelled", &[("label", who.into()), ("text", strength.into())])?;
        if absence.exception.is_empty() {
            return Ok(text);
        }
        let exceptions: Vec<String> = absence.exception.iter().map(|id| self.condition(id)).collect();
        let exception = self.any(&exceptions)?;
        self.say_with("absence-exception", &[("text", text.into()), ("exception", exception.into())])
    }

    fn lock_counting(&self, counting: &LockCounting) -> Worded {
        let said = [
            (counting.over_days, "counting-over-days", "counting-not-over-days"),
            (counting.over_services, "counting-over-services", "counting-not-over-services"),
            (counting.cleared_by_right_entry, "counting-cleared", "counting-not-cleared"),
        ];
        let texts =
            said.into_iter().filter_map(|(said, yes, no)| said.map(|said| self.say(if said { yes } else { no })));
        self.list(&texts.collect::<Worded<Vec<_>>>()?)
    }
}
