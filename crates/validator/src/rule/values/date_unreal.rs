use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "V021",
    name: "date-unreal",
    level: Level::Error,
    ja: Text {
        message: "{ $text } という日はありません。",
        help: "月か日を直してください。",
        cases: &[],
        about: "暦にない日は、月か日の打ちまちがいです。暦はグレゴリオ暦で、うるう年も見ます。",
    },
    en: Text {
        message: "The calendar has no { $text }.",
        help: "Correct the month or the day.",
        cases: &[],
        about: "A day that the calendar does not have is a mistyped month or day. Leap years count.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-02-29
    read_on: 2026-11-21
    read: whole
",
    ),
    right: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-02-28
    read_on: 2026-11-21
    read: whole
",
    ),
    check: None,
};
