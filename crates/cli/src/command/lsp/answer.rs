//! What a client asks for, one function a question.

use gen_lsp_types::{
    CodeAction, CodeActionParams, CompletionItem, CompletionItemKind, CompletionParams, DefinitionParams,
    DocumentFormattingParams, DocumentSymbol, DocumentSymbolParams, FoldingRange, FoldingRangeParams, Hover,
    HoverParams, Location, MarkupContent, MarkupKind, PrepareRenameParams, PrepareRenamePlaceholder, ReferenceParams,
    RenameParams, SymbolKind, TextDocumentIdentifier, TextDocumentPositionParams, TextEdit,
};
use lsp_server::{ErrorCode, Request, Response};
use madoguchi_editor::{self as editor, Kind, Occurrence, RenameError, Suggestion, Symbol};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::places::Lines;
use super::server::Server;
use crate::failure::Failure;

/// Why a question has no answer.
pub(super) enum Refusal {
    /// The question is none, or asks for what cannot be.
    Because(ErrorCode, String),
    /// The server could not do its work.
    Failed(Failure),
}

pub(super) type Answer<T> = Result<T, Refusal>;

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl Server<'_> {
    /// Answers one request.
    pub(super) fn request(&mut self, request: Request) -> Result<(), Failure> {
        let Request { id, method, params } = request;
        let answer = match method.as_str() {
            "textDocument/completion" => self.answer(params, Self::completion),
            "textDocument/hover" => self.answer(params, Self::hover),
            "textDocument/definition" => self.answer(params, Self::definition),
            "textDocument/references" => self.answer(params, Self::references),
            "textDocument/documentSymbol" => self.answer(params, Self::symbols),
            "textDocument/foldingRange" => self.answer(params, Self::folds),
            "textDocument/formatting" => self.answer(params, Self::formatting),
            "textDocument/prepareRename" => self.answer(params, Self::prepare_rename),
            "textDocument/rename" => self.answer(params, Self::rename),
            "textDocument/codeAction" => self.answer::<CodeActionParams, _>(params, Self::actions),
            "codeAction/resolve" => self.answer::<CodeAction, _>(params, Self::resolved),
            _ => Err(Refusal::Because(ErrorCode::MethodNotFound, method)),
        };
        self.send(match answer {
            Ok(value) => Response::new_ok(id, value),
            Err(Refusal::Because(code, message)) => Response::new_err(id, code as i32, message),
            Err(Refusal::Failed(failure)) => {
                Response::new_err(id, ErrorCode::InternalError as i32, failure.describe(self.words))
            }
        })
    }

    fn answer<P: DeserializeOwned, T: Serialize>(
        &mut self,
        params: Value,
        answer: fn(&mut Self, P) -> Answer<T>,
    ) -> Answer<Value> {
        let invalid = |error: serde_json::Error| Refusal::Because(ErrorCode::InvalidParams, error.to_string());
        let params = serde_json::from_value(params).map_err(invalid)?;
        serde_json::to_value(answer(self, params)?).map_err(invalid)
    }

    /// The path of a document of the dataset. Of any other there is nothing to say.
    pub(super) fn path(&self, document: &TextDocumentIdentifier) -> Option<String> {
        self.documents.path(&document.uri)
    }

    /// A place of a document: its path, its text and the byte.
    fn place(&self, params: &TextDocumentPositionParams) -> Option<(String, std::sync::Arc<str>, usize)> {
        let path = self.path(&params.text_document)?;
        let text = self.documents.text(&path, &self.project);
        let offset = Lines::new(&text, self.client.encoding).offset(params.position);
        Some((path, text, offset))
    }

    fn completion(&mut self, params: CompletionParams) -> Answer<Option<Vec<CompletionItem>>> {
        let Some((path, text, offset)) = self.place(&params.text_document_position_params) else { return Ok(None) };
        let lines = Lines::new(&text, self.client.encoding);
        let found = self.project.completion(&path, offset, self.words.lang).into_iter().enumerate();
        Ok(Some(found.map(|(at, suggestion)| item(at, suggestion, &lines)).collect()))
    }

    fn hover(&mut self, params: HoverParams) -> Answer<Option<Hover>> {
        let Some((path, text, offset)) = self.place(&params.text_document_position_params) else { return Ok(None) };
        let found = self.project.hover(&path, offset, self.words.lang);
        Ok(found.map(|editor::Hover { span, markdown }| Hover {
            contents: markup(markdown).into(),
            range: Some(Lines::new(&text, self.client.encoding).range(span)),
        }))
    }

    fn definition(&mut self, params: DefinitionParams) -> Answer<Vec<Location>> {
        let Some((path, _, offset)) = self.place(&params.text_document_position_params) else { return Ok(Vec::new()) };
        Ok(self.locations(self.project.definition(&path, offset)))
    }

    fn references(&mut self, params: ReferenceParams) -> Answer<Vec<Location>> {
        let Some((path, _, offset)) = self.place(&params.text_document_position_params) else { return Ok(Vec::new()) };
        Ok(self.locations(self.project.references(&path, offset, params.context.include_declaration)))
    }

    fn locations(&self, places: Vec<Occurrence>) -> Vec<Location> {
        let location = |place: Occurrence| {
            let text = self.documents.text(&place.path, &self.project);
            let range = Lines::new(&text, self.client.encoding).range(place.span);
            Some(Location { uri: self.documents.uri(&place.path)?, range })
        };
        places.into_iter().filter_map(location).collect()
    }

    fn symbols(&mut self, params: DocumentSymbolParams) -> Answer<Vec<DocumentSymbol>> {
        let Some(path) = self.path(&params.text_document) else { return Ok(Vec::new()) };
        let text = self.documents.text(&path, &self.project);
        let lines = Lines::new(&text, self.client.encoding);
        Ok(self.project.symbols(&path, self.words.lang).into_iter().map(|one| symbol(one, &lines)).collect())
    }

    fn folds(&mut self, params: FoldingRangeParams) -> Answer<Vec<FoldingRange>> {
        let Some(path) = self.path(&params.text_document) else { return Ok(Vec::new()) };
        let line = |line: usize| u32::try_from(line).unwrap_or(u32::MAX);
        let folds = self.project.folds(&path).into_iter();
        Ok(folds
            .map(|fold| FoldingRange {
                start_line: line(fold.first),
                end_line: line(fold.last),
                ..FoldingRange::default()
            })
            .collect())
    }

    fn formatting(&mut self, params: DocumentFormattingParams) -> Answer<Option<Vec<TextEdit>>> {
        let Some(path) = self.path(&params.text_document) else { return Ok(None) };
        let text = self.documents.text(&path, &self.project);
        let Some(new) = self.project.layout(&path) else { return Ok(None) };
        Ok(Some(Lines::new(&text, self.client.encoding).difference(&new).into_iter().collect()))
    }

    fn prepare_rename(&mut self, params: PrepareRenameParams) -> Answer<Option<PrepareRenamePlaceholder>> {
        let Some((path, text, offset)) = self.place(&params.text_document_position_params) else { return Ok(None) };
        let span = self.project.renamed(&path, offset).map_err(|error| self.not_renamed(error))?;
        let placeholder = span.slice(&text).unwrap_or_default().to_owned();
        Ok(Some(PrepareRenamePlaceholder { range: Lines::new(&text, self.client.encoding).range(span), placeholder }))
    }

    fn rename(&mut self, params: RenameParams) -> Answer<Option<Value>> {
        let Some((path, text, offset)) = self.place(&params.text_document_position_params) else { return Ok(None) };
        let edits = self.project.rename(&path, offset, &params.new_name).map_err(|error| self.not_renamed(error))?;
        let lines = Lines::new(&text, self.client.encoding);
        let edits =
            edits.into_iter().map(|edit| TextEdit { range: lines.range(edit.span), new_text: edit.text }).collect();
        Ok(Some(self.workspace_edit(vec![(path, edits)])))
    }

    fn not_renamed(&self, error: RenameError) -> Refusal {
        let id = match error {
            RenameError::NotDefinedHere => "lsp-rename-not-defined-here",
            RenameError::NoId => "lsp-rename-no-id",
            RenameError::Taken => "lsp-rename-taken",
        };
        Refusal::Because(ErrorCode::RequestFailed, self.words.say(id, &[]))
    }
}

fn markup(value: String) -> MarkupContent {
    MarkupContent { kind: MarkupKind::Markdown, value }
}

fn item(at: usize, suggestion: Suggestion, lines: &Lines<'_>) -> CompletionItem {
    let kind = match suggestion.kind {
        Kind::RequiredKey | Kind::Key => CompletionItemKind::Property,
        Kind::Choice => CompletionItemKind::EnumMember,
        Kind::Defined => CompletionItemKind::Reference,
        Kind::Listed => CompletionItemKind::Value,
    };
    let edit = TextEdit { range: lines.range(suggestion.span), new_text: suggestion.insert };
    CompletionItem {
        label: suggestion.label,
        kind: Some(kind),
        detail: Some(suggestion.detail).filter(|detail| !detail.is_empty()),
        documentation: Some(suggestion.about).filter(|about| !about.is_empty()).map(|about| markup(about).into()),
        preselect: (suggestion.kind == Kind::RequiredKey && at == 0).then_some(true),
        // Clients sort by this text; the order is ours.
        sort_text: Some(format!("{at:05}")),
        filter_text: Some(suggestion.sought),
        text_edit: Some(edit.into()),
        ..CompletionItem::default()
    }
}

fn symbol(symbol: Symbol, lines: &Lines<'_>) -> DocumentSymbol {
    let children: Vec<DocumentSymbol> = symbol.children.into_iter().map(|child| self::symbol(child, lines)).collect();
    let kind = match symbol.kind {
        editor::SymbolKind::Defined => SymbolKind::Class,
        editor::SymbolKind::Block => SymbolKind::Namespace,
        editor::SymbolKind::Value => SymbolKind::Property,
    };
    #[expect(deprecated, reason = "the structure has the field still")]
    DocumentSymbol {
        name: symbol.name,
        detail: Some(symbol.detail).filter(|detail| !detail.is_empty()),
        kind,
        tags: None,
        deprecated: None,
        range: lines.range(symbol.span),
        selection_range: lines.range(symbol.key),
        children: (!children.is_empty()).then_some(children),
    }
}
