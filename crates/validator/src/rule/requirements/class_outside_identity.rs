//! A class of identity documents that stands where other papers are asked for.

use crate::rule::prelude::*;
use madoguchi_schema::fault::Edit;
use madoguchi_schema::model::{Asked, DocumentKind, Item};
use madoguchi_schema::scalar::Formula;
use madoguchi_schema::scalar::formula::Paper;
use madoguchi_schema::yaml::{NodeKind, Style};

use super::papers;

pub(crate) static RULE: Rule = Rule {
    code: "Q016",
    name: "class-outside-identity",
    level: Level::Error,
    ja: Text {
        message: "本人確認書類の区分 { $class } は、identity に書きます。",
        help: "{ $formula } を identity に書いてください。ほかの書類との選択なら、any_of で分けます。",
        cases: &[],
        about: "区分は本人確認書類の一覧です。`document` に書くと、図でもデータの出力でも、だれの本人確認書類かがわかりません。",
    },
    en: Text {
        message: "Class { $class } of identity documents stands under `identity`.",
        help: "Write `{ $formula }` under `identity`; a choice between it and other papers is an `any_of`.",
        cases: &[],
        about: "A class is a list of identity documents. Under `document` neither the flow nor the exports can say whose identity it is to show.",
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
                - { document: my-number-card, of: principal }
                - { document: A+A | A+B, of: principal }
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
                - { document: my-number-card, of: principal }
                - { identity: A+A | A+B, of: principal }
"#,
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for course in subject.courses() {
        for (i, step) in course.steps.iter().enumerate() {
            for (item, route) in papers::brought(step, &course.route.index(i)) {
                found.extend(finding(subject, item, &route));
            }
        }
    }
}

fn finding(subject: &Subject<'_>, item: &Item, route: &Route) -> Option<Diagnostic> {
    let Asked::Papers(formula) = &item.asked else { return None };
    let class = formula.0.atoms().find_map(|paper| match paper {
        Paper::Class(class) => Some(class),
        Paper::Document(_) => None,
    })?;
    let mut finding = subject.finding(&RULE, subject.key_span(&route.key("document")));
    finding.edit = edit(subject, formula, route);
    Some(finding.text("class", class.as_str()).text("formula", formula.to_string()))
}

/// Puts the formula under `identity`, where nothing in it stands elsewhere.
fn edit(subject: &Subject<'_>, formula: &Formula, route: &Route) -> Option<Edit> {
    if !formula.0.atoms().all(|paper| is_identity(subject, paper)) {
        return None;
    }
    let item = subject.tree.find(route)?;
    let (span, text) = match &item.kind {
        NodeKind::Text(_) if item.style != Style::BlockText => {
            (item.span, format!("{{ identity: {} }}", item.span.slice(&subject.file.text)?))
        }
        _ => (subject.tree.find_key(&route.key("document"))?, "identity".to_owned()),
    };
    Some(Edit { span, text, safe: true })
}

fn is_identity(subject: &Subject<'_>, paper: &Paper) -> bool {
    match paper {
        Paper::Class(_) => true,
        Paper::Document(id) => matches!(papers::kind(subject, id), Some(DocumentKind::Identity | DocumentKind::Card)),
    }
}
