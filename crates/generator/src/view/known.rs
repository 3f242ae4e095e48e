//! Every municipality of the country, with a file or without.

use std::collections::BTreeMap;

use madoguchi_schema::dataset::{Dataset, MunicipalityFile};
use madoguchi_schema::national_list::MunicipalityKind;
use madoguchi_schema::scalar::{MunicipalityCode, Prefecture};

use super::letters;
use super::words::{Words, prefecture_in_english};
use crate::{Lang, Page};

/// A municipality.
#[derive(Clone, Copy)]
pub(crate) struct Known<'d> {
    pub(crate) code: &'d MunicipalityCode,
    /// In Japanese.
    pub(crate) name: &'d str,
    pub(crate) kana: &'d str,
    /// Its file, where it has one.
    pub(crate) file: Option<&'d MunicipalityFile>,
}

/// The municipalities of the national list and of the files, by code.
pub(crate) fn known(dataset: &Dataset) -> Vec<Known<'_>> {
    let listed = dataset.national_list.all().iter();
    let mut all: BTreeMap<&MunicipalityCode, Known<'_>> = listed
        .map(|listed| {
            (
                &listed.code,
                Known { code: &listed.code, name: listed.name.as_str(), kana: listed.kana.as_str(), file: None },
            )
        })
        .collect();
    for file in &dataset.municipalities {
        let (code, name) = (&file.municipality.municipality, &file.municipality.name);
        all.insert(code, Known { code, name: name.ja.as_str(), kana: name.kana.as_str(), file: Some(file) });
    }
    all.into_values().collect()
}

impl Known<'_> {
    pub(crate) fn prefecture(&self) -> Prefecture {
        self.code.prefecture()
    }

    /// Its name in a language. Without a file its English name is its reading in letters.
    pub(crate) fn text(&self, words: Words<'_>) -> String {
        match (words.lang, self.file) {
            (Lang::Ja | Lang::Plain, _) => self.name.to_owned(),
            (Lang::En, Some(file)) => file.municipality.name.en.to_string(),
            (Lang::En, None) => letters::name(self.kana, MunicipalityKind::of_name(self.name)),
        }
    }
}

/// Where it stands.
pub(crate) const PATH: &str = "assets/municipalities.js";

/// What the search looks through, as a script that every language shares: a script is all that a
/// page can load from a folder. A line is a prefecture (`17,石川県,Ishikawa`) or a municipality of
/// it (`172014,金沢市,かなざわし,Kanazawa`), whose English name says that it has a file.
pub(crate) fn index(dataset: &Dataset) -> Page {
    let mut lines = String::new();
    let mut last = None;
    for known in known(dataset) {
        let prefecture = known.prefecture();
        if last != Some(prefecture.number) {
            last = Some(prefecture.number);
            let english = prefecture_in_english(prefecture);
            lines.push_str(&format!("{:02},{},{english}\n", prefecture.number, prefecture.ja));
        }
        let english = known.file.map(|file| format!(",{}", cell(file.municipality.name.en.as_str())));
        let english = english.unwrap_or_default();
        lines.push_str(&format!("{},{},{}{english}\n", known.code, cell(known.name), cell(known.kana)));
    }
    let script = format!("const municipalities = `{}`;\nconst letters = \"{}\";\n", lines.trim_end(), letters::TABLE);
    Page { path: PATH.into(), bytes: script.into_bytes() }
}

/// A text that ends neither its cell nor the script's text.
fn cell(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, ',' | '`' | '\\' | '$' | '<')).collect()
}
