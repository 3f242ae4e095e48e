//! A PIN of another length than the national one: 6 to 16 characters for the signature PIN, four
//! digits for the others. Some pages print 「16桁未満」 for "up to 16".

use crate::rule::prelude::*;
use madoguchi_schema::fault::Edit;
use madoguchi_schema::model::Said;

use super::pin_statements;

pub(crate) static RULE: Rule = Rule {
    code: "N001",
    name: "pin-length",
    level: Level::Warning,
    ja: Text {
        message: "この暗証番号の桁数は全国で { $national } ですが、ここでは { $stated } です。",
        help: "桁数を直してください。ページの誤植なら { $national } と書き、ページの表記を slips に記録してください。",
        cases: &[],
        about: "暗証番号の桁数は全国で同じです(署名用は6〜16字、ほかの3つは数字4桁)。「16桁未満」のように印刷しているページがありますが、それは誤植です。",
    },
    en: Text {
        message: "This PIN has { $national } characters everywhere, and { $stated } here.",
        help: "Correct the length. If the page misprints it, write { $national } and record what is printed under `slips`.",
        cases: &[],
        about: "The lengths of the PINs are the same everywhere: 6 to 16 characters for signature, four digits for the other three. Pages that print \"fewer than 16\" (16桁未満) have a misprint.",
    },
    wrong: Example::Blocks(
        r#"pins:
  section: 暗証番号とは
  signature: { length: "6-15", characters: [upper-case, digits], lock_after: 5 }
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
        let (Some(Said::Value(stated)), Some(national)) = (&statement.length, baseline.pins.get(&kind)) else {
            continue;
        };
        if *stated != national.length {
            let span = subject.span(&route.key("length"));
            let mut finding = subject.finding(&RULE, span);
            finding.edit = Some(Edit { span, text: format!("\"{}\"", national.length), safe: false });
            found.push(finding.text("stated", stated.to_string()).text("national", national.length.to_string()));
        }
    }
}
