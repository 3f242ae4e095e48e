//! Every rule is documented, and its examples are true: the wrong one gives exactly that rule, the
//! right one gives nothing.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

mod support;

use madoguchi_schema::load::{self, CheckedFile, Content, RawFile};
use madoguchi_schema::shape::Shapes;
use madoguchi_validator::{Example, Lang, Messages, Rule, rules};

const MIHON: &str = "municipalities/99-fiction/991007-mihon.yaml";

/// The small right dataset that examples change: the vocabularies, the national layer and one
/// fictional municipality.
fn base() -> Vec<RawFile> {
    let mut files = support::shared_files();
    let fixtures = support::root().join("tests/fixtures");
    files.extend(support::files(&fixtures, &fixtures).into_iter().filter(|file| file.path == MIHON));
    files
}

/// The top-level blocks of a file, by key.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut blocks: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        let is_top = !line.is_empty() && !line.starts_with([' ', '#', '-']);
        if is_top || blocks.is_empty() {
            let key = line.split(':').next().unwrap_or_default().to_owned();
            blocks.push((key, String::new()));
        }
        let (_, block) = blocks.last_mut().unwrap();
        block.push_str(line);
        block.push('\n');
    }
    blocks
}

fn replace_blocks(text: &str, changes: &str) -> String {
    let mut blocks_of_file = blocks(text);
    for (key, block) in blocks(changes) {
        match blocks_of_file.iter_mut().find(|(other, _)| *other == key) {
            Some((_, old)) => *old = block,
            None => blocks_of_file.push((key, block)),
        }
    }
    blocks_of_file.into_iter().map(|(_, block)| block).collect()
}

fn files(example: &Example) -> Vec<RawFile> {
    let mut files = base();
    let mut put = |path: &str, content: Content| {
        files.retain(|file| file.path != path);
        files.push(RawFile { path: path.to_owned(), content });
    };
    match example {
        Example::Blocks(changes) => {
            let mihon = base().into_iter().find(|file| file.path == MIHON).unwrap();
            let text = replace_blocks(&support::text(&mihon), changes);
            put(MIHON, Content::Bytes(text.into_bytes()));
        }
        Example::File(text) => put(MIHON, Content::Bytes(text.as_bytes().to_vec())),
        Example::Files(changes) => {
            for (path, text) in *changes {
                put(path, Content::Bytes(text.as_bytes().to_vec()));
            }
            files.retain(|file| !changes.iter().any(|(path, text)| file.path == *path && text.is_empty()));
        }
        Example::Bytes(bytes) => put(MIHON, Content::Bytes(bytes())),
        Example::Link => put(MIHON, Content::Link),
    }
    files
}

fn found(example: &Example) -> Vec<String> {
    let checked = madoguchi_validator::check(&support::loaded(files(example)), support::today());
    checked
        .diagnostics
        .iter()
        .map(|d| format!("{} {} at {:?} of {}", d.rule.code, d.rule.name, d.span, d.path))
        .collect()
}

#[test]
fn every_wrong_example_gives_its_rule_alone_and_every_right_one_nothing() {
    let mut wrong = Vec::new();
    for rule in rules() {
        let expected = format!("{} {} at", rule.code, rule.name);
        match &found(&rule.wrong)[..] {
            [only] if only.starts_with(&expected) => {}
            other => wrong.push(format!("{rule:?}, wrong example: {other:?}")),
        }
        let right = found(&rule.right);
        if !right.is_empty() {
            wrong.push(format!("{rule:?}, right example: {right:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rules().count(), wrong.join("\n"));
}

#[test]
fn a_check_that_lets_go_what_is_right_finds_the_same_in_every_example() {
    let shapes = Shapes::new().unwrap();
    for rule in rules() {
        for example in [&rule.wrong, &rule.right] {
            let read: Vec<CheckedFile> = files(example).into_iter().map(|file| load::read(file, &shapes)).collect();
            let swept = support::swept(read.iter().cloned(), &shapes);
            let expected = madoguchi_validator::check(&load::compare(read), support::today());
            assert_eq!(swept.diagnostics, expected.diagnostics, "{rule:?}");
            assert_eq!((&swept.texts, swept.files), (&expected.texts, expected.files), "{rule:?}");
        }
    }
}

#[test]
fn every_message_is_given_every_argument_that_it_uses() {
    let languages = [Lang::Ja, Lang::En].map(|lang| Messages::new(lang).unwrap());
    for rule in rules() {
        let checked = madoguchi_validator::check(&support::loaded(files(&rule.wrong)), support::today());
        for (messages, diagnostic) in languages.iter().flat_map(|m| checked.diagnostics.iter().map(move |d| (m, d))) {
            let words = messages.words(diagnostic);
            assert!(words.is_ok(), "{rule:?}: {words:?}");
        }
    }
}

#[test]
fn every_rule_says_why_it_is_there_in_both_languages() {
    let bare: Vec<&Rule> = rules().filter(|rule| rule.ja.about.is_empty() || rule.en.about.is_empty()).collect();
    assert!(bare.is_empty(), "without `about`: {bare:?}");
}
