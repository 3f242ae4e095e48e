use crate::rule::prelude::*;
use madoguchi_schema::yaml::MOST_NODES;

use super::SMALL;

pub(crate) static RULE: Rule = Rule {
    code: "F016",
    name: "too-many-nodes",
    level: Level::Error,
    ja: Text {
        message: "キーと値が { $most } より多くあります。",
        help: "1つのファイルに書くのは1つの自治体です。規則でないものを除いてください。",
        cases: &[],
        about: "どのファイルも、キーと値は数千で足ります。ずっと多いのは書きまちがいか、読むプログラムを止めようとするファイルです。",
    },
    en: Text {
        message: "This file has more than { $most } keys and values.",
        help: "One file holds one municipality. Take out what is not a rule.",
        cases: &[],
        about: "A few thousand keys and values are enough for every file. One with far more is a slip, or made to stop the program that reads it.",
    },
    wrong: Example::Bytes(many),
    right: Example::File(SMALL),
    check: None,
};

fn many() -> Vec<u8> {
    format!("{SMALL}slips: [{}]\n", "0,".repeat(MOST_NODES)).into_bytes()
}
