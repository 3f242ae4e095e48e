//! The blocks of a document: its symbols, and what can be folded.

use madoguchi_schema::fault::{Reference, Span};
use madoguchi_schema::names::{keys_of, named};
use madoguchi_schema::yaml::Part;
use madoguchi_validator::Lang;

use crate::outline::{Outline, Piece};
use crate::project::Project;
use crate::words::name;

/// A block of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// Its key.
    pub name: String,
    /// What it stands for.
    pub detail: String,
    /// Its bytes, to the end of the last value in it.
    pub span: Span,
    /// The key's bytes.
    pub key: Span,
    /// What it is.
    pub kind: SymbolKind,
    /// The blocks in it.
    pub children: Vec<Symbol>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SymbolKind {
    /// Something with an id: a source, a counter, a procedure.
    Defined,
    /// A block with blocks in it.
    Block,
    /// A single value or list.
    Value,
}

/// Lines that can be folded into the first of them, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fold {
    /// The line that stays.
    pub first: usize,
    /// The last that goes.
    pub last: usize,
}

impl Project {
    /// The blocks of a document that begin a line.
    #[must_use]
    pub fn symbols(&self, path: &str, lang: Lang) -> Vec<Symbol> {
        let Some((kind, _)) = self.schema(path) else { return Vec::new() };
        let text = self.text(path);
        let outline = Outline::of(&text);
        let vocabulary = self.loaded().vocabulary();
        let begins_line = |piece: &Piece| {
            let line = text[..piece.span.start].rfind('\n').map_or(0, |at| at + 1);
            text[line..piece.span.start].chars().all(|c| c == ' ' || c == '-')
        };
        let detail = |of: Option<Reference>, id: &str| {
            let of = of?;
            let listed = named(&vocabulary, of).into_iter().find(|one| one.id == id);
            let listed = listed.map(|one| name(&one, lang).to_owned());
            listed.or_else(|| {
                let defined = self.defined(path, &outline, of).into_iter().find(|(defined, _)| defined == id);
                defined.map(|(_, about)| about)
            })
        };
        let mut roots: Vec<Symbol> = Vec::new();
        for (at, piece) in outline.pieces.iter().enumerate().filter(|(_, piece)| piece.is_key && begins_line(piece)) {
            let inside = outline.pieces[at + 1..].iter();
            let inside = inside.take_while(|other| other.route.parts().starts_with(piece.route.parts()));
            let end = inside.map(|other| other.span.end).max().unwrap_or(piece.span.end).max(piece.span.end);
            let of = keys_of(kind, &piece.route.parent());
            let name = piece.inner(&text).slice(&text).unwrap_or_default().to_owned();
            let detail = detail(of, &name).unwrap_or_default();
            let is_block = outline.keys.contains_key(&piece.route)
                || outline.keys.keys().any(|map| {
                    let parts = piece.route.parts();
                    map.parts().starts_with(parts) && matches!(map.parts().get(parts.len()), Some(Part::Index(_)))
                });
            let kind = match of {
                Some(_) => SymbolKind::Defined,
                None if is_block => SymbolKind::Block,
                None => SymbolKind::Value,
            };
            let span = Span::new(piece.span.start, end);
            insert(&mut roots, Symbol { name, detail, span, key: piece.span, kind, children: Vec::new() });
        }
        roots
    }

    /// What can be folded: every line with deeper ones under it.
    #[must_use]
    pub fn folds(&self, path: &str) -> Vec<Fold> {
        let text = self.text(path);
        let lines: Vec<(usize, usize)> = text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(number, line)| (number, line.len() - line.trim_start_matches(' ').len()))
            .collect();
        let mut folds = Vec::new();
        let mut open: Vec<(usize, usize)> = Vec::new();
        let mut before = 0;
        for (number, column) in lines.into_iter().map(Some).chain([None]).map(|line| line.unwrap_or((usize::MAX, 0))) {
            while open.last().is_some_and(|(_, other)| *other >= column) {
                if let Some((first, _)) = open.pop()
                    && first < before
                {
                    folds.push(Fold { first, last: before });
                }
            }
            open.push((number, column));
            before = number;
        }
        folds.sort_by_key(|fold| (fold.first, fold.last));
        folds
    }
}

/// Puts a symbol into the last one that holds it.
fn insert(symbols: &mut Vec<Symbol>, symbol: Symbol) {
    match symbols.last_mut() {
        Some(last) if last.span.contains(symbol.span) => insert(&mut last.children, symbol),
        _ => symbols.push(symbol),
    }
}
