use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;

/// So many bytes of the hash are enough to tell the texts of pages apart.
const BYTES: usize = 16;

/// A hash of a text from which the text cannot be had.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(rename = "fingerprint")]
pub struct Fingerprint(String);

impl Fingerprint {
    /// The fingerprint of some texts in their order.
    #[must_use]
    pub fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut hash = Sha256::new();
        for text in texts {
            hash.update(normal(text));
            // No text can hold it, so that two texts are not one.
            hash.update([0]);
        }
        Self(hash.finalize().iter().take(BYTES).map(|byte| format!("{byte:02x}")).collect())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text without what a page may change and still say the same: width of letters, space, and what is not seen.
pub(crate) fn normal(text: &str) -> String {
    let is_seen = |c: &char| {
        !c.is_whitespace()
            && !c.is_control()
            && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    };
    text.nfkc().filter(is_seen).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_and_space_make_no_difference_and_letters_do() {
        let of = |text| Fingerprint::of([text]);
        assert_eq!(of("電話\u{ff1a}\u{ff10}\u{ff17}\u{ff16}\u{3000}番"), of("電話: 076 番\n"));
        assert_ne!(of("3回"), of("2回"));
        assert_eq!(of("x").to_string().len(), 2 * BYTES);
    }

    #[test]
    fn where_a_text_ends_is_part_of_what_several_say() {
        assert_ne!(Fingerprint::of(["ab", "c"]), Fingerprint::of(["a", "bc"]));
        assert_ne!(Fingerprint::of([""]), Fingerprint::of([]));
    }
}
