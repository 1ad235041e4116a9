//! A place in a cell, which the grammars read on from.
//!
//! A reader takes a cursor and moves it over what it understood. One that understands nothing leaves it where it was, so
//! that the next can try: [`Cursor::attempt`] sees to that.

use super::{Lexed, name};
use crate::lexicon::{Joint, Langs, Sense, Slot, Topic};
use crate::tokens::{Case, Token, TokenKind};

/// What a sense says, where it is one of these: `said!(Sense::Unit(unit) => unit)`.
macro_rules! said {
    ($($sense:pat $(if $fits:expr)? => $said:expr),+ $(,)?) => {
        |sense: $crate::lexicon::Sense| match sense {
            $($sense $(if $fits)? => Some($said),)+
            _ => None,
        }
    };
}

/// Whether a sense is one of these: `is!(Sense::Unit(_))`.
macro_rules! is {
    ($sense:pat $(if $fits:expr)?) => {
        |sense: $crate::lexicon::Sense| matches!(sense, $sense $(if $fits)?)
    };
}

pub(crate) use {is, said};

/// A place in a cell. Copied to look ahead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'a> {
    lexed: &'a Lexed<'a>,
    /// The lexeme that comes next.
    pub at: usize,
}

impl<'a> Cursor<'a> {
    /// At this lexeme of a cell.
    pub(crate) fn new(lexed: &'a Lexed<'a>, at: usize) -> Self {
        Self { lexed, at }
    }

    /// What it moves over.
    pub(crate) fn lexed(&self) -> &'a Lexed<'a> {
        self.lexed
    }

    /// Reads on in this way; where it leads nowhere, stays.
    pub(crate) fn attempt<T>(&mut self, way: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let from = self.at;
        let found = way(self);
        if found.is_none() {
            self.at = from;
        }
        found
    }

    /// Reads on in this way after what leads to it; without that or where it leads nowhere, stays.
    pub(crate) fn after<T>(
        &mut self,
        lead: impl FnOnce(&mut Self) -> bool,
        way: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        self.attempt(|cursor| if lead(cursor) { way(cursor) } else { None })
    }

    /// The same of a way that only tells whether it leads somewhere.
    pub(crate) fn follows(&mut self, way: impl FnOnce(&mut Self) -> bool) -> bool {
        self.attempt(|cursor| way(cursor).then_some(())).is_some()
    }

    /// So many lexemes on.
    pub(crate) fn skip(self, lexemes: usize) -> Self {
        Self { at: self.at + lexemes, ..self }
    }

    /// Whether all has been read.
    pub(crate) fn is_done(&self) -> bool {
        self.at >= self.lexed.len()
    }

    /// Whether what is said ends here: at a mark that parts it from the rest, or a line.
    pub(crate) fn ends(&self) -> bool {
        self.is_done() || self.line() || matches!(self.text(0), ")" | "]" | ";" | "," | "|")
    }

    /// The folded text of the lexeme so many places on, where it is one token; empty for phrases of several.
    pub(crate) fn text(&self, ahead: usize) -> &'a str {
        let tokens = self.lexed.tokens_of(self.at + ahead);
        if tokens.len() == 1 { self.lexed.tokens.text(tokens.start) } else { "" }
    }

    /// Whether there is space before the lexeme so many places on.
    pub(crate) fn gap(&self, ahead: usize) -> bool {
        self.token(ahead).is_some_and(|token| token.gap)
    }

    /// Whether there is a line break before the next lexeme.
    pub(crate) fn line(&self) -> bool {
        self.token(0).is_some_and(|token| token.line)
    }

    /// The first token of the lexeme so many places on.
    pub(crate) fn token(&self, ahead: usize) -> Option<&'a Token> {
        self.lexed.token(self.at + ahead)
    }

    /// Whether what comes next is a word of several letters that are all capital.
    pub(crate) fn is_upper(&self) -> bool {
        self.token(0).is_some_and(|token| token.case == Case::Upper && token.span.len() > 1)
    }

    /// The figures of the lexeme so many places on, where it is such.
    pub(crate) fn figure(&self, ahead: usize) -> Option<&'a str> {
        self.token(ahead)
            .filter(|token| token.kind == TokenKind::Figure)
            .map(|_| self.text(ahead))
            .filter(|text| !text.is_empty())
    }

    /// Takes the next lexeme if it is figures.
    pub(crate) fn take_figure(&mut self) -> Option<&'a str> {
        let figure = self.figure(0)?;
        self.at += 1;
        Some(figure)
    }

    /// The first of the senses of the lexeme so many places on that fits.
    pub(crate) fn sense<T>(&self, ahead: usize, fits: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.lexed.senses(self.at + ahead).iter().copied().find_map(fits)
    }

    /// Takes the next lexeme if one of its senses fits, in one of these languages; they become those that have it.
    pub(crate) fn take_in<T>(&mut self, langs: &mut Langs, fits: impl Fn(Sense) -> Option<T>) -> Option<T> {
        let (found, both) = self.lexed.sense_in(self.at, *langs, fits)?;
        *langs = both;
        self.at += 1;
        Some(found)
    }

    /// Takes the next lexeme if one of its senses fits.
    pub(crate) fn take<T>(&mut self, fits: impl Fn(Sense) -> Option<T>) -> Option<T> {
        let found = self.sense(0, fits)?;
        self.at += 1;
        Some(found)
    }

    /// Takes the next lexeme if it has this sense.
    pub(crate) fn take_sense(&mut self, sense: Sense) -> bool {
        self.take_any(|other| other == sense)
    }

    /// Takes the next lexeme if it joins in this way.
    pub(crate) fn take_joint(&mut self, joint: Joint) -> bool {
        self.take_sense(Sense::Joint(joint))
    }

    /// Takes the next lexeme if it has a sense of these.
    pub(crate) fn take_any(&mut self, fits: impl Fn(Sense) -> bool) -> bool {
        let found = self.has(0, fits);
        self.at += usize::from(found);
        found
    }

    /// Whether the lexeme so many places on has a sense of these.
    pub(crate) fn has(&self, ahead: usize, fits: impl Fn(Sense) -> bool) -> bool {
        self.lexed.has(self.at + ahead, fits)
    }

    /// Whether a lexeme from a place on up to here has a sense of these.
    pub(crate) fn had(&self, from: usize, fits: impl Fn(Sense) -> bool) -> bool {
        (from..self.at).any(|at| self.lexed.has(at, &fits))
    }

    /// At the lexeme before, where there is one.
    pub(crate) fn before(&self) -> Option<Self> {
        Some(Self { at: self.at.checked_sub(1)?, ..*self })
    }

    /// Takes the next lexeme if it is one of these marks or words.
    pub(crate) fn take_text(&mut self, texts: &[&str]) -> bool {
        let text = self.text(0);
        let is = !text.is_empty() && texts.contains(&text);
        self.at += usize::from(is);
        is
    }

    /// Takes the next lexeme if it is one of these and there is no space before it.
    pub(crate) fn take_glued(&mut self, texts: &[&str]) -> bool {
        !self.gap(0) && self.take_text(texts)
    }

    /// Takes a mark that says nothing wherever it stands: of an exclamation, a quotation, an emphasis.
    pub(crate) fn take_idle(&mut self) -> bool {
        self.take_text(&["!", "¡", "\"", "*"])
    }

    /// Takes words that change nothing in cells of this kind, or that the criteria file calls understood; answers whether
    /// there was one.
    pub(crate) fn take_neutral(&mut self, topic: Topic) -> bool {
        // "4de" is a rank.
        let glued = !self.gap(0) && self.before().is_some_and(|before| before.figure(0).is_some());
        // "No, see CV": there may be something after all.
        if self.has(0, is!(Sense::Elsewhere)) && self.had(0, is!(Sense::Answer(false) | Sense::Nothing(_))) {
            return false;
        }
        self.take_any(|sense| match sense {
            Sense::Neutral(of) => of == topic || of == Topic::Any && !glued,
            sense => sense == Sense::Understood,
        })
    }

    /// Takes a name, as its form tells ([`name`]).
    pub(crate) fn take_name(&mut self) -> bool {
        self.take_name_after(name::Lead::None)
    }

    /// The same of a school or its town.
    pub(crate) fn take_school(&mut self) -> bool {
        self.take_name_after(name::Lead::Study)
    }

    /// The same beside an answer.
    pub(crate) fn take_name_aside(&mut self) -> bool {
        self.take_name_after(name::Lead::Aside)
    }

    /// Whether what stands from a place up to here is a name by more than one capital.
    pub(crate) fn had_distinct_name(&self, from: usize) -> bool {
        self.had_name(from, true)
    }

    /// The same, where two words side by side may be or not be one.
    fn had_name(&self, from: usize, of_two: bool) -> bool {
        name::is_known(self.lexed, from, self.at) || of_two && name::is_of_two(self.lexed, from, self.at)
    }

    fn take_name_after(&mut self, lead: name::Lead) -> bool {
        let end = name::end(self.lexed, self.at, lead);
        self.at = end.unwrap_or(self.at);
        end.is_some()
    }

    /// Takes small words within names, articles and apostrophes: "in the Congo", "au sein de l'ONU".
    pub(crate) fn take_within(&mut self) {
        while self.take_small() || self.take_glued(&["'"]) {}
    }

    /// Takes a small word that names hold: an article, "and", "without".
    pub(crate) fn take_small(&mut self) -> bool {
        self.take_any(is!(Sense::Slot(Slot::Article | Slot::Within)))
    }

    /// Takes what somebody worked as, and what of: "programme manager", "chargée de projets", "officer, programmes".
    pub(crate) fn take_role(&mut self) -> bool {
        let of = |cursor: &mut Self| {
            let apart = cursor.text(0) == ",";
            while cursor.take_text(&[",", "'"]) || cursor.take_small() {}
            // "team lead, team of 8"
            !(apart && cursor.has(0, is!(Sense::Counted(_)))) && cursor.take_sense(Sense::Office)
        };
        self.follows(|cursor| {
            while cursor.take_sense(Sense::Office) {}
            let found = cursor.take_sense(Sense::Role);
            while found && cursor.follows(of) {}
            found
        })
    }

    /// Takes what introduces a name or a place, with it: "at Oxfam", "in Kenya"; and what the criteria file calls understood,
    /// with the articles before it: "des droits humains".
    pub(crate) fn take_named(&mut self) -> bool {
        self.follows(|cursor| {
            // "für" leads to other nouns as often, and so does what has an article.
            let employs = !cursor.has(0, is!(Sense::Slot(Slot::Within)));
            // "with Oxfam", "with Amnesty International", but "with Cancer"; what also leads to places does so to subjects, of
            // several words: "en ACNUR", but "en Ventas Internacionales".
            let loosely = cursor.has(0, is!(Sense::Slot(Slot::With)));
            let apart = loosely && cursor.has(0, is!(Sense::Slot(Slot::Place)));
            // "8 en BTP": perhaps French, where it leads to subjects, or Dutch, where it is "and".
            let undecided = apart && cursor.has(0, is!(Sense::Joint(Joint::And)));
            let named = !undecided && cursor.take_sense(Sense::Slot(Slot::Name));
            let led = named || cursor.take_sense(Sense::Slot(Slot::Place));
            let from = cursor.at;
            cursor.take_within();
            let lead = if employs && cursor.at == from { name::Lead::Employer } else { name::Lead::Led };
            let name = |cursor: &mut Self| {
                let from = cursor.at;
                cursor.take_name_after(lead) && (!loosely || cursor.had_name(from, !apart))
            };
            if named && cursor.follows(name) || led && cursor.take_sense(Sense::Place) {
                return true;
            }
            cursor.at = from;
            while cursor.take_sense(Sense::Slot(Slot::Article)) || cursor.take_glued(&["'"]) {}
            cursor.at == from && cursor.take_sense(Sense::Place) || cursor.take_sense(Sense::Understood)
        })
    }

    /// The same beside an answer or a level, where a noun says when or on what condition: "ja, bei Bedarf". Where nouns have
    /// capitals it has to be a place or understood.
    pub(crate) fn take_named_aside(&mut self) -> bool {
        self.follows(|cursor| {
            let from = cursor.at;
            let known = |cursor: &Self| cursor.had(from, is!(Sense::Place | Sense::Understood));
            cursor.take_named() && (known(cursor) || !cursor.lexed.may_capitalise_nouns())
        })
    }
}
