//! An alternative that nobody needs: whoever has its papers has those of another one.

use crate::rule::prelude::*;
use madoguchi_schema::fault::Edit;
use madoguchi_schema::scalar::{Formula, Scalar as _};

use super::{alternatives, papers};

pub(crate) static RULE: Rule = Rule {
    code: "Q010",
    name: "redundant-alternative",
    level: Level::Warning,
    ja: Text {
        message: "式の「{ $alternative }」は、「{ $other }」がある限り、何も足しません。",
        help: "ページの決まりと見くらべてください。そのとおりなら、{ $normal } と書けば同じ意味です。",
        cases: &[],
        about: "`A | A+B` では、A書類が1点あれば足り、`A+B` を選ぶ人はいません。たいていは `A+A | A+B` などの打ちまちがいです。",
    },
    en: Text {
        message: "`{ $alternative }` adds nothing to this formula beside `{ $other }`.",
        help: "Compare it with the page. If it is meant, `{ $normal }` says the same.",
        cases: &[],
        about: "With `A | A+B` one paper of class A is enough and nobody takes `A+B`. Most often something else was meant, such as `A+A | A+B`.",
    },
    wrong: Example::Blocks(
        r#"procedures:
  pin-reset:
    section: 暗証番号の再設定
    reasons: [forgotten, locked]
    at: [city-hall]
    not_at: [branches]
    applicants:
      principal:
        section: 本人が来るとき
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal, original: true }
                - { identity: A | B, of: principal, excluding: [my-number-card] }
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
                - { identity: A | A+B, of: agent }
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
      principal:
        section: 本人が来るとき
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal, original: true }
                - { identity: A | B, of: principal, excluding: [my-number-card] }
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
        let Some((alternative, other)) = choices.iter().find_map(alternatives::absorbed) else {
            continue;
        };
        let Ok(normal) = Formula::parse(text) else { continue };
        let mut finding = subject
            .finding(&RULE, papers::part(subject, node, alternative.clone()))
            .text("alternative", &text[alternative])
            .text("other", &text[other])
            .text("normal", normal.to_string());
        // The same meaning, but perhaps not what the page says: somebody has to look.
        let span = papers::part(subject, node, 0..text.len());
        finding.edit = Some(Edit { span, text: normal.to_string(), safe: false });
        found.push(finding);
    }
}
