use indexmap::IndexMap;
use madoguchi_schema::model::{NationalPin, NationalRule, NationalSource, Topic};
use madoguchi_schema::scalar::{Day, RuleId, SourceId};
use serde::Serialize;

use super::Context;
use crate::view::frame::{Frame, Place};
use crate::view::hours::HoursView;
use crate::view::term::Term;
use crate::view::words::{DateView, Worded, Words};

pub(crate) const PATH: &str = "national.html";

/// What holds everywhere, and what changed when.
#[derive(Debug, Serialize)]
pub(crate) struct National {
    frame: Frame,
    pins: Vec<PinView>,
    kiosk: KioskView,
    topics: Vec<TopicView>,
    changes: Vec<ChangeView>,
    marks: Vec<MarkView>,
}

/// How sure a source is.
#[derive(Debug, Serialize)]
pub(crate) struct MarkView {
    name: &'static str,
    text: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct SourceView {
    publisher: String,
    title: Option<String>,
    href: Option<String>,
    page_date: Option<DateView>,
    mark: MarkView,
}

#[derive(Debug, Serialize)]
struct PinView {
    name: String,
    length: String,
    characters: String,
    each_required: bool,
    lock: String,
    always_set: String,
    sources: Vec<SourceView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct KioskView {
    software: String,
    pub(crate) pins: Vec<KioskPinView>,
    hours: HoursView,
    requires: Vec<String>,
    fee: String,
    sources: Vec<SourceView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct KioskPinView {
    pub(crate) name: String,
    valid_from: DateView,
    about: bool,
    note: Option<String>,
    sources: Vec<SourceView>,
}

#[derive(Debug, Serialize)]
struct TopicView {
    name: String,
    rules: Vec<RuleView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct RuleView {
    id: String,
    title: String,
    says: String,
    valid_from: Option<DateView>,
    valid_until: Option<DateView>,
    /// It does not hold on the day of the site: not yet, or no longer.
    not_now: Option<String>,
    note: Option<String>,
    sources: Vec<SourceView>,
}

#[derive(Debug, Serialize)]
struct ChangeView {
    id: String,
    date: DateView,
    about: bool,
    /// It lies after the day of the site.
    to_come: bool,
    title: String,
    says: String,
    touches: Vec<String>,
    sources: Vec<SourceView>,
}

impl National {
    pub(crate) fn new(context: &Context<'_>) -> Worded<Self> {
        let words = context.words;
        let place = Place {
            path: PATH,
            title: words.say("national-title")?,
            description: words.say("national-description")?,
            crumbs: Vec::new(),
        };
        use madoguchi_schema::model::Confidence::{Copy, GeneralKnowledge, Official};
        Ok(Self {
            frame: context.frame(place)?,
            pins: pins(context)?,
            kiosk: kiosk(context)?,
            topics: topics(context)?,
            changes: changes(context)?,
            marks: [Official, Copy, GeneralKnowledge]
                .into_iter()
                .map(|mark| words.mark(mark))
                .collect::<Worded<_>>()?,
        })
    }
}

fn pins(context: &Context<'_>) -> Worded<Vec<PinView>> {
    let words = context.words;
    let baseline = &context.dataset.baseline;
    let pins = baseline.pins.iter();
    pins.map(|(kind, pin): (_, &NationalPin)| {
        Ok(PinView {
            name: words.term(kind)?,
            length: words.pin_length(pin.length)?,
            characters: words.all(&pin.characters.iter().map(|set| words.term(set)).collect::<Worded<Vec<_>>>()?)?,
            each_required: pin.each_required,
            lock: words.say_with("lock-after", &[("number", pin.lock_after.into())])?,
            always_set: words.say(if pin.always_set { "always-set-yes" } else { "always-set-no" })?,
            sources: words.national_sources(&baseline.sources, &pin.sources)?,
        })
    })
    .collect()
}

pub(crate) fn kiosk(context: &Context<'_>) -> Worded<KioskView> {
    let words = context.words;
    let baseline = &context.dataset.baseline;
    let kiosk = &baseline.kiosk_reset;
    let pins = kiosk.pins.iter().map(|(kind, pin)| {
        Ok(KioskPinView {
            name: words.term(kind)?,
            valid_from: words.date(pin.valid_from)?,
            about: pin.about,
            note: pin.note.as_ref().map(|note| words.note(note)),
            sources: words.national_sources(&baseline.sources, &pin.sources)?,
        })
    });
    Ok(KioskView {
        software: context.words.japanese(&kiosk.software.to_string()),
        pins: pins.collect::<Worded<_>>()?,
        hours: words.hours(&kiosk.hours)?,
        requires: kiosk.requires.iter().map(|id| words.condition(id)).collect(),
        fee: words.yen(kiosk.fee_yen)?,
        sources: words.national_sources(&baseline.sources, &kiosk.sources)?,
    })
}

/// The rules by topic, topics and rules in the order of the file.
fn topics(context: &Context<'_>) -> Worded<Vec<TopicView>> {
    let words = context.words;
    let baseline = &context.dataset.baseline;
    let mut topics: Vec<(Topic, TopicView)> = Vec::new();
    for (id, rule) in &baseline.rules {
        if !topics.iter().any(|(topic, _)| *topic == rule.topic) {
            topics.push((rule.topic, TopicView { name: words.term(&rule.topic)?, rules: Vec::new() }));
        }
        let view = rule_view(context, id, rule)?;
        if let Some((_, known)) = topics.iter_mut().find(|(topic, _)| *topic == rule.topic) {
            known.rules.push(view);
        }
    }
    Ok(topics.into_iter().map(|(_, view)| view).collect())
}

pub(crate) fn rule_view(context: &Context<'_>, id: &RuleId, rule: &NationalRule) -> Worded<RuleView> {
    let words = context.words;
    Ok(RuleView {
        id: id.to_string(),
        title: words.note(&rule.title),
        says: words.note(&rule.says),
        valid_from: rule.valid_from.map(|day| words.date(day)).transpose()?,
        valid_until: rule.valid_until.map(|day| words.date(day)).transpose()?,
        not_now: not_now(rule, context.day()).map(|id| words.say(id)).transpose()?,
        note: rule.note.as_ref().map(|note| words.note(note)),
        sources: words.national_sources(&context.dataset.baseline.sources, &rule.sources)?,
    })
}

fn not_now(rule: &NationalRule, day: Day) -> Option<&'static str> {
    if rule.valid_from.is_some_and(|from| day < from) {
        Some("rule-to-come")
    } else if rule.valid_until.is_some_and(|until| until < day) {
        Some("rule-past")
    } else {
        None
    }
}

/// The changes, the latest first.
fn changes(context: &Context<'_>) -> Worded<Vec<ChangeView>> {
    let words = context.words;
    let changes = &context.dataset.changes;
    let mut sorted: Vec<_> = changes.changes.iter().collect();
    sorted.sort_by_key(|(_, change)| std::cmp::Reverse(change.date));
    let views = sorted.into_iter().map(|(id, change)| {
        Ok(ChangeView {
            id: id.to_string(),
            date: words.date(change.date)?,
            about: change.about,
            to_come: change.date > context.day(),
            title: words.note(&change.title),
            says: words.note(&change.says),
            touches: change.touches.iter().map(|topic| words.term(topic)).collect::<Worded<_>>()?,
            sources: words.national_sources(&changes.sources, &change.sources)?,
        })
    });
    views.collect()
}

impl Words<'_> {
    fn mark(&self, confidence: madoguchi_schema::model::Confidence) -> Worded<MarkView> {
        Ok(MarkView { name: confidence.name(), text: self.say(confidence.message())? })
    }

    pub(crate) fn national_sources(
        &self,
        known: &IndexMap<SourceId, NationalSource>,
        named: &[SourceId],
    ) -> Worded<Vec<SourceView>> {
        let sources = named.iter().filter_map(|id| known.get(id));
        sources
            .map(|source| {
                Ok(SourceView {
                    publisher: self.japanese(&source.publisher.to_string()),
                    title: source.title.as_ref().map(|title| self.japanese(title.as_str())),
                    href: source.url.as_ref().map(ToString::to_string),
                    page_date: source.page_date.map(|day| self.date(day)).transpose()?,
                    mark: self.mark(source.confidence)?,
                })
            })
            .collect()
    }
}
