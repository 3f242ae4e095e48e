use madoguchi_schema::scalar::Day;
use schemars::JsonSchema;
use serde::Serialize;

use crate::compare::{Finding, HeadingFinding, HeadingResult, Reason, Result};
use crate::{Blocked, Unreachable};

/// A comment of GitHub has 65,536 characters at most; what posts it may want a few for itself.
const MOST_CHARACTERS: usize = 50_000;
/// Of one text of strangers so many characters are shown.
const MOST_OF_A_TEXT: usize = 300;

/// A message by its id, with its values.
pub type Message<'s> = dyn Fn(&str, &[(&'static str, &str)]) -> String + 's;

/// What says the messages of reports, and makes texts of strangers harmless.
pub struct Say<'s> {
    /// A message by its id.
    pub message: &'s Message<'s>,
    /// A text in one line in which nothing is obeyed by a terminal.
    pub plain: &'s dyn Fn(&str) -> String,
    /// A text as Markdown in which nothing is markup.
    pub inert: &'s dyn Fn(&str) -> String,
    /// Whether names are given in English.
    pub english: bool,
}

/// What came of all pages.
#[derive(Debug, Clone)]
pub struct Report {
    /// The day of the visits.
    pub on: Day,
    /// What came of each page, in the order of the files.
    pub findings: Vec<Finding>,
    /// How many pages were not visited, because the network had failed.
    pub unvisited: usize,
}

impl Report {
    /// Whether a person has to look at a page.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.findings.iter().any(|finding| finding.result.asks())
    }

    /// The report for reading on a terminal.
    #[must_use]
    pub fn text(&self, say: &Say<'_>) -> String {
        let mut out = String::new();
        for (result, group) in self.groups() {
            let count = group.len().to_string();
            let title = (say.message)(title(result), &[("count", &count)]);
            out.push_str(&format!("{title}\n"));
            if matches!(result, Result::Unchanged | Result::First) {
                continue;
            }
            for finding in group {
                let (who, title) = names(finding, say);
                out.push_str(&format!("  {}: {}\n", (say.plain)(who), (say.plain)(&cut(title))));
                out.push_str(&format!("    {}\n", (say.plain)(&finding.source.url)));
                out.push_str(&format!("    {}\n", (say.plain)(&place(finding, say))));
                for line in details(finding, say) {
                    out.push_str(&format!("    - {}\n", (say.plain)(&line)));
                }
            }
        }
        for finding in self.findings.iter().filter(|finding| finding.rest_changed && !finding.result.asks()) {
            let (who, title) = names(finding, say);
            let line = (say.message)("sources-rest-changed", &[("who", who), ("title", &cut(title))]);
            out.push_str(&format!("{}\n", (say.plain)(&line)));
        }
        out + &self.ends(say)
    }

    /// The text of an issue: what a person has to look at, and how. Empty where there is nothing.
    #[must_use]
    pub fn markdown(&self, say: &Say<'_>) -> String {
        if !self.asks() {
            return String::new();
        }
        let message = |id: &str| (say.message)(id, &[("on", &self.on.to_string())]);
        let mut out = format!("## {}\n\n{}\n", message("sources-issue-title"), message("sources-issue-lead"));
        let mut left_out = 0;
        for (result, group) in self.groups() {
            if matches!(result, Result::Unchanged | Result::First | Result::NotComparable) {
                continue;
            }
            let mut heading =
                Some(format!("\n### {}\n\n", (say.message)(title(result), &[("count", &group.len().to_string())])));
            for finding in group {
                let item = item(finding, say);
                if left_out > 0 || out.chars().count() + item.chars().count() > MOST_CHARACTERS {
                    left_out += 1;
                    continue;
                }
                out.push_str(&heading.take().unwrap_or_default());
                out.push_str(&item);
            }
        }
        if left_out > 0 {
            out.push_str(&format!("\n{}\n", (say.message)("sources-issue-more", &[("count", &left_out.to_string())])));
        }
        out.push_str(&format!("\n### {}\n\n{}\n", message("sources-issue-how"), message("sources-issue-steps")));
        out
    }

    /// The report for programs.
    #[must_use]
    pub fn json(&self) -> String {
        let report = JsonReport {
            version: 1,
            on: self.on,
            unvisited: self.unvisited,
            sources: self.findings.iter().map(JsonSource::of).collect(),
        };
        // Texts as keys and plain values: nothing in it can fail.
        serde_json::to_string_pretty(&report).map(|text| text + "\n").unwrap_or_default()
    }

    /// The findings by result, those first that ask most of the reader.
    fn groups(&self) -> impl Iterator<Item = (Result, Vec<&Finding>)> {
        Result::ALL.into_iter().filter_map(|result| {
            let group: Vec<&Finding> = self.findings.iter().filter(|finding| finding.result == result).collect();
            (!group.is_empty()).then_some((result, group))
        })
    }

    /// What else there is to say at the end.
    fn ends(&self, say: &Say<'_>) -> String {
        let mut out = String::new();
        if self.findings.is_empty() && self.unvisited == 0 {
            out.push_str(&format!("{}\n", (say.message)("sources-none", &[])));
        }
        if self.unvisited > 0 {
            out.push_str(&format!(
                "{}\n",
                (say.message)("sources-unvisited", &[("count", &self.unvisited.to_string())])
            ));
        }
        out
    }
}

fn item(finding: &Finding, say: &Say<'_>) -> String {
    let (who, title) = names(finding, say);
    let mut out = format!("- **{}** {}\n", (say.inert)(&cut(who)), (say.inert)(&cut(title)));
    out.push_str(&format!("  - {}\n", code(&finding.source.url, say)));
    out.push_str(&format!("  - {}\n", code(&place(finding, say), say)));
    for line in details(finding, say) {
        out.push_str(&format!("  - {}\n", (say.inert)(&line)));
    }
    out
}

/// A text to be copied as it is: code, unless it could end it.
fn code(text: &str, say: &Say<'_>) -> String {
    let text = cut(text);
    let is_plain = !text.contains('`') && !text.chars().any(char::is_control);
    if is_plain { format!("`{text}`") } else { (say.inert)(&text) }
}

fn names<'f>(finding: &'f Finding, say: &Say<'_>) -> (&'f str, &'f str) {
    let source = &finding.source;
    (if say.english { &source.who_en } else { &source.who }, &source.title)
}

fn place(finding: &Finding, say: &Say<'_>) -> String {
    let source = &finding.source;
    let (path, id, read_on) = (format!("datasets/{}", source.path), source.id.to_string(), source.read_on.to_string());
    (say.message)("sources-place", &[("path", &path), ("id", &id), ("read", &read_on)])
}

/// What there is to say of a page, a line each.
fn details(finding: &Finding, say: &Say<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(to) = &finding.moved_to {
        let id = if finding.headings.is_empty() { "sources-moved-away" } else { "sources-moved-to" };
        lines.push((say.message)(id, &[("to", &cut(to))]));
    }
    lines.extend(finding.reason.as_ref().map(|reason| why(reason, say)));
    let asks = finding.result.asks() && finding.moved_to.is_none() || finding.result == Result::HeadingGone;
    let shown = finding.headings.iter().filter(|one| asks && one.result != HeadingResult::Unchanged);
    lines.extend(shown.map(|one| of_heading(one, say)));
    if finding.result == Result::Changed && finding.headings.is_empty() {
        lines.push((say.message)("sources-page-changed", &[]));
    }
    lines
}

fn of_heading(one: &HeadingFinding, say: &Say<'_>) -> String {
    let lines = one.lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let id = match one.result {
        HeadingResult::Unchanged => "sources-heading-unchanged",
        HeadingResult::Changed => "sources-heading-changed",
        HeadingResult::Gone => "sources-heading-gone",
        HeadingResult::NotFound => "sources-heading-not-found",
        HeadingResult::First => "sources-heading-first",
    };
    (say.message)(id, &[("heading", &cut(&one.heading)), ("lines", &lines)])
}

fn why(reason: &Reason, say: &Say<'_>) -> String {
    let (id, status) = match reason {
        Reason::Media(media) => return (say.message)("sources-media", &[("media", &cut(media))]),
        Reason::Status(status) => ("sources-status", Some(*status)),
        Reason::Blocked(Blocked::Robots) => ("sources-robots", None),
        Reason::Blocked(Blocked::RobotsUnreadable) => ("sources-robots-unreadable", None),
        Reason::Blocked(Blocked::Status { status }) => ("sources-refused", Some(*status)),
        Reason::Blocked(Blocked::Pause) => ("sources-pause", None),
        Reason::Unreachable(Unreachable::Name) => ("sources-name", None),
        Reason::Unreachable(Unreachable::PrivateAddress) => ("sources-private", None),
        Reason::Unreachable(Unreachable::Connection) => ("sources-connection", None),
        Reason::Unreachable(Unreachable::Certificate) => ("sources-certificate", None),
        Reason::Unreachable(Unreachable::Time) => ("sources-time", None),
        Reason::Unreachable(Unreachable::Size) => ("sources-size", None),
        Reason::Unreachable(Unreachable::Garbled) => ("sources-garbled", None),
        Reason::Unreachable(Unreachable::Redirects) => ("sources-redirects", None),
        Reason::Unreachable(Unreachable::Status { status }) => ("sources-status", Some(*status)),
    };
    let status = status.map(|status| status.to_string()).unwrap_or_default();
    (say.message)(id, &[("status", &status)])
}

fn title(result: Result) -> &'static str {
    match result {
        Result::Changed => "sources-title-changed",
        Result::HeadingGone => "sources-title-heading-gone",
        Result::Gone => "sources-title-gone",
        Result::Moved => "sources-title-moved",
        Result::Blocked => "sources-title-blocked",
        Result::Unreachable => "sources-title-unreachable",
        Result::NotComparable => "sources-title-not-comparable",
        Result::First => "sources-title-first",
        Result::Unchanged => "sources-title-unchanged",
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(MOST_OF_A_TEXT) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// 出典ページの見回りの記録(プログラム向け)。
///
/// What `madoguchi sources check --format json` reports.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "visits-report")]
struct JsonReport<'r> {
    /// The version of this form.
    version: u32,
    /// The day of the visits.
    on: Day,
    /// How many pages were not visited, because the network had failed.
    unvisited: usize,
    /// What came of each page.
    sources: Vec<JsonSource<'r>>,
}

/// What came of one page.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "source-finding")]
struct JsonSource<'r> {
    /// The file, from the root folder.
    path: String,
    /// Whose page it is.
    who: &'r str,
    /// The source's id in the file.
    id: String,
    /// The page's address.
    url: &'r str,
    /// The page's title, as the file has it.
    title: &'r str,
    /// When a person read it.
    read_on: Day,
    /// What came of it.
    result: Result,
    /// Where it is now, if elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    moved_to: Option<&'r str>,
    /// Why there was nothing to compare, as a word and a status.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// Since when the page is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Day>,
    /// Whether the page differs outside of the cited headings.
    rest_changed: bool,
    /// Whether it is shown that the page says what it said when it was read.
    as_read: bool,
    /// What came of its headings.
    headings: &'r [HeadingFinding],
}

impl<'r> JsonSource<'r> {
    fn of(finding: &'r Finding) -> Self {
        let source = &finding.source;
        Self {
            path: format!("datasets/{}", source.path),
            who: &source.who,
            id: source.id.to_string(),
            url: &source.url,
            title: &source.title,
            read_on: source.read_on,
            result: finding.result,
            moved_to: finding.moved_to.as_deref(),
            reason: finding.reason.as_ref().map(named),
            since: finding.since,
            rest_changed: finding.rest_changed,
            as_read: finding.is_as_read,
            headings: &finding.headings,
        }
    }
}

/// A reason as a word, and its status where it has one.
fn named(reason: &Reason) -> String {
    match reason {
        Reason::Media(media) => media.clone(),
        Reason::Status(status)
        | Reason::Blocked(Blocked::Status { status })
        | Reason::Unreachable(Unreachable::Status { status }) => format!("status {status}"),
        Reason::Blocked(Blocked::Robots) => "robots".to_owned(),
        Reason::Blocked(Blocked::RobotsUnreadable) => "robots unreadable".to_owned(),
        Reason::Blocked(Blocked::Pause) => "pause".to_owned(),
        Reason::Unreachable(Unreachable::Name) => "name".to_owned(),
        Reason::Unreachable(Unreachable::PrivateAddress) => "private address".to_owned(),
        Reason::Unreachable(Unreachable::Connection) => "connection".to_owned(),
        Reason::Unreachable(Unreachable::Certificate) => "certificate".to_owned(),
        Reason::Unreachable(Unreachable::Time) => "time".to_owned(),
        Reason::Unreachable(Unreachable::Size) => "size".to_owned(),
        Reason::Unreachable(Unreachable::Garbled) => "garbled".to_owned(),
        Reason::Unreachable(Unreachable::Redirects) => "redirects".to_owned(),
    }
}

/// The JSON Schema of the report for programs.
#[must_use]
pub fn json_schema() -> serde_json::Value {
    schemars::schema_for!(JsonReport<'static>).to_value()
}
