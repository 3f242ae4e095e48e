//! Where and how: counters with their hours, other ways, and whom to ask.

use madoguchi_schema::model::{Counter, Said};
use madoguchi_schema::scalar::{CounterId, OpeningHours};
use serde_json::{Value, json};

use super::concept;
use super::node::{Node, in_languages};
use super::service::period;
use crate::export::Texts;
use crate::export::coded::{code, texts};
use crate::export::record::Catalogue;
use crate::facet::Subject;
use crate::view::{Worded, bare};

/// The counters of a procedure and its other ways.
pub(super) fn all(catalogue: &Catalogue<'_>, subject: &Subject<'_>) -> Worded<Vec<(String, Vec<Node>)>> {
    let mut channels = Vec::new();
    let municipality = subject.municipality();
    for id in subject.procedure.at.iter().filter_map(Said::value) {
        let found = municipality.counters.get(id);
        let found = found.filter(|counter| municipality.has_counter_on(counter, catalogue.options.today));
        if let Some(found) = found {
            channels.push((format!("#channel-{id}"), counter(catalogue, subject, id, found)?));
        }
    }
    for (channel, way) in &subject.procedure.elsewhere {
        // A page that describes a way offers it, unless it says that it does not.
        if matches!(way.offered, Some(Said::Value(false) | Said::Unclear(_))) {
            continue;
        }
        let id = format!("#channel-{}", channel.name());
        let pins = way.pins.as_ref().and_then(Said::value).map(|pins| pins.iter().map(code).collect::<Vec<_>>());
        let mut nodes = Vec::new();
        let hours = hours(catalogue, channel.name(), way.hours.as_ref().and_then(Said::value), &mut nodes)?;
        let node = Node::new(id.as_str(), "Channel")
            .with("identifier", format!("{}-{}", super::requirement::identifier(subject), channel.name()))
            .with("type", concept::id("channel", channel.name()))
            .with("description", in_languages(&catalogue.both(|words| words.term(channel))?))
            .with("pins", pins)
            .with("regularHours", hours);
        nodes.insert(0, node);
        nodes.push(kind("channel", channel.name(), &catalogue.both(|words| words.term(channel))?));
        channels.push((id, nodes));
    }
    Ok(channels)
}

fn counter(catalogue: &Catalogue<'_>, subject: &Subject<'_>, id: &CounterId, counter: &Counter) -> Worded<Vec<Node>> {
    let mut nodes = Vec::new();
    let name = id.to_string();
    let hours = hours(catalogue, &name, counter.hours.as_ref().and_then(Said::value), &mut nodes)?;
    let mut special = Vec::new();
    for (rule, number) in counter.irregular.iter().zip(1..) {
        let id = format!("#special-hours-{name}-{number}");
        let node = Node::new(id.as_str(), "TemporalEntity");
        nodes.push(match rule {
            Said::Value(rule) => node
                .with("state", "stated")
                .with("description", in_languages(&catalogue.both(|words| words.irregular(rule))?)),
            Said::Unclear(note) => {
                node.with("state", "unclear").with("description", in_languages(&concept::note(note)))
            }
        });
        special.push(Value::from(id));
    }
    let address = counter.address.as_ref().and_then(Said::value).map(|address| {
        nodes.push(
            Node::new(format!("#address-{name}"), "Address").with("fullAddress", json!({ "ja": address.to_string() })),
        );
        format!("#address-{name}")
    });
    let code_of_kind = concept::counter_kind(counter.kind);
    nodes.push(kind("counter", code_of_kind, &catalogue.both(|words| words.term(&counter.kind))?));
    let node = Node::new(format!("#channel-{name}"), "Channel")
        .with("identifier", format!("{}-{name}", subject.municipality().municipality))
        .with("type", concept::id("counter", code_of_kind))
        .with("description", in_languages(&texts(&counter.name)))
        .with("address", address)
        .with("regularHours", hours)
        .with("specialHours", special)
        .with("reservation", counter.reservation.as_ref().and_then(Said::value).map(code))
        .with("temporal", period(counter.valid_from, counter.valid_until));
    nodes.insert(0, node);
    Ok(nodes)
}

fn kind(scheme: &str, id: &str, name: &Texts) -> Node {
    Node::new(concept::id(scheme, id), "Concept").with("label", in_languages(name))
}

fn hours(
    catalogue: &Catalogue<'_>,
    name: &str,
    hours: Option<&OpeningHours>,
    nodes: &mut Vec<Node>,
) -> Worded<Option<String>> {
    let Some(hours) = hours else { return Ok(None) };
    let id = format!("#hours-{name}");
    let said = Texts {
        ja: bare(&catalogue.ja.hours_line(&catalogue.ja.hours(hours)?)?),
        en: bare(&catalogue.en.hours_line(&catalogue.en.hours(hours)?)?),
    };
    nodes.push(
        Node::new(id.as_str(), "TemporalEntity")
            .with("description", in_languages(&said))
            .with("openingHours", hours.as_str()),
    );
    Ok(Some(id))
}

/// Whom the municipality names for questions.
pub(super) fn contact(catalogue: &Catalogue<'_>, subject: &Subject<'_>) -> Worded<Vec<Node>> {
    let Some(contact) = &subject.municipality().contact else { return Ok(Vec::new()) };
    let telephone = contact.telephone.as_ref().and_then(Said::value).map(ToString::to_string);
    let call_hours = contact.hours.as_ref().and_then(Said::value);
    if telephone.is_none() && call_hours.is_none() {
        return Ok(Vec::new());
    }
    let mut nodes = Vec::new();
    let hours = hours(catalogue, "of-contact", call_hours, &mut nodes)?;
    let unit = contact.unit.as_ref().and_then(Said::value).map(|unit| in_languages(&texts(unit)));
    let node = Node::new("#contact", "ContactPoint")
        .with("name", unit)
        .with("telephone", telephone)
        .with("regularHours", hours);
    nodes.insert(0, node);
    Ok(nodes)
}
