use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V053",
    name: "formula-operator",
    level: Level::Error,
    ja: Text {
        message: "2つの書類の間に記号がありません。",
        help: "+ は「と」、| は「または」です。",
        cases: &[],
        about: "並べただけでは、両方要るのか、どちらか1つでよいのかがわかりません。持ち物が1つ増えるか減るかの違いになります。",
    },
    en: Text {
        message: "A sign is missing between two documents.",
        help: "+ is \"and\", | is \"or\".",
        cases: &[],
        about: "Two papers side by side do not say whether both are needed or one is enough, and whoever reads it brings too much or too little.",
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
                - { identity: A+A A+B, of: principal }
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
