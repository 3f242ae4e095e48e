//! The JSON-LD context: short names for the properties of other vocabularies and of our own.

use serde_json::{Map, Value, json};

use super::terms::{Range, TERMS};
use super::{CONCEPTS, Names, VOCABULARY};

const PREFIXES: [(&str, &str); 14] = [
    ("adms", "http://www.w3.org/ns/adms#"),
    ("cpsv", "http://purl.org/vocab/cpsv#"),
    ("cv", "http://data.europa.eu/m8g/"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("locn", "http://www.w3.org/ns/locn#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", "https://schema.org/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("spdx", "http://spdx.org/rdf/terms#"),
    ("time", "http://www.w3.org/2006/time#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Classes of other vocabularies.
const CLASSES: [&str; 22] = [
    "cpsv:PublicService",
    "cpsv:Rule",
    "cv:Channel",
    "cv:ContactPoint",
    "cv:Cost",
    "cv:EvidenceType",
    "cv:EvidenceTypeList",
    "cv:PublicOrganisation",
    "cv:Requirement",
    "dcat:Catalog",
    "dcat:DataService",
    "dcat:Dataset",
    "dcat:Distribution",
    "dct:LicenseDocument",
    "dct:Location",
    "dct:MediaType",
    "dct:PeriodOfTime",
    "foaf:Document",
    "locn:Address",
    "skos:Concept",
    "skos:ConceptScheme",
    "time:TemporalEntity",
];

/// Properties of other vocabularies whose values are texts with a language.
const TEXTS: [(&str, &str); 9] = [
    ("agentName", "foaf:name"),
    ("title", "dct:title"),
    ("description", "dct:description"),
    ("label", "skos:prefLabel"),
    ("otherLabel", "skos:altLabel"),
    ("note", "skos:note"),
    ("fullAddress", "locn:fullAddress"),
    ("name", "rdfs:label"),
    ("keyword", "dcat:keyword"),
];

/// Properties of other vocabularies whose values are things.
const THINGS: [(&str, &str); 40] = [
    ("accessURL", "dcat:accessURL"),
    ("address", "locn:address"),
    ("checksum", "spdx:checksum"),
    ("checksumAlgorithm", "spdx:algorithm"),
    ("conformsTo", "dct:conformsTo"),
    ("contactPoint", "cv:contactPoint"),
    ("currency", "cv:currency"),
    ("dataset", "dcat:dataset"),
    ("definedBy", "rdfs:isDefinedBy"),
    ("distribution", "dcat:distribution"),
    ("downloadURL", "dcat:downloadURL"),
    ("endpointDescription", "dcat:endpointDescription"),
    ("endpointURL", "dcat:endpointURL"),
    ("evidenceTypeClassification", "cv:evidenceTypeClassification"),
    ("follows", "cpsv:follows"),
    ("hasChannel", "cv:hasChannel"),
    ("hasCompetentAuthority", "cv:hasCompetentAuthority"),
    ("hasCost", "cv:hasCost"),
    ("hasEvidenceTypeList", "cv:hasEvidenceTypeList"),
    ("hasInputType", "cv:hasInputType"),
    ("hasRequirement", "cv:hasRequirement"),
    ("holdsRequirement", "cv:holdsRequirement"),
    ("inScheme", "skos:inScheme"),
    ("landingPage", "dcat:landingPage"),
    ("license", "dct:license"),
    ("mediaType", "dcat:mediaType"),
    ("page", "foaf:page"),
    ("publisher", "dct:publisher"),
    ("relation", "dct:relation"),
    ("servesDataset", "dcat:servesDataset"),
    ("service", "dcat:service"),
    ("source", "dct:source"),
    ("spatial", "dct:spatial"),
    ("specialHours", "cv:specialOpeningHoursSpecification"),
    ("specializationOf", "prov:specializationOf"),
    ("specifiesEvidenceType", "cv:specifiesEvidenceType"),
    ("temporal", "dct:temporal"),
    ("regularHours", "cv:openingHours"),
    ("topConcept", "skos:hasTopConcept"),
    ("type", "dct:type"),
];

/// Properties of other vocabularies whose values are of a datatype.
const LITERALS: [(&str, &str, Option<&str>); 11] = [
    ("byteSize", "dcat:byteSize", Some("xsd:nonNegativeInteger")),
    ("checksumValue", "spdx:checksumValue", Some("xsd:hexBinary")),
    ("endDate", "dcat:endDate", Some("xsd:date")),
    ("hasValue", "cv:hasValue", Some("xsd:double")),
    ("identifier", "dct:identifier", None),
    ("issued", "dct:issued", Some("xsd:date")),
    ("modified", "dct:modified", Some("xsd:date")),
    ("notation", "skos:notation", None),
    ("startDate", "dcat:startDate", Some("xsd:date")),
    ("telephone", "cv:telephone", None),
    ("version", "dcat:version", None),
];

/// The names of a context.
pub(super) fn terms(names: &Names) -> Value {
    let mut context = Map::new();
    let mut name = |name: &str, meaning: Value| {
        context.insert(name.to_owned(), meaning);
    };
    name("@version", json!(1.1));
    for (prefix, iri) in PREFIXES {
        name(prefix, json!(iri));
    }
    name("mado", json!(names.iri(&format!("{VOCABULARY}#"))));
    name("concept", json!(names.iri(&format!("{CONCEPTS}#"))));
    for class in CLASSES {
        name(class.split(':').next_back().unwrap_or(class), json!(class));
    }
    for (short, property) in TEXTS {
        name(short, json!({ "@id": property, "@container": "@language" }));
    }
    for (short, property) in THINGS {
        name(short, json!({ "@id": property, "@type": "@id" }));
    }
    for (short, property, datatype) in LITERALS {
        name(short, datatype.map_or_else(|| json!(property), |datatype| json!({ "@id": property, "@type": datatype })));
    }
    for term in TERMS {
        let id = format!("mado:{}", term.name);
        name(
            term.name,
            match term.range {
                Range::Class | Range::State | Range::Text | Range::Number | Range::Flag => json!(id),
                Range::Day => json!({ "@id": id, "@type": "xsd:date" }),
                Range::Thing(_) => json!({ "@id": id, "@type": "@id" }),
                Range::OneOf(_) => json!({ "@id": id, "@type": "@vocab" }),
                Range::Texts => json!({ "@id": id, "@container": "@list" }),
                Range::Things(_) => json!({ "@id": id, "@type": "@id", "@container": "@list" }),
            },
        );
    }
    Value::Object(context)
}
