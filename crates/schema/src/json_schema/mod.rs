//! The JSON Schemas of the dataset's documents, written from the types.

mod completion;

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use crate::dataset::Vocabulary;
use crate::model::{
    ApplicantVocabulary, Baseline, Changes, Claims, ConditionVocabulary, DocumentVocabulary, Holidays, Municipality,
    ProcedureVocabulary, Settings, UseVocabulary,
};
use crate::scalar::{ClassName, Day, DocumentId, Scalar};

/// A kind of document of the dataset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentType {
    /// `datasets/municipalities/<prefecture>/<code>-<name>.yaml`
    Municipality,
    /// `datasets/national/baseline.yaml`
    Baseline,
    /// `datasets/national/changes.yaml`
    Changes,
    /// `datasets/national/claims.yaml`
    Claims,
    /// `datasets/national/holidays.yaml`
    Holidays,
    /// `datasets/vocabulary/documents.yaml`
    Documents,
    /// `datasets/vocabulary/procedures.yaml`
    Procedures,
    /// `datasets/vocabulary/applicants.yaml`
    Applicants,
    /// `datasets/vocabulary/conditions.yaml`
    Conditions,
    /// `datasets/vocabulary/uses.yaml`
    Uses,
    /// `madoguchi.yaml`
    Settings,
}

impl DocumentType {
    /// Every kind of document.
    pub const ALL: [Self; 11] = [
        Self::Municipality,
        Self::Baseline,
        Self::Changes,
        Self::Claims,
        Self::Holidays,
        Self::Documents,
        Self::Procedures,
        Self::Applicants,
        Self::Conditions,
        Self::Uses,
        Self::Settings,
    ];

    /// The name of its schema file in `schema/`.
    #[must_use]
    pub fn schema_file(self) -> &'static str {
        match self {
            Self::Municipality => "municipality.schema.json",
            Self::Baseline => "baseline.schema.json",
            Self::Changes => "changes.schema.json",
            Self::Claims => "claims.schema.json",
            Self::Holidays => "holidays.schema.json",
            Self::Documents => "documents.schema.json",
            Self::Procedures => "procedures.schema.json",
            Self::Applicants => "applicants.schema.json",
            Self::Conditions => "conditions.schema.json",
            Self::Uses => "uses.schema.json",
            Self::Settings => "settings.schema.json",
        }
    }

    /// The kind of the document at a path below `datasets/`, by folder and name.
    #[must_use]
    pub fn of_path(path: &str) -> Option<Self> {
        if path.starts_with("municipalities/") && path.ends_with(".yaml") {
            return Some(Self::Municipality);
        }
        Some(match path {
            "national/baseline.yaml" => Self::Baseline,
            "national/changes.yaml" => Self::Changes,
            "national/claims.yaml" => Self::Claims,
            Holidays::PATH => Self::Holidays,
            "vocabulary/documents.yaml" => Self::Documents,
            "vocabulary/procedures.yaml" => Self::Procedures,
            "vocabulary/applicants.yaml" => Self::Applicants,
            "vocabulary/conditions.yaml" => Self::Conditions,
            "vocabulary/uses.yaml" => Self::Uses,
            Settings::PATH => Self::Settings,
            _ => return None,
        })
    }

    /// Its JSON Schema with the ids of the vocabularies, for editors: what stands in `schema/`.
    #[must_use]
    pub fn editor_schema(self, vocabulary: &Vocabulary) -> Value {
        let mut schema = self.schema();
        completion::add(&mut schema, vocabulary);
        schema
    }

    /// Its JSON Schema (draft 2020-12).
    #[must_use]
    pub fn schema(self) -> Value {
        match self {
            Self::Municipality => schema_of::<Municipality>(),
            Self::Baseline => schema_of::<Baseline>(),
            Self::Changes => schema_of::<Changes>(),
            Self::Claims => schema_of::<Claims>(),
            Self::Holidays => schema_of::<Holidays>(),
            Self::Documents => schema_of::<DocumentVocabulary>(),
            Self::Procedures => schema_of::<ProcedureVocabulary>(),
            Self::Applicants => schema_of::<ApplicantVocabulary>(),
            Self::Conditions => schema_of::<ConditionVocabulary>(),
            Self::Uses => schema_of::<UseVocabulary>(),
            Self::Settings => schema_of::<Settings>(),
        }
    }
}

/// The schema as it stands in `schema/`: indented, with a last line end.
#[must_use]
pub fn pretty(schema: &Value) -> String {
    format!("{schema:#}\n")
}

fn schema_of<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12()
        .with_transform(CollapseEnums)
        .with_transform(DropNull)
        .with_transform(DescribeVariants)
        .with_transform(NameKeys);
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

/// An enum whose variants have descriptions comes as `oneOf` of `const`: editors complete a plain
/// `enum` better, and its error names all values.
#[derive(Debug, Clone)]
pub struct CollapseEnums;

impl Transform for CollapseEnums {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let Some(Value::Array(branches)) = schema.get("oneOf") else {
            return;
        };
        let one = |branch: &Value| Some((branch.get("const")?.clone(), branch.get("description").cloned()));
        let Some(values) = branches.iter().map(one).collect::<Option<Vec<_>>>() else {
            return;
        };
        schema.remove("oneOf");
        let (values, descriptions): (Vec<_>, Vec<_>) = values.into_iter().unzip();
        schema.insert("type".into(), "string".into());
        schema.insert("enum".into(), values.into());
        schema.insert("enumDescriptions".into(), descriptions.into_iter().map(Option::unwrap_or_default).collect());
    }
}

/// `null` is no way to leave a key out: what is not there is not written.
#[derive(Debug, Clone)]
struct DropNull;

impl Transform for DropNull {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        if schema.get("default") == Some(&Value::Null) || schema.get("default").is_some_and(is_empty_default) {
            schema.remove("default");
        }
        if let Some(Value::Array(types)) = schema.get("type") {
            let kept: Vec<Value> = types.iter().filter(|t| *t != "null").cloned().collect();
            let kept = if let [only] = &kept[..] { only.clone() } else { Value::Array(kept) };
            schema.insert("type".into(), kept);
        }
        let Some(Value::Array(branches)) = schema.get("anyOf") else {
            return;
        };
        let is_null = |branch: &Value| *branch == json!({ "type": "null" });
        if !branches.iter().any(is_null) {
            return;
        }
        let kept: Vec<Value> = branches.iter().filter(|b| !is_null(b)).cloned().collect();
        schema.remove("anyOf");
        match &kept[..] {
            [Value::Object(only)] => merge(schema, only),
            _ => {
                schema.insert("anyOf".into(), kept.into());
            }
        }
    }
}

/// The description of a variant belongs to its key, where editors show it.
#[derive(Debug, Clone)]
struct DescribeVariants;

impl Transform for DescribeVariants {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let Some(description) = schema.get("description").cloned() else {
            return;
        };
        let Some(Value::Object(properties)) = schema.get_mut("properties") else {
            return;
        };
        if let [property] = &mut properties.values_mut().collect::<Vec<_>>()[..]
            && let Value::Object(property) = property
        {
            property.entry("description").or_insert(description);
        }
    }
}

/// A map by ids names the rule for its keys, so that a wrong key is told apart from an unknown one.
#[derive(Debug, Clone)]
struct NameKeys;

impl Transform for NameKeys {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let Some(Value::Object(patterns)) = schema.get("patternProperties") else {
            return;
        };
        let [(pattern, value)] = &patterns.iter().collect::<Vec<_>>()[..] else {
            return;
        };
        let is = |known: Option<&str>| known == Some(pattern.as_str());
        let format = match () {
            () if is(ClassName::PATTERN) => ClassName::FORMAT,
            () if is(Day::PATTERN) => Day::FORMAT,
            () => DocumentId::FORMAT,
        };
        let names = json!({ "pattern": pattern, "format": format });
        let value = (*value).clone();
        schema.remove("patternProperties");
        schema.insert("propertyNames".into(), names);
        schema.insert("additionalProperties".into(), value);
    }
}

fn is_empty_default(value: &Value) -> bool {
    match value {
        Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

fn merge(schema: &mut Schema, other: &Map<String, Value>) {
    for (key, value) in other {
        if schema.get(key).is_none() {
            schema.insert(key.clone(), value.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_schema_allows_null() {
        for kind in DocumentType::ALL {
            let text = pretty(&kind.schema());
            assert!(!text.contains("null"), "{kind:?}");
        }
    }

    #[test]
    fn every_key_of_every_schema_is_described() {
        fn walk(value: &Value, path: &str, bare: &mut Vec<String>) {
            match value {
                Value::Object(members) => {
                    if let Some(Value::Object(properties)) = members.get("properties") {
                        for (key, property) in properties {
                            let described = property.get("description").is_some();
                            if !described {
                                bare.push(format!("{path}/{key}"));
                            }
                        }
                    }
                    for (key, member) in members {
                        walk(member, &format!("{path}/{key}"), bare);
                    }
                }
                Value::Array(items) => items.iter().for_each(|item| walk(item, path, bare)),
                _ => {}
            }
        }
        let mut bare = Vec::new();
        for kind in DocumentType::ALL {
            walk(&kind.schema(), kind.schema_file(), &mut bare);
        }
        assert!(bare.is_empty(), "without description: {bare:#?}");
    }
}
