use madoguchi_schema::model::{Channel, Contact, Counter, Elsewhere, Occasion, Said};
use madoguchi_schema::scalar::{CounterId, Day};
use serde::Serialize;

use super::city::City;
use super::hours::HoursView;
use super::state::{EntryView, FactView, OriginView};
use super::words::Worded;
use crate::facet::{Origin, Subject};

/// A counter.
#[derive(Debug, Serialize)]
pub(crate) struct CounterView {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) several: bool,
    /// The regular hours; where they are not stated, the fact says so.
    pub(crate) hours: Option<HoursView>,
    pub(crate) hours_fact: Option<FactView>,
    pub(crate) irregular: Vec<IrregularView>,
    pub(crate) facts: Vec<FactView>,
    pub(crate) only_for: Option<String>,
    pub(crate) notes: Vec<String>,
    pub(crate) origin: Option<OriginView>,
}

/// Hours that the regular syntax cannot say.
#[derive(Debug, Serialize)]
pub(crate) struct IrregularView {
    pub(crate) text: String,
    pub(crate) unclear: bool,
    pub(crate) announced_at: Option<String>,
}

/// A way other than a counter.
#[derive(Debug, Serialize)]
pub(crate) struct WayView {
    pub(crate) name: String,
    pub(crate) refused: bool,
    pub(crate) facts: Vec<FactView>,
    pub(crate) requires: Vec<EntryView>,
    pub(crate) not_if: Vec<EntryView>,
    pub(crate) hours: Option<HoursView>,
    pub(crate) link: Option<String>,
    pub(crate) notes: Vec<String>,
    pub(crate) origin: OriginView,
}

/// Whom the page names for questions.
#[derive(Debug, Serialize)]
pub(crate) struct ContactView {
    pub(crate) facts: Vec<FactView>,
    pub(crate) hours: Option<HoursView>,
    pub(crate) origin: Option<OriginView>,
}

impl<'a> City<'a> {
    pub(crate) fn counter_name(&self, id: &CounterId) -> String {
        match self.municipality.counters.get(id) {
            Some(counter) => self.words.label(&counter.name),
            None => id.to_string(),
        }
    }

    /// The counters of the municipality that exist on a day.
    pub(crate) fn counters(&self, day: Day) -> Worded<Vec<CounterView>> {
        let open = self.municipality.counters.values().filter(|counter| self.municipality.has_counter_on(counter, day));
        open.map(|counter| self.counter(counter)).collect()
    }

    /// The counters of a procedure; those that are unclear apart.
    pub(crate) fn counters_of(&self, subject: &Subject<'_>, day: Day) -> Worded<(Vec<CounterView>, Vec<String>)> {
        let known = &self.municipality.counters;
        let named = subject.procedure.at.iter().filter_map(Said::value).filter_map(|id| known.get(id));
        let views =
            named.filter(|counter| self.municipality.has_counter_on(counter, day)).map(|counter| self.counter(counter));
        let unclear = subject.procedure.at.iter().filter_map(Said::unclear).map(|note| self.words.note(note));
        Ok((views.collect::<Worded<_>>()?, unclear.collect()))
    }

    fn counter(&self, counter: &'a Counter) -> Worded<CounterView> {
        let words = self.words;
        let origin = Origin::of(self.municipality, counter.source.as_ref(), counter.section.as_ref());
        let read = self.extent(origin);
        let hours = counter.hours.as_ref().and_then(Said::value);
        let hours_fact = match hours {
            Some(_) => None,
            None => Some(words.fact("label-hours", counter.hours.as_ref(), read, |_| Ok(String::new()))?),
        };
        let facts = [
            words.fact_if("label-address", counter.address.as_ref(), |address| {
                Ok(words.japanese(&address.to_string()))
            })?,
            words.fact_if("label-reservation", counter.reservation.as_ref(), |kind| words.term(kind))?,
            words.fact_if("label-crowding", counter.crowding_shown.as_ref(), |yes| words.yes_no(*yes))?,
            words.fact_if("label-jurisdiction", counter.jurisdiction.as_ref(), |kind| words.term(kind))?,
        ];
        let only_for: Vec<String> = counter.only_for.iter().map(|id| words.applicant(id)).collect();
        Ok(CounterView {
            name: words.label(&counter.name),
            kind: words.term(&counter.kind)?,
            several: counter.several,
            hours: hours.map(|hours| words.hours(hours)).transpose()?,
            hours_fact,
            irregular: self.irregular(counter)?,
            facts: facts.into_iter().flatten().collect(),
            only_for: if only_for.is_empty() { None } else { Some(words.list(&only_for)?) },
            notes: words.notes(&counter.notes),
            origin: origin.map(|origin| words.origin(origin)).transpose()?,
        })
    }

    fn irregular(&self, counter: &Counter) -> Worded<Vec<IrregularView>> {
        let rules = counter.irregular.iter();
        rules
            .map(|said| match said {
                Said::Unclear(note) => {
                    Ok(IrregularView { text: self.words.note(note), unclear: true, announced_at: None })
                }
                Said::Value(rule) => Ok(IrregularView {
                    text: self.words.irregular(rule)?,
                    unclear: false,
                    announced_at: match &rule.on {
                        Said::Value(
                            Occasion::HolidaysWithin { announced_at, .. }
                            | Occasion::AnnouncedElsewhere { announced_at },
                        ) => announced_at.as_ref().map(ToString::to_string),
                        _ => None,
                    },
                }),
            })
            .collect()
    }

    pub(crate) fn ways_of(&self, subject: &Subject<'_>) -> Worded<Vec<WayView>> {
        let ways = subject.procedure.elsewhere.iter();
        ways.map(|(channel, way)| self.way_view(subject, *channel, way)).collect()
    }

    fn way_view<'d>(&self, subject: &Subject<'d>, channel: Channel, way: &'d Elsewhere) -> Worded<WayView> {
        let words = self.words;
        let origin = subject.at(way.source.as_ref(), way.section.as_ref());
        let unclear_offer = way.offered.as_ref().filter(|offered| offered.unclear().is_some());
        let hours = way.hours.as_ref().and_then(Said::value);
        let only_for = (!way.only_for.is_empty()).then(|| Said::Value(way.only_for.clone()));
        let unclear_hours = way.hours.as_ref().filter(|hours| hours.unclear().is_some());
        let facts = [
            words.fact_if("label-offered", unclear_offer, |yes| words.yes_no(*yes))?,
            words.fact_if("label-pins", way.pins.as_ref(), |pins| words.pins(pins))?,
            words.fact_if("label-only-for", only_for.as_ref(), |ids| {
                words.list(&ids.iter().map(|id| words.applicant(id)).collect::<Vec<_>>())
            })?,
            words.fact_if("label-software", way.software.as_ref(), |name| Ok(words.japanese(&name.to_string())))?,
            words.fact_if("label-hours", unclear_hours, |_| Ok(String::new()))?,
        ];
        Ok(WayView {
            name: words.term(&channel)?,
            refused: matches!(way.offered, Some(Said::Value(false))),
            facts: facts.into_iter().flatten().collect(),
            requires: words.entries(&way.requires, |id| Ok(words.condition(id)))?,
            not_if: words.entries(&way.not_if, |id| Ok(words.condition(id)))?,
            hours: hours.map(|hours| words.hours(hours)).transpose()?,
            link: way.link.as_ref().map(ToString::to_string),
            notes: words.notes(&way.notes),
            origin: words.origin(origin)?,
        })
    }

    /// The contact; where the file has none, every place of it is silent or unread.
    pub(crate) fn contact(&self) -> Worded<ContactView> {
        let words = self.words;
        let contact: Option<&Contact> = self.municipality.contact.as_ref();
        let origin = Origin::of(
            self.municipality,
            contact.and_then(|contact| contact.source.as_ref()),
            contact.and_then(|contact| contact.section.as_ref()),
        );
        let read = self.extent(origin);
        let hours = contact.and_then(|contact| contact.hours.as_ref());
        let text = |text: &dyn ToString| Ok(words.japanese(&text.to_string()));
        let mut facts = vec![
            words.fact("label-unit", contact.and_then(|c| c.unit.as_ref()), read, |unit| Ok(words.label(unit)))?,
            words.fact("label-telephone", contact.and_then(|c| c.telephone.as_ref()), read, |t| text(t))?,
            words.fact("label-fax", contact.and_then(|c| c.fax.as_ref()), read, |t| text(t))?,
            words.fact("label-postal-code", contact.and_then(|c| c.postal_code.as_ref()), read, |t| text(t))?,
            words.fact("label-address", contact.and_then(|c| c.address.as_ref()), read, |t| text(t))?,
            words
                .fact("label-mail-form", contact.and_then(|c| c.mail_form.as_ref()), read, |yes| words.yes_no(*yes))?,
        ];
        if hours.and_then(Said::value).is_none() {
            facts.push(words.fact("label-call-hours", hours, read, |_| Ok(String::new()))?);
        }
        Ok(ContactView {
            facts,
            hours: hours.and_then(Said::value).map(|hours| words.hours(hours)).transpose()?,
            origin: origin.map(|origin| words.origin(origin)).transpose()?,
        })
    }
}
