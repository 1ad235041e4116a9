//! Sentences split into requirements.

use std::ops::Range;

use super::Requirement;
use super::ask::{self, Ask};
use super::sections::{Part, labelled};
use crate::text::cell::{Kind, Lexed};
use crate::text::head::tongues;
use crate::text::words::{Cue, Joint, Lexicon, Section, Sections, Sense};

/// What tells where one requirement ends and the next begins.
const SECTIONS: Sections = Sections::of(
    &[],
    &[Section::Postings, Section::Languages, Section::Joints, Section::Numbers, Section::BoundsBefore, Section::Units],
);

/// The requirements of a posting, in its order.
pub(super) fn requirements(parts: &[Part]) -> Vec<Requirement> {
    let mut all: Vec<Requirement> = Vec::new();
    for part in parts {
        for one in of_part(part) {
            // The same said twice is asked once.
            if !all.iter().any(|known| known.quote == one.quote) {
                all.push(one);
            }
        }
    }
    all
}

/// A requirement with where it stands in its block, and in which of its sentences.
struct Piece {
    span: Range<usize>,
    sentence: usize,
    required: bool,
    ask: Ask,
}

fn of_part(part: &Part) -> Vec<Requirement> {
    let text = part.text.as_str();
    // "Languages: English" says what it is about before the colon.
    let label = labelled(text).filter(|(name, _)| tongues(name).is_empty());
    let from = label.map_or(0, |(_, said)| text.len() - said.len());
    let mut pieces: Vec<Piece> = Vec::new();
    let sentences = sentences(text, from);
    // How to apply is told in one paragraph.
    let applying = !part.item && sentences.iter().any(|span| says_how_to_apply(&text[span.clone()]));
    // "You are organised" beside "you hold a degree" is one more.
    let among = sentences.iter().any(|span| speaks_of_applicants(part, &text[span.clone()], false));
    for (number, sentence) in sentences.into_iter().enumerate() {
        let asked =
            !applying || super::sections::cues(&text[sentence.clone()]).iter().any(|(cue, _)| *cue == Cue::Must);
        if !asked || !speaks_of_applicants(part, &text[sentence.clone()], among) {
            continue;
        }
        let said = Said::new(&text[sentence.clone()]);
        let mut last: Option<Ask> = None;
        for span in chunks(&said) {
            let span = sentence.start + span.start..sentence.start + span.end;
            let Some(span) = tidy(text, span) else { continue };
            if let Some(before) = pieces.last_mut().filter(|_| is_alternative(&text[span.clone()])) {
                before.span.end = span.end;
                if let Ask::Degree { or_experience, .. } = &mut before.ask {
                    *or_experience = true;
                }
                continue;
            }
            let ask = ask::of(&text[span.clone()], part.label.as_deref(), last.as_ref());
            // "You'll need ..." below a list of wishes.
            let must = || super::sections::cues(&text[span.clone()]).iter().any(|(cue, _)| *cue == Cue::Must);
            let section = part.section == Some(Cue::Wishes) && !(part.loose && must());
            let wished = section || is_asset(&text[span.clone()]);
            if let (Ask::Degree { or_experience: true, .. }, Some(before)) = (&ask, pieces.last_mut())
                && let Ask::Degree { or_experience, .. } = &mut before.ask
                && number > before.sentence
            {
                // "... may be accepted in lieu of the degree" speaks of the degree before it.
                *or_experience = true;
                before.span.end = span.end;
                continue;
            }
            last = Some(ask.clone());
            pieces.push(Piece { span, sentence: number, required: !wished, ask });
        }
    }
    join(text, &mut pieces, from > 0);
    let whole = pieces.len() == 1 && from > 0 && pieces[0].sentence == 0;
    let made = pieces.into_iter().map(|piece| {
        // A label belongs to the only requirement after it.
        let span = if whole { 0..piece.span.end } else { piece.span };
        Requirement {
            quote: text[span].trim().to_owned(),
            label: part.label.clone(),
            required: piece.required,
            ask: piece.ask,
        }
    });
    let mut made: Vec<Requirement> = made.collect();
    ask::higher_wish(&mut made);
    made
}

/// Whether a piece is another way to meet the one before it: "or a bachelor's degree with two years more".
fn is_alternative(piece: &str) -> bool {
    let first = piece.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    matches!(first.to_lowercase().as_str(), "or" | "ou" | "alternatively" | "alternativement")
}

/// Whether a sentence is about those who recruit.
fn speaks_of_us(sentence: &str) -> bool {
    let first = sentence.split_whitespace().next().unwrap_or_default().to_lowercase();
    matches!(first.as_str(), "we" | "nous" | "we'll" | "we’ll" | "we're" | "we’re")
}

/// Whether a sentence says how to apply.
fn says_how_to_apply(sentence: &str) -> bool {
    let papers = super::sections::cues(sentence).iter().any(|(cue, _)| matches!(cue, Cue::Cv | Cue::Letter));
    papers || sentence.contains('@')
}

/// Whether a text begins as requirements do: with what somebody knows, has done, holds or is able to do.
pub(super) fn begins_like_a_requirement(text: &str) -> bool {
    const SOON: usize = 5;
    let cues = super::sections::cues(text);
    let head = cues.iter().take(SOON).any(|(cue, _)| HEADS.contains(cue));
    // "You have", "Être titulaire de"; "at least two visits a year" asks nothing.
    let must = super::sections::first_cue(text) == Some(Cue::Must) && !begins_with_a_bound(text);
    head || must || !matches!(ask::of(text, None, None), Ask::Fact | Ask::Level { .. } | Ask::Done)
}

fn begins_with_a_bound(text: &str) -> bool {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), SECTIONS);
    lexed.len() > 0 && lexed.senses(0).iter().any(|sense| matches!(sense, Sense::Before(_)))
}

/// Which test a text could be read by: one of years, degrees and languages, by a number of its own.
pub(super) fn kind_of_test(text: &str) -> Option<u8> {
    match ask::of(text, None, None) {
        _ if says_how_to_apply(text) => None,
        Ask::Years { .. } => Some(0),
        Ask::Degree { .. } => Some(1),
        Ask::Languages { .. } => Some(2),
        _ => None,
    }
}

/// Whether a sentence says what applicants must be, and not what they must send.
fn speaks_of_candidates(sentence: &str, cues: &[(Cue, usize)]) -> bool {
    const WHO: [&str; 3] = ["applicant", "candidate", "candidat"];
    const APPLYING: [&str; 8] =
        ["apply", "application", "interview", "form", "postul", "candidature", "entretien", "quote"];
    let words = sentence.to_lowercase();
    let begins = |starts: &[&str]| {
        words.split(|c: char| !c.is_alphanumeric()).any(|word| starts.iter().any(|start| word.starts_with(start)))
    };
    let has = |cue: Cue| cues.iter().any(|(found, _)| *found == cue);
    has(Cue::Must) && !has(Cue::Send) && begins(&WHO) && !begins(&APPLYING)
}

/// Whether a sentence says what applicants are to be: all of it under a heading that says so; elsewhere where its own
/// words do, or, `among` others that do, where it speaks to them.
fn speaks_of_applicants(part: &Part, sentence: &str, among: bool) -> bool {
    let cues = super::sections::cues(sentence);
    let has = |all: &[Cue]| cues.iter().any(|(cue, _)| all.contains(cue));
    if sentence.trim_end().ends_with(':') || says_how_to_apply(sentence) {
        return false;
    }
    // "A thorough knowledge of one of the official languages" is asked; what "we cannot" is not.
    let aside = has(&[Cue::Aside]) && !(part.item && has(&HEADS));
    if aside || speaks_of_us(sentence) && !has(&[Cue::Must, Cue::Asset, Cue::Recruits]) {
        return false;
    }
    // "Place of work: ..." says nothing of applicants.
    let named = part.label.as_deref().filter(|label| label.split_whitespace().count() < 6);
    let labels = named.map(super::sections::cues).unwrap_or_default();
    let about_post = [Cue::Title, Cue::Place, Cue::Deadline, Cue::Organisation];
    if labels.iter().any(|(cue, _)| about_post.contains(cue)) && part.item && !part.under.1 {
        return false;
    }
    let cued = has(&[Cue::Must, Cue::Asset]);
    match part.section {
        Some(Cue::Requirements | Cue::Wishes) => cued || !part.loose,
        Some(Cue::Offer | Cue::About) => false,
        Some(Cue::Apply) => has(&[Cue::Must]) && has(&[Cue::Experience, Cue::Skill, Cue::Hold, Cue::Ability]),
        Some(_) => cued && !matches!(ask::of(sentence, None, None), Ask::Fact | Ask::Done | Ask::Level { .. }),
        None => {
            let heads = has(&[Cue::Experience, Cue::Skill, Cue::Hold]);
            cued && (heads
                || among
                || speaks_of_candidates(sentence, &cues)
                || !matches!(ask::of(sentence, None, None), Ask::Fact))
        }
    }
}

fn is_asset(text: &str) -> bool {
    let wishes = |text: &str| super::sections::cues(text).iter().any(|(cue, _)| *cue == Cue::Asset);
    // "Licence B (C1 is a plus)" requires B; "Licence B (a real plus)" wishes for it.
    let inner = text.split_once('(').and_then(|(before, rest)| Some((before, rest.split_once(')')?)));
    match inner {
        Some((before, (within, after))) if wishes(within) && wishes_for_something(within) => {
            wishes(before) || wishes(after)
        }
        _ => wishes(text),
    }
}

/// Whether a few words say what is wished for, beside that it is.
fn wishes_for_something(text: &str) -> bool {
    const SMALL: [&str; 19] = [
        "ce",
        "c",
        "est",
        "serait",
        "sera",
        "is",
        "would",
        "will",
        "a",
        "an",
        "un",
        "une",
        "but",
        "mais",
        "it",
        "tres",
        "fortement",
        "highly",
        "strongly",
    ];
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), SECTIONS);
    let other = |at: &usize| {
        let word = lexed.tokens.text(lexed.tokens_of(*at).start);
        !is_cue(&lexed, *at, Cue::Asset) && !SMALL.contains(&word) && word.chars().any(char::is_alphanumeric)
    };
    (0..lexed.len()).any(|at| other(&at))
}

/// Puts together what stands side by side without any test: in one sentence, or in the whole of an item with a label.
fn join(text: &str, pieces: &mut Vec<Piece>, labelled: bool) {
    let mut at = 1;
    while at < pieces.len() {
        let (one, two) = (&pieces[at - 1], &pieces[at]);
        let facts = one.ask == Ask::Fact && two.ask == Ask::Fact && one.required == two.required;
        let abilities = labelled && one.ask.is_claim() && two.ask.is_claim() && one.required == two.required;
        // "You must be ..., and you must hold a permit" are two.
        let holds =
            |piece: &Piece| super::sections::cues(&text[piece.span.clone()]).iter().any(|(cue, _)| *cue == Cue::Hold);
        let held = holds(one) || holds(two);
        if !held && (facts && (labelled || one.sentence == two.sentence) || abilities) {
            let end = pieces.remove(at).span.end;
            pieces[at - 1].span.end = end;
            pieces[at - 1].ask = Ask::Fact;
        } else {
            at += 1;
        }
    }
}

/// The sentences of a text from a place on.
fn sentences(text: &str, from: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = from;
    for (at, c) in text.char_indices().filter(|(at, _)| *at >= from) {
        let after = &text[at + c.len_utf8()..];
        let next = after.trim_start();
        let ends = match c {
            ';' => true,
            '.' | '!' | '?' => after.starts_with(char::is_whitespace) && begins(next) && !abbreviates(&text[start..at]),
            _ => false,
        };
        if ends {
            found.push(start..at + usize::from(c != ';'));
            start = at + c.len_utf8();
        }
    }
    found.push(start..text.len());
    found.retain(|span| text[span.clone()].chars().any(char::is_alphanumeric));
    found
}

fn begins(next: &str) -> bool {
    next.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '«' | '“' | '"' | '('))
}

/// Whether a dot after these words is that of an abbreviation.
fn abbreviates(before: &str) -> bool {
    const SHORT: &[&str] = &[
        "e.g", "i.e", "p.ex", "ex", "etc", "min", "max", "env", "exp", "mr", "mrs", "dr", "st", "no", "nr", "incl",
        "approx", "ca", "vs", "resp",
    ];
    let word = before.rsplit([' ', '(', '\u{a0}', '\'', '’']).next().unwrap_or_default().to_lowercase();
    // "etc." ends a sentence as well, "M." and "Ph.D." do not.
    word != "etc" && SHORT.contains(&word.as_str())
        || word.chars().count() == 1 && word.chars().all(char::is_alphabetic)
}

/// A span without the joints and marks around what it says; nothing where it says nothing.
fn tidy(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let mut part = &text[span.clone()];
    loop {
        let before = part;
        part = part.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '.'));
        for word in ["et ", "and ", "ainsi que ", "as well as ", "ainsi qu'", "mais ", "but "] {
            if let (Some(first), Some(rest)) = (part.get(..word.len()), part.get(word.len()..))
                && first.to_lowercase() == *word
            {
                part = rest;
            }
        }
        if part == before {
            break;
        }
    }
    let start = span.end - part.len();
    let end = start + part.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':')).len();
    text[start..end].chars().any(char::is_alphanumeric).then_some(start..end)
}

/// A sentence cut, with where it says how well something is known: those words are looked up apart, since the longest phrase
/// of one kind ("good knowledge") would hide the other ("knowledge").
struct Said<'a> {
    lexed: Lexed<'a>,
    levels: Vec<Range<usize>>,
}

impl<'a> Said<'a> {
    fn new(text: &'a str) -> Self {
        let levels = Lexed::of_text(text.into(), &Lexicon::default(), LEVELS);
        let rates = |sense: &Sense| matches!(sense, Sense::Proficiency(..) | Sense::Cefr(..));
        let spans =
            (0..levels.len()).filter(|at| levels.senses(*at).iter().any(rates)).map(|at| levels.span(at, at + 1));
        Self { lexed: Lexed::of_text(text.into(), &Lexicon::default(), SECTIONS), levels: spans.collect() }
    }
}

/// What tells how well something is known.
const LEVELS: Sections = Sections::of(&[], &[Section::Proficiency, Section::Cefr]);

/// Where the requirements of a sentence stand in it.
fn chunks(said: &Said<'_>) -> Vec<Range<usize>> {
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

/// Whether a new requirement begins at this lexeme, after what stands from another on.
fn splits(all: &Said<'_>, from: usize, at: usize) -> bool {
    let lexed = &all.lexed;
    let left = from..at;
    let has = |cue: Cue, span: &Range<usize>| span.clone().any(|at| is_cue(lexed, at, cue));
    let says = |span: &Range<usize>| {
        HEADS.iter().any(|head| has(*head, span)) || span.clone().any(|at| names_language(lexed, at))
    };
    // "English (C1) – any other language is a bonus"
    let dash = text(lexed, at) == "-" && joins(lexed, at);
    if dash && says(&left) && !says_asset(lexed, &left) && says_asset(lexed, &(at + 1..lexed.len())) {
        return true;
    }
    // ", preferably in ...", "idéalement ..."
    let leads = is_lead(lexed, at) && at + 1 < lexed.len();
    if leads && says(&left) && !says_asset(lexed, &left) {
        return true;
    }
    if !joins(lexed, at) || is_head(lexed, at - 1) {
        return false;
    }
    // "A degree, in social work preferably"
    const INS: [&str; 9] = ["dans", "en", "in", "with", "avec", "aupres", "from", "au", "at"];
    let upto = (at + 1..lexed.len()).find(|at| joins(lexed, *at)).unwrap_or(lexed.len());
    if text(lexed, at) == ","
        && INS.contains(&text(lexed, at + 1))
        && says(&left)
        && !says_asset(lexed, &left)
        && says_asset(lexed, &(at + 1..upto))
    {
        return true;
    }
    // "Excel, Odoo is a plus"
    if text(lexed, at) == "," && at > from && !says_asset(lexed, &left) && wishes_for_one(lexed, at + 1..lexed.len()) {
        return true;
    }
    // "You write well, and you read English": each with its own subject.
    const SUBJECTS: [&str; 3] = ["you", "vous", "tu"];
    if at - from > 2 && SUBJECTS.contains(&text(lexed, at + 1)) {
        return true;
    }
    // "A diploma is preferred, and time abroad would be an asset"
    let needed =
        |span: &Range<usize>| span.clone().any(|at| is_cue(lexed, at, Cue::Asset) || is_cue(lexed, at, Cue::Must));
    let right = at + 1..lexed.len();
    let wished = says_asset(lexed, &left) || says_asset(lexed, &right);
    let clauses = text(lexed, at) == "," && matches!(text(lexed, at + 1), "and" | "et" | "but" | "mais");
    if clauses && wished && needed(&left) && needed(&right) {
        return true;
    }
    // "English and either Spanish or Turkish"
    let or = |at: &usize| lexed.senses(*at).contains(&Sense::Joint(Joint::Or));
    let spoken = |span: Range<usize>| span.into_iter().any(|at| names_language(lexed, at));
    let next_joint = (at + 1..lexed.len()).find(|at| joins(lexed, *at)).unwrap_or(lexed.len());
    let choice = (at + 1..next_joint).find(or).is_some_and(|or| spoken(at + 1..or) && spoken(or..next_joint));
    if choice && spoken(left.clone()) && !left.clone().any(|at| or(&at)) {
        // "Georgian, Armenian or Russian" is one list.
        let apart = !names_language(lexed, at - 1);
        return text(lexed, at) != "," || apart;
    }
    // "a qualified accountant, with three years' experience"
    let with = after_with(lexed, at + 1);
    if with > at + 1 && is_amount(lexed, with) {
        return true;
    }
    if !says(&left) {
        return false;
    }
    let mut next = at + 1;
    while joins(lexed, next) || is_quality(all, next) {
        next += 1;
    }
    let musts = (at + 1..at + 3).any(|at| is_cue(lexed, at, Cue::Must)) && has(Cue::Must, &left);
    if is_head(lexed, next) || musts && (at..lexed.len()).any(|at| is_head(lexed, at)) {
        return true;
    }
    // "Dutch is required and that of German an asset"
    let parted = || {
        let place = (next..next + 4).find(|at| names_language(lexed, *at));
        let said = |at: usize| is_cue(lexed, at, Cue::Asset) || is_cue(lexed, at, Cue::Must);
        place.is_some_and(|at| own_need(all, at))
            && left.clone().any(said)
            && left.clone().any(|at| names_language(lexed, at))
    };
    if parted() {
        return true;
    }
    // "excellent English and good French", "five years of ..., and two years of ..."; "anglais et français courants" are one.
    let leveled = (at + 1..=next).any(|at| is_level(all, at));
    let known = left.clone().any(|at| is_level(all, at) || is_head(lexed, at));
    let rated = leveled || known && own_level(all, next);
    names_language(lexed, next) && rated
        || is_amount(lexed, at + 1)
        || is_level(all, next) && names_language_soon(lexed, next)
}

const HEADS: [Cue; 4] = [Cue::Experience, Cue::Skill, Cue::Ability, Cue::Hold];

fn is_cue(lexed: &Lexed<'_>, at: usize, cue: Cue) -> bool {
    lexed.senses(at).contains(&Sense::Cue(cue))
}

fn is_head(lexed: &Lexed<'_>, at: usize) -> bool {
    HEADS.iter().any(|head| is_cue(lexed, at, *head))
}

fn is_quality(all: &Said<'_>, at: usize) -> bool {
    let lexed = &all.lexed;
    let says = |sense: &Sense| {
        matches!(sense, Sense::Cue(Cue::Quality | Cue::Must) | Sense::Number(_) | Sense::Before(_) | Sense::Unit(_))
    };
    (lexed.senses(at).iter().any(says) || is_level(all, at)) && !is_head(lexed, at)
        || matches!(text(lexed, at), "'" | "/" | "+")
}

/// The first token of a lexeme; empty beyond the last.
fn text<'a>(lexed: &'a Lexed<'_>, at: usize) -> &'a str {
    if at < lexed.len() { lexed.tokens.text(lexed.tokens_of(at).start) } else { "" }
}

/// A comma, a dash between spaces, "and".
fn joins(lexed: &Lexed<'_>, at: usize) -> bool {
    // "EN" is English, and "and" in Dutch.
    if at >= lexed.len() || ask::written_code(&lexed.text[lexed.span(at, at + 1)]).is_some() {
        return false;
    }
    let mark = lexed.tokens.all().get(lexed.tokens_of(at).start).is_some_and(|token| {
        token.kind == Kind::Mark
            && (lexed.tokens.text_of(token) == "," || lexed.tokens.text_of(token) == "-" && token.gap)
    });
    mark || lexed.senses(at).contains(&Sense::Joint(Joint::And))
        || matches!(text(lexed, at), "et" | "and" | "ainsi" | "que")
}

fn names_language(lexed: &Lexed<'_>, at: usize) -> bool {
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

fn is_level(all: &Said<'_>, at: usize) -> bool {
    let span = if at < all.lexed.len() { all.lexed.span(at, at + 1) } else { 0..0 };
    all.levels.iter().any(|level| level.start < span.end && span.start < level.end)
}

/// Whether what follows a language says how well it is asked for, up to the next comma.
fn own_need(all: &Said<'_>, at: usize) -> bool {
    let lexed = &all.lexed;
    let upto = (at + 1..lexed.len()).take_while(|at| !joins(lexed, *at));
    upto.into_iter().any(|at| is_level(all, at) || is_cue(lexed, at, Cue::Asset) || is_cue(lexed, at, Cue::Must))
}

/// Whether what follows a language says how well it is to be known, up to the next comma.
fn own_level(all: &Said<'_>, at: usize) -> bool {
    (at + 1..all.lexed.len()).take_while(|at| !joins(&all.lexed, *at)).any(|at| is_level(all, at))
}

/// Whether these words, to the end of their sentence, wish for one thing more: "Odoo is a plus".
fn wishes_for_one(lexed: &Lexed<'_>, span: Range<usize>) -> bool {
    const ONE: [&str; 12] = [
        "est",
        "is",
        "serait",
        "sera",
        "would",
        "etant",
        "being",
        "=",
        "apprecie",
        "appreciee",
        "souhaite",
        "souhaitee",
    ];
    let joined = |at: usize| joins(lexed, at) || lexed.senses(at).contains(&Sense::Joint(Joint::Or));
    let Some(wish) = span.clone().find(|at| is_cue(lexed, *at, Cue::Asset)) else { return false };
    let one = (span.start..=wish).any(|at| lexed.tokens_of(at).any(|token| ONE.contains(&lexed.tokens.text(token))));
    let named = (span.start..wish).any(|at| text(lexed, at).len() > 2 && !ONE.contains(&text(lexed, at)));
    one && named && !span.clone().any(joined)
}

/// The place after "with", "and hold": where an amount may follow.
fn after_with(lexed: &Lexed<'_>, at: usize) -> usize {
    const HAVING: [&str; 12] = [
        "with",
        "avec",
        "disposez",
        "possedez",
        "justifiez",
        "avez",
        "comptez",
        "have",
        "hold",
        "bring",
        "disposer",
        "justifier",
    ];
    let begins =
        |at: usize| at < lexed.len() && lexed.tokens_of(at).any(|token| HAVING.contains(&lexed.tokens.text(token)));
    if begins(at) {
        return at + 1 + usize::from(matches!(text(lexed, at + 1), "d" | "de" | "d'"));
    }
    at
}

/// Whether a number of years begins here.
fn is_amount(lexed: &Lexed<'_>, at: usize) -> bool {
    let numbered = |at: usize| {
        lexed.senses(at).iter().any(|sense| matches!(sense, Sense::Number(_) | Sense::Before(_)))
            || text(lexed, at).chars().all(|c| c.is_ascii_digit()) && !text(lexed, at).is_empty()
    };
    let unit = |at: usize| lexed.senses(at).iter().any(|sense| matches!(sense, Sense::Unit(_)));
    numbered(at) && (at + 1..at + 4).any(unit)
}

/// Words of a wish that stand before what is wished for.
fn is_lead(lexed: &Lexed<'_>, at: usize) -> bool {
    const LEADS: [&str; 9] =
        ["preferably", "ideally", "idealement", "preferablement", "de", "desirably", "avec", "si", "if"];
    is_cue(lexed, at, Cue::Asset) && LEADS.contains(&text(lexed, at))
}

fn says_asset(lexed: &Lexed<'_>, span: &Range<usize>) -> bool {
    span.clone().any(|at| is_cue(lexed, at, Cue::Asset))
}
