//! The differences as plain data in both languages: what every format is drawn from.

use madoguchi_schema::dataset::MunicipalityFile;
use madoguchi_schema::model::{Fact, State};
use madoguchi_schema::published::{Coded, Texts};
use madoguchi_schema::scalar::Day;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;

use super::said::{Language, Said, Speaker};
use super::{Difference, LeftOut, Place, Sides, What, differences};
use crate::export::coded::coded;
use crate::facet::{Finding, Standing};
use crate::hash::sha256;
use crate::{Assets, Lang, SiteError};

/// The version of the report for programs. It changes when a field goes or means something else.
const VERSION: u32 = 1;

/// What changes for residents between two states of the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "diff-report")]
pub struct Report {
    /// The version of this form.
    pub version: u32,
    /// The day as of which rules were compared; later days are named where something changes on them.
    pub today: String,
    /// How many changes there are.
    pub changes: usize,
    /// Files that could not be compared, left out of both sides.
    pub left_out: Vec<LeftOutRecord>,
    /// What changed, by place: the nation first, then the municipalities by code.
    pub places: Vec<PlaceRecord>,
    /// An entry for the feed of changes for each municipality, and for the nation.
    pub feed: Vec<FeedRecord>,
}

/// A file that could not be compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "left-out")]
pub struct LeftOutRecord {
    /// `base` or `head`: on which side it has faults.
    pub side: String,
    /// Its path below `datasets/`.
    pub path: String,
    /// How many findings; none where the file is missing.
    pub findings: usize,
}

/// A municipality, or the nation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "place")]
pub struct PlaceRecord {
    /// The municipality's code; none for the nation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub municipality: Option<String>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Texts>,
    /// Its prefecture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefecture: Option<Texts>,
    /// What changed there.
    pub changes: Vec<LineRecord>,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "change")]
pub struct LineRecord {
    /// What kind of thing changed: `fact`, `source`, `procedure` and so on.
    pub kind: String,
    /// `new`, `gone` or `changed`.
    pub turn: String,
    /// The procedures of which it is so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub procedures: Vec<String>,
    /// The facet that changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facet: Option<String>,
    /// How the new stands to the old, by implication: `same`, `stricter`, `looser`, `different`, `unknown`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<String>,
    /// The first day on which it is so, where that is after today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// What it is about.
    pub label: Texts,
    /// What happened.
    pub text: Texts,
    /// What it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<SideRecord>,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<SideRecord>,
}

/// One side of a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "side")]
pub struct SideRecord {
    /// The state of a fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    /// In words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Texts>,
    /// The value in codes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Coded>,
    /// The page on which it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// An entry for the feed of changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "feed-entry")]
pub struct FeedRecord {
    /// The same as long as what changed is the same.
    pub id: String,
    /// The municipality's code; none for the nation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub municipality: Option<String>,
    /// The last day on which a page of it was read; of the nation, the day of the report.
    pub updated: String,
    /// The entry's title.
    pub title: Texts,
    /// What changed, a line each.
    pub summary: Texts,
}

/// What changed between two states, in words of the site and of the comparison.
///
/// # Errors
///
/// Names the message that is wrong.
pub fn report(sides: &Sides, assets: &Assets, today: Day) -> Result<Report, SiteError> {
    let (ja, en) = (Language::new(assets, Lang::Ja)?, Language::new(assets, Lang::En)?);
    let ja = Speaker::new(&ja, &sides.base, &sides.head);
    let en = Speaker::new(&en, &sides.base, &sides.head);
    let found = differences(&sides.base, &sides.head, today);
    let mut places: Vec<(Place<'_>, PlaceRecord)> = Vec::new();
    for difference in &found {
        let line = line(difference, ja.say(difference)?, en.say(difference)?);
        let code = code_of(&difference.place);
        match places.last_mut().filter(|(_, place)| place.municipality == code) {
            Some((_, place)) => place.changes.push(line),
            None => {
                let place = place_record(&difference.place, line, &ja, &en);
                places.push((difference.place, place));
            }
        }
    }
    let feed = places.iter().map(|(place, record)| feed(place, record, today)).collect();
    Ok(Report {
        version: VERSION,
        today: today.to_string(),
        changes: found.len(),
        left_out: sides.left_out.iter().map(left_out).collect(),
        places: places.into_iter().map(|(_, record)| record).collect(),
        feed,
    })
}

/// The report as JSON.
///
/// # Errors
///
/// Where it cannot be written, which no report is known to cause.
pub fn json(report: &Report) -> Result<String, SiteError> {
    let fault = |error: serde_json::Error| SiteError::Export { file: "diff".into(), fault: error.to_string() };
    let text = serde_json::to_string_pretty(report).map_err(fault)?;
    // The older of GitHub's two signs of a workflow command is looked for anywhere in a line. It can
    // stand in a string only.
    Ok(text.replace("##[", "\\u0023\\u0023[") + "\n")
}

/// The JSON Schema of the report.
#[must_use]
pub fn json_schema() -> serde_json::Value {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Report>().to_value()
}

fn code_of(place: &Place<'_>) -> Option<String> {
    match place {
        Place::National => None,
        Place::Municipality(code, ..) => Some(code.to_string()),
    }
}

fn left_out(file: &LeftOut) -> LeftOutRecord {
    LeftOutRecord { side: file.side.name().to_owned(), path: file.path.clone(), findings: file.faults }
}

fn place_record(place: &Place<'_>, line: LineRecord, ja: &Speaker<'_>, en: &Speaker<'_>) -> PlaceRecord {
    let changes = vec![line];
    match place {
        Place::National => PlaceRecord { municipality: None, name: None, prefecture: None, changes },
        Place::Municipality(code, base, head) => {
            let name = head.or(*base).map(|file| &file.municipality.name);
            let prefecture = code.prefecture();
            PlaceRecord {
                municipality: Some(code.to_string()),
                name: name.map(|name| Texts { ja: name.ja.to_string(), en: name.en.to_string() }),
                prefecture: Some(Texts { ja: ja.prefecture(prefecture), en: en.prefecture(prefecture) }),
                changes,
            }
        }
    }
}

fn line(difference: &Difference<'_>, ja: Said, en: Said) -> LineRecord {
    let sides = |ja: Option<String>, en: Option<String>| {
        let text = ja.zip(en).map(|(ja, en)| Texts { ja, en });
        text.map(|text| SideRecord { state: None, text: Some(text), value: None, source: None })
    };
    let (kind, turn) = kind(&difference.what);
    let line = LineRecord {
        kind: kind.to_owned(),
        turn: turn.to_owned(),
        procedures: Vec::new(),
        facet: None,
        standing: None,
        from: None,
        label: Texts { ja: ja.label, en: en.label },
        text: Texts { ja: ja.text, en: en.text },
        before: sides(ja.before, en.before),
        after: sides(ja.after, en.after),
    };
    match &difference.what {
        What::Procedure(id, from, _) => {
            LineRecord { procedures: vec![id.to_string()], from: from.map(|day| day.to_string()), ..line }
        }
        What::Fact(fact) => LineRecord {
            procedures: fact.procedures.iter().map(ToString::to_string).collect(),
            facet: Some(fact.facet.id.to_owned()),
            standing: Some(standing(fact.standing).to_owned()),
            from: fact.from.map(|day| day.to_string()),
            before: Some(side(&fact.before, line.before)),
            after: Some(side(&fact.after, line.after)),
            ..line
        },
        _ => line,
    }
}

fn side(finding: &Finding<'_>, words: Option<SideRecord>) -> SideRecord {
    let stated = match &finding.fact {
        Fact::Stated(value) => Some(value),
        _ => finding.beside.as_ref(),
    };
    SideRecord {
        state: Some(finding.fact.state()),
        text: words.and_then(|words| words.text),
        value: stated.map(coded),
        source: Some(finding.origin.source.url.to_string()),
    }
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Same => "same",
        Standing::Stricter => "stricter",
        Standing::Looser => "looser",
        Standing::Different => "different",
        Standing::Unknown => "unknown",
    }
}

/// What kind of thing changed, and whether it came, went or reads otherwise.
fn kind(what: &What<'_>) -> (&'static str, &'static str) {
    const CHANGED: &str = "changed";
    match what {
        What::Municipality(turn) => ("municipality", turn.name()),
        What::Name(turn) => ("name", turn.name()),
        What::Source(turn) => ("source", turn.name()),
        What::Procedure(_, _, turn) => ("procedure", turn.name()),
        What::Fact(_) => ("fact", CHANGED),
        What::Contact(..) => ("contact", CHANGED),
        What::Class(_, turn) => ("identity-documents", turn.name()),
        What::Note(_, turn) => ("note", turn.name()),
        What::Rest(_) => ("other", CHANGED),
        What::Rule(_, turn) => ("national-rule", turn.name()),
        What::Law(_, turn) => ("law", turn.name()),
        What::Claim(_, turn) => ("claim", turn.name()),
        What::Holiday(_, turn) => ("holiday", turn.name()),
        What::Listed(turn) => ("national-list", turn.name()),
        What::Entry(kind, _, turn) => (kind.name(), turn.name()),
    }
}

fn feed(place: &Place<'_>, record: &PlaceRecord, today: Day) -> FeedRecord {
    let file: Option<&MunicipalityFile> = match place {
        Place::National => None,
        Place::Municipality(_, base, head) => head.or(*base),
    };
    let read = file.and_then(|file| file.municipality.sources.values().map(|source| source.read_on).max());
    let lines = |of: fn(&Texts) -> &str| {
        let lines = record.changes.iter().map(|line| format!("{}: {}", of(&line.label), of(&line.text)));
        lines.collect::<Vec<_>>().join("\n")
    };
    let summary = Texts { ja: lines(|texts| &texts.ja), en: lines(|texts| &texts.en) };
    let mut hash = sha256(format!("{}\n{}", summary.ja, summary.en));
    hash.truncate(12);
    let code = record.municipality.clone();
    let nation = || Texts { ja: "全国共通".to_owned(), en: "Everywhere".to_owned() };
    FeedRecord {
        id: format!("diff-{}-{hash}", code.as_deref().unwrap_or("national")),
        municipality: code,
        updated: read.unwrap_or(today).to_string(),
        title: record.name.clone().unwrap_or_else(nation),
        summary,
    }
}
