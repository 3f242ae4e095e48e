//! The session for scripts: texts and numbers in, texts out, a fault as an exception with its words.

use wasm_bindgen::prelude::{JsError, wasm_bindgen};

use crate::Session;

/// The editor's state.
#[wasm_bindgen]
pub struct Editor(Session);

#[wasm_bindgen]
impl Editor {
    /// See [`Session::new`].
    #[wasm_bindgen(constructor)]
    pub fn new(dataset: &str, templates: &str, lang: &str, today: &str) -> Result<Editor, JsError> {
        Ok(Self(Session::new(dataset, templates, lang, today)?))
    }

    /// See [`Session::places`].
    pub fn places(&self) -> Result<String, JsError> {
        Ok(self.0.places()?)
    }

    /// See [`Session::has_file`].
    #[wasm_bindgen(js_name = hasFile)]
    pub fn has_file(&self, code: &str) -> bool {
        self.0.has_file(code)
    }

    /// See [`Session::open`].
    pub fn open(&mut self, code: &str, published: Option<String>) -> Result<Option<String>, JsError> {
        Ok(self.0.open(code, published).map(|opened| serde_json::to_string(&opened)).transpose()?)
    }

    /// See [`Session::diagnostics`].
    pub fn diagnostics(&mut self, text: &str) -> Result<String, JsError> {
        Ok(self.0.diagnostics(text)?)
    }

    /// See [`Session::fix`].
    pub fn fix(&mut self, text: &str, finding: usize) -> Option<String> {
        self.0.fix(text, finding)
    }

    /// See [`Session::format`].
    pub fn format(&mut self, text: &str) -> Option<String> {
        self.0.format(text)
    }

    /// See [`Session::page`].
    pub fn page(&mut self, text: &str, procedure: Option<String>) -> Result<String, JsError> {
        Ok(self.0.page(text, procedure.as_deref())?)
    }

    /// See [`Session::diff`].
    pub fn diff(&mut self, text: &str) -> Result<String, JsError> {
        Ok(self.0.diff(text)?)
    }

    /// See [`Session::complete`].
    pub fn complete(&mut self, text: &str, offset: usize) -> Result<String, JsError> {
        Ok(self.0.complete(text, offset)?)
    }

    /// See [`Session::hover`].
    pub fn hover(&mut self, text: &str, offset: usize) -> Result<String, JsError> {
        Ok(self.0.hover(text, offset)?)
    }

    /// See [`Session::form`].
    pub fn form(&mut self, text: &str) -> Result<String, JsError> {
        Ok(self.0.form(text)?)
    }

    /// See [`Session::choose`].
    pub fn choose(&self, text: &str, choice: &str) -> Result<Option<String>, JsError> {
        Ok(self.0.choose(text, choice)?)
    }

    /// See [`Session::path`].
    pub fn path(&self, text: &str) -> String {
        self.0.path(text)
    }
}
