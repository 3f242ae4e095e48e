//! Every municipality of the country, with a file or without.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use madoguchi_schema::dataset::{Dataset, MunicipalityFile};
use madoguchi_schema::national_list::{Listed, NationalList};
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
    /// Its line of the national list, where it has one.
    listed: Option<&'d Listed>,
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
                Known {
                    code: &listed.code,
                    name: listed.name.as_str(),
                    kana: listed.kana.as_str(),
                    listed: Some(listed),
                    file: None,
                },
            )
        })
        .collect();
    for file in &dataset.municipalities {
        let (code, name) = (&file.municipality.municipality, &file.municipality.name);
        let listed = all.get(code).and_then(|known| known.listed);
        let known = Known { code, name: name.ja.as_str(), kana: name.kana.as_str(), listed, file: Some(file) };
        all.insert(code, known);
    }
    all.into_values().collect()
}

impl Known<'_> {
    pub(crate) fn prefecture(&self) -> Prefecture {
        self.code.prefecture()
    }

    /// Its name in a language.
    pub(crate) fn text(&self, words: Words<'_>) -> String {
        match words.lang {
            Lang::Ja | Lang::Plain => self.name.to_owned(),
            Lang::En => self.english(),
        }
    }

    fn english(&self) -> String {
        match (self.file, self.listed) {
            (Some(file), _) => file.municipality.name.en.to_string(),
            (None, Some(listed)) => english(listed),
            (None, None) => letters::capital(self.kana),
        }
    }
}

/// The English name by the list alone: where a reading leaves it open, as it is read.
fn english(listed: &Listed) -> String {
    listed.english_name().unwrap_or_else(|| letters::name(listed.kana.as_str(), listed.kind))
}

/// The municipalities that share their name with another of the list.
#[derive(Debug, Default)]
pub(crate) struct Homonyms<'d> {
    japanese: BTreeSet<&'d MunicipalityCode>,
    english: BTreeSet<&'d MunicipalityCode>,
}

impl<'d> Homonyms<'d> {
    /// Found by the list alone, so that no page hangs on the files of others.
    pub(crate) fn of(list: &'d NationalList) -> Self {
        let shared = |name: fn(&Listed) -> String| {
            let mut named: HashMap<String, Vec<&MunicipalityCode>> = HashMap::new();
            for listed in list.all() {
                named.entry(name(listed)).or_default().push(&listed.code);
            }
            named.into_values().filter(|codes| codes.len() > 1).flatten().collect()
        };
        Self { japanese: shared(|listed| listed.name.to_string()), english: shared(english) }
    }

    /// Whether a municipality is one of them, in a language.
    pub(crate) fn has(&self, code: &MunicipalityCode, lang: Lang) -> bool {
        match lang {
            Lang::Ja | Lang::Plain => self.japanese.contains(code),
            Lang::En => self.english.contains(code),
        }
    }
}

/// Where it stands.
pub(crate) const PATH: &str = "assets/municipalities.js";

/// What the search looks through, as a script that every language shares: a script is all that a
/// page can load from a folder. A line is a prefecture (`17,石川県,Ishikawa`) or a municipality of
/// it (`172014,金沢市,かなざわし,Kanazawa,*`); a further cell says that it has a file.
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
        let file = if known.file.is_some() { ",*" } else { "" };
        let [name, kana, english] = [known.name, known.kana, &known.english()].map(cell);
        lines.push_str(&format!("{},{name},{kana},{english}{file}\n", known.code));
    }
    let script = format!("const municipalities = `{}`;\nconst letters = \"{}\";\n", lines.trim_end(), letters::TABLE);
    Page { path: PATH.into(), bytes: script.into_bytes() }
}

/// A text that ends neither its cell nor the script's text.
fn cell(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, ',' | '`' | '\\' | '$' | '<')).collect()
}
