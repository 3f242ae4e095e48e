//! Files that were written to break something end in findings, or in none: never in a panic, in a
//! wait, or in a report that a terminal or an annotation would obey.
//!
//! `tests/hostile/` holds the small files, each read as the municipality's file of 見本市, and
//! `expected.yaml` says which findings each gives. The large ones are made here.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use madoguchi_schema::fault::Span;
use madoguchi_schema::load::{CheckedFile, Content, RawFile, read, resolve};
use madoguchi_schema::scalar::{Condition, Formula, Scalar as _};
use madoguchi_schema::shape::Shapes;
use madoguchi_schema::yaml;
use madoguchi_validator::{Checked, Lang, Messages, report};
use proptest::prelude::*;

const PATH: &str = "municipalities/99-fiction/991007-mihon.yaml";
/// No file may take more time of a processor to check.
const MOST_TIME: Duration = Duration::from_secs(1);

/// Checks one file beside the shared ones, which are read once.
struct Checker {
    shapes: Shapes,
    shared: Vec<CheckedFile>,
}

impl Checker {
    fn new() -> Self {
        let shapes = Shapes::new().unwrap();
        let shared = support::shared_files().into_iter().map(|file| read(file, &shapes)).collect();
        Self { shapes, shared }
    }

    /// What is found in the file and at the places that it names.
    fn check(&self, path: &str, bytes: Vec<u8>) -> Checked {
        let mut files = self.shared.clone();
        files.push(read(RawFile { path: path.to_owned(), content: Content::Bytes(bytes) }, &self.shapes));
        let checked = madoguchi_validator::check(&resolve(files), support::today());
        checked.only(|other| other == path)
    }

    /// The same, within the time that a file may take.
    fn check_in_time(&self, path: &str, bytes: &[u8]) -> Checked {
        let (checked, time) = timed(|| self.check(path, bytes.to_vec()));
        let start = String::from_utf8_lossy(&bytes[..bytes.len().min(80)]);
        assert!(time < MOST_TIME, "{path}: {time:?} for {} bytes: {start:?}", bytes.len());
        checked
    }
}

/// What the work gives and the time that it takes of a processor: other work on the machine adds none.
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = time_of_thread();
    let result = work();
    (result, time_of_thread() - start)
}

fn time_of_thread() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(time).unwrap()
}

/// Every place of every finding lies in its file, between characters.
fn places_are_right(checked: &Checked, what: &str) {
    let is_right = |path: &str, span: Span| {
        let text = checked.texts.get(path).map_or("", |text| &**text);
        // The text of a file that is no UTF-8 or too large is not kept.
        text.is_empty() || span.slice(text).is_some()
    };
    for found in &checked.diagnostics {
        let own = found.span.into_iter().chain(found.edit.as_ref().map(|edit| edit.span));
        let places = own.map(|span| (found.path.as_str(), span));
        for (path, span) in places.chain(found.related.iter().map(|place| (place.path.as_str(), place.span))) {
            assert!(is_right(path, span), "{what}: {} at {span:?} of {path}", found.rule.name);
        }
    }
}

/// Whether a terminal shows the character and does not obey it.
fn is_shown(c: char) -> bool {
    let turns_or_hides = matches!(c,
        '\u{00ad}' | '\u{061c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}');
    c == '\n' || !(c.is_control() || turns_or_hides)
}

/// Whether GitHub Actions would obey the line. `::: path`, of which a report has many, is no command.
fn is_command(line: &str) -> bool {
    let name = line.trim_start().strip_prefix("::");
    name.is_some_and(|name| name.starts_with(|c: char| c.is_alphanumeric()))
}

/// The reports of a check can be made, in time, and pass nothing through.
fn reports_are_harmless(checked: &Checked, what: &str) {
    for lang in [Lang::Ja, Lang::En] {
        let messages = Messages::new(lang).unwrap();
        let (human, human_time) = timed(|| report::human(checked, &messages, false).unwrap());
        let (json, json_time) = timed(|| report::json(checked, &messages).unwrap());
        let slow = |time: Duration| time > 5 * MOST_TIME;
        assert!(!slow(human_time) && !slow(json_time), "{what}: {human_time:?}, {json_time:?}");
        for (form, text) in [("human", human), ("json", json)] {
            if let Some(c) = text.chars().find(|c| !is_shown(*c)) {
                panic!("{what}: U+{:04X} in the {form} report", u32::from(c));
            }
            assert!(!text.lines().any(is_command), "{what}: {form}:\n{text}");
        }
    }
}

/// The codes of the findings, in the order of the file.
fn codes(checked: &Checked) -> Vec<String> {
    checked.diagnostics.iter().map(|found| found.rule.code.to_owned()).collect()
}

fn corpus() -> BTreeMap<String, Vec<u8>> {
    let folder = support::root().join("tests/hostile");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(&path).unwrap()))
        .filter(|(name, _)| name != "expected.yaml")
        .collect()
}

#[test]
fn every_hostile_file_gives_the_findings_that_are_expected_of_it() {
    let checker = Checker::new();
    let mut found = String::from(
        "# The findings of each file, by code, in the order of the file. `[]`: there is nothing wrong with it.\n",
    );
    for (name, bytes) in corpus() {
        let checked = checker.check_in_time(PATH, &bytes);
        places_are_right(&checked, &name);
        reports_are_harmless(&checked, &name);
        writeln!(found, "{name}: [{}]", codes(&checked).join(", ")).unwrap();
    }
    let path = support::root().join("tests/hostile/expected.yaml");
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(path, &found).unwrap();
    } else {
        let other: Vec<_> = found.lines().filter(|line| !expected.lines().any(|other| other == *line)).collect();
        assert!(found == expected, "found otherwise than expected:\n{}", other.join("\n"));
    }
}

/// A municipality's file with one large thing in it, and the code of the first finding.
fn large() -> Vec<(&'static str, String, &'static str)> {
    let head = support::text(&RawFile {
        path: PATH.to_owned(),
        content: Content::Bytes(corpus().remove("head.yaml").unwrap()),
    });
    let room = yaml::MOST_BYTES - head.len() - 64;
    let after = |text: String| format!("{head}{text}");
    let fill = |text: &str| text.repeat(room / text.len());
    let numbered = |each: &dyn Fn(usize) -> String| {
        let mut text = String::new();
        for i in 0.. {
            let next = each(i);
            if text.len() + next.len() > room {
                break;
            }
            text.push_str(&next);
        }
        text
    };
    let formula = |formula: &str| {
        let applicant = format!(
            "{{ section: 本人, steps: [{{ visit: {{ bring: [{{ identity: \"{formula}\", of: principal }}] }} }}] }}"
        );
        after(format!(
            "procedures:\n  pin-reset:\n    section: 再設定\n    reasons: [forgotten]\n    applicants:\n      \
             principal: {applicant}\n"
        ))
    };
    vec![
        ("10,000 lists", after(format!("terms: {}", "[".repeat(10_000))), "F015"),
        ("10,000 closed lists", after(format!("terms: {}{}", "[".repeat(10_000), "]".repeat(10_000))), "F015"),
        ("10,000 maps", after(format!("terms: {}", "{a: ".repeat(10_000))), "F015"),
        ("10,000 lists in lines", after(format!("terms:\n  {}x", "- ".repeat(10_000))), "F015"),
        ("10,000 keys of keys", after(format!("terms:\n  {}x", "? ".repeat(10_000))), "F015"),
        ("maps as deep as they can be", after(indented()), "F015"),
        ("10,000 brackets in a formula", formula(&"(".repeat(10_000)), "V055"),
        ("10,000 alternatives", formula(&"A | ".repeat(10_000)), "V052"),
        ("a product of sums", formula(&vec!["(A | B | C | D | E | F | G | H)"; 200].join(" + ")), "V055"),
        ("one long atom", formula(&"a".repeat(60_000)), "R001"),
        ("NUL to the end", after(fill("\0")), "F004"),
        ("escapes to the end", after(fill("\u{1b}[31m")), "F004"),
        ("invisible characters to the end", after(fill("a\u{200b}")), "F006"),
        ("lone CR to the end", after(fill("#\r")), "F004"),
        ("wide indentations to the end", after(format!("terms:\n{}", fill("\u{3000}a: b\n"))), "F005"),
        ("aliases to the end", after(format!("terms: [{}]", fill("*a,"))), "F010"),
        ("anchors to the end", after(format!("terms: [{}]", fill("&a ,"))), "F009"),
        ("tags to the end", after(format!("terms: [{}]", fill("!a ,"))), "F011"),
        ("one key again and again", after(format!("terms: {{{}}}", fill("a: ,"))), "F014"),
        ("keys that no schema has", after(numbered(&|i| format!("k{i}: x\n"))), "K001"),
        ("keys near to one of the schema", after(numbered(&|i| format!("contac{i}: x\n"))), "K001"),
        (
            "procedures that there are not",
            after(format!("procedures:\n{}", numbered(&|i| format!("  pin-rese{i}: {{}}\n")))),
            "R001",
        ),
        ("sources without anything", after(numbered(&|i| format!("  s{i}: {{}}\n"))), "K002"),
        ("merge keys to the end", after(format!("terms: {{{}}}", fill("<<: a,"))), "F012"),
        ("numbers that cannot be held", after(format!("terms: [{}]", fill("1e999,"))), "F017"),
        ("lists of nothing", after(format!("terms: [{}]", fill(","))), "F006"),
        ("keys of nothing", after(format!("terms:\n{}", fill("  : \n"))), "F013"),
        ("one long text", after(format!("terms: {{ pin: {} }}", fill("あ"))), ""),
        ("one long English text", after(format!("contact: {{ unit: {{ en: {} }} }}", fill("a b "))), "K002"),
        ("one long number", after(format!("terms: {}", fill("1"))), "F017"),
        ("one long key", after(format!("? {}\n: x", fill("k"))), "K001"),
        ("one long address", head.replace("pin.html", &fill("%41")), ""),
        (
            "one long hours",
            after(format!("counters: {{ a: {{ hours: \"{}\" }} }}", fill("Mo-Fr 08:00-09:00; "))),
            "K002",
        ),
        ("quotes to the end", after(fill("'")), "F006"),
        ("empty lines to the end", after(fill("\n")), ""),
        ("comments to the end", after(fill("#\n")), ""),
        ("documents to the end", after(fill("---\n")), "F008"),
        ("a line too long", after("#".repeat(yaml::MOST_BYTES)), "F001"),
    ]
}

/// A map in a map in a map, each in a line of its own.
fn indented() -> String {
    let mut text = String::from("terms:\n");
    for depth in 1..340 {
        writeln!(text, "{}a:", " ".repeat(depth)).unwrap();
    }
    text
}

#[test]
fn what_is_as_large_as_a_file_can_be_is_checked_and_reported_in_time() {
    let checker = Checker::new();
    for (what, text, first) in large() {
        let checked = checker.check_in_time(PATH, text.as_bytes());
        reports_are_harmless(&checked, what);
        assert_eq!(codes(&checked).first().map_or("", |text| &**text), first, "{what}");
        places_are_right(&checked, what);
    }
}

#[test]
fn a_line_of_100_megabytes_is_refused_before_it_is_read() {
    let checker = Checker::new();
    for byte in [b'a', b'[', b'\n', 0xff] {
        let checked = checker.check_in_time(PATH, &vec![byte; 100_000_000]);
        assert_eq!(codes(&checked), ["F001"]);
        reports_are_harmless(&checked, "100 MB");
    }
}

/// The four cities, with a checker.
fn cities() -> Vec<(String, String)> {
    support::whole_cities().into_iter().map(|file| (file.path.clone(), support::text(&file))).collect()
}

/// Checks what `broken` makes of each city, two at a time; the slowest check and their number.
fn check_all<I: Iterator<Item = Vec<u8>>>(broken: impl Fn(&str) -> I + Sync) -> (Duration, usize) {
    let cities = cities();
    let one = |cities: &[(String, String)]| {
        let checker = Checker::new();
        let (mut slowest, mut tried) = (Duration::ZERO, 0);
        for (path, text) in cities {
            for bytes in broken(text) {
                let (checked, time) = timed(|| checker.check_in_time(path, &bytes));
                slowest = slowest.max(time);
                tried += 1;
                let what = || format!("{path}, {tried}");
                places_are_right(&checked, &what());
                // A report costs more than a check, and its parts are the same every time.
                if tried % 50 == 0 {
                    reports_are_harmless(&checked, &what());
                }
            }
        }
        (slowest, tried)
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = cities.chunks(2).map(|cities| scope.spawn(|| one(cities))).collect();
        let done: Vec<_> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
        (done.iter().map(|one| one.0).max().unwrap(), done.iter().map(|one| one.1).sum())
    })
}

/// The text without one of its characters, for every `step`th character from the `first`.
fn deletions(text: &str, first: usize, step: usize) -> impl Iterator<Item = Vec<u8>> + use<> {
    text.char_indices()
        .skip(first)
        .step_by(step)
        .map(|(at, c)| [&text.as_bytes()[..at], &text.as_bytes()[at + c.len_utf8()..]].concat())
        .collect::<Vec<_>>()
        .into_iter()
}

/// Every 16th character from the 4th; the test below does them all.
#[test]
fn a_city_without_one_of_its_characters_ends_in_findings_or_none() {
    let (slowest, tried) = check_all(|text| deletions(text, 3, 16));
    eprintln!("{tried} deletions, the slowest {slowest:?}");
    assert!(tried > 1000, "{tried}");
}

#[test]
#[ignore = "every character of every city: minutes"]
fn a_city_without_any_one_of_its_characters_ends_in_findings_or_none() {
    let (slowest, tried) = check_all(|text| deletions(text, 0, 1));
    eprintln!("{tried} deletions, the slowest {slowest:?}");
}

/// Numbers that are the same in every run (xorshift64*), so that what fails can be seen again.
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33).unwrap() % below
    }
}

/// What is put in at random: signs of YAML, of formulas, of hours, of HTML, and bytes of no text.
const BITS: &[&[u8]] = &[
    b":",
    b"-",
    b" ",
    b"\n",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b"\"",
    b"'",
    b"#",
    b"|",
    b"+",
    b"(",
    b")",
    b"&a",
    b"*a",
    b"!a",
    b"<<: ",
    b"\t",
    b"\r",
    b"\0",
    b"\x1b[2J",
    b"\\",
    b"%",
    b"~",
    b"0",
    b"9999999999999999999999",
    b"-1",
    b"1e999",
    b"PH off; ",
    b"24:00",
    b"0000-00-00",
    b"<script>",
    b"{{ 7*7 }}",
    b"\xff",
    b"\xe3\x80\x80",
    b"\xe2\x80\xae",
    b"\xef\xbb\xbf",
    b"\n---\n",
    b"  ",
    b"\xe6\x9a",
    b"null",
    b"true",
    b"same_as: pin-reset\n",
];

/// The text with some of its bytes or lines deleted, doubled, exchanged or written over.
fn mutated(text: &str, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=dice.next(4) {
        let at = dice.next(bytes.len());
        let end = (at + 1 + dice.next(40)).min(bytes.len());
        let to = dice.next(bytes.len());
        let bit = BITS[dice.next(BITS.len())];
        match dice.next(7) {
            0 => drop(bytes.drain(at..end)),
            1 => drop(bytes.splice(at..at, bit.iter().copied())),
            2 => drop(bytes.splice(at..end, bit.iter().copied())),
            3 => {
                let piece = bytes[at..end].to_vec();
                drop(bytes.splice(to..to, piece));
            }
            4 => bytes[at] ^= 1 << dice.next(8),
            5 => bytes.swap(at, to),
            _ => {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
                let line = lines.remove(dice.next(lines.len()));
                if dice.next(2) == 0 {
                    lines.insert(dice.next(lines.len() + 1), line);
                }
                bytes = lines.concat().into_bytes();
            }
        }
        if bytes.is_empty() {
            return bytes;
        }
    }
    bytes
}

fn mutations(text: &str, count: usize) -> impl Iterator<Item = Vec<u8>> + use<> {
    let mut dice = Dice(0x6d61_646f_6775_6368 ^ text.len() as u64);
    let text = text.to_owned();
    (0..count).map(move |_| mutated(&text, &mut dice))
}

#[test]
fn two_thousand_random_mutations_of_each_city_end_in_findings_or_none() {
    let (slowest, tried) = check_all(|text| mutations(text, 2000));
    eprintln!("{tried} mutations, the slowest {slowest:?}");
    assert_eq!(tried, 8000);
}

proptest! {
    #[test]
    fn no_formula_makes_its_reader_panic(text in "[A-Ca-c0-9+|()_ \u{3000}+()|あ-]{0,80}") {
        if let Ok(formula) = Formula::parse(&text) {
            // What is written from a formula is read as the same one.
            prop_assert_eq!(Formula::parse(&formula.to_string()), Ok(formula));
        }
        if let Err(fault) = Condition::parse(&text)
            && let Some(at) = fault.at
        {
            prop_assert!(text.get(at).is_some());
        }
    }

    #[test]
    fn no_text_makes_a_reader_of_formulas_panic(text in any::<String>()) {
        for fault in [Formula::parse(&text).err(), Condition::parse(&text).err()].into_iter().flatten() {
            prop_assert!(fault.at.is_none_or(|at| text.get(at).is_some()));
        }
    }
}

// A property of `fmt` belongs here: what it writes says the same, and it writes that again as it is.
