//! A source, counter or class that nothing uses: it is not shown anywhere, or its use is missing.

use crate::rule::prelude::*;
use madoguchi_schema::fault::{FaultKind, Reference};
use madoguchi_schema::references::Refers;
use madoguchi_schema::yaml::Route;

pub(crate) static RULE: Rule = Rule {
    code: "R003",
    name: "unused-definition",
    level: Level::Warning,
    ja: Text {
        message: "{ $what }「{ $id }」はどこでも使われていません。",
        help: "使うところに書くか、消してください。",
        cases: &[],
        about: "どの手続きからも指されない窓口や区分は、サイトのどこにも出ません。消し忘れか、使うところの書き忘れです。",
    },
    en: Text {
        message: "Nothing uses the { $what } `{ $id }`.",
        help: "Use it where it belongs, or take it out.",
        cases: &[],
        about: "A counter or class that no procedure names is not shown anywhere: it was left behind, or its use is missing.",
    },
    wrong: Example::Blocks(
        r#"counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main
  branches:
    name: { ja: 各出張所, kana: かくしゅっちょうじょ, en: Branch offices }
    kind: branch
    several: true
  station-centre:
    name: { ja: 駅前市民センター, kana: えきまえしみんせんたー, en: Station citizens' centre }
    kind: citizens-centre
"#,
    ),
    right: Example::Blocks(
        r#"counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: "City hall, 1st floor, counter 3" }
    kind: main
  branches:
    name: { ja: 各出張所, kana: かくしゅっちょうじょ, en: Branch offices }
    kind: branch
    several: true
"#,
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(city) = subject.municipality() else {
        return;
    };
    // Where a use is misspelled, its definition is not unused.
    let misspelled: Vec<Reference> = subject
        .file
        .faults
        .iter()
        .filter_map(|fault| match &fault.kind {
            FaultKind::MisspelledDefinition { of, .. } => Some(*of),
            FaultKind::UnknownReference { to, .. } => Some(*to),
            _ => None,
        })
        .collect();
    // A file with one source need not name it, and an earlier version of a page need not differ from
    // the later one.
    let current = || city.sources.iter().filter(|(_, source)| source.replaced_by.is_none());
    let sources = (current().count() > 1).then(|| current().map(|(id, _)| id.as_str())).into_iter().flatten();
    let counters = city.counters.keys().map(|id| id.as_str());
    let classes = city.identity_documents.keys().map(|id| id.as_str());
    let mut unused: Vec<(Reference, &str, &str)> = sources
        .map(|id| (Reference::Source, "sources", id))
        .chain(counters.map(|id| (Reference::Counter, "counters", id)))
        .chain(classes.map(|id| (Reference::Class, "identity_documents", id)))
        .filter(|(of, ..)| !misspelled.contains(of))
        .collect();
    city.references(&mut |to, id, _| unused.retain(|(of, _, defined)| (*of, *defined) != (to, id)));
    for (of, key, id) in unused {
        let span = subject.key_span(&Route::root().key(key).key(id));
        let what = Argument::Term(format!("reference-{}", of.name()));
        found.push(subject.finding(&RULE, span).with("what", what).text("id", id));
    }
}
