//! A counter that opens before five in the morning or closes after eleven at night: `12:30` that
//! was written or printed as `00:30` or `24:30`.

use crate::rule::prelude::*;
use madoguchi_schema::fault::Edit;

use super::hours::{Times, places, span_of, times};

pub(crate) static RULE: Rule = Rule {
    code: "T011",
    name: "night-hours",
    level: Level::Warning,
    ja: Text {
        message: "窓口の時間が { $times } になっています。",
        help: "正午すぎは 12:30 のように書きます。ページの誤植なら、正しい時刻を書いて slips に記録してください。",
        cases: &[],
        about: "役所の窓口が5時より前に開いたり、23時より後に閉まったりすることはありません。「午前12時30分」のような書き方を 00:30 や 24:30 と読み違えたものです。",
    },
    en: Text {
        message: "The counter's hours are { $times }.",
        help: "Half past noon is 12:30. If the page misprints it, write the right time and record what is printed under `slips`.",
        cases: &[],
        about: "No counter of a municipality opens before five in the morning or closes after eleven at night. Half past noon was taken for 00:30 or 24:30; pages print 午前12時30分 for it.",
    },
    wrong: Example::Blocks(
        r#"counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main
    hours: "Mo-Fr 08:30-17:15; Su[2] 09:00-24:30; PH off"
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
    hours: "Mo-Fr 08:30-17:15; Su[2] 09:00-12:30; PH off"
  branches:
    name: { ja: 各出張所, kana: かくしゅっちょうじょ, en: Branch offices }
    kind: branch
    several: true
"#,
    ),
    check: Some(Check::File(check)),
};

const MORNING: u16 = 5 * 60;
const NIGHT: u16 = 23 * 60;
const DAY: u16 = 24 * 60;

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (route, text) in places(subject) {
        for times in times(text).into_iter().filter(|times| times.from < MORNING || times.to > NIGHT) {
            let span = span_of(subject, &route, text, &times.at);
            let written = &text[times.at.clone()];
            let mut finding = subject.finding(&RULE, span);
            if span.slice(&subject.file.text) == Some(written) {
                finding.edit = at_noon(&times).map(|text| Edit { span, text, safe: false });
            }
            found.push(finding.text("times", written));
        }
    }
}

/// The hours with the first hour of a day taken for that after noon, where they are hours then.
fn at_noon(times: &Times) -> Option<String> {
    let after_noon = |time: u16| if time % DAY < 60 { 12 * 60 + time % 60 } else { time };
    let (from, to) = (after_noon(times.from), after_noon(times.to));
    let is_day = (MORNING..NIGHT).contains(&from) && from < to && to <= NIGHT;
    is_day.then(|| format!("{:02}:{:02}-{:02}:{:02}", from / 60, from % 60, to / 60, to % 60))
}
