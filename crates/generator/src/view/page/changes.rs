use std::cmp::Reverse;

use madoguchi_schema::dataset::MunicipalityFile;
use madoguchi_schema::model::{Counter, Fact};
use madoguchi_schema::scalar::{Day, ProcedureId};
use serde::Serialize;

use super::national::SourceView;
use super::{Context, municipality_path, procedure_path};
use crate::facet::{FACETS, Group, Origin, Subject, Value};
use crate::view::frame::{Frame, LinkView, Place};
use crate::view::state::{FactView, OriginView};
use crate::view::words::{DateView, Worded};

pub(crate) const PATH: &str = "changes.html";

/// What changed in the rules, and when: the latest first.
#[derive(Debug, Serialize)]
pub(crate) struct ChangesPage {
    frame: Frame,
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
    national: bool,
    place: Option<LinkView>,
    title: LinkView,
    says: Option<String>,
    differences: Vec<DifferenceView>,
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
        let mut found = national(context)?;
        for file in &context.dataset.municipalities {
            found.extend(procedures(context, file)?);
            found.extend(counters(context, file)?);
        }
        // A stable sort: on one day the nation stands first, then the municipalities by code.
        found.sort_by_key(|(day, _)| Reverse(*day));
        Ok(Self { frame: context.frame(place)?, months: months(context, found)? })
    }
}

type Dated = Vec<(Day, ChangeView)>;

fn months(context: &Context<'_>, changes: Dated) -> Worded<Vec<MonthView>> {
    let mut months: Vec<MonthView> = Vec::new();
    for (day, change) in changes {
        let date = day.date();
        let id = format!("month-{:04}-{:02}", date.year(), date.month());
        if months.last().is_none_or(|month| month.id != id) {
            let args = [("year", date.year().to_string().into()), ("month", date.month().into())];
            months.push(MonthView { id, name: context.words.say_with("changes-month", &args)?, changes: Vec::new() });
        }
        if let Some(month) = months.last_mut() {
            month.changes.push(change);
        }
    }
    Ok(months)
}

fn national(context: &Context<'_>) -> Worded<Dated> {
    let words = context.words;
    let changes = &context.dataset.changes;
    let view = |(id, change): (&madoguchi_schema::scalar::RuleId, &madoguchi_schema::model::Change)| {
        let view = ChangeView {
            id: id.to_string(),
            date: words.date(change.date)?,
            to_come: change.date > context.day(),
            about: change.about,
            national: true,
            place: None,
            title: LinkView::to(format!("national.html#{id}"), words.note(&change.title)),
            says: Some(words.note(&change.says)),
            differences: Vec::new(),
            sources: words.national_sources(&changes.sources, &change.sources)?,
            origin: None,
        };
        Ok((change.date, view))
    };
    changes.changes.iter().map(view).collect()
}

/// Every day on which a municipality's rule of a procedure begins, or ends with none after it.
fn procedures(context: &Context<'_>, file: &MunicipalityFile) -> Worded<Dated> {
    let mut found = Dated::new();
    for (id, procedure) in &file.municipality.procedures {
        let rules = || std::iter::once(procedure).chain(&procedure.earlier);
        let begins = rules().filter_map(|rule| rule.valid_from);
        let ends = rules().filter_map(|rule| rule.valid_until).filter_map(|last| beside(last, 1));
        let mut days: Vec<Day> = begins.chain(ends).collect();
        days.sort_unstable();
        days.dedup();
        for day in days {
            found.extend(on_day(context, file, id, day)?.map(|view| (day, view)));
        }
    }
    Ok(found)
}

/// What a procedure's change on a day is: every facet that says something else than the day before.
fn on_day(context: &Context<'_>, file: &MunicipalityFile, id: &ProcedureId, day: Day) -> Worded<Option<ChangeView>> {
    let words = context.words;
    let vocabulary = &context.dataset.vocabulary;
    let after = Subject::new(file, id, day, vocabulary);
    let before = beside(day, -1).and_then(|day| Subject::new(file, id, day, vocabulary));
    let Some(shown) = after.or(before) else { return Ok(None) };
    let mut differences = Vec::new();
    if let (Some(before), Some(after)) = (&before, &after) {
        let city = context.city(file);
        // When a page was written and read is no rule. What one of the two rules leaves unsaid, or
        // nobody has read, is not known to have changed.
        let rules = FACETS.iter().filter(|facet| facet.group != Group::Page);
        let found = rules.map(|facet| (facet, (facet.of)(before).fact, (facet.of)(after).fact));
        let stated = |fact: &Fact<Value>| matches!(fact, Fact::Stated(_) | Fact::Unclear(_));
        for (facet, _, _) in found.filter(|(_, was, is)| was != is && stated(was) && stated(is)) {
            differences.push(DifferenceView {
                label: words.facet(facet)?,
                before: city.facet_fact(facet, before)?,
                after: city.facet_fact(facet, after)?,
            });
        }
    }
    let says = match (&before, &after) {
        (_, None) => Some(words.say("changes-ended")?),
        (None, Some(_)) => Some(words.say("changes-began")?),
        (Some(_), Some(_)) if differences.is_empty() => Some(words.say("changes-other")?),
        (Some(_), Some(_)) => None,
    };
    // A page shows the rule of today: one that is over, or to come, may have none.
    let has_page = Subject::new(file, id, context.day(), vocabulary).is_some();
    let href = if has_page { procedure_path(&shown) } else { municipality_path(file) };
    Ok(Some(ChangeView {
        id: format!("m{}-{id}-{day}", file.municipality.municipality),
        title: LinkView::to(href, words.procedure(id)),
        says,
        differences,
        origin: Some(words.origin(shown.origin())?),
        ..bare(context, file, day)?
    }))
}

/// Counters that open or close for good.
fn counters(context: &Context<'_>, file: &MunicipalityFile) -> Worded<Dated> {
    let words = context.words;
    let mut found = Dated::new();
    for (id, counter) in &file.municipality.counters {
        let begins = counter.valid_from.map(|day| (day, "changes-counter-began"));
        let ends = counter.valid_until.and_then(|last| beside(last, 1)).map(|day| (day, "changes-counter-ended"));
        for (day, message) in begins.into_iter().chain(ends) {
            let origin = origin(file, counter);
            let view = ChangeView {
                id: format!("m{}-counter-{id}-{day}", file.municipality.municipality),
                title: LinkView::to(municipality_path(file), words.label(&counter.name)),
                says: Some(words.say(message)?),
                origin: origin.map(|origin| words.origin(origin)).transpose()?,
                ..bare(context, file, day)?
            };
            found.push((day, view));
        }
    }
    Ok(found)
}

fn origin<'d>(file: &'d MunicipalityFile, counter: &'d Counter) -> Option<Origin<'d>> {
    Origin::of(&file.municipality, counter.source.as_ref(), counter.section.as_ref())
}

/// A change of a municipality of which nothing else has been said.
fn bare(context: &Context<'_>, file: &MunicipalityFile, day: Day) -> Worded<ChangeView> {
    Ok(ChangeView {
        id: String::new(),
        date: context.words.date(day)?,
        to_come: day > context.day(),
        about: false,
        national: false,
        place: Some(LinkView::to(municipality_path(file), context.name(file))),
        title: LinkView::to("", ""),
        says: None,
        differences: Vec::new(),
        sources: Vec::new(),
        origin: None,
    })
}

/// The day before (-1) or after (1).
fn beside(day: Day, by: i8) -> Option<Day> {
    let date = day.date();
    if by < 0 { date.yesterday() } else { date.tomorrow() }.ok().map(Day::from)
}
