//! Linked data: CPSV-AP 3.2.0 and CCCEV 2.1.0 in JSON-LD, a document for each procedure of each
//! municipality, with the concepts and the small vocabulary that they use.

mod channel;
mod concept;
mod context;
mod index;
mod node;
mod requirement;
mod said;
mod service;
mod terms;
#[cfg(feature = "downloads")]
mod turtle;
mod value;

use serde_json::{Value, json};

pub(crate) use self::index::LICENCE;
pub(crate) use self::node::{Node, in_languages};

use super::json::page;
use super::record::Catalogue;
use super::{Emit, give};
use crate::facet::Subject;
use crate::view::Worded;
use crate::{Page, SiteError};

/// The folder of linked data below the site's root.
pub(crate) const FOLDER: &str = "data/linked/";

/// The list of all documents.
pub(crate) const INDEX: &str = "data/linked/index.jsonld";

/// The concepts that the documents name.
pub(crate) const CONCEPTS: &str = "data/linked/concepts.jsonld";

/// The vocabulary; its terms are the fragments of its address.
pub(crate) const VOCABULARY: &str = "ns/madoguchi.ttl";

/// The context of every document, which each document also carries itself.
pub(crate) const CONTEXT: &str = "ns/context.jsonld";

/// Where identifiers stand while nobody has said where the site will: a name that is never found
/// (RFC 2606), so that nobody else's site is spoken of.
const NOWHERE: &str = "https://madoguchi.invalid";

/// Every file of linked data but those of one municipality each.
pub(crate) fn files(catalogue: &Catalogue<'_>, emit: &mut Emit<'_>) -> Worded<()> {
    let names = Names::new(catalogue.options.base_url.as_deref());
    #[cfg(feature = "downloads")]
    give(emit, &turtle::file(&names)?)?;
    give(emit, &page(CONTEXT, &json!({ "@context": context::terms(&names) }))?)?;
    give(emit, &document(&names, CONCEPTS, concept::all(catalogue, &names)?)?)?;
    give(emit, &document(&names, INDEX, index::all(catalogue, &names))?)?;
    Ok(())
}

/// The documents of the procedures of the catalogue's municipalities.
pub(crate) fn own_files(catalogue: &Catalogue<'_>, emit: &mut Emit<'_>) -> Worded<()> {
    let names = Names::new(catalogue.options.base_url.as_deref());
    for subject in &catalogue.subjects {
        give(emit, &document(&names, &path(subject), service::all(catalogue, &names, subject)?)?)?;
    }
    Ok(())
}

/// The folder of a municipality's documents.
pub(crate) fn own_folder(code: &str) -> String {
    format!("{FOLDER}{code}/")
}

/// Where the document of a procedure stands.
pub(crate) fn path(subject: &Subject<'_>) -> String {
    format!("{}{}.jsonld", own_folder(subject.municipality().municipality.as_str()), subject.id)
}

/// A document whose own fragments are short.
pub(crate) fn document(names: &Names, path: &str, graph: Vec<Node>) -> Result<Page, SiteError> {
    let mut context = context::terms(names);
    context["@base"] = Value::String(names.iri(path));
    let graph: Value = graph.into_iter().map(Value::from).collect();
    // Moved, where `json!` would make another of each.
    page(path, &Value::from_iter([("@context", context), ("@graph", graph)]))
}

/// Identifiers below the site's address.
pub(crate) struct Names {
    base: String,
}

impl Names {
    pub(crate) fn new(base: Option<&str>) -> Self {
        Self { base: base.unwrap_or(NOWHERE).trim_end_matches('/').to_owned() }
    }

    /// The identifier of a file of the site, or of a fragment of it.
    pub(crate) fn iri(&self, path: &str) -> String {
        format!("{}/{path}", self.base)
    }

    /// The identifier of a municipality as an authority.
    pub(crate) fn authority(&self, code: &str) -> String {
        self.iri(&format!("{INDEX}#{code}"))
    }

    /// The identifier of the territory of a municipality.
    pub(crate) fn territory(&self, code: &str) -> String {
        self.iri(&format!("{INDEX}#territory-{code}"))
    }
}
