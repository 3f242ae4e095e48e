//! An applicant's way, once: the numbered list and the picture are drawn from it.

use madoguchi_schema::model::{Deadline, FillIn, Letter, Note, Person, Remote, Said, State, Step, Visit, Wait};
use madoguchi_schema::scalar::DocumentId;
use serde::Serialize;

use super::city::{City, Names};
use super::item::ItemView;
use super::picture::PictureView;
use super::state::{EntryView, FactView, StateView};
use super::words::{Glosses, Worded, without_glosses};
use madoguchi_schema::model::{Extent, Fact};

/// The steps of one applicant, under one condition.
#[derive(Debug, Serialize)]
pub(crate) struct FlowView {
    pub(crate) condition: Option<String>,
    pub(crate) visits: usize,
    pub(crate) steps: Vec<StepView>,
    pub(crate) picture: PictureView,
}

/// A step.
#[derive(Debug, Default, PartialEq, Serialize)]
pub(crate) struct StepView {
    /// `visit`, `letter`, `fill-in`, `wait` or `remote`.
    pub(crate) kind: &'static str,
    /// Which visit it is.
    pub(crate) number: Option<usize>,
    pub(crate) title: String,
    /// By when it must be done.
    pub(crate) deadline: Option<String>,
    /// What the city calls the paper of the step.
    pub(crate) own_name: Option<String>,
    /// The heading on the city's page.
    pub(crate) section: Option<String>,
    pub(crate) counters: Vec<EntryView>,
    /// Whether the step asks for things at all: visits and requests do.
    pub(crate) asks: bool,
    /// The state of the list of things, where it is not stated.
    pub(crate) items_state: Option<StateView>,
    pub(crate) items_note: Option<String>,
    pub(crate) items: Vec<ItemView>,
    pub(crate) receive: Vec<String>,
    pub(crate) facts: Vec<FactView>,
    pub(crate) not_needed: Vec<String>,
    pub(crate) refused_if: Vec<EntryView>,
    pub(crate) restart_if: Vec<EntryView>,
    pub(crate) notes: Vec<String>,
}

impl StepView {
    /// Explains a word where it comes first, and not again.
    pub(crate) fn explain_once(&mut self, glosses: &mut Glosses) {
        self.own_name.iter_mut().for_each(|text| glosses.once(text));
        self.items.iter_mut().for_each(|item| item.explain_once(glosses));
        self.not_needed.iter_mut().chain(&mut self.receive).for_each(|text| glosses.once(text));
        self.facts.iter_mut().for_each(|fact| fact.explain_once(glosses));
        let cases = self.refused_if.iter_mut().chain(&mut self.restart_if);
        cases.for_each(|entry| glosses.once(&mut entry.text));
        self.notes.iter_mut().for_each(|text| glosses.once(text));
    }
}

/// Things to bring with their state: the list, or why there is none.
struct Bring {
    state: Option<StateView>,
    note: Option<String>,
    items: Vec<ItemView>,
}

impl City<'_> {
    pub(crate) fn flow(
        &self,
        applicant: &str,
        condition: Option<String>,
        steps: &[Step],
        visitor: Person,
        read: Extent,
    ) -> Worded<FlowView> {
        let visits = steps.iter().filter(|step| matches!(step, Step::Visit(_))).count();
        let mut visit = 0;
        let steps = steps.iter().map(|step| match step {
            Step::Visit(step) => {
                visit += 1;
                self.visit(step, visit, visits, visitor, read)
            }
            Step::Letter(letter) => self.letter(letter),
            Step::FillIn(fill_in) => self.fill_in(fill_in),
            Step::Wait(wait) => self.wait(wait),
            Step::Remote(remote) => self.remote(remote, visitor, read),
        });
        let mut steps: Vec<StepView> = steps.collect::<Worded<_>>()?;
        let mut told: Vec<String> = Vec::new();
        for step in &mut steps {
            step.title = without_glosses(&step.title);
            step.own_name = step.own_name.take().filter(|name| !told.contains(name));
            told.extend(step.own_name.clone());
        }
        let title = match &condition {
            Some(condition) => {
                self.words.say_with("labelled", &[("label", applicant.into()), ("text", condition.as_str().into())])?
            }
            None => applicant.to_owned(),
        };
        let picture = PictureView::of(self.words.say_of("flow-picture", title)?, &steps);
        Ok(FlowView { condition, visits, steps, picture })
    }

    fn visit(&self, visit: &Visit, number: usize, of: usize, visitor: Person, read: Extent) -> Worded<StepView> {
        let words = self.words;
        let title = if of == 1 {
            words.say("step-visit-only")?
        } else {
            words.say_with("step-visit", &[("number", number.into())])?
        };
        let facts = [
            words.fact_if("label-within", visit.within.as_ref(), |deadline| words.deadline(*deadline))?,
            words.fact_if("label-pin-entered-by", visit.pin_entered_by.as_ref(), |by| words.term(by))?,
            words.fact_if("label-counter-may-differ", visit.counter_may_differ.as_ref(), |yes| words.yes_no(*yes))?,
            words.fact_list_if("label-or-by", &visit.or_by, |means| words.term(means))?,
            words.fact_if("label-copies-taken", visit.copies_taken.as_ref(), |yes| words.yes_no(*yes))?,
            words.fact_if("label-same-day", visit.same_day.as_ref(), |yes| words.yes_no(*yes))?,
        ];
        let bring = self.bring(visit.bring.as_ref(), visitor, read)?;
        // A list that was not read to its end is shown as far as it was, and says so.
        let cut = visit.bring_read == Some(Extent::Part) && bring.state.is_none();
        let bring = if cut { Bring { state: Some(words.state(State::Unread)?), ..bring } } else { bring };
        Ok(StepView {
            kind: "visit",
            number: Some(number),
            title,
            deadline: self.deadline_of(visit.within.as_ref())?,
            own_name: None,
            section: visit.section.as_ref().map(|section| words.japanese(section.as_str())),
            counters: words.entries(&visit.at, |id| Ok(self.counter_name(id)))?,
            asks: true,
            items_state: bring.state,
            items_note: bring.note,
            items: bring.items,
            receive: visit.receive.iter().map(|id| self.document(id)).collect(),
            facts: facts.into_iter().flatten().collect(),
            not_needed: visit.not_needed.iter().map(|id| self.document(id)).collect(),
            refused_if: words.entries(&visit.refused_if, |id| Ok(words.condition(id)))?,
            restart_if: words.entries(&visit.restart_if, |id| Ok(words.condition(id)))?,
            notes: words.notes(&visit.notes),
        })
    }

    fn deadline_of(&self, within: Option<&Said<Deadline>>) -> Worded<Option<String>> {
        within.and_then(Said::value).map(|deadline| self.words.deadline(*deadline)).transpose()
    }

    /// The city's own name for a paper, where it is another than the one of the title, which is
    /// short and the same everywhere.
    fn own_name(&self, id: &DocumentId) -> Option<String> {
        let own = self.document(id);
        (own != without_glosses(&self.with(Names::Short).document(id))).then_some(own)
    }

    fn bring(
        &self,
        bring: Option<&Said<Vec<Said<madoguchi_schema::model::Item>>>>,
        visitor: Person,
        read: Extent,
    ) -> Worded<Bring> {
        let state = |fact: Fact<()>| self.words.state(fact.state()).map(Some);
        Ok(match bring {
            None => Bring { state: state(Fact::absent(read))?, note: None, items: Vec::new() },
            Some(Said::Unclear(note)) => Bring {
                state: state(Fact::Unclear(note.clone()))?,
                note: Some(self.words.note(note)),
                items: Vec::new(),
            },
            Some(Said::Value(papers)) => Bring { state: None, note: None, items: self.items(papers, visitor)? },
        })
    }

    fn letter(&self, letter: &Letter) -> Worded<StepView> {
        let words = self.words;
        let document = self.with(Names::Short).document(&letter.document);
        let title = match letter.to.as_ref().and_then(Said::value) {
            Some(to) => {
                words.say_with("step-letter-to", &[("to", words.term(to)?.into()), ("document", document.into())])?
            }
            None => words.say_of("step-letter", document)?,
        };
        let unclear_to = letter.to.as_ref().filter(|to| to.unclear().is_some());
        let facts = [
            words.fact_if("label-letter-to", unclear_to, |to| words.term(to))?,
            words.fact_if("label-letter-by", letter.by.as_ref(), |by| words.term(by))?,
            words.fact_if("label-letter-address", letter.address.as_ref(), |address| words.term(address))?,
            words.fact_if("label-letter-mail", letter.mail.as_ref(), |mail| words.term(mail))?,
            words.fact_if("label-cancel-forwarding", letter.cancel_forwarding.as_ref(), |yes| {
                words.say(if *yes { "cancel-forwarding-yes" } else { "cancel-forwarding-no" })
            })?,
            words.fact_if("label-reply-within", letter.reply_within.as_ref(), |deadline| words.deadline(*deadline))?,
        ];
        Ok(StepView {
            kind: "letter",
            title,
            deadline: self.deadline_of(letter.reply_within.as_ref())?,
            own_name: self.own_name(&letter.document),
            section: letter.section.as_ref().map(|section| words.japanese(section.as_str())),
            facts: facts.into_iter().flatten().collect(),
            notes: words.notes(&letter.notes),
            ..StepView::default()
        })
    }

    fn fill_in(&self, fill_in: &FillIn) -> Worded<StepView> {
        let words = self.words;
        let form = self.with(Names::Short).document(&fill_in.form);
        let title = match fill_in.by.as_ref().and_then(Said::value) {
            Some(by) => words.say_with("step-fill-in-by", &[("by", words.term(by)?.into()), ("form", form.into())])?,
            None => words.say_of("step-fill-in", form)?,
        };
        let unclear_by = fill_in.by.as_ref().filter(|by| by.unclear().is_some());
        let facts = [
            words.fact_if("label-filled-in-by", unclear_by, |by| words.term(by))?,
            words.fact_if("label-pin-written", fill_in.pin_written.as_ref(), |yes| words.yes_no(*yes))?,
            words.fact_if("label-pin-concealed", fill_in.pin_concealed.as_ref(), |how| words.term(how))?,
        ];
        let mut notes = Vec::new();
        if let Some(other) = &fill_in.or_by {
            let who = words.term(&other.who)?;
            notes.push(match &other.only_if {
                Some(condition) => words.say_with(
                    "step-or-by-if",
                    &[("who", who.into()), ("condition", words.condition(condition).into())],
                )?,
                None => words.say_of("step-or-by", who)?,
            });
        }
        if !fill_in.contains.is_empty() {
            let contained: Vec<String> = fill_in.contains.iter().map(|id| self.document(id)).collect();
            notes.push(words.say_of("step-contains", words.list(&contained)?)?);
        }
        if !fill_in.counts_as.is_empty() {
            let taken_for: Vec<String> = fill_in.counts_as.iter().map(|id| self.document(id)).collect();
            notes.push(words.say_of("step-counts-as", words.list(&taken_for)?)?);
        }
        notes.extend(words.notes(&fill_in.notes));
        Ok(StepView {
            kind: "fill-in",
            title,
            own_name: self.own_name(&fill_in.form),
            facts: facts.into_iter().flatten().collect(),
            notes,
            ..StepView::default()
        })
    }

    fn wait(&self, wait: &Wait) -> Worded<StepView> {
        let words = self.words;
        let until: Option<&Note> = wait.until.as_ref();
        let (title, facts) = match &wait.time {
            Said::Value(time) => {
                let id = if wait.about { "step-wait-about" } else { "step-wait" };
                (words.say_of(id, words.period(*time)?)?, Vec::new())
            }
            Said::Unclear(_) => {
                let fact = words.fact("label-wait", Some(&wait.time), Extent::Whole, |time| words.period(*time))?;
                (words.say("step-wait-unnamed")?, vec![fact])
            }
        };
        Ok(StepView {
            kind: "wait",
            title,
            facts,
            notes: until.map(|note| words.note(note)).into_iter().collect(),
            ..StepView::default()
        })
    }

    fn remote(&self, remote: &Remote, visitor: Person, read: Extent) -> Worded<StepView> {
        let words = self.words;
        let title = match remote.by.value() {
            Some(means) => words.say_of("step-remote", words.term(means)?)?,
            None => words.say("step-remote-unnamed")?,
        };
        let unclear = Some(&remote.by).filter(|by| by.unclear().is_some());
        let facts = [
            words.fact_if("label-means", unclear, |means| words.term(means))?,
            words.fact_if("label-remote-who", remote.who.as_ref(), |who| words.term(who))?,
        ];
        let bring = match &remote.bring {
            None => Bring { state: None, note: None, items: Vec::new() },
            said => self.bring(said.as_ref(), visitor, read)?,
        };
        Ok(StepView {
            kind: "remote",
            title,
            asks: remote.bring.is_some(),
            items_state: bring.state,
            items_note: bring.note,
            items: bring.items,
            receive: remote.receive.iter().map(|id| self.document(id)).collect(),
            facts: facts.into_iter().flatten().collect(),
            notes: words.notes(&remote.notes),
            ..StepView::default()
        })
    }
}
