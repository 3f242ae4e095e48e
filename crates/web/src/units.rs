//! Places in a text: scripts count units of UTF-16, everything else counts bytes.

/// The byte at which so many units of UTF-16 end; that of the character in which they do, or of the end.
pub(crate) fn byte(text: &str, units: usize) -> usize {
    let mut seen = 0;
    for (at, c) in text.char_indices() {
        if seen >= units {
            return at;
        }
        seen += c.len_utf16();
    }
    text.len()
}

/// How many units of UTF-16 stand before a byte.
pub(crate) fn units(text: &str, byte: usize) -> usize {
    text.get(..byte).unwrap_or(text).encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::{byte, units};

    #[test]
    fn places_are_the_same_in_both_counts() {
        let text = "a金𠮷b";
        for (bytes, wide) in [(0, 0), (1, 1), (4, 2), (8, 4), (9, 5)] {
            assert_eq!((byte(text, wide), units(text, bytes)), (bytes, wide));
        }
        assert_eq!(byte(text, 99), text.len());
        assert_eq!(units(text, 99), 5);
    }
}
