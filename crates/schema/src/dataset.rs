//! The dataset as a whole: every document read, every reference resolved.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::model::{
    ApplicantEntry, Baseline, Changes, Claims, ConditionEntry, DocumentEntry, Holidays, Municipality, ProcedureEntry,
    UseEntry,
};
use crate::national_list::NationalList;
use crate::scalar::{ApplicantId, ConditionId, DocumentId, ProcedureId, UseId};
use crate::yaml::{Entry, Node, Part, Route, Tree};

/// A municipality with the file that it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MunicipalityFile {
    /// The file's path below `datasets/`, with `/` between its parts.
    pub path: String,
    /// What the file says.
    pub municipality: Arc<Municipality>,
    /// Where its blocks stand.
    pub lines: Lines,
}

/// The lines at which the blocks of a file begin, so that a reader of a fact can be led to the
/// place where it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lines(Vec<Block>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Block {
    key: Box<str>,
    /// From 1.
    line: usize,
    inside: Lines,
}

impl Lines {
    /// As deep as a block that a reader would look for: `procedures.pin-reset.applicants.agent`.
    const DEPTH: usize = 4;

    /// The lines of a document's keys, down to those of its applicants.
    #[must_use]
    pub fn of(tree: &Tree, text: &str) -> Self {
        let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
        Self::inside(&tree.root, Self::DEPTH, &ends)
    }

    /// The line of the key at the end of a route, from 1.
    #[must_use]
    pub fn at(&self, route: &Route) -> Option<usize> {
        let (last, before) = route.parts().split_last()?;
        let lines = before.iter().try_fold(self, |lines, part| Some(&lines.block(part)?.inside))?;
        Some(lines.block(last)?.line)
    }

    fn block(&self, part: &Part) -> Option<&Block> {
        let Part::Key(key) = part else { return None };
        self.0.iter().find(|block| *block.key == **key)
    }

    fn inside(node: &Node, depth: usize, ends: &[usize]) -> Self {
        let Some(depth) = depth.checked_sub(1) else { return Self::default() };
        let block = |entry: &Entry| Block {
            key: entry.key.as_str().into(),
            line: ends.partition_point(|end| *end < entry.key_span.start) + 1,
            inside: Self::inside(&entry.value, depth, ends),
        };
        Self(node.entries().iter().map(block).collect())
    }
}

/// The five vocabularies, by id, in the order of their files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vocabulary {
    /// Documents, forms, letters and other things to bring.
    pub documents: Arc<IndexMap<DocumentId, DocumentEntry>>,
    /// Procedures.
    pub procedures: Arc<IndexMap<ProcedureId, ProcedureEntry>>,
    /// Kinds of applicants.
    pub applicants: Arc<IndexMap<ApplicantId, ApplicantEntry>>,
    /// Conditions.
    pub conditions: Arc<IndexMap<ConditionId, ConditionEntry>>,
    /// Uses of a PIN.
    pub uses: Arc<IndexMap<UseId, UseEntry>>,
}

/// All documents, complete and consistent: every id that one document uses is defined in another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dataset {
    /// The municipalities, by code.
    pub municipalities: Vec<MunicipalityFile>,
    /// The vocabularies.
    pub vocabulary: Vocabulary,
    /// What is the same everywhere.
    pub baseline: Arc<Baseline>,
    /// Changes of law and systems.
    pub changes: Arc<Changes>,
    /// What a third party's article claims.
    pub claims: Arc<Claims>,
    /// The public holidays.
    pub holidays: Arc<Holidays>,
    /// The national list of municipalities.
    pub national_list: Arc<NationalList>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_found_at_the_line_of_its_key() {
        let text = "# あ\nprocedures:\n  pin-reset:\n    applicants: { agent: { section: い } }\n\nslips: []\n";
        let tree = crate::yaml::read(text.as_bytes()).0.unwrap();
        let lines = Lines::of(&tree, text);
        let line = |route: &str| lines.at(&route.parse().unwrap());
        assert_eq!(line("procedures"), Some(2));
        assert_eq!(line("procedures.pin-reset"), Some(3));
        assert_eq!(line("procedures.pin-reset.applicants.agent"), Some(4));
        assert_eq!(line("slips"), Some(6));
        assert_eq!(line("procedures.pin-change"), None);
        assert_eq!(line("procedures.pin-reset.applicants.agent.section"), None, "no block");
    }
}
