//! "Did you mean": the known word that is nearest to a written one.

/// The nearest of some known words, if one is near enough to be meant: a third of the letters may
/// differ, and at least one.
#[must_use]
pub fn nearest<'k>(written: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let length = written.chars().count();
    let bound = (length / 3).max(1);
    known
        .into_iter()
        // Words differ by as many letters as one is longer, at least; measuring costs both lengths.
        .filter(|word| word.chars().count().abs_diff(length) <= bound)
        .map(|word| (strsim::damerau_levenshtein(written, word), word))
        .filter(|(distance, _)| *distance <= bound)
        .min()
        .map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn only_near_words_are_suggested() {
        assert_eq!(nearest("titel", ["title", "url"]), Some("title"));
        assert_eq!(nearest("drivers-license", ["drivers-licence", "passport"]), Some("drivers-licence"));
        assert_eq!(nearest("xyz", ["title", "url"]), None);
    }
}
