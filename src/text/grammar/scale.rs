//! Steps of an ordered scale: a step, from one step to another, a bound, `4/5`.

#[cfg(test)]
mod tests;

use super::{Heard, Left, degree, language};
use crate::formats::Formats;
use crate::lexicon::{Bound, Edge, Joint, Sections, Sense, Topic, sections};
use crate::reading::Reading;
use crate::scale::{Scale, Sort};
use crate::text::{Cursor, Lexed};

/// What a cell with a step of a scale of the criteria file's own is made of, beside the steps.
const OWN: Sections = sections!(Level; Skills BoundsBefore BoundsAfter Joints Edges);
const PROFICIENCY: Sections = OWN.and(sections!(; Proficiency Languages Answers Nothing));

/// Reads a step of a scale, as of a year.
pub(crate) fn read(cell: &str, scale: &Scale, formats: &Formats, year: i32) -> Heard {
    if let Some(step) = scale.written(cell) {
        return Heard::whole(Span::of(step, step).reading());
    }
    let sections = match scale.sort() {
        Sort::Cefr => return language::level(cell, None, formats, year),
        Sort::Education => return degree::level(cell, formats, year),
        Sort::Proficiency => PROFICIENCY,
        Sort::Own => OWN,
    };
    let Some(lexed) = Lexed::new(cell, &formats.lexicon, sections) else { return Heard::whole(Reading::UNREADABLE) };
    if let Some(step) = scale.written(lexed.text.trim()) {
        return Heard::whole(Span::of(step, step).reading());
    }
    let mut said = Said::default();
    let mut left = Left::default();
    let mut cursor = lexed.cursor();
    while !cursor.is_done() {
        if cursor.line() {
            said.mark(Mark::Beside);
        }
        let before = cursor.at;
        let step = amount(&mut cursor, scale, Topic::Level).or_else(|| none(&mut cursor));
        let taken = match step {
            Some(step) => said.push(step),
            None => said.bound(&mut cursor, scale) || around(&mut cursor, &mut said),
        };
        if !taken {
            left.add(before);
            cursor.at = cursor.at.max(before + 1);
        }
    }
    Heard { understood: said.together().map_or(Reading::UNREADABLE, Span::reading), left: left.words(&lexed) }
}

/// A word or a mark that says nothing of a step.
fn around(cursor: &mut Cursor<'_>, said: &mut Said) -> bool {
    if cursor.take_sense(Sense::Skill) {
        said.skilled();
        return true;
    }
    let mark = cursor.take(|sense| match sense {
        Sense::Joint(Joint::And | Joint::But | Joint::Or) => Some(Mark::Beside),
        // "good knowledge of English"
        Sense::Answer(true) | Sense::Language(_) => Some(Mark::None),
        _ => None,
    });
    match mark.or_else(|| punctuation(cursor)) {
        Some(mark) => said.mark(mark),
        None => return cursor.take_neutral(Topic::Level),
    }
    true
}

/// A mark between two steps.
fn punctuation(cursor: &mut Cursor<'_>) -> Option<Mark> {
    let mark = match cursor.text(0) {
        "(" | "[" => Mark::Aside,
        ")" | "]" | "," | ";" | ":" | "-" | "=" | "/" | "|" | "&" | "•" | "+" => Mark::Beside,
        "." | "!" | "¡" | "\"" | "'" | "*" => Mark::None,
        _ => return None,
    };
    cursor.at += 1;
    Some(mark)
}

/// "no", "0": none of it.
pub(super) fn none(cursor: &mut Cursor<'_>) -> Option<Span> {
    let zero = cursor.lexed().len() == 1 && cursor.figure(0) == Some("0");
    let no = cursor.take(|sense| matches!(sense, Sense::Answer(false) | Sense::Nothing(_)).then_some(()));
    if no.is_none() {
        zero.then(|| cursor.at += 1)?;
    }
    Some(Span::of(0, 0))
}

/// A step or a range of steps, with the bound that is said before it.
pub(super) fn amount(cursor: &mut Cursor<'_>, scale: &Scale, topic: Topic) -> Option<Span> {
    let mut ahead = *cursor;
    // A word that is a step and a bound is the step: "some".
    let (mut bound, mut between) = (None, false);
    if step(&ahead, scale).is_none() {
        bound = ahead.take(Sense::before);
        between = ahead.take_sense(Sense::Joint(Joint::Between)) || ahead.take_sense(Sense::Edge(Edge::From));
        // "at least level B2"
        while (bound.is_some() || between) && step(&ahead, scale).is_none() && ahead.take_neutral(topic) {}
    }
    let (first, end) = step(&ahead, scale)?;
    ahead.at = end;
    let mut span = first;
    while let Some((next, end)) = other_end(&ahead, scale, between, first) {
        span = span.hull(next);
        ahead.at = end;
    }
    if let Some(bound) = bound {
        span = span.bounded(bound, scale.top())?;
    }
    *cursor = ahead;
    Some(span)
}

/// A bound after a step: what is left of it. "B2 minimum", "good+", "C1-".
pub(super) fn bound_after(cursor: &mut Cursor<'_>, last: Span, scale: &Scale) -> Option<Span> {
    let mut ahead = *cursor;
    let bound = ahead.take(Sense::after);
    let bounded = if bound.is_some() || ahead.take_glued(&["+"]) {
        last.bounded(bound.unwrap_or(Bound::AtLeast), scale.top())?
    } else {
        let ends = ahead.take_glued(&["-"]) && (ahead.is_done() || ahead.gap(0) || ahead.text(0) == ")");
        (ends && last.named).then(|| Span { low: last.low.saturating_sub(1), ..last })?
    };
    *cursor = ahead;
    Some(bounded)
}

/// The other end of a range, or another step that may be meant as well: "to C1", "/C1".
fn other_end(cursor: &Cursor<'_>, scale: &Scale, between: bool, first: Span) -> Option<(Span, usize)> {
    let mut ahead = *cursor;
    let joined = ahead.take(|sense| match sense {
        Sense::Joint(Joint::And) if between => Some(()),
        Sense::Joint(Joint::To | Joint::Or) => Some(()),
        _ => None,
    });
    let joined = joined.is_some() || ahead.take_text(&["-", "/", "|", "~"]);
    // "C1 - fluent" says it again in words.
    step(&ahead, scale).filter(|(next, _)| joined && next.named == first.named)
}

/// The step that starts here, and the place after it.
fn step<'a>(cursor: &Cursor<'a>, scale: &Scale) -> Option<(Span, usize)> {
    let rating = rating(cursor, scale);
    let written = written(cursor, scale).filter(|(_, end)| rating.is_none_or(|(_, other)| other <= *end));
    if let Some(found) = written.or(rating) {
        return Some(found);
    }
    let lexed = cursor.lexed();
    let spans = lexed.senses(cursor.at).iter().filter_map(|sense| scale.sort().steps(*sense));
    // A word of several languages means all that it means in each.
    let span = spans.map(|(low, high)| Span::of(low, high)).reduce(Span::hull)?;
    // A level of the CEFR is named by its code, and by all else described.
    let code = lexed.tokens_of(cursor.at).len() == 2 && lexed.tokens.text(lexed.tokens_of(cursor.at).start).len() == 1;
    Some((Span { named: scale.sort() == Sort::Cefr && code, ..span }, cursor.at + 1))
}

/// A step of a scale of the criteria file's own, with all its marks, the longest first; and the place after it.
fn written(cursor: &Cursor<'_>, scale: &Scale) -> Option<(Span, usize)> {
    /// No step is as long, in words.
    const LONGEST: usize = 64;
    if scale.sort() != Sort::Own {
        return None;
    }
    let lexed = cursor.lexed();
    let last = lexed.len().min(cursor.at + LONGEST);
    (cursor.at + 1..=last).rev().find_map(|end| {
        let step = scale.written(lexed.text.get(lexed.span(cursor.at, end))?)?;
        let after = lexed.tokens.after_ending(lexed.tokens_of(end - 1).end);
        Some((Span::of(step, step), lexed.lexeme_at(end, after)))
    })
}

/// `4/5`, `3-4/5`, `3.5 out of 5`, `★★★★☆`: steps counted from 1, of as many as there are.
fn rating(cursor: &Cursor<'_>, scale: &Scale) -> Option<(Span, usize)> {
    if !matches!(scale.sort(), Sort::Proficiency | Sort::Own) {
        return None;
    }
    let count = scale.top() + 1;
    let mut ahead = *cursor;
    if let Some(stars) = stars(&mut ahead, count) {
        return Some((Span::named(stars - 1, stars - 1), ahead.at));
    }
    let (mut low, mut high) = number(&mut ahead)?;
    let mut to = ahead;
    let joined = to.take_text(&["-"]) || to.take_any(|s| matches!(s, Sense::Joint(Joint::To | Joint::Or)));
    if let Some((first, last)) = joined.then(|| number(&mut to)).flatten() {
        (low, high) = (low.min(first), high.max(last));
        ahead = to;
    }
    if !(ahead.take_text(&["/"]) || ahead.take_sense(Sense::Joint(Joint::OutOf)))
        || number(&mut ahead)? != (count, count)
    {
        return None;
    }
    // None of five is none.
    if (scale.sort(), low, high) == (Sort::Proficiency, 0, 0) {
        return Some((Span::named(0, 0), ahead.at));
    }
    let counted = (low >= 1 && high <= count).then(|| Span::named(low - 1, high - 1))?;
    // Steps that are numbers themselves may start at 0: then both are meant.
    let own = (low..=high).filter_map(|number| scale.written(&number.to_string()));
    Some((own.map(|step| Span::named(step, step)).fold(counted, Span::hull), ahead.at))
}

/// A whole number, or the two whole numbers around a decimal one.
fn number(cursor: &mut Cursor<'_>) -> Option<(usize, usize)> {
    let figures = |cursor: &mut Cursor<'_>| -> Option<usize> {
        let number = cursor.figure(0).filter(|figure| figure.len() <= 3)?.parse().ok()?;
        cursor.at += 1;
        Some(number)
    };
    let whole = figures(cursor)?;
    let mut ahead = *cursor;
    if ahead.take_glued(&[".", ","])
        && !ahead.gap(0)
        && let Some(part) = figures(&mut ahead)
    {
        *cursor = ahead;
        return Some((whole, whole + usize::from(part > 0)));
    }
    Some((whole, whole))
}

/// How many full stars there are, and how many hollow ones after them.
pub(super) fn run_of_stars(cursor: &mut Cursor<'_>) -> (u8, u8) {
    let mut run =
        |signs: &[&str]| (0..u8::MAX / 2).take_while(|_| cursor.take_text(signs)).fold(0, |count, _| count + 1);
    (run(&["★", "⭐"]), run(&["☆", "✩"]))
}

/// As many full stars and hollow ones as there are steps. Without hollow ones only the usual five are certain.
fn stars(cursor: &mut Cursor<'_>, count: usize) -> Option<usize> {
    let (full, hollow) = run_of_stars(cursor);
    let (full, hollow) = (usize::from(full), usize::from(hollow));
    (full > 0 && full + hollow == count && (hollow > 0 || full == 5)).then_some(full)
}

/// Steps `low` to `high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// The lowest step meant.
    pub low: usize,
    /// The highest step meant.
    pub high: usize,
    /// Whether the step itself is named (`C1`, `4/5`) rather than described (`fluent`).
    pub named: bool,
}

impl Span {
    /// Steps described by a word.
    pub(super) const fn of(low: usize, high: usize) -> Self {
        Self { low, high, named: false }
    }

    /// Steps that are named.
    pub(super) const fn named(low: usize, high: usize) -> Self {
        Self { low, high, named: true }
    }

    /// The smallest span that holds both.
    pub(super) fn hull(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high), named: self.named && other.named }
    }

    /// The steps in both.
    fn both(self, other: Self) -> Option<Self> {
        let (low, high) = (self.low.max(other.low), self.high.min(other.high));
        (low <= high).then_some(Self { low, high, named: self.named || other.named })
    }

    /// What is left of it once a bound is said of it.
    fn bounded(self, bound: Bound, top: usize) -> Option<Self> {
        let (low, high) = match bound {
            Bound::AtLeast => (self.low, top),
            Bound::Over => (self.low + 1, top),
            Bound::AtMost => (0, self.high),
            Bound::Under => (0, self.high.checked_sub(1)?),
            Bound::About | Bound::Almost | Bound::Exactly => return None,
        };
        (low <= high).then_some(Self { low, high, ..self })
    }

    /// As a reading.
    #[expect(clippy::cast_precision_loss, reason = "a scale has few steps")]
    pub(super) fn reading(self) -> Reading {
        Reading::between(self.low as f64, self.high as f64)
    }
}

/// What stands between a step and the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// Only space.
    #[default]
    None,
    /// A comma, a colon, a dash: an explanation, or one more.
    Beside,
    /// A parenthesis: an explanation.
    Aside,
}

/// The steps that a cell tells of one thing.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    steps: Vec<(Span, Mark)>,
    /// What stands between the last step and the next.
    mark: Mark,
    /// Speaking, writing: the steps may be of several skills.
    skills: bool,
    /// A skill is told after the last step.
    skill: bool,
}

impl Said {
    /// Takes in one more step; refuses two side by side that say different things with nothing between them.
    fn push(&mut self, step: Span) -> bool {
        let plain = self.mark == Mark::None && !self.skill;
        let last = self.steps.last().map(|(last, _)| *last);
        if plain && last.is_some_and(|last| last.named == step.named && last != step) {
            return false;
        }
        self.add(step);
        true
    }

    /// Takes in one more step.
    pub(super) fn add(&mut self, step: Span) {
        self.steps.push((step, std::mem::take(&mut self.mark)));
        self.skill = false;
    }

    /// Takes in what is said further on.
    pub(super) fn append(&mut self, mut other: Self) {
        self.steps.extend(other.steps.drain(..).map(|(step, mark)| (step, mark.max(Mark::Beside))));
        self.skills |= other.skills;
    }

    /// Whether no step is told.
    pub(super) fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// What stands between the last step and the next.
    pub(super) fn mark(&mut self, mark: Mark) {
        self.mark = self.mark.max(mark);
    }

    /// A skill is told that a language or a tool is used for.
    pub(super) fn skilled(&mut self) {
        self.skills = true;
        self.skill = true;
    }

    /// A bound after the last step.
    fn bound(&mut self, cursor: &mut Cursor<'_>, scale: &Scale) -> bool {
        let last = self.steps.last_mut();
        let bounded = last.and_then(|(last, _)| bound_after(cursor, *last, scale).map(|bounded| *last = bounded));
        bounded.is_some()
    }

    /// All that the steps can mean together. An explanation narrows ("fluent (C1)"); where it contradicts, and wherever
    /// several skills are told, all that is said stays possible.
    pub(super) fn together(&self) -> Option<Span> {
        let ((mut all, _), rest) = self.steps.split_first().map(|(first, rest)| (*first, rest))?;
        let mut narrows = !self.skills;
        for (next, mark) in rest {
            let explains = *mark == Mark::Aside || all.named != next.named;
            match all.both(*next).filter(|_| explains && narrows) {
                Some(both) => all = both,
                None => {
                    narrows &= all == *next;
                    all = all.hull(*next);
                }
            }
        }
        Some(all)
    }
}
