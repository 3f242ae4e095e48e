use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "K005",
    name: "no-value",
    level: Level::Error,
    ja: Text {
        message: "このキーに値がありません。",
        help: "値を書いてください。ページに書いていないことは、キーごと省きます。決められないときは unclear: \"理由\" と書きます。",
        cases: &[],
        about: "キーだけがあると、「ページに書いていない」のか「あとで書くつもり」なのかわかりません。書いていないことはキーごと省く、と決めておくと、2つを見分けられます。",
    },
    en: Text {
        message: "This key has no value.",
        help: "Write the value. What the page does not say is left out with its key; what cannot be coded is `unclear: \"why\"`.",
        cases: &[],
        about: "A key alone does not say whether the page is silent or the value is still to come. What the page does not say is left out with its key.",
    },
    wrong: Example::Blocks(
        "contact:
  section: お問い合わせ
  telephone:
",
    ),
    right: Example::Blocks(
        "contact:
  section: お問い合わせ
  telephone: 000-000-0000
",
    ),
    check: None,
};
