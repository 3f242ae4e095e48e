use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V040",
    name: "hours-shape",
    level: Level::Error,
    ja: Text {
        message: "ここから先が受付時間として読めません。",
        help: "書き方の例: Mo-Fr 08:30-17:15; PH off; Dec 29-Jan 3 off",
        cases: &[("full-width", "全角の文字か引用符があります。半角で \"{ $instead }\" と書いてください。")],
        about: "受付時間は OpenStreetMap の opening_hours の書き方で書きます。今開いているかを計算し、自治体どうしで比べるためです。書けない決まりは `irregular` に、ページがはっきりしないときは `unclear` に書きます。",
    },
    en: Text {
        message: "These hours cannot be read from here on.",
        help: "An example: Mo-Fr 08:30-17:15; PH off; Dec 29-Jan 3 off",
        cases: &[(
            "full-width",
            "It has full-width characters or quotation marks. In half width it is \"{ $instead }\".",
        )],
        about: "Hours are written in OpenStreetMap's `opening_hours` syntax, so that they can be computed and compared. What it cannot say goes into `irregular`; what the page leaves open is `unclear`.",
    },
    wrong: Example::Blocks(
        r#"contact:
  section: お問い合わせ
  unit: { ja: 市民課, kana: しみんか, en: Citizens' Division }
  telephone: 000-000-0000
  hours: "平日 8:30-17:15"
"#,
    ),
    right: Example::Blocks(
        r#"contact:
  section: お問い合わせ
  unit: { ja: 市民課, kana: しみんか, en: Citizens' Division }
  telephone: 000-000-0000
  hours: "Mo-Fr 08:30-17:15"
"#,
    ),
    check: None,
};
