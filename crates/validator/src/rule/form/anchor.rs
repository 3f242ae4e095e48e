use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "F009",
    name: "anchor",
    level: Level::Error,
    ja: Text {
        message: "アンカー(&名前)は使えません。",
        help: "消して、値を必要なところに書いてください。& で始まる文字は、引用符で囲んでください。",
        cases: &[],
        about: "アンカーは、値に名前を付けて別のところで使い回す YAML のしくみです。使うと、その行だけを見ても何が書いてあるかわからず、わずかな行数で巨大なデータも作れるので、使いません。",
    },
    en: Text {
        message: "Anchors (&name) are not used here.",
        help: "Take it out, and write the value where it is needed. A text that begins with & must be in quotation marks.",
        cases: &[],
        about: "An anchor names a value so that it can be used elsewhere. A line would then not show what it says, and a few lines could grow without end.",
    },
    wrong: Example::Blocks(
        "contact:
  section: お問い合わせ
  telephone: &main 000-000-0000
",
    ),
    right: Example::Blocks(
        "contact:
  section: お問い合わせ
  telephone: 000-000-0000
",
    ),
    check: None,
};
