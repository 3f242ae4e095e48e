//! What the rules of this family ask of steps and of things to bring.

use std::ops::Range;

use madoguchi_schema::fault::Span;
use madoguchi_schema::model::{Asked, DocumentKind, Extent, Item, Municipality, Papers, Person, Said, Step};
use madoguchi_schema::scalar::DocumentId;
use madoguchi_schema::scalar::formula::Paper;
use madoguchi_schema::yaml::{Node, Route, Style};

use crate::rule::Subject;
use crate::rule::subject::{Course, items};

/// What kind of thing a document is, where the vocabulary has it.
pub(super) fn kind(subject: &Subject<'_>, id: &DocumentId) -> Option<DocumentKind> {
    subject.shared.vocabulary.documents.get(id).map(|entry| entry.kind)
}

/// Whether every page of the file was read whole: only then is a list known to be complete.
pub(super) fn is_read_whole(subject: &Subject<'_>) -> bool {
    subject.municipality().is_some_and(|city| city.sources.values().all(|source| source.read == Extent::Whole))
}

/// Whether the page offers a form for printing.
pub(super) fn is_offered(city: &Municipality, id: &DocumentId) -> bool {
    city.forms.get(id).and_then(|form| form.downloadable) == Some(true)
}

/// Who comes to the counter.
pub(super) fn person(subject: &Subject<'_>, course: &Course<'_>) -> Option<Person> {
    subject.shared.vocabulary.applicants.get(course.applicant).map(|entry| entry.person)
}

/// What a visit asks for, or a request without a visit; `None` for any other step.
pub(super) fn bring(step: &Step) -> Option<Option<&Said<Papers>>> {
    match step {
        Step::Visit(visit) => Some(visit.bring.as_ref()),
        Step::Remote(remote) => Some(remote.bring.as_ref()),
        _ => None,
    }
}

/// Whether the page says, and clearly, all that is to be brought.
pub(super) fn is_clear(bring: Option<&Said<Papers>>) -> bool {
    fn all_clear(papers: &Papers) -> bool {
        papers.iter().all(|said| match said {
            Said::Value(Item { asked: Asked::AnyOf(lists), .. }) => lists.iter().all(all_clear),
            said => said.value().is_some(),
        })
    }
    bring.and_then(Said::value).is_some_and(all_clear)
}

/// Whether something to bring is unclear; a list that is not there is not.
pub(super) fn is_unclear(bring: Option<&Said<Papers>>) -> bool {
    bring.is_some() && !is_clear(bring)
}

/// The items of a step's list, with their routes; the choices of a choice included.
pub(super) fn brought<'d>(step: &'d Step, route: &Route) -> Vec<(&'d Item, Route)> {
    let mut found = Vec::new();
    if let Some(Some(Said::Value(papers))) = bring(step) {
        items(papers, &route.key(step.name()).key("bring"), &mut found);
    }
    found
}

/// The documents that an item names.
pub(super) fn documents(item: &Item) -> Vec<&DocumentId> {
    let atoms = item.asked.formula().into_iter().flat_map(|formula| formula.0.atoms());
    atoms
        .filter_map(|paper| match paper {
            Paper::Document(document) => Some(document),
            Paper::Class(_) => None,
        })
        .collect()
}

/// Whether one of the steps fills a document in or asks for it.
pub(super) fn is_used(steps: &[Step], id: &DocumentId) -> bool {
    steps.iter().any(|step| match step {
        Step::FillIn(fill_in) => fill_in.form == *id,
        step => brought(step, &Route::root()).iter().any(|(item, _)| documents(item).contains(&id)),
    })
}

/// What a step hands out or brings by post.
pub(super) fn received(step: &Step) -> Vec<&DocumentId> {
    match step {
        Step::Visit(visit) => visit.receive.iter().collect(),
        Step::Remote(remote) => remote.receive.iter().collect(),
        Step::Letter(letter) => vec![&letter.document],
        Step::FillIn(_) | Step::Wait(_) => Vec::new(),
    }
}

/// The bytes of a part of a text, where it stands in the file as it is; else of the whole value.
pub(super) fn part(subject: &Subject<'_>, node: &Node, range: Range<usize>) -> Span {
    let quote = usize::from(matches!(node.style, Style::SingleQuoted | Style::DoubleQuoted));
    let inner = Span::new(node.span.start + quote, node.span.end - quote);
    match node.text() {
        Some(text) if inner.slice(&subject.file.text) == Some(text) => {
            Span::new(inner.start + range.start, inner.start + range.end)
        }
        _ => node.span,
    }
}
