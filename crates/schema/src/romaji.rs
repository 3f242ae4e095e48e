//! Names of municipalities in Latin letters: Hepburn without macrons, as the files have them.
//!
//! A reading does not say whether おう is one vowel (大津) or two (瀬戸内): that depends on where a kanji
//! begins. Where the kanji leave it open, or usage differs from place to place, there is no answer.

use crate::national_list::MunicipalityKind;

/// The letters of the kana from ぁ (U+3041) to ゖ. `~` is a small kana that joins the one before it, `=`
/// doubles what follows, `?` stands in no name that can be spelled without asking.
const LETTERS: &str = "?,a,?,i,?,u,?,e,?,o,ka,ga,ki,gi,ku,gu,ke,ge,ko,go,sa,za,shi,ji,su,zu,se,ze,so,zo,\
ta,da,chi,ji,=,tsu,zu,te,de,to,do,na,ni,nu,ne,no,ha,ba,pa,hi,bi,pi,fu,bu,pu,he,be,pe,ho,bo,po,ma,mi,mu,me,mo,\
~ya,ya,~yu,yu,~yo,yo,ra,ri,ru,re,ro,?,wa,?,?,o,n,?,ka,ke";

/// Kanji that begin a part of their own with a vowel that would else lengthen the one before it.
const APART: [(char, &str); 5] = [('内', "うち"), ('浦', "うら"), ('海', "うみ"), ('上', "うえ"), ('魚', "うお")];

/// Kanji that may begin so, or may not (青梅, 真岡).
const OPEN: &str = "梅宇臼牛馬歌羽鵜生産打岡沖奥尾小音折織帯雄隠押鬼長王桜横応往";

/// The name of a municipality without the word for its kind; nothing where it cannot be known from the
/// name and its reading.
#[must_use]
pub fn name(ja: &str, kana: &str) -> Option<String> {
    let kind = MunicipalityKind::of_name(ja)?;
    let endings: &[&str] = match kind {
        MunicipalityKind::City => &["し"],
        MunicipalityKind::Ward => &["く"],
        MunicipalityKind::Town => &["ちょう", "まち"],
        MunicipalityKind::Village => &["むら", "そん"],
    };
    let stem = endings.iter().find_map(|ending| kana.strip_suffix(ending)).filter(|stem| !stem.is_empty())?;
    let written: Vec<char> = ja.chars().collect();
    let (_, written) = written.split_last()?;
    let plain = letters(stem, written)?;
    let mut chars = plain.chars();
    Some(chars.next()?.to_ascii_uppercase().to_string() + chars.as_str())
}

/// A reading in the letters with which it is typed, each kana for itself; what has no letters is left out.
#[must_use]
pub fn typed(kana: &str) -> String {
    let table: Vec<&str> = LETTERS.split(',').collect();
    let mut out = String::new();
    let mut doubles = false;
    for c in kana.chars() {
        let index = u32::from(c).checked_sub(u32::from('ぁ')).and_then(|at| usize::try_from(at).ok());
        match index.and_then(|at| table.get(at).copied()) {
            None if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            None | Some("?") => {}
            Some("=") => doubles = true,
            Some(letters) => {
                let small = letters.strip_prefix('~');
                if small.is_some() && out.ends_with('i') {
                    out.pop();
                }
                let is_joined = out.ends_with("sh") || out.ends_with("ch") || out.ends_with('j');
                let letters = small.map_or(letters, |small| if is_joined { &small[1..] } else { small });
                if std::mem::take(&mut doubles) {
                    out.push_str(if letters.starts_with("ch") { "t" } else { &letters[..1] });
                }
                out.push_str(letters);
            }
        }
    }
    out
}

/// The letters of a reading; long vowels are written once.
fn letters(kana: &str, written: &[char]) -> Option<String> {
    let table: Vec<&str> = LETTERS.split(',').collect();
    let kana: Vec<char> = kana.chars().collect();
    let mut out = String::new();
    let mut doubles = false;
    for (at, c) in kana.iter().enumerate() {
        let index = u32::from(*c).checked_sub(u32::from('ぁ')).and_then(|at| usize::try_from(at).ok())?;
        let mut letter = *table.get(index)?;
        if letter == "?" {
            return None;
        }
        if letter == "=" {
            doubles = true;
            continue;
        }
        if let Some(small) = letter.strip_prefix('~') {
            // しゃ is sha, きゃ is kya.
            out.pop().filter(|last| *last == 'i')?;
            letter = if out.ends_with("sh") || out.ends_with("ch") || out.ends_with('j') { &small[1..] } else { small };
            out.push_str(letter);
            continue;
        }
        let first = letter.chars().next()?;
        match (out.chars().next_back(), *c) {
            // Shin'onsen and Nambu are spelled in more than one way.
            (Some('n'), _) if kana.get(at.wrapping_sub(1)) == Some(&'ん') && "aiueoybmp".contains(first) => {
                return None;
            }
            (Some('o'), 'う' | 'お') | (Some('u'), 'う') => match is_apart(&kana, at, written) {
                Some(true) => {}
                Some(false) => continue,
                None => return None,
            },
            _ => {}
        }
        if std::mem::take(&mut doubles) {
            out.push(if letter.starts_with("ch") { 't' } else { first });
        }
        out.push_str(letter);
    }
    (!doubles).then_some(out)
}

/// Whether a vowel begins a part of its own, and does not lengthen the one before it.
fn is_apart(kana: &[char], at: usize, written: &[char]) -> Option<bool> {
    let later = written.get(1..).unwrap_or_default();
    let begins = |reading: &str| kana.get(at..).is_some_and(|rest| rest.iter().copied().take(2).eq(reading.chars()));
    if APART.iter().any(|(kanji, reading)| later.contains(kanji) && begins(reading)) {
        return Some(true);
    }
    let is_kana = |c: &char| matches!(c, 'ぁ'..='ヿ');
    let is_open = later.iter().any(|c| OPEN.contains(*c)) || written.iter().any(is_kana);
    (!is_open).then_some(false)
}

#[cfg(test)]
mod tests {
    use super::{name, typed};

    #[test]
    fn a_reading_is_spelled_as_it_is_typed() {
        for (kana, letters) in [
            ("うんてんめんきょしょう", "untenmenkyoshou"),
            ("まいなんばーかーど", "mainanbakado"),
            ("けっこん じょう", "kekkonjou"),
            ("はっちゃく A1", "hatchakua1"),
            ("", ""),
        ] {
            assert_eq!(typed(kana), letters);
        }
    }

    #[test]
    fn a_name_is_spelled_without_macrons() {
        for (ja, kana, latin) in [
            ("大津市", "おおつし", "Otsu"),
            ("中央区", "ちゅうおうく", "Chuo"),
            ("四條畷市", "しじょうなわてし", "Shijonawate"),
            ("札幌市", "さっぽろし", "Sapporo"),
            ("八丁町", "はっちょうまち", "Hatcho"),
            ("瀬戸内市", "せとうちし", "Setouchi"),
            ("勝浦市", "かつうらし", "Katsuura"),
            ("東京都市", "とうきょうとし", "Tokyoto"),
            ("野々市市", "ののいちし", "Nonoichi"),
        ] {
            assert_eq!(name(ja, kana).as_deref(), Some(latin));
        }
    }

    #[test]
    fn what_cannot_be_known_is_left_open() {
        for (ja, kana) in [
            ("真岡市", "もおかし"),
            ("青梅市", "おうめし"),
            ("新温泉町", "しんおんせんちょう"),
            ("南部町", "なんぶちょう"),
            ("おおい町", "おおいちょう"),
            ("山陽小野田市", "さんようおのだし"),
            ("金沢", "かなざわ"),
        ] {
            assert_eq!(name(ja, kana), None, "{ja}");
        }
    }

    /// The names of the files are the measure: none may be spelled otherwise, few left open.
    #[test]
    fn the_names_of_the_files_are_spelled_so() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../datasets/municipalities");
        let (mut same, mut open) = (0, Vec::new());
        for file in walk(&folder) {
            let text = std::fs::read_to_string(&file).unwrap();
            let field = |key: &str| {
                let rest = text.split_once("\nname:").unwrap().1.split_once(&format!("{key}: ")).unwrap().1;
                rest[..rest.find([',', '}', '\n']).unwrap()].trim().to_owned()
            };
            let (ja, kana, en) = (field("ja"), field("kana"), field("en"));
            match name(&ja, &kana) {
                Some(latin) => {
                    assert_eq!(latin, en, "{ja}");
                    same += 1;
                }
                None => open.push(ja),
            }
        }
        println!("{same} agree, left open: {open:?}");
        assert!(same > 90 && open.len() * 20 <= same, "{open:?}");
    }

    fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let files = entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] });
        files.filter(|path| path.extension().is_some_and(|extension| extension == "yaml")).collect()
    }
}
