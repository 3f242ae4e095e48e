use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "K002",
    name: "missing-key",
    level: Level::Error,
    ja: Text {
        message: "キー「{ $key }」がありません。",
        help: "この段に「{ $key }:」を書いてください。",
        cases: &[],
        about: "ほとんどのキーは、ページに書いてなければ省きます。ただし、どのページをいつ読んだか、のように、ないと意味が決まらないものは必ず書きます。",
    },
    en: Text {
        message: "The key `{ $key }` is missing.",
        help: "Add `{ $key }:` at this level.",
        cases: &[],
        about: "Most keys are left out where the page is silent. Some must be there, since nothing has a meaning without them: which page was read, and when.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read: whole
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
