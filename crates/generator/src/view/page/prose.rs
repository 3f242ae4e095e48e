use serde::Serialize;

use super::Context;
use crate::view::frame::{Frame, Place};
use crate::view::prose::Prose;
use crate::view::words::Worded;

pub(crate) const CONTRIBUTE: &str = "contribute.html";
pub(crate) const ACCESSIBILITY: &str = "accessibility.html";

/// A page of prose, with the repository where there is one.
#[derive(Debug, Serialize)]
pub(crate) struct ProsePage {
    frame: Frame,
    prose: Prose,
    repository: Option<Repository>,
    /// The editor of this site, where it has one; other pages of prose do not lead to it.
    editor: Option<&'static str>,
}

/// Where data are corrected and added, and where it can be asked for.
#[derive(Debug, Serialize)]
struct Repository {
    files: String,
    guide: String,
    add: String,
    report: String,
}

impl ProsePage {
    pub(crate) fn new(context: &Context<'_>, path: &str, description: &str, prose: Prose) -> Worded<Self> {
        let description = context.words.say(description)?;
        let place = Place { path, title: prose.title.clone(), description, crumbs: Vec::new() };
        let repository = context.options.repository.as_deref().map(|repository| repository.trim_end_matches('/'));
        let guide = match context.words.lang {
            crate::Lang::En => "CONTRIBUTING.en.md",
            crate::Lang::Ja | crate::Lang::Plain => "CONTRIBUTING.md",
        };
        Ok(Self {
            frame: context.frame(place)?,
            prose,
            editor: (!context.options.editor.module.is_empty()).then_some(super::editor::PATH),
            repository: repository.map(|repository| Repository {
                files: format!("{repository}/tree/main/datasets/municipalities"),
                guide: format!("{repository}/blob/main/{guide}"),
                add: format!("{repository}/issues/new?template=new-municipality.yml"),
                report: format!("{repository}/issues/new?template=wrong-fact.yml"),
            }),
        })
    }
}
