use madoguchi_schema::model::{Asked, ClassKind, Extent, Fact, Person, Reservation, State};
use madoguchi_schema::scalar::formula::Normal;

use super::data::{dataset, dataset_with, finding, subject, whole_dataset};
use crate::facet::{Authorisation, Demand, FACETS, Group, Value, Wanted};

const KANAZAWA: &str = "172014";
const CHIBA: &str = "121002";
const TAGAJO: &str = "042099";
const IZUMI: &str = "272191";
const CITIES: [&str; 4] = [KANAZAWA, CHIBA, TAGAJO, IZUMI];

fn identity(fact: Fact<Value>) -> Vec<Demand> {
    match fact {
        Fact::Stated(Value::Identity(demands)) => demands,
        other => panic!("no identity documents: {other:?}"),
    }
}

fn shared(demand: &Demand) -> Normal<Wanted> {
    match &demand.item.asked {
        Asked::Identity(formula) => demand.shared(formula),
        other => panic!("no identity document: {other:?}"),
    }
}

fn kinds(alternatives: &[&[ClassKind]]) -> Normal<Wanted> {
    Normal::new(alternatives.iter().map(|one| one.iter().copied().map(Wanted::Kind).collect()).collect())
}

#[test]
fn visits_are_counted_from_the_steps() {
    let dataset = dataset();
    for (city, visits) in [(KANAZAWA, 3), (CHIBA, 2), (TAGAJO, 2), (IZUMI, 2)] {
        let subject = subject(&dataset, city, "pin-reset");
        assert_eq!(finding(&subject, "agent-visits").fact, Fact::Stated(Value::Visits(visits)), "{city}");
        assert_eq!(finding(&subject, "principal-visits").fact, Fact::Stated(Value::Visits(1)), "{city}");
    }
}

#[test]
fn only_chiba_asks_the_cardholder_for_another_identity_document() {
    let dataset = dataset();
    let chiba = identity(finding(&subject(&dataset, CHIBA, "pin-reset"), "principal-identity").fact);
    assert_eq!(chiba.len(), 1);
    assert_eq!(chiba[0].item.excluding[0].as_str(), "my-number-card");
    for (city, state) in [(KANAZAWA, State::Silent), (TAGAJO, State::Silent), (IZUMI, State::Unclear)] {
        let found = finding(&subject(&dataset, city, "pin-reset"), "principal-identity");
        assert_eq!(found.fact.state(), state, "{city}: silence is not `none`");
    }
}

#[test]
fn classes_are_compared_by_their_kind_and_not_by_their_letter() {
    use ClassKind::{Any, PublicNoPhoto, PublicPhoto, Second};
    let dataset = dataset();
    let last = |city| shared(&identity(finding(&subject(&dataset, city, "pin-reset"), "agent-last-identity").fact)[0]);
    assert_eq!(last(TAGAJO), kinds(&[&[PublicPhoto, PublicNoPhoto]]));
    assert_eq!(last(CHIBA), kinds(&[&[PublicPhoto, PublicPhoto], &[PublicPhoto, Second]]));
    assert_eq!(last(KANAZAWA), last(CHIBA));
    let first = identity(finding(&subject(&dataset, TAGAJO, "pin-reset"), "agent-first-identity").fact);
    assert_eq!(shared(&first[0]), kinds(&[&[Any]]));
    assert_eq!(first[0].owner(), Person::Agent);
}

#[test]
fn identity_documents_are_found_however_they_are_written() {
    let bring = |thing: serde_json::Value| {
        dataset_with(move |path, value| {
            if path.contains(KANAZAWA) {
                let applicant = &mut value["procedures"]["pin-reset"]["applicants"]["legal-representative"];
                applicant["steps"][0]["visit"]["bring"][1] = thing.clone();
            }
        })
    };
    let of = "legal-representative";
    for thing in [
        serde_json::json!({ "identity": "A", "of": of }),
        serde_json::json!({ "document": "A", "of": of }),
        serde_json::json!({ "document": "drivers-licence | A", "of": of }),
        serde_json::json!({ "document": "passport" }),
        serde_json::json!("A"),
        serde_json::json!("drivers-licence | passport"),
    ] {
        let dataset = bring(thing.clone());
        let found = finding(&subject(&dataset, KANAZAWA, "pin-reset"), "representative-identity");
        assert_eq!(found.fact.state(), State::Stated, "{thing}");
    }
    for thing in [
        serde_json::json!({ "document": "A", "of": "principal" }),
        serde_json::json!("family-register"),
        serde_json::json!("A + power-of-attorney"),
    ] {
        let dataset = bring(thing.clone());
        let found = finding(&subject(&dataset, KANAZAWA, "pin-reset"), "representative-identity");
        assert_eq!(found.fact.state(), State::Silent, "{thing}");
    }
}

#[test]
fn a_list_with_an_unclear_element_is_unclear_and_keeps_what_is_stated() {
    let dataset = dataset();
    let izumi = subject(&dataset, IZUMI, "pin-reset");
    let documents = finding(&izumi, "principal-documents");
    assert_eq!(documents.fact.state(), State::Unclear);
    assert!(matches!(documents.beside, Some(Value::Demands(stated)) if stated.len() == 1));
    let whom = finding(&izumi, "representative-for");
    assert_eq!(whom.fact.state(), State::Unclear);
    assert!(matches!(whom.beside, Some(Value::Conditions(stated)) if stated[0].as_str() == "adult-ward"));
    assert_eq!(finding(&izumi, "agent-last-identity").fact.state(), State::Unclear);
}

#[test]
fn what_no_page_says_is_silent_and_in_a_page_read_in_part_unread() {
    let whole = dataset();
    let part = dataset_with(|path, value| {
        if path.starts_with("municipalities/") {
            value["sources"]["pin"]["read"] = "part".into();
        }
    });
    for city in CITIES {
        assert_eq!(finding(&subject(&whole, city, "pin-reset"), "fee").fact, Fact::Silent, "{city}");
        let found = finding(&subject(&part, city, "pin-reset"), "fee");
        assert_eq!((found.fact, found.origin.source.read), (Fact::Unread, Extent::Part), "{city}");
    }
}

#[test]
fn a_procedure_that_is_the_same_as_another_follows_its_steps() {
    let dataset = dataset();
    let change = subject(&dataset, KANAZAWA, "pin-change");
    assert!(change.followed.is_some());
    let visits = finding(&change, "agent-visits");
    assert_eq!(visits.fact, Fact::Stated(Value::Visits(3)));
    let section = visits.origin.section.unwrap();
    assert_eq!(section.as_str(), "法定代理人以外の代理人が来庁する場合", "the heading is that of the steps");
}

#[test]
fn authorisation_is_told_apart_by_where_it_is_given() {
    use Authorisation::{Inside, Separate};
    let dataset = dataset();
    let found = |city| finding(&subject(&dataset, city, "pin-reset"), "agent-authorisation").fact;
    assert_eq!(found(IZUMI), Fact::Stated(Value::Authorisation(vec![Separate])));
    assert_eq!(found(CHIBA), Fact::Stated(Value::Authorisation(vec![Separate, Inside])));
    assert_eq!(found(TAGAJO), Fact::Stated(Value::Authorisation(vec![Inside])));
    assert_eq!(found(KANAZAWA), Fact::Silent);
}

#[test]
fn what_only_one_city_says_stands_with_that_city_alone() {
    let dataset = dataset();
    for facet in ["letter-mail", "letter-deadline", "letter-pin-entry", "principal-accompanied"] {
        let stated = CITIES
            .into_iter()
            .filter(|city| finding(&subject(&dataset, city, "pin-reset"), facet).fact.state() == State::Stated);
        assert_eq!(stated.collect::<Vec<_>>(), [KANAZAWA], "{facet}");
    }
    let reservation = finding(&subject(&dataset, CHIBA, "pin-reset"), "reservation").fact;
    assert!(matches!(reservation, Fact::Stated(Value::Reservations(kinds)) if kinds[0].1 == Reservation::Optional));
}

#[test]
fn a_refused_applicant_is_no_silence() {
    let dataset = dataset_with(|path, value| {
        if path.contains(TAGAJO) {
            value["procedures"]["pin-reset"]["applicants"]["agent"] = serde_json::json!({ "accepted": false });
        }
    });
    let tagajo = subject(&dataset, TAGAJO, "pin-reset");
    assert_eq!(finding(&tagajo, "agent-visits").fact, Fact::Stated(Value::NotAccepted));
    assert_eq!(finding(&tagajo, "letter-mail").fact, Fact::Stated(Value::NotAccepted));
}

#[test]
fn facets_have_names_of_their_own_and_a_group_that_is_shown() {
    let mut ids: Vec<&str> = FACETS.iter().map(|facet| facet.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), FACETS.len());
    assert_eq!(Group::ALL.into_iter().flat_map(Group::facets).count(), FACETS.len());
}

#[test]
fn openings_on_days_off_are_those_that_a_rule_or_its_hours_name() {
    let dataset = whole_dataset();
    let weekend = |city| match finding(&subject(&dataset, city, "pin-reset"), "weekend").fact {
        Fact::Stated(Value::Hours(hours)) => hours.len(),
        _ => 0,
    };
    assert_eq!(weekend("131083"), 2, "every second Sunday, at two counters");
    assert_eq!(weekend("384011"), 1, "every fourth Saturday");
    assert_eq!(weekend("131172"), 1, "Sundays that are announced elsewhere, and no Tuesday evenings");
    assert_eq!(weekend("132136"), 1, "closed, in so many words");
    let silent = |city| !matches!(finding(&subject(&dataset, city, "pin-reset"), "weekend").fact, Fact::Stated(_));
    assert!(silent("222097"), "working days alone, and closed on public holidays");
}

#[test]
fn a_counter_that_is_over_is_in_no_facet() {
    let over = dataset_with(|path, city| {
        if path.ends_with("172014-kanazawa.yaml") {
            city["counters"]["my-number-desk"]["valid_until"] = "2026-03-31".into();
        }
    });
    let (before, after) = (dataset(), over);
    let names = |dataset| match finding(&subject(dataset, KANAZAWA, "pin-reset"), "counters").fact {
        Fact::Stated(Value::Counters(names)) => names.len(),
        other => panic!("{other:?}"),
    };
    assert_eq!(names(&after) + 1, names(&before));
}

#[test]
fn another_page_does_not_stand_under_the_heading_of_the_first() {
    let dataset = dataset_with(|path, city| {
        if path.ends_with("121002-chiba.yaml") {
            let mut other = city["sources"]["pin"].clone();
            other["url"] = "https://www.city.chiba.jp/other.html".into();
            city["sources"]["other"] = other;
            let agent = &mut city["procedures"]["pin-reset"]["applicants"]["agent"];
            agent["source"] = "other".into();
            agent.as_object_mut().unwrap().remove("section");
        }
    });
    let found = finding(&subject(&dataset, CHIBA, "pin-reset"), "agent-visits");
    assert_eq!((found.origin.id.as_str(), found.origin.section), ("other", None));
}
