use std::collections::BTreeSet;

use madoguchi_schema::model::{Applicant, Extent, ListedDocument, Person, Said, State, Step};
use madoguchi_schema::scalar::ApplicantId;
use serde::Serialize;

use super::{Context, municipality_path, procedure_path};
use crate::facet::Subject;
use crate::view::city::{City, Names, class_anchor};
use crate::view::flow::{FlowView, StepView};
use crate::view::frame::{Frame, LinkView, Place, root};
use crate::view::item::ItemView;
use crate::view::sheet::{Sheet, Size};
use crate::view::state::{OriginView, StateView};
use crate::view::words::Worded;

/// More counters than this have no place on a sheet; how many are left out is said.
const MOST_COUNTERS: usize = 8;
/// The same of the documents of a class.
const MOST_DOCUMENTS: usize = 14;

/// One sheet of paper for one applicant: what to bring when and where, to print and tick.
#[derive(Debug, Serialize)]
pub(crate) struct Checklist {
    frame: Frame,
    name: String,
    procedure: LinkView,
    applicant: String,
    about: String,
    /// Under which ticks are kept on the device: what the page says may change with its next reading.
    key: String,
    size: Size,
    flows: Vec<FlowView>,
    /// The municipality's lists for which something is asked.
    classes: Vec<ListView>,
    /// The steps were not read to their end.
    cut: Option<StateView>,
    counters: Vec<WhereView>,
    more_counters: usize,
    telephone: Option<String>,
    origin: OriginView,
    others: Vec<LinkView>,
}

/// A class of identity documents, in one line.
#[derive(Debug, Serialize)]
struct ListView {
    name: String,
    documents: String,
    more: usize,
    /// The list was not read to its end, or not at all.
    unread: Option<StateView>,
    /// What the page lists and is not valid any more, where it lists nothing else.
    expired: Option<String>,
    open_ended: bool,
    list_elsewhere: bool,
}

#[derive(Debug, Serialize)]
struct WhereView {
    name: String,
    hours: Option<String>,
    state: Option<StateView>,
    /// Days with other hours.
    other: Vec<String>,
}

/// Where the checklist of an applicant stands.
pub(crate) fn checklist_path(subject: &Subject<'_>, id: &ApplicantId) -> String {
    format!("checklist/{}/{}/{id}.html", subject.municipality().municipality, subject.id)
}

/// The applicants of whom the page states something to bring.
pub(crate) fn listed<'d>(subject: &Subject<'d>) -> impl Iterator<Item = (&'d ApplicantId, &'d Applicant)> + use<'d> {
    let applicants = subject.applicants();
    applicants.iter().filter(move |(_, applicant)| {
        let refused = matches!(applicant.accepted, Some(Said::Value(false)));
        let followed = applicant.treated_as.as_ref().and_then(|id| applicants.get(id)).unwrap_or(applicant);
        let flows = followed.flows.iter().map(|flow| flow.steps.as_slice());
        let steps = match &followed.steps {
            Some(Said::Value(steps)) => steps.as_slice(),
            _ => &[],
        };
        !refused && flows.chain([steps]).flatten().any(brings)
    })
}

fn brings(step: &Step) -> bool {
    matches!(step, Step::Visit(visit) if matches!(visit.bring, Some(Said::Value(_))))
}

/// Whether an applicant has a checklist.
pub(crate) fn has_checklist(subject: &Subject<'_>, id: &ApplicantId) -> bool {
    listed(subject).any(|(known, _)| known == id)
}

/// The checklists of a procedure, as seen from a page.
pub(crate) fn links(context: &Context<'_>, subject: &Subject<'_>, root: &str) -> Vec<LinkView> {
    let link = |id| LinkView::to(format!("{root}{}", checklist_path(subject, id)), context.words.applicant(id));
    listed(subject).map(|(id, _)| link(id)).collect()
}

impl Checklist {
    pub(crate) fn new<'a>(
        context: &Context<'a>,
        subject: &Subject<'a>,
        id: &'a ApplicantId,
        applicant: &'a Applicant,
    ) -> Worded<Self> {
        let words = context.words;
        let city = context.city(subject.file);
        let path = checklist_path(subject, id);
        let root = root(&path);
        let name = context.full_name(subject.file)?;
        let entry = words.vocabulary.applicants.get(id);
        let visitor = entry.map_or(Person::Principal, |entry| entry.person);
        let origin = subject.applicant_origin(applicant);
        let followed = applicant.treated_as.as_ref().and_then(|id| subject.applicants().get(id)).unwrap_or(applicant);
        let procedure = LinkView::to(format!("{root}{}", procedure_path(subject)), words.procedure(subject.id));
        let who = words.applicant(id);
        let named = [
            ("name", name.as_str().into()),
            ("procedure", procedure.text.as_str().into()),
            ("applicant", who.as_str().into()),
        ];
        let place = Place {
            path: &path,
            title: words.say_with("checklist-title", &named)?,
            description: words.say_with("checklist-description", &named)?,
            crumbs: vec![
                LinkView::to(format!("{root}{}", municipality_path(subject.file)), name.as_str()),
                procedure.clone(),
            ],
        };
        let flows = city.with(Names::Short).flows(&who, followed, visitor, origin.source.read)?;
        let (all, _) = city.counters_of(subject, context.day())?;
        let mut counters = Vec::new();
        for counter in all.iter().take(MOST_COUNTERS) {
            counters.push(WhereView {
                name: counter.name.clone(),
                hours: counter.hours.as_ref().map(|hours| words.hours_line(hours)).transpose()?,
                state: counter.hours_fact.as_ref().map(|fact| fact.state.clone()),
                other: counter.irregular.iter().filter(|one| !one.unclear).map(|one| one.text.clone()).collect(),
            });
        }
        let telephone = subject.municipality().contact.as_ref().and_then(|contact| contact.telephone.as_ref());
        let mut view = Self {
            frame: context.frame(place)?,
            key: format!("{}/{}/{id}/{}", subject.municipality().municipality, subject.id, origin.source.read_on),
            about: entry.map(|entry| words.note(&entry.about)).unwrap_or_default(),
            applicant: who,
            size: Size::default(),
            classes: lists(context, &city, &flows)?,
            flows,
            cut: (followed.steps_read == Some(Extent::Part)).then(|| words.state(State::Unread)).transpose()?,
            more_counters: all.len() - counters.len(),
            counters,
            telephone: telephone.and_then(Said::value).map(ToString::to_string),
            origin: words.origin(origin)?,
            others: links(context, subject, &root).into_iter().filter(|link| !link.href.ends_with(&path)).collect(),
            name,
            procedure,
        };
        view.size = view.sheet().size();
        Ok(view)
    }

    /// What is printed, as the lines that it takes.
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::default();
        sheet.line(1.6, &self.frame.title);
        sheet.line(1.0, &self.about);
        for flow in &self.flows {
            sheet.line(1.0, flow.condition.as_deref().unwrap_or_default());
            flow.steps.iter().for_each(|step| step_lines(&mut sheet, step));
        }
        for class in &self.classes {
            sheet.line(1.0, &format!("{}: {}----------", class.name, class.documents));
        }
        for counter in &self.counters {
            let hours = counter.hours.as_deref().unwrap_or("----------");
            sheet.line(1.0, &format!("{} {hours} / {}", counter.name, counter.other.join(" / ")));
        }
        // The headings of the two last parts, the lines to confirm, the address.
        (0..6).for_each(|_| sheet.line(1.0, "-"));
        let section = self.origin.section.as_deref().unwrap_or_default();
        sheet.line(1.0, &format!("{} {section} {}", self.origin.title, "-".repeat(60)));
        sheet
    }
}

/// The classes that the flows ask for, without documents of which none is valid.
fn lists(context: &Context<'_>, city: &City<'_>, flows: &[FlowView]) -> Worded<Vec<ListView>> {
    let words = context.words;
    let mut asked = BTreeSet::new();
    flows.iter().flat_map(|flow| &flow.steps).for_each(|step| anchors(&step.items, &mut asked));
    let classes = city.municipality.identity_documents.iter();
    let wanted = classes.filter(|(name, _)| asked.contains(&format!("#{}", class_anchor(name))));
    let views = wanted.map(|(name, class)| {
        let (expired, known): (Vec<_>, Vec<_>) = class.documents.iter().partition(|listed| {
            let entry = words.vocabulary.documents.get(&listed.document);
            entry.and_then(|entry| entry.invalid_from).is_some_and(|from| from <= context.day())
        });
        // The glosses of plain Japanese stand with the document itself; a list of names is long as it is.
        let short = |name: String| name.split('<').next().unwrap_or_default().to_owned();
        let names = |listed: &[&ListedDocument]| -> Vec<String> {
            listed.iter().map(|listed| short(words.document(&listed.document))).collect()
        };
        let (names, expired) = (names(&known), names(&expired));
        let is_unread = class.documents_read == Some(Extent::Part)
            || (names.is_empty() && city.class_extent(class) == Extent::Part);
        let shown = &names[..names.len().min(MOST_DOCUMENTS)];
        Ok(ListView {
            name: city.class(name),
            documents: words.list(shown)?,
            more: names.len() - shown.len(),
            unread: is_unread.then(|| words.state(State::Unread)).transpose()?,
            expired: (names.is_empty() && !expired.is_empty()).then(|| words.list(&expired)).transpose()?,
            open_ended: class.open_ended,
            list_elsewhere: class.list_elsewhere,
        })
    });
    views.collect()
}

/// Where the classes of some things stand.
fn anchors(items: &[ItemView], found: &mut BTreeSet<String>) {
    for item in items {
        found.extend(item.ways.iter().flatten().filter_map(|paper| paper.href.clone()));
        item.lists.iter().for_each(|list| anchors(list, found));
    }
}

fn step_lines(sheet: &mut Sheet, step: &StepView) {
    sheet.gap();
    sheet.line(1.15, &step.title);
    sheet.line(1.0, step.items_note.as_deref().unwrap_or_default());
    sheet.line(1.0, step.items_state.as_ref().map_or("", |state| state.word.as_str()));
    step.items.iter().for_each(|item| item_lines(sheet, item, 0));
    for receive in &step.receive {
        sheet.line(1.0, &format!("----{receive}"));
    }
    let facts = step.facts.iter().map(|fact| {
        let lines: Vec<&str> = fact.lines.iter().map(|line| line.text.as_str()).collect();
        format!("{}: {} {}------", fact.label, lines.join(" "), fact.note.as_deref().unwrap_or_default())
    });
    sheet.line(1.0, &facts.collect::<String>());
    for cases in [&step.counters, &step.refused_if, &step.restart_if] {
        let texts: Vec<&str> = cases.iter().map(|case| case.text.as_str()).collect();
        if !texts.is_empty() {
            sheet.line(1.0, &format!("------------{}", texts.join("----")));
        }
    }
}

fn item_lines(sheet: &mut Sheet, item: &ItemView, depth: usize) {
    let indent = "--".repeat(depth + 1);
    let ways = item.ways.iter().map(|way| way.iter().map(|paper| paper.text.as_str()).collect::<Vec<_>>().join("----"));
    let ways: Vec<String> = ways.collect();
    sheet.line(1.0, &format!("{indent}{} {}", item.text, ways.join("----")));
    if !item.remarks.is_empty() {
        sheet.line(0.9, &format!("{indent}{}", item.remarks.join("--")));
    }
    for list in &item.lists {
        list.iter().for_each(|item| item_lines(sheet, item, depth + 1));
    }
}
