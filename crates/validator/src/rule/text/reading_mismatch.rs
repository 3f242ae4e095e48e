//! A reading that cannot belong to its name: kana of the name are missing from it, or stand in
//! another order; or it has digits or letters that the name does not have.

use std::iter::once;

use super::words::Kind;
use crate::rule::prelude::*;
use madoguchi_schema::fault::Edit;
use unicode_normalization::UnicodeNormalization as _;

pub(crate) static RULE: Rule = Rule {
    code: "X007",
    name: "reading-mismatch",
    level: Level::Warning,
    ja: Text {
        message: "読みがな「{ $kana }」は「{ $ja }」の読みと合いません。",
        help: "名前にあるかなと数字が、同じ順に読みがなにも出てくるように直してください。",
        cases: &[("instead", "「{ $instead }」と書いてください。")],
        about: "読みがなは、並べ替えと検索、ふりがなに使います。名前のなかのかなは、そのまま読みがなに出てくるはずです。出てこなければ、打ちまちがいか、別の名前の読みです。漢字の読みは確かめません。",
    },
    en: Text {
        message: "The reading `{ $kana }` cannot be that of `{ $ja }`.",
        help: "The kana and digits of the name stand in its reading too, in the same order.",
        cases: &[("instead", "Write `{ $instead }`.")],
        about: "Readings are used for sorting, for searching and as ruby. The kana of a name stand in its reading as they are; where they do not, the reading is mistyped or that of another name. How kanji are read is not checked.",
    },
    wrong: Example::Blocks(
        "contact:
  section: お問い合わせ
  unit: { ja: マイナンバー担当課, kana: まいなんばたんとうか, en: My Number Division }
  telephone: 000-000-0000
",
    ),
    right: Example::Blocks(
        "contact:
  section: お問い合わせ
  unit: { ja: マイナンバー担当課, kana: まいなんばーたんとうか, en: My Number Division }
  telephone: 000-000-0000
",
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let readings = subject.words().iter().filter(|words| words.kind == Kind::Reading);
    for (reading, ja) in readings.filter_map(|reading| reading.beside("ja").map(|ja| (reading, ja))) {
        let kana = reading.text;
        let pieces = pieces(ja);
        if fits(&plain(kana), &pieces) && has_latin_of(&pieces, kana) {
            continue;
        }
        let mut finding = subject.finding(&RULE, reading.node.span).text("kana", kana).text("ja", ja);
        // A name without kanji reads as it is written.
        if let [Piece::Kana(instead)] = &pieces[..] {
            finding = finding.case("instead").text("instead", instead);
            finding.edit = Some(Edit { span: reading.node.span, text: instead.clone(), safe: false });
        }
        found.push(finding);
    }
}

/// A part of a name, by what it asks of the reading.
enum Piece {
    /// These kana.
    Kana(String),
    /// These Latin letters or digits, or a reading of them.
    Latin(String),
    /// Some reading.
    Kanji,
    /// A sign, which may be read or not.
    Sign,
}

/// A text without what readings leave out: spaces and dots.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '・').collect()
}

/// The parts of a name.
fn pieces(ja: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for c in plain(&ja.nfkc().collect::<String>()).chars() {
        match (c, pieces.last_mut()) {
            // 関ケ原, 1ヶ月: read が or か.
            ('ヶ' | 'ケ' | 'ヵ', Some(Piece::Kanji | Piece::Latin(_))) => pieces.push(Piece::Kanji),
            ('ぁ'..='ゖ' | 'ァ'..='ヶ' | 'ー', Some(Piece::Kana(run))) => run.push(hiragana(c)),
            ('ぁ'..='ゖ' | 'ァ'..='ヶ' | 'ー', _) => pieces.push(Piece::Kana(once(hiragana(c)).collect())),
            (c, Some(Piece::Latin(run))) if c.is_ascii_alphanumeric() => run.push(c),
            (c, _) if c.is_ascii_alphanumeric() => pieces.push(Piece::Latin(c.to_string())),
            (c, _) if c.is_alphabetic() => pieces.push(Piece::Kanji),
            _ => pieces.push(Piece::Sign),
        }
    }
    pieces
}

/// Katakana lies 96 code points after hiragana.
fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        other => other,
    }
}

/// Whether a reading can be cut into the pieces: the kana as they are, between them anything.
fn fits(reading: &str, pieces: &[Piece]) -> bool {
    let mut rest = reading;
    let mut is_free = false;
    for (i, piece) in pieces.iter().enumerate() {
        let Piece::Kana(run) = piece else {
            is_free = true;
            continue;
        };
        let is_last = i + 1 == pieces.len();
        // The first place that fits leaves most to the pieces after it; the last piece ends the reading.
        let found = match (is_free, is_last) {
            (true, true) => rest.strip_suffix(run.as_str()).map(|_| ""),
            (true, false) => rest.find(run.as_str()).map(|at| &rest[at + run.len()..]),
            (false, _) => rest.strip_prefix(run.as_str()),
        };
        let Some(after) = found else { return false };
        (rest, is_free) = (after, false);
    }
    is_free || rest.is_empty()
}

/// Whether every Latin letter and digit of a reading stands in the name, in the same order.
fn has_latin_of(pieces: &[Piece], reading: &str) -> bool {
    let latin = pieces.iter().filter_map(|piece| match piece {
        Piece::Latin(run) => Some(run.chars()),
        _ => None,
    });
    let mut latin = latin.flatten();
    reading.chars().filter(char::is_ascii_alphanumeric).all(|c| latin.by_ref().any(|other| other == c))
}

#[cfg(test)]
mod tests {
    use super::{fits, has_latin_of, pieces, plain};

    fn belongs(ja: &str, kana: &str) -> bool {
        let pieces = pieces(ja);
        fits(&plain(kana), &pieces) && has_latin_of(&pieces, kana)
    }

    #[test]
    fn readings_of_real_names_belong_to_them() {
        for (ja, kana) in [
            ("A書類", "Aしょるい"),
            ("A書類", "えーしょるい"),
            ("市役所1階3番窓口", "しやくしょ1かい3ばんまどぐち"),
            ("第一本庁舎1階", "だいいちほんちょうしゃいっかい"),
            ("関ケ原町", "せきがはらちょう"),
            ("照会書(回答書)", "しょうかいしょ かいとうしょ"),
            ("変更・再設定 申請書", "へんこう・さいせってい しんせいしょ"),
            ("有効期限のお知らせ", "ゆうこうきげんのおしらせ"),
            ("住民課２番窓口", "じゅうみんか2ばんまどぐち"),
            ("さいたま市", "さいたまし"),
        ] {
            assert!(belongs(ja, kana), "{ja} {kana}");
        }
    }

    #[test]
    fn readings_of_other_names_do_not() {
        for (ja, kana) in [
            ("マイナンバー課", "まいなんばか"),
            ("お知らせ", "おしらせします"),
            ("3番窓口", "5ばんまどぐち"),
            ("カードセンター", "かあどせんたー"),
            ("市民センター", "せんたーしみん"),
        ] {
            assert!(!belongs(ja, kana), "{ja} {kana}");
        }
    }
}
