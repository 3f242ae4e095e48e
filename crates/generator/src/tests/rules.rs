use std::collections::BTreeMap;

use super::data::{dataset, html};
use crate::{RuleLevel, RuleText, RuleWords};

/// Two rules as the command hands them in; the second one with markup in every text.
pub(super) fn rules() -> Vec<RuleText> {
    let words = |says: &str| RuleWords {
        says: says.into(),
        help: Some("直してください。".into()),
        about: "なぜ。\n\nもうひとつ。".into(),
        wrong: Some("a: 1\n\nb: 2\n".into()),
        right: None,
    };
    let rule = |code: &str, says: &str, level, allowable: bool| RuleText {
        code: code.into(),
        name: format!("name-of-{code}"),
        level,
        fixed: !allowable,
        allowable,
        ja: words(says),
        en: words(says),
    };
    vec![rule("K001", "ちがいます。", RuleLevel::Error, false), rule("U001", "<b>&", RuleLevel::Warning, true)]
}

#[test]
fn every_rule_has_a_page_that_says_whether_it_can_be_accepted() {
    let pages: BTreeMap<String, String> = html(&dataset());
    for prefix in ["", "easy/", "en/"] {
        let list = &pages[&format!("{prefix}lints.html")];
        assert!(list.contains("href=\"lint/K001.html\"") && list.contains("href=\"lint/U001.html\""));
        let page = &pages[&format!("{prefix}lint/U001.html")];
        assert!(page.contains("&lt;b&gt;&amp;") && page.contains("<pre"), "{page}");
        assert!(page.contains("allow:") && !pages[&format!("{prefix}lint/K001.html")].contains("allow:"));
    }
}
