//! A waiver by what the registers show, on a thing that proves nothing that a register could show.

use crate::rule::prelude::*;
use madoguchi_schema::model::DocumentKind;
use madoguchi_schema::scalar::formula::Paper;

use super::papers;

pub(crate) static RULE: Rule = Rule {
    code: "Q026",
    name: "waiver-of-no-proof",
    level: Level::Warning,
    ja: Text {
        message: "本籍や住民票でわかることは、「{ $item }」の代わりになりません。",
        help: "unless を、代理権を証明する書類(戸籍謄本など)に移してください。",
        cases: &[],
        about: "戸籍や住民票で省略できるのは、親子などの関係や身元を証明する書類です。カードや申請書は、そこからはわかりません。",
    },
    en: Text {
        message: "What the registers show cannot take the place of `{ $item }`.",
        help: "Move `unless` to the proof of authority (the family register, say).",
        cases: &[],
        about: "The registers of a municipality can save a proof of kinship or identity. They cannot save the card or a form.",
    },
    wrong: Example::Blocks(
        r#"procedures:
  pin-reset:
    section: 暗証番号の再設定
    reasons: [forgotten, locked]
    at: [city-hall]
    not_at: [branches]
    applicants:
      legal-representative:
        section: 法定代理人が来るとき
        represents: [under-15, adult-ward]
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal, unless: honseki-here }
                - { identity: A+A | A+B, of: legal-representative }
                - { document: family-register, only_if: under-15 }
                - { document: guardianship-certificate, only_if: adult-ward }
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
      legal-representative:
        section: 法定代理人が来るとき
        represents: [under-15, adult-ward]
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A+A | A+B, of: legal-representative }
                - { document: family-register, only_if: under-15, unless: honseki-here }
                - { document: guardianship-certificate, only_if: adult-ward }
"#,
    ),
    check: Some(Check::File(check)),
};

/// What a municipality sees in its own registers.
const SEEN: &[&str] = &[
    "honseki-here",
    "residence-here",
    "honseki-same-as-principal",
    "verifiable",
    "family-register-verifiable",
    "resident-record-verifiable",
    "parentage-on-resident-record",
];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for course in subject.courses() {
        for (item, route) in course.items() {
            let (Some(unless), Some(formula)) = (&item.unless, item.asked.formula()) else {
                continue;
            };
            let is_seen = unless.0.atoms().all(|condition| SEEN.contains(&condition.as_str()));
            if is_seen && !formula.0.atoms().any(|paper| may_be_saved(subject, paper)) {
                let finding = subject.finding(&RULE, subject.span(&route.key("unless")));
                found.push(finding.text("item", formula.to_string()));
            }
        }
    }
}

fn may_be_saved(subject: &Subject<'_>, paper: &Paper) -> bool {
    use DocumentKind::{Card, Form, Letter, Means, Other};
    match paper {
        Paper::Class(_) => true,
        Paper::Document(id) => !matches!(papers::kind(subject, id), Some(Card | Form | Letter | Means | Other)),
    }
}
