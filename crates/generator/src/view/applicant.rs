use madoguchi_schema::model::{Applicant, Extent, Flow, Person, Said, State};
use madoguchi_schema::scalar::ApplicantId;
use serde::Serialize;

use super::city::City;
use super::flow::FlowView;
use super::frame::LinkView;
use super::item::Numbers;
use super::state::{FactView, OriginView, StateView};
use super::words::{Glosses, Worded};
use crate::facet::Subject;

/// Everything that the page says of one kind of applicant.
#[derive(Debug, Serialize)]
pub(crate) struct ApplicantView {
    pub(crate) id: String,
    /// What the reader says of himself.
    pub(crate) who: String,
    pub(crate) name: String,
    /// The page says that this applicant is not accepted.
    pub(crate) refused: bool,
    pub(crate) facts: Vec<FactView>,
    pub(crate) treated_as: Option<String>,
    pub(crate) flows: Vec<FlowView>,
    /// The applicant before, who does the same: only what differs is said again.
    pub(crate) same_as: Option<LinkView>,
    /// The steps were not read to their end.
    pub(crate) cut: Option<StateView>,
    /// The steps as one fact, where there are none to show.
    pub(crate) no_steps: Option<FactView>,
    pub(crate) not_needed: Vec<String>,
    pub(crate) notes: Vec<String>,
    pub(crate) origin: OriginView,
    /// Where the block stands in the repository.
    pub(crate) line: Option<String>,
}

impl City<'_> {
    pub(crate) fn applicants(&self, subject: &Subject<'_>) -> Worded<Vec<ApplicantView>> {
        let applicants = subject.applicants().iter();
        let mut views: Vec<ApplicantView> =
            applicants.map(|(id, applicant)| self.applicant(subject, id, applicant)).collect::<Worded<_>>()?;
        for at in 1..views.len() {
            let (before, rest) = views.split_at_mut(at);
            let Some(view) = rest.first_mut().filter(|view| !view.flows.is_empty()) else { continue };
            if let Some(other) = before.iter().find(|other| view.does_the_same_as(other)) {
                view.same_as = Some(LinkView::to(format!("#applicant-{}", other.id), other.who.as_str()));
                view.flows.clear();
                view.facts.retain(|fact| !other.facts.contains(fact));
            }
        }
        let mut glosses = Glosses::default();
        views.iter_mut().for_each(|view| view.explain_once(&mut glosses));
        Ok(views)
    }

    fn applicant<'d>(
        &self,
        subject: &Subject<'d>,
        id: &ApplicantId,
        applicant: &'d Applicant,
    ) -> Worded<ApplicantView> {
        let words = self.words;
        let entry = words.vocabulary.applicants.get(id);
        let visitor = entry.map_or(Person::Principal, |entry| entry.person);
        let origin = subject.applicant_origin(applicant);
        let read = origin.source.read;
        let refused = matches!(applicant.accepted, Some(Said::Value(false)));
        let name = words.applicant(id);
        let flows = self.flows(&name, applicant, visitor, read)?;
        let no_steps = (flows.is_empty() && !refused && applicant.treated_as.is_none())
            .then(|| words.fact("label-steps", applicant.steps.as_ref(), read, |_| Ok(String::new())))
            .transpose()?;
        Ok(ApplicantView {
            id: id.to_string(),
            who: words.who(id)?,
            name,
            refused,
            facts: self.applicant_facts(applicant)?,
            treated_as: applicant.treated_as.as_ref().map(|id| words.applicant(id)),
            flows,
            same_as: None,
            cut: (applicant.steps_read == Some(Extent::Part)).then(|| words.state(State::Unread)).transpose()?,
            no_steps,
            not_needed: applicant.not_needed.iter().map(|id| self.document(id)).collect(),
            notes: words.notes(&applicant.notes),
            origin: words.origin(origin)?,
            line: None,
        })
    }

    pub(crate) fn flows(
        &self,
        name: &str,
        applicant: &Applicant,
        visitor: Person,
        read: Extent,
    ) -> Worded<Vec<FlowView>> {
        match &applicant.steps {
            Some(Said::Value(steps)) => Ok(vec![self.flow(name, None, steps, visitor, read)?]),
            Some(Said::Unclear(_)) => Ok(Vec::new()),
            None => {
                let flows = applicant.flows.iter();
                flows
                    .map(|flow| self.flow(name, Some(self.flow_condition(flow)?), &flow.steps, visitor, read))
                    .collect()
            }
        }
    }

    pub(crate) fn flow_condition(&self, flow: &Flow) -> Worded {
        let words = self.words;
        let mut parts = Vec::new();
        if let Some(condition) = &flow.only_if {
            parts.push(words.say_of("flow-only-if", words.conditions(condition)?)?);
        }
        if !flow.at.is_empty() {
            let counters: Vec<String> =
                flow.at.iter().filter_map(Said::value).map(|id| self.counter_name(id)).collect();
            parts.push(words.say_of("flow-at", words.list(&counters)?)?);
        }
        if let Some(formula) = &flow.with {
            parts.push(words.say_of("flow-with", self.formula(formula, Numbers::Stated)?)?);
        }
        if flow.otherwise || parts.is_empty() {
            parts.push(words.say("flow-otherwise")?);
        }
        words.list(&parts)
    }

    fn applicant_facts(&self, applicant: &Applicant) -> Worded<Vec<FactView>> {
        let words = self.words;
        let mut facts = Vec::new();
        let condition = |id: &_| Ok(words.condition(id));
        if !applicant.represents.is_empty() {
            facts.push(words.fact_list("label-represents", &applicant.represents, Extent::Whole, condition)?);
        }
        if !applicant.who.is_empty() {
            facts.push(words.fact_list("label-who", &applicant.who, Extent::Whole, condition)?);
        }
        let unclear_accepted = applicant.accepted.as_ref().filter(|accepted| accepted.unclear().is_some());
        let eligibility = words.fact_if("label-eligibility", applicant.eligibility.as_ref(), |eligibility| {
            let mut parts = Vec::new();
            if let Some(formula) = &eligibility.identity {
                parts.push(words.say_of("eligibility-identity", self.formula(formula, Numbers::Stated)?)?);
            }
            if let Some(condition) = &eligibility.only_if {
                parts.push(words.say_of("flow-only-if", words.conditions(condition)?)?);
            }
            words.list(&parts)
        })?;
        let optional = [
            words.fact_if("label-accepted", unclear_accepted, |yes| words.yes_no(*yes))?,
            words.fact_if("label-attends", applicant.principal_attends.as_ref(), |attends| words.term(attends))?,
            eligibility,
            words.fact_if("label-visits-stated", applicant.visits_stated.as_ref(), |visits| {
                words.say_with("visits", &[("number", (*visits).into())])
            })?,
        ];
        facts.extend(optional.into_iter().flatten());
        Ok(facts)
    }
}

impl ApplicantView {
    /// Whether the steps are the same to the letter, and every other fact is of the same kind.
    fn does_the_same_as(&self, other: &Self) -> bool {
        self.flows.len() == other.flows.len()
            && self.flows.iter().zip(&other.flows).all(|(a, b)| a.condition == b.condition && a.steps == b.steps)
            && other.facts.iter().all(|fact| self.facts.iter().any(|own| own.label == fact.label))
    }

    fn explain_once(&mut self, glosses: &mut Glosses) {
        self.facts.iter_mut().for_each(|fact| fact.explain_once(glosses));
        self.flows.iter_mut().flat_map(|flow| &mut flow.steps).for_each(|step| step.explain_once(glosses));
        self.not_needed.iter_mut().chain(&mut self.notes).for_each(|text| glosses.once(text));
    }
}
