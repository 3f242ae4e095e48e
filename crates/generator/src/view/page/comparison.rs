use madoguchi_schema::scalar::ProcedureId;
use serde::Serialize;

use super::{Context, compare_path, facts_path, procedure_path};
use crate::facet::{Facet, Group, Subject};
use crate::view::city::City;
use crate::view::facts::fact_anchor;
use crate::view::frame::{Frame, LinkView, Place, root};
use crate::view::state::{FactView, OriginView};
use crate::view::words::Worded;

/// All municipalities by all facets.
#[derive(Debug, Serialize)]
pub(crate) struct Comparison {
    frame: Frame,
    procedure: String,
    about: String,
    others: Vec<LinkView>,
    cities: Vec<CityColumn>,
    groups: Vec<GroupTable>,
}

/// A municipality at the head of a column.
#[derive(Debug, Serialize)]
struct CityColumn {
    link: LinkView,
    prefecture: &'static str,
    origin: OriginView,
}

/// A table: a group of facets.
#[derive(Debug, Serialize)]
struct GroupTable {
    id: &'static str,
    name: String,
    rows: Vec<Row>,
}

/// A facet over all municipalities.
#[derive(Debug, Serialize)]
struct Row {
    id: &'static str,
    label: String,
    cells: Vec<Cell>,
}

/// A facet of one municipality; its source stands where the link leads.
#[derive(Debug, Serialize)]
struct Cell {
    fact: FactView,
    city: String,
    href: String,
}

impl Comparison {
    pub(crate) fn new(context: &Context<'_>, id: &ProcedureId) -> Worded<Self> {
        let words = context.words;
        let path = compare_path(id);
        let root = root(&path);
        let procedure = words.procedure(id);
        let place = Place {
            path: &path,
            title: words.say_of("comparison-title", &procedure)?,
            description: words.say_of("comparison-description", &procedure)?,
            crumbs: Vec::new(),
        };
        let subjects = Subject::all(context.dataset, id, context.day());
        let cities = subjects.iter().map(|subject| {
            Ok(CityColumn {
                link: LinkView::to(format!("{root}{}", procedure_path(subject)), context.name(subject.file)),
                prefecture: subject.municipality().municipality.prefecture().ja,
                origin: words.origin(subject.origin())?,
            })
        });
        let groups = Group::ALL.into_iter().map(|group| {
            let rows = group.facets().map(|facet| row(context, &root, facet, &subjects));
            Ok(GroupTable { id: group.name(), name: words.group(group)?, rows: rows.collect::<Worded<_>>()? })
        });
        let entry = words.vocabulary.procedures.get(id);
        let others = context.procedures.iter().map(|other| LinkView {
            href: format!("{other}.html"),
            text: words.procedure(other),
            current: *other == id,
        });
        Ok(Self {
            frame: context.frame(place)?,
            about: entry.map(|entry| words.note(&entry.about)).unwrap_or_default(),
            others: others.collect(),
            cities: cities.collect::<Worded<_>>()?,
            groups: groups.collect::<Worded<_>>()?,
            procedure,
        })
    }
}

fn row(context: &Context<'_>, root: &str, facet: &'static Facet, subjects: &[Subject<'_>]) -> Worded<Row> {
    let cells = subjects.iter().map(|subject| {
        let city = City { words: context.words, municipality: subject.municipality(), own_names: false };
        Ok(Cell {
            fact: city.facet_fact(facet, subject)?,
            city: context.name(subject.file),
            href: format!("{root}{}#{}", facts_path(subject), fact_anchor(facet)),
        })
    });
    Ok(Row { id: facet.id, label: context.words.facet(facet)?, cells: cells.collect::<Worded<_>>()? })
}
