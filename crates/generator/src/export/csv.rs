//! Tables: `data/facts.csv` (a line a fact), one wide table a procedure, and the Data Package that
//! describes them (Frictionless Data Package v2).

use madoguchi_schema::model::State;
use serde_json::{Value, json};

use super::json::page;
use super::record::Catalogue;
use super::{Coded, Emit, Record};
use crate::facet::FACETS;
use crate::hash::sha256;
use crate::view::Worded;
use crate::{Page, SiteError};

/// The folder of the tables below the site's root.
pub(crate) const FOLDER: &str = "data/";

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
pub(super) struct Table {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) fields: Vec<Value>,
    pub(super) key: Vec<&'static str>,
    pub(super) head: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

/// Every table in two encodings, and their description.
pub(crate) fn files(catalogue: &Catalogue<'_>, emit: &mut Emit<'_>) -> Worded<()> {
    let mut resources = Vec::new();
    // One table at a time: they are the largest things of an export.
    let mut add = |table: Table| {
        let bytes = written(&table)?;
        resources.push(resource(&table, &bytes));
        // Spreadsheet programs take a file without the mark for one of their own encoding.
        let marked = [b"\xef\xbb\xbf".as_slice(), &bytes].concat();
        emit(Page { path: format!("{FOLDER}excel/{}.csv", table.name), bytes: marked })?;
        emit(Page { path: format!("{FOLDER}{}.csv", table.name), bytes })
    };
    add(long(catalogue))?;
    for id in &catalogue.procedures {
        add(wide(catalogue, &id.to_string()))?;
    }
    for table in super::gif::tables(catalogue)? {
        add(table)?;
    }
    emit(page(&format!("{FOLDER}datapackage.json"), &package(catalogue, &resources))?)
}

fn long(catalogue: &Catalogue<'_>) -> Table {
    let rows = catalogue.records.iter().map(|record| long_row(catalogue, record)).collect();
    Table {
        name: "facts".into(),
        title: "Every fact of every municipality".into(),
        fields: LONG
            .iter()
            .map(|(name, kind, about)| json!({ "name": name, "type": kind, "description": about }))
            .collect(),
        key: vec!["municipality", "procedure", "facet"],
        head: LONG.iter().map(|(name, _, _)| (*name).to_owned()).collect(),
        rows,
    }
}

fn long_row(catalogue: &Catalogue<'_>, record: &Record) -> Vec<String> {
    let (ja, en, prefecture) = catalogue.names_of(&record.municipality);
    let text = |text: Option<&super::Texts>, english: bool| {
        text.map_or_else(String::new, |text| if english { text.en.clone() } else { text.ja.clone() })
    };
    vec![
        record.municipality.clone(),
        ja,
        en,
        prefecture,
        record.procedure.clone(),
        record.applicant.clone().unwrap_or_default(),
        record.group.clone(),
        record.facet.clone(),
        record.state.name().to_owned(),
        record.value.as_ref().map_or_else(String::new, |value| value.kind.clone()),
        record.value.as_ref().map_or_else(String::new, in_codes),
        text(record.text.as_ref(), false),
        text(record.text.as_ref(), true),
        text(record.note.as_ref(), false),
        text(record.note.as_ref(), true),
        record.varies.to_string(),
        record.source.url.clone(),
        record.source.section.clone().unwrap_or_default(),
        record.source.page_date.clone().unwrap_or_default(),
        record.source.read_on.clone(),
    ]
}

/// A table of one procedure: a line a municipality, a column a facet.
fn wide(catalogue: &Catalogue<'_>, procedure: &str) -> Table {
    let fixed = ["municipality", "municipality_ja", "municipality_en", "prefecture"];
    let subjects = catalogue.subjects.iter().filter(|subject| subject.id.to_string() == procedure);
    let rows = subjects.map(|subject| {
        let code = subject.municipality().municipality.to_string();
        let (ja, en, prefecture) = catalogue.names_of(&code);
        let cells = catalogue.records_of(subject).map(|record| match (record.state, &record.value) {
            (State::Stated, Some(value)) => in_codes(value),
            (state, _) => format!("({})", state.name()),
        });
        [code, ja, en, prefecture].into_iter().chain(cells).collect()
    });
    let fields = fixed.iter().map(|name| json!({ "name": name, "type": "string" }));
    let facets = FACETS.iter().map(|facet| json!({ "name": facet.id, "type": "string" }));
    Table {
        name: procedure.to_owned(),
        title: format!("The facets of {procedure}, a line a municipality"),
        fields: fields.chain(facets).collect(),
        key: vec!["municipality"],
        head: fixed.iter().copied().chain(FACETS.iter().map(|facet| facet.id)).map(str::to_owned).collect(),
        rows: rows.collect(),
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
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

fn written(table: &Table) -> Result<Vec<u8>, SiteError> {
    let fault = |error: String| SiteError::Export { file: format!("{FOLDER}{}.csv", table.name), fault: error };
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(&table.head).map_err(|error| fault(error.to_string()))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|cell| harmless(cell))).map_err(|error| fault(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| fault(error.to_string()))
}

fn resource(table: &Table, bytes: &[u8]) -> Value {
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
