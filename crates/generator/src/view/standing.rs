use serde::Serialize;

use super::words::{Worded, Words};
use crate::facet::{National, NationalPlace, Scale, Standing};

/// How a fact stands to another, as a glyph and words.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct StandingView {
    pub(crate) name: &'static str,
    pub(crate) glyph: &'static str,
    pub(crate) word: String,
}

/// What a fact is held against.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Against {
    National,
    Most,
    /// The municipality that a reader chose first.
    First,
}

/// A place of the page of national rules.
#[derive(Debug, Serialize)]
pub(crate) struct NationalLink {
    pub(crate) href: String,
    pub(crate) text: String,
}

impl Words<'_> {
    /// A standing in words; none where there is nothing to say.
    pub(crate) fn standing(&self, standing: Standing, scale: Scale, against: Against) -> Worded<Option<StandingView>> {
        let Some(id) = message(standing, scale, against) else { return Ok(None) };
        let (name, glyph) = match standing {
            Standing::Same => ("same", "="),
            Standing::Stricter => ("stricter", "▲"),
            Standing::Looser => ("looser", "▽"),
            Standing::Different => ("different", "≠"),
            Standing::Unknown => ("unknown", "◇"),
        };
        Ok(Some(StandingView { name, glyph, word: self.say(id)? }))
    }

    /// Where the national layer says something of a facet.
    pub(crate) fn national_link(&self, root: &str, national: &National<'_>) -> Worded<NationalLink> {
        Ok(match national.place {
            NationalPlace::Kiosk => {
                NationalLink { href: format!("{root}national.html#kiosk"), text: self.say("national-kiosk")? }
            }
            NationalPlace::Rule(id, rule) => {
                NationalLink { href: format!("{root}national.html#{id}"), text: self.note(&rule.title) }
            }
        })
    }
}

fn message(standing: Standing, scale: Scale, against: Against) -> Option<&'static str> {
    use Scale::{Burden, Offer};
    use Standing::{Different, Looser, Same, Stricter, Unknown};
    Some(match (against, standing, scale) {
        (Against::National, Same, _) => "standing-national-same",
        (Against::National, Stricter, Burden) => "standing-national-stricter",
        (Against::National, Looser, Burden) => "standing-national-looser",
        (Against::National, Stricter, Offer) => "standing-national-fewer",
        (Against::National, Looser, Offer) => "standing-national-more",
        (Against::National, Different, _) => "standing-national-different",
        (Against::Most, Stricter, Burden) => "standing-most-stricter",
        (Against::Most, Looser, Burden) => "standing-most-looser",
        (Against::Most, Stricter, Offer) => "standing-most-fewer",
        (Against::Most, Looser, Offer) => "standing-most-more",
        (Against::Most, Different, _) => "standing-most-different",
        (Against::First, Same, _) => "standing-first-same",
        (Against::First, Stricter, Burden) => "standing-first-stricter",
        (Against::First, Looser, Burden) => "standing-first-looser",
        (Against::First, Stricter, Offer) => "standing-first-fewer",
        (Against::First, Looser, Offer) => "standing-first-more",
        (Against::First, Different, _) => "standing-first-different",
        (Against::First, Unknown, _) => "standing-first-unknown",
        (Against::National, Unknown, _) | (Against::Most, Same | Unknown, _) => return None,
    })
}
