use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V060",
    name: "id-shape",
    level: Level::Error,
    ja: Text {
        message: "「{ $text }」は識別子として使えません。",
        help: "識別子は英小文字・数字・ハイフンで書きます。",
        cases: &[
            ("instead", "{ $instead } と書いてください。"),
            ("near", "もしかして: { $nearest }(識別子は { $place } にあります)"),
            ("name", "ここに書くのは名前ではなく識別子で、{ $place } にあります。"),
        ],
        about: "識別子は、ファイルの名前やページのアドレスにもなります。書き方が1つに決まっていれば、同じものは同じ識別子になります。",
    },
    en: Text {
        message: "`{ $text }` is no id.",
        help: "Ids are written with small letters, digits and hyphens.",
        cases: &[
            ("instead", "Write `{ $instead }`."),
            ("near", "Did you mean `{ $nearest }`? The ids stand in { $place }."),
            ("name", "Write the id in place of the name. The ids stand in { $place }."),
        ],
        about: "Ids become file names and addresses of pages. With one way of writing them, the same thing has the same id everywhere.",
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
                - { document: my_number_card, of: principal }
                - { identity: A+A | A+B, of: principal }
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
