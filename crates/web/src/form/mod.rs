//! A text as a form: who comes, which steps, what to bring. The form is drawn from the text, and a choice is an
//! edit of it, so that both always say the same.

mod edit;
mod value;

use madoguchi_generator::Lang;
use madoguchi_schema::dataset::Vocabulary;
use madoguchi_schema::model::{DocumentKind, Person};
use madoguchi_schema::scalar::{ApplicantId, DocumentId, ProcedureId, Scalar as _, Text};
use madoguchi_schema::yaml::{Node, NodeKind, Route};
use serde::{Deserialize, Serialize};

use edit::{Change, changed};
use value::Value;

/// The kinds of a step, as they are written.
const STEPS: [&str; 5] = ["visit", "letter", "fill-in", "wait", "remote"];
/// Who can have a paper.
const PERSONS: [Person; 3] = [Person::Principal, Person::LegalRepresentative, Person::Agent];

/// The form of a text.
#[derive(Debug, Serialize)]
pub(crate) struct Form {
    procedures: Vec<ProcedureForm>,
    /// What can be chosen.
    offers: Offers,
}

/// What can be chosen, with what it is called.
#[derive(Debug, Serialize)]
struct Offers {
    procedures: Vec<Named>,
    applicants: Vec<Named>,
    documents: Vec<Named>,
    /// Those of the documents that arrive by post.
    letters: Vec<Named>,
    /// The classes of this text's identity documents.
    classes: Vec<Named>,
    persons: Vec<Named>,
}

#[derive(Debug, Serialize)]
struct Named {
    id: String,
    name: String,
}

#[derive(Debug, Serialize)]
struct ProcedureForm {
    id: String,
    name: String,
    at: String,
    applicants: Vec<ApplicantForm>,
}

#[derive(Debug, Serialize)]
struct ApplicantForm {
    id: String,
    name: String,
    at: String,
    steps: Vec<StepForm>,
    /// Keys that only the text can change.
    in_text: Vec<String>,
}

#[derive(Debug, Serialize)]
struct StepForm {
    kind: String,
    at: String,
    /// What it is about, where that is one document.
    about: Option<String>,
    papers: Vec<PaperForm>,
    /// Whether a paper can be added.
    open: bool,
}

#[derive(Debug, Serialize)]
struct PaperForm {
    at: String,
    name: String,
}

/// A choice. Routes are those of the form.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub(crate) enum Choice {
    AddProcedure { id: String },
    AddApplicant { at: String, id: String },
    AddStep { at: String, kind: String, document: Option<String> },
    AddPaper { at: String, document: Option<String>, identity: Option<String>, of: Option<String> },
    Remove { at: String },
}

/// The form of a text; nothing where the text is no YAML.
pub(crate) fn outline(text: &str, vocabulary: &Vocabulary, lang: Lang) -> Option<Form> {
    let tree = edit::read(text)?;
    let names = Names { vocabulary, lang };
    let root = Route::root().key("procedures");
    let procedures = tree.find(&root).map(Node::entries).unwrap_or_default().iter().map(|entry| {
        let at = root.key(&entry.key);
        let applicants = entry.value.get("applicants").map(Node::entries).unwrap_or_default();
        let route = at.key("applicants");
        ProcedureForm {
            name: names.procedure(&entry.key),
            applicants: applicants.iter().map(|one| names.applicant_form(&one.key, &one.value, &route)).collect(),
            at: at.to_string(),
            id: entry.key.clone(),
        }
    });
    let letters = vocabulary.documents.iter().filter(|(_, entry)| entry.kind == DocumentKind::Letter);
    let classes = tree.root.get("identity_documents").map(Node::entries).unwrap_or_default().iter();
    let procedures = procedures.collect();
    Some(Form {
        procedures,
        offers: Offers {
            procedures: named(vocabulary.procedures.keys(), |id| names.procedure(id)),
            applicants: named(vocabulary.applicants.keys(), |id| names.applicant(id)),
            documents: named(vocabulary.documents.keys(), |id| names.document(id)),
            letters: named(letters.map(|(id, _)| id), |id| names.document(id)),
            classes: classes.map(|entry| Named { id: entry.key.clone(), name: names.class(entry) }).collect(),
            persons: named(PERSONS.iter().map(|person| person.name()), |id| names.applicant(id)),
        },
    })
}

fn named(ids: impl Iterator<Item = impl ToString>, name: impl Fn(&str) -> String) -> Vec<Named> {
    let ids = ids.map(|id| id.to_string());
    ids.map(|id| Named { name: name(&id), id }).collect()
}

/// The text with a choice made; nothing where the text has to be written by hand there.
pub(crate) fn choose(text: &str, choice: &Choice) -> Option<String> {
    let route = |at: &str| at.parse::<Route>().ok();
    let change = match choice {
        Choice::AddProcedure { id } => {
            ProcedureId::parse(id).ok()?;
            let rule = Value::map([("applicants", Value::map([("principal", applicant())]))]);
            let tree = edit::read(text)?;
            match tree.root.get("procedures") {
                Some(_) => Change::Set(Route::root().key("procedures"), id.clone(), rule),
                None => Change::Set(Route::root(), "procedures".to_owned(), Value::Map(vec![(id.clone(), rule)])),
            }
        }
        Choice::AddApplicant { at, id } => {
            ApplicantId::parse(id).ok()?;
            let (at, tree) = (route(at)?, edit::read(text)?);
            match tree.find(&at)?.get("applicants") {
                Some(_) => Change::Set(at.key("applicants"), id.clone(), applicant()),
                None => Change::Set(at, "applicants".to_owned(), Value::Map(vec![(id.clone(), applicant())])),
            }
        }
        Choice::AddStep { at, kind, document } => {
            let value = match (kind.as_str(), document) {
                ("visit", None) => Value::map([]),
                ("letter", Some(id)) => {
                    DocumentId::parse(id).ok()?;
                    Value::map([("document", Value::word(id))])
                }
                _ => return None,
            };
            Change::Append(route(at)?, "steps".to_owned(), Value::Map(vec![(kind.clone(), value)]))
        }
        Choice::AddPaper { at, document, identity, of } => {
            Change::Append(route(at)?, "bring".to_owned(), paper(document, identity, of)?)
        }
        Choice::Remove { at } => Change::Remove(route(at)?),
    };
    changed(text, &change)
}

/// Somebody of whom no more is known than that they may come.
fn applicant() -> Value {
    let visit = Value::map([("visit", Value::map([]))]);
    // One visit says nothing of the steps around it.
    Value::map([("steps", Value::List(vec![visit])), ("steps_read", Value::word("part"))])
}

fn paper(document: &Option<String>, identity: &Option<String>, of: &Option<String>) -> Option<Value> {
    let (key, id) = match (document, identity) {
        (Some(id), None) => ("document", DocumentId::parse(id).ok()?.to_string()),
        (None, Some(class)) => ("identity", class.clone()),
        _ => return None,
    };
    let person = match of {
        Some(of) => Some(*PERSONS.iter().find(|person| person.name() == of)?),
        None => None,
    };
    Some(match (key, person) {
        ("document", None) => Value::word(id),
        (key, None) => Value::map([(key, Value::word(id))]),
        (key, Some(person)) => Value::map([(key, Value::word(id)), ("of", Value::word(person.name()))]),
    })
}

/// What ids are called.
struct Names<'v> {
    vocabulary: &'v Vocabulary,
    lang: Lang,
}

impl Names<'_> {
    fn procedure(&self, id: &str) -> String {
        self.said(id, self.vocabulary.procedures.get(id).map(|entry| [&entry.ja, &entry.plain, &entry.en]))
    }

    fn applicant(&self, id: &str) -> String {
        self.said(id, self.vocabulary.applicants.get(id).map(|entry| [&entry.ja, &entry.plain, &entry.en]))
    }

    fn document(&self, id: &str) -> String {
        self.said(id, self.vocabulary.documents.get(id).map(|entry| [&entry.ja, &entry.plain, &entry.en]))
    }

    /// The name of an entry (Japanese, plain Japanese, English); the id where it is not in the vocabulary.
    fn said(&self, id: &str, names: Option<[&Text; 3]>) -> String {
        let name = names.map(|[ja, plain, en]| match self.lang {
            Lang::Ja => ja.as_str(),
            // An explanation of a name would be said again with every choice.
            Lang::Plain => plain.as_str().split('<').next().unwrap_or_default(),
            Lang::En => en.as_str(),
        });
        name.unwrap_or(id).to_owned()
    }

    /// A class of identity documents by the name that the text gives it.
    fn class(&self, entry: &madoguchi_schema::yaml::Entry) -> String {
        let name = entry.value.get("name");
        let of = |key: &str| name.and_then(|name| name.get(key)).and_then(Node::text);
        let found = match self.lang {
            Lang::Ja => of("ja"),
            Lang::Plain => of("plain").or_else(|| of("ja")),
            Lang::En => of("en").or_else(|| of("ja")),
        };
        found.map_or_else(|| entry.key.clone(), |name| format!("{} {name}", entry.key))
    }

    fn applicant_form(&self, id: &str, node: &Node, route: &Route) -> ApplicantForm {
        let at = route.key(id);
        let steps = match node.get("steps").map(|steps| &steps.kind) {
            Some(NodeKind::List(steps)) => steps.as_slice(),
            _ => &[],
        };
        let steps = steps.iter().enumerate();
        let other = node.entries().iter().map(|entry| entry.key.clone());
        ApplicantForm {
            name: self.applicant(id),
            steps: steps.filter_map(|(i, step)| self.step(step, &at.key("steps").index(i))).collect(),
            in_text: other.filter(|key| key != "steps").collect(),
            at: at.to_string(),
            id: id.to_owned(),
        }
    }

    fn step(&self, node: &Node, route: &Route) -> Option<StepForm> {
        let entry = node.entries().first().filter(|entry| STEPS.contains(&entry.key.as_str()))?;
        let value = &entry.value;
        let about = ["document", "form"].into_iter().find_map(|key| value.get(key)?.text());
        let at = route.key(&entry.key);
        let bring = value.get("bring");
        let papers = match bring.map(|bring| &bring.kind) {
            Some(NodeKind::List(papers)) => papers.as_slice(),
            _ => &[],
        };
        let papers = papers.iter().enumerate();
        let paper = |(i, paper)| PaperForm { at: at.key("bring").index(i).to_string(), name: self.paper(paper) };
        Some(StepForm {
            papers: papers.map(paper).collect(),
            open: entry.key == "visit" && bring.is_none_or(|bring| matches!(bring.kind, NodeKind::List(_))),
            about: about.map(|id| self.formula(id)),
            at: if entry.key == "visit" { at.to_string() } else { route.to_string() },
            kind: entry.key.clone(),
        })
    }

    fn paper(&self, node: &Node) -> String {
        if let Some(id) = node.text() {
            return self.formula(id);
        }
        let asked = ["document", "identity"].into_iter().find_map(|key| node.get(key)?.text());
        let of = node.get("of").and_then(Node::text).map(|id| self.applicant(id));
        match (asked, of) {
            (Some(asked), Some(of)) => format!("{} ({of})", self.formula(asked)),
            (Some(asked), None) => self.formula(asked),
            // What is unclear, or one of several lists.
            (None, _) => node.entries().first().map_or_else(String::new, |entry| entry.key.clone()),
        }
    }

    /// A formula with the names of its documents.
    fn formula(&self, text: &str) -> String {
        let mut out = String::new();
        for part in text.split_inclusive([' ', '+', '|', '(', ')']) {
            let id = part.trim_end_matches([' ', '+', '|', '(', ')']);
            out.push_str(&self.document(id));
            out.push_str(&part[id.len()..]);
        }
        out
    }
}
