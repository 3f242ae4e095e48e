//! A reading in Latin letters, kana by kana.

use madoguchi_schema::national_list::MunicipalityKind;

/// The letters of the kana from ぁ (U+3041) to ゖ. `~` is a small kana that joins the one before
/// it, `=` doubles what follows. The search reads the same table.
pub(crate) const TABLE: &str = "a,a,i,i,u,u,e,e,o,o,ka,ga,ki,gi,ku,gu,ke,ge,ko,go,sa,za,shi,ji,su,zu,se,ze,so,zo,\
ta,da,chi,ji,=,tsu,zu,te,de,to,do,na,ni,nu,ne,no,ha,ba,pa,hi,bi,pi,fu,bu,pu,he,be,pe,ho,bo,po,ma,mi,mu,me,mo,\
~ya,ya,~yu,yu,~yo,yo,ra,ri,ru,re,ro,wa,wa,i,e,o,n,vu,ka,ke";

/// The first kana of the table.
const FIRST: char = 'ぁ';

/// A reading in hiragana, letter by letter (Hepburn). Long vowels stay as they are written: whether
/// おう is one vowel (大津) or two (瀬戸内) cannot be known from a reading.
pub(crate) fn letters(kana: &str) -> String {
    let table: Vec<&str> = TABLE.split(',').collect();
    let letter = |c: char| {
        let at = (u32::from(c)).checked_sub(u32::from(FIRST)).and_then(|at| usize::try_from(at).ok());
        at.and_then(|at| table.get(at)).map_or_else(|| c.to_string(), ToString::to_string)
    };
    let mut out: String = kana.chars().map(letter).collect();
    for (from, to) in
        [("shi~y", "sh"), ("chi~y", "ch"), ("ji~y", "j"), ("i~y", "y"), ("=c", "tc"), ("~", ""), ("ー", "")]
    {
        out = out.replace(from, to);
    }
    double(&out)
}

/// `=` as the letter that follows it.
fn double(text: &str) -> String {
    let mut chars = text.chars().peekable();
    let mut out = String::with_capacity(text.len());
    while let Some(c) = chars.next() {
        match c {
            '=' => out.extend(chars.peek()),
            c => out.push(c),
        }
    }
    out
}

/// A municipality's name by its reading, without the word for its kind.
pub(crate) fn name(kana: &str, kind: MunicipalityKind) -> String {
    let endings: &[&str] = match kind {
        MunicipalityKind::City => &["し"],
        MunicipalityKind::Ward => &["く"],
        MunicipalityKind::Town => &["ちょう", "まち"],
        MunicipalityKind::Village => &["むら", "そん"],
    };
    capital(endings.iter().find_map(|ending| kana.strip_suffix(ending)).unwrap_or(kana))
}

/// A reading as a name.
pub(crate) fn capital(kana: &str) -> String {
    let letters = letters(kana);
    let mut rest = letters.chars();
    rest.next().map(|c| c.to_ascii_uppercase()).into_iter().chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::{FIRST, TABLE, letters};

    #[test]
    fn every_kana_has_its_letters_in_its_place() {
        assert_eq!(u32::from('ゖ') - u32::from(FIRST) + 1, u32::try_from(TABLE.split(',').count()).unwrap());
        for (kana, latin) in [
            ("しんじゅくく", "shinjukuku"),
            ("ちょうし", "choushi"),
            ("じょうえつし", "jouetsushi"),
            ("きょうと", "kyouto"),
            ("にっこうし", "nikkoushi"),
            ("はっちょう", "hatchou"),
            ("さんぶ", "sanbu"),
            ("にせこちょう", "nisekochou"),
        ] {
            assert_eq!(letters(kana), latin);
        }
    }
}
