//! Tokens looked up in the packs, longest phrase first, and a cursor over what was found.

use std::borrow::Cow;
use std::ops::Range;

use super::boxes;
use super::token::{Case, Kind, Tokens};
use crate::text::markup;
use crate::text::words::{Langs, Lexicon, Section, Sections, Sense, Slot, Topic};

/// A phrase of the packs, or one token that is none.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Lexeme {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Where its senses are.
    senses: Range<usize>,
}

/// A cell in lexemes.
#[derive(Clone, Debug)]
pub(crate) struct Lexed<'a> {
    /// The text that was cut: the cell without markup.
    pub text: Cow<'a, str>,
    /// Its tokens.
    pub tokens: Tokens,
    all: Vec<Lexeme>,
    senses: Vec<Sense>,
    /// Of each sense, the packs that have it.
    langs: Vec<Langs>,
    /// Whether the words say something in capital letters throughout, so that capitals tell no names.
    shouts: bool,
}

impl<'a> Lexed<'a> {
    /// Cuts what a cell says and looks its words up in these sections: of a form's boxes, the words beside the one that is
    /// ticked. Nothing where it cannot be told which that is.
    pub(crate) fn new(cell: &'a str, lexicon: &Lexicon, sections: Sections) -> Option<Self> {
        let text = match markup::bare(cell) {
            Cow::Borrowed(bare) => boxes::answer(bare)?,
            Cow::Owned(bare) => Cow::Owned(boxes::answer(&bare)?.into_owned()),
        };
        Some(Self::of_text(text, lexicon, sections))
    }

    /// The same of a text that has no markup.
    pub(crate) fn of_text(text: Cow<'a, str>, lexicon: &Lexicon, sections: Sections) -> Self {
        let tokens = Tokens::new(&text);
        let (mut all, mut senses, mut langs) = (Vec::new(), Vec::new(), Vec::<Langs>::new());
        let mut at = 0;
        while at < tokens.all().len() {
            let from = senses.len();
            let mut end = at + 1;
            lexicon.starting(&tokens, at, sections, |sense, of, to| {
                if to > end {
                    senses.truncate(from);
                    langs.truncate(from);
                    end = to;
                }
                if to != end {
                    return;
                }
                match senses[from..].iter().position(|known| *known == sense) {
                    Some(at) => langs[from + at] = langs[from + at].either(of),
                    None => {
                        senses.push(sense);
                        langs.push(of);
                    }
                }
            });
            if senses.len() > from {
                end = tokens.after_ending(end);
            } else if sections.has(Section::Numbers)
                && let Some((value, of)) = lexicon.compound(tokens.text(at))
            {
                senses.push(Sense::Number(value));
                langs.push(of);
            }
            // The dot of an abbreviation, or at the end of what is said: "oct. 2015", "12 ans exp."
            let word = tokens.is(end - 1, Kind::Word);
            let dot = tokens.text(end) == "." && tokens.all().get(end).is_some_and(|dot| !dot.gap);
            if word && dot && tokens.all().get(end + 1).is_none_or(|next| next.gap || next.kind != Kind::Word) {
                end += usize::from(senses.len() > from);
            }
            all.push(Lexeme { tokens: at..end, senses: from..senses.len() });
            at = end;
        }
        let words = || tokens.all().iter().filter(|token| token.kind == Kind::Word);
        let upper = words().filter(|token| token.case == Case::Upper).count();
        let shouts = upper > 0 && words().all(|token| token.case == Case::Upper);
        let mut lexed = Self { text, tokens, all, senses, langs, shouts };
        lexed.agree();
        lexed
    }

    /// Leaves of a word that languages know otherwise what those say that know the most of the cell's words: "en" is "in"
    /// beside "ans", and "and" beside "jaar". Where as many words are of one as of another, all of it stays.
    fn agree(&mut self) {
        let differ = |lexeme: &Lexeme| self.langs[lexeme.senses.clone()].windows(2).any(|pair| pair[0] != pair[1]);
        if !self.all.iter().any(differ) {
            return;
        }
        let said = |langs: &[Langs]| langs.iter().copied().reduce(Langs::either);
        let mut known = [0_usize; u8::BITS as usize];
        for lexeme in &self.all {
            let word = self.tokens.is(lexeme.tokens.start, Kind::Word);
            let langs = said(&self.langs[lexeme.senses.clone()]).filter(|_| word);
            langs.into_iter().flat_map(Langs::each).for_each(|pack| known[pack] += 1);
        }
        let (mut senses, mut langs) = (Vec::with_capacity(self.senses.len()), Vec::with_capacity(self.senses.len()));
        for lexeme in &mut self.all {
            let most = |langs: Langs| langs.each().map(|pack| known[pack]).max().unwrap_or(usize::MAX);
            let all = lexeme.senses.clone();
            let best = all.clone().map(|at| most(self.langs[at])).filter(|known| *known < usize::MAX).max();
            let from = senses.len();
            for at in all.filter(|at| Some(most(self.langs[*at])) >= best) {
                senses.push(self.senses[at]);
                langs.push(self.langs[at]);
            }
            lexeme.senses = from..senses.len();
        }
        (self.senses, self.langs) = (senses, langs);
    }

    /// A cursor at the start.
    pub(crate) fn cursor(&self) -> Cursor<'_> {
        Cursor { lexed: self, at: 0 }
    }

    /// A cursor at this lexeme.
    pub(crate) fn cursor_at(&self, at: usize) -> Cursor<'_> {
        Cursor { lexed: self, at }
    }

    /// How many lexemes there are.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether capitals tell no names, since there is nothing else.
    pub(crate) fn shouts(&self) -> bool {
        self.shouts
    }

    /// The senses of the lexeme at this place.
    pub(crate) fn senses(&self, at: usize) -> &[Sense] {
        self.all.get(at).map_or(&[], |lexeme| &self.senses[lexeme.senses.clone()])
    }

    /// The tokens of the lexeme at this place.
    pub(crate) fn tokens_of(&self, at: usize) -> Range<usize> {
        self.all.get(at).map_or(0..0, |lexeme| lexeme.tokens.clone())
    }

    /// The first lexeme from one place on that starts at this token or after it.
    pub(crate) fn lexeme_at(&self, at: usize, token: usize) -> usize {
        (at..self.len()).find(|at| self.tokens_of(*at).start >= token).unwrap_or(self.len())
    }

    /// Where in the text the lexemes from one place up to another are.
    pub(crate) fn span(&self, from: usize, to: usize) -> Range<usize> {
        let first = self.tokens.all().get(self.tokens_of(from).start);
        let last = to.checked_sub(1).map(|last| self.tokens_of(last)).and_then(|last| last.end.checked_sub(1));
        let last = last.and_then(|last| self.tokens.all().get(last));
        match (first, last) {
            (Some(first), Some(last)) if first.span.start <= last.span.end => first.span.start..last.span.end,
            _ => 0..0,
        }
    }
}

/// A place in a cell. Copied to try a way of reading, and put back where the way leads nowhere.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'a> {
    lexed: &'a Lexed<'a>,
    /// The lexeme that comes next.
    pub at: usize,
}

impl<'a> Cursor<'a> {
    /// What it moves over.
    pub(crate) fn lexed(&self) -> &'a Lexed<'a> {
        self.lexed
    }

    /// Whether all has been read.
    pub(crate) fn is_done(&self) -> bool {
        self.at >= self.lexed.len()
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
    pub(crate) fn token(&self, ahead: usize) -> Option<&'a super::Token> {
        let tokens = self.lexed.tokens_of(self.at + ahead);
        (!tokens.is_empty()).then(|| self.lexed.tokens.all().get(tokens.start)).flatten()
    }

    /// The figures of the lexeme so many places on, where it is such.
    pub(crate) fn figure(&self, ahead: usize) -> Option<&'a str> {
        self.token(ahead)
            .filter(|token| token.kind == Kind::Figure)
            .map(|_| self.text(ahead))
            .filter(|text| !text.is_empty())
    }

    /// The first of the senses of the lexeme so many places on that fits.
    pub(crate) fn sense<T>(&self, ahead: usize, fits: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.lexed.senses(self.at + ahead).iter().copied().find_map(fits)
    }

    /// Takes the next lexeme if one of its senses fits, in one of these languages; they become those that have it.
    pub(crate) fn take_in<T>(&mut self, langs: &mut Langs, fits: impl Fn(Sense) -> Option<T>) -> Option<T> {
        let senses = self.lexed.all.get(self.at).map_or(0..0, |lexeme| lexeme.senses.clone());
        let found = senses.into_iter().find_map(|at| {
            let both = self.lexed.langs[at].both(*langs)?;
            Some((fits(self.lexed.senses[at])?, both))
        });
        let (found, both) = found?;
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

    /// Takes the next lexeme if it has a sense of these.
    pub(crate) fn take_any(&mut self, fits: impl Fn(Sense) -> bool) -> bool {
        let found = self.has(0, fits);
        self.at += usize::from(found);
        found
    }

    /// Whether the lexeme so many places on has a sense of these.
    pub(crate) fn has(&self, ahead: usize, fits: impl Fn(Sense) -> bool) -> bool {
        self.lexed.senses(self.at + ahead).iter().any(|sense| fits(*sense))
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
        self.take(|sense| match sense {
            Sense::Neutral(of) => (of == topic || of == Topic::Any && !glued).then_some(()),
            Sense::Understood => Some(()),
            _ => None,
        })
        .is_some()
    }

    /// Takes a name, as its form tells ([`super::name`]).
    pub(crate) fn take_name(&mut self) -> bool {
        let end = super::name::end(self.lexed, self.at);
        let found = end.is_some();
        self.at = end.unwrap_or(self.at);
        found
    }

    /// Takes what somebody worked as, and what of: "programme manager", "chargée de projets", "officer, programmes".
    pub(crate) fn take_role(&mut self) -> bool {
        let of = |cursor: &mut Self| {
            let mut ahead = *cursor;
            while ahead.take_text(&[","]) || ahead.take_sense(Sense::Slot(Slot::Within)) || ahead.take_text(&["'"]) {}
            let found = ahead.take_sense(Sense::Office);
            *cursor = if found { ahead } else { *cursor };
            found
        };
        let mut ahead = *self;
        while ahead.take_sense(Sense::Office) {}
        let found = ahead.take_sense(Sense::Role);
        while found && of(&mut ahead) {}
        if found {
            *self = ahead;
        }
        found
    }

    /// Takes what introduces a name or a place, with it: "at Oxfam", "in Kenya".
    pub(crate) fn take_named(&mut self) -> bool {
        let mut ahead = *self;
        let named = ahead.take_sense(Sense::Slot(Slot::Name));
        let placed = named || ahead.take_sense(Sense::Slot(Slot::Place));
        // "in the Congo", "au sein de l'ONU"
        while placed && (ahead.take_sense(Sense::Slot(Slot::Within)) || ahead.take_glued(&["'"])) {}
        let place = |cursor: &mut Self| cursor.take_any(|s| matches!(s, Sense::Place | Sense::Understood));
        let found = place(&mut ahead) || named && ahead.take_name();
        if found {
            *self = ahead;
        }
        found
    }
}
