//! How facts stand to each other, and what the comparison shows of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use madoguchi_schema::dataset::{Dataset, MunicipalityFile};
use madoguchi_schema::model::{
    Asked, Channel, ClassKind, Deadline, DeadlineStart, Item, Period, Person, PinKind, Reservation, State,
};
use madoguchi_schema::scalar::{ClassName, Condition, Formula, ProcedureId, Scalar};
use proptest::prelude::*;

use super::data::{assets, dataset, dataset_with, finding, html, options, subject, today, whole_dataset};
use crate::facet::{
    Authorisation, Demand, FACETS, Finding, Group, National, Standing, Subject, Survey, Value, Way, national_rules,
};
use crate::{Lang, site};

const KANAZAWA: &str = "172014";
const CHIBA: &str = "121002";
const TAGAJO: &str = "042099";
const IZUMI: &str = "272191";

// Laws, over values of one kind.

const CLASSES: [(&str, ClassKind); 6] = [
    ("A", ClassKind::PublicPhoto),
    ("B", ClassKind::Second),
    ("P", ClassKind::PublicNoPhoto),
    ("O", ClassKind::Public),
    ("N", ClassKind::Any),
    ("U", ClassKind::Unread),
];

fn kinds() -> BTreeMap<ClassName, ClassKind> {
    CLASSES.into_iter().map(|(name, kind)| (ClassName::parse(name).unwrap(), kind)).collect()
}

fn demand(item: Item) -> Demand {
    Demand { item, visitor: Person::Agent, kinds: kinds() }
}

fn identity(formula: &str) -> Value {
    let formula = Formula::parse(formula).unwrap();
    Value::Identity(vec![demand(Item { asked: Asked::Identity(formula.clone()), ..Item::plain(formula) })])
}

const KNOWN: [&str; 7] = ["A", "B", "P", "O", "N", "my-number-card", "passport"];

fn formula() -> impl Strategy<Value = Formula> {
    prop_oneof![9 => formula_of(KNOWN.to_vec()), 1 => formula_of(vec!["A", "U", "passport"])]
}

fn formula_of(atoms: Vec<&'static str>) -> impl Strategy<Value = Formula> {
    let atom = prop::sample::select(atoms);
    let alternative = prop::collection::vec(atom, 1..4).prop_map(|atoms| atoms.join("+"));
    prop::collection::vec(alternative, 1..4).prop_map(|any| Formula::parse(&any.join(" | ")).unwrap())
}

fn condition() -> impl Strategy<Value = Condition> {
    let atom = prop::sample::select(vec!["honseki-here", "verifiable", "under-15"]);
    let alternative = prop::collection::vec(atom, 1..3).prop_map(|atoms| atoms.join("+"));
    prop::collection::vec(alternative, 1..3).prop_map(|any| Condition::parse(&any.join(" | ")).unwrap())
}

fn item() -> impl Strategy<Value = Item> {
    let details = (
        any::<bool>(),
        prop::bool::weighted(0.2),
        prop::option::weighted(0.2, Just(true)),
        prop::option::weighted(0.2, condition()),
    );
    (formula(), details, prop::option::of(Just(Person::Principal)), prop::bool::weighted(0.1)).prop_map(
        |(formula, (is_identity, number_unstated, original, only_if), of, optional)| Item {
            asked: if is_identity { Asked::Identity(formula.clone()) } else { Asked::Papers(formula.clone()) },
            number_unstated,
            original,
            only_if,
            of,
            optional,
            ..Item::plain(formula)
        },
    )
}

fn period() -> impl Strategy<Value = Period> {
    prop_oneof![
        (1..400u16).prop_map(Period::Days),
        (1..60u16).prop_map(Period::Weeks),
        (1..14u16).prop_map(Period::Months),
        (1..3u16).prop_map(Period::Years),
    ]
}

fn deadline() -> impl Strategy<Value = Deadline> {
    let from = prop::sample::select(vec![
        DeadlineStart::PreviousVisit,
        DeadlineStart::Dispatch,
        DeadlineStart::UntilCertificateExpiry,
    ]);
    (prop::option::of(period()), prop::option::of(from)).prop_map(|(time, from)| Deadline { time, from })
}

fn pins() -> impl Strategy<Value = Vec<PinKind>> {
    prop::sample::subsequence(PinKind::ALL.to_vec(), 0..=4)
}

fn ways() -> impl Strategy<Value = Value> {
    let way = |channel| (any::<bool>(), pins()).prop_map(move |(offered, pins)| Way { channel, offered, pins });
    (way(Channel::JpkiSoftware), way(Channel::Mynaportal), 1..=2usize)
        .prop_map(|(one, other, count)| Value::Ways([one, other].into_iter().take(count).collect()))
}

fn reservations() -> impl Strategy<Value = Value> {
    let kind = prop::sample::select(vec![Reservation::None, Reservation::Optional, Reservation::Required]);
    prop::collection::vec(kind, 1..3)
        .prop_map(|kinds| Value::Reservations(kinds.into_iter().map(|kind| (None, kind)).collect()))
}

/// Three values of the same kind; some of them may be that nobody is accepted.
fn three() -> impl Strategy<Value = [Value; 3]> {
    use Authorisation::{Inside, NotNeeded, Separate};
    let authorisations = prop::sample::subsequence(vec![Separate, Inside, NotNeeded], 1..=3);
    let kinds: Vec<BoxedStrategy<Value>> = vec![
        (1..5usize).prop_map(Value::Visits).boxed(),
        (0..3u32).prop_map(|hundreds| Value::Yen(hundreds * 100)).boxed(),
        pins().prop_map(Value::Pins).boxed(),
        ways().boxed(),
        prop::collection::vec(condition(), 1..3).prop_map(Value::Waivers).boxed(),
        prop::collection::vec(item().prop_map(demand), 1..3).prop_map(Value::Demands).boxed(),
        prop::collection::vec(item().prop_map(demand), 1..3).prop_map(Value::Identity).boxed(),
        (prop::option::of(item().prop_map(|item| Box::new(demand(item)))), prop::option::of(condition()))
            .prop_map(|(identity, only_if)| Value::Eligibility { identity, only_if })
            .boxed(),
        authorisations.prop_map(Value::Authorisation).boxed(),
        prop::collection::vec(period(), 1..3).prop_map(Value::Periods).boxed(),
        deadline().prop_map(Value::Deadline).boxed(),
        reservations().boxed(),
    ];
    prop::sample::select(kinds).prop_flat_map(|kind| {
        let one = || prop_oneof![9 => kind.clone(), 1 => Just(Value::NotAccepted)];
        [one(), one(), one()]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn what_is_stricter_one_way_is_looser_the_other([one, other, _] in three()) {
        prop_assert_eq!(Standing::between(&one, &other), Standing::between(&other, &one).reversed());
        prop_assert!(matches!(Standing::between(&one, &one), Standing::Same | Standing::Unknown));
    }

    #[test]
    fn stricter_and_same_go_on_over_a_third([one, other, third] in three()) {
        use Standing::{Same, Stricter};
        let steps = (Standing::between(&one, &other), Standing::between(&other, &third));
        let over_both = Standing::between(&one, &third);
        match steps {
            (Same, Same) => prop_assert_eq!(over_both, Same),
            (Stricter, Stricter | Same) | (Same, Stricter) => prop_assert_eq!(over_both, Stricter),
            _ => {}
        }
    }

    #[test]
    fn papers_are_compared_as_their_formulas_imply(
        one in formula_of(KNOWN.to_vec()),
        other in formula_of(KNOWN.to_vec()),
    ) {
        let value = |formula: &Formula| identity(&formula.to_string());
        let (a, b) = (value(&one), value(&other));
        let shared = |formula: &Formula| demand(Item::plain(formula.clone())).shared(formula);
        let serves = |have: &crate::facet::Wanted, want: &crate::facet::Wanted| match (have, want) {
            (crate::facet::Wanted::Kind(have), crate::facet::Wanted::Kind(want)) => have.is_within(*want),
            (have, want) => have == want,
        };
        let (one, other) = (shared(&one), shared(&other));
        let expected = match (one.implies(&other, serves), other.implies(&one, serves)) {
            (true, true) => Standing::Same,
            (true, false) => Standing::Stricter,
            (false, true) => Standing::Looser,
            (false, false) => Standing::Different,
        };
        prop_assert_eq!(Standing::between(&a, &b), expected);
    }
}

// Single values.

#[test]
fn two_papers_are_stricter_than_one_and_photographs_than_none() {
    let standing = |one: &str, other: &str| Standing::between(&identity(one), &identity(other));
    assert_eq!(standing("A+A | A+B", "A"), Standing::Stricter);
    assert_eq!(standing("A", "A | B+B"), Standing::Stricter);
    assert_eq!(standing("P", "O"), Standing::Stricter);
    assert_eq!(standing("A", "B"), Standing::Different);
    assert_eq!(standing("A+A | A+B", "B+A | A+A"), Standing::Same);
}

#[test]
fn a_number_that_is_not_said_is_not_guessed() {
    let unsaid = |formula: &str| {
        let formula = Formula::parse(formula).unwrap();
        let asked = Asked::Identity(formula.clone());
        Value::Identity(vec![demand(Item { asked, number_unstated: true, ..Item::plain(formula) })])
    };
    let nothing = Value::Identity(vec![demand(Item { optional: true, ..Item::plain(Formula::parse("A").unwrap()) })]);
    assert_eq!(Standing::between(&unsaid("A"), &identity("A")), Standing::Unknown, "it may be one or more");
    assert_eq!(Standing::between(&unsaid("A"), &nothing), Standing::Stricter, "it is one at least");
    assert_eq!(Standing::between(&unsaid("A"), &unsaid("A")), Standing::Unknown);
    assert_eq!(Standing::between(&identity("U"), &identity("A")), Standing::Unknown, "the list was not read");
}

#[test]
fn the_same_papers_in_another_condition_are_not_the_same() {
    let formula = Formula::parse("A").unwrap();
    let originals = Item { asked: Asked::Identity(formula.clone()), original: Some(true), ..Item::plain(formula) };
    let originals = Value::Identity(vec![demand(originals)]);
    assert_eq!(Standing::between(&originals, &identity("A")), Standing::Unknown);
    assert_eq!(Standing::between(&identity("A+A"), &originals), Standing::Stricter, "two are more than one");
}

#[test]
fn offers_deadlines_and_waivers_have_their_own_direction() {
    use PinKind::{Signature, User};
    let kiosk =
        |pins: &[PinKind], offered| Value::Ways(vec![Way { channel: Channel::Kiosk, offered, pins: pins.to_vec() }]);
    assert_eq!(Standing::between(&kiosk(&[Signature], true), &kiosk(&[User, Signature], true)), Standing::Stricter);
    assert_eq!(Standing::between(&kiosk(&[], true), &kiosk(&[Signature], true)), Standing::Unknown);
    assert_eq!(Standing::between(&kiosk(&[], false), &kiosk(&[Signature], true)), Standing::Stricter);
    let within = |period| Value::Deadline(Deadline { time: Some(period), from: Some(DeadlineStart::Dispatch) });
    assert_eq!(Standing::between(&within(Period::Days(20)), &within(Period::Months(1))), Standing::Stricter);
    assert_eq!(Standing::between(&within(Period::Days(30)), &within(Period::Months(1))), Standing::Different);
    assert_eq!(Standing::between(&within(Period::Days(14)), &within(Period::Weeks(2))), Standing::Same);
    let waived = |condition: &str| Value::Waivers(vec![Condition::parse(condition).unwrap()]);
    assert_eq!(Standing::between(&waived("honseki-here+verifiable"), &waived("honseki-here")), Standing::Stricter);
    assert_eq!(Standing::between(&Value::NotAccepted, &Value::Visits(3)), Standing::Stricter);
}

// The real cities.

fn standing(dataset: &Dataset, one: &str, other: &str, facet: &str) -> Standing {
    let found = |code| finding(&subject(dataset, code, "pin-reset"), facet);
    Standing::of(&found(one), &found(other))
}

#[test]
fn kanazawa_asks_an_agent_for_one_visit_more() {
    let dataset = dataset();
    assert_eq!(standing(&dataset, KANAZAWA, CHIBA, "agent-visits"), Standing::Stricter);
    assert_eq!(standing(&dataset, TAGAJO, CHIBA, "agent-visits"), Standing::Same);
    assert_eq!(standing(&dataset, CHIBA, TAGAJO, "representative-identity"), Standing::Stricter);
    assert_eq!(standing(&dataset, KANAZAWA, CHIBA, "representative-identity"), Standing::Looser);
}

#[test]
fn only_what_both_pages_state_is_compared() {
    let dataset = dataset();
    for facet in FACETS {
        let findings: Vec<Finding<'_>> = [KANAZAWA, CHIBA, TAGAJO, IZUMI]
            .into_iter()
            .map(|code| (facet.of)(&subject(&dataset, code, "pin-reset")))
            .collect();
        for one in &findings {
            for other in &findings {
                let both = one.fact.state() == State::Stated && other.fact.state() == State::Stated;
                let standing = Standing::of(one, other);
                assert!(both || standing == Standing::Unknown, "{}: {standing:?}", facet.id);
            }
        }
    }
    let varying = Finding { varies: true, ..finding(&subject(&dataset, KANAZAWA, "pin-reset"), "agent-visits") };
    assert_eq!(
        Standing::of(&varying, &finding(&subject(&dataset, CHIBA, "pin-reset"), "agent-visits")),
        Standing::Unknown
    );
}

#[test]
fn the_national_layer_is_used_where_it_has_a_value() {
    let dataset = dataset();
    let of = |procedure: &str, facet: &str| {
        let facet = FACETS.iter().find(|known| known.id == facet).unwrap();
        National::of(&dataset.baseline, &ProcedureId::parse(procedure).unwrap(), facet, today())
    };
    let kiosk = of("pin-reset", "kiosk").unwrap();
    let Some(Value::Ways(ways)) = &kiosk.value else { panic!("{kiosk:?}") };
    assert_eq!(ways[0].pins, [PinKind::Signature, PinKind::User]);
    assert_eq!(of("certificate-renewal", "fee").unwrap().value, Some(Value::Yen(0)));
    assert_eq!(of("pin-reset", "fee").unwrap().value, None, "that rule stands in words");
    assert_eq!(of("pin-change", "kiosk"), None);
    for (procedure, facet, rule) in national_rules() {
        assert!(dataset.baseline.rules.contains_key(rule), "{rule}");
        assert!(FACETS.iter().any(|known| known.id == facet), "{facet}");
        assert!(procedure.is_empty() || dataset.vocabulary.procedures.contains_key(procedure), "{procedure}");
    }
    let stale = dataset_with(|path, value| {
        if path.contains(KANAZAWA) {
            value["procedures"]["pin-reset"]["elsewhere"]["kiosk"]["pins"] = serde_json::json!(["signature"]);
        }
    });
    let found = finding(&subject(&stale, KANAZAWA, "pin-reset"), "kiosk");
    assert_eq!(Standing::to_value(&found, kiosk.value.as_ref().unwrap()), Standing::Stricter);
}

// The survey and its pages.

fn reset() -> ProcedureId {
    ProcedureId::parse("pin-reset").unwrap()
}

#[test]
fn a_survey_counts_who_states_the_same() {
    let dataset = dataset();
    let id = reset();
    let survey = Survey::new(&dataset, &id, today());
    let column = survey.columns.iter().find(|column| column.facet.id == "agent-visits").unwrap();
    let sizes: Vec<usize> = column.classes.iter().map(|class| class.members.len()).collect();
    assert_eq!(sizes, [3, 1]);
    assert_eq!(column.value(column.most().unwrap()), Some(&Value::Visits(2)));
    for column in &survey.columns {
        assert_eq!(column.class_of.iter().flatten().count(), column.count(State::Stated), "{}", column.facet.id);
        let states = [State::Stated, State::Silent, State::Unclear, State::Unread];
        assert_eq!(states.into_iter().map(|state| column.count(state)).sum::<usize>(), survey.subjects.len());
    }
}

/// The head of a facet's column, and what it says to the script.
fn head<'p>(page: &'p str, facet: &str) -> (Vec<usize>, &'p str, bool) {
    let (_, head) = page.split_once(&format!("id=\"f-{facet}\"")).unwrap();
    let head = head.split('>').next().unwrap();
    let data =
        |name: &str| head.split(&format!("data-{name}=\"")).nth(1).map_or("", |rest| rest.split('"').next().unwrap());
    (data("k").split_whitespace().map(|k| k.parse().unwrap()).collect(), data("p"), head.contains(" data-o"))
}

/// The rows of a table: code and cells.
fn rows(page: &str) -> Vec<(&str, Vec<&str>)> {
    let rows = page.split("<tr><th scope=row>").skip(1);
    rows.map(|row| {
        let row = row.split("\n").next().unwrap();
        let code = row.split("value=").nth(1).unwrap().split(' ').next().unwrap();
        (code, row.split("<td").skip(1).collect())
    })
    .collect()
}

#[test]
fn the_page_tells_the_script_what_the_formulas_say() {
    let dataset = whole_dataset();
    let id = reset();
    let survey = Survey::new(&dataset, &id, today());
    let page = html(&dataset).remove("compare/pin-reset.html").unwrap();
    let mut compared = 0;
    for column in &survey.columns {
        let (classes, pairs, _) = head(&page, column.facet.id);
        let stated: Vec<&Finding<'_>> =
            column.findings.iter().filter(|found| found.fact.state() == State::Stated).collect();
        assert_eq!(classes.len(), stated.len(), "{}", column.facet.id);
        for (at, one) in stated.iter().enumerate() {
            for (before, other) in stated.iter().take(at).enumerate() {
                let (one_class, other_class) = (classes[at], classes[before]);
                let (late, early) = (one_class.max(other_class), one_class.min(other_class));
                let expected = Standing::of(one, other);
                if late == early {
                    assert!(matches!(expected, Standing::Same | Standing::Unknown));
                    continue;
                }
                let place = if pairs.len() > 1 { late * (late - 1) / 2 + early } else { 0 };
                let letter = pairs.as_bytes()[place] as char;
                let expected = if one_class == late { expected } else { expected.reversed() };
                assert_eq!(letter, expected.letter(), "{} {at} {before}", column.facet.id);
                compared += 1;
            }
        }
    }
    assert!(compared > 1000);
    assert!(head(&page, "kiosk").2 && !head(&page, "agent-visits").2, "only offers are more or fewer");
}

#[test]
fn the_comparison_shows_what_sets_the_cities_apart() {
    let page = html(&dataset()).remove("compare/pin-reset.html").unwrap();
    let rows = rows(&page);
    let codes: Vec<&str> = rows.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, [TAGAJO, CHIBA, KANAZAWA, IZUMI]);
    let in_order: Vec<&str> = Group::ALL.into_iter().flat_map(Group::facets).map(|facet| facet.id).collect();
    let cells = |facet: &str| -> [&str; 4] {
        let at = in_order.iter().position(|id| *id == facet).unwrap();
        let cells: Vec<&str> = rows.iter().map(|(_, cells)| cells[at]).collect();
        cells.try_into().unwrap()
    };
    let [tagajo, chiba, kanazawa, izumi] = cells("agent-visits");
    assert!(kanazawa.contains("3回") && [tagajo, chiba, izumi].iter().all(|cell| cell.contains("2回")));
    let [tagajo, chiba, kanazawa, izumi] = cells("principal-identity");
    assert!(chiba.contains("点数は書いていない") && chiba.contains("マイナンバーカードを除く"));
    assert!(tagajo.contains("記載なし") && kanazawa.contains("記載なし") && izumi.contains("不明確"));
    let [tagajo, ..] = cells("agent-last-identity");
    assert!(tagajo.contains("顔写真付きの公的な書類1点と顔写真のない公的な書類1点"));
    let [.., izumi] = cells("principal-documents");
    assert!(izumi.contains("本人のマイナンバーカード") && izumi.contains("不明確"), "both parts are visible");
    let [.., izumi] = cells("kiosk");
    assert!(izumi.contains("全国と同じ"));
}

#[test]
fn silence_never_looks_like_no() {
    let page = html(&dataset()).remove("compare/pin-reset.html").unwrap();
    let rows = rows(&page);
    let silent: Vec<&str> =
        rows.iter().flat_map(|(_, cells)| cells).copied().filter(|cell| cell.starts_with(" class=sil>")).collect();
    assert!(silent.len() > 20);
    for cell in silent {
        assert!(cell.ends_with(">— 記載なし</a>"), "{cell}");
    }
}

#[test]
fn every_row_leads_to_the_sources_of_its_cells() {
    let page = html(&dataset()).remove("compare/pin-reset.html").unwrap();
    for (code, _) in rows(&page) {
        let row = page.split("<tr><th scope=row>").find(|row| row.contains(&format!("value={code} "))).unwrap();
        assert!(
            row.contains(&format!("href=\"../m/{code}/pin-reset/facts.html\"")) && row.contains("2026-11-21"),
            "{row}"
        );
    }
}

#[test]
fn every_cell_leads_to_its_fact_on_the_page_of_its_municipality() {
    let pages = html(&whole_dataset());
    let facets: Vec<_> = Group::ALL.into_iter().flat_map(Group::facets).collect();
    let mut links = 0;
    for lang in Lang::ALL {
        let page = &pages[&format!("{}compare/pin-reset.html", lang.prefix())];
        for (code, cells) in rows(page) {
            let facts = &pages[&format!("{}m/{code}/pin-reset/facts.html", lang.prefix())];
            assert_eq!(cells.len(), facets.len());
            for (cell, facet) in cells.into_iter().zip(&facets) {
                let anchor = format!("fact-{}", facet.id);
                let fact = facts.split("<div ").find(|fact| fact.contains(&format!("id=\"{anchor}\""))).unwrap();
                let class = [("sil", "silent"), ("unc", "unclear")]
                    .into_iter()
                    .find(|(short, _)| cell.starts_with(&format!(" class={short}>")));
                let without_class = if cell.starts_with("><a ") { "stated" } else { "unread" };
                let state = class.map_or(without_class, |(_, state)| state);
                assert!(fact.starts_with(&format!("class=\"{state}\"")), "{code} {}: {cell}", facet.id);
                let link = format!("<a href=../m/{code}/pin-reset/facts.html#{anchor}>");
                assert_eq!(cell.contains(&link), state != "unread", "{code} {}: {cell}", facet.id);
                assert_eq!(cell.matches("<a ").count(), usize::from(state != "unread"), "{cell}");
                links += usize::from(state != "unread");
            }
        }
    }
    assert!(links > 1500, "{links}");
}

#[test]
fn the_style_shows_the_columns_of_a_group() {
    let css = &assets().0["styles/comparison.css"];
    let mut first = 2;
    for group in Group::ALL {
        let last = first + group.facets().count() - 1;
        let rule = format!("#g-{}:checked) &:not(:nth-child(n+{first}):nth-child(-n+{last}))", group.name());
        assert!(css.contains(&rule), "{rule}");
        first = last + 1;
    }
}

/// The municipalities again and again, under other codes of the national list.
fn repeated(dataset: &Dataset, count: usize) -> Dataset {
    let with_it: Vec<&MunicipalityFile> =
        dataset.municipalities.iter().filter(|file| file.municipality.procedures.contains_key("pin-reset")).collect();
    let codes = dataset.national_list.all().iter().map(|listed| &listed.code);
    let files = codes.zip(with_it.into_iter().cycle()).take(count).map(|(code, file)| {
        let mut file = file.clone();
        Arc::make_mut(&mut file.municipality).municipality = code.clone();
        file
    });
    Dataset { municipalities: files.collect(), ..dataset.clone() }
}

#[test]
fn a_hundred_municipalities_are_one_page_of_a_bounded_size() {
    let pages = html(&repeated(&whole_dataset(), 100));
    for prefix in ["", "easy/", "en/"] {
        let page = &pages[&format!("{prefix}compare/pin-reset.html")];
        assert_eq!(rows(page).len(), 100);
        assert!(page.len() <= 250 * 1000, "{prefix}: {} bytes", page.len());
    }
}

#[test]
fn more_than_a_hundred_are_shown_by_prefecture() {
    let dataset = repeated(&dataset(), 101);
    let pages = html(&dataset);
    let overview = &pages["compare/pin-reset.html"];
    assert!(rows(overview).is_empty() && overview.contains("href=\"../compare/pin-reset/hokkaido.html\""));
    assert!(overview.contains("101のうち101が記載") && overview.contains("記載のある101のうち"));
    let hokkaido = &pages["compare/pin-reset/hokkaido.html"];
    assert_eq!(rows(hokkaido).len(), 101);
    let differs = &pages["m/011002/pin-reset.html"];
    assert!(differs.contains("compare/pin-reset/hokkaido.html?m=011002"));
}

#[test]
fn a_distribution_adds_up() {
    let dataset = dataset();
    let pages = html(&dataset);
    let visits = &pages["facet/pin-reset/agent-visits.html"];
    for text in ["4の自治体のうち、4の自治体", "4のうち3(75%)", "4のうち1(25%)"] {
        assert!(visits.contains(text), "{text}");
    }
    for facet in FACETS {
        let page = &pages[&format!("facet/pin-reset/{}.html", facet.id)];
        let links = page.matches(&format!("facts.html#fact-{}\"", facet.id)).count();
        assert_eq!(links, 4, "{}: every municipality stands in it once", facet.id);
    }
}

#[test]
fn a_procedure_page_says_what_differs() {
    let pages = html(&whole_dataset());
    let differs = |path: &str| {
        let section = pages[path].split("id=\"differs\"").nth(1)?;
        Some(section.split("</section>").next().unwrap().to_owned())
    };
    let mut seen = 0;
    for path in pages.keys().filter(|path| path.starts_with("m/") && path.contains('/')) {
        let Some(differs) = differs(path) else { continue };
        assert!(differs.matches("<li>").count() <= 4 && differs.len() < 2500, "{path}: {}", differs.len());
        // "Most" are more than half of at least ten.
        for numbers in differs.split("記載のある").skip(1) {
            let (total, rest) = numbers.split_once("のうち").unwrap();
            let count: usize = rest.split_once("の自治体").unwrap().0.parse().unwrap();
            let total: usize = total.parse().unwrap();
            assert!(total >= 10 && count * 2 > total, "{path}: {count} of {total}");
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
    let kanazawa = differs("m/172014/pin-reset.html").unwrap();
    assert!(kanazawa.contains("▲") && kanazawa.contains("compare/"), "{kanazawa}");
    // Of four pages three are not most.
    assert!(!html(&dataset())["m/172014/pin-reset.html"].contains("多くの自治体"));
}

#[test]
fn the_tile_map_counts_against_the_national_list() {
    let dataset = dataset();
    let page = html(&dataset).remove("compare/pin-reset.html").unwrap();
    let (_, map) = page.split_once("class=\"tile-map\"").unwrap();
    let map = map.split("</ul>").next().unwrap();
    assert_eq!(map.matches("<li").count(), 47);
    let ishikawa = dataset.national_list.by_prefecture(17).len();
    assert!(map.contains(&format!("<a href=\"#p-ishikawa\">石川県 <span>1/{ishikawa}</span></a>")), "{map}");
    assert_eq!(map.matches("<a ").count(), 4);
}

#[test]
fn texts_of_the_script_are_in_the_language_of_the_page() {
    let pages = site(&dataset(), &assets(), &options()).unwrap();
    for lang in Lang::ALL {
        let path = format!("{}compare/pin-reset.html", lang.prefix());
        let page = pages.iter().find(|page| page.path == path).unwrap();
        let page = std::str::from_utf8(&page.bytes).unwrap();
        let (_, side) = page.split_once("id=\"side\"").unwrap();
        let side = side.split('>').next().unwrap();
        for name in ["same", "stricter", "looser", "fewer", "more", "different", "unknown", "facet", "remove"] {
            assert!(side.contains(&format!(" data-{name}=\"")), "{path}: {name}");
        }
    }
}

#[test]
fn a_municipality_is_found_in_its_survey() {
    let dataset = dataset();
    let id = reset();
    let survey = Survey::new(&dataset, &id, today());
    let places: Vec<Option<usize>> =
        Subject::all(&dataset, &id, today()).iter().map(|subject| survey.place(subject)).collect();
    assert_eq!(places, [Some(0), Some(1), Some(2), Some(3)]);
}
