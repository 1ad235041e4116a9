//! What a test could ask of applicants where a requirement says so.

mod degree;
mod languages;

pub(super) use self::degree::higher_wish;
pub(super) use self::languages::{is_level_alone, written_code};
use super::cues::{apart, has, is_joint, is_word, says};
use crate::formats::Formats;
use crate::lexed::Lexed;
use crate::lexicon::{Cue, Joint, Lexicon, Section, Sections, Sense, TimeUnit, Topic, Who};
use crate::text::grammar::durations;

/// What a requirement asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// So many years of something.
    Years {
        /// The least, in years.
        at_least: f64,
    },
    /// A degree.
    Degree {
        /// The least, as the scale `education` calls it; nothing where only the field is said.
        level: Option<&'static str>,
        /// In one of these fields, as the posting calls them.
        fields: Vec<String>,
        /// Whether experience counts in its stead.
        or_experience: bool,
    },
    /// Languages by their ISO 639 codes.
    Languages {
        /// Which.
        codes: Vec<&'static str>,
        /// How many of them are enough; all where nothing is said.
        enough: Option<usize>,
        /// The least level of the CEFR; nothing where none is said.
        level: Option<&'static str>,
    },
    /// How well something is known.
    Level {
        /// The least, as the scale `proficiency` calls it; nothing where none is said.
        step: Option<&'static str>,
    },
    /// Something that is to be handed in.
    Document,
    /// Something that somebody has done.
    Done,
    /// Something that is not to be so, or is asked of some alone, as only a person can tell of an answer: "not employed by a
    /// partner", "a permit, unless you hold a passport".
    Denied,
    /// Anything else.
    Fact,
}

impl Ask {
    /// Whether it is something that people say of themselves.
    pub(super) const fn is_claim(&self) -> bool {
        matches!(self, Self::Fact | Self::Level { .. } | Self::Done)
    }
}

/// What degrees and ages are told by.
const SECTIONS: Sections =
    Sections::of(&[Topic::Degree], &[Section::Degrees, Section::Studies, Section::Joints, Section::Identity]);
/// What tells how well something is known. The packs' words of each kind are looked up apart: the longest phrase of one
/// ("very good knowledge") would hide those of another ("knowledge").
const LEVELS: Sections = Sections::of(&[], &[Section::Proficiency]);

/// What the packs call the steps of `proficiency`.
const PROFICIENCY: [&str; 5] = ["none", "basic", "good", "very_good", "excellent"];

/// What a requirement asks, said under a label, after another one of the same sentence.
pub(super) fn of(text: &str, label: Option<&str>, last: Option<&Ask>) -> Ask {
    let text = &without_false_ranges(&without_figures_again(text));
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), SECTIONS);
    let tells = |cue: Cue| says(text, cue);
    if let Some(held) = experience_instead(text, &lexed) {
        return match of(held, label, last) {
            Ask::Degree { level, fields, .. } => Ask::Degree { level, fields, or_experience: true },
            _ => Ask::Fact,
        };
    }
    if let Some(at_least) = years(text, &lexed, label, last).or_else(|| part_of_years(text, last)) {
        return Ask::Years { at_least };
    }
    if let Some(ask) = degree::degree(text, &lexed, last) {
        return ask;
    }
    if let Some(ask) = languages::languages(text, label, tells(Cue::Experience) || tells(Cue::Ability)) {
        return languages::with_level_of(last, ask, text);
    }
    const FEW: usize = 6;
    let step = proficiency(&without_wish(text));
    let able = tells(Cue::Ability);
    if tells(Cue::Skill) && !able
        || able && step.is_some_and(|step| step != "basic") && text.split_whitespace().count() <= FEW
    {
        return Ask::Level { step };
    }
    if tells(Cue::Experience) && !able && !is_bounded_above(text) { Ask::Done } else { Ask::Fact }
}

/// Whether a text says how much time there may be at most, of which more is no merit: "no more than five years".
fn is_bounded_above(text: &str) -> bool {
    let found = durations::find(text, &Formats::default());
    found.iter().any(|(_, range)| range.low <= 0.0 && range.high.is_finite())
}

/// A text in which a comma stands before "at a": "six ans à un poste similaire" is no range.
fn without_false_ranges(text: &str) -> String {
    let mut out = text.to_owned();
    for place in apart(text, Cue::AtA).into_iter().rev() {
        let end = text[place.clone()].find(' ').map_or(place.end, |at| place.start + at);
        out.replace_range(place.start..end, ", ");
    }
    out
}

/// "sept (7) ans" is read as "sept ans": the figures in brackets say the word before them once more.
fn without_figures_again(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('(') {
        let (before, after) = rest.split_at(open);
        out.push_str(before);
        let close = after.find(')').filter(|close| after[1..*close].trim().chars().all(|c| c.is_ascii_digit()));
        let word = before.trim_end().ends_with(char::is_alphabetic);
        match close.filter(|_| word) {
            Some(close) => {
                out.push_str(&" ".repeat(close + 1));
                rest = &after[close + 1..];
            }
            None => {
                out.push('(');
                rest = &after[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// A text without the words that make a wish of it, which say nothing of how well something is known: "a strong asset".
fn without_wish(text: &str) -> String {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), Sections::of(&[], &[Section::Postings]));
    let mut out = text.to_owned();
    for at in (0..lexed.len()).rev().filter(|at| lexed.senses(*at).contains(&Sense::Cue(Cue::Asset))) {
        out.replace_range(lexed.span(at, at + 1), "-");
    }
    out
}

/// The least number of years of experience.
fn years(text: &str, lexed: &Lexed<'_>, label: Option<&str>, last: Option<&Ask>) -> Option<f64> {
    let experienced = says(text, Cue::Experience);
    let held = label.is_some_and(|label| says(label, Cue::Experience));
    // How old somebody is; "droits de l'homme" and "personnes handicapées" are what the years were spent on.
    let age = |sense: &Sense| matches!(sense, Sense::Identity(Who::Birth));
    let aged = (0..lexed.len()).any(|at| lexed.senses(at).iter().any(age));
    let found = durations::find(text, &Formats::default());
    let spent = found.first().is_some_and(|(span, _)| spent_in(text, span));
    // "A law degree and 15 years": beside a degree a number of years says by itself what they were.
    let bare = || found.first().is_some_and(|(span, _)| text.len() == span.len() + marks_around(text, span));
    let beside = matches!(last, Some(Ask::Degree { .. })) && bare();
    if aged || !(experienced || held || spent || beside) {
        return None;
    }
    found.iter().map(|(_, range)| range.low).find(|low| *low > 0.0 && low.is_finite())
}

/// How many bytes around a passage are no words.
fn marks_around(text: &str, span: &std::ops::Range<usize>) -> usize {
    let mark = |c: char| !c.is_alphanumeric();
    let (before, after) = (&text[..span.start], &text[span.end..]);
    before.len() - before.trim_end_matches(mark).len() + after.len() - after.trim_start_matches(mark).len()
}

/// The years of a part of those just asked for: "of which three in management", "three of those years".
fn part_of_years(text: &str, last: Option<&Ask>) -> Option<f64> {
    let Some(Ask::Years { at_least: whole }) = last else { return None };
    let those = has(text, &[Cue::OfThose]);
    let sections = Sections::of(&[], &[Section::Joints, Section::Numbers]);
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), sections);
    let number = |at: usize| {
        let figures = lexed.tokens.text(lexed.tokens_of(at).start).parse().ok();
        let word = |sense: &Sense| if let Sense::Number(number) = sense { Some(*number) } else { None };
        figures.or_else(|| lexed.senses(at).iter().find_map(word))
    };
    let part = those || lexed.len() > 0 && lexed.senses(0).contains(&Sense::Joint(Joint::OfWhich));
    // "Dont un an": "un" by itself is an article.
    let timed = || durations::find(text, &Formats::default()).first().map(|(_, range)| range.low);
    let counted = (0..lexed.len()).find_map(number).filter(|years| *years > 1.0);
    timed().or(counted).filter(|years| part && *years > 0.0 && years <= whole)
}

/// What is to be held where years of experience are another way to meet it: "a diploma or several years of practice".
fn experience_instead<'a>(text: &'a str, lexed: &Lexed<'_>) -> Option<&'a str> {
    const SOON: usize = 4;
    let found = durations::find(text, &Formats::default());
    let first = found.first().map(|(span, _)| span.start).or_else(|| experience_in(text))?;
    // Looked up apart: "or equivalent" is a phrase of its own beside degrees.
    let joints = Lexed::of_text(text.into(), &Lexicon::default(), Sections::of(&[], &[Section::Joints]));
    let is_or = |at: &usize| joints.senses(*at).contains(&Sense::Joint(Joint::Or));
    let or = (0..joints.len()).filter(is_or).map(|at| joints.span(at, at + 1)).rfind(|or| or.end <= first);
    or.filter(|or| {
        let mut between = text[or.end..first].split_whitespace().filter(|word| word.len() > 1);
        let own = between.clone().any(|word| is_joint(word, &[Joint::And]));
        let degree = |at: usize| lexed.senses(at).iter().any(|sense| matches!(sense, Sense::Degree(..)));
        let held = (0..lexed.len()).any(|at| lexed.span(at, at + 1).end <= or.start && degree(at));
        between.by_ref().count() <= SOON && !own && (held || says(&text[..or.start], Cue::Hold))
    })
    .map(|or| &text[..or.start])
}

/// Where the last words stand that speak of experience: "or equivalent practical experience".
fn experience_in(text: &str) -> Option<usize> {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), Sections::of(&[], &[Section::Postings]));
    let says = |at: &usize| lexed.senses(*at).contains(&Sense::Cue(Cue::Experience));
    (0..lexed.len()).rfind(says).map(|at| lexed.span(at, at + 1).start)
}

/// Whether a text begins with years and says what they were spent in: "4+ years in sales".
fn spent_in(text: &str, span: &std::ops::Range<usize>) -> bool {
    const UNITS: Sections = Sections::of(&[], &[Section::Units]);
    let begins = text[..span.start].split_whitespace().count() < 2;
    let lexed = Lexed::of_text(text[span.clone()].into(), &Lexicon::default(), UNITS);
    let long = |sense: &Sense| matches!(sense, Sense::Unit(TimeUnit::Year | TimeUnit::Month));
    let years = (0..lexed.len()).any(|at| lexed.senses(at).iter().any(long));
    let next = text[span.end..].split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).unwrap_or_default();
    begins && years && is_word(next, &[Cue::In, Cue::As])
}

/// How well something is to be known.
fn proficiency(text: &str) -> Option<&'static str> {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), LEVELS);
    let step = (0..lexed.len()).flat_map(|at| lexed.senses(at)).find_map(|sense| match sense {
        Sense::Proficiency(low, high) => Some((*low + *high) / 2),
        _ => None,
    })?;
    PROFICIENCY.get(usize::from(step)).copied().filter(|step| *step != "none")
}
