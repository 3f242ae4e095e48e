use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{Certificates, Contact, Counter, IdentityClass, Label, Note, Pins, Procedure, Reading, Source};
use crate::scalar::{ClassName, CounterId, Day, DocumentId, MunicipalityCode, ProcedureId, SourceId, Text};
use crate::yaml::Route;

/// 自治体1つのファイル。ページに書いてあることだけを書く。書いていないことは、キーごと省略する。
///
/// One municipality. Only what its own pages say is written; what they do not say is left out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "municipality")]
pub struct Municipality {
    /// 全国地方公共団体コード(6桁)。必ず引用符で囲む。
    ///
    /// The municipality's six-digit code, quoted.
    pub municipality: MunicipalityCode,
    /// 自治体の名前。
    ///
    /// Its name.
    pub name: Reading,
    /// 出典のページ。識別子は自分で付ける(英小文字とハイフン)。
    ///
    /// The pages that were read, by ids of your choice.
    #[schemars(extend("minProperties" = 1))]
    pub sources: IndexMap<SourceId, Source>,
    /// 問い合わせ先。
    ///
    /// Whom the page names for questions.
    #[serde(default)]
    pub contact: Option<Contact>,
    /// ページのことば(「暗証番号」「パスワード」など)。
    ///
    /// The page's own words.
    #[serde(default)]
    #[schemars(extend("propertyNames" = { "enum": Term::ALL.map(Term::name) }))]
    pub terms: IndexMap<Term, Text>,
    /// 暗証番号についてページが書いていること。
    ///
    /// What the page says of the PINs themselves.
    #[serde(default)]
    pub pins: Option<Pins>,
    /// 電子証明書についてページが書いていること。
    ///
    /// What the page says of the certificates.
    #[serde(default)]
    pub certificates: Option<Certificates>,
    /// 窓口。識別子は自分で付ける。
    ///
    /// The counters, by ids of your choice.
    #[serde(default)]
    pub counters: IndexMap<CounterId, Counter>,
    /// 本人確認書類の一覧。区分(A、Bなど)ごとに。
    ///
    /// The city's own lists of identity documents.
    #[serde(default)]
    pub identity_documents: IndexMap<ClassName, IdentityClass>,
    /// 様式・通知の、この自治体での名前。
    ///
    /// What the city calls its forms and letters.
    #[serde(default)]
    pub forms: IndexMap<DocumentId, Form>,
    /// 手続き。
    ///
    /// The procedures.
    #[serde(default)]
    pub procedures: IndexMap<ProcedureId, Procedure>,
    /// ページの誤植や、つじつまの合わないところ。そのまま記録する。
    ///
    /// Slips of the page, recorded as they stand.
    #[serde(default)]
    pub slips: Vec<Slip>,
    /// 検査の指摘のうち、理由があって受け入れるもの。ひとつの指摘にひとつずつ書く。
    ///
    /// Findings of the check that are accepted, one entry an occurrence.
    #[serde(default)]
    pub allow: Vec<Allowance>,
}

impl Municipality {
    /// The source of a block: the one that it names, else the first that is no earlier version.
    #[must_use]
    pub fn source_of(&self, named: Option<&SourceId>) -> Option<(&SourceId, &Source)> {
        let named = named.and_then(|id| self.sources.get_key_value(id));
        let mut current = self.sources.iter().filter(|(_, source)| source.replaced_by.is_none());
        named.or_else(|| current.next()).or_else(|| self.sources.first())
    }

    /// Whether a block names an earlier version of a page as its source.
    #[must_use]
    pub fn is_replaced(&self, named: Option<&SourceId>) -> bool {
        named.and_then(|id| self.sources.get(id)).is_some_and(|source| source.replaced_by.is_some())
    }

    /// The rule of a procedure that holds on that day. A rule of which no more is known than that an
    /// earlier version of the page said it holds on no day: nobody knows until when it held.
    #[must_use]
    pub fn rule_on<'m>(&'m self, procedure: &'m Procedure, day: Day) -> Option<&'m Procedure> {
        let is_dated = |rule: &Procedure| rule.valid_from.is_some() || rule.valid_until.is_some();
        let is_known = |rule: &Procedure| is_dated(rule) || !self.is_replaced(rule.source.as_ref());
        procedure.rules().find(|rule| rule.holds_on(day) && is_known(rule))
    }

    /// Whether a counter serves on that day. As with rules; but one that serves from a day that an
    /// earlier version of the page names is there until a page says otherwise.
    #[must_use]
    pub fn has_counter_on(&self, counter: &Counter, day: Day) -> bool {
        let is_dated = counter.valid_from.is_some() || counter.valid_until.is_some();
        counter.holds_on(day) && (is_dated || !self.is_replaced(counter.source.as_ref()))
    }
}

/// 受け入れる指摘。
///
/// A finding that is accepted at one place of this file, and why.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "allowance")]
pub struct Allowance {
    /// 規則の番号か名前(U001、unofficial-host)。
    ///
    /// The rule's code or name.
    pub rule: Text,
    /// 指摘の場所。
    ///
    /// Where the finding is.
    pub at: Route,
    /// 受け入れる理由。
    ///
    /// Why it is right as it stands.
    pub because: Note,
}

/// 様式・通知の名前。
///
/// What the city calls a form or a letter.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "form")]
pub struct Form {
    /// ページでの名前。
    ///
    /// The page's name for it.
    pub name: Label,
    /// 同じものの別の呼び方が同じページにあれば。
    ///
    /// Other names that the same page uses for it.
    #[serde(default)]
    pub also_called: Vec<Text>,
    /// ページからダウンロードできるか。
    ///
    /// Whether the page offers it for download.
    #[serde(default)]
    pub downloadable: Option<bool>,
    /// 注記。 / What else a reader should know.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// ページの誤植や、つじつまの合わないところ。
///
/// A slip of the page: a misprint, a contradiction, something out of date.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "slip")]
pub struct Slip {
    /// 出典。 / The source.
    #[serde(default)]
    pub source: Option<SourceId>,
    /// ページの見出し。 / The heading under which it stands.
    #[serde(default)]
    pub section: Option<Text>,
    /// ページの表記(短く)。
    ///
    /// What is printed, in a few words.
    pub printed: Text,
    /// このファイルでどう読んだか。読めないときは書かない。
    ///
    /// How this file reads it; left out where it cannot be read.
    #[serde(default)]
    pub read_as: Option<Text>,
    /// なぜそう考えるか。
    ///
    /// Why it is taken for a slip.
    pub why: Note,
}

/// A word that municipalities say in different ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "term")]
pub enum Term {
    /// カード。 / The card.
    Card,
    /// 暗証番号。 / The PIN.
    Pin,
    /// 再設定。 / A reset.
    Reset,
    /// 変更。 / A change.
    Change,
    /// ロックの解除。 / Unlocking.
    Unlock,
    /// 更新。 / A renewal.
    Renewal,
    /// 本人。 / The cardholder.
    Principal,
    /// 法定代理人。 / The legal representative.
    LegalRepresentative,
    /// 任意代理人。 / The authorised agent.
    Agent,
    /// 同じ世帯の人。 / A member of the household.
    HouseholdMember,
    /// 文書照会。 / The inquiry by letter.
    Inquiry,
    /// 照会書・回答書。 / The letter of the inquiry, and the reply.
    Letter,
    /// 委任状。 / The power of attorney.
    Authorisation,
    /// 本人確認書類。 / An identity document.
    IdentityDocument,
    /// 窓口。 / The counter.
    Counter,
    /// コンビニなどの端末。 / The kiosk in a shop.
    Kiosk,
}

impl Term {
    /// Every term.
    pub const ALL: [Self; 16] = [
        Self::Card,
        Self::Pin,
        Self::Reset,
        Self::Change,
        Self::Unlock,
        Self::Renewal,
        Self::Principal,
        Self::LegalRepresentative,
        Self::Agent,
        Self::HouseholdMember,
        Self::Inquiry,
        Self::Letter,
        Self::Authorisation,
        Self::IdentityDocument,
        Self::Counter,
        Self::Kiosk,
    ];

    /// The term's name, as in YAML and in message files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Pin => "pin",
            Self::Reset => "reset",
            Self::Change => "change",
            Self::Unlock => "unlock",
            Self::Renewal => "renewal",
            Self::Principal => "principal",
            Self::LegalRepresentative => "legal-representative",
            Self::Agent => "agent",
            Self::HouseholdMember => "household-member",
            Self::Inquiry => "inquiry",
            Self::Letter => "letter",
            Self::Authorisation => "authorisation",
            Self::IdentityDocument => "identity-document",
            Self::Counter => "counter",
            Self::Kiosk => "kiosk",
        }
    }
}
