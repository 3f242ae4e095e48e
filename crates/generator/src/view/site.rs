use std::sync::Arc;

use madoguchi_schema::dataset::Dataset;
use serde::Serialize;

use super::message::Messages;
use super::page::about::{self, About};
use super::page::claims::{self, ClaimsPage};
use super::page::comparison::Comparison;
use super::page::facts::FactsPage;
use super::page::home::{self, Home};
use super::page::municipality::MunicipalityPage;
use super::page::national::{self, National};
use super::page::procedure::ProcedurePage;
use super::page::{Context, compare_path, facts_path, municipality_path, procedure_path};
use super::prose;
use super::render::Renderer;
use super::style::small;
use super::words::Words;
use crate::{Assets, Lang, Options, Page, SiteError};

/// Every page of every language, with the assets, sorted by path.
pub(crate) fn site(dataset: &Dataset, assets: &Assets, options: &Options) -> Result<Vec<Page>, SiteError> {
    let mut pages: Vec<Page> = assets
        .0
        .iter()
        .filter(|(path, _)| path.starts_with("assets/"))
        .map(|(path, text)| Page { path: path.clone(), bytes: asset(path, text) })
        .collect();
    for lang in Lang::RENDERED {
        pages.extend(language(dataset, assets, options, lang)?);
    }
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(pages)
}

fn asset(path: &str, text: &str) -> Vec<u8> {
    if path.ends_with(".css") { small(text).into_bytes() } else { text.as_bytes().to_vec() }
}

fn language(dataset: &Dataset, assets: &Assets, options: &Options, lang: Lang) -> Result<Vec<Page>, SiteError> {
    let messages = Arc::new(Messages::read(assets, lang)?);
    let words = Words { lang, messages: &messages, vocabulary: &dataset.vocabulary };
    let context = Context::new(dataset, options, words);
    let mut pages = Pages { renderer: Renderer::new(assets, &messages)?, lang, pages: Vec::new() };
    pages.add("pages/home.html", home::PATH, &Home::new(&context)?)?;
    pages.add("pages/national.html", national::PATH, &National::new(&context)?)?;
    pages.add("pages/claims.html", claims::PATH, &ClaimsPage::new(&context)?)?;
    pages.add("pages/about.html", about::PATH, &About::new(&context, prose::read(assets, lang, "about")?)?)?;
    for id in &context.procedures {
        pages.add("pages/comparison.html", &compare_path(id), &Comparison::new(&context, id)?)?;
    }
    for file in &dataset.municipalities {
        pages.add("pages/municipality.html", &municipality_path(file), &MunicipalityPage::new(&context, file)?)?;
        for subject in context.subjects(file) {
            pages.add("pages/procedure.html", &procedure_path(&subject), &ProcedurePage::new(&context, &subject)?)?;
            pages.add("pages/facts.html", &facts_path(&subject), &FactsPage::new(&context, &subject)?)?;
        }
    }
    Ok(pages.pages)
}

/// The pages of one language as they are rendered.
struct Pages {
    renderer: Renderer,
    lang: Lang,
    pages: Vec<Page>,
}

impl Pages {
    fn add(&mut self, template: &str, path: &str, model: &impl Serialize) -> Result<(), SiteError> {
        let bytes = self.renderer.render(template, path, model)?;
        self.pages.push(Page { path: format!("{}{path}", self.lang.prefix()), bytes });
        Ok(())
    }
}
