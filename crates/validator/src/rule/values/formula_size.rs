use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V055",
    name: "formula-size",
    level: Level::Error,
    ja: Text {
        message: "式の組み合わせが多すぎます。",
        help: "もっと簡単に書いてください。",
        cases: &[],
        about: "式は、すべての組み合わせに展開して比べます。多すぎる組み合わせは、書類を1つずつ並べたのが原因のことが多く、区分(A、Bなど)にまとめれば短く書けます。",
    },
    en: Text {
        message: "This formula has more alternatives than anybody could mean.",
        help: "Write it more simply.",
        cases: &[],
        about: "Formulas are multiplied out and compared. Too many combinations mostly come from listing single papers; gather them in classes (A, B) and the formula becomes short.",
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
                - { identity: "(drivers-licence | passport | residence-card | my-number-card | seafarers-handbook | marine-officer-licence | electrician-licence | radio-operator-licence) + (eligibility-certificate | pension-handbook | bankbook | student-id | employee-id | maternal-child-handbook | pension-certificate | long-term-care-insurance-card | licence-return-certificate)", of: principal }
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
                - { identity: A+B, of: principal }
",
    ),
    check: None,
};
