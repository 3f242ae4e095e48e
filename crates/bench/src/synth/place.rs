//! The municipalities of a dataset: real ones as far as there are as many, else also such as could be.

use std::collections::BTreeSet;

use madoguchi_schema::national_list::{self, Listed, NationalList};
use madoguchi_schema::romaji;
use madoguchi_schema::scalar::{MunicipalityCode, PREFECTURES, Scalar as _};

use crate::Failure;

/// What stands before a real name to make another: how many times a list can be had.
const BEFORE: [(&str, &str); 9] = [
    ("北", "きた"),
    ("西", "にし"),
    ("東", "ひがし"),
    ("上", "かみ"),
    ("中", "なか"),
    ("下", "しも"),
    ("大", "おお"),
    ("小", "こ"),
    ("新", "しん"),
];

/// A municipality, as the national list has it.
pub(super) struct Place {
    pub(super) code: MunicipalityCode,
    pub(super) name: String,
    pub(super) kana: String,
    pub(super) en: String,
    kind: &'static str,
}

/// The municipalities, by code, and the text of their national list where the real one is too short.
///
/// # Errors
///
/// Where there can be no list of so many.
pub(super) fn places(count: usize, list: &NationalList, text: &str) -> Result<(Vec<Place>, Option<String>), Failure> {
    let real: Vec<&Listed> = list.all().iter().collect();
    if count <= real.len() {
        let places = (0..count).map(|at| Place::real(real[at * real.len() / count])).collect();
        return Ok((places, None));
    }
    let mut places: Vec<Place> = real.iter().map(|listed| Place::real(listed)).collect();
    let mut numbers = Numbers::of(&real);
    for (before, kana) in BEFORE {
        let left = count - places.len();
        for listed in real.iter().take(left) {
            let code = numbers.next().ok_or("there are no codes for so many municipalities")?;
            let [name, kana] = [format!("{before}{}", listed.name), format!("{kana}{}", listed.kana)];
            places.push(Place::new(code, name, kana, listed.kind.name()));
        }
    }
    places.sort_by(|a, b| a.code.cmp(&b.code));
    let text = table(&places, text);
    if places.len() < count || text.len() > national_list::MOST_BYTES {
        return Err(format!("a national list of {count} municipalities would be too long").into());
    }
    Ok((places, Some(text)))
}

impl Place {
    fn real(listed: &Listed) -> Self {
        Self::new(listed.code.clone(), listed.name.to_string(), listed.kana.to_string(), listed.kind.name())
    }

    fn new(code: MunicipalityCode, name: String, kana: String, kind: &'static str) -> Self {
        // Where the kanji leave the spelling open, the reading alone must do.
        let by_reading = || romaji::name(&format!("{kana}{}", name.chars().next_back()?), &kana);
        let en = romaji::name(&name, &kana).or_else(by_reading);
        let en = en.unwrap_or_else(|| format!("Municipality {code}"));
        Self { code, name, kana, en, kind }
    }
}

/// Codes that the real list has not, of one prefecture after the other.
struct Numbers {
    used: BTreeSet<(u8, u16)>,
    next: [u16; PREFECTURES.len()],
    prefecture: usize,
}

impl Numbers {
    fn of(real: &[&Listed]) -> Self {
        let number = |code: &str| code.get(2..5).and_then(|three| three.parse().ok()).unwrap_or_default();
        let used = real.iter().map(|listed| (listed.prefecture().number, number(listed.code.as_str()))).collect();
        Self { used, next: [201; PREFECTURES.len()], prefecture: 0 }
    }

    fn next(&mut self) -> Option<MunicipalityCode> {
        let at = self.prefecture;
        self.prefecture = (at + 1) % PREFECTURES.len();
        let prefecture = PREFECTURES[at].number;
        let number = (self.next[at]..1000).find(|number| !self.used.contains(&(prefecture, *number)))?;
        self.next[at] = number + 1;
        let five = format!("{prefecture:02}{number:03}");
        // The refusal of a code without its check digit names the right one.
        let right = MunicipalityCode::parse(&five).err()?.instead?;
        MunicipalityCode::parse(&right).ok()
    }
}

/// The national list of these municipalities, with the header of the real one.
fn table(places: &[Place], real: &str) -> String {
    let header = real.lines().find(|line| !line.starts_with('#')).unwrap_or_default();
    let mut text = format!("# A list for measurements: most of these municipalities do not exist.\n{header}\n");
    for Place { code, name, kana, kind, .. } in places {
        text.push_str(&[code.as_str(), code.prefecture().ja, name, kana, kind].join(","));
        text.push('\n');
    }
    text
}
