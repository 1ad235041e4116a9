//! How much of the working time something was.

use super::of::Of;
use super::quantity::quantity;
use crate::lexed::{Cursor, is, said};
use crate::lexicon::{Joint, Sense, Share, Slot, Topic};
use crate::reading::Range;

/// A share of the working time, at least and at most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Portion {
    pub low: f64,
    pub high: f64,
    /// It is so many per cent, which may be of the working time, or of the years that were something.
    pub percent: bool,
    /// What is asked for follows: "10 % in human rights".
    pub of_subject: bool,
}

impl Portion {
    pub(super) const ALL: Self = Self::exactly(1.0);

    pub(super) const fn exactly(share: f64) -> Self {
        Self::between(share, share)
    }

    pub(super) const fn between(low: f64, high: f64) -> Self {
        Self { low, high, percent: false, of_subject: false }
    }
}

/// A duration, and how much of the working time it was.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    pub years: Range,
    pub share: Option<Portion>,
    /// It stood after a comma, and may be a part of the first.
    pub beside: bool,
    /// It is added to the one before: "+".
    pub added: bool,
    /// What is said of what it was of.
    pub of: Of,
}

impl Amount {
    /// The years, of which with `prorate` only that share counts.
    pub(super) fn counted(self, prorate: bool) -> Range {
        let share = self.share.filter(|_| prorate).unwrap_or(Portion::ALL);
        self.years.times(share.low, share.high)
    }
}

/// "at 50 %", "50 à 60 %", "mi-temps", "0.5 FTE": how much of the working time.
pub(super) fn share(cursor: &mut Cursor<'_>) -> Option<Portion> {
    cursor.attempt(|cursor| {
        let (before, from) = (cursor.before(), cursor.at);
        while cursor.take_neutral(Topic::Years) || cursor.take_any(is!(Sense::Slot(_))) {}
        let (start, last) = (*cursor, cursor.before().filter(|last| last.at >= from));
        // "7 ans à 4/5"
        let of_unit = before.is_some_and(|before| before.at + 1 < cursor.at && before.has(0, is!(Sense::Unit(_))));
        let in_words = said!(
            Sense::Share(Share::Of(share)) => Portion::exactly(share),
            Sense::Share(Share::Part) => Portion::between(0.0, 1.0),
        );
        let part = |cursor: &mut Cursor<'_>| {
            let fifths = cursor.attempt(fifths);
            let part = fifths.or_else(|| {
                quantity(cursor, None)?.value.hull().filter(|range| range.is_exact()).map(|range| range.low)
            });
            let whole = fifths.is_some() && of_unit && cursor.text(0) != "/";
            part.filter(|part| *part <= 1.0 && (cursor.take_sense(Sense::Share(Share::Whole)) || whole))
        };
        let percent = cursor.attempt(percent);
        // "human rights 10 %", but not "human rights at 50 %"
        let after = last.is_some_and(|last| !last.has(0, is!(Sense::Slot(_))) && Of::said(&start, from) == Of::Subject);
        let of_subject = after || is_of_subject(*cursor);
        // "8 years at 80 % in human rights"
        let at = last.is_some_and(|last| last.at == from && last.has(0, is!(Sense::Slot(Slot::Level))));
        let worked = at && before.is_some_and(|before| before.has(0, is!(Sense::Unit(_))));
        // "6 years (50 % Oxfam, 50 % Amnesty)": half of the time, or of the years.
        let level = last.is_some_and(|last| last.has(0, is!(Sense::Slot(Slot::Level))));
        let elsewhere = !level && somewhere(*cursor);
        let percent = percent.map(|share| Portion {
            high: if elsewhere { 1.0 } else { share.high },
            percent: !worked,
            of_subject: of_subject && !worked,
            ..share
        });
        let found = percent.or_else(|| cursor.attempt(part).map(Portion::exactly));
        found.or_else(|| cursor.take(in_words))
    })
}

/// Whether what is asked for comes next: "10 % human rights", "10 % of which in human rights".
fn is_of_subject(mut cursor: Cursor<'_>) -> bool {
    let from = cursor.at;
    while cursor.take_any(is!(Sense::Slot(_) | Sense::Joint(Joint::OfWhich))) || cursor.take_neutral(Topic::Years) {}
    Of::said(&cursor, from) == Of::Subject
}

/// Whether it comes next where somebody was, or what as: "50 % in Kenya", "50 % manager".
fn somewhere(mut cursor: Cursor<'_>) -> bool {
    while cursor.take_neutral(Topic::Years) {}
    cursor.take_any(is!(Sense::Joint(Joint::OfWhich) | Sense::Place))
        || cursor.take_named()
        || cursor.take_name()
        || cursor.take_role()
}

/// "4/5", which is a date elsewhere.
fn fifths(cursor: &mut Cursor<'_>) -> Option<f64> {
    let of = |cursor: &mut Cursor<'_>| cursor.take_figure()?.parse().ok().filter(|of| (1.0..=10.0).contains(of));
    let some: f64 = of(cursor)?;
    let all: f64 = cursor.after(|cursor| cursor.take_text(&["/"]), of)?;
    Some(some / all)
}

/// "50 %", "50-60 %"
fn percent(cursor: &mut Cursor<'_>) -> Option<Portion> {
    let sign = |cursor: &mut Cursor<'_>| cursor.take_text(&["%"]) || cursor.take_sense(Sense::Share(Share::Percent));
    let figure = |cursor: &mut Cursor<'_>| cursor.take_figure()?.parse().ok().filter(|figure| *figure <= 100.0);
    let low: f64 = figure(cursor)?;
    let signed = sign(cursor);
    // "3 à 50 %" are three years at the half: nobody works three hundredths of the time.
    let joins =
        |cursor: &mut Cursor<'_>| (signed || low >= 10.0) && (cursor.take_joint(Joint::To) || cursor.take_text(&["-"]));
    let high = cursor.after(joins, |cursor| figure(cursor).filter(|high| *high >= low && sign(cursor)));
    (signed || high.is_some()).then_some(Portion::between(low / 100.0, high.unwrap_or(low) / 100.0))
}
