use schemars::JsonSchema;
use serde::Deserialize;

use super::{Note, Period, Person, Said};
use crate::scalar::{SourceId, Text};

/// 電子証明書についてページが書いていること。
///
/// What the page says of the certificates.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "certificates")]
pub struct Certificates {
    /// 出典。 / The source.
    #[serde(default)]
    pub source: Option<SourceId>,
    /// ページの見出し。 / The heading under which it stands.
    #[serde(default)]
    pub section: Option<Text>,
    /// 発行から何回目の誕生日まで有効か。
    ///
    /// On which birthday after the issue the validity ends.
    #[serde(default)]
    pub valid_until_birthday: Option<Said<u8>>,
    /// カードの有効期限が先なら、それまでか。
    ///
    /// Whether it ends with the card where that is earlier.
    #[serde(default)]
    pub ends_with_card: Option<Said<bool>>,
    /// 署名用は、利用者証明用の有効期間の終わりでも終わるか。
    ///
    /// Whether the signature certificate also ends with the user certificate.
    #[serde(default)]
    pub signature_ends_with_user: Option<Said<bool>>,
    /// 期限のどのくらい前から更新できるか。
    ///
    /// How long before the expiry it can be renewed.
    #[serde(default)]
    pub renewal_from: Option<Said<Period>>,
    /// 期限が近いことのお知らせ。
    ///
    /// The notice that the expiry is near.
    #[serde(default)]
    pub notice: Option<Said<RenewalNotice>>,
    /// 期限が切れたあとの手続き。
    ///
    /// What is to be done after the expiry.
    #[serde(default)]
    pub after_expiry: Option<Said<Note>>,
    /// 自宅で使うために必要なもの。日本語はページのことば。
    ///
    /// What the page says is needed to use them at home; the Japanese is the page's own.
    #[serde(default)]
    pub home_equipment: Vec<Said<Note>>,
    /// 注記。 / What else a reader should know.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// 期限が近いことのお知らせ。
///
/// The notice that the expiry is near.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "renewal-notice")]
pub struct RenewalNotice {
    /// だれが送るか。 / Who sends it.
    pub by: Person,
    /// 期限のどのくらい前に届くか。 / How long before the expiry it comes.
    #[serde(default)]
    pub before: Option<Period>,
}
