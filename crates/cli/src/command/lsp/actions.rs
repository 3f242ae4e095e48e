//! Repairs as actions: one for each finding, and all of a file or of all files at once.

use gen_lsp_types::{CodeAction, CodeActionKind, CodeActionParams, TextEdit};
use madoguchi_schema::fault::Span;
use madoguchi_validator::{Repairs, Words};
use serde_json::{Map, Value, json};

use super::answer::Answer;
use super::findings::diagnostics;
use super::places::Lines;
use super::server::Server;
use crate::failure::Failure;

/// All safe repairs of a file: what an editor may do when it saves.
pub(super) const FIX_FILE: CodeActionKind = CodeActionKind::new("source.fixAll.madoguchi");
/// All safe repairs of all files, which no editor does of itself.
pub(super) const FIX_ALL: CodeActionKind = CodeActionKind::new("source.madoguchi.fixAllFiles");

impl Server<'_> {
    /// The repairs of what is found in a range, and those of more than that.
    pub(super) fn actions(&mut self, params: CodeActionParams) -> Answer<Vec<CodeAction>> {
        let Some(path) = self.path(&params.text_document) else { return Ok(Vec::new()) };
        self.settle()?;
        let text = self.documents.text(&path, &self.project);
        let lines = Lines::new(&text, self.client.encoding);
        let range = lines.span(params.range);
        let only = params.context.only.unwrap_or_default();
        let is_wanted = |kind: &CodeActionKind| {
            let is_below = |asked: &CodeActionKind| {
                let (asked, kind) = (asked.as_str(), kind.as_str());
                asked.is_empty()
                    || kind.strip_prefix(asked).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            };
            only.is_empty() || only.iter().any(is_below)
        };
        let checked = self.project.checked(|other| other == path);
        let messages = self.project.messages(self.words.lang);
        let shown = diagnostics(&checked, &self.documents, self.client.encoding, messages)?;
        let mut actions = Vec::new();
        for (finding, shown) in checked.diagnostics.iter().zip(shown).filter(|_| is_wanted(&CodeActionKind::QuickFix)) {
            let Some(edit) = &finding.edit else { continue };
            if !finding.span.is_none_or(|span| touches(span, range)) && !touches(edit.span, range) {
                continue;
            }
            let words = messages.words(finding).map_err(Failure::broken)?;
            let edits = vec![TextEdit { range: lines.range(edit.span), new_text: edit.text.clone() }];
            actions.push(CodeAction {
                title: self.title(words, finding.rule.code, edit.safe),
                kind: Some(CodeActionKind::QuickFix),
                diagnostics: Some(vec![shown]),
                is_preferred: Some(edit.safe),
                edit: serde_json::from_value(self.workspace_edit(vec![(path.clone(), edits)])).ok(),
                ..CodeAction::default()
            });
        }
        let has = |safe: bool| {
            checked.diagnostics.iter().any(|found| found.edit.as_ref().is_some_and(|edit| edit.safe == safe))
        };
        let asked_for = |kind: &CodeActionKind| !only.is_empty() && is_wanted(kind);
        let all = [
            ("lsp-fix-file", FIX_FILE, "file", is_wanted(&FIX_FILE) && has(true)),
            (
                "lsp-fix-file-unsafe",
                CodeActionKind::QuickFix,
                "unsafe",
                is_wanted(&CodeActionKind::QuickFix) && has(false) && !actions.is_empty(),
            ),
            ("lsp-fix-all", FIX_ALL, "all", asked_for(&FIX_ALL) || only.is_empty() && has(true)),
        ];
        for (id, kind, what, is_offered) in all {
            if !is_offered {
                continue;
            }
            let data = json!({ "repairs": what, "path": path });
            let action = CodeAction {
                title: self.words.say(id, &[]),
                kind: Some(kind),
                data: Some(data),
                ..CodeAction::default()
            };
            actions.push(if self.client.resolves_actions { action } else { self.resolved(action)? });
        }
        Ok(actions)
    }

    /// An action with its edit.
    pub(super) fn resolved(&mut self, mut action: CodeAction) -> Answer<CodeAction> {
        self.settle()?;
        let text = |key: &str| action.data.as_ref().and_then(|data| data.get(key)).and_then(Value::as_str);
        let (Some(what), Some(path)) = (text("repairs"), text("path")) else { return Ok(action) };
        let repaired = match what {
            "file" => self.project.repaired(Repairs::Safe, |other| other == path),
            "unsafe" => self.project.repaired(Repairs::All, |other| other == path),
            _ => self.project.repaired(Repairs::Safe, |other| !other.starts_with("../")),
        };
        let edits = repaired.texts.into_iter().map(|(path, new)| {
            let old = self.documents.text(&path, &self.project);
            (path, Lines::new(&old, self.client.encoding).difference(&new).into_iter().collect())
        });
        action.edit = serde_json::from_value(self.workspace_edit(edits.collect())).ok();
        Ok(action)
    }

    /// Edits of several documents, in the form that the client knows.
    pub(super) fn workspace_edit(&self, edits: Vec<(String, Vec<TextEdit>)>) -> Value {
        let named = edits.into_iter().filter_map(|(path, edits)| Some((self.documents.uri(&path)?, path, edits)));
        if self.client.versions_edits {
            let change = |(uri, path, edits): (gen_lsp_types::Uri, String, Vec<TextEdit>)| {
                let version = self.documents.open.get(&path).map(|open| open.version);
                json!({ "textDocument": { "uri": uri, "version": version }, "edits": edits })
            };
            return json!({ "documentChanges": named.map(change).collect::<Vec<_>>() });
        }
        let changes: Map<String, Value> = named.map(|(uri, _, edits)| (uri.to_string(), json!(edits))).collect();
        json!({ "changes": changes })
    }

    /// What a repair does: what the finding says to do.
    fn title(&self, words: Words, code: &str, is_safe: bool) -> String {
        let help = format!("{} [{code}]", words.help.unwrap_or(words.message));
        if is_safe { help } else { self.words.say("lsp-guess", &[("help", &help)]) }
    }
}

fn touches(a: Span, b: Span) -> bool {
    a.start <= b.end && b.start <= a.end
}
