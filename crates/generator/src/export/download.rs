//! What can be downloaded, for the page about the data and for `llms.txt`.

/// A file of the site that is no page.
pub(crate) struct Download {
    /// Its path below the site's root.
    pub(crate) path: &'static str,
    /// What it is written in.
    pub(crate) format: &'static str,
    /// The message that says what it has.
    pub(crate) message: &'static str,
    /// Whether it is there only where the site's own address is known.
    pub(crate) needs_address: bool,
}

const fn file(path: &'static str, format: &'static str, message: &'static str) -> Download {
    Download { path, format, message, needs_address: false }
}

/// Every file that is there once.
pub(crate) const DOWNLOADS: &[Download] = &[
    file("data/madoguchi.sqlite", "SQLite", "download-sqlite"),
    file("data/metadata.json", "Datasette", "download-metadata"),
    file("data/facts.csv", "CSV", "download-facts"),
    file("data/excel/facts.csv", "CSV", "download-facts-marked"),
    file("data/datapackage.json", "Data Package", "download-package"),
    file("data/linked/index.jsonld", "JSON-LD", "download-linked"),
    file("data/linked/concepts.jsonld", "JSON-LD", "download-concepts"),
    file("ns/madoguchi.ttl", "Turtle", "download-vocabulary"),
    file("data/catalogue.jsonld", "DCAT 3", "download-catalogue"),
    file("data/gif-451-4.csv", "CSV", "download-gif-rules"),
    file("data/gif-451-7.csv", "CSV", "download-gif-places"),
    file("api/v1/index.json", "JSON", "download-api"),
    file("api/v1/openapi.json", "OpenAPI 3.1", "download-openapi"),
    file("changes.atom", "Atom", "download-feed"),
    file("llms.txt", "Markdown", "download-llms"),
    Download { needs_address: true, ..file("sitemap.xml", "Sitemap", "download-sitemap") },
];

/// The message that says what the wide table of a procedure has.
pub(crate) const TABLE_ABOUT: &str = "download-table";
