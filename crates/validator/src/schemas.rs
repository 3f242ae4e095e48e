use madoguchi_schema::dataset::Vocabulary;
use madoguchi_schema::json_schema::DocumentType;
use serde_json::Value;

use crate::report;

/// Every JSON Schema of the checkout's `schema/`, by the name of its file: one for each kind of
/// document, and one for the report that programs read.
#[must_use]
pub fn schemas(vocabulary: &Vocabulary) -> Vec<(&'static str, Value)> {
    let documents = DocumentType::ALL.into_iter();
    let mut schemas: Vec<_> = documents.map(|kind| (kind.schema_file(), kind.editor_schema(vocabulary))).collect();
    schemas.push(("check-report.schema.json", report::json_schema()));
    schemas
}
