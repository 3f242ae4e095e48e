use serde::Serialize;

use super::{Context, municipality_path};
use crate::export::{DOWNLOADS, ENDPOINTS, TABLE_ABOUT, feed};
use crate::view::frame::{Frame, LinkView, Place};
use crate::view::prose::Prose;
use crate::view::words::Worded;

pub(crate) const PATH: &str = "data.html";

/// What programs can read: downloads, the API, how states are shown, licences.
#[derive(Debug, Serialize)]
pub(crate) struct DataPage {
    frame: Frame,
    downloads: Vec<DownloadView>,
    endpoints: Vec<EndpointView>,
    feeds: Vec<LinkView>,
    /// The record of the API's changes, in the repository.
    changelog: Option<String>,
    prose: Prose,
}

#[derive(Debug, Serialize)]
struct DownloadView {
    link: LinkView,
    format: &'static str,
    about: String,
}

#[derive(Debug, Serialize)]
struct EndpointView {
    path: String,
    about: String,
    example: LinkView,
}

impl DataPage {
    pub(crate) fn new(context: &Context<'_>, prose: Prose) -> Worded<Self> {
        let words = context.words;
        let place = Place {
            path: PATH,
            title: prose.title.clone(),
            description: words.say("data-description")?,
            crumbs: Vec::new(),
        };
        let repository = context.options.repository.as_deref().map(|address| address.trim_end_matches('/'));
        let mut feeds = vec![LinkView::to(feed::ALL, words.say("changes-title")?)];
        if let Some(file) = context.dataset.municipalities.first() {
            feeds.push(LinkView::to(municipality_path(file), context.full_name(file)?));
        }
        Ok(Self {
            frame: context.frame(place)?,
            downloads: downloads(context)?,
            endpoints: endpoints(context)?,
            feeds,
            changelog: repository.map(|repository| format!("{repository}/blob/main/CHANGELOG_API.md")),
            prose,
        })
    }
}

/// From this page to the root of the site, which all languages share.
fn top(context: &Context<'_>) -> String {
    crate::view::frame::root(&format!("{}{PATH}", context.words.lang.prefix()))
}

fn downloads(context: &Context<'_>) -> Worded<Vec<DownloadView>> {
    let (words, top) = (context.words, top(context));
    let view = |path: &str, format: &'static str, about: String| DownloadView {
        link: LinkView::to(format!("{top}{path}"), path),
        format,
        about,
    };
    let there = DOWNLOADS.iter().filter(|file| !file.needs_address || context.options.base().is_some());
    let mut views: Vec<DownloadView> =
        there.map(|file| Ok(view(file.path, file.format, words.say(file.message)?))).collect::<Worded<_>>()?;
    for id in &context.shared.procedures {
        views.push(view(&format!("data/{id}.csv"), "CSV", words.say_of(TABLE_ABOUT, words.procedure(id))?));
    }
    Ok(views)
}

fn endpoints(context: &Context<'_>) -> Worded<Vec<EndpointView>> {
    let top = top(context);
    let code = context.dataset.municipalities.first().map(|file| file.municipality.municipality.to_string());
    let procedure = context.shared.procedures.first().map(ToString::to_string);
    let year = context.shared.changes().first().map(|change| change.day.date().year().to_string());
    let fill = |path: &str, name: &str, value: &Option<String>| match value {
        Some(value) => path.replace(name, value),
        None => path.to_owned(),
    };
    let view = |endpoint: &crate::export::Endpoint| {
        let path = fill(endpoint.path, "{code}", &code);
        let path = fill(&fill(&path, "{procedure}", &procedure), "{year}", &year);
        Ok(EndpointView {
            path: format!("api/v1{}", endpoint.path),
            about: context.words.say(endpoint.message)?,
            example: LinkView::to(format!("{top}api/v1{path}"), path.trim_start_matches('/')),
        })
    };
    // Without a municipality there is no file to show.
    let shown = ENDPOINTS.iter().filter(|endpoint| code.is_some() || !endpoint.path.contains('{'));
    shown.map(view).collect()
}
