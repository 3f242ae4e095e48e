//! The concepts that all documents share: documents, kinds of identity documents, procedures,
//! applicants, persons, conditions, facets, kinds of counters, other ways, national rules.

use madoguchi_schema::model::{Channel, ClassKind, CounterKind, NationalRule, Note, Person};
use serde_json::{Value, json};

use super::{CONCEPTS, Names, Node};
use crate::export::Texts;
use crate::export::record::Catalogue;
use crate::facet::FACETS;
use crate::view::{Worded, bare};

const KINDS: [ClassKind; 6] = [
    ClassKind::PublicPhoto,
    ClassKind::PublicNoPhoto,
    ClassKind::Public,
    ClassKind::Second,
    ClassKind::Any,
    ClassKind::Unread,
];

const PERSONS: [Person; 7] = [
    Person::Principal,
    Person::LegalRepresentative,
    Person::Agent,
    Person::HouseholdMember,
    Person::Staff,
    Person::Municipality,
    Person::JLis,
];

const COUNTERS: [CounterKind; 6] = [
    CounterKind::Main,
    CounterKind::Branch,
    CounterKind::WardOffice,
    CounterKind::CitizensCentre,
    CounterKind::CardCentre,
    CounterKind::PostOffice,
];

/// The short identifier of a concept, as the context has it.
pub(super) fn id(scheme: &str, id: &str) -> String {
    format!("concept:{scheme}-{id}")
}

/// The name of a kind of counters in codes.
pub(super) fn counter_kind(kind: CounterKind) -> &'static str {
    match kind {
        CounterKind::Main => "main",
        CounterKind::Branch => "branch",
        CounterKind::WardOffice => "ward-office",
        CounterKind::CitizensCentre => "citizens-centre",
        CounterKind::CardCentre => "card-centre",
        CounterKind::PostOffice => "post-office",
    }
}

/// Japanese and English of a note; only Japanese where it has no English.
pub(super) fn note(note: &Note) -> Texts {
    Texts { ja: note.ja.to_string(), en: note.en.as_ref().unwrap_or(&note.ja).to_string() }
}

impl Catalogue<'_> {
    /// A text in both languages.
    pub(super) fn both(&self, text: impl Fn(&crate::view::Words<'_>) -> Worded) -> Worded<Texts> {
        Ok(Texts { ja: bare(&text(&self.ja)?), en: bare(&text(&self.en)?) })
    }

    /// The name of a document of the vocabulary.
    pub(super) fn document_name(&self, id: &str) -> Texts {
        let entry = self.dataset.vocabulary.documents.get(id);
        entry.map_or_else(
            || Texts { ja: id.to_owned(), en: id.to_owned() },
            |entry| Texts { ja: entry.ja.to_string(), en: entry.en.to_string() },
        )
    }

    /// The name of a kind of identity documents.
    pub(super) fn kind_name(&self, kind: &str) -> Worded<Texts> {
        match KINDS.iter().find(|known| known.name() == kind) {
            Some(kind) => self.both(|words| words.term(kind)),
            None => Ok(Texts { ja: kind.to_owned(), en: kind.to_owned() }),
        }
    }
}

/// A national rule, as a procedure follows it.
pub(super) fn rule(id: &str, rule: &NationalRule) -> Node {
    Node::new(self::id("rule", id), "Rule")
        .with("identifier", id)
        .with("title", super::node::in_languages(&note(&rule.title)))
        .with("description", super::node::in_languages(&note(&rule.says)))
        .with("temporal", super::service::period(rule.valid_from, rule.valid_until))
}

/// A type of evidence: a document of the vocabulary, or a kind of identity documents.
pub(super) fn evidence_type(catalogue: &Catalogue<'_>, scheme: &str, id: &str) -> Worded<Node> {
    let name = match scheme {
        "document" => catalogue.document_name(id),
        _ => catalogue.kind_name(id)?,
    };
    Ok(Node::new(self::id(scheme, id), "EvidenceType")
        .with("identifier", format!("{scheme}-{id}"))
        .with("name", super::node::in_languages(&name)))
}

struct Concepts {
    nodes: Vec<Node>,
}

impl Concepts {
    fn add(&mut self, scheme: &'static str, id: &str, name: &Texts) -> &mut Node {
        let node = Node::new(self::id(scheme, id), "Concept")
            .with("notation", id)
            .with("inScheme", format!("concept:{scheme}"))
            .with("label", super::node::in_languages(name));
        self.push(node)
    }

    fn push(&mut self, node: Node) -> &mut Node {
        self.nodes.push(node);
        let last = self.nodes.len() - 1;
        &mut self.nodes[last]
    }

    fn change(&mut self, change: impl FnOnce(Node) -> Node) {
        if let Some(node) = self.nodes.pop() {
            self.nodes.push(change(node));
        }
    }
}

/// Every concept.
pub(super) fn all(catalogue: &Catalogue<'_>, names: &Names) -> Worded<Vec<Node>> {
    let mut concepts = Concepts { nodes: Vec::new() };
    let vocabulary = &catalogue.dataset.vocabulary;
    for (scheme, ja, en) in SCHEMES {
        let name = Texts { ja: ja.to_owned(), en: en.to_owned() };
        let scheme = Node::new(format!("concept:{scheme}"), "ConceptScheme");
        concepts.push(scheme.with("title", super::node::in_languages(&name)).with("definedBy", names.iri(CONCEPTS)));
    }
    for (id, entry) in vocabulary.documents.iter() {
        let name = catalogue.document_name(id.as_str());
        concepts.add("document", id.as_str(), &name);
        let also: Vec<Value> = entry.also.iter().map(|text| Value::from(text.to_string())).collect();
        let also = if also.is_empty() { Value::Null } else { json!({ "ja": also }) };
        let identifier = format!("document-{id}");
        concepts.change(|node| node.and_a("EvidenceType").with("identifier", identifier).with("otherLabel", also));
    }
    for kind in KINDS {
        concepts.add("kind", kind.name(), &catalogue.both(|words| words.term(&kind))?);
        concepts.change(|node| node.and_a("EvidenceType").with("identifier", format!("kind-{}", kind.name())));
    }
    for (id, entry) in vocabulary.procedures.iter() {
        let name = Texts { ja: entry.ja.to_string(), en: entry.en.to_string() };
        concepts.add("procedure", id.as_str(), &name);
        let about = super::node::in_languages(&note(&entry.about));
        concepts.change(|node| node.with("description", about));
    }
    for (id, entry) in vocabulary.applicants.iter() {
        concepts.add("applicant", id.as_str(), &Texts { ja: entry.ja.to_string(), en: entry.en.to_string() });
    }
    for (id, entry) in vocabulary.conditions.iter() {
        concepts.add("condition", id.as_str(), &Texts { ja: entry.ja.to_string(), en: entry.en.to_string() });
    }
    for person in PERSONS {
        concepts.add("person", person.name(), &catalogue.both(|words| words.term(&person))?);
    }
    for facet in FACETS {
        concepts.add("facet", facet.id, &catalogue.both(|words| words.facet(facet))?);
    }
    for kind in COUNTERS {
        concepts.add("counter", counter_kind(kind), &catalogue.both(|words| words.term(&kind))?);
    }
    for channel in Channel::ALL {
        concepts.add("channel", channel.name(), &catalogue.both(|words| words.term(&channel))?);
    }
    let rules = &catalogue.dataset.baseline.rules;
    concepts.nodes.extend(rules.iter().map(|(id, found)| rule(id.as_str(), found)));
    Ok(concepts.nodes)
}

const SCHEMES: [(&str, &str, &str); 9] = [
    ("document", "書類", "Documents"),
    ("kind", "本人確認書類の種類", "Kinds of identity documents"),
    ("procedure", "手続き", "Procedures"),
    ("applicant", "申請する人", "Applicants"),
    ("condition", "条件", "Conditions"),
    ("person", "人", "Persons"),
    ("facet", "比べる項目", "Facets"),
    ("counter", "窓口の種類", "Kinds of counters"),
    ("channel", "窓口以外の方法", "Ways other than a counter"),
];
