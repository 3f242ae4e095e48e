use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "F021",
    name: "missing-file",
    level: Level::Error,
    ja: Text {
        message: "datasets/{ $file } がありません。",
        help: "このファイルがないとデータを使えません。消したり名前を変えたりしたなら、元に戻してください。",
        cases: &[],
        about: "語彙(vocabulary)と全国の規則(national)は、どの自治体のファイルもよりどころにしています。1つ欠けても、サイトは作れません。",
    },
    en: Text {
        message: "The file datasets/{ $file } is missing.",
        help: "The dataset cannot be used without it. If it was deleted or renamed, restore it.",
        cases: &[],
        about: "Every municipality's file rests on the vocabularies and the national layer. Without one of them no site can be made.",
    },
    wrong: Example::Files(&[("national/claims.yaml", "")]),
    right: Example::Files(&[]),
    check: None,
};
