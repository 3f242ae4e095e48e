use crate::rule::prelude::*;

use super::{PATH, SMALL};

pub(crate) static RULE: Rule = Rule {
    code: "F020",
    name: "unknown-file",
    level: Level::Error,
    ja: Text {
        message: "ここに置くファイルはありません。",
        help: "自治体のファイルは datasets/municipalities/<都道府県>/<コード>-<名前>.yaml です。終わりが .yml でないかも見てください。",
        cases: &[],
        about: "決まった場所にないファイルは読まれません。書いたのに載らない、ということがないように知らせます。",
    },
    en: Text {
        message: "No document of the dataset belongs here.",
        help: "A municipality's file is datasets/municipalities/<prefecture>/<code>-<name>.yaml; its name does not end in .yml.",
        cases: &[],
        about: "A file elsewhere would not be read. This is said, so that nobody's work is left out unnoticed.",
    },
    wrong: Example::Files(&[(PATH, ""), ("municipalities/99-fiction/991007-mihon.yml", SMALL)]),
    right: Example::Files(&[(PATH, SMALL)]),
    check: None,
};
