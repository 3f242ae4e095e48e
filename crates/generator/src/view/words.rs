use fluent_bundle::FluentValue;
use madoguchi_schema::dataset::Vocabulary;
use madoguchi_schema::model::{Deadline, Label, Note, Period, Reading};
use madoguchi_schema::scalar::{
    ApplicantId, Condition, ConditionId, Day, DocumentId, PinLength, Prefecture, ProcedureId, UseId,
};
use serde::Serialize;

use super::mark;
use super::message::Messages;
use super::term::Term;
use crate::{Lang, SiteError};

/// A text, or the message that could not be said.
pub(crate) type Worded<T = String> = Result<T, SiteError>;

/// What everything that becomes text needs: the language, its messages, the vocabularies.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    pub(crate) lang: Lang,
    pub(crate) messages: &'a Messages,
    pub(crate) vocabulary: &'a Vocabulary,
}

/// A text without its explanations in `<>`, which plain Japanese puts after an official name.
pub(crate) fn without_glosses(text: &str) -> String {
    let mut parts = text.split('<');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('>').map_or(part, |(_, after)| after))
}

/// Explanations that have been given: a reader needs each once where the reading begins.
#[derive(Debug, Default)]
pub(crate) struct Glosses(Vec<String>);

impl Glosses {
    /// Takes out of a text what has been explained before.
    pub(crate) fn once(&mut self, text: &mut String) {
        let mut parts = text.split('<');
        let mut told = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            match part.split_once('>') {
                Some((gloss, after)) if self.0.iter().any(|known| known == gloss) => told.push_str(after),
                Some((gloss, _)) => {
                    self.0.push(gloss.to_owned());
                    told = told + "<" + part;
                }
                None => told = told + "<" + part,
            }
        }
        *text = told;
    }
}

/// A day as people read it and as programs do.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct DateView {
    pub(crate) iso: String,
    pub(crate) text: String,
}

/// What a municipality is called besides its name in the language of the page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ReadingsView {
    pub(crate) ja: Option<String>,
    pub(crate) kana: String,
    pub(crate) en: Option<String>,
}

macro_rules! entries {
    ($($name:ident: $id:ty = $field:ident;)+) => {$(
        /// The entry's label; the id itself only where a caller passes one that no vocabulary has.
        pub(crate) fn $name(&self, id: &$id) -> String {
            let entry = self.vocabulary.$field.get(id);
            let text = entry.map(|entry| match self.lang {
                Lang::Ja => &entry.ja,
                Lang::Plain => &entry.plain,
                Lang::En => &entry.en,
            });
            text.map_or_else(|| id.to_string(), ToString::to_string)
        }
    )+};
}

impl Words<'_> {
    entries! {
        document: DocumentId = documents;
        procedure: ProcedureId = procedures;
        applicant: ApplicantId = applicants;
        condition: ConditionId = conditions;
        pin_use: UseId = uses;
    }

    pub(crate) fn say(&self, id: &str) -> Worded {
        self.messages.say(id, &[])
    }

    pub(crate) fn say_with(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> Worded {
        self.messages.say(id, args)
    }

    /// A message with one text as its argument `text`.
    pub(crate) fn say_of(&self, id: &str, text: impl Into<String>) -> Worded {
        self.say_with(id, &[("text", text.into().into())])
    }

    pub(crate) fn term(&self, term: &impl Term) -> Worded {
        self.say(term.message())
    }

    /// A city's label; Japanese where it has not been written in this language.
    pub(crate) fn label(&self, label: &Label) -> String {
        match (self.lang, &label.plain, &label.en) {
            (Lang::Plain, Some(plain), _) => plain.to_string(),
            (Lang::En, _, Some(en)) => mark::japanese_in(en.as_str()),
            _ => self.japanese(label.ja.as_str()),
        }
    }

    /// A note; Japanese where it has not been written in this language.
    pub(crate) fn note(&self, note: &Note) -> String {
        match (self.lang, &note.plain, &note.en) {
            (Lang::En, _, Some(en)) => mark::japanese_in(en.as_str()),
            (Lang::Plain, Some(plain), _) => plain.to_string(),
            _ => self.japanese(note.ja.as_str()),
        }
    }

    /// A Japanese text as it stands in a text of this language.
    pub(crate) fn japanese(&self, text: &str) -> String {
        match self.lang {
            Lang::En if !text.is_ascii() => mark::japanese(text),
            _ => text.to_owned(),
        }
    }

    pub(crate) fn readings(&self, name: &Reading) -> ReadingsView {
        let is_english = self.lang == Lang::En;
        ReadingsView {
            ja: is_english.then(|| name.ja.to_string()),
            kana: name.kana.to_string(),
            en: (!is_english).then(|| name.en.to_string()),
        }
    }

    /// A prefecture's name.
    pub(crate) fn prefecture(&self, prefecture: Prefecture) -> String {
        match self.lang {
            Lang::Ja | Lang::Plain => prefecture.ja.to_owned(),
            Lang::En => prefecture_in_english(prefecture),
        }
    }

    pub(crate) fn notes(&self, notes: &[Note]) -> Vec<String> {
        notes.iter().map(|note| self.note(note)).collect()
    }

    /// Texts as one: A, B, C.
    pub(crate) fn list(&self, texts: &[String]) -> Worded {
        self.joined(texts, "join-list")
    }

    /// Texts of which all are meant: A and B.
    pub(crate) fn all(&self, texts: &[String]) -> Worded {
        self.joined(texts, "join-all")
    }

    /// Texts of which one is meant: A, B or C.
    pub(crate) fn any(&self, texts: &[String]) -> Worded {
        match texts.split_last() {
            Some((last, [_, _, ..])) => {
                let others = self.list(&texts[..texts.len() - 1])?;
                self.joined(&[others, last.clone()], "join-any")
            }
            _ => self.joined(texts, "join-any"),
        }
    }

    fn joined(&self, texts: &[String], by: &str) -> Worded {
        let mut texts = texts.iter();
        let Some(first) = texts.next() else { return Ok(String::new()) };
        texts.try_fold(first.clone(), |left, right| {
            self.say_with(by, &[("left", left.into()), ("right", right.as_str().into())])
        })
    }

    pub(crate) fn date(&self, day: Day) -> Worded<DateView> {
        let date = day.date();
        let text = self.say_with(
            "date",
            &[("year", date.year().to_string().into()), ("month", date.month().into()), ("day", date.day().into())],
        )?;
        Ok(DateView { iso: day.to_string(), text })
    }

    pub(crate) fn period(&self, period: Period) -> Worded {
        let (id, number) = match period {
            Period::Days(n) => ("period-days", n),
            Period::Weeks(n) => ("period-weeks", n),
            Period::Months(n) => ("period-months", n),
            Period::Years(n) => ("period-years", n),
        };
        self.say_with(id, &[("number", number.into())])
    }

    pub(crate) fn deadline(&self, deadline: Deadline) -> Worded {
        let from = deadline.from.map(|from| self.term(&from)).transpose()?;
        match (deadline.time, from) {
            (Some(time), Some(from)) => {
                self.say_with("deadline-time-from", &[("time", self.period(time)?.into()), ("from", from.into())])
            }
            (Some(time), None) => self.say_of("deadline-time", self.period(time)?),
            (None, Some(from)) => Ok(from),
            (None, None) => self.say("deadline-unnamed"),
        }
    }

    /// A condition in words: its alternatives by "or", the parts of each by "and".
    pub(crate) fn conditions(&self, condition: &Condition) -> Worded {
        // The normal form sorts by id; people read them in the order of the vocabulary, where a
        // person stands before what must hold of the person.
        let place = |id: &ConditionId| self.vocabulary.conditions.get_index_of(id);
        let mut alternatives: Vec<Vec<&ConditionId>> =
            condition.0.alternatives().iter().map(|parts| parts.iter().collect()).collect();
        alternatives.iter_mut().for_each(|parts| parts.sort_by_key(|id| place(id)));
        alternatives.sort_by_key(|parts| parts.iter().map(|id| place(id)).collect::<Vec<_>>());
        // What must hold of several persons is said once, after all of them.
        let mut groups: Vec<(Vec<&ConditionId>, Vec<&ConditionId>)> = Vec::new();
        for mut parts in alternatives {
            let rest = parts.split_off(1.min(parts.len()));
            match groups.iter_mut().find(|(_, known)| !rest.is_empty() && *known == rest) {
                Some((first, _)) => first.extend(parts),
                None => groups.push((parts, rest)),
            }
        }
        let texts = groups.into_iter().map(|(first, rest)| self.shared_conditions(&first, &rest));
        self.any(&texts.collect::<Worded<Vec<_>>>()?)
    }

    /// Several conditions of which one is enough, with what must hold besides.
    fn shared_conditions(&self, first: &[&ConditionId], rest: &[&ConditionId]) -> Worded {
        let named = |ids: &[&ConditionId]| ids.iter().map(|id| self.condition(id)).collect::<Vec<_>>();
        let mut any = self.any(&named(first))?;
        if first.len() > 1 {
            any = self.say_of("join-bracket", any)?;
        }
        self.joined(&[vec![any], named(rest)].concat(), "join-conditions")
    }

    pub(crate) fn pin_length(&self, length: PinLength) -> Worded {
        if length.least == length.most {
            self.say_with("pin-length-exact", &[("number", length.least.into())])
        } else {
            self.say_with("pin-length-range", &[("least", length.least.into()), ("most", length.most.into())])
        }
    }
}

pub(crate) fn prefecture_in_english(prefecture: Prefecture) -> String {
    prefecture.romaji[..1].to_ascii_uppercase() + &prefecture.romaji[1..]
}

#[cfg(test)]
mod tests {
    use super::{Glosses, without_glosses};

    #[test]
    fn an_explanation_is_given_once() {
        let mut glosses = Glosses::default();
        let mut texts = ["代理人<代わりの 人>の 紙<A>", "代理人<代わりの 人>と 親<B>", "1 < 2"].map(str::to_owned);
        texts.iter_mut().for_each(|text| glosses.once(text));
        assert_eq!(texts, ["代理人<代わりの 人>の 紙<A>", "代理人と 親<B>", "1 < 2"]);
        assert_eq!(without_glosses("代理人<代わりの 人>の 紙<A>"), "代理人の 紙");
    }
}
