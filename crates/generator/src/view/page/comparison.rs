use std::collections::BTreeSet;

use madoguchi_schema::model::{Fact, State};
use madoguchi_schema::scalar::{PageDate, Prefecture, ProcedureId};
use serde::Serialize;

use super::{Context, compare_path, compare_prefecture_path, facet_path, facts_path, procedure_path};
use crate::facet::{Column, Group, Scale, Standing, Subject, Survey};
use crate::view::city::{City, Names};
use crate::view::facts::fact_anchor;
use crate::view::frame::{Frame, LinkView, Place, root};
use crate::view::part::HangsOn;
use crate::view::standing::{Against, NationalLink, StandingView};
use crate::view::state::StateView;
use crate::view::tile::TileMap;
use crate::view::words::Worded;

/// More municipalities than this are shown by prefecture.
pub(crate) const MOST_TOGETHER: usize = 100;

/// Municipalities by facets.
#[derive(Debug, Serialize)]
pub(crate) struct Comparison {
    frame: Frame,
    procedure: String,
    others: Vec<LinkView>,
    tiles: Option<TileMap>,
    groups: Vec<GroupHead>,
    /// The number of facets.
    width: usize,
    prefectures: Vec<PrefectureRows>,
    /// What the script says of a municipality beside the first chosen one.
    standings: Vec<StandingWord>,
}

/// The heads of a group's columns.
#[derive(Debug, Serialize)]
struct GroupHead {
    id: &'static str,
    name: String,
    columns: Vec<ColumnHead>,
}

/// The head of a facet's column.
#[derive(Debug, Serialize)]
struct ColumnHead {
    id: &'static str,
    link: LinkView,
    stated: usize,
    total: usize,
    /// Some municipality states something else than another.
    differs: bool,
    national: Vec<String>,
    rule: Option<NationalLink>,
    /// For the script: the class of each municipality that states it.
    classes: String,
    /// How each class stands to each before it, a letter a pair; one letter where all are the same.
    pairs: String,
    /// More of it is offered, not asked for.
    offer: bool,
}

#[derive(Debug, Serialize)]
struct PrefectureRows {
    id: String,
    name: String,
    rows: Vec<Row>,
}

/// A municipality.
#[derive(Debug, Serialize)]
struct Row {
    code: String,
    link: LinkView,
    facts: String,
    /// The date that the page bears, and the day on which it was read.
    days: [Option<String>; 2],
    cells: Vec<Cell>,
}

/// What one page says of one facet, and its state.
#[derive(Debug, Default, Serialize)]
struct Cell {
    /// The fact with its source, heading and day, on the municipality's own page. Nothing is there
    /// of what was not read.
    href: Option<String>,
    lines: Vec<String>,
    /// Its state, where it is not stated.
    state: Option<StateView>,
    standing: Option<StandingView>,
    varies: bool,
}

#[derive(Debug, Serialize)]
struct StandingWord {
    name: &'static str,
    text: String,
}

impl Comparison {
    /// The comparison of all municipalities, or of those of one prefecture.
    pub(crate) fn new<'d>(context: &Context<'d>, survey: &Survey<'d>, only: Option<Prefecture>) -> Worded<Self> {
        let words = context.words;
        let id = survey.procedure;
        let path = only.map_or_else(|| compare_path(id), |prefecture| compare_prefecture_path(id, prefecture));
        let root = root(&path);
        let procedure = words.procedure(id);
        let title = words.say_of("comparison-title", &procedure)?;
        let (title, crumbs) = match only {
            None => (title, Vec::new()),
            Some(prefecture) => {
                let name = words.prefecture(prefecture);
                let labelled = [("label", title.clone().into()), ("text", name.into())];
                (
                    words.say_with("labelled", &labelled)?,
                    vec![LinkView::to(format!("{root}{}", compare_path(id)), title)],
                )
            }
        };
        let place =
            Place { path: &path, title, description: words.say_of("comparison-description", &procedure)?, crumbs };
        let table = Table::new(context, survey, &root, shown(survey, only));
        Ok(Self {
            frame: context.frame(place)?,
            others: others(context, &root, id),
            tiles: only.is_none().then(|| tiles(context, survey, |prefecture| format!("#{}", anchor(prefecture)))),
            groups: table.groups()?,
            width: table.columns.len(),
            prefectures: table.prefectures()?,
            standings: standing_words(context)?,
            procedure,
        })
    }
}

/// What the comparison of a prefecture's municipalities hangs on. Of others it says in which classes theirs are,
/// and how these stand to each other; what holds everywhere is written as the first of all would.
pub(crate) fn hangs_on<'d>(survey: &Survey<'d>, only: Prefecture) -> HangsOn<'d> {
    let shown = shown(survey, Some(only));
    let said = survey.columns.iter().map(|column| {
        let shown = Shown::new(column, &shown);
        format!("{}, {}, {}", shown.numbers(), shown.pairs(), shown.is_offer())
    });
    let others = said.collect::<Vec<_>>().join("\n");
    let places = std::iter::once(&0).chain(&shown);
    HangsOn { files: places.filter_map(|at| survey.subjects.get(*at)).map(|subject| subject.file).collect(), others }
}

/// The places of the municipalities that are shown.
fn shown(survey: &Survey<'_>, only: Option<Prefecture>) -> Vec<usize> {
    let is_shown = |at: &usize| only.is_none_or(|only| survey.prefecture(*at).is_some_and(|known| known == only));
    (0..survey.subjects.len()).filter(is_shown).collect()
}

/// The comparisons of the other procedures.
pub(super) fn others(context: &Context<'_>, root: &str, id: &ProcedureId) -> Vec<LinkView> {
    let link = |other: &&ProcedureId| LinkView {
        href: format!("{root}{}", compare_path(other)),
        text: context.words.procedure(other),
        current: *other == id,
    };
    context.shared.procedures.iter().map(link).collect()
}

/// How many municipalities of each prefecture have the procedure.
pub(super) fn tiles(context: &Context<'_>, survey: &Survey<'_>, href: impl Fn(Prefecture) -> String) -> TileMap {
    let count = |prefecture: Prefecture| {
        (0..survey.subjects.len()).filter(|at| survey.prefecture(*at) == Some(prefecture)).count()
    };
    TileMap::new(context.words, &context.dataset.national_list, count, href)
}

fn anchor(prefecture: Prefecture) -> String {
    format!("p-{}", prefecture.romaji)
}

/// What a table is made from: some municipalities, every facet.
struct Table<'t, 'd> {
    context: &'t Context<'d>,
    survey: &'t Survey<'d>,
    root: &'t str,
    /// The places of the municipalities in the survey.
    shown: Vec<usize>,
    columns: Vec<Shown<'t, 'd>>,
}

/// A facet of a table.
struct Shown<'t, 'd> {
    column: &'t Column<'d>,
    /// The classes of those shown that state it, in the order of the rows.
    stated: Vec<usize>,
    /// The same, each once, in the order of the classes.
    classes: Vec<usize>,
    /// How each class stands to each before it.
    standings: Vec<Standing>,
    /// Some of them state something else than others, for sure.
    differs: bool,
}

impl<'t, 'd> Table<'t, 'd> {
    fn new(context: &'t Context<'d>, survey: &'t Survey<'d>, root: &'t str, shown: Vec<usize>) -> Self {
        let columns = Group::ALL
            .into_iter()
            .flat_map(|group| survey.columns.iter().filter(move |column| column.facet.group == group))
            .map(|column| Shown::new(column, &shown));
        Self { columns: columns.collect(), context, survey, root, shown }
    }

    fn groups(&self) -> Worded<Vec<GroupHead>> {
        let group = |group: Group| {
            let columns = self.columns.iter().filter(|shown| shown.column.facet.group == group);
            let columns = columns.map(|shown| self.head(shown)).collect::<Worded<_>>()?;
            Ok(GroupHead { id: group.name(), name: self.context.words.group(group)?, columns })
        };
        Group::ALL.into_iter().map(group).collect()
    }

    fn head(&self, shown: &Shown<'_, '_>) -> Worded<ColumnHead> {
        let words = self.context.words;
        let facet = shown.column.facet;
        let national = shown.column.national.as_ref();
        let value = national.and_then(|national| national.value.as_ref());
        let lines = value
            .zip(self.survey.subjects.first())
            .map(|(value, subject)| self.context.city(subject.file).with(Names::Shared).cell_lines(value));
        Ok(ColumnHead {
            id: facet.id,
            link: LinkView::to(
                format!("{}{}", self.root, facet_path(self.survey.procedure, facet)),
                words.facet(facet)?,
            ),
            stated: shown.stated.len(),
            total: self.shown.len(),
            differs: shown.differs,
            national: lines.transpose()?.unwrap_or_default(),
            rule: national.map(|national| words.national_link(self.root, national)).transpose()?,
            classes: shown.numbers(),
            pairs: shown.pairs(),
            offer: shown.is_offer(),
        })
    }

    /// The rows by prefecture, in the order of the codes.
    fn prefectures(&self) -> Worded<Vec<PrefectureRows>> {
        let mut all: Vec<PrefectureRows> = Vec::new();
        for at in &self.shown {
            let Some(subject) = self.survey.subjects.get(*at) else { continue };
            let prefecture = subject.municipality().municipality.prefecture();
            let id = anchor(prefecture);
            if all.last().is_none_or(|last| last.id != id) {
                all.push(PrefectureRows { id, name: self.context.words.prefecture(prefecture), rows: Vec::new() });
            }
            if let Some(last) = all.last_mut() {
                last.rows.push(self.row(*at, subject)?);
            }
        }
        Ok(all)
    }

    fn row(&self, at: usize, subject: &Subject<'_>) -> Worded<Row> {
        let words = self.context.words;
        let source = subject.origin().source;
        let page = match source.page_date {
            PageDate::On(day) => Some(day.to_string()),
            PageDate::Unknown => None,
        };
        let city = City { words, municipality: subject.municipality(), names: Names::Shared };
        let facts = format!("{}{}", self.root, facts_path(subject));
        Ok(Row {
            code: subject.municipality().municipality.to_string(),
            link: LinkView::to(format!("{}{}", self.root, procedure_path(subject)), self.context.name(subject.file)),
            cells: self.columns.iter().map(|shown| shown.cell(&city, at, &facts)).collect::<Worded<_>>()?,
            facts,
            days: [page, Some(source.read_on.to_string())],
        })
    }
}

/// How each of these classes stands to each before it.
fn standings(column: &Column<'_>, classes: &[usize]) -> Vec<Standing> {
    let of = |one: &usize, earlier: &usize| {
        let class = column.classes.get(*one);
        class.and_then(|class| class.standings.get(*earlier)).copied().unwrap_or(Standing::Unknown)
    };
    let pairs = classes.iter().enumerate();
    pairs.flat_map(|(at, one)| classes.iter().take(at).map(move |earlier| of(one, earlier))).collect()
}

impl<'t, 'd> Shown<'t, 'd> {
    fn new(column: &'t Column<'d>, shown: &[usize]) -> Self {
        let stated = shown.iter().filter_map(|at| column.class_of.get(*at).copied().flatten());
        let stated: Vec<usize> = stated.collect();
        let classes: Vec<usize> = stated.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
        let standings = standings(column, &classes);
        let differs = standings.iter().any(|standing| standing.is_difference());
        Shown { column, stated, classes, standings, differs }
    }

    /// The class of each that states it, by its number on the page.
    fn numbers(&self) -> String {
        let numbers = self.stated.iter().map(|class| self.classes.binary_search(class).unwrap_or_default().to_string());
        numbers.collect::<Vec<_>>().join(" ")
    }

    fn is_offer(&self) -> bool {
        self.column.values().next().is_some_and(|value| value.scale() == Scale::Offer)
    }

    /// The standings as letters; one where all are the same.
    fn pairs(&self) -> String {
        let letters: String = self.standings.iter().map(|standing| standing.letter()).collect();
        match letters.chars().next() {
            Some(first) if letters.chars().all(|letter| letter == first) => first.to_string(),
            _ => letters,
        }
    }

    fn cell(&self, city: &City<'_>, at: usize, facts: &str) -> Worded<Cell> {
        let words = city.words;
        let mut cell = Cell::default();
        let Some(found) = self.column.findings.get(at) else { return Ok(cell) };
        let value = match &found.fact {
            Fact::Stated(value) => Some(value),
            Fact::Silent | Fact::Unclear(_) | Fact::Unread => found.beside.as_ref(),
        };
        if let Some(value) = value {
            // When a proof is waived, and how old it may be, stands in the columns beside it.
            let is_proof = self.column.facet.id == "authority-proof";
            cell.lines = if is_proof { city.cell_lines(&value.without_waivers())? } else { city.cell_lines(value)? };
            cell.standing = words.standing(self.column.to_national(at), value.scale(), Against::National)?;
            cell.varies = found.varies;
        }
        let state = found.fact.state();
        if state != State::Unread {
            cell.href = Some(format!("{facts}#{}", fact_anchor(self.column.facet)));
        }
        if state != State::Stated {
            cell.state = Some(StateView { word: words.say(short(state))?, ..words.state(state)? });
        }
        Ok(cell)
    }
}

/// A state in a cell, where a table has thousands of them.
fn short(state: State) -> &'static str {
    match state {
        State::Stated => "state-stated",
        State::Silent => "compare-silent",
        State::Unclear => "compare-unclear",
        State::Unread => "compare-unread",
    }
}

fn standing_words(context: &Context<'_>) -> Worded<Vec<StandingWord>> {
    let words = context.words;
    let all = [
        ("same", Standing::Same, Scale::Burden),
        ("stricter", Standing::Stricter, Scale::Burden),
        ("looser", Standing::Looser, Scale::Burden),
        ("fewer", Standing::Stricter, Scale::Offer),
        ("more", Standing::Looser, Scale::Offer),
        ("different", Standing::Different, Scale::Burden),
        ("unknown", Standing::Unknown, Scale::Burden),
    ];
    let mut found = Vec::new();
    for (name, standing, scale) in all {
        if let Some(view) = words.standing(standing, scale, Against::First)? {
            found.push(StandingWord { name, text: format!("{} {}", view.glyph, view.word) });
        }
    }
    Ok(found)
}
