use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use madoguchi_schema::scalar::is_forbidden;

use crate::words::Words;

/// Why a command could not do its work: the call or the tool is at fault, not the data.
#[derive(Debug)]
pub(crate) enum Failure {
    /// No dataset was found from the working folder upward, or at the folder of `--root`.
    NoRoot { folder: PathBuf, looked_above: bool },
    /// A path given to `check` that is not in the dataset.
    NotInDataset(PathBuf),
    /// A path given to `fmt` that is neither a YAML file nor a folder.
    NotYaml(PathBuf),
    /// A rule given to `explain` that there is not, and the one that may be meant.
    UnknownRule(String, Option<&'static str>),
    /// The system refused to read or write a path.
    Io(PathBuf, std::io::Error),
    /// The folder of `--out` cannot be a site's.
    OutNotPossible(PathBuf),
    /// Files in the folder of `--out` that the build did not write and would replace.
    Foreign(PathBuf, Vec<String>),
    /// Another build is writing to the folder of `--out`.
    Busy(PathBuf),
    /// Git knows no such revision, or the name cannot be one.
    UnknownRevision(String),
    /// A revision without `datasets/`.
    NoDatasetIn(String),
    /// The `git` command could not be called.
    NoGit(std::io::Error),
    /// Documents without which there is no dataset have faults on both sides.
    NotComparable(Vec<String>),
    /// No municipality of that code or name, and the one that may be meant.
    UnknownMunicipality(String, Option<String>),
    /// Several municipalities of that name.
    SeveralMunicipalities(String, Vec<String>),
    /// The file that was to be made is there, or one of the same municipality.
    Exists(PathBuf),
    /// The data is of a later format than that of this program.
    NewerFormat(u32, u32),
    /// Pages are not visited under a name without an address to write to.
    NoContact,
    /// A file whose sources were to be visited has faults.
    Faulty(PathBuf),
    /// A file that holds no state of visits.
    NoState(PathBuf),
    /// A file that holds no fingerprints, and what is wrong.
    NoFingerprints(PathBuf, String),
    /// An address at which nothing can be served.
    NoAddress(SocketAddr, std::io::Error),
    /// What was to be written to standard output could not be.
    Output(std::io::Error),
    /// The client of `lsp` said something that the protocol does not have.
    Protocol(String),
    /// A part of the program itself is broken.
    Broken(String),
}

impl Failure {
    /// For `map_err`: the system refused this path.
    pub(crate) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Self + use<> {
        let path = path.to_path_buf();
        move |error| Self::Io(path, error)
    }

    /// For `map_err`: a part of the program is broken.
    pub(crate) fn broken(error: impl fmt::Display) -> Self {
        Self::Broken(error.to_string())
    }

    /// What happened and what to do.
    pub(crate) fn describe(&self, words: &Words) -> String {
        let path = |path: &Path| visible(&path.display().to_string());
        match self {
            Self::NoRoot { folder, looked_above } => {
                let above = if *looked_above { "yes" } else { "no" };
                words.say("failure-no-root", &[("path", &path(folder)), ("above", above)])
            }
            Self::NotInDataset(file) => words.say("failure-not-in-dataset", &[("path", &path(file))]),
            Self::NotYaml(file) => words.say("failure-not-yaml", &[("path", &path(file))]),
            Self::UnknownRule(rule, None) => words.say("failure-unknown-rule", &[("rule", rule)]),
            Self::UnknownRule(rule, Some(nearest)) => {
                words.say("failure-unknown-rule-near", &[("rule", rule), ("nearest", nearest)])
            }
            Self::Io(file, error) => words.say("failure-io", &[("path", &path(file)), ("error", &error.to_string())]),
            Self::OutNotPossible(folder) => words.say("failure-out", &[("path", &path(folder))]),
            Self::Foreign(folder, files) => {
                words.say("failure-foreign", &[("path", &path(folder)), ("files", &visible(&files.join(", ")))])
            }
            Self::Busy(folder) => words.say("failure-busy", &[("path", &path(folder))]),
            Self::UnknownRevision(name) => words.say("failure-unknown-revision", &[("name", &visible(name))]),
            Self::NoDatasetIn(name) => words.say("failure-no-dataset-in", &[("name", &visible(name))]),
            Self::NoGit(error) => words.say("failure-no-git", &[("error", &error.to_string())]),
            Self::NotComparable(files) => {
                words.say("failure-not-comparable", &[("files", &visible(&files.join(", ")))])
            }
            Self::UnknownMunicipality(name, nearest) => match nearest {
                Some(nearest) => {
                    let arguments = [("name", &*visible(name)), ("nearest", nearest)];
                    words.say("failure-unknown-municipality-near", &arguments)
                }
                None => words.say("failure-unknown-municipality", &[("name", &visible(name))]),
            },
            Self::SeveralMunicipalities(name, all) => {
                words.say("failure-several-municipalities", &[("name", &visible(name)), ("all", &all.join(", "))])
            }
            Self::Exists(file) => words.say("failure-exists", &[("path", &path(file))]),
            Self::NewerFormat(data, known) => {
                let (data, known) = (data.to_string(), known.to_string());
                words.say("failure-newer-format", &[("data", &data), ("known", &known)])
            }
            Self::NoContact => words.say("failure-no-contact", &[]),
            Self::Faulty(file) => words.say("failure-faulty", &[("path", &path(file))]),
            Self::NoState(file) => words.say("failure-no-state", &[("path", &path(file))]),
            Self::NoFingerprints(file, error) => {
                words.say("failure-no-fingerprints", &[("path", &path(file)), ("error", error)])
            }
            Self::NoAddress(address, error) => {
                words.say("failure-no-address", &[("address", &address.to_string()), ("error", &error.to_string())])
            }
            Self::Output(error) => words.say("failure-output", &[("error", &error.to_string())]),
            Self::Protocol(detail) => words.say("failure-protocol", &[("detail", &visible(detail))]),
            Self::Broken(detail) => words.say("failure-broken", &[("detail", detail)]),
        }
    }
}

/// A path with everything that a terminal or an annotation would obey made visible: a shell may have
/// put in the name of a file that came with the data.
pub(crate) fn visible(path: &str) -> String {
    path.chars().fold(String::new(), |mut out, c| {
        if is_forbidden(c) {
            out.push_str(&format!("\\u{{{:x}}}", u32::from(c)));
        } else {
            out.push(c);
        }
        out
    })
}
