use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Note;
use crate::scalar::{Day, PageDate, Text, WebAddress};

/// 出典のページ。事実はすべて、どのページのどこで読んだかがわかるようにする。
///
/// A page that facts were read from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "source")]
pub struct Source {
    /// ページのアドレス。
    ///
    /// The page's address.
    pub url: WebAddress,
    /// ページの題名。
    ///
    /// The page's title.
    pub title: Text,
    /// ページに書いてある更新日。書いてなければ unknown。
    ///
    /// The date that the page itself bears; `unknown` where it shows none.
    pub page_date: PageDate,
    /// ページを読んだ日。
    ///
    /// The day on which the page was read.
    pub read_on: Day,
    /// ページ全体を読んだか(whole)、一部だけか(part)。書いていない項目は、whole なら「記載なし」、part なら「未確認」になる。
    ///
    /// How much of the page was read. What a file leaves out is silent where the page was read
    /// whole, and unread where it was read in part.
    pub read: Extent,
    /// この出典についての注記。
    ///
    /// What a reader of this source should know.
    #[serde(default)]
    pub note: Option<Note>,
}

/// How much of a page was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "extent")]
pub enum Extent {
    /// ページ全体を読んだ。 / The whole page.
    Whole,
    /// 一部だけ読んだ。 / A part of it.
    Part,
}
