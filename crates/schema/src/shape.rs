//! Holding a tree against the JSON Schema of its document: every fault, each at its place, with
//! the unexpected key or value named and the nearest known one beside it.

use std::collections::BTreeMap;

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::paths::{Location, LocationSegment};
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

use crate::fault::{Bound, Edit, Fault, FaultKind, Reference, Span};
use crate::json_schema::DocumentType;
use crate::names::keys_of;
use crate::nearest::nearest;
use crate::scalar::{self, Format, ScalarFault, ScalarFaultKind};
use crate::yaml::{MOST_FAULTS, Node, NodeKind, Part, Route, Style, Tree, TreeJson};

/// The compiled schemas of all documents. Compiling takes milliseconds: make one and keep it.
pub struct Shapes {
    shapes: BTreeMap<DocumentType, Shape>,
}

struct Shape {
    schema: Value,
    validator: Validator<TreeJson>,
    /// The same without the formats, which the types read themselves.
    structure: Validator<TreeJson>,
}

/// A schema of the project that cannot be compiled: a fault of the program, not of the data.
#[derive(Debug)]
pub struct SchemaError(String);

impl std::fmt::Display for SchemaError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a JSON Schema of this program is broken: {}", self.0)
    }
}

impl std::error::Error for SchemaError {}

impl Shapes {
    /// Compiles the schemas.
    ///
    /// # Errors
    ///
    /// Where a schema that the types generate is no JSON Schema.
    pub fn new() -> Result<Self, SchemaError> {
        let shape = |kind: DocumentType| {
            let schema = kind.schema();
            let options = || jsonschema::options_for::<TreeJson>().with_draft(jsonschema::Draft::Draft202012);
            let broken = |error: ValidationError<'_>| SchemaError(error.to_string());
            let structure = options().should_validate_formats(false).build(&schema).map_err(broken)?;
            let options = scalar::formats().iter().fold(options().should_validate_formats(true), |options, format| {
                options.with_format(format.name, |text: &str| (format.fault)(text).is_none())
            });
            let validator = options.build(&schema).map_err(broken)?;
            Ok((kind, Shape { schema, validator, structure }))
        };
        DocumentType::ALL.into_iter().map(shape).collect::<Result<_, _>>().map(|shapes| Self { shapes })
    }

    /// Whether a tree is as the schema of that document says, the formats of its texts aside: whoever
    /// reads it into its type reads these, too.
    #[must_use]
    pub fn fits(&self, kind: DocumentType, tree: &Tree) -> bool {
        self.shapes.get(&kind).is_some_and(|shape| shape.structure.is_valid(&tree.root))
    }

    /// What the schema of that document finds wrong with a tree, in the order of the file.
    #[must_use]
    pub fn check(&self, kind: DocumentType, tree: &Tree, text: &str) -> Vec<Fault> {
        // `new` compiles a shape for every kind of document.
        let Some(shape) = self.shapes.get(&kind) else {
            return Vec::new();
        };
        let mut mapper =
            Mapper { kind, schema: &shape.schema, tree, text, other_forms: Vec::new(), faults: Vec::new() };
        for error in shape.validator.iter_errors(&tree.root) {
            mapper.map(&error);
        }
        let mut faults = mapper.faults;
        faults.sort_by_key(|fault| fault.span);
        faults.dedup();
        without_consequences(faults)
    }
}

/// A misspelled key is also a missing one: only the cause is reported.
fn without_consequences(mut faults: Vec<Fault>) -> Vec<Fault> {
    name_missing(&mut faults);
    // The missing keys that each misspelled one explains: the one that it was meant to be, or any
    // where it was meant to be a key of another form of the value (`unclear`).
    let misspelled: Vec<(Span, Option<String>)> = faults
        .iter()
        .filter_map(|fault| match &fault.kind {
            FaultKind::UnknownKey { nearest: Some(nearest), known, .. } => {
                Some((fault.span, known.contains(nearest).then(|| nearest.clone())))
            }
            FaultKind::UnknownKey { missing: Some(key), .. } | FaultKind::NoSpaceAfterColon { key, .. } => {
                Some((fault.span, Some(key.clone())))
            }
            _ => None,
        })
        .collect();
    let caused = |whole: Span, key: &String| {
        misspelled.iter().any(|(at, meant)| whole.contains(*at) && meant.as_ref().is_none_or(|meant| meant == key))
    };
    faults
        .into_iter()
        .filter(|fault| match &fault.kind {
            FaultKind::MissingKey { key } => !fault.related.is_some_and(|whole| caused(whole, key)),
            FaultKind::ExactlyOne { keys } => {
                !fault.related.is_some_and(|whole| keys.iter().any(|key| caused(whole, key)))
            }
            _ => true,
        })
        .map(|mut fault| {
            // The related place only served to find the cause.
            fault.related = None;
            fault
        })
        .collect()
}

/// Where one key of a map is unknown and one missing, the unknown one says which.
fn name_missing(faults: &mut [Fault]) {
    let mut of_map: BTreeMap<Span, (Vec<usize>, Vec<String>)> = BTreeMap::new();
    for (at, fault) in faults.iter().enumerate() {
        let Some(map) = fault.related else { continue };
        let (unknown, missing) = of_map.entry(map).or_default();
        match &fault.kind {
            FaultKind::UnknownKey { .. } | FaultKind::NoSpaceAfterColon { .. } => unknown.push(at),
            FaultKind::MissingKey { key } => missing.push(key.clone()),
            _ => {}
        }
    }
    for (unknown, missing) in of_map.into_values() {
        if let ([at], [key]) = (&unknown[..], &missing[..])
            && let FaultKind::UnknownKey { nearest: None, missing, .. } = &mut faults[*at].kind
        {
            *missing = Some(key.clone());
        }
    }
}

struct Mapper<'a> {
    kind: DocumentType,
    schema: &'a Value,
    tree: &'a Tree,
    text: &'a str,
    /// The keys of the other forms that the values above the one at hand could have.
    other_forms: Vec<(Route, Vec<String>)>,
    faults: Vec<Fault>,
}

impl<'a> Mapper<'a> {
    fn map(&mut self, error: &ValidationError<'_>) {
        use ValidationErrorKind as K;
        let route = route(error.instance_path());
        let tree = self.tree;
        let Some(node) = tree.find(&route) else {
            return;
        };
        match error.kind() {
            K::AnyOf { context } | K::OneOfNotValid { context } => self.branches(error, context, &route, node),
            K::OneOfMultipleValid { .. } => {
                self.exactly_one(error, node);
            }
            K::AdditionalProperties { unexpected } | K::UnevaluatedProperties { unexpected } => {
                let known = self.keys_beside(error.schema_path());
                // No more are told, and each is compared with every known one.
                for key in unexpected.iter().take(MOST_FAULTS) {
                    self.unknown_key(&route, node, key, &known);
                }
            }
            K::PropertyNames { error: inner } => self.key_name(&route, node, inner),
            K::Required { property } => {
                let key = property.as_str().unwrap_or_default().to_owned();
                self.push(FaultKind::MissingKey { key }, head(node, self.text), None, Some(node.span));
            }
            K::Type { kind } => self.wrong_type(node, kind),
            K::Enum { options } => self.unknown_value(node, options.as_array().map_or(&[], Vec::as_slice)),
            K::Constant { expected_value } => {
                self.unknown_value(node, std::slice::from_ref(expected_value.as_ref()));
            }
            K::Format { format } => self.scalar(node, format),
            // Every pattern of the schemas stands beside a format that says more.
            K::Pattern { .. } => {}
            kind => self.push(FaultKind::OutOfRange { bound: bound(kind) }, node.span, None, None),
        }
    }

    fn push(&mut self, kind: FaultKind, span: Span, edit: Option<Edit>, related: Option<Span>) {
        self.faults.push(Fault { kind, span, related, edit });
    }

    /// A value that fits no branch is reported by the branch that it was meant for.
    fn branches(
        &mut self,
        error: &ValidationError<'_>,
        context: &[Vec<ValidationError<'static>>],
        route: &Route,
        node: &Node,
    ) {
        if self.exactly_one(error, node) {
            return;
        }
        if let Some(known) = self.variants(error.schema_path())
            && let NodeKind::Map(entries) = &node.kind
        {
            match (entries.iter().filter(|entry| known.contains(&entry.key)).count(), &entries[..]) {
                (0, []) => {
                    self.push(FaultKind::ExactlyOne { keys: known }, node.span, None, None);
                    return;
                }
                (0, entries) => {
                    for entry in entries {
                        self.unknown_key(route, node, &entry.key, &known);
                    }
                    return;
                }
                (1, _) => {}
                _ => {
                    self.push(FaultKind::ExactlyOne { keys: known }, head(node, self.text), None, Some(node.span));
                    return;
                }
            }
        }
        let best = context.iter().min_by_key(|errors| distance(errors, error.instance_path()));
        let forms = self.at(error.schema_path()).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let keys = forms.iter().flat_map(|form| self.keys(form)).collect();
        self.other_forms.push((route.clone(), keys));
        for inner in best.into_iter().flatten() {
            self.map(inner);
        }
        self.other_forms.pop();
    }

    /// Whether the branches differ in nothing but the key that they ask for, of which there is
    /// none or more than one.
    fn exactly_one(&mut self, error: &ValidationError<'_>, node: &Node) -> bool {
        let Some(Value::Array(branches)) = self.at(error.schema_path()) else {
            return false;
        };
        let only_required = |branch: &Value| {
            let members = branch.as_object().filter(|members| members.len() == 1)?;
            members.get("required")?.get(0)?.as_str().map(str::to_owned)
        };
        let Some(keys) = branches.iter().map(only_required).collect::<Option<Vec<_>>>() else {
            return false;
        };
        self.push(FaultKind::ExactlyOne { keys }, head(node, self.text), None, Some(node.span));
        true
    }

    fn unknown_key(&mut self, route: &Route, node: &Node, key: &str, known: &[String]) {
        let span = self.tree.find_key(&route.key(key)).unwrap_or(node.span);
        let here = self.other_forms.iter().filter(|(at, _)| at == route).flat_map(|(_, keys)| keys);
        let free = known.iter().chain(here).map(String::as_str).filter(|known| node.get(known).is_none());
        if let Some((head, value)) =
            key.split_once([':', '\u{ff1a}']).filter(|(head, _)| free.clone().any(|known| known == *head))
            && let value = value.trim()
            && !value.is_empty()
        {
            let is_alone = node.get(key).is_some_and(|value| value.kind == NodeKind::Null);
            let is_plain = is_alone && span.slice(self.text) == Some(key);
            let edit = is_plain.then(|| Edit { span, text: format!("{head}: {value}"), safe: false });
            let kind = FaultKind::NoSpaceAfterColon { written: key.to_owned(), key: head.to_owned() };
            return self.push(kind, span, edit, Some(node.span));
        }
        let near = near(key, free);
        let edit = near.clone().map(|text| Edit { span, text, safe: false });
        let kind = FaultKind::UnknownKey { key: key.to_owned(), nearest: near, known: known.to_vec(), missing: None };
        self.push(kind, span, edit, Some(node.span));
    }

    /// A key that is no id, or not one of the known names.
    fn key_name(&mut self, route: &Route, node: &Node, inner: &ValidationError<'_>) {
        let Some(key) = inner.instance().as_str() else {
            return;
        };
        let Some(entry) = node.entries().iter().find(|entry| entry.key == key) else {
            return;
        };
        let as_text = Node { kind: NodeKind::Text(key.to_owned()), span: entry.key_span, style: Style::Plain };
        match inner.kind() {
            ValidationErrorKind::Enum { options } => {
                let known: Vec<String> =
                    options.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
                let near = near(key, known.iter().map(String::as_str));
                let edit = near.clone().map(|text| Edit { span: entry.key_span, text, safe: false });
                let kind = FaultKind::UnknownKey { key: key.to_owned(), nearest: near, known, missing: None };
                self.push(kind, entry.key_span, edit, None);
            }
            // The format does not say whose ids the keys are, and a pattern only stands beside one.
            other => {
                let name = if let ValidationErrorKind::Format { format } = other { format } else { "document-id" };
                let format = scalar::format(name);
                if let Some((format, fault)) = format.and_then(|format| Some((format, (format.fault)(key)?))) {
                    let of = keys_of(self.kind, route).filter(|of| is_of_vocabulary(*of));
                    self.scalar_fault(&as_text, key, fault, format, of);
                }
            }
        }
    }

    fn wrong_type(&mut self, node: &Node, kind: &TypeKind) {
        if node.kind == NodeKind::Null {
            let key = self.text[..node.span.start].trim_end();
            let span = if node.span.start == node.span.end { last_word(key) } else { node.span };
            return self.push(FaultKind::NoValue, span, None, None);
        }
        let expected: Vec<String> = match kind {
            TypeKind::Single(kind) => vec![kind.to_string()],
            TypeKind::Multiple(kinds) => kinds.iter().map(|kind| kind.to_string()).collect(),
        };
        let is_plain = node.style == Style::Plain && matches!(node.kind, NodeKind::Number(_) | NodeKind::Bool(_));
        let quoted = (is_plain && expected.iter().any(|kind| kind == "string"))
            .then(|| node.span.slice(self.text))
            .flatten()
            .map(|text| Edit { span: node.span, text: format!("\"{text}\""), safe: true });
        let span = if node.entries().is_empty() { node.span } else { head(node, self.text) };
        let instead = node.text().and_then(|text| unquoted(text, &expected));
        let dashes = if expected.iter().any(|kind| kind == "array") { self.dashes(node) } else { None };
        let edit = quoted.or(dashes).or_else(|| {
            let safe = node.text() == instead.as_deref();
            instead.clone().map(|text| Edit { span: node.span, text, safe })
        });
        self.push(FaultKind::WrongType { expected, found: node.json_type().to_owned(), instead }, span, edit, None);
    }

    /// The spaces behind the dashes of a list that was read as one text for want of them.
    fn dashes(&self, node: &Node) -> Option<Edit> {
        let written = node.span.slice(self.text).filter(|text| node.style == Style::Plain && text.starts_with('-'))?;
        let spaced = |line: &str| {
            let entry = line.trim_start();
            let has_space = entry.starts_with("- ") || !entry.starts_with('-');
            let indent = &line[..line.len() - entry.len()];
            if has_space { line.to_owned() } else { format!("{indent}- {}", &entry[1..]) }
        };
        let lines: Vec<String> = written.split('\n').map(spaced).collect();
        Some(Edit { span: node.span, text: lines.join("\n"), safe: false })
    }

    fn unknown_value(&mut self, node: &Node, options: &[Value]) {
        let Some(value) = node.text() else {
            return self.wrong_type(node, &TypeKind::Single(jsonschema::JsonType::String));
        };
        let known: Vec<String> = options.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        let near = near(value, known.iter().map(String::as_str));
        let edit = near.clone().map(|text| Edit { span: node.span, text, safe: false });
        self.push(FaultKind::UnknownValue { value: value.to_owned(), nearest: near, known }, node.span, edit, None);
    }

    fn scalar(&mut self, node: &Node, format: &str) {
        let Some(text) = node.text() else { return };
        let Some(format) = scalar::format(format) else { return };
        if let Some(fault) = (format.fault)(text) {
            self.scalar_fault(node, text, fault, format, vocabulary_of(format));
        }
    }

    /// `of` is the vocabulary whose ids belong there.
    fn scalar_fault(
        &mut self,
        node: &Node,
        text: &str,
        mut fault: ScalarFault,
        format: &Format,
        of: Option<Reference>,
    ) {
        fault.instead = fault.instead.or_else(|| in_half_width(format, text));
        let word = fault.at.clone().and_then(|at| text.get(at)).unwrap_or(text);
        let span = fault.at.and_then(|at| inner_span(node, self.text, text, at)).unwrap_or(node.span);
        if fault.kind == ScalarFaultKind::IdShape && fault.instead.is_none() && !word.is_ascii() {
            let kind = FaultKind::NameForId { name: word.to_owned(), of, meant: None };
            return self.push(kind, span, None, None);
        }
        let edit = fault.instead.clone().map(|instead| {
            let quoted = match node.style {
                Style::SingleQuoted => format!("'{instead}'"),
                Style::DoubleQuoted => format!("\"{instead}\""),
                // Without them it would be a number.
                _ if instead.parse::<f64>().is_ok() => format!("\"{instead}\""),
                _ => instead,
            };
            Edit { span: node.span, text: quoted, safe: false }
        });
        let kind = FaultKind::Scalar { kind: fault.kind, text: text.to_owned(), instead: fault.instead };
        self.push(kind, span, edit, None);
    }

    /// The schema at a path of it, through references.
    fn at(&self, path: &Location) -> Option<&'a Value> {
        self.walk(path.iter())
    }

    fn walk<'p>(&self, path: impl Iterator<Item = LocationSegment<'p>>) -> Option<&'a Value> {
        let mut schema = self.schema;
        for segment in path {
            schema = self.follow(schema)?;
            match segment {
                LocationSegment::Property(name) if name == "$ref" => {}
                LocationSegment::Property(name) => schema = schema.get(name.as_ref())?,
                LocationSegment::Index(index) => schema = schema.get(index)?,
            }
        }
        self.follow(schema)
    }

    fn follow(&self, schema: &'a Value) -> Option<&'a Value> {
        match schema.get("$ref").and_then(Value::as_str) {
            Some(reference) => self.schema.pointer(reference.strip_prefix('#')?),
            None => Some(schema),
        }
    }

    /// The keys that the schema knows around a keyword of it.
    fn keys_beside(&self, keyword: &Location) -> Vec<String> {
        let above = keyword.iter().count().saturating_sub(1);
        self.walk(keyword.iter().take(above)).map(|schema| self.keys(schema)).unwrap_or_default()
    }

    /// The keys that a schema knows.
    fn keys(&self, schema: &'a Value) -> Vec<String> {
        let properties = self.follow(schema).and_then(|schema| schema.get("properties"));
        properties.and_then(Value::as_object).into_iter().flatten().map(|(key, _)| key.clone()).collect()
    }

    /// The names of the branches, where each is an object of one key that must be there.
    fn variants(&self, keyword: &Location) -> Option<Vec<String>> {
        let branches = self.at(keyword)?.as_array()?;
        let name = |branch: &Value| {
            let branch = self.follow(branch)?;
            let properties = branch.get("properties")?.as_object()?;
            let (key, _) = properties.iter().next().filter(|_| properties.len() == 1)?;
            Some(key.clone())
        };
        branches.iter().map(name).collect()
    }
}

/// The text of a format in half width, or what would be right in place of that.
fn in_half_width(format: &Format, text: &str) -> Option<String> {
    let narrow = scalar::half_width(text);
    // Sentences and readings may be of any width.
    if narrow == text || ["text", "kana"].contains(&format.name) {
        return None;
    }
    match (format.fault)(&narrow) {
        None => Some(narrow),
        Some(fault) => fault.instead,
    }
}

/// The number or truth value that a text was meant to be, as it is written.
fn unquoted(text: &str, expected: &[String]) -> Option<String> {
    let narrow = scalar::half_width(text);
    let is_expected = |kind: &str| expected.iter().any(|expected| expected == kind);
    let is_number = (is_expected("integer") && narrow.parse::<i64>().is_ok())
        || (is_expected("number") && narrow.parse::<f64>().is_ok_and(f64::is_finite));
    if is_number {
        return Some(narrow);
    }
    let truth = match narrow.to_lowercase().as_str() {
        "true" | "yes" | "y" | "on" | "はい" => "true",
        "false" | "no" | "n" | "off" | "いいえ" => "false",
        _ => return None,
    };
    is_expected("boolean").then(|| truth.to_owned())
}

/// Which vocabulary defines the ids of a format, or those in its formulas.
fn vocabulary_of(format: &Format) -> Option<Reference> {
    Some(match format.name {
        "document-id" | "formula" => Reference::Document,
        "procedure-id" => Reference::Procedure,
        "applicant-id" => Reference::Applicant,
        "condition-id" | "condition" => Reference::Condition,
        "use-id" => Reference::Use,
        _ => return None,
    })
}

/// The known word that is nearest to a written one, or to that in half width.
fn near<'k>(written: &str, known: impl Iterator<Item = &'k str> + Clone) -> Option<String> {
    let half_width = || nearest(&scalar::half_width(written), known.clone());
    nearest(written, known.clone()).or_else(half_width).map(str::to_owned)
}

fn is_of_vocabulary(of: Reference) -> bool {
    use Reference as R;
    matches!(of, R::Document | R::Procedure | R::Applicant | R::Condition | R::Use)
}

/// How far a value is from the branch that gave these errors: another type is farthest, a foreign
/// key far, a missing key near, and what is wrong inside nearest.
fn distance(errors: &[ValidationError<'_>], here: &Location) -> usize {
    let weigh = |error: &ValidationError<'_>| {
        if error.instance_path().as_str() != here.as_str() {
            return 1;
        }
        match error.kind() {
            ValidationErrorKind::Type { .. } => 10_000,
            ValidationErrorKind::AdditionalProperties { unexpected } => 100 * unexpected.len(),
            ValidationErrorKind::Required { .. } => 50,
            ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
                context.iter().map(|errors| distance(errors, here)).min().unwrap_or_default()
            }
            _ => 1,
        }
    };
    errors.iter().map(weigh).fold(0, usize::saturating_add)
}

/// The bound that a value breaks.
fn bound(kind: &ValidationErrorKind) -> Bound {
    match kind {
        ValidationErrorKind::Minimum { limit } => Bound::Least(limit.to_string()),
        ValidationErrorKind::Maximum { limit } => Bound::Most(limit.to_string()),
        ValidationErrorKind::MinItems { limit } | ValidationErrorKind::MinProperties { limit } => Bound::Fewest(*limit),
        _ => Bound::Other,
    }
}

fn route(location: &Location) -> Route {
    location
        .iter()
        .map(|segment| match segment {
            LocationSegment::Property(name) => Part::Key(name.into_owned()),
            LocationSegment::Index(index) => Part::Index(index),
        })
        .collect()
}

/// Where a fault of a whole map is shown: its first key, not its whole block.
fn head(node: &Node, text: &str) -> Span {
    match (&node.kind, node.style) {
        (NodeKind::Map(entries), Style::Block) => entries.first().map_or(node.span, |entry| entry.key_span),
        _ => {
            let line = node.span.slice(text).and_then(|text| text.find('\n'));
            Span::new(node.span.start, line.map_or(node.span.end, |line| node.span.start + line))
        }
    }
}

/// The last word of a text and its bytes: the key that has no value.
fn last_word(before: &str) -> Span {
    let word = before.trim_end_matches(':');
    let start = word.rfind(|c: char| c.is_whitespace() || matches!(c, '{' | ',' | '[')).map_or(0, |at| at + 1);
    Span::new(start.min(word.len()), word.len())
}

/// The bytes of a part of a decoded text, where the text stands in the file as it is.
pub(crate) fn inner_span(node: &Node, file: &str, text: &str, at: std::ops::Range<usize>) -> Option<Span> {
    let quote = usize::from(matches!(node.style, Style::SingleQuoted | Style::DoubleQuoted));
    let start = node.span.start + quote;
    let stands = file.get(start..node.span.end - quote)? == text;
    stands.then(|| Span::new(start + at.start, start + at.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml;

    /// The faults of a municipality's file with the text that each points at.
    fn faults(more: &str) -> Vec<(FaultKind, String)> {
        let text = format!(
            "municipality: \"991007\"\nname: {{ ja: 見本市, kana: みほんし, en: Mihon }}\nsources:\n  pin:\n    \
             url: https://www.city.mihon.example/pin.html\n    title: 暗証番号\n    page_date: unknown\n    \
             read_on: 2026-11-21\n    read: whole\n{more}"
        );
        let tree = yaml::read(text.as_bytes()).0.unwrap();
        let faults = Shapes::new().unwrap().check(DocumentType::Municipality, &tree, &text);
        faults.into_iter().map(|fault| (fault.kind, fault.span.slice(&text).unwrap().to_owned())).collect()
    }

    #[test]
    fn two_steps_in_one_entry_are_one_fault_that_names_the_choice() {
        let steps = "procedures:\n  pin-reset:\n    applicants:\n      agent:\n        steps:\n";
        let both = "          - wait: { time: { days: 1 } }\n            letter: { document: inquiry-reply }\n";
        let found = faults(&format!("{steps}{both}"));
        assert!(matches!(&found[..], [(FaultKind::ExactlyOne { .. }, place)] if place == "wait"), "{found:?}");
        let found = faults(&format!("{steps}          - wait: {{ time: {{ days: 1, weeks: 2 }} }}\n"));
        assert!(matches!(&found[..], [(FaultKind::ExactlyOne { .. }, _)]), "{found:?}");
    }

    #[test]
    fn a_key_without_a_space_behind_its_colon_is_one_fault() {
        for colon in [":", "\u{ff1a}"] {
            let written = format!("ja{colon}市民センター");
            let found = faults(&format!("contact:\n  unit: {{ {written}, kana: しみんせんたー, en: Centre }}\n"));
            let kind = FaultKind::NoSpaceAfterColon { written: written.clone(), key: "ja".to_owned() };
            assert_eq!(found, [(kind, written)]);
        }
    }

    #[test]
    fn where_one_key_is_missing_and_one_unknown_the_unknown_one_says_so() {
        let found = faults("contact:\n  unit: { japanese: 市民課, kana: しみんか, en: Division }\n");
        let [(FaultKind::UnknownKey { missing: Some(missing), .. }, place)] = &found[..] else { panic!("{found:?}") };
        assert_eq!((missing.as_str(), place.as_str()), ("ja", "japanese"));
        let found = faults("contact:\n  unit: { japanese: 市民課, hiragana: しみんか, en: Division }\n");
        assert_eq!(found.len(), 3, "{found:?}");
    }

    #[test]
    fn what_is_out_of_range_says_the_bound() {
        let found = faults("pins:\n  signature: { lock_after: 300 }\n");
        let bound = Bound::Most("255".to_owned());
        assert_eq!(found, [(FaultKind::OutOfRange { bound }, "300".to_owned())]);
    }
}
