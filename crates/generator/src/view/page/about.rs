use serde::Serialize;

use super::Context;
use crate::view::frame::{Frame, Place};
use crate::view::prose::Prose;
use crate::view::words::Worded;

pub(crate) const PATH: &str = "about.html";

/// The page about the site: states of a fact, method.
#[derive(Debug, Serialize)]
pub(crate) struct About {
    frame: Frame,
    prose: Prose,
}

impl About {
    pub(crate) fn new(context: &Context<'_>, prose: Prose) -> Worded<Self> {
        let description = context.words.say("about-description")?;
        let place = Place { path: PATH, title: prose.title.clone(), description, crumbs: Vec::new() };
        Ok(Self { frame: context.frame(place)?, prose })
    }
}
