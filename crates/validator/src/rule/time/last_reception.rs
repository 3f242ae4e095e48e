//! A last reception that is no time, or lies outside the counter's hours.

use crate::rule::prelude::*;
use madoguchi_schema::fault::Edit;
use madoguchi_schema::model::{Counter, IrregularHours, Occasion, Said};

use super::hours::{minutes, times};

pub(crate) static RULE: Rule = Rule {
    code: "T017",
    name: "last-reception",
    level: Level::Warning,
    ja: Text {
        message: "最終受付「{ $text }」は、受付時間のなかの時刻ではありません。",
        help: "最終受付か受付時間を直してください。",
        cases: &[(
            "no-time",
            "時刻だけを \"16:45\" のように書いてください。「閉庁の15分前」のような書き方は note: に書きます。",
        )],
        about: "最終受付は、開いている時間のうちの時刻です。時刻として読めないと、予定表や比較に使えません。",
    },
    en: Text {
        message: "The last reception, `{ $text }`, is no time within the hours.",
        help: "Correct the last reception or the hours.",
        cases: &[(
            "no-time",
            "Write a time alone, such as \"16:45\"; \"15 minutes before closing\" and the like belong into `note:`.",
        )],
        about: "The last reception is a time at which the counter is open. What cannot be read as a time cannot be shown in a calendar or compared.",
    },
    wrong: Example::Blocks(
        r#"counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main
    hours: "Mo-Fr 08:30-17:15; PH off"
    irregular:
      - days: { every-open-day: {} }
        last_reception: "17:30"
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
    hours: "Mo-Fr 08:30-17:15; PH off"
    irregular:
      - days: { every-open-day: {} }
        last_reception: "17:00"
  branches:
    name: { ja: 各出張所, kana: かくしゅっちょうじょ, en: Branch offices }
    kind: branch
    several: true
"#,
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (id, counter) in subject.municipality().map(|city| &city.counters).into_iter().flatten() {
        for (i, irregular) in counter.irregular.iter().enumerate() {
            let Some((irregular, last)) = irregular
                .value()
                .and_then(|irregular| irregular.last_reception.as_ref().map(|last| (irregular, last.as_str())))
            else {
                continue;
            };
            let route = Route::root().key("counters").key(id).key("irregular").index(i).key("last_reception");
            let span = subject.span(&route);
            let time = minutes(last).filter(|time| *time <= 24 * 60);
            let is_within = |time: u16| {
                let hours = hours(counter, irregular).map(times).unwrap_or_default();
                hours.is_empty() || hours.iter().any(|times| (times.from..=times.to).contains(&time))
            };
            match time {
                Some(time) if is_within(time) => {}
                Some(_) => found.push(subject.finding(&RULE, span).text("text", last)),
                None => {
                    let mut finding = subject.finding(&RULE, span).case("no-time").text("text", last);
                    finding.edit = respelled(last).map(|text| Edit { span, text: format!("\"{text}\""), safe: true });
                    found.push(finding);
                }
            }
        }
    }
}

/// The hours in which the last reception must lie: those of the same days, where they are known.
fn hours<'d>(counter: &'d Counter, irregular: &'d IrregularHours) -> Option<&'d str> {
    let own = irregular.hours.as_ref();
    let is_every_day = matches!(irregular.on, Said::Value(Occasion::EveryOpenDay {}));
    let of_counter = counter.hours.as_ref().filter(|_| is_every_day);
    own.or(of_counter).and_then(Said::value).map(|hours| hours.as_str())
}

/// The same time in the one right spelling: of `9:30`, `16時45分`, `16時`.
fn respelled(text: &str) -> Option<String> {
    let (hour, minute) = text.split_once(['時', ':'])?;
    let minute = minute.strip_suffix('分').unwrap_or(minute);
    let minute = if minute.is_empty() && text.ends_with('時') { "0" } else { minute };
    let number =
        |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u16>().ok()).flatten();
    let (hour, minute) = (number(hour)?, number(minute)?);
    (hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

#[cfg(test)]
mod tests {
    use super::respelled;

    #[test]
    fn other_spellings_of_a_time_are_read() {
        for (text, right) in
            [("9:30", Some("09:30")), ("16時45分", Some("16:45")), ("16時", Some("16:00")), ("閉庁15分前", None)]
        {
            assert_eq!(respelled(text).as_deref(), right, "{text}");
        }
    }
}
