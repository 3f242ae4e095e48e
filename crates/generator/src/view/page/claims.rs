use madoguchi_schema::scalar::RuleId;
use serde::Serialize;

use super::Context;
use crate::facet::Origin;
use crate::view::frame::{Frame, LinkView, Place};
use crate::view::state::OriginView;
use crate::view::words::Worded;

pub(crate) const PATH: &str = "claims.html";

/// What an old article says, and what holds today.
#[derive(Debug, Serialize)]
pub(crate) struct ClaimsPage {
    frame: Frame,
    publisher: String,
    sources: Vec<OriginView>,
    claims: Vec<ClaimView>,
}

#[derive(Debug, Serialize)]
struct ClaimView {
    id: String,
    topic: String,
    section: Option<String>,
    says: String,
    verdict: &'static str,
    verdict_text: String,
    today: Option<String>,
    see: Vec<LinkView>,
}

impl ClaimsPage {
    pub(crate) fn new(context: &Context<'_>) -> Worded<Self> {
        let words = context.words;
        let place = Place {
            path: PATH,
            title: words.say("claims-title")?,
            description: words.say("claims-description")?,
            crumbs: Vec::new(),
        };
        let claims = &context.dataset.claims;
        let views = claims.claims.iter().map(|(id, claim)| {
            Ok(ClaimView {
                id: id.to_string(),
                topic: words.term(&claim.topic)?,
                section: claim.section.as_ref().map(|section| words.japanese(section.as_str())),
                says: words.note(&claim.says),
                verdict: claim.verdict.name(),
                verdict_text: words.term(&claim.verdict)?,
                today: claim.today.as_ref().map(|note| words.note(note)),
                see: claim.see.iter().filter_map(|rule| see(context, rule)).collect(),
            })
        });
        let sources = claims.sources.iter().map(|(id, source)| words.origin(Origin { id, source, section: None }));
        Ok(Self {
            frame: context.frame(place)?,
            publisher: words.japanese(&claims.publisher.to_string()),
            sources: sources.collect::<Worded<_>>()?,
            claims: views.collect::<Worded<_>>()?,
        })
    }
}

/// A rule or a change of the national page.
fn see(context: &Context<'_>, id: &RuleId) -> Option<LinkView> {
    let rule = context.dataset.baseline.rules.get(id).map(|rule| &rule.title);
    let change = || context.dataset.changes.changes.get(id).map(|change| &change.title);
    rule.or_else(change).map(|title| LinkView::to(format!("national.html#{id}"), context.words.note(title)))
}
