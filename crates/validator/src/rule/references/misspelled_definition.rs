use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "R002",
    name: "misspelled-definition",
    level: Level::Error,
    ja: Text {
        message: "{ $what }「{ $id }」はどこでも使われていません。使われている「{ $used }」は、どこにもありません。",
        help: "ここの識別子の打ちまちがいではありませんか。",
        cases: &[],
        about: "識別子は、決めるところと使うところで同じつづりでなければなりません。何度も使われているつづりのほうが正しく、1回だけの、決めるところがまちがっていることが多いので、使うところごとではなく、ここで1回だけ知らせます。",
    },
    en: Text {
        message: "The { $what } `{ $id }` is used nowhere, and `{ $used }` is used and not defined.",
        help: "Is the id misspelled here?",
        cases: &[],
        about: "An id is spelled alike where it is defined and where it is used. Where several uses agree, the definition is likelier to be wrong, so it is reported once, here, and not at every use.",
    },
    wrong: Example::Blocks(
        r#"counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main
  branchs:
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
  branches:
    name: { ja: 各出張所, kana: かくしゅっちょうじょ, en: Branch offices }
    kind: branch
    several: true
"#,
    ),
    check: None,
};
