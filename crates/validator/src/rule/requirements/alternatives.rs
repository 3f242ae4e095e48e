//! The alternatives of a formula as they are written, before it is put into its normal form.

use std::ops::Range;

use madoguchi_schema::scalar::formula::{Normal, Paper};
use madoguchi_schema::scalar::{Formula, Scalar as _};
use madoguchi_schema::yaml::Node;

use crate::rule::{Subject, Written};

/// What stands between the `|` of one pair of brackets.
pub(super) type Choice = Vec<(Range<usize>, Normal<Paper>)>;

/// Every formula of the file's procedures that has a `|`, with its choices.
pub(super) fn choices<'d>(subject: &Subject<'d>) -> Vec<(&'d Node, &'d str, Vec<Choice>)> {
    let formulas = subject.texts().iter().filter(|written| written.text.contains('|') && is_formula(written));
    formulas.map(|written| (written.node, written.text, read(written.text))).collect()
}

/// Whether a formula stands at a place of a file. Conditions are written as formulas of papers are.
fn is_formula(written: &Written<'_>) -> bool {
    let is_key = |key: &str| matches!(key, "identity" | "document" | "with" | "only_if" | "unless");
    written.block == "procedures" && written.key.is_none_or(is_key)
}

/// The choices of a text, the outermost last; none where it is no formula.
fn read(text: &str) -> Vec<Choice> {
    let mut open: Vec<(usize, Choice)> = vec![(0, Vec::new())];
    let mut found = Vec::new();
    for (at, c) in text.char_indices().chain([(text.len(), ')')]) {
        let Some((start, choice)) = open.last_mut().filter(|_| matches!(c, '|' | ')')) else {
            if c == '(' {
                open.push((at + 1, Vec::new()));
            }
            continue;
        };
        let operand = text[*start..at].trim();
        let Ok(Formula(normal)) = Formula::parse(operand) else {
            return Vec::new();
        };
        let from = *start + (text[*start..at].len() - text[*start..at].trim_start().len());
        choice.push((from..from + operand.len(), normal));
        *start = at + 1;
        if c == ')' {
            found.extend(open.pop().map(|(_, choice)| choice).filter(|choice| choice.len() > 1));
        }
    }
    found
}

/// An operand that adds nothing, with one that whoever has it has too.
pub(super) fn absorbed(choice: &Choice) -> Option<(Range<usize>, Range<usize>)> {
    choice.iter().find_map(|(range, normal)| {
        let wider = choice.iter().find(|(_, other)| other != normal && normal.implies(other, |a, b| a == b));
        wider.map(|(other, _)| (range.clone(), other.clone()))
    })
}

/// An operand that says the same as one before it.
pub(super) fn repeated(choice: &Choice) -> Option<Range<usize>> {
    let mut operands = choice.iter().enumerate();
    let is_repeated = |at: usize, normal: &Normal<Paper>| choice[..at].iter().any(|(_, before)| before == normal);
    operands.find(|(at, (_, normal))| is_repeated(*at, normal)).map(|(_, (range, _))| range.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_adds_nothing_is_found_where_it_is_written() {
        let found = |text: &str| {
            let choices = read(text);
            let absorbed = choices.iter().find_map(absorbed).map(|(range, _)| text[range].to_owned());
            (absorbed, choices.iter().find_map(repeated).map(|range| text[range].to_owned()))
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(found("A+A | A+B"), (None, None));
        assert_eq!(found("A | A+B"), (some("A+B"), None));
        assert_eq!(found("C+(A+B|A)"), (some("A+B"), None));
        assert_eq!(found("A+B | B + A"), (None, some("B + A")));
        assert_eq!(found("(A|B)+(A|B)"), (None, None), "what comes of multiplying out is not written twice");
        assert_eq!(found("(A|B)+(A|B) | (A+B)"), (some("(A+B)"), None));
    }
}
