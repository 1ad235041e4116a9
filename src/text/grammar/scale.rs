//! Steps of an ordered scale: a step, from one step to another, a bound, `4/5`.

use super::{Heard, Left};
use crate::lexed::{Cursor, Lexed, is, said};
use crate::lexicon::{Edge, Joint, Modifier, Sense, Skill, Topic};
use crate::reading::Reading;
use crate::scale::{Scale, Sort};
use crate::tokens::TokenKind;

/// The steps among words and marks that say nothing of one.
pub(super) fn steps(lexed: &Lexed<'_>, scale: &Scale) -> Heard {
    let (mut said, mut left) = (SaidSteps::default(), Left::default());
    let mut cursor = lexed.cursor();
    while !cursor.is_done() {
        if cursor.line() {
            said.mark(Gap::Beside);
        }
        let before = cursor.at;
        let taken = match amount(&mut cursor, scale, Topic::Level).or_else(|| none(&mut cursor)) {
            Some(step) => said.push(step),
            None => said.bound(&mut cursor, scale) || option(&mut cursor, scale) || around(&mut cursor, &mut said),
        };
        if !taken {
            left.add(before);
            cursor.at = cursor.at.max(before + 1);
        }
    }
    Heard {
        understood: said.together(scale.top()).map_or(Reading::UNREADABLE, Steps::reading),
        left: left.words(lexed),
    }
}

/// "4 - very good", "very good (4)": the number that an option has in its list, which the step beside it says in words.
fn option(cursor: &mut Cursor<'_>, scale: &Scale) -> bool {
    cursor.follows(|cursor| {
        let bracket = cursor.at > 0 && cursor.take_text(&["("]);
        let starts = cursor.at == 0;
        if cursor.take_figure().is_none_or(|figure| figure.len() != 1) {
            return false;
        }
        let leads = |cursor: &mut Cursor<'_>| {
            cursor.take_text(&["-", ".", ")", ":", "=", "("]) && step(cursor, scale).is_some()
        };
        if bracket { cursor.take_text(&[")"]) && cursor.is_done() } else { starts && cursor.clone().follows(leads) }
    })
}

/// A word or a mark that says nothing of a step.
fn around(cursor: &mut Cursor<'_>, said: &mut SaidSteps) -> bool {
    // "Good understanding of Excel" says nothing of a skill.
    let skill = cursor.sense(0, said!(Sense::Skill(skill) => skill));
    if let Some(skill) = skill.filter(|_| !cursor.has(0, is!(Sense::Neutral(Topic::Level)))) {
        cursor.at += 1;
        said.skilled(skill);
        return true;
    }
    let gap = cursor.take(said!(
        Sense::Joint(Joint::And | Joint::But | Joint::Or) => Gap::Beside,
        // "good knowledge of English"
        Sense::Answer(true) | Sense::Language(_) => Gap::None,
    ));
    match gap.or_else(|| punctuation(cursor)) {
        Some(gap) => said.mark(gap),
        None => return cursor.take_neutral(Topic::Level),
    }
    true
}

/// A mark between two steps.
fn punctuation(cursor: &mut Cursor<'_>) -> Option<Gap> {
    let gap = match cursor.text(0) {
        "(" | "[" => Gap::Aside,
        ")" | "]" | "," | ";" | ":" | "-" | "=" | "/" | "|" | "&" | "•" | "+" => Gap::Beside,
        "." | "!" | "¡" | "\"" | "'" | "*" => Gap::None,
        _ => return None,
    };
    cursor.at += 1;
    Some(gap)
}

/// "no", "0": none of it.
pub(super) fn none(cursor: &mut Cursor<'_>) -> Option<Steps> {
    let no = cursor.take_any(is!(Sense::Answer(false) | Sense::Nothing(_)));
    let zero = !no && cursor.lexed().len() == 1 && cursor.take_text(&["0"]);
    (no || zero).then_some(Steps::of(0, 0))
}

/// A step or a range of steps, with the bound that is said before it.
pub(super) fn amount(cursor: &mut Cursor<'_>, scale: &Scale, topic: Topic) -> Option<Steps> {
    cursor.attempt(|cursor| {
        // A word that is a step and a bound is the step: "some".
        let (mut bound, mut between) = (None, false);
        let mut first = step(cursor, scale);
        if first.is_none() {
            bound = cursor.take(Sense::before);
            between = cursor.take_joint(Joint::Between) || cursor.take_sense(Sense::Edge(Edge::From));
            first = step(cursor, scale);
            // "at least level B2"
            while first.is_none() && (bound.is_some() || between) && cursor.take_neutral(topic) {
                first = step(cursor, scale);
            }
        }
        let first = first?;
        let mut all = first;
        while let Some(next) = other_end(cursor, scale, between, first) {
            all = all.hull(next);
        }
        bound.map_or(Some(all), |bound| all.bounded(bound, scale.top()))
    })
}

/// A bound after a step: what is left of it. "B2 minimum", "good+", "C1-".
pub(super) fn bound_after(cursor: &mut Cursor<'_>, last: Steps, scale: &Scale) -> Option<Steps> {
    cursor.attempt(|cursor| {
        let plus = |cursor: &mut Cursor<'_>| cursor.take_glued(&["+"]).then_some(Modifier::AtLeast);
        if let Some(bound) = cursor.take(Sense::after).or_else(|| plus(cursor)) {
            return last.bounded(bound, scale.top());
        }
        let ends = cursor.take_glued(&["-"]) && (cursor.is_done() || cursor.gap(0) || cursor.text(0) == ")");
        (ends && last.named).then(|| Steps { low: last.low.saturating_sub(1), ..last })
    })
}

/// The other end of a range, or another step that may be meant as well: "to C1", "/C1".
fn other_end(cursor: &mut Cursor<'_>, scale: &Scale, between: bool, first: Steps) -> Option<Steps> {
    cursor.attempt(|cursor| {
        let joins = |sense: Sense| match sense {
            Sense::Joint(Joint::And) => between,
            sense => matches!(sense, Sense::Joint(Joint::To | Joint::Or)),
        };
        let joined = cursor.take_any(joins) || cursor.take_text(&["-", "/", "|", "~"]);
        // "C1 - fluent" says it again in words.
        step(cursor, scale).filter(|next| joined && next.named == first.named)
    })
}

/// The step that starts here.
fn step(cursor: &mut Cursor<'_>, scale: &Scale) -> Option<Steps> {
    let (mut rated, mut told) = (*cursor, *cursor);
    let rating = rating(&mut rated, scale);
    let written = written(&mut told, scale).filter(|_| rating.is_none() || rated.at <= told.at);
    let own = written.or(rating);
    if own.is_some() {
        *cursor = if written.is_some() { told } else { rated };
        return own;
    }
    let lexed = cursor.lexed();
    let all = lexed.senses(cursor.at).iter().filter_map(|sense| scale.sort().steps(*sense));
    // A word of several languages means all that it means in each.
    let all = all.map(|(low, high)| Steps::of(low, high)).reduce(Steps::hull)?;
    // A level of the CEFR is named by its code, and by all else described.
    let own = lexed.tokens_of(cursor.at);
    let code =
        own.len() == 2 && lexed.tokens.text(own.start).len() == 1 && !lexed.tokens.is(own.end - 1, TokenKind::Word);
    cursor.at += 1;
    Some(Steps { named: scale.sort() == Sort::Cefr && code, ..all })
}

/// A step of a scale of the criteria file's own, with all its marks, the longest first.
fn written(cursor: &mut Cursor<'_>, scale: &Scale) -> Option<Steps> {
    /// No step is as long, in words.
    const LONGEST: usize = 64;
    if scale.sort() != Sort::Own {
        return None;
    }
    let (lexed, from) = (cursor.lexed(), cursor.at);
    let ends = from + 1..=lexed.len().min(from + LONGEST);
    let (step, end) = ends.rev().find_map(|end| Some((scale.written(lexed.written(from, end))?, end)))?;
    cursor.at = lexed.lexeme_at(end, lexed.tokens.after_ending(lexed.tokens_of(end - 1).end));
    Some(Steps::of(step, step))
}

/// `4/5`, `3-4/5`, `3.5 out of 5`, `★★★★☆`: steps counted from 1, of as many as there are.
fn rating(cursor: &mut Cursor<'_>, scale: &Scale) -> Option<Steps> {
    if !matches!(scale.sort(), Sort::Proficiency | Sort::Own) {
        return None;
    }
    let count = scale.top() + 1;
    if let Some(stars) = cursor.attempt(|cursor| stars(cursor, count)) {
        return Some(Steps::named(stars - 1, stars - 1));
    }
    let (low, high) = number(cursor)?;
    let joint = is!(Sense::Joint(Joint::To | Joint::Or));
    let second = cursor.after(|cursor| cursor.take_text(&["-"]) || cursor.take_any(joint), number);
    let (low, high) = second.map_or((low, high), |(first, last)| (low.min(first), high.max(last)));
    let out_of = cursor.take_text(&["/"]) || cursor.take_joint(Joint::OutOf);
    if !out_of || number(cursor)? != (count, count) {
        return None;
    }
    // None of five is none.
    if (scale.sort(), low, high) == (Sort::Proficiency, 0, 0) {
        return Some(Steps::named(0, 0));
    }
    let counted = (low >= 1 && high <= count).then(|| Steps::named(low - 1, high - 1))?;
    // Steps that are numbers themselves may start at 0: then both are meant.
    let own = (low..=high).filter_map(|number| scale.written(&number.to_string()));
    Some(own.map(|step| Steps::named(step, step)).fold(counted, Steps::hull))
}

/// A whole number, or the two whole numbers around a decimal one.
fn number(cursor: &mut Cursor<'_>) -> Option<(usize, usize)> {
    let figures = |cursor: &mut Cursor<'_>| -> Option<usize> {
        cursor.take_figure().filter(|figure| figure.len() <= 3)?.parse().ok()
    };
    let whole = figures(cursor)?;
    let part = cursor.after(|cursor| cursor.take_glued(&[".", ","]) && !cursor.gap(0), figures);
    Some((whole, whole + usize::from(part.is_some_and(|part| part > 0))))
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
pub(super) struct Steps {
    /// The lowest step meant.
    pub low: usize,
    /// The highest step meant.
    pub high: usize,
    /// Whether the step itself is named (`C1`, `4/5`) rather than described (`fluent`).
    pub named: bool,
}

impl Steps {
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
    pub(super) fn both(self, other: Self) -> Option<Self> {
        let (low, high) = (self.low.max(other.low), self.high.min(other.high));
        (low <= high).then_some(Self { low, high, named: self.named || other.named })
    }

    /// What is left of it once a bound is said of it.
    fn bounded(self, bound: Modifier, top: usize) -> Option<Self> {
        let (low, high) = match bound {
            Modifier::AtLeast => (self.low, top),
            Modifier::Over => (self.low + 1, top),
            Modifier::AtMost => (0, self.high),
            Modifier::Under => (0, self.high.checked_sub(1)?),
            Modifier::About | Modifier::Almost | Modifier::Exactly => return None,
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
pub(super) enum Gap {
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
pub(super) struct SaidSteps {
    steps: Vec<(Steps, Gap)>,
    /// What stands between the last step and the next.
    mark: Gap,
    /// Skills are told, of which the steps are.
    skilled: bool,
    /// Speaking is one of them, and writing.
    spoken: bool,
    written: bool,
    /// A skill is told after the last step.
    skill: bool,
}

impl SaidSteps {
    /// Takes in one more step; refuses two side by side that say different things with nothing between them.
    fn push(&mut self, step: Steps) -> bool {
        let plain = self.mark == Gap::None && !self.skill;
        let last = self.steps.last().map(|(last, _)| *last);
        if plain && last.is_some_and(|last| last.named == step.named && last != step) {
            return false;
        }
        self.add(step);
        true
    }

    /// Takes in one more step.
    pub(super) fn add(&mut self, step: Steps) {
        self.steps.push((step, std::mem::take(&mut self.mark)));
        self.skill = false;
    }

    /// Takes in what is said further on.
    pub(super) fn append(&mut self, mut other: Self) {
        self.steps.extend(other.steps.drain(..).map(|(step, mark)| (step, mark.max(Gap::Beside))));
        self.skilled |= other.skilled;
        self.spoken |= other.spoken;
        self.written |= other.written;
    }

    /// Whether no step is told.
    pub(super) fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Whether it is told of which skills the steps are.
    pub(super) fn is_of_skills(&self) -> bool {
        self.skilled
    }

    /// What stands between the last step and the next.
    pub(super) fn mark(&mut self, mark: Gap) {
        self.mark = self.mark.max(mark);
    }

    /// A skill is told that a language or a tool is used for.
    pub(super) fn skilled(&mut self, skill: Skill) {
        self.spoken |= matches!(skill, Skill::Spoken | Skill::Whole);
        self.written |= matches!(skill, Skill::Written | Skill::Whole);
        (self.skilled, self.skill) = (true, true);
    }

    /// A bound after the last step.
    fn bound(&mut self, cursor: &mut Cursor<'_>, scale: &Scale) -> bool {
        let last = self.steps.last_mut();
        let bounded = last.and_then(|(last, _)| bound_after(cursor, *last, scale).map(|bounded| *last = bounded));
        bounded.is_some()
    }

    /// All that the steps can mean together. An explanation narrows ("fluent (C1)"); where it contradicts, and wherever
    /// several skills are told, all that is said stays possible. A level of one skill proves no more of the others than
    /// that something is known, up to the `top`; who speaks and writes at a level is at it.
    pub(super) fn together(&self, top: usize) -> Option<Steps> {
        let ((mut all, _), rest) = self.steps.split_first().map(|(first, rest)| (*first, rest))?;
        let mut narrows = !self.skilled;
        for (next, mark) in rest {
            let explains = *mark == Gap::Aside || all.named != next.named;
            match all.both(*next).filter(|_| explains && narrows) {
                Some(both) => all = both,
                None => {
                    narrows &= all == *next;
                    all = all.hull(*next);
                }
            }
        }
        let one = self.skilled && !(self.spoken && self.written);
        Some(if one { Steps { low: all.low.min(1), high: top, ..all } } else { all })
    }
}
