use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "F013",
    name: "key-not-text",
    level: Level::Error,
    ja: Text {
        message: "コロンの前が、キーの名前になっていません。",
        help: "「キー: 値」の形で、キーを1つずつ書いてください。",
        cases: &[],
        about: "コロンの前に書けるのは名前だけです。括弧でまとめたものや、空のものは、キーになりません。",
    },
    en: Text {
        message: "What stands before the colon is no key.",
        help: "Write `key: value`, one key at a time.",
        cases: &[],
        about: "Before the colon stands a name. A list in brackets, or nothing, is no key.",
    },
    wrong: Example::Blocks(
        "terms:
  [pin, reset]: 暗証番号
",
    ),
    right: Example::Blocks(
        "terms:
  pin: 暗証番号
  reset: 再設定
",
    ),
    check: None,
};
