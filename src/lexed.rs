//! A cell or another text cut into tokens and looked up in the packs, the longest phrase first: lexemes, each a phrase of the
//! packs or one token that none of them knows, and a cursor that the grammars read on with.

mod cursor;
mod name;

use std::borrow::Cow;
use std::ops::Range;

pub(crate) use self::cursor::{Cursor, is, said};
use crate::form;
use crate::lexicon::{Langs, Lexicon, Section, Sections, Sense, sections};
use crate::tokens::{Case, Token, TokenKind, Tokens};

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
    /// What its words were looked up in.
    lexicon: Lexicon,
}

impl<'a> Lexed<'a> {
    /// Cuts what a cell says and looks its words up in these sections: of a form's boxes, the words beside the one that is
    /// ticked. Nothing where it cannot be told which that is.
    pub(crate) fn new(cell: &'a str, lexicon: &Lexicon, sections: Sections) -> Option<Self> {
        let text = match form::bare(cell) {
            Cow::Borrowed(bare) => form::boxes::answer(bare)?,
            Cow::Owned(bare) => Cow::Owned(form::boxes::answer(&bare)?.into_owned()),
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
            let word = tokens.is(end - 1, TokenKind::Word);
            let dot = tokens.text(end) == "." && tokens.all().get(end).is_some_and(|dot| !dot.gap);
            if word && dot && tokens.all().get(end + 1).is_none_or(|next| next.gap || next.kind != TokenKind::Word) {
                end += usize::from(senses.len() > from);
            }
            all.push(Lexeme { tokens: at..end, senses: from..senses.len() });
            at = end;
        }
        let words = || tokens.all().iter().filter(|token| token.kind == TokenKind::Word);
        let upper = words().filter(|token| token.case == Case::Upper).count();
        let shouts = upper > 0 && words().all(|token| token.case == Case::Upper);
        let mut lexed = Self { text, tokens, all, senses, langs, shouts, lexicon: lexicon.clone() };
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
        let known = self.known(|_| true);
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

    /// The packs that know a word, in whichever sense.
    fn langs_of(&self, lexeme: &Lexeme) -> Option<Langs> {
        self.langs[lexeme.senses.clone()].iter().copied().reduce(Langs::either)
    }

    /// How many of these words each pack knows.
    fn known(&self, of: impl Fn(&Lexeme) -> bool) -> [usize; u8::BITS as usize] {
        let mut known = [0; u8::BITS as usize];
        let words = self.all.iter().filter(|lexeme| self.tokens.is(lexeme.tokens.start, TokenKind::Word) && of(lexeme));
        let packs = words.filter_map(|word| self.langs_of(word)).flat_map(Langs::each);
        packs.for_each(|pack| known[pack] += 1);
        known
    }

    /// How many of the words each pack knows that no other pack does.
    pub(crate) fn known_alone(&self) -> [usize; u8::BITS as usize] {
        self.known(|word| self.langs_of(word).is_some_and(|langs| langs.each().count() == 1))
    }

    /// Whether the cell is in a language that begins each noun with a capital, so that one tells no name: it holds a word of
    /// that language alone, or more that are known in it than in any other.
    pub(crate) fn capitalises_nouns(&self) -> bool {
        self.has_german_alone() || {
            let (german, others, dutch) = self.german_and_others();
            german > others.max(dutch)
        }
    }

    /// Whether it may be: its words may as well be of Dutch, which shares "ja".
    pub(crate) fn may_capitalise_nouns(&self) -> bool {
        // More than in any other includes as many as in Dutch.
        self.has_german_alone() || {
            let (german, others, dutch) = self.german_and_others();
            german > others && german >= dutch
        }
    }

    /// Whether a word that tells the language is known in German alone.
    fn has_german_alone(&self) -> bool {
        let alone = |lexeme| self.langs_of(lexeme).is_some_and(|langs| langs.each().eq(Langs::pack_of("de")));
        self.all.iter().any(|lexeme| self.tells_language(lexeme) && alone(lexeme))
    }

    /// How many words are known in German, in the other languages but Dutch, and in Dutch.
    fn german_and_others(&self) -> (usize, usize, usize) {
        let known = self.known(|lexeme| !self.senses[lexeme.senses.clone()].contains(&Sense::Place));
        let [german, dutch] = ["de", "nl"].map(Langs::pack_of);
        let of = |pack: Option<usize>| pack.map_or(0, |pack| known[pack]);
        let others = (0..known.len()).filter(|pack| ![german, dutch].contains(&Some(*pack)));
        (of(german), others.map(|pack| known[pack]).max().unwrap_or_default(), of(dutch))
    }

    /// Whether a word tells which language the cell is in: places have one name in several, and titles and small words
    /// stand in names ("Brot für die Welt").
    fn tells_language(&self, lexeme: &Lexeme) -> bool {
        let in_names = is!(Sense::Place | Sense::Role | Sense::Office | Sense::Slot(_));
        !self.senses[lexeme.senses.clone()].iter().any(|sense| in_names(*sense))
    }

    /// A cursor at the start.
    pub(crate) fn cursor(&self) -> Cursor<'_> {
        self.cursor_at(0)
    }

    /// A cursor at this lexeme.
    pub(crate) fn cursor_at(&self, at: usize) -> Cursor<'_> {
        Cursor::new(self, at)
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

    /// Whether the packs know the word at this place, in sections that its kind of cells does not take, as one that makes a
    /// claim: a month, or, unless words have led to it as to a name, a degree, or what is not finished, not had or to come;
    /// or as a word that no name begins with: "Not True", "NOT", "My Husband", where "IT" and "WHO" are abbreviations.
    fn claims(&self, at: usize, led: bool) -> bool {
        const CLAIMS: Sections = sections!(; Degrees UnderWay Missing Months Negations Everyday);
        let unknown = self.senses(at).is_empty();
        let known = self.has(at, is!(Sense::Place | Sense::Understood));
        let case = self.token(at).map(|token| token.case).filter(|_| !known && !led);
        let mut claims = false;
        self.meanings_from(self.tokens_of(at).start, CLAIMS, |sense, _| {
            claims |= match sense {
                Sense::Month(_) => unknown,
                Sense::Degree(..) | Sense::UnderWay | Sense::Missing => unknown && !led,
                Sense::Negation(_) => matches!(case, Some(Case::Capital | Case::Upper)),
                Sense::Everyday(_) => case == Some(Case::Capital),
                _ => false,
            };
        });
        claims
    }

    /// Whether the packs know the word at this place as the name of a language, and so of a people.
    fn names_language(&self, at: usize) -> bool {
        let mut named = false;
        self.meanings_from(self.tokens_of(at).start, sections!(; Languages), |_, _| named = true);
        named
    }

    /// Whether words have capitals here that have none in any sentence, so that one tells no name: "8 Years, Mostly Unpaid".
    fn is_titled(&self) -> bool {
        let capital = |at: usize| self.token(at).is_some_and(|token| token.case == Case::Capital);
        let titled = |at: &usize| capital(*at) && self.has(*at, is!(Sense::Unit(_)));
        (1..self.len()).any(|at| titled(&at)) && !self.capitalises_nouns()
    }

    /// What the packs know, in these sections, of the words that start at this token, each with the token after them.
    pub(crate) fn meanings_from(&self, token: usize, sections: Sections, mut each: impl FnMut(Sense, usize)) {
        self.lexicon.starting(&self.tokens, token, sections, |sense, _, end| each(sense, end));
    }

    /// Whether the lexeme at this place has a sense of these.
    pub(crate) fn has(&self, at: usize, fits: impl Fn(Sense) -> bool) -> bool {
        self.senses(at).iter().any(|sense| fits(*sense))
    }

    /// The first of the senses of the lexeme at this place that fits and is of these languages, and which of them have it.
    pub(crate) fn sense_in<T>(&self, at: usize, langs: Langs, fits: impl Fn(Sense) -> Option<T>) -> Option<(T, Langs)> {
        let mut senses = self.all.get(at)?.senses.clone();
        senses.find_map(|at| {
            let both = self.langs[at].both(langs)?;
            Some((fits(self.senses[at])?, both))
        })
    }

    /// The tokens of the lexeme at this place.
    pub(crate) fn tokens_of(&self, at: usize) -> Range<usize> {
        self.all.get(at).map_or(0..0, |lexeme| lexeme.tokens.clone())
    }

    /// The first token of the lexeme at this place.
    pub(crate) fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.all().get(self.all.get(at)?.tokens.start)
    }

    /// The folded text of the first token of the lexeme at this place.
    pub(crate) fn text_at(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| self.tokens.text_of(token))
    }

    /// Whether the lexeme at this place starts with a token of this kind.
    pub(crate) fn is(&self, at: usize, kind: TokenKind) -> bool {
        self.token(at).is_some_and(|token| token.kind == kind)
    }

    /// The lexemes from one place up to another as they are written.
    pub(crate) fn written(&self, from: usize, to: usize) -> &str {
        self.text.get(self.span(from, to)).unwrap_or_default()
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
