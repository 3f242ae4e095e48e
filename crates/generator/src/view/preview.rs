use std::sync::Arc;

use madoguchi_schema::dataset::Dataset;

use super::message::Messages;
use super::page::municipality::MunicipalityPage;
use super::page::procedure::ProcedurePage;
use super::page::{Context, Shared, municipality_path, procedure_path};
use super::render::Renderer;
use super::words::Words;
use crate::{Assets, Lang, Options, Page, SiteError};

/// Single pages of municipalities in one language, made again and again from changing data: the
/// templates and messages are read once.
pub struct Preview {
    renderer: Renderer,
    messages: Arc<Messages>,
    lang: Lang,
}

impl Preview {
    /// # Errors
    ///
    /// Names the template or the message file that is wrong.
    pub fn new(assets: &Assets, lang: Lang) -> Result<Self, SiteError> {
        let messages = Arc::new(Messages::read(assets, lang)?);
        Ok(Self { renderer: Renderer::new(assets, &messages)?, messages, lang })
    }

    /// The page that the site has of a municipality, or of one of its procedures. Nothing where the
    /// dataset has no such municipality, or no rule of the procedure holds on the day.
    ///
    /// # Errors
    ///
    /// Names the template or the message that is wrong.
    pub fn page(
        &self,
        dataset: &Dataset,
        options: &Options,
        code: &str,
        procedure: Option<&str>,
    ) -> Result<Option<Page>, SiteError> {
        let words = Words { lang: self.lang, messages: &self.messages, vocabulary: &dataset.vocabulary };
        let shared = Shared::new(dataset, options);
        let context = Context::new(&shared, words);
        let file = dataset.municipalities.iter().find(|file| file.municipality.municipality.as_str() == code);
        let Some(file) = file else { return Ok(None) };
        let (path, bytes) = match procedure {
            None => {
                let path = municipality_path(file);
                let model = MunicipalityPage::new(&context, file)?;
                let bytes = self.renderer.render("pages/municipality.html", &path, &model)?;
                (path, bytes)
            }
            Some(id) => {
                let subjects = context.subjects(file);
                let Some(subject) = subjects.iter().find(|subject| subject.id.as_str() == id) else {
                    return Ok(None);
                };
                let path = procedure_path(subject);
                let model = ProcedurePage::new(&context, subject)?;
                let bytes = self.renderer.render("pages/procedure.html", &path, &model)?;
                (path, bytes)
            }
        };
        Ok(Some(Page { path: format!("{}{path}", self.lang.prefix()), bytes }))
    }
}
