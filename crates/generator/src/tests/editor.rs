use std::collections::BTreeMap;

use super::data::{assets, dataset, html, options};
use crate::{Editor, Lang, Options, Preview, site};

const PLACES: [&str; 3] = ["edit/index.html", "easy/edit/index.html", "en/edit/index.html"];

pub(super) fn built() -> Options {
    let texts = [
        ("municipalities/17-ishikawa/172014-kanazawa.yaml", "municipality: \"172014\"\n"),
        ("vocabulary/uses.yaml", "entries: {}\n"),
    ];
    let texts = texts.into_iter().map(|(path, text)| (path.to_owned(), text.into())).collect();
    let module = BTreeMap::from([("main.js".to_owned(), b"export {}".to_vec())]);
    Options { editor: Editor { texts, module }, ..options() }
}

#[test]
fn only_the_editor_may_compile_a_module_and_give_html_to_a_frame() {
    for (path, page) in html(&dataset()) {
        let is_editor = PLACES.contains(&path.as_str());
        for word in ["wasm-unsafe-eval", "madoguchi-preview"] {
            assert_eq!(page.contains(word), is_editor, "{path}: {word}");
        }
        assert!(!page.contains("unsafe-inline") && !page.contains("'unsafe-eval'"), "{path}");
    }
}

#[test]
fn without_the_module_the_page_says_so_and_nothing_leads_to_it() {
    let pages = html(&dataset());
    for path in PLACES {
        assert!(!pages[path].contains("<script type=\"module\""), "{path}");
        assert!(!pages[path].contains("<textarea") && pages[path].contains("contribute.html"), "{path}");
    }
    assert!(pages["en/edit/index.html"].contains("built without the editor"));
    assert!(!pages["en/contribute.html"].contains("edit/index.html"));
    assert!(!pages["m/172014.html"].contains("edit/index.html"));
}

#[test]
fn the_module_with_what_it_works_on_is_loaded_by_the_editor_alone() {
    let pages = site(&dataset(), &assets(), &built()).unwrap();
    let text = |path: &str| {
        let page = pages.iter().find(|page| page.path == path).unwrap_or_else(|| panic!("{path}"));
        String::from_utf8(page.bytes.clone()).unwrap()
    };
    for page in pages.iter().filter(|page| page.path.ends_with(".html")) {
        let loads = String::from_utf8_lossy(&page.bytes).contains("assets/editor/");
        assert_eq!(loads, PLACES.contains(&page.path.as_str()), "{}", page.path);
    }
    assert!(text("en/edit/index.html").contains("src=\"../../assets/editor/main.js\""));
    assert_eq!(text("assets/editor/main.js"), "export {}");
    assert_eq!(text("data/yaml/172014.yaml"), "municipality: \"172014\"\n");
    let shared: serde_json::Value = serde_json::from_str(&text("edit/dataset.json")).unwrap();
    assert_eq!(shared["municipalities"]["172014"], "municipalities/17-ishikawa/172014-kanazawa.yaml");
    assert_eq!(shared["files"].as_object().unwrap().len(), 1, "no municipality's text");
    assert!(text("m/172014/pin-reset.html").contains("href=\"../../edit/index.html?m=172014\""));
    for lang in Lang::ALL {
        let templates: BTreeMap<String, String> =
            serde_json::from_str(&text(&format!("edit/templates-{}.json", lang.name()))).unwrap();
        let preview = Preview::new(&crate::Assets(templates), lang).unwrap();
        let dataset = dataset();
        for (procedure, path) in [(None, "m/172014.html"), (Some("pin-reset"), "m/172014/pin-reset.html")] {
            let page = preview.page(&dataset, &built(), "172014", procedure).unwrap().unwrap();
            let path = format!("{}{path}", lang.prefix());
            assert_eq!((page.path.as_str(), String::from_utf8(page.bytes).unwrap()), (path.as_str(), text(&path)));
        }
        assert_eq!(preview.page(&dataset, &built(), "172014", Some("no-such")).unwrap(), None);
    }
}
