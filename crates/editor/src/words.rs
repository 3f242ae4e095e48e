//! The words for what an editor shows, from the schemas and the vocabularies: both hold Japanese and
//! English side by side.

use madoguchi_schema::names::Named;
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

/// The name of an id in a language.
pub(crate) fn name(named: &Named, lang: Lang) -> &str {
    match lang {
        Lang::Ja => &named.ja,
        Lang::En => &named.en,
    }
}
