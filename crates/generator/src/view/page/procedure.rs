use madoguchi_schema::model::{Said, State};
use madoguchi_schema::scalar::Day;
use madoguchi_schema::yaml::Route;
use serde::Serialize;

use super::comparison::MOST_TOGETHER;
use super::have::have_path;
use super::{
    Context, Correct, compare_path, compare_prefecture_path, facet_path, facts_path, municipality_path, procedure_path,
};
use super::{checklist, decide};
use crate::Lang;
use crate::facet::{Group, Subject};
use crate::view::answer::AnswerView;
use crate::view::applicant::ApplicantView;
use crate::view::city::{City, ClassView, Names, SourceView};
use crate::view::counter::{CounterView, WayView};
use crate::view::differs::Differs;
use crate::view::frame::{Frame, LinkView, Place, root};
use crate::view::government_service::GovernmentService;
use crate::view::state::{FactView, OriginView, StateView};
use crate::view::words::{Glosses, Worded, without_glosses};

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
    /// A sheet to print and tick for each applicant.
    checklists: Vec<LinkView>,
    have: LinkView,
    decide: LinkView,
    same_as: Option<LinkView>,
    same_as_unclear: Option<String>,
    answers: Vec<AnswerView>,
    differs: Option<Differs>,
    rules: Vec<FactView>,
    notes: Vec<String>,
    applicants: Vec<ApplicantView>,
    ways: Vec<WayView>,
    counters: Vec<CounterView>,
    /// Where all of them were read, where that is one place.
    counters_origin: Option<OriginView>,
    counters_unclear: Vec<String>,
    telephone: Option<String>,
    not_at: Vec<String>,
    classes: Vec<ClassView>,
    classes_origin: Option<OriginView>,
    /// What the page does not say, or not clearly, in the order of the facets.
    unsaid: Vec<UnsaidView>,
    facts: LinkView,
    sources: Vec<SourceView>,
    correct: Option<Correct>,
    /// The page for search engines.
    service: GovernmentService,
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
        let name = context.full_name(subject.file)?;
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
        let followed = same_as
            .and_then(Said::value)
            .filter(|_| subject.procedure.applicants.is_empty() && subject.followed.is_some());
        let (mut counters, counters_unclear) = city.counters_of(subject, context.day())?;
        let counters_origin = shared_origin(counters.iter_mut().map(|counter| &mut counter.origin).collect());
        let mut classes = classes(&city, context.day())?;
        let classes_origin = shared_origin(classes.iter_mut().map(|class| &mut class.origin).collect());
        let telephone = subject.municipality().contact.as_ref().and_then(|contact| contact.telephone.as_ref());
        let entry = words.vocabulary.procedures.get(subject.id);
        let frame = context.frame(place)?;
        Ok(Self {
            service: GovernmentService::new(context, subject, &procedure, frame.canonical.clone()),
            frame,
            about: entry.map(|entry| words.note(&entry.about)).unwrap_or_default(),
            reasons: subject.procedure.reasons.iter().map(|reason| words.term(reason)).collect::<Worded<_>>()?,
            compare: LinkView::to(format!("{root}{}", compare_path(subject.id)), procedure.as_str()),
            checklists: checklist::links(context, subject, &root),
            have: LinkView::to(format!("{root}{}", have_path(subject.id)), words.say("have-link")?),
            decide: LinkView::to(format!("{root}{}", decide::PATH), words.say("decide-link")?),
            same_as: followed.map(|id| {
                LinkView::to(format!("{root}m/{}/{id}.html", subject.municipality().municipality), words.procedure(id))
            }),
            same_as_unclear: same_as.and_then(Said::unclear).map(|note| words.note(note)),
            answers: city.with(Names::Short).answers(subject)?,
            // Readers of plain Japanese come for what to do; the comparison is one link away.
            differs: if words.lang == Lang::Plain { None } else { differs(context, &root, subject)? },
            rules: rules(&city, subject)?,
            notes: words.notes(&subject.procedure.notes),
            // A procedure that follows another leads to the steps there.
            applicants: if followed.is_some() { Vec::new() } else { applicants(context, &city, subject)? },
            ways: city.ways_of(subject)?,
            counters,
            counters_origin,
            counters_unclear,
            telephone: telephone.and_then(Said::value).map(ToString::to_string),
            not_at: subject.procedure.not_at.iter().map(|id| city.counter_name(id)).collect(),
            classes,
            classes_origin,
            unsaid: unsaid(context, subject)?,
            facts: LinkView::to(facts_href(subject), words.say("procedure-facts")?),
            sources: city.sources()?,
            correct: context.correct_procedure(&path, subject),
            name,
            municipality,
            procedure,
        })
    }
}

/// The applicants, each with its place in the repository.
fn applicants(context: &Context<'_>, city: &City<'_>, subject: &Subject<'_>) -> Worded<Vec<ApplicantView>> {
    let mut views = city.applicants(subject)?;
    let (id, rule) = (subject.id, subject.procedure);
    // A superseded rule stands elsewhere in the file.
    let is_current = subject.municipality().procedures.get(id).is_some_and(|current| std::ptr::eq(current, rule));
    if is_current {
        let block = Route::root().key("procedures").key(id).key("applicants");
        for view in &mut views {
            view.line = context.line(subject.file, &block.key(&view.id));
        }
    }
    Ok(views)
}

/// The classes of documents, with each explanation once.
fn classes(city: &City<'_>, day: Day) -> Worded<Vec<ClassView>> {
    let mut glosses = Glosses::default();
    let mut classes = city.classes(day)?;
    for class in &mut classes {
        for document in &mut class.documents {
            glosses.once(&mut document.name);
            document.remarks.iter_mut().for_each(|text| glosses.once(text));
        }
        class.facts.iter_mut().for_each(|fact| fact.explain_once(&mut glosses));
    }
    Ok(classes)
}

/// The one place where several blocks were read: it is told once, below them.
fn shared_origin(origins: Vec<&mut Option<OriginView>>) -> Option<OriginView> {
    let shared = origins.first().and_then(|first| (**first).clone())?;
    let is_shared = origins.len() > 1 && origins.iter().all(|origin| origin.as_ref() == Some(&shared));
    is_shared.then(|| {
        origins.into_iter().for_each(|origin| *origin = None);
        shared
    })
}

/// What sets the procedure apart from the national rule and from most municipalities.
fn differs<'a>(context: &Context<'a>, root: &str, subject: &Subject<'a>) -> Worded<Option<Differs>> {
    let Some(survey) = context.survey(subject.id) else { return Ok(None) };
    let city = context.city(subject.file).with(Names::Shared);
    let code = &subject.municipality().municipality;
    let table = match survey.subjects.len() > MOST_TOGETHER {
        true => compare_prefecture_path(subject.id, code.prefecture()),
        false => compare_path(subject.id),
    };
    let href = format!("{root}{table}?m={code}");
    let compare = LinkView::to(href, context.words.say("differs-compare")?);
    Differs::new(&city, survey, subject, compare, |column| format!("{root}{}", facet_path(subject.id, column.facet)))
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
    let mut glosses = Glosses::default();
    let facets = Group::ALL.map(|group| {
        let states = group.facets().map(|facet| (facet, (facet.of)(subject).fact.state()));
        (group, states.collect::<Vec<_>>())
    });
    for state in [State::Unclear, State::Silent, State::Unread] {
        let mut groups = Vec::new();
        for (group, facets) in &facets {
            let found = facets.iter().filter(|(_, known)| *known == state);
            let labels: Vec<String> = found.map(|(facet, _)| words.facet(facet)).collect::<Worded<_>>()?;
            if !labels.is_empty() {
                let mut facets = words.list(&labels)?;
                glosses.once(&mut facets);
                groups.push(UnsaidGroup { name: without_glosses(&words.group(*group)?), facets });
            }
        }
        if !groups.is_empty() {
            views.push(UnsaidView { state: words.state(state)?, groups });
        }
    }
    Ok(views)
}
