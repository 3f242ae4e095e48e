//! What the national layer says of a facet.

use madoguchi_schema::model::{Baseline, Channel, NationalRule};
use madoguchi_schema::scalar::{Day, ProcedureId, RuleId};

use super::{Facet, Value, Way};

/// What holds everywhere for a facet of a procedure.
#[derive(Debug, Clone, PartialEq)]
pub struct National<'d> {
    /// The value, where the national layer has it as one. Words are not read as values.
    pub value: Option<Value>,
    /// Where it stands.
    pub place: NationalPlace<'d>,
}

/// A place of the national layer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NationalPlace<'d> {
    /// The reset at a kiosk in a shop.
    Kiosk,
    /// A rule.
    Rule(&'d RuleId, &'d NationalRule),
}

/// How much of a rule is a value.
enum Reads {
    /// Its number is the fee in yen.
    Yen,
    /// It stands in words alone.
    Words,
}

/// Rules that speak of a facet: procedure (any where it is empty), facet, rule.
const RULES: &[(&str, &str, &str, Reads)] = &[
    ("pin-reset", "fee", "pin-reset-fee", Reads::Words),
    ("pin-reset", "reasons", "one-reset", Reads::Words),
    ("pin-reset", "counters", "reset-where", Reads::Words),
    ("pin-reset", "agent-eligibility", "card-receipt-by-proxy", Reads::Words),
    ("pin-reset", "letter-pin-entry", "staff-pin-entry", Reads::Words),
    ("pin-change", "at-home", "pin-change-at-home", Reads::Words),
    ("certificate-renewal", "fee", "renewal-fee", Reads::Yen),
    ("certificate-issue", "fee", "first-issue-fee", Reads::Yen),
    ("card-reissue", "fee", "card-reissue-fee", Reads::Words),
    ("", "representative-for", "age-of-majority", Reads::Words),
    ("", "authority-proof", "family-register-wide-area", Reads::Words),
    ("", "hours", "server-hours", Reads::Words),
    ("", "weekend", "maintenance-sunday", Reads::Words),
];

impl<'d> National<'d> {
    /// What holds everywhere on a day, where the national layer says anything of the facet.
    #[must_use]
    pub fn of(baseline: &'d Baseline, procedure: &ProcedureId, facet: &Facet, day: Day) -> Option<Self> {
        if (procedure.as_str(), facet.id) == ("pin-reset", "kiosk") {
            return kiosk(baseline, day);
        }
        let is_meant = |of: &str| of.is_empty() || of == procedure.as_str();
        let (_, _, id, reads) = RULES.iter().find(|(of, about, _, _)| is_meant(of) && *about == facet.id)?;
        let (id, rule) = baseline.rules.get_key_value(*id)?;
        let holds = rule.valid_from.is_none_or(|from| from <= day) && rule.valid_until.is_none_or(|until| day <= until);
        let value = match reads {
            Reads::Yen => rule.number.map(Value::Yen),
            Reads::Words => None,
        };
        holds.then_some(Self { value, place: NationalPlace::Rule(id, rule) })
    }
}

fn kiosk(baseline: &Baseline, day: Day) -> Option<National<'_>> {
    let pins = baseline.kiosk_reset.pins.keys().copied();
    let pins: Vec<_> = pins.filter(|kind| baseline.kiosk_reset.resets(*kind, day)).collect();
    let way = Way { channel: Channel::Kiosk, offered: true, pins };
    (!way.pins.is_empty()).then(|| National { value: Some(Value::Ways(vec![way])), place: NationalPlace::Kiosk })
}

#[cfg(test)]
pub(crate) fn rules() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    RULES.iter().map(|(procedure, facet, rule, _)| (*procedure, *facet, *rule))
}
