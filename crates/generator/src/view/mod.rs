//! Pages: models without logic in the templates, and the templates that show them.

mod answer;
mod applicant;
mod asset;
pub(crate) mod calendar;
mod city;
mod counter;
mod differs;
mod facts;
mod flow;
pub(crate) mod frame;
mod government_service;
mod hours;
mod item;
mod known;
mod letters;
mod mark;
pub(crate) mod message;
pub(crate) mod page;
mod part;
mod picture;
mod pins;
mod preview;
mod prose;
mod reading;
mod render;
mod script;
mod sheet;
mod site;
mod standing;
mod state;
mod term;
mod tile;
mod value;
mod weekly;
mod words;
pub(crate) mod wrap;

pub(crate) use city::{City, Names};
pub(crate) use mark::bare;
#[cfg(test)]
pub(crate) use message::Messages;
pub use page::Shared;
pub use preview::Preview;
pub use site::{Site, Templates};
pub(crate) use state::{FactView, LineView};
pub(crate) use weekly::weekly;
pub(crate) use words::{Worded, Words};
