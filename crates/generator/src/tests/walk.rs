//! One walk over every fact of every municipality: page, JSON, CSV and SQLite show the value and the
//! state of the record that they are drawn from.

use std::collections::BTreeMap;

use madoguchi_schema::dataset::MunicipalityFile;
use madoguchi_schema::model::State;
use madoguchi_schema::published::{
    Coded, ComparisonRecord, Envelope, HoursRecord, MunicipalityDetail, PaperRecord, PapersRecord, Record, Texts,
};
use rusqlite::{Connection, Row, params};

use super::data::{assets, options, render, today, whole_dataset};
use crate::Lang;
use crate::export::Catalogue;
use crate::facet::{FACETS, Subject};
use crate::view::Words;
use crate::view::message::Messages;
use crate::view::page::Shared;

struct Site(BTreeMap<String, Vec<u8>>);

impl Site {
    fn bytes(&self, path: &str) -> &[u8] {
        self.0.get(path).unwrap_or_else(|| panic!("no {path}"))
    }

    fn json<T: serde::de::DeserializeOwned>(&self, path: &str) -> T {
        serde_json::from_slice::<Envelope<T>>(self.bytes(path)).unwrap().result
    }
}

type Rows = BTreeMap<(String, String, String), BTreeMap<String, String>>;

fn rows(bytes: &[u8]) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(bytes);
    let head = reader.headers().unwrap().clone();
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| head.iter().zip(row.iter()).map(|(k, v)| (k.to_owned(), v.to_owned())).collect()).collect()
}

/// A cell as it is read back: the sign that keeps it from being a formula belongs to the table.
fn cell(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(text)
}

#[test]
fn every_fact_is_the_same_on_its_page_in_json_in_csv_and_in_the_database() {
    let dataset = whole_dataset();
    let site = Site(render(&dataset).into_iter().map(|page| (page.path, page.bytes)).collect());
    let (ja, en) = (Messages::read(&assets(), Lang::Ja).unwrap(), Messages::read(&assets(), Lang::En).unwrap());
    let words = |lang, messages| Words { lang, messages, vocabulary: &dataset.vocabulary };
    let options = options();
    let shared = Shared::new(&dataset, &options);
    let catalogue = Catalogue::new(&shared, words(Lang::Ja, &ja), words(Lang::En, &en)).unwrap();

    let key =
        |row: &BTreeMap<String, String>| (row["municipality"].clone(), row["procedure"].clone(), row["facet"].clone());
    let long: Rows = rows(site.bytes("data/facts.csv")).into_iter().map(|row| (key(&row), row)).collect();
    let mut wide: BTreeMap<String, Vec<BTreeMap<String, String>>> = BTreeMap::new();
    let mut compared: BTreeMap<String, ComparisonRecord> = BTreeMap::new();
    for id in &catalogue.procedures {
        wide.insert(id.to_string(), rows(site.bytes(&format!("data/{id}.csv"))));
        compared.insert(id.to_string(), site.json(&format!("api/v1/comparison/{id}.json")));
    }
    let database = opened(site.bytes("data/madoguchi.sqlite"));
    let dangling = "SELECT count(*) FROM pragma_foreign_key_check";
    assert_eq!(database.query_row(dangling, [], |row| row.get::<_, u32>(0)).unwrap(), 0);
    let mut municipality = (String::new(), Vec::new());
    let mut states = BTreeMap::new();
    for (record, id) in catalogue.records.iter().zip(1_u32..) {
        let at = format!("{} {} {}", record.municipality, record.procedure, record.facet);
        on_page(&site, record, &at);

        if municipality.0 != record.municipality {
            let detail: MunicipalityDetail = site.json(&format!("api/v1/municipalities/{}.json", record.municipality));
            municipality = (record.municipality.clone(), detail.facts);
        }
        let fact =
            municipality.1.iter().find(|fact| (&fact.procedure, &fact.facet) == (&record.procedure, &record.facet));
        assert_eq!(fact, Some(record), "{at}: JSON");
        let compared = &compared[&record.procedure];
        let row = compared.municipalities.iter().position(|code| *code == record.municipality).unwrap();
        let column = compared.facets.iter().position(|facet| *facet == record.facet).unwrap();
        let shown = &compared.rows[row][column];
        assert_eq!((shown.state, &shown.value, &shown.text), (record.state, &record.value, &record.text), "{at}");

        let row = &long[&(record.municipality.clone(), record.procedure.clone(), record.facet.to_string())];
        let text = |text: &Option<Texts>| text.as_ref().map(|text| text.ja.clone()).unwrap_or_default();
        assert_eq!(row["state"], record.state.name(), "{at}: CSV");
        assert_eq!(row["kind"], record.value.as_ref().map(|value| value.kind.clone()).unwrap_or_default(), "{at}");
        assert_eq!(
            (cell(&row["text_ja"]), cell(&row["note_ja"])),
            (&*text(&record.text), &*text(&record.note)),
            "{at}"
        );
        assert_eq!(row["value"].is_empty(), record.value.is_none(), "{at}: CSV");
        let lines = &wide[&record.procedure];
        let line = lines.iter().find(|line| line["municipality"] == record.municipality).unwrap();
        let wanted = match record.state {
            State::Stated => row["value"].clone(),
            state => format!("({})", state.name()),
        };
        assert_eq!(line[&*record.facet], wanted, "{at}: wide table");

        in_database(&database, record, id, cell(&row["value"]), &at);
        *states.entry(record.state).or_insert(0) += 1;
    }
    // A procedure of which only an earlier version of a page was read has no rule of today.
    let of = |file: &MunicipalityFile| {
        let ids = file.municipality.procedures.keys();
        ids.filter(|id| Subject::new(file, id, today(), &dataset.vocabulary).is_some()).count()
    };
    let subjects: usize = dataset.municipalities.iter().map(of).sum();
    assert_eq!((catalogue.records.len(), long.len()), (subjects * FACETS.len(), subjects * FACETS.len()));
    let count: u32 = database.query_row("SELECT count(*) FROM fact", [], |row| row.get(0)).unwrap();
    assert_eq!(count as usize, catalogue.records.len());
    assert_eq!(states.len(), 4, "every state has been seen");
}

/// The page of a procedure's facts has the state and every line, in Japanese and in English.
fn on_page(site: &Site, record: &Record, at: &str) {
    for (prefix, english) in [("", false), ("en/", true)] {
        let path = format!("{prefix}m/{}/{}/facts.html", record.municipality, record.procedure);
        let page = std::str::from_utf8(site.bytes(&path)).unwrap();
        let (before, rest) = page.split_once(&format!(" id=\"fact-{}\">", record.facet)).unwrap();
        assert!(before.ends_with(&format!("<div class=\"{}\"", record.state.name())), "{at}: {path}");
        let shown = without_tags(rest.split("</dd>").next().unwrap());
        let has = |text: &str| {
            let wanted = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(shown.contains(&wanted), "{at}: {path}: no {wanted:?} in {shown:?}");
        };
        let text = |text: &Texts| if english { text.en.clone() } else { text.ja.clone() };
        for line in record.text.iter().flat_map(|found| text(found).lines().map(str::to_owned).collect::<Vec<_>>()) {
            let line = line.strip_suffix(']').map_or(line.clone(), |line| line.replacen(" [", "; ", 1));
            line.split("; ").for_each(has);
        }
        record.note.iter().for_each(|note| has(&text(note)));
    }
}

fn without_tags(html: &str) -> String {
    let mut parts = html.split('<');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (tag, after) = part.split_once('>').unwrap_or(("", part));
        // A mark of the language stands inside a text; every other element parts two.
        let inside = tag.starts_with("span lang") || tag.starts_with("/span") || tag.starts_with("wbr");
        text.push_str(if inside { "" } else { " " });
        text.push_str(after);
    }
    for (entity, letter) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")]
    {
        text = text.replace(entity, letter);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn opened(bytes: &[u8]) -> Connection {
    let mut connection = Connection::open_in_memory().unwrap();
    connection.deserialize_read_exact("main", bytes, bytes.len(), true).unwrap();
    connection
}

/// The database has the fact, and its tables give back the whole value.
fn in_database(database: &Connection, record: &Record, id: u32, in_codes: &str, at: &str) {
    let mut statement = database
        .prepare("SELECT id, state, value, text_ja, text_en, note_ja, kind, number, flag, date FROM fact WHERE municipality = ? AND procedure = ? AND facet = ?")
        .unwrap();
    let (found, value) = statement
        .query_row(params![record.municipality, record.procedure, record.facet], |row| {
            let texts = (row.get::<_, Option<String>>(3)?, row.get::<_, Option<String>>(4)?);
            let value = Coded {
                kind: row.get::<_, Option<String>>(6)?.unwrap_or_default(),
                number: row.get(7)?,
                flag: row.get(8)?,
                date: row.get(9)?,
                ..Coded::default()
            };
            let found = (
                row.get::<_, u32>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, Option<String>>(2)?,
                texts,
                row.get::<_, Option<String>>(5)?,
            );
            Ok((found, value))
        })
        .unwrap_or_else(|error| panic!("{at}: {error}"));
    let texts = record.text.as_ref().map(|text| (text.ja.clone(), text.en.clone())).unzip();
    let note = record.note.as_ref().map(|note| note.ja.clone());
    let value_text = record.value.as_ref().map(|_| in_codes.to_owned());
    assert_eq!(found, (id, record.state.name().to_owned(), value_text, texts, note), "{at}: SQLite");
    let value = record.value.as_ref().map(|_| whole(database, id, value));
    assert_eq!(value.as_ref(), record.value.as_deref(), "{at}: SQLite");
}

fn list<T>(database: &Connection, sql: &str, id: u32, read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>) -> Vec<T> {
    database.prepare(sql).unwrap().query_map([id], read).unwrap().map(Result::unwrap).collect()
}

/// A value put together again from its tables.
fn whole(database: &Connection, fact: u32, value: Coded) -> Coded {
    let codes = |of: &str| {
        let sql = format!("SELECT code FROM fact_code WHERE fact = ? AND list = '{of}' ORDER BY position");
        list(database, &sql, fact, |row| row.get(0))
    };
    let counters: Vec<(Texts, Option<String>)> = list(
        database,
        "SELECT ja, en, opening_hours FROM fact_counter WHERE fact = ? ORDER BY position",
        fact,
        |row| Ok((Texts { ja: row.get(0)?, en: row.get(1)? }, row.get(2)?)),
    );
    let is_hours = value.kind == "hours";
    let hours = counters.iter().filter(|_| is_hours).cloned();
    Coded {
        codes: codes("code"),
        conditions: codes("condition"),
        periods: codes("period"),
        papers: papers(database, fact),
        hours: hours.map(|(counter, opening_hours)| HoursRecord { counter, opening_hours }).collect(),
        names: counters.into_iter().filter(|_| !is_hours).map(|(name, _)| name).collect(),
        ..value
    }
}

fn papers(database: &Connection, fact: u32) -> Vec<PapersRecord> {
    let requirements = list(
        database,
        "SELECT id, choice, owner, formula, only_if, unless, issued_within, original, optional, number_unstated \
         FROM requirement WHERE fact = ? ORDER BY position",
        fact,
        |row| {
            let papers = PapersRecord {
                choice: row.get(1)?,
                of: row.get(2)?,
                any_of: Vec::new(),
                own: row.get(3)?,
                only_if: row.get(4)?,
                unless: row.get(5)?,
                excluding: Vec::new(),
                issued_within: row.get(6)?,
                original: row.get(7)?,
                optional: row.get(8)?,
                number_unstated: row.get(9)?,
            };
            Ok((row.get::<_, u32>(0)?, papers))
        },
    );
    let filled = requirements.into_iter().map(|(id, papers)| {
        let excluded = "SELECT document FROM requirement_excluded WHERE requirement = ? ORDER BY document";
        let ways = "SELECT id FROM alternative WHERE requirement = ? ORDER BY position";
        let way = "SELECT document, class, count FROM alternative_paper WHERE alternative = ? ORDER BY position";
        let any_of = list(database, ways, id, |row| row.get::<_, u32>(0)).into_iter().map(|id| {
            list(database, way, id, |row| {
                Ok(PaperRecord { document: row.get(0)?, class: row.get(1)?, count: row.get(2)? })
            })
        });
        PapersRecord { any_of: any_of.collect(), excluding: list(database, excluded, id, |row| row.get(0)), ..papers }
    });
    filled.collect()
}
