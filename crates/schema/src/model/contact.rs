use schemars::JsonSchema;
use serde::Deserialize;

use super::{Label, Note, Said};
use crate::scalar::{OpeningHours, PostalCode, SourceId, Telephone, Text};

/// 問い合わせ先。
///
/// Whom the page names for questions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "contact")]
pub struct Contact {
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
    /// 部署・センターの名前。
    ///
    /// The office.
    #[serde(default)]
    pub unit: Option<Said<Label>>,
    /// 電話番号。
    ///
    /// Telephone.
    #[serde(default)]
    pub telephone: Option<Said<Telephone>>,
    /// ファックス番号。
    ///
    /// Fax.
    #[serde(default)]
    pub fax: Option<Said<Telephone>>,
    /// 郵便番号。
    ///
    /// Postal code.
    #[serde(default)]
    pub postal_code: Option<Said<PostalCode>>,
    /// 住所。
    ///
    /// Address.
    #[serde(default)]
    pub address: Option<Said<Text>>,
    /// 電話を受ける時間。
    ///
    /// Hours for calls.
    #[serde(default)]
    pub hours: Option<Said<OpeningHours>>,
    /// メールフォームがあるか。
    ///
    /// Whether the page has a form for questions.
    #[serde(default)]
    pub mail_form: Option<Said<bool>>,
    /// 注記。
    ///
    /// What else a reader should know.
    #[serde(default)]
    pub notes: Vec<Note>,
}
