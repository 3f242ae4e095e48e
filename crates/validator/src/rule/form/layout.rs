//! The layout of a file in which nothing else is wrong.

use madoguchi_schema::load::CheckedFile;
use madoguchi_schema::model::Settings;

use crate::layout::{difference, of_tree};
use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "F025",
    name: "layout",
    level: Level::Note,
    ja: Text {
        message: "字下げ、空白、空行、引用符のどれかが、データセットの書式と違います。",
        help: "`cargo run --release -- fmt` か `check --fix` で、ファイル全体がそろいます。値とコメントは変わりません。",
        cases: &[],
        about: "どのファイルも同じ書き方なら、変えたところだけが差分に出て、ほかの自治体のファイルと並べて読めます。ほかに直すところがあるファイルには、この指摘は出ません。",
    },
    en: Text {
        message: "The indentation, spaces, blank lines or quotation marks differ from the dataset's layout.",
        help: "`cargo run --release -- fmt` or `check --fix` lays out the whole file; values and comments stay as they are.",
        cases: &[],
        about: "When all files are written in one way, a diff shows what was changed and nothing else, and files can be read side by side. A file in which something else is wrong gets no such note.",
    },
    wrong: Example::Blocks(
        "contact:
    section: お問い合わせ
    telephone:  000-000-0000
",
    ),
    right: Example::Blocks(
        "contact:
  section: お問い合わせ
  telephone: 000-000-0000
",
    ),
    check: Some(Check::Clean(check)),
};

fn check(file: &CheckedFile) -> Option<Diagnostic> {
    let tree = file.tree.as_ref().filter(|_| file.path != Settings::PATH)?;
    let (span, edit) = difference(&file.text, &of_tree(&file.text, tree)?)?;
    let mut finding = Diagnostic::new(&RULE, &file.path, Some(span));
    finding.edit = Some(edit);
    Some(finding)
}
