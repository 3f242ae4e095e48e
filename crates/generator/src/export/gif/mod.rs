//! The Digital Agency's data models (GIF, 2025-03-25): 451-4 for rules (行政サービス・制度) and 451-7 for
//! counters (行政サービス拠点), as tables with exactly its columns. What is not stated is an empty cell.

mod places;
mod rules;

use std::borrow::Cow;

use serde_json::{Value, json};

use super::csv::Table;
use super::record::Catalogue;
use crate::view::Worded;

/// The tables of both models.
pub(super) fn tables(catalogue: &Catalogue<'_>) -> Worded<Vec<Table<'static>>> {
    Ok(vec![rules::table(catalogue)?, places::table(catalogue)?])
}

/// A column: its name in the model, and whether the model asks for it.
type Column = (&'static str, bool);

fn table(name: &str, title: &str, key: &'static str, columns: &[Column], rows: Vec<Vec<String>>) -> Table<'static> {
    let field = |(name, required): &Column| -> Value {
        match required {
            true => json!({ "name": name, "type": "string", "constraints": { "required": true } }),
            false => json!({ "name": name, "type": "string" }),
        }
    };
    Table {
        name: name.to_owned(),
        title: title.to_owned(),
        fields: columns.iter().map(field).collect(),
        key: vec![key],
        head: columns.iter().map(|(name, _)| (*name).to_owned()).collect(),
        rows: Box::new(rows.into_iter().map(|row| row.into_iter().map(Cow::Owned).collect())),
    }
}

/// A row in which only some columns say something.
struct Row {
    columns: &'static [Column],
    cells: Vec<String>,
}

impl Row {
    fn of(columns: &'static [Column]) -> Self {
        Self { columns, cells: vec![String::new(); columns.len()] }
    }

    fn set(&mut self, column: &str, cell: impl Into<String>) {
        let at = self.columns.iter().position(|(name, _)| *name == column);
        if let Some(place) = at.and_then(|at| self.cells.get_mut(at)) {
            *place = cell.into();
        }
    }
}
