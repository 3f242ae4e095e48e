use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V011",
    name: "code-check-digit",
    level: Level::Error,
    ja: Text {
        message: "「{ $text }」の検査数字(6桁目)が合いません。",
        help: "全国地方公共団体コードの一覧と見比べてください。",
        cases: &[("instead", "どこかの桁の打ちまちがいか、正しくは \"{ $instead }\" です。")],
        about: "6桁目の検査数字は、前の5桁から計算します。合わなければどこかの桁の打ちまちがいで、ほかの自治体の決まりになってしまうおそれがあります。",
    },
    en: Text {
        message: "The check digit of `{ $text }` does not fit.",
        help: "Compare it with the national list of codes.",
        cases: &[("instead", "A digit is mistyped, or the code is \"{ $instead }\".")],
        about: "The sixth digit follows from the first five. Where it does not, a digit is mistyped, and the rules might be taken for those of another municipality.",
    },
    wrong: Example::Blocks(
        r#"municipality: "991008"
"#,
    ),
    right: Example::Blocks(
        r#"municipality: "991007"
"#,
    ),
    check: None,
};
