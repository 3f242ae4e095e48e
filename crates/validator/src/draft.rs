//! A file for a municipality, ready to be filled in: what the national list knows stands in it, every
//! other block is explained. The findings of the check then say what is still missing.

use madoguchi_schema::load::{Content, municipality_path};
use madoguchi_schema::national_list::Listed;
use madoguchi_schema::scalar::{ApplicantId, Day, DocumentId, PageDate, WebAddress};

use crate::layout::{LayoutError, layout};

/// What is known of a municipality before its file is written.
#[derive(Debug, Clone)]
pub struct Draft<'l> {
    /// Its line of the national list.
    pub listed: &'l Listed,
    /// The day on which its page is read.
    pub read_on: Day,
    /// The page's address.
    pub url: Option<WebAddress>,
    /// The page's title.
    pub title: Option<String>,
    /// The date that the page bears, or that it bears none.
    pub page_date: Option<PageDate>,
    /// Whether the whole page is read.
    pub whole: Option<bool>,
    /// Who may come to have a PIN reset.
    pub applicants: Vec<ApplicantDraft>,
}

/// What is known of an applicant.
#[derive(Debug, Clone)]
pub struct ApplicantDraft {
    /// Who.
    pub id: ApplicantId,
    /// How often they must come, by the page's own number.
    pub visits: Option<u8>,
    /// What to bring.
    pub documents: Vec<DocumentId>,
}

impl<'l> Draft<'l> {
    /// A draft of which no more is known than the national list says.
    #[must_use]
    pub fn new(listed: &'l Listed, read_on: Day) -> Self {
        let applicants = Vec::new();
        Self { listed, read_on, url: None, title: None, page_date: None, whole: None, applicants }
    }

    /// Where the file belongs, below `datasets/`. Without an English name its path is not known yet: the
    /// check says it when the name is there.
    #[must_use]
    pub fn path(&self) -> String {
        municipality_path(&self.listed.code, &self.listed.english_name().unwrap_or_else(|| "new".to_owned()))
    }

    /// The file's text, in the one layout.
    ///
    /// # Errors
    ///
    /// Where what was given cannot stand in such a file.
    pub fn text(&self) -> Result<String, LayoutError> {
        layout(&self.path(), &Content::Bytes(self.lines().into_bytes()))
    }

    fn lines(&self) -> String {
        let Listed { code, name, kana, .. } = self.listed;
        let english = self.listed.english_name();
        let english_comment = match english {
            Some(_) => "",
            None => "# en: 読みだけでは決められないので、自治体の英語の名前(Shi、Machi などは付けない)を書く。\n",
        };
        let page_date = match self.page_date {
            Some(PageDate::On(day)) => day.to_string(),
            Some(PageDate::Unknown) => "unknown".to_owned(),
            None => quoted(""),
        };
        let read = match self.whole {
            Some(true) => "whole".to_owned(),
            Some(false) => "part".to_owned(),
            None => quoted(""),
        };
        format!(
            "# yaml-language-server: $schema=../../../schema/municipality.schema.json\n\
             # {name}。ページに書いてあることだけを書く。書いていない項目は、キーごと書かない。\n\
             # 「\"\"」のところを埋める。検査(madoguchi check)が、まだ足りないところを知らせる。\n\
             {english_comment}\
             municipality: \"{code}\"\n\
             name: {{ ja: {}, kana: {}, en: {} }}\n\n\
             # 読んだページ。page_date はページにある更新日(2026-11-21 の形)、なければ unknown。\n\
             # read はページ全体を読んだら whole、一部だけなら part。\n\
             sources:\n  pin:\n    url: {}\n    title: {}\n    page_date: {page_date}\n    read_on: {}\n    read: {read}\n\
             {}{}{BLOCKS}",
            // Letters alone, by the list's own rules.
            name,
            kana,
            english.as_deref().unwrap_or("\"\""),
            quoted(&self.url.as_ref().map(ToString::to_string).unwrap_or_default()),
            quoted(self.title.as_deref().unwrap_or_default()),
            self.read_on,
            PROCEDURES,
            self.procedures(),
        )
    }

    fn procedures(&self) -> String {
        if self.applicants.is_empty() {
            return NO_PROCEDURES.to_owned();
        }
        let mut out = "procedures:\n  pin-reset:\n    applicants:\n".to_owned();
        for applicant in &self.applicants {
            out.push_str(&format!("      {}:\n", applicant.id));
            if let Some(visits) = applicant.visits {
                out.push_str(&format!("        visits_stated: {visits}\n"));
            }
            if !applicant.documents.is_empty() {
                let documents: Vec<String> = applicant.documents.iter().map(ToString::to_string).collect();
                out.push_str(&format!("        steps:\n          - visit: {{ bring: [{}] }}\n", documents.join(", ")));
            }
            // A list of papers says nothing of the steps around it.
            out.push_str("        steps_read: part\n");
        }
        out
    }
}

/// A text in quotation marks. JSON's escapes are YAML's.
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\""
}

const PROCEDURES: &str = "
# 手続き。申請できる人(applicants)ごとに、手順(steps)を順に書く。来庁は visit、郵便は letter、記入は fill-in。
# 途中までしか読んでいない手順には steps_read: part を書く。
";

const NO_PROCEDURES: &str = "# procedures:
#   pin-reset:
#     at: [main]
#     applicants:
#       principal:
#         steps:
#           - visit:
#               bring:
#                 - { document: my-number-card, original: true }
";

const BLOCKS: &str = "
# 問い合わせ先。
# contact:
#   unit: { ja: 市民課 }
#   telephone: 000-000-0000

# ページのことば(暗証番号を「パスワード」と呼ぶなど)。
# terms:
#   card: マイナンバーカード
#   pin: 暗証番号

# 暗証番号そのものの説明(長さ、何回でロックするか)。
# pins:
#   user: { length: \"4\", lock_after: 3 }

# 電子証明書の説明(有効期限、更新)。
# certificates:
#   valid_until_birthday: 5

# 窓口。識別子(main など)は自分で付け、手続きの at に書く。時間は OpenStreetMap の書き方。
# counters:
#   main:
#     name: { ja: 市役所 市民課 }
#     kind: main
#     hours: \"Mo-Fr 08:30-17:15; PH off\"

# 本人確認書類の一覧。区分(A、B)ごとに。手続きでは { identity: A | B+B } のように使う。
# identity_documents:
#   A:
#     name: { ja: A欄 }
#     kind: public-photo
#     documents: [drivers-licence, passport]

# 様式・通知の、この自治体での名前。
# forms:
#   inquiry-reply:
#     name: { ja: 照会書兼回答書 }

# ページの誤植や、つじつまの合わないところ。
# slips:
#   - printed: ページの表記
#     why: そう考える理由

# 検査の指摘のうち、理由があって受け入れるもの。
# allow:
#   - { rule: unofficial-host, at: sources.pin.url, because: 理由 }
";
