//! What a reading measures, and how sizes in it are said.

use std::sync::Arc;

use chrono_tz::Tz;

use crate::catalogue::{Lang, Say, Text, kinds as words};
use crate::reading::Bound;
use crate::scale::Scale;

/// What a reading measures, so that it can be put into words.
#[derive(Clone, Debug)]
pub enum Unit {
    /// Years, as a duration or as periods.
    Years,
    /// A plain number.
    Number,
    /// A step of a scale, the lowest being 0.
    Step(Arc<Scale>),
    /// Seconds since 1970 in UTC, shown in this time zone.
    Moment(Tz),
    /// 1 for yes, 0 for no.
    YesNo,
    /// 1 for there, 0 for not there.
    Presence,
    /// 1 for one of the values, 0 for another.
    Category,
    /// How many of something.
    Count(Count),
    /// The mean of the ratings, out of this.
    Rating(f64),
}

/// How many of something there are, out of so many where that is known.
#[derive(Clone, Copy, Debug)]
pub struct Count {
    /// How many there can be.
    pub of: Option<usize>,
    /// What is counted.
    pub noun: &'static Noun,
}

/// What a kind counts, in words; it stands beside the kind.
#[derive(Debug)]
pub struct Noun {
    /// So many of it, as a requirement says it: "2 of 8 terms".
    pub asked: fn(Option<usize>, f64) -> Text,
    /// So many of it, as a reading says it: the number, and as it is written.
    pub read: fn(Lang, Option<usize>, (f64, &str)) -> String,
    /// None of it, where a sentence of its own says that better.
    pub none: Option<fn(Lang, Option<usize>) -> String>,
    /// What to ask a candidate about the cells of these columns.
    pub ask: fn(Lang, &str) -> String,
    /// Whether what is quoted of the candidate shows what was counted, so that a letter need not say it again.
    pub shown: bool,
}

impl Count {
    /// So many of it, as a requirement says it.
    #[must_use]
    pub fn asked(&self, size: f64) -> Text {
        (self.noun.asked)(self.of, size)
    }

    /// So many of it, as a reading says it.
    #[must_use]
    pub fn read(&self, lang: Lang, number: (f64, &str)) -> String {
        (self.noun.read)(lang, self.of, number)
    }

    /// The most that there can be.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "lists of a criteria file are short")]
    pub fn most(&self) -> f64 {
        self.of.map_or(f64::INFINITY, |of| of as f64)
    }
}

impl Unit {
    /// What a bound asks: "at least 7 years".
    #[must_use]
    pub fn sizes(&self, bound: Bound) -> Text {
        let say = |size: f64| self.size(size);
        match (bound.at_least, bound.at_most) {
            (Some(least), Some(most)) => words::from_to(say(least), say(most)),
            (Some(least), None) => match self {
                Self::Step(scale) if step_index(least) == scale.top() => words::exactly(say(least)),
                Self::Step(_) => words::or_better(say(least)),
                _ => words::at_least(say(least)),
            },
            (None, Some(most)) => words::at_most(say(most)),
            (None, None) => bound.full_at.map_or_else(Text::default, |full| match self {
                Self::Step(_) => words::higher_is_better(say(full)),
                _ => words::more_is_better(say(full)),
            }),
        }
    }

    /// A size: "7 years", "C1".
    #[must_use]
    pub fn size(&self, size: f64) -> Text {
        match self {
            Self::Years => words::years(size),
            Self::Step(scale) => words::quoted(&scale.name(step_index(size))),
            Self::Rating(out_of) => words::out_of_text(size, *out_of),
            Self::Count(count) => count.asked(size),
            Self::Number | Self::Moment(_) | Self::YesNo | Self::Presence | Self::Category => {
                Text::each(|lang| size.say(lang))
            }
        }
    }
}

/// The step of a scale that a size stands for.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "steps are small and not negative")]
pub fn step_index(size: f64) -> usize {
    size.clamp(0.0, 1e6).round() as usize
}
