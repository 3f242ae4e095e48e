use std::cell::OnceCell;
use std::sync::OnceLock;

use madoguchi_schema::dataset::Vocabulary;
use madoguchi_schema::fault::{FaultKind, Reference, Span};
use madoguchi_schema::former::{self, FormerList};
use madoguchi_schema::load::{CheckedFile, Document};
use madoguchi_schema::model::{
    Applicant, Asked, Baseline, Changes, Extent, Item, Municipality, Papers, Procedure, Said, Source, Step, Visit,
};
use madoguchi_schema::national_list::{self, Listed, NationalList};
use madoguchi_schema::scalar::{ApplicantId, Day, ProcedureId, SourceId};
use madoguchi_schema::yaml::{Node, NodeKind, Route, Tree};

use super::Rule;
use super::text::document_names::DocumentNames;
use super::text::words::{Words, words};
use crate::check::Days;
use crate::diagnostic::{Diagnostic, Place};

/// What all documents share, as far as it could be read.
pub(crate) struct Shared<'d> {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) baseline: Option<&'d Baseline>,
    pub(crate) changes: Option<&'d Changes>,
    pub(crate) national_list: Option<&'d NationalList>,
    pub(crate) former: Option<&'d FormerList>,
    pub(crate) days: Days,
    /// Found out by the first lint that asks.
    pub(crate) document_names: OnceLock<DocumentNames>,
}

/// What a lint of one file looks at: a document whose shape is right.
pub(crate) struct Subject<'d> {
    pub(crate) file: &'d CheckedFile,
    pub(crate) document: &'d Document,
    pub(crate) tree: &'d Tree,
    pub(crate) shared: &'d Shared<'d>,
    parts: Parts<'d>,
}

/// The parts of a document that many lints look at, found once: by the first lint that asks.
#[derive(Default)]
struct Parts<'d> {
    procedures: OnceCell<Vec<(&'d ProcedureId, &'d Procedure, Route)>>,
    courses: OnceCell<Vec<Course<'d>>>,
    texts: OnceCell<Vec<Written<'d>>>,
    words: OnceCell<Vec<Words<'d>>>,
}

/// A text value, and where it stands.
pub(crate) struct Written<'d> {
    /// The block of the file.
    pub(crate) block: &'d str,
    /// The key whose value it is; none for an entry of a list.
    pub(crate) key: Option<&'d str>,
    /// Its text.
    pub(crate) text: &'d str,
    /// Its node.
    pub(crate) node: &'d Node,
}

/// A lint of the whole dataset: what can clash is gathered from each municipality whose shape is right,
/// so that one file can be replaced and the others need not be looked at again.
#[derive(Clone, Copy)]
pub(crate) struct Whole {
    /// What a municipality says of the matter.
    pub(crate) gather: fn(&Subject<'_>, &mut Vec<Trace>),
    /// What is wrong with all that has one key, in the order of paths and places.
    pub(crate) compare: fn(&[&Trace]) -> Vec<Diagnostic>,
}

/// Something that a municipality says and that others may say, too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Trace {
    /// What two of them have in common.
    pub(crate) key: String,
    /// Whose it is, in the words of the data.
    pub(crate) name: String,
    /// The finding at its place, if there is one.
    pub(crate) finding: Diagnostic,
}

/// A list of steps with whose it is and where it stands.
pub(crate) struct Course<'d> {
    /// Its rule: the one that holds now, or an earlier one.
    pub(crate) rule: &'d Procedure,
    /// The applicant.
    pub(crate) applicant: &'d ApplicantId,
    /// The applicant's rule.
    pub(crate) of: &'d Applicant,
    /// The steps.
    pub(crate) steps: &'d [Step],
    /// The route to the applicant.
    pub(crate) applicant_route: Route,
    /// The route to the list of steps.
    pub(crate) route: Route,
    visits: OnceCell<Vec<(&'d Visit, Route)>>,
    items: OnceCell<Vec<(&'d Item, Route)>>,
}

impl<'d> Subject<'d> {
    /// A file that lints can look at.
    pub(crate) fn of(file: &'d CheckedFile, shared: &'d Shared<'d>) -> Option<Self> {
        let (document, tree) = (file.document.as_ref()?, file.tree.as_deref()?);
        Some(Self { file, document, tree, shared, parts: Parts::default() })
    }

    /// The day as of which the check is made.
    pub(crate) fn today(&self) -> Day {
        self.shared.days.as_of
    }

    /// The last day on which something can have happened.
    pub(crate) fn now(&self) -> Day {
        self.shared.days.now.max(self.today())
    }

    /// The document, where it is a municipality's.
    pub(crate) fn municipality(&self) -> Option<&'d Municipality> {
        match self.document {
            Document::Municipality(municipality) => Some(municipality),
            _ => None,
        }
    }

    /// The municipality and the national list, where its code is not of the private range.
    pub(crate) fn with_list(&self) -> Option<(&'d Municipality, &'d NationalList)> {
        let city = self.municipality().filter(|city| !city.municipality.is_fictional())?;
        Some((city, self.shared.national_list?))
    }

    /// The municipality and what the national list says of its code.
    pub(crate) fn listed(&self) -> Option<(&'d Municipality, &'d Listed)> {
        let (city, list) = self.with_list()?;
        Some((city, list.get(&city.municipality)?))
    }

    /// A place of the national list.
    pub(crate) fn in_list(span: Span) -> Place {
        Place { path: national_list::PATH.to_owned(), span, message: "national-list-place" }
    }

    /// A place of the list of former municipalities.
    pub(crate) fn in_former(span: Span) -> Place {
        Place { path: former::PATH.to_owned(), span, message: "former-list-place" }
    }

    /// The sources that were read page by page, with their routes.
    pub(crate) fn sources(&self) -> impl Iterator<Item = (&'d SourceId, &'d Source, Route)> + use<'d> {
        let sources = match self.document {
            Document::Municipality(municipality) => Some(&municipality.sources),
            Document::Claims(claims) => Some(&claims.sources),
            _ => None,
        };
        let root = Route::root().key("sources");
        sources.into_iter().flatten().map(move |(id, source)| (id, source, root.key(id)))
    }

    /// Every rule of every procedure of a municipality, earlier ones included, with its route.
    pub(crate) fn procedures(&self) -> &[(&'d ProcedureId, &'d Procedure, Route)] {
        self.parts.procedures.get_or_init(|| self.municipality().map(procedures).unwrap_or_default())
    }

    /// Every list of steps of a municipality.
    pub(crate) fn courses(&self) -> &[Course<'d>] {
        self.parts.courses.get_or_init(|| {
            let mut found = Vec::new();
            for (_, rule, route) in self.procedures() {
                courses(rule, route, &mut found);
            }
            found
        })
    }

    /// Every text value of the document.
    pub(crate) fn texts(&self) -> &[Written<'d>] {
        self.parts.texts.get_or_init(|| {
            let mut found = Vec::new();
            for entry in self.tree.root.entries() {
                texts(&entry.value, &entry.key, Some(&entry.key), &mut found);
            }
            found
        })
    }

    /// The texts of a municipality's file that people write freely; none of any other file.
    pub(crate) fn words(&self) -> &[Words<'d>] {
        let find = || self.municipality().map(|_| words(&self.tree.root)).unwrap_or_default();
        self.parts.words.get_or_init(find)
    }

    /// The courses that were read to their end, with every list: only in these can something be missing.
    pub(crate) fn whole_courses(&self) -> impl Iterator<Item = &Course<'d>> {
        let is_whole = |visit: &Visit| visit.bring_read != Some(Extent::Part);
        self.courses().iter().filter(move |course| {
            let visits = course.visits();
            course.of.steps_read != Some(Extent::Part) && visits.iter().all(|(visit, _)| is_whole(visit))
        })
    }

    /// The bytes of the value at a route.
    pub(crate) fn span(&self, route: &Route) -> Span {
        self.tree.span(route)
    }

    /// The bytes of the key at the end of a route.
    pub(crate) fn key_span(&self, route: &Route) -> Span {
        self.tree.find_key(route).unwrap_or_else(|| self.tree.span(route))
    }

    /// Whether an id of that kind is used and not defined: what seems to be missing may be misspelled.
    pub(crate) fn has_unknown(&self, of: Reference) -> bool {
        self.file.faults.iter().any(|fault| match &fault.kind {
            FaultKind::UnknownReference { to, .. } => *to == of,
            FaultKind::MisspelledDefinition { of: defined, .. } => *defined == of,
            _ => false,
        })
    }

    /// A finding of this file.
    pub(crate) fn finding(&self, rule: &'static Rule, span: Span) -> Diagnostic {
        Diagnostic::new(rule, &self.file.path, Some(span))
    }
}

impl<'d> Course<'d> {
    /// The visits among the steps, with their routes.
    pub(crate) fn visits(&self) -> &[(&'d Visit, Route)] {
        self.visits.get_or_init(|| {
            let steps = self.steps.iter().enumerate();
            steps
                .filter_map(|(i, step)| match step {
                    Step::Visit(visit) => Some((visit.as_ref(), self.route.index(i).key("visit"))),
                    _ => None,
                })
                .collect()
        })
    }

    /// Everything to bring, at every visit, with its route; the choices of a choice included.
    pub(crate) fn items(&self) -> &[(&'d Item, Route)] {
        self.items.get_or_init(|| {
            let mut found = Vec::new();
            for (visit, route) in self.visits() {
                if let Some(Said::Value(papers)) = &visit.bring {
                    items(papers, &route.key("bring"), &mut found);
                }
            }
            found
        })
    }
}

/// The items of a list, with their routes; the choices of a choice included.
pub(crate) fn items<'d>(papers: &'d Papers, route: &Route, found: &mut Vec<(&'d Item, Route)>) {
    for (i, said) in papers.iter().enumerate() {
        let Said::Value(item) = said else { continue };
        let route = route.index(i);
        if let Asked::AnyOf(lists) = &item.asked {
            for (i, papers) in lists.iter().enumerate() {
                items(papers, &route.key("any_of").index(i), found);
            }
        }
        found.push((item, route));
    }
}

fn procedures(city: &Municipality) -> Vec<(&ProcedureId, &Procedure, Route)> {
    let mut found = Vec::new();
    for (id, procedure) in &city.procedures {
        let route = Route::root().key("procedures").key(id);
        let earlier = procedure.earlier.iter().enumerate();
        let earlier = earlier.map(|(i, rule)| (id, rule, route.key("earlier").index(i))).collect::<Vec<_>>();
        found.push((id, procedure, route));
        found.extend(earlier);
    }
    found
}

fn courses<'d>(rule: &'d Procedure, route: &Route, found: &mut Vec<Course<'d>>) {
    for (applicant, of) in &rule.applicants {
        let applicant_route = route.key("applicants").key(applicant);
        let mut course = |steps: &'d [Step], route: Route| {
            let applicant_route = applicant_route.clone();
            let (visits, items) = (OnceCell::new(), OnceCell::new());
            found.push(Course { rule, applicant, of, steps, applicant_route, route, visits, items });
        };
        if let Some(Said::Value(steps)) = &of.steps {
            course(steps, applicant_route.key("steps"));
        }
        for (i, flow) in of.flows.iter().enumerate() {
            course(&flow.steps, applicant_route.key("flows").index(i).key("steps"));
        }
    }
}

fn texts<'d>(node: &'d Node, block: &'d str, key: Option<&'d str>, found: &mut Vec<Written<'d>>) {
    match &node.kind {
        NodeKind::Text(text) => found.push(Written { block, key, text, node }),
        NodeKind::List(nodes) => nodes.iter().for_each(|node| texts(node, block, None, found)),
        NodeKind::Map(entries) => {
            entries.iter().for_each(|entry| texts(&entry.value, block, Some(&entry.key), found));
        }
        _ => {}
    }
}
