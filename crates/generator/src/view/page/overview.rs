use madoguchi_schema::model::State;
use serde::Serialize;

use super::comparison::{others, tiles};
use super::{Context, compare_path, compare_prefecture_path, facet_path};
use crate::facet::{Column, Group, Survey};
use crate::view::city::Names;
use crate::view::frame::{Frame, LinkView, Place, root};
use crate::view::tile::TileMap;
use crate::view::words::Worded;

/// The comparison of more municipalities than one page can show: what most of them say, and the
/// way to each prefecture.
#[derive(Debug, Serialize)]
pub(crate) struct Overview {
    frame: Frame,
    total: usize,
    others: Vec<LinkView>,
    tiles: TileMap,
    groups: Vec<GroupView>,
}

#[derive(Debug, Serialize)]
struct GroupView {
    id: &'static str,
    name: String,
    facets: Vec<FacetView>,
}

#[derive(Debug, Serialize)]
struct FacetView {
    link: LinkView,
    stated: usize,
    share: usize,
    /// What most of those that state it say.
    most: Option<MostView>,
}

#[derive(Debug, Serialize)]
struct MostView {
    text: String,
    count: usize,
}

impl Overview {
    pub(crate) fn new(context: &Context<'_>, survey: &Survey<'_>) -> Worded<Self> {
        let words = context.words;
        let id = survey.procedure;
        let path = compare_path(id);
        let root = root(&path);
        let procedure = words.procedure(id);
        let place = Place {
            path: &path,
            title: words.say_of("comparison-title", &procedure)?,
            description: words.say_of("comparison-description", &procedure)?,
            crumbs: Vec::new(),
        };
        let groups = Group::ALL.into_iter().map(|group| {
            let columns = survey.columns.iter().filter(|column| column.facet.group == group);
            let facets = columns.map(|column| facet(context, survey, column, &root)).collect::<Worded<_>>()?;
            Ok(GroupView { id: group.name(), name: words.group(group)?, facets })
        });
        Ok(Self {
            frame: context.frame(place)?,
            total: survey.subjects.len(),
            others: others(context, &root, id),
            tiles: tiles(context, survey, |prefecture| format!("{root}{}", compare_prefecture_path(id, prefecture))),
            groups: groups.collect::<Worded<_>>()?,
        })
    }
}

fn facet(context: &Context<'_>, survey: &Survey<'_>, column: &Column<'_>, root: &str) -> Worded<FacetView> {
    let words = context.words;
    let stated = column.count(State::Stated);
    let mut view = FacetView {
        link: LinkView::to(format!("{root}{}", facet_path(survey.procedure, column.facet)), words.facet(column.facet)?),
        stated,
        share: (stated * 100).checked_div(survey.subjects.len()).unwrap_or_default(),
        most: None,
    };
    if let Some(most) = column.most() {
        let first = most.members.first().and_then(|first| survey.subjects.get(*first));
        if let (Some(subject), Some(value)) = (first, column.value(most)) {
            let city = context.city(subject.file).with(Names::Shared);
            view.most = Some(MostView { text: city.one_line(value)?, count: most.members.len() });
        }
    }
    Ok(view)
}
