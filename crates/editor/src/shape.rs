//! What the JSON Schema of a document says of a place, for a text that may not have its shape yet.

use madoguchi_schema::fault::Reference;
use madoguchi_schema::yaml::{Part, Route};
use serde_json::Value;

/// The forms that a value may have, of which the schema may allow several.
#[derive(Debug, Clone)]
pub(crate) struct Forms<'s> {
    root: &'s Value,
    all: Vec<&'s Value>,
}

/// A key that a map may have.
#[derive(Debug, Clone)]
pub(crate) struct Known<'s> {
    pub(crate) key: &'s str,
    /// In both languages.
    pub(crate) about: &'s str,
    pub(crate) is_required: bool,
    /// Whether only a list or a map can stand there.
    pub(crate) is_block: bool,
}

/// A value that is one of a few.
#[derive(Debug, Clone)]
pub(crate) struct Choice<'s> {
    pub(crate) value: &'s str,
    pub(crate) about: &'s str,
}

impl<'s> Forms<'s> {
    /// The forms of the value at a route of a document.
    pub(crate) fn at(schema: &'s Value, route: &Route) -> Self {
        let mut forms = Self { root: schema, all: Vec::new() };
        forms.expand(schema);
        route.parts().iter().fold(forms, |forms, part| forms.child(part))
    }

    /// Adds a schema, its references and alternatives.
    fn expand(&mut self, schema: &'s Value) {
        self.all.push(schema);
        if let Some(target) = schema.get("$ref").and_then(Value::as_str).and_then(|to| to.strip_prefix('#'))
            && let Some(target) = self.root.pointer(target)
        {
            self.expand(target);
        }
        for key in ["anyOf", "oneOf", "allOf"] {
            for branch in schema.get(key).and_then(Value::as_array).into_iter().flatten() {
                self.expand(branch);
            }
        }
    }

    fn child(&self, part: &Part) -> Self {
        let mut child = Self { root: self.root, all: Vec::new() };
        for form in &self.all {
            let found = match part {
                Part::Key(key) => form
                    .get("properties")
                    .and_then(|properties| properties.get(key))
                    .or_else(|| form.get("additionalProperties").filter(|value| value.is_object())),
                Part::Index(_) => form.get("items"),
            };
            if let Some(found) = found {
                child.expand(found);
            }
        }
        child
    }

    /// Only the forms that can have the keys that are there, where there are any.
    pub(crate) fn with_keys(&self, keys: &[String]) -> Self {
        let has = |form: &&Value, key: &String| {
            let properties = form.get("properties").and_then(Value::as_object);
            properties.is_some_and(|known| known.contains_key(key))
                || form.get("additionalProperties").is_some_and(Value::is_object)
        };
        let best = self.all.iter().map(|form| keys.iter().filter(|key| has(form, key)).count()).max().unwrap_or(0);
        let fits = |form: &&&Value| {
            let is_map = form.get("properties").is_some() || form.get("additionalProperties").is_some();
            !is_map || keys.iter().filter(|key| has(form, key)).count() == best
        };
        Self { root: self.root, all: self.all.iter().filter(fits).copied().collect() }
    }

    /// The keys that a map may have here, of every form.
    pub(crate) fn keys(&self) -> Vec<Known<'s>> {
        let mut found: Vec<Known<'s>> = Vec::new();
        for form in &self.all {
            let required = form.get("required").and_then(Value::as_array);
            let is_required = |key: &str| required.is_some_and(|keys| keys.iter().any(|required| required == key));
            for (key, property) in form.get("properties").and_then(Value::as_object).into_iter().flatten() {
                if !found.iter().any(|known| known.key == key) {
                    let about = self.about(property);
                    let is_block = self.is_block(property);
                    found.push(Known { key, about, is_required: is_required(key), is_block });
                }
            }
            let names = form.get("propertyNames").and_then(|names| names.get("enum")).and_then(Value::as_array);
            for key in names.into_iter().flatten().filter_map(Value::as_str) {
                found.push(Known { key, about: "", is_required: false, is_block: false });
            }
        }
        found
    }

    /// The values that may stand here, where they are a few.
    pub(crate) fn choices(&self) -> Vec<Choice<'s>> {
        let mut found = Vec::new();
        for form in &self.all {
            let about = form.get("enumDescriptions").and_then(Value::as_array);
            let values = form.get("enum").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
            for (at, value) in values.enumerate() {
                let about = about.and_then(|about| about.get(at)).and_then(Value::as_str).unwrap_or_default();
                found.push(Choice { value, about });
            }
            if form.get("type").is_some_and(|kind| kind == "boolean") {
                found.extend(["true", "false"].map(|value| Choice { value, about: "" }));
            }
        }
        found
    }

    /// What the ids in a value here refer to.
    pub(crate) fn references(&self) -> Vec<Reference> {
        let formats = self.all.iter().filter_map(|form| form.get("format").and_then(Value::as_str));
        let mut found = Vec::new();
        for format in formats {
            let all: &[Reference] = match format {
                "source-id" => &[Reference::Source],
                "counter-id" => &[Reference::Counter],
                "class-name" => &[Reference::Class],
                "document-id" => &[Reference::Document],
                "procedure-id" => &[Reference::Procedure],
                "applicant-id" => &[Reference::Applicant],
                "condition-id" | "condition" => &[Reference::Condition],
                "use-id" => &[Reference::Use],
                "rule-id" => &[Reference::Rule],
                "formula" => &[Reference::Class, Reference::Document],
                _ => &[],
            };
            for one in all {
                if !found.contains(one) {
                    found.push(*one);
                }
            }
        }
        found
    }

    /// Whether a value here is a formula of ids.
    pub(crate) fn is_formula(&self) -> bool {
        self.has_format("formula") || self.has_format("condition")
    }

    /// Whether a value here has rules of that name.
    pub(crate) fn has_format(&self, name: &str) -> bool {
        self.all.iter().any(|form| form.get("format").is_some_and(|format| format == name))
    }

    /// What the schema says of the value: the word nearest to its place.
    pub(crate) fn description(&self) -> &'s str {
        self.all.iter().find_map(|form| form.get("description")?.as_str()).unwrap_or_default()
    }

    fn about(&self, property: &'s Value) -> &'s str {
        let mut forms = Self { root: self.root, all: Vec::new() };
        forms.expand(property);
        forms.description()
    }

    fn is_block(&self, property: &'s Value) -> bool {
        let mut forms = Self { root: self.root, all: Vec::new() };
        forms.expand(property);
        let mut kinds = forms.all.iter().filter_map(|form| form.get("type").and_then(Value::as_str)).peekable();
        kinds.peek().is_some() && kinds.all(|kind| kind == "object" || kind == "array")
    }
}
