use madoguchi_schema::scalar::Day;
use schemars::JsonSchema;
use serde::Serialize;

use crate::observation::{Answer, Blocked, Evidence, Observation, Unreachable};
use crate::{CitedSource, Fingerprint, KeptSource};

/// What came of one page.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The page.
    pub source: CitedSource,
    /// What came of it as a whole.
    pub result: Result,
    /// What came of its headings.
    pub headings: Vec<HeadingFinding>,
    /// Where the page is now, if it is at another address.
    pub moved_to: Option<String>,
    /// Since when the page is known.
    pub since: Option<Day>,
    /// Whether the page differs outside of the cited headings, which matters where it was read as a whole.
    pub rest_changed: bool,
    /// Whether it is shown that the page says on the day of the visit what it said when a person read it.
    pub is_as_read: bool,
    /// How the host refused, or why there was no answer.
    pub reason: Option<Reason>,
    /// What to keep from now on, where the page is new or was read again.
    pub keep: Option<KeptSource>,
}

/// What came of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "source-result")]
pub enum Result {
    /// 見出しの下の文が変わった。 / The page lives, and the text under a heading is another.
    Changed,
    /// 見出しがなくなった。 / The page lives and has no such heading any more.
    HeadingGone,
    /// ページがない(404、410)。 / There is no such page any more.
    Gone,
    /// 別のアドレスに移った。 / The page is at another address.
    Moved,
    /// 見ることを断られた。 / The host does not want the visit.
    Blocked,
    /// つながらない。 / There was no answer that says anything.
    Unreachable,
    /// 比べるものがない(PDF など)。 / There is nothing to compare: a PDF, for example.
    NotComparable,
    /// 初めて見た。 / Seen for the first time, or read again since.
    First,
    /// 変わっていない。 / Nothing that is cited has changed.
    Unchanged,
}

impl Result {
    /// Every result, those first that ask most of the reader.
    pub const ALL: [Self; 9] = [
        Self::Changed,
        Self::HeadingGone,
        Self::Gone,
        Self::Moved,
        Self::Blocked,
        Self::Unreachable,
        Self::NotComparable,
        Self::First,
        Self::Unchanged,
    ];

    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::HeadingGone => "heading-gone",
            Self::Gone => "gone",
            Self::Moved => "moved",
            Self::Blocked => "blocked",
            Self::Unreachable => "unreachable",
            Self::NotComparable => "not-comparable",
            Self::First => "first",
            Self::Unchanged => "unchanged",
        }
    }

    /// Whether a person has to look at the page.
    #[must_use]
    pub fn asks(self) -> bool {
        matches!(self, Self::Changed | Self::HeadingGone | Self::Gone | Self::Moved)
    }
}

/// What came of one heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "heading-finding")]
pub struct HeadingFinding {
    /// The heading, as the file cites it.
    pub heading: String,
    /// The lines of the file that cite it.
    pub lines: Vec<usize>,
    /// What came of it.
    pub result: HeadingResult,
}

/// What came of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "heading-result")]
pub enum HeadingResult {
    /// The same text stands under it.
    Unchanged,
    /// Another text stands under it.
    Changed,
    /// The page had it and has it no more.
    Gone,
    /// The page has never been seen to have it: the file cites it in other words.
    NotFound,
    /// It is looked at for the first time.
    First,
}

/// How a host refused, or why there was no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant holds what says so")]
pub enum Reason {
    Blocked(Blocked),
    Unreachable(Unreachable),
    Media(String),
    Status(u16),
}

/// Holds what was seen at a page's address against what is kept of it.
#[must_use]
pub fn compare(source: &CitedSource, seen: &Observation, kept: Option<&KeptSource>) -> Finding {
    let kept = kept.filter(|kept| kept.url == source.url);
    let mut finding = Finding {
        source: source.clone(),
        result: Result::Unchanged,
        headings: Vec::new(),
        moved_to: seen.moved_to.clone(),
        since: kept.map(|kept| kept.taken_on),
        rest_changed: false,
        is_as_read: false,
        reason: None,
        keep: None,
    };
    match (&seen.answer, kept) {
        (Answer::Page(evidence), kept) => of_page(&mut finding, seen, evidence, kept),
        (Answer::NotModified, Some(kept)) if kept.covers(source) && kept.has_version() => {
            let evidence = Evidence { page: kept.page.clone(), headings: kept.headings.clone() };
            of_page(&mut finding, seen, &evidence, Some(kept));
        }
        // A server that says so without having been asked.
        (Answer::NotModified, _) => {
            finding.result = Result::Unreachable;
            finding.reason = Some(Reason::Unreachable(Unreachable::Status { status: 304 }));
        }
        (Answer::NotComparable { media }, _) => {
            finding.result = Result::NotComparable;
            finding.reason = Some(Reason::Media(media.clone()));
        }
        (Answer::Gone { status }, _) => {
            finding.result = Result::Gone;
            finding.reason = Some(Reason::Status(*status));
        }
        (Answer::OtherHost { to }, _) => {
            finding.result = Result::Moved;
            finding.moved_to = Some(to.clone());
        }
        (Answer::Blocked(by), _) => {
            finding.result = Result::Blocked;
            finding.reason = Some(Reason::Blocked(*by));
        }
        (Answer::Unreachable(why), _) => {
            finding.result = Result::Unreachable;
            finding.reason = Some(Reason::Unreachable(*why));
        }
    }
    finding
}

fn of_page(finding: &mut Finding, seen: &Observation, evidence: &Evidence, kept: Option<&KeptSource>) {
    let source = &finding.source;
    let page_changed = kept.is_some_and(|kept| kept.page != evidence.page);
    finding.headings = source
        .headings
        .iter()
        .map(|cited| {
            let now = evidence.headings.get(&cited.heading).and_then(Option::as_ref);
            let before = kept.and_then(|kept| kept.headings.get(&cited.heading)).map(Option::as_ref);
            HeadingFinding {
                heading: cited.heading.clone(),
                lines: cited.lines.clone(),
                result: of_heading(before, now),
            }
        })
        .collect();
    let any = |result: HeadingResult| finding.headings.iter().any(|heading| heading.result == result);
    let is_changed = any(HeadingResult::Changed) || source.headings.is_empty() && page_changed;
    let differs = is_changed || any(HeadingResult::Gone);
    // Who read the page after the fingerprints were taken has seen what it says since.
    let read_since = kept.is_some_and(|kept| source.read_on > kept.taken_on);
    let is_new = kept.is_none() || any(HeadingResult::First) || read_since && (differs || page_changed);
    finding.result = match () {
        () if differs && !read_since => {
            if any(HeadingResult::Gone) {
                Result::HeadingGone
            } else {
                Result::Changed
            }
        }
        () if finding.moved_to.is_some() => Result::Moved,
        () if is_new => Result::First,
        () => Result::Unchanged,
    };
    finding.rest_changed = !differs && page_changed && source.whole && !read_since;
    finding.is_as_read = finding.result == Result::Unchanged
        && finding.headings.iter().all(|heading| heading.result == HeadingResult::Unchanged)
        && !(page_changed && (source.whole || source.headings.is_empty()))
        && kept.is_some_and(|kept| kept.as_read || read_since);
    // What has changed stays known as it was until somebody has read it again.
    let may_be_kept = finding.moved_to.is_none() && (!differs || read_since);
    finding.keep = (is_new && may_be_kept && !matches!(seen.answer, Answer::NotModified))
        .then(|| KeptSource::of(source, seen, evidence, kept));
}

fn of_heading(before: Option<Option<&Fingerprint>>, now: Option<&Fingerprint>) -> HeadingResult {
    match (before, now) {
        (None, Some(_)) => HeadingResult::First,
        (None | Some(None), None) => HeadingResult::NotFound,
        (Some(Some(_)), None) => HeadingResult::Gone,
        (Some(before), Some(now)) if before == Some(now) => HeadingResult::Unchanged,
        (Some(_), Some(_)) => HeadingResult::Changed,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use madoguchi_schema::fault::Span;
    use madoguchi_schema::scalar::Scalar as _;

    use super::*;
    use crate::CitedHeading;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn source(read_on: &str, whole: bool) -> CitedSource {
        CitedSource {
            path: "municipalities/x.yaml".to_owned(),
            who: "見本市".to_owned(),
            who_en: "Mihon".to_owned(),
            id: madoguchi_schema::scalar::SourceId::parse("pin").unwrap(),
            url: "https://www.city.mihon.example/".to_owned(),
            title: "暗証番号".to_owned(),
            read_on: day(read_on),
            read_on_at: Span::new(0, 10),
            whole,
            headings: vec![CitedHeading { heading: "持ち物".to_owned(), lines: vec![3] }],
        }
    }

    fn seen(on: &str, page: &str, heading: Option<&str>) -> Observation {
        let headings = BTreeMap::from([("持ち物".to_owned(), heading.map(|text| Fingerprint::of([text])))]);
        Observation {
            url: "https://www.city.mihon.example/".to_owned(),
            on: day(on),
            moved_to: None,
            etag: None,
            last_modified: None,
            modified_on: None,
            answer: Answer::Page(Evidence { page: Fingerprint::of([page]), headings }),
        }
    }

    /// What is kept after a page was seen for the first time.
    fn kept(read_on: &str, on: &str) -> KeptSource {
        let finding = compare(&source(read_on, true), &seen(on, "a", Some("カード")), None);
        assert_eq!(finding.result, Result::First);
        finding.keep.unwrap()
    }

    #[test]
    fn the_page_lives_and_the_rule_still_stands_are_told_apart() {
        let kept = kept("2026-11-21", "2026-11-21");
        let of = |page: &str, heading: Option<&str>| {
            let finding = compare(&source("2026-11-21", true), &seen("2026-11-28", page, heading), Some(&kept));
            assert!(finding.keep.is_none(), "what changed is known as it was until it is read again");
            (finding.result, finding.rest_changed, finding.is_as_read)
        };
        assert_eq!(of("a", Some("カード")), (Result::Unchanged, false, true));
        assert_eq!(of("b", Some("カード")), (Result::Unchanged, true, false));
        assert_eq!(of("b", Some("カードと印鑑")), (Result::Changed, false, false));
        assert_eq!(of("b", None), (Result::HeadingGone, false, false));
    }

    #[test]
    fn only_a_page_known_since_it_was_read_is_shown_to_be_as_read() {
        let later = kept("2026-11-21", "2026-11-23");
        assert!(!later.as_read);
        let finding = compare(&source("2026-11-21", true), &seen("2026-11-28", "a", Some("カード")), Some(&later));
        assert_eq!((finding.result, finding.is_as_read), (Result::Unchanged, false));
        // Who read it in between read the same.
        let finding = compare(&source("2026-11-25", true), &seen("2026-11-28", "a", Some("カード")), Some(&later));
        assert_eq!((finding.result, finding.is_as_read), (Result::Unchanged, true));
        let mut old = seen("2026-11-23", "a", Some("カード"));
        old.modified_on = Some(day("2026-04-01"));
        assert!(compare(&source("2026-11-21", true), &old, None).keep.unwrap().as_read);
    }

    #[test]
    fn a_page_that_was_read_again_after_its_change_is_kept_anew() {
        let kept = kept("2026-11-21", "2026-11-21");
        let finding = compare(&source("2026-11-25", true), &seen("2026-11-28", "b", Some("印鑑")), Some(&kept));
        assert_eq!(finding.result, Result::First);
        let anew = finding.keep.unwrap();
        assert!(anew.taken_on == day("2026-11-28") && !anew.as_read);
    }

    #[test]
    fn a_page_that_moved_with_its_text_is_moved_and_not_kept() {
        let kept = kept("2026-11-21", "2026-11-21");
        let mut moved = seen("2026-11-28", "a", Some("カード"));
        moved.moved_to = Some("https://www.city.mihon.example/new".to_owned());
        let finding = compare(&source("2026-11-21", true), &moved, Some(&kept));
        assert_eq!((finding.result, finding.is_as_read), (Result::Moved, false));
        assert_eq!(finding.headings[0].result, HeadingResult::Unchanged);
        assert!(compare(&source("2026-11-21", true), &moved, None).keep.is_none());
    }

    #[test]
    fn not_modified_is_only_believed_of_what_was_asked() {
        let mut kept = kept("2026-11-21", "2026-11-21");
        let same = Observation { answer: Answer::NotModified, ..seen("2026-11-28", "", None) };
        assert_eq!(compare(&source("2026-11-21", true), &same, Some(&kept)).result, Result::Unreachable);
        kept.etag = Some("\"v1\"".to_owned());
        let finding = compare(&source("2026-11-21", true), &same, Some(&kept));
        assert_eq!((finding.result, finding.is_as_read), (Result::Unchanged, true));
        assert_eq!(compare(&source("2026-11-21", true), &same, None).result, Result::Unreachable);
        let mut other = source("2026-11-21", true);
        other.headings[0].heading = "手数料".to_owned();
        assert_eq!(compare(&other, &same, Some(&kept)).result, Result::Unreachable);
    }
}
