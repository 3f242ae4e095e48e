use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V072",
    name: "postal-code-shape",
    level: Level::Error,
    ja: Text {
        message: "「{ $text }」は郵便番号の書き方と違います。",
        help: "594-8501 のように書きます。",
        cases: &[
            ("instead", "{ $instead } と書いてください。"),
            ("full-width", "全角の文字か引用符があります。半角で { $instead } と書いてください。"),
        ],
        about: "郵便番号の書き方は1つにそろえます。〒 の記号は、表示するときに付けます。",
    },
    en: Text {
        message: "`{ $text }` is no postal code.",
        help: "Write it as 594-8501.",
        cases: &[
            ("instead", "Write { $instead }."),
            ("full-width", "It has full-width characters or quotation marks. In half width it is { $instead }."),
        ],
        about: "Postal codes have one spelling; the sign 〒 is added where they are shown.",
    },
    wrong: Example::Blocks(
        "contact:
  section: お問い合わせ
  unit: { ja: 市民課, kana: しみんか, en: Citizens' Division }
  telephone: 000-000-0000
  postal_code: 〒000-0000
",
    ),
    right: Example::Blocks(
        "contact:
  section: お問い合わせ
  unit: { ja: 市民課, kana: しみんか, en: Citizens' Division }
  telephone: 000-000-0000
  postal_code: 000-0000
",
    ),
    check: None,
};
