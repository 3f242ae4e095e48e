use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

use super::{Note, Period, Person, Said};
use crate::scalar::{Condition, ConditionId, DocumentId, Formula, Scalar};

/// One thing to bring: papers, with whose they are and under which conditions.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Item {
    /// What is asked for.
    pub asked: Asked,
    /// Whose paper it is; where left out, an identity document is the visitor's own.
    pub of: Option<Person>,
    /// Asked for only if one of these conditions holds (the kind of representation, say).
    pub only_if: Option<Condition>,
    /// Not asked for if this condition holds.
    pub unless: Option<Condition>,
    /// Whether only the original is accepted.
    pub original: Option<bool>,
    /// Whether it must be within its validity.
    pub valid: Option<bool>,
    /// Documents that do not count here.
    pub excluding: Vec<DocumentId>,
    /// Issued within this time.
    pub issued_within: Option<Period>,
    /// The document in which it is contained (a power of attorney inside the reply).
    pub inside: Option<DocumentId>,
    /// Whether the page adds "and the like".
    pub or_similar: bool,
    /// Whether the page leaves the number of papers unsaid ("an identity document").
    pub number_unstated: bool,
    /// Whether the page says that it may be asked for (questions in addition, say).
    pub may_be_asked: bool,
    /// Whether it is helpful only.
    pub optional: bool,
    /// The conditions that must stand on it or hold of it.
    pub must_show: Vec<ConditionId>,
    /// What else a reader should know.
    pub note: Option<Note>,
}

/// What an item asks for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Asked {
    /// Identity documents: a formula over the city's classes and over documents.
    Identity(Formula),
    /// Any other paper or thing: a formula over documents.
    Papers(Formula),
    /// One of several lists of items.
    AnyOf(Vec<Vec<Said<Item>>>),
}

impl Asked {
    /// The formula, where the item is not a choice between lists.
    #[must_use]
    pub fn formula(&self) -> Option<&Formula> {
        match self {
            Self::Identity(formula) | Self::Papers(formula) => Some(formula),
            Self::AnyOf(_) => None,
        }
    }
}

/// What a visit asks for: every item, of which each may be unclear.
pub type Papers = Vec<Said<Item>>;

/// 持ち物1つ。document(書類)、identity(本人確認書類)、any_of(どれか)のうち1つを必ず書く。
///
/// A thing to bring: exactly one of `document`, `identity`, `any_of`, and what is said of it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "item-details", transform = exactly_one)]
struct Details {
    /// 書類の識別子、または識別子の式(「戸籍謄本または登記事項証明書」なら family-register | guardianship-certificate)。
    ///
    /// A document or a formula of documents.
    #[serde(default)]
    document: Option<Formula>,
    /// 本人確認書類の式。このファイルの identity_documents の区分で書く(A+A | A+B など)。
    ///
    /// Identity documents: a formula of the classes of this file.
    #[serde(default)]
    identity: Option<Formula>,
    /// 持ち物の一覧のうちどれか1つ。
    ///
    /// One of several lists of things.
    #[serde(default)]
    any_of: Option<Vec<Vec<Said<Item>>>>,
    /// だれのものか。本人確認書類で省略すると、窓口に来る人のもの。
    ///
    /// Whose it is; an identity document is the visitor's own where this is left out.
    #[serde(default)]
    of: Option<Person>,
    /// この条件のときだけ必要。
    ///
    /// Asked for only if this holds.
    #[serde(default)]
    only_if: Option<Condition>,
    /// この条件のときは不要。
    ///
    /// Not asked for if this holds.
    #[serde(default)]
    unless: Option<Condition>,
    /// 原本に限る。
    ///
    /// Whether only the original is accepted.
    #[serde(default)]
    original: Option<bool>,
    /// 有効期限内に限る。
    ///
    /// Whether it must be within its validity.
    #[serde(default)]
    valid: Option<bool>,
    /// 数えない書類(「マイナンバーカード以外」なら [my-number-card])。
    ///
    /// Documents that do not count here.
    #[serde(default)]
    excluding: Vec<DocumentId>,
    /// 発行からの期間(例: { months: 3 })。
    ///
    /// Issued within this time.
    #[serde(default)]
    issued_within: Option<Period>,
    /// 別の書類のなかにあるとき、その書類(委任状が回答書のなかにある、など)。
    ///
    /// The document in which it is contained.
    #[serde(default)]
    inside: Option<DocumentId>,
    /// ページに「など」「等」とあるとき true。
    ///
    /// True where the page adds "and the like".
    #[serde(default)]
    or_similar: bool,
    /// ページが点数を書いていないとき true(「本人確認書類」とだけあるとき)。
    ///
    /// True where the page does not say how many papers.
    #[serde(default)]
    number_unstated: bool,
    /// 「求める場合がある」もの(追加の聞き取りなど)。
    ///
    /// What the page says may be asked for in addition.
    #[serde(default)]
    may_be_asked: bool,
    /// あればよいもの。
    ///
    /// Helpful, not asked for.
    #[serde(default)]
    optional: bool,
    /// 書いてあるべきこと(氏名と住所、など)。
    ///
    /// What must stand on it.
    #[serde(default)]
    must_show: Vec<ConditionId>,
    /// 注記。
    ///
    /// What else a reader should know.
    #[serde(default)]
    note: Option<Note>,
}

fn exactly_one(schema: &mut Schema) {
    let one = |key: &str| serde_json::json!({ "required": [key] });
    schema.insert("oneOf".into(), serde_json::json!([one("document"), one("identity"), one("any_of")]));
}

impl Item {
    /// A document without any condition.
    #[must_use]
    pub fn plain(asked: Formula) -> Self {
        Self {
            asked: Asked::Papers(asked),
            of: None,
            only_if: None,
            unless: None,
            original: None,
            valid: None,
            excluding: Vec::new(),
            issued_within: None,
            inside: None,
            or_similar: false,
            number_unstated: false,
            may_be_asked: false,
            optional: false,
            must_show: Vec::new(),
            note: None,
        }
    }
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct ItemVisitor;
        impl<'de> Visitor<'de> for ItemVisitor {
            type Value = Item;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a document, or one of `document`, `identity`, `any_of`")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Item, E> {
                Formula::parse(text).map(Item::plain).map_err(|fault| E::custom(format_args!("{:?}", fault.kind)))
            }
            fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<Item, M::Error> {
                let d = Details::deserialize(MapAccessDeserializer::new(map))?;
                let asked = match (d.document, d.identity, d.any_of) {
                    (Some(formula), None, None) => Asked::Papers(formula),
                    (None, Some(formula), None) => Asked::Identity(formula),
                    (None, None, Some(lists)) => Asked::AnyOf(lists),
                    _ => return Err(M::Error::custom("one of `document`, `identity`, `any_of`")),
                };
                Ok(Item {
                    asked,
                    of: d.of,
                    only_if: d.only_if,
                    unless: d.unless,
                    original: d.original,
                    valid: d.valid,
                    excluding: d.excluding,
                    issued_within: d.issued_within,
                    inside: d.inside,
                    or_similar: d.or_similar,
                    number_unstated: d.number_unstated,
                    may_be_asked: d.may_be_asked,
                    optional: d.optional,
                    must_show: d.must_show,
                    note: d.note,
                })
            }
        }
        from.deserialize_any(ItemVisitor)
    }
}

impl JsonSchema for Item {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "item".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let id = generator.subschema_for::<Formula>();
        let details = generator.subschema_for::<Details>();
        json_schema!({
            "description": "持ち物。書類の識別子だけ、または { identity: \"A+B\", of: agent } のように書く。\n\nA thing to bring: the id of a document, or { identity: \"A+B\", of: agent }.",
            "anyOf": [id, details],
        })
    }
}
