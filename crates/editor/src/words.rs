//! The words for what an editor shows, from the schemas and the vocabularies: both hold Japanese and
//! English side by side.

use std::fmt::Display;

use madoguchi_schema::dataset::Vocabulary;
use madoguchi_schema::fault::Reference;
use madoguchi_schema::romaji;
use madoguchi_validator::Lang;

/// A description of a schema in one language.
pub(crate) fn described(text: &str, lang: Lang) -> &str {
    let parts = text.split_once("\n\n").or_else(|| text.split_once(" / "));
    match (parts, lang) {
        (None, _) => text,
        (Some((ja, _)), Lang::Ja) => ja,
        (Some((_, en)), Lang::En) => en,
    }
}

/// An id with its names.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    pub(crate) id: String,
    pub(crate) ja: String,
    pub(crate) kana: String,
    pub(crate) en: String,
}

impl Named {
    fn of(id: &dyn Display, ja: &dyn Display, kana: &dyn Display, en: &dyn Display) -> Self {
        Self { id: id.to_string(), ja: ja.to_string(), kana: kana.to_string(), en: en.to_string() }
    }

    /// The name in a language.
    pub(crate) fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ja => &self.ja,
            Lang::En => &self.en,
        }
    }

    /// What somebody may type who looks for it: its id, its names, its reading in kana and in letters.
    pub(crate) fn sought(&self) -> String {
        let letters = romaji::typed(&self.kana);
        [self.id.as_str(), &self.ja, &self.kana, &letters, &self.en]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// The ids of a kind that the vocabularies define.
pub(crate) fn named(vocabulary: &Vocabulary, of: Reference) -> Vec<Named> {
    macro_rules! all {
        ($entries:expr) => {
            $entries.iter().map(|(id, entry)| Named::of(id, &entry.ja, &entry.kana, &entry.en)).collect()
        };
    }
    match of {
        Reference::Document => all!(vocabulary.documents),
        Reference::Procedure => all!(vocabulary.procedures),
        Reference::Applicant => all!(vocabulary.applicants),
        Reference::Condition => all!(vocabulary.conditions),
        Reference::Use => all!(vocabulary.uses),
        Reference::Source | Reference::Counter | Reference::Class | Reference::Rule => Vec::new(),
    }
}
