//! What the papers in hand are enough for, by Rust: the browser gate holds the page's own script against
//! it. Every subset of a sample of papers, for every municipality and applicant of a procedure.
//!
//! Usage: `hand_cases DATASETS DAY PROCEDURE`; prints JSON.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;

use madoguchi_generator::facet::Subject;
use madoguchi_generator::hand::{self, Held, Papers};
use madoguchi_schema::load::{self, Content, RawFile};
use madoguchi_schema::model::Person;
use madoguchi_schema::scalar::{Day, DocumentId, ProcedureId, Scalar};
use madoguchi_schema::shape::Shapes;

/// Whose (`-` for what is nobody's own) and what.
const SAMPLE: [(&str, &str); 11] = [
    ("principal", "my-number-card"),
    ("principal", "drivers-licence"),
    ("principal", "eligibility-certificate"),
    ("visitor", "my-number-card"),
    ("visitor", "passport"),
    ("visitor", "drivers-licence"),
    ("visitor", "eligibility-certificate"),
    ("visitor", "pension-handbook"),
    ("visitor", "employee-id"),
    ("-", "family-register"),
    ("-", "guardianship-certificate"),
];

#[allow(clippy::print_stdout, reason = "the gate reads it")]
fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut next = |name: &'static str| arguments.next().ok_or(name);
    let folder = next("DATASETS")?;
    let day = Day::parse(&next("DAY")?).map_err(|_| "DAY")?;
    let procedure = ProcedureId::parse(&next("PROCEDURE")?).map_err(|_| "PROCEDURE")?;
    let mut files = Vec::new();
    read(Path::new(&folder), "", &mut files)?;
    let dataset = load::load(files, &Shapes::new()?).dataset.ok_or("the data have faults")?;
    let subjects = Subject::all(&dataset, &procedure, day);
    let papers = Papers::of(&subjects, &dataset.vocabulary, day);
    let mut cases = Vec::new();
    for (id, entry) in dataset.vocabulary.applicants.iter() {
        // The sample names the one who goes; who is the cardholder has one hand only.
        let held: BTreeSet<Held> = SAMPLE
            .iter()
            .filter_map(|(whose, what)| {
                let person = match *whose {
                    "principal" => Some(Person::Principal),
                    "visitor" => Some(entry.person),
                    _ => None,
                };
                Some(Held { person, document: DocumentId::parse(what).ok()? })
            })
            .collect();
        let held: Vec<Held> = held.into_iter().filter(|held| papers.includes(held)).collect();
        let named: Vec<String> = held
            .iter()
            .map(|held| format!("{} {}", held.person.map_or("other", Person::name), held.document))
            .collect();
        for subject in &subjects {
            let need = hand::trip(subject, id, &papers).need();
            let verdicts: String = (0..1_usize << held.len())
                .map(|bits| {
                    let hand: Vec<Held> = held
                        .iter()
                        .enumerate()
                        .filter(|(at, _)| bits >> at & 1 == 1)
                        .map(|(_, held)| held.clone())
                        .collect();
                    need.verdict(&hand).number().to_string()
                })
                .collect();
            cases.push(serde_json::json!({
                "code": subject.municipality().municipality.to_string(),
                "applicant": id.as_str(),
                "papers": named,
                "verdicts": verdicts,
            }));
        }
    }
    println!("{}", serde_json::Value::from(cases));
    Ok(())
}

fn read(folder: &Path, below: &str, found: &mut Vec<RawFile>) -> Result<(), Box<dyn Error>> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{below}{name}");
        if entry.file_type()?.is_dir() {
            read(&entry.path(), &format!("{path}/"), found)?;
        } else if !name.ends_with(".md") && !name.starts_with("LICENSE") && !name.starts_with('.') {
            found.push(RawFile { path, content: Content::Bytes(std::fs::read(entry.path())?) });
        }
    }
    Ok(())
}
