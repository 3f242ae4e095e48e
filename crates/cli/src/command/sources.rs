use std::collections::{BTreeMap, BTreeSet};
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use madoguchi_generator::diff;
use madoguchi_schema::load::{CheckedFile, Loaded};
use madoguchi_schema::model::Visits;
use madoguchi_schema::scalar::Day;
use madoguchi_sources::{
    Answer, Change, CitedSource, Finding, Kept, KeptSource, Observation, Report, Say, Unreachable, cited, compare,
    evidence, patch, read_again,
};
use madoguchi_validator::Lang;
use url::Url;

use crate::arguments::{Sources, SourcesFormat};
use crate::failure::Failure;
use crate::root::Root;
use crate::visits::{Brought, Known, Manners, State, Visitor};
use crate::words::Words;
use crate::{files, say};

/// Who asks for a page more often than every second is not polite.
const SHORTEST_PAUSE: Duration = Duration::from_secs(1);
const PAUSE: Duration = Duration::from_secs(5);
const TIME: Duration = Duration::from_secs(30);
const MOST_BYTES: u64 = 4 * 1024 * 1024;
/// When so many hosts in a row do not answer, the network here has failed, not they.
const HOSTS_WITHOUT_ANSWER: usize = 5;

/// Visits the pages that the dataset was read from, and says where they no longer say the same.
pub(crate) fn run(call: &Sources, words: &Words) -> Result<ExitCode, Failure> {
    let root = Root::find(call.root.as_deref())?;
    let wanted = super::check::wanted(&root, &call.paths)?;
    let loaded = super::load(&root)?;
    let is_named = |file: &&CheckedFile| wanted.is_empty() || super::check::is_wanted(&file.path, &wanted);
    let named: Vec<&CheckedFile> = loaded.files.iter().filter(is_named).collect();
    if let Some(file) = named.iter().find(|file| !file.faults.is_empty()) {
        return Err(Failure::Faulty(PathBuf::from("datasets").join(&file.path)));
    }
    let manners = manners(call, &loaded)?;
    let out = call.out.clone().unwrap_or_else(|| root.folder().join("sources-check/"));
    std::fs::create_dir_all(&out).map_err(Failure::io(&out))?;
    let mut state = State::open(&call.state.clone().unwrap_or_else(|| out.join("state.json")))?;
    let kept = kept(&root, &named)?;
    let pages = Pages::of(&named, &kept);
    let report = pages.visit(&mut Visitor::new(manners), &mut state, call.today)?;
    let say = Say {
        message: &|id, arguments| words.say(id, arguments),
        plain: &diff::plain,
        inert: &diff::escaped,
        english: words.lang == Lang::En,
    };
    write(&root, &out, &named, &kept, &report, &say, call)?;
    say::result(&match call.format {
        SourcesFormat::Text => report.text(&say),
        SourcesFormat::Markdown => report.markdown(&say),
        SourcesFormat::Json => report.json(),
    })?;
    let shown = out.display().to_string();
    say::aside(&format!("{}\n", words.say("sources-out", &[("path", &crate::failure::visible(&shown))])));
    Ok(ExitCode::from(if report.unvisited > 0 { 2 } else { u8::from(report.asks()) }))
}

/// How the visits are made: nobody goes out without an address to write to.
fn manners(call: &Sources, loaded: &Loaded) -> Result<Manners, Failure> {
    let settings: Option<&Visits> = loaded.settings().and_then(|settings| settings.visits.as_ref());
    let contact = call.contact.clone().or_else(|| settings.map(|visits| visits.contact.to_string()));
    let contact = contact.filter(|contact| is_contact(contact)).ok_or(Failure::NoContact)?;
    let seconds = |seconds: Option<u32>| seconds.map(|seconds| Duration::from_secs(seconds.into()));
    let pause = call.pause.or(seconds(settings.and_then(|visits| visits.seconds_between))).unwrap_or(PAUSE);
    let time = call.time.or(seconds(settings.and_then(|visits| visits.seconds_at_most))).unwrap_or(TIME);
    Ok(Manners {
        agent: format!("madoguchi/{} (+{contact})", env!("CARGO_PKG_VERSION")),
        pause: if call.testing.is_some() { pause } else { pause.max(SHORTEST_PAUSE) },
        time,
        bytes: MOST_BYTES,
        testing: call.testing,
    })
}

/// An address of mail, or of a page, that can stand in a header.
fn is_contact(text: &str) -> bool {
    let is_plain =
        text.len() <= 200 && text.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'(' | b')'));
    let is_mail = text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    is_plain && (is_mail || text.starts_with("https://") && text.len() > 10)
}

/// Where the fingerprints of a file are kept: beside `datasets/`, so that nothing else needs them.
fn kept_path(path: &str) -> String {
    format!("fingerprints/{}.json", path.strip_suffix(".yaml").unwrap_or(path))
}

/// What is kept, by file.
fn kept(root: &Root, files: &[&CheckedFile]) -> Result<BTreeMap<String, (Option<String>, Kept)>, Failure> {
    let mut found = BTreeMap::new();
    for file in files.iter().filter(|file| !cited(file).is_empty()) {
        let path = root.folder().join(kept_path(&file.path));
        let (text, kept) = match std::fs::read_to_string(&path) {
            Ok(text) => {
                let kept = Kept::read(&text).map_err(|error| Failure::NoFingerprints(path, error.to_string()))?;
                (Some(text), kept)
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => (None, Kept::default()),
            Err(error) => return Err(Failure::Io(path, error)),
        };
        found.insert(file.path.clone(), (text, kept));
    }
    Ok(found)
}

/// A source, and what is kept of it.
type Asked<'k> = (CitedSource, Option<&'k KeptSource>);

/// The addresses to visit, each once, with the sources that have it.
struct Pages<'k> {
    by_address: Vec<(Url, Vec<Asked<'k>>)>,
}

impl<'k> Pages<'k> {
    fn of(files: &[&CheckedFile], kept: &'k BTreeMap<String, (Option<String>, Kept)>) -> Self {
        let mut by_address: Vec<(Url, Vec<Asked<'k>>)> = Vec::new();
        for source in files.iter().flat_map(|file| cited(file)) {
            let Ok(mut url) = Url::parse(&source.url) else { continue };
            url.set_fragment(None);
            let of_source = kept.get(&source.path).and_then(|(_, kept)| kept.sources.get(&source.id));
            match by_address.iter_mut().find(|(known, _)| *known == url) {
                Some((_, sources)) => sources.push((source, of_source)),
                None => by_address.push((url, vec![(source, of_source)])),
            }
        }
        Self { by_address }
    }

    /// Visits every page, or as many as the network lets; what was seen today or yesterday is not asked for again.
    fn visit(&self, visitor: &mut Visitor, state: &mut State, today: Day) -> Result<Report, Failure> {
        let mut report = Report { on: today, findings: Vec::new(), unvisited: 0 };
        let mut silent: BTreeSet<String> = BTreeSet::new();
        for (at, (url, sources)) in self.by_address.iter().enumerate() {
            let headings: BTreeSet<&str> = sources
                .iter()
                .flat_map(|(source, _)| &source.headings)
                .map(|heading| heading.heading.as_str())
                .collect();
            let headings: Vec<&str> = headings.into_iter().collect();
            let known = version(sources);
            let seen = match state.known(url.as_str(), &headings, &known, today) {
                Some(seen) => seen.clone(),
                None => {
                    if silent.len() >= HOSTS_WITHOUT_ANSWER {
                        report.unvisited += 1;
                        continue;
                    }
                    progress(at + 1, self.by_address.len(), url);
                    let seen = look(visitor, url, &headings, &known, today);
                    state.keep(&headings, &known, seen.clone())?;
                    seen
                }
            };
            match seen.answer {
                Answer::Unreachable(Unreachable::Name | Unreachable::Connection | Unreachable::Time) => {
                    silent.insert(url.host_str().unwrap_or_default().to_owned());
                }
                _ => silent.clear(),
            }
            report.findings.extend(sources.iter().map(|(source, kept)| compare(source, &seen, *kept)));
        }
        report.findings.sort_by(|a, b| (&a.source.path, &a.source.id).cmp(&(&b.source.path, &b.source.id)));
        Ok(report)
    }
}

/// The version of a page that all of its sources know with everything that they cite.
fn version(sources: &[Asked<'_>]) -> Known {
    let of = |kept: &KeptSource| Known { etag: kept.etag.clone(), last_modified: kept.last_modified.clone() };
    let mut versions = sources.iter().map(|(source, kept)| kept.filter(|kept| kept.covers(source)).map(of));
    let first = versions.next().flatten().unwrap_or_default();
    if versions.all(|other| other.as_ref() == Some(&first)) { first } else { Known::default() }
}

/// Visits a page; of what it says only fingerprints stay.
fn look(visitor: &mut Visitor, url: &Url, headings: &[&str], known: &Known, today: Day) -> Observation {
    let visit = visitor.visit(url, known);
    let answer = match visit.brought {
        Brought::Nothing(answer) => answer,
        Brought::Page { bytes, content_type } => match evidence(&bytes, &content_type, headings.iter().copied()) {
            Ok(evidence) => Answer::Page(evidence),
            Err(_) => Answer::NotComparable { media: content_type },
        },
    };
    Observation {
        url: url.to_string(),
        on: today,
        moved_to: visit.moved_to,
        etag: visit.version.etag,
        last_modified: visit.version.last_modified,
        modified_on: visit.modified_on,
        answer,
    }
}

/// Says where a long visit is, to whoever watches.
fn progress(at: usize, of: usize, url: &Url) {
    if std::io::stderr().is_terminal() {
        say::aside(&format!("{at}/{of} {}\n", diff::plain(url.as_str())));
    }
}

/// Writes the report, the text of an issue and the patches; with `--record` the fingerprints where they belong.
fn write(
    root: &Root,
    out: &Path,
    named: &[&CheckedFile],
    kept: &BTreeMap<String, (Option<String>, Kept)>,
    report: &Report,
    say: &Say<'_>,
    call: &Sources,
) -> Result<(), Failure> {
    let fingerprints: Vec<Change> =
        named.iter().filter_map(|file| recorded(file, kept.get(&file.path)?, of(report, file))).collect();
    let days: Vec<Change> = named
        .iter()
        .filter_map(|file| {
            let after = read_again(&file.text, of(report, file), call.today)?;
            Some(Change { path: format!("datasets/{}", file.path), before: Some(file.text.to_string()), after })
        })
        .collect();
    files::put(&out.join("report.json"), &report.json())?;
    files::put(&out.join("issue.md"), &report.markdown(say))?;
    files::put(&out.join("read-on.patch"), &patch(&days))?;
    if call.record {
        for change in &fingerprints {
            files::put(&root.folder().join(&change.path), &change.after)?;
        }
    }
    let left = if call.record { &[][..] } else { &fingerprints[..] };
    files::put(&out.join("fingerprints.patch"), &patch(left))
}

/// What came of the pages of a file.
fn of<'r>(report: &'r Report, file: &'r CheckedFile) -> impl Iterator<Item = &'r Finding> {
    report.findings.iter().filter(move |finding| finding.source.path == file.path)
}

/// The fingerprints of a file with those that were taken now, and without those of sources that it no longer has.
fn recorded<'f>(
    file: &CheckedFile,
    (before, kept): &(Option<String>, Kept),
    findings: impl Iterator<Item = &'f Finding>,
) -> Option<Change> {
    let mut after = kept.clone();
    let ids: BTreeSet<_> = cited(file).into_iter().map(|source| source.id).collect();
    after.sources.retain(|id, _| ids.contains(id));
    for finding in findings {
        after.sources.extend(finding.keep.clone().map(|keep| (finding.source.id.clone(), keep)));
    }
    let text = after.text();
    let is_other = after != *kept || before.is_some() && before.as_ref() != Some(&text);
    is_other.then(|| Change { path: kept_path(&file.path), before: before.clone(), after: text })
}
