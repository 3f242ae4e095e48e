//! Any bytes as a municipality's file: they are read, checked and reported. Every place that is named
//! lies in the text, between characters.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use madoguchi_schema::load::{Content, RawFile, load};
use madoguchi_schema::scalar::{Day, Scalar as _};
use madoguchi_schema::shape::Shapes;
use madoguchi_validator::{Lang, Messages, check, report};

static SHAPES: LazyLock<Shapes> = LazyLock::new(|| Shapes::new().unwrap());

fuzz_target!(|bytes: &[u8]| {
    let path = "municipalities/99-fiction/991007-mihon.yaml".to_owned();
    let file = RawFile { path, content: Content::Bytes(bytes.to_vec()) };
    let checked = check(&load(vec![file], &SHAPES), Day::parse("2026-11-21").unwrap());
    for found in &checked.diagnostics {
        let text = checked.texts.get(&found.path).map_or("", |text| &**text);
        let places = found.span.into_iter().chain(found.edit.as_ref().map(|edit| edit.span));
        for span in places.chain(found.related.iter().map(|place| place.span)) {
            assert!(text.is_empty() || span.slice(text).is_some(), "{} at {span:?}", found.rule.name);
        }
    }
    let messages = Messages::new(Lang::Ja).unwrap();
    report::human(&checked, &messages, false).unwrap();
    report::json(&checked, &messages).unwrap();
});
