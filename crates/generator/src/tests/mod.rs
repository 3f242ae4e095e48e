//! The generator on the real dataset and the real templates.

mod data;
mod escaping;
mod facets;
mod messages;
mod pages;
mod style;
