//! The files whose shapes are recombined.

use std::sync::Arc;

use madoguchi_schema::fault::Reference;
use madoguchi_schema::load::{CheckedFile, Document};
use madoguchi_schema::model::Municipality;
use madoguchi_schema::references::Refers as _;
use madoguchi_schema::yaml::{Node, NodeKind, Part, Route, Tree};

/// A municipality's file: what can be taken from it, and what goes with each part.
pub(super) struct Shape {
    pub(super) tree: Arc<Tree>,
    pub(super) municipality: Arc<Municipality>,
    /// Every id that it uses, and where.
    references: Vec<Use>,
}

/// An id that is used at a place.
pub(super) struct Use {
    pub(super) to: Reference,
    pub(super) id: String,
    pub(super) at: Route,
}

impl Shape {
    /// The shape of a file, where it is that of a municipality and nothing is wrong with it.
    pub(super) fn of(file: &CheckedFile) -> Option<Self> {
        let (Some(Document::Municipality(municipality)), Some(tree)) = (&file.document, &file.tree) else {
            return None;
        };
        let mut references = Vec::new();
        municipality.references(&mut |to, id, path| {
            references.push(Use { to, id: id.to_owned(), at: path.route() });
        });
        file.faults.is_empty().then(|| Self { tree: tree.clone(), municipality: municipality.clone(), references })
    }

    /// The ids that are used below a place.
    pub(super) fn uses(&self, route: &Route) -> impl Iterator<Item = &Use> {
        self.references.iter().filter(|used| used.at.parts().starts_with(route.parts()))
    }
}

/// The value at a way from here.
pub(super) fn find<'n>(node: &'n mut Node, way: &[Part]) -> Option<&'n mut Node> {
    way.iter().try_fold(node, |node, part| match (&mut node.kind, part) {
        (NodeKind::Map(entries), Part::Key(key)) => {
            entries.iter_mut().find(|entry| entry.key == *key).map(|entry| &mut entry.value)
        }
        (NodeKind::List(nodes), Part::Index(index)) => nodes.get_mut(*index),
        _ => None,
    })
}
