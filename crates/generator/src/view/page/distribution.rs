use std::collections::HashMap;
use std::fmt::Write as _;

use madoguchi_schema::model::{Fact, Municipality, State};
use serde::Serialize;

use super::{Context, compare_path, facet_path, facts_path};
use crate::facet::{Column, Survey};
use crate::hash::sha256;
use crate::view::city::Names;
use crate::view::facts::fact_anchor;
use crate::view::frame::{Frame, LinkView, Place, root};
use crate::view::part::HangsOn;
use crate::view::standing::{Against, NationalLink, StandingView};
use crate::view::state::StateView;
use crate::view::words::Worded;

/// One facet over all municipalities.
#[derive(Debug, Serialize)]
pub(crate) struct Distribution {
    frame: Frame,
    compare: LinkView,
    stated: usize,
    total: usize,
    national: Option<NationalView>,
    values: Vec<ValueView>,
    /// Those that do not state it, by state.
    states: Vec<StateCities>,
}

#[derive(Debug, Serialize)]
struct NationalView {
    lines: Vec<String>,
    rule: NationalLink,
}

/// What some pages state.
#[derive(Debug, Serialize)]
struct ValueView {
    lines: Vec<String>,
    /// Of a hundred that state the facet.
    share: usize,
    standing: Option<StandingView>,
    cities: Vec<LinkView>,
}

#[derive(Debug, Serialize)]
struct StateCities {
    state: StateView,
    cities: Vec<LinkView>,
}

impl Distribution {
    pub(crate) fn new(context: &Context<'_>, survey: &Survey<'_>, column: &Column<'_>) -> Worded<Self> {
        let words = context.words;
        let path = facet_path(survey.procedure, column.facet);
        let root = root(&path);
        let procedure = words.procedure(survey.procedure);
        let facet = words.facet_in_group(column)?;
        let named = [("facet", facet.as_str().into()), ("procedure", procedure.as_str().into())];
        let compare = LinkView::to(
            format!("{root}{}", compare_path(survey.procedure)),
            words.say_of("comparison-title", &procedure)?,
        );
        let place = Place {
            path: &path,
            title: words.say_with("distribution-title", &named)?,
            description: words.say_with("distribution-description", &named)?,
            crumbs: vec![compare.clone()],
        };
        let city = survey.subjects.first().map(|subject| context.city(subject.file).with(Names::Shared));
        let national = column.national.as_ref().map(|national| {
            let value = national.value.as_ref().zip(city.as_ref());
            let lines = value.map(|(value, city)| city.cell_lines(value)).transpose()?.unwrap_or_default();
            Ok(NationalView { lines, rule: words.national_link(&root, national)? })
        });
        Ok(Self {
            frame: context.frame(place)?,
            compare,
            stated: column.count(State::Stated),
            total: survey.subjects.len(),
            national: national.transpose()?,
            values: values(context, survey, column, &root)?,
            states: states(context, survey, column, &root)?,
        })
    }
}

/// What the page hangs on. Of those that are not the first to state something, and whose values it does not show, it
/// says the names, and who states the same as whom.
pub(crate) fn hangs_on<'d>(survey: &Survey<'d>, column: &Column<'d>) -> HangsOn<'d> {
    let firsts = column.classes.iter().filter_map(|class| class.members.first().copied());
    // What holds everywhere is written as the first of all would.
    let speaking = std::iter::once(0).chain(firsts).filter_map(|at| survey.subjects.get(at));
    let mut said = String::new();
    for ((subject, finding), class) in survey.subjects.iter().zip(&column.findings).zip(&column.class_of) {
        let Municipality { municipality: code, name, .. } = subject.municipality();
        // No name has a tab. Writing into a text does not fail.
        let _ = writeln!(said, "{code}\t{}\t{}\t{}\t{class:?}", name.ja, name.en, finding.fact.state().name());
    }
    HangsOn { files: speaking.map(|subject| subject.file).collect(), others: sha256(said) }
}

/// The different values, as the first that states each says it, the most frequent first.
fn values(context: &Context<'_>, survey: &Survey<'_>, column: &Column<'_>, root: &str) -> Worded<Vec<ValueView>> {
    let words = context.words;
    let mut values: Vec<ValueView> = Vec::new();
    let mut places: HashMap<Option<usize>, usize> = HashMap::new();
    for (at, (subject, finding)) in survey.subjects.iter().zip(&column.findings).enumerate() {
        let Fact::Stated(value) = &finding.fact else { continue };
        let link = link(context, column, root, subject)?;
        let class = column.class_of.get(at).copied().flatten();
        if let Some(known) = places.get(&class).and_then(|place| values.get_mut(*place)) {
            known.cities.push(link);
            continue;
        }
        let city = context.city(subject.file).with(Names::Shared);
        let mut lines = city.cell_lines(value)?;
        if finding.varies {
            lines.push(words.say("varies")?);
        }
        places.insert(class, values.len());
        values.push(ValueView {
            lines,
            share: 0,
            standing: words.standing(column.to_national(at), value.scale(), Against::National)?,
            cities: vec![link],
        });
    }
    values.sort_by_key(|value| std::cmp::Reverse(value.cities.len()));
    let stated = column.count(State::Stated);
    for value in &mut values {
        value.share = (value.cities.len() * 100 + stated / 2).checked_div(stated).unwrap_or_default();
    }
    Ok(values)
}

fn states(context: &Context<'_>, survey: &Survey<'_>, column: &Column<'_>, root: &str) -> Worded<Vec<StateCities>> {
    let in_state = |state: State| {
        let found = survey.subjects.iter().zip(&column.findings).filter(|(_, found)| found.fact.state() == state);
        let cities = found.map(|(subject, _)| link(context, column, root, subject)).collect::<Worded<_>>()?;
        Ok(StateCities { state: context.words.state(state)?, cities })
    };
    [State::Silent, State::Unclear, State::Unread].into_iter().map(in_state).collect()
}

fn link(
    context: &Context<'_>,
    column: &Column<'_>,
    root: &str,
    subject: &crate::facet::Subject<'_>,
) -> Worded<LinkView> {
    let href = format!("{root}{}#{}", facts_path(subject), fact_anchor(column.facet));
    Ok(LinkView::to(href, context.full_name(subject.file)?))
}
