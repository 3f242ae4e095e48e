use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::scalar::Text;

/// 検査の設定(プロジェクトのいちばん上のフォルダーの madoguchi.yaml)。
///
/// How the dataset is checked: `madoguchi.yaml` in the project's root folder.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "settings")]
pub struct Settings {
    /// データの書式の版。madoguchi migrate が書く。省略すると1。
    ///
    /// The version of the data's format, as `madoguchi migrate` writes it (default: 1).
    #[serde(default)]
    pub format: Option<u32>,
    /// 規則の重さ。番号か名前(U001、unofficial-host)ごとに。読み取り・形・参照の規則は、error より軽くできない。
    ///
    /// Levels by a rule's code or name. Rules of reading, shape and references stay errors.
    #[serde(default)]
    pub levels: IndexMap<Text, SetLevel>,
    /// 出典ページの見回り(madoguchi sources check)のしかた。
    ///
    /// How the pages that were read are visited.
    #[serde(default)]
    pub visits: Option<Visits>,
}

/// 出典ページの見回りのしかた。
///
/// How the pages that were read are visited: `madoguchi sources check`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "visits")]
pub struct Visits {
    /// 連絡先(メールアドレスか、https のページ)。訪問先に、訪問者の名前とともに示す。
    ///
    /// An address of mail or of a page (https): it is shown to the hosts that are visited.
    pub contact: Text,
    /// 同じホストへの訪問の間をあける秒数(省略すると5)。
    ///
    /// Seconds between two requests to one host (default: 5).
    #[serde(default)]
    pub seconds_between: Option<u32>,
    /// ひとつのページを待つ秒数(省略すると30)。
    ///
    /// Seconds that a page may take (default: 30).
    #[serde(default)]
    pub seconds_at_most: Option<u32>,
}

impl Settings {
    /// Where the settings stand, seen from `datasets/` as all paths are.
    pub const PATH: &'static str = "../madoguchi.yaml";
}

/// 重さ。
///
/// How grave the breaking of a rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "level")]
pub enum SetLevel {
    /// 知らせない。 / Not reported.
    Off,
    /// 参考。 / Worth knowing.
    Note,
    /// まちがいらしい。 / Probably wrong.
    Warning,
    /// まちがい。 / Wrong: nothing is built.
    Error,
}

impl SetLevel {
    /// The level's name, as in YAML and in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}
