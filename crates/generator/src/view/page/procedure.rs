use madoguchi_schema::model::{Said, State};
use serde::Serialize;

use super::{Context, Correct, compare_path, facts_path, municipality_path, procedure_path};
use crate::facet::{Group, Subject};
use crate::view::answer::AnswerView;
use crate::view::applicant::ApplicantView;
use crate::view::city::{City, ClassView, SourceView};
use crate::view::counter::{CounterView, WayView};
use crate::view::frame::{Frame, LinkView, Place, root};
use crate::view::state::{FactView, StateView};
use crate::view::words::Worded;

/// The page that a resident reads: the answer first.
#[derive(Debug, Serialize)]
pub(crate) struct ProcedurePage {
    frame: Frame,
    name: String,
    municipality: LinkView,
    procedure: String,
    about: String,
    reasons: Vec<String>,
    compare: LinkView,
    same_as: Option<LinkView>,
    same_as_unclear: Option<String>,
    answers: Vec<AnswerView>,
    rules: Vec<FactView>,
    notes: Vec<String>,
    applicants: Vec<ApplicantView>,
    ways: Vec<WayView>,
    counters: Vec<CounterView>,
    counters_unclear: Vec<String>,
    not_at: Vec<String>,
    classes: Vec<ClassView>,
    /// What the page does not say, or not clearly, in the order of the facets.
    unsaid: Vec<UnsaidView>,
    facts: LinkView,
    /// Sections of the municipality's page.
    more: Vec<LinkView>,
    sources: Vec<SourceView>,
    correct: Option<Correct>,
}

/// Facets that are not stated, by state.
#[derive(Debug, Serialize)]
struct UnsaidView {
    state: StateView,
    groups: Vec<UnsaidGroup>,
}

#[derive(Debug, Serialize)]
struct UnsaidGroup {
    name: String,
    facets: String,
}

impl ProcedurePage {
    pub(crate) fn new<'a>(context: &Context<'a>, subject: &Subject<'a>) -> Worded<Self> {
        let words = context.words;
        let city = context.city(subject.file);
        let path = procedure_path(subject);
        let root = root(&path);
        let name = context.name(subject.file);
        let procedure = words.procedure(subject.id);
        let municipality = LinkView::to(format!("{root}{}", municipality_path(subject.file)), name.as_str());
        let named = [("name", name.as_str().into()), ("procedure", procedure.as_str().into())];
        let place = Place {
            path: &path,
            title: words.say_with("procedure-title", &named)?,
            description: words.say_with("procedure-description", &named)?,
            crumbs: vec![municipality.clone()],
        };
        let same_as = subject.procedure.same_as.as_ref();
        let followed = same_as.and_then(Said::value).filter(|_| subject.procedure.applicants.is_empty());
        let (counters, counters_unclear) = city.counters_of(subject, context.day())?;
        let entry = words.vocabulary.procedures.get(subject.id);
        Ok(Self {
            frame: context.frame(place)?,
            about: entry.map(|entry| words.note(&entry.about)).unwrap_or_default(),
            reasons: subject.procedure.reasons.iter().map(|reason| words.term(reason)).collect::<Worded<_>>()?,
            compare: LinkView::to(format!("{root}{}", compare_path(subject.id)), procedure.as_str()),
            same_as: followed.map(|id| {
                LinkView::to(format!("{root}m/{}/{id}.html", subject.municipality().municipality), words.procedure(id))
            }),
            same_as_unclear: same_as.and_then(Said::unclear).map(|note| words.note(note)),
            answers: city.with_shared_names().answers(subject)?,
            rules: rules(&city, subject)?,
            notes: words.notes(&subject.procedure.notes),
            applicants: city.applicants(subject)?,
            ways: city.ways_of(subject)?,
            counters,
            counters_unclear,
            not_at: subject.procedure.not_at.iter().map(|id| city.counter_name(id)).collect(),
            classes: city.classes()?,
            unsaid: unsaid(context, subject)?,
            facts: LinkView::to(facts_href(subject), words.say("procedure-facts")?),
            more: more(context, &municipality.href, subject)?,
            sources: city.sources()?,
            correct: context.correct(subject.file),
            name,
            municipality,
            procedure,
        })
    }
}

/// What holds for every applicant of the procedure; only what the page says.
fn rules(city: &City<'_>, subject: &Subject<'_>) -> Worded<Vec<FactView>> {
    let words = city.words;
    let rule = subject.procedure;
    let facts = [
        words.fact_if("label-originals-only", rule.originals_only.as_ref(), |yes| words.yes_no(*yes))?,
        words.fact_if("label-valid-only", rule.valid_only.as_ref(), |yes| words.yes_no(*yes))?,
        words.fact_if("label-same-pin-again", rule.same_pin_again.as_ref(), |yes| words.yes_no(*yes))?,
    ];
    Ok(facts.into_iter().flatten().collect())
}

/// The page of facts stands in a folder beside the procedure's page.
fn facts_href(subject: &Subject<'_>) -> String {
    let path = facts_path(subject);
    let folder = format!("m/{}/", subject.municipality().municipality);
    path.strip_prefix(&folder).unwrap_or(&path).to_owned()
}

fn unsaid(context: &Context<'_>, subject: &Subject<'_>) -> Worded<Vec<UnsaidView>> {
    let words = context.words;
    let mut views = Vec::new();
    for state in [State::Unclear, State::Silent, State::Unread] {
        let mut groups = Vec::new();
        for group in Group::ALL {
            let found = group.facets().filter(|facet| (facet.of)(subject).fact.state() == state);
            let labels: Vec<String> = found.map(|facet| words.facet(facet)).collect::<Worded<_>>()?;
            if !labels.is_empty() {
                groups.push(UnsaidGroup { name: words.group(group)?, facets: words.list(&labels)? });
            }
        }
        if !groups.is_empty() {
            views.push(UnsaidView { state: words.state(state)?, groups });
        }
    }
    Ok(views)
}

/// What the municipality's page has besides, where it has it.
fn more(context: &Context<'_>, municipality: &str, subject: &Subject<'_>) -> Worded<Vec<LinkView>> {
    let words = context.words;
    let file = subject.municipality();
    let sections = [
        (true, "contact", "contact-heading"),
        (file.pins.is_some(), "pins", "pins-heading"),
        (file.certificates.is_some(), "certificates", "certificates-heading"),
        (!file.forms.is_empty(), "forms", "forms-heading"),
        (!file.slips.is_empty(), "slips", "slips-heading"),
    ];
    let there = sections.into_iter().filter(|(there, _, _)| *there);
    there.map(|(_, anchor, id)| Ok(LinkView::to(format!("{municipality}#{anchor}"), words.say(id)?))).collect()
}
