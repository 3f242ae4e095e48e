use std::collections::HashSet;

use madoguchi_schema::model::{DocumentEntry, DocumentKind, Extent, Fact, IdentityClass, Municipality, State};
use madoguchi_schema::scalar::{DocumentId, Kana};
use serde::Serialize;

use super::{Context, municipality_path, procedure_path};
use crate::facet::Origin;
use crate::view::city::{City, Names, class_anchor};
use crate::view::frame::{Frame, LinkView, Place, root};
use crate::view::state::{OriginView, StateView};
use crate::view::words::{DateView, Worded};

pub(crate) const PATH: &str = "documents.html";

/// The kinds, in the order of the page.
const KINDS: [DocumentKind; 9] = [
    DocumentKind::Card,
    DocumentKind::Identity,
    DocumentKind::AuthorityProof,
    DocumentKind::Authorisation,
    DocumentKind::Form,
    DocumentKind::Letter,
    DocumentKind::Evidence,
    DocumentKind::Means,
    DocumentKind::Other,
];

/// Every document of the vocabulary.
#[derive(Debug, Serialize)]
pub(crate) struct DocumentsPage {
    frame: Frame,
    groups: Vec<GroupView>,
}

#[derive(Debug, Serialize)]
struct GroupView {
    id: &'static str,
    name: String,
    documents: Vec<SummaryView>,
}

#[derive(Debug, Serialize)]
struct SummaryView {
    link: LinkView,
    /// It is no longer issued, or none is valid.
    ended: Option<String>,
    /// In how many municipalities' lists it stands, by kind of class.
    counts: Vec<String>,
}

/// One document: what it is, since when it is no more, where it counts as what.
#[derive(Debug, Serialize)]
pub(crate) struct DocumentPage {
    frame: Frame,
    kind: String,
    kana: String,
    names: Vec<NameView>,
    also: Vec<String>,
    ended: Vec<EndView>,
    note: Option<String>,
    listed: Vec<ListedView>,
    unlisted: Vec<UnlistedView>,
    asked: Vec<AskedView>,
}

#[derive(Debug, Serialize)]
struct NameView {
    lang: &'static str,
    text: String,
}

#[derive(Debug, Serialize)]
struct EndView {
    label: String,
    date: DateView,
    to_come: bool,
}

#[derive(Debug, Serialize)]
struct ListedView {
    city: LinkView,
    class: LinkView,
    kind: String,
    remarks: Vec<String>,
    state: StateView,
    origin: Option<OriginView>,
}

/// Municipalities whose lists do not name the document.
#[derive(Debug, Serialize)]
struct UnlistedView {
    state: StateView,
    about: String,
    cities: Vec<LinkView>,
}

/// A municipality that asks for it by name.
#[derive(Debug, Serialize)]
struct AskedView {
    city: String,
    procedures: Vec<LinkView>,
}

pub(crate) fn document_path(id: &DocumentId) -> String {
    format!("document/{id}.html")
}

impl DocumentsPage {
    pub(crate) fn new(context: &Context<'_>) -> Worded<Self> {
        let words = context.words;
        let place = Place {
            path: PATH,
            title: words.say("documents-title")?,
            description: words.say("documents-description")?,
            crumbs: Vec::new(),
        };
        let groups = KINDS.into_iter().map(|kind| {
            let of_kind = words.vocabulary.documents.iter().filter(move |(_, entry)| entry.kind == kind);
            let documents = of_kind.map(|(id, entry)| summary(context, id, entry)).collect::<Worded<_>>()?;
            let (id, name) = kind_text(kind);
            Ok(GroupView { id, name: words.say(name)?, documents })
        });
        let groups: Vec<GroupView> = groups.collect::<Worded<_>>()?;
        let groups = groups.into_iter().filter(|group| !group.documents.is_empty()).collect();
        Ok(Self { frame: context.frame(place)?, groups })
    }
}

fn kind_text(kind: DocumentKind) -> (&'static str, &'static str) {
    match kind {
        DocumentKind::Card => ("card", "documents-card"),
        DocumentKind::Identity => ("identity", "documents-identity"),
        DocumentKind::AuthorityProof => ("authority-proof", "documents-authority-proof"),
        DocumentKind::Authorisation => ("authorisation", "documents-authorisation"),
        DocumentKind::Form => ("form", "documents-form"),
        DocumentKind::Letter => ("letter", "documents-letter"),
        DocumentKind::Evidence => ("evidence", "documents-evidence"),
        DocumentKind::Means => ("means", "documents-means"),
        DocumentKind::Other => ("other", "documents-other"),
    }
}

fn summary(context: &Context<'_>, id: &DocumentId, entry: &DocumentEntry) -> Worded<SummaryView> {
    let words = context.words;
    let day = context.day();
    let ended = match (entry.invalid_from, entry.not_issued_from) {
        (Some(from), _) if from <= day => Some(words.say("documents-none-valid")?),
        (_, Some(from)) if from <= day => Some(words.say("documents-not-issued")?),
        _ => None,
    };
    let mut counts: Vec<(String, usize)> = Vec::new();
    for file in &context.dataset.municipalities {
        let mut kinds: Vec<String> = Vec::new();
        for class in file.municipality.identity_documents.values().filter(|class| names(class, id)) {
            let kind = words.term(&class.kind)?;
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        for kind in kinds {
            match counts.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, count)) => *count += 1,
                None => counts.push((kind, 1)),
            }
        }
    }
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let counts = counts
        .into_iter()
        .map(|(kind, count)| words.say_with("documents-count", &[("kind", kind.into()), ("count", count.into())]));
    Ok(SummaryView {
        link: LinkView::to(document_path(id), words.document(id)),
        ended,
        counts: counts.collect::<Worded<_>>()?,
    })
}

fn names(class: &IdentityClass, id: &DocumentId) -> bool {
    class.documents.iter().any(|listed| listed.document == *id)
}

impl DocumentPage {
    pub(crate) fn new(context: &Context<'_>, id: &DocumentId, entry: &DocumentEntry) -> Worded<Self> {
        let words = context.words;
        let path = document_path(id);
        let root = root(&path);
        let name = words.document(id);
        let (group, kind) = kind_text(entry.kind);
        let place = Place {
            path: &path,
            title: name.clone(),
            description: words.say_of("document-description", &name)?,
            crumbs: vec![LinkView::to(format!("{root}{PATH}#{group}"), words.say("documents-title")?)],
        };
        let ends = [("document-not-issued-from", entry.not_issued_from), ("document-invalid-from", entry.invalid_from)];
        let ended = ends.into_iter().filter_map(|(id, day)| day.map(|day| (id, day))).map(|(id, day)| {
            Ok(EndView { label: words.say(id)?, date: words.date(day)?, to_come: day > context.day() })
        });
        let all = [("ja", entry.ja.to_string()), ("en", entry.en.to_string())];
        let names = all.into_iter().filter(|(_, text)| *text != name);
        Ok(Self {
            frame: context.frame(place)?,
            kind: words.say(kind)?,
            kana: kana(&entry.kana),
            names: names.map(|(lang, text)| NameView { lang, text }).collect(),
            also: entry.also.iter().map(|text| words.japanese(text.as_str())).collect(),
            ended: ended.collect::<Worded<_>>()?,
            note: entry.note.as_ref().map(|note| words.note(note)),
            listed: listed(context, &root, id)?,
            unlisted: if entry.kind == DocumentKind::Identity { unlisted(context, &root, id)? } else { Vec::new() },
            asked: asked(context, &root, id)?,
        })
    }
}

fn kana(kana: &Kana) -> String {
    kana.to_string()
}

/// Every class of every municipality that names the document.
fn listed(context: &Context<'_>, root: &str, id: &DocumentId) -> Worded<Vec<ListedView>> {
    let words = context.words;
    let mut views = Vec::new();
    for file in &context.dataset.municipalities {
        let municipality = &file.municipality;
        let city = City { words, municipality, names: Names::Own };
        let page = format!("{root}{}", municipality_path(file));
        for (name, class) in &municipality.identity_documents {
            for document in class.documents.iter().filter(|document| document.document == *id) {
                let origin = Origin::of(municipality, class.source.as_ref(), class.section.as_ref());
                views.push(ListedView {
                    city: LinkView::to(page.as_str(), context.full_name(file)?),
                    class: LinkView::to(format!("{page}#{}", class_anchor(name)), city.class(name)),
                    kind: words.term(&class.kind)?,
                    remarks: city.listed(document)?.remarks,
                    state: words.state(State::Stated)?,
                    origin: origin.map(|origin| words.origin(origin)).transpose()?,
                });
            }
        }
    }
    Ok(views)
}

/// What it means that a municipality's lists do not name a document.
pub(crate) struct Lists {
    state: State,
    /// They end in "and the like", or stand elsewhere, or there are none.
    open: bool,
    named: HashSet<DocumentId>,
}

impl Lists {
    pub(crate) fn of(municipality: &Municipality) -> Self {
        let classes = &municipality.identity_documents;
        let parts = || {
            classes.values().filter_map(|class| {
                let origin = Origin::of(municipality, class.source.as_ref(), class.section.as_ref())?;
                Some(origin.source.read == Extent::Part)
            })
        };
        let part = match classes.is_empty() {
            true => municipality.sources.values().any(|source| source.read == Extent::Part),
            false => {
                parts().any(|part| part) || classes.values().any(|class| class.documents_read == Some(Extent::Part))
            }
        };
        let read = if part { Extent::Part } else { Extent::Whole };
        let documents = classes.values().flat_map(|class| &class.documents);
        Self {
            state: Fact::<()>::absent(read).state(),
            // Of a list that was not read to its end nobody knows how it ends.
            open: part || classes.is_empty() || classes.values().any(|class| class.open_ended || class.list_elsewhere),
            named: documents.map(|listed| listed.document.clone()).collect(),
        }
    }
}

/// The municipalities of which no list names the document, by what that means.
fn unlisted(context: &Context<'_>, root: &str, id: &DocumentId) -> Worded<Vec<UnlistedView>> {
    let words = context.words;
    let cases = [
        (State::Silent, false, "document-unlisted-closed"),
        (State::Silent, true, "document-unlisted-open"),
        (State::Unread, true, "document-unlisted-unread"),
    ];
    let mut views = Vec::new();
    for (state, open, about) in cases {
        let is_case = |lists: &Lists| lists.state == state && lists.open == open && !lists.named.contains(id);
        let cities = context.dataset.municipalities.iter().zip(context.shared.lists());
        let cities = cities.filter(|(_, lists)| is_case(lists)).map(|(file, _)| file);
        let link = |file| Ok(LinkView::to(format!("{root}{}", municipality_path(file)), context.full_name(file)?));
        let cities: Vec<LinkView> = cities.map(link).collect::<Worded<_>>()?;
        if !cities.is_empty() {
            views.push(UnlistedView { state: words.state(state)?, about: words.say(about)?, cities });
        }
    }
    Ok(views)
}

/// The procedures for which a municipality asks for the document by name.
fn asked(context: &Context<'_>, root: &str, id: &DocumentId) -> Worded<Vec<AskedView>> {
    let asking = context.shared.asking(id);
    let cities = asking.iter().map(|(file, subjects)| {
        let link = |subject: &crate::facet::Subject<'_>| {
            LinkView::to(format!("{root}{}", procedure_path(subject)), context.words.procedure(subject.id))
        };
        Ok(AskedView { city: context.full_name(file)?, procedures: subjects.iter().map(link).collect() })
    });
    cities.collect()
}
