//! OpenSearch descriptions, one a language: a browser offers the search of the home page. They need the
//! site's own address.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::view::Worded;
use crate::view::page::Context;
use crate::{Page, SiteError};

/// Where it stands below the folder of the language.
pub(crate) const PATH: &str = "opensearch.xml";

/// A short name has no more letters than this.
#[cfg(test)]
pub(crate) const MOST_LETTERS: usize = 16;

/// The description in a language; nothing where the site's own address is not known.
pub(crate) fn files(context: &Context<'_>) -> Worded<Vec<Page>> {
    let prefix = context.words.lang.prefix();
    let path = format!("{prefix}{PATH}");
    let address = |below: &str| context.options.address(&format!("{prefix}{below}"));
    let (Some(page), Some(own)) = (address("index.html"), address(PATH)) else { return Ok(Vec::new()) };
    let name = context.words.say("opensearch-name")?;
    let about = context.words.say("opensearch-about")?;
    let mut writer = Writer::new(Vec::new());
    let written = (|| -> std::io::Result<()> {
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let root = writer.create_element("OpenSearchDescription");
        let root = root.with_attribute(("xmlns", "http://a9.com/-/spec/opensearch/1.1/"));
        root.write_inner_content(|writer| {
            for (name, text) in [("ShortName", name.as_str()), ("Description", &about)] {
                writer.create_element(name).write_text_content(BytesText::new(text))?;
            }
            let search = format!("{page}?q={{searchTerms}}");
            let urls = [("text/html", "results", search), ("application/opensearchdescription+xml", "self", own)];
            for (kind, rel, template) in urls {
                let url = writer.create_element("Url");
                url.with_attributes([("type", kind), ("rel", rel), ("template", &template)]).write_empty()?;
            }
            for (name, text) in [("Language", context.words.lang.tag()), ("InputEncoding", "UTF-8")] {
                writer.create_element(name).write_text_content(BytesText::new(text))?;
            }
            Ok(())
        })?;
        Ok(())
    })();
    written.map_err(|error| SiteError::Export { file: path.clone(), fault: error.to_string() })?;
    Ok(vec![Page { path, bytes: writer.into_inner() }])
}
