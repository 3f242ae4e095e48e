//! `robots.txt`, and `llms.txt` (llmstxt.org): what the site is and where its data are.

use super::{Catalogue, DOWNLOADS, ENDPOINTS, Emit, give, sitemap};
use crate::Page;
use crate::view::{Worded, bare};

pub(crate) fn files(catalogue: &Catalogue<'_>, emit: &mut Emit<'_>) -> Worded<()> {
    let page = |path: &str, text: String| Page { path: path.to_owned(), bytes: text.into_bytes() };
    give(emit, &page("robots.txt", robots(catalogue)))?;
    give(emit, &page("llms.txt", llms(catalogue)?))
}

fn robots(catalogue: &Catalogue<'_>) -> String {
    let sitemap = catalogue.options.address(sitemap::PATH).map(|address| format!("Sitemap: {address}\n"));
    format!("User-agent: *\nAllow: /\n{}", sitemap.unwrap_or_default())
}

/// In English, with whole addresses where the site's own is known, else from its root.
fn llms(catalogue: &Catalogue<'_>) -> Worded {
    let words = catalogue.en;
    let address = |path: &str| catalogue.options.address(path).unwrap_or_else(|| path.to_owned());
    let mut text = format!("# {}\n\n> {}\n", words.say("site-name")?, bare(&words.say("llms-about")?));
    for id in ["llms-states", "footer-unofficial"] {
        text.push_str(&format!("\n{}\n", bare(&words.say(id)?)));
    }
    let mut section = |heading: &str, lines: Vec<(String, String, String)>| {
        text.push_str(&format!("\n## {heading}\n\n"));
        for (name, path, about) in lines {
            text.push_str(&format!("- [{name}]({}): {}\n", address(&path), bare(&about)));
        }
    };
    let named = |path: &str, name: &str, about: &str| -> Worded<(String, String, String)> {
        Ok((bare(&words.say(name)?), path.to_owned(), words.say(about)?))
    };
    let pages = vec![
        named("en/index.html", "nav-home", "home-description")?,
        named("en/national.html", "nav-national", "home-national-about")?,
        named("en/claims.html", "nav-claims", "home-claims-about")?,
        named("en/changes.html", "nav-changes", "changes-description")?,
        named("en/data.html", "nav-data", "data-description")?,
        named("en/about.html", "nav-about", "about-description")?,
    ];
    section(&words.say("llms-pages")?, pages);
    let there = DOWNLOADS.iter().filter(|file| !file.needs_address || catalogue.options.base().is_some());
    let files = there.map(|file| Ok((file.path.to_owned(), file.path.to_owned(), words.say(file.message)?)));
    section(&words.say("data-downloads")?, files.collect::<Worded<_>>()?);
    let whole = ENDPOINTS.iter().filter(|endpoint| !endpoint.path.contains('{'));
    let endpoints = whole.map(|endpoint| {
        let path = format!("api/v1{}", endpoint.path);
        Ok((path.clone(), path, words.say(endpoint.message)?))
    });
    section(&words.say("data-api")?, endpoints.collect::<Worded<_>>()?);
    let cities = catalogue.dataset.municipalities.iter().map(|file| {
        let code = &file.municipality.municipality;
        let name = format!("{} ({})", file.municipality.name.en, file.municipality.name.ja);
        (name, format!("api/v1/municipalities/{code}.json"), code.to_string())
    });
    section(&words.say("llms-municipalities")?, cities.collect());
    Ok(text)
}
