use madoguchi_schema::dataset::Dataset;

use super::page::Shared;
use super::site::Language;
use crate::{Assets, Lang, Options, Page, SiteError};

/// Single pages of municipalities in one language, made again and again from changing data: the
/// templates and messages are read once.
pub struct Preview(Language);

impl Preview {
    /// # Errors
    ///
    /// Names the template or the message file that is wrong.
    pub fn new(assets: &Assets, lang: Lang) -> Result<Self, SiteError> {
        Language::new(assets, lang).map(Self)
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
        let file = dataset.municipalities.iter().find(|file| file.municipality.municipality.as_str() == code);
        let Some(file) = file else { return Ok(None) };
        let shared = Shared::new(dataset, options);
        let writer = self.0.writer(&shared);
        match procedure {
            None => writer.municipality_page(file).map(Some),
            Some(id) => writer.procedure_page(file, id).transpose(),
        }
    }
}
