//! An applicant's way through a procedure, as the facets look at it.

use madoguchi_schema::model::{
    Applicant, Asked, DocumentKind, Extent, Fact, FillIn, Item, Letter, Note, Papers, Person, Said, Step, Visit,
};
use madoguchi_schema::scalar::DocumentId;
use madoguchi_schema::scalar::formula::Paper;

use super::{Demand, Finding, Origin, Subject, Value};

pub(super) const PRINCIPAL: &str = "principal";
pub(super) const ACCOMPANIED: &str = "accompanied-principal";
pub(super) const REPRESENTATIVE: &str = "legal-representative";
pub(super) const AGENT: &str = "agent";

/// One applicant's steps. Where they depend on a condition, the longest way is taken, since a
/// person who prepares for it is prepared for the others.
pub(super) struct Trip<'s, 'd> {
    pub(super) subject: &'s Subject<'d>,
    pub(super) applicant: &'d Applicant,
    pub(super) visitor: Person,
    pub(super) steps: &'d [Step],
    pub(super) origin: Origin<'d>,
}

/// A facet that is drawn from an applicant's steps: what holds for every such facet (nothing is
/// said, the applicant is not accepted, the steps are unclear) is settled here.
pub(super) fn by_steps<'d>(
    subject: &Subject<'d>,
    id: &str,
    find: impl FnOnce(&Trip<'_, 'd>) -> Finding<'d>,
) -> Finding<'d> {
    let Some(applicant) = subject.applicants().get(id) else { return Finding::absent(subject.origin()) };
    let origin = subject.applicant_origin(applicant);
    if let Some(Said::Value(false)) = applicant.accepted {
        return Finding::stated(Value::NotAccepted, origin);
    }
    let visitor = subject.vocabulary.applicants.get(id).map_or(Person::Principal, |entry| entry.person);
    let by_rule_of = applicant.treated_as.as_ref().and_then(|id| subject.applicants().get(id));
    let with_steps = by_rule_of.unwrap_or(applicant);
    let steps: &'d [Step] = match (&with_steps.steps, longest(with_steps)) {
        (Some(Said::Unclear(note)), _) => return Finding::new(Fact::Unclear(note.clone()), origin),
        (Some(Said::Value(steps)), _) => steps,
        (None, Some(steps)) => steps,
        (None, None) => return Finding::absent(origin),
    };
    let found = find(&Trip { subject, applicant: with_steps, visitor, steps, origin });
    Finding { varies: found.varies || with_steps.flows.len() > 1, ..found }
}

fn longest(applicant: &Applicant) -> Option<&[Step]> {
    let visits = |steps: &[Step]| steps.iter().filter(|step| matches!(step, Step::Visit(_))).count();
    // Of equally long ways the one that the file has first.
    applicant.flows.iter().rev().max_by_key(|flow| visits(&flow.steps)).map(|flow| flow.steps.as_slice())
}

impl<'d> Trip<'_, 'd> {
    pub(super) fn visits(&self) -> impl DoubleEndedIterator<Item = &'d Visit> {
        self.steps.iter().filter_map(|step| match step {
            Step::Visit(visit) => Some(visit.as_ref()),
            _ => None,
        })
    }

    pub(super) fn letters(&self) -> impl Iterator<Item = &'d Letter> {
        self.steps.iter().filter_map(|step| match step {
            Step::Letter(letter) => Some(letter.as_ref()),
            _ => None,
        })
    }

    pub(super) fn fill_ins(&self) -> impl Iterator<Item = &'d FillIn> {
        self.steps.iter().filter_map(|step| match step {
            Step::FillIn(fill_in) => Some(fill_in.as_ref()),
            _ => None,
        })
    }

    pub(super) fn origin_of(&self, visit: &'d Visit) -> Origin<'d> {
        self.origin.under(visit.section.as_ref())
    }

    /// What a visit asks for, of the things that `keep` keeps.
    pub(super) fn asked_at(&self, visit: &'d Visit, keep: impl Fn(&Item) -> bool + Copy) -> Asking<'d> {
        let origin = self.origin_of(visit);
        match &visit.bring {
            None => Asking { demands: Vec::new(), unclear: None, is_cut: false, origin },
            Some(Said::Unclear(note)) => Asking { demands: Vec::new(), unclear: Some(note), is_cut: false, origin },
            Some(Said::Value(papers)) => {
                Asking { is_cut: visit.bring_read == Some(Extent::Part), ..self.asked_in(papers, keep, origin) }
            }
        }
    }

    fn asked_in(&self, papers: &'d Papers, keep: impl Fn(&Item) -> bool + Copy, origin: Origin<'d>) -> Asking<'d> {
        let items = papers.iter().filter_map(Said::value).filter(|item| keep(item));
        let classes = &self.subject.municipality().identity_documents;
        Asking {
            demands: items.map(|item| Demand::new(item, self.visitor, classes)).collect(),
            unclear: papers.iter().find_map(Said::unclear),
            is_cut: false,
            origin,
        }
    }

    /// Whether an item is an identity document of that person, wholly or in one of its lists.
    pub(super) fn identifies(&self, item: &Item, person: Person) -> bool {
        self.is_identity(&item.asked, item.of, person)
    }

    fn is_identity(&self, asked: &Asked, of: Option<Person>, person: Person) -> bool {
        match asked {
            Asked::Identity(_) => of.unwrap_or(self.visitor) == person,
            Asked::Papers(formula) => {
                of.unwrap_or(self.visitor) == person && formula.0.atoms().all(|paper| self.shows_identity(paper))
            }
            Asked::AnyOf(lists) => {
                let mut items = lists.iter().flatten().filter_map(Said::value);
                items.any(|inner| self.is_identity(&inner.asked, inner.of.or(of), person))
            }
        }
    }

    fn shows_identity(&self, paper: &Paper) -> bool {
        match paper {
            Paper::Class(_) => true,
            Paper::Document(document) => self.kind(document) == Some(DocumentKind::Identity),
        }
    }

    /// Whether a thing of that kind stands anywhere in an item.
    pub(super) fn names(&self, item: &Item, kind: DocumentKind) -> bool {
        match &item.asked {
            Asked::Identity(formula) | Asked::Papers(formula) => formula
                .0
                .atoms()
                .any(|paper| matches!(paper, Paper::Document(document) if self.kind(document) == Some(kind))),
            Asked::AnyOf(lists) => {
                let mut items = lists.iter().flatten().filter_map(Said::value);
                items.any(|inner| self.names(inner, kind))
            }
        }
    }

    pub(super) fn kind(&self, document: &DocumentId) -> Option<DocumentKind> {
        self.subject.vocabulary.documents.get(document).map(|entry| entry.kind)
    }
}

/// What was found in a list of things to bring.
pub(super) struct Asking<'d> {
    demands: Vec<Demand>,
    unclear: Option<&'d Note>,
    /// The list was not read to its end.
    is_cut: bool,
    origin: Origin<'d>,
}

impl<'d> Asking<'d> {
    /// For a facet about the whole list: an element that is unclear makes it unclear, and a list
    /// that was not read to its end is unread, with what was read beside it.
    pub(super) fn whole(self) -> Finding<'d> {
        if self.is_cut && self.unclear.is_none() {
            return Finding { beside: self.value(), ..Finding::new(Fact::Unread, self.origin) };
        }
        Finding::list(self.value(), self.unclear, self.origin)
    }

    /// For a facet about one thing of the list: where it is stated, what else is unclear does not
    /// touch it; where it is not, the unclear element may be it.
    pub(super) fn single(self, value: impl FnOnce(Vec<Demand>) -> Value) -> Finding<'d> {
        match self.demands.is_empty() {
            false => Finding::stated(value(self.demands), self.origin),
            true => Finding::list(None, self.unclear, self.origin),
        }
    }

    fn value(&self) -> Option<Value> {
        (!self.demands.is_empty()).then(|| Value::Demands(self.demands.clone()))
    }
}

/// A fact as a finding, where the page has one.
pub(super) fn said<'d, T>(
    said: Option<&'d Said<T>>,
    origin: Origin<'d>,
    value: impl FnOnce(&'d T) -> Value,
) -> Finding<'d> {
    Finding::new(Fact::of(said, origin.source.read).map(value), origin)
}

/// A list of which elements may be unclear, as a finding.
pub(super) fn said_list<'d, T: Clone>(
    list: &'d [Said<T>],
    origin: Origin<'d>,
    value: impl FnOnce(Vec<T>) -> Value,
) -> Finding<'d> {
    let stated: Vec<T> = list.iter().filter_map(Said::value).cloned().collect();
    let unclear = list.iter().find_map(Said::unclear);
    Finding::list((!stated.is_empty()).then(|| value(stated)), unclear, origin)
}
