use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V070",
    name: "kana-shape",
    level: Level::Error,
    ja: Text {
        message: "読みがなはひらがなで書きます。",
        help: "全部をひらがなで書いてください。",
        cases: &[("instead", "{ $instead } と書いてください。")],
        about: "読みがなは、並べ替えと検索、ふりがなに使います。ひらがなにそろえると、カタカナで書いたものも同じ場所に並びます。",
    },
    en: Text {
        message: "A reading is written in hiragana.",
        help: "Write the whole reading in hiragana.",
        cases: &[("instead", "Write { $instead }")],
        about: "Readings are used for sorting, for searching and as ruby. With hiragana throughout, the same reading sorts at the same place.",
    },
    wrong: Example::Blocks(
        "contact:
  section: お問い合わせ
  unit: { ja: 市民課, kana: シミンカ, en: Citizens' Division }
  telephone: 000-000-0000
",
    ),
    right: Example::Blocks(
        "contact:
  section: お問い合わせ
  unit: { ja: 市民課, kana: しみんか, en: Citizens' Division }
  telephone: 000-000-0000
",
    ),
    check: None,
};
