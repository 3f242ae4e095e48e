use std::sync::{Arc, Mutex};

use madoguchi_schema::dataset::MunicipalityFile;
use madoguchi_schema::scalar::ProcedureId;
use serde::Serialize;

use super::asset;
use super::known;
use super::message::Messages;
use super::page::about::{self, About};
use super::page::changes::{self, ChangesPage};
use super::page::checklist::{self, Checklist, checklist_path};
use super::page::claims::{self, ClaimsPage};
use super::page::comparison::{self, Comparison, MOST_TOGETHER};
use super::page::data::{self, DataPage};
use super::page::decide;
use super::page::distribution::{self, Distribution};
use super::page::document::{self, DocumentPage, DocumentsPage, document_path};
use super::page::editor::{self, EditorPage};
use super::page::facts::FactsPage;
use super::page::have::{HavePage, have_path};
use super::page::home::{self, Home};
use super::page::lint::{self, LintPage, Lints};
use super::page::municipality::MunicipalityPage;
use super::page::national::{self, National};
use super::page::overview::Overview;
use super::page::prefecture::PrefecturePage;
use super::page::procedure::ProcedurePage;
use super::page::prose::{ACCESSIBILITY, CONTRIBUTE, ProsePage};
use super::page::{
    Context, Shared, compare_path, compare_prefecture_path, facet_path, facts_path, municipality_path, prefecture_path,
    procedure_path,
};
use super::part::{self, HangsOn, Out, Part};
use super::prose;
use super::reading;
use super::render::Renderer;
use super::words::Words;
use crate::export::{self, Catalogue, sitemap};
use crate::facet::{FACETS, Survey};
use crate::{Assets, Lang, Page, SiteError, Taker};

const MUNICIPALITY: &str = "pages/municipality.html";
const PROCEDURE: &str = "pages/procedure.html";

/// The templates and messages of the site in every language, read once for any number of datasets.
pub struct Templates {
    assets: Assets,
    languages: Vec<Language>,
}

impl Templates {
    /// # Errors
    ///
    /// Names the template or the message file that is wrong.
    pub fn new(assets: Assets) -> Result<Self, SiteError> {
        let languages = Lang::ALL.iter().map(|lang| Language::new(&assets, *lang)).collect::<Result<_, _>>()?;
        Ok(Self { assets, languages })
    }
}

#[cfg(test)]
impl Templates {
    /// The same with every macro called.
    pub(crate) fn calling_macros(self) -> Self {
        let called = |language: Language| Language { renderer: language.renderer.calling_macros(), ..language };
        Self { languages: self.languages.into_iter().map(called).collect(), ..self }
    }
}

/// The site of a dataset, of which all files can be made, or one.
pub struct Site<'a> {
    shared: &'a Shared<'a>,
    templates: &'a Templates,
}

impl<'a> Site<'a> {
    /// The site of what was found out about a dataset.
    #[must_use]
    pub fn new(shared: &'a Shared<'a>, templates: &'a Templates) -> Self {
        Self { shared, templates }
    }

    /// Makes every file and hands it out as soon as it is made, in any order and from several threads. What
    /// the taker says it has is not made.
    ///
    /// # Errors
    ///
    /// Names the template or the message that is wrong; or that no file was taken any more.
    pub fn make(&self, taker: &dyn Taker) -> Result<(), SiteError> {
        let writers = self.writers();
        let paths = Mutex::new(Vec::new());
        let add = |path: &str| match paths.lock() {
            Ok(mut paths) => {
                paths.push(path.to_owned());
                Ok(())
            }
            Err(_) => Err(SiteError::Refused),
        };
        part::all(&self.parts(&writers, &|_| true), &|part| {
            if let Some(kept) = part.kept(taker, self.shared) {
                return kept.iter().try_for_each(|path| add(path));
            }
            let take = |path: &str, bytes: &[u8]| {
                add(path)?;
                taker.take(&part.name, path, bytes).map_err(|_| SiteError::Refused)
            };
            part.make(&Out { take: &take, wanted: None })
        })?;
        let mut paths = paths.into_inner().map_err(|_| SiteError::Refused)?;
        paths.retain(|path| path.ends_with(".html"));
        let files = sitemap::files(self.shared.dataset, self.shared.options, &paths)?;
        let take = |file: &Page| taker.take("sitemap", &file.path, &file.bytes).map_err(|_| SiteError::Refused);
        files.iter().try_for_each(take)
    }

    /// Makes one file of [`make`](Self::make), by its path; nothing where there is none. For one export all of
    /// them are made. The sitemap, which lists all pages, is not among them.
    ///
    /// # Errors
    ///
    /// Names the template or the message that is wrong.
    pub fn file(&self, path: &str) -> Result<Option<Page>, SiteError> {
        let writers = self.writers();
        let parts = self.parts(&writers, &|file| path.contains(file.municipality.municipality.as_str()));
        let found = Mutex::new(None);
        let take = |path: &str, bytes: &[u8]| {
            let file = Page { path: path.to_owned(), bytes: bytes.to_vec() };
            *found.lock().map_err(|_| SiteError::Refused)? = Some(file);
            Ok(())
        };
        let out = Out { take: &take, wanted: Some(path) };
        let covering = parts.iter().filter(|part| part.covers(path));
        let rest = parts.iter().filter(|part| part.is_rest());
        for part in covering.chain(rest) {
            part.make(&out)?;
            if found.lock().is_ok_and(|found| found.is_some()) {
                break;
            }
        }
        found.into_inner().map_err(|_| SiteError::Refused)
    }

    fn writers(&self) -> Vec<Writer<'a>> {
        self.templates.languages.iter().map(|language| language.writer(self.shared)).collect()
    }

    /// Every part; what takes longest begins first. Of municipalities those that are `wanted`, whose codes stand
    /// in all paths of their files.
    fn parts<'u>(&'u self, writers: &'u [Writer<'a>], wanted: &dyn Fn(&MunicipalityFile) -> bool) -> Vec<Part<'u>> {
        let assets = &self.templates.assets;
        let mut parts: Vec<Part<'u>> = writers.iter().flat_map(|writer| writer.parts(assets)).collect();
        parts.insert(0, Part::rest("exports", Box::new(move |out| self.exports(out))));
        let files = Box::new(move |out: &Out<'_>| {
            out.add_all(asset::files(assets, |path| out.wants(path)))?;
            if out.wants(known::PATH) {
                out.add_all([known::index(self.shared.dataset)])?;
            }
            if out.wants(reading::PATH) {
                out.add_all([reading::dictionary(self.shared.dataset, assets)?])?;
            }
            Ok(())
        });
        parts.insert(1, Part::paths(&["assets/".to_owned()], files));
        let editor = &self.shared.options.editor;
        let files = Box::new(move |out: &Out<'_>| out.add_all(editor::files(editor, assets)?));
        parts.push(Part::paths(&editor::PATHS.map(str::to_owned), files));
        let municipalities = || self.shared.dataset.municipalities.iter().filter(|file| wanted(file));
        for writer in writers {
            parts.extend(municipalities().map(|file| writer.of_municipality(file)));
        }
        parts.extend(municipalities().map(|file| {
            let paths = export::own_paths(file.municipality.municipality.as_str());
            // Each says how old the dataset is.
            let last_read = || self.shared.last_read.map(|day| day.to_string()).unwrap_or_default();
            Part::paths(&paths, Box::new(move |out| self.own_exports(file, out)))
                .hanging_on(move || Some(HangsOn { files: vec![file], others: last_read() }))
        }));
        parts
    }

    fn exports(&self, out: &Out<'_>) -> Result<(), SiteError> {
        // None of them is a page, and all are made together.
        if out.wanted.is_some_and(|path| path.ends_with(".html")) {
            return Ok(());
        }
        let catalogue = Catalogue::new(self.shared, self.words(Lang::Ja)?, self.words(Lang::En)?)?;
        export::files(&catalogue, &|path, bytes| out.add(path, bytes))
    }

    /// Those of one municipality.
    fn own_exports(&self, file: &'a MunicipalityFile, out: &Out<'_>) -> Result<(), SiteError> {
        let catalogue = Catalogue::of(vec![file], self.shared, self.words(Lang::Ja)?, self.words(Lang::En)?)?;
        export::own_files(&catalogue, &mut |path, bytes| out.add(path, bytes))
    }

    fn words(&self, lang: Lang) -> Result<Words<'a>, SiteError> {
        let found = self.templates.languages.iter().find(|language| language.lang == lang);
        let missing = || SiteError::MissingAsset(lang.name().to_owned());
        found.map(|language| language.words(self.shared)).ok_or_else(missing)
    }
}

/// The messages and templates of one language.
pub(super) struct Language {
    lang: Lang,
    messages: Arc<Messages>,
    renderer: Renderer,
}

impl Language {
    pub(super) fn new(assets: &Assets, lang: Lang) -> Result<Self, SiteError> {
        let messages = Arc::new(Messages::read(assets, lang)?);
        Ok(Self { lang, renderer: Renderer::new(assets, &messages)?, messages })
    }

    fn words<'a>(&'a self, shared: &'a Shared<'a>) -> Words<'a> {
        Words { lang: self.lang, messages: &self.messages, vocabulary: &shared.dataset.vocabulary }
    }

    pub(super) fn writer<'a>(&'a self, shared: &'a Shared<'a>) -> Writer<'a> {
        Writer { context: Context::new(shared, self.words(shared)), renderer: &self.renderer }
    }
}

/// Makes the pages of one language.
pub(super) struct Writer<'a> {
    context: Context<'a>,
    renderer: &'a Renderer,
}

impl<'a> Writer<'a> {
    /// The pages that are not one municipality's.
    fn parts<'u>(&'u self, assets: &'u Assets) -> Vec<Part<'u>> {
        let shared = self.context.shared;
        let mut parts: Vec<Part<'u>> = Vec::new();
        for id in &shared.procedures {
            let page = move || HavePage::new(&self.context, id);
            parts.push(self.page("pages/have.html", have_path(id), page));
        }
        for id in &shared.procedures {
            self.comparisons(id, &mut parts);
        }
        self.common(assets, &mut parts);
        let rules = self.below(&["lints.html", "lint/"], |out| self.rules(out));
        parts.push(rules.hanging_on(|| Some(HangsOn::nothing())));
        parts.push(self.below(&["decide/"], |out| self.decisions(out)));
        parts.push(self.below(&["documents.html", "document/"], |out| self.documents(out)));
        for (prefecture, all) in shared.prefectures() {
            let page = move || PrefecturePage::new(&self.context, *prefecture, all);
            let files = || all.iter().filter_map(|known| known.file).collect();
            let part = self.page("pages/prefecture.html", prefecture_path(*prefecture), page);
            parts.push(part.hanging_on(move || Some(HangsOn { files: files(), others: String::new() })));
        }
        parts
    }

    /// The pages of which there is one.
    fn common<'u>(&'u self, assets: &'u Assets, parts: &mut Vec<Part<'u>>) {
        let context = &self.context;
        let prose = move |name| prose::read(assets, context.words.lang, name);
        parts.extend([
            self.page("pages/home.html", home::PATH.into(), || Home::new(context)),
            self.page("pages/national.html", national::PATH.into(), || National::new(context)),
            self.page("pages/claims.html", claims::PATH.into(), || ClaimsPage::new(context)),
            self.page("pages/about.html", about::PATH.into(), move || About::new(context, prose("about")?)),
            self.page("pages/editor.html", editor::PATH.into(), || EditorPage::new(context)),
            self.page("pages/contribute.html", CONTRIBUTE.into(), move || {
                ProsePage::new(context, CONTRIBUTE, "contribute-description", prose("contribute")?)
            }),
            self.page("pages/about.html", ACCESSIBILITY.into(), move || {
                ProsePage::new(context, ACCESSIBILITY, "accessibility-description", prose("accessibility")?)
            }),
            self.page("pages/changes.html", changes::PATH.into(), || ChangesPage::new(context)),
            self.page("pages/data.html", data::PATH.into(), move || DataPage::new(context, prose("data")?)),
            self.below(&export::WORDED_PATHS, |out| out.add_all(export::worded_files(context)?)),
        ]);
    }

    fn rules(&self, out: &Out<'_>) -> Result<(), SiteError> {
        self.add(out, "pages/lints.html", lint::LIST, || Lints::new(&self.context))?;
        for (at, rule) in self.context.options.rules.iter().enumerate() {
            self.add(out, "pages/lint.html", &lint::path(rule), || LintPage::new(&self.context, at, rule))?;
        }
        Ok(())
    }

    fn decisions(&self, out: &Out<'_>) -> Result<(), SiteError> {
        let (decisions, wheres) = decide::pages(&self.context)?;
        for (path, page) in &decisions {
            self.add(out, "pages/decide.html", path, || Ok(page))?;
        }
        for (path, page) in &wheres {
            self.add(out, "pages/where.html", path, || Ok(page))?;
        }
        Ok(())
    }

    fn documents(&self, out: &Out<'_>) -> Result<(), SiteError> {
        let context = &self.context;
        self.add(out, "pages/documents.html", document::PATH, || DocumentsPage::new(context))?;
        for (id, entry) in context.dataset.vocabulary.documents.iter() {
            self.add(out, "pages/document.html", &document_path(id), || DocumentPage::new(context, id, entry))?;
        }
        Ok(())
    }

    /// The comparison of a procedure, on one page or by prefecture, and a page for each facet.
    fn comparisons<'u>(&'u self, id: &'u ProcedureId, parts: &mut Vec<Part<'u>>) {
        let context = &self.context;
        let (count, prefectures) = context.shared.spread(id);
        let is_long = count > MOST_TOGETHER;
        let survey = move || context.survey(id).ok_or_else(|| SiteError::MissingAsset(id.to_string()));
        let path = compare_path(id);
        parts.push(match is_long {
            true => self.page("pages/overview.html", path, move || Overview::new(context, survey()?)),
            false => self.page("pages/comparison.html", path, move || Comparison::new(context, survey()?, None)),
        });
        for prefecture in prefectures.iter().copied().filter(|_| is_long) {
            let page = move || Comparison::new(context, survey()?, Some(prefecture));
            let part = self.page("pages/comparison.html", compare_prefecture_path(id, prefecture), page);
            parts.push(part.hanging_on(move || Some(comparison::hangs_on(context.survey(id)?, prefecture))));
        }
        for (at, facet) in FACETS.iter().enumerate() {
            let column = move |survey: &'a Survey<'a>| survey.columns.get(at);
            let page = move || {
                let survey = survey()?;
                let column = column(survey).ok_or_else(|| SiteError::MissingAsset(facet.id.to_owned()))?;
                Distribution::new(context, survey, column)
            };
            let part = self.page("pages/distribution.html", facet_path(id, facet), page);
            let surveyed = move || context.survey(id).and_then(|survey| Some((survey, column(survey)?)));
            parts.push(
                part.hanging_on(move || surveyed().map(|(survey, column)| distribution::hangs_on(survey, column))),
            );
        }
    }

    /// Everything about one municipality.
    fn of_municipality<'u>(&'u self, file: &'a MunicipalityFile) -> Part<'u> {
        let code = &file.municipality.municipality;
        let begin = [format!("m/{code}."), format!("m/{code}/"), format!("checklist/{code}/")];
        self.below(&begin.each_ref().map(String::as_str), move |out| self.municipality(file, out))
            .hanging_on(|| Some(HangsOn { files: vec![file], others: self.context.shared.said_beside(file) }))
    }

    fn municipality(&self, file: &'a MunicipalityFile, out: &Out<'_>) -> Result<(), SiteError> {
        let context = &self.context;
        self.add(out, MUNICIPALITY, &municipality_path(file), || MunicipalityPage::new(context, file))?;
        for subject in context.subjects(file) {
            self.add(out, PROCEDURE, &procedure_path(&subject), || ProcedurePage::new(context, &subject))?;
            self.add(out, "pages/facts.html", &facts_path(&subject), || FactsPage::new(context, &subject))?;
            for (id, applicant) in checklist::listed(&subject) {
                let page = || Checklist::new(context, &subject, id, applicant);
                self.add(out, "pages/checklist.html", &checklist_path(&subject, id), page)?;
            }
        }
        if out.wanted.is_some_and(|path| path.ends_with(".html")) {
            return Ok(());
        }
        out.add_all(export::local_files(context, file)?)
    }

    /// A part that is one page.
    fn page<'u, M: Serialize>(
        &'u self,
        template: &'static str,
        path: String,
        model: impl Fn() -> Result<M, SiteError> + Send + Sync + 'u,
    ) -> Part<'u> {
        let file = self.path(&path);
        Part::file(file, Box::new(move |out| self.add(out, template, &path, &model)))
    }

    /// A part of several files whose paths begin so in the folder of the language.
    fn below<'u>(
        &'u self,
        begin: &[&str],
        make: impl Fn(&Out<'_>) -> Result<(), SiteError> + Send + Sync + 'u,
    ) -> Part<'u> {
        let paths: Vec<String> = begin.iter().map(|path| self.path(path)).collect();
        Part::paths(&paths, Box::new(make))
    }

    fn path(&self, below: &str) -> String {
        format!("{}{below}", self.context.words.lang.prefix())
    }

    /// A page, where it is wanted.
    fn add<M: Serialize>(
        &self,
        out: &Out<'_>,
        template: &str,
        path: &str,
        model: impl FnOnce() -> Result<M, SiteError>,
    ) -> Result<(), SiteError> {
        if !out.wants(&self.path(path)) {
            return Ok(());
        }
        out.add_all([self.rendered(template, path, &model()?)?])
    }

    fn rendered(&self, template: &str, path: &str, model: &impl Serialize) -> Result<Page, SiteError> {
        Ok(Page { path: self.path(path), bytes: self.renderer.render(template, path, model)? })
    }

    /// The page of a municipality.
    pub(super) fn municipality_page(&self, file: &'a MunicipalityFile) -> Result<Page, SiteError> {
        self.rendered(MUNICIPALITY, &municipality_path(file), &MunicipalityPage::new(&self.context, file)?)
    }

    /// The page of a procedure, where a rule of it holds on the day.
    pub(super) fn procedure_page(&self, file: &'a MunicipalityFile, id: &str) -> Option<Result<Page, SiteError>> {
        let subject = self.context.subjects(file).into_iter().find(|subject| subject.id.as_str() == id)?;
        let page = ProcedurePage::new(&self.context, &subject);
        Some(page.and_then(|page| self.rendered(PROCEDURE, &procedure_path(&subject), &page)))
    }
}
