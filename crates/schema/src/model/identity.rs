use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::{Extent, Label, Note, Person, Said};
use crate::scalar::{ConditionId, Day, DocumentId, Scalar, SourceId, Text};

/// 本人確認書類の区分(A書類、B書類など)。自治体のページの一覧のとおりに書く。
///
/// A class of identity documents in the city's own list. The same paper can be A in one city and
/// B in another.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "identity-class")]
pub struct IdentityClass {
    /// 区分の呼び方(ページのことば)。
    ///
    /// What the page calls the class.
    pub name: Label,
    /// どんな書類の区分か。自治体どうしの比較に使う。
    ///
    /// What kind of papers it holds; cities are compared by it.
    pub kind: ClassKind,
    /// ページに区分の名前がなく、このファイルで名前を付けたとき true。
    ///
    /// True where the page describes the class and this file named it.
    #[serde(default)]
    pub named_here: bool,
    /// 出典(sources の識別子)。出典が1つだけなら省略できる。
    ///
    /// The source; may be left out where the file has only one.
    #[serde(default)]
    pub source: Option<SourceId>,
    /// ページの見出し。
    ///
    /// The heading under which it stands.
    #[serde(default)]
    pub section: Option<Text>,
    /// ページが挙げる書類。
    ///
    /// The documents that the page lists.
    #[serde(default)]
    pub documents: Vec<ListedDocument>,
    /// 一覧を読んでいないとき、途中までしか読んでいないとき part。
    ///
    /// `part` where the list was not read, or not to its end.
    #[serde(default)]
    pub documents_read: Option<Extent>,
    /// 「など」「ほか」で終わる一覧のとき true。
    ///
    /// True where the list ends in "and the like".
    #[serde(default)]
    pub open_ended: bool,
    /// 原本に限るか。
    ///
    /// Whether originals only are accepted.
    #[serde(default)]
    pub originals_only: Option<Said<bool>>,
    /// 有効期限内に限るか。
    ///
    /// Whether papers out of validity are refused.
    #[serde(default)]
    pub valid_only: Option<Said<bool>>,
    /// 記載の条件(氏名と住所、など)。条件の識別子。どれか1つを満たせばよい。
    ///
    /// What must stand on a paper; one of these is enough.
    #[serde(default)]
    pub must_show: Vec<ConditionId>,
    /// くわしい一覧が別のページにあるとき true。
    ///
    /// True where the full list stands on another page.
    #[serde(default)]
    pub list_elsewhere: bool,
    /// 注記。
    ///
    /// What else a reader should know.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// The kind of papers in a class, on a scale that all cities share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "class-kind")]
pub enum ClassKind {
    /// 官公署が発行した顔写真付きのもの。 / Issued by a public body, with a photograph.
    PublicPhoto,
    /// 官公署が発行したもので、顔写真のないもの。 / Issued by a public body, without a photograph.
    PublicNoPhoto,
    /// 官公署が発行したもの(顔写真は問わない)。 / Issued by a public body, photograph or not.
    Public,
    /// 顔写真付き以外のもの(民間の社員証なども含む、いわゆるB書類)。 / The second class of most lists, private papers included.
    Second,
    /// 本人確認書類なら何でも(顔写真は問わない)。 / Any identity document.
    Any,
    /// 一覧を読んでいないので、わからない。 / Not known: the list was not read.
    Unread,
}

impl ClassKind {
    /// Whether every paper of this kind is known to be a paper of the other kind.
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        use ClassKind::{Any, Public, PublicNoPhoto, PublicPhoto, Second};
        self == other
            || matches!((self, other), (_, Any) | (PublicPhoto | PublicNoPhoto, Public) | (PublicNoPhoto, Second))
    }

    /// The kind's name, as in YAML and in message files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::PublicPhoto => "public-photo",
            Self::PublicNoPhoto => "public-no-photo",
            Self::Public => "public",
            Self::Second => "second",
            Self::Any => "any",
            Self::Unread => "unread",
        }
    }
}

/// A document of a class: its id alone, or with what the page says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedDocument {
    /// The document.
    pub document: DocumentId,
    /// Only as the identity document of these persons.
    pub only_for: Vec<Person>,
    /// Only with a photograph.
    pub with_photo: bool,
    /// Only if issued on or after this day.
    pub issued_from: Option<Day>,
    /// Only if it bears the holder's own name.
    pub own_name: bool,
    /// What a reader should know: an odd spelling, an abolished document.
    pub note: Option<Note>,
}

/// 一覧の書類1つ。
///
/// A document of the list, with what the page says of it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "listed-document-details")]
struct Details {
    /// 書類の識別子。
    ///
    /// The document.
    document: DocumentId,
    /// この人の本人確認書類としてだけ使える。
    ///
    /// Only as the identity document of these persons.
    #[serde(default)]
    only_for: Vec<Person>,
    /// 顔写真付きのものだけ。
    ///
    /// Only with a photograph.
    #[serde(default)]
    with_photo: bool,
    /// この日以降に発行されたものだけ。
    ///
    /// Only if issued on or after this day.
    #[serde(default)]
    issued_from: Option<Day>,
    /// 本人名義のものだけ。
    ///
    /// Only if it bears the holder's own name.
    #[serde(default)]
    own_name: bool,
    /// 注記。
    ///
    /// What a reader should know.
    #[serde(default)]
    note: Option<Note>,
}

impl<'de> Deserialize<'de> for ListedDocument {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct ListedVisitor;
        impl<'de> Visitor<'de> for ListedVisitor {
            type Value = ListedDocument;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a document, or `document` with details")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<ListedDocument, E> {
                let document = DocumentId::parse(text).map_err(|fault| E::custom(format_args!("{:?}", fault.kind)))?;
                Ok(ListedDocument {
                    document,
                    only_for: Vec::new(),
                    with_photo: false,
                    issued_from: None,
                    own_name: false,
                    note: None,
                })
            }
            fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<ListedDocument, M::Error> {
                let Details { document, only_for, with_photo, issued_from, own_name, note } =
                    Details::deserialize(MapAccessDeserializer::new(map))?;
                Ok(ListedDocument { document, only_for, with_photo, issued_from, own_name, note })
            }
        }
        from.deserialize_any(ListedVisitor)
    }
}

impl JsonSchema for ListedDocument {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "listed-document".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let id = generator.subschema_for::<DocumentId>();
        let details = generator.subschema_for::<Details>();
        json_schema!({
            "description": "書類の識別子。条件があるときは { document: …, with_photo: true } のように書く。\n\nA document, or a document with what the page says of it.",
            "anyOf": [id, details],
        })
    }
}
