//! An allowance for a rule without which the data are not whole.

use crate::rule::allowances::allowances;
use crate::rule::prelude::*;
use crate::rule::rule;

pub(crate) static RULE: Rule = Rule {
    code: "A003",
    name: "not-allowable",
    level: Level::Error,
    ja: Text {
        message: "{ $rule } の指摘は、受け入れることができません。",
        help: "この項目を消して、指摘されたところを直してください。",
        cases: &[],
        about: "読み取り・形・参照の規則を破ったファイルからは、ページが作れない。`allow` の規則そのものも、受け入れられない。",
    },
    en: Text {
        message: "Findings of { $rule } cannot be accepted.",
        help: "Remove this entry, and repair what was found.",
        cases: &[],
        about: "From a file that breaks a rule of reading, shape or references no page can be made. Nor can the rules about `allow` themselves be set aside.",
    },
    wrong: Example::Blocks(
        r#"allow:
  - rule: unknown-reference
    at: procedures.pin-reset.at[0]
    because: 窓口はあとで書く。
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
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (allowance, route) in allowances(subject) {
        if let Some(named) = rule(allowance.rule.as_str()).filter(|named| !named.can_be_allowed()) {
            let span = subject.span(&route.key("rule"));
            found.push(subject.finding(&RULE, span).text("rule", named.name));
        }
    }
}
