//! What is served: the last site whose data were right, and what is said of the data as they are.

use std::collections::BTreeMap;

use madoguchi_generator::{Assets, Editor, Options, Templates};
use madoguchi_schema::dataset::Dataset;
use madoguchi_schema::load;
use madoguchi_schema::shape::Shapes;
use madoguchi_validator::{Level, Messages, Session, report};
use serde::Serialize;

use super::seen::News;
use crate::arguments::Serve;
use crate::catalogue;
use crate::failure::Failure;
use crate::words::Words;

/// The project's data and templates while they are written.
pub(super) struct Workshop<'w> {
    shapes: Shapes,
    messages: Messages,
    session: Session,
    words: &'w Words,
    pub(super) options: Options,
    /// The last data that were right.
    dataset: Option<Dataset>,
    /// The last templates that were.
    templates: Option<Templates>,
    /// Why the templates cannot be used as they are.
    fault: Option<String>,
    said: Said,
}

/// What is said after a change, to the pages that are open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct Said {
    /// What `check` says of the data, or what is wrong with the templates; empty where nothing is.
    pub(super) report: String,
    /// The site that is shown is not that of the files as they are.
    pub(super) is_old: bool,
    /// Only styles changed.
    pub(super) only_styles: bool,
    /// What stands above the report, and on the button that closes it.
    title: String,
    close: String,
}

impl<'w> Workshop<'w> {
    /// The project as it is first seen, and the editor for the browser, where it was built.
    pub(super) fn new(
        call: &Serve,
        words: &'w Words,
        mut news: News,
        module: BTreeMap<String, Vec<u8>>,
    ) -> Result<Self, Failure> {
        let shapes = Shapes::new().map_err(Failure::broken)?;
        let read = std::mem::take(&mut news.written).into_iter().map(|file| load::read(file, &shapes)).collect();
        let options = Options {
            today: call.days.as_of,
            base_url: None,
            repository: call.repository.clone(),
            rules: catalogue::rules().map_err(Failure::broken)?,
            editor: Editor { module, ..Editor::default() },
        };
        let mut workshop = Self {
            session: Session::new(read, call.days),
            shapes,
            messages: Messages::new(words.lang).map_err(Failure::broken)?,
            words,
            options,
            dataset: None,
            templates: None,
            fault: None,
            said: Said::default(),
        };
        workshop.take(news)?;
        Ok(workshop)
    }

    /// The site's data and templates; none where they have never been right.
    pub(super) fn site(&self) -> Option<(&Dataset, &Templates)> {
        self.dataset.as_ref().zip(self.templates.as_ref())
    }

    /// What is said of the files as they are.
    pub(super) fn said(&self) -> &Said {
        &self.said
    }

    /// Takes what has changed.
    pub(super) fn take(&mut self, news: News) -> Result<(), Failure> {
        let only_styles = news.written.is_empty() && news.gone.is_empty();
        let only_styles = only_styles && news.templates.as_ref().is_some_and(|templates| templates.only_styles);
        for file in news.written {
            self.session.replace(load::read(file, &self.shapes));
        }
        for path in &news.gone {
            self.session.remove(path);
        }
        if let Some(templates) = news.templates {
            match Templates::new(Assets(templates.texts)) {
                Ok(templates) => (self.templates, self.fault) = (Some(templates), None),
                Err(error) => self.fault = Some(error.to_string()),
            }
        }
        let checked = self.session.checked(|_| true);
        let is_right = checked.count(Level::Error) == 0;
        if is_right && let Some(dataset) = self.session.folder().dataset(&mut self.dataset) {
            self.dataset = Some(dataset);
            let files = self.session.loaded().files.iter();
            self.options.editor.texts = files.map(|file| (file.path.clone(), file.text.clone())).collect();
        }
        let mut report = String::new();
        if !checked.diagnostics.is_empty() {
            report = report::human(&checked, &self.messages, false).map_err(Failure::broken)?;
        }
        if let Some(fault) = &self.fault {
            report.push_str(&self.words.say("serve-templates", &[("fault", fault)]));
        }
        let is_old = !is_right || self.fault.is_some();
        let title = self.words.say(if is_old { "serve-old" } else { "serve-findings" }, &[]);
        self.said = Said { report, is_old, only_styles, title, close: self.words.say("serve-close", &[]) };
        Ok(())
    }
}
