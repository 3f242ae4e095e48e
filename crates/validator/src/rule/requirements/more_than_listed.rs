//! More papers than the closed list of their class has: nobody can bring them.

use crate::rule::prelude::*;
use std::collections::BTreeSet;

use madoguchi_schema::model::{Asked, IdentityClass, ListedDocument, Municipality};
use madoguchi_schema::scalar::DocumentId;
use madoguchi_schema::scalar::formula::{Normal, Paper};

use super::papers;

pub(crate) static RULE: Rule = Rule {
    code: "Q012",
    name: "more-than-listed",
    level: Level::Warning,
    ja: Text {
        message: "「{ $alternative }」にあたる書類は、一覧の { $listed } 点では足りません。",
        help: "点数か、identity_documents の一覧を直してください。一覧が「など」で終わるなら、区分に open_ended: true を書きます。",
        cases: &[],
        about: "2種類しか載っていない区分から3点を求めることはできません。点数の写しまちがいか、一覧の「など」の見落としです。",
    },
    en: Text {
        message: "The lists have { $listed } papers that could serve for `{ $alternative }`, and that is not enough.",
        help: "Correct the number, or the list under `identity_documents`. If the list ends in \"and the like\", the class takes `open_ended: true`.",
        cases: &[],
        about: "Nobody can bring three papers of a class that lists two. Either the number is wrong, or the list is open-ended.",
    },
    wrong: Example::Blocks(
        r#"identity_documents:
  A:
    name: { ja: A書類, kana: Aしょるい, en: documents of class A }
    kind: public-photo
    section: 本人確認書類
    documents: [drivers-licence, passport]
procedures:
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
                - { document: my-number-card, of: principal }
                - { identity: A+A+A, of: principal }
"#,
    ),
    right: Example::Blocks(
        r#"identity_documents:
  A:
    name: { ja: A書類, kana: Aしょるい, en: documents of class A }
    kind: public-photo
    section: 本人確認書類
    documents: [drivers-licence, passport]
procedures:
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
                - { document: my-number-card, of: principal }
                - { identity: A+A, of: principal }
"#,
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(city) = subject.municipality().filter(|_| papers::is_read_whole(subject)) else {
        return;
    };
    for course in subject.courses() {
        let person = papers::person(subject, course);
        for (item, route) in course.items() {
            let Asked::Identity(formula) = &item.asked else { continue };
            let counts = |listed: &ListedDocument| {
                let whose = item.of.or(person);
                let is_theirs =
                    listed.only_for.is_empty() || whose.is_none_or(|whose| listed.only_for.contains(&whose));
                is_theirs && !item.excluding.contains(&listed.document)
            };
            for alternative in formula.0.alternatives() {
                if let Some(listed) = too_few(city, alternative, counts) {
                    let words: Vec<String> = alternative.iter().map(ToString::to_string).collect();
                    let finding = subject.finding(&RULE, subject.span(&route.key("identity")));
                    let listed = Argument::Number(listed);
                    found.push(finding.text("alternative", words.join("+")).with("listed", listed));
                }
            }
        }
    }
}

/// How many papers the closed lists have for an alternative, where these are too few.
fn too_few(city: &Municipality, alternative: &[Paper], counts: impl Fn(&ListedDocument) -> bool) -> Option<usize> {
    let place = |paper: &Paper| -> Option<BTreeSet<&DocumentId>> {
        let counted = closed(city, paper)?.documents.iter().filter(|listed| counts(listed));
        Some(counted.map(|listed| &listed.document).collect())
    };
    let places: Vec<_> = alternative.iter().filter_map(place).collect();
    let listed: Vec<&DocumentId> = places.iter().flatten().copied().collect::<BTreeSet<_>>().into_iter().collect();
    // Two places need two papers, also where the lists overlap.
    let wanted = Normal::new(vec![(0..places.len()).collect()]);
    let is_enough = wanted.is_satisfied_by(&listed, |document, place| places[*place].contains(document));
    (!is_enough).then_some(listed.len())
}

/// The class of a place in a formula, where its list is known to be complete.
fn closed<'d>(city: &'d Municipality, paper: &Paper) -> Option<&'d IdentityClass> {
    let Paper::Class(name) = paper else { return None };
    let class = city.identity_documents.get(name)?;
    (!class.open_ended && !class.list_elsewhere && !class.documents.is_empty()).then_some(class)
}
