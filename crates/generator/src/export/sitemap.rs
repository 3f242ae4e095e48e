//! The sitemap: every page with the last day on which something was read or changed that it shows.
//! Pages whose texts bear no date have none. It needs the site's own address.

use std::collections::HashMap;
use std::io::Write;

use madoguchi_schema::dataset::Dataset;
use madoguchi_schema::scalar::{Day, PREFECTURES};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::last_read;
use crate::{Lang, Options, Page, SiteError};

/// Where it stands; with more pages than one file may have, an index of the others.
pub(crate) const PATH: &str = "sitemap.xml";

/// A file may have so many addresses (sitemaps.org).
const MOST: usize = 50_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The sitemap of the pages at those paths; nothing where the site's own address is not known.
pub(crate) fn files(dataset: &Dataset, options: &Options, pages: &[String]) -> Result<Vec<Page>, SiteError> {
    let Some(base) = options.base() else { return Ok(Vec::new()) };
    let mut paths: Vec<&str> = pages.iter().map(String::as_str).collect();
    paths.sort_unstable();
    split(dataset, base, &paths, MOST)
        .map_err(|error| SiteError::Export { file: PATH.into(), fault: error.to_string() })
}

/// One file, or an index of files of so many addresses at most.
pub(crate) fn split(dataset: &Dataset, base: &str, paths: &[&str], most: usize) -> std::io::Result<Vec<Page>> {
    let read = Read::of(dataset);
    if paths.len() <= most {
        return Ok(vec![Page { path: PATH.into(), bytes: addresses(&read, base, paths)? }]);
    }
    let mut files = Vec::new();
    let mut listed = Vec::new();
    for (part, number) in paths.chunks(most).zip(1..) {
        let path = format!("sitemap-{number}.xml");
        let day = part.iter().filter_map(|path| read.on(path)).max();
        listed.push((path.clone(), day));
        files.push(Page { path, bytes: addresses(&read, base, part)? });
    }
    let bytes = document("sitemapindex", |writer| {
        for (path, day) in &listed {
            entry(writer, "sitemap", &format!("{base}/{path}"), *day, &[])?;
        }
        Ok(())
    })?;
    files.push(Page { path: PATH.into(), bytes });
    Ok(files)
}

fn addresses(read: &Read, base: &str, paths: &[&str]) -> std::io::Result<Vec<u8>> {
    document("urlset", |writer| {
        for path in paths {
            let (lang, below) = language(path);
            // Two pages of one language would be one too many: plain Japanese announces no other.
            let announced: &[Lang] = if lang == Lang::Plain { &[] } else { &[Lang::Ja, Lang::En] };
            let others: Vec<(&str, String)> =
                announced.iter().map(|other| (other.tag(), format!("{base}/{}{below}", other.prefix()))).collect();
            entry(writer, "url", &format!("{base}/{path}"), read.on(path), &others)?;
        }
        Ok(())
    })
}

fn document(name: &str, content: impl FnOnce(&mut Writer<Vec<u8>>) -> std::io::Result<()>) -> std::io::Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = writer.create_element(name);
    let root = root.with_attributes([("xmlns", NAMESPACE), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")]);
    root.write_inner_content(content)?;
    Ok(writer.into_inner())
}

fn entry<W: Write>(
    writer: &mut Writer<W>,
    name: &str,
    address: &str,
    day: Option<Day>,
    others: &[(&str, String)],
) -> std::io::Result<()> {
    writer.create_element(name).write_inner_content(|writer| {
        writer.create_element("loc").write_text_content(BytesText::new(address))?;
        if let Some(day) = day {
            writer.create_element("lastmod").write_text_content(BytesText::new(&day.to_string()))?;
        }
        for (lang, href) in others {
            let link = writer.create_element("xhtml:link");
            link.with_attributes([("rel", "alternate"), ("hreflang", lang), ("href", href.as_str())]).write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

/// The language of a page, and its path below the language's folder.
fn language(path: &str) -> (Lang, &str) {
    let prefixed = [Lang::Plain, Lang::En].into_iter();
    let found = prefixed.filter_map(|lang| Some((lang, path.strip_prefix(lang.prefix())?))).next();
    found.unwrap_or((Lang::Ja, path))
}

/// The last day on which something was read, by what a page can be about.
pub(crate) struct Read {
    /// By code of the municipality.
    municipalities: HashMap<String, Day>,
    /// By number of the prefecture, in two digits.
    prefectures: HashMap<String, Day>,
    procedures: HashMap<String, Day>,
    /// By procedure and the prefecture's name in letters.
    regional: HashMap<(String, &'static str), Day>,
    all: Option<Day>,
    claims: Option<Day>,
}

impl Read {
    pub(crate) fn of(dataset: &Dataset) -> Self {
        fn later<K: std::hash::Hash + Eq>(days: &mut HashMap<K, Day>, key: K, day: Day) {
            let known = days.entry(key).or_insert(day);
            *known = day.max(*known);
        }
        let claims = dataset.claims.sources.values().map(|source| source.read_on).max();
        let mut read = Self {
            municipalities: HashMap::new(),
            prefectures: HashMap::new(),
            procedures: HashMap::new(),
            regional: HashMap::new(),
            all: last_read(dataset),
            claims,
        };
        for file in &dataset.municipalities {
            let municipality = &file.municipality;
            let Some(day) = municipality.sources.values().map(|source| source.read_on).max() else { continue };
            let prefecture = municipality.municipality.prefecture();
            later(&mut read.municipalities, municipality.municipality.to_string(), day);
            later(&mut read.prefectures, format!("{:02}", prefecture.number), day);
            for id in municipality.procedures.keys() {
                later(&mut read.procedures, id.to_string(), day);
                later(&mut read.regional, (id.to_string(), prefecture.romaji), day);
            }
        }
        read
    }

    /// The last day on which something was read that a page shows.
    pub(crate) fn on(&self, path: &str) -> Option<Day> {
        let parts: Vec<&str> = language(path).1.trim_end_matches(".html").split('/').collect();
        match parts[..] {
            ["m", code, ..] => self.municipalities.get(code).copied(),
            ["prefecture", number] => self.prefectures.get(number).copied(),
            ["compare", procedure, romaji] => {
                let romaji = PREFECTURES.into_iter().find(|known| known.romaji == romaji)?.romaji;
                self.regional.get(&(procedure.to_owned(), romaji)).copied()
            }
            ["compare" | "have", procedure] | ["facet", procedure, _] => self.procedures.get(procedure).copied(),
            ["index" | "changes" | "documents"] | ["documents" | "decide", ..] => self.all,
            ["claims"] => self.claims,
            _ => None,
        }
    }
}
