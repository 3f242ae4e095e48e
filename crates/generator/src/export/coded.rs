use madoguchi_schema::model::{Asked, Label, Period, Person, Said};
use madoguchi_schema::published::{Coded, HoursRecord, PaperRecord, PapersRecord, Texts};
use madoguchi_schema::scalar::{Condition, Formula};
use serde::Serialize;
use serde_json::Value as Json;

use crate::facet::{Authorisation, Demand, HoursKind, Value, Wanted};

/// The code of a coded value, as in YAML.
pub(crate) fn code(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Json::String(code)) => code,
        _ => String::new(),
    }
}

/// A value of a facet in codes.
pub(crate) fn coded(value: &Value) -> Coded {
    let new = |kind: &str| Coded { kind: kind.to_owned(), ..Coded::default() };
    let codes = |kind, codes: Vec<String>| Coded { codes, ..new(kind) };
    match value {
        Value::NotAccepted => Coded { flag: Some(false), ..new("accepted") },
        Value::YesNo(yes) => Coded { flag: Some(*yes), ..new("flag") },
        Value::Visits(visits) => Coded { number: u32::try_from(*visits).ok(), ..new("visits") },
        Value::Yen(yen) => Coded { number: Some(*yen), ..new("yen") },
        Value::Reasons(reasons) => codes("reasons", reasons.iter().map(code).collect()),
        Value::Pins(pins) => codes("pins", pins.iter().map(code).collect()),
        Value::Conditions(ids) => codes("conditions", ids.iter().map(ToString::to_string).collect()),
        Value::Attendance(attends) => codes("attendance", vec![code(attends)]),
        Value::Waivers(conditions) => {
            Coded { conditions: conditions.iter().map(ToString::to_string).collect(), ..new("waivers") }
        }
        Value::Demands(demands) => Coded { papers: demands.iter().flat_map(papers).collect(), ..new("papers") },
        Value::Identity(demands) => Coded { papers: demands.iter().flat_map(papers).collect(), ..new("papers") },
        Value::Eligibility { identity, only_if } => Coded {
            papers: identity.iter().flat_map(|demand| papers(demand)).collect(),
            conditions: only_if.iter().map(ToString::to_string).collect(),
            ..new("eligibility")
        },
        Value::Authorisation(ways) => codes("authorisation", ways.iter().map(|way| authorisation(*way)).collect()),
        Value::Periods(periods) => Coded { periods: periods.iter().copied().map(duration).collect(), ..new("periods") },
        Value::Deadline(deadline) => Coded {
            periods: deadline.time.into_iter().map(duration).collect(),
            // A page that names a deadline and no time.
            codes: deadline
                .from
                .iter()
                .map(code)
                .chain(deadline.time.is_none().then(|| "time-unstated".to_owned()))
                .collect(),
            ..new("deadline")
        },
        Value::Addressee(to, address) => {
            codes("addressee", std::iter::once(code(to)).chain(address.iter().map(code)).collect())
        }
        Value::Mail(mail) => codes("mail", vec![code(mail)]),
        Value::Concealment(how) => codes("concealment", vec![code(how)]),
        Value::Person(person) => codes("person", vec![code(person)]),
        Value::Counters(names) => Coded { names: names.iter().map(texts).collect(), ..new("counters") },
        Value::Hours(hours) => Coded { hours: hours.iter().map(hours_record).collect(), ..new("hours") },
        Value::Reservations(kinds) => Coded {
            codes: kinds.iter().map(|(_, kind)| code(kind)).collect(),
            names: kinds.iter().filter_map(|(counter, _)| counter.as_ref()).map(texts).collect(),
            ..new("reservations")
        },
        Value::Ways(ways) => {
            let offered = ways.iter().filter(|way| way.offered);
            Coded {
                codes: offered.flat_map(channel).collect(),
                flag: (!ways.is_empty()).then(|| ways.iter().any(|way| way.offered)),
                ..new("ways")
            }
        }
        Value::PageDate(day) | Value::Day(day) => Coded { date: Some(day.to_string()), ..new("day") },
        Value::Extent(extent) => codes("extent", vec![code(extent)]),
    }
}

/// `kiosk:signature` where the PINs are named, else `kiosk`.
fn channel(way: &crate::facet::Way) -> Vec<String> {
    let channel = code(&way.channel);
    match way.pins.is_empty() {
        true => vec![channel],
        false => way.pins.iter().map(|pin| format!("{channel}:{}", code(pin))).collect(),
    }
}

fn authorisation(way: Authorisation) -> String {
    match way {
        Authorisation::Separate => "separate",
        Authorisation::Inside => "inside",
        Authorisation::NotNeeded => "not-needed",
    }
    .to_owned()
}

/// A period as an ISO 8601 duration.
pub(crate) fn duration(period: Period) -> String {
    match period {
        Period::Days(n) => format!("P{n}D"),
        Period::Weeks(n) => format!("P{n}W"),
        Period::Months(n) => format!("P{n}M"),
        Period::Years(n) => format!("P{n}Y"),
    }
}

pub(crate) fn texts(label: &Label) -> Texts {
    let en = label.en.as_ref().unwrap_or(&label.ja);
    Texts { ja: label.ja.to_string(), en: en.to_string() }
}

fn hours_record(hours: &crate::facet::CounterHours) -> HoursRecord {
    let opening_hours = match &hours.hours {
        HoursKind::Regular(hours) | HoursKind::Weekend(hours) => Some(hours.to_string()),
        HoursKind::Irregular(_) => None,
    };
    HoursRecord { counter: texts(&hours.counter), opening_hours }
}

/// A thing to bring; of a choice between lists, the things of every list with its number.
fn papers(demand: &Demand) -> Vec<PapersRecord> {
    match &demand.item.asked {
        Asked::Identity(formula) => vec![papers_of(demand, formula, Some(demand.owner()))],
        Asked::Papers(formula) => vec![papers_of(demand, formula, demand.item.of)],
        Asked::AnyOf(lists) => {
            let of_list = |(list, number): (&madoguchi_schema::model::Papers, u32)| -> Vec<PapersRecord> {
                let items = list.iter().filter_map(Said::value);
                let inner = items.map(|inner| {
                    let of = inner.of.or(demand.item.of);
                    Demand { item: madoguchi_schema::model::Item { of, ..inner.clone() }, ..demand.clone() }
                });
                let inner = inner.flat_map(|demand| papers(&demand));
                inner.map(|papers| PapersRecord { choice: Some(number), ..papers }).collect()
            };
            lists.iter().zip(1..).flat_map(of_list).collect()
        }
    }
}

fn papers_of(demand: &Demand, formula: &Formula, of: Option<Person>) -> PapersRecord {
    let item = &demand.item;
    let condition = |condition: &Option<Condition>| condition.as_ref().map(ToString::to_string);
    PapersRecord {
        choice: None,
        of: of.as_ref().map(code),
        any_of: demand.shared(formula).alternatives().iter().map(|papers| counted(papers)).collect(),
        own: matches!(item.asked, Asked::Identity(_)).then(|| formula.to_string()),
        only_if: condition(&item.only_if),
        unless: condition(&item.unless),
        excluding: item.excluding.iter().map(ToString::to_string).collect(),
        issued_within: item.issued_within.map(duration),
        original: item.original,
        optional: item.optional,
        number_unstated: item.number_unstated,
    }
}

fn counted(papers: &[Wanted]) -> Vec<PaperRecord> {
    let mut found: Vec<(&Wanted, u32)> = Vec::new();
    for wanted in papers {
        match found.iter_mut().find(|(known, _)| *known == wanted) {
            Some((_, count)) => *count += 1,
            None => found.push((wanted, 1)),
        }
    }
    found
        .into_iter()
        .map(|(wanted, count)| match wanted {
            Wanted::Document(id) => PaperRecord { document: Some(id.to_string()), class: None, count },
            Wanted::Kind(kind) => PaperRecord { document: None, class: Some(code(kind)), count },
        })
        .collect()
}
