//! The catalogue of what the site publishes: DCAT 3, with the property names of DCAT-AP.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::linked::{LICENCE, Names, Node, VOCABULARY, document, in_languages};
use super::record::Catalogue;
use super::{Texts, json};
use crate::hash::sha256;
use crate::{Page, SiteError};

/// Where the catalogue stands.
pub(crate) const PATH: &str = "data/catalogue.jsonld";

const FILE_TYPES: &str = "http://www.iana.org/assignments/media-types/";

/// What files end with, and the media type of each.
const MEDIA_TYPES: [(&str, &str); 12] = [
    ("atom", "application/atom+xml"),
    ("csv", "text/csv"),
    ("ics", "text/calendar"),
    ("json", "application/json"),
    ("jsonld", "application/ld+json"),
    ("md", "text/markdown"),
    ("nt", "application/n-triples"),
    ("sqlite", "application/vnd.sqlite3"),
    ("ttl", "text/turtle"),
    ("txt", "text/plain"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xml", "application/xml"),
];

/// What the catalogue says of a file.
#[derive(Clone)]
pub(super) struct Published {
    path: String,
    length: usize,
    /// SHA-256, in hexadecimal digits.
    sum: String,
}

impl Published {
    /// Nothing of files about one municipality.
    pub(super) fn of(path: &str, bytes: &[u8]) -> Option<Self> {
        is_whole(path).then(|| Self { path: path.to_owned(), length: bytes.len(), sum: sha256(bytes) })
    }
}

/// The catalogue of those files.
pub(super) fn file(catalogue: &Catalogue<'_>, published: &[Published]) -> Result<Page, SiteError> {
    let names = Names::new(catalogue.options.base_url.as_deref());
    let site = Texts { ja: catalogue.ja.say("site-name")?, en: catalogue.en.say("site-name")? };
    let distributions: Vec<Node> = published.iter().filter_map(|page| distribution(catalogue, &names, page)).collect();
    let ids: Vec<Value> = published
        .iter()
        .filter(|page| media_type(&page.path).is_some())
        .map(|page| json!(distribution_id(&page.path)))
        .collect();
    let landing = names.iri("data.html");
    let dated = |node: Node| {
        node.with("issued", first_read(catalogue))
            .with("modified", catalogue.last_modified().map(|day| day.to_string()))
            .with("publisher", "#publisher")
            .with("landingPage", landing.as_str())
            .with("spatial", COUNTRY)
    };
    let api = names.iri(json::FOLDER);
    let mut nodes = vec![
        dated(Node::new("#catalogue", "Catalog"))
            .with("title", in_languages(&site))
            .with("description", in_languages(&ABOUT.texts()))
            .with("license", LICENCE)
            .with("dataset", "#dataset")
            .with("service", "#api"),
        dated(Node::new("#dataset", "Dataset"))
            .with("identifier", names.iri(&format!("{PATH}#dataset")))
            .with("title", in_languages(&TITLE.texts()))
            .with("description", in_languages(&ABOUT.texts()))
            .with("keyword", json!({ "ja": KEYWORDS.map(|(ja, _)| ja), "en": KEYWORDS.map(|(_, en)| en) }))
            .with("conformsTo", names.iri(VOCABULARY))
            .with("distribution", ids),
        Node::new("#api", "DataService")
            .with("title", in_languages(&API.texts()))
            .with("endpointURL", api)
            .with("endpointDescription", names.iri(&format!("{}openapi.json", json::FOLDER)))
            .with("license", LICENCE)
            .with("servesDataset", "#dataset"),
        Node::new("#publisher", "foaf:Agent")
            .with("identifier", names.iri(""))
            .with("title", in_languages(&site))
            .with("agentName", in_languages(&site)),
        Node::new(landing.as_str(), "Document"),
        Node::new(LICENCE, "LicenseDocument").with("name", json!({ "en": "CC0 1.0 Universal" })),
        Node::new(COUNTRY, "Location").with("name", json!({ "ja": "日本", "en": "Japan" })),
    ];
    let types: BTreeMap<&str, Node> = published
        .iter()
        .filter_map(|page| media_type(&page.path))
        .map(|kind| (kind, Node::new(format!("{FILE_TYPES}{kind}"), "MediaType")))
        .collect();
    nodes.extend(distributions);
    nodes.extend(types.into_values());
    document(&names, PATH, nodes)
}

/// The country of every municipality, as the EU's list of countries has it.
const COUNTRY: &str = "http://publications.europa.eu/resource/authority/country/JPN";

/// A fixed text in both languages.
struct Both(&'static str, &'static str);

impl Both {
    fn texts(&self) -> Texts {
        Texts { ja: self.0.to_owned(), en: self.1.to_owned() }
    }
}

const TITLE: Both = Both(
    "マイナンバーカードの暗証番号などの手続き(自治体ごとの決まり)",
    "Rules of Japanese municipalities for the PINs of the My Number Card",
);

const ABOUT: Both = Both(
    "自治体のページに書いてあることを、項目ごとに、状態(記載あり・記載なし・不明確・未確認)と出典と日付をつけて示す。書いていないことは「いいえ」ではない。",
    "What municipalities' pages say, fact by fact, with state (stated, silent, unclear, unread), source and date. Silence is never \"no\".",
);

const API: Both = Both("JSON のファイル", "Files of JSON");

const KEYWORDS: [(&str, &str); 3] =
    [("マイナンバーカード", "My Number Card"), ("暗証番号", "PIN"), ("窓口", "municipal counter")];

/// A file about everything. Those about one municipality are found from the lists.
fn is_whole(path: &str) -> bool {
    let is_code = |part: &str| {
        let name = part.split('.').next().unwrap_or(part);
        name.len() == 6 && name.bytes().all(|byte| byte.is_ascii_digit())
    };
    !path.split('/').any(is_code)
}

fn media_type(path: &str) -> Option<&'static str> {
    let (_, ending) = path.rsplit_once('.')?;
    MEDIA_TYPES.iter().find(|(known, _)| *known == ending).map(|(_, kind)| *kind)
}

fn distribution_id(path: &str) -> String {
    format!("#file-{}", path.replace('/', "-"))
}

fn distribution(catalogue: &Catalogue<'_>, names: &Names, page: &Published) -> Option<Node> {
    let kind = media_type(&page.path)?;
    let address = names.iri(&page.path);
    let sum = Node::blank("spdx:Checksum")
        .with("checksumAlgorithm", "spdx:checksumAlgorithm_sha256")
        .with("checksumValue", page.sum.as_str());
    Some(
        Node::new(distribution_id(&page.path), "Distribution")
            .with("title", json!({ "en": page.path }))
            .with("accessURL", address.as_str())
            .with("downloadURL", address)
            .with("mediaType", format!("{FILE_TYPES}{kind}"))
            .with("byteSize", page.length.to_string())
            .with("checksum", Value::from(sum))
            .with("license", LICENCE)
            .with("modified", catalogue.last_modified().map(|day| day.to_string())),
    )
}

/// The first day on which anything was read.
fn first_read(catalogue: &Catalogue<'_>) -> Option<String> {
    let sources = catalogue.dataset.municipalities.iter().flat_map(|file| file.municipality.sources.values());
    sources.map(|source| source.read_on).min().map(|day| day.to_string())
}
