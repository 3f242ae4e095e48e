//! Pages: models without logic in the templates, and the templates that show them.

mod answer;
mod applicant;
mod asset;
mod calendar;
mod city;
mod counter;
mod differs;
mod facts;
mod flow;
mod frame;
mod hours;
mod item;
mod known;
mod letters;
mod mark;
mod message;
mod page;
mod picture;
mod pins;
mod prose;
mod reading;
mod render;
mod sheet;
mod site;
mod standing;
mod state;
mod term;
mod tile;
mod value;
mod words;
pub(crate) mod wrap;

pub(crate) use city::City;
pub(crate) use mark::bare;
pub(crate) use site::site;
pub(crate) use state::LineView;
pub(crate) use words::{Worded, Words};
