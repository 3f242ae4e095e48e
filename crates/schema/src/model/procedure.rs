use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Extent, Note, PinKind, Reservation, Said, Step};
use crate::scalar::{
    ApplicantId, Condition, ConditionId, CounterId, Day, DocumentId, Formula, OpeningHours, ProcedureId, SourceId,
    Text, WebAddress,
};

/// 手続き1つの決まり。
///
/// What the city says of one procedure.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "procedure")]
pub struct Procedure {
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
    /// この日から。
    ///
    /// The first day on which this holds.
    #[serde(default)]
    pub valid_from: Option<Day>,
    /// この日まで。
    ///
    /// The last day on which this holds.
    #[serde(default)]
    pub valid_until: Option<Day>,
    /// どんなときの手続きか。
    ///
    /// For which reasons the page offers it.
    #[serde(default)]
    pub reasons: Vec<Reason>,
    /// どの暗証番号の手続きか。ページが区別しないときは書かない。
    ///
    /// Which PINs it covers; left out where the page makes no difference.
    #[serde(default)]
    pub pins: Option<Said<Vec<PinKind>>>,
    /// 窓口(counters の識別子)。
    ///
    /// The counters at which it is done.
    #[serde(default)]
    pub at: Vec<Said<CounterId>>,
    /// できない窓口。
    ///
    /// Counters at which it is not done.
    #[serde(default)]
    pub not_at: Vec<CounterId>,
    /// この手続きの予約。
    ///
    /// Whether this procedure needs an appointment.
    #[serde(default)]
    pub reservation: Option<Said<Reservation>>,
    /// 書類はすべて原本に限るか。
    ///
    /// Whether every document must be an original.
    #[serde(default)]
    pub originals_only: Option<Said<bool>>,
    /// 書類は有効期限内に限るか。
    ///
    /// Whether every document must be within its validity.
    #[serde(default)]
    pub valid_only: Option<Said<bool>>,
    /// 手数料。
    ///
    /// The fee.
    #[serde(default)]
    pub fee: Option<Said<Fee>>,
    /// 今と同じ暗証番号をまた使えるか。
    ///
    /// Whether the same PIN may be set again.
    #[serde(default)]
    pub same_pin_again: Option<Said<bool>>,
    /// ほかの手続きと同じ持ち物・流れのとき、その手続き。
    ///
    /// The procedure whose applicants and steps are the same.
    #[serde(default)]
    pub same_as: Option<Said<ProcedureId>>,
    /// 窓口以外の方法(コンビニ、パソコンなど)。
    ///
    /// Ways other than a counter.
    #[serde(default)]
    #[schemars(extend("propertyNames" = { "enum": Channel::ALL.map(Channel::name) }))]
    pub elsewhere: IndexMap<Channel, Elsewhere>,
    /// 手続きをする人ごとの決まり。
    ///
    /// Per applicant: who may come, with what, how often.
    #[serde(default)]
    pub applicants: IndexMap<ApplicantId, Applicant>,
    /// 注記。
    ///
    /// What else a reader should know.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// 以前の決まり。valid_until を付けるか、出典を以前の版(replaced_by のある出典)にする。
    ///
    /// Superseded rules, each with its `valid_until`, or with an earlier version of the page as its
    /// source where no page says when it ended.
    #[serde(default)]
    pub earlier: Vec<Procedure>,
}

impl Procedure {
    /// Whether the day lies in the time of the rule, as far as its page says it.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_until.is_none_or(|until| day <= until)
    }

    /// This rule, and then the earlier ones.
    pub fn rules(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.earlier)
    }
}

/// Why a procedure is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "reason")]
pub enum Reason {
    /// 忘れた。 / The PIN was forgotten.
    Forgotten,
    /// ロックされた。 / The PIN is locked.
    Locked,
    /// 変えたい。 / A change is wanted.
    WantChange,
    /// 顔認証マイナンバーカードから戻す。 / Back from a face-authentication card.
    FromFaceAuthentication,
    /// 有効期限が近い、または切れた。 / The certificate expires or has expired.
    Expiry,
    /// 電子証明書を付けていない。 / No certificate has been issued.
    NotIssued,
    /// カードをなくした、こわした。 / The card was lost or damaged.
    Loss,
}

impl Reason {
    /// The reason's name, as in YAML and in message files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Forgotten => "forgotten",
            Self::Locked => "locked",
            Self::WantChange => "want-change",
            Self::FromFaceAuthentication => "from-face-authentication",
            Self::Expiry => "expiry",
            Self::NotIssued => "not-issued",
            Self::Loss => "loss",
        }
    }
}

/// 手数料。
///
/// A fee.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "fee")]
pub struct Fee {
    /// 円。無料なら 0。 / In yen; 0 where it is free.
    pub yen: u32,
    /// 注記。 / What else a reader should know.
    #[serde(default)]
    pub note: Option<Note>,
}

/// A way other than a counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "channel")]
pub enum Channel {
    /// コンビニなどのキオスク端末(スマートフォンのアプリで予約)。 / A kiosk in a shop, after a reservation by smartphone.
    Kiosk,
    /// パソコンやスマートフォンの JPKI 利用者ソフト。 / The JPKI client software at home.
    JpkiSoftware,
    /// マイナポータル。 / The Mynaportal app or site.
    Mynaportal,
    /// 郵便局。 / A post office.
    PostOffice,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 4] = [Self::Kiosk, Self::JpkiSoftware, Self::Mynaportal, Self::PostOffice];

    /// The channel's name, as in YAML and in message files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Kiosk => "kiosk",
            Self::JpkiSoftware => "jpki-software",
            Self::Mynaportal => "mynaportal",
            Self::PostOffice => "post-office",
        }
    }
}

/// 窓口以外の方法について、ページが書いていること。
///
/// What the page says of a way other than a counter.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "elsewhere")]
pub struct Elsewhere {
    /// 出典。 / The source.
    #[serde(default)]
    pub source: Option<SourceId>,
    /// ページの見出し。 / The heading under which it stands.
    #[serde(default)]
    pub section: Option<Text>,
    /// できるか。できないと書いてあるとき false。
    ///
    /// Whether it is offered; false where the page says that it is not.
    #[serde(default)]
    pub offered: Option<Said<bool>>,
    /// どの暗証番号についてできるか。
    ///
    /// For which PINs.
    #[serde(default)]
    pub pins: Option<Said<Vec<PinKind>>>,
    /// この方法を使える人(本人だけ、など)。
    ///
    /// The only applicants who may use it.
    #[serde(default)]
    pub only_for: Vec<ApplicantId>,
    /// 条件。すべて満たす必要がある。
    ///
    /// Conditions, all of which must hold.
    #[serde(default)]
    pub requires: Vec<Said<ConditionId>>,
    /// できない場合。
    ///
    /// Cases in which it cannot be done.
    #[serde(default)]
    pub not_if: Vec<Said<ConditionId>>,
    /// 使える時間。
    ///
    /// When it is open.
    #[serde(default)]
    pub hours: Option<Said<OpeningHours>>,
    /// 使うアプリ・ソフトの名前(ページのことば)。
    ///
    /// The app or software, by the page's name.
    #[serde(default)]
    pub software: Option<Said<Text>>,
    /// ページが案内しているリンク。
    ///
    /// Where the page leads.
    #[serde(default)]
    pub link: Option<WebAddress>,
    /// 注記。 / What else a reader should know.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// 手続きをする人1種類の決まり。
///
/// The rule for one kind of applicant.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "applicant")]
pub struct Applicant {
    /// 出典。 / The source.
    #[serde(default)]
    pub source: Option<SourceId>,
    /// ページの見出し。 / The heading under which it stands.
    #[serde(default)]
    pub section: Option<Text>,
    /// 受け付けるか。受け付けないと書いてあるとき false。
    ///
    /// Whether this applicant is accepted; false where the page says not.
    #[serde(default)]
    pub accepted: Option<Said<bool>>,
    /// ほかの種類の人と同じ扱い(同一世帯の人は本人と同じ、など)。
    ///
    /// The kind of applicant by whose rule this one goes.
    #[serde(default)]
    pub treated_as: Option<ApplicantId>,
    /// 本人がどんな人のときか(15歳未満、成年被後見人、など)。条件の識別子。
    ///
    /// The principal's situations for which this applicant may or must come.
    #[serde(default)]
    pub represents: Vec<Said<ConditionId>>,
    /// 来る人の立場(親権者、成年後見人、など)。条件の識別子。
    ///
    /// The offices that the page names for this applicant.
    #[serde(default)]
    pub who: Vec<Said<ConditionId>>,
    /// 本人も来る必要があるか。
    ///
    /// Whether the principal must come too.
    #[serde(default)]
    pub principal_attends: Option<Said<Attendance>>,
    /// この人として手続きできる条件。
    ///
    /// Who may act at all.
    #[serde(default)]
    pub eligibility: Option<Said<Eligibility>>,
    /// 手続きの流れ。順に書く。
    ///
    /// The steps, in order.
    #[serde(default)]
    pub steps: Option<Said<Vec<Step>>>,
    /// 条件によって流れが変わるとき、steps の代わりに書く。
    ///
    /// In place of `steps`, where the steps depend on a condition.
    #[serde(default)]
    pub flows: Vec<Flow>,
    /// 流れの途中までしか読んでいないとき part。
    ///
    /// `part` where the steps were not read to their end.
    #[serde(default)]
    pub steps_read: Option<Extent>,
    /// ページが書いている来庁の回数。steps の数と比べる。
    ///
    /// The number of visits that the page names; it is compared with the steps.
    #[serde(default)]
    pub visits_stated: Option<Said<u8>>,
    /// 不要だとページが書いている書類。
    ///
    /// Documents that the page says are not needed.
    #[serde(default)]
    pub not_needed: Vec<DocumentId>,
    /// 注記。 / What else a reader should know.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// 条件つきの流れ。
///
/// Steps that are taken under a condition.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "flow")]
pub struct Flow {
    /// この条件のとき。
    ///
    /// Under this condition.
    #[serde(default)]
    pub only_if: Option<Condition>,
    /// これらの窓口でのとき。
    ///
    /// At these counters.
    #[serde(default)]
    pub at: Vec<Said<CounterId>>,
    /// この本人確認書類を持っているとき。
    ///
    /// With these identity documents.
    #[serde(default)]
    pub with: Option<Formula>,
    /// ほかの流れに当てはまらないとき true。
    ///
    /// True for the flow that is left for all others.
    #[serde(default)]
    pub otherwise: bool,
    /// 流れ。
    ///
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// Whether the principal must come too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "attendance")]
pub enum Attendance {
    /// 来る必要がある。 / The principal must come.
    Required,
    /// 来なくてよい。 / The principal need not come.
    NotRequired,
    /// 来ないときは照会書による。 / The principal comes, or an inquiry letter is sent.
    ElseLetter,
}

/// 代理人などになれる条件。
///
/// Who may act at all.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "eligibility")]
pub struct Eligibility {
    /// 持っていなければならない本人確認書類。
    ///
    /// Identity documents that the applicant must hold.
    #[serde(default)]
    pub identity: Option<Formula>,
    /// 条件(本人が15歳以上、やむを得ない理由、など)。
    ///
    /// Conditions.
    #[serde(default)]
    pub only_if: Option<Condition>,
}
