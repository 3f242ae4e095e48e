//! A page that was read, or bears a date, later than today.

use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "T002",
    name: "read-in-future",
    level: Level::Error,
    ja: Text {
        message: "まだ来ていない日です(今日は { $today })。",
        help: "ページを読んだ日を書いてください。",
        cases: &[],
        about: "読んだ日は、そのファイルの内容をいつまで信じてよいかの目安です。先の日付だと、古くなっても新しく見えてしまいます。",
    },
    en: Text {
        message: "This day has not come yet (today is { $today }).",
        help: "Write the day on which the page was read.",
        cases: &[],
        about: "The day of reading says how far a file can be trusted. A day to come would make it look fresh when it is old.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-12-21
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
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (_, source, route) in subject.sources() {
        if source.read_on > subject.now() {
            let finding = subject.finding(&RULE, subject.span(&route.key("read_on")));
            found.push(finding.text("today", subject.now().to_string()));
        }
    }
}
