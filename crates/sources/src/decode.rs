//! From bytes to text: pages of municipalities are in UTF-8, Shift_JIS or EUC-JP, and what a header says of that is
//! not always so.

use encoding_rs::{EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_8};

/// A page names its encoding within so many bytes.
const HEAD: usize = 4096;

/// The text of a page, and of its header `Content-Type`.
pub(crate) fn decode(bytes: &[u8], content_type: &str) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let said = [content_type.to_ascii_lowercase(), head];
    let said: Vec<&'static Encoding> = said.iter().filter_map(|text| named(text)).collect();
    // Text in UTF-8 is hardly ever anything else, whatever it says; but ISO-2022-JP is ASCII by its bytes.
    let may_be_utf8 = !said.contains(&ISO_2022_JP) || !bytes.contains(&0x1b);
    let first = may_be_utf8.then_some(UTF_8);
    let whole = |one: &'static Encoding| one.decode_without_bom_handling_and_without_replacement(bytes);
    let text = first.into_iter().chain(said.iter().copied()).find_map(whole).or_else(|| {
        // Read as the other, each of the two is full of katakana of half the width.
        [SHIFT_JIS, EUC_JP].into_iter().filter_map(whole).min_by_key(|text| half_width(text))
    });
    let text = text.unwrap_or_else(|| said.first().unwrap_or(&UTF_8).decode_without_bom_handling(bytes).0);
    text.into_owned()
}

fn half_width(text: &str) -> usize {
    text.chars().filter(|c| matches!(c, '\u{ff61}'..='\u{ff9f}')).count()
}

/// What stands after `charset=` or `encoding=`.
fn named(text: &str) -> Option<&'static Encoding> {
    let (_, label) = text.split_once("charset=").or_else(|| text.split_once("encoding="))?;
    let label = label.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':')).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "<title>暗証番号の再設定</title>";

    #[test]
    fn an_encoding_is_taken_from_the_header_the_page_or_the_bytes() {
        for encoding in [SHIFT_JIS, EUC_JP, UTF_8] {
            let bytes = encoding.encode(TEXT).0;
            assert_eq!(decode(&bytes, &format!("text/html; charset={}", encoding.name())), TEXT);
            assert_eq!(decode(&bytes, "text/html"), TEXT, "{}", encoding.name());
            let page =
                format!("<meta http-equiv=content-type content=\"text/html; charset={}\">{TEXT}", encoding.name());
            assert!(decode(&encoding.encode(&page).0, "text/html").ends_with(TEXT));
        }
        assert_eq!(decode(&ISO_2022_JP.encode(TEXT).0, "text/html; charset=iso-2022-jp"), TEXT);
    }

    #[test]
    fn a_wrong_name_of_an_encoding_is_seen_through() {
        assert_eq!(decode(&SHIFT_JIS.encode(TEXT).0, "text/html; charset=utf-8"), TEXT);
        assert_eq!(decode(TEXT.as_bytes(), "text/html; charset=shift_jis"), TEXT);
        assert_eq!(decode(&EUC_JP.encode(TEXT).0, "text/html; charset=nonsense"), TEXT);
        assert!(!decode(&[0xff, 0xff, b'a', 0x80], "text/html").is_empty());
    }
}
