use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V010",
    name: "code-shape",
    level: Level::Error,
    ja: Text {
        message: "「{ $text }」は自治体コードではありません。",
        help: "自治体コードは、検査数字を含む6桁の数字です。",
        cases: &[
            ("instead", "検査数字を付けると \"{ $instead }\" です。"),
            ("full-width", "全角の文字か引用符があります。半角で \"{ $instead }\" と書いてください。"),
        ],
        about: "自治体は、名前ではなく全国地方公共団体コードで見分けます(府中市や松前町は2つあります)。コードは検査数字を含む6桁です。",
    },
    en: Text {
        message: "`{ $text }` is no municipality code.",
        help: "A code has six digits, the check digit last.",
        cases: &[
            ("instead", "With its check digit it is \"{ $instead }\"."),
            ("full-width", "It has full-width characters or quotation marks. In half width it is \"{ $instead }\"."),
        ],
        about: "Municipalities are told apart by their national code, since names such as 府中市 and 松前町 occur twice. The code has six digits, the last of which checks the others.",
    },
    wrong: Example::Blocks(
        r#"municipality: "99100"
"#,
    ),
    right: Example::Blocks(
        r#"municipality: "991007"
"#,
    ),
    check: None,
};
