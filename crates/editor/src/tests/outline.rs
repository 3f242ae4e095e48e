use std::collections::BTreeSet;

use madoguchi_schema::fault::Span;
use madoguchi_schema::load::{Content, RawFile};
use madoguchi_schema::yaml::{self, Node, NodeKind, Route};

use super::files;
use crate::context::Context;
use crate::outline::Outline;

/// Every key and every single value of a tree.
fn pieces(node: &Node, route: &Route, found: &mut BTreeSet<(Route, bool, Span)>) {
    match &node.kind {
        NodeKind::Map(entries) => {
            for entry in entries {
                let route = route.key(&entry.key);
                found.insert((route.clone(), true, entry.key_span));
                pieces(&entry.value, &route, found);
            }
        }
        NodeKind::List(nodes) => {
            nodes.iter().enumerate().for_each(|(i, node)| pieces(node, &route.index(i), found));
        }
        _ if node.span.start < node.span.end => {
            found.insert((route.clone(), false, node.span));
        }
        _ => {}
    }
}

fn texts() -> Vec<(String, String)> {
    let text = |file: RawFile| match file.content {
        Content::Bytes(bytes) => (file.path, String::from_utf8(bytes).unwrap()),
        other => panic!("{other:?}"),
    };
    files(|path| path.ends_with(".yaml")).into_iter().map(text).collect()
}

#[test]
fn the_outline_of_every_file_is_that_of_its_tree() {
    let all = texts();
    assert!(all.len() > 100);
    for (path, text) in all {
        let mut expected = BTreeSet::new();
        pieces(&yaml::read(text.as_bytes()).0.unwrap().root, &Route::root(), &mut expected);
        let found = Outline::of(&text).pieces.into_iter().map(|piece| (piece.route, piece.is_key, piece.span));
        let found: BTreeSet<_> = found.collect();
        let show = |one: &(Route, bool, Span)| format!("{path}: {} {:?}", one.0, one.2.slice(&text));
        let differences: Vec<String> = expected.symmetric_difference(&found).map(show).take(5).collect();
        assert_eq!(differences, Vec::<String>::new());
    }
}

#[test]
fn a_text_that_is_cut_off_anywhere_has_an_outline_and_a_place() {
    for (_, text) in texts().into_iter().filter(|(path, _)| path.contains("172014") || path.contains("991007")) {
        for (at, _) in text.char_indices().step_by(7) {
            let outline = Outline::of(&text[..at]);
            assert!(outline.pieces.iter().all(|piece| piece.span.slice(&text).is_some()), "{at}");
            if let Some(context) = Context::at(&text, at) {
                assert!(context.span.slice(&text).is_some() && context.span.end == at);
            }
        }
    }
}
