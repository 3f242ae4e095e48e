//! The language server: the protocol around `madoguchi_editor`, and nothing of what it says.

mod actions;
mod answer;
mod documents;
mod findings;
mod places;
mod server;

use std::path::Path;
use std::process::ExitCode;

use gen_lsp_types::{
    CodeActionKind, CodeActionOptions, CompletionOptions, InitializeParams, InitializeResult, RenameOptions,
    ServerCapabilities, ServerInfo, TextDocumentSyncKind, TextDocumentSyncOptions, Uri, WorkspaceFolders,
};
use lsp_server::{Connection, ErrorCode, Response};
use madoguchi_validator::Lang;

use crate::arguments::Lsp;
use crate::failure::Failure;
use crate::root::Root;
use crate::words::Words;
use places::Encoding;
use server::{Client, Server};

/// Serves one client over standard input and output until it ends.
pub(crate) fn run(call: &Lsp, words: Words) -> Result<ExitCode, Failure> {
    let (connection, threads) = Connection::stdio();
    let ended = serve(call, words, &connection);
    // The threads end when there is nobody left to send to them.
    drop(connection);
    let joined = threads.join().map_err(Failure::Output);
    let ended = ended?;
    joined?;
    Ok(ExitCode::from(u8::from(ended == End::Unasked)))
}

/// How a client ended the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// After it asked for that.
    Asked,
    /// Or went away.
    Unasked,
}

fn serve(call: &Lsp, words: Words, connection: &Connection) -> Result<End, Failure> {
    let protocol = |error: &dyn std::fmt::Display| Failure::Protocol(error.to_string());
    let (id, params) = connection.initialize_start().map_err(|error| protocol(&error))?;
    let params: InitializeParams = match serde_json::from_value(params) {
        Ok(params) => params,
        Err(error) => {
            let refusal = Response::new_err(id, ErrorCode::InvalidParams as i32, error.to_string());
            let _ = connection.sender.send(refusal.into());
            return Err(protocol(&error));
        }
    };
    let lang = call.lang.or_else(|| asked_language(&params)).unwrap_or(words.lang);
    let words = if lang == words.lang { words } else { Words::new(lang)? };
    let client = Client::of(&params);
    let made =
        root(call.root.as_deref(), &params).and_then(|root| Server::new(root, call.days, client, &words, connection));
    let mut server = match made {
        Ok(server) => server,
        Err(failure) => {
            let refusal = Response::new_err(id, ErrorCode::RequestFailed as i32, failure.describe(&words));
            let _ = connection.sender.send(refusal.into());
            return Err(failure);
        }
    };
    let result = serde_json::to_value(initialized(client.encoding)).map_err(Failure::broken)?;
    connection.initialize_finish(id, result).map_err(|error| protocol(&error))?;
    server.run()
}

/// `initializationOptions.locale`, else the editor's own language.
fn asked_language(params: &InitializeParams) -> Option<Lang> {
    let option = params.initialization_options.as_ref().and_then(|options| options.get("locale")?.as_str());
    let name = option.or(params.locale.as_deref()).filter(|name| !name.is_empty())?;
    Some(if name.to_ascii_lowercase().starts_with("ja") { Lang::Ja } else { Lang::En })
}

/// The folder of the call, else that of the client's folders, else that of the working folder.
fn root(given: Option<&Path>, params: &InitializeParams) -> Result<Root, Failure> {
    let folders = match &params.workspace_folders_initialize_params.workspace_folders {
        Some(WorkspaceFolders::WorkspaceFolderList(folders)) => {
            folders.iter().map(|folder| folder.uri.clone()).collect()
        }
        _ => Vec::new(),
    };
    #[expect(deprecated, reason = "what clients without workspace folders send")]
    let folders: Vec<Uri> = folders.into_iter().chain(params.root_uri.clone()).collect();
    let paths = folders.iter().filter_map(|uri| uri.to_file_path().ok());
    let above = |path: std::path::PathBuf| path.ancestors().find_map(|folder| Root::find(Some(folder)).ok());
    match (given, paths.filter_map(above).next()) {
        (None, Some(root)) => Ok(root),
        (given, _) => Root::find(given),
    }
}

fn initialized(encoding: Encoding) -> InitializeResult {
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::Incremental),
        ..TextDocumentSyncOptions::default()
    };
    let signs = [":", " ", "[", "{", ",", "|", "+"].map(str::to_owned).to_vec();
    let completion = CompletionOptions { trigger_characters: Some(signs), ..CompletionOptions::default() };
    let rename = RenameOptions { prepare_provider: Some(true), ..RenameOptions::default() };
    let actions = CodeActionOptions {
        code_action_kinds: Some(vec![CodeActionKind::QuickFix, actions::FIX_FILE, actions::FIX_ALL]),
        resolve_provider: Some(true),
        ..CodeActionOptions::default()
    };
    let capabilities = ServerCapabilities {
        position_encoding: Some(encoding.kind()),
        text_document_sync: Some(sync.into()),
        completion_provider: Some(completion),
        hover_provider: Some(true.into()),
        definition_provider: Some(true.into()),
        references_provider: Some(true.into()),
        document_symbol_provider: Some(true.into()),
        folding_range_provider: Some(true.into()),
        document_formatting_provider: Some(true.into()),
        rename_provider: Some(rename.into()),
        code_action_provider: Some(actions.into()),
        ..ServerCapabilities::default()
    };
    let version = Some(env!("CARGO_PKG_VERSION").to_owned());
    InitializeResult { capabilities, server_info: Some(ServerInfo { name: "madoguchi".to_owned(), version }) }
}
