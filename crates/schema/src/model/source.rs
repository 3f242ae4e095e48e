use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Note;
use crate::scalar::{Day, PageDate, SourceId, Text, WebAddress};

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
    /// 同じページの後の版、または代わりのページ(sources の識別子)。書いてある出典は、以前の版になる。以前の版だけで読んだ決まりは、今の決まりとしては示さない。
    ///
    /// The later version of the same page, or the page in its place, where that was read too. This
    /// source is then an earlier version: what only it was read to say is not shown as today's rule.
    #[serde(default)]
    pub replaced_by: Option<SourceId>,
    /// この出典についての注記。以前の版では、後の版との違いを短く書く。
    ///
    /// What a reader of this source should know; of an earlier version, how it differs from the later.
    #[serde(default)]
    pub note: Option<Note>,
}

/// How much of a page was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "extent")]
pub enum Extent {
    /// ページ全体を読んだ。 / The whole page.
    Whole,
    /// 一部だけ読んだ。 / A part of it.
    Part,
}
