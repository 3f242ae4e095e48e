//! From the faults of reading, shape and references to diagnostics.

use madoguchi_schema::fault::{Bound, Fault, FaultKind, SyntaxFault};
use madoguchi_schema::scalar::{ScalarFaultKind, is_full_width};

use crate::diagnostic::{Argument, Diagnostic, Place};
use crate::rule::{Rule, form, keys, references, requirements, time, values};

/// The diagnostic of a fault in a file.
pub(crate) fn diagnostic(path: &str, fault: &Fault) -> Diagnostic {
    let whole_file = matches!(
        fault.kind,
        FaultKind::TooLarge { .. } | FaultKind::Nothing | FaultKind::UnknownFile | FaultKind::Link
    );
    let span = (!whole_file).then_some(fault.span);
    let mut diagnostic = describe(&fault.kind, |rule| Diagnostic::new(rule, path, span));
    let message = if matches!(fault.kind, FaultKind::Syntax(_)) { "opened" } else { "related" };
    diagnostic.related = fault.related.map(|span| Place { path: path.to_owned(), span, message }).into_iter().collect();
    diagnostic.edit.clone_from(&fault.edit);
    diagnostic
}

fn describe(kind: &FaultKind, new: impl Fn(&'static Rule) -> Diagnostic) -> Diagnostic {
    let words = |list: &[String]| Argument::Words(list.to_vec());
    // The nearest known word makes a case of its own, with the question whether it was meant.
    let meant = |diagnostic: Diagnostic, nearest: &Option<String>| match nearest {
        Some(nearest) => diagnostic.case("near").text("nearest", nearest),
        None => diagnostic,
    };
    match kind {
        FaultKind::TooLarge { bytes, most } => new(&form::file_too_large::RULE)
            .with("bytes", Argument::Number(*bytes))
            .with("most", Argument::Number(*most)),
        FaultKind::NotUtf8 => new(&form::not_utf8::RULE),
        FaultKind::ByteOrderMark => new(&form::byte_order_mark::RULE),
        FaultKind::ForbiddenCharacter { character } => {
            new(&form::forbidden_character::RULE).text("character", format!("U+{:04X}", u32::from(*character)))
        }
        FaultKind::LineEnds => new(&form::forbidden_character::RULE).text("character", "U+000D").case("line-ends"),
        FaultKind::WideIndentation => new(&form::wide_indentation::RULE),
        FaultKind::Syntax(fault) => new(&form::syntax::RULE).case(match fault {
            SyntaxFault::Tab => "tab",
            SyntaxFault::Indentation => "indentation",
            SyntaxFault::Unclosed => "unclosed",
            SyntaxFault::Quote => "quote",
            SyntaxFault::Sign => "sign",
            SyntaxFault::Colon => "colon",
            SyntaxFault::WideColon => "wide-colon",
            SyntaxFault::WideSpace => "wide-space",
            SyntaxFault::NoBreakSpace => "no-break-space",
            SyntaxFault::Dash => "dash",
            SyntaxFault::Fence => "fence",
            SyntaxFault::Conflict => "conflict",
            SyntaxFault::Directive => "directive",
            SyntaxFault::Other => "other",
        }),
        FaultKind::Nothing => new(&form::empty_file::RULE),
        FaultKind::SecondDocument => new(&form::second_document::RULE),
        FaultKind::Anchor => new(&form::anchor::RULE),
        FaultKind::Alias => new(&form::alias::RULE),
        FaultKind::Tag => new(&form::tag::RULE),
        FaultKind::MergeKey => new(&form::merge_key::RULE),
        FaultKind::KeyNotText => new(&form::key_not_text::RULE),
        FaultKind::DuplicateKey { key } => new(&form::duplicate_key::RULE).text("key", key),
        FaultKind::TooDeep { most } => new(&form::too_deep::RULE).with("most", Argument::Number(*most)),
        FaultKind::TooManyNodes { most } => new(&form::too_many_nodes::RULE).with("most", Argument::Number(*most)),
        FaultKind::Number => new(&form::number::RULE),
        FaultKind::UnknownKey { key, nearest, known, missing } => {
            let diagnostic = new(&keys::unknown_key::RULE).text("key", key).with("known", words(known));
            match missing {
                Some(missing) => diagnostic.case("missing").text("missing", missing),
                None => meant(diagnostic, nearest),
            }
        }
        FaultKind::NoSpaceAfterColon { written, key } => {
            new(&keys::unknown_key::RULE).text("key", written).case("space").text("nearest", key)
        }
        FaultKind::MissingKey { key } => new(&keys::missing_key::RULE).text("key", key),
        FaultKind::ExactlyOne { keys } => new(&keys::exactly_one_key::RULE).with("keys", words(keys)),
        FaultKind::WrongType { expected, found, instead } => new(&keys::wrong_type::RULE)
            .with("expected", Argument::Terms(expected.iter().map(|name| format!("type-{name}")).collect()))
            .with("found", Argument::Term(format!("type-{found}")))
            .with("instead", Argument::Text(instead.clone().unwrap_or_default()))
            .case(match (found.as_str(), &expected[..]) {
                _ if instead.is_some() => match instead.as_deref() {
                    Some("true" | "false") => "truth",
                    _ => "number",
                },
                ("integer" | "number", expected) if expected.iter().any(|kind| kind == "string") => "quote",
                ("string", [kind]) if kind == "object" => "key",
                ("string", [kind]) if kind == "array" => "list",
                _ => "other",
            }),
        FaultKind::NoValue => new(&keys::no_value::RULE),
        FaultKind::UnknownValue { value, nearest, known } => {
            let diagnostic = new(&keys::unknown_value::RULE).text("value", value).with("known", words(known));
            if value.trim().is_empty() { diagnostic.case("empty") } else { meant(diagnostic, nearest) }
        }
        FaultKind::OutOfRange { bound } => {
            let diagnostic = new(&keys::out_of_range::RULE);
            match bound {
                Bound::Least(limit) => diagnostic.case("least").text("limit", limit),
                Bound::Most(limit) => diagnostic.case("most").text("limit", limit),
                Bound::Fewest(limit) => diagnostic.case("fewest").text("limit", limit.to_string()),
                Bound::Other => diagnostic,
            }
        }
        FaultKind::Scalar { kind, text, instead } => {
            let rule = scalar(*kind);
            let diagnostic = new(rule).text("text", text);
            // Where the width is all that is wrong, the rule may have words of its own.
            let says_width = rule.en.cases.iter().any(|(case, _)| *case == "full-width");
            match instead {
                Some(instead) if says_width && is_full_width(text) => {
                    diagnostic.case("full-width").text("instead", instead)
                }
                None if text.trim().is_empty() => diagnostic.case("empty"),
                Some(instead) => diagnostic.case("instead").text("instead", instead),
                None => diagnostic,
            }
        }
        FaultKind::NameForId { name, of, meant: id } => {
            let diagnostic = new(&values::id_shape::RULE).text("text", name);
            match of {
                Some(of) => meant(
                    diagnostic.with("place", Argument::Term(format!("reference-{}-place", of.name()))).case("name"),
                    id,
                ),
                None => diagnostic,
            }
        }
        FaultKind::Untyped { detail } => new(&keys::untyped::RULE).text("detail", detail),
        FaultKind::UnknownReference { to, id, nearest } => {
            let what = Argument::Term(format!("reference-{}", to.name()));
            let place = Argument::Term(format!("reference-{}-place", to.name()));
            meant(
                new(&references::unknown_reference::RULE).with("what", what).with("place", place).text("id", id),
                nearest,
            )
        }
        FaultKind::MisspelledDefinition { of, id, used } => new(&references::misspelled_definition::RULE)
            .with("what", Argument::Term(format!("reference-{}", of.name())))
            .text("id", id)
            .text("used", used),
        FaultKind::SourceNotNamed => new(&references::source_not_named::RULE),
        FaultKind::FileName { expected } => new(&form::file_name::RULE).text("expected", expected),
        FaultKind::SameMunicipality { other } => new(&form::same_municipality::RULE).text("other", other),
        FaultKind::UnknownFile => new(&form::unknown_file::RULE),
        FaultKind::Link => new(&form::link::RULE),
        FaultKind::MissingFile { path } => new(&form::missing_file::RULE).text("file", path),
        FaultKind::NationalList { line, kind } => {
            new(&form::national_list::RULE).with("line", Argument::Number(*line)).case(kind.name())
        }
        FaultKind::StepsAndFlows => new(&requirements::steps_and_flows::RULE),
        FaultKind::SameAsLoop => new(&references::same_as_loop::RULE),
        FaultKind::EarlierWithoutEnd => new(&time::earlier_without_end::RULE),
    }
}

fn scalar(kind: ScalarFaultKind) -> &'static Rule {
    use ScalarFaultKind as S;
    match kind {
        S::Empty => &values::empty_text::RULE,
        S::Padded => &values::padded_text::RULE,
        S::Control => &values::control_in_text::RULE,
        S::CodeShape => &values::code_shape::RULE,
        S::CodeCheckDigit => &values::code_check_digit::RULE,
        S::CodePrefecture => &values::code_prefecture::RULE,
        S::DateShape => &values::date_shape::RULE,
        S::DateUnreal => &values::date_unreal::RULE,
        S::UrlShape => &values::url_shape::RULE,
        S::UrlScheme => &values::url_scheme::RULE,
        S::UrlUser => &values::url_user::RULE,
        S::UrlHost => &values::url_host::RULE,
        S::HoursShape => &values::hours_shape::RULE,
        S::HoursOvernight => &values::hours_overnight::RULE,
        S::FormulaEmpty => &values::formula_empty::RULE,
        S::FormulaCharacter => &values::formula_character::RULE,
        S::FormulaOperand => &values::formula_operand::RULE,
        S::FormulaOperator => &values::formula_operator::RULE,
        S::FormulaBracket => &values::formula_bracket::RULE,
        S::FormulaSize => &values::formula_size::RULE,
        S::IdShape => &values::id_shape::RULE,
        S::ClassShape => &values::class_shape::RULE,
        S::KanaShape => &values::kana_shape::RULE,
        S::TelephoneShape => &values::telephone_shape::RULE,
        S::PostalCodeShape => &values::postal_code_shape::RULE,
        S::LengthShape => &values::length_shape::RULE,
        S::RouteShape => &values::route_shape::RULE,
    }
}
