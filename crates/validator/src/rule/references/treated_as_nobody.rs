//! An applicant who goes by the rule of another one that is not there.

use crate::rule::prelude::*;
use madoguchi_schema::fault::Reference;
use madoguchi_schema::model::{Applicant, Said};
use madoguchi_schema::scalar::ApplicantId;

pub(crate) static RULE: Rule = Rule {
    code: "R010",
    name: "treated-as-nobody",
    level: Level::Warning,
    ja: Text {
        message: "この手続きには、「{ $applicant }」の決まりがありません。",
        help: "treated_as を直すか、その人の決まりを applicants に足してください。",
        cases: &[],
        about: "`treated_as` の先に持ち物や流れがないと、この人について何も示せません。",
    },
    en: Text {
        message: "This procedure has no rule for `{ $applicant }`.",
        help: "Correct `treated_as`, or add that applicant under `applicants`.",
        cases: &[],
        about: "Where `treated_as` leads nowhere, nothing can be shown for this applicant.",
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
      household-member:
        section: 同じ世帯の人が来るとき
        treated_as: agent
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
      household-member:
        section: 同じ世帯の人が来るとき
        treated_as: principal
"#,
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(city) = subject.municipality().filter(|_| !subject.has_unknown(Reference::Applicant)) else {
        return;
    };
    for (_, procedure, route) in subject.procedures() {
        // What `same_as` names says it for this procedure, too.
        let same = procedure.same_as.as_ref().and_then(Said::value).and_then(|id| city.procedures.get(id));
        let rule = |id: &ApplicantId| procedure.applicants.get(id).or_else(|| same?.applicants.get(id));
        for (id, applicant) in &procedure.applicants {
            let Some(other) = &applicant.treated_as else { continue };
            let is_unclear = matches!(procedure.same_as, Some(Said::Unclear(_)));
            if !is_unclear && !leads_to_rule(id, other, rule) {
                let route = route.key("applicants").key(id).key("treated_as");
                found.push(subject.finding(&RULE, subject.span(&route)).text("applicant", other.as_str()));
            }
        }
    }
}

/// Whether whoever is treated as another one ends with a rule, and not with themselves.
fn leads_to_rule<'d>(
    id: &'d ApplicantId,
    other: &'d ApplicantId,
    rule: impl Fn(&ApplicantId) -> Option<&'d Applicant>,
) -> bool {
    let mut seen = vec![id];
    let mut next = Some(other);
    while let Some(id) = next {
        let Some(applicant) = rule(id).filter(|_| !seen.contains(&id)) else {
            return false;
        };
        seen.push(id);
        next = applicant.treated_as.as_ref();
    }
    true
}
