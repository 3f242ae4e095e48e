//! Every id that a document uses, with what it refers to and where it stands.

use indexmap::IndexMap;

use crate::fault::Reference;
use crate::model::{
    Absence, Applicant, Asked, Baseline, Changes, Claims, Counter, Elsewhere, Flow, IdentityClass, Item, Municipality,
    Papers, PinStatement, Pins, Procedure, Remote, Said, Source, Step, Visit,
};
use crate::scalar::formula::Paper;
use crate::scalar::{Condition, Formula, SourceId};
use crate::yaml::{Part, Route};

/// A way through a document that costs nothing until somebody wants to see it.
#[derive(Clone, Copy)]
pub enum Path<'p> {
    /// The document.
    Root,
    /// The value of a key.
    Key(&'p Path<'p>, &'p str),
    /// An entry of a list.
    Index(&'p Path<'p>, usize),
}

impl Path<'_> {
    /// The same way as a value of its own.
    #[must_use]
    pub fn route(&self) -> Route {
        let mut parts = Vec::new();
        let mut path = self;
        loop {
            path = match path {
                Path::Root => break,
                Path::Key(before, key) => {
                    parts.push(Part::Key((*key).to_owned()));
                    before
                }
                Path::Index(before, index) => {
                    parts.push(Part::Index(*index));
                    before
                }
            };
        }
        parts.into_iter().rev().collect()
    }

    fn key<'p>(&'p self, key: &'p str) -> Path<'p> {
        Path::Key(self, key)
    }

    fn index(&self, index: usize) -> Path<'_> {
        Path::Index(self, index)
    }
}

/// A document that refers to others.
pub trait Refers {
    /// Hands every id that the document uses to `found`, in the order of the document.
    fn references(&self, found: &mut dyn FnMut(Reference, &str, &Path<'_>));
}

impl Refers for Municipality {
    fn references(&self, found: &mut dyn FnMut(Reference, &str, &Path<'_>)) {
        let mut walk = Walk(found);
        let root = Path::Root;
        walk.versions(&self.sources, &root.key("sources"));
        if let Some(contact) = &self.contact {
            walk.source(contact.source.as_ref(), &root.key("contact"));
        }
        if let Some(pins) = &self.pins {
            walk.pins(pins, &root.key("pins"));
        }
        if let Some(certificates) = &self.certificates {
            walk.source(certificates.source.as_ref(), &root.key("certificates"));
        }
        let counters = root.key("counters");
        for (id, counter) in &self.counters {
            walk.counter(counter, &counters.key(id.as_str()));
        }
        let classes = root.key("identity_documents");
        for (name, class) in &self.identity_documents {
            walk.class(class, &classes.key(name.as_str()));
        }
        let forms = root.key("forms");
        for id in self.forms.keys() {
            walk.id(Reference::Document, id.as_str(), &forms.key(id.as_str()));
        }
        let procedures = root.key("procedures");
        for (id, procedure) in &self.procedures {
            let path = procedures.key(id.as_str());
            walk.id(Reference::Procedure, id.as_str(), &path);
            walk.procedure(procedure, &path);
        }
        let slips = root.key("slips");
        for (i, slip) in self.slips.iter().enumerate() {
            walk.source(slip.source.as_ref(), &slips.index(i));
        }
    }
}

impl Refers for Claims {
    fn references(&self, found: &mut dyn FnMut(Reference, &str, &Path<'_>)) {
        let mut walk = Walk(found);
        let root = Path::Root;
        walk.versions(&self.sources, &root.key("sources"));
        let claims = root.key("claims");
        for (id, claim) in &self.claims {
            let path = claims.key(id.as_str());
            walk.each(Reference::Rule, claim.see.iter().map(|id| id.as_str()), &path.key("see"));
        }
        let procedures = root.key("procedures");
        for (id, procedure) in &self.procedures {
            let path = procedures.key(id.as_str());
            walk.id(Reference::Procedure, id.as_str(), &path);
            walk.procedure(procedure, &path);
        }
    }
}

impl Refers for Baseline {
    fn references(&self, found: &mut dyn FnMut(Reference, &str, &Path<'_>)) {
        let mut walk = Walk(found);
        let root = Path::Root;
        let pins = root.key("pins");
        for (kind, pin) in &self.pins {
            let path = pins.key(kind.name());
            walk.each(Reference::Source, pin.sources.iter().map(|id| id.as_str()), &path.key("sources"));
            for (i, absence) in pin.absent_for.iter().enumerate() {
                let path = path.key("absent_for");
                let path = path.index(i);
                walk.id(Reference::Condition, absence.who.as_str(), &path.key("who"));
                let exceptions = absence.exception.iter().map(|id| id.as_str());
                walk.each(Reference::Condition, exceptions, &path.key("exception"));
            }
        }
        let change = root.key("pin_change");
        walk.each(Reference::Source, self.pin_change.sources.iter().map(|id| id.as_str()), &change.key("sources"));
        walk.each(Reference::Condition, self.pin_change.requires.iter().map(|id| id.as_str()), &change.key("requires"));
        let phone = root.key("smartphone_pins");
        walk.each(Reference::Source, self.smartphone_pins.sources.iter().map(|id| id.as_str()), &phone.key("sources"));
        let kiosk = root.key("kiosk_reset");
        walk.each(Reference::Source, self.kiosk_reset.sources.iter().map(|id| id.as_str()), &kiosk.key("sources"));
        walk.each(Reference::Condition, self.kiosk_reset.requires.iter().map(|id| id.as_str()), &kiosk.key("requires"));
        let kiosk_pins = kiosk.key("pins");
        for (kind, pin) in &self.kiosk_reset.pins {
            let path = kiosk_pins.key(kind.name());
            walk.each(Reference::Source, pin.sources.iter().map(|id| id.as_str()), &path.key("sources"));
        }
        let rules = root.key("rules");
        for (id, rule) in &self.rules {
            let path = rules.key(id.as_str());
            walk.each(Reference::Source, rule.sources.iter().map(|id| id.as_str()), &path.key("sources"));
        }
    }
}

impl Refers for Changes {
    fn references(&self, found: &mut dyn FnMut(Reference, &str, &Path<'_>)) {
        let mut walk = Walk(found);
        let root = Path::Root;
        let changes = root.key("changes");
        for (id, change) in &self.changes {
            let path = changes.key(id.as_str());
            walk.each(Reference::Source, change.sources.iter().map(|id| id.as_str()), &path.key("sources"));
        }
    }
}

struct Walk<'f>(&'f mut dyn FnMut(Reference, &str, &Path<'_>));

impl Walk<'_> {
    fn id(&mut self, to: Reference, id: &str, path: &Path<'_>) {
        (self.0)(to, id, path);
    }

    fn each<'i>(&mut self, to: Reference, ids: impl Iterator<Item = &'i str>, path: &Path<'_>) {
        for (i, id) in ids.enumerate() {
            self.id(to, id, &path.index(i));
        }
    }

    /// A list of ids of which each may be unclear.
    fn each_said<T>(&mut self, to: Reference, ids: &[Said<T>], id: impl Fn(&T) -> &str, path: &Path<'_>) {
        for (i, said) in ids.iter().enumerate() {
            if let Said::Value(value) = said {
                self.id(to, id(value), &path.index(i));
            }
        }
    }

    fn source(&mut self, source: Option<&SourceId>, path: &Path<'_>) {
        if let Some(id) = source {
            self.id(Reference::Source, id.as_str(), &path.key("source"));
        }
    }

    fn versions(&mut self, sources: &IndexMap<SourceId, Source>, path: &Path<'_>) {
        for (id, source) in sources {
            if let Some(later) = &source.replaced_by {
                self.id(Reference::Source, later.as_str(), &path.key(id.as_str()).key("replaced_by"));
            }
        }
    }

    fn formula(&mut self, formula: &Formula, path: &Path<'_>) {
        for paper in formula.0.atoms() {
            match paper {
                Paper::Class(class) => self.id(Reference::Class, class.as_str(), path),
                Paper::Document(document) => self.id(Reference::Document, document.as_str(), path),
            }
        }
    }

    fn condition(&mut self, condition: Option<&Condition>, path: &Path<'_>) {
        for id in condition.into_iter().flat_map(|condition| condition.0.atoms()) {
            self.id(Reference::Condition, id.as_str(), path);
        }
    }

    fn pins(&mut self, pins: &Pins, path: &Path<'_>) {
        self.source(pins.source.as_ref(), path);
        for (key, pin) in [
            ("signature", &pins.signature),
            ("user", &pins.user),
            ("basic_register", &pins.basic_register),
            ("card_entry", &pins.card_entry),
            ("four_digit", &pins.four_digit),
        ] {
            if let Some(pin) = pin {
                self.pin(pin, &path.key(key));
            }
        }
    }

    fn pin(&mut self, pin: &PinStatement, path: &Path<'_>) {
        self.each_said(Reference::Use, &pin.uses, |id| id.as_str(), &path.key("uses"));
        let absences = path.key("absent_for");
        for (i, absence) in pin.absent_for.iter().enumerate() {
            if let Said::Value(Absence { who, exception, .. }) = absence {
                let path = absences.index(i);
                self.id(Reference::Condition, who.as_str(), &path.key("who"));
                self.each(Reference::Condition, exception.iter().map(|id| id.as_str()), &path.key("exception"));
            }
        }
    }

    fn counter(&mut self, counter: &Counter, path: &Path<'_>) {
        self.source(counter.source.as_ref(), path);
        self.each(Reference::Applicant, counter.only_for.iter().map(|id| id.as_str()), &path.key("only_for"));
        let irregular = path.key("irregular");
        for (i, said) in counter.irregular.iter().enumerate() {
            if let Said::Value(rule) = said {
                let path = irregular.index(i);
                self.each(Reference::Procedure, rule.not_for.iter().map(|id| id.as_str()), &path.key("not_for"));
            }
        }
    }

    fn class(&mut self, class: &IdentityClass, path: &Path<'_>) {
        self.source(class.source.as_ref(), path);
        let documents = path.key("documents");
        for (i, listed) in class.documents.iter().enumerate() {
            let entry = documents.index(i);
            // As with an item, the id may stand alone in place of the map.
            self.id(Reference::Document, listed.document.as_str(), &entry.key("document"));
        }
        self.each(Reference::Condition, class.must_show.iter().map(|id| id.as_str()), &path.key("must_show"));
    }

    fn procedure(&mut self, procedure: &Procedure, path: &Path<'_>) {
        self.source(procedure.source.as_ref(), path);
        self.each_said(Reference::Counter, &procedure.at, |id| id.as_str(), &path.key("at"));
        self.each(Reference::Counter, procedure.not_at.iter().map(|id| id.as_str()), &path.key("not_at"));
        if let Some(Said::Value(id)) = &procedure.same_as {
            self.id(Reference::Procedure, id.as_str(), &path.key("same_as"));
        }
        let elsewhere = path.key("elsewhere");
        for (channel, said) in &procedure.elsewhere {
            self.elsewhere(said, &elsewhere.key(channel.name()));
        }
        let applicants = path.key("applicants");
        for (id, applicant) in &procedure.applicants {
            let path = applicants.key(id.as_str());
            self.id(Reference::Applicant, id.as_str(), &path);
            self.applicant(applicant, &path);
        }
        let earlier = path.key("earlier");
        for (i, rule) in procedure.earlier.iter().enumerate() {
            self.procedure(rule, &earlier.index(i));
        }
    }

    fn elsewhere(&mut self, elsewhere: &Elsewhere, path: &Path<'_>) {
        self.source(elsewhere.source.as_ref(), path);
        self.each(Reference::Applicant, elsewhere.only_for.iter().map(|id| id.as_str()), &path.key("only_for"));
        self.each_said(Reference::Condition, &elsewhere.requires, |id| id.as_str(), &path.key("requires"));
        self.each_said(Reference::Condition, &elsewhere.not_if, |id| id.as_str(), &path.key("not_if"));
    }

    fn applicant(&mut self, applicant: &Applicant, path: &Path<'_>) {
        self.source(applicant.source.as_ref(), path);
        if let Some(id) = &applicant.treated_as {
            self.id(Reference::Applicant, id.as_str(), &path.key("treated_as"));
        }
        self.each_said(Reference::Condition, &applicant.represents, |id| id.as_str(), &path.key("represents"));
        self.each_said(Reference::Condition, &applicant.who, |id| id.as_str(), &path.key("who"));
        if let Some(Said::Value(eligibility)) = &applicant.eligibility {
            let path = path.key("eligibility");
            if let Some(formula) = &eligibility.identity {
                self.formula(formula, &path.key("identity"));
            }
            self.condition(eligibility.only_if.as_ref(), &path.key("only_if"));
        }
        if let Some(Said::Value(steps)) = &applicant.steps {
            self.steps(steps, &path.key("steps"));
        }
        let flows = path.key("flows");
        for (i, flow) in applicant.flows.iter().enumerate() {
            self.flow(flow, &flows.index(i));
        }
        self.each(Reference::Document, applicant.not_needed.iter().map(|id| id.as_str()), &path.key("not_needed"));
    }

    fn flow(&mut self, flow: &Flow, path: &Path<'_>) {
        self.condition(flow.only_if.as_ref(), &path.key("only_if"));
        self.each_said(Reference::Counter, &flow.at, |id| id.as_str(), &path.key("at"));
        if let Some(formula) = &flow.with {
            self.formula(formula, &path.key("with"));
        }
        self.steps(&flow.steps, &path.key("steps"));
    }

    fn steps(&mut self, steps: &[Step], path: &Path<'_>) {
        for (i, step) in steps.iter().enumerate() {
            let entry = path.index(i);
            let path = entry.key(step.name());
            match step {
                Step::Visit(visit) => self.visit(visit, &path),
                Step::Letter(letter) => {
                    self.id(Reference::Document, letter.document.as_str(), &path.key("document"));
                }
                Step::FillIn(fill_in) => {
                    self.id(Reference::Document, fill_in.form.as_str(), &path.key("form"));
                    self.each(
                        Reference::Document,
                        fill_in.contains.iter().map(|id| id.as_str()),
                        &path.key("contains"),
                    );
                    self.each(
                        Reference::Document,
                        fill_in.counts_as.iter().map(|id| id.as_str()),
                        &path.key("counts_as"),
                    );
                    if let Some(id) = fill_in.or_by.as_ref().and_then(|or_by| or_by.only_if.as_ref()) {
                        let or_by = path.key("or_by");
                        self.id(Reference::Condition, id.as_str(), &or_by.key("only_if"));
                    }
                }
                Step::Wait(_) => {}
                Step::Remote(remote) => self.remote(remote, &path),
            }
        }
    }

    fn remote(&mut self, remote: &Remote, path: &Path<'_>) {
        if let Some(Said::Value(papers)) = &remote.bring {
            self.papers(papers, &path.key("bring"));
        }
        self.each(Reference::Document, remote.receive.iter().map(|id| id.as_str()), &path.key("receive"));
    }

    fn visit(&mut self, visit: &Visit, path: &Path<'_>) {
        self.each_said(Reference::Counter, &visit.at, |id| id.as_str(), &path.key("at"));
        if let Some(Said::Value(papers)) = &visit.bring {
            self.papers(papers, &path.key("bring"));
        }
        self.each(Reference::Document, visit.receive.iter().map(|id| id.as_str()), &path.key("receive"));
        self.each(Reference::Document, visit.not_needed.iter().map(|id| id.as_str()), &path.key("not_needed"));
        self.each_said(Reference::Condition, &visit.refused_if, |id| id.as_str(), &path.key("refused_if"));
        self.each_said(Reference::Condition, &visit.restart_if, |id| id.as_str(), &path.key("restart_if"));
    }

    fn papers(&mut self, papers: &Papers, path: &Path<'_>) {
        for (i, said) in papers.iter().enumerate() {
            if let Said::Value(item) = said {
                self.item(item, &path.index(i));
            }
        }
    }

    fn item(&mut self, item: &Item, path: &Path<'_>) {
        match &item.asked {
            Asked::Identity(formula) => self.formula(formula, &path.key("identity")),
            // A document may stand alone in place of the whole item; the tree then has no such key
            // and gives the place of the item itself.
            Asked::Papers(formula) => self.formula(formula, &path.key("document")),
            Asked::AnyOf(lists) => {
                let any_of = path.key("any_of");
                for (i, papers) in lists.iter().enumerate() {
                    self.papers(papers, &any_of.index(i));
                }
            }
        }
        self.condition(item.only_if.as_ref(), &path.key("only_if"));
        self.condition(item.unless.as_ref(), &path.key("unless"));
        self.each(Reference::Document, item.excluding.iter().map(|id| id.as_str()), &path.key("excluding"));
        if let Some(id) = &item.inside {
            self.id(Reference::Document, id.as_str(), &path.key("inside"));
        }
        self.each(Reference::Condition, item.must_show.iter().map(|id| id.as_str()), &path.key("must_show"));
    }
}
