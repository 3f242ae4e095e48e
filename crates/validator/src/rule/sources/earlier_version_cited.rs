//! Something of today whose source is an earlier version of a page.

use std::collections::BTreeSet;

use crate::rule::prelude::*;
use madoguchi_schema::fault::Reference;
use madoguchi_schema::model::Municipality;
use madoguchi_schema::references::Refers;
use madoguchi_schema::yaml::Part;

pub(crate) static RULE: Rule = Rule {
    code: "U010",
    name: "earlier-version-cited",
    level: Level::Warning,
    ja: Text {
        message: "今の決まりの出典が、以前の版「{ $id }」です。",
        help: "手続きの earlier に移すか、後の版で読み直してください。",
        cases: &[],
        about: "以前の版だけに書いてあることが、今もそうかはわかりません。今の決まりとして示すと、なくなった決まりで人が動きます。いつからかが書いてある窓口(valid_from)は、別です。",
    },
    en: Text {
        message: "The source of something of today is `{ $id }`, an earlier version.",
        help: "Move it to `earlier` of its procedure, or read it again in the later version.",
        cases: &[],
        about: "Nobody knows whether what only an earlier version of a page says still holds. Shown as today's rule it would send people the wrong way. A counter of which the version says from when (`valid_from`) is another matter.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
  pin-2024:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2024-02-01
    read_on: 2026-11-21
    read: part
    replaced_by: pin
counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: \"City hall, 1st floor, counter 3\" }
    kind: main
  branches:
    name: { ja: 各出張所, kana: かくしゅっちょうじょ, en: Branch offices }
    kind: branch
    several: true
procedures:
  pin-reset:
    at: [city-hall, branches]
    applicants:
      principal:
        steps: [{ visit: { bring: [{ identity: A | B, of: principal }] } }]
      legal-representative:
        source: pin-2024
        represents: [under-15]
        principal_attends: required
        steps: [{ visit: { bring: [{ identity: A, of: legal-representative }] } }]
",
    ),
    right: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
  pin-2024:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2024-02-01
    read_on: 2026-11-21
    read: part
    replaced_by: pin
counters:
  city-hall:
    name: { ja: 市役所1階3番窓口, kana: しやくしょ1かい3ばんまどぐち, en: \"City hall, 1st floor, counter 3\" }
    kind: main
  branches:
    name: { ja: 各出張所, kana: かくしゅっちょうじょ, en: Branch offices }
    kind: branch
    several: true
procedures:
  pin-reset:
    at: [city-hall, branches]
    applicants:
      principal:
        steps: [{ visit: { bring: [{ identity: A | B, of: principal }] } }]
      legal-representative:
        represents: [under-15]
        steps: [{ visit: { bring: [{ identity: A, of: legal-representative }] } }]
    earlier:
      - source: pin-2024
        at: [city-hall]
        applicants:
          legal-representative:
            represents: [under-15]
            principal_attends: required
            steps: [{ visit: { bring: [{ identity: A, of: legal-representative }] } }]
",
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(city) = subject.municipality() else { return };
    if city.sources.values().all(|source| source.replaced_by.is_none()) {
        return;
    }
    let (used, cited) = walk(city);
    for (id, route) in cited {
        let is_of_today = match route.parts() {
            [Part::Key(key), Part::Key(name), Part::Key(_)] if key == "counters" => {
                used.contains(&("counters", name.clone()))
                    && city.counters.iter().any(|(id, counter)| id.as_str() == name && counter.valid_from.is_none())
            }
            [Part::Key(key), Part::Key(name), ..] if key == "identity_documents" => {
                used.contains(&("identity_documents", name.clone()))
            }
            [Part::Key(key), ..] => !matches!(key.as_str(), "slips" | "sources"),
            _ => false,
        };
        if is_of_today {
            found.push(subject.finding(&RULE, subject.span(&route)).text("id", id));
        }
    }
}

/// A counter or a class: the key of its list, and its id.
type Definition = (&'static str, String);

/// The counters and classes that today's rules use, and the places that cite an earlier version, those of
/// superseded rules left out: they are not of today.
fn walk(city: &Municipality) -> (BTreeSet<Definition>, Vec<(String, Route)>) {
    let (mut used, mut cited) = (BTreeSet::new(), Vec::new());
    city.references(&mut |to, id, path| {
        let of = match to {
            Reference::Source => None,
            Reference::Counter => Some("counters"),
            Reference::Class => Some("identity_documents"),
            _ => return,
        };
        let route = path.route();
        if is_superseded(city, &route) {
            return;
        }
        match of {
            Some(key) => drop(used.insert((key, id.to_owned()))),
            None => {
                let replaced =
                    city.sources.iter().any(|(known, source)| known.as_str() == id && source.replaced_by.is_some());
                cited.extend(replaced.then(|| (id.to_owned(), route)));
            }
        }
    });
    (used, cited)
}

/// Whether a place is in a rule that is over: one of `earlier`, or a procedure of an earlier version.
fn is_superseded(city: &Municipality, route: &Route) -> bool {
    let [Part::Key(key), Part::Key(name), rest @ ..] = route.parts() else { return false };
    let Some((_, rule)) = city.procedures.iter().find(|(id, _)| key == "procedures" && id.as_str() == name) else {
        return false;
    };
    matches!(rest.first(), Some(Part::Key(key)) if key == "earlier") || city.is_replaced(rule.source.as_ref())
}
