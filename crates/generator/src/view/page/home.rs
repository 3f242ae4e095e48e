use madoguchi_schema::dataset::MunicipalityFile;
use madoguchi_schema::model::State;
use serde::Serialize;

use super::have::have_path;
use super::{Context, compare_path, municipality_path, prefecture_path};
use crate::facet::Subject;
use crate::view::frame::{Frame, LinkView, Place};
use crate::view::known::Known;
use crate::view::state::StateView;
use crate::view::tile::TileMap;
use crate::view::words::{DateView, Worded};

pub(crate) const PATH: &str = "index.html";

/// How many of the latest changes stand on the home page.
const NEWS: usize = 4;

/// Which municipality, which procedure?
#[derive(Debug, Serialize)]
pub(crate) struct Home {
    frame: Frame,
    count: usize,
    of: usize,
    /// Where a municipality without a file can be asked for.
    wanted: Option<String>,
    /// The page on papers in hand, of the procedure that most cities have.
    have: Option<LinkView>,
    map: TileMap,
    prefectures: Vec<PrefectureView>,
    news: Vec<NewsView>,
    procedures: Vec<ProcedureView>,
    states: Vec<StateView>,
}

#[derive(Debug, Serialize)]
struct PrefectureView {
    link: LinkView,
    /// How many municipalities it has.
    of: usize,
    municipalities: Vec<LinkView>,
}

#[derive(Debug, Serialize)]
struct NewsView {
    date: DateView,
    link: LinkView,
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
        let prefectures = prefectures(context);
        let states = [State::Stated, State::Silent, State::Unclear, State::Unread];
        Ok(Self {
            frame: context.frame(place)?,
            count: context.dataset.municipalities.len(),
            of: prefectures.iter().map(|prefecture| prefecture.of).sum(),
            wanted: context.wanted(),
            have: match context.shared.procedures.first() {
                Some(id) => Some(LinkView::to(have_path(id), words.say("have-link")?)),
                None => None,
            },
            map: map(context),
            prefectures,
            news: news(context)?,
            procedures: context.shared.procedures.iter().map(|id| procedure(context, id)).collect(),
            states: states.into_iter().map(|state| words.state(state)).collect::<Worded<_>>()?,
        })
    }
}

/// How many municipalities of each prefecture have a file.
fn map(context: &Context<'_>) -> TileMap {
    let files = &context.dataset.municipalities;
    let count =
        |prefecture| files.iter().filter(|file| file.municipality.municipality.prefecture() == prefecture).count();
    TileMap::new(context.words, &context.dataset.national_list, count, prefecture_path)
}

/// Every prefecture with its municipalities that have a file.
fn prefectures(context: &Context<'_>) -> Vec<PrefectureView> {
    let all = context.shared.prefectures();
    let views = all.iter().map(|(prefecture, all)| PrefectureView {
        link: LinkView::to(prefecture_path(*prefecture), context.words.prefecture(*prefecture)),
        of: all.len(),
        municipalities: all.iter().filter_map(|known| Some(link(context, known, known.file?))).collect(),
    });
    views.collect()
}

fn link(context: &Context<'_>, known: &Known<'_>, file: &MunicipalityFile) -> LinkView {
    LinkView::to(municipality_path(file), known.text(context.words))
}

/// The latest changes that have come.
fn news(context: &Context<'_>) -> Worded<Vec<NewsView>> {
    let changes = &context.dataset.changes.changes;
    let mut past: Vec<_> = changes.iter().filter(|(_, change)| change.date <= context.day()).collect();
    past.sort_by_key(|(_, change)| std::cmp::Reverse(change.date));
    let views = past.into_iter().take(NEWS).map(|(id, change)| {
        let title = context.words.note(&change.title);
        Ok(NewsView { date: context.words.date(change.date)?, link: LinkView::to(format!("changes.html#{id}"), title) })
    });
    views.collect()
}

fn procedure(context: &Context<'_>, id: &madoguchi_schema::scalar::ProcedureId) -> ProcedureView {
    let entry = context.dataset.vocabulary.procedures.get(id);
    ProcedureView {
        link: LinkView::to(compare_path(id), context.words.procedure(id)),
        about: entry.map(|entry| context.words.note(&entry.about)).unwrap_or_default(),
        count: Subject::all(context.dataset, id, context.day()).len(),
    }
}
