//! Reports of a check: for people, and for programs. One form a file, one list of them.

mod concise;
mod github;
mod human;
mod json;
mod junit;
mod place;
mod rdjson;
mod sarif;

pub use concise::concise;
pub use github::github;
pub use human::human;
pub use json::{VERSION, findings, json, json_schema};
pub use junit::junit;
pub(crate) use place::shown;
pub use rdjson::rdjson;
pub use sarif::sarif;

use crate::check::Checked;
use madoguchi_schema::scalar::is_forbidden;

use crate::message::{MessageError, Messages};

/// A form in which findings are reported.
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    render: fn(&Checked, &Messages, bool) -> Result<String, MessageError>,
}

/// Every form, the one for people first.
pub const FORMATS: &[Format] = &[
    Format { name: "human", render: human },
    Format { name: "concise", render: |checked, messages, _| concise(checked, messages) },
    Format { name: "json", render: |checked, messages, _| json(checked, messages) },
    Format { name: "sarif", render: |checked, messages, _| sarif(checked, messages) },
    Format { name: "github", render: |checked, messages, _| github(checked, messages) },
    Format { name: "rdjson", render: |checked, messages, _| rdjson(checked, messages) },
    Format { name: "junit", render: |checked, messages, _| junit(checked, messages) },
];

impl Format {
    /// The form of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }

    /// The report in this form. Colour is for the eye only: a form for programs has none.
    ///
    /// # Errors
    ///
    /// Where a message file is broken.
    pub fn render(&self, checked: &Checked, messages: &Messages, colour: bool) -> Result<String, MessageError> {
        (self.render)(checked, messages, colour)
    }
}

/// A message with what to do, as one text.
fn with_help(words: crate::message::Words) -> String {
    match words.help {
        Some(help) => format!("{}\n{help}", words.message),
        None => words.message,
    }
}

/// JSON as a file: indented, with a last line end.
fn pretty(report: &impl serde::Serialize) -> String {
    // Strings, numbers and lists of them: nothing here can fail to be JSON.
    printable(&serde_json::to_string_pretty(report).unwrap_or_default()) + "\n"
}

/// The same JSON with the characters escaped that a terminal would obey and JSON itself does not
/// escape. Outside of strings there are none but ends of lines.
fn printable(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c != '\n' && is_forbidden(c) {
            let mut units = [0; 2];
            c.encode_utf16(&mut units).iter().for_each(|unit| out.push_str(&format!("\\u{unit:04x}")));
        } else {
            out.push(c);
        }
    }
    out
}
