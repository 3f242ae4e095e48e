use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Note, Said};
use crate::scalar::{ConditionId, PinLength, SourceId, Text, UseId};

/// 暗証番号についてページが書いていること。
///
/// What the page says of the PINs themselves.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "pins")]
pub struct Pins {
    /// 出典。 / The source.
    #[serde(default)]
    pub source: Option<SourceId>,
    /// ページの見出し。 / The heading under which it stands.
    #[serde(default)]
    pub section: Option<Text>,
    /// 何種類あると書いてあるか。
    ///
    /// How many kinds the page names.
    #[serde(default)]
    pub kinds: Option<Said<u8>>,
    /// 署名用電子証明書の暗証番号。
    ///
    /// The PIN of the certificate for signature.
    #[serde(default)]
    pub signature: Option<PinStatement>,
    /// 利用者証明用電子証明書の暗証番号。
    ///
    /// The PIN of the certificate for user authentication.
    #[serde(default)]
    pub user: Option<PinStatement>,
    /// 住民基本台帳用の暗証番号。
    ///
    /// The PIN for the Basic Resident Register.
    #[serde(default)]
    pub basic_register: Option<PinStatement>,
    /// 券面事項入力補助用の暗証番号。
    ///
    /// The PIN for card-information entry support.
    #[serde(default)]
    pub card_entry: Option<PinStatement>,
    /// 種類を区別せず「4桁の暗証番号」とだけ書いてあること。
    ///
    /// What the page says of "the four-digit PIN" without telling the kinds apart.
    #[serde(default)]
    pub four_digit: Option<PinStatement>,
    /// 同じ番号にしてよい暗証番号。
    ///
    /// PINs that may be equal.
    #[serde(default)]
    pub may_be_equal: Option<Said<Vec<PinKind>>>,
    /// 一括で設定するか、別々にも設定できるか。
    ///
    /// Whether the four-digit PINs are set together or one by one.
    #[serde(default)]
    pub setting: Option<Said<Setting>>,
    /// まちがえた回数の数え方。
    ///
    /// How wrong entries are counted.
    #[serde(default)]
    pub lock_counting: Option<Said<LockCounting>>,
    /// ロックされると何が使えなくなるか。
    ///
    /// What a lock stops.
    #[serde(default)]
    pub lock_effect: Option<Said<LockEffect>>,
    /// 市区町村が暗証番号を記録しているか、教えられるか。
    ///
    /// Whether the municipality knows the PINs.
    #[serde(default)]
    pub known_to_municipality: Option<Said<bool>>,
    /// 注記。 / What else a reader should know.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// 暗証番号1種類についてページが書いていること。
///
/// What the page says of one PIN.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "pin-statement")]
pub struct PinStatement {
    /// ページの見出し(pins の見出しと違うときだけ)。
    ///
    /// The heading, where it differs from that of `pins`.
    #[serde(default)]
    pub section: Option<Text>,
    /// 桁数。"4" または "6-16"。
    ///
    /// The number of characters.
    #[serde(default)]
    pub length: Option<Said<PinLength>>,
    /// 使える文字。
    ///
    /// The characters that may be used.
    #[serde(default)]
    pub characters: Option<Said<Vec<CharacterSet>>>,
    /// どの種類の文字も最低1字必要か。
    ///
    /// Whether at least one character of each kind is needed.
    #[serde(default)]
    pub each_required: Option<Said<bool>>,
    /// 何回まちがえるとロックされるか。
    ///
    /// After how many wrong entries it locks.
    #[serde(default)]
    pub lock_after: Option<Said<u8>>,
    /// 「連続して」と書いてあるか。
    ///
    /// Whether the page says "in a row".
    #[serde(default)]
    pub in_a_row: Option<Said<bool>>,
    /// 使いみち。
    ///
    /// What it is used for.
    #[serde(default)]
    pub uses: Vec<Said<UseId>>,
    /// 使いみちが「など」「等」で終わるとき true。
    ///
    /// True where the uses end in "and the like".
    #[serde(default)]
    pub uses_open_ended: bool,
    /// 設定されていない場合。
    ///
    /// Who has none.
    #[serde(default)]
    pub absent_for: Vec<Said<Absence>>,
    /// 注記。 / What else a reader should know.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// 暗証番号(電子証明書)が設定されていない人。
///
/// Who has no such PIN.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "absence")]
pub struct Absence {
    /// どんな人か。 / Whom it concerns.
    pub who: ConditionId,
    /// どのくらい強い決まりか。 / How strong the rule is.
    pub strength: Strength,
    /// 例外が認められる場合。 / When an exception is made.
    #[serde(default)]
    pub exception: Vec<ConditionId>,
}

/// How strong the rule is that somebody has no certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "strength")]
pub enum Strength {
    /// 希望してもできない。 / Never, whatever the wish.
    Never,
    /// 原則としてできない。 / Not in principle.
    InPrinciple,
    /// 本人の希望で付けていないことがある。 / By the holder's own wish.
    ByChoice,
    /// 設定されていない(理由の強さは書いていない)。 / Not set.
    NotSet,
}

/// A kind of PIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "pin-kind")]
pub enum PinKind {
    /// 署名用電子証明書。 / Certificate for signature.
    Signature,
    /// 利用者証明用電子証明書。 / Certificate for user authentication.
    User,
    /// 住民基本台帳用。 / Basic Resident Register.
    BasicRegister,
    /// 券面事項入力補助用。 / Card-information entry support.
    CardEntry,
}

impl PinKind {
    /// Every kind, in the order of the pages.
    pub const ALL: [Self; 4] = [Self::Signature, Self::User, Self::BasicRegister, Self::CardEntry];

    /// The kind's name, as in YAML and in message files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Signature => "signature",
            Self::User => "user",
            Self::BasicRegister => "basic-register",
            Self::CardEntry => "card-entry",
        }
    }
}

/// A set of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "character-set")]
pub enum CharacterSet {
    /// 英字の大文字。 / Upper-case letters.
    UpperCase,
    /// 英字(大文字かどうかは書いていない)。 / Letters, the case not being named.
    Letters,
    /// 数字。 / Digits.
    Digits,
}

/// How the four-digit PINs are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "setting")]
pub enum Setting {
    /// 一括で設定する。 / Together.
    Together,
    /// 一括でも、別々にでも設定できる。 / Together or one by one, as wished.
    Either,
}

/// まちがえた回数の数え方。
///
/// How wrong entries are counted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "lock-counting")]
pub struct LockCounting {
    /// 日をまたいで数える。 / Over several days.
    #[serde(default)]
    pub over_days: Option<bool>,
    /// どのサービスでの入力も合わせて数える。 / Over all services.
    #[serde(default)]
    pub over_services: Option<bool>,
    /// 正しく入力すると回数が消える。 / A right entry clears the count.
    #[serde(default)]
    pub cleared_by_right_entry: Option<bool>,
}

/// What a lock stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "lock-effect")]
pub enum LockEffect {
    /// その暗証番号の機能。 / The function of that PIN.
    Function,
    /// カード全体。 / The whole card.
    Card,
}
