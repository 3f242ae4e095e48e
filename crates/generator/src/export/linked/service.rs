//! A procedure of a municipality as a public service, with every fact that is known of it.

use std::collections::BTreeMap;

use madoguchi_schema::scalar::Day;
use serde_json::{Value, json};

use super::node::{Node, in_languages};
use super::requirement::{Requirements, identifier};
use super::{Names, channel, concept, said, value};
use crate::export::record::{Catalogue, source};
use crate::export::{Record, Texts};
use crate::facet::{FACETS, National, NationalPlace, Subject};
use crate::view::Worded;

/// The currency of every cost, as the EU's list of currencies has it.
const YEN: &str = "http://publications.europa.eu/resource/authority/currency/JPY";

/// Applicants with a way of their own, and the facet that counts their visits.
const FLOWS: [(&str, &str); 3] =
    [("principal", "principal-visits"), ("legal-representative", "representative-visits"), ("agent", "agent-visits")];

/// A time in which something holds.
pub(super) fn period(from: Option<Day>, until: Option<Day>) -> Value {
    match (from, until) {
        (None, None) => Value::Null,
        _ => Node::blank("PeriodOfTime")
            .with("startDate", from.map(|day| day.to_string()))
            .with("endDate", until.map(|day| day.to_string()))
            .into(),
    }
}

/// Every node of the document of a procedure.
pub(super) fn all(catalogue: &Catalogue<'_>, names: &Names, subject: &Subject<'_>) -> Worded<Vec<Node>> {
    let records: Vec<&Record> = catalogue.records_of(subject).collect();
    let mut requirements = Requirements::new(catalogue, subject);
    let mut facts = Vec::new();
    for record in &records {
        let papers = requirements.of(record)?;
        facts.push(value::fact(record, papers));
    }
    let channels = channel::all(catalogue, subject)?;
    let contact = channel::contact(catalogue, subject)?;
    let cost = cost(subject, &records);
    let rules = rules(catalogue, subject);
    let flows = flows(&records, &requirements);
    let ids = |nodes: &[(String, Vec<Node>)]| nodes.iter().map(|(id, _)| json!(id)).collect::<Vec<_>>();
    let flow_ids: Vec<Value> = flows.iter().map(|(id, _)| json!(id)).collect();
    let (title, about) = words(catalogue, subject);
    let code = subject.municipality().municipality.as_str();
    let service = Node::new("#service", "PublicService")
        .with("identifier", identifier(subject))
        .with("title", in_languages(&title))
        .with("description", in_languages(&about))
        .with("procedure", concept::id("procedure", subject.id.as_str()))
        .with("municipalityCode", code)
        .with("hasCompetentAuthority", names.authority(code))
        .with("spatial", names.territory(code))
        .with("temporal", period(subject.procedure.valid_from, subject.procedure.valid_until))
        .with("hasChannel", ids(&channels))
        .with("hasCost", cost.as_ref().map(|_| "#cost"))
        .with("contactPoint", (!contact.is_empty()).then_some("#contact"))
        .with("holdsRequirement", requirements.all_held())
        .with("hasInputType", requirements.inputs())
        .with("follows", rules.keys().map(|id| json!(id)).collect::<Vec<_>>())
        .with("flow", flow_ids)
        .with("fact", records.iter().map(|record| json!(format!("#fact-{}", record.facet))).collect::<Vec<_>>())
        .with("page", names.iri(&format!("m/{code}/{}.html", subject.id)))
        .with("relation", followed(names, subject))
        .with("source", value::source_id(&source(subject.origin())));
    let mut nodes = vec![service];
    nodes.extend(super::index::authority(names, &subject.municipality().name, code));
    nodes.extend(flows.into_iter().flat_map(|(_, nodes)| nodes));
    nodes.extend(unique(channels.into_iter().flat_map(|(_, nodes)| nodes)));
    nodes.extend(contact);
    nodes.extend(cost.into_iter().flatten());
    nodes.extend(rules.into_values());
    nodes.extend(facts);
    nodes.extend(requirements.finish());
    nodes.extend(sources(subject, &records));
    Ok(nodes)
}

/// The name of the service, and what it is about.
fn words(catalogue: &Catalogue<'_>, subject: &Subject<'_>) -> (Texts, Texts) {
    let name = &subject.municipality().name;
    let entry = catalogue.dataset.vocabulary.procedures.get(subject.id);
    let (ja, en) = entry.map_or_else(
        || (subject.id.to_string(), subject.id.to_string()),
        |entry| (entry.ja.to_string(), entry.en.to_string()),
    );
    let title = Texts { ja: format!("{} {ja}", name.ja), en: format!("{}: {en}", name.en) };
    (title.clone(), entry.map_or(title, |entry| concept::note(&entry.about)))
}

/// Another procedure whose steps this one follows.
fn followed(names: &Names, subject: &Subject<'_>) -> Option<String> {
    let (id, _) = subject.followed?;
    let code = &subject.municipality().municipality;
    Some(names.iri(&format!("{}{code}/{id}.jsonld#service", super::FOLDER)))
}

/// The fee, where it is stated. No fee is said only where the page says so.
fn cost(subject: &Subject<'_>, records: &[&Record]) -> Option<[Node; 2]> {
    let fee = records.iter().find(|record| record.facet == "fee" && said::is_stated(record))?;
    let yen = fee.value.as_ref()?.number?;
    let cost = Node::new("#cost", "Cost")
        .with("identifier", format!("{}-fee", identifier(subject)))
        .with("hasValue", yen)
        .with("currency", YEN)
        .with("description", fee.text.as_ref().map(in_languages));
    let currency = Texts { ja: "日本円".to_owned(), en: "Japanese yen".to_owned() };
    Some([cost, Node::new(YEN, "Concept").with("label", in_languages(&currency))])
}

/// The national rules that speak of a facet of the procedure.
fn rules(catalogue: &Catalogue<'_>, subject: &Subject<'_>) -> BTreeMap<String, Node> {
    let of = |facet| National::of(&catalogue.dataset.baseline, subject.id, facet, catalogue.options.today);
    let places = FACETS.iter().filter_map(of).map(|national| national.place);
    places
        .filter_map(|place| match place {
            NationalPlace::Rule(id, rule) => Some((concept::id("rule", id.as_str()), concept::rule(id.as_str(), rule))),
            NationalPlace::Kiosk => None,
        })
        .collect()
}

/// The way of each kind of applicant, as far as it is stated.
fn flows(records: &[&Record], requirements: &Requirements<'_, '_>) -> Vec<(String, Vec<Node>)> {
    let stated = |facet: &str| {
        let found = records.iter().find(|record| record.facet == facet && said::is_stated(record));
        found.and_then(|record| record.value.as_deref())
    };
    let mut flows = Vec::new();
    for (who, facet) in FLOWS {
        let Some(record) = records.iter().find(|record| record.facet == facet) else { continue };
        let visits = stated(facet);
        let id = format!("#flow-{who}");
        let letter = if who == "agent" { letter(&stated) } else { None };
        let flow = Node::new(id.as_str(), "Flow")
            .with("applicant", concept::id("applicant", who))
            .with("state", said::state(record))
            .with("visits", visits.filter(|value| value.kind == "visits").and_then(|value| value.number))
            .with("accepted", visits.filter(|value| value.kind == "accepted").and_then(|value| value.flag))
            .with("requirement", requirements.held_by(who))
            .with("letter", letter.as_ref().map(|_| "#letter"));
        flows.push((id, [Some(flow), letter].into_iter().flatten().collect()));
    }
    flows
}

/// What is stated of the letter between an agent's visits.
fn letter<'r>(stated: &impl Fn(&str) -> Option<&'r crate::export::Coded>) -> Option<Node> {
    let codes = |facet: &str| {
        let value = stated(facet).filter(|value| value.kind != "accepted")?;
        Some(value.codes.iter().map(|code| json!(code)).collect::<Vec<Value>>())
    };
    let (to, mail, hidden, entry) =
        (codes("letter-to"), codes("letter-mail"), codes("letter-concealment"), codes("letter-pin-entry"));
    let deadline = stated("letter-deadline").filter(|value| value.kind == "deadline");
    if to.is_none() && mail.is_none() && hidden.is_none() && entry.is_none() && deadline.is_none() {
        return None;
    }
    Some(
        Node::new("#letter", "Letter")
            .with("letterTo", to)
            .with("mail", mail)
            .with("deadline", deadline.map(|value| value.periods.clone()))
            .with("deadlineFrom", deadline.map(|value| value.codes.clone()))
            .with("concealment", hidden)
            .with("pinEntry", entry),
    )
}

/// Every page that a fact was read on.
fn sources(subject: &Subject<'_>, records: &[&Record]) -> Vec<Node> {
    let own = source(subject.origin());
    let all = records.iter().map(|record| record.source.as_ref()).chain([&own]);
    let found: BTreeMap<&str, Node> = all.map(|found| (found.id.as_str(), value::source(found))).collect();
    found.into_values().collect()
}

/// Nodes that several channels share, each once.
fn unique(nodes: impl Iterator<Item = Node>) -> Vec<Node> {
    let mut found: Vec<Node> = Vec::new();
    for node in nodes {
        if !found.contains(&node) {
            found.push(node);
        }
    }
    found
}
