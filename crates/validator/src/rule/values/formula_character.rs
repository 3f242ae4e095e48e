use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V051",
    name: "formula-character",
    level: Level::Error,
    ja: Text {
        message: "この記号は式に使えません。",
        help: "+ は「と」、| は「または」です。区分は大文字、書類は語彙の識別子で書きます。",
        cases: &[("instead", "半角で書くと: { $instead }")],
        about: "式の記号は、半角の `+`(と)、`|`(または)、括弧だけです。記号が1つに決まっているので、自治体どうしの式を比べられます。",
    },
    en: Text {
        message: "This sign does not belong in a formula.",
        help: "+ is \"and\", | is \"or\"; classes are capital letters, documents are ids of the vocabulary.",
        cases: &[("instead", "With half-width signs: { $instead }")],
        about: "The signs of a formula are `+` (and), `|` (or) and brackets, in half width. With one sign for one meaning, formulas of different cities can be compared.",
    },
    wrong: Example::Blocks(
        "procedures:
  pin-reset:
    section: 暗証番号の再設定
    at: [city-hall, branches]
    applicants:
      principal:
        section: 本人が来るとき
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A＋B, of: principal }
",
    ),
    right: Example::Blocks(
        "procedures:
  pin-reset:
    section: 暗証番号の再設定
    at: [city-hall, branches]
    applicants:
      principal:
        section: 本人が来るとき
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A+B, of: principal }
",
    ),
    check: None,
};
