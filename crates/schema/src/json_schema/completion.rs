//! The ids of the vocabularies in the schemas that editors use: they are offered and explained while
//! a contributor types. They refuse nothing; an id that is not known is a matter of references.

use serde_json::{Map, Value, json};

use crate::dataset::Vocabulary;
use crate::model::DocumentKind;

/// An id with what it stands for.
type Entry = (String, String);

/// Adds the vocabularies' ids to a schema, wherever such an id can stand.
pub(super) fn add(schema: &mut Value, vocabulary: &Vocabulary) {
    let about = |ja: &dyn std::fmt::Display, en: &dyn std::fmt::Display| format!("{ja} / {en}");
    let documents: Vec<Entry> =
        vocabulary.documents.iter().map(|(id, entry)| (id.to_string(), about(&entry.ja, &entry.en))).collect();
    let forms: Vec<Entry> = vocabulary
        .documents
        .iter()
        .filter(|(_, entry)| {
            matches!(entry.kind, DocumentKind::Form | DocumentKind::Letter | DocumentKind::Authorisation)
        })
        .map(|(id, entry)| (id.to_string(), about(&entry.ja, &entry.en)))
        .collect();
    let conditions: Vec<Entry> =
        vocabulary.conditions.iter().map(|(id, entry)| (id.to_string(), about(&entry.ja, &entry.en))).collect();
    let procedures: Vec<Entry> =
        vocabulary.procedures.iter().map(|(id, entry)| (id.to_string(), about(&entry.ja, &entry.en))).collect();
    let applicants: Vec<Entry> =
        vocabulary.applicants.iter().map(|(id, entry)| (id.to_string(), about(&entry.ja, &entry.en))).collect();
    let uses: Vec<Entry> =
        vocabulary.uses.iter().map(|(id, entry)| (id.to_string(), about(&entry.ja, &entry.en))).collect();
    for (definition, entries) in [
        ("document-id", &documents),
        ("formula", &documents),
        ("condition-id", &conditions),
        ("condition", &conditions),
        ("procedure-id", &procedures),
        ("applicant-id", &applicants),
        ("use-id", &uses),
    ] {
        if let Some(Value::Object(definition)) = schema.pointer_mut(&format!("/$defs/{definition}")) {
            offer_values(definition, entries);
        }
    }
    for (map, entries) in [
        ("/properties/procedures", &procedures),
        ("/$defs/procedure/properties/applicants", &applicants),
        ("/properties/forms", &forms),
    ] {
        if let Some(Value::Object(map)) = schema.pointer_mut(map) {
            offer_keys(map, entries);
        }
    }
}

/// Any text stays possible beside the values that are offered.
fn offer_values(definition: &mut Map<String, Value>, entries: &[Entry]) {
    let (ids, about): (Vec<&str>, Vec<&str>) = entries.iter().map(|(id, about)| (id.as_str(), about.as_str())).unzip();
    definition.insert("anyOf".into(), json!([{ "enum": ids, "enumDescriptions": about }, {}]));
}

fn offer_keys(map: &mut Map<String, Value>, entries: &[Entry]) {
    let Some(Value::Object(value)) = map.get("additionalProperties").cloned() else { return };
    let properties = entries.iter().map(|(id, about)| {
        let mut property = value.clone();
        property.insert("description".into(), about.as_str().into());
        (id.clone(), Value::Object(property))
    });
    map.insert("properties".into(), properties.collect::<Map<_, _>>().into());
}
