//! A rule that there is not, in an allowance or in the settings.

use madoguchi_schema::fault::{Edit, Span};

use crate::rule::allowances::{allowances, levels};
use crate::rule::prelude::*;
use crate::rule::{nearest_rule, rule};

pub(crate) static RULE: Rule = Rule {
    code: "A002",
    name: "unknown-rule",
    level: Level::Error,
    ja: Text {
        message: "「{ $rule }」という規則はありません。",
        help: "madoguchi explain で、規則の一覧が出ます。",
        cases: &[("near", "「{ $nearest }」ではありませんか。madoguchi explain で、規則の一覧が出ます。")],
        about: "規則は、番号(U001)か名前(unofficial-host)で指す。ない規則を指した項目は、何もしない。",
    },
    en: Text {
        message: "There is no rule `{ $rule }`.",
        help: "`madoguchi explain` lists the rules.",
        cases: &[("near", "Did you mean `{ $nearest }`? `madoguchi explain` lists the rules.")],
        about: "A rule is named by its code (`U001`) or its name (`unofficial-host`). An entry for a rule that there is not does nothing.",
    },
    wrong: Example::Files(&[("../madoguchi.yaml", "levels:\n  unoficial-host: error\n")]),
    right: Example::Files(&[("../madoguchi.yaml", "levels:\n  unofficial-host: error\n")]),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (allowance, route) in allowances(subject) {
        found.extend(unknown(subject, allowance.rule.as_str(), subject.span(&route.key("rule"))));
    }
    for (name, _, route) in levels(subject) {
        found.extend(unknown(subject, name, subject.key_span(&route)));
    }
}

fn unknown(subject: &Subject<'_>, name: &str, span: Span) -> Option<Diagnostic> {
    if rule(name).is_some() {
        return None;
    }
    let finding = subject.finding(&RULE, span).text("rule", name);
    Some(match nearest_rule(name) {
        Some(nearest) => {
            let edit = Some(Edit { span, text: nearest.to_owned(), safe: false });
            Diagnostic { edit, ..finding.case("near").text("nearest", nearest) }
        }
        None => finding,
    })
}
