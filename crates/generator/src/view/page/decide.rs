use madoguchi_schema::model::{Channel, PinKind};
use madoguchi_schema::scalar::{ApplicantId, ProcedureId, Scalar};
use serde::Serialize;

use super::checklist::{self, checklist_path};
use super::national::{self, KioskView, RuleView, SourceView};
use super::{Context, procedure_path};
use crate::SiteError;
use crate::decision::{Answer, Because, Next, Pin, Question, Rules, Situation, Way};
use crate::facet::Subject;
use crate::hand::{self, Papers};
use crate::view::frame::{Frame, LinkView, Place, root};
use crate::view::state::StateView;
use crate::view::words::Worded;

/// The first question.
pub(crate) const PATH: &str = "decide/index.html";

/// A question with its answers, or the way at the end of them.
#[derive(Debug, Serialize)]
pub(crate) struct DecidePage {
    frame: Frame,
    /// What has been answered, each with the way back to its question.
    so_far: Vec<AnsweredView>,
    ask: Option<AskView>,
    go: Option<GoView>,
}

#[derive(Debug, Serialize)]
struct AnsweredView {
    question: String,
    answer: LinkView,
}

#[derive(Debug, Serialize)]
struct AskView {
    question: String,
    hint: Option<String>,
    /// What the answer depends on.
    conditions: Vec<String>,
    sources: Vec<SourceView>,
    options: Vec<OptionView>,
}

#[derive(Debug, Serialize)]
struct OptionView {
    link: LinkView,
    hint: Option<String>,
}

#[derive(Debug, Serialize)]
struct GoView {
    kind: &'static str,
    title: String,
    because: Option<String>,
    kiosk: Option<KioskView>,
    change: Option<ChangeView>,
    /// What the statement of this page rests on, where it is no rule of its own.
    sources: Vec<SourceView>,
    rules: Vec<RuleView>,
    /// Where the municipality is chosen.
    next: Option<LinkView>,
    /// Another way, where this one fails.
    other: Option<LinkView>,
}

#[derive(Debug, Serialize)]
struct ChangeView {
    requires: Vec<String>,
    channels: Vec<ChannelView>,
}

#[derive(Debug, Serialize)]
struct ChannelView {
    name: String,
    /// Which PINs, where it is known.
    pins: Option<String>,
    /// It changes the PIN that is meant.
    state: &'static str,
    state_text: String,
}

/// The municipality is chosen.
#[derive(Debug, Serialize)]
pub(crate) struct WherePage {
    frame: Frame,
    procedure: String,
    applicant: String,
    prefectures: Vec<PrefectureView>,
}

#[derive(Debug, Serialize)]
struct PrefectureView {
    name: String,
    cities: Vec<CityView>,
}

#[derive(Debug, Serialize)]
struct CityView {
    link: LinkView,
    checklist: Option<LinkView>,
    /// Why there is no checklist.
    state: Option<StateView>,
    refused: bool,
}

/// Where a situation has its page.
pub(crate) fn decide_path(situation: &Situation) -> String {
    match situation.answers() {
        [] => PATH.to_owned(),
        answers => {
            let names: Vec<&str> = answers.iter().map(|answer| answer.name()).collect();
            format!("decide/{}.html", names.join("-"))
        }
    }
}

/// Where the municipality is chosen for a procedure and an applicant.
fn where_path(procedure: &str, applicant: &str) -> String {
    format!("decide/where-{procedure}-{applicant}.html")
}

/// Pages with their paths.
pub(crate) type ByPath<T> = Vec<(String, T)>;

/// Every page of the decision, by path.
pub(crate) fn pages(context: &Context<'_>) -> Worded<(ByPath<DecidePage>, ByPath<WherePage>)> {
    let rules = Rules { baseline: &context.dataset.baseline, day: context.day() };
    let situations = rules.situations();
    let mut counters: Vec<(&str, &str)> = Vec::new();
    for situation in &situations {
        if let Next::Go(Way::Counter { procedure, applicant, .. }) = rules.next(situation) {
            counters.push((procedure, applicant));
        }
    }
    // Whoever is at home, or at a kiosk that fails, goes as the cardholder.
    counters.extend([("pin-reset", "principal"), ("pin-change", "principal")]);
    counters.sort_unstable();
    counters.dedup();
    let decisions =
        situations.iter().map(|situation| Ok((decide_path(situation), DecidePage::new(context, &rules, situation)?)));
    let wheres = counters.into_iter().map(|(procedure, applicant)| {
        Ok((where_path(procedure, applicant), WherePage::new(context, procedure, applicant)?))
    });
    Ok((decisions.collect::<Worded<_>>()?, wheres.collect::<Worded<_>>()?))
}

impl DecidePage {
    fn new(context: &Context<'_>, rules: &Rules<'_>, situation: &Situation) -> Worded<Self> {
        let words = context.words;
        let path = decide_path(situation);
        let (ask, go) = match rules.next(situation) {
            Next::Ask(question) => (Some(ask(context, rules, situation, question)?), None),
            Next::Go(way) => (None, Some(go(context, rules, &path, way)?)),
        };
        let heading = ask.as_ref().map(|ask| &ask.question).or(go.as_ref().map(|go| &go.title));
        let title = heading.cloned().unwrap_or_default();
        let crumbs = if situation.answers().is_empty() {
            Vec::new()
        } else {
            vec![LinkView::to(beside(PATH), words.say("decide-start")?)]
        };
        let place = Place { path: &path, title, description: words.say("decide-description")?, crumbs };
        Ok(Self { frame: context.frame(place)?, so_far: so_far(context, rules, situation)?, ask, go })
    }
}

/// All pages of the decision stand in one folder.
fn beside(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn so_far(context: &Context<'_>, rules: &Rules<'_>, situation: &Situation) -> Worded<Vec<AnsweredView>> {
    let mut before = Situation::default();
    let mut views = Vec::new();
    for answer in situation.answers() {
        if let Next::Ask(question) = rules.next(&before) {
            views.push(AnsweredView {
                question: question_text(context, question)?,
                answer: LinkView::to(beside(&decide_path(&before)), answer_text(context, *answer)?),
            });
        }
        before = before.with(*answer);
    }
    Ok(views)
}

fn ask(context: &Context<'_>, rules: &Rules<'_>, situation: &Situation, question: &Question) -> Worded<AskView> {
    let words = context.words;
    let baseline = &context.dataset.baseline;
    let national = situation.kind().and_then(|kind| baseline.pins.get(&kind));
    let (conditions, sources) = match (question.id, national) {
        ("kiosk", _) => (
            baseline.kiosk_reset.requires.iter().map(|id| words.condition(id)).collect(),
            words.national_sources(&baseline.sources, &baseline.kiosk_reset.sources)?,
        ),
        ("holder", Some(pin)) => (
            pin.absent_for.iter().map(|absence| words.condition(&absence.who)).collect(),
            words.national_sources(&baseline.sources, &pin.sources)?,
        ),
        _ => (Vec::new(), Vec::new()),
    };
    let options = question.answers.iter().map(|answer| {
        let next = situation.with(*answer);
        Ok(OptionView {
            link: LinkView::to(beside(&decide_path(&next)), answer_text(context, *answer)?),
            hint: answer_hint(context, rules, *answer)?,
        })
    });
    Ok(AskView {
        question: question_text(context, question)?,
        hint: question_hint(context, question)?,
        conditions,
        sources,
        options: options.collect::<Worded<_>>()?,
    })
}

fn question_text(context: &Context<'_>, question: &Question) -> Worded {
    let id = match question.id {
        "pin" => "decide-ask-pin",
        "known" => "decide-ask-known",
        "locked" => "decide-ask-locked",
        "holder" => "decide-ask-holder",
        "who" => "decide-ask-who",
        "certificate" => "decide-ask-certificate",
        _ => "decide-ask-kiosk",
    };
    context.words.say(id)
}

fn question_hint(context: &Context<'_>, question: &Question) -> Worded<Option<String>> {
    let id = match question.id {
        "pin" => "decide-hint-pin",
        "locked" => "decide-hint-locked",
        "certificate" => "decide-hint-certificate",
        "kiosk" => "decide-hint-kiosk",
        _ => return Ok(None),
    };
    context.words.say(id).map(Some)
}

fn answer_text(context: &Context<'_>, answer: Answer) -> Worded {
    let words = context.words;
    match answer {
        Answer::Pin(Pin::Of(kind)) => pin_text(context, kind),
        Answer::Pin(Pin::FourDigits) => words.say("decide-answer-four-digits"),
        Answer::Pin(Pin::Smartphone) => words.say("decide-answer-smartphone"),
        Answer::Known => words.say("decide-answer-known"),
        Answer::Forgotten => words.say("decide-answer-forgotten"),
        Answer::NotLocked => words.say("decide-answer-not-locked"),
        Answer::Locked => words.say("decide-answer-locked"),
        Answer::Without => words.say("decide-answer-without"),
        Answer::NotWithout => words.say("decide-answer-not-without"),
        Answer::Principal | Answer::Representative | Answer::Agent => Ok(applicant_text(context, answer.name())),
        Answer::CertificateValid => words.say("decide-answer-valid"),
        Answer::CertificateEnded => words.say("decide-answer-ended"),
        Answer::CertificateNone => words.say("decide-answer-none"),
        Answer::CertificateUnsure => words.say("decide-answer-unsure"),
        Answer::Ready => words.say("decide-answer-ready"),
        Answer::NotReady => words.say("decide-answer-not-ready"),
    }
}

/// What helps to choose: the uses of a PIN, who an applicant is.
fn answer_hint(context: &Context<'_>, rules: &Rules<'_>, answer: Answer) -> Worded<Option<String>> {
    let words = context.words;
    let id = match answer {
        Answer::Pin(Pin::Of(PinKind::Signature)) => "decide-hint-signature",
        Answer::Pin(Pin::Of(PinKind::User)) => "decide-hint-user",
        Answer::Pin(Pin::Of(PinKind::BasicRegister)) => "decide-hint-basic-register",
        Answer::Pin(Pin::Of(PinKind::CardEntry)) => "decide-hint-card-entry",
        Answer::Principal | Answer::Representative | Answer::Agent => {
            let entry = context.dataset.vocabulary.applicants.get(answer.name());
            return Ok(entry.map(|entry| words.note(&entry.about)));
        }
        Answer::Locked => {
            let times = |always: bool| {
                let pins = rules.baseline.pins.values().filter(move |pin| pin.each_required == always);
                pins.map(|pin| pin.lock_after).max().unwrap_or_default()
            };
            let numbers = [("signature", times(true).into()), ("other", times(false).into())];
            return words.say_with("decide-hint-lock", &numbers).map(Some);
        }
        _ => return Ok(None),
    };
    words.say(id).map(Some)
}

fn applicant_text(context: &Context<'_>, applicant: &str) -> String {
    ApplicantId::parse(applicant).map(|id| context.words.applicant(&id)).unwrap_or_default()
}

fn procedure_text(context: &Context<'_>, procedure: &str) -> String {
    ProcedureId::parse(procedure).map(|id| context.words.procedure(&id)).unwrap_or_default()
}

/// A PIN with the number of its characters.
fn pin_text(context: &Context<'_>, kind: PinKind) -> Worded {
    let words = context.words;
    let name = words.term(&kind)?;
    match context.dataset.baseline.pins.get(&kind) {
        Some(pin) => {
            words.say_with("decide-pin", &[("name", name.into()), ("length", words.pin_length(pin.length)?.into())])
        }
        None => Ok(name),
    }
}

fn go(context: &Context<'_>, rules: &Rules<'_>, path: &str, way: Way) -> Worded<GoView> {
    let words = context.words;
    let baseline = &context.dataset.baseline;
    let to = |procedure: &str, applicant: &str, id: &str| -> Worded<Option<LinkView>> {
        let href = format!("{}{}", root(path), where_path(procedure, applicant));
        words.say(id).map(|text| Some(LinkView::to(href, text)))
    };
    let sources = |named: &[_]| words.national_sources(&baseline.sources, named);
    let known = way.rules().iter().filter_map(|id| baseline.rules.get_key_value(*id));
    let view = GoView {
        kind: "counter",
        title: String::new(),
        because: None,
        kiosk: None,
        change: None,
        sources: Vec::new(),
        rules: known.map(|(id, rule)| national::rule_view(context, id, rule)).collect::<Worded<_>>()?,
        next: None,
        other: None,
    };
    Ok(match way {
        Way::Kiosk(kind) => GoView {
            kind: "kiosk",
            title: words.say("decide-go-kiosk")?,
            because: Some(words.say_of("decide-go-kiosk-for", pin_text(context, kind)?)?),
            kiosk: Some(kiosk(context, kind)?),
            other: to("pin-reset", "principal", "decide-other-counter")?,
            ..view
        },
        Way::Change(kind) => GoView {
            kind: "home",
            title: words.say("decide-go-change")?,
            change: Some(change(context, kind)?),
            sources: sources(&baseline.pin_change.sources)?,
            other: to("pin-change", "principal", "decide-other-change")?,
            ..view
        },
        Way::Smartphone(channel) => GoView {
            kind: "smartphone",
            title: words.say_of("decide-go-smartphone", words.term(&channel)?)?,
            because: (!baseline.smartphone_pins.at_counter)
                .then(|| words.say("decide-because-smartphone"))
                .transpose()?,
            sources: sources(&baseline.smartphone_pins.sources)?,
            ..view
        },
        Way::Counter { procedure, applicant, because } => GoView {
            title: words.say_of("decide-go-counter", procedure_text(context, procedure))?,
            because: Some(words.say(because_text(because))?),
            sources: match because {
                Because::NotAtKiosk | Because::SomebodyElse | Because::CertificateUnsure | Because::NotReady => {
                    sources(&rules.baseline.kiosk_reset.sources)?
                }
                _ => Vec::new(),
            },
            next: to(procedure, applicant, "decide-next")?,
            ..view
        },
    })
}

/// The kiosk, with the beginning of this PIN's reset alone.
fn kiosk(context: &Context<'_>, kind: PinKind) -> Worded<KioskView> {
    let name = context.words.term(&kind)?;
    let mut view = national::kiosk(context)?;
    view.pins.retain(|pin| pin.name == name);
    Ok(view)
}

fn because_text(because: Because) -> &'static str {
    match because {
        Because::NotAtKiosk => "decide-because-not-at-kiosk",
        Because::SomebodyElse => "decide-because-somebody-else",
        Because::CertificateEnded => "decide-because-ended",
        Because::CertificateNone => "decide-because-none",
        Because::CertificateUnsure => "decide-because-unsure",
        Because::NotReady => "decide-because-not-ready",
        Because::Without => "decide-because-without",
        Because::WhichUnsure => "decide-because-which",
    }
}

fn change(context: &Context<'_>, kind: PinKind) -> Worded<ChangeView> {
    let words = context.words;
    let change = &context.dataset.baseline.pin_change;
    let channels = change.channels.iter().map(|(channel, way): (&Channel, _)| {
        let (state, id) = match &way.pins {
            None => ("unclear", "decide-change-device"),
            Some(pins) if pins.contains(&kind) => ("yes", "decide-change-yes"),
            Some(_) => ("no", "decide-change-no"),
        };
        Ok(ChannelView {
            name: words.term(channel)?,
            pins: way.pins.as_ref().map(|pins| words.pins(pins)).transpose()?,
            state,
            state_text: words.say(id)?,
        })
    });
    Ok(ChangeView {
        requires: change.requires.iter().map(|id| words.condition(id)).collect(),
        channels: channels.collect::<Worded<_>>()?,
    })
}

impl WherePage {
    fn new(context: &Context<'_>, procedure: &str, applicant: &str) -> Worded<Self> {
        let words = context.words;
        let path = where_path(procedure, applicant);
        let text = procedure_text(context, procedure);
        let who = applicant_text(context, applicant);
        let named = [("procedure", text.as_str().into()), ("applicant", who.as_str().into())];
        let place = Place {
            path: &path,
            title: words.say_with("decide-where-title", &named)?,
            description: words.say("decide-description")?,
            crumbs: vec![LinkView::to(beside(PATH), words.say("decide-start")?)],
        };
        let subjects = ProcedureId::parse(procedure)
            .map(|id| Subject::all(context.dataset, &id, context.day()))
            .unwrap_or_default();
        Ok(Self {
            frame: context.frame(place)?,
            prefectures: prefectures(context, &subjects, applicant, &root(&path))?,
            procedure: text,
            applicant: who,
        })
    }
}

fn prefectures(
    context: &Context<'_>,
    subjects: &[Subject<'_>],
    applicant: &str,
    root: &str,
) -> Worded<Vec<PrefectureView>> {
    let words = context.words;
    let mut views: Vec<PrefectureView> = Vec::new();
    for subject in subjects {
        let name = words.prefecture(subject.municipality().municipality.prefecture());
        if views.last().is_none_or(|last| last.name != name) {
            views.push(PrefectureView { name, cities: Vec::new() });
        }
        if let Some(last) = views.last_mut() {
            last.cities.push(city(context, subject, applicant, root)?);
        }
    }
    Ok(views)
}

fn city(context: &Context<'_>, subject: &Subject<'_>, applicant: &str, root: &str) -> Worded<CityView> {
    let words = context.words;
    let id = ApplicantId::parse(applicant).map_err(|_| SiteError::MissingAsset(applicant.to_owned()))?;
    let printed = checklist::has_checklist(subject, &id);
    let trip = hand::trip(subject, &id, &Papers::of(&[], words.vocabulary, context.day()));
    let refused = trip.without == Some(madoguchi_schema::model::State::Stated);
    Ok(CityView {
        link: LinkView::to(format!("{root}{}", procedure_path(subject)), context.full_name(subject.file)?),
        checklist: printed
            .then(|| {
                words
                    .say("decide-checklist")
                    .map(|text| LinkView::to(format!("{root}{}", checklist_path(subject, &id)), text))
            })
            .transpose()?,
        state: trip.without.filter(|_| !refused && !printed).map(|state| words.state(state)).transpose()?,
        refused,
    })
}
