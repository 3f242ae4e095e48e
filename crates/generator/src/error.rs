use std::error::Error;
use std::fmt;

/// Why a site could not be made. Each is a fault of the assets or of this crate, never of the
/// data: the data were checked before.
#[derive(Debug)]
pub enum SiteError {
    /// An asset that the site needs is not there.
    MissingAsset(String),
    /// A template cannot be read or rendered.
    Template {
        /// The page or template that was at work.
        page: String,
        /// What went wrong, with the template's name and line.
        source: minijinja::Error,
    },
    /// A file of messages cannot be read.
    MessageFile {
        /// The file.
        file: String,
        /// What is wrong with it.
        fault: String,
    },
    /// A message is used that its file does not have.
    MissingMessage {
        /// The message.
        id: String,
        /// The folder of the language.
        file: String,
    },
    /// A message cannot be formatted: an argument is missing, most often.
    Message {
        /// The message.
        id: String,
        /// The folder of the language.
        file: String,
        /// What is wrong.
        fault: String,
    },
    /// A file for programs cannot be written.
    Export {
        /// The file.
        file: String,
        /// What is wrong.
        fault: String,
    },
    /// Who takes the files takes no more.
    Refused,
    /// Prose contains something that prose may not contain.
    Prose {
        /// The file.
        file: String,
        /// The line, counted from 1.
        line: usize,
        /// What is wrong.
        fault: &'static str,
    },
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingAsset(path) => write!(f, "site-templates/{path} is missing"),
            Self::Template { page, source } => write!(f, "{page}: {source}"),
            Self::MessageFile { file, fault } => write!(f, "{file}: {fault}"),
            Self::MissingMessage { id, file } => write!(f, "{file}: no message `{id}`"),
            Self::Message { id, file, fault } => write!(f, "{file}: message `{id}`: {fault}"),
            Self::Export { file, fault } => write!(f, "{file}: {fault}"),
            Self::Refused => write!(f, "the files are not taken any more"),
            Self::Prose { file, line, fault } => write!(f, "{file}:{line}: {fault}"),
        }
    }
}

impl Error for SiteError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Template { source, .. } => Some(source),
            _ => None,
        }
    }
}
