//! The linked data, as a JSON-LD processor that was not written here reads them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use madoguchi_schema::model::{Extent, State};
use oxjsonld::JsonLdParser;
use oxrdf::vocab::{rdf, xsd};
use oxrdf::{BlankNodeRef, Graph, NamedNode, NamedNodeRef, NamedOrBlankNodeRef, TermRef};

use super::data::{assets, dataset, options, render, whole_dataset};
use crate::export::{Catalogue, Coded, PaperRecord, PapersRecord, Record, Texts};
use crate::lang::Lang;
use crate::view::page::Shared;
use crate::view::{Messages, Words};

const BASE: &str = "https://example.org/";
const CV: &str = "http://data.europa.eu/m8g/";
const CPSV: &str = "http://purl.org/vocab/cpsv#";
const DCT: &str = "http://purl.org/dc/terms/";
const RDFS: &str = "http://www.w3.org/2000/01/rdf-schema#";
const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
const PROV: &str = "http://www.w3.org/ns/prov#";

fn mado(name: &str) -> String {
    format!("{BASE}ns/madoguchi.ttl#{name}")
}

/// Triples of one document, with the questions that the tests ask of them.
struct Read(Graph);

impl Read {
    fn of(bytes: &[u8]) -> Self {
        let quads = JsonLdParser::new().for_slice(bytes).map(Result::unwrap);
        Self(quads.map(oxrdf::Triple::from).collect())
    }

    fn all<'g>(&'g self, of: impl Into<NamedOrBlankNodeRef<'g>>, property: &str) -> Vec<TermRef<'g>> {
        let property = NamedNode::new(property).unwrap();
        let mut found: Vec<TermRef<'g>> =
            self.0.objects_for_subject_predicate(of.into(), property.as_ref()).collect::<Vec<_>>();
        found.sort_by_key(ToString::to_string);
        found
    }

    fn one<'g>(&'g self, of: impl Into<NamedOrBlankNodeRef<'g>>, property: &str) -> Option<TermRef<'g>> {
        let found = self.all(of, property);
        assert!(found.len() <= 1, "{property}: {found:?}");
        found.first().copied()
    }

    fn text<'g>(&'g self, of: impl Into<NamedOrBlankNodeRef<'g>>, property: &str) -> Option<String> {
        self.one(of, property).map(text)
    }

    fn flag<'g>(&'g self, of: impl Into<NamedOrBlankNodeRef<'g>>, property: &str) -> Option<bool> {
        let TermRef::Literal(literal) = self.one(of, property)? else { panic!("{property}") };
        assert_eq!(literal.datatype(), xsd::BOOLEAN);
        Some(literal.value() == "true")
    }

    fn number<'g>(&'g self, of: impl Into<NamedOrBlankNodeRef<'g>>, property: &str) -> Option<u32> {
        let TermRef::Literal(literal) = self.one(of, property)? else { panic!("{property}") };
        assert_eq!(literal.datatype(), xsd::INTEGER);
        Some(literal.value().parse().unwrap())
    }

    fn texts<'g>(&'g self, of: impl Into<NamedOrBlankNodeRef<'g>>, property: &str) -> Option<Texts> {
        let mut by_language: BTreeMap<&str, String> = BTreeMap::new();
        for term in self.all(of, property) {
            let TermRef::Literal(literal) = term else { panic!("{term}") };
            by_language.insert(literal.language().unwrap(), literal.value().to_owned());
        }
        let ja = by_language.get("ja")?.clone();
        // A text that has no English is not told as English.
        let en = by_language.get("en").unwrap_or(&ja).clone();
        Some(Texts { ja, en })
    }

    /// The members of a list, in their order.
    fn list<'g>(&'g self, of: impl Into<NamedOrBlankNodeRef<'g>>, property: &str) -> Vec<TermRef<'g>> {
        let mut members = Vec::new();
        let mut rest = self.one(of, property);
        while let Some(TermRef::BlankNode(cell)) = rest {
            members.push(self.one(cell, rdf::FIRST.as_str()).unwrap());
            rest = self.one(cell, rdf::REST.as_str());
        }
        assert!(rest.is_none() || rest == Some(rdf::NIL.into()));
        members
    }

    fn strings<'g>(&'g self, of: impl Into<NamedOrBlankNodeRef<'g>>, property: &str) -> Vec<String> {
        self.list(of, property).into_iter().map(text).collect()
    }

    fn of_class(&self, class: &str) -> Vec<NamedOrBlankNodeRef<'_>> {
        let class = NamedNode::new(class).unwrap();
        self.0.subjects_for_predicate_object(rdf::TYPE, class.as_ref()).collect()
    }

    /// The value of a fact, as the record has it.
    fn value(&self, at: NamedOrBlankNodeRef<'_>, known: &str) -> Coded {
        let names = |property: &str| {
            let nodes = self.list(at, property).into_iter().map(blank);
            nodes.collect::<Vec<BlankNodeRef<'_>>>()
        };
        assert_eq!(self.text(at, &mado("kind")).as_deref(), Some(known));
        Coded {
            kind: known.to_owned(),
            number: self.number(at, &mado("number")),
            flag: self.flag(at, &mado("flag")),
            date: self.text(at, &mado("date")),
            codes: self.strings(at, &mado("codes")),
            conditions: self.strings(at, &mado("conditions")),
            periods: self.strings(at, &mado("periods")),
            papers: self.list(at, &mado("papers")).into_iter().map(|thing| self.papers(named(thing))).collect(),
            hours: names(&mado("hours"))
                .into_iter()
                .map(|hours| crate::export::HoursRecord {
                    counter: self.texts(hours, &format!("{RDFS}label")).unwrap(),
                    opening_hours: self.text(hours, &mado("openingHours")),
                })
                .collect(),
            names: names(&mado("names"))
                .into_iter()
                .map(|name| self.texts(name, &format!("{RDFS}label")).unwrap())
                .collect(),
        }
    }

    fn papers(&self, at: NamedNodeRef<'_>) -> PapersRecord {
        assert!(self.is_a(at, &format!("{CV}Requirement")), "{at}");
        let mut excluding: Vec<String> =
            self.all(at, &mado("excluding")).into_iter().map(|term| concept(term, "document")).collect();
        excluding.sort();
        PapersRecord {
            choice: self.number(at, &mado("choice")),
            of: self.one(at, &mado("of")).map(|of| concept(of, "person")),
            any_of: self.lists(at, &format!("{CV}hasEvidenceTypeList")),
            own: self.text(at, &mado("own")),
            only_if: self.text(at, &mado("onlyIf")),
            unless: self.text(at, &mado("unless")),
            excluding,
            issued_within: self.text(at, &mado("issuedWithin")),
            original: self.flag(at, &mado("original")),
            optional: self.flag(at, &mado("optional")).unwrap(),
            number_unstated: self.flag(at, &mado("numberUnstated")).unwrap(),
        }
    }

    /// Several lists are alternatives; what one list specifies is all needed, as often as it asks.
    fn lists(&self, of: NamedNodeRef<'_>, property: &str) -> Vec<Vec<PaperRecord>> {
        let mut lists = Vec::new();
        for list in self.all(of, property).into_iter().map(named) {
            assert!(self.is_a(list, &format!("{CV}EvidenceTypeList")), "{list}");
            let specified: BTreeSet<String> =
                self.all(list, &format!("{CV}specifiesEvidenceType")).iter().map(ToString::to_string).collect();
            let mut asked = BTreeSet::new();
            let mut papers = Vec::new();
            for demand in self.all(list, &mado("asks")).into_iter().map(blank) {
                let evidence = self.one(demand, &mado("evidenceType")).unwrap();
                assert!(self.is_a(named(evidence), &format!("{CV}EvidenceType")), "{evidence}");
                asked.insert(evidence.to_string());
                papers.push(paper(evidence, self.number(demand, &mado("count")).unwrap()));
            }
            assert_eq!(asked, specified, "{list}");
            lists.push(papers);
        }
        lists
    }

    fn is_a(&self, node: NamedNodeRef<'_>, class: &str) -> bool {
        self.all(node, rdf::TYPE.as_str()).contains(&NamedNode::new(class).unwrap().as_ref().into())
    }
}

fn text(term: TermRef<'_>) -> String {
    match term {
        TermRef::Literal(literal) => literal.value().to_owned(),
        other => panic!("{other}"),
    }
}

fn named(term: TermRef<'_>) -> NamedNodeRef<'_> {
    match term {
        TermRef::NamedNode(node) => node,
        other => panic!("{other}"),
    }
}

fn blank(term: TermRef<'_>) -> BlankNodeRef<'_> {
    match term {
        TermRef::BlankNode(node) => node,
        other => panic!("{other}"),
    }
}

fn concept(term: TermRef<'_>, scheme: &str) -> String {
    let prefix = format!("{BASE}data/linked/concepts.jsonld#{scheme}-");
    named(term).as_str().strip_prefix(&prefix).unwrap_or_else(|| panic!("{term}: no {scheme}")).to_owned()
}

fn paper(term: TermRef<'_>, count: u32) -> PaperRecord {
    let node = named(term).as_str();
    match node.contains("#document-") {
        true => PaperRecord { document: Some(concept(term, "document")), class: None, count },
        false => PaperRecord { document: None, class: Some(concept(term, "kind")), count },
    }
}

/// A value whose sets are in one order.
fn in_order(mut value: Coded) -> Coded {
    for papers in &mut value.papers {
        papers.excluding.sort();
        for list in &mut papers.any_of {
            list.sort_by(|a, b| (&a.document, &a.class).cmp(&(&b.document, &b.class)));
        }
        papers.any_of.sort_by_key(|list| format!("{list:?}"));
    }
    value
}

fn with_catalogue(dataset: &madoguchi_schema::dataset::Dataset, look: impl FnOnce(&Catalogue<'_>)) {
    let (assets, options) = (assets(), options());
    let messages = |lang| Messages::read(&assets, lang).unwrap();
    let (ja, en) = (messages(Lang::Ja), messages(Lang::En));
    let words = |lang, messages| Words { lang, messages, vocabulary: &dataset.vocabulary };
    let shared = Shared::new(dataset, &options);
    look(&Catalogue::new(&shared, words(Lang::Ja, &ja), words(Lang::En, &en)).unwrap());
}

fn documents(catalogue: &Catalogue<'_>) -> BTreeMap<String, Vec<u8>> {
    let files = Mutex::new(BTreeMap::new());
    let take = |path: &str, bytes: &[u8]| {
        if path.ends_with(".jsonld") {
            files.lock().unwrap().insert(path.to_owned(), bytes.to_vec());
        }
        Ok(())
    };
    crate::export::files(catalogue, &take).unwrap();
    crate::export::own_files(catalogue, &mut |path, bytes| take(path, bytes)).unwrap();
    files.into_inner().unwrap()
}

fn service_of(record: &Record) -> String {
    format!("data/linked/{}/{}.jsonld", record.municipality, record.procedure)
}

#[test]
fn every_fact_of_every_municipality_is_in_the_triples_with_its_value_state_and_source() {
    with_catalogue(&whole_dataset(), |catalogue| {
        let documents = documents(catalogue);
        let read: BTreeMap<&str, Read> =
            documents.iter().map(|(path, bytes)| (path.as_str(), Read::of(bytes))).collect();
        let mut facts = 0;
        for record in &catalogue.records {
            let path = service_of(record);
            let graph = &read[path.as_str()];
            let at = |fragment: &str| NamedNode::new(format!("{BASE}{path}#{fragment}")).unwrap();
            let fact = at(&format!("fact-{}", record.facet));
            let service = at("service");
            assert!(graph.all(&service, &mado("fact")).contains(&fact.as_ref().into()), "{fact}");
            assert_eq!(concept(graph.one(&fact, &mado("facet")).unwrap(), "facet"), record.facet);
            assert_eq!(
                graph.one(&fact, &mado("applicant")).map(|id| concept(id, "applicant")).as_deref(),
                record.applicant.as_deref()
            );
            assert_eq!(named(graph.one(&fact, &mado("state")).unwrap()).as_str(), mado(record.state.name()));
            let value = graph.one(&fact, &mado("value")).map(|value| {
                in_order(graph.value(blank(value).into(), record.value.as_ref().map_or("", |value| &value.kind)))
            });
            assert_eq!(value, record.value.as_deref().cloned().map(in_order), "{fact}");
            assert_eq!(graph.texts(&fact, &format!("{DCT}description")), record.text, "{fact}");
            assert_eq!(graph.texts(&fact, &format!("{SKOS}note")), record.note, "{fact}");
            assert_eq!(graph.flag(&fact, &mado("varies")), Some(record.varies));
            assert_eq!(graph.text(&fact, &mado("section")), record.source.section);
            let source = named(graph.one(&fact, &format!("{DCT}source")).unwrap());
            assert_eq!(
                named(graph.one(source, &format!("{PROV}specializationOf")).unwrap()).as_str(),
                record.source.url
            );
            assert_eq!(graph.text(source, &mado("readOn")).as_deref(), Some(record.source.read_on.as_str()));
            assert_eq!(graph.text(source, &format!("{DCT}issued")), record.source.page_date);
            assert_eq!(
                graph.text(source, &mado("extent")).as_deref(),
                Some(match record.source.read {
                    Extent::Whole => "whole",
                    Extent::Part => "part",
                })
            );
            facts += 1;
        }
        let there: usize = read.values().map(|graph| graph.of_class(&mado("Fact")).len()).sum();
        assert_eq!(there, facts);
        assert!(facts > 100 * crate::facet::FACETS.len());
    });
}

#[test]
fn the_same_records_give_the_same_bytes() {
    with_catalogue(&dataset(), |catalogue| {
        assert_eq!(documents(catalogue), documents(catalogue));
    });
}

#[test]
fn visits_are_told_only_where_they_are_stated() {
    with_catalogue(&whole_dataset(), |catalogue| {
        let documents = documents(catalogue);
        let mut stated = 0;
        for record in catalogue.records.iter().filter(|record| record.facet == "agent-visits") {
            let graph = Read::of(&documents[&service_of(record)]);
            let flow = NamedNode::new(format!("{BASE}{}#flow-agent", service_of(record))).unwrap();
            let known = record.value.as_ref().filter(|value| record.state == State::Stated && value.kind == "visits");
            assert_eq!(graph.number(&flow, &mado("visits")), known.and_then(|value| value.number), "{flow}");
            let refused = record.value.as_ref().is_some_and(|value| value.kind == "accepted");
            assert_eq!(graph.flag(&flow, &mado("accepted")), refused.then_some(false), "{flow}");
            stated += usize::from(known.is_some());
        }
        assert!(stated > 3, "{stated}");
    });
}

#[test]
fn what_is_not_stated_is_no_requirement_and_no_cost() {
    with_catalogue(&whole_dataset(), |catalogue| {
        let mut free = 0;
        for (path, bytes) in documents(catalogue) {
            let graph = Read::of(&bytes);
            let records = catalogue.records.iter().filter(|record| service_of(record) == path);
            for record in records {
                let is_stated = record.state == State::Stated;
                let named_here = NamedNode::new(format!("{BASE}{path}#requirement-{}", record.facet)).unwrap();
                let papers = record.value.as_ref().is_some_and(|value| !value.papers.is_empty());
                let is_held = !graph.all(&named_here, rdf::TYPE.as_str()).is_empty();
                assert_eq!(is_held, is_stated && papers, "{named_here}");
                if record.facet == "fee" {
                    assert_eq!(graph.of_class(&format!("{CV}Cost")).len(), usize::from(is_stated), "{path}");
                    free += usize::from(is_stated);
                }
            }
        }
        assert!(free > 0);
    });
}

#[test]
fn every_service_has_what_cpsv_ap_asks_for() {
    with_catalogue(&dataset(), |catalogue| {
        let mut services = 0;
        for (path, bytes) in documents(catalogue) {
            let graph = Read::of(&bytes);
            for service in graph.of_class(&format!("{CPSV}PublicService")) {
                for property in ["identifier", "title", "description", "spatial", "source"] {
                    assert!(!graph.all(service, &format!("{DCT}{property}")).is_empty(), "{path}: {property}");
                }
                let authority = named(graph.one(service, &format!("{CV}hasCompetentAuthority")).unwrap());
                assert!(graph.is_a(authority, &format!("{CV}PublicOrganisation")));
                for channel in graph.all(service, &format!("{CV}hasChannel")).into_iter().map(named) {
                    assert!(graph.is_a(channel, &format!("{CV}Channel")));
                    assert!(graph.texts(channel, &format!("{DCT}description")).is_some());
                }
                services += 1;
            }
        }
        assert_eq!(services, catalogue.subjects.len());
    });
}

#[test]
fn every_term_that_is_used_is_defined() {
    let pages = render(&dataset());
    let turtle = &pages.iter().find(|page| page.path == "ns/madoguchi.ttl").unwrap().bytes;
    let vocabulary: Graph = oxttl::TurtleParser::new().for_slice(turtle).map(Result::unwrap).collect();
    let defined: BTreeSet<String> = vocabulary.iter().map(|triple| triple.subject.to_string()).collect();
    let mut used = BTreeSet::new();
    let mut concepts = BTreeSet::new();
    let mut known = BTreeSet::new();
    for page in pages.iter().filter(|page| page.path.ends_with(".jsonld") && page.path.starts_with("data/")) {
        for triple in &Read::of(&page.bytes).0 {
            if page.path == "data/linked/concepts.jsonld" && triple.predicate == rdf::TYPE {
                known.insert(triple.subject.to_string());
            }
            let terms = [triple.subject.to_string(), triple.predicate.to_string(), triple.object.to_string()];
            for term in terms {
                if term.starts_with(&format!("<{}", mado(""))) {
                    used.insert(term);
                } else if term.starts_with(&format!("<{BASE}data/linked/concepts.jsonld#")) {
                    concepts.insert(term);
                }
            }
        }
    }
    assert_eq!(used.difference(&defined).collect::<Vec<_>>(), Vec::<&String>::new());
    assert_eq!(concepts.difference(&known).collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(used.len() > 40, "{}", used.len());
    assert!(defined.iter().all(|term| term.starts_with(&format!("<{BASE}ns/madoguchi.ttl"))));
}

#[test]
fn the_context_of_the_site_is_that_of_every_document() {
    let pages = render(&dataset());
    let json = |path: &str| -> serde_json::Value {
        serde_json::from_slice(&pages.iter().find(|page| page.path == path).unwrap().bytes).unwrap()
    };
    let shared = json("ns/context.jsonld")["@context"].clone();
    for page in pages.iter().filter(|page| page.path.starts_with("data/") && page.path.ends_with(".jsonld")) {
        let mut own = json(&page.path)["@context"].clone();
        let base = own.as_object_mut().unwrap().remove("@base").unwrap();
        assert_eq!(base, format!("{BASE}{}", page.path));
        assert_eq!(own, shared, "{}", page.path);
    }
}
