use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V052",
    name: "formula-operand",
    level: Level::Error,
    ja: Text {
        message: "この記号のとなりに、書類か区分がありません。",
        help: "書き方の例: A+A | A+B",
        cases: &[],
        about: "`+` と `|` は、両側の書類をつなぎます。片側がなければ、書類が1つ抜けています。",
    },
    en: Text {
        message: "A document or class is missing beside this sign.",
        help: "An example: A+A | A+B",
        cases: &[],
        about: "`+` and `|` join the papers on both sides. Where one side is missing, a paper has been left out.",
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
                - { identity: A+A | A+, of: principal }
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
                - { identity: A+A | A+B, of: principal }
",
    ),
    check: None,
};
