use madoguchi_schema::model::State;
use madoguchi_schema::scalar::Prefecture;
use serde::Serialize;

use super::{Context, compare_path, municipality_path, procedure_path};
use crate::facet::Subject;
use crate::view::frame::{Frame, LinkView, Place};
use crate::view::state::StateView;
use crate::view::words::{DateView, Worded};

pub(crate) const PATH: &str = "index.html";

/// Which municipality, which procedure?
#[derive(Debug, Serialize)]
pub(crate) struct Home {
    frame: Frame,
    count: usize,
    prefectures: Vec<PrefectureView>,
    procedures: Vec<ProcedureView>,
    states: Vec<StateView>,
}

#[derive(Debug, Serialize)]
struct PrefectureView {
    name: &'static str,
    municipalities: Vec<MunicipalityView>,
}

#[derive(Debug, Serialize)]
struct MunicipalityView {
    link: LinkView,
    kana: String,
    en: String,
    page_date: Option<DateView>,
    procedures: Vec<LinkView>,
}

#[derive(Debug, Serialize)]
struct ProcedureView {
    link: LinkView,
    about: String,
    count: usize,
}

impl Home {
    pub(crate) fn new(context: &Context<'_>) -> Worded<Self> {
        let words = context.words;
        let place = Place {
            path: PATH,
            title: words.say("home-title")?,
            description: words.say("home-description")?,
            crumbs: Vec::new(),
        };
        let states = [State::Stated, State::Silent, State::Unclear, State::Unread];
        Ok(Self {
            frame: context.frame(place)?,
            count: context.dataset.municipalities.len(),
            prefectures: prefectures(context)?,
            procedures: context.procedures.iter().map(|id| procedure(context, id)).collect(),
            states: states.into_iter().map(|state| words.state(state)).collect::<Worded<_>>()?,
        })
    }
}

/// The municipalities by prefecture, in the order of their codes.
fn prefectures(context: &Context<'_>) -> Worded<Vec<PrefectureView>> {
    let mut views: Vec<(Prefecture, PrefectureView)> = Vec::new();
    let mut files: Vec<_> = context.dataset.municipalities.iter().collect();
    files.sort_by(|a, b| a.municipality.municipality.cmp(&b.municipality.municipality));
    for file in files {
        let prefecture = file.municipality.municipality.prefecture();
        if views.last().is_none_or(|(last, _)| *last != prefecture) {
            views.push((prefecture, PrefectureView { name: prefecture.ja, municipalities: Vec::new() }));
        }
        let name = &file.municipality.name;
        let first = file.municipality.sources.values().next();
        let page_date = match first.map(|source| source.page_date) {
            Some(madoguchi_schema::scalar::PageDate::On(day)) => Some(context.words.date(day)?),
            _ => None,
        };
        let subjects = context.subjects(file);
        let link = |subject: &Subject<'_>| LinkView::to(procedure_path(subject), context.words.procedure(subject.id));
        let view = MunicipalityView {
            link: LinkView::to(municipality_path(file), context.name(file)),
            kana: name.kana.to_string(),
            en: name.en.to_string(),
            page_date,
            procedures: subjects.iter().map(link).collect(),
        };
        if let Some((_, last)) = views.last_mut() {
            last.municipalities.push(view);
        }
    }
    Ok(views.into_iter().map(|(_, view)| view).collect())
}

fn procedure(context: &Context<'_>, id: &madoguchi_schema::scalar::ProcedureId) -> ProcedureView {
    let entry = context.dataset.vocabulary.procedures.get(id);
    ProcedureView {
        link: LinkView::to(compare_path(id), context.words.procedure(id)),
        about: entry.map(|entry| context.words.note(&entry.about)).unwrap_or_default(),
        count: Subject::all(context.dataset, id, context.day()).len(),
    }
}
