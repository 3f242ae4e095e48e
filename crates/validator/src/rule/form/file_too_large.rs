use crate::rule::prelude::*;
use madoguchi_schema::yaml::MOST_BYTES;

use super::SMALL;

pub(crate) static RULE: Rule = Rule {
    code: "F001",
    name: "file-too-large",
    level: Level::Error,
    ja: Text {
        message: "ファイルが { $bytes } バイトあります。上限は { $most } バイトです。",
        help: "1つのファイルに書くのは1つの自治体です。ページの文章の写しなど、規則でないものを除いてください。",
        cases: &[],
        about: "大きい自治体でも、20キロバイトほどで足ります。ずっと大きいファイルは、ページの文章を貼ったか、別のファイルを置いたかのどちらかで、人の目で確かめられません。",
    },
    en: Text {
        message: "This file has { $bytes } bytes; { $most } are allowed.",
        help: "One file holds one municipality. Take out what is not a rule, such as copied text of the page.",
        cases: &[],
        about: "Some 20 kilobytes are enough for a large city. A much larger file holds the page's text, or is another file by mistake, and nobody can review it.",
    },
    wrong: Example::Bytes(too_large),
    right: Example::File(SMALL),
    check: None,
};

fn too_large() -> Vec<u8> {
    let copied = "# コピーしたページの文章\n";
    [SMALL, &copied.repeat(MOST_BYTES / copied.len())].concat().into_bytes()
}
