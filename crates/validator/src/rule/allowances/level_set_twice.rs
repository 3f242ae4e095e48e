//! Two levels for one rule: by its code and by its name.

use crate::rule::allowances::levels;
use crate::rule::prelude::*;
use crate::rule::rule;

pub(crate) static RULE: Rule = Rule {
    code: "A005",
    name: "level-set-twice",
    level: Level::Error,
    ja: Text {
        message: "{ $rule } の重さが、番号と名前で二度書かれています。",
        help: "どちらかを消してください。",
        cases: &[],
        about: "ひとつの規則の重さは、ひとつ。番号と名前は、同じ規則を指す。",
    },
    en: Text {
        message: "The level of { $rule } is set twice, by its code and by its name.",
        help: "Remove one of them.",
        cases: &[],
        about: "A rule has one level. Its code and its name mean the same rule.",
    },
    wrong: Example::Files(&[("../madoguchi.yaml", "levels:\n  U001: error\n  unofficial-host: note\n")]),
    right: Example::Files(&[("../madoguchi.yaml", "levels:\n  U001: error\n  unused-definition: note\n")]),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let levels = levels(subject);
    for (i, (name, _, route)) in levels.iter().enumerate() {
        let Some(named) = rule(name) else { continue };
        let earlier = levels[..i].iter().find(|(other, _, _)| rule(other) == Some(named));
        if let Some((_, _, other)) = earlier {
            let mut finding = subject.finding(&RULE, subject.key_span(route)).text("rule", named.name);
            let span = subject.key_span(other);
            finding.related.push(Place { path: finding.path.clone(), span, message: "related" });
            found.push(finding);
        }
    }
}
