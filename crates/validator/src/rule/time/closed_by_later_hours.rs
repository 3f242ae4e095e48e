//! Evening hours after `;`: they replace the day's hours, where `,` would add to them.

use crate::rule::prelude::*;
use madoguchi_schema::fault::Edit;

use super::hours::{Group, groups, places, span_of, weekdays};

pub(crate) static RULE: Rule = Rule {
    code: "T010",
    name: "closed-by-later-hours",
    level: Level::Warning,
    ja: Text {
        message: "「{ $later }」は「{ $earlier }」の時間を置きかえ、その曜日の昼間を休みにします。",
        help: "時間を足すときは、; ではなく , で区切ります。その曜日が夜だけなら、{ $earlier } の曜日を分けて書いてください。",
        cases: &[],
        about: "opening_hours では、`;` の後の時間がその曜日の時間を置きかえます。`Mo-Fr 09:00-17:00; Th 17:15-20:00` は、木曜日の昼間が休みという意味になります。延長する時間は `,` で足します。",
    },
    en: Text {
        message: "`{ $later }` replaces the times of `{ $earlier }`: on that day the counter would be closed in daytime.",
        help: "To add hours, write `,` in place of `;`. If the counter is open in the evening only, name the days of `{ $earlier }` one by one.",
        cases: &[],
        about: "In `opening_hours`, what follows `;` replaces the hours of its days: `Mo-Fr 09:00-17:00; Th 17:15-20:00` closes Thursday's day. `,` adds hours.",
    },
    wrong: Example::Blocks(
        r#"counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main
    hours: "Mo-Fr 08:30-17:15; Th 17:15-19:00; PH off; Dec 29-Jan 3 off"
  branches:
    name: { ja: 各出張所, kana: かくしゅっちょうじょ, en: Branch offices }
    kind: branch
    several: true
"#,
    ),
    right: Example::Blocks(
        r#"counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main
    hours: "Mo-Fr 08:30-17:15, Th 17:15-19:00; PH off; Dec 29-Jan 3 off"
  branches:
    name: { ja: 各出張所, kana: かくしゅっちょうじょ, en: Branch offices }
    kind: branch
    several: true
"#,
    ),
    check: Some(Check::File(check)),
};

/// From here on it is evening: hours that begin now are added to those of the day.
const EVENING: u16 = 16 * 60 + 30;

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (route, text) in places(subject) {
        let groups = groups(text);
        for (i, later) in groups.iter().enumerate() {
            let Some(semicolon) = later.replaces else { continue };
            let Some(earlier) = groups[..i].iter().find(|earlier| loses_its_day(earlier, later)) else { continue };
            let span = span_of(subject, &route, text, &later.at);
            let mut finding = subject.finding(&RULE, span);
            let sign = span_of(subject, &route, text, &(semicolon..semicolon + 1));
            if sign.slice(&subject.file.text) == Some(";") {
                finding.edit = Some(Edit { span: sign, text: ",".to_owned(), safe: false });
            }
            found.push(finding.text("later", &text[later.at.clone()]).text("earlier", &text[earlier.at.clone()]));
        }
    }
}

fn loses_its_day(earlier: &Group<'_>, later: &Group<'_>) -> bool {
    let (Some(before), Some(after)) = (weekdays(earlier.days), weekdays(later.days)) else {
        return false;
    };
    let ends = earlier.times.iter().map(|times| times.to).max();
    let begins = later.times.iter().map(|times| times.from).min();
    let is_added =
        ends.zip(begins).is_some_and(|(ends, begins)| begins == ends || (begins > ends && begins >= EVENING));
    is_added && after.iter().all(|day| before.contains(day))
}
