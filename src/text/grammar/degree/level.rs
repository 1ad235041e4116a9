//! Levels: what bounds one, which words are of one degree, and what leaves one unfinished.

use super::entry::{Degree, TOP};
use super::field::{FieldLead, StudyField};
use super::graduation;
use super::reader::{DegreeReader, Link};
use crate::lexed::{Cursor, is};
use crate::lexicon::{Edge, Modifier, Sections, Sense, Study, Topic, sections};
use crate::tokens::TokenKind;

impl DegreeReader<'_> {
    /// A level, with what bounds it; or that there is none.
    pub(super) fn level(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let from = *cursor;
        let lacks = cursor.take_sense(Sense::Nothing(Topic::Degree));
        let bound = if lacks { None } else { cursor.take(|sense| sense.before().filter(is_sharp)) };
        if lacks || bound.is_some() {
            *cursor = self.leading(*cursor);
        } else if self.before == Some(FieldLead::Mark) && is_count(cursor) {
            cursor.at += 1;
            // "1. Master"
            cursor.at += usize::from(cursor.text(0) == "." && self.all.len() == self.clause);
        }
        if !self.is_level(cursor) {
            *cursor = from;
            return lacks && self.none(cursor);
        }
        let Some((low, high)) = cursor.sense(0, graduation::degree) else { return false };
        let counted = self.lexed.tokens_of(cursor.at).any(|at| self.lexed.tokens.is(at, TokenKind::Figure));
        let mut new = Degree {
            low,
            high,
            under_way: cursor.has(0, is!(Sense::UnderWay)),
            field: self.studied.of_level(cursor.at),
            licence: cursor.has(0, is!(Sense::Study(Study::Licence))),
            ..Degree::NEW
        };
        cursor.at += 1;
        new.high = graduation::years_after(cursor).map_or(new.high, |high| high.max(new.high));
        let plus = |cursor: &mut Cursor<'_>| cursor.take_glued(&["+"]) && (cursor.gap(0) || cursor.is_done());
        match bound {
            Some(bound) => new.bounded(bound),
            None if lacks => {
                // "No BSc" may be said with a BA, "no MBA" with an LLM.
                new.of_a_kind = new.high < TOP && is_abbreviation(&from, cursor);
                new.lacked();
            }
            // "No degree" is one phrase.
            None if new.denies() => new.denial = self.denies_by_itself(cursor.at - 1),
            None if cursor.follows(plus) => new.bounded(Modifier::AtLeast),
            None => {}
        }
        self.add(new, counted, cursor);
        true
    }

    /// Whether the first word of a phrase denies what the rest of it names.
    fn denies_by_itself(&self, at: usize) -> bool {
        const DENIALS: Sections = sections!(Degree; Nothing Negations);
        let tokens = self.lexed.tokens_of(at);
        let mut denies = false;
        self.lexed.meanings_from(tokens.start, DENIALS, |sense, end| {
            denies |= end < tokens.end && matches!(sense, Sense::Nothing(Topic::Degree) | Sense::Negation(true));
        });
        denies
    }

    /// "none": of the degree just named, or of all.
    fn none(&mut self, cursor: &mut Cursor<'_>) -> bool {
        // "Master: none", "PhD (none)"
        let marked = cursor.before().is_some_and(|before| matches!(before.text(0), ":" | "=" | "-" | "("));
        let next = cursor.skip(1);
        let ends = next.ends() || next.text(0) == ".";
        let target = self.target().filter(|at| self.all[*at].bare && !self.all[*at].negated && marked && ends);
        match target {
            Some(at) => self.all[at].lacked(),
            None if self.all.is_empty() && self.nothing.is_none() => self.nothing = Some(cursor.at),
            None => return false,
        }
        cursor.at += 1;
        true
    }

    /// Adds a degree, or takes it into the one before where both are one: "LLM (Master of Laws)", "diplôme de master",
    /// "licence ou master". Where the two say otherwise, it may be either.
    fn add(&mut self, new: Degree, counted: bool, cursor: &Cursor<'_>) {
        let target = self.target();
        let link = std::mem::replace(&mut self.link, Link::None);
        self.before = Some(FieldLead::Level);
        let (mut with, mut denied) = (false, false);
        if let Some(at) = target {
            let last = self.all[at];
            let overlap = last.low.max(new.low) <= last.high.min(new.high) && last.negated == new.negated;
            // "High school graduate": a word for any degree, side by side with one that it is not.
            let loose = last.is_wide() != new.is_wide() && !last.denies() && !new.denies();
            let one = match link {
                Link::None => last.bare && (overlap || loose),
                Link::Bracket(alone) => (alone || last.bare && overlap) && self.ahead.field == StudyField::Unsaid,
                Link::Or => last.bare,
                // "PhD, ABD": that it is not finished, in a word that names it again.
                Link::Mark if new.under_way && (last.low, last.high) == (new.low, new.high) => true,
                Link::Mark => overlap && new.is_wide() && last.is_within(&new) && self.is_remarked(cursor),
                Link::And => false,
            };
            if one {
                // "Maîtrise (Bac+4)": the years in a bracket may be another level than its name.
                let other = counted && !last.is_wide() && !new.is_within(&last);
                // "Certificate in LLM": in a subject of the degree, and not the degree.
                let led = cursor.at > 1 && self.lexed.has(cursor.at - 2, is!(Sense::Study(Study::Field)));
                let part = led && last.is_wide() && last.low == 0;
                let same = overlap && link != Link::Or && !part && !(other && matches!(link, Link::Bracket(_)));
                return self.all[at].join(&new, same);
            }
            with = link == Link::And && last.bare;
            // "no university degree: master"
            denied = link == Link::None && (last.negated || last.denies());
            if denied {
                self.left.add(cursor.at - 1);
            }
            // "Master in law, no degree awarded"
            if new.denies() {
                self.all[self.clause.min(at)..].iter_mut().for_each(|degree| degree.open = true);
            }
            // Which of two that say more is meant is not told.
            self.all[at].open |= link == Link::Or;
        }
        let ahead = std::mem::take(&mut self.ahead);
        self.all.push(Degree {
            field: new.field.max(ahead.field),
            under_way: new.under_way || ahead.under_way,
            ends: ahead.ends,
            placed: ahead.placed,
            open: denied || link == Link::Or && target.is_some(),
            bare: ahead.field == StudyField::Unsaid,
            with,
            ..new
        });
    }

    /// Whether a word for any degree only leads to what is said of the one before: "Master in Law, degree expected".
    fn is_remarked(&self, cursor: &Cursor<'_>) -> bool {
        let mut ahead = self.leading(*cursor);
        is_under_way(&ahead) || graduation::find(&mut ahead, self.habit).is_some()
    }

    /// What bounds the degree before, or says that one is not finished.
    pub(super) fn remark(&mut self, cursor: &mut Cursor<'_>) -> bool {
        if let (Some(bound), Some(at)) = (cursor.sense(0, |sense| sense.after().filter(is_sharp)), self.target()) {
            cursor.at += 1;
            self.all[at].bounded(bound);
            return true;
        }
        if !is_under_way(cursor) {
            return false;
        }
        cursor.at += 1;
        let mut next = self.leading(*cursor);
        while is_under_way(&next) {
            next.at += 1;
            next = self.leading(next);
        }
        // "LLB and currently pursuing LLM"
        let leads = self.is_level(&next);
        let of_next = leads && self.link != Link::None;
        let said = !of_next && self.about(|degree| degree.under_way = true);
        self.ahead.under_way |= leads || !said;
        true
    }
}

/// Whether the word before this place is an abbreviation, which is of one degree among others of its level.
fn is_abbreviation(from: &Cursor<'_>, cursor: &Cursor<'_>) -> bool {
    let word = cursor.before().map_or("", |word| word.lexed().written(word.at, cursor.at));
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    capitals > 1 && !from.lexed().shouts()
}

/// Whether a bound can be said of a degree.
fn is_sharp(bound: &Modifier) -> bool {
    !matches!(bound, Modifier::About | Modifier::Almost)
}

/// Whether a word says that a degree is not finished, or goes on.
fn is_under_way(cursor: &Cursor<'_>) -> bool {
    // "des affaires": what leads to a noun is no "dès".
    let of = cursor.has(0, is!(Sense::Study(Study::Of)));
    cursor.has(0, is!(Sense::UnderWay | Sense::Edge(Edge::Present)))
        || !of && cursor.has(0, is!(Sense::Edge(Edge::Since)))
}

/// "2 masters": how many there are.
fn is_count(cursor: &Cursor<'_>) -> bool {
    let small = cursor.figure(0).is_some_and(|figure| figure.len() == 1 && figure != "0");
    small || cursor.has(0, is!(Sense::Number(number) if number > 0.0))
}
