use madoguchi_schema::dataset::MunicipalityFile;
use madoguchi_schema::model::{Fact, Source};
use madoguchi_schema::scalar::{Day, ProcedureId};
use serde::Serialize;

use super::national::SourceView;
use super::{Context, municipality_path, procedure_path};
use crate::change::{Change, RuleChange, VersionChange, What, counter_message};
use crate::export::feed;
use crate::facet::{Facet, Subject};
use crate::version::page_date;
use crate::view::city::{City, Names};
use crate::view::frame::{Frame, LinkView, Place};
use crate::view::state::{FactView, OriginView};
use crate::view::words::{DateView, Worded, Words};

pub(crate) const PATH: &str = "changes.html";

/// What changed in the rules, and when: the latest first.
#[derive(Debug, Serialize)]
pub(crate) struct ChangesPage {
    frame: Frame,
    feed: String,
    months: Vec<MonthView>,
}

#[derive(Debug, Serialize)]
struct MonthView {
    id: String,
    name: String,
    changes: Vec<ChangeView>,
}

/// A change of law or systems, or of one municipality's rules.
#[derive(Debug, Serialize)]
struct ChangeView {
    id: String,
    date: DateView,
    to_come: bool,
    /// Only the month or the season is known.
    about: bool,
    /// Only the last day on which it can have changed is known.
    at_latest: bool,
    national: bool,
    place: Option<LinkView>,
    title: LinkView,
    says: Option<String>,
    differences: Vec<DifferenceView>,
    /// What else is known of the difference between two versions of a page.
    note: Option<String>,
    sources: Vec<SourceView>,
    origin: Option<OriginView>,
}

/// A facet before and after.
#[derive(Debug, Serialize)]
struct DifferenceView {
    label: String,
    before: FactView,
    after: FactView,
}

impl ChangesPage {
    pub(crate) fn new(context: &Context<'_>) -> Worded<Self> {
        let words = context.words;
        let place = Place {
            path: PATH,
            title: words.say("changes-title")?,
            description: words.say("changes-description")?,
            crumbs: Vec::new(),
        };
        let mut months: Vec<MonthView> = Vec::new();
        for change in context.shared.changes() {
            let view = view(context, change)?;
            months = in_month(context, months, change.day, view)?;
        }
        Ok(Self { frame: context.frame(place)?, feed: feed::ALL.to_owned(), months })
    }
}

/// The months with one more change: in the last of them, or in a new one.
fn in_month(context: &Context<'_>, mut months: Vec<MonthView>, day: Day, change: ChangeView) -> Worded<Vec<MonthView>> {
    let date = day.date();
    let id = format!("month-{:04}-{:02}", date.year(), date.month());
    match months.last_mut().filter(|month| month.id == id) {
        Some(month) => month.changes.push(change),
        None => {
            let args = [("year", date.year().to_string().into()), ("month", date.month().into())];
            let name = context.words.say_with("changes-month", &args)?;
            months.push(MonthView { id, name, changes: vec![change] });
        }
    }
    Ok(months)
}

fn view(context: &Context<'_>, change: &Change<'_>) -> Worded<ChangeView> {
    let words = context.words;
    let place = change.file().map(|file| Ok(LinkView::to(municipality_path(file), context.full_name(file)?)));
    let place = place.transpose()?;
    let view = ChangeView {
        id: change.id.clone(),
        date: words.date(change.day)?,
        to_come: change.day > context.day(),
        about: change.about,
        at_latest: change.at_latest(),
        national: place.is_none(),
        place,
        title: title(context, change),
        says: says(context, change)?,
        differences: Vec::new(),
        note: None,
        sources: Vec::new(),
        origin: change.origin().map(|origin| words.origin(origin)).transpose()?,
    };
    Ok(match &change.what {
        What::National(_, national) => {
            ChangeView { sources: words.national_sources(&context.dataset.changes.sources, &national.sources)?, ..view }
        }
        What::Procedure(rule) => ChangeView { differences: differences(context, rule)?, ..view },
        What::Version(version) => {
            let note = version.between.earlier.1.note.as_ref().map(|note| words.note(note));
            ChangeView { differences: by_versions(context, version)?, note, ..view }
        }
        What::Counter { .. } => view,
    })
}

/// What a change is called, and the page that it leads to, from the root of the language.
pub(crate) fn title(context: &Context<'_>, change: &Change<'_>) -> LinkView {
    let words = context.words;
    match &change.what {
        What::National(id, national) => LinkView::to(format!("national.html#{id}"), words.note(&national.title)),
        What::Procedure(rule) => LinkView::to(page_of(context, rule.file, rule.id), words.procedure(rule.id)),
        What::Version(version) => match &version.turn {
            Some(turn) => {
                let procedure = turn.before.id;
                LinkView::to(page_of(context, version.between.file, procedure), words.procedure(procedure))
            }
            None => {
                let title = words.japanese(version.between.earlier.1.title.as_str());
                LinkView::to(municipality_path(version.between.file), title)
            }
        },
        What::Counter { file, counter, .. } => LinkView::to(municipality_path(file), words.label(&counter.name)),
    }
}

/// The page of a procedure. It shows the rule of today: one that is over, or to come, may have none.
fn page_of(context: &Context<'_>, file: &MunicipalityFile, id: &ProcedureId) -> String {
    let today = Subject::new(file, id, context.day(), &context.dataset.vocabulary);
    today.map_or_else(|| municipality_path(file), |subject| procedure_path(&subject))
}

/// What happened, in a sentence; none where the facets before and after say it.
pub(crate) fn says(context: &Context<'_>, change: &Change<'_>) -> Worded<Option<String>> {
    let words = context.words;
    Ok(match &change.what {
        What::National(_, national) => Some(words.note(&national.says)),
        What::Procedure(rule) => rule.message().map(|message| words.say(message)).transpose()?,
        What::Version(version) => Some(between(words, version)?),
        What::Counter { begins, .. } => Some(words.say(counter_message(*begins))?),
    })
}

/// Which two versions of a page are held against each other.
pub(crate) fn between(words: Words<'_>, version: &VersionChange<'_>) -> Worded {
    let dated = |source: &Source| match page_date(source) {
        Some(day) => words.date(day).map(|date| date.text),
        None => words.say("changes-undated"),
    };
    let (earlier, later) = (version.between.earlier.1, version.between.later.1);
    let message = if version.turn.is_some() { "changes-versions" } else { "changes-versions-page" };
    words.say_with(message, &[("before", dated(earlier)?.into()), ("after", dated(later)?.into())])
}

fn by_versions(context: &Context<'_>, version: &VersionChange<'_>) -> Worded<Vec<DifferenceView>> {
    let Some(turn) = &version.turn else { return Ok(Vec::new()) };
    let words = context.words;
    let city = context.city(version.between.file);
    let view = |facet: &'static Facet| {
        let before = city.facet_fact(facet, &turn.before)?;
        let after = match &turn.after {
            Some(after) => city.facet_fact(facet, after)?,
            None => {
                let state = words.state(Fact::<()>::absent(version.between.extent()).state())?;
                FactView { state, lines: Vec::new(), note: None, ..before.clone() }
            }
        };
        // With whom it is about: visits are counted for each applicant.
        let label = [("label", words.group(facet.group)?.into()), ("text", words.facet(facet)?.into())];
        Ok(DifferenceView { label: words.say_with("labelled", &label)?, before, after })
    };
    turn.facets().into_iter().map(view).collect()
}

fn differences(context: &Context<'_>, rule: &RuleChange<'_>) -> Worded<Vec<DifferenceView>> {
    let (Some(before), Some(after)) = (&rule.before, &rule.after) else { return Ok(Vec::new()) };
    let city = City { words: context.words, municipality: &rule.file.municipality, names: Names::Own };
    let view = |facet: &&'static Facet| {
        Ok(DifferenceView {
            label: context.words.facet(facet)?,
            before: city.facet_fact(facet, before)?,
            after: city.facet_fact(facet, after)?,
        })
    };
    rule.differences.iter().map(view).collect()
}
