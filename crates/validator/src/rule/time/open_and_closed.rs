//! The same days open and closed.

use crate::rule::prelude::*;
use madoguchi_schema::model::Said;

use super::hours::{Group, groups, places, span_of, weekdays};

pub(crate) static RULE: Rule = Rule {
    code: "T013",
    name: "open-and-closed",
    level: Level::Error,
    ja: Text {
        message: "同じ日が、開く日にも休みの日にもなっています。",
        help: "ページを確かめて、どちらかを消してください。",
        cases: &[],
        about: "祝日が休み(`PH off`)で、同じ祝日に時間もあると、どちらかがまちがいです。開く祝日が決まっているときは irregular に書きます。",
    },
    en: Text {
        message: "The same days are open and closed.",
        help: "Look at the page and take one of the two out.",
        cases: &[],
        about: "Where holidays are closed (`PH off`) and have hours too, one of the two is wrong. Holidays on which a counter opens stand under `irregular`.",
    },
    wrong: Example::Blocks(
        r#"counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main
    hours: "Mo-Fr 08:30-17:15; PH 09:00-12:00; PH off; Dec 29-Jan 3 off"
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
    hours: "Mo-Fr 08:30-17:15; PH 09:00-12:00; Dec 29-Jan 3 off"
  branches:
    name: { ja: 各出張所, kana: かくしゅっちょうじょ, en: Branch offices }
    kind: branch
    several: true
"#,
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (route, text) in places(subject) {
        let groups = groups(text);
        for (i, later) in groups.iter().enumerate() {
            let earlier = groups[..i].iter().find(|earlier| earlier.off != later.off && same_days(earlier, later));
            if let Some(earlier) = earlier {
                let mut finding = subject.finding(&RULE, span_of(subject, &route, text, &later.at));
                let span = span_of(subject, &route, text, &earlier.at);
                finding.related.push(Place { path: finding.path.clone(), span, message: "related" });
                found.push(finding);
            }
        }
    }
    let counters = subject.municipality().map(|city| &city.counters);
    for (id, counter) in counters.into_iter().flatten() {
        for (i, irregular) in counter.irregular.iter().enumerate() {
            let route = Route::root().key("counters").key(id).key("irregular").index(i);
            if let Some(true) = irregular.value().map(|irregular| irregular.closed && hours_stated(&irregular.hours)) {
                let mut finding = subject.finding(&RULE, subject.span(&route.key("closed")));
                let span = subject.span(&route.key("hours"));
                finding.related.push(Place { path: finding.path.clone(), span, message: "related" });
                found.push(finding);
            }
        }
    }
}

fn hours_stated<T>(hours: &Option<Said<T>>) -> bool {
    hours.as_ref().and_then(Said::value).is_some()
}

/// Days of which one part closes all that another opens. A day within a range (`Mo-Su …; Sa off`)
/// is an exception, not a contradiction.
fn same_days(a: &Group<'_>, b: &Group<'_>) -> bool {
    let is_holiday = |group: &Group<'_>| group.days.split(',').any(|day| day.trim() == "PH");
    let is_counted = |group: &Group<'_>| group.days.contains('[');
    let same_weekdays = weekdays(a.days).is_some_and(|days| weekdays(b.days) == Some(days));
    (is_holiday(a) && is_holiday(b)) || (same_weekdays && !is_counted(a) && !is_counted(b))
}
