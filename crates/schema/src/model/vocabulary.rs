use std::sync::Arc;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Note, Person};
use crate::scalar::{ApplicantId, ConditionId, Day, DocumentId, Kana, ProcedureId, Text, UseId};

macro_rules! vocabulary {
    ($($(#[$doc:meta])* $file:ident, $rename:literal: $id:ty => $entry:ty;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[schemars(rename = $rename)]
        pub struct $file {
            /// 語彙。識別子ごとに。 / The entries, by id.
            pub entries: Arc<IndexMap<$id, $entry>>,
        }
    )+};
}

vocabulary! {
    /// 書類の語彙。 / The vocabulary of documents.
    DocumentVocabulary, "document-vocabulary": DocumentId => DocumentEntry;
    /// 手続きの語彙。 / The vocabulary of procedures.
    ProcedureVocabulary, "procedure-vocabulary": ProcedureId => ProcedureEntry;
    /// 手続きをする人の語彙。 / The vocabulary of applicants.
    ApplicantVocabulary, "applicant-vocabulary": ApplicantId => ApplicantEntry;
    /// 条件の語彙。 / The vocabulary of conditions.
    ConditionVocabulary, "condition-vocabulary": ConditionId => ConditionEntry;
    /// 暗証番号の使いみちの語彙。 / The vocabulary of uses of a PIN.
    UseVocabulary, "use-vocabulary": UseId => UseEntry;
}

macro_rules! entry {
    ($(#[$doc:meta])* $name:ident, $rename:literal { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[schemars(rename = $rename)]
        pub struct $name {
            /// 日本語。 / In Japanese.
            pub ja: Text,
            /// 読みがな。 / The reading in hiragana.
            pub kana: Kana,
            /// やさしい日本語。 / In plain Japanese.
            pub plain: Text,
            /// 英語。 / In English.
            pub en: Text,
            $($(#[$field_doc])* pub $field: $type,)*
        }
    };
}

entry! {
    /// 書類1つ。 / A document.
    DocumentEntry, "document-entry" {
        /// どんな書類か。 / What kind of thing it is.
        kind: DocumentKind,
        /// 新しく発行されなくなった日。 / The first day on which it is no longer issued.
        #[serde(default)]
        not_issued_from: Option<Day>,
        /// どれも有効でなくなった日。 / The first day on which none is valid any more.
        #[serde(default)]
        invalid_from: Option<Day>,
        /// 同じ書類の別の書き方。検索と「もしかして」に使う。 / Other spellings of the same document.
        #[serde(default)]
        also: Vec<Text>,
        /// 注記。 / What a reader should know.
        #[serde(default)]
        note: Option<Note>,
    }
}

/// What kind of thing a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "document-kind")]
pub enum DocumentKind {
    /// 手続きの対象のカード。 / The card itself.
    Card,
    /// 本人確認書類。 / An identity document.
    Identity,
    /// 代理権を証明する書類(戸籍謄本、登記事項証明書)。 / A proof of authority of a legal representative.
    AuthorityProof,
    /// 委任状。 / A power of attorney.
    Authorisation,
    /// 申請書などの様式。 / A form.
    Form,
    /// 郵便で届く照会書・通知。 / A letter.
    Letter,
    /// 紛失などの証明。 / Evidence of a loss or an accident.
    Evidence,
    /// 書類ではない確認の方法(口頭での質問など)。 / A way of checking without a paper.
    Means,
    /// そのほかのもの(写真、暗証番号など)。 / Any other thing.
    Other,
}

entry! {
    /// 手続き1つ。 / A procedure.
    ProcedureEntry, "procedure-entry" {
        /// 短い説明。 / What it is for.
        about: Note,
    }
}

entry! {
    /// 手続きをする人1種類。 / A kind of applicant.
    ApplicantEntry, "applicant-entry" {
        /// 窓口に来る人。 / The person who comes to the counter.
        person: Person,
        /// 短い説明。 / Who that is.
        about: Note,
    }
}

entry! {
    /// 条件1つ。 / A condition.
    ConditionEntry, "condition-entry" {
        /// 年齢による条件のとき、この年齢未満。 / Below this age, for a condition of age.
        #[serde(default)]
        below_age: Option<u8>,
        /// 注記。 / What a reader should know.
        #[serde(default)]
        note: Option<Note>,
    }
}

entry! {
    /// 使いみち1つ。 / A use.
    UseEntry, "use-entry" {}
}
