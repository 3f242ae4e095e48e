//! The vocabulary as Turtle.

use oxrdf::vocab::{rdf, rdfs, xsd};
use oxrdf::{Literal, NamedNode, NamedNodeRef, TripleRef};
use oxttl::TurtleSerializer;

use super::terms::Range::{Class, Day, Flag, Number, OneOf, State, Text, Texts, Thing, Things};
use super::terms::{TERMS, Term};
use super::{CONTEXT, Names, VOCABULARY};
use crate::{Page, SiteError};

const OWL: &str = "http://www.w3.org/2002/07/owl#";

const PREFIXES: [(&str, &str); 7] = [
    ("cv", "http://data.europa.eu/m8g/"),
    ("dct", "http://purl.org/dc/terms/"),
    ("owl", OWL),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// The vocabulary in Turtle.
pub(super) fn file(names: &Names) -> Result<Page, SiteError> {
    let fault = |fault: String| SiteError::Export { file: VOCABULARY.to_owned(), fault };
    let bytes = turtle(names).map_err(fault)?;
    Ok(Page { path: VOCABULARY.to_owned(), bytes })
}

fn turtle(names: &Names) -> Result<Vec<u8>, String> {
    let vocabulary = iri(&names.iri(VOCABULARY))?;
    let own = names.iri(&format!("{VOCABULARY}#"));
    let mut serializer = TurtleSerializer::new();
    for (prefix, iri) in PREFIXES.into_iter().chain([("mado", own.as_str())]) {
        serializer = serializer.with_prefix(prefix, iri).map_err(|error| error.to_string())?;
    }
    let mut out = serializer.for_writer(Vec::new());
    let mut say = |subject: &NamedNode, predicate: NamedNodeRef<'_>, object: oxrdf::Term| {
        let triple = TripleRef::new(subject, predicate, &object);
        out.serialize_triple(triple).map_err(|error| error.to_string())
    };
    let dct = |name: &str| iri(&format!("http://purl.org/dc/terms/{name}"));
    say(&vocabulary, rdf::TYPE, iri(&format!("{OWL}Ontology"))?.into())?;
    say(&vocabulary, dct("title")?.as_ref(), text("Madoguchi vocabulary", "en")?)?;
    say(&vocabulary, dct("title")?.as_ref(), text("まどぐちの語彙", "ja")?)?;
    say(&vocabulary, dct("license")?.as_ref(), iri(super::index::LICENCE)?.into())?;
    say(&vocabulary, rdfs::SEE_ALSO, iri(&names.iri(CONTEXT))?.into())?;
    for term in TERMS {
        let subject = iri(&format!("{own}{}", term.name))?;
        say(&subject, rdf::TYPE, iri(&term.class(&own))?.into())?;
        say(&subject, rdfs::LABEL, text(&spaced(term.name), "en")?)?;
        say(&subject, rdfs::COMMENT, text(term.en, "en")?)?;
        say(&subject, rdfs::COMMENT, text(term.ja, "ja")?)?;
        say(&subject, rdfs::IS_DEFINED_BY, vocabulary.clone().into())?;
        if let Some(domain) = term.domain {
            say(&subject, rdfs::DOMAIN, iri(&expanded(domain, &own))?.into())?;
        }
        if let Some(range) = term.values(&own) {
            say(&subject, rdfs::RANGE, iri(&range)?.into())?;
        }
    }
    out.finish().map_err(|error| error.to_string())
}

impl Term {
    /// The class of the term itself.
    fn class(&self, own: &str) -> String {
        match self.range {
            Class => format!("{OWL}Class"),
            State => format!("{own}FactState"),
            Text | Number | Flag | Day => format!("{OWL}DatatypeProperty"),
            Thing(_) | OneOf(_) => format!("{OWL}ObjectProperty"),
            // A list is a thing whose members may be literals.
            Texts | Things(_) => format!("{OWL}ObjectProperty"),
        }
    }

    /// The class or datatype of its values.
    fn values(&self, own: &str) -> Option<String> {
        match self.range {
            Class | State => None,
            Text => Some(xsd::STRING.as_str().to_owned()),
            Number => Some(xsd::INTEGER.as_str().to_owned()),
            Flag => Some(xsd::BOOLEAN.as_str().to_owned()),
            Day => Some(xsd::DATE.as_str().to_owned()),
            Thing(class) | OneOf(class) => Some(expanded(class, own)),
            Texts | Things(_) => Some(rdf::LIST.as_str().to_owned()),
        }
    }
}

fn expanded(name: &str, own: &str) -> String {
    let (prefix, local) = name.split_once(':').unwrap_or(("", name));
    let known = PREFIXES.iter().find(|(known, _)| *known == prefix).map(|(_, iri)| *iri);
    format!("{}{local}", known.unwrap_or(own))
}

/// `evidenceType` as `evidence type`.
fn spaced(name: &str) -> String {
    let mut label = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !label.is_empty() {
            label.push(' ');
        }
        label.push(letter.to_ascii_lowercase());
    }
    label
}

fn iri(iri: &str) -> Result<NamedNode, String> {
    NamedNode::new(iri).map_err(|error| format!("{iri}: {error}"))
}

fn text(text: &str, lang: &str) -> Result<oxrdf::Term, String> {
    Literal::new_language_tagged_literal(text, lang).map(Into::into).map_err(|error| error.to_string())
}
