use madoguchi_schema::model::{Extent, Fact, Said, State};
use madoguchi_schema::scalar::PageDate;
use serde::Serialize;

use super::words::{DateView, Glosses, Worded, Words};
use crate::facet::Origin;

/// A state as a glyph and a word; the style adds a border. Colour alone says nothing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct StateView {
    pub(crate) name: &'static str,
    pub(crate) glyph: &'static str,
    pub(crate) word: String,
}

/// Where a fact was read: the page with its own date, the heading, and the day it was read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct OriginView {
    pub(crate) id: String,
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) section: Option<String>,
    pub(crate) page_date: Option<DateView>,
    pub(crate) read_on: DateView,
    pub(crate) part: bool,
}

/// A line of a value: the text, the same in the city's own notation, and what is said of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub(crate) struct LineView {
    pub(crate) text: String,
    pub(crate) own: Option<String>,
    pub(crate) remarks: Vec<String>,
}

impl From<String> for LineView {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// A fact with its state.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct FactView {
    /// Its anchor, where it has one.
    pub(crate) id: Option<String>,
    pub(crate) label: String,
    pub(crate) state: StateView,
    /// What is stated; also beside something unclear.
    pub(crate) lines: Vec<LineView>,
    /// Why it is unclear.
    pub(crate) note: Option<String>,
    /// The steps depend on a condition.
    pub(crate) varies: bool,
    /// What holds everywhere, shown where it is known.
    pub(crate) national: Option<String>,
    pub(crate) origin: Option<OriginView>,
}

impl FactView {
    /// Takes out what has been explained before.
    pub(crate) fn explain_once(&mut self, glosses: &mut Glosses) {
        glosses.once(&mut self.label);
        self.lines.iter_mut().for_each(|line| glosses.once(&mut line.text));
    }
}

/// One element of a list, of which each may be unclear.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct EntryView {
    pub(crate) text: String,
    pub(crate) unclear: bool,
}

impl Words<'_> {
    pub(crate) fn state(&self, state: State) -> Worded<StateView> {
        let glyph = match state {
            State::Stated => "●",
            State::Silent => "—",
            State::Unclear => "?",
            State::Unread => "…",
        };
        Ok(StateView { name: state.name(), glyph, word: self.term(&state)? })
    }

    pub(crate) fn origin(&self, origin: Origin<'_>) -> Worded<OriginView> {
        let page_date = match origin.source.page_date {
            PageDate::On(day) => Some(self.date(day)?),
            PageDate::Unknown => None,
        };
        Ok(OriginView {
            id: origin.id.to_string(),
            href: origin.source.url.to_string(),
            title: self.japanese(origin.source.title.as_str()),
            section: origin.section.map(|section| self.japanese(section.as_str())),
            page_date,
            read_on: self.date(origin.source.read_on)?,
            part: origin.source.read == Extent::Part,
        })
    }

    /// A place of a file as a fact: absent places are shown too, as silent or unread.
    pub(crate) fn fact<T>(
        &self,
        label: &str,
        said: Option<&Said<T>>,
        read: Extent,
        text: impl FnOnce(&T) -> Worded,
    ) -> Worded<FactView> {
        let fact = Fact::of(said, read);
        let state = self.state(fact.state())?;
        let (lines, note) = match fact {
            Fact::Stated(value) => (vec![text(value)?.into()], None),
            Fact::Unclear(note) => (Vec::new(), Some(self.note(&note))),
            Fact::Silent | Fact::Unread => (Vec::new(), None),
        };
        let label = self.say(label)?;
        Ok(FactView { id: None, label, state, lines, note, varies: false, national: None, origin: None })
    }

    /// The same, for places that are shown only where the page says something.
    pub(crate) fn fact_if<T>(
        &self,
        label: &str,
        said: Option<&Said<T>>,
        text: impl FnOnce(&T) -> Worded,
    ) -> Worded<Option<FactView>> {
        said.map(|said| self.fact(label, Some(said), Extent::Whole, text)).transpose()
    }

    /// A list as one fact, where it has any element.
    pub(crate) fn fact_list_if<T>(
        &self,
        label: &str,
        list: &[Said<T>],
        text: impl Fn(&T) -> Worded,
    ) -> Worded<Option<FactView>> {
        if list.is_empty() { Ok(None) } else { self.fact_list(label, list, Extent::Whole, text).map(Some) }
    }

    /// A list of which elements may be unclear.
    pub(crate) fn entries<T>(&self, list: &[Said<T>], text: impl Fn(&T) -> Worded) -> Worded<Vec<EntryView>> {
        list.iter()
            .map(|said| match said {
                Said::Value(value) => Ok(EntryView { text: text(value)?, unclear: false }),
                Said::Unclear(note) => Ok(EntryView { text: self.note(note), unclear: true }),
            })
            .collect()
    }

    /// A list as one fact: its elements in one line, an unclear one as the note.
    pub(crate) fn fact_list<T>(
        &self,
        label: &str,
        list: &[Said<T>],
        read: Extent,
        text: impl Fn(&T) -> Worded,
    ) -> Worded<FactView> {
        let entries = self.entries(list, text)?;
        let (unclear, stated): (Vec<_>, Vec<_>) = entries.into_iter().partition(|entry| entry.unclear);
        let state = match (unclear.is_empty(), stated.is_empty()) {
            (false, _) => State::Unclear,
            (true, false) => State::Stated,
            (true, true) => Fact::<()>::absent(read).state(),
        };
        let texts: Vec<String> = stated.into_iter().map(|entry| entry.text).collect();
        let notes: Vec<String> = unclear.into_iter().map(|entry| entry.text).collect();
        Ok(FactView {
            id: None,
            label: self.say(label)?,
            state: self.state(state)?,
            lines: if texts.is_empty() { Vec::new() } else { vec![self.list(&texts)?.into()] },
            note: (!notes.is_empty()).then(|| notes.join(" ")),
            varies: false,
            national: None,
            origin: None,
        })
    }

    pub(crate) fn yes_no(&self, yes: bool) -> Worded {
        self.say(if yes { "yes" } else { "no" })
    }
}
