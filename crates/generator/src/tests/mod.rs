//! The generator on the real dataset and the real templates.

mod api;
mod calendar;
mod catalogue;
mod checklist;
mod comparison;
pub(crate) mod data;
mod decision;
mod diff;
mod discovery;
mod editor;
mod escaping;
mod facets;
#[cfg(feature = "downloads")]
mod feeds;
mod flow;
mod gif;
mod hand;
mod linked;
mod messages;
mod pages;
mod parts;
mod places;
mod rules;
mod style;
mod tables;
mod versions;
#[cfg(feature = "downloads")]
mod walk;
