//! A word as a criteria file writes it, in tokens, with its marks.

use super::plural::same_adjective;
use crate::fold::fold;
use crate::tokens::{Case, TokenKind, Tokens};

/// One of the words, in tokens.
#[derive(Clone, Debug)]
pub(crate) struct WrittenPhrase {
    /// The number of what it stands for.
    pub number: usize,
    /// The marks that must stand before it: ".NET", "> 5 years".
    lead: Vec<FigureMark>,
    /// Its words and figures; at least one.
    pieces: Vec<MarkedWord>,
    /// Whether the first is in capital letters.
    upper: bool,
}

/// A word or a figure, and the marks written after it.
#[derive(Clone, Debug)]
pub(crate) struct MarkedWord {
    /// Folded.
    pub text: String,
    figure: bool,
    /// Written against what is before it: "C1", "Node.js".
    glued: bool,
    marks: Vec<FigureMark>,
}

#[derive(Clone, Debug)]
struct FigureMark {
    text: String,
    /// Whether it makes another word: "C++", "1-3 years", "A-". Others only dress: "St. Gallen", "Employed, full-time".
    needed: bool,
    /// Written against the word.
    glued: bool,
}

/// How a word of a cell is compared with one of a criteria file.
pub(crate) type Same = fn(&str, &str) -> bool;

impl WrittenPhrase {
    /// The phrase as written; an abbreviation letter by letter ("a s b l"); what full stops join as one ("NodeJS").
    pub(crate) fn variants(written: &str, number: usize) -> Vec<Self> {
        let (lead, pieces, upper) = pieces(written);
        let split: Vec<MarkedWord> = pieces.iter().flat_map(|piece| piece.split(written)).collect();
        let mut joined: Vec<MarkedWord> = Vec::with_capacity(pieces.len());
        for piece in &pieces {
            match joined.last_mut() {
                Some(last) if last.is_joined_to(piece) => {
                    let text = [&*last.text, &*piece.text].concat();
                    *last = MarkedWord { text, ..piece.clone() };
                }
                _ => joined.push(piece.clone()),
            }
        }
        let others = [split, joined].into_iter().filter(|other| other.len() != pieces.len());
        let others = others.map(|pieces| Self { number, lead: lead.clone(), pieces, upper: false }).collect::<Vec<_>>();
        [Self { number, lead: lead.clone(), pieces, upper }].into_iter().chain(others).collect()
    }

    /// Its first word.
    pub(crate) fn first(&self) -> &str {
        self.pieces.first().map_or("", |piece| &piece.text)
    }

    /// How long what is written without a gap at its start is, and the word after that, where it has one.
    pub(crate) fn start(&self) -> (usize, Option<&str>) {
        let mut length = 0;
        for (nth, piece) in self.pieces.iter().enumerate() {
            let before = nth.checked_sub(1).and_then(|before| self.pieces.get(before));
            if before.is_some_and(|before| !piece.glued || !before.marks.is_empty()) {
                return (length, Some(&piece.text));
            }
            length += piece.text.len();
        }
        (length, None)
    }

    /// Its first two words, where they are single letters that nothing but a full stop parts: "a s b l".
    pub(crate) fn letters(&self) -> Option<[&str; 2]> {
        let [a, b, ..] = self.pieces.as_slice() else { return None };
        let letter = |piece: &MarkedWord| piece.text.len() == 1 && !piece.figure;
        let plain = letter(a) && letter(b) && a.marks.iter().all(|mark| mark.text == ".");
        plain.then_some([&a.text, &b.text])
    }

    /// Whether it starts with a word in capital letters.
    pub(crate) fn is_upper(&self) -> bool {
        self.upper
    }

    /// Its only word; nothing where it has several, or marks.
    pub(crate) fn only_word(&self) -> Option<&str> {
        let [one] = self.pieces.as_slice() else { return None };
        (self.lead.is_empty() && one.marks.iter().all(|mark| !mark.needed)).then_some(&one.text)
    }

    /// How many marks lead it, and whether the first is a full stop.
    pub(crate) fn lead(&self) -> (usize, bool) {
        (self.lead.len(), self.lead.first().is_some_and(|mark| mark.text == "."))
    }

    /// The folded words in all.
    pub(crate) fn words(&self) -> impl ExactSizeIterator<Item = &str> {
        self.pieces.iter().map(|piece| piece.text.as_str())
    }

    /// The place after it, where it stands with its first word at this token and is not cut out of another word.
    pub(crate) fn end(&self, tokens: &Tokens, start: usize, is: Same) -> Option<usize> {
        let mut at = start;
        // "im Europäischen Parlament": what stands before more may be declined.
        let stands = |nth: usize, at: usize| {
            let more = nth + 1 < self.pieces.len();
            self.pieces.get(nth).is_some_and(|it| it.is(tokens, at, is) || more && it.is(tokens, at, same_adjective))
        };
        if !stands(0, start) {
            return None;
        }
        for (nth, piece) in self.pieces.iter().enumerate() {
            let Some(next) = self.pieces.get(nth + 1) else { break };
            // What looks like an ending may be the next word: "a.s.b.l."
            let ways = [at + 1, tokens.after_ending(at + 1), tokens.after_possession(at + 1)];
            let mut next_at = ways.into_iter().filter_map(|end| piece.joint(next, tokens, end));
            at = next_at.find(|at| stands(nth + 1, *at))?;
        }
        let last = self.pieces.last()?;
        let mut end = at + 1;
        for mark in last.marks.iter().filter(|mark| mark.needed) {
            mark.is(tokens, end).then(|| end += 1)?;
        }
        if end == at + 1 {
            end = tokens.after_ending(end).max(tokens.after_possession(end));
        }
        let before = start.checked_sub(self.lead.len())?;
        let led =
            |(mark, at): (&FigureMark, usize)| tokens.text(at) == mark.text && !(mark.glued && gap(tokens, at + 1));
        let led = self.lead.iter().zip(before..start).all(led);
        (led && !self.is_cut(tokens, start, at + 1, end)).then_some(end)
    }

    /// Whether what stands there is cut out of another word: "C" of "C#" and "C++", "A" of "A+", "R" of "R&D", "net" of
    /// ".NET", "3 years" of "1-3 years".
    fn is_cut(&self, tokens: &Tokens, start: usize, word_end: usize, end: usize) -> bool {
        let glued = |at: usize, text: &str| !gap(tokens, at) && tokens.text(at) == text;
        let is_word = |at: usize| tokens.all().get(at).is_some_and(|token| token.kind != TokenKind::Mark);
        let glued_word = |at: usize| !gap(tokens, at) && is_word(at);
        let letter = |at: usize| is_word(at) && tokens.text(at).chars().count() == 1;
        let figure = |at: usize| tokens.is(at, TokenKind::Figure);
        let last = word_end - 1;
        let plain = end == word_end;
        // One word with a figure: "EU2020".
        let after = plain && glued_word(end)
            || glued(end, "#")
            || plain && glued(end, "+") && (glued(end + 1, "+") || letter(last) && !glued_word(end + 1))
            || glued(end, "&") && glued_word(end + 1) && (letter(last) || letter(end + 1))
            || plain && letter(last) && glued(end, "'") && glued_word(end + 1) && tokens.text(end + 1) != "s"
            || figure(last) && plain && between_figures(tokens, end);
        let Some(mark) = start.checked_sub(1).filter(|_| self.lead.is_empty()) else { return after };
        let before = mark.checked_sub(1).filter(|before| is_word(*before) && !gap(tokens, mark));
        let joined = |text: &str| !gap(tokens, start) && tokens.text(mark) == text;
        let ahead = is_word(mark) && !gap(tokens, start)
            || joined("&") && before.is_some_and(|before| letter(start) || letter(before))
            // "the UN .Advocacy"
            || joined(".") && before.is_none() && !(mark > 0 && glued(mark, tokens.text(mark - 1)))
                && !(mark > 0 && gap(tokens, mark) && tokens.all()[start].case == Case::Capital)
            || figure(start) && between_figures(tokens, mark);
        after || ahead
    }
}

/// Whether a mark at this place parts two figures, with nothing between: "1-3", "1.5".
fn between_figures(tokens: &Tokens, mark: usize) -> bool {
    let parts = matches!(tokens.text(mark), "-" | "." | "," | "/" | ":");
    parts
        && !gap(tokens, mark)
        && !gap(tokens, mark + 1)
        && tokens.is(mark + 1, TokenKind::Figure)
        && mark.checked_sub(1).is_some_and(|before| tokens.is(before, TokenKind::Figure))
}

fn gap(tokens: &Tokens, at: usize) -> bool {
    tokens.all().get(at).is_none_or(|token| token.gap)
}

impl MarkedWord {
    fn is(&self, tokens: &Tokens, at: usize, is: Same) -> bool {
        let text = tokens.text(at);
        match tokens.all().get(at).map(|token| token.kind) {
            Some(TokenKind::Figure) => self.figure && text == self.text,
            Some(TokenKind::Word) => !self.figure && (text == self.text || is(&self.text, text)),
            _ => false,
        }
    }

    /// The place of the next piece: past the marks that are written between the two, and past hyphens, apostrophes and
    /// quotes, which need not be.
    fn joint(&self, next: &Self, tokens: &Tokens, end: usize) -> Option<usize> {
        const MOST: usize = 8;
        let figures = self.figure && next.figure;
        // "E.U. advocacy"
        let last = end.checked_sub(1).and_then(|last| tokens.all().get(last));
        let dotted = self.text.chars().count() == 1 || last.is_some_and(|last| last.dotted);
        let mut written = self.marks.iter();
        let mut at = end;
        while tokens.is(at, TokenKind::Mark) && at < end + MOST {
            let text = tokens.text(at);
            let free = matches!(text, "-" | "'" | "\"" | "_") || text == "." && dotted;
            let mut ahead = written.clone();
            if ahead.find(|mark| mark.needed || mark.text == text).is_some_and(|mark| mark.text == text) {
                written = ahead;
            } else if figures || !free {
                return None;
            }
            at += 1;
        }
        let token = tokens.all().get(at)?;
        let fits =
            written.all(|mark| !mark.needed) && !token.blank && !(next.glued && self.marks.is_empty() && token.gap);
        fits.then_some(at)
    }

    /// Whether a full stop alone stands between two words, as in "Node.js".
    fn is_joined_to(&self, next: &Self) -> bool {
        let [mark] = self.marks.as_slice() else { return false };
        mark.text == "." && next.glued && !self.figure && !next.figure
    }

    /// The groups of letters of an abbreviation, each for itself.
    fn split(&self, written: &str) -> Vec<Self> {
        let groups: Vec<String> = written.split(|c: char| !c.is_alphanumeric() && c != '.').map(fold).collect();
        let dotted = groups.iter().find(|group| group.contains('.') && group.replace('.', "") == self.text);
        let Some(dotted) = dotted else { return vec![self.clone()] };
        let mut parts: Vec<Self> = dotted
            .split('.')
            .filter(|part| !part.is_empty())
            .map(|part| Self { text: part.to_owned(), figure: false, glued: false, marks: vec![FigureMark::stop()] })
            .collect();
        if let Some(last) = parts.last_mut() {
            last.marks.clone_from(&self.marks);
        }
        parts
    }
}

impl FigureMark {
    fn stop() -> Self {
        Self { text: ".".to_owned(), needed: false, glued: true }
    }

    /// Whether it stands at this place. "A -" is not "A-".
    fn is(&self, tokens: &Tokens, at: usize) -> bool {
        tokens.text(at) == self.text && !(self.text == "-" && self.glued && gap(tokens, at))
    }
}

/// The marks that lead a word of a criteria file, and its words with the marks after each.
fn pieces(written: &str) -> (Vec<FigureMark>, Vec<MarkedWord>, bool) {
    let tokens = Tokens::new(written);
    let first = tokens.all().iter().find(|token| token.kind != TokenKind::Mark);
    let upper = first.is_some_and(|token| token.case == Case::Upper);
    let (mut lead, mut pieces): (Vec<FigureMark>, Vec<MarkedWord>) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(token) = tokens.all().get(at) {
        let text = tokens.text(at).to_owned();
        let glued = !token.gap && at > 0;
        match (token.kind, pieces.last_mut()) {
            (TokenKind::Mark, Some(last)) => {
                let dresses = matches!(
                    text.as_str(),
                    "(" | ")" | "[" | "]" | "\"" | "'" | "." | "," | ";" | ":" | "!" | "_" | "-"
                );
                // Marks between figures tell them apart, and one at the end is a sign: "A-".
                let edge = text == "-" && glued && at + 1 == tokens.all().len();
                last.marks.push(FigureMark { text, needed: !dresses || edge, glued });
            }
            (TokenKind::Mark, None) => lead.push(FigureMark { text, needed: true, glued: !gap(&tokens, at + 1) }),
            (kind, last) => {
                let figure = kind == TokenKind::Figure;
                if let Some(last) = last
                    && figure
                    && last.figure
                {
                    last.marks.iter_mut().for_each(|mark| mark.needed = true);
                }
                let end = tokens.after_ending(at + 1);
                pieces.push(MarkedWord { text, figure, glued, marks: Vec::new() });
                // "défenseur·e·s" stands for "défenseur".
                at = end;
                continue;
            }
        }
        at += 1;
    }
    let dresses = |mark: &FigureMark| matches!(mark.text.as_str(), "(" | "[" | "\"" | "'" | "-" | "_");
    let from = lead.iter().rposition(dresses).map_or(0, |last| last + 1);
    (lead.split_off(from), pieces, upper)
}
