//! A level for a rule that stays an error.

use crate::rule::allowances::levels;
use crate::rule::prelude::*;
use crate::rule::rule;

pub(crate) static RULE: Rule = Rule {
    code: "A004",
    name: "fixed-level",
    level: Level::Error,
    ja: Text {
        message: "{ $rule } を { $level } にすることはできません。",
        help: "この行を消してください。この規則は、いつも error です。",
        cases: &[],
        about: "読み取り・形・参照の規則は、データがそろっていることを守る。軽くしても、破れたファイルからページは作れない。",
    },
    en: Text {
        message: "{ $rule } cannot be set to { $level }.",
        help: "Remove this line: the rule is always an error.",
        cases: &[],
        about: "Rules of reading, shape and references keep the data whole. At a lower level no page could be made from the file all the same.",
    },
    wrong: Example::Files(&[("../madoguchi.yaml", "levels:\n  unknown-reference: warning\n")]),
    right: Example::Files(&[("../madoguchi.yaml", "levels:\n  unused-definition: note\n")]),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (name, level, route) in levels(subject) {
        if let Some(named) = rule(name).filter(|named| named.is_fixed() && Level::from(level) != named.level) {
            let finding = subject.finding(&RULE, subject.span(&route));
            found.push(finding.text("rule", named.name).text("level", level.name()));
        }
    }
}
