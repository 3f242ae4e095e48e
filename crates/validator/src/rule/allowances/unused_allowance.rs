//! An allowance that accepts nothing: the finding was repaired, or the place has moved.

use crate::rule::allowances::{accepts, in_force};
use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "A001",
    name: "unused-allowance",
    level: Level::Warning,
    ja: Text {
        message: "ここで受け入れた { $rule } の指摘は、もう { $at } にありません。",
        help: "直っていれば、この項目を消してください。場所が変わったなら、at を直してください。",
        cases: &[
            ("nowhere", "{ $at } は、このファイルにありません。場所が変わったなら、at を直してください。"),
            ("twice", "同じ指摘を、前の項目がもう受け入れています。この項目を消してください。"),
        ],
        about: "使われない `allow` を残すと、あとで同じ場所に起きた別のまちがいまで隠してしまう。",
    },
    en: Text {
        message: "The finding of { $rule } that is accepted here is no longer at { $at }.",
        help: "Remove this entry if the finding was repaired; correct `at` if the place has moved.",
        cases: &[
            ("nowhere", "This file has no { $at }. Correct `at` if the place has moved."),
            ("twice", "An earlier entry accepts the same finding. Remove this one."),
        ],
        about: "An allowance that is left behind would hide the next mistake at the same place.",
    },
    wrong: Example::Blocks(
        r#"allow:
  - rule: unofficial-host
    at: sources.pin.url
    because: 市が手続きの案内を任せた公式の別サイト。
"#,
    ),
    right: Example::Blocks(
        r#"sources:
  pin:
    url: https://www.mihon-mynumber.example.jp/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
allow:
  - rule: unofficial-host
    at: sources.pin.url
    because: 市が手続きの案内を任せた公式の別サイト。
"#,
    ),
    check: Some(Check::Findings(check)),
};

fn check(subject: &Subject<'_>, findings: &[Diagnostic]) -> Vec<Diagnostic> {
    let allowances = in_force(subject);
    let mut unused = Vec::new();
    for (i, (allowance, rule, route)) in allowances.iter().enumerate() {
        let is_used = findings.iter().any(|finding| accepts(subject, allowance, rule, finding));
        let is_twice = allowances[..i].iter().any(|(other, named, _)| named == rule && other.at == allowance.at);
        if is_used && !is_twice {
            continue;
        }
        let finding = subject.finding(&RULE, subject.span(&route.key("at")));
        let finding = finding.text("rule", rule.name).text("at", allowance.at.to_string());
        unused.push(match subject.tree.find(&allowance.at) {
            None => finding.case("nowhere"),
            Some(_) if is_twice => finding.case("twice"),
            Some(_) => finding,
        });
    }
    unused
}
