//! The same person's identity documents asked for twice in one list, so that one of the two says nothing.

use crate::rule::prelude::*;
use madoguchi_schema::model::{Asked, Item, Person, Said};
use madoguchi_schema::scalar::Formula;

use super::papers;

pub(crate) static RULE: Rule = Rule {
    code: "Q014",
    name: "identity-asked-twice",
    level: Level::Warning,
    ja: Text {
        message: "同じ人の本人確認書類が2回書かれていて、一方({ $wider })は、もう一方({ $stricter })があれば足ります。",
        help: "合わせて何点かを、1つの式に書いてください(A+B など)。場合によって違うなら、only_if か flows に分けます。",
        cases: &[],
        about: "点数は1つの式のなかで数えます。2つに分けると、同じ書類を2度数えるのか、別の書類が要るのかがわかりません。",
    },
    en: Text {
        message: "The same person's identity documents are asked for twice, and `{ $stricter }` already covers `{ $wider }`.",
        help: "Say in one formula how many are needed together (`A+B`). If it depends on the case, use `only_if` or `flows`.",
        cases: &[],
        about: "Papers are counted within one formula. In two items it cannot be told whether one paper serves for both.",
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
                - { identity: A+A | A+B, of: agent }
                - { identity: A, of: agent }
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
    for course in subject.courses() {
        let person = papers::person(subject, course);
        for (visit, route) in course.visits() {
            let Some(Said::Value(list)) = &visit.bring else { continue };
            let mut before: Vec<(Option<Person>, &Formula)> = Vec::new();
            for (i, said) in list.iter().enumerate() {
                let Some((of, formula)) = said.value().and_then(asked_always) else { continue };
                let of = of.or(person);
                let mut same = before.iter().filter(|(other, _)| *other == of);
                if let Some((stricter, wider)) = same.find_map(|(_, other)| ordered(other, formula)) {
                    let route = route.key("bring").index(i).key("identity");
                    let finding = subject.finding(&RULE, subject.span(&route));
                    found.push(finding.text("stricter", stricter.to_string()).text("wider", wider.to_string()));
                }
                before.push((of, formula));
            }
        }
    }
}

/// Identity documents that an item asks for in every case, with whose they are.
fn asked_always(item: &Item) -> Option<(Option<Person>, &Formula)> {
    let is_always = item.only_if.is_none() && item.unless.is_none() && !item.optional;
    match &item.asked {
        Asked::Identity(formula) if is_always => Some((item.of, formula)),
        _ => None,
    }
}

/// The two formulas, the stricter one first, where whoever satisfies one satisfies the other.
fn ordered<'f>(a: &'f Formula, b: &'f Formula) -> Option<(&'f Formula, &'f Formula)> {
    let implies = |a: &Formula, b: &Formula| a.0.implies(&b.0, |a, b| a == b);
    if implies(a, b) { Some((a, b)) } else { implies(b, a).then_some((b, a)) }
}
