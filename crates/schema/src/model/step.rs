use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Extent, Note, Papers, Said};
use crate::scalar::{ConditionId, CounterId, DocumentId, Text};

/// 手続きの1段階。visit(来庁)、letter(郵便)、fill-in(記入)、wait(待つ)、remote(電話・郵送などの申し出)のどれか。
///
/// One step of a procedure.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "step")]
pub enum Step {
    /// 窓口に行く。 / A visit to a counter.
    Visit(Box<Visit>),
    /// 書類が郵便で届く。 / A letter that arrives by post.
    Letter(Box<Letter>),
    /// 書類に記入する。 / A form or letter is filled in.
    FillIn(Box<FillIn>),
    /// 待つ。 / Time that passes.
    Wait(Wait),
    /// 窓口に行かずに申し出る(電話、郵送、オンライン)。 / A request without a visit.
    Remote(Remote),
}

impl Step {
    /// The step's kind, as in YAML.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Visit(_) => "visit",
            Self::Letter(_) => "letter",
            Self::FillIn(_) => "fill-in",
            Self::Wait(_) => "wait",
            Self::Remote(_) => "remote",
        }
    }
}

/// 来庁。
///
/// A visit to a counter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "visit")]
pub struct Visit {
    /// ページの見出し。
    ///
    /// The heading under which it stands.
    #[serde(default)]
    pub section: Option<Text>,
    /// 窓口(手続き全体の at と違うときだけ)。
    ///
    /// The counters, where they differ from those of the procedure.
    #[serde(default)]
    pub at: Vec<Said<CounterId>>,
    /// 来庁の代わりにできる申し出(電話でもよい、など)。
    ///
    /// What can take the place of the visit (a call, say).
    #[serde(default)]
    pub or_by: Vec<Said<Means>>,
    /// 持ち物。すべて必要。
    ///
    /// What to bring: all of it.
    #[serde(default)]
    pub bring: Option<Said<Papers>>,
    /// 持ち物の一覧の途中までしか読んでいないとき part。
    ///
    /// `part` where the list of things to bring was not read to its end.
    #[serde(default)]
    pub bring_read: Option<Extent>,
    /// 窓口でもらう書類。
    ///
    /// What is handed out.
    #[serde(default)]
    pub receive: Vec<DocumentId>,
    /// この来庁の期限。
    ///
    /// By when the visit must be made.
    #[serde(default)]
    pub within: Option<Said<Deadline>>,
    /// だれが新しい暗証番号を入力するか。
    ///
    /// Who types the new PIN.
    #[serde(default)]
    pub pin_entered_by: Option<Said<Person>>,
    /// 前回と違う窓口でもよいか。
    ///
    /// Whether the counter may differ from that of the visit before.
    #[serde(default)]
    pub counter_may_differ: Option<Said<bool>>,
    /// 窓口が書類の写しを取り、原本を返すか。
    ///
    /// Whether the counter takes copies and gives the originals back.
    #[serde(default)]
    pub copies_taken: Option<Said<bool>>,
    /// この来庁で手続きが終わらないとページが書いているとき false、その日に終わると書いているとき true。
    ///
    /// Whether the page says that the procedure ends on the day of this visit.
    #[serde(default)]
    pub same_day: Option<Said<bool>>,
    /// 不要だとページが書いている書類。
    ///
    /// Documents that the page says are not needed.
    #[serde(default)]
    pub not_needed: Vec<DocumentId>,
    /// 受け付けない場合(記入もれ、など)。
    ///
    /// When the visit is turned away.
    #[serde(default)]
    pub refused_if: Vec<Said<ConditionId>>,
    /// 手続きをやり直す場合。
    ///
    /// When the inquiry starts again.
    #[serde(default)]
    pub restart_if: Vec<Said<ConditionId>>,
    /// 注記。
    ///
    /// What else a reader should know.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// 郵便で届く書類。
///
/// A letter that arrives by post.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "letter")]
pub struct Letter {
    /// ページの見出し。
    ///
    /// The heading under which it stands.
    #[serde(default)]
    pub section: Option<Text>,
    /// 届く書類。
    ///
    /// What arrives.
    pub document: DocumentId,
    /// だれが送るか。
    ///
    /// Who sends it.
    #[serde(default)]
    pub by: Option<Said<Person>>,
    /// だれに届くか。
    ///
    /// To whom.
    #[serde(default)]
    pub to: Option<Said<Person>>,
    /// どこに届くか。
    ///
    /// To which address.
    #[serde(default)]
    pub address: Option<Said<LetterAddress>>,
    /// 郵便の種類。
    ///
    /// By which kind of mail.
    #[serde(default)]
    pub mail: Option<Said<Mail>>,
    /// 郵便の転送届を、先に解除しておく必要があるか。
    ///
    /// Whether a forwarding order must be cancelled before.
    #[serde(default)]
    pub cancel_forwarding: Option<Said<bool>>,
    /// 返すまでの期限。
    ///
    /// By when the reply must be brought back.
    #[serde(default)]
    pub reply_within: Option<Said<Deadline>>,
    /// 注記。
    ///
    /// What else a reader should know.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// 書類への記入。
///
/// A form or letter that is filled in between the visits.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "fill-in")]
pub struct FillIn {
    /// 記入する書類。
    ///
    /// What is filled in.
    pub form: DocumentId,
    /// だれが記入するか。
    ///
    /// Who fills it in.
    #[serde(default)]
    pub by: Option<Said<Person>>,
    /// 代わりに記入できる人と、その条件。
    ///
    /// Who else may, and when.
    #[serde(default)]
    pub or_by: Option<OrBy>,
    /// この書類のなかに含まれる書類(委任状の欄、など)。
    ///
    /// What is contained in it (a power of attorney, say).
    #[serde(default)]
    pub contains: Vec<DocumentId>,
    /// この書類を持って行くことで、代わりになる書類(委任状とみなす、など)。
    ///
    /// Documents that it stands for (taken for a power of attorney, say).
    #[serde(default)]
    pub counts_as: Vec<DocumentId>,
    /// 暗証番号を書くか。
    ///
    /// Whether PINs are written into it.
    #[serde(default)]
    pub pin_written: Option<Said<bool>>,
    /// 暗証番号をどう隠すか。
    ///
    /// How the PINs are hidden from whoever carries it.
    #[serde(default)]
    pub pin_concealed: Option<Said<Concealment>>,
    /// 注記。
    ///
    /// What else a reader should know.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// 代わりに記入できる人。
///
/// Who else may fill a form in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "or-by")]
pub struct OrBy {
    /// だれが。 / Who.
    pub who: Person,
    /// どんなとき。 / When.
    #[serde(default)]
    pub only_if: Option<ConditionId>,
}

/// 待つ時間。
///
/// Time that passes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "wait")]
pub struct Wait {
    /// どのくらい。 / How long.
    pub time: Said<Period>,
    /// 「約」「ほど」のとき true。 / True for "about".
    #[serde(default)]
    pub about: bool,
    /// 何を待つか。 / For what.
    #[serde(default)]
    pub until: Option<Note>,
}

/// 窓口に行かない申し出。
///
/// A request that is made without a visit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "remote")]
pub struct Remote {
    /// 方法。 / How.
    pub by: Said<Means>,
    /// だれが。 / Who.
    #[serde(default)]
    pub who: Option<Said<Person>>,
    /// 添える書類。 / What goes with it.
    #[serde(default)]
    pub bring: Option<Said<Papers>>,
    /// 受け取る書類。 / What comes back.
    #[serde(default)]
    pub receive: Vec<DocumentId>,
    /// 注記。 / What else a reader should know.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// How a request is made without a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "means")]
pub enum Means {
    /// 電話。 / By telephone.
    Telephone,
    /// 郵送。 / By post.
    Post,
    /// オンライン。 / Online.
    Online,
}

/// A person in a procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "person")]
pub enum Person {
    /// 本人(カードの持ち主)。 / The cardholder.
    Principal,
    /// 法定代理人。 / The legal representative.
    LegalRepresentative,
    /// 任意代理人(本人が頼んだ人)。 / The authorised agent.
    Agent,
    /// 同じ世帯の人。 / A member of the same household.
    HouseholdMember,
    /// 窓口の職員。 / The counter's staff.
    Staff,
    /// 市区町村。 / The municipality.
    Municipality,
    /// 地方公共団体情報システム機構(J-LIS)。 / The agency that runs the card system.
    JLis,
}

impl Person {
    /// The person's name, as in YAML and in message files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Principal => "principal",
            Self::LegalRepresentative => "legal-representative",
            Self::Agent => "agent",
            Self::HouseholdMember => "household-member",
            Self::Staff => "staff",
            Self::Municipality => "municipality",
            Self::JLis => "j-lis",
        }
    }
}

/// The address to which a letter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "letter-address")]
pub enum LetterAddress {
    /// 住民票の住所。 / The address on the resident register.
    ResidentRegister,
}

/// The kind of mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "mail")]
pub enum Mail {
    /// 転送不要。 / Not forwarded.
    NoForwarding,
    /// 普通郵便。 / Ordinary mail.
    Ordinary,
    /// 簡易書留など。 / Registered mail.
    Registered,
}

/// How written PINs are hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "concealment")]
pub enum Concealment {
    /// 目隠しシールなどで隠す。 / Masked.
    Masked,
    /// 封筒に入れるなどする。 / Put into an envelope or the like.
    Envelope,
    /// 窓口で渡された封筒に入れる。 / Put into the envelope that the counter gave.
    IssuedEnvelope,
    /// 封をする。 / Sealed.
    Sealed,
}

/// 期間。年・月・日のどれか。
///
/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "period")]
pub enum Period {
    /// 日。 / Days.
    Days(#[schemars(range(min = 1))] u16),
    /// 週。 / Weeks.
    Weeks(#[schemars(range(min = 1))] u16),
    /// 月。 / Months.
    Months(#[schemars(range(min = 1))] u16),
    /// 年。 / Years.
    Years(#[schemars(range(min = 1))] u16),
}

impl Period {
    /// The unit's name and the number.
    #[must_use]
    pub fn parts(self) -> (&'static str, u16) {
        match self {
            Self::Days(n) => ("days", n),
            Self::Weeks(n) => ("weeks", n),
            Self::Months(n) => ("months", n),
            Self::Years(n) => ("years", n),
        }
    }
}

/// 期限。
///
/// By when something must be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "deadline")]
pub struct Deadline {
    /// 期間(例: { days: 30 })。「期限がある」とだけ書いてあるときは省略する。
    ///
    /// The time; left out where the page says only that there is a deadline.
    #[serde(default)]
    pub time: Option<Period>,
    /// いつから数えるか、または、いつまでか。
    ///
    /// From when it is counted, or until what.
    #[serde(default)]
    pub from: Option<DeadlineStart>,
}

/// What a deadline is counted from, or ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "deadline-start")]
pub enum DeadlineStart {
    /// 前回の来庁の日から。 / From the visit before.
    PreviousVisit,
    /// 申請の日から。 / From the application.
    Application,
    /// 書類を送った日から。 / From the day on which the letter was sent.
    Dispatch,
    /// 電子証明書の有効期限まで。 / Until the certificate expires.
    UntilCertificateExpiry,
}
