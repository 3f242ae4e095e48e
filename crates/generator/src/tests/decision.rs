use std::collections::BTreeSet;

use madoguchi_schema::model::PinKind;
use madoguchi_schema::scalar::{Day, Scalar};

use super::data::{dataset, html, today};
use crate::decision::{Answer, Because, Next, Pin, QUESTIONS, Rules, Situation, Way};

/// Every way with the situation that leads to it.
fn ways(rules: &Rules<'_>) -> Vec<(Situation, Way)> {
    let situations = rules.situations().into_iter();
    situations
        .filter_map(|situation| match rules.next(&situation) {
            Next::Go(way) => Some((situation, way)),
            Next::Ask(_) => None,
        })
        .collect()
}

#[test]
fn every_path_ends_and_no_question_is_dead() {
    let dataset = dataset();
    let rules = Rules { baseline: &dataset.baseline, day: today() };
    let situations = rules.situations();
    let mut asked = BTreeSet::new();
    for situation in &situations {
        assert!(situation.answers().len() <= QUESTIONS.len(), "{situation:?} has no end");
        if let Next::Ask(question) = rules.next(situation) {
            asked.insert(question.id);
            for answer in question.answers {
                assert!(situations.contains(&situation.with(*answer)), "{situation:?} leads nowhere by {answer:?}");
            }
        }
    }
    assert_eq!(asked.len(), QUESTIONS.len(), "every question is asked somewhere: {asked:?}");
    let different: BTreeSet<_> = situations.iter().collect();
    assert_eq!(different.len(), situations.len());
    let found = ways(&rules);
    assert!(found.iter().any(|(_, way)| matches!(way, Way::Kiosk(_))));
    assert!(found.iter().any(|(_, way)| matches!(way, Way::Change(_))));
    assert!(found.iter().any(|(_, way)| matches!(way, Way::Smartphone(_))));
    let because: BTreeSet<Because> = found
        .iter()
        .filter_map(|(_, way)| match way {
            Way::Counter { because, .. } => Some(*because),
            _ => None,
        })
        .collect();
    assert_eq!(because.len(), 8, "every reason leads to some counter: {because:?}");
}

#[test]
fn a_kiosk_is_offered_only_where_the_national_rules_offer_it_on_the_day() {
    let dataset = dataset();
    let kiosk = &dataset.baseline.kiosk_reset;
    let kinds = |day: &str| -> BTreeSet<PinKind> {
        let rules = Rules { baseline: &dataset.baseline, day: Day::parse(day).unwrap() };
        ways(&rules)
            .into_iter()
            .filter_map(|(situation, way)| match way {
                Way::Kiosk(kind) => {
                    for needed in [Answer::Principal, Answer::CertificateValid, Answer::Ready, Answer::Forgotten] {
                        assert!(situation.has(needed), "{situation:?}");
                    }
                    assert!(kiosk.pins[&kind].valid_from <= rules.day && !kiosk.not_for.contains(&kind));
                    Some(kind)
                }
                _ => None,
            })
            .collect()
    };
    assert_eq!(kinds("2026-11-23"), BTreeSet::from([PinKind::Signature, PinKind::User]));
    assert_eq!(kinds("2024-08-26"), BTreeSet::from([PinKind::Signature]), "before the user PIN");
    assert_eq!(kinds("2022-02-07"), BTreeSet::new(), "before the kiosk");
}

#[test]
fn what_a_way_says_holds_in_the_national_rules() {
    let dataset = dataset();
    let baseline = &dataset.baseline;
    let rules = Rules { baseline, day: today() };
    assert!(rules.kiosk_compares_the_face());
    for (situation, way) in ways(&rules) {
        assert!(!way.rules().is_empty(), "{way:?} shows no rule");
        for id in way.rules() {
            let rule = baseline.rules.get(*id).unwrap_or_else(|| panic!("no rule {id}"));
            let holds = rule.valid_from.is_none_or(|from| from <= rules.day)
                && rule.valid_until.is_none_or(|until| rules.day <= until);
            assert!(holds && !rule.sources.is_empty(), "{id}");
        }
        match way {
            Way::Smartphone(channel) => {
                assert_eq!(channel, baseline.smartphone_pins.reset_by);
                assert!(!baseline.smartphone_pins.at_counter && baseline.smartphone_pins.valid_from <= rules.day);
            }
            Way::Change(kind) => {
                assert!(situation.has(Answer::NotLocked) && situation.has(Answer::Known));
                let requires: Vec<&str> = baseline.pin_change.requires.iter().map(|id| id.as_str()).collect();
                assert_eq!(requires, ["current-pin-known", "not-locked"]);
                assert!(
                    baseline
                        .pin_change
                        .channels
                        .values()
                        .any(|way| { way.pins.as_ref().is_none_or(|pins| pins.contains(&kind)) })
                );
            }
            Way::Counter { procedure, applicant, because } => {
                assert!(dataset.vocabulary.procedures.contains_key(procedure));
                assert!(dataset.vocabulary.applicants.contains_key(applicant));
                match because {
                    Because::NotAtKiosk => assert!(!rules.kiosk_resets(situation.kind().unwrap())),
                    Because::SomebodyElse => assert!(applicant != "principal"),
                    Because::Without => {
                        assert!(!baseline.pins[&situation.kind().unwrap()].absent_for.is_empty());
                    }
                    Because::CertificateEnded => assert_eq!(procedure, "certificate-renewal"),
                    Because::CertificateNone => {
                        assert_eq!(procedure, "certificate-issue");
                        assert!(!baseline.pins[&situation.kind().unwrap()].always_set);
                    }
                    Because::CertificateUnsure | Because::NotReady => assert_eq!(applicant, "principal"),
                    Because::WhichUnsure => assert_eq!(situation.pin(), Some(Pin::FourDigits)),
                }
            }
            Way::Kiosk(_) => {}
        }
    }
}

#[test]
fn a_forgotten_pin_and_a_locked_one_come_to_the_same_page() {
    let start = Situation::default().with(Answer::Pin(Pin::Of(PinKind::User)));
    assert_eq!(start.with(Answer::Known).with(Answer::Locked), start.with(Answer::Forgotten));
}

#[test]
fn every_statement_of_a_way_carries_its_sources() {
    let pages = html(&dataset());
    let decisions: Vec<_> = pages.iter().filter(|(path, _)| path.starts_with("decide/")).collect();
    assert!(decisions.len() > 50);
    for (path, page) in decisions {
        let is_way = page.contains("id=\"rules\"");
        let is_question = page.contains("<ul class=\"options\">");
        let is_choice = path.starts_with("decide/where-");
        assert_eq!(u8::from(is_way) + u8::from(is_question) + u8::from(is_choice), 1, "{path}");
        if is_way {
            assert!(page.contains("class=\"chip mark official\""), "{path}");
        }
    }
    let kiosk = &pages["decide/signature-forgotten-not-without-principal-valid-ready.html"];
    for fact in ["JPKI暗証番号リセット", "6:30〜23:00", "無料", "予約から24時間以内", "2022年2月8日"]
    {
        assert!(kiosk.contains(fact), "{fact}");
    }
    assert!(!kiosk.contains("<strong>利用者証明用電子証明書</strong>"), "the other PIN has no place here");
}
