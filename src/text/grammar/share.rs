//! How much of the working time something was.

use super::quantity::quantity;
use super::tenure::Share;
use crate::lexicon::{Joint, Sense, Share as Part, Topic};
use crate::reading::Range;
use crate::text::Cursor;

/// "at 50 %", "50 à 60 %", "mi-temps", "0.5 FTE": how much of the working time.
pub(super) fn share(cursor: &mut Cursor<'_>) -> Option<Share> {
    let mut ahead = *cursor;
    while ahead.take_neutral(Topic::Years) || ahead.take_any(|sense| matches!(sense, Sense::Slot(_))) {}
    let start = ahead;
    let found = percent(&mut ahead).or_else(|| {
        ahead = start;
        let fifths = fifths(&mut ahead);
        let share = fifths.or_else(|| quantity(&mut ahead, None)?.value.hull());
        let share = share.filter(|range| range.is_exact() && range.low <= 1.0)?;
        // "7 ans à 4/5"
        let before =
            cursor.at.checked_sub(1).filter(|_| fifths.is_some() && start.at > cursor.at && ahead.text(0) != "/");
        let unit = |at: usize| cursor.lexed().senses(at).iter().any(|sense| matches!(sense, Sense::Unit(_)));
        let whole = ahead.take_sense(Sense::Share(Part::Whole)) || before.is_some_and(unit);
        whole.then_some(Share { low: share.low, high: share.low })
    });
    let found = found.or_else(|| {
        ahead = start;
        ahead.take(|sense| match sense {
            Sense::Share(Part::Of(share)) => Some(Share { low: share, high: share }),
            Sense::Share(Part::Part) => Some(Share { low: 0.0, high: 1.0 }),
            _ => None,
        })
    })?;
    *cursor = ahead;
    Some(found)
}

/// "4/5", which is a date elsewhere.
fn fifths(cursor: &mut Cursor<'_>) -> Option<Range> {
    let of = |at: usize| cursor.figure(at)?.parse::<f64>().ok().filter(|figure| (1.0..=10.0).contains(figure));
    let (some, all) = (of(0)?, of(2).filter(|_| cursor.text(1) == "/")?);
    cursor.at += 3;
    Some(Range::exactly(some / all))
}

/// "50 %", "50-60 %"
pub(super) fn percent(cursor: &mut Cursor<'_>) -> Option<Share> {
    let sign = |cursor: &mut Cursor<'_>| cursor.take_text(&["%"]) || cursor.take_sense(Sense::Share(Part::Percent));
    let figure = |cursor: &mut Cursor<'_>| {
        let figure = cursor.figure(0)?.parse().ok().filter(|figure| *figure <= 100.0)?;
        cursor.at += 1;
        Some(figure)
    };
    let low: f64 = figure(cursor)?;
    let signed = sign(cursor);
    let mut to = *cursor;
    let joined = to.take_sense(Sense::Joint(Joint::To)) || to.take_text(&["-"]);
    // "3 à 50 %" are three years at the half: nobody works three hundredths of the time.
    let joined = joined && (signed || low >= 10.0);
    let high = joined.then(|| figure(&mut to)).flatten().filter(|high| *high >= low && sign(&mut to));
    match high {
        Some(high) => {
            *cursor = to;
            Some(Share { low: low / 100.0, high: high / 100.0 })
        }
        None => signed.then_some(Share { low: low / 100.0, high: low / 100.0 }),
    }
}
