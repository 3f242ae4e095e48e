//! A page of after the national start of the user PIN's reset in shops that names the signature PIN
//! only. Such pages were written before and given a new date.

use crate::rule::prelude::*;
use madoguchi_schema::model::{PinKind, Said};
use madoguchi_schema::scalar::Day;

use super::{kiosks, named};

pub(crate) static RULE: Rule = Rule {
    code: "N003",
    name: "kiosk-signature-only",
    level: Level::Warning,
    ja: Text {
        message: "コンビニ等での再設定が署名用だけになっています。{ $since } ごろからは利用者証明用もできます(ページの日付は { $page })。",
        help: "ページを確かめ、pins: に user を足してください。ページが署名用だけと書いているなら、kiosk の notes: にそう書いてください。",
        cases: &[],
        about: "利用者証明用の暗証番号も、2024年8月から9月ごろにコンビニ等で再設定できるようになりました。それより後の日付のページで署名用だけとあるのは、古い説明が残っているか、読み落としです。",
    },
    en: Text {
        message: "The reset in shops is said to be for the signature PIN only. Since about { $since } the user PIN can be reset there too; the page is of { $page }.",
        help: "Look at the page and add `user` to `pins:`. If it says so of the signature PIN only, write that under `notes:` of `kiosk`.",
        cases: &[],
        about: "Since August or September 2024 the PIN for user authentication can be reset in shops as well. A later page that names the signature PIN only is stale, or was misread.",
    },
    wrong: Example::Blocks(
        "procedures:
  pin-reset:
    reasons: [forgotten, locked]
    at: [city-hall, branches]
    elsewhere:
      kiosk:
        offered: true
        pins: [signature]
        requires: [app-reservation]
    applicants:
      principal:
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A | B, of: principal, excluding: [my-number-card] }
",
    ),
    right: Example::Blocks(
        "procedures:
  pin-reset:
    reasons: [forgotten, locked]
    at: [city-hall, branches]
    elsewhere:
      kiosk:
        offered: true
        pins: [signature, user]
        requires: [app-reservation]
    applicants:
      principal:
        steps:
          - visit:
              bring:
                - { document: my-number-card, of: principal }
                - { identity: A | B, of: principal, excluding: [my-number-card] }
",
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(start) = subject.shared.baseline.and_then(|baseline| baseline.kiosk_reset.pins.get(&PinKind::User)) else {
        return;
    };
    for (kiosk, page, route) in kiosks(subject) {
        let Some(page) = page.filter(|page| is_of_a_later_month(*page, start.valid_from)) else {
            continue;
        };
        let is_offered = kiosk.offered.as_ref().and_then(Said::value) != Some(&false);
        let is_stale = named(kiosk.pins.as_ref())
            .is_some_and(|pins| pins.contains(&PinKind::Signature) && !pins.contains(&PinKind::User));
        // Whoever has written a note beside it has seen it.
        if is_offered && is_stale && kiosk.notes.is_empty() {
            let finding = subject.finding(&RULE, subject.span(&route.key("pins")));
            found.push(finding.text("since", start.valid_from.to_string()).text("page", page.to_string()));
        }
    }
}

/// The national start is known to the month only.
fn is_of_a_later_month(page: Day, start: Day) -> bool {
    let month = |day: Day| (day.date().year(), day.date().month());
    month(page) > month(start)
}
