use std::path::{Path, PathBuf};

use madoguchi_schema::model::Settings;

use crate::failure::Failure;

/// The folder that holds `datasets/`, `site-templates/` and `schema/`.
#[derive(Debug, Clone)]
pub(crate) struct Root(PathBuf);

impl Root {
    /// The given folder, or the nearest one from the working folder upward.
    pub(crate) fn find(given: Option<&Path>) -> Result<Self, Failure> {
        let is_root = |folder: &Path| folder.join("datasets").is_dir();
        if let Some(folder) = given {
            let absolute = std::path::absolute(folder).map_err(Failure::io(folder))?;
            return if is_root(&absolute) {
                Ok(Self(absolute))
            } else {
                Err(Failure::NoRoot { folder: absolute, looked_above: false })
            };
        }
        let here = std::env::current_dir().map_err(Failure::io(Path::new(".")))?;
        match here.ancestors().find(|folder| is_root(folder)) {
            Some(folder) => Ok(Self(folder.to_path_buf())),
            None => Err(Failure::NoRoot { folder: here, looked_above: true }),
        }
    }

    /// The folder itself.
    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }

    /// `datasets/`
    pub(crate) fn datasets(&self) -> PathBuf {
        self.0.join("datasets")
    }

    /// `site-templates/`
    pub(crate) fn templates(&self) -> PathBuf {
        self.0.join("site-templates")
    }

    /// `madoguchi.yaml`, which need not be there.
    pub(crate) fn settings(&self) -> PathBuf {
        self.0.join("madoguchi.yaml")
    }

    /// A document, by its path below `datasets/`, or the settings.
    pub(crate) fn document(&self, path: &str) -> PathBuf {
        if path == Settings::PATH { self.settings() } else { self.datasets().join(path) }
    }

    /// `target/editor/`, where `scripts/web` puts the editor for the browser.
    pub(crate) fn editor(&self) -> PathBuf {
        self.0.join("target/editor")
    }

    /// `schema/`
    pub(crate) fn schema(&self) -> PathBuf {
        self.0.join("schema")
    }
}
