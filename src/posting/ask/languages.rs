//! Languages that are asked for, and how well they are to be known.

use std::ops::Range;

use super::super::cues::{around, has, is_joint, is_word, joints, opens};
use super::super::cuts::{SECTIONS, is_cue, names_language};
use super::{Ask, says, without_wish};
use crate::head::{HeaderWords, tongues};
use crate::lexed::Lexed;
use crate::lexicon::{Cue, Head, Joint, Lexicon, Section, Sections, Sense};

const TONGUES: Sections = Sections::of(&[], &[Section::Cefr, Section::Languages, Section::Skills]);
/// What the packs call the levels of the CEFR.
const CEFR: [&str; 7] = ["none", "A1", "A2", "B1", "B2", "C1", "C2"];

/// The languages that are asked for.
pub(super) fn languages(text: &str, label: Option<&str>, done: bool) -> Option<Ask> {
    let bare = without_wish(text);
    let lexed = Lexed::of_text(bare.as_str().into(), &Lexicon::default(), TONGUES);
    let text = without_exceptions(text);
    let mut codes = tongues(text);
    for code in written_codes(text) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    // "Turkish: fluent"
    let own = label.filter(|label| codes.is_empty() && label.split_whitespace().count() < 4).map(tongues);
    let called = own.is_some_and(|own| {
        codes = own;
        !codes.is_empty()
    });
    let studied = studied_or_owned(text);
    codes.retain(|code| called || !studied.contains(code));
    if codes.is_empty() {
        return None;
    }
    let senses = || (0..lexed.len()).flat_map(|at| lexed.senses(at));
    let or = !joints(text, &[Joint::Or]).is_empty();
    let level_at = |at: usize| {
        lexed.senses(at).iter().find_map(|sense| match sense {
            Sense::Cefr(low, high) => Some((*low + *high) / 2),
            _ => None,
        })
    };
    let mut levels = (0..lexed.len()).filter_map(level_at);
    // "Strong skills, including a good knowledge of French": the one right before the language.
    let named = (0..lexed.len()).find(|at| names_language(&lexed, *at));
    let before = named.and_then(|named| (0..named).rev().find_map(level_at));
    // Of "bilingual or very good", the lower is enough.
    let level = if or { levels.min() } else { before.or_else(|| levels.next()) };
    let figures = written_level(text);
    let skilled = says(text, Cue::Skill) || senses().any(|sense| matches!(sense, Sense::Skill(_)));
    let labelled = label.is_some_and(|label| {
        let words = HeaderWords::of(label);
        words.say(&[Head::Languages])
    });
    // "Another language such as Polish"
    let named = has(text, &[Cue::Tongue, Cue::Tongues]);
    let words = text.split_whitespace().count();
    let short = words <= 5 || words <= 8 && (says(text, Cue::Asset) || says(text, Cue::Must));
    // "Able to work in English and French"; "experience in French-speaking countries" asks for no French.
    let skilled = skilled || says(text, Cue::Ability) && ends_with_language(text, &codes);
    let meant = labelled || called || named || level.is_some() || figures.is_some() || skilled || short;
    let described = !(labelled || called || named) && only_describes(text);
    if !meant || described || done && !(skilled || figures.is_some()) {
        return None;
    }
    let level = figures.or(level.map(usize::from));
    let in_order = by_place(text, codes);
    // "French and Dutch, or very good Dutch" asks for Dutch.
    let always = if or { on_both_sides(text, &in_order) } else { Vec::new() };
    let any = (or || asks_for_one(text)) && in_order.len() > 1 && always.is_empty();
    // "Two of these languages: ..."
    let some = [Some(text), label].into_iter().flatten().find_map(|said| asks_for_some(said, in_order.len()));
    let enough = some.or(any.then_some(1)).filter(|_| always.is_empty());
    Some(Ask::Languages {
        enough,
        codes: if always.is_empty() { in_order } else { always },
        level: level.and_then(|level| CEFR.get(level).copied()).filter(|level| *level != "none"),
    })
}

/// A language that is only named takes the level of the one before it in the sentence: "fluent French and English (spoken)".
pub(super) fn with_level_of(last: Option<&Ask>, ask: Ask, text: &str) -> Ask {
    let bare = text.split('(').next().unwrap_or_default().trim_end_matches(['.', ' ']);
    let named = !bare.contains(char::is_whitespace) && !tongues(bare).is_empty();
    match (ask, last) {
        (Ask::Languages { codes, enough, level: None }, Some(Ask::Languages { level, .. })) if named => {
            Ask::Languages { codes, enough, level: *level }
        }
        (ask, _) => ask,
    }
}

/// How many of `all` languages are asked for where a number says so: "two of English, French and Arabic".
fn asks_for_some(text: &str, all: usize) -> Option<usize> {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), Sections::of(&[], &[Section::Numbers]));
    let said = |at: usize| {
        let word = |sense: &Sense| if let Sense::Number(number) = sense { Some(*number) } else { None };
        let figures = || lexed.written(at, at + 1).parse::<f64>().ok();
        let number = figures().or_else(|| lexed.senses(at).iter().find_map(word))?;
        let of =
            opens(text[lexed.span(at, at + 1).end..].trim_start(), &[Cue::Of, Cue::OfThe, Cue::Among, Cue::Tongues]);
        (1..all)
            .filter(|_| of)
            .find(|some| (number - f64::from(u32::try_from(*some).unwrap_or(u32::MAX))).abs() < f64::EPSILON)
    };
    (0..lexed.len()).find_map(said)
}

/// Whether one language of several is asked for: "a West African language (Wolof, Bambara, Fula ...)".
fn asks_for_one(text: &str) -> bool {
    const NEAR: usize = 4;
    let language = around(text, Cue::Tongue).first().map(|place| &text[..place.start]);
    let before = language.unwrap_or_default().rsplit(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    before.take(NEAR).any(|word| is_word(word, &[Cue::OneTongue]))
}

/// What stands before the languages that are not meant: "languages other than English".
fn without_exceptions(text: &str) -> &str {
    let not = non_language(text);
    let at = around(text, Cue::Except).first().map(|place| place.start).into_iter().chain(not).min();
    let (before, after) = text.split_at(at.unwrap_or(text.len()));
    // "In addition to English, you speak French"
    // "Languages beyond English (such as Arabic)"
    // "A non-English language such as Spanish"
    match after.split_once([',', '(', ':']).map(|(_, rest)| rest).or_else(|| examples_in(after)) {
        Some(rest) if tongues(before).is_empty() && !tongues(rest).is_empty() => rest,
        _ => before,
    }
}

/// What a text names as examples.
fn examples_in(text: &str) -> Option<&str> {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), SECTIONS);
    let at = (0..lexed.len()).find(|at| is_cue(&lexed, *at, Cue::Examples))?;
    text.get(lexed.span(at, at + 1).end..)
}

/// Where a text says which language is not meant: "a non-English language".
fn non_language(text: &str) -> Option<usize> {
    let negates = |non: &Range<usize>| {
        let word = text[non.end..].strip_prefix('-').and_then(|rest| rest.split(|c: char| !c.is_alphanumeric()).next());
        word.is_some_and(|word| !tongues(word).is_empty())
    };
    around(text, Cue::Non).into_iter().find(negates).map(|non| non.start)
}

/// The languages that a text names only as a subject of studies or as whose something is: "formation en anglais, journalisme",
/// "an English degree", "the Italian and European institutions".
fn studied_or_owned(text: &str) -> Vec<&'static str> {
    let joins = |word: &str| is_joint(word, &[Joint::And, Joint::Or]);
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let (mut owned, mut asked, mut last) = (Vec::new(), Vec::new(), None);
    for (at, word) in words.iter().enumerate() {
        let led =
            words[..at].iter().rposition(|word| !is_word(word, &[Cue::StudiedIn])).filter(|before| before + 1 < at);
        let is = |at: usize, cue: Cue| words.get(at).is_some_and(|word| is_word(word, &[cue]));
        let studied = led.is_some_and(|before| is(before, Cue::Studied));
        let joined = || words.get(at + 1).is_some_and(|word| joins(word));
        let back = if at > 0 && joins(words[at - 1]) { 2 } else { 1 };
        let further = last.is_some_and(|last: usize| last + back == at);
        let other = studied || further || is(at + 1, Cue::Owned) || joined() && is(at + 3, Cue::Owned);
        for code in tongues(word) {
            last = Some(at).filter(|_| studied || further);
            if other { owned.push(code) } else { asked.push(code) }
        }
    }
    owned.retain(|code| !asked.contains(code));
    owned
}

/// Whether every language that a text names says of the word before it whose that is: "l'écosystème numérique français". Such
/// a word is one that no pack knows; "niveau", "langue" and "maîtrise" they do.
fn only_describes(text: &str) -> bool {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), SECTIONS);
    let other = |at: usize| {
        let word = lexed.written(at, at + 1);
        lexed.senses(at).is_empty() && word.chars().count() > 3 && word.chars().all(char::is_lowercase)
    };
    let named = |at: &usize| names_language(&lexed, *at);
    // "français et européen": the first of several describes for all.
    let describes = |at: usize| {
        let word = lexed.written(at, at + 1);
        word.starts_with(char::is_lowercase) && at.checked_sub(1).is_some_and(&other)
    };
    let mut all = (0..lexed.len()).filter(named);
    all.next().is_some_and(&describes) && all.all(|at| describes(at) || at > 1 && named(&(at - 2)))
}

/// Whether a text ends with the name of one of these languages.
fn ends_with_language(text: &str, codes: &[&'static str]) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric()).rfind(|word| !word.is_empty());
    words.is_some_and(|word| tongues(word).iter().any(|code| codes.contains(code)))
}

/// Those of some languages that are named before an "or" and after it.
fn on_both_sides(text: &str, codes: &[&'static str]) -> Vec<&'static str> {
    let Some(or) = joints(text, &[Joint::Or]).into_iter().next() else { return Vec::new() };
    let (before, after) = text.split_at(or.start);
    let named = |part: &str| [tongues(part), written_codes(part)].concat();
    let (before, after) = (named(before), named(after));
    codes.iter().filter(|code| before.contains(code) && after.contains(code)).copied().collect()
}

/// Languages that are named by two capitals: "FR/NL".
fn written_codes(text: &str) -> Vec<&'static str> {
    text.split(|c: char| !c.is_alphanumeric()).filter_map(written_code).collect()
}

/// The language that two capitals name; "IT" and "NO" may be something else.
pub(in super::super) fn written_code(word: &str) -> Option<&'static str> {
    const CODES: [(&str, &str); 7] =
        [("FR", "fr"), ("EN", "en"), ("NL", "nl"), ("DE", "de"), ("ES", "es"), ("PT", "pt"), ("LU", "lb")];
    CODES.iter().find(|(written, _)| *written == word).map(|(_, code)| *code)
}

/// Languages in the order in which a text names them.
fn by_place(text: &str, codes: Vec<&'static str>) -> Vec<&'static str> {
    let mut placed: Vec<(usize, &'static str)> = Vec::new();
    for (at, _) in text.char_indices().filter(|(at, _)| *at == 0 || !text[..*at].ends_with(char::is_alphanumeric)) {
        let end = text[at..].find(|c: char| !c.is_alphanumeric()).map_or(text.len(), |end| at + end);
        for code in tongues(&text[at..end]).into_iter().chain(written_code(&text[at..end])) {
            if codes.contains(&code) && !placed.iter().any(|(_, known)| *known == code) {
                placed.push((at, code));
            }
        }
    }
    let mut all: Vec<&str> = placed.into_iter().map(|(_, code)| code).collect();
    let rest: Vec<&str> = codes.into_iter().filter(|code| !all.contains(code)).collect();
    all.extend(rest);
    all
}

/// Whether a text only says how well a language is to be known: "Level B2".
pub(in super::super) fn is_level_alone(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    written_level(text).is_some()
        && tongues(text).is_empty()
        && (is_word(first, &[Cue::Level]) || written_level(first).is_some())
}

/// The lowest level that is written as the CEFR does: `C1`, `B2/C1`.
fn written_level(text: &str) -> Option<usize> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter_map(|word| CEFR.iter().position(|level| word.eq_ignore_ascii_case(level)).filter(|at| *at > 0)).min()
}
