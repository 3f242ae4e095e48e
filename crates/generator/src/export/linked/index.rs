//! The list of all documents: every municipality as an authority, every procedure with its document.

use madoguchi_schema::model::Reading;
use serde_json::json;

use super::node::{Node, in_languages};
use super::requirement::identifier;
use super::{Names, concept, path};
use crate::export::Texts;
use crate::export::record::Catalogue;

/// Everything is given to the public domain.
pub(crate) const LICENCE: &str = "https://creativecommons.org/publicdomain/zero/1.0/";

/// A municipality as an authority, and its territory.
pub(super) fn authority(names: &Names, name: &Reading, code: &str) -> [Node; 2] {
    let label = in_languages(&Texts { ja: name.ja.to_string(), en: name.en.to_string() });
    [
        Node::new(names.authority(code), "PublicOrganisation")
            .with("identifier", code)
            .with("label", label.clone())
            .with("spatial", names.territory(code)),
        Node::new(names.territory(code), "Location").with("identifier", code).with("name", label),
    ]
}

/// Every node of the list.
pub(super) fn all(catalogue: &Catalogue<'_>, names: &Names) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut last = None;
    for subject in &catalogue.subjects {
        let municipality = subject.municipality();
        let code = municipality.municipality.as_str();
        if last != Some(code) {
            nodes.extend(authority(names, &municipality.name, code));
            last = Some(code);
        }
        let document = names.iri(&path(subject));
        nodes.push(
            Node::new(format!("{document}#service"), "rdfs:Resource")
                .with("identifier", identifier(subject))
                .with("procedure", concept::id("procedure", subject.id.as_str()))
                .with("hasCompetentAuthority", names.authority(code))
                .with("definedBy", document.as_str()),
        );
        nodes.push(Node::new(document, "Document").with("license", json!(LICENCE)));
    }
    nodes
}
