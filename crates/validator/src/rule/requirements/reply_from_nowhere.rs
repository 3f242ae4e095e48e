//! A reply brought to a later visit that no step sent or handed out.
//!
//! What is brought to the first visit may have come before the procedure began.

use crate::rule::prelude::*;
use madoguchi_schema::fault::Reference;
use madoguchi_schema::model::{DocumentKind, Step};
use madoguchi_schema::scalar::DocumentId;

use super::papers;

pub(crate) static RULE: Rule = Rule {
    code: "Q022",
    name: "reply-from-nowhere",
    level: Level::Warning,
    ja: Text {
        message: "「{ $document }」を持って行きますが、それが届く段階がありません。",
        help: "郵便で届くなら letter、前の来庁で渡されるなら receive に書きます。ページから印刷できるなら、forms に downloadable: true を書きます。",
        cases: &[],
        about: "照会書は、申請のあとに市区町村から届きます。letter がないと、流れの図にもいつ届くのかが出ません。",
    },
    en: Text {
        message: "`{ $document }` is brought, and no step before brings it to anybody.",
        help: "If it comes by post, add a `letter`; if it is handed out before, `receive`; if the page offers it for printing, `downloadable: true` under `forms`.",
        cases: &[],
        about: "An inquiry arrives after the application. Without the `letter` the picture of the steps does not show when.",
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
          - fill-in: { form: inquiry-reply, by: principal }
          - visit:
              section: 2回目
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A+A | A+B, of: agent }
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
    let Some(city) = subject.municipality().filter(|_| !subject.has_unknown(Reference::Document)) else {
        return;
    };
    for course in subject.courses() {
        // Where any letter comes, the reply may be a part of it; where it comes too late, Q023 says so.
        let has_letter = course.steps.iter().any(|step| matches!(step, Step::Letter(_)));
        for (i, step) in course.steps.iter().enumerate() {
            let before = &course.steps[..i];
            let is_first = !before.iter().any(|step| papers::bring(step).is_some());
            if has_letter || is_first {
                continue;
            }
            for (item, route) in papers::brought(step, &course.route.index(i)) {
                let is_here = |id: &DocumentId| before.iter().any(|step| papers::received(step).contains(&id));
                let is_missing = |id: &&DocumentId| {
                    papers::kind(subject, id) == Some(DocumentKind::Letter)
                        && !is_here(id)
                        && !papers::is_offered(city, id)
                };
                if item.inside.is_some() {
                    continue;
                }
                if let Some(document) = papers::documents(item).into_iter().find(is_missing) {
                    let finding = subject.finding(&RULE, subject.span(&route.key("document")));
                    found.push(finding.text("document", document.as_str()));
                }
            }
        }
    }
}
