//! A difference in words.

use fluent_bundle::FluentValue;
use madoguchi_schema::dataset::Dataset;
use madoguchi_schema::model::{Contact, Extent, Fact, IdentityClass, Note, Said as Stated, Source, State};
use madoguchi_schema::published::Texts;
use madoguchi_schema::scalar::{Day, PageDate, ProcedureId};

use super::{Block, ContactPart, Difference, FactTurn, Place, Turn, VocabularyKind, What};
use crate::facet::{Scale, Standing};
use crate::view::calendar::holiday_name;
use crate::view::message::Messages;
use crate::view::{City, FactView, LineView, Names, Worded, Words, bare};
use crate::{Assets, Lang, SiteError};

/// A difference in one language.
pub(super) struct Said {
    /// What it is about.
    pub(super) label: String,
    /// What happened.
    pub(super) text: String,
    /// What it said, and says, where there is something to show.
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
}

/// The messages of a language: the site's own, and those of the comparison.
pub(super) struct Language {
    pub(super) lang: Lang,
    site: Messages,
    own: Own,
}

/// The texts of the comparison, which belong to the program and not to the site.
const OWN: [(Lang, &str, &str); 2] = [
    (Lang::Ja, "messages/ja/diff.ftl", include_str!("../../messages/diff/ja.ftl")),
    (Lang::En, "messages/en/diff.ftl", include_str!("../../messages/diff/en.ftl")),
];

/// The comparison's own messages in a language. The site's templates have none of them.
pub(super) struct Own(Messages);

impl Own {
    /// A message with its arguments.
    pub(super) fn phrase(&self, id: &str, arguments: &[(&str, FluentValue<'_>)]) -> Worded {
        self.0.say(id, arguments)
    }
}

/// The comparison's own messages in a language.
pub(super) fn own(lang: Lang) -> Result<Own, SiteError> {
    let lang = if lang == Lang::En { Lang::En } else { Lang::Ja };
    let files = OWN.iter().filter(|(of, ..)| *of == lang).map(|(_, path, text)| ((*path).into(), (*text).into()));
    Messages::read(&Assets(files.collect()), lang).map(Own)
}

impl Language {
    pub(super) fn new(assets: &Assets, lang: Lang) -> Result<Self, SiteError> {
        Ok(Self { lang, site: Messages::read(assets, lang)?, own: own(lang)? })
    }
}

/// Both sides in one language.
pub(super) struct Speaker<'a> {
    language: &'a Language,
    base: Words<'a>,
    head: Words<'a>,
}

impl<'a> Speaker<'a> {
    pub(super) fn new(language: &'a Language, base: &'a Dataset, head: &'a Dataset) -> Self {
        let words = |dataset: &'a Dataset| Words {
            lang: language.lang,
            messages: &language.site,
            vocabulary: &dataset.vocabulary,
        };
        Self { language, base: words(base), head: words(head) }
    }

    fn own(&self, id: &str, arguments: &[(&str, &str)]) -> Worded {
        let arguments: Vec<_> = arguments.iter().map(|(name, value)| (*name, (*value).into())).collect();
        self.language.own.phrase(id, &arguments)
    }

    /// A prefecture's name.
    pub(super) fn prefecture(&self, prefecture: madoguchi_schema::scalar::Prefecture) -> String {
        self.head.prefecture(prefecture)
    }

    /// A difference, without the marks of other languages.
    pub(super) fn say(&self, difference: &Difference<'_>) -> Worded<Said> {
        let said = self.what(difference)?;
        let text = |text: String| bare(&text);
        Ok(Said {
            label: text(said.label),
            text: text(said.text),
            before: said.before.map(text),
            after: said.after.map(text),
        })
    }

    fn what(&self, difference: &Difference<'_>) -> Worded<Said> {
        let place = &difference.place;
        match &difference.what {
            What::Municipality(turn) => {
                let list = |words: Words<'_>, file: &madoguchi_schema::dataset::MunicipalityFile| {
                    let ids = file.municipality.procedures.keys();
                    match ids.map(|id| words.procedure(id)).collect::<Vec<_>>() {
                        none if none.is_empty() => self.own("diff-nothing", &[]),
                        names => words.list(&names),
                    }
                };
                let text = match turn {
                    Turn::Gone(file) => {
                        self.own("diff-municipality-gone", &[("procedures", &list(self.base, file)?)])?
                    }
                    Turn::New(file) | Turn::Changed { after: file, .. } => {
                        self.own("diff-municipality-new", &[("procedures", &list(self.head, file)?)])?
                    }
                };
                Ok(Said { label: self.own("diff-municipality", &[])?, text, before: None, after: None })
            }
            What::Name(turn) => self.turned(self.own("diff-name", &[])?, turn, |words, name| {
                Ok(words.japanese(&format!("{} {} {}", name.ja, name.kana, name.en)))
            }),
            What::Source(turn) => self.source(turn),
            What::Procedure(id, from, turn) => self.procedure(id, *from, turn.name()),
            What::Fact(fact) => self.fact(place, fact),
            What::Contact(part, before, after) => self.contact(place, *part, *before, *after),
            What::Class(_, turn) => self.class(place, turn),
            What::Note(block, turn) => {
                let label = self.block(place, *block)?;
                let note = self.own("diff-note", &[])?;
                let label = self.own("diff-part", &[("block", &label), ("part", &note)])?;
                self.turned(label, turn, |words, note| Ok(words.note(note)))
            }
            What::Rest(block) => {
                let label = self.block(place, *block)?;
                Ok(Said { label, text: self.own("diff-other", &[])?, before: None, after: None })
            }
            What::Rule(_, turn) => self.titled("diff-rule", turn, |rule| (&rule.title, &rule.says)),
            What::Law(_, turn) => self.titled("diff-law", turn, |change| (&change.title, &change.says)),
            What::Claim(_, turn) => self.turned(self.own("diff-claim", &[])?, turn, |words, claim| {
                self.own("diff-remark", &[("text", &words.note(&claim.says)), ("remark", &words.term(&claim.verdict)?)])
            }),
            What::Holiday(day, turn) => {
                let holiday = self.own("diff-holiday", &[])?;
                let label = self.own("diff-part", &[("block", &holiday), ("part", &self.head.date(*day)?.text)])?;
                self.turned(label, turn, |words, holiday| words.say(holiday_name(*holiday)))
            }
            What::Listed(turn) => self.turned(self.own("diff-listed", &[])?, turn, |words, listed| {
                Ok(words.japanese(&format!("{} {} {}", listed.code, listed.name, listed.kana)))
            }),
            What::Entry(_, _, turn) => self.turned(self.own("diff-vocabulary", &[])?, turn, |words, texts: &Texts| {
                Ok(if words.lang == Lang::En { texts.en.clone() } else { texts.ja.clone() })
            }),
        }
    }

    /// What came, went, or reads otherwise.
    fn turned<T>(&self, label: String, turn: &Turn<T>, text: impl Fn(Words<'_>, &T) -> Worded) -> Worded<Said> {
        let before = turn.before().map(|before| text(self.base, before)).transpose()?;
        let after = turn.after().map(|after| text(self.head, after)).transpose()?;
        let text = match (&before, &after) {
            (Some(before), Some(after)) => self.arrow(before, after)?,
            (Some(text), None) => self.own("diff-removed", &[("text", text)])?,
            (None, Some(text)) => self.own("diff-added", &[("text", text)])?,
            (None, None) => self.own("diff-other", &[])?,
        };
        Ok(Said { label, text, before, after })
    }

    fn arrow(&self, before: &str, after: &str) -> Worded {
        match before == after {
            true => self.own("diff-only-details", &[("text", after)]),
            false => self.own("diff-turn", &[("before", before), ("after", after)]),
        }
    }

    /// Something that has a title and says something: where only the title is the same, what it says.
    fn titled<T>(&self, label: &str, turn: &Turn<&T>, of: impl Fn(&T) -> (&Note, &Note)) -> Worded<Said> {
        let label = self.own(label, &[])?;
        self.turned(label, turn, |words, found| {
            let (title, says) = of(found);
            self.own("diff-colon", &[("label", &words.note(title)), ("text", &words.note(says))])
        })
    }

    fn source(&self, turn: &Turn<(&madoguchi_schema::scalar::SourceId, &Source)>) -> Worded<Said> {
        let title = |words: Words<'_>, source: &Source| words.japanese(source.title.as_str());
        let label = self.own("diff-source", &[])?;
        let Turn::Changed { before: (_, before), after: (_, after) } = turn else {
            return self.turned(label, turn, |words, (_, source)| {
                let address = source.url.to_string();
                self.own("diff-remark", &[("text", &title(words, source)), ("remark", &address)])
            });
        };
        let mut parts: Vec<String> = Vec::new();
        let mut part = |id: &str, differs: bool, was: String, is: String| -> Worded<()> {
            if differs {
                let text = self.arrow(&was, &is)?;
                parts.push(self.own("diff-colon", &[("label", &self.own(id, &[])?), ("text", &text)])?);
            }
            Ok(())
        };
        let page_date = |words: Words<'_>, source: &Source| match source.page_date {
            PageDate::On(day) => words.date(day).map(|date| date.text),
            PageDate::Unknown => self.own("diff-no-date", &[]),
        };
        let (was, is) = (self.base, self.head);
        part("diff-part-address", before.url != after.url, before.url.to_string(), after.url.to_string())?;
        part("diff-part-title", before.title != after.title, title(was, before), title(is, after))?;
        let dates = (page_date(was, before)?, page_date(is, after)?);
        part("diff-part-page-date", before.page_date != after.page_date, dates.0, dates.1)?;
        let days = (was.date(before.read_on)?.text, is.date(after.read_on)?.text);
        part("diff-part-read-on", before.read_on != after.read_on, days.0, days.1)?;
        part("diff-part-read", before.read != after.read, was.term(&before.read)?, is.term(&after.read)?)?;
        if before.note != after.note {
            let note = |words: Words<'_>, source: &Source| match &source.note {
                Some(note) => Ok(words.note(note)),
                None => self.own("diff-nothing", &[]),
            };
            part("diff-note", true, note(was, before)?, note(is, after)?)?;
        }
        if before.replaced_by != after.replaced_by {
            let id = if after.replaced_by.is_some() { "diff-source-replaced" } else { "diff-details" };
            parts.push(self.own(id, &[])?);
        }
        let label = self.own("diff-part", &[("block", &label), ("part", &title(is, after))])?;
        Ok(Said { label, text: is.list(&parts)?, before: None, after: None })
    }

    fn procedure(&self, id: &ProcedureId, from: Option<Day>, turn: &str) -> Worded<Said> {
        let name = if turn == "gone" { self.base.procedure(id) } else { self.head.procedure(id) };
        let text = self.own(if turn == "gone" { "diff-removed" } else { "diff-added" }, &[("text", &name)])?;
        Ok(Said { label: self.own("diff-procedure", &[])?, text: self.dated(text, from)?, before: None, after: None })
    }

    fn dated(&self, text: String, from: Option<Day>) -> Worded {
        let Some(day) = from else { return Ok(text) };
        let remark = self.own("diff-from", &[("day", &self.head.date(day)?.text)])?;
        self.own("diff-remark", &[("text", &text), ("remark", &remark)])
    }

    fn fact(&self, place: &Place<'_>, fact: &FactTurn<'_>) -> Worded<Said> {
        let Place::Municipality(_, Some(base), Some(head)) = place else { return self.nothing() };
        let city = |words, municipality| City { words, municipality, names: Names::Shared };
        let was = city(self.base, &base.municipality).found(fact.facet, &fact.before)?;
        let is = city(self.head, &head.municipality).found(fact.facet, &fact.after)?;
        let group = self.head.group(fact.facet.group)?;
        let label = self.own("diff-part", &[("block", &group), ("part", &is.label)])?;
        let names: Vec<String> = fact.procedures.iter().map(|id| self.head.procedure(id)).collect();
        let label = self.own("diff-of-procedures", &[("label", &label), ("procedures", &self.head.list(&names)?)])?;
        let said = self.facts(label, &was, &is, (fact.before.fact.state(), fact.after.fact.state()))?;
        let text = match standing(fact.standing, fact.scale) {
            Some(id) => self.own("diff-remark", &[("text", &said.text), ("remark", &self.own(id, &[])?)])?,
            None => said.text,
        };
        Ok(Said { text: self.dated(text, fact.from)?, ..said })
    }

    /// Two facts, each with its state; where both have the same, it is said once.
    fn facts(&self, label: String, was: &FactView, is: &FactView, states: (State, State)) -> Worded<Said> {
        let (before, after) = (self.value(self.base, was)?, self.value(self.head, is)?);
        let text = if states.0 == states.1 {
            // What both sides say alike is not said again.
            let (one, other) = (without(was, is), without(is, was));
            let text = match (self.value(self.base, &one)?, self.value(self.head, &other)?) {
                (Some(before), Some(after)) => self.arrow(&before, &after)?,
                (Some(text), None) => self.own("diff-removed", &[("text", &text)])?,
                (None, Some(text)) => self.own("diff-added", &[("text", &text)])?,
                (None, None) => self.own("diff-details", &[])?,
            };
            format!("{text} [{}]", chip(is))
        } else {
            let side = |view: &FactView, text: &Option<String>| match text {
                Some(text) => format!("[{}] {text}", chip(view)),
                None => format!("[{}]", chip(view)),
            };
            self.own("diff-turn", &[("before", &side(was, &before)), ("after", &side(is, &after))])?
        };
        let is_first = states.0 == State::Unread;
        let text = match is_first {
            true => {
                let remark = self.own("diff-first-read", &[])?;
                self.own("diff-remark", &[("text", &text), ("remark", &remark)])?
            }
            false => text,
        };
        Ok(Said { label, text, before, after })
    }

    /// What a fact states, in one line, and why it is unclear.
    fn value(&self, words: Words<'_>, view: &FactView) -> Worded<Option<String>> {
        let lines = view.lines.iter().map(|line| self.line(line)).collect::<Worded<Vec<_>>>()?;
        let mut text = lines.join(" / ");
        if let Some(note) = &view.note {
            let unclear = words.say_of("unclear-because", note.as_str())?;
            text = if text.is_empty() { unclear } else { format!("{text} {unclear}") };
        }
        if view.varies {
            let varies = words.say("compare-varies")?;
            text = self.own("diff-remark", &[("text", &text), ("remark", &varies)])?;
        }
        Ok((!text.is_empty()).then_some(text))
    }

    fn line(&self, line: &LineView) -> Worded {
        let remarks: Vec<&str> = line.own.iter().chain(&line.remarks).map(String::as_str).collect();
        match remarks.is_empty() {
            true => Ok(line.text.clone()),
            false => self.own("diff-remark", &[("text", &line.text), ("remark", &remarks.join("; "))]),
        }
    }

    fn contact(
        &self,
        place: &Place<'_>,
        part: ContactPart,
        before: Option<&Contact>,
        after: Option<&Contact>,
    ) -> Worded<Said> {
        let Place::Municipality(_, Some(base), Some(head)) = place else { return self.nothing() };
        let read = |file: &madoguchi_schema::dataset::MunicipalityFile, contact: Option<&Contact>| {
            let source = contact.and_then(|contact| contact.source.as_ref());
            file.municipality.source_of(source).map_or(Extent::Part, |(_, source)| source.read)
        };
        let was = contact_fact(self.base, part, before, read(base, before))?;
        let is = contact_fact(self.head, part, after, read(head, after))?;
        let contact = self.own("diff-contact", &[])?;
        let label = self.own("diff-part", &[("block", &contact), ("part", &is.1.label)])?;
        self.facts(label, &was.1, &is.1, (was.0, is.0))
    }

    /// A list of papers: which came and which went.
    fn class(&self, place: &Place<'_>, turn: &Turn<&IdentityClass>) -> Worded<Said> {
        let Place::Municipality(_, Some(base), Some(head)) = place else { return self.nothing() };
        let city = |words, municipality| City { words, municipality, names: Names::Shared };
        let (was, is) = (city(self.base, &base.municipality), city(self.head, &head.municipality));
        let block = self.own("diff-class", &[])?;
        let Turn::Changed { before, after } = turn else {
            return self.turned(block, turn, |words, class| Ok(words.label(&class.name)));
        };
        let label = self.own("diff-part", &[("block", &block), ("part", &self.head.label(&after.name))])?;
        let listed = |city: &City<'_>, class: &IdentityClass| -> Worded<Vec<String>> {
            let views = class.documents.iter().map(|listed| city.listed(listed));
            views
                .map(|view| {
                    let view = view?;
                    self.line(&LineView { text: view.name, own: None, remarks: view.remarks })
                })
                .collect()
        };
        let (one, other) = (listed(&was, before)?, listed(&is, after)?);
        let gone: Vec<String> = one.iter().filter(|name| !other.contains(name)).cloned().collect();
        let new: Vec<String> = other.iter().filter(|name| !one.contains(name)).cloned().collect();
        let mut parts = Vec::new();
        if !new.is_empty() {
            parts.push(self.own("diff-added", &[("text", &self.head.list(&new)?)])?);
        }
        if !gone.is_empty() {
            parts.push(self.own("diff-removed", &[("text", &self.base.list(&gone)?)])?);
        }
        if before.kind != after.kind {
            parts.push(self.arrow(&self.base.term(&before.kind)?, &self.head.term(&after.kind)?)?);
        }
        if parts.is_empty() {
            parts.push(self.own("diff-other", &[])?);
        }
        Ok(Said { label, text: parts.join(" / "), before: None, after: None })
    }

    /// What a block is called.
    fn block(&self, place: &Place<'_>, block: Block<'_>) -> Worded {
        let file = match place {
            Place::National => None,
            Place::Municipality(_, base, head) => head.or(*base),
        };
        let inner = |id: &str, name: Option<String>| match name {
            Some(name) => self.own("diff-part", &[("block", &self.own(id, &[])?), ("part", &name)]),
            None => self.own(id, &[]),
        };
        let words = self.head;
        let municipality = file.map(|file| &file.municipality);
        match block {
            Block::Source(_) => self.own("diff-source", &[]),
            Block::Contact => self.own("diff-contact", &[]),
            Block::Terms => self.own("diff-terms", &[]),
            Block::Pins => self.own("diff-pins", &[]),
            Block::Certificates => self.own("diff-certificates", &[]),
            Block::Counter(id) => {
                let counter = both(place, |municipality| municipality.counters.get(id));
                inner("diff-counter", counter.map(|counter| words.label(&counter.name)))
            }
            Block::Class(name) => {
                let class = both(place, |municipality| municipality.identity_documents.get(name));
                inner("diff-class", class.map(|class| words.label(&class.name)))
            }
            Block::Form(id) => inner("diff-form", municipality.map(|_| words.document(id))),
            Block::Procedure(id) => inner("diff-procedure", Some(words.procedure(id))),
            Block::Slips => self.own("diff-slips", &[]),
            Block::NationalPins => self.own("diff-national-pins", &[]),
            Block::KioskReset => self.own("diff-kiosk-reset", &[]),
            Block::PinChange => self.own("diff-pin-change", &[]),
            Block::SmartphonePins => self.own("diff-smartphone-pins", &[]),
            Block::NationalSources => self.own("diff-national-sources", &[]),
            Block::ChangeSources => self.own("diff-change-sources", &[]),
            Block::Claims => self.own("diff-claims", &[]),
            Block::Holidays => self.own("diff-holidays", &[]),
        }
    }

    fn nothing(&self) -> Worded<Said> {
        let other = self.own("diff-other", &[])?;
        Ok(Said { label: self.own("diff-municipality", &[])?, text: other, before: None, after: None })
    }
}

/// What stands in the new file, else in the old.
fn both<'d, T>(
    place: &Place<'d>,
    of: impl Fn(&'d madoguchi_schema::model::Municipality) -> Option<&'d T>,
) -> Option<&'d T> {
    let Place::Municipality(_, base, head) = place else { return None };
    head.and_then(|file| of(&file.municipality)).or_else(|| base.and_then(|file| of(&file.municipality)))
}

/// A fact without the lines that another has, too, where that leaves anything to be said.
fn without(view: &FactView, other: &FactView) -> FactView {
    let lines = view.lines.iter().filter(|line| !other.lines.contains(line)).cloned().collect();
    match view.lines == other.lines {
        true => view.clone(),
        false => FactView { lines, ..view.clone() },
    }
}

fn chip(view: &FactView) -> String {
    format!("{} {}", view.state.glyph, view.state.word)
}

fn contact_fact(
    words: Words<'_>,
    part: ContactPart,
    contact: Option<&Contact>,
    read: Extent,
) -> Worded<(State, FactView)> {
    fn state<T>(said: Option<&Stated<T>>, read: Extent) -> State {
        Fact::of(said, read).state()
    }
    macro_rules! part {
        ($label:literal, $field:ident, $text:expr) => {{
            let said = contact.and_then(|contact| contact.$field.as_ref());
            (state(said, read), words.fact($label, said, read, $text)?)
        }};
    }
    let text = |text: &dyn ToString| Ok(words.japanese(&text.to_string()));
    Ok(match part {
        ContactPart::Unit => part!("label-unit", unit, |unit| Ok(words.label(unit))),
        ContactPart::Telephone => part!("label-telephone", telephone, |t| text(t)),
        ContactPart::Fax => part!("label-fax", fax, |t| text(t)),
        ContactPart::PostalCode => part!("label-postal-code", postal_code, |t| text(t)),
        ContactPart::Address => part!("label-address", address, |t| text(t)),
        ContactPart::Hours => part!("label-call-hours", hours, |hours| words.hours_line(&words.hours(hours)?)),
        ContactPart::MailForm => part!("label-mail-form", mail_form, |yes| words.yes_no(*yes)),
    })
}

/// The message of a standing; none where nothing can be said.
fn standing(standing: Standing, scale: Scale) -> Option<&'static str> {
    Some(match (standing, scale) {
        (Standing::Stricter, Scale::Burden) => "diff-stricter",
        (Standing::Looser, Scale::Burden) => "diff-looser",
        (Standing::Stricter, Scale::Offer) => "diff-fewer",
        (Standing::Looser, Scale::Offer) => "diff-more-offered",
        (Standing::Same, _) => "diff-same",
        (Standing::Different, _) => "diff-different",
        (Standing::Unknown, _) => return None,
    })
}

impl VocabularyKind {
    /// Its name, in reports for programs.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Procedures => "procedures",
            Self::Applicants => "applicants",
            Self::Conditions => "conditions",
            Self::Uses => "uses",
        }
    }
}
