//! The same alternative written twice: one of the two was to be another.

use crate::rule::prelude::*;
use madoguchi_schema::fault::Edit;
use madoguchi_schema::scalar::{Formula, Scalar as _};

use super::{alternatives, papers};

pub(crate) static RULE: Rule = Rule {
    code: "Q011",
    name: "repeated-alternative",
    level: Level::Warning,
    ja: Text {
        message: "式の「{ $alternative }」は、前に書いたものと同じです。",
        help: "ページの決まりと見くらべてください。そのとおりなら、{ $normal } と書けば同じ意味です。",
        cases: &[],
        about: "`A+B | B+A` は `A+B` と同じです。写すときに、一方を直し忘れたのかもしれません。",
    },
    en: Text {
        message: "`{ $alternative }` says the same as an alternative before it.",
        help: "Compare it with the page. If it is meant, `{ $normal }` says the same.",
        cases: &[],
        about: "`A+B | B+A` is `A+B`. One of the two was perhaps copied and not changed.",
    },
    wrong: Example::Blocks(
        r#"procedures:
  pin-reset:
    section: 暗証番号の再設定
    reasons: [forgotten, locked]
    at: [city-hall]
    not_at: [branches]
    applicants:
      agent:
        section: 代理人が来るとき
        steps:
          - visit:
              section: 1回目
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A, of: agent }
                - power-of-attorney
              same_day: false
          - letter: { document: inquiry-reply, by: municipality, to: principal }
          - fill-in: { form: inquiry-reply, by: principal }
          - visit:
              section: 2回目
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A+B | B+A, of: agent }
                - inquiry-reply
"#,
    ),
    right: Example::Blocks(
        r#"procedures:
  pin-reset:
    section: 暗証番号の再設定
    reasons: [forgotten, locked]
    at: [city-hall]
    not_at: [branches]
    applicants:
      agent:
        section: 代理人が来るとき
        steps:
          - visit:
              section: 1回目
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A, of: agent }
                - power-of-attorney
              same_day: false
          - letter: { document: inquiry-reply, by: municipality, to: principal }
          - fill-in: { form: inquiry-reply, by: principal }
          - visit:
              section: 2回目
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A+A | A+B, of: agent }
                - inquiry-reply
"#,
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (node, text, choices) in alternatives::choices(subject) {
        // One finding of a formula: Q010 offers a repair of both.
        if choices.iter().any(|choice| alternatives::absorbed(choice).is_some()) {
            continue;
        }
        let Some(alternative) = choices.iter().find_map(alternatives::repeated) else {
            continue;
        };
        let Ok(normal) = Formula::parse(text) else { continue };
        let mut finding = subject
            .finding(&RULE, papers::part(subject, node, alternative.clone()))
            .text("alternative", &text[alternative])
            .text("normal", normal.to_string());
        let span = papers::part(subject, node, 0..text.len());
        finding.edit = Some(Edit { span, text: normal.to_string(), safe: false });
        found.push(finding);
    }
}
