use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "K007",
    name: "out-of-range",
    level: Level::Error,
    ja: Text {
        message: "数が範囲の外か、項目の数が合いません。",
        help: "使える範囲はスキーマの説明にあります。",
        cases: &[
            ("least", "{ $limit } 以上の数を書いてください。"),
            ("most", "{ $limit } 以下の数を書いてください。"),
            ("fewest", "{ $limit } つ以上書いてください。ないなら、キーごと省きます。"),
        ],
        about: "日は1から31まで、のように、意味のある範囲が決まっています。外れた値は打ちまちがいです。",
    },
    en: Text {
        message: "This is too small, too large, or of the wrong number of entries.",
        help: "The schema's description says what is possible.",
        cases: &[
            ("least", "The number is { $limit } or more."),
            ("most", "The number is { $limit } or less."),
            ("fewest", "There must be { $limit } or more. Where there is none, leave the key out."),
        ],
        about: "Some values have bounds: a day of the month is 1 to 31. What lies outside is mistyped.",
    },
    wrong: Example::Blocks(
        r#"counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main
    irregular:
      - { days: { day-of-month: { day: 52 } }, closed: true }
  branches:
    name: { ja: 各出張所, kana: かくしゅっちょうじょ, en: Branch offices }
    kind: branch
    several: true
"#,
    ),
    right: Example::Blocks(
        r#"counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main
    irregular:
      - { days: { day-of-month: { day: 25 } }, closed: true }
  branches:
    name: { ja: 各出張所, kana: かくしゅっちょうじょ, en: Branch offices }
    kind: branch
    several: true
"#,
    ),
    check: None,
};
