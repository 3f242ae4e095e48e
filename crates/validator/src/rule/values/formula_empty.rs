use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V050",
    name: "formula-empty",
    level: Level::Error,
    ja: Text {
        message: "式に書類がありません。",
        help: "書き方の例: A+A | A+B",
        cases: &[],
        about: "式は、必要な書類の組み合わせです。空の式は「何もいらない」とも「まだ書いていない」とも読めてしまいます。",
    },
    en: Text {
        message: "There is no document in this formula.",
        help: "An example: A+A | A+B",
        cases: &[],
        about: "A formula is a combination of papers. An empty one could mean that nothing is needed, or that nobody has written it yet.",
    },
    wrong: Example::Blocks(
        r#"procedures:
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
                - { identity: "", of: principal }
"#,
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
                - { identity: A | B, of: principal }
",
    ),
    check: None,
};
