use std::collections::BTreeMap;

use madoguchi_schema::fault::Span;
use madoguchi_schema::load::{CheckedFile, Document};
use madoguchi_schema::model::{Extent, Source};
use madoguchi_schema::scalar::{Day, SourceId};
use madoguchi_schema::yaml::{Node, NodeKind, Tree};

/// A page that a file was read from, with the headings that its facts name.
#[derive(Debug, Clone)]
pub struct CitedSource {
    /// The file, below `datasets/`.
    pub path: String,
    /// Whose page it is, in Japanese.
    pub who: String,
    /// The same in English, or what there is.
    pub who_en: String,
    /// The source's id in the file.
    pub id: SourceId,
    /// Its address.
    pub url: String,
    /// Its title.
    pub title: String,
    /// When a person read it.
    pub read_on: Day,
    /// Where that day stands in the file.
    pub read_on_at: Span,
    /// Whether the page was read as a whole, so that what the file leaves out says something, too.
    pub whole: bool,
    /// The headings, in the order of the file.
    pub headings: Vec<CitedHeading>,
}

/// A heading that facts of a file name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedHeading {
    /// Its words.
    pub heading: String,
    /// The lines of the file that name it, from 1.
    pub lines: Vec<usize>,
}

/// The pages that a file was read from and that have no later version in it.
#[must_use]
pub fn cited(file: &CheckedFile) -> Vec<CitedSource> {
    let (who, sources) = match &file.document {
        Some(Document::Municipality(one)) => ((one.name.ja.to_string(), one.name.en.to_string()), &one.sources),
        Some(Document::Claims(claims)) => {
            let publisher = claims.publisher.to_string();
            ((publisher.clone(), publisher), &claims.sources)
        }
        _ => return Vec::new(),
    };
    let Some(tree) = &file.tree else { return Vec::new() };
    let current = || sources.iter().filter(|(_, source)| source.replaced_by.is_none());
    let first = current().map(|(id, _)| id.to_string()).next();
    let mut headings = Headings { text: &file.text, found: BTreeMap::new() };
    headings.walk(&tree.root, first.as_deref());
    current().filter_map(|(id, source)| one(file, tree, &who, id, source, &mut headings)).collect()
}

fn one(
    file: &CheckedFile,
    tree: &Tree,
    (who, who_en): &(String, String),
    id: &SourceId,
    source: &Source,
    headings: &mut Headings<'_>,
) -> Option<CitedSource> {
    let read_on_at = tree.root.get("sources")?.get(&id.to_string())?.get("read_on")?.span;
    Some(CitedSource {
        path: file.path.clone(),
        who: who.clone(),
        who_en: who_en.clone(),
        id: id.clone(),
        url: source.url.to_string(),
        title: source.title.to_string(),
        read_on: source.read_on,
        read_on_at,
        whole: source.read == Extent::Whole,
        headings: headings.found.remove(&id.to_string()).unwrap_or_default(),
    })
}

/// The headings of each source.
struct Headings<'t> {
    text: &'t str,
    found: BTreeMap<String, Vec<CitedHeading>>,
}

impl Headings<'_> {
    /// A block is of the source that it names, else of that of the block around it.
    fn walk(&mut self, node: &Node, around: Option<&str>) {
        let named = node.get("source").and_then(Node::text);
        let source = named.or(around);
        if let (Some(source), Some(section)) = (source, node.get("section"))
            && let Some(heading) = section.text()
        {
            self.add(source, heading, section.span);
        }
        match &node.kind {
            NodeKind::Map(entries) => entries.iter().for_each(|entry| self.walk(&entry.value, source)),
            NodeKind::List(nodes) => nodes.iter().for_each(|node| self.walk(node, source)),
            _ => {}
        }
    }

    fn add(&mut self, source: &str, heading: &str, at: Span) {
        let before = self.text.get(..at.start).unwrap_or_default();
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let of_source = self.found.entry(source.to_owned()).or_default();
        match of_source.iter_mut().find(|known| known.heading == heading) {
            Some(known) => known.lines.push(line),
            None => of_source.push(CitedHeading { heading: heading.to_owned(), lines: vec![line] }),
        }
    }
}

#[cfg(test)]
mod tests {
    use madoguchi_schema::load::{Content, RawFile, read};
    use madoguchi_schema::shape::Shapes;

    use super::*;

    #[test]
    fn a_heading_belongs_to_the_source_that_its_block_or_the_one_around_it_names() {
        let text = "municipality: \"991007\"\nname: { ja: 見本市, kana: みほんし, en: Mihon }\nsources:\n  old:\n    url: https://www.city.mihon.example/\n    title: 前\n    page_date: unknown\n    read_on: 2026-11-20\n    read: whole\n    replaced_by: pin\n  pin:\n    url: https://www.city.mihon.example/pin.html\n    title: 暗証番号\n    page_date: unknown\n    read_on: 2026-11-21 # read twice\n    read: part\n  hall:\n    url: https://www.city.mihon.example/hall.html\n    title: 市役所\n    page_date: unknown\n    read_on: 2026-11-22\n    read: whole\ncounters:\n  hall:\n    source: hall\n    section: 受付\n    name: { ja: 市役所, kana: しやくしょ, en: City hall }\n    kind: main\nprocedures:\n  pin-reset:\n    section: 再設定\n    applicants:\n      principal: { section: 再設定, steps: [visit: { section: 持ち物 }] }\n";
        let path = "municipalities/99-fiction/991007-mihon.yaml".to_owned();
        let file = read(RawFile { path, content: Content::Bytes(text.into()) }, &Shapes::new().unwrap());
        assert!(file.faults.is_empty(), "{:?}", file.faults);
        let sources = cited(&file);
        let found: Vec<(String, Vec<(&str, usize)>)> = sources
            .iter()
            .map(|source| {
                (source.id.to_string(), source.headings.iter().map(|one| (&*one.heading, one.lines.len())).collect())
            })
            .collect();
        assert_eq!(
            found,
            [("pin".to_owned(), vec![("再設定", 2), ("持ち物", 1)]), ("hall".to_owned(), vec![("受付", 1)])]
        );
        assert_eq!(&text[sources[0].read_on_at.start..sources[0].read_on_at.end], "2026-11-21");
        assert_eq!(sources[1].headings[0].lines, [26]);
        assert!(!sources[0].whole && sources[1].whole);
    }
}
