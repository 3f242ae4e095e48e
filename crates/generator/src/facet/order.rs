//! Which of two values asks for more. Each kind of value has one order of its own; what has none is
//! the same or different, and what cannot be told at all stays untold.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use madoguchi_schema::model::{Attendance, Channel, Deadline, DeadlineStart, Period, PinKind, Reservation};
use madoguchi_schema::scalar::ConditionId;
use madoguchi_schema::scalar::formula::Normal;

use super::places::Places;
use super::{Authorisation, Demand, Value, Way};

/// A value, with what comparing it with any number of others needs.
pub(super) struct Measured<'v> {
    value: &'v Value,
    /// Of papers, the places that they fill.
    places: OnceCell<Option<Places>>,
}

impl<'v> Measured<'v> {
    pub(super) fn new(value: &'v Value) -> Self {
        Self { value, places: OnceCell::new() }
    }

    fn places(&self) -> Option<&Places> {
        let found = self.places.get_or_init(|| match self.value {
            Value::Demands(demands) | Value::Identity(demands) => Places::of(demands),
            Value::Eligibility { identity, .. } => Places::of(as_list(identity)),
            _ => None,
        });
        found.as_ref()
    }
}

/// Whether whoever is prepared for `one` is prepared for `other` too; `None` where the values do
/// not tell. Reflexive and transitive wherever it answers, held by property tests.
pub(super) fn asks_as_much(one: &Measured<'_>, other: &Measured<'_>) -> Option<bool> {
    use Value::{
        Addressee, Authorisation, Concealment, Conditions, Deadline, Demands, Eligibility, Identity, Mail, NotAccepted,
        Periods, Person, Pins, Reasons, Reservations, Visits, Waivers, Ways, Yen, YesNo,
    };
    let papers_ask_as_much = || one.places()?.ask_as_much_as(other.places()?);
    match (one.value, other.value) {
        // Where somebody is not accepted, no paper and no visit is enough.
        (NotAccepted, _) => Some(true),
        (_, NotAccepted) => Some(false),
        (Visits(one), Visits(other)) => Some(one >= other),
        (Yen(one), Yen(other)) => Some(one >= other),
        (YesNo(one), YesNo(other)) => Some(one == other),
        (Reasons(one), Reasons(other)) => Some(same_members(one, other)),
        (Value::Attendance(one), Value::Attendance(other)) => Some(attendance(*one) >= attendance(*other)),
        (Conditions(one), Conditions(other)) => Some(same_members(one, other)),
        (Pins(one), Pins(other)) => Some(one.iter().all(|pin| other.contains(pin))),
        (Ways(one), Ways(other)) => Some(offered(one)?.is_subset(&offered(other)?)),
        (Waivers(one), Waivers(other)) => Some(any_of(one)?.implies(&any_of(other)?, PartialEq::eq)),
        (Demands(_), Demands(_)) | (Identity(_), Identity(_)) => papers_ask_as_much(),
        (Eligibility { only_if: so, .. }, Eligibility { only_if: so_too, .. }) => {
            let conditions = match (so, so_too) {
                (_, None) => true,
                (None, Some(_)) => false,
                (Some(one), Some(other)) => one.0.implies(&other.0, PartialEq::eq),
            };
            Some(papers_ask_as_much()? && conditions)
        }
        (Authorisation(one), Authorisation(other)) => Some(papers(other).is_subset(&papers(one))),
        (Periods(one), Periods(other)) => match (distinct(one).as_slice(), distinct(other).as_slice()) {
            ([one], [other]) => Some(is_as_short(*one, *other)),
            _ => Some(same_members(one, other)),
        },
        (Deadline(one), Deadline(other)) => deadline(*one, *other),
        (Addressee(one, at), Addressee(other, there)) => match (at, there) {
            _ if one != other => Some(false),
            (Some(at), Some(there)) => Some(at == there),
            (None, None) => Some(true),
            // One page names the address and the other does not say.
            _ => None,
        },
        (Mail(one), Mail(other)) => Some(one == other),
        (Concealment(one), Concealment(other)) => Some(one == other),
        (Person(one), Person(other)) => Some(one == other),
        (Reservations(one), Reservations(other)) => Some(reservation(one)? >= reservation(other)?),
        // Counters, hours and pages are each city's own; nothing of them is a rule.
        _ => None,
    }
}

fn as_list(demand: &Option<Box<Demand>>) -> &[Demand] {
    demand.as_deref().map(std::slice::from_ref).unwrap_or_default()
}

/// Periods, each once: of several papers the same may be said.
fn distinct(periods: &[Period]) -> Vec<Period> {
    let mut found: Vec<Period> = Vec::new();
    for period in periods {
        if !found.contains(period) {
            found.push(*period);
        }
    }
    found
}

fn same_members<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.iter().all(|member| other.contains(member)) && other.iter().all(|member| one.contains(member))
}

/// The ways that are offered with the PINs for which they are; none where the page names no PINs.
fn offered(ways: &[Way]) -> Option<BTreeSet<(Channel, PinKind)>> {
    let offered: Vec<&Way> = ways.iter().filter(|way| way.offered).collect();
    if offered.iter().any(|way| way.pins.is_empty()) {
        return None;
    }
    Some(offered.iter().flat_map(|way| way.pins.iter().map(|pin| (way.channel, *pin))).collect())
}

fn any_of(conditions: &[madoguchi_schema::scalar::Condition]) -> Option<Normal<ConditionId>> {
    let (first, more) = conditions.split_first()?;
    Some(more.iter().fold(first.0.clone(), |all, one| all.or(&one.0)))
}

/// The papers by which the authorisation is given.
fn papers(ways: &[Authorisation]) -> BTreeSet<Authorisation> {
    ways.iter().copied().filter(|way| *way != Authorisation::NotNeeded).collect()
}

/// Days and months are told apart only where even the longest of one is shorter than the shortest
/// of the other.
fn is_as_short(one: Period, other: Period) -> bool {
    match (one, other) {
        (Period::Months(_) | Period::Years(_), Period::Months(_) | Period::Years(_)) => months(one) <= months(other),
        _ => {
            one == other
                || days(one).1 < days(other).0
                || (is_exact(one) && is_exact(other) && days(one) <= days(other))
        }
    }
}

fn is_exact(period: Period) -> bool {
    matches!(period, Period::Days(_) | Period::Weeks(_))
}

fn months(period: Period) -> u32 {
    match period {
        Period::Years(n) => u32::from(n) * 12,
        Period::Days(n) | Period::Weeks(n) | Period::Months(n) => u32::from(n),
    }
}

/// The least and the greatest number of days in a period.
fn days(period: Period) -> (u32, u32) {
    match period {
        Period::Days(n) => (u32::from(n), u32::from(n)),
        Period::Weeks(n) => (u32::from(n) * 7, u32::from(n) * 7),
        Period::Months(_) | Period::Years(_) => (months(period) * 28, months(period) * 31),
    }
}

fn deadline(one: Deadline, other: Deadline) -> Option<bool> {
    let is_named =
        |deadline: Deadline| deadline.time.is_some() || deadline.from == Some(DeadlineStart::UntilCertificateExpiry);
    if !is_named(one) || !is_named(other) {
        return None;
    }
    match (one.time, other.time) {
        (Some(time), Some(than)) if one.from == other.from => Some(is_as_short(time, than)),
        _ => Some(one == other),
    }
}

/// How much is asked of the cardholder: nothing, an answer by letter or to come, to come.
fn attendance(attendance: Attendance) -> u8 {
    match attendance {
        Attendance::NotRequired => 0,
        Attendance::ElseLetter => 1,
        Attendance::Required => 2,
    }
}

/// Whether an appointment is asked for; none where it depends on the counter. Whoever may book need not.
fn reservation(kinds: &[(Option<madoguchi_schema::model::Label>, Reservation)]) -> Option<bool> {
    let mut asked = kinds.iter().map(|(_, kind)| *kind == Reservation::Required);
    let first = asked.next()?;
    asked.all(|asked| asked == first).then_some(first)
}
