use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "K006",
    name: "unknown-value",
    level: Level::Error,
    ja: Text {
        message: "ここに「{ $value }」とは書けません。",
        help: "ここで使える値: { $known }",
        cases: &[("near", "「{ $nearest }」ではありませんか。"), ("empty-message", "まだ書かれていません。")],
        about: "決まった語から選ぶところです。自治体どうしを比べ、ほかの言語でも見せるために、同じことは同じ語で書きます。合う語がなければ、unclear と注記を使ってください。",
    },
    en: Text {
        message: "`{ $value }` is not known here.",
        help: "Known here: { $known }",
        cases: &[("near", "Did you mean `{ $nearest }`?"), ("empty-message", "This is not filled in yet.")],
        about: "One of a few words belongs here, so that municipalities can be compared and shown in every language. Where none fits, use `unclear` with a note.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: all
",
    ),
    right: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
",
    ),
    check: None,
};
