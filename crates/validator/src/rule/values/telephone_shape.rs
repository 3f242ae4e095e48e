use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V071",
    name: "telephone-shape",
    level: Level::Error,
    ja: Text {
        message: "「{ $text }」は電話番号の書き方と違います。",
        help: "市外局番から、半角の数字とハイフンで 0725-99-8117 のように書きます。",
        cases: &[
            ("instead", "{ $instead } と書いてください。"),
            ("full-width", "全角の文字か引用符があります。半角で { $instead } と書いてください。"),
        ],
        about: "電話番号は、そのまま電話をかけるリンクになります。市外局番がないと市外からかけられず、全角の数字ではリンクになりません。",
    },
    en: Text {
        message: "`{ $text }` is no telephone number.",
        help: "Write it with its area code in half-width digits and hyphens: 0725-99-8117",
        cases: &[
            ("instead", "Write { $instead }."),
            ("full-width", "It has full-width characters or quotation marks. In half width it is { $instead }."),
        ],
        about: "The number becomes a link that dials. Without its area code it cannot be called from elsewhere, and full-width digits make no link.",
    },
    wrong: Example::Blocks(
        "contact:
  section: お問い合わせ
  unit: { ja: 市民課, kana: しみんか, en: Citizens' Division }
  telephone: ０００-０００-００００
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
