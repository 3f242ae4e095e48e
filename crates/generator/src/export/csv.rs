//! Tables: `data/facts.csv` (a line a fact), one wide table a procedure, and the Data Package that
//! describes them (Frictionless Data Package v2).

use std::borrow::Cow;

use madoguchi_schema::model::State;
use serde_json::{Value, json};

use super::json::page;
use super::record::Catalogue;
use super::{Coded, Emit, Record, give};
use crate::SiteError;
use crate::facet::FACETS;
use crate::hash::sha256;
use crate::view::Worded;

/// The folder of the tables below the site's root.
pub(crate) const FOLDER: &str = "data/";

/// The mark of UTF-8, without which spreadsheet programs take a file for one of their own encoding.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The bytes of a usual row of the largest table, and some more.
const USUAL_ROW: usize = 320;

/// What stands in a cell of a wide table where no value is stated. A silent page, an unclear one and an
/// unread one are three things.
pub(crate) const MISSING: [(&str, &str); 4] = [
    ("(silent)", "The page was read as a whole and does not say it; this is no \"no\"."),
    ("(unclear)", "The page says something that cannot be coded without guessing."),
    ("(unread)", "The part of the page that would say it has not been read."),
    ("", "Not applicable."),
];

const LONG: [(&str, &str, &str); 20] = [
    ("municipality", "string", "Code of the municipality (全国地方公共団体コード), six digits."),
    ("municipality_ja", "string", "Its name in Japanese."),
    ("municipality_en", "string", "Its name in English."),
    ("prefecture", "string", "Its prefecture in Japanese."),
    ("procedure", "string", "Id of the procedure."),
    ("applicant", "string", "Id of the applicant, where the facet is about one."),
    ("group", "string", "Id of the group of the facet."),
    ("facet", "string", "Id of the facet."),
    ("state", "string", "stated, silent, unclear or unread."),
    ("kind", "string", "Kind of the value."),
    ("value", "string", "The value in codes."),
    ("text_ja", "string", "The value in Japanese."),
    ("text_en", "string", "The value in English."),
    ("note_ja", "string", "Why it is unclear, in Japanese."),
    ("note_en", "string", "Why it is unclear, in English."),
    ("varies", "boolean", "Whether the steps depend on a condition, so that this is the longest way only."),
    ("source_url", "string", "The page on which it was read, or would be."),
    ("source_section", "string", "The heading under which it stands."),
    ("page_date", "date", "The date that the page bears."),
    ("read_on", "date", "The day on which it was read."),
];

/// A table before it is written.
pub(super) struct Table<'t> {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) fields: Vec<Value>,
    pub(super) key: Vec<&'static str>,
    pub(super) head: Vec<String>,
    /// Each is made when it is written: the largest table has hundreds of thousands.
    pub(super) rows: Box<dyn Iterator<Item = Row<'t>> + 't>,
}

/// The cells of a line.
pub(super) type Row<'t> = Vec<Cow<'t, str>>;

/// Every table in two encodings, and their description.
pub(crate) fn files(catalogue: &Catalogue<'_>, emit: &mut Emit<'_>) -> Worded<()> {
    let mut resources = Vec::new();
    // One table at a time: they are the largest things of an export.
    let mut add = |mut table: Table<'_>| {
        let marked = marked(&mut table)?;
        let bytes = marked.get(MARK.len()..).unwrap_or_default();
        resources.push(resource(&table, bytes));
        emit(&format!("{FOLDER}excel/{}.csv", table.name), &marked)?;
        emit(&format!("{FOLDER}{}.csv", table.name), bytes)
    };
    add(long(catalogue))?;
    for id in &catalogue.procedures {
        add(wide(catalogue, id.as_str()))?;
    }
    for table in super::gif::tables(catalogue)? {
        add(table)?;
    }
    give(emit, &page(&format!("{FOLDER}datapackage.json"), &package(catalogue, &resources))?)
}

fn long<'t>(catalogue: &'t Catalogue<'_>) -> Table<'t> {
    let rows = catalogue.records.iter().map(|record| long_row(catalogue, record));
    Table {
        name: "facts".into(),
        title: "Every fact of every municipality".into(),
        fields: LONG
            .iter()
            .map(|(name, kind, about)| json!({ "name": name, "type": kind, "description": about }))
            .collect(),
        key: vec!["municipality", "procedure", "facet"],
        head: LONG.iter().map(|(name, _, _)| (*name).to_owned()).collect(),
        rows: Box::new(rows),
    }
}

fn long_row<'t>(catalogue: &'t Catalogue<'_>, record: &'t Record) -> Row<'t> {
    let (ja, en, prefecture) = catalogue.names_of(&record.municipality);
    let (said, note, value) = (record.text.as_ref(), record.note.as_ref(), record.value.as_deref());
    let text = |text: Option<&'t str>| Cow::Borrowed(text.unwrap_or_default());
    let source = &record.source;
    vec![
        record.municipality.as_str().into(),
        ja.into(),
        en.into(),
        prefecture.into(),
        record.procedure.as_str().into(),
        text(record.applicant.as_deref()),
        text(Some(&record.group)),
        text(Some(&record.facet)),
        record.state.name().into(),
        text(value.map(|value| value.kind.as_str())),
        value.map(in_codes).unwrap_or_default().into(),
        text(said.map(|said| said.ja.as_str())),
        text(said.map(|said| said.en.as_str())),
        text(note.map(|note| note.ja.as_str())),
        text(note.map(|note| note.en.as_str())),
        record.varies.to_string().into(),
        source.url.as_str().into(),
        text(source.section.as_deref()),
        text(source.page_date.as_deref()),
        source.read_on.as_str().into(),
    ]
}

/// A table of one procedure: a line a municipality, a column a facet.
fn wide<'t>(catalogue: &'t Catalogue<'_>, procedure: &'t str) -> Table<'t> {
    let fixed = ["municipality", "municipality_ja", "municipality_en", "prefecture"];
    let subjects = catalogue.subjects.iter().filter(move |subject| subject.id.as_str() == procedure);
    let rows = subjects.map(move |subject| {
        let code = subject.municipality().municipality.to_string();
        let (ja, en, prefecture) = catalogue.names_of(&code);
        let cells = catalogue.records_of(subject).map(|record| match (record.state, &record.value) {
            (State::Stated, Some(value)) => in_codes(value),
            (state, _) => format!("({})", state.name()),
        });
        let names = [ja, en, prefecture].map(Cow::Borrowed);
        std::iter::once(Cow::Owned(code)).chain(names).chain(cells.map(Cow::Owned)).collect()
    });
    let fields = fixed.iter().map(|name| json!({ "name": name, "type": "string" }));
    let facets = FACETS.iter().map(|facet| json!({ "name": facet.id, "type": "string" }));
    Table {
        name: procedure.to_owned(),
        title: format!("The facets of {procedure}, a line a municipality"),
        fields: fields.chain(facets).collect(),
        key: vec!["municipality"],
        head: fixed.iter().copied().chain(FACETS.iter().map(|facet| facet.id)).map(str::to_owned).collect(),
        rows: Box::new(rows),
    }
}

/// A value in codes, in one cell: things that are all meant are parted by `; `, ways by ` | `.
pub(crate) fn in_codes(value: &Coded) -> String {
    if value.kind == "accepted" {
        return "not-accepted".to_owned();
    }
    let papers = value.papers.iter().map(|papers| {
        let way = |way: &Vec<super::PaperRecord>| {
            let paper = |paper: &super::PaperRecord| {
                let name = paper.document.as_deref().or(paper.class.as_deref()).unwrap_or_default();
                vec![name; paper.count as usize].join("+")
            };
            way.iter().map(paper).collect::<Vec<_>>().join("+")
        };
        let ways = papers.any_of.iter().map(way).collect::<Vec<_>>().join(" | ");
        let mut text = match &papers.of {
            Some(of) => format!("{of}: {ways}"),
            None => ways,
        };
        let mut add = |name: &str, said: Option<&str>| {
            if let Some(said) = said {
                text.push_str(&format!(" [{name} {said}]"));
            }
        };
        add("own", papers.own.as_deref());
        add("only-if", papers.only_if.as_deref());
        add("unless", papers.unless.as_deref());
        add("issued-within", papers.issued_within.as_deref());
        add("choice", papers.choice.map(|number| number.to_string()).as_deref());
        add("excluding", Some(papers.excluding.join(" ")).filter(|list| !list.is_empty()).as_deref());
        text
    });
    let hours = value
        .hours
        .iter()
        .map(|hours| format!("{}: {}", hours.counter.ja, hours.opening_hours.as_deref().unwrap_or("(irregular)")));
    let parts = (value.number.map(|number| number.to_string()).into_iter())
        .chain(value.flag.map(|flag| flag.to_string()))
        .chain(value.date.clone())
        .chain(value.codes.iter().cloned())
        .chain(value.conditions.iter().cloned())
        .chain(value.periods.iter().cloned())
        .chain(papers)
        .chain(hours)
        .chain(value.names.iter().map(|name| name.ja.clone()));
    parts.collect::<Vec<_>>().join("; ")
}

/// A cell that no spreadsheet program takes for a formula.
fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}").into() } else { cell.into() }
}

/// A table behind the mark.
fn marked(table: &mut Table<'_>) -> Result<Vec<u8>, SiteError> {
    let file = format!("{FOLDER}{}.csv", table.name);
    let fault = |error: String| SiteError::Export { file: file.clone(), fault: error };
    // A buffer that grows is in memory twice while it does.
    let mut buffer = Vec::with_capacity(table.rows.size_hint().0 * USUAL_ROW);
    buffer.extend_from_slice(MARK);
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(buffer);
    writer.write_record(&table.head).map_err(|error| fault(error.to_string()))?;
    for row in table.rows.by_ref() {
        for cell in &row {
            writer.write_field(harmless(cell).as_bytes()).map_err(|error| fault(error.to_string()))?;
        }
        writer.write_record(None::<&[u8]>).map_err(|error| fault(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| fault(error.to_string()))
}

fn resource(table: &Table<'_>, bytes: &[u8]) -> Value {
    let missing: Vec<Value> = MISSING.iter().map(|(value, label)| json!({ "value": value, "label": label })).collect();
    json!({
        "name": table.name,
        "path": format!("{}.csv", table.name),
        "title": table.title,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": bytes.len(),
        "hash": format!("sha256:{}", sha256(bytes)),
        "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "header": true },
        "schema": { "fields": table.fields, "primaryKey": table.key, "missingValues": missing }
    })
}

fn package(catalogue: &Catalogue<'_>, resources: &[Value]) -> Value {
    let read = catalogue.last_modified().map(|day| day.to_string()).unwrap_or_default();
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "madoguchi",
        "title": "Madoguchi: rules of Japanese municipalities for the PINs of the My Number Card",
        "description": "What municipalities' pages say, fact by fact, with state, source and date. \
            Silence is never \"no\".",
        "version": read.replace('-', "."),
        "created": format!("{read}T00:00:00Z"),
        "licenses": [{
            "name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/", "title": "CC0 1.0 Universal"
        }],
        "resources": resources
    })
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn a_cell_that_looks_like_a_formula_is_text() {
        for cell in ["=1+1", "+81", "-1", "@x"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        assert_eq!(harmless("2"), "2");
    }
}
