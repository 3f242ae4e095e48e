use std::sync::{Arc, Mutex};

use madoguchi_schema::dataset::{Dataset, MunicipalityFile};
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
    Context, Shared, compare_path, compare_prefecture_path, facet_path, facts_path, municipality_path, prefecture_path,
    procedure_path,
};
use super::prose;
use super::reading;
use super::render::Renderer;
use super::words::Words;
use crate::export::{self, Catalogue, sitemap};
use crate::facet::Survey;
use crate::{Assets, Lang, Options, Page, SiteError, Take};

/// Makes every file of the site: the assets, the exports, every page of every language.
pub(crate) fn build(dataset: &Dataset, assets: &Assets, options: &Options, take: &Take<'_>) -> Result<(), SiteError> {
    let shared = Shared::new(dataset, options);
    let out = Out { take, pages: Mutex::new(Vec::new()) };
    let languages: Vec<Language> =
        Lang::ALL.iter().map(|lang| Language::new(assets, *lang)).collect::<Result<_, _>>()?;
    let writers: Vec<Writer<'_>> = languages.iter().map(|language| language.writer(&shared, &out)).collect();
    // What takes longest begins first.
    let mut units: Vec<Unit<'_>> = vec![
        Box::new(|| exports(&shared, &languages, &out)),
        Box::new(|| {
            asset::files(assets).into_iter().try_for_each(|file| out.add(file))?;
            out.add(known::index(dataset))?;
            out.add(reading::dictionary(dataset, assets)?)
        }),
    ];
    for writer in &writers {
        units.extend(writer.units(assets));
    }
    for file in &dataset.municipalities {
        let writers = &writers;
        units.push(Box::new(move || writers.iter().try_for_each(|writer| writer.municipality(file))));
    }
    all(&units)?;
    let pages = out.pages.lock().map_err(|_| SiteError::Refused)?;
    sitemap::files(dataset, options, &pages)?
        .into_iter()
        .try_for_each(|file| (take)(file).map_err(|_| SiteError::Refused))
}

/// A part of the site that is made in one go, without the others.
type Unit<'u> = Box<dyn Fn() -> Result<(), SiteError> + Send + Sync + 'u>;

/// Makes every unit. Of several errors the first unit's is told, whichever came first.
#[cfg(feature = "threads")]
fn all(units: &[Unit<'_>]) -> Result<(), SiteError> {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use rayon::prelude::*;

    let failed = AtomicUsize::new(usize::MAX);
    let make = |(at, unit): (usize, &Unit<'_>)| {
        // What comes before a failed unit is still made: it may fail, too.
        if failed.load(Ordering::Relaxed) < at {
            return Ok(());
        }
        unit().inspect_err(|_| {
            failed.fetch_min(at, Ordering::Relaxed);
        })
    };
    let made: Vec<Result<(), SiteError>> = units.par_iter().enumerate().with_max_len(1).map(make).collect();
    made.into_iter().collect()
}

/// Makes every unit.
#[cfg(not(feature = "threads"))]
fn all(units: &[Unit<'_>]) -> Result<(), SiteError> {
    units.iter().try_for_each(|unit| unit())
}

/// Where the files go.
struct Out<'t> {
    take: &'t Take<'t>,
    /// The paths of the pages, for the sitemap.
    pages: Mutex<Vec<String>>,
}

impl Out<'_> {
    fn add(&self, file: Page) -> Result<(), SiteError> {
        if file.path.ends_with(".html") {
            self.pages.lock().map_err(|_| SiteError::Refused)?.push(file.path.clone());
        }
        (self.take)(file).map_err(|_| SiteError::Refused)
    }
}

fn exports(shared: &Shared<'_>, languages: &[Language], out: &Out<'_>) -> Result<(), SiteError> {
    let words = |lang: Lang| {
        let found = languages.iter().find(|language| language.lang == lang);
        let missing = || SiteError::MissingAsset(lang.name().to_owned());
        found.map(|language| language.words(shared)).ok_or_else(missing)
    };
    export::files(&Catalogue::new(shared, words(Lang::Ja)?, words(Lang::En)?)?, &mut |file| out.add(file))
}

/// The messages and templates of one language.
struct Language {
    lang: Lang,
    messages: Arc<Messages>,
    renderer: Renderer,
}

impl Language {
    fn new(assets: &Assets, lang: Lang) -> Result<Self, SiteError> {
        let messages = Arc::new(Messages::read(assets, lang)?);
        Ok(Self { lang, renderer: Renderer::new(assets, &messages)?, messages })
    }

    fn words<'a>(&'a self, shared: &Shared<'a>) -> Words<'a> {
        Words { lang: self.lang, messages: &self.messages, vocabulary: &shared.dataset.vocabulary }
    }

    fn writer<'a>(&'a self, shared: &'a Shared<'a>, out: &'a Out<'a>) -> Writer<'a> {
        Writer { context: Context::new(shared, self.words(shared)), renderer: &self.renderer, out }
    }
}

/// Makes the pages of one language.
struct Writer<'a> {
    context: Context<'a>,
    renderer: &'a Renderer,
    out: &'a Out<'a>,
}

impl<'a> Writer<'a> {
    /// The pages that are not one municipality's.
    fn units<'u>(&'u self, assets: &'u Assets) -> Vec<Unit<'u>> {
        let shared = self.context.shared;
        let mut units: Vec<Unit<'u>> = Vec::new();
        for id in &shared.procedures {
            units.push(Box::new(move || {
                self.add("pages/have.html", &have_path(id), &HavePage::new(&self.context, id)?)
            }));
        }
        for survey in &shared.surveys {
            self.comparisons(survey, &mut units);
        }
        units.push(Box::new(move || self.common(assets)));
        units.push(Box::new(move || self.rules()));
        units.push(Box::new(move || self.decisions()));
        units.push(Box::new(move || self.documents()));
        for (prefecture, all) in by_prefecture(&self.context) {
            units.push(Box::new(move || {
                let page = PrefecturePage::new(&self.context, prefecture, &all)?;
                self.add("pages/prefecture.html", &prefecture_path(prefecture), &page)
            }));
        }
        units
    }

    /// The pages of which there is one.
    fn common(&self, assets: &Assets) -> Result<(), SiteError> {
        let context = &self.context;
        let prose = |name| prose::read(assets, context.words.lang, name);
        self.add("pages/home.html", home::PATH, &Home::new(context)?)?;
        self.add("pages/national.html", national::PATH, &National::new(context)?)?;
        self.add("pages/claims.html", claims::PATH, &ClaimsPage::new(context)?)?;
        self.add("pages/about.html", about::PATH, &About::new(context, prose("about")?)?)?;
        let contribute = ProsePage::new(context, CONTRIBUTE, "contribute-description", prose("contribute")?)?;
        self.add("pages/contribute.html", CONTRIBUTE, &contribute)?;
        let accessibility =
            ProsePage::new(context, ACCESSIBILITY, "accessibility-description", prose("accessibility")?)?;
        self.add("pages/about.html", ACCESSIBILITY, &accessibility)?;
        self.add("pages/changes.html", changes::PATH, &ChangesPage::new(context)?)?;
        self.add("pages/data.html", data::PATH, &DataPage::new(context, prose("data")?)?)?;
        export::worded_files(context)?.into_iter().try_for_each(|file| self.out.add(file))
    }

    fn rules(&self) -> Result<(), SiteError> {
        self.add("pages/lints.html", lint::LIST, &Lints::new(&self.context)?)?;
        for (at, rule) in self.context.options.rules.iter().enumerate() {
            self.add("pages/lint.html", &lint::path(rule), &LintPage::new(&self.context, at, rule)?)?;
        }
        Ok(())
    }

    fn decisions(&self) -> Result<(), SiteError> {
        let (decisions, wheres) = decide::pages(&self.context)?;
        for (path, page) in &decisions {
            self.add("pages/decide.html", path, page)?;
        }
        for (path, page) in &wheres {
            self.add("pages/where.html", path, page)?;
        }
        Ok(())
    }

    fn documents(&self) -> Result<(), SiteError> {
        let context = &self.context;
        self.add("pages/documents.html", document::PATH, &DocumentsPage::new(context)?)?;
        for (id, entry) in context.dataset.vocabulary.documents.iter() {
            self.add("pages/document.html", &document_path(id), &DocumentPage::new(context, id, entry)?)?;
        }
        Ok(())
    }

    /// The comparison of a procedure, on one page or by prefecture, and a page for each facet.
    fn comparisons<'u>(&'u self, survey: &'u Survey<'a>, units: &mut Vec<Unit<'u>>) {
        let is_long = survey.subjects.len() > MOST_TOGETHER;
        units.push(Box::new(move || {
            let path = compare_path(survey.procedure);
            if is_long {
                self.add("pages/overview.html", &path, &Overview::new(&self.context, survey)?)
            } else {
                self.add("pages/comparison.html", &path, &Comparison::new(&self.context, survey, None)?)
            }
        }));
        for prefecture in survey.prefectures().filter(|_| is_long) {
            units.push(Box::new(move || {
                let path = compare_prefecture_path(survey.procedure, prefecture);
                self.add("pages/comparison.html", &path, &Comparison::new(&self.context, survey, Some(prefecture))?)
            }));
        }
        for column in &survey.columns {
            units.push(Box::new(move || {
                let path = facet_path(survey.procedure, column.facet);
                self.add("pages/distribution.html", &path, &Distribution::new(&self.context, survey, column)?)
            }));
        }
    }

    /// Everything about one municipality.
    fn municipality(&self, file: &'a MunicipalityFile) -> Result<(), SiteError> {
        let context = &self.context;
        self.add("pages/municipality.html", &municipality_path(file), &MunicipalityPage::new(context, file)?)?;
        for subject in context.subjects(file) {
            self.add("pages/procedure.html", &procedure_path(&subject), &ProcedurePage::new(context, &subject)?)?;
            self.add("pages/facts.html", &facts_path(&subject), &FactsPage::new(context, &subject)?)?;
            for (id, applicant) in checklist::listed(&subject) {
                let page = Checklist::new(context, &subject, id, applicant)?;
                self.add("pages/checklist.html", &checklist_path(&subject, id), &page)?;
            }
        }
        export::local_files(context, file)?.into_iter().try_for_each(|file| self.out.add(file))
    }

    fn add(&self, template: &str, path: &str, model: &impl Serialize) -> Result<(), SiteError> {
        let bytes = self.renderer.render(template, path, model)?;
        self.out.add(Page { path: format!("{}{path}", self.context.words.lang.prefix()), bytes })
    }
}
