//! What sets a municipality apart from the national rule and from most others.

use std::fmt::Write as _;

use madoguchi_schema::model::{Fact, State};
use serde::Serialize;

use super::city::City;
use super::frame::LinkView;
use super::page::comparison::MOST_TOGETHER;
use super::standing::{Against, StandingView};
use super::words::{Worded, Words};
use crate::facet::{Class, Column, Group, Standing, Subject, Survey, Value};
use crate::hash::sha256;

/// So many differences are shown; the comparison has all of them.
const MOST_SHOWN: usize = 4;
/// Fewer pages than this are no "most municipalities".
const FEWEST_STATING: usize = 10;

/// The section of a procedure's page.
#[derive(Debug, Serialize)]
pub(crate) struct Differs {
    differences: Vec<Difference>,
    /// How many more there are.
    more: usize,
    compare: LinkView,
}

#[derive(Debug, Serialize)]
struct Difference {
    facet: LinkView,
    standing: StandingView,
    here: String,
    /// What holds everywhere, or what most pages say, with the numbers.
    there: String,
}

/// A difference before it is put into words.
struct Found<'s, 'd> {
    column: &'s Column<'d>,
    standing: Standing,
    here: &'s Value,
    against: Against,
}

impl Differs {
    /// The differences of a municipality; none where nothing is known to differ. `links` leads to
    /// the page of a facet.
    pub(crate) fn new(
        city: &City<'_>,
        survey: &Survey<'_>,
        subject: &Subject<'_>,
        compare: LinkView,
        links: impl Fn(&Column<'_>) -> String,
    ) -> Worded<Option<Self>> {
        let Some(place) = survey.place(subject) else { return Ok(None) };
        let columns = survey.columns.iter().filter(|column| column.facet.group != Group::Page);
        let mut found: Vec<Found<'_, '_>> = columns.flat_map(|column| differences(column, place)).collect();
        // What holds everywhere first; then what is more or less, then what is merely different.
        found.sort_by_key(|one| (matches!(one.against, Against::Most), one.standing == Standing::Different));
        let more = found.len().saturating_sub(MOST_SHOWN);
        let shown = found.iter().take(MOST_SHOWN).map(|one| one.view(city, links(one.column)));
        let differences: Vec<Difference> = shown.collect::<Worded<Vec<_>>>()?.into_iter().flatten().collect();
        Ok((!differences.is_empty()).then_some(Self { differences, more, compare }))
    }
}

/// A hash of everything that the section says of most municipalities, whichever it is of.
pub(crate) fn said_of_most(survey: &Survey<'_>) -> String {
    let mut said = format!("{}", survey.subjects.len() > MOST_TOGETHER);
    for column in &survey.columns {
        let known = majority(column).and_then(|most| Some((most, column.findings.get(*most.members.first()?)?)));
        let most =
            known.map(|(most, first)| (&first.fact, first.varies, most.members.len(), column.count(State::Stated)));
        // Writing into a text does not fail.
        let _ = write!(said, "\n{} {most:?}", column.facet.id);
    }
    sha256(said)
}

fn differences<'s, 'd>(column: &'s Column<'d>, place: usize) -> Vec<Found<'s, 'd>> {
    let Some(finding) = column.findings.get(place) else { return Vec::new() };
    let Fact::Stated(here) = &finding.fact else { return Vec::new() };
    let to_most = || {
        let most = majority(column)?;
        let known = column.findings.get(*most.members.first()?)?;
        Some((Against::Most, Standing::of(finding, known)))
    };
    [Some((Against::National, column.to_national(place))), to_most()]
        .into_iter()
        .flatten()
        .filter(|(_, standing)| standing.is_difference())
        .map(|(against, standing)| Found { column, standing, here, against })
        // What differs from the rule is said once.
        .take(1)
        .collect()
}

impl Found<'_, '_> {
    fn view(&self, city: &City<'_>, href: String) -> Worded<Option<Difference>> {
        let words = city.words;
        let Some(standing) = words.standing(self.standing, self.here.scale(), self.against)? else { return Ok(None) };
        let there = match self.against {
            Against::National => {
                let value = self.column.national.as_ref().and_then(|national| national.value.as_ref());
                value.map(|value| words.say_of("differs-national", city.one_line(value)?)).transpose()?
            }
            Against::Most | Against::First => {
                self.column.most().map(|most| most_says(city, self.column, most)).transpose()?
            }
        };
        Ok(Some(Difference {
            facet: LinkView::to(href, words.facet_in_group(self.column)?),
            standing,
            here: city.one_line(self.here)?,
            there: there.unwrap_or_default(),
        }))
    }
}

/// What more than half of those say that say it.
fn majority<'s>(column: &'s Column<'_>) -> Option<&'s Class> {
    let stating = column.count(State::Stated);
    column.most().filter(|most| stating >= FEWEST_STATING && most.members.len() * 2 > stating)
}

fn most_says(city: &City<'_>, column: &Column<'_>, most: &Class) -> Worded {
    let value = column.value(most).map(|value| city.one_line(value)).transpose()?.unwrap_or_default();
    let (count, total) = (most.members.len(), column.count(State::Stated));
    city.words.say_with("differs-most", &[("text", value.into()), ("count", count.into()), ("total", total.into())])
}

impl City<'_> {
    /// A value in one line, without the city's own notation.
    pub(crate) fn one_line(&self, value: &Value) -> Worded {
        self.words.list(&self.cell_lines(value)?)
    }

    /// A value line by line, each with what is said of it but without notes.
    pub(crate) fn cell_lines(&self, value: &Value) -> Worded<Vec<String>> {
        let lines = self.lines(&value.without_notes())?.into_iter().map(|line| match line.remarks.is_empty() {
            true => Ok(line.text),
            false => self.words.say_with(
                "compare-remarks",
                &[("text", line.text.into()), ("remarks", self.words.list(&line.remarks)?.into())],
            ),
        });
        lines.collect()
    }
}

impl Words<'_> {
    /// A facet with its group: three groups have a number of visits.
    pub(crate) fn facet_in_group(&self, column: &Column<'_>) -> Worded {
        self.say_with(
            "labelled",
            &[("label", self.group(column.facet.group)?.into()), ("text", self.facet(column.facet)?.into())],
        )
    }
}
