use std::collections::BTreeMap;

use madoguchi_schema::model::Settings;
use serde::Serialize;
use serde_json::{Value, json};

use super::Context;
use crate::diff::code_in_name;
use crate::view::frame::{Frame, LinkView, Place, root};
use crate::view::words::Worded;
use crate::{Assets, Editor, Lang, Options, Page, SiteError};

pub(crate) const PATH: &str = "edit/index.html";
/// The folder of the module's files.
const MODULE: &str = "assets/editor/";
/// What each page of the preview is laid out with.
const TEMPLATES: [&str; 3] = ["layout.html", "pages/municipality.html", "pages/procedure.html"];

/// The page on which a municipality's file is written.
#[derive(Debug, Serialize)]
pub(crate) struct EditorPage {
    frame: Frame,
    /// Whether the module is there.
    built: bool,
    module: String,
    /// From the page to the root that all languages share.
    top: String,
    language: &'static str,
    today: String,
    repository: Option<String>,
    contribute: LinkView,
    words: BTreeMap<&'static str, String>,
}

/// What the page's script says. Its own values stand in these as `{name}`.
const WORDS: [&str; WORD_COUNT] = [
    "editor-loading",
    "editor-ready",
    "editor-broken",
    "editor-clean",
    "editor-count",
    "editor-level-error",
    "editor-level-warning",
    "editor-level-note",
    "editor-line",
    "editor-fix",
    "editor-fix-guess",
    "editor-lint-page",
    "editor-also",
    "editor-preview-old",
    "editor-preview-now",
    "editor-preview-none",
    "editor-preview-title",
    "editor-whole-page",
    "editor-diff-none",
    "editor-diff-new",
    "editor-diff-wait",
    "editor-before",
    "editor-after",
    "editor-format-done",
    "editor-format-refused",
    "editor-saved",
    "editor-not-saved",
    "editor-other-draft",
    "editor-use-draft",
    "editor-drop-draft",
    "editor-drop-ask",
    "editor-drafts-differ",
    "editor-copied",
    "editor-not-copied",
    "editor-no-repository",
    "editor-open-file",
    "editor-open-new",
    "editor-open-issue",
    "editor-still-wrong",
    "editor-unknown-municipality",
    "editor-no-file-yet",
    "editor-has-file",
    "editor-published-missing",
    "editor-text-label",
    "editor-fixed",
    "editor-plain-box",
    "editor-form-unreadable",
    "editor-form-empty",
    "editor-form-visit",
    "editor-form-letter",
    "editor-form-fill-in",
    "editor-form-wait",
    "editor-form-remote",
    "editor-form-remove",
    "editor-form-add-applicant",
    "editor-form-add-procedure",
    "editor-form-add-visit",
    "editor-form-add-letter",
    "editor-form-add-paper",
    "editor-form-choose",
    "editor-form-of",
    "editor-form-done",
    "editor-form-refused",
    "editor-form-in-text",
];
const WORD_COUNT: usize = 64;

/// Values that the script puts into these words.
const NAMES: [&str; 7] = ["errors", "warnings", "notes", "line", "time", "name", "file"];

/// The way from a page to the editor of a municipality, where the module is there.
pub(crate) fn link(options: &Options, from: &str, code: &str) -> Option<String> {
    (!options.editor.module.is_empty()).then(|| format!("{}{PATH}?m={code}", root(from)))
}

impl EditorPage {
    pub(crate) fn new(context: &Context<'_>) -> Worded<Self> {
        let words = context.words;
        let place = Place {
            path: PATH,
            title: words.say("editor-title")?,
            description: words.say("editor-description")?,
            crumbs: Vec::new(),
        };
        let here = format!("{}{PATH}", words.lang.prefix());
        let frame = context.frame(place)?;
        let slots: Vec<(&str, _)> = NAMES.iter().map(|name| (*name, format!("{{{name}}}").into())).collect();
        let said = WORDS.iter().map(|id| Ok((id.trim_start_matches("editor-"), words.say_with(id, &slots)?)));
        Ok(Self {
            built: !context.options.editor.module.is_empty(),
            module: format!("{}editor/", frame.assets),
            top: root(&here),
            language: words.lang.name(),
            today: context.day().to_string(),
            repository: context.options.repository.as_deref().map(|one| one.trim_end_matches('/').to_owned()),
            contribute: LinkView::to(
                format!("{}{}", root(PATH), super::prose::CONTRIBUTE),
                words.say("nav-contribute")?,
            ),
            words: said.collect::<Worded<_>>()?,
            frame,
        })
    }
}

/// Where [`files`] begin.
pub(crate) const PATHS: [&str; 3] = ["edit/", MODULE, "data/yaml/"];

/// Every municipality's file by its own text, and, where the module is there, the module and what it works on.
pub(crate) fn files(editor: &Editor, assets: &Assets) -> Result<Vec<Page>, SiteError> {
    let mut codes: BTreeMap<&str, &str> = BTreeMap::new();
    let mut pages = Vec::new();
    for (path, text) in &editor.texts {
        let Some(code) = code_in_name(path) else { continue };
        codes.insert(code, path);
        pages.push(Page { path: format!("data/yaml/{code}.yaml"), bytes: text.as_bytes().to_vec() });
    }
    if editor.module.is_empty() {
        return Ok(pages);
    }
    for (name, bytes) in &editor.module {
        pages.push(Page { path: format!("{MODULE}{name}"), bytes: bytes.clone() });
    }
    let is_shared =
        |path: &str| path.starts_with("vocabulary/") || path.starts_with("national/") || path == Settings::PATH;
    let shared: BTreeMap<&str, &str> =
        editor.texts.iter().filter(|(path, _)| is_shared(path)).map(|(path, text)| (path.as_str(), &**text)).collect();
    pages.push(data("edit/dataset.json", &json!({ "files": shared, "municipalities": codes }))?);
    for lang in Lang::ALL {
        let folder = format!("messages/{}/", lang.name());
        // The differences are told in the words of the two languages of reports.
        let also = ["messages/ja/", "messages/en/"];
        let is_wanted = |path: &str| {
            TEMPLATES.contains(&path)
                || path.starts_with("components/")
                || path.starts_with(&folder)
                || also.iter().any(|folder| path.starts_with(folder))
        };
        let texts: BTreeMap<_, _> = assets.0.iter().filter(|(path, _)| is_wanted(path)).collect();
        pages.push(data(&format!("edit/templates-{}.json", lang.name()), &json!(texts))?);
    }
    Ok(pages)
}

fn data(path: &str, value: &Value) -> Result<Page, SiteError> {
    let fault = |error: serde_json::Error| SiteError::Export { file: path.to_owned(), fault: error.to_string() };
    Ok(Page { path: path.to_owned(), bytes: serde_json::to_vec(value).map_err(fault)? })
}
