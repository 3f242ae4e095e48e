//! Formulas alone, for counting instructions.

use madoguchi_schema::scalar::{Formula, Scalar as _};

/// From the shortest of the data to more places than a page asks to fill.
pub const FORMULAS: [&str; 4] =
    ["A", "A | B+B", "A+A | A+B | (A | B)+oral-questions", "(A | B | C)+(A | B | C)+(A | B | C)"];

/// Reads the formulas so many times and holds each against each; how often one implies another.
#[must_use]
pub fn implications(times: usize) -> usize {
    let once = || {
        let all: Vec<Formula> = FORMULAS.iter().filter_map(|text| Formula::parse(text).ok()).collect();
        let of = |one: &Formula| all.iter().filter(|other| one.0.implies(&other.0, |a, b| a == b)).count();
        all.iter().map(of).sum::<usize>()
    };
    (0..times).map(|_| once()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_formula_is_one_and_implies_itself() {
        assert!(FORMULAS.iter().all(|text| Formula::parse(text).is_ok()));
        assert!(implications(1) >= FORMULAS.len());
        assert_eq!(implications(3), 3 * implications(1));
    }
}
