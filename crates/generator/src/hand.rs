//! What can be done with the papers in hand.
//!
//! A municipality's way for one applicant becomes needs: constants, "all of", "one of", and formulas
//! whose places know which papers serve. A page evaluates the same needs as [`Need::verdict`] does;
//! what a paper serves for is decided here alone.
//!
//! Nothing that a page leaves open becomes a "no": a list that ends in "and the like", a part that has
//! not been read and a number that is not named give [`Verdict::Unsaid`].

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexSet;
use madoguchi_schema::dataset::Vocabulary;
use madoguchi_schema::model::{
    Applicant, Asked, ClassKind, DocumentKind, Eligibility, Extent, Fact, FillIn, IdentityClass, Item, ListedDocument,
    Municipality, Person, Said, State, Step,
};
use madoguchi_schema::scalar::formula::{Normal, Paper};
use madoguchi_schema::scalar::{ApplicantId, ClassName, Day, DocumentId, Formula};

use crate::facet::{Origin, Subject};

/// Documents of the vocabulary that name no paper: pages that say no more than "an identity document".
const UNNAMED: [&str; 2] = ["identity-document", "authority-document"];

/// Whether the papers in hand are enough. A lower verdict outweighs a higher one where all is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Something that the page asks for is missing.
    Missing,
    /// It cannot be told from the page.
    Unsaid,
    /// They are, if a condition holds (or does not).
    Depends,
    /// They are.
    Open,
}

impl Verdict {
    /// Every verdict, the lowest first: its place is its number in the pages' data.
    pub const ALL: [Self; 4] = [Self::Missing, Self::Unsaid, Self::Depends, Self::Open];

    /// The verdict's number in the pages' data.
    #[must_use]
    pub fn number(self) -> usize {
        self as usize
    }
}

/// A paper in somebody's hand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Held {
    /// Whose it is; left out for what is nobody's own, such as a copy of the family register.
    pub person: Option<Person>,
    /// What it is.
    pub document: DocumentId,
}

/// A place of a formula: the papers that serve for it, and those of which the page leaves it open.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Papers that serve.
    pub yes: BTreeSet<Held>,
    /// Papers that may serve.
    pub maybe: BTreeSet<Held>,
}

/// What is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// Whatever is in hand.
    Always(Verdict),
    /// All of these.
    All(Vec<Need>),
    /// One of these.
    Any(Vec<Need>),
    /// Papers, each place with one of its own.
    Papers(Normal<Place>),
}

impl Need {
    /// Whether a hand is enough.
    #[must_use]
    pub fn verdict(&self, hand: &[Held]) -> Verdict {
        match self {
            Self::Always(verdict) => *verdict,
            Self::All(needs) => all(needs.iter().map(|need| need.verdict(hand))),
            Self::Any(needs) => any(needs.iter().map(|need| need.verdict(hand))),
            Self::Papers(formula) => {
                let serves = |held: &Held, place: &Place| place.yes.contains(held);
                let may_serve = |held: &Held, place: &Place| serves(held, place) || place.maybe.contains(held);
                if formula.is_satisfied_by(hand, serves) {
                    Verdict::Open
                } else if formula.is_satisfied_by(hand, may_serve) {
                    Verdict::Unsaid
                } else {
                    Verdict::Missing
                }
            }
        }
    }

    /// The need with a verdict below which it does not fall.
    fn at_least(self, verdict: Verdict) -> Self {
        Self::Any(vec![Self::Always(verdict), self])
    }

    /// The need with a verdict above which it does not rise.
    fn at_most(self, verdict: Verdict) -> Self {
        Self::All(vec![Self::Always(verdict), self])
    }
}

fn all(verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    verdicts.min().unwrap_or(Verdict::Open)
}

fn any(verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    verdicts.max().unwrap_or(Verdict::Missing)
}

/// A thing to bring, with what it needs.
#[derive(Debug, Clone)]
pub struct Thing<'d> {
    /// What the page says.
    pub said: Option<&'d Said<Item>>,
    /// What it needs.
    pub need: Need,
    /// Nothing need be in hand for it: it is optional, or arises on the way (a letter, a form to fill in).
    pub settled: bool,
}

/// A visit, or a request without one.
#[derive(Debug, Clone)]
pub struct Stage<'d> {
    /// What to bring.
    pub things: Vec<Thing<'d>>,
    /// Why there is no list of things, or not the whole of it.
    pub unsaid: Option<State>,
}

/// One way through: there are several where they depend on a condition.
#[derive(Debug, Clone)]
pub struct Way<'d> {
    /// What lies before the steps: the condition of the way, who may act at all.
    pub first: Vec<Need>,
    /// The visits in order.
    pub stages: Vec<Stage<'d>>,
}

/// What a municipality asks of one applicant.
#[derive(Debug, Clone)]
pub struct Trip<'d> {
    /// The ways, of which one is enough.
    pub ways: Vec<Way<'d>>,
    /// Why there is none: the page says that this applicant is not accepted (stated), or does not say
    /// how it goes.
    pub without: Option<State>,
}

impl Trip<'_> {
    /// The whole as one need.
    #[must_use]
    pub fn need(&self) -> Need {
        match self.without {
            Some(State::Stated) => Need::Always(Verdict::Missing),
            Some(_) => Need::Always(Verdict::Unsaid),
            None => Need::Any(self.ways.iter().map(Way::need).collect()),
        }
    }
}

impl Way<'_> {
    fn need(&self) -> Need {
        let stages = self.stages.iter().flat_map(|stage| {
            let unsaid = stage.unsaid.map(|_| Need::Always(Verdict::Unsaid));
            stage.things.iter().map(|thing| thing.need.clone()).chain(unsaid)
        });
        Need::All(self.first.iter().cloned().chain(stages).collect())
    }
}

/// The papers that can be in hand for a procedure: all that some municipality names.
#[derive(Debug, Clone)]
pub struct Papers<'d> {
    vocabulary: &'d Vocabulary,
    /// With the number of municipalities that name them, the most named first.
    documents: Vec<(&'d DocumentId, usize)>,
}

impl<'d> Papers<'d> {
    /// The papers that these subjects name and of which some are still valid on a day.
    #[must_use]
    pub fn of(subjects: &[Subject<'d>], vocabulary: &'d Vocabulary, day: Day) -> Self {
        let mut counts: BTreeMap<&DocumentId, usize> = BTreeMap::new();
        for subject in subjects {
            for document in named(subject) {
                *counts.entry(document).or_default() += 1;
            }
        }
        let mut documents: Vec<(&DocumentId, usize)> = counts
            .into_iter()
            .filter(|(id, _)| !UNNAMED.contains(&id.as_str()))
            .filter(|(id, _)| {
                vocabulary
                    .documents
                    .get(*id)
                    .is_some_and(|entry| !is_made(entry.kind) && entry.invalid_from.is_none_or(|from| day < from))
            })
            .collect();
        documents.sort_by_key(|(id, count)| (std::cmp::Reverse(*count), vocabulary.documents.get_index_of(*id)));
        Self { vocabulary, documents }
    }

    /// The documents that somebody has as their own, or that are nobody's own.
    pub fn documents(&self, own: bool) -> impl Iterator<Item = &'d DocumentId> + '_ {
        self.documents.iter().map(|(id, _)| *id).filter(move |id| is_own(self.kind(id)) == own)
    }

    /// Whether this can be in somebody's hand for the procedure.
    #[must_use]
    pub fn includes(&self, held: &Held) -> bool {
        self.documents(held.person.is_some()).any(|id| *id == held.document)
    }

    fn kind(&self, id: &DocumentId) -> DocumentKind {
        self.vocabulary.documents.get(id).map_or(DocumentKind::Other, |entry| entry.kind)
    }

    /// What a person can have in hand; what is nobody's own where there is no person.
    fn held(&self, person: Option<Person>) -> impl Iterator<Item = Held> + '_ {
        self.documents(person.is_some()).map(move |id| Held { person, document: id.clone() })
    }
}

/// Whether a thing arises on the way, so that nobody need have it beforehand.
fn is_made(kind: DocumentKind) -> bool {
    matches!(kind, DocumentKind::Form | DocumentKind::Letter | DocumentKind::Authorisation | DocumentKind::Means)
}

fn is_own(kind: DocumentKind) -> bool {
    matches!(kind, DocumentKind::Card | DocumentKind::Identity)
}

/// Every document that a subject names, in a list of its classes or in a thing to bring.
fn named<'d>(subject: &Subject<'d>) -> IndexSet<&'d DocumentId> {
    let classes = subject.municipality().identity_documents.values();
    let mut found = asked_for(subject);
    found.extend(classes.flat_map(|class| class.documents.iter().map(|listed| &listed.document)));
    found
}

/// Every document that a subject asks for by name.
pub(crate) fn asked_for<'d>(subject: &Subject<'d>) -> IndexSet<&'d DocumentId> {
    fn of_items<'d>(items: &'d [Said<Item>], found: &mut IndexSet<&'d DocumentId>) {
        for item in items.iter().filter_map(Said::value) {
            match &item.asked {
                Asked::Identity(formula) | Asked::Papers(formula) => {
                    found.extend(formula.0.alternatives().iter().flatten().filter_map(|paper| match paper {
                        Paper::Document(id) => Some(id),
                        Paper::Class(_) => None,
                    }));
                }
                Asked::AnyOf(lists) => lists.iter().for_each(|list| of_items(list, found)),
            }
        }
    }
    let mut found = IndexSet::new();
    for applicant in subject.applicants().values() {
        for steps in ways(applicant).into_iter().map(|(_, steps)| steps) {
            steps.iter().filter_map(brought).for_each(|items| of_items(items, &mut found));
        }
    }
    found
}

fn brought(step: &Step) -> Option<&[Said<Item>]> {
    let bring = match step {
        Step::Visit(visit) => visit.bring.as_ref(),
        Step::Remote(remote) => remote.bring.as_ref(),
        Step::Letter(_) | Step::FillIn(_) | Step::Wait(_) => None,
    };
    bring.and_then(Said::value).map(Vec::as_slice)
}

type Flow = madoguchi_schema::model::Flow;

/// The steps of an applicant: one way, or one for each condition.
fn ways(applicant: &Applicant) -> Vec<(Option<&Flow>, &[Step])> {
    match &applicant.steps {
        Some(Said::Value(steps)) => vec![(None, steps.as_slice())],
        Some(Said::Unclear(_)) => Vec::new(),
        None => applicant.flows.iter().map(|flow| (Some(flow), flow.steps.as_slice())).collect(),
    }
}

/// What a municipality asks of an applicant, for people who can have these papers.
#[must_use]
pub fn trip<'d>(subject: &Subject<'d>, id: &ApplicantId, papers: &Papers<'d>) -> Trip<'d> {
    let unsaid = |read: Extent| Trip { ways: Vec::new(), without: Some(Fact::<()>::absent(read).state()) };
    let Some(applicant) = subject.applicants().get(id) else { return unsaid(subject.origin().source.read) };
    let origin = subject.applicant_origin(applicant);
    if matches!(applicant.accepted, Some(Said::Value(false))) {
        return Trip { ways: Vec::new(), without: Some(State::Stated) };
    }
    let followed = applicant.treated_as.as_ref().and_then(|id| subject.applicants().get(id)).unwrap_or(applicant);
    let found = ways(followed);
    if found.is_empty() {
        let unclear = matches!(followed.steps, Some(Said::Unclear(_)));
        return if unclear {
            Trip { ways: Vec::new(), without: Some(State::Unclear) }
        } else {
            unsaid(origin.source.read)
        };
    }
    let visitor = subject.vocabulary.applicants.get(id).map_or(Person::Principal, |entry| entry.person);
    let counter = Counter { municipality: subject.municipality(), papers, visitor, read: origin.source.read };
    let ways = found.into_iter().map(|(flow, steps)| {
        let mut first = counter.who_may_act(applicant);
        first.extend(flow.map(|flow| counter.condition(flow)));
        // What comes after the part that was read is not known.
        first.extend((followed.steps_read == Some(Extent::Part)).then_some(Need::Always(Verdict::Unsaid)));
        Way { first, stages: counter.stages(steps) }
    });
    Trip { ways: ways.collect(), without: None }
}

/// What stands at one visit besides a thing: what arose before, and what other things ask for.
#[derive(Default)]
struct Beside<'d> {
    provided: BTreeSet<&'d DocumentId>,
    asked: Vec<(Option<Person>, &'d DocumentId)>,
}

/// Who looks at the papers of a visitor: the municipality with its lists.
struct Counter<'p, 'd> {
    municipality: &'d Municipality,
    papers: &'p Papers<'d>,
    visitor: Person,
    read: Extent,
}

impl<'d> Counter<'_, 'd> {
    fn who_may_act(&self, applicant: &'d Applicant) -> Vec<Need> {
        let mut needs = Vec::new();
        if matches!(applicant.accepted, Some(Said::Unclear(_))) {
            needs.push(Need::Always(Verdict::Unsaid));
        }
        match &applicant.eligibility {
            Some(Said::Unclear(_)) => needs.push(Need::Always(Verdict::Unsaid)),
            Some(Said::Value(Eligibility { identity, only_if })) => {
                needs.extend(identity.as_ref().map(|formula| self.identity(formula)));
                needs.extend(only_if.as_ref().map(|_| Need::Always(Verdict::Depends)));
            }
            None => {}
        }
        needs
    }

    fn condition(&self, flow: &'d Flow) -> Need {
        let depends = flow.only_if.is_some() || !flow.at.is_empty();
        let condition = Need::Always(if depends { Verdict::Depends } else { Verdict::Open });
        match &flow.with {
            Some(formula) => Need::All(vec![condition, self.identity(formula)]),
            None => condition,
        }
    }

    /// Identity documents of the visitor, without more being said of them.
    fn identity(&self, formula: &Formula) -> Need {
        let item = Item { asked: Asked::Identity(formula.clone()), ..Item::plain(formula.clone()) };
        self.formula(formula, &item, Some(self.visitor), &Beside::default())
    }

    fn stages(&self, steps: &'d [Step]) -> Vec<Stage<'d>> {
        let mut provided: BTreeSet<&DocumentId> = BTreeSet::new();
        let mut stages = Vec::new();
        for step in steps {
            match step {
                Step::Visit(visit) => {
                    let stage = self.stage(visit.bring.as_ref(), true, !visit.or_by.is_empty(), &provided);
                    let cut = (visit.bring_read == Some(Extent::Part)).then_some(State::Unread);
                    stages.push(Stage { unsaid: stage.unsaid.or(cut), ..stage });
                    provided.extend(&visit.receive);
                }
                Step::Remote(remote) => {
                    stages.push(self.stage(remote.bring.as_ref(), false, false, &provided));
                    provided.extend(&remote.receive);
                }
                Step::Letter(letter) => {
                    provided.insert(&letter.document);
                }
                Step::FillIn(fill_in) => provided.extend(written(fill_in)),
                Step::Wait(_) => {}
            }
        }
        stages
    }

    /// A visit `asks` in any case; a request without one may need nothing. What can be done by telephone
    /// instead is never missing.
    fn stage(
        &self,
        bring: Option<&'d Said<Vec<Said<Item>>>>,
        asks: bool,
        or_by: bool,
        provided: &BTreeSet<&'d DocumentId>,
    ) -> Stage<'d> {
        let items = match bring {
            Some(Said::Value(items)) => items,
            Some(Said::Unclear(_)) => return Stage { things: Vec::new(), unsaid: Some(State::Unclear) },
            None if asks => {
                return Stage { things: Vec::new(), unsaid: Some(Fact::<()>::absent(self.read).state()) };
            }
            None => return Stage { things: Vec::new(), unsaid: None },
        };
        let asked = items.iter().filter_map(Said::value).filter_map(|item| self.asked_by_name(item)).collect();
        let beside = Beside { provided: provided.clone(), asked };
        let things = items.iter().map(|said| {
            let need = self.said(said, &beside, None);
            Thing {
                said: Some(said),
                settled: need == Need::Always(Verdict::Open),
                need: if or_by { need.at_least(Verdict::Depends) } else { need },
            }
        });
        Stage { things: things.collect(), unsaid: None }
    }

    /// The one document that an item names, and whose it is.
    fn asked_by_name(&self, item: &'d Item) -> Option<(Option<Person>, &'d DocumentId)> {
        let Asked::Papers(formula) = &item.asked else { return None };
        match formula.0.alternatives() {
            [alternative] => match alternative.as_slice() {
                [Paper::Document(id)] => Some((item.of, id)),
                _ => None,
            },
            _ => None,
        }
    }

    fn said(&self, said: &'d Said<Item>, beside: &Beside<'d>, owner: Option<Person>) -> Need {
        match said {
            Said::Unclear(_) => Need::Always(Verdict::Unsaid),
            Said::Value(item) => self.item(item, beside, owner),
        }
    }

    fn item(&self, item: &'d Item, beside: &Beside<'d>, owner: Option<Person>) -> Need {
        let inside = item.inside.as_ref().is_some_and(|id| self.arises(id, beside));
        if item.optional || inside {
            return Need::Always(Verdict::Open);
        }
        let owner = item.of.or(owner);
        let need = match &item.asked {
            Asked::Identity(formula) => self.formula(formula, item, owner.or(Some(self.visitor)), beside),
            Asked::Papers(formula) => self.formula(formula, item, owner, beside),
            Asked::AnyOf(lists) => Need::Any(
                lists
                    .iter()
                    .map(|list| Need::All(list.iter().map(|said| self.said(said, beside, owner)).collect()))
                    .collect(),
            ),
        };
        let need = if item.number_unstated { need.at_most(Verdict::Unsaid) } else { need };
        if item.only_if.is_some() || item.unless.is_some() || item.may_be_asked {
            need.at_least(Verdict::Depends)
        } else {
            need
        }
    }

    /// A formula. Places for what arises on the way are filled already.
    fn formula(&self, formula: &Formula, item: &Item, owner: Option<Person>, beside: &Beside<'d>) -> Need {
        let places = formula.0.alternatives().iter().map(|alternative| {
            let left =
                alternative.iter().filter(|paper| !matches!(paper, Paper::Document(id) if self.arises(id, beside)));
            left.map(|paper| self.place(paper, item, owner, beside)).collect::<Vec<_>>()
        });
        let places: Vec<Vec<Place>> = places.collect();
        if places.iter().any(Vec::is_empty) {
            return Need::Always(Verdict::Open);
        }
        Need::Papers(Normal::new(places))
    }

    fn arises(&self, id: &DocumentId, beside: &Beside<'d>) -> bool {
        beside.provided.contains(id) || is_made(self.papers.kind(id))
    }

    fn place(&self, paper: &Paper, item: &Item, owner: Option<Person>, beside: &Beside<'d>) -> Place {
        let persons: Vec<Option<Person>> = match owner {
            Some(owner) => vec![Some(owner)],
            None => [Some(Person::Principal), Some(self.visitor)].into(),
        };
        let mut place = Place { yes: BTreeSet::new(), maybe: BTreeSet::new() };
        let known = persons.into_iter().chain([None]).flat_map(|person| self.papers.held(person));
        for held in known.filter(|held| !item.excluding.contains(&held.document)) {
            match self.serves(&held, paper, item, beside) {
                Verdict::Open => place.yes.insert(held),
                Verdict::Missing => continue,
                Verdict::Unsaid | Verdict::Depends => place.maybe.insert(held),
            };
        }
        place
    }

    /// Whether a paper serves for a place.
    fn serves(&self, held: &Held, paper: &Paper, item: &Item, beside: &Beside<'d>) -> Verdict {
        let kind = self.papers.kind(&held.document);
        match paper {
            Paper::Document(id) if *id == held.document => Verdict::Open,
            Paper::Document(id) => {
                let unnamed = UNNAMED.contains(&id.as_str());
                let similar = (unnamed || item.or_similar) && self.papers.kind(id) == kind;
                if similar { Verdict::Unsaid } else { Verdict::Missing }
            }
            Paper::Class(name) => {
                if !is_own(kind) {
                    return Verdict::Missing;
                }
                // A paper that is asked for by name beside the class: whether it serves twice is not said.
                let twice = beside
                    .asked
                    .iter()
                    .any(|(owner, id)| **id == held.document && owner.is_none_or(|owner| Some(owner) == held.person));
                let listed = self.listed(held, name, item);
                if twice { listed.min(Verdict::Unsaid) } else { listed }
            }
        }
    }

    /// Whether a paper is of a class, by the municipality's own lists.
    fn listed(&self, held: &Held, name: &ClassName, item: &Item) -> Verdict {
        let classes = &self.municipality.identity_documents;
        let Some(wanted) = classes.get(name) else { return Verdict::Unsaid };
        // Of two lists that were not read nothing says that they are the same.
        let known = |class: &IdentityClass| class.kind != ClassKind::Unread;
        let within =
            |class: &IdentityClass| std::ptr::eq(class, wanted) || (known(class) && class.kind.is_within(wanted.kind));
        let lists = classes.values().filter(|class| within(class));
        let best = lists.flat_map(|class| &class.documents).filter_map(|listed| counts(listed, held)).max();
        let read = Origin::of(self.municipality, wanted.source.as_ref(), wanted.section.as_ref());
        let part =
            wanted.documents_read == Some(Extent::Part) || read.is_none_or(|origin| origin.source.read == Extent::Part);
        let open = wanted.open_ended || wanted.list_elsewhere || item.or_similar || part;
        match best {
            Some(verdict) => verdict,
            None if open => Verdict::Unsaid,
            None => Verdict::Missing,
        }
    }
}

/// What a line of a list says of a paper; nothing, where it is of another paper or another person.
fn counts(listed: &ListedDocument, held: &Held) -> Option<Verdict> {
    let for_person = listed.only_for.is_empty() || held.person.is_some_and(|person| listed.only_for.contains(&person));
    if listed.document != held.document || !for_person {
        return None;
    }
    // Whether this copy of it has a photograph, or was issued in time, is for its holder to see.
    let conditional = listed.with_photo || listed.issued_from.is_some() || listed.own_name;
    Some(if conditional { Verdict::Unsaid } else { Verdict::Open })
}

fn written(fill_in: &FillIn) -> impl Iterator<Item = &DocumentId> {
    std::iter::once(&fill_in.form).chain(&fill_in.contains).chain(&fill_in.counts_as)
}
