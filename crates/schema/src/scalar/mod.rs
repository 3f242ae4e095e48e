//! Scalars that are more than a string: parsed once, then a type.
//!
//! Each has a name (its JSON Schema `format`), a parser, and faults that say where in the text
//! the mistake stands and what would be right. The registry in [`formats`] is what the schema
//! validation and the error messages are drawn from.

mod address;
mod code;
mod date;
pub mod formula;
mod hours;
mod id;
mod length;
mod route;
mod text;

use std::ops::Range;

pub use address::WebAddress;
pub use code::{MunicipalityCode, PREFECTURES, Prefecture};
pub use date::{Day, PageDate};
pub use formula::{Condition, Formula};
pub use hours::OpeningHours;
pub use id::{ApplicantId, ClassName, ConditionId, CounterId, DocumentId, ProcedureId, RuleId, SourceId, UseId};
pub use length::PinLength;
pub use text::{Kana, PostalCode, Telephone, Text};
pub(crate) use text::{half_width, hiragana};
pub use text::{is_forbidden, is_full_width};

/// A text that is not what its place asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScalarFault {
    /// What is wrong.
    pub kind: ScalarFaultKind,
    /// The bytes of the (decoded) text that are wrong; the whole text where `None`.
    pub at: Option<Range<usize>>,
    /// A text that would be right, where there is an obvious one.
    pub instead: Option<String>,
}

impl ScalarFault {
    /// A fault of the whole text.
    #[must_use]
    pub fn whole(kind: ScalarFaultKind) -> Self {
        Self { kind, at: None, instead: None }
    }

    /// A fault of some bytes of the text.
    #[must_use]
    pub fn at(kind: ScalarFaultKind, at: Range<usize>) -> Self {
        Self { kind, at: Some(at), instead: None }
    }

    /// The same fault with a text that would be right.
    #[must_use]
    pub fn instead(mut self, text: impl Into<String>) -> Self {
        self.instead = Some(text.into());
        self
    }
}

/// What can be wrong with a text. Each has one message in each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScalarFaultKind {
    /// Nothing there, or nothing but spaces.
    Empty,
    /// Spaces before or after the text.
    Padded,
    /// A control character, or one that changes the direction or the width of text.
    Control,
    /// A municipality code is six digits.
    CodeShape,
    /// The sixth digit of a municipality code does not fit the first five.
    CodeCheckDigit,
    /// The first two digits of a municipality code are no prefecture.
    CodePrefecture,
    /// A date is written `2026-11-21`.
    DateShape,
    /// A date that the calendar does not have.
    DateUnreal,
    /// No web address.
    UrlShape,
    /// A web address of another scheme than `https` or `http`.
    UrlScheme,
    /// A web address with a user name or password in it.
    UrlUser,
    /// A web address whose host is no registered name with a known shape (an IP number, one label).
    UrlHost,
    /// Hours that cannot be read.
    HoursShape,
    /// A day of the hours that opens after it closes.
    HoursOvernight,
    /// A formula without a document.
    FormulaEmpty,
    /// A character that no formula has.
    FormulaCharacter,
    /// A document, class or condition is missing before or after a sign.
    FormulaOperand,
    /// A sign (`+` or `|`) is missing between two documents.
    FormulaOperator,
    /// A bracket that is not closed, or not opened.
    FormulaBracket,
    /// A formula of more alternatives or documents than can be meant.
    FormulaSize,
    /// An id is written with small letters, digits and single hyphens.
    IdShape,
    /// A class of identity documents is one or two capital letters.
    ClassShape,
    /// A reading is written in hiragana.
    KanaShape,
    /// A telephone number is written in digits and hyphens, with the area code.
    TelephoneShape,
    /// A postal code is written `123-4567`.
    PostalCodeShape,
    /// A length of a PIN is a number of characters, or a range such as `6-16`.
    LengthShape,
    /// A place of the file is keys with dots between them, and entries of lists in brackets.
    RouteShape,
}

/// A text with rules of its own.
pub trait Scalar: Sized {
    /// The name of the rules; also the JSON Schema `format`.
    const FORMAT: &'static str;
    /// A regular expression that editors can use; every right text matches it.
    const PATTERN: Option<&'static str> = None;
    /// Texts that are right.
    const EXAMPLES: &'static [&'static str];
    /// What the text is, for the reader of the schema.
    const ABOUT: &'static str;

    /// Reads the text.
    ///
    /// # Errors
    ///
    /// Says which part of the text is wrong, and what would be right where that is obvious.
    fn parse(text: &str) -> Result<Self, ScalarFault>;
}

/// Implements `Deserialize`, `JsonSchema` and `Display` by [`Scalar::parse`] and `as_str`.
macro_rules! scalar_traits {
    ($($name:ty),+ $(,)?) => {$(
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(from)?;
                <$name as $crate::scalar::Scalar>::parse(&text).map_err(|fault| {
                    serde::de::Error::custom(format_args!("{:?}", fault.kind))
                })
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                false
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                <$name as $crate::scalar::Scalar>::FORMAT.into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::scalar::scalar_schema::<$name>()
            }
        }
    )+};
}
pub(crate) use scalar_traits;

fn scalar_schema<T: Scalar>() -> schemars::Schema {
    let mut schema = schemars::json_schema!({
        "type": "string",
        "format": T::FORMAT,
        "description": T::ABOUT,
    });
    if !T::EXAMPLES.is_empty() {
        schema.insert("examples".into(), serde_json::json!(T::EXAMPLES));
    }
    if let Some(pattern) = T::PATTERN {
        // Editors check patterns and know no formats of ours; the validator does the reverse.
        schema.insert("pattern".into(), pattern.into());
    }
    schema
}

/// A format as the schema validation and the messages see it.
pub struct Format {
    /// Its name.
    pub name: &'static str,
    /// What is wrong with a text, if anything.
    pub fault: fn(&str) -> Option<ScalarFault>,
}

/// Every format there is, by name.
#[must_use]
pub fn formats() -> &'static [Format] {
    macro_rules! list {
        ($($name:ty),+ $(,)?) => {
            &[$(Format { name: <$name as Scalar>::FORMAT, fault: |text| <$name>::parse(text).err() }),+]
        };
    }
    list![
        ApplicantId,
        ClassName,
        Condition,
        ConditionId,
        CounterId,
        Day,
        DocumentId,
        Formula,
        Kana,
        MunicipalityCode,
        OpeningHours,
        PageDate,
        PinLength,
        PostalCode,
        ProcedureId,
        crate::yaml::Route,
        RuleId,
        SourceId,
        Telephone,
        Text,
        UseId,
        WebAddress,
    ]
}

/// The format of that name.
#[must_use]
pub fn format(name: &str) -> Option<&'static Format> {
    formats().iter().find(|format| format.name == name)
}
