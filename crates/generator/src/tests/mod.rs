//! The generator on the real dataset and the real templates.

mod api;
mod calendar;
mod checklist;
mod comparison;
mod data;
mod decision;
mod escaping;
mod facets;
mod flow;
mod hand;
mod messages;
mod pages;
mod places;
mod rules;
mod style;
mod tables;
