use madoguchi_schema::model::{Asked, Label, Period, Person, Said};
use madoguchi_schema::scalar::{Condition, Formula};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value as Json;

use super::Texts;
use crate::facet::{Authorisation, Demand, HoursKind, Value, Wanted};

/// A value in codes. `kind` says which of the others are there; what is not is left out, so that no
/// place has two types.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "value")]
pub struct Coded {
    /// What kind of value it is: `visits`, `papers`, `codes`, `hours` …
    pub kind: &'static str,
    /// A number: of visits, of yen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// Yes or no, where the page says it in so many words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flag: Option<bool>,
    /// A day, `2026-11-22`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Codes of the vocabularies and of the schema.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<String>,
    /// Conditions, each a formula of codes: `+` is "and", `|` is "or".
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<String>,
    /// Periods and deadlines: ISO 8601 durations.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub periods: Vec<String>,
    /// Papers to bring: all of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<PapersRecord>,
    /// Hours of counters.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<HoursRecord>,
    /// Names of counters.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Texts>,
}

/// One thing to bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "papers")]
pub struct PapersRecord {
    /// Where the page lets people choose between lists: the number of the list. One list is enough.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choice: Option<u32>,
    /// Whose papers they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// The ways to bring it: one of these, of which all papers.
    pub any_of: Vec<Vec<PaperRecord>>,
    /// The same in the municipality's own letters (`A+A | A+B`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own: Option<String>,
    /// Needed only under this condition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only_if: Option<String>,
    /// Not needed under this condition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unless: Option<String>,
    /// Documents that do not count.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub excluding: Vec<String>,
    /// Issued within this time: an ISO 8601 duration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_within: Option<String>,
    /// Whether only the original is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original: Option<bool>,
    /// Whether it is helpful only.
    pub optional: bool,
    /// Whether the page leaves the number of papers unsaid.
    pub number_unstated: bool,
}

/// A paper, as often as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "paper")]
pub struct PaperRecord {
    /// A document of the vocabulary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// A kind of identity documents (`public-photo`, `second`, …).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// How many different ones.
    pub count: u32,
}

/// Hours of one counter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "counter-hours")]
pub struct HoursRecord {
    /// The counter's name.
    pub counter: Texts,
    /// In OpenStreetMap's syntax; absent on days that it cannot say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opening_hours: Option<String>,
}

/// The code of a coded value, as in YAML.
pub(crate) fn code(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Json::String(code)) => code,
        _ => String::new(),
    }
}

impl Coded {
    /// A value of a facet in codes.
    pub(crate) fn of(value: &Value) -> Self {
        let new = |kind| Self { kind, ..Self::default() };
        let codes = |kind, codes: Vec<String>| Self { codes, ..new(kind) };
        match value {
            Value::NotAccepted => Self { flag: Some(false), ..new("accepted") },
            Value::YesNo(yes) => Self { flag: Some(*yes), ..new("flag") },
            Value::Visits(visits) => Self { number: u32::try_from(*visits).ok(), ..new("visits") },
            Value::Yen(yen) => Self { number: Some(*yen), ..new("yen") },
            Value::Reasons(reasons) => codes("reasons", reasons.iter().map(code).collect()),
            Value::Pins(pins) => codes("pins", pins.iter().map(code).collect()),
            Value::Conditions(ids) => codes("conditions", ids.iter().map(ToString::to_string).collect()),
            Value::Waivers(conditions) => {
                Self { conditions: conditions.iter().map(ToString::to_string).collect(), ..new("waivers") }
            }
            Value::Demands(demands) => Self { papers: demands.iter().flat_map(papers).collect(), ..new("papers") },
            Value::Identity(demands) => Self { papers: demands.iter().flat_map(papers).collect(), ..new("papers") },
            Value::Eligibility { identity, only_if } => Self {
                papers: identity.iter().flat_map(|demand| papers(demand)).collect(),
                conditions: only_if.iter().map(ToString::to_string).collect(),
                ..new("eligibility")
            },
            Value::Authorisation(ways) => codes("authorisation", ways.iter().map(|way| authorisation(*way)).collect()),
            Value::Periods(periods) => {
                Self { periods: periods.iter().copied().map(duration).collect(), ..new("periods") }
            }
            Value::Deadline(deadline) => Self {
                periods: deadline.time.into_iter().map(duration).collect(),
                codes: deadline.from.iter().map(code).collect(),
                ..new("deadline")
            },
            Value::Addressee(to, address) => {
                codes("addressee", std::iter::once(code(to)).chain(address.iter().map(code)).collect())
            }
            Value::Mail(mail) => codes("mail", vec![code(mail)]),
            Value::Concealment(how) => codes("concealment", vec![code(how)]),
            Value::Person(person) => codes("person", vec![code(person)]),
            Value::Counters(names) => Self { names: names.iter().map(texts).collect(), ..new("counters") },
            Value::Hours(hours) => Self { hours: hours.iter().map(hours_record).collect(), ..new("hours") },
            Value::Reservations(kinds) => Self {
                codes: kinds.iter().map(|(_, kind)| code(kind)).collect(),
                names: kinds.iter().filter_map(|(counter, _)| counter.as_ref()).map(texts).collect(),
                ..new("reservations")
            },
            Value::Ways(ways) => {
                let offered = ways.iter().filter(|way| way.offered);
                Self {
                    codes: offered.flat_map(channel).collect(),
                    flag: (!ways.is_empty()).then(|| ways.iter().any(|way| way.offered)),
                    ..new("ways")
                }
            }
            Value::PageDate(day) | Value::Day(day) => Self { date: Some(day.to_string()), ..new("day") },
            Value::Extent(extent) => codes("extent", vec![code(extent)]),
        }
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
