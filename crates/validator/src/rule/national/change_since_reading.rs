//! A page that was read before a national change of what it states: the city may have rewritten it.
//!
//! What counts is the day of reading. A page that bears an old date and has been read since is as
//! the city left it; its outdated points are recorded as notes and slips.

use crate::rule::prelude::*;
use madoguchi_schema::model::{Change, Channel, Elsewhere, Municipality, Procedure, Source, Topic};
use madoguchi_schema::scalar::{ProcedureId, SourceId};

use super::source_of;

pub(crate) static RULE: Rule = Rule {
    code: "N007",
    name: "change-since-reading",
    level: Level::Note,
    ja: Text {
        message: "このページを読んだ後に、書いてあることに関わる全国の変更が { $count } 件ありました。最も新しいもの: { $date } { $change }",
        help: "ページを読み直して、read_on(と page_date)を新しくしてください。",
        cases: &[],
        about: "国の制度が変わると、自治体はページを書きかえます。変更より前に読んだページは、読み直すまで今のとおりとは言えません。",
    },
    en: Text {
        message: "National changes of what this page states since it was read: { $count }. The newest: { $date } { $english }",
        help: "Read the page again and bring `read_on` (and `page_date`) up to date.",
        cases: &[],
        about: "When national rules change, municipalities rewrite their pages. A page that was read before the change may say something else today.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-05-10
    read: whole
",
    ),
    right: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-07-01
    read: whole
",
    ),
    check: Some(Check::File(check)),
};

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(city) = subject.municipality() else {
        return;
    };
    for (id, source) in &city.sources {
        let since = changes(subject, id, source);
        let Some(newest) = since.iter().max_by_key(|change| change.date) else {
            continue;
        };
        let english = newest.title.en.as_ref().unwrap_or(&newest.title.ja);
        let route = Route::root().key("sources").key(id).key("read_on");
        found.push(
            subject
                .finding(&RULE, subject.span(&route))
                .with("count", Argument::Number(since.len()))
                .text("date", newest.date.to_string())
                .text("change", newest.title.ja.as_str())
                .text("english", english.as_str()),
        );
    }
}

/// The national changes of what a source states, from its reading to today.
pub(crate) fn changes<'d>(subject: &Subject<'d>, id: &SourceId, source: &Source) -> Vec<&'d Change> {
    let (Some(city), Some(changes)) = (subject.municipality(), subject.shared.changes) else {
        return Vec::new();
    };
    let stated = topics(city, id);
    let is_new = |change: &&Change| source.read_on < change.date && change.date <= subject.today();
    let is_stated = |change: &&Change| change.touches.iter().any(|topic| stated.contains(topic));
    changes.changes.values().filter(is_new).filter(is_stated).collect()
}

/// What a file states from one source.
fn topics(city: &Municipality, id: &SourceId) -> Vec<Topic> {
    let is_from = |named: &Option<SourceId>| source_of(city, named.as_ref()).is_some_and(|(of, _)| of == id);
    let mut topics = Vec::new();
    if city.pins.as_ref().is_some_and(|pins| is_from(&pins.source)) {
        topics.push(Topic::Pins);
    }
    if city.certificates.as_ref().is_some_and(|certificates| is_from(&certificates.source)) {
        topics.push(Topic::Certificates);
    }
    if city.identity_documents.values().any(|class| is_from(&class.source)) {
        topics.push(Topic::IdentityDocuments);
    }
    for (procedure_id, procedure) in &city.procedures {
        // What names no source of its own stands on the procedure's page.
        let of = |own: &Option<SourceId>| is_from(own) || (own.is_none() && is_from(&procedure.source));
        if is_from(&procedure.source) {
            topics.extend(of_procedure(procedure_id, procedure));
        }
        let is_agent = |id: &str| matches!(id, "legal-representative" | "agent");
        if procedure.applicants.iter().any(|(id, applicant)| is_agent(id.as_str()) && of(&applicant.source)) {
            topics.push(Topic::Agents);
        }
        let is_phone =
            |(channel, elsewhere): (&Channel, &Elsewhere)| *channel != Channel::PostOffice && of(&elsewhere.source);
        if procedure.elsewhere.iter().any(is_phone) {
            topics.extend([Topic::Procedures, Topic::Smartphone]);
        }
    }
    topics
}

fn of_procedure(id: &ProcedureId, procedure: &Procedure) -> Vec<Topic> {
    let mut topics = vec![Topic::Procedures];
    if id.as_str().starts_with("certificate-") {
        topics.push(Topic::Certificates);
    }
    if id.as_str().starts_with("card-") || id.as_str().starts_with("face-authentication-") {
        topics.push(Topic::Card);
    }
    if procedure.fee.is_some() {
        topics.push(Topic::Fees);
    }
    topics
}
