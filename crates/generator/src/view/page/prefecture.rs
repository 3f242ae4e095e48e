use madoguchi_schema::dataset::Dataset;
use madoguchi_schema::scalar::{PageDate, Prefecture};
use serde::Serialize;

use super::municipality::{StateCount, states};
use super::{Context, municipality_path, prefecture_path, procedure_path};
use crate::view::frame::{Frame, LinkView, Place, root};
use crate::view::known::{Known, known};
use crate::view::words::{DateView, ReadingsView, Worded};

/// The municipalities of one prefecture: those with a file, and those without one.
#[derive(Debug, Serialize)]
pub(crate) struct PrefecturePage {
    frame: Frame,
    name: String,
    count: usize,
    of: usize,
    read: Vec<ReadView>,
    missing: Vec<MissingView>,
}

/// A municipality with a file.
#[derive(Debug, Serialize)]
struct ReadView {
    link: LinkView,
    readings: ReadingsView,
    page_date: Option<DateView>,
    /// A source of the file was read in part only.
    part: bool,
    procedures: Vec<ProcedureView>,
}

#[derive(Debug, Serialize)]
struct ProcedureView {
    link: LinkView,
    states: Vec<StateCount>,
}

/// A municipality without a file.
#[derive(Debug, Serialize)]
struct MissingView {
    code: String,
    name: String,
    /// Its Japanese name on a page of another language.
    ja: Option<String>,
    kana: String,
    wanted: Option<String>,
}

/// The municipalities by prefecture, in the order of their codes.
pub(crate) fn by_prefecture(dataset: &Dataset) -> Vec<(Prefecture, Vec<Known<'_>>)> {
    let mut all: Vec<(Prefecture, Vec<Known<'_>>)> = Vec::new();
    for known in known(dataset) {
        match all.last_mut() {
            Some((last, municipalities)) if *last == known.prefecture() => municipalities.push(known),
            _ => all.push((known.prefecture(), vec![known])),
        }
    }
    all
}

impl PrefecturePage {
    pub(crate) fn new<'a>(context: &Context<'a>, prefecture: Prefecture, all: &[Known<'a>]) -> Worded<Self> {
        let words = context.words;
        let path = prefecture_path(prefecture);
        let name = words.prefecture(prefecture);
        let place = Place {
            path: &path,
            title: words.say_of("prefecture-title", &name)?,
            description: words.say_of("prefecture-description", &name)?,
            crumbs: Vec::new(),
        };
        let read: Vec<ReadView> =
            all.iter().filter_map(|known| read(context, &path, known).transpose()).collect::<Worded<_>>()?;
        Ok(Self {
            frame: context.frame(place)?,
            name,
            count: read.len(),
            of: all.len(),
            read,
            missing: all.iter().filter(|known| known.file.is_none()).map(|known| missing(context, known)).collect(),
        })
    }
}

fn read<'a>(context: &Context<'a>, path: &str, known: &Known<'a>) -> Worded<Option<ReadView>> {
    let Some(file) = known.file else { return Ok(None) };
    let words = context.words;
    let root = root(path);
    let subjects = context.subjects(file);
    let procedures = subjects.iter().map(|subject| {
        Ok(ProcedureView {
            link: LinkView::to(format!("{root}{}", procedure_path(subject)), words.procedure(subject.id)),
            states: states(context, subject)?,
        })
    });
    let sources = &file.municipality.sources;
    Ok(Some(ReadView {
        link: LinkView::to(format!("{root}{}", municipality_path(file)), known.text(words)),
        readings: words.readings(&file.municipality.name),
        page_date: sources
            .values()
            .next()
            .and_then(|source| PageDate::day(source.page_date))
            .map(|day| words.date(day))
            .transpose()?,
        part: sources.values().any(|source| source.read == madoguchi_schema::model::Extent::Part),
        procedures: procedures.collect::<Worded<_>>()?,
    }))
}

fn missing(context: &Context<'_>, known: &Known<'_>) -> MissingView {
    let words = context.words;
    let name = known.text(words);
    MissingView {
        code: known.code.to_string(),
        ja: (name != known.name).then(|| known.name.to_owned()),
        name,
        kana: known.kana.to_owned(),
        wanted: context.wanted().map(|form| format!("{form}{}", known.code)),
    }
}
