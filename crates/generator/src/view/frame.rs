use serde::Serialize;

use super::words::{Worded, Words};
use crate::export::opensearch;
use crate::{Lang, Options};

/// What every page has around its content.
#[derive(Debug, Serialize)]
pub(crate) struct Frame {
    pub(crate) lang: &'static str,
    pub(crate) title: String,
    pub(crate) description: String,
    /// From this page to the site's root: empty, or `../` so many times.
    pub(crate) root: String,
    /// From this page to the folder of styles, which all languages share.
    pub(crate) assets: String,
    pub(crate) canonical: Option<String>,
    /// The description of the search, where the site's own address is known.
    pub(crate) search: Option<String>,
    /// The same page in the other languages.
    pub(crate) languages: Vec<LanguageLink>,
    pub(crate) navigation: Vec<LinkView>,
    /// Pages about the site and its data, at the foot of every page.
    pub(crate) foot: Vec<LinkView>,
    /// The way from the home page to this one, without it.
    pub(crate) crumbs: Vec<LinkView>,
    pub(crate) today: super::words::DateView,
}

/// A link.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct LinkView {
    pub(crate) href: String,
    pub(crate) text: String,
    /// Whether it leads to the page on which it stands.
    pub(crate) current: bool,
}

impl LinkView {
    pub(crate) fn to(href: impl Into<String>, text: impl Into<String>) -> Self {
        Self { href: href.into(), text: text.into(), current: false }
    }
}

/// The same page in another language.
#[derive(Debug, Serialize)]
pub(crate) struct LanguageLink {
    pub(crate) href: String,
    pub(crate) lang: &'static str,
    pub(crate) text: &'static str,
    /// The address for search engines, which take only whole ones; two pages of one language would
    /// be one too many for them.
    pub(crate) announced: Option<String>,
}

/// Where a page stands and what it is called.
pub(crate) struct Place<'p> {
    pub(crate) path: &'p str,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) crumbs: Vec<LinkView>,
}

/// The main pages, with the message that names each.
const MAIN: [(&str, &str); 6] = [
    ("index.html", "nav-home"),
    ("decide/index.html", "nav-decide"),
    ("documents.html", "nav-documents"),
    ("national.html", "nav-national"),
    ("claims.html", "nav-claims"),
    ("about.html", "nav-about"),
];

/// Pages to which every page leads at its foot, with the message that names each.
const FOOT: [(&str, &str); 5] = [
    ("changes.html", "nav-changes"),
    ("data.html", "nav-data"),
    ("contribute.html", "nav-contribute"),
    ("lints.html", "nav-lints"),
    ("accessibility.html", "nav-accessibility"),
];

/// From a page to the root of its language: addresses are relative so that the site also works
/// from a folder.
pub(crate) fn root(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

impl Words<'_> {
    /// The frame of a page. `compared` is the comparison to which the navigation leads.
    pub(crate) fn frame(&self, options: &Options, compared: Option<&str>, place: Place<'_>) -> Worded<Frame> {
        let root = root(place.path);
        let link = |path: &str, id: &str| -> Worded<LinkView> {
            Ok(LinkView { href: format!("{root}{path}"), text: self.say(id)?, current: path == place.path })
        };
        let mut navigation: Vec<LinkView> = MAIN.iter().map(|(path, id)| link(path, id)).collect::<Worded<_>>()?;
        if let Some(path) = compared {
            navigation.insert(1, link(path, "nav-compare")?);
        }
        let mut crumbs = place.crumbs;
        if place.path != "index.html" {
            crumbs.insert(0, link("index.html", "nav-home")?);
        }
        let base = options.base_url.as_deref().map(|base| base.trim_end_matches('/'));
        Ok(Frame {
            lang: self.lang.tag(),
            title: place.title,
            description: place.description,
            languages: self.languages(place.path, base),
            canonical: base.map(|base| format!("{base}/{}{}", self.lang.prefix(), place.path)),
            search: base.map(|_| format!("{root}{}", opensearch::PATH)),
            navigation,
            foot: FOOT.iter().map(|(path, id)| link(path, id)).collect::<Worded<_>>()?,
            crumbs,
            today: self.date(options.today)?,
            assets: format!("{}assets/", self::root(&format!("{}{}", self.lang.prefix(), place.path))),
            root,
        })
    }
    fn languages(&self, path: &str, base: Option<&str>) -> Vec<LanguageLink> {
        let top = root(&format!("{}{path}", self.lang.prefix()));
        let others = Lang::ALL.into_iter().filter(|lang| *lang != self.lang);
        others
            .map(|lang| LanguageLink {
                href: format!("{top}{}{path}", lang.prefix()),
                lang: lang.tag(),
                text: lang.own_name(),
                announced: base.filter(|_| lang != Lang::Plain).map(|base| format!("{base}/{}{path}", lang.prefix())),
            })
            .collect()
    }
}
