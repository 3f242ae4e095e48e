use crate::rule::prelude::*;

use super::{PATH, SMALL};

pub(crate) static RULE: Rule = Rule {
    code: "F022",
    name: "file-name",
    level: Level::Error,
    ja: Text {
        message: "ファイルの場所が、中のコード・名前と合いません。",
        help: "正しくは datasets/{ $expected } です。ファイルを移すか、コードまたは name.en を直してください。",
        cases: &[],
        about: "ファイルの場所と名前は、中のコードと英語名で決まります。合わないときは、別の自治体のファイルを写して直し忘れたことが多いです。",
    },
    en: Text {
        message: "The file's place does not fit the code and the name in it.",
        help: "It should be datasets/{ $expected }. Move the file, or correct the code or `name.en`.",
        cases: &[],
        about: "The code and the English name in a file decide its folder and name. Where they differ, another municipality's file was often copied and not changed everywhere.",
    },
    wrong: Example::Files(&[(PATH, ""), ("municipalities/99-fiction/991007-miho.yaml", SMALL)]),
    right: Example::Files(&[(PATH, SMALL)]),
    check: None,
};
