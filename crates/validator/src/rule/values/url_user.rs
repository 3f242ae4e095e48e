use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V032",
    name: "url-user",
    level: Level::Error,
    ja: Text {
        message: "アドレスに利用者名かパスワードが入っています。",
        help: "@ より前を消してください。",
        cases: &[],
        about: "`@` より前は利用者名で、本当の行き先は `@` より後です。自治体のサイトに見せかけるのに使われ、パスワードが公開されてしまうこともあります。",
    },
    en: Text {
        message: "There is a user name or a password in this address.",
        help: "Take out what stands before @.",
        cases: &[],
        about: "What stands before `@` is a user name; the host is what follows. Such addresses pass one site off as another, or publish a password.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example@mirror.example/mynumber/pin.html
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
