use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "F014",
    name: "duplicate-key",
    level: Level::Error,
    ja: Text {
        message: "キー「{ $key }」が2回あります。",
        help: "どちらか1つにしてください。",
        cases: &[],
        about: "同じキーが2回あると、どちらが正しいかを機械は決められません。多くのソフトは黙って一方を捨てます。",
    },
    en: Text {
        message: "The key `{ $key }` stands here twice.",
        help: "Keep one of the two.",
        cases: &[],
        about: "Where a key stands twice, no machine knows which is right, and most drop one of them without a word.",
    },
    wrong: Example::Blocks(
        "contact:
  section: お問い合わせ
  telephone: 000-000-0000
  telephone: 000-000-0001
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
