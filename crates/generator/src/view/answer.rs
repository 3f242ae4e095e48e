//! The first screen of a procedure: per applicant how many visits, what to bring, what comes by
//! post.

use madoguchi_schema::model::{Applicant, Extent, Fact, Person, Said, State, Step, Visit};
use madoguchi_schema::scalar::ApplicantId;
use serde::Serialize;

use super::city::City;
use super::state::StateView;
use super::words::Worded;
use crate::facet::Subject;

/// Applicants that every reader looks for: a page that does not name one of them is shown as
/// silent, so that nobody reads its absence as a refusal.
const EXPECTED: [&str; 3] = ["principal", "legal-representative", "agent"];

/// The answer for one applicant.
#[derive(Debug, Serialize)]
pub(crate) struct AnswerView {
    pub(crate) name: String,
    pub(crate) about: String,
    /// Where the steps stand; none where the page has no steps for this applicant.
    pub(crate) href: Option<String>,
    pub(crate) state: StateView,
    pub(crate) refused: bool,
    pub(crate) note: Option<String>,
    pub(crate) ways: Vec<WayView>,
}

/// One way through: there are several where they depend on a condition.
#[derive(Debug, Serialize)]
pub(crate) struct WayView {
    pub(crate) visits: String,
    pub(crate) bring: Vec<BringView>,
    pub(crate) letters: Vec<String>,
}

/// What to bring to one visit, in one line.
#[derive(Debug, Serialize)]
pub(crate) struct BringView {
    /// Which visit, where there are several.
    pub(crate) label: Option<String>,
    pub(crate) text: Option<String>,
    pub(crate) receive: Option<String>,
    /// Where the list is not stated, or not wholly.
    pub(crate) state: Option<StateView>,
}

impl City<'_> {
    pub(crate) fn answers(&self, subject: &Subject<'_>) -> Worded<Vec<AnswerView>> {
        let stated = subject.applicants();
        let mut answers: Vec<AnswerView> =
            stated.iter().map(|(id, applicant)| self.answer(subject, id, applicant)).collect::<Worded<_>>()?;
        for name in EXPECTED.into_iter().filter(|name| !stated.contains_key(*name)) {
            if let Some((id, entry)) = self.words.vocabulary.applicants.get_key_value(name) {
                let state = Fact::<()>::absent(subject.origin().source.read).state();
                answers.push(AnswerView {
                    name: self.words.applicant(id),
                    about: self.words.note(&entry.about),
                    href: None,
                    state: self.words.state(state)?,
                    refused: false,
                    note: None,
                    ways: Vec::new(),
                });
            }
        }
        Ok(answers)
    }

    fn answer(&self, subject: &Subject<'_>, id: &ApplicantId, applicant: &Applicant) -> Worded<AnswerView> {
        let words = self.words;
        let entry = words.vocabulary.applicants.get(id);
        let visitor = entry.map_or(Person::Principal, |entry| entry.person);
        let read = subject.origin().source.read;
        let refused = matches!(applicant.accepted, Some(Said::Value(false)));
        let steps_of = applicant.treated_as.as_ref().and_then(|id| subject.applicants().get(id)).unwrap_or(applicant);
        let (state, note) = match &steps_of.steps {
            Some(Said::Unclear(note)) => (State::Unclear, Some(words.note(note))),
            None if steps_of.flows.is_empty() && !refused => (Fact::<()>::absent(read).state(), None),
            _ => (State::Stated, None),
        };
        let ways = match &steps_of.steps {
            Some(Said::Value(steps)) => vec![self.way(steps, visitor, read)?],
            _ => steps_of.flows.iter().map(|flow| self.way(&flow.steps, visitor, read)).collect::<Worded<_>>()?,
        };
        Ok(AnswerView {
            name: words.applicant(id),
            about: entry.map(|entry| words.note(&entry.about)).unwrap_or_default(),
            href: Some(format!("#applicant-{id}")),
            state: words.state(state)?,
            refused,
            note,
            ways,
        })
    }

    fn way(&self, steps: &[Step], visitor: Person, read: Extent) -> Worded<WayView> {
        let words = self.words;
        let visits: Vec<&Visit> = steps.iter().filter_map(visit_of).collect();
        let bring = visits.iter().enumerate().map(|(i, visit)| {
            let label =
                (visits.len() > 1).then(|| words.say_with("step-visit", &[("number", (i + 1).into())])).transpose()?;
            self.bring_line(visit, visitor, read, label)
        });
        let letters = steps.iter().filter_map(|step| match step {
            Step::Letter(letter) => letter.to.as_ref().and_then(Said::value).map(|to| (to, &letter.document)),
            _ => None,
        });
        Ok(WayView {
            visits: words.say_with("visits", &[("number", visits.len().into())])?,
            bring: bring.collect::<Worded<_>>()?,
            letters: letters
                .map(|(to, document)| {
                    words.say_with(
                        "step-letter-to",
                        &[("to", words.term(to)?.into()), ("document", self.document(document).into())],
                    )
                })
                .collect::<Worded<_>>()?,
        })
    }

    fn bring_line(&self, visit: &Visit, visitor: Person, read: Extent, label: Option<String>) -> Worded<BringView> {
        let words = self.words;
        let state = |state| words.state(state).map(Some);
        let received: Vec<String> = visit.receive.iter().map(|id| self.document(id)).collect();
        let receive = match received.is_empty() {
            true => None,
            false => Some(words.say_of("answer-receive", words.list(&received)?)?),
        };
        let view = BringView { label, text: None, receive, state: None };
        Ok(match &visit.bring {
            None => BringView { state: state(Fact::<()>::absent(read).state())?, ..view },
            Some(Said::Unclear(_)) => BringView { state: state(State::Unclear)?, ..view },
            Some(Said::Value(papers)) => {
                let stated = papers.iter().filter_map(Said::value).map(|item| self.item_line(item, visitor));
                let stated: Vec<String> = stated.collect::<Worded<_>>()?;
                let unclear = papers.iter().any(|said| said.unclear().is_some());
                BringView {
                    text: if stated.is_empty() { None } else { Some(words.list(&stated)?) },
                    state: if unclear { state(State::Unclear)? } else { None },
                    ..view
                }
            }
        })
    }
}

fn visit_of(step: &Step) -> Option<&Visit> {
    match step {
        Step::Visit(visit) => Some(visit),
        _ => None,
    }
}
