//! "Not in shops" on a page from before the reset in shops began: it says nothing of today.

use crate::rule::prelude::*;
use madoguchi_schema::model::{PinKind, Said};

use super::kiosks;

pub(crate) static RULE: Rule = Rule {
    code: "N004",
    name: "kiosk-before-start",
    level: Level::Note,
    ja: Text {
        message: "コンビニ等では再設定できないとありますが、ページの日付({ $page })は、コンビニ等での再設定が始まった { $since } より前です。",
        help: "新しいページがないか確かめてください。なければ、kiosk の notes: にページが古いことを書いてください。",
        cases: &[],
        about: "コンビニ等での再設定は、2022年2月8日に署名用から始まりました。それより前のページの「できない」は、今もできないという意味ではありません。",
    },
    en: Text {
        message: "The page says that a reset in shops is not possible, but it is of { $page }, before that reset began on { $since }.",
        help: "See whether there is a newer page. If there is none, write under `notes:` of `kiosk` that the page is older.",
        cases: &[],
        about: "The reset in shops began on 2022-02-08 with the signature PIN. What an older page says of it does not hold today.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2021-04-01
    read_on: 2026-11-21
    read: whole
procedures:
  pin-reset:
    at: [city-hall, branches]
    elsewhere:
      kiosk: { offered: false }
    applicants:
      principal:
        steps:
          - visit: { bring: [{ identity: A | B, of: principal }] }
",
    ),
    right: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2021-04-01
    read_on: 2026-11-21
    read: whole
procedures:
  pin-reset:
    at: [city-hall, branches]
    elsewhere:
      kiosk:
        offered: false
        notes: [2021年のページ。コンビニ等での再設定が始まる前に書かれている。]
    applicants:
      principal:
        steps:
          - visit: { bring: [{ identity: A | B, of: principal }] }
",
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let starts = subject.shared.baseline.map(|baseline| &baseline.kiosk_reset.pins);
    let Some(start) = starts.and_then(|pins| pins.get(&PinKind::Signature)) else {
        return;
    };
    for (kiosk, page, route) in kiosks(subject) {
        let Some(page) = page.filter(|page| *page < start.valid_from) else {
            continue;
        };
        if kiosk.offered == Some(Said::Value(false)) && kiosk.notes.is_empty() {
            let finding = subject.finding(&RULE, subject.span(&route.key("offered")));
            found.push(finding.text("since", start.valid_from.to_string()).text("page", page.to_string()));
        }
    }
}
