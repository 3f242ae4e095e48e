use std::collections::BTreeSet;

use madoguchi_schema::dataset::Dataset;
use madoguchi_schema::model::Person;
use madoguchi_schema::scalar::{ApplicantId, DocumentId, ProcedureId, Scalar};

use super::data::{dataset, dataset_with, html, subject, today};
use crate::facet::Subject;
use crate::hand::{Held, Papers, Verdict, trip};

const KANAZAWA: &str = "172014";
const CHIBA: &str = "121002";
const TAGAJO: &str = "042099";
const IZUMI: &str = "272191";

fn held(person: Person, document: &str) -> Held {
    Held { person: Some(person), document: DocumentId::parse(document).unwrap() }
}

fn other(document: &str) -> Held {
    Held { person: None, document: DocumentId::parse(document).unwrap() }
}

fn verdict(dataset: &Dataset, code: &str, applicant: &str, hand: &[Held]) -> Verdict {
    let subjects = Subject::all(dataset, &ProcedureId::parse("pin-reset").unwrap(), today());
    let papers = Papers::of(&subjects, &dataset.vocabulary, today());
    let subject = subject(dataset, code, "pin-reset");
    trip(&subject, &ApplicantId::parse(applicant).unwrap(), &papers).need().verdict(hand)
}

#[test]
fn the_card_alone_is_enough_only_where_the_page_says_so() {
    let dataset = dataset();
    let card = [held(Person::Principal, "my-number-card")];
    assert_eq!(verdict(&dataset, KANAZAWA, "principal", &card), Verdict::Open);
    assert_eq!(verdict(&dataset, TAGAJO, "principal", &card), Verdict::Open);
    assert_eq!(verdict(&dataset, CHIBA, "principal", &card), Verdict::Missing);
    assert_eq!(verdict(&dataset, IZUMI, "principal", &card), Verdict::Unsaid, "a part of the cell is lost");
    assert_eq!(verdict(&dataset, KANAZAWA, "principal", &[]), Verdict::Missing);
}

#[test]
fn a_number_that_the_page_leaves_unsaid_is_never_enough_and_never_too_few() {
    let dataset = dataset();
    let hand = [held(Person::Principal, "my-number-card"), held(Person::Principal, "drivers-licence")];
    assert_eq!(verdict(&dataset, CHIBA, "principal", &hand), Verdict::Unsaid);
}

#[test]
fn one_paper_does_not_serve_for_two() {
    let dataset = dataset();
    let agent = Person::Agent;
    let card = held(Person::Principal, "my-number-card");
    let one = [card.clone(), held(agent, "drivers-licence")];
    let two = [card, held(agent, "drivers-licence"), held(agent, "passport")];
    assert_eq!(verdict(&dataset, KANAZAWA, "agent", &one), Verdict::Missing);
    // The page does not say what to bring to the first visit, at which a form is handed out.
    assert_eq!(verdict(&dataset, KANAZAWA, "agent", &two), Verdict::Unsaid);
    let subjects = Subject::all(&dataset, &ProcedureId::parse("pin-reset").unwrap(), today());
    let papers = Papers::of(&subjects, &dataset.vocabulary, today());
    let kanazawa = subject(&dataset, KANAZAWA, "pin-reset");
    let trip = trip(&kanazawa, &ApplicantId::parse("agent").unwrap(), &papers);
    let last = |hand: &[Held]| -> Vec<Verdict> {
        trip.ways[0].stages[2].things.iter().map(|thing| thing.need.verdict(hand)).collect()
    };
    assert_eq!(last(&one), [Verdict::Open, Verdict::Open, Verdict::Missing, Verdict::Open]);
    assert_eq!(last(&two), [Verdict::Open; 4]);
}

#[test]
fn the_paper_of_another_person_does_not_serve() {
    let dataset = dataset();
    let hand = [
        held(Person::Principal, "my-number-card"),
        held(Person::Principal, "drivers-licence"),
        held(Person::Principal, "passport"),
    ];
    assert_eq!(verdict(&dataset, KANAZAWA, "agent", &hand), Verdict::Missing);
}

#[test]
fn a_proof_that_is_asked_for_under_a_condition_depends_on_it() {
    let dataset = dataset();
    let representative = Person::LegalRepresentative;
    let without = [held(Person::Principal, "my-number-card"), held(representative, "drivers-licence")];
    let with = [without.as_slice(), &[other("family-register"), other("guardianship-certificate")]].concat();
    assert_eq!(verdict(&dataset, KANAZAWA, "legal-representative", &without), Verdict::Depends);
    assert!(verdict(&dataset, KANAZAWA, "legal-representative", &with) >= Verdict::Depends);
}

#[test]
fn what_no_page_says_and_nobody_read_is_never_missing() {
    let part = dataset_with(|path, value| {
        if path.contains("172014") {
            value["sources"]["pin"]["read"] = "part".into();
            value["procedures"]["pin-reset"]["applicants"]["agent"].as_object_mut().unwrap().remove("steps");
            value["procedures"]["pin-reset"]["applicants"]["principal"]["steps_read"] = "part".into();
        }
    });
    assert_eq!(verdict(&part, KANAZAWA, "agent", &[]), Verdict::Unsaid);
    assert_eq!(verdict(&part, KANAZAWA, "household-member", &[]), Verdict::Unsaid);
    let card = [held(Person::Principal, "my-number-card")];
    assert_eq!(verdict(&part, KANAZAWA, "principal", &card), Verdict::Unsaid, "the rest was not read");
}

#[test]
fn a_list_that_ends_in_and_the_like_refuses_no_identity_document() {
    let dataset = dataset();
    // Tagajo's lists name two papers each, and end in "and the like".
    let hand = [held(Person::Principal, "my-number-card"), held(Person::Agent, "passport")];
    let more = [hand.as_slice(), &[held(Person::Agent, "pension-handbook")]].concat();
    assert_eq!(verdict(&dataset, TAGAJO, "agent", &hand), Verdict::Missing, "two are asked for");
    assert_eq!(verdict(&dataset, TAGAJO, "agent", &more), Verdict::Unsaid);
}

#[test]
fn a_document_of_which_none_is_valid_serves_nowhere() {
    let dataset = dataset();
    let subjects = Subject::all(&dataset, &ProcedureId::parse("pin-reset").unwrap(), today());
    let papers = Papers::of(&subjects, &dataset.vocabulary, today());
    assert!(!papers.includes(&held(Person::Agent, "health-insurance-card")));
    assert!(papers.includes(&held(Person::Agent, "drivers-licence")));
    assert!(!papers.includes(&other("power-of-attorney")), "what is written on the way is in nobody's hand");
}

#[test]
fn more_papers_never_make_it_worse() {
    let dataset = dataset();
    let all = [
        held(Person::Principal, "my-number-card"),
        held(Person::Principal, "drivers-licence"),
        held(Person::Agent, "drivers-licence"),
        held(Person::Agent, "passport"),
        held(Person::Agent, "eligibility-certificate"),
        held(Person::LegalRepresentative, "passport"),
        other("family-register"),
    ];
    let mut seen = BTreeSet::new();
    for file in &dataset.municipalities {
        let code = file.municipality.municipality.as_str();
        for applicant in dataset.vocabulary.applicants.keys() {
            let of = |bits: usize| {
                let hand: Vec<Held> = all
                    .iter()
                    .enumerate()
                    .filter(|(at, _)| bits >> at & 1 == 1)
                    .map(|(_, held)| held.clone())
                    .collect();
                verdict(&dataset, code, applicant.as_str(), &hand)
            };
            for bits in [0, 0b101, 0b1_0101, 0b11_1111] {
                for more in 0..all.len() {
                    assert!(of(bits | 1 << more) >= of(bits), "{code} {applicant}");
                }
                seen.insert(of(bits));
            }
        }
    }
    assert_eq!(seen.len(), 4, "every verdict occurs: {seen:?}");
}

#[test]
fn every_thing_of_the_page_has_its_need() {
    for (path, page) in html(&dataset()).into_iter().filter(|(path, _)| path.contains("have/")) {
        let Some((_, data)) = page.split_once("id=\"needs\">") else { continue };
        let data: serde_json::Value = serde_json::from_str(data.split("</script>").next().unwrap()).unwrap();
        let rows: Vec<&str> = page.split("<tr data-trip=\"").skip(1).collect();
        assert_eq!(rows.len(), data["trips"].as_array().unwrap().len(), "{path}");
        for row in rows {
            let row = row.split("</tr>").next().unwrap();
            let number: usize = row.split('"').next().unwrap().parse().unwrap();
            let ways: Vec<&str> = row.split("<div class=\"way\">").skip(1).collect();
            let Some(trip) = data["trips"][number].as_array() else {
                assert!(ways.is_empty(), "{path}");
                continue;
            };
            assert_eq!(ways.len(), trip.len(), "{path}");
            for (way, needs) in ways.iter().zip(trip) {
                let shown = way.matches("<li").count() + way.matches("class=\"unsaid\"").count();
                assert_eq!(needs.as_array().unwrap().len(), 1 + shown, "{path}: {way}");
            }
        }
    }
}
