//! An earlier version of a page that is later than the one in its place, or that replaces itself.

use crate::rule::prelude::*;
use madoguchi_schema::model::Source;
use madoguchi_schema::scalar::{PageDate, SourceId};

pub(crate) static RULE: Rule = Rule {
    code: "U009",
    name: "version-order",
    level: Level::Error,
    ja: Text {
        message: "{ $case ->
    [circle] replaced_by をたどると、この出典に戻ります。
   *[later] 以前の版の日付 { $date } が、後の版の日付 { $other } より後です。
}",
        help: "replaced_by は、以前の版のほうに書き、後の版の識別子を指します。",
        cases: &[],
        about: "古い版と新しい版を取り違えると、今の決まりが以前の決まりになり、変更の記録で前と後が逆になります。",
    },
    en: Text {
        message: "{ $case ->
    [circle] The sources in each other's place lead back to this one.
   *[later] The earlier version is of { $date }, and the later one of { $other }.
}",
        help: "`replaced_by` stands at the earlier version and names the later one.",
        cases: &[],
        about: "With the versions of a page the wrong way round, today's rule counts as an old one, and the record of changes shows before and after the wrong way round.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2023-04-01
    read_on: 2026-11-21
    read: whole
  pin-2024:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2024-02-01
    read_on: 2026-11-21
    read: part
    replaced_by: pin
",
    ),
    right: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
  pin-2024:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2024-02-01
    read_on: 2026-11-21
    read: part
    replaced_by: pin
",
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let sources: Vec<_> = subject.sources().collect();
    let get = |id: &SourceId| sources.iter().find(|(known, _, _)| *known == id).map(|(_, source, _)| *source);
    for (id, source, route) in &sources {
        let Some(later) = source.replaced_by.as_ref().and_then(get) else { continue };
        let span = subject.span(&route.key("replaced_by"));
        if leads_back(source, id, get, sources.len()) {
            found.push(subject.finding(&RULE, span).text("case", "circle").text("date", "").text("other", ""));
        } else if let (PageDate::On(date), PageDate::On(other)) = (source.page_date, later.page_date)
            && other < date
        {
            let finding = subject.finding(&RULE, span).text("case", "later");
            found.push(finding.text("date", date.to_string()).text("other", other.to_string()));
        }
    }
}

fn leads_back<'d>(
    source: &'d Source,
    to: &SourceId,
    get: impl Fn(&SourceId) -> Option<&'d Source>,
    most: usize,
) -> bool {
    let next = |source: &&'d Source| source.replaced_by.as_ref().and_then(&get);
    let mut row = std::iter::successors(Some(source), next).take(most);
    row.any(|source| source.replaced_by.as_ref() == Some(to))
}
