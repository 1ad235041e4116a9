//! A cell with languages, cut into what matters for telling them apart.

use super::scale::{self, Steps};
use super::{Left, certificate};
use crate::fold::fold;
use crate::formats::Formats;
use crate::languages::{self, Language};
use crate::lexed::{Cursor, Lexed, is, said};
use crate::lexicon::{Edge, Joint, Quantifier, Sections, Sense, Skill, Slot, Topic, sections};
use crate::scale::cefr;
use crate::tokens::{Case, TokenKind};

/// What a cell with languages is made of.
pub(crate) const SECTIONS: Sections = sections!(
    Language Proof; Cefr Languages Skills Certificates Nothing Answers Missing BoundsBefore BoundsAfter Joints Edges
    Quantifiers Places Slots
);

/// What the packs call languages that are not named: "other languages". ISO 639-2 for several languages.
const OTHERS: [u8; 3] = *b"mul";

/// The step of a mother tongue.
const MOTHER_TONGUE: usize = 6;
/// What the packs call a language that is not somebody's first. ISO 639-2 for one that has no code.
const NOT_FIRST: [u8; 3] = *b"mis";
/// A language that is named without a level.
pub(super) const NAMED: Steps = Steps::of(1, 6);
/// Nothing is known of a language.
const ANY: Steps = Steps::of(0, 6);

/// What matters of a cell for telling its languages apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Clue {
    Tongue(Tongue),
    Step(Steps),
    Skill(Skill),
    /// What is said is said of two languages: "both".
    Both,
    /// It is said of all of them.
    All,
    /// "in", "of": the language of the level before it follows.
    In,
    /// Ends all that came before: `;`, a line break.
    Break,
    Comma,
    And,
    /// `/`, `-`, "or".
    Slash,
    Colon,
    Open,
    /// Any other mark between two levels.
    Beside,
}

/// What names a language.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Tongue {
    Named(&'static Language),
    /// A certificate of it.
    Certified(&'static Language),
    Others,
    /// Words that are not understood, which may be a language's name.
    Unknown,
}

/// The parts of a cell.
pub(super) struct Clues<'a> {
    formats: &'a Formats,
    year: i32,
    /// They in their order.
    pub all: Vec<Clue>,
    /// What is no part.
    pub left: Left,
    /// A yes is said.
    pub yes: bool,
    /// How many parentheses are open that hold no language.
    depth: usize,
    /// Something says that others are spoken than those that are named.
    others: bool,
    /// Something is said to be no first language.
    second: bool,
}

impl<'a> Clues<'a> {
    /// The parts of a cell, as of a year.
    pub(super) fn of(lexed: &Lexed<'_>, formats: &'a Formats, year: i32) -> Self {
        let mut parts = Self {
            formats,
            year,
            all: Vec::new(),
            left: Left::default(),
            yes: false,
            depth: 0,
            others: false,
            second: false,
        };
        parts.read(lexed.cursor());
        parts
    }

    fn read(&mut self, mut cursor: Cursor<'_>) {
        while !cursor.is_done() {
            if cursor.line() && cursor.at > 0 {
                self.separate(Clue::Break);
            }
            let before = cursor.at;
            if self.tongue(&mut cursor) || self.step(&mut cursor) || self.mark(&mut cursor) || self.word(&mut cursor) {
                if ends_a_sentence(&cursor, before) {
                    self.separate(Clue::Break);
                }
            } else {
                self.left.skip(&mut cursor);
                self.all.push(Clue::Tongue(Tongue::Unknown));
            }
        }
        // "Bilingual English": and another one.
        let named = self.all.iter().filter(|clue| matches!(clue, Clue::Tongue(_))).count();
        let bilingual = named == 1 && self.all.windows(2).any(|two| matches!(two, [Clue::Step(_), Clue::Both]));
        // Who names a mother tongue has named the first.
        let first = self.all.iter().any(|clue| matches!(clue, Clue::Step(step) if step.low == MOTHER_TONGUE));
        if self.others || bilingual || self.second && named > 0 && !first {
            self.all.extend([Clue::Break, Clue::Tongue(Tongue::Others)]);
        }
    }

    /// A mark that separates, but within a parenthesis.
    fn separate(&mut self, part: Clue) {
        self.all.push(if self.depth > 0 { Clue::Beside } else { part });
    }

    /// A language by its name, its code or its certificate.
    fn tongue(&mut self, cursor: &mut Cursor<'_>) -> bool {
        if let Some(tongue) = Self::code(cursor) {
            self.all.push(Clue::Tongue(tongue));
            cursor.at += 1;
            return true;
        }
        // "French as a second language" says what French is to somebody, who has a first.
        if cursor.take_sense(Sense::Language(NOT_FIRST)) {
            self.second = true;
            return true;
        }
        // "Mother tongue and English"
        if let [.., Clue::Step(step), Clue::And] = self.all.as_slice()
            && step.low == MOTHER_TONGUE
            && !self.all.iter().any(|clue| matches!(clue, Clue::Tongue(_)))
            && cursor.has(0, is!(Sense::Language(_)))
        {
            self.all.clear();
            self.others = true;
        }
        // "Some others" says how many, and not how well.
        if cursor.has(0, is!(Sense::Quantifier(_))) && cursor.has(1, |sense| sense == Sense::Language(OTHERS)) {
            cursor.at += 1;
        }
        let before = cursor.at;
        let tongue = cursor.take(|sense| match sense {
            Sense::Language(OTHERS) => Some(Tongue::Others),
            Sense::Language(code) => languages::of_sense(code).map(Tongue::Named),
            Sense::Certificate(code) => languages::of_sense(code).map(Tongue::Certified),
            _ => None,
        });
        let Some(tongue) = tongue else { return false };
        // "Other languages: English C1" is a heading: of others than those before it, or than one that is not named.
        let heads = tongue == Tongue::Others && cursor.text(0) == ":" && names_follow(cursor);
        if heads {
            self.others |= !self.all.iter().any(|clue| matches!(clue, Clue::Tongue(Tongue::Named(_))));
        } else {
            self.all.push(Clue::Tongue(tongue));
        }
        if matches!(tongue, Tongue::Certified(_)) {
            let name = fold(cursor.lexed().written(before, cursor.at));
            self.all.extend(certificate::level(&name, cursor, self.formats).map(Clue::Step));
        }
        true
    }

    /// The language whose ISO 639 code stands here: in capitals or at the start of a statement, before what follows a
    /// language. Where it may be a word as well, it is some language or none.
    fn code(cursor: &Cursor<'_>) -> Option<Tongue> {
        /// Codes that more often mean something else.
        const EVERYDAY: [&str; 10] = ["it", "no", "uk", "hr", "ca", "eu", "et", "he", "sl", "el"];
        /// Codes that are meant in small letters too.
        const SMALL: [&str; 11] = ["en", "fr", "es", "de", "nl", "ru", "pt", "ar", "eng", "fra", "spa"];
        /// Those of them that are words as well.
        const WORDS: [&str; 3] = ["en", "es", "de"];
        let token = cursor.token(0).filter(|token| token.kind == TokenKind::Word)?;
        let text = cursor.text(0);
        let language = matches!(text.len(), 2 | 3).then(|| languages::by_usual_code(text)).flatten()?;
        let starts = cursor.at == 0 || cursor.line() || is_mark(cursor, -1);
        let after = cursor.text(1);
        let marked = matches!(after, ":" | "=" | "(" | "-");
        let has = |ahead, sense| cursor.has(ahead, |other| other == sense);
        let ends = cursor.lexed().len() == cursor.at + 1
            || matches!(after, ";" | "," | "|" | "/" | "&" | ")" | ".")
            || cursor.token(1).is_some_and(|token| token.line)
            || has(1, Sense::Joint(Joint::And));
        let level = cursor.has(1, is!(Sense::Cefr(..) | Sense::Certificate(_)));
        let named = cursor.has(1, is!(Sense::Cefr(low, high) if low == high));
        let small = SMALL.contains(&text) && (ends || level && starts);
        // Where all is in capitals, they tell nothing.
        let fits = match (token.case == Case::Upper, cursor.lexed().shouts()) {
            (true, false) => marked || level || ends && !EVERYDAY.contains(&text),
            (true, true) => marked && starts || named || small,
            (false, _) => starts && (marked && text != "no" || small),
        };
        // "de B2 à C1", "de bon niveau"
        let plain = token.case != Case::Upper || cursor.lexed().shouts();
        let unclear = plain && level && !marked && WORDS.contains(&text) && (!named || has(2, Sense::Joint(Joint::To)));
        fits.then_some(if unclear { Tongue::Others } else { Tongue::Named(language) })
    }

    /// A level, none, or what is not said of a language.
    fn step(&mut self, cursor: &mut Cursor<'_>) -> bool {
        if let Some(Clue::Step(last)) = self.all.last_mut()
            && let Some(bounded) = scale::bound_after(cursor, *last, cefr())
        {
            *last = bounded;
            return true;
        }
        let from = cursor.at;
        let asked = matches!(self.all.last(), Some(Clue::Tongue(_) | Clue::Colon));
        let found = cursor.attempt(|cursor| {
            let told = scale::amount(cursor, cefr(), Topic::Language).or_else(|| scale::none(cursor));
            let found = told.or_else(|| (asked && cursor.take_sense(Sense::Missing)).then_some(ANY))?;
            // Two that cannot be the same are no phrase that is known.
            let apart = |last: &Clue| matches!(last, Clue::Step(last) if last.named == found.named && last.both(found).is_none());
            (!self.all.last().is_some_and(apart)).then_some(found)
        });
        // "English and my mother tongue"
        let joined = matches!(self.all.as_slice(), [.., Clue::Tongue(Tongue::Named(_)), Clue::And]);
        if joined && found.is_some_and(|found| found.low == MOTHER_TONGUE) && !names_follow(cursor) {
            self.all.push(Clue::Tongue(Tongue::Others));
        }
        self.all.extend(found.map(Clue::Step));
        // "courants", "bilingual"
        if cursor.had(from, is!(Sense::Quantifier(Quantifier::Both))) {
            self.all.push(Clue::Both);
        }
        found.is_some()
    }

    /// A mark or a word that joins or separates.
    fn mark(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let joint = cursor.take(said!(
            Sense::Joint(Joint::And | Joint::Sum) => Clue::And,
            Sense::Joint(Joint::Or) => Clue::Slash,
            Sense::Joint(Joint::But) => Clue::Comma,
        ));
        if let Some(joint) = joint {
            self.separate(joint);
            return true;
        }
        let starts = self.all.last().is_none_or(|part| *part == Clue::Break);
        // "1. English; 2. French"
        if starts && cursor.figure(0).is_some_and(|figure| figure.len() == 1) && matches!(cursor.text(1), "." | ")") {
            cursor.at += 2;
            return true;
        }
        match cursor.text(0) {
            // The mark of an item.
            "-" | "*" if starts => {}
            ";" | "|" | "•" | "·" => self.separate(Clue::Break),
            "," => self.separate(Clue::Comma),
            "&" | "+" => self.separate(Clue::And),
            "/" | "-" => self.separate(Clue::Slash),
            ":" | "=" => self.all.push(Clue::Colon),
            "(" | "[" => {
                self.depth += usize::from(self.depth > 0 || !holds_names(cursor));
                self.all.push(Clue::Open);
            }
            ")" | "]" => self.depth = self.depth.saturating_sub(1),
            "." if cursor.gap(1) => self.separate(Clue::Break),
            "." | "!" | "¡" | "\"" | "'" | "*" => {}
            _ => return false,
        }
        cursor.at += 1;
        true
    }

    /// A word that says nothing of a level: a skill, a school, a place in brackets, a year.
    fn word(&mut self, cursor: &mut Cursor<'_>) -> bool {
        // "not bilingual" is no "none".
        let none = matches!(self.all.last(), Some(Clue::Step(last)) if last.high == 0);
        if none && cursor.has(0, is!(Sense::Quantifier(_))) {
            return false;
        }
        let part = cursor.take(said!(
            Sense::Skill(skill) => Clue::Skill(skill),
            Sense::Quantifier(Quantifier::Both) => Clue::Both,
            Sense::Quantifier(Quantifier::All) => Clue::All,
        ));
        self.all.extend(part);
        if part.is_some() {
            return true;
        }
        if cursor.take_sense(Sense::Answer(true)) {
            self.yes = true;
            return true;
        }
        let aside = is_mark(cursor, -1) && is_mark(cursor, 1) || cursor.lexed().len() == cursor.at + 1;
        // "English at C1 level", "auf Niveau C1"
        let leveled = |at: usize| cursor.has(at, is!(Sense::Cefr(..)));
        let noted = cursor.has(1, is!(Sense::Neutral(Topic::Language)));
        if cursor.has(0, is!(Sense::Slot(Slot::Level))) && (leveled(1) || noted && leveled(2)) {
            cursor.at += 1;
            return true;
        }
        if cursor.follows(Self::named) || aside && cursor.take_sense(Sense::Place) || self.when(cursor) {
            return true;
        }
        let within = cursor.has(0, is!(Sense::Slot(Slot::Place | Slot::Article | Slot::Within)));
        // "No certificate" does not say that the language is not known.
        let neutral = cursor.take_neutral(Topic::Language) || !none && cursor.take_neutral(Topic::Proof);
        self.all.extend((neutral && within).then_some(Clue::In));
        neutral
    }

    /// Where it was learned, in a name that holds no language: "at Alliance Française" says nothing of who speaks it.
    fn named(cursor: &mut Cursor<'_>) -> bool {
        cursor.take_named_aside() && (cursor.ends() || !cursor.has(0, is!(Sense::Language(_))))
    }

    /// "(2019)", "since 2015", "DELF B2 2019": a year that has come. The level of a year that is over may be higher by now.
    fn when(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let certified = matches!(
            self.all.as_slice(),
            [.., Clue::Tongue(Tongue::Certified(_))] | [.., Clue::Tongue(Tongue::Certified(_)), Clue::Step(_)]
        );
        let marked = is_mark(cursor, -1);
        let mut since = false;
        let year = cursor.attempt(|cursor| {
            since = cursor.take_any(is!(Sense::Edge(Edge::Since | Edge::From)));
            let year = cursor.take_figure().filter(|figure| figure.len() == 4)?.parse().ok()?;
            ((since || certified || marked) && (1950..=self.year).contains(&year)).then_some(year)
        });
        if year.is_some_and(|year| year < self.year)
            && !since
            && let Some(Clue::Step(last)) = self.all.iter_mut().rfind(|clue| matches!(clue, Clue::Step(_)))
        {
            last.high = ANY.high;
        }
        year.is_some()
    }
}

/// Whether a mark stands so many places on.
fn is_mark(cursor: &Cursor<'_>, ahead: isize) -> bool {
    cursor.at.checked_add_signed(ahead).is_some_and(|at| cursor.lexed().is(at, TokenKind::Mark))
}

/// Whether a full stop that belongs to a word ends what is said: that of no abbreviation.
fn ends_a_sentence(cursor: &Cursor<'_>, from: usize) -> bool {
    let (tokens, own) = (&cursor.lexed().tokens, cursor.lexed().tokens_of(from));
    own.len() > 1 && tokens.text(own.end - 1) == "." && tokens.text(own.start).len() > 4
}

/// Whether a parenthesis that opens here holds names of languages, and so is none.
fn holds_names(cursor: &Cursor<'_>) -> bool {
    let lexed = cursor.lexed();
    let mut inside = (cursor.at + 1..lexed.len()).take_while(|at| lexed.text_at(*at) != ")");
    let code = |at: usize| lexed.token(at).is_some_and(|token| token.case == Case::Upper && token.span.len() == 2);
    inside.any(|at| code(at) || lexed.has(at, is!(Sense::Language(_))))
}

/// Whether languages are named before what is said here ends.
fn names_follow(cursor: &Cursor<'_>) -> bool {
    let rest = (0..).map(|places| cursor.skip(places));
    let mut said = rest.take_while(|next| !next.is_done() && next.text(0) != ";" && !next.line());
    said.any(|next| next.has(0, is!(Sense::Language(_))))
}
