use std::sync::Arc;

use madoguchi_schema::dataset::Dataset;
use serde::Serialize;

use super::asset;
use super::known;
use super::message::Messages;
use super::page::about::{self, About};
use super::page::changes::{self, ChangesPage};
use super::page::checklist::{self, Checklist, checklist_path};
use super::page::claims::{self, ClaimsPage};
use super::page::comparison::{Comparison, MOST_TOGETHER};
use super::page::data::{self, DataPage};
use super::page::decide;
use super::page::distribution::Distribution;
use super::page::document::{self, DocumentPage, DocumentsPage, document_path};
use super::page::facts::FactsPage;
use super::page::have::{HavePage, have_path};
use super::page::home::{self, Home};
use super::page::lint::{self, LintPage, Lints};
use super::page::municipality::MunicipalityPage;
use super::page::national::{self, National};
use super::page::overview::Overview;
use super::page::prefecture::{PrefecturePage, by_prefecture};
use super::page::procedure::ProcedurePage;
use super::page::prose::{ACCESSIBILITY, CONTRIBUTE, ProsePage};
use super::page::{
    Context, compare_path, compare_prefecture_path, facet_path, facts_path, municipality_path, prefecture_path,
    procedure_path,
};
use super::prose;
use super::reading;
use super::render::Renderer;
use super::words::Words;
use crate::export::{self, Catalogue, sitemap};
use crate::facet::Survey;
use crate::{Assets, Lang, Options, Page, SiteError};

/// Every page of every language, with the assets, sorted by path.
pub(crate) fn site(dataset: &Dataset, assets: &Assets, options: &Options) -> Result<Vec<Page>, SiteError> {
    let mut pages = asset::files(assets);
    pages.push(known::index(dataset));
    pages.push(reading::dictionary(dataset, assets)?);
    for lang in Lang::ALL {
        pages.extend(language(dataset, assets, options, lang)?);
    }
    pages.extend(exports(dataset, assets, options)?);
    pages.extend(sitemap::files(dataset, options, &pages)?);
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(pages)
}

fn exports(dataset: &Dataset, assets: &Assets, options: &Options) -> Result<Vec<Page>, SiteError> {
    let (ja, en) = (Messages::read(assets, Lang::Ja)?, Messages::read(assets, Lang::En)?);
    let vocabulary = &dataset.vocabulary;
    let ja = Words { lang: Lang::Ja, messages: &ja, vocabulary };
    let en = Words { lang: Lang::En, messages: &en, vocabulary };
    export::files(&Catalogue::new(dataset, options, ja, en)?)
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
    let prose = |name| prose::read(assets, lang, name);
    let contribute = ProsePage::new(&context, CONTRIBUTE, "contribute-description", prose("contribute")?)?;
    pages.add("pages/contribute.html", CONTRIBUTE, &contribute)?;
    let accessibility = ProsePage::new(&context, ACCESSIBILITY, "accessibility-description", prose("accessibility")?)?;
    pages.add("pages/about.html", ACCESSIBILITY, &accessibility)?;
    pages.add("pages/changes.html", changes::PATH, &ChangesPage::new(&context)?)?;
    pages.add("pages/lints.html", lint::LIST, &Lints::new(&context)?)?;
    for (at, rule) in options.rules.iter().enumerate() {
        pages.add("pages/lint.html", &lint::path(rule), &LintPage::new(&context, at, rule)?)?;
    }
    for (prefecture, all) in by_prefecture(&context) {
        let page = PrefecturePage::new(&context, prefecture, &all)?;
        pages.add("pages/prefecture.html", &prefecture_path(prefecture), &page)?;
    }
    for id in &context.procedures {
        pages.add("pages/have.html", &have_path(id), &HavePage::new(&context, id)?)?;
    }
    pages.add("pages/documents.html", document::PATH, &DocumentsPage::new(&context)?)?;
    for (id, entry) in dataset.vocabulary.documents.iter() {
        pages.add("pages/document.html", &document_path(id), &DocumentPage::new(&context, id, entry)?)?;
    }
    let (decisions, wheres) = decide::pages(&context)?;
    for (path, page) in &decisions {
        pages.add("pages/decide.html", path, page)?;
    }
    for (path, page) in &wheres {
        pages.add("pages/where.html", path, page)?;
    }
    for survey in &context.surveys {
        pages.comparisons(&context, survey)?;
    }
    for file in &dataset.municipalities {
        pages.add("pages/municipality.html", &municipality_path(file), &MunicipalityPage::new(&context, file)?)?;
        for subject in context.subjects(file) {
            pages.add("pages/procedure.html", &procedure_path(&subject), &ProcedurePage::new(&context, &subject)?)?;
            pages.add("pages/facts.html", &facts_path(&subject), &FactsPage::new(&context, &subject)?)?;
            for (id, applicant) in checklist::listed(&subject) {
                let page = Checklist::new(&context, &subject, id, applicant)?;
                pages.add("pages/checklist.html", &checklist_path(&subject, id), &page)?;
            }
        }
    }
    pages.add("pages/data.html", data::PATH, &DataPage::new(&context, prose::read(assets, lang, "data")?)?)?;
    pages.pages.extend(export::worded_files(&context)?);
    Ok(pages.pages)
}

/// The pages of one language as they are rendered.
struct Pages {
    renderer: Renderer,
    lang: Lang,
    pages: Vec<Page>,
}

impl Pages {
    /// The comparison of a procedure, on one page or by prefecture, and a page for each facet.
    fn comparisons(&mut self, context: &Context<'_>, survey: &Survey<'_>) -> Result<(), SiteError> {
        let path = compare_path(survey.procedure);
        if survey.subjects.len() > MOST_TOGETHER {
            self.add("pages/overview.html", &path, &Overview::new(context, survey)?)?;
            for prefecture in survey.prefectures() {
                let path = compare_prefecture_path(survey.procedure, prefecture);
                self.add("pages/comparison.html", &path, &Comparison::new(context, survey, Some(prefecture))?)?;
            }
        } else {
            self.add("pages/comparison.html", &path, &Comparison::new(context, survey, None)?)?;
        }
        for column in &survey.columns {
            let path = facet_path(survey.procedure, column.facet);
            self.add("pages/distribution.html", &path, &Distribution::new(context, survey, column)?)?;
        }
        Ok(())
    }

    fn add(&mut self, template: &str, path: &str, model: &impl Serialize) -> Result<(), SiteError> {
        let bytes = self.renderer.render(template, path, model)?;
        self.pages.push(Page { path: format!("{}{path}", self.lang.prefix()), bytes });
        Ok(())
    }
}
