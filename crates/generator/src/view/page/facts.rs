use serde::Serialize;

use super::{Context, Correct, facts_path, municipality_path, procedure_path};
use crate::facet::Subject;
use crate::view::city::Names;
use crate::view::city::SourceView;
use crate::view::facts::FactGroup;
use crate::view::frame::{Frame, LinkView, Place, root};
use crate::view::words::Worded;

/// Every facet of a municipality's procedure, one by one, with state, source, heading and date.
#[derive(Debug, Serialize)]
pub(crate) struct FactsPage {
    frame: Frame,
    name: String,
    procedure: LinkView,
    groups: Vec<FactGroup>,
    sources: Vec<SourceView>,
    correct: Option<Correct>,
}

impl FactsPage {
    pub(crate) fn new<'a>(context: &Context<'a>, subject: &Subject<'a>) -> Worded<Self> {
        let words = context.words;
        let city = context.city(subject.file);
        let path = facts_path(subject);
        let root = root(&path);
        let name = context.full_name(subject.file)?;
        let procedure = LinkView::to(format!("{root}{}", procedure_path(subject)), words.procedure(subject.id));
        let named = [("name", name.as_str().into()), ("procedure", procedure.text.as_str().into())];
        let place = Place {
            path: &path,
            title: words.say_with("facts-title", &named)?,
            description: words.say_with("facts-description", &named)?,
            crumbs: vec![
                LinkView::to(format!("{root}{}", municipality_path(subject.file)), name.as_str()),
                procedure.clone(),
            ],
        };
        Ok(Self {
            frame: context.frame(place)?,
            groups: city.with(Names::Shared).fact_groups(subject)?,
            sources: city.sources()?,
            correct: context.correct_procedure(&path, subject),
            name,
            procedure,
        })
    }
}
