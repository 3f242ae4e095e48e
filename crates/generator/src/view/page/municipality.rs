use madoguchi_schema::dataset::MunicipalityFile;
use madoguchi_schema::model::{Extent, State};
use serde::Serialize;

use super::{Context, Correct, municipality_path, procedure_path};
use crate::export::feed;
use crate::facet::{FACETS, Subject};
use crate::view::calendar::CalendarsView;
use crate::view::city::{ClassView, FormView, SlipView, SourceView};
use crate::view::counter::{ContactView, CounterView};
use crate::view::frame::{Frame, LinkView, Place, root};
use crate::view::pins::{CertificatesView, PinsView};
use crate::view::state::{EntryView, StateView};
use crate::view::words::{ReadingsView, Worded};

/// Everything about one municipality.
#[derive(Debug, Serialize)]
pub(crate) struct MunicipalityPage {
    frame: Frame,
    name: String,
    readings: ReadingsView,
    code: String,
    prefecture: String,
    procedures: Vec<ProcedureSummary>,
    contact: ContactView,
    counters: Vec<CounterView>,
    calendars: Option<CalendarsView>,
    feed: String,
    /// The calendar file, where it has a day.
    ics: Option<String>,
    classes: Vec<ClassView>,
    forms: Vec<FormView>,
    terms: Vec<EntryView>,
    pins: Option<PinsView>,
    certificates: Option<CertificatesView>,
    slips: Vec<SlipView>,
    /// What a part is of which the page says nothing.
    unsaid: StateView,
    sources: Vec<SourceView>,
    correct: Option<Correct>,
}

/// A procedure, with how much of it the page says.
#[derive(Debug, Serialize)]
struct ProcedureSummary {
    link: LinkView,
    about: String,
    states: Vec<StateCount>,
    /// What the page leaves unsaid, in the order of the facets.
    silent: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct StateCount {
    state: StateView,
    count: usize,
}

impl MunicipalityPage {
    pub(crate) fn new<'a>(context: &Context<'a>, file: &'a MunicipalityFile) -> Worded<Self> {
        let words = context.words;
        let city = context.city(file);
        let municipality = &file.municipality;
        let path = municipality_path(file);
        let (name, full_name) = (context.name(file), context.full_name(file)?);
        let place = Place {
            path: &path,
            title: words.say_of("municipality-title", &full_name)?,
            description: words.say_of("municipality-description", &full_name)?,
            crumbs: Vec::new(),
        };
        let summaries = context.subjects(file);
        let is_whole = municipality.sources.values().all(|source| source.read == Extent::Whole);
        Ok(Self {
            frame: context.frame(place)?,
            name,
            readings: words.readings(&municipality.name),
            code: municipality.municipality.to_string(),
            prefecture: words.prefecture(municipality.municipality.prefecture()),
            procedures: summaries.iter().map(|subject| summary(context, &path, subject)).collect::<Worded<_>>()?,
            contact: city.contact()?,
            counters: city.counters(context.day())?,
            calendars: city.calendars(context.day(), &context.dataset.holidays)?,
            feed: format!("{}{}", root(&path), feed::path(file)),
            ics: ics(context, file).map(|below| format!("{}{below}", root(&path))),
            classes: city.classes(context.day())?,
            forms: city.forms()?,
            terms: city.terms(),
            pins: city.pins(&context.dataset.baseline)?,
            certificates: city.certificates()?,
            slips: city.slips(),
            unsaid: words.state(if is_whole { State::Silent } else { State::Unread })?,
            sources: city.sources()?,
            correct: context.correct(file),
        })
    }
}

#[cfg(feature = "downloads")]
fn ics(context: &Context<'_>, file: &MunicipalityFile) -> Option<String> {
    use crate::export::ics;
    ics::has_days(context.dataset, file).then(|| ics::path(file))
}

#[cfg(not(feature = "downloads"))]
fn ics(_: &Context<'_>, _: &MunicipalityFile) -> Option<String> {
    None
}

fn summary(context: &Context<'_>, path: &str, subject: &Subject<'_>) -> Worded<ProcedureSummary> {
    let words = context.words;
    let found: Vec<_> = FACETS.iter().map(|facet| (facet, (facet.of)(subject).fact.state())).collect();
    let silent = found.iter().filter(|(_, state)| *state == State::Silent).map(|(facet, _)| words.facet(facet));
    let entry = context.dataset.vocabulary.procedures.get(subject.id);
    Ok(ProcedureSummary {
        link: LinkView::to(format!("{}{}", root(path), procedure_path(subject)), words.procedure(subject.id)),
        about: entry.map(|entry| words.note(&entry.about)).unwrap_or_default(),
        states: states(context, subject)?,
        silent: silent.collect::<Worded<_>>()?,
    })
}

/// How many facets the page states, leaves unsaid …: only the states that there are.
pub(super) fn states(context: &Context<'_>, subject: &Subject<'_>) -> Worded<Vec<StateCount>> {
    let found: Vec<State> = FACETS.iter().map(|facet| (facet.of)(subject).fact.state()).collect();
    let states = [State::Stated, State::Silent, State::Unclear, State::Unread].into_iter();
    let counts = states.map(|state| (state, found.iter().filter(|found| **found == state).count()));
    counts
        .filter(|(_, count)| *count > 0)
        .map(|(state, count)| Ok(StateCount { state: context.words.state(state)?, count }))
        .collect()
}
