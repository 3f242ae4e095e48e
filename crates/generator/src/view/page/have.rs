use std::collections::BTreeSet;

use indexmap::IndexSet;
use madoguchi_schema::model::{Item, Person, Said, State};
use madoguchi_schema::scalar::{ApplicantId, Prefecture, ProcedureId};
use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

use super::checklist::{self, checklist_path};
use super::{Context, procedure_path};
use crate::facet::Subject;
use crate::hand::{self, Held, Need, Papers, Trip, Verdict};
use crate::view::answer::EXPECTED;
use crate::view::city::{City, Names};
use crate::view::frame::{Frame, LinkView, Place, root};
use crate::view::state::StateView;
use crate::view::words::Worded;

/// So many papers of each person are shown at once; the others are folded away.
const SHOWN: usize = 8;

/// What can be done with the papers in hand: papers to tick, and what every municipality asks for.
#[derive(Debug, Serialize)]
pub(crate) struct HavePage {
    frame: Frame,
    procedure: LinkView,
    day: String,
    applicants: Vec<ApplicantView>,
    hands: Vec<HandView>,
    verdicts: Vec<VerdictView>,
    needs: NeedsView,
}

/// One who goes, with every municipality.
#[derive(Debug, Serialize)]
struct ApplicantView {
    id: String,
    name: String,
    about: String,
    /// Whose papers may be needed, by the ids of the hands.
    hands: String,
    prefectures: Vec<PrefectureView>,
}

/// The municipalities of one prefecture.
#[derive(Debug, Serialize)]
struct PrefectureView {
    name: String,
    cities: Vec<CityView>,
}

#[derive(Debug, Serialize)]
struct CityView {
    /// Its number in the needs.
    trip: usize,
    code: String,
    link: LinkView,
    checklist: Option<LinkView>,
    ways: Vec<WayView>,
    state: Option<StateView>,
    refused: bool,
}

#[derive(Debug, Serialize)]
struct WayView {
    label: Option<String>,
    stages: Vec<StageView>,
}

#[derive(Debug, Serialize)]
struct StageView {
    label: Option<String>,
    things: Vec<ThingView>,
    state: Option<StateView>,
}

#[derive(Debug, Serialize)]
struct ThingView {
    text: String,
    unclear: bool,
    /// Nothing need be in hand for it.
    settled: bool,
}

/// The papers that somebody may have.
#[derive(Debug, Serialize)]
struct HandView {
    id: &'static str,
    name: String,
    first: Vec<BoxView>,
    more: Vec<BoxView>,
}

#[derive(Debug, Serialize)]
struct BoxView {
    /// The document.
    id: String,
    number: usize,
    text: String,
}

#[derive(Debug, Serialize)]
struct VerdictView {
    name: &'static str,
    glyph: &'static str,
    word: String,
    about: String,
}

/// The needs as the page's script reads them.
#[derive(Debug, Serialize)]
struct NeedsView {
    /// Sets of papers by their numbers.
    sets: Vec<Vec<usize>>,
    /// A place: the set that serves, and the set that may serve.
    places: Vec<[usize; 2]>,
    /// By trip: its ways, each a list of what lies before and of the things in the order of the page.
    trips: Vec<Coded>,
}

/// A need as a number (a verdict) or a list: 0 and all of them, 1 and one of them, 2 and alternatives of
/// places.
#[derive(Debug, Clone)]
enum Coded {
    Number(usize),
    List(Vec<Coded>),
}

impl Serialize for Coded {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => to.serialize_u64(*number as u64),
            Self::List(parts) => {
                let mut list = to.serialize_seq(Some(parts.len()))?;
                for part in parts {
                    list.serialize_element(part)?;
                }
                list.end()
            }
        }
    }
}

/// Writes needs with numbers in the place of papers and places.
#[derive(Default)]
struct Coder {
    papers: IndexSet<Held>,
    sets: IndexSet<Vec<usize>>,
    places: IndexSet<[usize; 2]>,
}

impl Coder {
    fn set(&mut self, papers: &BTreeSet<Held>) -> usize {
        let mut numbers: Vec<usize> = papers.iter().map(|held| self.papers.insert_full(held.clone()).0).collect();
        numbers.sort_unstable();
        self.sets.insert_full(numbers).0
    }

    fn need(&mut self, need: &Need) -> Coded {
        let list =
            |kind: usize, parts: Vec<Coded>| Coded::List(std::iter::once(Coded::Number(kind)).chain(parts).collect());
        match need {
            Need::Always(verdict) => Coded::Number(verdict.number()),
            Need::All(needs) => list(0, needs.iter().map(|need| self.need(need)).collect()),
            Need::Any(needs) => list(1, needs.iter().map(|need| self.need(need)).collect()),
            Need::Papers(formula) => {
                let alternatives = formula.alternatives().iter().map(|places| {
                    let places = places.iter().map(|place| {
                        let sets = [self.set(&place.yes), self.set(&place.maybe)];
                        Coded::Number(self.places.insert_full(sets).0)
                    });
                    Coded::List(places.collect())
                });
                let alternatives: Vec<Coded> = alternatives.collect();
                list(2, alternatives)
            }
        }
    }

    /// A trip: a verdict where there is no way, else its ways, each a list of needs. The first of them is
    /// what lies before; then come the things in the order of the page; last, what a page leaves unsaid.
    fn trip(&mut self, trip: &Trip<'_>) -> Coded {
        if trip.without.is_some() {
            return self.need(&trip.need());
        }
        let ways = trip.ways.iter().map(|way| {
            let first = self.need(&Need::All(way.first.clone()));
            let things = way.stages.iter().flat_map(|stage| &stage.things).map(|thing| self.need(&thing.need));
            let mut needs: Vec<Coded> = std::iter::once(first).chain(things).collect();
            let unsaid = way.stages.iter().filter(|stage| stage.unsaid.is_some());
            needs.extend(unsaid.map(|_| Coded::Number(Verdict::Unsaid.number())));
            Coded::List(needs)
        });
        Coded::List(ways.collect())
    }
}

pub(crate) fn have_path(id: &ProcedureId) -> String {
    format!("have/{id}.html")
}

impl HavePage {
    pub(crate) fn new(context: &Context<'_>, id: &ProcedureId) -> Worded<Self> {
        let words = context.words;
        let path = have_path(id);
        let root = root(&path);
        let procedure = words.procedure(id);
        let place = Place {
            path: &path,
            title: words.say_of("have-title", &procedure)?,
            description: words.say_of("have-description", &procedure)?,
            crumbs: Vec::new(),
        };
        let subjects = Subject::all(context.dataset, id, context.day());
        let papers = Papers::of(&subjects, words.vocabulary, context.day());
        let persons = [Person::Principal, Person::LegalRepresentative, Person::Agent, Person::HouseholdMember];
        let mut coder = Coder::default();
        // The boxes come first, so that a paper has the number of its box.
        for person in persons.into_iter().map(Some).chain([None]) {
            let documents = papers.documents(person.is_some());
            coder.papers.extend(documents.map(|id| Held { person, document: id.clone() }));
        }
        let mut trips = Vec::new();
        let mut applicants = Vec::new();
        for (who, entry) in words.vocabulary.applicants.iter() {
            let stated = subjects.iter().any(|subject| subject.applicants().contains_key(who));
            if !stated && !EXPECTED.contains(&who.as_str()) {
                continue;
            }
            let mut prefectures = Vec::new();
            for subjects in subjects.chunk_by(|a, b| prefecture(a) == prefecture(b)) {
                let mut cities = Vec::new();
                for subject in subjects {
                    let trip = hand::trip(subject, who, &papers);
                    cities.push(city(context, subject, who, entry.person, &trip, trips.len(), &root)?);
                    trips.push(coder.trip(&trip));
                }
                let name = subjects.first().map(|subject| words.prefecture(prefecture(subject)));
                prefectures.push(PrefectureView { name: name.unwrap_or_default(), cities });
            }
            let mut hands: Vec<&str> = vec![Person::Principal.name(), entry.person.name()];
            // Whoever goes along shows papers too.
            let accompanied = who.as_str() == "accompanied-principal";
            hands.extend(accompanied.then_some(Person::LegalRepresentative.name()));
            applicants.push(ApplicantView {
                id: who.to_string(),
                name: words.applicant(who),
                about: words.note(&entry.about),
                hands: hands.join(" "),
                prefectures,
            });
        }
        let used: BTreeSet<usize> = coder.sets.iter().flatten().copied().collect();
        let hands = persons.into_iter().map(Some).chain([None]).map(|person| hand_view(context, &coder, &used, person));
        let hands: Vec<HandView> = hands.collect::<Worded<_>>()?;
        Ok(Self {
            frame: context.frame(place)?,
            procedure: LinkView::to(format!("{root}{}", super::compare_path(id)), procedure),
            day: context.day().to_string(),
            applicants,
            hands: hands.into_iter().filter(|hand| !hand.first.is_empty()).collect(),
            verdicts: Verdict::ALL.into_iter().map(|verdict| verdict_view(context, verdict)).collect::<Worded<_>>()?,
            needs: NeedsView {
                sets: coder.sets.into_iter().collect(),
                places: coder.places.into_iter().collect(),
                trips,
            },
        })
    }
}

fn prefecture(subject: &Subject<'_>) -> Prefecture {
    subject.municipality().municipality.prefecture()
}

fn verdict_view(context: &Context<'_>, verdict: Verdict) -> Worded<VerdictView> {
    let (name, glyph, word, about) = match verdict {
        Verdict::Missing => ("unclear", "✕", "have-missing", "have-missing-about"),
        Verdict::Unsaid => ("unread", "?", "have-unsaid", "have-unsaid-about"),
        Verdict::Depends => ("silent", "△", "have-depends", "have-depends-about"),
        Verdict::Open => ("stated", "✓", "have-open", "have-open-about"),
    };
    Ok(VerdictView { name, glyph, word: context.words.say(word)?, about: context.words.say(about)? })
}

/// The papers of a person, those that serve nowhere left out.
fn hand_view(context: &Context<'_>, coder: &Coder, used: &BTreeSet<usize>, person: Option<Person>) -> Worded<HandView> {
    let words = context.words;
    let papers = coder.papers.iter().enumerate();
    let mut boxes = papers
        .filter(|(number, held)| held.person == person && used.contains(number))
        .map(|(number, held)| BoxView { id: held.document.to_string(), number, text: words.document(&held.document) });
    let first = boxes.by_ref().take(SHOWN).collect();
    let name = match person {
        Some(person) => words.say_of("have-papers-of", words.term(&person)?)?,
        None => words.say("have-papers-other")?,
    };
    Ok(HandView { id: person.map_or("other", Person::name), name, first, more: boxes.collect() })
}

fn city(
    context: &Context<'_>,
    subject: &Subject<'_>,
    who: &ApplicantId,
    visitor: Person,
    trip: &Trip<'_>,
    number: usize,
    root: &str,
) -> Worded<CityView> {
    let words = context.words;
    let city = City { words, municipality: subject.municipality(), names: Names::Shared };
    let refused = trip.without == Some(State::Stated);
    let printed = checklist::has_checklist(subject, who);
    let ways = trip.ways.iter().enumerate().map(|(at, way)| {
        let several = way.stages.len() > 1;
        let stages = way.stages.iter().enumerate().map(|(at, stage)| {
            let things = stage.things.iter().filter_map(|thing| {
                let said = thing.said?;
                Some(thing_view(&city, said, visitor, thing.settled))
            });
            Ok(StageView {
                label: several.then(|| words.say_with("step-visit", &[("number", (at + 1).into())])).transpose()?,
                things: things.collect::<Worded<_>>()?,
                state: stage.unsaid.map(|state| words.state(state)).transpose()?,
            })
        });
        Ok(WayView {
            label: (trip.ways.len() > 1)
                .then(|| words.say_with("answer-way", &[("number", (at + 1).into())]))
                .transpose()?,
            stages: stages.collect::<Worded<_>>()?,
        })
    });
    Ok(CityView {
        trip: number,
        code: subject.municipality().municipality.to_string(),
        link: LinkView::to(format!("{root}{}", procedure_path(subject)), context.name(subject.file)),
        checklist: printed
            .then(|| {
                words
                    .say("decide-checklist")
                    .map(|text| LinkView::to(format!("{root}{}", checklist_path(subject, who)), text))
            })
            .transpose()?,
        ways: ways.collect::<Worded<_>>()?,
        state: trip.without.filter(|_| !refused).map(|state| words.state(state)).transpose()?,
        refused,
    })
}

fn thing_view(city: &City<'_>, said: &Said<Item>, visitor: Person, settled: bool) -> Worded<ThingView> {
    match said {
        Said::Unclear(note) => Ok(ThingView { text: city.words.note(note), unclear: true, settled }),
        Said::Value(item) => {
            let words = city.words;
            let text = city.item_line(item, visitor)?;
            // The condition itself, where there is one: "if" and "unless" are not the same.
            let condition = match (&item.only_if, &item.unless) {
                (Some(condition), _) => Some(words.say_of("remark-only-if", words.conditions(condition)?)?),
                (_, Some(condition)) => Some(words.say_of("remark-unless", words.conditions(condition)?)?),
                _ => None,
            };
            let text = match condition {
                Some(condition) => words.list(&[text, condition])?,
                None => text,
            };
            Ok(ThingView { text, unclear: false, settled })
        }
    }
}
