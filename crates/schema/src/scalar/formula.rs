//! Requirements as monotone Boolean formulas: `A+A | A+B`, `family-register | guardianship-certificate`.
//!
//! `+` is "and", `|` is "or", brackets group, spaces are free. A formula is read, multiplied out
//! and put into its normal form: alternatives, each a bag of atoms. `A+A` asks for two different
//! papers, so an alternative is a bag and not a set, and an alternative that contains another one
//! adds nothing to it (absorption).

use std::collections::BTreeMap;

use super::{ClassName, ConditionId, DocumentId, Scalar, ScalarFault, ScalarFaultKind, scalar_traits};

/// More alternatives than this cannot be meant; multiplying out stops there.
const MOST_ALTERNATIVES: usize = 64;
/// More atoms in one alternative than this cannot be meant.
const MOST_ATOMS: usize = 16;
/// Brackets deeper than this cannot be meant.
const MOST_DEPTH: usize = 16;

/// One alternative: atoms in order, each as often as it is asked for.
pub type Alternative<A> = Vec<A>;

/// A formula in normal form over atoms of one kind.
///
/// Laws, each held by a property test: the normal form of a normal form is itself; the order and
/// the grouping of the text do not matter; two formulas with the same normal form accept the same
/// papers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Normal<A> {
    alternatives: Vec<Alternative<A>>,
}

impl<A: Ord + Clone> Normal<A> {
    /// The normal form of some alternatives.
    #[must_use]
    pub fn new(alternatives: Vec<Alternative<A>>) -> Self {
        let mut all: Vec<_> = alternatives
            .into_iter()
            .map(|mut one| {
                one.sort();
                one
            })
            .collect();
        all.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
        all.dedup();
        let mut kept: Vec<Alternative<A>> = Vec::with_capacity(all.len());
        for one in all {
            if !kept.iter().any(|shorter| is_part(shorter, &one)) {
                kept.push(one);
            }
        }
        Self { alternatives: kept }
    }

    /// The alternatives, shortest first.
    #[must_use]
    pub fn alternatives(&self) -> &[Alternative<A>] {
        &self.alternatives
    }

    /// Every atom that occurs, once.
    pub fn atoms(&self) -> impl Iterator<Item = &A> {
        let mut atoms: Vec<&A> = self.alternatives.iter().flatten().collect();
        atoms.sort();
        atoms.dedup();
        atoms.into_iter()
    }

    /// Both formulas.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        let both = |a: &Alternative<A>| {
            other.alternatives.iter().map(move |b| a.iter().chain(b).cloned().collect()).collect::<Vec<_>>()
        };
        Self::new(self.alternatives.iter().flat_map(both).collect())
    }

    /// Either formula.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        Self::new(self.alternatives.iter().chain(&other.alternatives).cloned().collect())
    }

    /// The formula over other atoms.
    #[must_use]
    pub fn map<B: Ord + Clone>(&self, to: impl Fn(&A) -> B) -> Normal<B> {
        Normal::new(self.alternatives.iter().map(|one| one.iter().map(&to).collect()).collect())
    }

    /// Whether whoever satisfies this formula also satisfies the other, when a paper for atom `a`
    /// serves as a paper for atom `b` wherever `serves(a, b)`.
    ///
    /// Each alternative of this formula must cover some alternative of the other, paper by paper.
    #[must_use]
    pub fn implies(&self, other: &Self, serves: impl Fn(&A, &A) -> bool) -> bool {
        self.alternatives.iter().all(|have| other.alternatives.iter().any(|want| covers(have, want, &serves)))
    }

    /// Whether these papers satisfy the formula, when a paper serves for an atom wherever
    /// `serves(paper, atom)`. Two places need two papers.
    #[must_use]
    pub fn is_satisfied_by<P>(&self, papers: &[P], serves: impl Fn(&P, &A) -> bool) -> bool {
        self.alternatives.iter().any(|want| covers(papers, want, &serves))
    }
}

/// Whether the sorted bag `part` is contained in the sorted bag `whole`.
fn is_part<A: Ord>(part: &[A], whole: &[A]) -> bool {
    let mut whole = whole.iter();
    part.iter().all(|atom| whole.by_ref().any(|other| other == atom))
}

/// Whether every place can be given a paper of its own: a matching by augmenting paths.
fn covers<P, A>(papers: &[P], places: &[A], serves: &impl Fn(&P, &A) -> bool) -> bool {
    fn place_paper<P, A>(
        place: usize,
        papers: &[P],
        places: &[A],
        serves: &impl Fn(&P, &A) -> bool,
        tried: &mut [bool],
        given: &mut [Option<usize>],
    ) -> bool {
        for paper in 0..papers.len() {
            if tried[paper] || !serves(&papers[paper], &places[place]) {
                continue;
            }
            tried[paper] = true;
            let free = match given[paper] {
                None => true,
                Some(held) => place_paper(held, papers, places, serves, tried, given),
            };
            if free {
                given[paper] = Some(place);
                return true;
            }
        }
        false
    }

    let mut given = vec![None; papers.len()];
    papers.len() >= places.len()
        && (0..places.len())
            .all(|place| place_paper(place, papers, places, serves, &mut vec![false; papers.len()], &mut given))
}

/// An atom of a requirement: a class of the city's own list, or a document of the vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paper {
    /// A class of identity documents: `A`.
    Class(ClassName),
    /// A document: `drivers-licence`.
    Document(DocumentId),
}

impl std::fmt::Display for Paper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Class(class) => class.fmt(f),
            Self::Document(document) => document.fmt(f),
        }
    }
}

impl From<DocumentId> for Formula {
    fn from(document: DocumentId) -> Self {
        Self(Normal::new(vec![vec![Paper::Document(document)]]))
    }
}

/// What can stand in a formula.
trait Atom: Ord + Clone + std::fmt::Display {
    fn read(text: &str) -> Result<Self, ScalarFault>;
}

impl Atom for Paper {
    fn read(text: &str) -> Result<Self, ScalarFault> {
        if text.bytes().any(|b| b.is_ascii_uppercase()) && text.len() <= 2 {
            ClassName::parse(text).map(Self::Class)
        } else {
            DocumentId::parse(text).map(Self::Document)
        }
    }
}

impl Atom for ConditionId {
    fn read(text: &str) -> Result<Self, ScalarFault> {
        ConditionId::parse(text)
    }
}

/// A requirement of papers: `A+A | A+B`, `my-number-card`, `drivers-licence | B+B`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Formula(pub Normal<Paper>);

/// A requirement of conditions: `honseki-here + verifiable | parentage-on-resident-record`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Condition(pub Normal<ConditionId>);

impl Scalar for Formula {
    const FORMAT: &'static str = "formula";
    const EXAMPLES: &'static [&'static str] = &["A", "A+A | A+B", "family-register | guardianship-certificate"];
    const ABOUT: &'static str = "必要書類の式。+ は「と」、| は「または」。A+A はA書類2点、A+B はA1点とB1点。書類の識別子も書ける。\n\nA requirement: + is and, | is or; A+A is two different papers of class A. Ids of documents may stand in it.";

    fn parse(text: &str) -> Result<Self, ScalarFault> {
        Reader::read_all(text).map(Self)
    }
}

impl Scalar for Condition {
    const FORMAT: &'static str = "condition";
    const EXAMPLES: &'static [&'static str] = &["honseki-here", "honseki-here + verifiable"];
    const ABOUT: &'static str = "条件の式。+ は「かつ」、| は「または」。datasets/vocabulary/conditions.yaml の識別子を使う。\n\nConditions of the vocabulary: + is and, | is or.";

    fn parse(text: &str) -> Result<Self, ScalarFault> {
        Reader::read_all(text).map(Self)
    }
}

fn write_normal<A: std::fmt::Display>(normal: &Normal<A>, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    for (i, alternative) in normal.alternatives.iter().enumerate() {
        if i > 0 {
            f.write_str(" | ")?;
        }
        for (j, atom) in alternative.iter().enumerate() {
            if j > 0 {
                f.write_str("+")?;
            }
            atom.fmt(f)?;
        }
    }
    Ok(())
}

impl std::fmt::Display for Formula {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write_normal(&self.0, f)
    }
}

impl std::fmt::Display for Condition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write_normal(&self.0, f)
    }
}

scalar_traits!(Formula, Condition);

impl Formula {
    /// The alternatives with equal atoms counted: `A+A` is `[(A, 2)]`.
    #[must_use]
    pub fn counted(&self) -> Vec<Vec<(&Paper, usize)>> {
        self.0
            .alternatives
            .iter()
            .map(|one| {
                let mut counts: BTreeMap<&Paper, usize> = BTreeMap::new();
                for atom in one {
                    *counts.entry(atom).or_default() += 1;
                }
                counts.into_iter().collect()
            })
            .collect()
    }
}

/// Recursive descent over the text; every fault knows its bytes.
struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

impl<'t> Reader<'t> {
    fn read_all<A: Atom>(text: &'t str) -> Result<Normal<A>, ScalarFault> {
        if text.trim().is_empty() {
            return Err(ScalarFault::whole(ScalarFaultKind::FormulaEmpty));
        }
        let mut reader = Self { text, at: 0, depth: 0 };
        let normal = reader.any()?;
        match reader.peek() {
            None => Ok(normal),
            Some(')') => Err(reader.fault(ScalarFaultKind::FormulaBracket)),
            Some(c) if is_word(c) || c == '(' => Err(reader.fault(ScalarFaultKind::FormulaOperator)),
            Some(_) => Err(reader.character()),
        }
    }

    fn peek(&mut self) -> Option<char> {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start_matches([' ', '\u{3000}']).len();
        self.text[self.at..].chars().next()
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    /// A fault of the character at hand, or of the last one where the text has ended.
    fn fault(&mut self, kind: ScalarFaultKind) -> ScalarFault {
        match self.peek() {
            Some(c) => ScalarFault::at(kind, self.at..self.at + c.len_utf8()),
            None => {
                let trimmed = self.text.trim_end();
                let last = trimmed.chars().next_back().map_or(0, char::len_utf8);
                ScalarFault::at(kind, trimmed.len() - last..trimmed.len())
            }
        }
    }

    fn any<A: Atom>(&mut self) -> Result<Normal<A>, ScalarFault> {
        let mut normal = self.all()?;
        while self.take('|') {
            normal = normal.or(&self.all()?);
            self.bound(&normal)?;
        }
        Ok(normal)
    }

    fn all<A: Atom>(&mut self) -> Result<Normal<A>, ScalarFault> {
        let mut normal = self.one()?;
        while self.take('+') {
            normal = normal.and(&self.one()?);
            self.bound(&normal)?;
        }
        Ok(normal)
    }

    fn bound<A: Atom>(&self, normal: &Normal<A>) -> Result<(), ScalarFault> {
        let too_many = normal.alternatives.len() > MOST_ALTERNATIVES
            || normal.alternatives.iter().any(|one| one.len() > MOST_ATOMS);
        if too_many { Err(ScalarFault::whole(ScalarFaultKind::FormulaSize)) } else { Ok(()) }
    }

    fn one<A: Atom>(&mut self) -> Result<Normal<A>, ScalarFault> {
        match self.peek() {
            Some('(') => {
                let open = self.at;
                self.at += 1;
                self.depth += 1;
                if self.depth > MOST_DEPTH {
                    return Err(ScalarFault::whole(ScalarFaultKind::FormulaSize));
                }
                let inner = self.any()?;
                self.depth -= 1;
                if self.take(')') {
                    Ok(inner)
                } else if self.peek().is_some_and(is_word) {
                    Err(self.fault(ScalarFaultKind::FormulaOperator))
                } else {
                    Err(ScalarFault::at(ScalarFaultKind::FormulaBracket, open..open + 1))
                }
            }
            Some(c) if is_word(c) => {
                let rest = &self.text[self.at..];
                let length = word_length(rest);
                let (from, to) = (self.at, self.at + length);
                self.at = to;
                let atom = A::read(&self.text[from..to]).map_err(|fault| ScalarFault {
                    at: Some(from..to),
                    instead: fault
                        .instead
                        .map(|instead| format!("{}{instead}{}", &self.text[..from], &self.text[to..])),
                    kind: fault.kind,
                })?;
                Ok(Normal::new(vec![vec![atom]]))
            }
            Some(')' | '+' | '|') | None => Err(self.fault(ScalarFaultKind::FormulaOperand)),
            Some(_) => Err(self.character()),
        }
    }

    /// A character that no formula has; full-width signs have a form that is right.
    fn character(&mut self) -> ScalarFault {
        let fault = self.fault(ScalarFaultKind::FormulaCharacter);
        let plain: String = self.text.chars().map(half_width).collect();
        if plain == self.text { fault } else { fault.instead(plain) }
    }
}

/// The sign that a full-width one stands for.
fn half_width(c: char) -> char {
    match c {
        '\u{ff0b}' => '+',
        '\u{ff5c}' | '\u{ff0f}' => '|',
        '\u{ff08}' => '(',
        '\u{ff09}' => ')',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        other => other,
    }
}

/// The length of the word that a text begins with. A middle dot joins names; between classes it is a sign.
fn word_length(text: &str) -> usize {
    let end = |text: &str| text.find(|c| !is_word(c)).unwrap_or(text.len());
    let mut length = end(text);
    while let Some(rest) = text[length..].strip_prefix('\u{30fb}')
        && !text[..length].ends_with(is_atom)
        && !rest.starts_with(is_atom)
        && rest.starts_with(is_word)
    {
        length = text.len() - rest.len() + end(rest);
    }
    length
}

/// Letters of any script: a word of Japanese is wrong as a whole, and is no sign.
fn is_word(c: char) -> bool {
    is_atom(c) || (!c.is_ascii() && half_width(c) == c && c.is_alphanumeric())
}

fn is_atom(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Formula {
        Formula::parse(text).unwrap()
    }

    fn same(a: &Paper, b: &Paper) -> bool {
        a == b
    }

    #[test]
    fn a_word_of_japanese_is_wrong_as_a_whole_and_no_sign() {
        for (text, wrong, kind) in [
            ("A+運転免許証 | B", "運転免許証", ScalarFaultKind::IdShape),
            ("照会書・回答書", "照会書・回答書", ScalarFaultKind::IdShape),
            ("A書類", "A書類", ScalarFaultKind::IdShape),
            ("A\u{30fb}B", "\u{30fb}", ScalarFaultKind::FormulaCharacter),
            ("A\u{ff0b}B", "\u{ff0b}", ScalarFaultKind::FormulaCharacter),
            ("A、B", "、", ScalarFaultKind::FormulaCharacter),
        ] {
            let fault = Formula::parse(text).unwrap_err();
            assert_eq!((fault.at.and_then(|at| text.get(at)), fault.kind), (Some(wrong), kind), "{text}");
        }
    }

    #[test]
    fn formulas_are_put_into_one_normal_form() {
        for (text, normal) in [
            ("B + A | A+A", "A+A | A+B"),
            ("A + (A | B)", "A+A | A+B"),
            ("A | A+B", "A"),
            ("A|A", "A"),
            ("(A+B) | (B+A)", "A+B"),
            ("A | oral-questions", "A | oral-questions"),
        ] {
            assert_eq!(read(text).to_string(), normal, "{text}");
        }
    }

    #[test]
    fn faults_know_their_place() {
        for (text, kind, at) in [
            ("A+", ScalarFaultKind::FormulaOperand, Some(1..2)),
            ("+A", ScalarFaultKind::FormulaOperand, Some(0..1)),
            ("A B", ScalarFaultKind::FormulaOperator, Some(2..3)),
            ("(A+B", ScalarFaultKind::FormulaBracket, Some(0..1)),
            ("A)", ScalarFaultKind::FormulaBracket, Some(1..2)),
            ("A & B", ScalarFaultKind::FormulaCharacter, Some(2..3)),
            ("A+b-", ScalarFaultKind::IdShape, Some(2..4)),
            (" ", ScalarFaultKind::FormulaEmpty, None),
        ] {
            let fault = Formula::parse(text).unwrap_err();
            assert_eq!((fault.kind, fault.at), (kind, at), "{text}");
        }
        let wide = Formula::parse("A\u{ff0b}B").unwrap_err();
        assert_eq!((wide.kind, wide.instead.as_deref()), (ScalarFaultKind::FormulaCharacter, Some("A+B")));
    }

    #[test]
    fn a_formula_that_multiplies_out_without_end_is_refused() {
        let text = vec!["(a|b|c)"; 16].join("+");
        assert_eq!(Formula::parse(&text).unwrap_err().kind, ScalarFaultKind::FormulaSize);
        let deep = "(".repeat(100_000);
        assert!(Formula::parse(&deep).is_err());
    }

    #[test]
    fn stricter_is_implication() {
        assert!(read("A+A").0.implies(&read("A").0, same));
        assert!(!read("A").0.implies(&read("A+A").0, same));
        assert!(read("A+A").0.implies(&read("A+A | A+B").0, same));
        let a_serves_as_b = |a: &Paper, b: &Paper| a == b || (a.to_string() == "A" && b.to_string() == "B");
        assert!(read("A+A").0.implies(&read("A+B").0, a_serves_as_b));
    }

    #[test]
    fn one_paper_serves_for_one_place_only() {
        let classes = |paper: &&str, atom: &Paper| match *paper {
            "both" => true,
            "a" => atom.to_string() == "A",
            _ => atom.to_string() == "B",
        };
        let formula = read("A+B").0;
        assert!(!formula.is_satisfied_by(&["both"], classes));
        assert!(formula.is_satisfied_by(&["both", "a"], classes), "the paper of both lists steps aside");
        assert!(!formula.is_satisfied_by(&["b", "b"], classes));
    }

    fn formulas() -> impl Strategy<Value = String> {
        let atom =
            prop_oneof![Just("A".to_owned()), Just("B".to_owned()), Just("C".to_owned()), Just("card".to_owned())];
        atom.prop_recursive(3, 8, 3, |inner| {
            prop_oneof![
                (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}) + ({b})")),
                (inner.clone(), inner).prop_map(|(a, b)| format!("({a})|({b})")),
            ]
        })
    }

    proptest! {
        #[test]
        fn the_normal_form_of_a_normal_form_is_itself(text in formulas()) {
            let formula = read(&text);
            prop_assert_eq!(&read(&formula.to_string()), &formula);
        }

        #[test]
        fn order_does_not_matter(a in formulas(), b in formulas()) {
            prop_assert_eq!(read(&format!("({a})+({b})")), read(&format!("({b})+({a})")));
            prop_assert_eq!(read(&format!("({a})|({b})")), read(&format!("({b})|({a})")));
        }

        #[test]
        fn implication_is_an_order(a in formulas(), b in formulas(), c in formulas()) {
            let (a, b, c) = (read(&a).0, read(&b).0, read(&c).0);
            prop_assert!(a.implies(&a, same));
            prop_assert!(a.and(&b).implies(&a, same));
            prop_assert!(a.implies(&a.or(&b), same));
            if a.implies(&b, same) && b.implies(&a, same) {
                prop_assert_eq!(&a, &b);
            }
            if a.implies(&b, same) && b.implies(&c, same) {
                prop_assert!(a.implies(&c, same));
            }
        }

        #[test]
        fn implication_agrees_with_every_bag_of_papers(a in formulas(), b in formulas(), papers in prop::collection::vec(prop_oneof![Just("A"), Just("B"), Just("C"), Just("card")], 0..6)) {
            let (a, b) = (read(&a).0, read(&b).0);
            let is = |paper: &&str, atom: &Paper| atom.to_string() == *paper;
            if a.implies(&b, same) && a.is_satisfied_by(&papers, is) {
                prop_assert!(b.is_satisfied_by(&papers, is));
            }
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "\\PC{0,40}") {
            let _ = Formula::parse(&text);
        }
    }
}
