use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

use crate::scalar::{Kana, Scalar, Text};

/// 名前。日本語は必須。
///
/// A name in the languages of the site; Japanese is required.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "label")]
pub struct Label {
    /// 日本語の名前。
    ///
    /// The Japanese name, as the page has it.
    pub ja: Text,
    /// 読みがな(ひらがな)。
    ///
    /// Its reading in hiragana.
    #[serde(default)]
    pub kana: Option<Kana>,
    /// やさしい日本語での言い方。
    ///
    /// What it is called in plain Japanese.
    #[serde(default)]
    pub plain: Option<Text>,
    /// 英語の名前。
    ///
    /// The English name.
    #[serde(default)]
    pub en: Option<Text>,
}

/// 名前。日本語・読みがな・英語のすべてが必須。
///
/// A name of which every language is required: Japanese, its reading, English.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "reading")]
pub struct Reading {
    /// 日本語の名前。
    ///
    /// The Japanese name.
    pub ja: Text,
    /// 読みがな(ひらがな)。
    ///
    /// Its reading in hiragana.
    pub kana: Kana,
    /// 英語(ローマ字)の名前。
    ///
    /// The English name.
    pub en: Text,
}

/// A note for readers: Japanese; plain Japanese and English where they have been written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Note {
    /// In Japanese.
    pub ja: Text,
    /// In plain Japanese.
    pub plain: Option<Text>,
    /// In English.
    pub en: Option<Text>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "note-texts")]
struct NoteTexts {
    /// 日本語。
    ///
    /// In Japanese.
    ja: Text,
    /// やさしい日本語。
    ///
    /// In plain Japanese.
    #[serde(default)]
    plain: Option<Text>,
    /// 英語。
    ///
    /// In English.
    #[serde(default)]
    en: Option<Text>,
}

impl<'de> Deserialize<'de> for Note {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct NoteVisitor;
        impl<'de> Visitor<'de> for NoteVisitor {
            type Value = Note;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or `ja`, `plain` and `en`")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Note, E> {
                let ja = Text::parse(text).map_err(|fault| E::custom(format_args!("{:?}", fault.kind)))?;
                Ok(Note { ja, plain: None, en: None })
            }
            fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<Note, M::Error> {
                NoteTexts::deserialize(MapAccessDeserializer::new(map)).map(|NoteTexts { ja, plain, en }| Note {
                    ja,
                    plain,
                    en,
                })
            }
        }
        from.deserialize_any(NoteVisitor)
    }
}

impl JsonSchema for Note {
    fn inline_schema() -> bool {
        false
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "note".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let text = generator.subschema_for::<Text>();
        let texts = generator.subschema_for::<NoteTexts>();
        json_schema!({
            "description": "短い説明。日本語だけなら文字列で、やさしい日本語や英語も書くなら { ja: …, plain: …, en: … }。\n\nA short note: a text in Japanese, or { ja: …, plain: …, en: … }.",
            "anyOf": [text, texts],
        })
    }
}
