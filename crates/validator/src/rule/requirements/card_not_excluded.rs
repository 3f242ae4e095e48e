//! A class whose name leaves the card out, asked for without leaving it out.
//!
//! Where a page does not say whether the card counts beside itself, that is silence and no mistake.

use crate::rule::prelude::*;
use madoguchi_schema::fault::{Edit, Reference, Span};
use madoguchi_schema::model::{Asked, IdentityClass, Person};
use madoguchi_schema::scalar::formula::Paper;
use madoguchi_schema::yaml::Style;

use super::papers;

pub(crate) static RULE: Rule = Rule {
    code: "Q013",
    name: "card-not-excluded",
    level: Level::Warning,
    ja: Text {
        message: "区分 { $class } の名前ではマイナンバーカードは数えませんが、ここにはそう書いてありません。",
        help: "excluding: [my-number-card] を足してください。",
        cases: &[],
        about: "カードそのものを本人確認書類に数えるかどうかは、自治体ごとに違い、比較の表に出ます。名前にだけ書くと、表では「書いていない」になります。",
    },
    en: Text {
        message: "By its name class { $class } leaves out the My Number Card, and this item does not.",
        help: "Add `excluding: [my-number-card]`.",
        cases: &[],
        about: "Whether the card itself counts differs between municipalities and is compared. Said only in a name, it is shown as not said.",
    },
    wrong: Example::Blocks(
        r#"identity_documents:
  N:
    name:
      ja: マイナンバーカード以外の本人確認書類
      kana: まいなんばーかーどいがいのほんにんかくにんしょるい
      en: identity documents other than the My Number Card
    kind: any
    named_here: true
    section: 本人が来るとき
    documents: [drivers-licence, passport]
    open_ended: true
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
                - { identity: N, of: principal }
"#,
    ),
    right: Example::Blocks(
        r#"identity_documents:
  N:
    name:
      ja: マイナンバーカード以外の本人確認書類
      kana: まいなんばーかーどいがいのほんにんかくにんしょるい
      en: identity documents other than the My Number Card
    kind: any
    named_here: true
    section: 本人が来るとき
    documents: [drivers-licence, passport]
    open_ended: true
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
                - { identity: N, of: principal, excluding: [my-number-card] }
"#,
    ),
    check: Some(Check::File(check)),
};

/// The card, as the vocabulary has it.
const CARD: &str = "my-number-card";

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(city) = subject.municipality().filter(|_| !subject.has_unknown(Reference::Document)) else {
        return;
    };
    for course in subject.courses() {
        for (item, route) in course.items() {
            let whose = item.of.or_else(|| papers::person(subject, course));
            let Asked::Identity(formula) = &item.asked else { continue };
            if whose != Some(Person::Principal) || item.excluding.iter().any(|id| id.as_str() == CARD) {
                continue;
            }
            let without_card = formula.0.atoms().find_map(|paper| match paper {
                Paper::Class(name) => {
                    city.identity_documents.get(name).filter(|class| is_without_card(class)).map(|_| name)
                }
                Paper::Document(_) => None,
            });
            if let Some(class) = without_card {
                let mut finding = subject.finding(&RULE, subject.span(&route.key("identity")));
                finding.edit = edit(subject, route);
                found.push(finding.text("class", class.as_str()));
            }
        }
    }
}

fn is_without_card(class: &IdentityClass) -> bool {
    let name = class.name.ja.as_str();
    ["マイナンバーカード", "個人番号カード"]
        .iter()
        .filter_map(|card| name.split_once(card))
        .any(|(_, after)| ["以外", "を除く", "を除き", "のほか"].iter().any(|word| after.starts_with(word)))
}

/// Adds the key after the formula, where the item has none of that name.
fn edit(subject: &Subject<'_>, route: &Route) -> Option<Edit> {
    let item = subject.tree.find(route)?;
    let formula = item.get("identity").filter(|_| item.get("excluding").is_none())?;
    let before = match item.style {
        Style::Flow => ", ".to_owned(),
        _ => {
            let key = subject.key_span(&route.key("identity")).start;
            let line = subject.file.text.get(..key)?.rfind('\n').map_or(0, |at| at + 1);
            format!("\n{}", " ".repeat(key - line))
        }
    };
    let span = Span::new(formula.span.end, formula.span.end);
    Some(Edit { span, text: format!("{before}excluding: [{CARD}]"), safe: true })
}
