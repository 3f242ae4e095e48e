use madoguchi_schema::dataset::Vocabulary;
use madoguchi_schema::json_schema::DocumentType;
use serde_json::{Value, json};

use crate::explain::first_sentence;
use crate::report;
use crate::rule::{Rule, rules};

/// Every JSON Schema of the checkout's `schema/`, by the name of its file: one for each kind of
/// document, and one for the report that programs read.
#[must_use]
pub fn schemas(vocabulary: &Vocabulary) -> Vec<(&'static str, Value)> {
    let documents = DocumentType::ALL.into_iter();
    let mut schemas: Vec<_> = documents.map(|kind| (kind.schema_file(), kind.editor_schema(vocabulary))).collect();
    schemas.iter_mut().for_each(|(_, schema)| offer_rules(schema));
    schemas.push(("check-report.schema.json", report::json_schema()));
    schemas
}

/// Adds the rules that an allowance can name, which editors offer and explain. Any other text stays
/// possible: a finding says what is wrong with it.
fn offer_rules(schema: &mut Value) {
    let Some(Value::Object(named)) = schema.pointer_mut("/$defs/allowance/properties/rule") else { return };
    let about = |rule: &Rule| {
        let [ja, en] = [rule.ja.about, rule.en.about].map(first_sentence);
        format!("{} {ja} / {en}", rule.code)
    };
    let allowable = || rules().filter(|rule| rule.can_be_allowed());
    let names: Vec<&str> = allowable().map(|rule| rule.name).collect();
    let about: Vec<String> = allowable().map(about).collect();
    named.insert("anyOf".into(), json!([{ "enum": names, "enumDescriptions": about }, {}]));
}
