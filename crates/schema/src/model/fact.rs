use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::{Extent, Note};

/// What a file says in one place: a value, or that the page cannot be coded without guessing.
///
/// In YAML the value stands as it is; the other case is written `unclear: "why"`. A place that
/// is left out is no `Said`: it is an absent key, which [`Fact::of`] reads as silence or as
/// something not yet read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Said<T> {
    /// The page says this.
    Value(T),
    /// The page says something that cannot be coded without guessing; the note says what.
    Unclear(Note),
}

impl<T> Said<T> {
    /// The value, where there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Unclear(_) => None,
        }
    }

    /// The note, where the value is unclear.
    pub fn unclear(&self) -> Option<&Note> {
        match self {
            Self::Value(_) => None,
            Self::Unclear(note) => Some(note),
        }
    }
}

/// The four states of a fact. Silence is never "no", and never "not needed".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "state")]
pub enum State {
    /// The city's page says it.
    Stated,
    /// The page was read whole and does not say it.
    Silent,
    /// The page says something that cannot be coded without guessing.
    Unclear,
    /// The part of the page that would say it has not been read.
    Unread,
}

impl State {
    /// The state's name, as in message files and exports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Silent => "silent",
            Self::Unclear => "unclear",
            Self::Unread => "unread",
        }
    }
}

/// A fact with its state: what every page, table cell and export shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Fact<T> {
    /// The city's page says it.
    Stated(T),
    /// The page was read whole and does not say it.
    Silent,
    /// It cannot be coded without guessing; the note says why.
    Unclear(Note),
    /// The part of the page that would say it has not been read.
    Unread,
}

impl<T> Fact<T> {
    /// The fact that a place of a file states, given how much of its source was read.
    pub fn of(said: Option<&Said<T>>, read: Extent) -> Fact<&T> {
        match said {
            Some(Said::Value(value)) => Fact::Stated(value),
            Some(Said::Unclear(note)) => Fact::Unclear(note.clone()),
            None => Fact::absent(read),
        }
    }

    /// The fact of a place that is not there, given how much of its source was read.
    #[must_use]
    pub fn absent(read: Extent) -> Self {
        match read {
            Extent::Whole => Self::Silent,
            Extent::Part => Self::Unread,
        }
    }

    /// The state alone.
    #[must_use]
    pub fn state(&self) -> State {
        match self {
            Self::Stated(_) => State::Stated,
            Self::Silent => State::Silent,
            Self::Unclear(_) => State::Unclear,
            Self::Unread => State::Unread,
        }
    }

    /// The same state with another value.
    pub fn map<U>(self, to: impl FnOnce(T) -> U) -> Fact<U> {
        match self {
            Self::Stated(value) => Fact::Stated(to(value)),
            Self::Silent => Fact::Silent,
            Self::Unclear(note) => Fact::Unclear(note),
            Self::Unread => Fact::Unread,
        }
    }

    /// The fact that follows from a stated one; any other state stays.
    pub fn then<U>(self, to: impl FnOnce(T) -> Fact<U>) -> Fact<U> {
        match self {
            Self::Stated(value) => to(value),
            Self::Silent => Fact::Silent,
            Self::Unclear(note) => Fact::Unclear(note),
            Self::Unread => Fact::Unread,
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Said<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(SaidVisitor(PhantomData))
    }
}

struct SaidVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for SaidVisitor<T> {
    type Value = Said<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value, or `unclear`")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        T::deserialize(value.into_deserializer()).map(Said::Value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        T::deserialize(value.into_deserializer()).map(Said::Value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        T::deserialize(value.into_deserializer()).map(Said::Value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        T::deserialize(value.into_deserializer()).map(Said::Value)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
        T::deserialize(StrDeserializer::new(value)).map(Said::Value)
    }

    fn visit_seq<S: SeqAccess<'de>>(self, seq: S) -> Result<Self::Value, S::Error> {
        T::deserialize(SeqAccessDeserializer::new(seq)).map(Said::Value)
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
        match map.next_key::<String>()? {
            Some(key) if key == "unclear" => {
                let note = map.next_value()?;
                match map.next_key::<String>()? {
                    None => Ok(Said::Unclear(note)),
                    Some(_) => Err(Error::custom("`unclear` stands alone")),
                }
            }
            first => T::deserialize(MapAccessDeserializer::new(Replay { first, map })).map(Said::Value),
        }
    }
}

/// A map of which the first key has been taken out already and is given back.
struct Replay<M> {
    first: Option<String>,
    map: M,
}

impl<'de, M: MapAccess<'de>> MapAccess<'de> for Replay<M> {
    type Error = M::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, M::Error> {
        match self.first.take() {
            Some(key) => seed.deserialize(key.into_deserializer()).map(Some),
            None => self.map.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, M::Error> {
        self.map.next_value_seed(seed)
    }
}

impl<T: JsonSchema> JsonSchema for Said<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("said-{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<T>();
        let note = generator.subschema_for::<UnclearNote>();
        json_schema!({ "anyOf": [value, note] })
    }
}

/// 推測しないと書けないとき、値の代わりに `unclear: "理由"` と書く。
///
/// In place of a value: what the page says and why it cannot be coded without guessing.
#[derive(JsonSchema)]
#[schemars(rename = "unclear", deny_unknown_fields)]
#[expect(dead_code, reason = "only its schema is used")]
struct UnclearNote {
    /// なぜ書けないのか。
    ///
    /// Why it cannot be coded.
    unclear: Note,
}
