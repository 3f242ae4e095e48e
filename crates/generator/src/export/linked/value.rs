//! A fact and its value as nodes.

use serde_json::Value;

use super::node::{Node, in_languages};
use super::{concept, said};
use crate::export::record::Catalogue;
use crate::export::{Coded, HoursRecord, Record, SourceRecord, Texts};

/// A fact. `papers` are the identifiers of what its value asks for, in their order.
pub(super) fn fact(record: &Record, papers: Vec<Value>) -> Node {
    let is_asked = said::is_stated(record) && !papers.is_empty();
    let value = record.value.as_ref().map(|coded| Value::from(value(coded, papers)));
    Node::new(format!("#fact-{}", record.facet), "Fact")
        .with("facet", concept::id("facet", said::facet(record)))
        .with("applicant", said::applicant(record).map(|id| concept::id("applicant", id)))
        .with("state", said::state(record))
        .with("value", value)
        .with("requirement", is_asked.then(|| format!("#requirement-{}", record.facet)))
        .with("description", record.text.as_ref().map(in_languages))
        .with("note", record.note.as_ref().map(in_languages))
        .with("varies", record.varies)
        .with("section", record.source.section.clone())
        .with("source", source_id(&record.source))
}

fn value(coded: &Coded, papers: Vec<Value>) -> Node {
    let hours: Vec<Value> = coded.hours.iter().map(|hours| Value::from(hours_of(hours))).collect();
    let names: Vec<Value> = coded.names.iter().map(|name| Value::from(named(name))).collect();
    Node::blank("Value")
        .with("kind", coded.kind.to_string())
        .with("number", coded.number)
        .with("flag", coded.flag)
        .with("date", coded.date.clone())
        .with("codes", coded.codes.clone())
        .with("conditions", coded.conditions.clone())
        .with("periods", coded.periods.clone())
        .with("papers", papers)
        .with("hours", hours)
        .with("names", names)
}

fn hours_of(hours: &HoursRecord) -> Node {
    Node::blank("CounterHours")
        .with("name", in_languages(&hours.counter))
        .with("openingHours", hours.opening_hours.clone())
}

fn named(name: &Texts) -> Node {
    Node::blank("rdfs:Resource").with("name", in_languages(name))
}

/// The identifier of a page as it was read, in its document.
pub(super) fn source_id(source: &SourceRecord) -> String {
    format!("#source-{}", source.id)
}

/// A page as it was read on a day.
pub(super) fn source(source: &SourceRecord) -> Node {
    Node::new(source_id(source), "Source")
        .with("title", serde_json::json!({ "ja": source.title }))
        .with("specializationOf", source.url.clone())
        .with("issued", source.page_date.clone())
        .with("readOn", source.read_on.clone())
        .with("extent", said::extent(source))
}

/// The name of a facet.
pub(super) fn facet_name(catalogue: &Catalogue<'_>, id: &str) -> crate::view::Worded<Texts> {
    match crate::facet::FACETS.iter().find(|facet| facet.id == id) {
        Some(facet) => catalogue.both(|words| words.facet(facet)),
        None => Ok(Texts { ja: id.to_owned(), en: id.to_owned() }),
    }
}
