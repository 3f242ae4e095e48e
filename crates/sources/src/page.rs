use std::collections::BTreeMap;

use crate::decode::decode;
use crate::fingerprint::normal;
use crate::outline::{Line, outline};
use crate::{Evidence, Fingerprint};

/// More signs that begin an element than this are no page of a municipality, but work for the parser.
const MOST_ELEMENTS: usize = 30_000;
/// Whatever is a heading by nothing but its words ends at any other heading.
const BY_WORDS: u8 = 8;

/// Something that cannot be held against headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotComparable;

/// What a page says under each of some headings, and as a whole.
///
/// # Errors
///
/// It is no HTML, or has too many elements.
pub fn evidence<'h>(
    bytes: &[u8],
    content_type: &str,
    headings: impl IntoIterator<Item = &'h str>,
) -> Result<Evidence, NotComparable> {
    let media = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let is_html = matches!(media.as_str(), "" | "text/html" | "application/xhtml+xml");
    if !is_html || bytes.iter().filter(|byte| **byte == b'<').count() > MOST_ELEMENTS {
        return Err(NotComparable);
    }
    let lines = outline(&decode(bytes, content_type));
    let page = Fingerprint::of([lines.iter().map(|line| line.text.as_str()).collect::<String>().as_str()]);
    let bare: Vec<String> = lines.iter().map(|line| bare(&line.text)).collect();
    let found = headings.into_iter().map(|heading| (heading.to_owned(), under(heading, &lines, &bare)));
    Ok(Evidence { page, headings: found.collect::<BTreeMap<_, _>>() })
}

/// The fingerprint of what stands under a heading; of all that do where several have its words.
fn under(heading: &str, lines: &[Line], bare_lines: &[String]) -> Option<Fingerprint> {
    let wanted = bare(heading);
    let with = |is: fn(&Line) -> bool| -> Vec<usize> {
        (0..lines.len()).filter(|at| is(&lines[*at]) && bare_lines[*at] == wanted).collect()
    };
    let headings = with(|line| line.level.is_some());
    let places = if headings.is_empty() { with(|_| true) } else { headings };
    if wanted.is_empty() || places.is_empty() {
        return None;
    }
    let sections: Vec<String> = places.into_iter().map(|at| section(lines, at)).collect();
    Some(Fingerprint::of(sections.iter().map(String::as_str)))
}

/// The text from a heading to the next that is as high. Where its lines end is layout, not text.
fn section(lines: &[Line], at: usize) -> String {
    let own = lines[at].level.unwrap_or(BY_WORDS);
    let rest = lines[at + 1..].iter().take_while(|line| line.level.is_none_or(|level| level > own));
    rest.map(|line| line.text.as_str()).collect()
}

/// The words of a heading without the signs around them: `■持ち物` is `持ち物`.
fn bare(text: &str) -> String {
    normal(text).trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(html: &str, heading: &str) -> Option<Fingerprint> {
        evidence(html.as_bytes(), "text/html", [heading]).unwrap().headings.remove(heading).unwrap()
    }

    const PAGE: &str = "<h1>再設定</h1><p>概要</p><h2>■ 持ち物</h2><p>カード</p><h3>代理人</h3><p>委任状</p><h2>受付時間</h2><p>9時</p>";

    #[test]
    fn a_section_ends_at_the_next_heading_that_is_as_high() {
        let changed = |from: &str, to: &str, heading: &str| of(PAGE, heading) != of(&PAGE.replace(from, to), heading);
        assert!(changed("委任状", "委任状と印鑑", "持ち物"));
        assert!(changed("委任状", "委任状と印鑑", "代理人"));
        assert!(changed("委任状", "委任状と印鑑", "再設定"));
        assert!(!changed("委任状", "委任状と印鑑", "受付時間"));
        assert!(!changed("カード", "印鑑", "代理人"));
        assert!(!changed("<p>カード", "<p class=x><span>カ ード</span>", "持ち物"));
    }

    #[test]
    fn a_heading_that_is_not_there_has_none_and_one_without_text_has_one() {
        assert_eq!(of(PAGE, "手数料"), None);
        assert_eq!(of(PAGE, "・"), None);
        assert!(of("<h2>手数料</h2><h2>x</h2>", "手数料").is_some());
    }

    #[test]
    fn of_several_headings_with_the_same_words_all_count() {
        let page = "<h2>持ち物</h2><p>a</p><h2>持ち物</h2><p>b</p>";
        assert_ne!(of(page, "持ち物"), of(&page.replace('b', "c"), "持ち物"));
        assert_ne!(of(page, "持ち物"), of("<h2>持ち物</h2><p>a</p><p>b</p>", "持ち物"));
    }

    #[test]
    fn a_line_of_plain_text_is_a_heading_where_no_other_has_its_words() {
        let page = "<p>(1) 本人</p><p>カード</p><h2>本人</h2><p>x</p><p>代理人</p><p>y</p><b>z</b>";
        assert_eq!(of(page, "本人"), of("<h2>本人</h2><p>x</p><p>代理人</p><p>y</p><b>z</b>", "本人"));
        assert_eq!(of(page, "代理人"), of(&page.replace("<b>z", "<b>w"), "代理人"));
    }

    #[test]
    fn what_is_no_page_is_not_compared() {
        assert_eq!(evidence(b"%PDF-1.7", "application/pdf", []), Err(NotComparable));
        assert_eq!(evidence("<i>".repeat(MOST_ELEMENTS + 1).as_bytes(), "text/html", []), Err(NotComparable));
    }
}
