//! The first screen of a procedure: per applicant who that is, how many visits, whether it ends on
//! the day, what to bring to each visit, what comes by post and to whom, by when.

use madoguchi_schema::model::{Applicant, Deadline, Extent, Fact, Letter, Person, Remote, Said, State, Step, Visit};
use madoguchi_schema::scalar::ApplicantId;
use serde::Serialize;

use super::city::City;
use super::state::{LineView, StateView};
use super::words::{Glosses, Worded, Words};
use crate::facet::Subject;

/// Applicants that every reader looks for: a page that does not name one of them is shown as
/// silent, so that nobody reads its absence as a refusal.
pub(crate) const EXPECTED: [&str; 3] = ["principal", "legal-representative", "agent"];

/// The answer for one applicant.
#[derive(Debug, Serialize)]
pub(crate) struct AnswerView {
    pub(crate) id: String,
    /// What the reader says of himself: "I was asked".
    pub(crate) who: String,
    pub(crate) name: String,
    pub(crate) about: String,
    /// Who else does the same.
    pub(crate) also: Vec<AlsoView>,
    /// Where the steps stand; none where the page has no steps for this applicant.
    pub(crate) href: Option<String>,
    pub(crate) state: StateView,
    pub(crate) refused: bool,
    pub(crate) note: Option<String>,
    pub(crate) ways: Vec<WayView>,
    /// The number of visits in the list of applicants; none where there is no single number.
    pub(crate) visits: Option<String>,
    /// Whether a letter comes.
    pub(crate) post: bool,
    /// Whether it has more than one part to read.
    pub(crate) long: bool,
}

/// An applicant to whom an answer given before applies.
#[derive(Debug, Serialize)]
pub(crate) struct AlsoView {
    pub(crate) id: String,
    pub(crate) who: String,
    pub(crate) name: String,
    pub(crate) visits: Option<String>,
    pub(crate) href: Option<String>,
}

/// One way through: there are several where they depend on a condition.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct WayView {
    pub(crate) condition: Option<String>,
    pub(crate) visits: String,
    pub(crate) same_day: SaidView,
    /// What is done, and what comes, in its order.
    pub(crate) parts: Vec<PartView>,
    /// Where there is something to be in time for and the page does not say by when.
    pub(crate) no_deadline: Option<StateView>,
}

/// A sentence, or the state of what is not said.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct SaidView {
    pub(crate) text: String,
    pub(crate) state: Option<StateView>,
}

/// A visit, a letter or a request.
#[derive(Debug, Default, PartialEq, Serialize)]
pub(crate) struct PartView {
    /// The step's kind.
    pub(crate) kind: &'static str,
    pub(crate) label: String,
    /// What is done in one sentence, where it is more than going there.
    pub(crate) text: Option<String>,
    pub(crate) deadline: Option<String>,
    /// What to bring.
    pub(crate) items: Vec<LineView>,
    /// Where the list is not stated, or not wholly.
    pub(crate) state: Option<StateView>,
    pub(crate) receive: Option<String>,
    pub(crate) remarks: Vec<SaidView>,
}

impl City<'_> {
    pub(crate) fn answers(&self, subject: &Subject<'_>) -> Worded<Vec<AnswerView>> {
        let stated = subject.applicants();
        let mut answers: Vec<AnswerView> =
            stated.iter().map(|(id, applicant)| self.answer(subject, id, applicant)).collect::<Worded<_>>()?;
        answers = together(answers);
        answers.iter_mut().for_each(AnswerView::explain_once);
        for name in EXPECTED.into_iter().filter(|name| !stated.contains_key(*name)) {
            if let Some((id, entry)) = self.words.vocabulary.applicants.get_key_value(name) {
                let state = Fact::<()>::absent(subject.origin().source.read).state();
                answers.push(AnswerView {
                    id: id.to_string(),
                    who: self.words.who(id)?,
                    name: self.words.applicant(id),
                    about: self.words.note(&entry.about),
                    also: Vec::new(),
                    href: None,
                    state: self.words.state(state)?,
                    refused: false,
                    note: None,
                    ways: Vec::new(),
                    visits: None,
                    post: false,
                    long: false,
                });
            }
        }
        Ok(answers)
    }

    fn answer(&self, subject: &Subject<'_>, id: &ApplicantId, applicant: &Applicant) -> Worded<AnswerView> {
        let words = self.words;
        let entry = words.vocabulary.applicants.get(id);
        let visitor = entry.map_or(Person::Principal, |entry| entry.person);
        let steps_of = applicant.treated_as.as_ref().and_then(|id| subject.applicants().get(id)).unwrap_or(applicant);
        let read = subject.applicant_origin(steps_of).source.read;
        let refused = matches!(applicant.accepted, Some(Said::Value(false)));
        let (state, note) = match &steps_of.steps {
            Some(Said::Unclear(note)) => (State::Unclear, Some(words.note(note))),
            None if steps_of.flows.is_empty() && !refused => (Fact::<()>::absent(read).state(), None),
            _ => (State::Stated, None),
        };
        let ways: Vec<WayView> = match &steps_of.steps {
            Some(Said::Value(steps)) => vec![self.way(None, steps, steps_of, visitor, read)?],
            _ => {
                let flows = steps_of.flows.iter();
                let way = |flow: &madoguchi_schema::model::Flow| {
                    self.way(Some(self.flow_condition(flow)?), &flow.steps, steps_of, visitor, read)
                };
                flows.map(way).collect::<Worded<_>>()?
            }
        };
        let named = steps_of.visits_stated.as_ref().and_then(Said::value);
        let visits = match ways.first() {
            Some(way) => Some(way.visits.clone()),
            None => named.map(|number| words.say_with("answer-go", &[("number", (*number).into())])).transpose()?,
        };
        Ok(AnswerView {
            id: id.to_string(),
            who: words.who(id)?,
            name: words.applicant(id),
            about: entry.map(|entry| words.note(&entry.about)).unwrap_or_default(),
            also: Vec::new(),
            href: Some(format!("{}#applicant-{id}", steps_page(subject))),
            state: words.state(state)?,
            refused,
            note,
            post: ways.iter().flat_map(|way| &way.parts).any(|part| part.kind == "letter"),
            long: ways.len() > 1 || ways.iter().any(|way| way.parts.len() > 1),
            visits: visits.filter(|visits| ways.iter().all(|way| way.visits == *visits)),
            ways,
        })
    }

    fn way(
        &self,
        condition: Option<String>,
        steps: &[Step],
        applicant: &Applicant,
        visitor: Person,
        read: Extent,
    ) -> Worded<WayView> {
        let words = self.words;
        let visits = steps.iter().filter(|step| matches!(step, Step::Visit(_))).count();
        let mut visit = 0;
        let mut parts = Vec::new();
        for step in steps {
            match step {
                Step::Visit(step) => {
                    visit += 1;
                    let label = match visits {
                        1 => words.say("answer-bring")?,
                        _ => words.say_with("step-visit", &[("number", visit.into())])?,
                    };
                    parts.push(self.visit_part(step, label, visitor, read)?);
                }
                Step::Letter(letter) => parts.push(self.letter_part(letter, visitor, read)?),
                Step::Remote(remote) => parts.push(self.remote_part(remote, visitor)?),
                Step::FillIn(_) | Step::Wait(_) => {}
            }
        }
        let deadlines: Vec<&Said<Deadline>> = steps.iter().filter_map(deadline_of).collect();
        let is_stated = deadlines.iter().any(|said| said.value().is_some());
        let no_deadline = match deadlines.first() {
            _ if is_stated => None,
            Some(_) => Some(words.state(State::Unclear)?),
            None if parts.len() > 1 => Some(words.absent(read)?),
            None => None,
        };
        Ok(WayView {
            condition,
            visits: words.visits_of(applicant, visits)?,
            same_day: words.same_day(steps, read)?,
            parts,
            no_deadline,
        })
    }

    fn visit_part(&self, visit: &Visit, label: String, visitor: Person, read: Extent) -> Worded<PartView> {
        let words = self.words;
        let received: Vec<String> = visit.receive.iter().map(|id| self.document(id)).collect();
        let receive =
            (!received.is_empty()).then(|| words.say_of("answer-receive", words.list(&received)?)).transpose()?;
        let view = PartView {
            kind: "visit",
            label,
            receive,
            deadline: visit.within.as_ref().and_then(Said::value).map(|by| words.deadline(*by)).transpose()?,
            ..PartView::default()
        };
        Ok(match &visit.bring {
            None => PartView { state: Some(words.absent(read)?), ..view },
            Some(Said::Unclear(_)) => PartView { state: Some(words.state(State::Unclear)?), ..view },
            Some(Said::Value(papers)) => {
                let stated = papers.iter().filter_map(Said::value).map(|item| self.item_brief(item, visitor));
                let unclear = papers.iter().any(|said| said.unclear().is_some());
                PartView {
                    items: stated.collect::<Worded<_>>()?,
                    state: match (unclear, visit.bring_read) {
                        (true, _) => Some(words.state(State::Unclear)?),
                        (false, Some(Extent::Part)) => Some(words.state(State::Unread)?),
                        _ => None,
                    },
                    ..view
                }
            }
        })
    }

    fn letter_part(&self, letter: &Letter, visitor: Person, read: Extent) -> Worded<PartView> {
        let words = self.words;
        let document = self.document(&letter.document);
        let to = letter.to.as_ref().and_then(Said::value);
        let text = match to {
            Some(to) => {
                words.say_with("step-letter-to", &[("to", words.term(to)?.into()), ("document", document.into())])?
            }
            None => words.say_of("step-letter", document)?,
        };
        let mut remarks = Vec::new();
        match to {
            Some(Person::Principal) if visitor != Person::Principal => {
                remarks.push(words.say_of("answer-letter-not-to", words.term(&visitor)?)?.into());
            }
            Some(_) => {}
            None => remarks.push(words.unsaid("label-letter-to", letter.to.as_ref(), read)?),
        }
        match letter.address.as_ref().and_then(Said::value) {
            Some(address) => remarks.push(words.say_of("answer-letter-address", words.term(address)?)?.into()),
            None => remarks.push(words.unsaid("label-letter-address", letter.address.as_ref(), read)?),
        }
        if let Some(mail) = letter.mail.as_ref().and_then(Said::value) {
            remarks.push(words.term(mail)?.into());
        }
        if let Some(true) = letter.cancel_forwarding.as_ref().and_then(Said::value) {
            remarks.push(words.say("answer-forwarding")?.into());
        }
        let within = letter.reply_within.as_ref().and_then(Said::value);
        Ok(PartView {
            kind: "letter",
            label: words.say("answer-letter")?,
            text: Some(text),
            deadline: within.map(|by| words.deadline(*by)).transpose()?,
            remarks,
            ..PartView::default()
        })
    }

    fn remote_part(&self, remote: &Remote, visitor: Person) -> Worded<PartView> {
        let words = self.words;
        let papers = remote.bring.as_ref().and_then(Said::value).map(Vec::as_slice).unwrap_or_default();
        let items = papers.iter().filter_map(Said::value).map(|item| self.item_brief(item, visitor));
        let unclear = remote.by.unclear().is_some()
            || remote.bring.as_ref().is_some_and(|said| said.unclear().is_some())
            || papers.iter().any(|said| said.unclear().is_some());
        Ok(PartView {
            kind: "remote",
            label: match remote.by.value() {
                Some(means) => words.say_of("step-remote", words.term(means)?)?,
                None => words.say("step-remote-unnamed")?,
            },
            items: items.collect::<Worded<_>>()?,
            state: unclear.then(|| words.state(State::Unclear)).transpose()?,
            ..PartView::default()
        })
    }
}

/// The page on which the steps stand: a procedure that follows another does not repeat them.
fn steps_page(subject: &Subject<'_>) -> String {
    let followed = subject.followed.filter(|_| subject.procedure.applicants.is_empty());
    followed.map_or_else(String::new, |(id, _)| format!("{id}.html"))
}

/// Answers that are the same to the letter are given once, for all to whom they apply.
fn together(answers: Vec<AnswerView>) -> Vec<AnswerView> {
    let mut merged: Vec<AnswerView> = Vec::new();
    for answer in answers {
        let is_same = |other: &&mut AnswerView| !answer.ways.is_empty() && other.ways == answer.ways;
        match merged.iter_mut().find(is_same) {
            Some(other) => other.also.push(AlsoView {
                id: answer.id,
                who: answer.who,
                name: answer.name,
                visits: answer.visits,
                href: answer.href,
            }),
            None => merged.push(answer),
        }
    }
    merged
}

impl AnswerView {
    fn explain_once(&mut self) {
        let mut glosses = Glosses::default();
        for part in self.ways.iter_mut().flat_map(|way| &mut way.parts) {
            part.text.iter_mut().for_each(|text| glosses.once(text));
            part.receive.iter_mut().for_each(|text| glosses.once(text));
            for item in &mut part.items {
                glosses.once(&mut item.text);
                item.remarks.iter_mut().for_each(|text| glosses.once(text));
            }
            part.remarks.iter_mut().for_each(|remark| glosses.once(&mut remark.text));
        }
    }
}

impl From<String> for SaidView {
    fn from(text: String) -> Self {
        Self { text, state: None }
    }
}

impl Words<'_> {
    /// An applicant as the reader thinks of himself; by the vocabulary's name where there is no
    /// such word.
    pub(crate) fn who(&self, id: &ApplicantId) -> Worded {
        match id.as_str() {
            "principal" => self.say("who-principal"),
            "accompanied-principal" => self.say("who-accompanied-principal"),
            "legal-representative" => self.say("who-legal-representative"),
            "agent" => self.say("who-agent"),
            "household-member" => self.say("who-household-member"),
            _ => Ok(self.applicant(id)),
        }
    }

    /// The number of visits, counted from the steps; where these were not read to their end, only a
    /// number that the page names counts.
    fn visits_of(&self, applicant: &Applicant, counted: usize) -> Worded {
        let named = applicant.visits_stated.as_ref().and_then(Said::value).map(|number| usize::from(*number));
        match (applicant.steps_read, named) {
            (Some(Extent::Part), None) => self.say("answer-go-unread"),
            (Some(Extent::Part), Some(number)) => self.say_with("answer-go", &[("number", number.into())]),
            _ => self.say_with("answer-go", &[("number", counted.into())]),
        }
    }

    fn absent(&self, read: Extent) -> Worded<StateView> {
        self.state(Fact::<()>::absent(read).state())
    }

    /// What is not stated, by its label and its state.
    fn unsaid<T>(&self, label: &str, said: Option<&Said<T>>, read: Extent) -> Worded<SaidView> {
        let state = if said.is_some() { self.state(State::Unclear)? } else { self.absent(read)? };
        Ok(SaidView { text: self.say(label)?, state: Some(state) })
    }

    /// Whether everything can be done on one day. With a letter or a wait between two visits it
    /// cannot, whether the page says so or not.
    fn same_day(&self, steps: &[Step], read: Extent) -> Worded<SaidView> {
        let visits: Vec<usize> =
            steps.iter().enumerate().filter(|(_, step)| matches!(step, Step::Visit(_))).map(|(at, _)| at).collect();
        let between = match visits.as_slice() {
            [first, .., last] => &steps[*first..*last],
            _ => &[],
        };
        let ends = steps.iter().filter_map(|step| match step {
            Step::Visit(visit) => visit.same_day.as_ref(),
            _ => None,
        });
        let ends: Vec<&Said<bool>> = ends.collect();
        let is_between = |step: &Step| matches!(step, Step::Letter(_) | Step::Wait(_));
        if between.iter().any(is_between) || ends.iter().any(|said| matches!(said, Said::Value(false))) {
            return Ok(self.say("answer-not-on-one-day")?.into());
        }
        match ends.as_slice() {
            [.., Said::Value(true)] if visits.len() == 1 || ends_with_same_day(steps) => {
                Ok(self.say("answer-on-one-day")?.into())
            }
            said => self.unsaid("label-same-day", said.iter().copied().find(|said| said.unclear().is_some()), read),
        }
    }
}

/// Whether the last visit is said to be on the day of the first.
fn ends_with_same_day(steps: &[Step]) -> bool {
    let last = steps.iter().rev().find_map(|step| match step {
        Step::Visit(visit) => Some(visit.same_day.as_ref()),
        _ => None,
    });
    matches!(last, Some(Some(Said::Value(true))))
}

fn deadline_of(step: &Step) -> Option<&Said<Deadline>> {
    match step {
        Step::Visit(visit) => visit.within.as_ref(),
        Step::Letter(letter) => letter.reply_within.as_ref(),
        _ => None,
    }
}
