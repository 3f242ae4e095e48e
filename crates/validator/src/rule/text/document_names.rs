//! The names of documents, and slips in them.
//!
//! Only slips that a hand makes are looked for: a kanji of the same reading or the same look, one
//! katakana for another, two characters in the wrong order, one typed twice.

use std::collections::BTreeMap;
use std::ops::Range;

use madoguchi_schema::dataset::Vocabulary;

/// Shorter names are too near to other words.
const LEAST: usize = 4;

/// Characters that stand for each other in slips: the same reading, or the same look.
const CONFUSED: &str = "証書状票 票表 証唱 謄騰藤 籍績積 険検験剣 許評 帳張 歴暦 録緑 永氷 住往在 認任妊 留流 罹羅 \
                        療寮僚 免兔 転伝 核確 質資 健建 預予 番審 暗晤 際再 照紹 ー一―－ カ力 ロ口 ニ二 エ工 ト卜 タ夕 ハ八";

/// The names of the vocabulary's documents, by their first and by their last two characters: a slip
/// of one place leaves one of the two as it is.
pub(crate) struct DocumentNames {
    names: Vec<Vec<char>>,
    by_head: BTreeMap<[char; 2], Vec<usize>>,
    by_tail: BTreeMap<[char; 2], Vec<usize>>,
    /// Where a pair's place is false, no name begins or ends with it: most pairs of a text are done with here.
    is_known: [bool; PLACES],
}

const PLACES: usize = 4096;

fn place([first, second]: [char; 2]) -> usize {
    (u32::from(first).wrapping_mul(31) ^ u32::from(second)) as usize % PLACES
}

impl DocumentNames {
    pub(super) fn of(vocabulary: &Vocabulary) -> Self {
        let documents = vocabulary.documents.values();
        let names = documents.flat_map(|entry| std::iter::once(&entry.ja).chain(&entry.also));
        Self::new(names.map(|name| name.as_str().chars().collect()).collect())
    }

    fn new(mut names: Vec<Vec<char>>) -> Self {
        names.retain(|name| name.len() >= LEAST);
        let mut all = Self { names, by_head: BTreeMap::new(), by_tail: BTreeMap::new(), is_known: [false; PLACES] };
        for (i, name) in all.names.iter().enumerate() {
            if let [first, second, .., before, last] = name[..] {
                let ends = [(&mut all.by_head, [first, second]), (&mut all.by_tail, [before, last])];
                for (pairs, pair) in ends {
                    pairs.entry(pair).or_default().push(i);
                    all.is_known[place(pair)] = true;
                }
            }
        }
        all
    }

    /// The first slip in a text, with the name that is meant.
    pub(super) fn slip(&self, text: &str) -> Option<(Range<usize>, String)> {
        let characters: Vec<char> = text.chars().collect();
        let (part, name) = (0..characters.len()).find_map(|i| self.slip_around(&characters, i))?;
        let bytes = |count: usize| text.chars().take(count).map(char::len_utf8).sum();
        Some((bytes(part.start)..bytes(part.end), name.iter().collect()))
    }

    /// A slip of which the first or the last two characters are right and begin here.
    fn slip_around(&self, text: &[char], i: usize) -> Option<(Range<usize>, &[char])> {
        let pair: [char; 2] = text.get(i..i + 2)?.try_into().ok()?;
        if !self.is_known[place(pair)] {
            return None;
        }
        let is_slip = |part: &Range<usize>, name: &[char]| {
            text.get(part.clone()).is_some_and(|written| is_slip(written, name) && !self.is_part_of_a_name(written))
        };
        let heads =
            self.names_at(&self.by_head, pair).flat_map(|name| lengths(name).map(|length| (i..i + length, name)));
        let tails = self.names_at(&self.by_tail, pair).flat_map(|name| {
            let starts = lengths(name).map(|length| (i + 2).checked_sub(length));
            starts.into_iter().flatten().map(move |start| (start..i + 2, name))
        });
        heads.chain(tails).find(|(part, name)| is_slip(part, name))
    }

    fn names_at(&self, pairs: &BTreeMap<[char; 2], Vec<usize>>, pair: [char; 2]) -> impl Iterator<Item = &[char]> {
        let ids = pairs.get(&pair).map_or(&[][..], Vec::as_slice);
        ids.iter().map(|id| &self.names[*id][..])
    }

    fn is_part_of_a_name(&self, written: &[char]) -> bool {
        self.names.iter().any(|name| name.windows(written.len()).any(|part| part == written))
    }
}

/// How long a name with a slip can be: one character may stand twice.
fn lengths(name: &[char]) -> [usize; 2] {
    [name.len(), name.len() + 1]
}

/// Whether a text is a name with one slip of the hand.
fn is_slip(written: &[char], name: &[char]) -> bool {
    let Some(at) = (0..written.len()).find(|&i| written.get(i) != name.get(i)) else {
        return false;
    };
    if written.len() == name.len() + 1 {
        return at > 0 && written[at] == written[at - 1] && written[at + 1..] == name[at..];
    }
    let is_swapped = || written[at + 1..].first() == Some(&name[at]) && name[at + 1..].first() == Some(&written[at]);
    if written[at + 1..] == name[at + 1..] {
        return is_confused(written[at], name[at]);
    }
    is_swapped() && written[at + 2..] == name[at + 2..]
}

fn is_confused(a: char, b: char) -> bool {
    let is_katakana = |c| ('ァ'..='ヺ').contains(&c);
    (is_katakana(a) && is_katakana(b))
        || CONFUSED.split_whitespace().any(|group| group.contains(a) && group.contains(b))
}

#[cfg(test)]
mod tests {
    use super::DocumentNames;

    fn meant(text: &str) -> Option<String> {
        let names =
            ["運転免許証", "在留カード", "介護保険証", "戸籍謄本", "照会書兼回答書", "照会回答書", "パスポート"];
        let names = DocumentNames::new(names.iter().map(|name| name.chars().collect()).collect());
        names.slip(text).map(|(_, name)| name)
    }

    #[test]
    fn slips_of_the_hand_are_found_and_other_words_are_not() {
        for (text, name) in [
            ("本人の運転免許書", "運転免許証"),
            ("在留ガードの更新", "在留カード"),
            ("在留力ード", "在留カード"),
            ("戸籍騰本など", "戸籍謄本"),
            ("運転許免証", "運転免許証"),
            ("運転免許許証", "運転免許証"),
            ("パスポートト", "パスポート"),
        ] {
            assert_eq!(meant(text).as_deref(), Some(name), "{text}");
        }
        for text in ["運転免許証の更新", "運転免許の更新", "介護保険料", "照会書兼回答書", "パスワード", "回答書"]
        {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
