//! One client's session: what it says of its documents, and what is found in them.

use std::collections::BTreeSet;
use std::time::Duration;

use gen_lsp_types::{
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    FileChangeType, InitializeParams, PublishDiagnosticsParams, TextDocumentContentChangeEvent,
};
use lsp_server::{Connection, Message, Notification, Request, Response};
use madoguchi_editor::Project;
use madoguchi_schema::load::{Content, RawFile};
use madoguchi_validator::Days;
use serde::de::DeserializeOwned;
use serde_json::json;

use super::End;
use super::documents::{Documents, Open};
use super::findings::diagnostics;
use super::places::{Encoding, Lines};
use crate::failure::Failure;
use crate::root::Root;
use crate::words::Words;

/// What every file is held against is checked only after this long without another change.
const PAUSE: Duration = Duration::from_millis(250);

/// What a client can do.
#[derive(Debug, Clone, Copy)]
pub(super) struct Client {
    pub(super) encoding: Encoding,
    /// Whether it asks for an action's edit when the action is chosen.
    pub(super) resolves_actions: bool,
    /// Whether its edits of several documents have versions.
    pub(super) versions_edits: bool,
    /// Whether it can be asked to say when files change on the disk.
    watches: bool,
}

impl Client {
    pub(super) fn of(params: &InitializeParams) -> Self {
        // Only a few of some hundred capabilities are of interest here.
        let can = serde_json::to_value(&params.capabilities).unwrap_or_default();
        let is = |place: &str| can.pointer(place).and_then(serde_json::Value::as_bool) == Some(true);
        let resolved = can.pointer("/textDocument/codeAction/resolveSupport/properties");
        let resolved = resolved.and_then(serde_json::Value::as_array);
        let offered = params.capabilities.general.as_ref().and_then(|general| general.position_encodings.as_deref());
        Self {
            encoding: Encoding::chosen(offered),
            resolves_actions: resolved.is_some_and(|properties| properties.iter().any(|property| property == "edit")),
            versions_edits: is("/workspace/workspaceEdit/documentChanges"),
            watches: is("/workspace/didChangeWatchedFiles/dynamicRegistration"),
        }
    }
}

/// One client's session.
pub(super) struct Server<'c> {
    pub(super) project: Project,
    pub(super) documents: Documents,
    pub(super) client: Client,
    pub(super) words: &'c Words,
    connection: &'c Connection,
    /// What the client changed since it was last told what is found there.
    touched: BTreeSet<String>,
}

impl<'c> Server<'c> {
    pub(super) fn new(
        root: Root,
        days: Days,
        client: Client,
        words: &'c Words,
        connection: &'c Connection,
    ) -> Result<Self, Failure> {
        let project = Project::new(crate::command::found(&root)?, days).map_err(Failure::broken)?;
        let documents = Documents::new(root);
        Ok(Self { project, documents, client, words, connection, touched: BTreeSet::new() })
    }

    /// Answers the client until it ends the session.
    pub(super) fn run(&mut self) -> Result<End, Failure> {
        if self.client.watches {
            self.watch()?;
        }
        let found = self.project.checked(|_| true).diagnostics;
        let paths: BTreeSet<String> = found.into_iter().map(|finding| finding.path).collect();
        self.publish(&paths)?;
        let receiver = self.connection.receiver.clone();
        loop {
            let message = if self.project.awaits() || !self.touched.is_empty() {
                // What is typed faster than it can be checked is checked once.
                let pause = if self.project.awaits_all() { PAUSE } else { Duration::ZERO };
                match receiver.recv_timeout(pause) {
                    Ok(message) => message,
                    Err(error) if error.is_timeout() => {
                        self.settle()?;
                        continue;
                    }
                    Err(_) => return Ok(End::Unasked),
                }
            } else {
                match receiver.recv() {
                    Ok(message) => message,
                    Err(_) => return Ok(End::Unasked),
                }
            };
            match message {
                Message::Request(request) if request.method == "shutdown" => {
                    self.send(Response::new_ok(request.id, ()))?;
                    return Ok(self.ended());
                }
                Message::Request(request) => self.request(request)?,
                Message::Notification(notification) if notification.method == "exit" => return Ok(End::Unasked),
                Message::Notification(notification) => self.notification(notification),
                Message::Response(_) => {}
            }
        }
    }

    /// After `shutdown` there is only `exit`.
    fn ended(&self) -> End {
        for message in &self.connection.receiver {
            match message {
                Message::Notification(notification) if notification.method == "exit" => return End::Asked,
                Message::Request(request) => {
                    let code = lsp_server::ErrorCode::InvalidRequest as i32;
                    let _ = self.send(Response::new_err(request.id, code, "shutdown".to_owned()));
                }
                _ => {}
            }
        }
        End::Unasked
    }

    /// Checks what was written and tells the client what is found otherwise than before.
    pub(super) fn settle(&mut self) -> Result<(), Failure> {
        let mut paths = self.project.settle();
        paths.append(&mut self.touched);
        self.publish(&paths)
    }

    fn publish(&self, paths: &BTreeSet<String>) -> Result<(), Failure> {
        let messages = self.project.messages(self.words.lang);
        for path in paths {
            let Some(uri) = self.documents.uri(path) else { continue };
            let checked = self.project.checked(|other| other == path);
            let diagnostics = diagnostics(&checked, &self.documents, self.client.encoding, messages)?;
            let version = self.documents.open.get(path).map(|open| open.version);
            let params = PublishDiagnosticsParams { uri, version, diagnostics };
            self.send(Notification::new("textDocument/publishDiagnostics".to_owned(), params))?;
        }
        Ok(())
    }

    pub(super) fn send(&self, message: impl Into<Message>) -> Result<(), Failure> {
        self.connection.sender.send(message.into()).map_err(|_| Failure::Output(std::io::ErrorKind::BrokenPipe.into()))
    }

    /// Asks to be told when a file changes on the disk.
    fn watch(&self) -> Result<(), Failure> {
        let watchers = json!([
            { "globPattern": "**/datasets/**/*.{yaml,csv}" },
            { "globPattern": "**/madoguchi.yaml" },
        ]);
        let registration = json!({
            "id": "files",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": { "watchers": watchers },
        });
        let params = json!({ "registrations": [registration] });
        let id = "register-files".to_owned().into();
        self.send(Request::new(id, "client/registerCapability".to_owned(), params))
    }

    /// A notification that cannot be read, or is not known, is passed over, as the protocol says.
    fn notification(&mut self, notification: Notification) {
        let params = notification.params;
        match notification.method.as_str() {
            "textDocument/didOpen" => self.with(params, Self::opened),
            "textDocument/didChange" => self.with(params, Self::changed),
            "textDocument/didClose" => self.with(params, Self::closed),
            "workspace/didChangeWatchedFiles" => self.with(params, Self::changed_on_disk),
            _ => {}
        }
    }

    fn with<P: DeserializeOwned>(&mut self, params: serde_json::Value, take: fn(&mut Self, P)) {
        if let Ok(params) = serde_json::from_value(params) {
            take(self, params);
        }
    }

    fn opened(&mut self, params: DidOpenTextDocumentParams) {
        let document = params.text_document;
        let Some(path) = self.documents.path(&document.uri) else { return };
        let open = Open { uri: document.uri, version: document.version, text: document.text };
        self.documents.open.insert(path.clone(), open);
        self.written(path);
    }

    fn changed(&mut self, params: DidChangeTextDocumentParams) {
        let document = params.text_document;
        let Some(path) = self.documents.path(&document.text_document_identifier.uri) else { return };
        let Some(open) = self.documents.open.get_mut(&path) else { return };
        open.version = document.version;
        for change in params.content_changes {
            match change {
                TextDocumentContentChangeEvent::TextDocumentContentChangePartial(change) => {
                    let span = Lines::new(&open.text, self.client.encoding).span(change.range);
                    open.text.replace_range(span.start..span.end, &change.text);
                }
                TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(change) => {
                    open.text = change.text;
                }
            }
        }
        self.written(path);
    }

    fn closed(&mut self, params: DidCloseTextDocumentParams) {
        let Some(path) = self.documents.path(&params.text_document.uri) else { return };
        self.documents.open.remove(&path);
        self.read_again(path);
    }

    fn changed_on_disk(&mut self, params: DidChangeWatchedFilesParams) {
        for change in params.changes {
            let Some(path) = self.documents.path(&change.uri) else { continue };
            if self.documents.open.contains_key(&path) {
                continue;
            }
            if change.kind == FileChangeType::Deleted {
                self.project.remove(&path);
                self.touched.insert(path);
            } else {
                self.read_again(path);
            }
        }
    }

    /// Takes a document as the client has it.
    fn written(&mut self, path: String) {
        let Some(open) = self.documents.open.get(&path) else { return };
        let content = Content::Bytes(open.text.clone().into_bytes());
        self.project.write(RawFile { path: path.clone(), content });
        self.touched.insert(path);
    }

    /// Takes a document as it is on the disk.
    fn read_again(&mut self, path: String) {
        match self.documents.on_disk(&path) {
            Some(file) => self.project.write(file),
            None => self.project.remove(&path),
        }
        self.touched.insert(path);
    }
}
