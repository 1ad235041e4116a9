//! One degree of a cell, as it is read and as it is told.

use chrono::{Datelike, NaiveDate};

use super::field::StudyField;
use crate::lexicon::{EDUCATION, Modifier};
use crate::reading::Range;

/// The highest step of `education`.
#[expect(clippy::cast_possible_truncation, reason = "six steps")]
pub(super) const TOP: u8 = EDUCATION.len() as u8 - 1;
/// The step that a degree which took longer in some places is on there.
const LONG: u8 = 4;

/// One degree that a cell names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct NamedDegree {
    /// Its level on `education`.
    pub level: Range,
    /// It is not finished, or not for certain.
    pub under_way: bool,
    /// Its field.
    pub field: StudyField,
    /// The last month named with it, counted from year 0; of a year alone its first.
    pub ends: Option<i32>,
    /// Words are left that may say anything of it.
    pub open: bool,
}

impl NamedDegree {
    /// A degree of which nothing is said, or none.
    pub(crate) const ANY: Self = Self {
        level: Range::between(0.0, TOP as f64),
        under_way: false,
        field: StudyField::Unsaid,
        ends: None,
        open: false,
    };

    /// Whether it is finished on a day: it is not under way, and ends in no later month.
    pub(crate) fn is_finished(&self, day: NaiveDate) -> bool {
        let month = day.year() * 12 + day.month0().cast_signed();
        !self.under_way && self.ends.is_none_or(|ends| ends <= month)
    }
}

/// A degree while its cell is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Degree {
    pub low: u8,
    pub high: u8,
    pub under_way: bool,
    /// The cell says that it is not had.
    pub negated: bool,
    /// Its own words deny it: "no degree".
    pub denial: bool,
    /// It is one of several of its level, so that who has not had it may have had another.
    pub of_a_kind: bool,
    /// It is said where or at which school.
    pub placed: bool,
    /// It took four or five years in some places, and whether it was there.
    pub licence: bool,
    pub long: bool,
    pub field: StudyField,
    pub ends: Option<i32>,
    /// Words are left that may say anything of it.
    pub open: bool,
    /// Nothing but its level is said so far.
    pub bare: bool,
    /// What is said of it is said of the one before as well: "BA and MA in Law".
    pub with: bool,
}

impl Degree {
    /// One of which nothing is said.
    pub(super) const NEW: Self = Self {
        low: 0,
        high: TOP,
        under_way: false,
        negated: false,
        denial: false,
        of_a_kind: false,
        placed: false,
        licence: false,
        long: false,
        field: StudyField::Unsaid,
        ends: None,
        open: false,
        bare: true,
        with: false,
    };

    /// Whether it may be any of several degrees, as "diploma" may.
    pub(super) const fn is_wide(&self) -> bool {
        self.high - self.low >= 2
    }

    /// Whether it says that there is none, or none of a certain step.
    pub(super) const fn denies(&self) -> bool {
        self.low == 0 && self.high < TOP && !self.negated
    }

    /// Whether its levels are among those of another.
    pub(super) const fn is_within(&self, other: &Self) -> bool {
        other.low <= self.low && self.high <= other.high
    }

    /// A step or a higher one, a lower one.
    pub(super) fn bounded(&mut self, bound: Modifier) {
        match bound {
            Modifier::AtLeast | Modifier::Over => self.high = TOP,
            Modifier::AtMost => self.low = 0,
            Modifier::Under => self.lacked(),
            Modifier::About | Modifier::Almost => self.open = true,
            Modifier::Exactly => {}
        }
    }

    /// It is not had, nor a higher one.
    pub(super) fn lacked(&mut self) {
        // Of a word that may be no degree at all, such as "certificate", only the highest that it may be is surely not had.
        let least = if self.low <= 1 { self.high } else { self.low };
        (self.low, self.high, self.negated) = (0, least.saturating_sub(1), true);
    }

    /// Whether it denies one of the degrees, fields, places or schools of a level, and so says nothing of the others: "no
    /// degree in law", "no degree in Belgium".
    fn denies_one(&self) -> bool {
        (self.negated || self.denial) && (self.of_a_kind || self.placed || self.field != StudyField::Unsaid)
    }

    /// Takes in another word for it; with `same`, both are meant, else either.
    pub(super) fn join(&mut self, other: &Self, same: bool) {
        (self.low, self.high) = match same {
            true => (self.low.max(other.low), self.high.min(other.high)),
            false => (self.low.min(other.low), self.high.max(other.high)),
        };
        self.under_way |= other.under_way;
        self.field = self.field.max(other.field);
        self.licence |= other.licence;
        self.open |= other.open;
    }

    /// Whether it says nothing beside a degree that is named: a certificate.
    const fn is_minor(&self) -> bool {
        self.low == 0 && self.high == TOP
    }

    fn told(&self) -> NamedDegree {
        let high = if self.licence && self.long { self.high.max(LONG) } else { self.high };
        NamedDegree {
            level: Range::between(f64::from(self.low), f64::from(high)),
            under_way: self.under_way && !self.negated,
            field: self.field,
            ends: self.ends.filter(|_| !self.negated),
            open: self.open,
        }
    }
}

/// The degrees of a cell, of which `fields` may be asked. What is not had bounds the others: "Bac, pas de licence".
pub(super) fn finished(all: &[Degree], fields: bool) -> Vec<NamedDegree> {
    let lacks = all
        .iter()
        .filter(|degree| degree.negated && !degree.denies_one() && !degree.open)
        .map(|degree| degree.high)
        .min();
    let had = |degree: &&Degree| !degree.is_minor() && !degree.negated && !degree.denies_one();
    let named = all.iter().any(|degree| had(&degree));
    let best = all.iter().filter(had).map(|degree| degree.field).max();
    // A certificate beside a degree counts where its field may be the one that is asked for, and the degree's is not.
    let nearer = |degree: &Degree| fields && degree.field > StudyField::Other && Some(degree.field) > best;
    let says = |degree: &&Degree| !degree.is_minor() || degree.open || nearer(degree);
    let counted = all.iter().filter(|degree| !named || says(degree) && !degree.denies_one());
    counted
        .map(|degree| match lacks {
            Some(most) if !degree.negated => Degree { high: degree.high.min(most).max(degree.low), ..*degree },
            _ if degree.denies_one() => Degree { high: TOP, field: StudyField::Unsaid, ..*degree },
            _ => *degree,
        })
        .map(|degree| degree.told())
        .collect()
}
