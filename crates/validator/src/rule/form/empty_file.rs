use crate::rule::prelude::*;

use super::SMALL;

pub(crate) static RULE: Rule = Rule {
    code: "F007",
    name: "empty-file",
    level: Level::Error,
    ja: Text {
        message: "ファイルに中身がありません。",
        help: "自治体の規則を書くか、ファイルを消してください。",
        cases: &[],
        about: "空のファイルは、何も調べていないのか、書いたものが失われたのか、見分けられません。注記(# の行)だけのファイルも空とみなします。",
    },
    en: Text {
        message: "This file is empty.",
        help: "Write the municipality's rules, or delete the file.",
        cases: &[],
        about: "An empty file does not say whether nothing was read or something was lost. A file of comments alone counts as empty.",
    },
    wrong: Example::File(
        "# 見本市: あとで書く
",
    ),
    right: Example::File(SMALL),
    check: None,
};
