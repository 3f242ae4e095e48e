//! The layout of YAML files: it settles at once, and changes neither values nor comments.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

mod support;

use madoguchi_schema::load::{Content, RawFile};
use madoguchi_schema::shape::Shapes;
use madoguchi_schema::yaml::{self, Node, NodeKind};
use madoguchi_validator::{LayoutError, Level, Repairs, fix, layout};
use proptest::prelude::*;

fn layout_of(bytes: &[u8]) -> Result<String, LayoutError> {
    layout("a.yaml", &Content::Bytes(bytes.to_vec()))
}

fn laid_out(text: &str) -> String {
    layout_of(text.as_bytes()).unwrap_or_else(|error| panic!("{error:?}:\n{text}"))
}

/// What a text says: keys in their order, values, and nothing of how they are written.
fn said(text: &str) -> String {
    fn write(node: &Node, out: &mut String) {
        match &node.kind {
            NodeKind::Map(entries) => {
                out.push('{');
                for entry in entries {
                    out.push_str(&format!("{:?}:", entry.key));
                    write(&entry.value, out);
                }
                out.push('}');
            }
            NodeKind::List(nodes) => {
                out.push('[');
                nodes.iter().for_each(|node| write(node, out));
                out.push(']');
            }
            other => out.push_str(&format!("{other:?},")),
        }
    }
    let (tree, faults) = yaml::read(text.as_bytes());
    assert_eq!(faults, [], "{text}");
    let mut out = String::new();
    write(&tree.unwrap().root, &mut out);
    out
}

/// The comments of a text in whose values there is no ` #`.
fn comments(text: &str) -> Vec<&str> {
    let start = |line: &str| if line.trim_start().starts_with('#') { line.find('#') } else { line.find(" #") };
    text.lines().filter_map(|line| Some(line[start(line)?..].trim())).collect()
}

/// Every document of the dataset and every fictional one.
fn all_files() -> Vec<RawFile> {
    let fixtures = support::root().join("tests/fixtures");
    let mut files = support::yaml_files();
    files.extend(support::files(&fixtures, &fixtures));
    files
}

#[test]
fn every_document_and_every_fictional_one_has_the_layout() {
    let files = all_files();
    assert!(files.len() > 40);
    for file in files {
        let text = support::text(&file);
        let expected = layout(&file.path, &file.content);
        assert!(expected.as_ref() == Ok(&text), "{}: run `cargo run --release -- fmt`", file.path);
    }
}

#[test]
fn a_file_that_was_disfigured_gets_its_layout_back() {
    let disfigured: [fn(&str) -> String; 6] = [
        |text| text.replace('\n', " \r\n") + "\n\n",
        |text| text.replace("{ ", "{").replace(" }", "}").replace(", ", " ,  "),
        |text| text.replace("\n\n", "\n\n\n\n"),
        |text| {
            text.lines().map(|line| line.replacen(": ", ":   ", usize::from(!line.starts_with('#'))) + "\n").collect()
        },
        // Four spaces for each level.
        |text| {
            let indent = |line: &str| format!("{}{line}\n", " ".repeat(line.len() - line.trim_start().len()));
            text.lines().map(indent).collect()
        },
        // Brackets and braces over several lines.
        |text| {
            let indent = |line: &str| line.len() - line.trim_start().len() + 4;
            let broken = |line: &str| match line.contains("{ ") && !line.contains('"') {
                true => line.replace(", ", &format!(",\n{}", " ".repeat(indent(line)))),
                false => line.to_owned(),
            };
            text.lines().map(|line| broken(line) + "\n").collect()
        },
    ];
    for (i, disfigure) in disfigured.iter().enumerate() {
        let mut tried = 0;
        for file in all_files() {
            let text = support::text(&file);
            let ugly = disfigure(&text);
            let (tree, faults) = yaml::read(ugly.as_bytes());
            let is_read = tree.is_some() && faults.is_empty() && ugly != text;
            if is_read && said(&ugly) == said(&text) && comments(&ugly) == comments(&text) {
                assert!(laid_out(&ugly) == text, "{i}: {}", file.path);
                tried += 1;
            }
        }
        assert!(tried > 5, "{i}: {tried}");
    }
}

#[test]
fn one_layout_for_every_way_to_write_it() {
    for (written, expected) in [
        ("a:   1\nb: 'x'\n", "a: 1\nb: \"x\"\n"),
        ("a:\n- 1\n-   b:  {c: 1,d: [ 1,2 ]}\n", "a:\n  - 1\n  - b: { c: 1, d: [1, 2] }\n"),
        ("a:\n    b: 1\n\n\n\nc: 2", "a:\n  b: 1\n\nc: 2\n"),
        ("\n\na:\n\n  b: 1\n  \nc: 2\n\n\n", "a:\n  b: 1\n\nc: 2\n"),
        ("#none\na: 1   #   注釈  \n\n# 終わり\n", "#none\na: 1 #   注釈\n\n# 終わり\n"),
        ("a: 'it''s \"x\"'\nb: 'it''s'\nc: 'a\\b'\n", "a: 'it''s \"x\"'\nb: \"it's\"\nc: 'a\\b'\n"),
        ("a: \"\\u3042\"\nb: 1.0\nc: '042099'\n", "a: \"\\u3042\"\nb: 1.0\nc: \"042099\"\n"),
        ("'a':\n  -\n    'b'\n  -   - c\n      - d\n", "\"a\":\n  - \"b\"\n  - - c\n    - d\n"),
        ("a: # 注\n  # 一\n  - b # 二\n", "a: # 注\n  # 一\n  - b # 二\n"),
        ("a:\n- # 一\n  b: 1\n-\n  # 二\n  c: 1\n", "a:\n  - # 一\n    b: 1\n  -\n    # 二\n    c: 1\n"),
        // A comment belongs to what it is as deep as.
        ("a:\n    - b\n    # 三\n# 四\nc: 1\n", "a:\n  - b\n  # 三\n# 四\nc: 1\n"),
        ("a:\n    b:\n        c: 1\n    # 三\n\n      # 四\nd: 1\n", "a:\n  b:\n    c: 1\n  # 三\n\n  # 四\nd: 1\n"),
        ("a:\n- b\n# 三\nc: 1\n", "a:\n  - b\n# 三\nc: 1\n"),
        ("[a,  b]", "[a, b]\n"),
        ("- a\n-  - b\n   - c: 1\n     d: 2\n", "- a\n- - b\n  - c: 1\n    d: 2\n"),
        ("---\na: 1\n", "a: 1\n"),
        ("? a\n: b\n", "a: b\n"),
        ("a: {b: [], c: {}}\n", "a: { b: [], c: {} }\n"),
        ("a: [b: 1]\n", "a: [{ b: 1 }]\n"),
        ("a:\n  b\n    c\n\n    d\ne: 'f\n  g'\n", "a: b\n  c\n\n  d\ne: \"f\n  g\"\n"),
        ("a: |\n      b\n       c\n\n      d\n\n\ne: 1\n", "a: |\n  b\n   c\n\n  d\n\ne: 1\n"),
        ("- a:   >-   # 注\n     b\n     c\n-   |1\n   d\n", "- a: >-   # 注\n    b\n    c\n- |1\n   d\n"),
        // U+3000 is no space.
        ("a:  \u{3000}b\nc: [ \u{3000}d ]\n", "a: \u{3000}b\nc: [\u{3000}d]\n"),
    ] {
        assert_eq!(laid_out(written), expected);
        assert_eq!(laid_out(expected), expected);
    }
}

#[test]
fn brackets_and_braces_are_one_line_unless_a_comment_stands_in_them() {
    let long = vec!["個人番号カード暗証番号変更・再設定申請書"; 20].join(", ");
    assert_eq!(laid_out(&format!("a: [\n  {long}\n  ]\n")), format!("a: [{long}]\n"));
    assert_eq!(laid_out(&format!("a:\n  - b: {{ c: [{long}] }}\n")), format!("a:\n  - b: {{ c: [{long}] }}\n"));
    for (written, expected) in [
        ("a: { b: 1, # 一\n  c: 2 }\n", "a:\n  b: 1 # 一\n  c: 2\n"),
        (
            "a: [ # 一\n  # 二\n  b, # 三\n  {c: 1}\n  # 四\n  ] # 五\nd: 1\n",
            "a: # 一\n  # 二\n  - b # 三\n  - { c: 1 }\n  # 四\n# 五\nd: 1\n",
        ),
        ("- {a: [ b # 一\n    ], c: d#e}\n", "- a:\n    - b # 一\n  c: d#e\n"),
    ] {
        assert_eq!(comments(&laid_out(written)), comments(written));
        assert_eq!(laid_out(written), expected);
    }
}

#[test]
fn what_is_not_right_as_yaml_is_named_and_not_laid_out() {
    for (text, code) in [
        ("a: [1\n", "F006"),
        ("a: 1\na: 2\n", "F014"),
        ("a: &x 1\n", "F009"),
        ("a:\n\u{3000}b: 1\n", "F005"),
        ("# nothing\n", "F007"),
    ] {
        let Err(LayoutError::Findings(findings)) = layout_of(text.as_bytes()) else { panic!("{text}") };
        assert_eq!(findings[0].rule.code, code, "{text}");
        assert_eq!(findings[0].path, "a.yaml");
    }
    assert!(matches!(layout_of(b"a: \xff"), Err(LayoutError::Findings(_))));
    for content in [Content::Link, Content::TooLarge(100_000)] {
        assert!(matches!(layout("a.yaml", &content), Err(LayoutError::Findings(_))));
    }
    // Blank lines at the end of a text that keeps them.
    assert_eq!(layout_of(b"a:  |+\n  b\n\n\n"), Err(LayoutError::Unsafe));
}

const KANAZAWA: &str = "municipalities/17-ishikawa/172014-kanazawa.yaml";

/// The dataset with another text of Kanazawa's file, and that text as it was.
fn with_kanazawa(change: impl Fn(&str) -> String) -> (Vec<RawFile>, String) {
    let mut files = support::dataset_files();
    let file = files.iter_mut().find(|file| file.path == KANAZAWA).unwrap();
    let right = support::text(file);
    let changed = change(&right);
    assert_ne!(changed, right);
    *file = support::with_text(file, &changed);
    (files, right)
}

fn found(files: Vec<RawFile>) -> Vec<(&'static str, Level, String)> {
    let checked = madoguchi_validator::check(&support::loaded(files), support::today());
    let place = |path: &str, span: Option<madoguchi_schema::fault::Span>| {
        span.and_then(|span| span.slice(&checked.texts[path])).unwrap_or_default().to_owned()
    };
    checked.diagnostics.iter().map(|d| (d.rule.name, d.level, place(&d.path, d.span))).collect()
}

#[test]
fn a_file_in_another_layout_gets_one_note_at_the_first_place_and_a_repair() {
    let changes: [(&str, &str, &str); 6] = [
        ("name: { ja: ", "name:   { ja: ", "  "),
        ("name: { ja: ", "name: {ja: ", "j"),
        ("\n    read: whole\n", "\n    read: whole  \n", "  "),
        ("\n\n", "\n\n\n", "\n"),
        ("\"172014\"", "'172014'", "'172014'"),
        ("kind: citizens-centre", "kind: \"citizens-centre\"", ""),
    ];
    for (from, to, place) in changes {
        let (files, right) = with_kanazawa(|text| text.replacen(from, to, 1));
        if place.is_empty() {
            // Quotation marks that are not needed are the writer's own affair.
            assert_eq!(found(files), [], "{to}");
            continue;
        }
        assert_eq!(found(files.clone()), [("layout", Level::Note, place.to_owned())], "{to}");
        let mut repaired = fix(files, &Shapes::new().unwrap(), support::today(), Repairs::Safe, |_| true);
        assert_eq!(repaired.texts.remove(KANAZAWA).as_deref(), Some(right.as_str()), "{to}");
    }
}

#[test]
fn line_ends_and_what_follows_the_last_line_are_no_finding() {
    for change in [
        (|text: &str| text.replace('\n', "\r\n")) as fn(&str) -> String,
        |text| text.trim_end().to_owned(),
        |text| format!("{text}\n \n"),
    ] {
        let (files, right) = with_kanazawa(change);
        let text = support::text(files.iter().find(|file| file.path == KANAZAWA).unwrap());
        assert_eq!(found(files), []);
        assert_eq!(laid_out(&text), right);
    }
}

#[test]
fn what_comes_with_a_mistake_is_not_told_and_a_repair_brings_the_layout_too() {
    let (files, right) = with_kanazawa(|text| {
        let ugly = text.replacen("municipality: \"172014\"", "municipality:  172014", 1);
        ugly.replacen("name: { ja: ", "name:   {ja: ", 1)
    });
    assert_eq!(found(files.clone()).len(), 1);
    let mut repaired = fix(files, &Shapes::new().unwrap(), support::today(), Repairs::Safe, |_| true);
    assert_eq!(repaired.texts.remove(KANAZAWA).as_deref(), Some(right.as_str()));
}

/// A document in one of the ways in which a person could write it.
fn written() -> impl Strategy<Value = String> {
    let word = "[a-zあ漢1ー、 -]{0,6}[a-zあ漢]";
    let scalar = prop_oneof![
        word.prop_map(String::from),
        word.prop_map(|word| format!("'{word}'")),
        word.prop_map(|word| format!("\"{word}\"")),
        "[0-9]{1,3}(\\.[0-9]{1,2})?",
        Just("true".to_owned()),
        (word, word).prop_map(|(a, b)| format!("{{a: {a}   ,  b: [{b},1 ]}}")),
        (word, word).prop_map(|(a, b)| format!("[ {a},\n        {b}]")),
        (word, word).prop_map(|(a, b)| format!("[ # {a}\n        {b}, # {a}\n        {{ c: {a} }} ]")),
        (word, word).prop_map(|(a, b)| format!("|\n        {a}\n\n        {b}\n")),
        (word, word).prop_map(|(a, b)| format!(">-\n        {a}\n        {b}")),
    ];
    let line =
        (0..3usize, any::<bool>(), scalar, "( *#[ a-zあ#:]{0,5}| {0,2})", "\n{1,3}( {0,4}# [a-zあ]{0,3}\n){0,2}");
    prop::collection::vec(line, 1..8).prop_map(|lines| {
        let mut text = String::new();
        let mut level = 0;
        for (i, (depth, is_item, scalar, end, gap)) in lines.into_iter().enumerate() {
            level = depth.min(level);
            let indent = "  ".repeat(level);
            let comment = if end.trim().is_empty() || end.starts_with(' ') { end } else { format!(" {end}") };
            text.push_str(&match is_item {
                true => format!("{indent}k{i}:{comment}\n{indent}-   {scalar}\n{indent}-  x: {scalar}{gap}"),
                false if scalar.contains('\n') => format!("{indent}k{i}: {scalar}{gap}"),
                false => format!("{indent}k{i}:   {scalar}{comment}{gap}"),
            });
            if depth == 2 && i % 2 == 0 {
                text.push_str(&format!("{indent}m{i}:\n"));
                level += 1;
            }
        }
        text.push_str(&"  ".repeat(level));
        text.push_str("end: 1\n");
        text
    })
}

/// What holds of whatever was laid out.
fn holds(text: &str) -> Result<(), TestCaseError> {
    if let Ok(formatted) = layout_of(text.as_bytes()) {
        prop_assert_eq!(said(&formatted), said(text));
        prop_assert_eq!(formatted.matches('#').count(), text.matches('#').count());
        prop_assert_eq!(layout_of(formatted.as_bytes()), Ok(formatted.clone()));
    }
    Ok(())
}

proptest! {
    #[test]
    fn values_and_comments_stay_and_the_second_time_changes_nothing(text in written()) {
        if yaml::read(text.as_bytes()).1.is_empty() {
            let done = layout_of(text.as_bytes());
            prop_assert!(done.is_ok(), "{done:?}\n{text}");
            let done = done.unwrap();
            prop_assert_eq!(comments(&done), comments(&text));
        }
        holds(&text)?;
    }

    #[test]
    fn a_real_file_with_other_spaces_keeps_what_it_says(
        file in prop::sample::select(all_files()),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..6usize), 1..6),
    ) {
        let mut text = support::text(&file);
        for (index, change) in changes {
            let (from, to) =
                [(": ", ":\n        "), ("\n", " # 注 \n"), (" ", "  "), ("\n", "\n\n# 注\n"), (", ", ", # 注\n"), ("\n  ", "\n")][change];
            let places: Vec<usize> = text.match_indices(from).map(|(at, _)| at).collect();
            if !places.is_empty() {
                let at = places[index.index(places.len())];
                text.replace_range(at..at + from.len(), to);
            }
        }
        holds(&text)?;
    }

    #[test]
    fn no_text_of_yaml_signs_makes_it_panic(text in "[-:{}\\[\\],&*!|>'\"%@`#? \n\tab1あ\u{3000}]{0,60}") {
        holds(&text)?;
    }

    #[test]
    fn no_lines_of_yaml_signs_make_it_panic(
        text in "(( {0,6})(- |\\? |a: |\"a\": |: |\\{|\\[|\\}|\\]|, |#b|\\| |>-|'|あ|b|\\\\|\\$){0,6}\n){0,6}"
    ) {
        holds(&text)?;
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
        let _ = layout_of(&bytes);
    }
}
