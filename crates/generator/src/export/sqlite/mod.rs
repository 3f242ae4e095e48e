//! `data/madoguchi.sqlite`: the facts in normalised tables, with views for the comparison, made in memory
//! by the real library; and `data/metadata.json`, which tells Datasette what the tables are.
//!
//! `schema.sql` is the one place that says what a table and a column is: the comments go into the file
//! and into the metadata.

use madoguchi_schema::model::{Label, Note, Said, State};
use madoguchi_schema::published::VERSION;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use serde_json::{Map, json};

use super::coded::{code, texts};
use super::csv::{FOLDER, in_codes};
use super::json::{change_records, page};
use super::record::{Catalogue, applicant};
use super::{Coded, Emit, Record, give};
use crate::SiteError;
use crate::facet::{FACETS, Origin};
use crate::view::Worded;

const SCHEMA: &str = include_str!("schema.sql");

const NAME: &str = "madoguchi";

/// The file says what it is: `mado` (`PRAGMA application_id`).
const APPLICATION: i32 = 0x6d61_646f;

/// The database and its description.
pub(crate) fn files(catalogue: &Catalogue<'_>, emit: &mut Emit<'_>) -> Worded<()> {
    let path = format!("{FOLDER}{NAME}.sqlite");
    let fault = |error: Fault| match error {
        Fault::Database(error) => SiteError::Export { file: path.clone(), fault: error.to_string() },
        Fault::Words(error) => error,
    };
    let mut database = database(catalogue).map_err(fault)?;
    let bytes = database.serialize("main").map_err(|error| fault(error.into()))?;
    give(emit, &page(&format!("{FOLDER}metadata.json"), &metadata(catalogue))?)?;
    emit(&path, &bytes)
}

/// Why there is no database.
enum Fault {
    Database(rusqlite::Error),
    Words(SiteError),
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error)
    }
}

impl From<SiteError> for Fault {
    fn from(error: SiteError) -> Self {
        Self::Words(error)
    }
}

type Filled<T = ()> = Result<T, Fault>;

fn database(catalogue: &Catalogue<'_>) -> Filled<Connection> {
    // As one piece of memory, which is the file: the pages of `open_in_memory` would be copied into one.
    let tables = Tables(Connection::open("file:madoguchi?vfs=memdb")?);
    // What the bytes depend on is fixed, so that the same facts are the same file. That every reference leads to
    // something is for tests to see: looking each up while the tables are filled takes as long as filling them.
    tables.0.execute_batch(&format!(
        "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE; PRAGMA foreign_keys = OFF;
        PRAGMA application_id = {APPLICATION}; PRAGMA user_version = 1; BEGIN;"
    ))?;
    tables.0.execute_batch(SCHEMA)?;
    vocabularies(catalogue, &tables)?;
    municipalities(catalogue, &tables)?;
    facts(catalogue, &tables)?;
    national(catalogue, &tables)?;
    changes(catalogue, &tables)?;
    for id in &catalogue.procedures {
        tables.0.execute_batch(&comparison(&id.to_string()))?;
    }
    tables.0.execute_batch("COMMIT; ANALYZE;")?;
    Ok(tables.0)
}

/// A view of a procedure: a line a municipality, a column a facet, with the cells of the wide table.
fn comparison(procedure: &str) -> String {
    let columns = FACETS.iter().map(|facet| {
        let id = facet.id;
        format!(
            "max(CASE WHEN facet = '{id}' THEN CASE state WHEN 'stated' THEN value ELSE '(' || state || ')' END END) \
             AS \"{id}\""
        )
    });
    let columns: Vec<String> = columns.collect();
    let name = view_name(procedure);
    format!(
        "CREATE VIEW {name} AS SELECT municipality, municipality.ja, municipality.en, {} FROM fact \
         JOIN municipality ON municipality.code = fact.municipality WHERE procedure = '{procedure}' \
         GROUP BY municipality ORDER BY municipality;",
        columns.join(", ")
    )
}

fn view_name(procedure: &str) -> String {
    format!("compare_{}", procedure.replace('-', "_"))
}

/// The database while it is filled.
struct Tables(Connection);

impl Tables {
    /// Fills a table with rows of which each has every column.
    fn fill(&self, table: &str, rows: impl IntoIterator<Item = Vec<Value>>) -> Filled {
        let mut statement = None;
        for row in rows {
            let statement = match &mut statement {
                Some(statement) => statement,
                none => {
                    let places = vec!["?"; row.len()].join(", ");
                    none.insert(self.0.prepare(&format!("INSERT INTO {table} VALUES ({places})"))?)
                }
            };
            statement.execute(params_from_iter(row))?;
        }
        Ok(())
    }
}

/// A row of values of several types.
macro_rules! row {
    ($($value:expr),+ $(,)?) => { vec![$(cell($value)),+] };
}

fn cell(value: impl Cell) -> Value {
    value.into_value()
}

trait Cell {
    fn into_value(self) -> Value;
}

impl Cell for &str {
    fn into_value(self) -> Value {
        Value::Text(self.to_owned())
    }
}

impl Cell for String {
    fn into_value(self) -> Value {
        Value::Text(self)
    }
}

impl Cell for bool {
    fn into_value(self) -> Value {
        Value::Integer(self.into())
    }
}

impl Cell for u32 {
    fn into_value(self) -> Value {
        Value::Integer(self.into())
    }
}

impl Cell for usize {
    fn into_value(self) -> Value {
        i64::try_from(self).map_or(Value::Null, Value::Integer)
    }
}

impl<T: Cell> Cell for Option<T> {
    fn into_value(self) -> Value {
        self.map_or(Value::Null, Cell::into_value)
    }
}

fn vocabularies(catalogue: &Catalogue<'_>, tables: &Tables) -> Filled {
    let read = catalogue.last_modified().map(|day| day.to_string()).unwrap_or_default();
    let meta = [
        ("title", "Madoguchi: rules of Japanese municipalities for the PINs of the My Number Card".to_owned()),
        ("schema_version", VERSION.to_owned()),
        ("generated_at", read),
        ("rules_of", catalogue.options.today.to_string()),
        ("licence", "CC0-1.0".to_owned()),
    ];
    tables.fill("meta", meta.into_iter().map(|(key, value)| row![key, value]))?;
    for state in [State::Stated, State::Silent, State::Unclear, State::Unread] {
        tables.fill("state", [row![state.name(), catalogue.ja.term(&state)?, catalogue.en.term(&state)?]])?;
    }
    let vocabulary = &catalogue.dataset.vocabulary;
    let documents = vocabulary.documents.iter().map(|(id, entry)| {
        let ends = [entry.not_issued_from, entry.invalid_from].map(|day| day.map(|day| day.to_string()));
        let [not_issued_from, invalid_from] = ends;
        let (ja, kana, en) = (entry.ja.to_string(), entry.kana.to_string(), entry.en.to_string());
        row![id.to_string(), code(&entry.kind), ja, kana, en, not_issued_from, invalid_from]
    });
    tables.fill("document", documents)?;
    let procedures = vocabulary.procedures.iter().enumerate().map(|(position, (id, entry))| {
        let (ja, kana, en) = (entry.ja.to_string(), entry.kana.to_string(), entry.en.to_string());
        let (about_ja, about_en) = both(&entry.about);
        row![id.to_string(), position, ja, kana, en, about_ja, about_en]
    });
    tables.fill("procedure", procedures)?;
    let applicants = vocabulary.applicants.iter().enumerate().map(|(position, (id, entry))| {
        let (ja, kana, en) = (entry.ja.to_string(), entry.kana.to_string(), entry.en.to_string());
        row![id.to_string(), position, code(&entry.person), ja, kana, en]
    });
    tables.fill("applicant", applicants)?;
    for (position, facet) in FACETS.iter().enumerate() {
        let (ja, en) = (catalogue.ja.facet(facet)?, catalogue.en.facet(facet)?);
        tables.fill("facet", [row![facet.id, position, facet.group.name(), applicant(facet), ja, en]])?;
    }
    Ok(())
}

fn municipalities(catalogue: &Catalogue<'_>, tables: &Tables) -> Filled {
    let files = &catalogue.dataset.municipalities;
    let mut prefectures: Vec<_> = files.iter().map(|file| file.municipality.municipality.prefecture()).collect();
    prefectures.dedup_by_key(|prefecture| prefecture.number);
    let prefectures = prefectures
        .into_iter()
        .map(|prefecture| row![u32::from(prefecture.number), prefecture.ja, catalogue.en.prefecture(prefecture)]);
    tables.fill("prefecture", prefectures)?;
    for file in files {
        let municipality = &file.municipality;
        let (own, name) = (municipality.municipality.to_string(), &municipality.name);
        let number = u32::from(municipality.municipality.prefecture().number);
        let page = catalogue.address(&format!("m/{own}.html"));
        let names = (name.ja.to_string(), name.kana.to_string(), name.en.to_string());
        tables.fill("municipality", [row![own.as_str(), number, names.0, names.1, names.2, page]])?;
        let sources = municipality.sources.iter().map(|(id, source)| {
            let page_date = source.page_date.day().map(|day| day.to_string());
            let (url, title, read_on) = (source.url.to_string(), source.title.to_string(), source.read_on.to_string());
            row![own.as_str(), id.to_string(), url, title, page_date, read_on, code(&source.read)]
        });
        tables.fill("source", sources)?;
        for (class, listed) in &municipality.identity_documents {
            let class = class.to_string();
            let name = listed.name.ja.to_string();
            tables.fill("identity_class", [row![own.as_str(), class.as_str(), code(&listed.kind), name]])?;
            let mut documents: Vec<String> = listed.documents.iter().map(|one| one.document.to_string()).collect();
            documents.sort_unstable();
            documents.dedup();
            let documents = documents.into_iter().map(|document| row![own.as_str(), class.as_str(), document]);
            tables.fill("identity_class_document", documents)?;
        }
        for (id, counter) in &municipality.counters {
            let Some(origin) = Origin::of(municipality, counter.source.as_ref(), None) else { continue };
            let id = id.to_string();
            let (ja, en) = named(&counter.name);
            let days = [counter.valid_from, counter.valid_until].map(|day| day.map(|day| day.to_string()));
            let [from, until] = days;
            let kind = code(&counter.kind);
            let source = origin.id.to_string();
            tables.fill(
                "counter",
                [row![own.as_str(), id.as_str(), kind, ja, en, counter.several, from, until, source]],
            )?;
            let fact = madoguchi_schema::model::Fact::of(counter.hours.as_ref(), origin.source.read);
            let hours = counter.hours.as_ref().and_then(Said::value).map(ToString::to_string);
            let why = counter.hours.as_ref().and_then(Said::unclear).map(|note| note.ja.to_string());
            let irregular = counter.irregular.len();
            tables
                .fill("opening_hours", [row![own.as_str(), id.as_str(), fact.state().name(), hours, why, irregular]])?;
        }
    }
    Ok(())
}

fn facts(catalogue: &Catalogue<'_>, tables: &Tables) -> Filled {
    let numbered = || catalogue.records.iter().zip(1_u32..);
    tables.fill("fact", numbered().map(|(record, id)| fact(record, id)))?;
    let valued = || numbered().filter_map(|(record, id)| Some((record.value.as_ref()?, id)));
    let codes = valued().flat_map(|(value, fact)| {
        let lists = [("code", &value.codes), ("condition", &value.conditions), ("period", &value.periods)];
        lists.into_iter().flat_map(move |(list, codes)| {
            let codes = codes.iter().zip(1_u32..);
            codes.map(move |(code, position)| row![fact, list, position, code.as_str()])
        })
    });
    tables.fill("fact_code", codes)?;
    let counters = valued().flat_map(|(value, fact)| {
        let hours = value.hours.iter().map(|hours| (&hours.counter, hours.opening_hours.as_deref()));
        let named = value.names.iter().map(|name| (name, None));
        let all = hours.chain(named).zip(1_u32..);
        all.map(move |((name, hours), position)| row![fact, position, name.ja.as_str(), name.en.as_str(), hours])
    });
    tables.fill("fact_counter", counters)?;
    let (mut requirement, mut alternative) = (0_u32, 0_u32);
    for (value, fact) in valued() {
        requirements(tables, value, fact, &mut requirement, &mut alternative)?;
    }
    Ok(())
}

fn fact(record: &Record, id: u32) -> Vec<Value> {
    let value = record.value.as_deref();
    let text = |english: bool| record.text.as_ref().map(|text| if english { &text.en } else { &text.ja }.as_str());
    let note = |english: bool| record.note.as_ref().map(|note| if english { &note.en } else { &note.ja }.as_str());
    row![
        id,
        record.municipality.as_str(),
        record.procedure.as_str(),
        &*record.facet,
        record.state.name(),
        value.map(|value| value.kind.as_str()),
        value.map(in_codes),
        value.and_then(|value| value.number),
        value.and_then(|value| value.flag),
        value.and_then(|value| value.date.as_deref()),
        text(false),
        text(true),
        note(false),
        note(true),
        record.varies,
        record.source.id.as_str(),
        record.source.section.as_deref(),
    ]
}

fn requirements(tables: &Tables, value: &Coded, fact: u32, requirement: &mut u32, alternative: &mut u32) -> Filled {
    for (papers, position) in value.papers.iter().zip(1_u32..) {
        *requirement += 1;
        let row = row![
            *requirement,
            fact,
            position,
            papers.choice,
            papers.of.as_deref(),
            papers.own.as_deref(),
            papers.only_if.as_deref(),
            papers.unless.as_deref(),
            papers.issued_within.as_deref(),
            papers.original,
            papers.optional,
            papers.number_unstated,
        ];
        tables.fill("requirement", [row])?;
        let excluded = papers.excluding.iter().map(|document| row![*requirement, document.as_str()]);
        tables.fill("requirement_excluded", excluded)?;
        for (way, position) in papers.any_of.iter().zip(1_u32..) {
            *alternative += 1;
            tables.fill("alternative", [row![*alternative, *requirement, position]])?;
            let papers = way.iter().zip(1_u32..).map(|(paper, position)| {
                row![*alternative, position, paper.document.as_deref(), paper.class.as_deref(), paper.count]
            });
            tables.fill("alternative_paper", papers)?;
        }
    }
    Ok(())
}

fn national(catalogue: &Catalogue<'_>, tables: &Tables) -> Filled {
    let baseline = &catalogue.dataset.baseline;
    let pins = baseline.pins.iter().map(|(kind, pin)| {
        let kiosk = baseline.kiosk_reset.pins.get(kind).map(|kiosk| kiosk.valid_from.to_string());
        let lengths = (u32::from(pin.length.least), u32::from(pin.length.most));
        row![kind.name(), lengths.0, lengths.1, u32::from(pin.lock_after), kiosk]
    });
    tables.fill("national_pin", pins)?;
    let rules = baseline.rules.iter().map(|(id, rule)| {
        let ((title_ja, title_en), (says_ja, says_en)) = (both(&rule.title), both(&rule.says));
        let [from, until] = [rule.valid_from, rule.valid_until].map(|day| day.map(|day| day.to_string()));
        row![id.to_string(), rule.topic.name(), title_ja, title_en, says_ja, says_en, rule.number, from, until]
    });
    tables.fill("national_rule", rules)
}

fn changes(catalogue: &Catalogue<'_>, tables: &Tables) -> Filled {
    for (_, change) in change_records(catalogue)? {
        let (says_ja, says_en) = change.says.map(|says| (says.ja, says.en)).unzip();
        let row = row![
            change.id.as_str(),
            change.kind,
            change.date,
            change.about,
            change.at_latest,
            change.municipality,
            change.procedure,
            change.title.ja,
            change.title.en,
            says_ja,
            says_en,
        ];
        tables.fill("change", [row])?;
        tables
            .fill("change_facet", change.differences.iter().map(|one| row![change.id.as_str(), one.facet.as_str()]))?;
    }
    Ok(())
}

fn both(note: &Note) -> (String, String) {
    (note.ja.to_string(), note.en.as_ref().unwrap_or(&note.ja).to_string())
}

fn named(label: &Label) -> (String, String) {
    let texts = texts(label);
    (texts.ja, texts.en)
}

/// What Datasette shows of the tables and columns, read from the comments of the schema.
fn metadata(catalogue: &Catalogue<'_>) -> serde_json::Value {
    let mut tables = Map::new();
    let (mut about, mut name) = ("", "");
    for line in SCHEMA.lines() {
        let comment = line.split_once("-- ").map(|(before, after)| (before.trim(), after));
        if let Some(found) = line.strip_prefix("CREATE ").and_then(|rest| rest.split_whitespace().nth(1)) {
            name = found;
            if line.starts_with("CREATE TABLE") || line.starts_with("CREATE VIEW") {
                let about = about.split_once(": ").map_or(about, |(_, about)| about);
                tables.insert(name.to_owned(), json!({ "title": name, "description": about, "columns": {} }));
            }
        } else if let Some(("", found)) = comment {
            about = found;
        } else if let Some((column, found)) = comment {
            let column = column.split_whitespace().next().unwrap_or_default();
            tables[name]["columns"][column] = found.into();
        }
    }
    for id in &catalogue.procedures {
        let about = format!("{}: a line a municipality, a column a facet.", catalogue.en.procedure(id));
        tables.insert(view_name(&id.to_string()), json!({ "title": id.to_string(), "description": about }));
    }
    json!({
        "title": "Madoguchi",
        "description": "Rules of Japanese municipalities for the PINs of the My Number Card. A fact has a state; \
            silence is never \"no\". Numbers are visits or yen, by the kind of the value; durations are ISO 8601.",
        "license": "CC0-1.0",
        "license_url": "https://creativecommons.org/publicdomain/zero/1.0/",
        "databases": { NAME: { "tables": tables } }
    })
}
