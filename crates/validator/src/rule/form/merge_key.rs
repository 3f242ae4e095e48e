use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "F012",
    name: "merge-key",
    level: Level::Error,
    ja: Text {
        message: "マージキー(<<)は使えません。",
        help: "<< の行を消し、中のキーをそのまま書いてください。",
        cases: &[],
        about: "マージキーは、別のところのキーをまとめて差しこむ YAML のしくみです。何が書いてあるかがその場で見えなくなり、読み方もソフトによってちがいます。",
    },
    en: Text {
        message: "Merge keys (<<) are not used here.",
        help: "Take the line with << out, and write its keys here.",
        cases: &[],
        about: "A merge key puts the keys of another place here. What is said could no longer be seen in its place, and programs read it in different ways.",
    },
    wrong: Example::Blocks(
        "contact:
  section: お問い合わせ
  <<: { telephone: 000-000-0000 }
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
