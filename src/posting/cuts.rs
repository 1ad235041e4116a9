//! Where in a sentence one requirement ends and the next begins.

use std::ops::Range;

use super::ask;
use super::cues::{around, is_joint, is_word};
use crate::lexed::Lexed;
use crate::lexicon::{Cue, Joint, Lexicon, Section, Sections, Sense};
use crate::tokens::TokenKind;

/// What tells where one requirement ends and the next begins.
pub(super) const SECTIONS: Sections = Sections::of(
    &[],
    &[Section::Postings, Section::Languages, Section::Joints, Section::Numbers, Section::BoundsBefore, Section::Units],
);

/// A sentence cut, with where it says how well something is known: those words are looked up apart, since the longest phrase
/// of one kind ("good knowledge") would hide the other ("knowledge").
pub(super) struct CutSentence<'a> {
    lexed: Lexed<'a>,
    levels: Vec<Range<usize>>,
}

impl<'a> CutSentence<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let levels = Lexed::of_text(text.into(), &Lexicon::default(), LEVELS);
        let rates = |sense: &Sense| matches!(sense, Sense::Proficiency(..) | Sense::Cefr(..));
        let spans =
            (0..levels.len()).filter(|at| levels.senses(*at).iter().any(rates)).map(|at| levels.span(at, at + 1));
        Self { lexed: Lexed::of_text(text.into(), &Lexicon::default(), SECTIONS), levels: spans.collect() }
    }
}

/// What tells how well something is known.
const LEVELS: Sections = Sections::of(&[], &[Section::Proficiency, Section::Cefr]);

/// Whether a text says how well something is known.
pub(super) fn says_how_well(text: &str) -> bool {
    !CutSentence::new(text).levels.is_empty()
}

/// Where the requirements of a sentence stand in it.
pub(super) fn chunks(said: &CutSentence<'_>) -> Vec<Range<usize>> {
    let lexed = &said.lexed;
    let mut cuts = vec![0];
    let mut depth = 0_usize;
    let mut from = 0;
    for at in 0..lexed.len() {
        match lexed.tokens.text(lexed.tokens_of(at).start) {
            "(" | "[" => depth += 1,
            ")" | "]" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && at > from && splits(said, from, at) {
            cuts.push(lexed.span(at, at + 1).start);
            from = at;
        }
    }
    let end = lexed.text.len();
    let ends = cuts.iter().skip(1).copied().chain([end]).collect::<Vec<_>>();
    cuts.into_iter().zip(ends).map(|(start, end)| start..end).collect()
}

/// A lexeme at which a new requirement may begin, after what stands from another on.
struct CutPlace<'a> {
    all: &'a CutSentence<'a>,
    from: usize,
    at: usize,
}

/// Whether a new requirement begins at this lexeme, after what stands from another on.
fn splits(all: &CutSentence<'_>, from: usize, at: usize) -> bool {
    let place = CutPlace { all, from, at };
    let lexed = &all.lexed;
    if place.is_within_a_phrase() {
        return false;
    }
    if place.begins_a_wish() {
        return true;
    }
    if place.begins_a_part() || place.goes_with_more() {
        return true;
    }
    if !joins(lexed, at) {
        return false;
    }
    let choice = place.begins_a_choice();
    if is_head(lexed, at - 1) {
        // "A law degree and 15 years"
        let years = is_cue(lexed, at - 1, Cue::Hold) && is_amount(lexed, after_plus(lexed, at + 1));
        return choice == Some(true) || years;
    }
    if place.begins_a_clause() {
        return true;
    }
    if let Some(apart) = choice {
        return apart;
    }
    // "a qualified accountant, with three years' experience"
    let with = after_with(lexed, at + 1);
    with > at + 1 && is_amount(lexed, with) || place.says(&place.left()) && place.begins_another()
}

impl CutPlace<'_> {
    fn left(&self) -> Range<usize> {
        self.from..self.at
    }

    /// What stands after it, to the end of its sentence.
    fn right(&self) -> Range<usize> {
        self.at + 1..self.all.lexed.len()
    }

    /// Where the next comma or "and" after it stands.
    fn next_joint(&self) -> usize {
        self.right().find(|at| joins(&self.all.lexed, *at)).unwrap_or(self.all.lexed.len())
    }

    fn is(&self, mark: &str) -> bool {
        text(&self.all.lexed, self.at) == mark
    }

    /// Whether words name what somebody knows, has done, holds, is able to do or speaks.
    fn says(&self, span: &Range<usize>) -> bool {
        let lexed = &self.all.lexed;
        span.clone().any(|at| is_head(lexed, at) || names_language(lexed, at))
    }

    /// Whether words say that something is required or wished for.
    fn needs(&self, span: &Range<usize>) -> bool {
        let lexed = &self.all.lexed;
        span.clone().any(|at| is_cue(lexed, at, Cue::Asset) || is_cue(lexed, at, Cue::Must))
    }

    /// Whether what stands before it waits for what stands after it: "a good understanding of, and a liking for, birds",
    /// "a small, growing company", "a degree, of master's level".
    fn is_within_a_phrase(&self) -> bool {
        const LEADS: [Cue; 6] = [Cue::Of, Cue::OfThe, Cue::With, Cue::In, Cue::For, Cue::To];
        let (lexed, at) = (&self.all.lexed, self.at);
        let before = |back: usize| at.checked_sub(back).map_or("", |at| last_token(lexed, at));
        let led = is_word(before(1), &LEADS) || before(1) == "," && is_word(before(2), &LEADS);
        let goes_on = is_small(lexed, at + 1) && !is_head(lexed, at + 1) && !is_lead(lexed, at + 1);
        let adjective = self.is(",") && is_word(before(2), &[Cue::Indefinite]) && goes_on;
        let level = is_a(lexed, at + 1, &[Cue::Of]) && is_a(lexed, at + 2, &[Cue::Level]);
        let leveled = level && self.left().any(|at| is_cue(lexed, at, Cue::Hold));
        joins(lexed, at) && (led || adjective || leveled)
    }

    /// Whether a wish begins here that is not for what stands before it.
    fn begins_a_wish(&self) -> bool {
        let (lexed, at) = (&self.all.lexed, self.at);
        if says_asset(lexed, &self.left()) {
            return false;
        }
        let named = self.says(&self.left());
        // "English (C1) – any other language is a bonus"
        let wished = || says_asset(lexed, &self.right()) || ends_as_a_plus(lexed.text.as_ref());
        let dash = self.is("-") && joins(lexed, at) && wished();
        // "A certificate – an asset" wishes for what stands before it.
        let dash = dash && names_more_than_wish(lexed, self.right());
        // ", preferably in ...", "idéalement ..."
        let leads = is_lead(lexed, at) && at + 1 < lexed.len();
        let comma = self.is(",") && joins(lexed, at) && !is_head(lexed, at - 1);
        // "A degree, in social work preferably"
        let within = is_a(lexed, at + 1, &[Cue::In, Cue::With, Cue::From]);
        let within = within && says_asset(lexed, &(at + 1..self.next_joint()));
        // "Teach physics, if possible in English"
        let possible =
            self.is(",") && joins(lexed, at) && at - self.from > 2 && is_lead(lexed, after_with(lexed, at + 1));
        // "Excel, Odoo is a plus"
        possible || named && (dash || leads || comma && within) || comma && wishes_for_one(lexed, self.right())
    }

    /// Whether a part of the years before it begins here: "of which three in management".
    fn begins_a_part(&self) -> bool {
        let lexed = &self.all.lexed;
        let part = lexed.senses(self.at).contains(&Sense::Joint(Joint::OfWhich));
        let counted = after_bounds(lexed, self.at + 1);
        // "Including a first experience" counts no years.
        let one = |sense: &Sense| matches!(sense, Sense::Number(number) if *number <= 1.0);
        let article = lexed.senses(counted).iter().any(one) && !is_amount(lexed, counted);
        part && is_number(lexed, counted) && !article && self.left().any(|at| is_amount(lexed, at))
    }

    /// Whether something of another kind stands here beside what is held or known: "a degree with three years' experience",
    /// "knowledge of software with a good command of English".
    fn goes_with_more(&self) -> bool {
        let (lexed, at) = (&self.all.lexed, self.at);
        let says = |span: Range<usize>, cue: Cue| span.into_iter().any(|at| is_cue(lexed, at, cue));
        let or = || self.right().any(|at| lexed.senses(at).contains(&Sense::Joint(Joint::Or)));
        let experience = (is_amount(lexed, at + 1) || is_amount(lexed, at + 2)) && says(self.right(), Cue::Experience);
        let years = || says(self.left(), Cue::Hold) && experience && !or();
        let spoken = |span: Range<usize>| span.into_iter().any(|at| names_language(lexed, at));
        let level = || (at + 1..at + 4).any(|at| is_level(self.all, at)) && spoken(at + 1..self.next_joint());
        let tongue = || says(self.left(), Cue::Skill) && !spoken(self.left()) && level();
        // "A first degree in combination with two more years of experience" is one.
        let combined = || is_word(last_token(lexed, at - 1), &[Cue::Combined]);
        is_a(lexed, at, &[Cue::With]) && !combined() && (years() || tongue())
    }

    /// Whether a clause of its own begins after this joint.
    fn begins_a_clause(&self) -> bool {
        let (lexed, at) = (&self.all.lexed, self.at);
        // "You write well, and you read English": each with its own subject.
        let subject = at - self.from > 2 && is_a(lexed, at + 1, &[Cue::You]);
        // "A diploma is preferred, and time abroad would be an asset"
        let wished = says_asset(lexed, &self.left()) || says_asset(lexed, &self.right());
        let clauses = self.is(",") && is_joint(text(lexed, at + 1), &[Joint::And, Joint::But]);
        // "Preferably a diploma, and shall be a member"
        let bound = is_joint(text(lexed, at), &[Joint::And]) && is_cue(lexed, at + 1, Cue::Must);
        let bound = bound && says_asset(lexed, &self.left()) && !says_asset(lexed, &self.right());
        // "A BA is required and a PhD will be an advantage"
        let must = self.left().any(|at| is_cue(lexed, at, Cue::Must)) && !says_asset(lexed, &self.left());
        let joint = is_joint(text(lexed, at), &[Joint::And, Joint::But]);
        let contrary = joint && must && says_asset(lexed, &(at + 1..self.next_joint()));
        subject || bound || contrary || clauses && wished && self.needs(&self.left()) && self.needs(&self.right())
    }

    /// Where languages to choose from stand after a language, whether they are apart from it: "English and either Spanish or
    /// Turkish"; nothing where none do.
    fn begins_a_choice(&self) -> Option<bool> {
        let lexed = &self.all.lexed;
        let or = |at: &usize| lexed.senses(*at).contains(&Sense::Joint(Joint::Or));
        let spoken = |span: Range<usize>| span.into_iter().any(|at| names_language(lexed, at));
        let (after, next) = (self.at + 1, self.next_joint());
        let choice = (after..next).find(or).is_some_and(|or| spoken(after..or) && spoken(or..next));
        // "Georgian, Armenian or Russian" is one list.
        let apart = !self.is(",") || !names_language(lexed, self.at - 1);
        (choice && spoken(self.left()) && !self.left().any(|at| or(&at))).then_some(apart)
    }

    /// Whether something else that is known, done, held, spoken or so many years long begins after this joint.
    fn begins_another(&self) -> bool {
        let (all, lexed, at) = (self.all, &self.all.lexed, self.at);
        let mut next = at + 1;
        while joins(lexed, next) || is_quality(all, next) {
            next += 1;
        }
        if self.goes_on_with(next) {
            return false;
        }
        let must = |mut span: Range<usize>| span.any(|at| is_cue(lexed, at, Cue::Must));
        let musts = must(at + 1..at + 3) && must(self.left());
        if is_head(lexed, next) || musts && (at..lexed.len()).any(|at| is_head(lexed, at)) {
            return true;
        }
        // "Dutch is required and that of German an asset"
        let named = self.left().any(|at| names_language(lexed, at));
        let place = (next..next + 4).find(|at| names_language(lexed, *at));
        if place.is_some_and(|at| own_need(all, at)) && named && self.needs(&self.left()) {
            return true;
        }
        // "excellent English and good French", "five years of ..., and two years of ..."; "anglais et français courants"
        // are one.
        let leveled = (at + 1..=next).any(|at| is_level(all, at));
        let known = self.left().any(|at| is_level(all, at) || is_head(lexed, at));
        // "French and English (B2 at least)": said of both, where the first has none of its own.
        let shared = text(lexed, next + 1) == "(" && !self.left().any(|at| text(lexed, at) == "(");
        let rated = leveled || known && own_level(all, next) && !shared;
        names_language(lexed, next) && rated
            || is_amount(lexed, after_plus(lexed, at + 1))
            || is_level(all, next) && names_language_soon(lexed, next)
    }

    /// Whether a word that may name a requirement is one more of what is listed: "supervision of teams and motivation of teams",
    /// "skills, including visits and engagement strategies", "connaissance des arts, de la culture".
    fn goes_on_with(&self, word: usize) -> bool {
        let (lexed, at) = (&self.all.lexed, self.at);
        let bare = word == at + 1 && is_cue(lexed, word, Cue::Ability);
        let to = is_a(lexed, word + 1, &[Cue::To]);
        let including = self.left().any(|at| is_a(lexed, at, &[Cue::Including]));
        // What stands since the joint before this one.
        let last = self.left().rev().take_while(|at| !joins(lexed, *at)).last().unwrap_or(at);
        let of = |at: usize| is_a(lexed, at + 1, &[Cue::Of]);
        let beside = of(last) && of(word) && !is_head(lexed, last) && !is_quality(self.all, last);
        let of_the = || is_cue(lexed, word, Cue::Ability) && word <= at + 3 || is_a(lexed, at + 2, &[Cue::Definite]);
        let partitive = is_a(lexed, at + 1, &[Cue::OfThe]) || is_a(lexed, at + 1, &[Cue::Of]) && of_the();
        let skill = is_cue(lexed, word, Cue::Skill) || is_cue(lexed, word, Cue::Ability);
        let of_it = self.left().any(|at| is_a(lexed, at, &[Cue::Of, Cue::OfThe]));
        // "learning, understanding and explaining the law": by their ending, which is a matter of form.
        let gerund = |word: &str| word.ends_with("ing");
        let gerunds = word == at + 1 && gerund(last_token(lexed, at - 1)) && gerund(text(lexed, word));
        gerunds || bare && !to && (including || beside) || partitive && skill && of_it
    }
}

/// What requirements are named by.
pub(super) const HEADS: [Cue; 4] = [Cue::Experience, Cue::Skill, Cue::Ability, Cue::Hold];

pub(super) fn is_cue(lexed: &Lexed<'_>, at: usize, cue: Cue) -> bool {
    lexed.senses(at).contains(&Sense::Cue(cue))
}

pub(super) fn is_head(lexed: &Lexed<'_>, at: usize) -> bool {
    HEADS.iter().any(|head| is_cue(lexed, at, *head))
}

fn is_quality(all: &CutSentence<'_>, at: usize) -> bool {
    let lexed = &all.lexed;
    let says = |sense: &Sense| {
        matches!(sense, Sense::Cue(Cue::Quality | Cue::Must) | Sense::Number(_) | Sense::Before(_) | Sense::Unit(_))
    };
    (lexed.senses(at).iter().any(says) || is_level(all, at)) && !is_head(lexed, at)
        || matches!(text(lexed, at), "'" | "/" | "+")
}

/// Whether the first token of a lexeme is a word of one of these cues.
fn is_a(lexed: &Lexed<'_>, at: usize, cues: &[Cue]) -> bool {
    lexed.token(at).is_some_and(|token| is_word(&lexed.text[token.span.clone()], cues))
}

/// The first token of a lexeme; empty beyond the last.
fn text<'a>(lexed: &'a Lexed<'_>, at: usize) -> &'a str {
    if at < lexed.len() { lexed.tokens.text(lexed.tokens_of(at).start) } else { "" }
}

/// The last token of a lexeme.
fn last_token<'a>(lexed: &'a Lexed<'_>, at: usize) -> &'a str {
    lexed.tokens.text(lexed.tokens_of(at).end - 1)
}

/// Whether a lexeme begins with a small letter.
fn is_small(lexed: &Lexed<'_>, at: usize) -> bool {
    at < lexed.len() && lexed.written(at, at + 1).starts_with(char::is_lowercase)
}

/// A comma, a dash between spaces, "and".
fn joins(lexed: &Lexed<'_>, at: usize) -> bool {
    // "EN" is English, and "and" in Dutch.
    if at >= lexed.len() || ask::written_code(&lexed.text[lexed.span(at, at + 1)]).is_some() {
        return false;
    }
    let mark = lexed.tokens.all().get(lexed.tokens_of(at).start).is_some_and(|token| {
        token.kind == TokenKind::Mark
            && (lexed.tokens.text_of(token) == "," || lexed.tokens.text_of(token) == "-" && token.gap)
    });
    mark || lexed.senses(at).contains(&Sense::Joint(Joint::And))
        || is_joint(text(lexed, at), &[Joint::And])
        || is_a(lexed, at, &[Cue::Thus])
        || is_joint(text(lexed, at), &[Joint::Sum]) && is_amount(lexed, at + 1)
}

/// Whether a lexeme is the name of a language, or two capitals for one.
pub(super) fn names_language(lexed: &Lexed<'_>, at: usize) -> bool {
    if at >= lexed.len() {
        return false;
    }
    let word = &lexed.text[lexed.span(at, at + 1)];
    ask::written_code(word).is_some()
        || word.len() > 2 && lexed.senses(at).iter().any(|sense| matches!(sense, Sense::Language(_)))
}

fn names_language_soon(lexed: &Lexed<'_>, at: usize) -> bool {
    (at..at + 5).any(|at| names_language(lexed, at))
}

fn is_level(all: &CutSentence<'_>, at: usize) -> bool {
    let span = if at < all.lexed.len() { all.lexed.span(at, at + 1) } else { 0..0 };
    all.levels.iter().any(|level| level.start < span.end && span.start < level.end)
}

/// Whether what follows a language says how well it is asked for, up to the next comma.
fn own_need(all: &CutSentence<'_>, at: usize) -> bool {
    let lexed = &all.lexed;
    let upto = (at + 1..lexed.len()).take_while(|at| !joins(lexed, *at));
    upto.into_iter().any(|at| is_level(all, at) || is_cue(lexed, at, Cue::Asset) || is_cue(lexed, at, Cue::Must))
}

/// Whether what follows a language says how well it is to be known, up to the next comma.
fn own_level(all: &CutSentence<'_>, at: usize) -> bool {
    (at + 1..all.lexed.len()).take_while(|at| !joins(&all.lexed, *at)).any(|at| is_level(all, at))
}

/// Whether these words, to the end of their sentence, wish for one thing more: "Odoo is a plus".
fn wishes_for_one(lexed: &Lexed<'_>, span: Range<usize>) -> bool {
    let joined = |at: usize| joins(lexed, at) || lexed.senses(at).contains(&Sense::Joint(Joint::Or));
    let Some(wish) = span.clone().find(|at| is_cue(lexed, *at, Cue::Asset)) else { return false };
    let is = |word: &str| word == "=" || is_word(word, &[Cue::Is]);
    let one = (span.start..=wish).any(|at| lexed.tokens_of(at).any(|token| is(lexed.tokens.text(token))));
    let named = (span.start..wish).any(|at| text(lexed, at).len() > 2 && !is(text(lexed, at)));
    one && named && !span.clone().any(joined)
}

/// The place after "with", "and hold": where an amount may follow.
fn after_with(lexed: &Lexed<'_>, at: usize) -> usize {
    let has = |word: &str| is_word(word, &[Cue::With, Cue::Brings]) || is_joint(word, &[Joint::Sum]);
    let begins = |at: usize| at < lexed.len() && lexed.tokens_of(at).any(|token| has(lexed.tokens.text(token)));
    if begins(at) {
        return at + 1 + usize::from(is_a(lexed, at + 1, &[Cue::Of]));
    }
    at
}

/// The place after a plus that stands before an amount: "+15 years".
fn after_plus(lexed: &Lexed<'_>, at: usize) -> usize {
    at + usize::from(text(lexed, at) == "+")
}

/// Whether a number of years begins here.
fn is_amount(lexed: &Lexed<'_>, at: usize) -> bool {
    let bound = lexed.senses(at).iter().any(|sense| matches!(sense, Sense::Before(_)));
    let unit = |at: usize| lexed.senses(at).iter().any(|sense| matches!(sense, Sense::Unit(_)));
    (bound || is_number(lexed, at)) && (at + 1..at + 4).any(unit)
}

/// Whether a number stands here, in words or figures.
fn is_number(lexed: &Lexed<'_>, at: usize) -> bool {
    lexed.senses(at).iter().any(|sense| matches!(sense, Sense::Number(_)))
        || text(lexed, at).chars().all(|c| c.is_ascii_digit()) && !text(lexed, at).is_empty()
}

/// The place after "at least".
fn after_bounds(lexed: &Lexed<'_>, at: usize) -> usize {
    let bound = |at: &usize| lexed.senses(*at).iter().any(|sense| matches!(sense, Sense::Before(_)));
    at + (at..lexed.len()).take_while(bound).count()
}

/// Words of a wish that stand before what is wished for.
fn is_lead(lexed: &Lexed<'_>, at: usize) -> bool {
    is_cue(lexed, at, Cue::Asset) && is_a(lexed, at, &[Cue::WishLead])
}

fn says_asset(lexed: &Lexed<'_>, span: &Range<usize>) -> bool {
    span.clone().any(|at| is_cue(lexed, at, Cue::Asset))
}

/// Whether words say what is wished for, beside that it is.
pub(super) fn names_more_than_wish(lexed: &Lexed<'_>, span: Range<usize>) -> bool {
    let other = |at: &usize| {
        let word = lexed.tokens.text(lexed.tokens_of(*at).start);
        let small = is_word(word, &[Cue::Is, Cue::Very, Cue::Indefinite]) || is_joint(word, &[Joint::But]);
        !is_cue(lexed, *at, Cue::Asset) && !small && word.chars().any(char::is_alphanumeric)
    };
    span.into_iter().any(|at| other(&at))
}

/// Whether a text ends with "a plus", which within a French sentence is no wish.
pub(super) fn ends_as_a_plus(text: &str) -> bool {
    let end = text.trim_end_matches([' ', '.', '!']).len();
    around(text, Cue::APlus).last().is_some_and(|wish| wish.start > 0 && wish.end == end)
}
