//! Degrees: levels, fields, and whether they are finished.
//!
//! A cell is cut where one degree's words end and another's begin. A field, or a word for "under way", counts for the
//! degree that it surely belongs to; what may belong to either of two leaves the field of both open.

mod abbreviation;
mod words;

use std::ops::Range as Places;
use std::sync::LazyLock;

use super::boxes;
use super::calendar::month;
use super::lexicon::{self, LIMIT, Lexicon, Tokens, phrase_end, same_word};
use super::written::{Written, is_cut, is_loose};
use crate::reading::{Range, Reading};
use abbreviation::Counts;
use words::Sort;

/// A degree's field, as far as the criteria ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// One of the fields asked for.
    Listed,
    /// Another field.
    Other,
    /// No field is said, or none that can be told for certain.
    Unsaid,
}

/// One degree that a cell names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Its level on `education`.
    pub level: Range,
    /// It is not finished, or not for certain.
    pub under_way: bool,
    /// Its field.
    pub field: Field,
    /// The last month named with it, counted from year 0; of a year alone its first.
    pub ends: Option<i32>,
}

/// The fields that count, each with other words for it.
#[derive(Clone, Debug)]
pub struct FieldList {
    /// The fields as they are written.
    written: Written,
    /// The folded words of each phrase that is the same without its marks.
    phrases: Vec<Vec<String>>,
    /// The subjects that one of the phrases names, by their place among all.
    subjects: Vec<usize>,
}

impl FieldList {
    /// The list with these fields.
    #[must_use]
    pub fn new(fields: Vec<Vec<String>>) -> Self {
        let subjects: Vec<usize> = fields
            .iter()
            .flatten()
            .filter_map(|word| {
                let tokens = Tokens::new(word);
                match SUBJECTS.whole(&tokens)? {
                    Topic::Subject { number, exact: true } => Some(number),
                    _ => None,
                }
            })
            .collect();
        // The words for the same subject in the other language come with it.
        let also = subjects.iter().filter_map(|number| words::SUBJECTS.get(*number)).flat_map(|subject| subject.exact);
        let all = fields.iter().flatten().map(String::as_str).chain(also.copied()).filter(|word| is_loose(word));
        let phrases = all.map(lexicon::words).filter(|words| !words.is_empty()).collect();
        let written = Written::new(fields.iter().flatten().map(|word| (word.as_str(), 0)));
        Self { written, phrases, subjects }
    }
}

/// A level as words name it.
#[derive(Clone, Copy, Debug)]
struct Level {
    low: u8,
    high: u8,
    sort: Sort,
    /// The subject that the words say, by its place among all.
    subject: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Topic {
    Subject { number: usize, exact: bool },
    Opaque,
}

static LEVELS: LazyLock<Lexicon<Option<Level>>> = LazyLock::new(|| {
    let none = words::NO_LEVEL.iter().map(|word| (*word, None));
    let rows = words::LEVELS.iter().flat_map(|row| {
        let subject = row.subject.and_then(|name| words::SUBJECTS.iter().position(|subject| subject.name == name));
        let level = Level { low: row.low, high: row.high, sort: row.sort, subject };
        row.words.iter().map(move |word| (*word, Some(level)))
    });
    Lexicon::new(none.chain(rows))
});

static SUBJECTS: LazyLock<Lexicon<Topic>> = LazyLock::new(|| {
    let opaque = words::OPAQUE.iter().map(|word| (*word, Topic::Opaque));
    let of = |exact: bool| {
        words::SUBJECTS.iter().enumerate().flat_map(move |(number, subject)| {
            let words = if exact { subject.exact } else { subject.near };
            words.iter().map(move |word| (*word, Topic::Subject { number, exact }))
        })
    };
    Lexicon::new(opaque.chain(of(true)).chain(of(false)))
});

/// What a phrase does besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    UnderWay,
    Not,
    OrMore,
    Aside,
    Beside,
}

fn roles(words: &'static [&'static str], role: Role) -> Lexicon<Role> {
    Lexicon::new(words.iter().map(|word| (*word, role)))
}

static UNDER_WAY: LazyLock<Lexicon<Role>> = LazyLock::new(|| {
    // French participles agree with what they are said of.
    let forms: Vec<String> = words::UNDER_WAY
        .iter()
        .flat_map(|phrase| ["", "s", "e", "es"].into_iter().map(move |ending| format!("{phrase}{ending}")))
        .collect();
    Lexicon::new(forms.iter().map(|phrase| (phrase.as_str(), Role::UnderWay)))
});
static NOT_HAD_BEFORE: LazyLock<Lexicon<Role>> = LazyLock::new(|| roles(words::NOT_HAD_BEFORE, Role::UnderWay));
static NOT_HAD_AFTER: LazyLock<Lexicon<Role>> = LazyLock::new(|| roles(words::NOT_HAD_AFTER, Role::UnderWay));
static NOT: LazyLock<Lexicon<Role>> = LazyLock::new(|| roles(words::NOT, Role::Not));
static OR_MORE: LazyLock<Lexicon<Role>> = LazyLock::new(|| roles(words::OR_MORE, Role::OrMore));
static ASIDE: LazyLock<Lexicon<Role>> = LazyLock::new(|| roles(words::ASIDE, Role::Aside));
static LONG_LICENCE: LazyLock<Lexicon<Role>> = LazyLock::new(|| roles(words::LONG_LICENCE, Role::Beside));
static BESIDE: LazyLock<Lexicon<Role>> = LazyLock::new(|| roles(words::BESIDE, Role::Beside));
static NONE: LazyLock<Lexicon<u8>> = LazyLock::new(|| Lexicon::new(words::NONE.iter().copied()));

/// The most words of a cell that may or may not be degrees; with more, it says nothing for certain.
const MOST_DOUBTFUL: usize = 4;

/// Each way to read a cell, with the degrees that it names so: one way, unless some words may or may not be degrees
/// ("licence et des en droit"). A cell that names only a field says a degree of any level in it; a way that finds
/// nothing is empty.
#[must_use]
pub fn read(cell: &str, fields: &FieldList) -> Vec<Vec<Found>> {
    ways(cell, |text, degrees| {
        if !degrees.is_empty() {
            return text.all(degrees, fields);
        }
        if let Some(most) = text.none() {
            return vec![found(0, most, Field::Unsaid)];
        }
        let whole = std::slice::from_ref(&(0..text.tokens.len())).to_vec();
        let field = text.field(&whole, &[], fields, None);
        let named = field != Field::Unsaid || text.subjects(&whole, fields).any();
        if named { vec![found(0, 5, field)] } else { Vec::new() }
    })
}

/// As [`read`], the levels without their fields.
#[must_use]
pub fn level(cell: &str) -> Vec<Vec<Found>> {
    let none = FieldList { written: Written::default(), phrases: Vec::new(), subjects: Vec::new() };
    ways(cell, |text, degrees| {
        if degrees.is_empty() {
            return text.none().map(|most| found(0, most, Field::Unsaid)).into_iter().collect();
        }
        text.all(degrees, &none).into_iter().map(|found| Found { field: Field::Unsaid, ..found }).collect()
    })
}

fn ways(cell: &str, of: impl Fn(&Text, &[Degree]) -> Vec<Found>) -> Vec<Vec<Found>> {
    if cell.len() > LIMIT {
        return vec![Vec::new()];
    }
    let Some(text) = Text::ticked(cell) else { return vec![Vec::new()] };
    let (hits, doubtful) = text.hits(&[]);
    if doubtful.len() > MOST_DOUBTFUL {
        return vec![vec![found(0, 5, Field::Unsaid)], Vec::new()];
    }
    let mut ways = vec![of(&text, &text.degrees(hits))];
    for some in 1..1_usize << doubtful.len() {
        let out: Vec<usize> =
            doubtful.iter().enumerate().filter(|(bit, _)| some >> bit & 1 == 1).map(|(_, at)| *at).collect();
        let way = of(&text, &text.degrees(text.hits(&out).0));
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    ways
}

/// The field that a cell about nothing but the field names, of a degree of any level; whether the cell says that it is
/// not finished, and when it ends.
#[must_use]
pub fn field(cell: &str, fields: &FieldList) -> Found {
    if cell.len() > LIMIT {
        return found(0, 5, Field::Unsaid);
    }
    let Some(text) = Text::ticked(cell) else { return found(0, 5, Field::Unsaid) };
    let whole = 0..text.tokens.len();
    let field = text.field(std::slice::from_ref(&whole), &[], fields, None);
    let ends = text.ends(whole.clone());
    Found { under_way: text.is_under_way(&whole), ends, ..found(0, 5, field) }
}

/// The best level of the degrees of each way to read a cell: at least the best of those finished, at most the best of
/// all.
#[must_use]
pub fn best_level(ways: &[Vec<Found>]) -> Reading {
    best(ways, |degree| if degree.under_way { Range::between(0.0, degree.level.high) } else { degree.level })
}

/// The best degree, in whichever way the cell is read: at least the best of what each surely is, at most the best of
/// what each may be.
#[must_use]
pub fn best(ways: &[Vec<Found>], count: impl Fn(&Found) -> Range) -> Reading {
    if ways.iter().all(Vec::is_empty) {
        return Reading::UNREADABLE;
    }
    let of_way = |way: &Vec<Found>| {
        let best = |a: Range, b: Range| Range::between(a.low.max(b.low), a.high.max(b.high));
        // What cannot be read in one of the ways can be anything.
        way.iter().map(&count).reduce(best).unwrap_or(Range::between(0.0, 5.0))
    };
    ways.iter().map(of_way).reduce(Range::hull).map_or(Reading::UNREADABLE, Reading::Within)
}

fn found(low: u8, high: u8, field: Field) -> Found {
    Found { level: Range::between(f64::from(low), f64::from(high)), under_way: false, field, ends: None }
}

/// A level where it stands.
#[derive(Clone, Debug)]
struct Hit {
    at: Places<usize>,
    level: Level,
    /// The cell says that it is not had.
    negated: bool,
    /// The words themselves leave it in doubt ("niveau master").
    doubt: bool,
}

/// A degree and the words that belong to it.
#[derive(Clone, Debug)]
struct Degree {
    hits: Vec<Hit>,
    low: u8,
    high: u8,
    under_way: bool,
    /// Tokens that are surely about it.
    own: Vec<Places<usize>>,
    /// Tokens that may be about it.
    maybe: Vec<Places<usize>>,
}

/// What is said of subjects in some tokens.
#[derive(Clone, Copy, Debug, Default)]
struct Said {
    /// A listed one.
    listed: bool,
    /// A listed one that may be something else: a minor, a thesis, a job, negated.
    aside: bool,
    /// One that is near a listed one.
    near: bool,
    /// One that is not listed.
    other: bool,
}

impl Said {
    const fn any(self) -> bool {
        self.listed || self.aside || self.near || self.other
    }
}

/// A cell, cut.
struct Text {
    tokens: Tokens,
    /// Places of line breaks, semicolons and their like: the strongest ends.
    breaks: Vec<usize>,
}

impl Text {
    /// What a cell says, of its boxes only the one that is ticked; nothing where that cannot be told.
    fn ticked(cell: &str) -> Option<Self> {
        boxes::answer(cell).map(|said| Self::new(&said))
    }

    fn new(cell: &str) -> Self {
        let tokens = Tokens::new(cell);
        let breaks = (0..tokens.len())
            .filter(|at| match tokens.text_of(*at) {
                ";" | "\n" | "|" | "•" | "●" | "▪" | "·" | "→" | ">" => true,
                "." => {
                    let before = at.checked_sub(1).map_or("", |at| tokens.text_of(at));
                    !tokens.is_glued(*at + 1) && before.len() > 3 && *at + 1 < tokens.len()
                }
                _ => false,
            })
            .collect();
        Self { tokens, breaks }
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.text_of(at)
    }

    /// Whether the words at this place part two degrees: a comma, "and", a dash or a slash with space around.
    fn is_joint(&self, at: usize) -> bool {
        match self.word(at) {
            "," | "&" | "and" | "et" | "/" | "then" | "puis" | "plus" | "avec" | "with" | "but" | "mais" | "y"
            | "und" => true,
            "-" | "+" => !self.tokens.is_glued(at) || !self.tokens.is_glued(at + 1),
            _ => self.breaks.contains(&at),
        }
    }

    /// Whether a piece ends here: what follows a comma or a dash stands more loosely.
    fn is_comma(&self, at: usize) -> bool {
        match self.word(at) {
            "," => true,
            "-" | "+" => !self.tokens.is_glued(at) || !self.tokens.is_glued(at + 1),
            _ => false,
        }
    }

    /// A level at this place, `Err` for words that only look like one, and the place after.
    fn level_at(&self, at: usize) -> Option<(Option<Level>, usize)> {
        let tokens = &self.tokens;
        if let Some((low, high, end)) = self.after_bac(at).or_else(|| self.framework(at)) {
            return Some((Some(Level { low, high, sort: Sort::Named, subject: None }), end));
        }
        let (level, end) = LEVELS.longest(tokens, at)?;
        Some((level, end))
    }

    /// `Bac+5`, `bac + 3/4`, `bac plus 2`: years after the baccalauréat.
    fn after_bac(&self, at: usize) -> Option<(u8, u8, usize)> {
        if !matches!(self.word(at), "bac" | "baccalaureat" | "baccalaureate" | "b") {
            return None;
        }
        let years = |at: usize| {
            const WORDS: [(&str, u8); 12] = [
                ("un", 1),
                ("deux", 2),
                ("trois", 3),
                ("quatre", 4),
                ("cinq", 5),
                ("huit", 8),
                ("one", 1),
                ("two", 2),
                ("three", 3),
                ("four", 4),
                ("five", 5),
                ("eight", 8),
            ];
            let word = self.word(at);
            let said = WORDS.iter().find(|(other, _)| *other == word).map(|(_, years)| *years);
            said.or_else(|| word.parse().ok()).filter(|years| *years <= 12)
        };
        let mut next = at + 1;
        matches!(self.word(next), "+" | "plus").then(|| next += 1)?;
        let mut span = of_years(years(next)?);
        next += 1;
        if matches!(self.word(next), "/" | "-" | "a" | "ou" | "or" | "to" | "et") {
            let mut other = next + 1;
            while matches!(self.word(other), "bac" | "+") {
                other += 1;
            }
            if let Some(years) = years(other) {
                let (low, high) = of_years(years);
                span = (span.0.min(low), span.1.max(high));
                next = other + 1;
            }
        }
        if self.word(next) == "+" && self.tokens.is_glued(next) {
            span.1 = 5;
            next += 1;
        }
        if matches!(self.word(next), "ans" | "years" | "annees") {
            next += 1;
        }
        Some((span.0, span.1, next))
    }

    /// `EQF 7`, `niveau 6 du CEC`, `ISCED level 7`, `RNCP niveau II`: levels of qualification frameworks.
    fn framework(&self, at: usize) -> Option<(u8, u8, usize)> {
        let name = |at: usize| match self.word(at) {
            "eqf" | "cec" | "rncp" | "qf" | "cecr" => Some(false),
            "isced" | "cite" => Some(true),
            _ => None,
        };
        let is_level = |at: usize| matches!(self.word(at), "level" | "niveau" | "niv" | "lvl");
        let mut next = at;
        let mut isced = name(next);
        if isced.is_some() {
            next += 1;
            while matches!(self.word(next), ":" | "-" | "(") || year(self.word(next)).is_some() {
                next += 1;
            }
        }
        let said = is_level(next);
        if said {
            next += 1;
        }
        if isced.is_none() && !said {
            return None;
        }
        let text = self.word(next);
        let roman = ["i", "ii", "iii", "iv", "v", "vi"].iter().position(|roman| *roman == text);
        let number = roman.map(|at| at + 1).or_else(|| text.parse().ok()).filter(|number| *number <= 8)?;
        next += 1;
        let mut end = next;
        while matches!(self.word(end), "du" | "de" | "of" | "the" | "(" | "le" | "l" | "'" | "cadre" | "europeen") {
            end += 1;
        }
        if isced.is_none()
            && let Some(kind) = name(end)
        {
            isced = Some(kind);
            next = end + 1;
            if self.word(next) == ")" {
                next += 1;
            }
        }
        let (low, high) = match (isced, roman.is_some(), number) {
            // The French levels until 2019, in Roman figures.
            (Some(false) | None, true, number) => match number {
                1 => (4, 5),
                2 => (3, 4),
                3 => (2, 2),
                4 => (1, 1),
                _ => (0, 0),
            },
            (Some(true), false, number) => match number {
                8 => (5, 5),
                7 => (4, 4),
                6 => (3, 3),
                5 => (2, 2),
                3 | 4 => (1, 1),
                _ => (0, 0),
            },
            (Some(false), false, number) => match number {
                8 => (5, 5),
                7 => (4, 4),
                6 => (3, 3),
                5 => (2, 2),
                4 => (1, 1),
                _ => (0, 0),
            },
            // Without the framework's name: the European levels, or the French ones until 2019, or British ones.
            (None, false, number) => match number {
                8 => (5, 5),
                7 => (3, 4),
                6 => (3, 3),
                4 | 5 => (0, 2),
                3 => (0, 2),
                2 => (0, 4),
                _ => (0, 5),
            },
            _ => return None,
        };
        Some((low, high, next))
    }

    /// Every level in the cell but those at `out`, and the places of words that may not be one.
    fn hits(&self, out: &[usize]) -> (Vec<Hit>, Vec<usize>) {
        let mut hits: Vec<Hit> = Vec::new();
        let mut doubtful = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let level = self.level_at(at).filter(|(level, end)| {
                let counts = match level {
                    Some(_) if *end == at + 1 => abbreviation::counts(&self.tokens, at),
                    _ => Counts::Yes,
                };
                if counts == Counts::May {
                    doubtful.push(at);
                }
                counts != Counts::No && !out.contains(&at)
            });
            match level {
                Some((Some(level), end)) => {
                    let from = hits.last().map_or(0, |hit| hit.at.end);
                    let negated = self.is_negated(from, at, end);
                    let before = at.checked_sub(1).map_or("", |at| self.word(at));
                    let doubt = matches!(before, "niveau" | "~" | "≈" | "pseudo" | "quasi" | "semi")
                        || self.is_not_had(at, end)
                        || self.is_something_else(at, end);
                    hits.push(Hit { at: at..end, level, negated, doubt });
                    at = end;
                }
                Some((None, end)) => at = end,
                None => at += 1,
            }
        }
        // A kind of school says a level only where nothing else does.
        if hits.iter().any(|hit| hit.level.sort != Sort::School) {
            hits.retain(|hit| hit.level.sort != Sort::School);
        }
        // Neither does a certificate beside a degree.
        if hits.iter().any(|hit| hit.level.sort != Sort::Minor && !hit.negated) {
            hits.retain(|hit| hit.level.sort != Sort::Minor);
        }
        (hits, doubtful)
    }

    /// Whether the words just before or after leave it in doubt that the degree is had: "interested in an LLM".
    fn is_not_had(&self, at: usize, end: usize) -> bool {
        const ARTICLES: &[&str] = &[
            "a", "an", "the", "un", "une", "le", "la", "les", "l", "d", "'", "de", "du", "des", "do", "faire", "my",
            "mon",
        ];
        const REACH: usize = 8;
        let mut start = at;
        while start > 0
            && (ARTICLES.contains(&self.word(start - 1)) || SUBJECTS.longest(&self.tokens, start - 1).is_some())
        {
            start -= 1;
        }
        let from = at.saturating_sub(REACH);
        let before = (from..at)
            .any(|from| NOT_HAD_BEFORE.longest(&self.tokens, from).is_some_and(|(_, end)| (start..=at).contains(&end)));
        let mut next = end;
        while matches!(self.word(next), "'" | "s" | "-") && self.tokens.is_glued(next) {
            next += 1;
        }
        // "In a bachelor's programme".
        let within = matches!(self.word(next), "program" | "programme")
            && start.checked_sub(1).is_some_and(|at| self.word(at) == "in");
        before || within || NOT_HAD_AFTER.longest(&self.tokens, next).is_some()
    }

    /// Whether a word that names a degree may name another thing here: a licence to do something, the command of a
    /// language, a state of the United States.
    fn is_something_else(&self, at: usize, end: usize) -> bool {
        if end != at + 1 {
            return false;
        }
        let subject = |at: usize| SUBJECTS.longest(&self.tokens, at).is_some();
        let next = self.word(end);
        let ends = !self.tokens.is_word(end);
        let before = at.checked_sub(1).filter(|at| self.tokens.is_word(*at)).map_or("", |at| self.word(at));
        match self.word(at) {
            "licence" | "license" => {
                let of = match next {
                    "de" => Some(end + 1),
                    "d" => Some(end + 2),
                    _ => None,
                };
                let to_do = of.is_some_and(|of| !subject(of) && LEVELS.longest(&self.tokens, of).is_none());
                // "A teaching licence": named by what it lets somebody do.
                const USUAL: &[&str] = &[
                    "",
                    "a",
                    "une",
                    "la",
                    "ma",
                    "sa",
                    "en",
                    "de",
                    "of",
                    "l",
                    "d",
                    "double",
                    "et",
                    "and",
                    "ou",
                    "or",
                    "my",
                    "the",
                    "deux",
                    "degree",
                    "diplome",
                    "titulaire",
                    "niveau",
                    "bac",
                    "one",
                    "un",
                    "1",
                    "2",
                    "3",
                ];
                let named = ends && !USUAL.contains(&before) && LEVELS.longest(&self.tokens, at - 1).is_none();
                to_do || named || matches!(next, "sportive" | "fff" | "iii" | "iv")
            }
            "maitrise" => {
                let of = (next == "de" && matches!(self.word(end + 1), "l" | "la" | "le"))
                    || matches!(next, "du" | "des")
                    || (next == "d" && !subject(end + 2))
                    || (next == "de" && !subject(end + 1));
                of || matches!(before, "bonne" | "excellente" | "parfaite" | "tres")
            }
            // "Cambridge, MA" and "MA (Maroc)".
            "ma" => {
                let place = at > 1
                    && self.word(at - 1) == ","
                    && self.tokens.is_word(at - 2)
                    && !(0..at).any(|at| subject(at) || LEVELS.longest(&self.tokens, at).is_some())
                    && ends;
                let state = next == "(" && matches!(self.word(end + 1), "massachusetts" | "maroc" | "morocco");
                place || state
            }
            _ => false,
        }
    }

    /// Whether a level is said not to be had: "no degree", "pas de master", "PhD: none".
    fn is_negated(&self, from: usize, at: usize, end: usize) -> bool {
        const REACH: usize = 4;
        let start = (from..at).rev().find(|at| self.is_joint(*at) && self.word(*at) != "/").map_or(from, |at| at + 1);
        let before = (start.max(at.saturating_sub(REACH))..at).any(|at| {
            NOT.longest(&self.tokens, at).is_some() && !matches!(self.word(at + 1), "only" | "seulement" | "." | "°")
        });
        let after = matches!(self.word(end), ":" | "=" | "-" | "(")
            && matches!(
                self.word(end + 1),
                "no" | "non" | "none" | "aucun" | "aucune" | "nil" | "never" | "jamais" | "✗" | "✘" | "0"
            )
            && matches!(self.word(end + 2), "" | ";" | "," | "\n" | ")" | "|" | ".");
        before || after
    }

    /// The degrees of the cell, each with the words that are about it.
    fn degrees(&self, hits: Vec<Hit>) -> Vec<Degree> {
        let mut degrees: Vec<Degree> = Vec::new();
        for hit in hits {
            let last = degrees.last_mut();
            if let Some(last) = last
                && self.merge(last, &hit)
            {
                continue;
            }
            let (low, high) = (hit.level.low, hit.level.high);
            let under_way = hit.level.sort == Sort::UnderWay || hit.doubt;
            degrees.push(Degree { hits: vec![hit], low, high, under_way, own: Vec::new(), maybe: Vec::new() });
        }
        // "Bac, pas de licence": what is not had bounds what is.
        let lacks = |degree: &&Degree| degree.hits.iter().any(|hit| hit.negated);
        if let Some(most) = degrees.iter().filter(lacks).map(|degree| degree.low.saturating_sub(1)).min() {
            for degree in degrees.iter_mut().filter(|degree| !degree.hits.iter().any(|hit| hit.negated)) {
                degree.high = degree.high.min(most).max(degree.low);
            }
        }
        self.share_out(&mut degrees);
        degrees
    }

    /// Takes a level into the degree before, where both are one: "LLM (Master of Laws)", "diplôme de master",
    /// "licence ou master".
    fn merge(&self, last: &mut Degree, hit: &Hit) -> bool {
        let Some(from) = last.hits.last().map(|hit| hit.at.end) else { return false };
        let gap: Vec<&str> = (from..hit.at.start).map(|at| self.word(at)).collect();
        let overlap = (last.low.max(hit.level.low), last.high.min(hit.level.high));
        let overlaps = overlap.0 <= overlap.1;
        let words = gap.iter().filter(|text| text.chars().any(char::is_alphanumeric)).count();
        let joins = |list: &[&str]| gap.iter().all(|text| list.contains(text));
        let open = |sort: Sort| matches!(sort, Sort::Open | Sort::Minor);
        let (a, b) = (last.hits.iter().all(|hit| open(hit.level.sort)), open(hit.level.sort));
        let parted = (from..hit.at.start).any(|at| self.is_joint(at));
        if last.hits.iter().any(|hit| hit.negated) && !hit.negated && parted {
            return false;
        }
        if (a || b) && !parted && words <= 3 {
            // "Diplôme de master", "Master's degree".
            if a && !b {
                (last.low, last.high) = (hit.level.low, hit.level.high);
            } else if a && b && overlaps {
                (last.low, last.high) = overlap;
            }
        } else if overlaps
            && joins(&["(", "=", ":", "/", "-", "'", "s", "degree", "in", "of", "de", "[", ".", "i", "e"])
        {
            (last.low, last.high) = overlap;
        } else if !gap.is_empty()
            && joins(&["ou", "or", "/", "(", "=", "-", "a", "to", "+", "s", "'", "equivalent"])
            && gap != ["+"]
        {
            // Either of two.
            (last.low, last.high) = (last.low.min(hit.level.low), last.high.max(hit.level.high));
        } else {
            return false;
        }
        last.under_way |= hit.level.sort == Sort::UnderWay || hit.doubt;
        last.hits.push(hit.clone());
        true
    }

    /// Gives each degree the words around it.
    fn share_out(&self, degrees: &mut [Degree]) {
        let count = degrees.len();
        let ends: Vec<usize> = self.breaks.iter().copied().chain([self.tokens.len()]).collect();
        let mut start = 0;
        for end in ends {
            let segment = start..end;
            start = end + 1;
            let inside: Vec<usize> = (0..count)
                .filter(|at| degrees[*at].hits.first().is_some_and(|hit| segment.contains(&hit.at.start)))
                .collect();
            let (Some(first), Some(last)) = (inside.first().copied(), inside.last().copied()) else {
                // A part without a degree speaks of the only one, or of the one before.
                let before =
                    (0..count).rfind(|at| degrees[*at].hits.last().is_some_and(|hit| hit.at.end <= segment.start));
                if let Some(degree) = before.or((count > 0).then_some(0)).and_then(|at| degrees.get_mut(at)) {
                    let list = if count == 1 && self.is_note(&segment) { &mut degree.own } else { &mut degree.maybe };
                    list.push(segment);
                }
                continue;
            };
            let head = segment.start..degrees[first].hits.first().map_or(segment.end, |hit| hit.at.start);
            let tail = degrees[last].hits.last().map_or(segment.start, |hit| hit.at.end)..segment.end;
            let leads = self.has_words(&head) && !self.has_words(&tail);
            self.give_before(&mut degrees[first], head);
            self.give_after(&mut degrees[last], tail);
            for pair in inside.windows(2) {
                let [left, right] = [pair[0], pair[1]];
                let from = degrees[left].hits.last().map_or(segment.start, |hit| hit.at.end);
                let to = degrees[right].hits.first().map_or(segment.end, |hit| hit.at.start);
                self.give_between(degrees, left, right, from..to, leads);
            }
        }
        // Words within a degree's own, between its hits.
        for degree in degrees {
            let inner: Vec<Places<usize>> = degree
                .hits
                .windows(2)
                .map(|pair| pair[0].at.end..pair[1].at.start)
                .filter(|gap| !gap.is_empty())
                .collect();
            degree.own.extend(inner);
        }
    }

    fn has_words(&self, places: &Places<usize>) -> bool {
        places.clone().any(|at| self.tokens.is_word(at) && self.word(at).parse::<u32>().is_err())
    }

    /// The words before the first degree: those of its own piece, and notes before.
    fn give_before(&self, degree: &mut Degree, head: Places<usize>) {
        let cut = head.clone().rev().find(|at| self.is_comma(*at));
        let Some(cut) = cut else { return degree.own.push(head) };
        degree.own.push(cut + 1..head.end);
        self.give_pieces(degree, head.start..cut);
    }

    /// The words after a degree: those of its own piece, and notes after.
    fn give_after(&self, degree: &mut Degree, tail: Places<usize>) {
        let mut depth = 0_usize;
        let cut = tail.clone().find(|at| {
            match self.word(*at) {
                "(" => depth += 1,
                ")" => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && self.is_comma(*at)
        });
        let Some(cut) = cut else { return degree.own.push(tail) };
        degree.own.push(tail.start..cut);
        self.give_pieces(degree, cut + 1..tail.end);
    }

    /// Pieces that stand more loosely: a subject alone is the degree's, anything else only may be.
    fn give_pieces(&self, degree: &mut Degree, places: Places<usize>) {
        let mut start = places.start;
        for end in places.clone().filter(|at| self.is_comma(*at)).chain([places.end]) {
            let piece = start..end;
            start = end + 1;
            let list = if self.is_note(&piece) { &mut degree.own } else { &mut degree.maybe };
            list.push(piece);
        }
    }

    /// Shares the words between two degrees of one segment.
    fn give_between(&self, degrees: &mut [Degree], left: usize, right: usize, gap: Places<usize>, leads: bool) {
        let mut depth = 0_usize;
        let joints: Vec<usize> = gap
            .clone()
            .filter(|at| {
                match self.word(*at) {
                    "(" => depth += 1,
                    ")" => depth = depth.saturating_sub(1),
                    _ => {}
                }
                // An open parenthesis that holds the next degree is no part of the words before it.
                (depth == 0 || !(*at..gap.end).any(|at| self.word(at) == ")")) && self.is_joint(*at)
            })
            .collect();
        let Some(joint) = joints.last().copied() else {
            if !self.has_words(&gap) {
                return;
            }
            // "BA Law MA Politics", "Law (BA) Politics (MA)": as the first and the last do it.
            let enclosed = self.word(gap.start) == ")" && self.word(gap.end - 1) == "(";
            if leads && enclosed {
                degrees[right].own.push(gap);
            } else if leads {
                degrees[left].maybe.push(gap.clone());
                degrees[right].maybe.push(gap);
            } else {
                degrees[left].own.push(gap);
            }
            return;
        };
        let (before, after) = (gap.start..joint, joint + 1..gap.end);
        let only_joint = !self.has_words(&before) && !self.has_words(&after);
        if only_joint && joints.len() == 1 {
            // "BA and MA in Law": the field is of both.
            let shared: Vec<Places<usize>> =
                degrees[right].own.iter().filter(|own| own.start >= gap.end).cloned().collect();
            let list = if self.word(joint) == "," { &mut degrees[left].maybe } else { &mut degrees[left].own };
            list.extend(shared.into_iter().filter(|own| !self.is_under_way(own)));
            return;
        }
        let loose = !matches!(self.word(joint), ",")
            && self.has_words(&before)
            && self.has_words(&after)
            && self.is_note(&after);
        if loose {
            // "BA Law and Human Rights LLM": either's.
            degrees[left].maybe.push(after.clone());
            degrees[right].maybe.push(after);
        } else {
            degrees[right].own.push(after);
        }
        self.give_after(&mut degrees[left], before);
    }

    /// Whether a piece is nothing but a subject, a year, or a word for "under way".
    fn is_note(&self, piece: &Places<usize>) -> bool {
        let mut at = piece.start;
        while at < piece.end {
            let known = SUBJECTS
                .longest(&self.tokens, at)
                .filter(|(topic, _)| *topic != Topic::Opaque)
                .map(|(_, end)| end)
                .or_else(|| UNDER_WAY.longest(&self.tokens, at).map(|(_, end)| end))
                .or_else(|| BESIDE.longest(&self.tokens, at).map(|(_, end)| end));
            match known {
                Some(end) => at = end,
                None if !self.tokens.is_word(at) || self.word(at).bytes().all(|byte| byte.is_ascii_digit()) => at += 1,
                None => return false,
            }
        }
        true
    }

    /// Whether a loose piece says that a degree is not finished: it starts with that, or says nothing else.
    fn is_remark(&self, piece: &Places<usize>) -> bool {
        let first = piece.clone().find(|at| self.tokens.is_word(*at));
        // "1 UE manquante", "120 of 180 ECTS", "S4".
        let counted = first.filter(|at| self.word(*at).parse::<u32>().is_ok());
        let starts = first.into_iter().chain(counted.into_iter().flat_map(|at| [at + 1, at + 2]));
        let starts = starts
            .filter(|at| *at < piece.end)
            .find_map(|at| UNDER_WAY.longest(&self.tokens, at).map(|(_, end)| end))
            .or_else(|| first.filter(|at| self.is_part(*at) || self.is_semester(*at)).map(|_| piece.end));
        let alone = starts.is_some_and(|end| !(end..piece.end).any(|at| ASIDE.longest(&self.tokens, at).is_some()));
        self.is_under_way(piece) && (alone || self.is_note(piece))
    }

    /// Whether these words say that a degree is not finished.
    fn is_under_way(&self, places: &Places<usize>) -> bool {
        places.clone().any(|at| {
            let or_equal = self.word(at).starts_with("equivalen")
                && at.checked_sub(1).is_some_and(|at| matches!(self.word(at), "or" | "ou"));
            // "Master's or equivalent" is how forms name that level.
            UNDER_WAY.longest(&self.tokens, at).is_some_and(|(_, end)| end <= places.end && !or_equal)
                || matches!(self.word(at), "?" | "…")
                || self.is_open_year(at)
                || self.is_part(at)
                || self.is_semester(at)
        })
    }

    /// `S5`: one semester of several.
    fn is_semester(&self, at: usize) -> bool {
        matches!(self.word(at).as_bytes(), [b's', b'1'..=b'9'])
    }

    /// `2 of 3 years`, `120 sur 180 ECTS`: fewer than there are.
    fn is_part(&self, at: usize) -> bool {
        let figure = |at: usize| self.word(at).parse::<u32>().ok();
        let of = match (self.word(at + 1), self.word(at + 2)) {
            ("out", "of") => at + 3,
            ("of" | "sur" | "/", _) => at + 2,
            ("years" | "ans" | "annees", "of" | "sur") => at + 3,
            _ => return false,
        };
        let unit = matches!(
            self.word(of + 1),
            "years" | "year" | "ans" | "annees" | "ects" | "credits" | "semesters" | "semestres"
        );
        let slash = self.word(at + 1) == "/";
        figure(at).zip(figure(of)).is_some_and(|(some, all)| some < all) && (unit || !slash)
    }

    /// The last month that is named, counted from year 0; the first of a year without one.
    fn ends(&self, places: Places<usize>) -> Option<i32> {
        let start = places.start;
        let month = |at: usize| {
            let word = at.checked_sub(1).filter(|at| *at >= start).map_or("", |at| self.word(at));
            let word = if word == "." { at.checked_sub(2).map_or("", |at| self.word(at)) } else { word };
            if word == "fin" { Some(12) } else { month(word) }
        };
        let ends = |at: usize| {
            let month = month(at).and_then(|month| i32::try_from(month).ok()).unwrap_or(1);
            year(self.word(at)).map(|year| year * 12 + month - 1)
        };
        places.filter_map(ends).max()
    }

    /// `2022-`: a span of years without an end.
    fn is_open_year(&self, at: usize) -> bool {
        year(self.word(at)).is_some()
            && self.word(at + 1) == "-"
            && matches!(self.word(at + 2), "" | ")" | ";" | "," | "\n" | "|")
    }

    /// What each of these degrees is. "Master in law, degree expected in 2025" is one degree, and not finished.
    fn all(&self, degrees: &[Degree], fields: &FieldList) -> Vec<Found> {
        let mut all: Vec<Found> = Vec::with_capacity(degrees.len());
        let mut before: Option<&Degree> = None;
        for degree in degrees {
            match (all.last_mut(), before) {
                (Some(last), Some(before)) if self.is_remark_on(degree, before) => last.under_way = true,
                _ => all.push(self.found(degree, fields)),
            }
            before = Some(degree);
        }
        all
    }

    /// Whether a degree is only a word for the one before, in the same sentence, with what says that it is not finished.
    fn is_remark_on(&self, degree: &Degree, before: &Degree) -> bool {
        const ANY: &[&str] = &["degree", "diploma", "diplome", "titre", "obtention"];
        let ([hit], Some(last)) = (degree.hits.as_slice(), before.hits.last()) else { return false };
        let any = hit.at.len() == 1 && ANY.contains(&self.word(hit.at.start));
        let apart = (last.at.end..hit.at.start).any(|at| matches!(self.word(at), ";" | "." | "\n" | "|" | "/" | "•"));
        let under_way = UNDER_WAY.longest(&self.tokens, hit.at.end).is_some();
        any && !apart && under_way
    }

    fn found(&self, degree: &Degree, fields: &FieldList) -> Found {
        let negated = degree.hits.iter().any(|hit| hit.negated);
        if negated {
            return found(0, degree.low.saturating_sub(1), Field::Unsaid);
        }
        let places = || degree.own.iter().chain(&degree.maybe);
        // A loose piece counts where it says nothing else.
        let under_way = degree.under_way
            || degree.own.iter().any(|own| self.is_under_way(own))
            || degree.maybe.iter().any(|piece| self.is_remark(piece));
        let more = degree.own.iter().any(|own| {
            own.clone()
                .any(|at| OR_MORE.longest(&self.tokens, at).is_some() || matches!(self.word(at), "≥" | "⩾" | ">"))
        }) || degree.hits.iter().any(|hit| {
            self.word(hit.at.end) == "+" && self.tokens.is_glued(hit.at.end) && !self.tokens.is_glued(hit.at.end + 1)
        });
        // "PhD(c)": a candidate.
        let under_way = under_way
            || degree.hits.iter().any(|hit| {
                let marks = [self.word(hit.at.end), self.word(hit.at.end + 1), self.word(hit.at.end + 2)];
                marks == ["(", "c", ")"] || (marks[0] == "." && marks[1] == "(" && marks[2] == "c")
            });
        let long = degree.low == 3
            && degree
                .hits
                .iter()
                .any(|hit| hit.at.len() == 1 && matches!(self.word(hit.at.start), "licence" | "license"))
            && places().flat_map(Clone::clone).any(|at| LONG_LICENCE.longest(&self.tokens, at).is_some());
        let high = if long { degree.high.max(4) } else { degree.high };
        let ends = places().filter_map(|places| self.ends(places.clone())).max();
        let subject = degree.hits.iter().find_map(|hit| hit.level.subject);
        Found {
            level: Range::between(f64::from(degree.low), f64::from(if more { 5 } else { high })),
            under_way,
            field: self.field(&degree.own, &degree.maybe, fields, subject),
            ends,
        }
    }

    /// The field that these words say, those that may be about something else, and the level's own words.
    fn field(
        &self,
        own: &[Places<usize>],
        maybe: &[Places<usize>],
        fields: &FieldList,
        implied: Option<usize>,
    ) -> Field {
        let said = self.subjects(own, fields);
        let may = self.subjects(maybe, fields);
        if said.listed || implied.is_some_and(|subject| fields.subjects.contains(&subject)) {
            return Field::Listed;
        }
        if said.aside || said.near || may.listed || may.aside || may.near {
            return Field::Unsaid;
        }
        if said.other {
            return Field::Other;
        }
        // Law may be of any kind, human rights among them.
        match implied.and_then(|subject| words::SUBJECTS.get(subject)) {
            Some(subject) if subject.name != "law" && !may.any() => Field::Other,
            _ => Field::Unsaid,
        }
    }

    /// What is said of subjects in these places.
    fn subjects(&self, places: &[Places<usize>], fields: &FieldList) -> Said {
        let mut said = Said::default();
        for place in places {
            let aside =
                place.clone().any(|at| ASIDE.longest(&self.tokens, at).is_some_and(|(_, end)| end <= place.end));
            let mut at = place.start;
            while at < place.end {
                let listed = fields
                    .phrases
                    .iter()
                    .filter_map(|words| phrase_end(&self.tokens, at, words, is_same))
                    .filter(|end| !is_cut(&self.tokens, at, *end))
                    .chain(fields.written.longest(&self.tokens, at).map(|(_, end)| end))
                    .filter(|end| *end <= place.end)
                    .max();
                let known = SUBJECTS.longest(&self.tokens, at).filter(|(_, end)| *end <= place.end);
                let end = match (listed, known) {
                    // The longer phrase is another thing: "droits humains" is not "droit".
                    (Some(listed), Some((topic, end))) if end > listed => {
                        self.take(topic, aside, fields, &mut said);
                        end
                    }
                    (Some(listed), _) => {
                        if aside {
                            said.aside = true;
                        } else {
                            said.listed = true;
                        }
                        listed
                    }
                    (None, Some((topic, end))) => {
                        self.take(topic, aside, fields, &mut said);
                        end
                    }
                    (None, None) => at + 1,
                };
                at = end;
            }
        }
        said
    }

    fn take(&self, topic: Topic, aside: bool, fields: &FieldList, said: &mut Said) {
        let Topic::Subject { number, exact } = topic else { return };
        match (fields.subjects.contains(&number), exact) {
            (true, true) if !aside => said.listed = true,
            (true, true) => said.aside = true,
            (true, false) => said.near = true,
            (false, true) => said.other = true,
            (false, false) => {}
        }
    }

    /// The highest step that a cell leaves open which says that there is no degree.
    fn none(&self) -> Option<u8> {
        let dressing = |text: &str| !text.chars().any(char::is_alphanumeric) && text != "?";
        let first = (0..self.tokens.len()).find(|at| !dressing(self.word(*at)))?;
        let (most, end) = NONE.longest(&self.tokens, first)?;
        (end..self.tokens.len()).all(|at| dressing(self.word(at))).then_some(most)
    }
}

fn is_same(word: &str, text: &str) -> bool {
    same_word(word.as_bytes(), text.as_bytes())
}

/// The levels that so many years after the baccalauréat make.
const fn of_years(years: u8) -> (u8, u8) {
    match years {
        0 | 1 => (1, 1),
        2 => (2, 2),
        3 => (3, 3),
        4 => (3, 4),
        5 | 6 => (4, 4),
        7 => (4, 5),
        _ => (5, 5),
    }
}

fn year(text: &str) -> Option<i32> {
    (text.len() == 4).then(|| text.parse().ok()).flatten().filter(|year| (1940..2100).contains(year))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn list(fields: &[&[&str]]) -> FieldList {
        FieldList::new(fields.iter().map(|words| words.iter().map(|word| (*word).to_owned()).collect()).collect())
    }

    fn posting() -> FieldList {
        list(&[
            &["human rights", "droits humains", "droits de l'homme"],
            &["international relations", "relations internationales"],
            &["law", "droit"],
            &["political science", "sciences politiques"],
        ])
    }

    /// Each degree: its level, `~` under way, then its field: listed (L), other (O), unsaid (nothing). Ways are parted
    /// by `|`.
    fn shown(ways: &[Vec<Found>]) -> String {
        ways.iter().map(|way| shown_way(way)).collect::<Vec<_>>().join(" | ")
    }

    fn shown_way(found: &[Found]) -> String {
        let one = |found: &Found| {
            let Range { low, high, .. } = found.level;
            let level = if found.level.is_exact() { low.to_string() } else { format!("{low}-{high}") };
            let field = match found.field {
                Field::Listed => "L",
                Field::Other => "O",
                Field::Unsaid => "",
            };
            format!("{level}{}{field}", if found.under_way { "~" } else { "" })
        };
        found.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    /// Words around a degree that leave open whether it is had, and those that do not.
    #[rustfmt::skip]
    #[test]
    fn wished_for_taught_or_another_thing() {
        for cell in [
            "LLM — thesis pending", "LLM, thesis outstanding", "Master in Law - discontinued", "LLM paused", "LLM offer received",
            "interested in an LLM", "interested in a law degree", "considering an LLM", "projet de Master en droit",
            "souhaite faire un master en droit", "would like to do an LLM", "teaches on the LLM in human rights", "LLM lecturer",
            "enseignante en Master de droit", "director of the LLM programme", "my father has an LLM", "PhD applicant",
            "PhD fellow", "PhD-level experience", "in BA program", "in a bachelor's programme", "2 years of a bachelor",
            "Bachelor – 2 out of 3 years", "licence (2 ans sur 3)", "Bachelor, 120 of 180 ECTS", "licence, 1 UE manquante",
            "LLB (S5)", "Licence en droit, S4 validé", "Licence de football", "licence de chasse", "pilot licence",
            "teaching license", "Bonne maîtrise de Word", "maîtrise de l'anglais", "Boston, MA", "MA (Maroc)",
        ] {
            let ways = read(cell, &posting());
            assert!(ways.iter().flatten().all(|found| found.under_way), "{cell:?}: {}", shown(&ways));
        }
        for (cell, degrees) in [
            ("Licence de droit", "3L"),
            ("Licence d'anglais", "3"),
            ("Ma licence de lettres", "3O"),
            ("Maîtrise de droit", "4L"),
            ("maîtrise en droit", "4L"),
            ("LLB, MA", "3L 4"),
            ("Master, urban planning", "4O"),
            ("☐ Master in Law ☑ Bachelor of Law", "3L"),
            ("[ ] LLM [x] LLB", "3L"),
            ("☐ LLM", ""),
            ("LLM ✗", ""),
        ] {
            assert_eq!(shown(&read(cell, &posting())), degrees, "{cell:?}");
        }
        for (cell, month) in [("LLM (Sept 2024)", 9), ("LLM, fin 2024", 12), ("LLM 2024", 1), ("LLM, juin 2024", 6)] {
            assert_eq!(read(cell, &posting())[0][0].ends, Some(2024 * 12 + month - 1), "{cell:?}");
        }
    }

    #[rustfmt::skip]
    const CELLS: &[(&str, &str)] = &[
        // One degree with its field.
        ("LLM in International Human Rights Law, Essex (2012); LLB, Ghent", "4L 3L"),
        ("Master 2 Droits de l'homme, Paris Nanterre", "4L"),
        ("Bac+5 en sciences politiques", "4L"),
        ("Licence en droit", "3L"),
        ("LICENCE EN DROIT", "3L"),
        ("licence en droit", "3L"),
        ("MA International Relations", "4L"),
        ("ma international relations", "4L"),
        ("MA, International Relations", "4L"),
        ("M.A. International Relations", "4L"),
        ("M.A. in International Relations (Kent, 2010)", "4L"),
        ("MSc in Political Science", "4L"),
        ("M.Sc. Political Sciences", "4L"),
        ("Master's degree in Law", "4L"),
        ("Masters in human rights", "4L"),
        ("Master en droits humains", "4L"),
        ("Master droits humains", "4L"),
        ("Master of Laws", "4L"),
        ("Master of Laws (LLM)", "4L"),
        ("LLM (Master of Laws)", "4L"),
        ("LL.M.", "4L"),
        ("LL.M. Human Rights", "4L"),
        ("LLB", "3L"),
        ("Bachelor of Laws", "3L"),
        ("JD", "4-5L"),
        ("J.D., Columbia", "4-5L"),
        ("Juris Doctor", "4-5L"),
        ("PhD in Law", "5L"),
        ("Ph.D. in Law", "5L"),
        ("PhD (2010)", "5"),
        ("PhD, Political Science, 2010", "5L"),
        ("Doctorat en droit", "5L"),
        ("Docteure en droit", "5L"),
        ("DPhil International Relations", "5L"),
        ("Doctor of Philosophy", "5"),
        ("HDR", "5"),
        ("BA (Hons) Law", "3L"),
        ("BA (Hons)", "3"),
        ("BA Hons History", "3O"),
        ("Bachelor of Arts", "3"),
        ("Bachelor of Science in Economics", "3O"),
        ("Law degree", "3-5L"),
        ("University degree in law", "3-5L"),
        ("Degree in political science", "3-5L"),
        ("Diplôme universitaire en droit", "3-5L"),
        ("University degree", "3-5"),
        ("Diplôme de master en relations internationales", "4L"),
        ("Diplôme universitaire : master en droit", "4L"),
        ("Diplôme d'études supérieures", "2-5"),
        ("postgraduate diploma", "3-4"),
        ("Postgraduate diploma in human rights", "3-4L"),
        ("Postgraduate degree in law", "4-5L"),
        ("DEA de droit international", "4L"),
        ("DESS relations internationales", "4L"),
        ("D.E.A. droits de l'homme", "4L"),
        ("maîtrise en droit", "4L"),
        ("Maîtrise de sciences politiques", "4L"),
        ("Magister", "4"),
        ("licenciatura en derecho", "3-4"),
        ("Licencié en droit", "3-4L"),
        ("Diplom", "4"),
        ("Staatsexamen", "4"),
        ("laurea magistrale", "4"),
        ("laurea", "3-4"),
        ("BTS", "2"),
        ("DUT gestion", "2O"),
        ("HND", "2"),
        ("associate degree", "2"),
        ("Associate's degree in business", "2O"),
        ("baccalauréat", "1-3"),
        ("bac", "1-3"),
        ("Bac S", "1"),
        ("bac pro", "1"),
        ("high school", "1"),
        ("High school diploma", "1"),
        ("A-levels", "1"),
        ("GED", "1"),
        ("CESS", "1"),
        ("maturité", "1"),
        ("Abitur", "1"),
        ("International Baccalaureate", "1"),
        ("IB", "1"),
        ("none", "0"),
        ("None", "0"),
        ("aucun", "0"),
        ("Aucun diplôme", "0"),
        ("sans diplôme", "0"),
        ("no degree", "0-2"),
        ("No university degree", "0-2"),
        ("pas de diplôme universitaire", "0-2"),
        ("pas de master", "0-3"),
        ("no PhD", "0-4"),
        ("autodidacte", "0-2"),
        ("self-taught", "0-2"),
        ("some college", "1-2"),
        ("MPhil", "4"),
        ("MRes", "4"),
        ("MBA", "4O"),
        ("MBA, Solvay", "4O"),
        ("MPA", "4O"),
        ("MPP", "4O"),
        ("MEd", "4O"),
        ("EdD", "5O"),
        ("agrégation", "3-4"),
        ("CAPES", "3-4"),
        ("Sciences Po", "3-4"),
        ("IEP de Lille", "3-4"),
        ("Master Sciences Po Paris", "4"),
        ("grande école", "4"),
        ("école d'ingénieur", "4"),
        ("double master en droit", "4L"),
        ("2 masters", "4"),
        ("licence professionnelle", "3"),
        ("graduat", "2-3"),
        ("candidatures en droit", "2L"),
        ("Bachelier en droit", "3L"),
        ("Bachelière en sciences politiques", "3L"),
        ("Bac +3 droit", "3L"),
        ("Bac + 5", "4"),
        ("BAC+5", "4"),
        ("bac+5 minimum", "4-5"),
        ("Bac+3/4", "3-4"),
        ("bac+4", "3-4"),
        ("Bac+2", "2"),
        ("Bac+8", "5"),
        ("Bac+3 à Bac+5", "3-4"),
        ("Master (Bac+5) droit", "4L"),
        ("Licence (Bac+3)", "3"),
        ("M2", "4"),
        ("M1 droit", "3-4L"),
        ("Master 1", "3-4"),
        ("EQF 7", "4"),
        ("EQF level 6", "3"),
        ("niveau 7 CEC", "4"),
        ("RNCP niveau 7", "4"),
        ("Niveau 6 du CEC", "3"),
        ("Niveau I", "4-5"),
        ("Niveau II", "3-4"),
        ("ISCED 7", "4"),
        ("CITE 6", "3"),
        ("EQF 3", "0"),
        // Several.
        ("Bachelor and Master in Law", "3L 4L"),
        ("BA Law, MA History", "3L 4O"),
        ("BA History, MA Law", "3O 4L"),
        ("BA in History and MA in Law", "3O 4L"),
        ("Licence en histoire et master en droit", "3O 4L"),
        ("LLB (Ghent), LLM (Essex)", "3L 4L"),
        ("Law (LLB), Human Rights (LLM)", "3L 4L"),
        ("History (BA), Human Rights (MA)", "3O 4L"),
        ("MA Human Rights\nBA History", "4L 3O"),
        ("MA Human Rights | BA History", "4L 3O"),
        ("• MA Human Rights\n• BA History", "4L 3O"),
        ("Master en droit, licence en histoire", "4L 3O"),
        ("MA and BA in Law", "4L 3L"),
        ("PhD in Sociology; MA in Human Rights", "5O 4L"),
        ("Master; droits humains", "4L"),
        ("Master, droits humains, Nanterre", "4L"),
        ("Master - Droits humains - Nanterre", "4L"),
        ("Licence ou master", "3-4"),
        ("Bachelor/Master", "3-4"),
        ("BA, Law; certificate in French", "3L"),
        ("LLB; Diploma in French", "3L"),
        ("LLM; driving licence", "4L"),
        ("Master en droit + 5 ans d'expérience", "4L"),
        ("Scrum master; BA History", "3O"),
        // Not finished.
        ("PhD candidate, MA Law", "5~ 4L"),
        ("PhD candidate in Law; MA Law", "5~L 4L"),
        ("Master's degree in Law (expected 2025)", "4~L"),
        ("Master in Law, degree expected in 2025", "4~L"),
        ("bsc, ms", "3 4"),
        ("bachelor (2010), ms (2012)", "3 4"),
        ("Master en cours", "4~"),
        ("Master (en cours)", "4~"),
        ("Master en droit, en cours", "4~L"),
        ("Master; en cours", "4~"),
        ("M2 en cours, licence en droit", "4~ 3L"),
        ("Licence en droit, M2 en cours", "3L 4~"),
        ("Licence en droit et master en cours", "3L 4~"),
        ("LLB and currently pursuing LLM", "3L 4~L"),
        ("doctorante en droit; master", "5~L 4"),
        ("Doctorant", "5~"),
        ("PhD student", "5~"),
        ("ABD", "5~"),
        ("PhD (ABD)", "5~"),
        ("PhD not completed, MA Law", "5~ 4L"),
        ("Master abandonné", "4~"),
        ("Master non obtenu", "4~"),
        ("Master inachevé en droit", "4~L"),
        ("Studying for a Master's", "4~"),
        ("Currently enrolled in an LLM", "4~L"),
        ("LLM, à obtenir en juin 2025", "4~L"),
        ("incomplete BA", "3~"),
        ("BA (dropped out)", "3~"),
        ("Master 2022-present", "4~"),
        ("Master 2022-", "4~"),
        ("Étudiant en master", "4~"),
        ("2e année de master", "4~"),
        ("Undergraduate student", "3-4~"),
        ("Master equivalent", "4~"),
        ("équivalent master", "4~"),
        ("niveau master", "4~"),
        ("Master?", "4~"),
        ("Doctor honoris causa", "4-5~"),
        // Abbreviations that may be everyday words: the place tells, and capitals only settle what it leaves open.
        ("Licence, DES en droit", "3 3-4L"),
        ("Licence et DES en droit", "3L 3-4L"),
        ("licence et des en droit", "3L 3-4L | 3L"),
        ("LICENCE ET DES EN DROIT", "3L 3-4L | 3L"),
        ("licence (2001), des (2003)", "3 3-4 | 3"),
        ("licence en droit des affaires", "3L"),
        ("LICENCE EN DROIT DES AFFAIRES", "3L"),
        ("DROIT DES AFFAIRES", "0-5L"),
        ("master en droit du travail", "4"),
        ("MASTER EN DROIT DU TRAVAIL", "4"),
        ("diplôme des sciences", "1-5"),
        ("DIPLÔME DES SCIENCES POLITIQUES", "1-5L"),
        ("licence en droit et des relations internationales", "3L"),
        ("pas du master", "0-3"),
        ("PAS DU MASTER", "0-3"),
        ("Titulaire d'un DES en droit", "3-4L"),
        ("titulaire d'un des en droit", "3-4L | 0-5L"),
        ("des en droit", "3-4L | 0-5L"),
        ("DES en droit", "3-4L"),
        ("DES", "3-4"),
        ("des", "3-4"),
        ("BUT gestion", "3O"),
        ("DUT, BUT gestion", "2 3O"),
        ("dut, but gestion", "2 3O | 2"),
        ("licence, but in another field", "3 3 | 3"),
        ("BACHELOR IN LAW BUT NO MASTER", "3L 0-3"),
        ("bachelor and mas in human rights", "3L 4L | 3L"),
        ("Bachelor and MAS in human rights", "3L 4L"),
        ("bs and ms in law", "3L 4L"),
        ("BS and MS in Law", "3L 4L"),
        ("ms in law", "4L"),
        ("MS in law", "4L"),
        ("ms", "4"),
        ("Ms Smith, BA Law", "4 3L | 3L"),
        ("BA Law, ms office", "3L"),
        ("BA Law, MS Office", "3L"),
        ("lic droit", "3-4L"),
        ("bes droit", "2L"),
        ("dec en sciences politiques", "1-2L"),
        ("DEC en sciences politiques", "1-2L"),
        ("LLM, Dec 2012, law", "4L"),
        ("LLM, 12 dec 2012", "4L"),
        ("Mia, BA in law", "4 3L | 3L"),
        ("dipl. en droit", "4L | 0-5L"),
        ("ma licence en droit", "3L"),
        ("MA LICENCE EN DROIT", "3L"),
        ("MA LLB", "4 3L"),
        ("ma llb", "4 3L | 3L"),
        // No level, or nothing.
        ("Law", "0-5L"),
        ("droits humains", "0-5L"),
        ("History", "0-5O"),
        ("Université de Gand", "1-5"),
        ("Certificate in human rights", "0-5L"),
        ("see CV", ""),
        ("voir CV", ""),
        ("Ghent", ""),
        // Fields that are near, aside, or cannot be told apart.
        ("Études universitaires en droit non terminées", "1-5~"),
        ("Master's (2 of 3 semesters)", "4~"),
        ("Master 90% complete", "4~"),
        ("Master, not yet certified", "4~"),
        ("PhD cand.", "5~"),
        ("Ph.D.(c) in Law", "5~L"),
        ("finishing my LLM", "4~L"),
        ("PhD in progress (MA 2015)", "5~ 4"),
        ("Law (LLB) Human Rights (LLM)", "3L 4L"),
        ("Bac, pas de licence", "1-2 0-2"),
        ("Non diplômé", "0"),
        ("Licence en droit, ULB, 2001", "3-4L"),
        ("licence (Belgique) en droit", "3-4L"),
        ("Dr. iur.", "4-5"),
        ("études universitaires", "1-5"),
        ("Bac plus cinq", "4"),
        ("Master in Legal Studies", "4"),
        ("Master en sciences juridiques", "4"),
        ("Master in International Affairs", "4"),
        ("MA Politics", "4"),
        ("Master's thesis on human rights", "4"),
        ("MA History, minor in law", "4"),
        ("MA History (dissertation on human rights)", "4"),
        ("MA History, human rights officer", "4"),
        ("Human rights officer, Master in history", "4"),
        ("Master en histoire; responsable droits humains", "4"),
        ("Master not in law", "4"),
        ("Master hors droit", "4"),
        ("MA History, London School of Economics", "4O"),
        ("LLM Human Rights Law and MBA", "4L 4O"),
        ("Master of Business Administration", "4O"),
        ("Master in Kinesthetics", "4"),
        ("MA in Law & Economics", "4L"),
        ("Master International Law", "4L"),
        ("European Master in Human Rights and Democratisation (EMA)", "4L 4"),
        ("LLM, College of Europe", "4L"),
        ("Master, Graduate Institute Geneva", "4"),
    ];

    #[test]
    fn reads() {
        let fields = posting();
        let mut wrong = Vec::new();
        for (cell, expected) in CELLS {
            let found = shown(&read(cell, &fields));
            if found != *expected {
                wrong.push(format!("{cell:?}: {found:?}, not {expected:?}"));
            }
        }
        assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
    }

    #[test]
    fn levels() {
        for (cell, low, high) in [
            ("Master", 4.0, 4.0),
            ("Master's", 4.0, 4.0),
            ("MASTER", 4.0, 4.0),
            ("bachelor", 3.0, 3.0),
            ("Bachelor's degree", 3.0, 3.0),
            ("doctorate", 5.0, 5.0),
            ("secondary", 1.0, 1.0),
            ("short cycle", 2.0, 2.0),
            ("cycle court", 2.0, 2.0),
            ("none", 0.0, 0.0),
            ("undergraduate", 1.0, 3.0),
            ("undergraduate degree", 3.0, 3.0),
            ("graduate", 3.0, 5.0),
            ("postgraduate", 3.0, 5.0),
            ("Bachelor; Master", 4.0, 4.0),
            ("Master ou plus", 4.0, 5.0),
            ("Master or higher", 4.0, 5.0),
            ("at least a bachelor", 3.0, 5.0),
            ("Bachelor+", 3.0, 5.0),
            ("Master en cours", 0.0, 4.0),
            ("PhD candidate, Master", 4.0, 5.0),
            ("Secondaire supérieur", 1.0, 1.0),
            ("University", 1.0, 5.0),
            ("universitaire", 1.0, 5.0),
            ("Licence (Bac+3)", 3.0, 3.0),
            ("Niveau d'études : Bac+5", 4.0, 4.0),
            ("College", 0.0, 3.0),
            ("higher education", 2.0, 5.0),
            ("Diplôme", 1.0, 5.0),
            ("Niveau bac+5", 0.0, 4.0),
            ("licence ou bachelier", 3.0, 3.0),
            ("aucun diplôme", 0.0, 0.0),
            ("doctorat", 5.0, 5.0),
            ("secondaire", 1.0, 1.0),
            ("5. Doctorat", 5.0, 5.0),
            ("Bac+5 et plus", 4.0, 5.0),
            ("Less than high school", 0.0, 0.0),
            ("inférieur au bac", 0.0, 0.0),
            ("Bachelor's or equivalent", 3.0, 3.0),
            ("Master ou équivalent", 4.0, 4.0),
            ("ISCED 2011 level 7", 4.0, 4.0),
        ] {
            assert_eq!(best_level(&level(cell)), Reading::between(low, high), "{cell:?}");
        }
        for cell in ["", "42", "law", "see CV", "?"] {
            assert_eq!(best_level(&level(cell)), Reading::UNREADABLE, "{cell:?}");
        }
    }

    #[test]
    fn fields() {
        let fields = posting();
        for (cell, expected) in [
            ("Law", Field::Listed),
            ("law", Field::Listed),
            ("International law", Field::Listed),
            ("Law and Economics", Field::Listed),
            ("Economics and Law", Field::Listed),
            ("Human Rights Law", Field::Listed),
            ("Droit international", Field::Listed),
            ("DROIT", Field::Listed),
            ("Science politique", Field::Listed),
            ("Relations internationales", Field::Listed),
            ("droits de l’homme", Field::Listed),
            ("History; Law", Field::Listed),
            ("Economics", Field::Other),
            ("Histoire", Field::Other),
            ("Business administration", Field::Other),
            ("Legal studies", Field::Unsaid),
            ("Sciences juridiques", Field::Unsaid),
            ("Minor in law", Field::Unsaid),
            ("not law", Field::Unsaid),
            ("Politics", Field::Unsaid),
            ("Basket weaving", Field::Unsaid),
            ("lawn care", Field::Unsaid),
            ("see CV", Field::Unsaid),
        ] {
            assert_eq!(field(cell, &fields).field, expected, "{cell:?}");
        }
        // "Droits humains" is no "droit", and a word in one language stands for the same in the other.
        let law = list(&[&["law"]]);
        for (cell, expected) in [
            ("droits humains", Field::Other),
            ("droit", Field::Listed),
            ("droits", Field::Listed),
            ("juridique", Field::Unsaid),
            ("human rights law", Field::Listed),
            ("droit des droits humains", Field::Listed),
        ] {
            assert_eq!(field(cell, &law).field, expected, "{cell:?}");
        }
        assert_eq!(shown(&read("LLM", &list(&[&["human rights"]]))), "4");
        assert_eq!(shown(&read("Master en droit", &list(&[]))), "4O");
        assert_eq!(shown(&read("Diplôme en vannerie", &list(&[&["basketry", "vannerie"]]))), "1-5L");
    }

    #[test]
    fn years() {
        for (cell, year) in [
            ("Master (2025)", Some(2025)),
            ("LLM 2010-2012, Essex", Some(2012)),
            ("Master", None),
            ("LLM, Essex 2009", Some(2009)),
        ] {
            assert_eq!(read(cell, &posting())[0][0].ends.map(|month| month / 12), year, "{cell:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text(cell in any::<String>()) {
            let fields = posting();
            let (found, levels) = (read(&cell, &fields), level(&cell));
            for degree in found.iter().chain(&levels).flatten() {
                prop_assert!(degree.level.low <= degree.level.high && degree.level.high <= 5.0 && degree.level.low >= 0.0);
            }
            let _ = (field(&cell, &fields), best_level(&found));
        }

        #[test]
        fn any_words(words in prop::collection::vec(prop::sample::select(&[
            "LLM", "BA", "Master", "en", "cours", "droit", "law", ",", ";", "(", ")", "and", "/", "2012", "-", "bac",
            "+", "5", "no",
            "niveau", "7", "degree", "history", "ou", "\n", ".", "PhD", "candidate", "diplôme", "de"][..]), 0..16)) {
            let cell = words.join(" ");
            for degree in read(&cell, &posting()).into_iter().flatten() {
                prop_assert!(degree.level.low <= degree.level.high, "{:?}", cell);
            }
        }

        /// Kinds of space and accents do not matter.
        #[test]
        fn dress(row in prop::sample::select(CELLS)) {
            let plain = read(row.0, &posting());
            prop_assert_eq!(read(&row.0.replace(' ', "\u{a0}"), &posting()), plain.clone(), "{:?}", row.0);
            let bare = row.0.replace(['é', 'è', 'ê'], "e").replace('î', "i").replace('É', "E").replace('à', "a");
            prop_assert_eq!(read(&bare, &posting()), plain, "{:?}", row.0);
        }

        /// What is under way never makes a degree certain.
        #[test]
        fn under_way(level in prop::sample::select(&["Master", "LLM", "PhD", "Licence", "BA"][..]),
            note in prop::sample::select(words::UNDER_WAY)) {
            let reading = best_level(&read(&format!("{level} ({note})"), &posting()));
            prop_assert_eq!(reading.hull().map(|range| range.low), Some(0.0), "{} {}", level, note);
        }
    }
}
