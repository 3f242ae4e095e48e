//! Atom feeds in each language: every change, and for each municipality its changes and when its pages
//! were read. Days are those of the data; an entry is as new as the reading that it rests on.

use atom_syndication::{Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use madoguchi_schema::dataset::MunicipalityFile;
use madoguchi_schema::scalar::Day;

use crate::change::{Change, What};
use crate::version::Turn;
use crate::view::frame::root;
use crate::view::page::changes::{PATH, says, title};
use crate::view::page::{Context, Shared, municipality_path};
use crate::view::{Worded, bare};
use crate::{Page, SiteError};

/// The feed of every change.
pub(crate) const ALL: &str = "changes.atom";

/// The domain and year of ids where the site's own address is not known.
const NOWHERE: &str = "tag:madoguchi.invalid,2026:";

/// The feed of a municipality.
pub(crate) fn path(file: &MunicipalityFile) -> String {
    format!("m/{}.atom", file.municipality.municipality)
}

/// The feed of every change in a language.
pub(crate) fn files(context: &Context<'_>) -> Worded<Vec<Page>> {
    let words = context.words;
    let all = context.shared.changes();
    let head = Head { path: ALL, page: PATH, title: words.say("changes-title")?, about: words.say("changes-lead")? };
    let entries = all.iter().map(|change| change_entry(context, ALL, change)).collect::<Worded<_>>()?;
    Ok(vec![written(context, head, entries)?])
}

/// The feed of a municipality in a language.
pub(crate) fn file(context: &Context<'_>, file: &MunicipalityFile) -> Worded<Option<Page>> {
    let words = context.words;
    let path = path(file);
    let own = context.shared.changes_of(file);
    let mut entries = own.map(|change| change_entry(context, &path, change)).collect::<Worded<Vec<_>>>()?;
    entries.extend(readings(context, &path, file)?);
    let name = context.full_name(file)?;
    let head = Head {
        path: &path,
        page: &municipality_path(file),
        title: words.say_of("feed-municipality-title", &name)?,
        about: words.say_of("feed-municipality-about", &name)?,
    };
    written(context, head, entries).map(Some)
}

/// What a feed is about; paths are those below the folder of the language.
struct Head<'p> {
    path: &'p str,
    page: &'p str,
    title: String,
    about: String,
}

fn written(context: &Context<'_>, head: Head<'_>, mut entries: Vec<Entry>) -> Worded<Page> {
    entries.sort_by(|a, b| b.updated.cmp(&a.updated).then_with(|| a.id.cmp(&b.id)));
    let path = format!("{}{}", context.words.lang.prefix(), head.path);
    let newest = entries.first().map(|entry| entry.updated);
    let feed = Feed {
        title: Text::plain(bare(&head.title)),
        subtitle: Some(Text::plain(bare(&head.about))),
        id: id(context, head.path),
        updated: newest.map_or_else(|| midnight(context.day()), Ok)?,
        authors: vec![Person { name: context.words.say("site-name")?, ..Person::default() }],
        generator: Some(Generator { value: "Madoguchi".into(), ..Generator::default() }),
        rights: Some(Text::plain("CC0-1.0")),
        links: vec![
            link("self", "application/atom+xml", address(context, head.path, head.path)),
            link("alternate", "text/html", address(context, head.path, head.page)),
        ],
        lang: Some(context.words.lang.tag().into()),
        entries,
        ..Feed::default()
    };
    let bytes = feed.write_to(Vec::new()).map_err(|error| fault(&path, error))?;
    Ok(Page { path, bytes })
}

fn change_entry(context: &Context<'_>, feed: &str, change: &Change<'_>) -> Worded<Entry> {
    let words = context.words;
    let place = format!("{PATH}#{}", change.id);
    let title = title(context, change).text;
    let title = match change.file() {
        Some(file) => {
            words.say_with("feed-of", &[("name", context.full_name(file)?.into()), ("title", title.into())])?
        }
        None => title,
    };
    let day = words.date(change.day)?.text;
    let from = match (change.at_latest(), change.about) {
        (true, _) => "feed-from-latest",
        (false, true) => "feed-from-about",
        (false, false) => "feed-from",
    };
    let mut said = vec![words.say_of(from, day)?];
    said.extend(says(context, change)?);
    let differences = match &change.what {
        What::Procedure(rule) => rule.differences.clone(),
        What::Version(version) => version.turn.iter().flat_map(Turn::facets).collect(),
        What::National(..) | What::Counter { .. } => Vec::new(),
    };
    if !differences.is_empty() {
        let labels = differences.into_iter().map(|facet| words.facet(facet)).collect::<Worded<Vec<_>>>()?;
        said.push(words.say_of("feed-differences", words.list(&labels)?)?);
    }
    Ok(Entry {
        title: Text::plain(bare(&title)),
        id: id(context, &place),
        updated: midnight(known_on(context, change))?,
        links: vec![link("alternate", "text/html", address(context, feed, &place))],
        summary: Some(Text::plain(bare(&said.join("\n")))),
        ..Entry::default()
    })
}

/// When each page of a municipality was read.
fn readings(context: &Context<'_>, feed: &str, file: &MunicipalityFile) -> Worded<Vec<Entry>> {
    let words = context.words;
    let page = municipality_path(file);
    let entry = |(name, source): (&madoguchi_schema::scalar::SourceId, &madoguchi_schema::model::Source)| {
        let mut said = vec![words.say_of("feed-read-on", words.date(source.read_on)?.text)?];
        if let Some(day) = source.page_date.day() {
            said.push(words.say_of("feed-page-date", words.date(day)?.text)?);
        }
        Ok(Entry {
            title: Text::plain(bare(&words.say_of("feed-read", source.title.as_str())?)),
            id: id(context, &format!("{page}#source-{name}")),
            updated: midnight(source.read_on)?,
            links: vec![
                link("alternate", "text/html", address(context, feed, &format!("{page}#sources"))),
                link("via", "text/html", source.url.to_string()),
            ],
            summary: Some(Text::plain(bare(&said.join("\n")))),
            ..Entry::default()
        })
    };
    file.municipality.sources.iter().map(entry).collect()
}

/// The day on which a change was known: of a municipality's the day of reading, of a national one the
/// newest date of its sources, else its own; never later than the last reading of all.
fn known_on(context: &Context<'_>, change: &Change<'_>) -> Day {
    let dated = match &change.what {
        What::National(_, national) => {
            let known = &context.dataset.changes.sources;
            national.sources.iter().filter_map(|id| known.get(id)?.page_date).max()
        }
        What::Procedure(_) | What::Version(_) | What::Counter { .. } => {
            change.origin().map(|origin| origin.source.read_on)
        }
    };
    let day = dated.unwrap_or(change.day);
    context.shared.last_read.map_or(day, |last| day.min(last))
}

/// What the feed of a municipality hangs on besides its file: the last reading of all, where a change of it
/// lies after that.
pub(crate) fn known_days(shared: &Shared<'_>, file: &MunicipalityFile) -> String {
    let is_later = |change: &Change<'_>| shared.last_read.is_some_and(|last| change.day > last);
    let last = shared.last_read.filter(|_| shared.changes_of(file).any(is_later));
    last.map(|day| day.to_string()).unwrap_or_default()
}

/// The id of something on the site: its address, which stays the same as long as the site stands there.
fn id(context: &Context<'_>, path: &str) -> String {
    let path = format!("{}{path}", context.words.lang.prefix());
    context.options.address(&path).unwrap_or_else(|| format!("{NOWHERE}{path}"))
}

/// The address of a page of the language, from a feed where the site's own address is not known.
fn address(context: &Context<'_>, feed: &str, path: &str) -> String {
    let absolute = context.options.address(&format!("{}{path}", context.words.lang.prefix()));
    absolute.unwrap_or_else(|| format!("{}{path}", root(feed)))
}

fn link(rel: &str, kind: &str, href: String) -> Link {
    Link { href, rel: rel.into(), mime_type: Some(kind.into()), ..Link::default() }
}

/// The beginning of a day in Japan.
fn midnight(day: Day) -> Worded<FixedDateTime> {
    format!("{day}T00:00:00+09:00").parse().map_err(|error| fault(ALL, error))
}

fn fault(file: &str, error: impl std::fmt::Display) -> SiteError {
    SiteError::Export { file: file.to_owned(), fault: error.to_string() }
}
