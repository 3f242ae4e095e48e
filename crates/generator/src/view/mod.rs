//! Pages: models without logic in the templates, and the templates that show them.

mod answer;
mod applicant;
mod city;
mod counter;
mod facts;
mod flow;
mod frame;
mod hours;
mod item;
mod message;
mod page;
mod pins;
mod prose;
mod render;
mod site;
mod state;
mod style;
mod term;
mod value;
mod words;

pub(crate) use site::site;
