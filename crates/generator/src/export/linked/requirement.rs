//! What is to be brought, as requirements of CPSV-AP and lists of evidence types of CCCEV: the papers
//! of one list are all needed, of several lists one is enough.

use std::collections::{BTreeMap, BTreeSet};

use madoguchi_schema::scalar::formula::Paper;
use madoguchi_schema::scalar::{Formula, Scalar};
use serde_json::Value;

use super::node::{Node, in_languages};
use super::value::facet_name;
use super::{concept, said};
use crate::export::record::Catalogue;
use crate::export::{PaperRecord, PapersRecord, Record, Texts};
use crate::facet::Subject;
use crate::view::Worded;

/// More combinations of lists than this stay with their alternatives alone.
const MOST_COMBINED: usize = 64;

/// The requirements of one procedure, as they are collected fact by fact.
pub(super) struct Requirements<'c, 'a> {
    catalogue: &'c Catalogue<'a>,
    subject: &'c Subject<'a>,
    /// What each applicant brings, each thing once: facets look at the same things from several sides.
    things: BTreeMap<String, Vec<PapersRecord>>,
    /// What each applicant must fulfil.
    held: BTreeMap<String, Vec<Value>>,
    nodes: Vec<Node>,
    /// Every type of evidence that is named, by its identifier.
    types: BTreeMap<String, Node>,
    /// Those that are accepted as input.
    inputs: BTreeSet<String>,
}

/// A list of evidence types.
type List = Vec<Demanded>;

/// A type of evidence, as often as it is asked for.
#[derive(Debug, Clone, PartialEq)]
struct Demanded {
    evidence: String,
    count: u32,
    /// Whose it is, where a list has papers of several people.
    of: Option<String>,
}

impl<'c, 'a> Requirements<'c, 'a> {
    pub(super) fn new(catalogue: &'c Catalogue<'a>, subject: &'c Subject<'a>) -> Self {
        Self {
            catalogue,
            subject,
            things: BTreeMap::new(),
            held: BTreeMap::new(),
            nodes: Vec::new(),
            types: BTreeMap::new(),
            inputs: BTreeSet::new(),
        }
    }

    /// The things that a fact asks for, by their identifiers. Only what is stated is a requirement.
    pub(super) fn of(&mut self, record: &Record) -> Worded<Vec<Value>> {
        let Some(value) = record.value.as_ref().filter(|value| !value.papers.is_empty()) else {
            return Ok(Vec::new());
        };
        let who = said::applicant(record).unwrap_or("anyone").to_owned();
        let ids: Vec<String> =
            value.papers.iter().map(|papers| self.thing(&who, papers)).collect::<Worded<Vec<String>>>()?;
        if said::is_stated(record) {
            self.hold(&who, record, &value.papers, &ids)?;
        }
        Ok(ids.into_iter().map(Value::from).collect())
    }

    /// The requirement that one applicant holds, where anything is stated for it.
    pub(super) fn held_by(&self, who: &str) -> Option<String> {
        self.held.contains_key(who).then(|| held_id(who))
    }

    /// The requirements that the service holds, one an applicant.
    pub(super) fn all_held(&self) -> Vec<Value> {
        self.held.keys().map(|who| Value::from(held_id(who))).collect()
    }

    /// The types of evidence that are asked for.
    pub(super) fn inputs(&self) -> Vec<Value> {
        self.inputs.iter().map(|id| Value::from(id.as_str())).collect()
    }

    /// Every node.
    pub(super) fn finish(self) -> Vec<Node> {
        let identifier = identifier(self.subject);
        let mut nodes = self.nodes;
        for (who, requirements) in self.held {
            let entry = self.catalogue.dataset.vocabulary.applicants.get(who.as_str());
            let name = entry.map_or_else(
                || Texts { ja: who.clone(), en: who.clone() },
                |entry| Texts { ja: entry.ja.to_string(), en: entry.en.to_string() },
            );
            nodes.push(
                Node::new(held_id(&who), "Requirement")
                    .with("identifier", format!("{identifier}-{who}"))
                    .with("title", in_languages(&name))
                    .with("applicant", concept::id("applicant", &who))
                    .with("hasRequirement", requirements),
            );
        }
        nodes.extend(self.types.into_values());
        nodes
    }

    /// What one facet asks for, held by its applicant.
    fn hold(&mut self, who: &str, record: &Record, papers: &[PapersRecord], ids: &[String]) -> Worded<()> {
        let mut inner: Vec<Value> = Vec::new();
        for (papers, id) in papers.iter().zip(ids) {
            // What is only helpful is no requirement; of lists to choose from, none is one by itself.
            if papers.choice.is_none() && !papers.optional {
                inner.push(Value::from(id.as_str()));
            }
        }
        for (lists, number) in choices(papers, ids).iter().zip(1..) {
            inner.push(Value::from(self.choice(record, number, lists)?));
        }
        let id = format!("#requirement-{}", record.facet);
        let node = Node::new(id.as_str(), "Requirement")
            .with("identifier", format!("{}-{}", identifier(self.subject), record.facet))
            .with("title", in_languages(&facet_name(self.catalogue, said::facet(record))?))
            .with("applicant", concept::id("applicant", who))
            .with("state", said::state(record))
            .with("hasRequirement", inner);
        self.nodes.push(node);
        self.held.entry(who.to_owned()).or_default().push(Value::from(id));
        Ok(())
    }

    /// Lists of which one is enough: as lists of evidence types, and each with all that is said of it.
    fn choice(&mut self, record: &Record, number: u32, lists: &[Vec<(PapersRecord, String)>]) -> Worded<String> {
        let id = format!("#choice-{}-{number}", record.facet);
        let mut alternatives = Vec::new();
        let mut combined: Vec<List> = Vec::new();
        for (list, at) in lists.iter().zip(1..) {
            let alternative = format!("{id}-{at}");
            let things: Vec<Value> = list.iter().map(|(_, thing)| Value::from(thing.as_str())).collect();
            self.nodes
                .push(Node::new(alternative.as_str(), "Alternative").with("choice", at).with("hasRequirement", things));
            alternatives.push(Value::from(alternative));
            combined.extend(combinations(list));
        }
        let lists = match combined.len() <= MOST_COMBINED {
            true => self.lists(&id, &combined),
            false => Vec::new(),
        };
        let node = Node::new(id.as_str(), "Requirement")
            .with("identifier", format!("{}-{}", identifier(self.subject), id.trim_start_matches('#')))
            .with("title", in_languages(&facet_name(self.catalogue, said::facet(record))?))
            .with("hasEvidenceTypeList", lists)
            .with("alternative", alternatives);
        self.nodes.push(node);
        Ok(id)
    }

    /// A thing to bring: the one that is there already, or a new one.
    fn thing(&mut self, who: &str, papers: &PapersRecord) -> Worded<String> {
        let things = self.things.entry(who.to_owned()).or_default();
        if let Some(at) = things.iter().position(|known| known == papers) {
            return Ok(thing_id(who, at));
        }
        things.push(papers.clone());
        let id = thing_id(who, things.len() - 1);
        let node = self.thing_node(&id, papers)?;
        self.nodes.push(node);
        Ok(id)
    }

    fn thing_node(&mut self, id: &str, papers: &PapersRecord) -> Worded<Node> {
        for paper in papers.any_of.iter().flatten() {
            let id = self.name_type(paper)?;
            self.inputs.insert(id);
        }
        let excluding: Vec<Value> =
            papers.excluding.iter().map(|document| Value::from(concept::id("document", document))).collect();
        for document in &papers.excluding {
            self.name("document", document)?;
        }
        let shared: Vec<List> = papers.any_of.iter().map(|list| list_of(list)).collect();
        let own = papers.own.as_deref().map(|own| self.own_lists(own)).transpose()?.unwrap_or_default();
        Ok(Node::new(id, "Requirement")
            .with("identifier", format!("{}-{}", identifier(self.subject), id.trim_start_matches('#')))
            .with("title", in_languages(&self.title(papers)?))
            .with("of", papers.of.as_deref().map(|of| concept::id("person", of)))
            .with("hasEvidenceTypeList", self.lists(id, &shared))
            .with("own", papers.own.clone())
            .with("ownEvidenceTypeList", self.lists(&format!("{id}-own"), &own))
            .with("onlyIf", papers.only_if.clone())
            .with("unless", papers.unless.clone())
            .with("excluding", excluding)
            .with("issuedWithin", papers.issued_within.clone())
            .with("original", papers.original)
            .with("optional", papers.optional)
            .with("numberUnstated", papers.number_unstated)
            .with("choice", papers.choice))
    }

    fn lists(&mut self, id: &str, lists: &[List]) -> Vec<Value> {
        let mut ids = Vec::new();
        for (list, number) in lists.iter().zip(1..) {
            let id = format!("#list-{}-{number}", id.trim_start_matches('#'));
            let types: Vec<Value> = list.iter().map(|demanded| Value::from(demanded.evidence.as_str())).collect();
            let demands: Vec<Value> = list.iter().map(|demanded| Value::from(demand(demanded))).collect();
            self.nodes.push(
                Node::new(id.as_str(), "EvidenceTypeList").with("specifiesEvidenceType", types).with("asks", demands),
            );
            ids.push(Value::from(id));
        }
        ids
    }

    /// The lists in the municipality's own classes.
    fn own_lists(&mut self, own: &str) -> Worded<Vec<List>> {
        let Ok(formula) = Formula::parse(own) else { return Ok(Vec::new()) };
        let mut lists = Vec::new();
        for papers in formula.counted() {
            let mut list = Vec::new();
            for (paper, count) in papers {
                let count = u32::try_from(count).unwrap_or(u32::MAX);
                list.push(Demanded { evidence: self.own_type(paper)?, count, of: None });
            }
            lists.push(list);
        }
        Ok(lists)
    }

    /// A class of the municipality as a type of evidence of its own.
    fn own_type(&mut self, paper: &Paper) -> Worded<String> {
        let class = match paper {
            Paper::Document(document) => return self.name("document", document.as_str()),
            Paper::Class(class) => class,
        };
        let id = format!("#class-{class}");
        if self.types.contains_key(&id) {
            return Ok(id);
        }
        let municipality = self.subject.municipality();
        let mut node = Node::new(id.as_str(), "EvidenceType")
            .with("identifier", format!("{}-{class}", municipality.municipality))
            .with("classLetter", class.as_str());
        if let Some(found) = municipality.identity_documents.get(class) {
            let listed: Vec<Value> = found
                .documents
                .iter()
                .map(|listed| Value::from(concept::id("document", listed.document.as_str())))
                .collect();
            for listed in &found.documents {
                self.name("document", listed.document.as_str())?;
            }
            let kind = concept::id("kind", found.kind.name());
            let name = self.catalogue.kind_name(found.kind.name())?;
            let kind_node = Node::new(kind.as_str(), "EvidenceType")
                .and_a("Concept")
                .with("identifier", format!("kind-{}", found.kind.name()))
                .with("name", in_languages(&name));
            self.types.insert(kind.clone(), kind_node);
            node = node
                .with("name", in_languages(&crate::export::coded::texts(&found.name)))
                .with("evidenceTypeClassification", kind)
                .with("lists", listed);
        }
        self.types.insert(id.clone(), node);
        Ok(id)
    }

    fn name_type(&mut self, paper: &PaperRecord) -> Worded<String> {
        match (&paper.document, &paper.class) {
            (Some(document), _) => self.name("document", document),
            (None, kind) => self.name("kind", kind.as_deref().unwrap_or_default()),
        }
    }

    fn name(&mut self, scheme: &str, id: &str) -> Worded<String> {
        let named = concept::id(scheme, id);
        if !self.types.contains_key(&named) {
            self.types.insert(named.clone(), concept::evidence_type(self.catalogue, scheme, id)?);
        }
        Ok(named)
    }

    /// The thing in words: ways are parted by `/`, papers of one way by `+`.
    fn title(&self, papers: &PapersRecord) -> Worded<Texts> {
        let (mut ja, mut en) = (Vec::new(), Vec::new());
        for list in &papers.any_of {
            let (mut list_ja, mut list_en) = (Vec::new(), Vec::new());
            for paper in list {
                let name = match (&paper.document, &paper.class) {
                    (Some(document), _) => self.catalogue.document_name(document),
                    (None, kind) => self.catalogue.kind_name(kind.as_deref().unwrap_or_default())?,
                };
                let times = if paper.count == 1 { String::new() } else { format!(" × {}", paper.count) };
                list_ja.push(format!("{}{times}", name.ja));
                list_en.push(format!("{}{times}", name.en));
            }
            ja.push(list_ja.join(" + "));
            en.push(list_en.join(" + "));
        }
        Ok(Texts { ja: ja.join(" / "), en: en.join(" / ") })
    }
}

/// The identifier of a procedure of a municipality.
pub(super) fn identifier(subject: &Subject<'_>) -> String {
    format!("{}-{}", subject.municipality().municipality, subject.id)
}

fn held_id(who: &str) -> String {
    format!("#requirement-of-{who}")
}

fn thing_id(who: &str, at: usize) -> String {
    format!("#thing-{who}-{}", at + 1)
}

fn list_of(papers: &[PaperRecord]) -> List {
    let named = |paper: &PaperRecord| match (&paper.document, &paper.class) {
        (Some(document), _) => concept::id("document", document),
        (None, kind) => concept::id("kind", kind.as_deref().unwrap_or_default()),
    };
    papers.iter().map(|paper| Demanded { evidence: named(paper), count: paper.count, of: None }).collect()
}

fn demand(demanded: &Demanded) -> Node {
    Node::blank("EvidenceDemand")
        .with("evidenceType", demanded.evidence.as_str())
        .with("count", demanded.count)
        .with("of", demanded.of.clone())
}

/// The things of a fact between which people choose: by choice, by list. Lists of one choice are
/// numbered upwards from one.
fn choices(papers: &[PapersRecord], ids: &[String]) -> Vec<Vec<Vec<(PapersRecord, String)>>> {
    let mut choices: Vec<Vec<Vec<(PapersRecord, String)>>> = Vec::new();
    let mut last = 0;
    for (papers, id) in papers.iter().zip(ids) {
        let Some(number) = papers.choice else {
            last = 0;
            continue;
        };
        if last == 0 || number < last {
            choices.push(Vec::new());
        }
        if let Some(lists) = choices.last_mut() {
            if number != last || lists.is_empty() {
                lists.push(Vec::new());
            }
            if let Some(list) = lists.last_mut() {
                list.push((papers.clone(), id.clone()));
            }
        }
        last = number;
    }
    choices
}

/// Every way to fulfil all required things of a list at once.
fn combinations(list: &[(PapersRecord, String)]) -> Vec<List> {
    let mut ways: Vec<List> = vec![Vec::new()];
    for (papers, _) in list.iter().filter(|(papers, _)| !papers.optional) {
        if ways.len() * papers.any_of.len() > MOST_COMBINED {
            return vec![Vec::new(); MOST_COMBINED + 1];
        }
        let with = |way: &List, more: &[PaperRecord]| {
            let mut all = way.clone();
            for one in list_of(more) {
                let one = Demanded { of: papers.of.as_deref().map(|of| concept::id("person", of)), ..one };
                match all.iter_mut().find(|known| known.evidence == one.evidence && known.of == one.of) {
                    Some(known) => known.count += one.count,
                    None => all.push(one),
                }
            }
            all
        };
        ways = ways.iter().flat_map(|way| papers.any_of.iter().map(|more| with(way, more))).collect();
    }
    ways
}
