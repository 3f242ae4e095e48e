//! A PIN that locks after another number of wrong entries than the national one.

use crate::rule::prelude::*;
use madoguchi_schema::fault::Edit;
use madoguchi_schema::model::Said;

use super::pin_statements;

pub(crate) static RULE: Rule = Rule {
    code: "N002",
    name: "lock-count",
    level: Level::Warning,
    ja: Text {
        message: "この暗証番号は全国で { $national } 回まちがえるとロックされますが、ここでは { $stated } 回です。",
        help: "回数を直してください。ページの誤りなら { $national } と書き、ページの表記を slips に記録してください。",
        cases: &[],
        about: "ロックされるまでの回数は全国で同じです(署名用は5回、ほかの3つは3回)。5回と3回は取り違えやすい数です。",
    },
    en: Text {
        message: "This PIN locks after { $national } wrong entries everywhere, and after { $stated } here.",
        help: "Correct the number. If the page has it wrong, write { $national } and record what is printed under `slips`.",
        cases: &[],
        about: "A PIN locks after the same number of wrong entries everywhere: five for signature, three for the others. The two are easily exchanged.",
    },
    wrong: Example::Blocks(
        r#"pins:
  section: 暗証番号とは
  signature: { length: "6-16", characters: [upper-case, digits], lock_after: 3 }
  four_digit: { length: "4", lock_after: 3 }
"#,
    ),
    right: Example::Blocks(
        r#"pins:
  section: 暗証番号とは
  signature: { length: "6-16", characters: [upper-case, digits], lock_after: 5 }
  four_digit: { length: "4", lock_after: 3 }
"#,
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let (Some(city), Some(baseline)) = (subject.municipality(), subject.shared.baseline) else {
        return;
    };
    for (kind, statement, route) in pin_statements(city) {
        let (Some(Said::Value(stated)), Some(national)) = (&statement.lock_after, baseline.pins.get(&kind)) else {
            continue;
        };
        if *stated != national.lock_after {
            let span = subject.span(&route.key("lock_after"));
            let mut finding = subject.finding(&RULE, span);
            finding.edit = Some(Edit { span, text: national.lock_after.to_string(), safe: false });
            found.push(
                finding
                    .with("stated", Argument::Number(usize::from(*stated)))
                    .with("national", Argument::Number(usize::from(national.lock_after))),
            );
        }
    }
}
