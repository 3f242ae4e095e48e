//! Any bytes in the one layout: it is the layout of itself, and the file says the same in it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use madoguchi_schema::load::Content;
use madoguchi_schema::yaml;
use madoguchi_validator::layout;

const PATH: &str = "municipalities/99-fiction/991007-mihon.yaml";

fuzz_target!(|bytes: &[u8]| {
    let Ok(laid_out) = layout(PATH, &Content::Bytes(bytes.to_vec())) else { return };
    let again = layout(PATH, &Content::Bytes(laid_out.clone().into_bytes()));
    assert_eq!(again.as_deref().ok(), Some(laid_out.as_str()));
    let json = |bytes: &[u8]| yaml::read(bytes).0.map(|tree| tree.root.to_json());
    assert_eq!(json(bytes), json(laid_out.as_bytes()));
});
