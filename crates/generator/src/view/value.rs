use madoguchi_schema::model::{Asked, PinKind, Said};
use madoguchi_schema::scalar::Formula;
use madoguchi_schema::scalar::formula::{Normal, Paper};

use super::city::City;
use super::item::Numbers;
use super::state::LineView;
use super::words::{Worded, Words};
use crate::facet::{Authorisation, Demand, HoursKind, Value, Wanted, Way};

impl City<'_> {
    /// A value as lines, in words that all cities share; the city's own notation stands beside.
    pub(crate) fn lines(&self, value: &Value) -> Worded<Vec<LineView>> {
        let words = self.words;
        let one = |text: Worded| -> Worded<Vec<LineView>> { Ok(vec![text?.into()]) };
        match value {
            Value::NotAccepted => one(words.say("value-not-accepted")),
            Value::YesNo(yes) => one(words.yes_no(*yes)),
            Value::Visits(visits) => one(words.say_with("visits", &[("number", (*visits).into())])),
            Value::Reasons(reasons) => each(reasons, |reason| words.term(reason)),
            Value::Pins(pins) => each(pins, |pin| words.term(pin)),
            Value::Yen(yen) => one(words.yen(*yen)),
            Value::Conditions(conditions) => each(conditions, |id| Ok(words.condition(id))),
            Value::Waivers(conditions) => {
                each(conditions, |condition| words.say_of("remark-unless", words.conditions(condition)?))
            }
            Value::Attendance(attends) => one(words.term(attends)),
            Value::Demands(demands) => demands.iter().map(|demand| self.demand(demand, true)).collect(),
            Value::Identity(demands) => demands.iter().map(|demand| self.demand(demand, false)).collect(),
            Value::Eligibility { identity, only_if } => {
                let mut lines = Vec::new();
                if let Some(demand) = identity {
                    lines.push(self.demand(demand, false)?);
                }
                if let Some(condition) = only_if {
                    lines.push(words.say_of("flow-only-if", words.conditions(condition)?)?.into());
                }
                Ok(lines)
            }
            Value::Authorisation(ways) => each(ways, |way| words.say(authorisation(*way))),
            Value::Periods(periods) => each(periods, |period| words.say_of("within", words.period(*period)?)),
            Value::Deadline(deadline) => one(words.deadline(*deadline)),
            Value::Addressee(to, address) => {
                let mut lines: Vec<LineView> = vec![words.term(to)?.into()];
                if let Some(address) = address {
                    lines.push(words.term(address)?.into());
                }
                Ok(lines)
            }
            Value::Mail(mail) => one(words.term(mail)),
            Value::Concealment(how) => one(words.term(how)),
            Value::Person(person) => one(words.term(person)),
            Value::Counters(names) => each(names, |name| Ok(words.label(name))),
            Value::Hours(hours) => hours.iter().map(|hours| self.hours_value(hours)).collect(),
            Value::Reservations(kinds) => each(kinds, |(counter, kind)| match counter {
                Some(counter) => words.say_with(
                    "labelled",
                    &[("label", words.label(counter).into()), ("text", words.term(kind)?.into())],
                ),
                None => words.term(kind),
            }),
            Value::Ways(ways) => each(ways, |way| words.way(way)),
            Value::PageDate(day) | Value::Day(day) => one(words.date(*day).map(|date| date.text)),
            Value::Extent(extent) => one(words.term(extent)),
        }
    }

    fn hours_value(&self, hours: &crate::facet::CounterHours) -> Worded<LineView> {
        let words = self.words;
        let text = match &hours.hours {
            HoursKind::Regular(hours) => words.hours_line(&words.hours(hours)?)?,
            HoursKind::Weekend(hours) => words.hours_line(&words.weekend_hours(hours)?)?,
            HoursKind::Irregular(rule) => words.irregular(rule)?,
        };
        let label = words.label(&hours.counter);
        Ok(words.say_with("labelled", &[("label", label.into()), ("text", text.into())])?.into())
    }

    /// A thing to bring: identity documents by the kinds that all cities share, with their owner
    /// where it is not clear whose they are.
    fn demand(&self, demand: &Demand, owned: bool) -> Worded<LineView> {
        let words = self.words;
        let item = &demand.item;
        let (text, own) = match &item.asked {
            Asked::Identity(formula) => {
                let shared = words.shared(&demand.shared(formula), Numbers::of(item))?;
                let text = if owned {
                    let owner = self.identity_of(demand.owner())?;
                    words.say_with("labelled", &[("label", owner.into()), ("text", shared.into())])?
                } else {
                    shared
                };
                (text, self.own_notation(formula, Numbers::of(item))?)
            }
            Asked::Papers(formula) => {
                (self.owned(item.of, words.shared(&demand.shared(formula), Numbers::of(item))?)?, None)
            }
            Asked::AnyOf(lists) => {
                let lists = lists.iter().map(|list| {
                    let inner = list.iter().filter_map(Said::value);
                    let lines: Vec<String> = inner
                        .map(|inner| {
                            let of = inner.of.or(item.of);
                            let item = madoguchi_schema::model::Item { of, ..inner.clone() };
                            self.demand(&Demand { item, ..demand.clone() }, owned).map(|line| line.text)
                        })
                        .collect::<Worded<_>>()?;
                    words.all(&lines)
                });
                (words.any(&lists.collect::<Worded<Vec<_>>>()?)?, None)
            }
        };
        Ok(LineView { text, own, remarks: self.remarks(item)? })
    }

    /// A formula as the city writes it; none where it has no class that the city's page names, since
    /// a description of ours says nothing new.
    fn own_notation(&self, formula: &Formula, numbers: Numbers) -> Worded<Option<String>> {
        let classes = &self.municipality.identity_documents;
        let named = formula.0.atoms().any(|paper| match paper {
            Paper::Class(class) => classes.get(class).is_some_and(|class| !class.named_here),
            Paper::Document(_) => false,
        });
        if named { self.formula(formula, numbers).map(Some) } else { Ok(None) }
    }
}

impl Words<'_> {
    /// A formula over the kinds that all cities share.
    fn shared(&self, formula: &Normal<Wanted>, numbers: Numbers) -> Worded {
        let ways = formula.alternatives().iter().map(|alternative| {
            let mut papers: Vec<(&Wanted, usize)> = Vec::new();
            for wanted in alternative {
                match papers.iter_mut().find(|(known, _)| *known == wanted) {
                    Some((_, count)) => *count += 1,
                    None => papers.push((wanted, 1)),
                }
            }
            let texts = papers.into_iter().map(|(wanted, count)| {
                let name = match wanted {
                    Wanted::Document(document) => self.document(document),
                    Wanted::Kind(kind) => self.term(kind)?,
                };
                match (wanted, count, numbers) {
                    (Wanted::Document(_), 1, _) | (_, _, Numbers::Unstated) => Ok(name),
                    _ => self.counted_name(name, count),
                }
            });
            self.all(&texts.collect::<Worded<Vec<_>>>()?)
        });
        self.any(&ways.collect::<Worded<Vec<_>>>()?)
    }

    fn counted_name(&self, name: String, count: usize) -> Worded {
        self.say_with("papers-counted", &[("name", name.into()), ("count", count.into())])
    }

    pub(crate) fn yen(&self, yen: u32) -> Worded {
        match yen {
            0 => self.say("yen-free"),
            _ => self.say_with("yen", &[("yen", yen.to_string().into())]),
        }
    }

    pub(crate) fn pins(&self, pins: &[PinKind]) -> Worded {
        self.list(&pins.iter().map(|pin| self.term(pin)).collect::<Worded<Vec<_>>>()?)
    }

    fn way(&self, way: &Way) -> Worded {
        let name = self.term(&way.channel)?;
        match (way.offered, way.pins.is_empty()) {
            (false, _) => self.say_of("way-not-offered", name),
            (true, true) => Ok(name),
            (true, false) => {
                self.say_with("labelled", &[("label", name.into()), ("text", self.pins(&way.pins)?.into())])
            }
        }
    }
}

fn authorisation(way: Authorisation) -> &'static str {
    match way {
        Authorisation::Separate => "authorisation-separate",
        Authorisation::Inside => "authorisation-inside",
        Authorisation::NotNeeded => "authorisation-not-needed",
    }
}

fn each<T>(values: &[T], text: impl Fn(&T) -> Worded) -> Worded<Vec<LineView>> {
    values.iter().map(|value| text(value).map(LineView::from)).collect()
}
