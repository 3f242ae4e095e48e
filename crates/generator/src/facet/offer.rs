use madoguchi_schema::model::{Channel, Fact, Said};

use super::trip::said;
use super::value::Way;
use super::{Finding, Subject, Value};

pub(super) fn reasons<'d>(subject: &Subject<'d>) -> Finding<'d> {
    let reasons = &subject.procedure.reasons;
    Finding::list((!reasons.is_empty()).then(|| Value::Reasons(reasons.clone())), None, subject.origin())
}

pub(super) fn pins<'d>(subject: &Subject<'d>) -> Finding<'d> {
    said(subject.procedure.pins.as_ref(), subject.origin(), |pins| Value::Pins(pins.clone()))
}

pub(super) fn fee<'d>(subject: &Subject<'d>) -> Finding<'d> {
    said(subject.procedure.fee.as_ref(), subject.origin(), |fee| Value::Yen(fee.yen))
}

/// The kiosk in a shop.
pub(super) fn kiosk<'d>(subject: &Subject<'d>) -> Finding<'d> {
    ways(subject, &[Channel::Kiosk])
}

/// At home, or wherever the phone is.
pub(super) fn at_home<'d>(subject: &Subject<'d>) -> Finding<'d> {
    ways(subject, &[Channel::JpkiSoftware, Channel::Mynaportal])
}

fn ways<'d>(subject: &Subject<'d>, channels: &[Channel]) -> Finding<'d> {
    let found = channels
        .iter()
        .filter_map(|channel| subject.procedure.elsewhere.get(channel).map(|elsewhere| (*channel, elsewhere)));
    let found: Vec<_> = found.collect();
    let Some((_, first)) = found.first() else { return Finding::absent(subject.origin()) };
    let origin = subject.inside(subject.origin(), first.source.as_ref(), first.section.as_ref());
    let unclear = found.iter().find_map(|(_, way)| way.offered.as_ref().and_then(Said::unclear));
    let stated: Vec<Way> = found
        .iter()
        .filter(|(_, way)| !matches!(way.offered, Some(Said::Unclear(_))))
        .map(|(channel, way)| Way {
            channel: *channel,
            // A page that describes a way offers it, unless it says that it does not.
            offered: way.offered.as_ref().and_then(Said::value).copied().unwrap_or(true),
            pins: way.pins.as_ref().and_then(Said::value).cloned().unwrap_or_default(),
        })
        .collect();
    match (stated.is_empty(), unclear) {
        (true, Some(note)) => Finding::new(Fact::Unclear(note.clone()), origin),
        (_, unclear) => Finding::list(Some(Value::Ways(stated)), unclear, origin),
    }
}
