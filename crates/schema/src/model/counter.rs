use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Label, Note, Said};
use crate::scalar::{ApplicantId, Day, OpeningHours, ProcedureId, SourceId, Text, WebAddress};

/// 窓口。
///
/// A counter, or a group of counters with the same rules.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "counter")]
pub struct Counter {
    /// 窓口の名前。
    ///
    /// The counter's name, as the page has it.
    pub name: Label,
    /// 窓口の種類。
    ///
    /// What kind of counter it is.
    pub kind: CounterKind,
    /// ページが複数の窓口をまとめて書いているとき true(「各市民センター」など)。
    ///
    /// True where the page means several counters by one name.
    #[serde(default)]
    pub several: bool,
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
    /// 所在地。
    ///
    /// Where it is.
    #[serde(default)]
    pub address: Option<Said<Text>>,
    /// 受付時間。opening_hours の書き方で。
    ///
    /// Hours in OpenStreetMap's opening_hours syntax.
    #[serde(default)]
    pub hours: Option<Said<OpeningHours>>,
    /// opening_hours では書けない受付時間。
    ///
    /// Hours that opening_hours cannot say.
    #[serde(default)]
    pub irregular: Vec<Said<IrregularHours>>,
    /// 予約。
    ///
    /// Whether an appointment is needed.
    #[serde(default)]
    pub reservation: Option<Said<Reservation>>,
    /// 混雑状況が公開されているか。
    ///
    /// Whether the page leads to a live display of how crowded the counter is.
    #[serde(default)]
    pub crowding_shown: Option<Said<bool>>,
    /// どこに住む人が使えるか。
    ///
    /// Who may use it, by place of residence.
    #[serde(default)]
    pub jurisdiction: Option<Said<Jurisdiction>>,
    /// この窓口を使える人(本人だけ、など)。
    ///
    /// The only applicants whom this counter serves.
    #[serde(default)]
    pub only_for: Vec<ApplicantId>,
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
    /// 注記。
    ///
    /// What else a reader should know.
    #[serde(default)]
    pub notes: Vec<Note>,
}

impl Counter {
    /// Whether there is the counter on a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_until.is_none_or(|until| day <= until)
    }
}

/// The kind of a counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "counter-kind")]
pub enum CounterKind {
    /// 本庁舎。 / The main office.
    Main,
    /// 支所・出張所・分室。 / A branch office.
    Branch,
    /// 区役所。 / A ward office.
    WardOffice,
    /// 市民センター・市民サービスセンターなど。 / A citizens' centre.
    CitizensCentre,
    /// マイナンバーカード専用の窓口。 / A centre for My Number Cards.
    CardCentre,
    /// 郵便局。 / A post office.
    PostOffice,
}

/// Whether an appointment is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "reservation")]
pub enum Reservation {
    /// 予約はいらない。 / Not needed.
    None,
    /// 予約もできる。 / Possible.
    Optional,
    /// 予約が必要。 / Needed.
    Required,
}

/// Whom a counter serves, by place of residence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "jurisdiction")]
pub enum Jurisdiction {
    /// 市内のどこに住む人でも。 / Residents of the whole municipality.
    Any,
    /// その区に住む人だけ。 / Residents of the ward only.
    WardOfResidence,
}

/// opening_hours では書けない日の、開く時間または休み。
///
/// Days that opening_hours cannot say, with their hours or as closed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "irregular-hours")]
pub struct IrregularHours {
    /// どの日か。
    ///
    /// Which days.
    #[serde(rename = "days")]
    pub on: Said<Occasion>,
    /// その日の受付時間(例: 17:15-19:00)。休みなら書かない。
    ///
    /// The hours of those days; left out where closed.
    #[serde(default)]
    pub hours: Option<Said<OpeningHours>>,
    /// その日は休み。
    ///
    /// Closed on those days.
    #[serde(default)]
    pub closed: bool,
    /// 「原則として」とあるとき true。
    ///
    /// True where the page says "in principle".
    #[serde(default)]
    pub in_principle: bool,
    /// その日は早く閉まることがある。
    ///
    /// True where the counter may close early on those days.
    #[serde(default)]
    pub may_close_early: bool,
    /// その日にはできない手続き。
    ///
    /// Procedures that are not done on those days.
    #[serde(default)]
    pub not_for: Vec<ProcedureId>,
    /// その日の予約。
    ///
    /// Whether an appointment is needed on those days.
    #[serde(default)]
    pub reservation: Option<Said<Reservation>>,
    /// 最終受付の時刻(例: "16:45")。
    ///
    /// The last reception before closing.
    #[serde(default)]
    pub last_reception: Option<Text>,
    /// 注記。
    ///
    /// What else a reader should know.
    #[serde(default)]
    pub note: Option<Note>,
}

/// Days that opening_hours cannot say.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(rename = "occasion")]
pub enum Occasion {
    /// 毎月の同じ日。休みの日にあたるときは次の開庁日(next-open-day)など。
    ///
    /// The same day of each month.
    DayOfMonth {
        /// 日(1〜31)。 / The day, 1 to 31.
        #[schemars(range(min = 1, max = 31))]
        day: u8,
        /// 休みの日にあたるとき次の開庁日にずれるか。 / Whether it moves to the next open day.
        #[serde(default)]
        else_next_open_day: bool,
    },
    /// 同じ曜日。第n何曜日だけのこともある。
    ///
    /// A weekday, or only some of the month.
    Weekdays {
        /// 曜日。 / The weekday.
        weekday: Weekday,
        /// 何回目か(1〜5)。毎週なら書かない。 / Which of the month; left out for every week.
        #[serde(default)]
        nth: Vec<u8>,
    },
    /// 第n何曜日の次の何曜日(第3土曜日の翌日の日曜日など)。
    ///
    /// The weekday that follows the nth of another weekday.
    DayAfter {
        /// 基準の曜日。 / The weekday that is counted.
        weekday: Weekday,
        /// 何回目か(1〜5)。 / Which one of the month.
        #[schemars(range(min = 1, max = 5))]
        nth: u8,
    },
    /// システム休止日など、日が決まっていない休み。
    ///
    /// Days of system maintenance, announced elsewhere.
    SystemMaintenance {},
    /// 期間のなかの休日(3月下旬の休日など)。日は別のページで案内される。
    ///
    /// Days off within a time of the year; the days are announced elsewhere.
    HolidaysWithin {
        /// 時期(例: 3月下旬)。 / The time of the year.
        time: Note,
        /// 日の案内。 / Where the days are announced.
        #[serde(default)]
        announced_at: Option<WebAddress>,
    },
    /// 年末年始(日は書いていない)。
    ///
    /// Year-end and New Year, without dates.
    YearEnd {},
    /// 別のページで案内される日。
    ///
    /// Days that another page announces.
    AnnouncedElsewhere {
        /// 日の案内。 / Where the days are announced.
        #[serde(default)]
        announced_at: Option<WebAddress>,
    },
    /// 毎日の最終受付。
    ///
    /// Every open day.
    EveryOpenDay {},
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[schemars(rename = "weekday")]
pub enum Weekday {
    /// 月 / Monday
    Mo,
    /// 火 / Tuesday
    Tu,
    /// 水 / Wednesday
    We,
    /// 木 / Thursday
    Th,
    /// 金 / Friday
    Fr,
    /// 土 / Saturday
    Sa,
    /// 日 / Sunday
    Su,
}
