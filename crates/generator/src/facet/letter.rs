use madoguchi_schema::model::{FillIn, Said};

use super::trip::{AGENT, Trip, by_steps, said};
use super::{Finding, Origin, Subject, Value};

/// To whom the inquiry goes, and to which address.
pub(super) fn addressee<'d>(subject: &Subject<'d>) -> Finding<'d> {
    by_steps(subject, AGENT, |trip| {
        let Some((letter, origin)) = letter(trip) else { return Finding::absent(trip.origin) };
        let address = letter.address.as_ref().and_then(Said::value).copied();
        said(letter.to.as_ref(), origin, |to| Value::Addressee(*to, address))
    })
}

pub(super) fn mail<'d>(subject: &Subject<'d>) -> Finding<'d> {
    by_steps(subject, AGENT, |trip| {
        let Some((letter, origin)) = letter(trip) else { return Finding::absent(trip.origin) };
        said(letter.mail.as_ref(), origin, |mail| Value::Mail(*mail))
    })
}

fn letter<'d>(trip: &Trip<'_, 'd>) -> Option<(&'d madoguchi_schema::model::Letter, Origin<'d>)> {
    let letter = trip.letters().next()?;
    Some((letter, trip.origin.under(letter.section.as_ref())))
}

/// By when the reply must be brought: the letter may say it, or the visit.
pub(super) fn deadline<'d>(subject: &Subject<'d>) -> Finding<'d> {
    by_steps(subject, AGENT, |trip| {
        let by_letter = trip.letters().find_map(|letter| {
            let origin = trip.origin.under(letter.section.as_ref());
            letter.reply_within.as_ref().map(|deadline| (deadline, origin))
        });
        let by_visit = || trip.visits().find_map(|visit| visit.within.as_ref().map(|d| (d, trip.origin_of(visit))));
        match by_letter.or_else(by_visit) {
            Some((deadline, origin)) => said(Some(deadline), origin, |deadline| Value::Deadline(*deadline)),
            None => Finding::absent(trip.origin),
        }
    })
}

pub(super) fn concealment<'d>(subject: &Subject<'d>) -> Finding<'d> {
    by_steps(subject, AGENT, |trip| {
        let by_form = |fill_in: &'d FillIn| fill_in.pin_concealed.as_ref();
        said(trip.fill_ins().find_map(by_form), trip.origin, |how| Value::Concealment(*how))
    })
}

/// Who types the new PIN in.
pub(super) fn pin_entry<'d>(subject: &Subject<'d>) -> Finding<'d> {
    by_steps(subject, AGENT, |trip| {
        let entry = trip.visits().rev().find_map(|visit| visit.pin_entered_by.as_ref().map(|by| (by, visit)));
        match entry {
            Some((by, visit)) => said(Some(by), trip.origin_of(visit), |by| Value::Person(*by)),
            None => Finding::absent(trip.origin),
        }
    })
}
