//! Steps that end with a letter or a form, and nobody does anything with it.

use crate::rule::prelude::*;
use madoguchi_schema::model::{DocumentKind, Step};

use super::papers;

pub(crate) static RULE: Rule = Rule {
    code: "Q027",
    name: "no-last-visit",
    level: Level::Warning,
    ja: Text {
        message: "流れが { $step } で終わっていて、その後の来庁や返送がありません。",
        help: "書類を出す段階を足してください。窓口に行くなら visit、郵送で返すなら remote です。",
        cases: &[],
        about: "照会書は、返されて初めて手続きが終わります。最後の段階を書き落とすと、来庁の回数も1回少なくなります。",
    },
    en: Text {
        message: "The steps end with a `{ $step }`, and nothing is done with it.",
        help: "Add the step by which it is handed in: a `visit`, or `remote` if it is posted.",
        cases: &[],
        about: "The procedure ends when the reply is handed in. Without the last step the number of visits is wrong, too.",
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
                - { identity: A+B, of: agent }
                - power-of-attorney
              same_day: false
          - letter: { document: inquiry-reply, by: municipality, to: principal }
          - fill-in: { form: inquiry-reply, by: principal }
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
                - { identity: A+B, of: agent }
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
    for course in subject.whole_courses() {
        let mut steps = course.steps.iter().enumerate().rev();
        let Some((i, step)) = steps.find(|(_, step)| !matches!(step, Step::Wait(_))) else {
            continue;
        };
        let is_open = match step {
            // What is no letter to answer (a new card, say) may well end a procedure.
            // Where the letter is used before it comes, Q023 says so.
            Step::Letter(letter) => {
                let is_early = papers::is_used(&course.steps[..i], &letter.document);
                !is_early && papers::kind(subject, &letter.document) == Some(DocumentKind::Letter)
            }
            Step::FillIn(_) => true,
            _ => false,
        };
        if is_open {
            let finding = subject.finding(&RULE, subject.key_span(&course.route.index(i).key(step.name())));
            found.push(finding.text("step", step.name()));
        }
    }
}
