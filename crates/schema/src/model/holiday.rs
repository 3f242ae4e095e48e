use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::NationalSource;
use crate::scalar::{Day, SourceId};

/// 国民の祝日と休日の一覧。
///
/// The public holidays, day by day, as far as they have been announced.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "holidays")]
pub struct Holidays {
    /// 出典。 / The sources.
    pub sources: IndexMap<SourceId, NationalSource>,
    /// 出典を読んだ日。 / The day on which they were read.
    pub read_on: Day,
    /// この一覧が扱う期間。ここにない日については、祝日かどうかを言わない。
    ///
    /// The time for which the table is complete. Of other days it says nothing.
    pub covered: Covered,
    /// 祝日と休日。日付の順。 / The holidays, by date.
    pub days: IndexMap<Day, Holiday>,
}

impl Holidays {
    /// Where the table stands, below `datasets/`.
    pub const PATH: &'static str = "national/holidays.yaml";

    /// Whether the table says of a day if it is a holiday.
    #[must_use]
    pub fn covers(&self, day: Day) -> bool {
        (self.covered.from..=self.covered.until).contains(&day)
    }

    /// What is celebrated on a day.
    #[must_use]
    pub fn on(&self, day: Day) -> Option<Holiday> {
        self.days.get(&day).copied()
    }
}

/// 最初の日と最後の日。
///
/// The first day and the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "covered")]
pub struct Covered {
    /// 最初の日。 / The first day.
    pub from: Day,
    /// 最後の日。 / The last day.
    pub until: Day,
}

/// A day on which the country rests: a national holiday of the law's second article, or a day off
/// of its third.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "holiday")]
pub enum Holiday {
    /// 元日。1月1日。 / New Year's Day.
    NewYearsDay,
    /// 成人の日。1月の第2月曜日。 / Coming of Age Day.
    ComingOfAgeDay,
    /// 建国記念の日。2月11日。 / National Foundation Day.
    NationalFoundationDay,
    /// 天皇誕生日。2月23日。 / The Emperor's Birthday.
    EmperorsBirthday,
    /// 春分の日。 / Vernal Equinox Day.
    VernalEquinoxDay,
    /// 昭和の日。4月29日。 / Showa Day.
    ShowaDay,
    /// 憲法記念日。5月3日。 / Constitution Memorial Day.
    ConstitutionMemorialDay,
    /// みどりの日。5月4日。 / Greenery Day.
    GreeneryDay,
    /// こどもの日。5月5日。 / Children's Day.
    ChildrensDay,
    /// 海の日。7月の第3月曜日。 / Marine Day.
    MarineDay,
    /// 山の日。8月11日。 / Mountain Day.
    MountainDay,
    /// 敬老の日。9月の第3月曜日。 / Respect for the Aged Day.
    RespectForTheAgedDay,
    /// 秋分の日。 / Autumnal Equinox Day.
    AutumnalEquinoxDay,
    /// スポーツの日。10月の第2月曜日。 / Sports Day.
    SportsDay,
    /// 文化の日。11月3日。 / Culture Day.
    CultureDay,
    /// 勤労感謝の日。11月23日。 / Labour Thanksgiving Day.
    LabourThanksgivingDay,
    /// 振替休日(第3条第2項)。 / A day off in place of a holiday on a Sunday.
    Substitute,
    /// 祝日に挟まれた休日(第3条第3項)。 / A day off between two holidays.
    Between,
}

impl Holiday {
    /// The holiday's name, as in YAML.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NewYearsDay => "new-years-day",
            Self::ComingOfAgeDay => "coming-of-age-day",
            Self::NationalFoundationDay => "national-foundation-day",
            Self::EmperorsBirthday => "emperors-birthday",
            Self::VernalEquinoxDay => "vernal-equinox-day",
            Self::ShowaDay => "showa-day",
            Self::ConstitutionMemorialDay => "constitution-memorial-day",
            Self::GreeneryDay => "greenery-day",
            Self::ChildrensDay => "childrens-day",
            Self::MarineDay => "marine-day",
            Self::MountainDay => "mountain-day",
            Self::RespectForTheAgedDay => "respect-for-the-aged-day",
            Self::AutumnalEquinoxDay => "autumnal-equinox-day",
            Self::SportsDay => "sports-day",
            Self::CultureDay => "culture-day",
            Self::LabourThanksgivingDay => "labour-thanksgiving-day",
            Self::Substitute => "substitute",
            Self::Between => "between",
        }
    }
}
