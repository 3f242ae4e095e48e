//! Furigana: words with their readings, as a script that is loaded only when furigana is switched on.

use std::collections::BTreeMap;

use madoguchi_schema::dataset::{Dataset, Vocabulary};
use madoguchi_schema::model::Municipality;

use crate::{Assets, Page, SiteError};

/// Words of the messages with their readings, a word a line: `窓口<tab>まどぐち`. `N` is any digit.
const WORDS: &str = "readings.tsv";

/// Where they stand.
pub(crate) const PATH: &str = "assets/readings.js";

/// A word is written with its readings in brackets: `[持:も]ち[物:もの]`.
pub(crate) fn dictionary(dataset: &Dataset, assets: &Assets) -> Result<Page, SiteError> {
    let words = assets.0.get(WORDS).ok_or_else(|| SiteError::MissingAsset(WORDS.into()))?;
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    let municipalities = dataset.municipalities.iter().flat_map(|file| labels(&file.municipality));
    for (word, kana) in municipalities.chain(vocabulary(&dataset.vocabulary)) {
        known.insert(word.to_owned(), kana.to_owned());
    }
    // The list has the last word, and a word with a digit of its own before one with any digit.
    let listed = words.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    let (any, own): (Vec<_>, Vec<_>) = listed.partition(|(word, _)| word.contains('N'));
    for (word, kana) in any {
        known.extend(
            (0..10)
                .map(|digit: u8| digit.to_string())
                .map(|digit| (word.replace('N', &digit), kana.replace('N', &digit))),
        );
    }
    known.extend(own.into_iter().map(|(word, kana)| (word.to_owned(), kana.to_owned())));
    let lines: Vec<String> = known.iter().filter_map(|(word, kana)| annotated(word, kana)).collect();
    let script = format!("const readings = \"{}\";\n", lines.join(" "));
    Ok(Page { path: PATH.into(), bytes: script.into_bytes() })
}

fn vocabulary(vocabulary: &Vocabulary) -> Vec<(&str, &str)> {
    macro_rules! entries {
        ($($field:ident),+) => {
            [$(vocabulary.$field.values().map(|entry| (entry.ja.as_str(), entry.kana.as_str())).collect::<Vec<_>>()),+]
        };
    }
    entries![documents, procedures, applicants, conditions, uses].concat()
}

/// What a municipality's file gives a reading of.
fn labels(municipality: &Municipality) -> Vec<(&str, &str)> {
    let name = &municipality.name;
    let counters = municipality.counters.values().map(|counter| &counter.name);
    let forms = municipality.forms.values().map(|form| &form.name);
    let classes = municipality.identity_documents.values().map(|class| &class.name);
    let labels = counters
        .chain(forms)
        .chain(classes)
        .filter_map(|label| Some((label.ja.as_str(), label.kana.as_ref()?.as_str())));
    std::iter::once((name.ja.as_str(), name.kana.as_str())).chain(labels).collect()
}

/// A run of a word: kanji, or what is read as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Run {
    Kanji(String),
    Plain(String),
}

/// A word with the reading of each run of kanji behind it. Where the kana can be shared out in more
/// than one way, the reading stands behind the word as a whole: it is never guessed.
///
/// Nothing for a word without kanji, or with signs that are not read.
fn annotated(word: &str, kana: &str) -> Option<String> {
    let is_read = |c: char| is_kanji(c) || is_kana(c) || c.is_ascii_alphanumeric();
    if !word.chars().any(is_kanji)
        || !word.chars().all(is_read)
        || !kana.chars().all(|c| is_kana(c) || c.is_ascii_alphanumeric())
    {
        return None;
    }
    let runs = runs(word);
    let mut ways = Vec::new();
    share(&runs, kana, &mut Vec::new(), &mut ways);
    let [way] = &ways[..] else { return Some(format!("[{word}:{kana}]")) };
    let mut readings = way.iter();
    Some(runs.iter().fold(String::new(), |out, run| match run {
        Run::Plain(text) => out + text,
        Run::Kanji(text) => format!("{out}[{text}:{}]", readings.next().map_or("", |reading| reading)),
    }))
}

fn is_kanji(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '々' | 'ヶ')
}

fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヴ' | 'ー')
}

fn runs(word: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for c in word.chars() {
        match (runs.last_mut(), is_kanji(c)) {
            (Some(Run::Kanji(text)), true) | (Some(Run::Plain(text)), false) => text.push(c),
            (_, true) => runs.push(Run::Kanji(c.into())),
            (_, false) => runs.push(Run::Plain(c.into())),
        }
    }
    runs
}

/// Every way in which the kana can be shared out among the runs, as the readings of the kanji.
fn share<'k>(runs: &[Run], kana: &'k str, so_far: &mut Vec<&'k str>, ways: &mut Vec<Vec<&'k str>>) {
    match runs.split_first() {
        None if kana.is_empty() => ways.push(so_far.clone()),
        None => {}
        Some((Run::Plain(text), rest)) => {
            let spoken: String = text.chars().map(hiragana).collect();
            if let Some(after) = kana.strip_prefix(&spoken) {
                share(rest, after, so_far, ways);
            }
        }
        Some((Run::Kanji(_), rest)) => {
            for (end, _) in kana.char_indices().skip(1).chain([(kana.len(), ' ')]) {
                let Some((reading, after)) = kana.split_at_checked(end).filter(|(reading, _)| !reading.is_empty())
                else {
                    continue;
                };
                so_far.push(reading);
                share(rest, after, so_far, ways);
                so_far.pop();
            }
        }
    }
}

/// Katakana lies 96 code points after hiragana.
fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヴ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::annotated;

    #[test]
    fn only_kanji_get_their_part_of_the_reading() {
        for (word, kana, expected) in [
            ("持ち物", "もちもの", "[持:も]ち[物:もの]"),
            ("運転免許証", "うんてんめんきょしょう", "[運転免許証:うんてんめんきょしょう]"),
            (
                "住民基本台帳カード",
                "じゅうみんきほんだいちょうかーど",
                "[住民基本台帳:じゅうみんきほんだいちょう]カード",
            ),
            ("お問い合わせ", "おといあわせ", "お[問:と]い[合:あ]わせ"),
            ("A書類", "Aしょるい", "A[書類:しょるい]"),
            ("2日", "ふつか", "[2日:ふつか]"),
        ] {
            assert_eq!(annotated(word, kana).as_deref(), Some(expected));
        }
    }

    #[test]
    fn a_reading_that_can_be_shared_out_in_two_ways_stands_behind_the_whole() {
        assert_eq!(annotated("母のの子", "ははののののこ").as_deref(), Some("[母のの子:ははののののこ]"));
    }

    #[test]
    fn what_has_no_kanji_or_other_signs_has_no_reading() {
        assert_eq!(annotated("パスポート", "ぱすぽーと"), None);
        assert_eq!(annotated("照会書(文書)", "しょうかいしょ"), None);
    }
}
