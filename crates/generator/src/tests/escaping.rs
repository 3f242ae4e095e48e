use serde_json::Value;

use super::data::{assets, dataset, dataset_with, html, options};
use crate::{SiteError, site};

const HOSTILE: &str = "<b onx=\"1\">&'";

/// Every text that people read. Ids, dates and codes are ASCII; a reading is hiragana alone.
fn make_hostile(value: &mut Value) {
    match value {
        Value::String(text) if !text.is_ascii() => text.push_str(HOSTILE),
        Value::Array(list) => list.iter_mut().for_each(make_hostile),
        Value::Object(map) => {
            map.iter_mut().filter(|(key, _)| *key != "kana").for_each(|(_, value)| make_hostile(value));
        }
        _ => {}
    }
}

#[test]
fn html_in_any_text_of_the_data_is_text_on_the_page() {
    let dataset = dataset_with(|_, value| make_hostile(value));
    let mut escaped = 0;
    for (path, page) in html(&dataset) {
        assert!(!page.contains("<b onx"), "{path} has markup from the data");
        // `&'` must not survive as it is either.
        assert!(!page.contains("&'"), "{path} has a bare ampersand from the data");
        escaped += page.matches("&lt;b onx=&quot;1&quot;&gt;&amp;&#39;").count();
    }
    assert!(escaped > 1000, "the hostile text is shown, escaped");
}

#[test]
fn no_template_switches_escaping_off() {
    for (path, text) in assets().0.iter().filter(|(path, _)| path.ends_with(".html")) {
        // What the editor's page may do to its module is no filter.
        let text = text.replace("'wasm-unsafe-eval'", "");
        for word in ["safe", "autoescape"] {
            assert!(!text.contains(word), "{path} has `{word}`");
        }
        let text = text.replace("<script src=\"", "").replace("<script type=\"application/json\"", "");
        let text =
            text.replace("<script type=\"application/ld+json\">", "").replace("<script type=\"module\" src=\"", "");
        for inline in ["<script", "<style", " style=", "javascript:", " onclick", " onload"] {
            assert!(!text.contains(inline), "{path} has `{inline}`");
        }
    }
}

#[test]
fn the_safe_filter_is_not_there_at_all() {
    let mut assets = assets();
    assets.0.insert("pages/home.html".into(), "{{ page.frame.title | safe }}".into());
    let error = site(&dataset(), &assets, &options()).unwrap_err();
    assert!(error.to_string().contains("safe"), "{error}");
}

#[test]
fn prose_with_raw_html_is_refused_at_its_line() {
    for (prose, at) in [
        ("# a\n\n<script>alert(1)</script>\n", 3),
        ("# a\n\ntext <b>x</b>\n", 3),
        ("# a\n[x](javascript:alert(1))\n", 2),
        ("# a\n\n\n![x](x.png)\n", 4),
    ] {
        let mut assets = assets();
        assets.0.insert("prose/ja/about.md".into(), prose.into());
        match site(&dataset(), &assets, &options()) {
            Err(SiteError::Prose { line, .. }) => assert_eq!(line, at, "{prose}"),
            other => panic!("{prose}: {other:?}"),
        }
    }
}

#[test]
fn a_missing_value_in_a_template_is_an_error() {
    let mut assets = assets();
    assets.0.insert("pages/home.html".into(), "{{ page.no_such_thing }}".into());
    assert!(matches!(site(&dataset(), &assets, &options()), Err(SiteError::Template { .. })));
}
