use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V033",
    name: "url-host",
    level: Level::Error,
    ja: Text {
        message: "公開されたサイトのアドレスではありません。",
        help: "ブラウザーのアドレス欄から写してください。",
        cases: &[],
        about: "番号だけのアドレスや庁内のサーバーの名前は、ほかの人には開けないか、だれのサイトかがわかりません。",
    },
    en: Text {
        message: "This address names no host of the public web.",
        help: "Copy it from the address bar.",
        cases: &[],
        about: "A bare number or the name of an office server opens for nobody else, or does not show whose site it is.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://192.0.2.1/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
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
