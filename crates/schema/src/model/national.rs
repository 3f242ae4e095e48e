use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{Absence, Channel, CharacterSet, Note, PinKind, Procedure, Source};
use crate::scalar::{ConditionId, Day, OpeningHours, PinLength, ProcedureId, RuleId, SourceId, Text, WebAddress};

/// 全国どこでも同じ決まり。
///
/// What is the same everywhere.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "baseline")]
pub struct Baseline {
    /// 出典。 / The sources.
    pub sources: IndexMap<SourceId, NationalSource>,
    /// 暗証番号。 / The PINs.
    #[schemars(extend("propertyNames" = { "enum": PinKind::ALL.map(PinKind::name) }))]
    pub pins: IndexMap<PinKind, NationalPin>,
    /// コンビニなどでの再設定。 / The reset at a kiosk in a shop.
    pub kiosk_reset: KioskReset,
    /// わかっている暗証番号の、窓口以外での変更。 / The change of a PIN that is known, elsewhere than at a counter.
    pub pin_change: PinChange,
    /// スマートフォンの電子証明書の暗証番号。 / The PINs of the certificates on a smartphone.
    pub smartphone_pins: SmartphonePins,
    /// そのほかの決まり。 / Every other rule.
    pub rules: IndexMap<RuleId, NationalRule>,
}

/// 全国の決まりの出典。
///
/// A source of the national layer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "national-source")]
pub struct NationalSource {
    /// だれのページ・文書か。 / Who publishes it.
    pub publisher: Text,
    /// 題名、または内容。 / Its title, or what it is about.
    #[serde(default)]
    pub title: Option<Text>,
    /// アドレス。わからないときは書かない。 / Its address, where known.
    #[serde(default)]
    pub url: Option<WebAddress>,
    /// ページの日付。 / The date that it bears.
    #[serde(default)]
    pub page_date: Option<Day>,
    /// どのくらい確かか。 / How sure it is.
    pub confidence: Confidence,
}

/// How sure a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "confidence")]
pub enum Confidence {
    /// 公式のページ・文書で読んだ。 / Read on an official page.
    Official,
    /// 写し・第三者のページで読んだ。 / Read in a copy or on a third party's page.
    Copy,
    /// 一般に知られていること。確認していない。 / General knowledge, unchecked.
    GeneralKnowledge,
}

impl Confidence {
    /// The mark's name, as in YAML and in message files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Copy => "copy",
            Self::GeneralKnowledge => "general-knowledge",
        }
    }
}

/// 暗証番号1種類の全国の決まり。
///
/// The national rule for one PIN.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "national-pin")]
pub struct NationalPin {
    /// 桁数。 / The number of characters.
    pub length: PinLength,
    /// 使える文字。 / The characters that may be used.
    pub characters: Vec<CharacterSet>,
    /// どの種類の文字も最低1字必要か。 / Whether at least one of each is needed.
    #[serde(default)]
    pub each_required: bool,
    /// 何回まちがえるとロックされるか。 / After how many wrong entries it locks.
    pub lock_after: u8,
    /// 必ず設定されるか。 / Whether it is always set.
    pub always_set: bool,
    /// 設定されない人。 / Who has none.
    #[serde(default)]
    pub absent_for: Vec<Absence>,
    /// 出典。 / The sources.
    pub sources: Vec<SourceId>,
}

/// コンビニなどでの再設定。
///
/// The reset at a kiosk in a shop.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "kiosk-reset")]
pub struct KioskReset {
    /// アプリの名前。 / The app.
    pub software: Text,
    /// どの暗証番号が、いつからできるか。 / Which PINs, and since when.
    #[schemars(extend("propertyNames" = { "enum": PinKind::ALL.map(PinKind::name) }))]
    pub pins: IndexMap<PinKind, KioskPin>,
    /// できない暗証番号。 / PINs for which it cannot be done.
    #[serde(default)]
    pub not_for: Vec<PinKind>,
    /// キオスク端末の時間。 / Hours of the kiosks.
    pub hours: OpeningHours,
    /// 条件。すべて満たす必要がある。 / Conditions, all of which must hold.
    pub requires: Vec<ConditionId>,
    /// 手数料(円)。 / The fee in yen.
    pub fee_yen: u32,
    /// 出典。 / The sources.
    pub sources: Vec<SourceId>,
}

impl KioskReset {
    /// Whether a kiosk resets this PIN on a day.
    #[must_use]
    pub fn resets(&self, kind: PinKind, day: Day) -> bool {
        !self.not_for.contains(&kind) && self.pins.get(&kind).is_some_and(|pin| pin.valid_from <= day)
    }
}

/// 暗証番号1種類のコンビニでの再設定。
///
/// The kiosk reset of one PIN.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "kiosk-pin")]
pub struct KioskPin {
    /// いつから。 / Since when.
    pub valid_from: Day,
    /// 日がおよそのとき true。 / True where the day is about right only.
    #[serde(default)]
    pub about: bool,
    /// 出典。 / The sources.
    pub sources: Vec<SourceId>,
    /// 注記。 / What a reader should know.
    #[serde(default)]
    pub note: Option<Note>,
}

/// わかっている暗証番号の、窓口以外での変更。
///
/// The change of a PIN that is known, elsewhere than at a counter.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "pin-change")]
pub struct PinChange {
    /// 条件。すべて満たす必要がある。 / Conditions, all of which must hold.
    pub requires: Vec<ConditionId>,
    /// 方法。 / The ways.
    #[schemars(extend("propertyNames" = { "enum": Channel::ALL.map(Channel::name) }))]
    pub channels: IndexMap<Channel, ChangeChannel>,
    /// 出典。 / The sources.
    pub sources: Vec<SourceId>,
}

/// 変更の方法1つ。
///
/// One way to change a PIN.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "change-channel")]
pub struct ChangeChannel {
    /// どの暗証番号について。端末によって違い、わからないときは書かない。
    ///
    /// For which PINs; left out where it depends on the device and is not known.
    #[serde(default)]
    pub pins: Option<Vec<PinKind>>,
}

/// スマートフォンの電子証明書の暗証番号。
///
/// The PINs of the certificates on a smartphone.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "smartphone-pins")]
pub struct SmartphonePins {
    /// いつから。 / Since when.
    pub valid_from: Day,
    /// 再設定の方法。 / By which way they are reset.
    pub reset_by: Channel,
    /// 窓口で再設定できるか。 / Whether a counter resets them.
    pub at_counter: bool,
    /// 出典。 / The sources.
    pub sources: Vec<SourceId>,
}

/// 全国の決まり1つ。
///
/// A national rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "national-rule")]
pub struct NationalRule {
    /// 何についての決まりか。 / What it is about.
    pub topic: Topic,
    /// 題。 / A heading.
    pub title: Note,
    /// 内容。 / What holds.
    pub says: Note,
    /// 数で言えるとき、その数(回、年、円など)。 / The number, where there is one.
    #[serde(default)]
    pub number: Option<u32>,
    /// この日から。 / The first day on which it holds.
    #[serde(default)]
    pub valid_from: Option<Day>,
    /// この日まで。 / The last day on which it holds.
    #[serde(default)]
    pub valid_until: Option<Day>,
    /// 出典。 / The sources.
    pub sources: Vec<SourceId>,
    /// 注記。 / What a reader should know.
    #[serde(default)]
    pub note: Option<Note>,
}

/// What a national rule or change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "topic")]
pub enum Topic {
    /// 暗証番号。 / PINs.
    Pins,
    /// 電子証明書。 / Certificates.
    Certificates,
    /// カード。 / The card.
    Card,
    /// 手続き。 / Procedures.
    Procedures,
    /// 本人確認書類。 / Identity documents.
    IdentityDocuments,
    /// 代理人。 / Representatives and agents.
    Agents,
    /// 手数料。 / Fees.
    Fees,
    /// スマートフォン。 / Smartphones.
    Smartphone,
    /// システム。 / Systems.
    Systems,
}

impl Topic {
    /// The topic's name, as in YAML and in message files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pins => "pins",
            Self::Certificates => "certificates",
            Self::Card => "card",
            Self::Procedures => "procedures",
            Self::IdentityDocuments => "identity-documents",
            Self::Agents => "agents",
            Self::Fees => "fees",
            Self::Smartphone => "smartphone",
            Self::Systems => "systems",
        }
    }
}

/// 法律・システムの変更。日付順。
///
/// Changes of law and systems, by date.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "changes")]
pub struct Changes {
    /// 出典。 / The sources.
    pub sources: IndexMap<SourceId, NationalSource>,
    /// 変更。 / The changes.
    pub changes: IndexMap<RuleId, Change>,
}

/// 変更1つ。
///
/// A change.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "change")]
pub struct Change {
    /// いつから。 / Since when.
    pub date: Day,
    /// 日がおよそのとき true。 / True where the day is about right only.
    #[serde(default)]
    pub about: bool,
    /// 題。 / A heading.
    pub title: Note,
    /// 何が変わったか。 / What changed.
    pub says: Note,
    /// 関係すること。 / What it touches.
    pub touches: Vec<Topic>,
    /// 出典。 / The sources.
    pub sources: Vec<SourceId>,
}

/// 第三者の記事が書いていることと、今どうか。
///
/// What a third party's article claims, and what holds today.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "claims")]
pub struct Claims {
    /// だれの記事か。 / Who publishes it.
    pub publisher: Text,
    /// 出典。 / The article.
    pub sources: IndexMap<SourceId, Source>,
    /// 書いてあること。 / What it claims.
    pub claims: IndexMap<RuleId, Claim>,
    /// 記事が書いている手続き。自治体の決まりではない。
    ///
    /// Procedures as the article describes them; no municipality's rule.
    #[serde(default)]
    pub procedures: IndexMap<ProcedureId, Procedure>,
}

/// 書いてあること1つ。
///
/// A claim.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "claim")]
pub struct Claim {
    /// 記事の見出し。 / The article's heading.
    #[serde(default)]
    pub section: Option<Text>,
    /// 何についてか。 / What it is about.
    pub topic: Topic,
    /// 記事の内容(要約)。 / What the article says, in our own words.
    pub says: Note,
    /// 今どうか。 / Whether it holds today.
    pub verdict: Verdict,
    /// 今はどうなっているか。 / What holds today.
    #[serde(default)]
    pub today: Option<Note>,
    /// 関係する全国の決まり・変更の識別子。 / The national rules and changes that say so.
    #[serde(default)]
    pub see: Vec<RuleId>,
}

/// Whether a claim holds today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "verdict")]
pub enum Verdict {
    /// 今も同じ。 / It holds.
    Holds,
    /// 今は違う。 / It held once and does not now.
    Outdated,
    /// まちがい。 / It is wrong.
    Wrong,
    /// 不正確。 / It is imprecise.
    Imprecise,
    /// 自治体による。 / It depends on the municipality.
    Varies,
    /// 確かめていない。 / It has not been checked.
    Unchecked,
}

impl Verdict {
    /// The verdict's name, as in YAML and in message files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Outdated => "outdated",
            Self::Wrong => "wrong",
            Self::Imprecise => "imprecise",
            Self::Varies => "varies",
            Self::Unchecked => "unchecked",
        }
    }
}
