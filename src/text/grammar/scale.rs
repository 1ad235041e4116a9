//! Steps of an ordered scale: a step, from one step to another, a bound, `4/5`.

use super::{Heard, Left, degree, language};
use crate::reading::Reading;
use crate::text::Formats;
use crate::text::cell::{Cursor, Lexed};
use crate::text::scale::{Scale, Sort};
use crate::text::words::{Bound, Edge, Joint, Section, Sections, Sense, Topic};

/// What a cell with a step of a scale of the criteria file's own is made of, beside the steps.
const OWN: Sections = Sections::of(
    &[Topic::Level],
    &[Section::Skills, Section::BoundsBefore, Section::BoundsAfter, Section::Joints, Section::Edges],
);
const PROFICIENCY: Sections =
    OWN.and(Sections::of(&[], &[Section::Proficiency, Section::Languages, Section::Answers, Section::Nothing]));

/// Reads a step of a scale, as of a year.
pub(crate) fn read(cell: &str, scale: &Scale, formats: &Formats, year: i32) -> Heard {
    if let Some(step) = scale.written(cell) {
        return Heard::whole(Span::of(step, step).reading());
    }
    let sections = match scale.sort() {
        Sort::Cefr => return language::level(cell, None, formats, year),
        Sort::Education => return degree::level(cell, formats, year),
        Sort::Proficiency => PROFICIENCY,
        Sort::Own => OWN,
    };
    let Some(lexed) = Lexed::new(cell, &formats.lexicon, sections) else { return Heard::whole(Reading::UNREADABLE) };
    if let Some(step) = scale.written(lexed.text.trim()) {
        return Heard::whole(Span::of(step, step).reading());
    }
    let mut said = Said::default();
    let mut left = Left::default();
    let mut cursor = lexed.cursor();
    while !cursor.is_done() {
        if cursor.line() {
            said.mark(Mark::Beside);
        }
        let before = cursor.at;
        let step = amount(&mut cursor, scale, Topic::Level).or_else(|| none(&mut cursor));
        let taken = match step {
            Some(step) => said.push(step),
            None => said.bound(&mut cursor, scale) || around(&mut cursor, &mut said),
        };
        if !taken {
            left.add(before);
            cursor.at = cursor.at.max(before + 1);
        }
    }
    Heard { understood: said.together().map_or(Reading::UNREADABLE, Span::reading), left: left.words(&lexed) }
}

/// A word or a mark that says nothing of a step.
fn around(cursor: &mut Cursor<'_>, said: &mut Said) -> bool {
    if cursor.take_sense(Sense::Skill) {
        said.skilled();
        return true;
    }
    let mark = cursor.take(|sense| match sense {
        Sense::Joint(Joint::And | Joint::But | Joint::Or) => Some(Mark::Beside),
        // "good knowledge of English"
        Sense::Answer(true) | Sense::Language(_) => Some(Mark::None),
        _ => None,
    });
    match mark.or_else(|| punctuation(cursor)) {
        Some(mark) => said.mark(mark),
        None => return cursor.take_neutral(Topic::Level),
    }
    true
}

/// A mark between two steps.
fn punctuation(cursor: &mut Cursor<'_>) -> Option<Mark> {
    let mark = match cursor.text(0) {
        "(" | "[" => Mark::Aside,
        ")" | "]" | "," | ";" | ":" | "-" | "=" | "/" | "|" | "&" | "•" | "+" => Mark::Beside,
        "." | "!" | "¡" | "\"" | "'" | "*" => Mark::None,
        _ => return None,
    };
    cursor.at += 1;
    Some(mark)
}

/// "no", "0": none of it.
pub(super) fn none(cursor: &mut Cursor<'_>) -> Option<Span> {
    let zero = cursor.lexed().len() == 1 && cursor.figure(0) == Some("0");
    let no = cursor.take(|sense| matches!(sense, Sense::Answer(false) | Sense::Nothing(_)).then_some(()));
    if no.is_none() {
        zero.then(|| cursor.at += 1)?;
    }
    Some(Span::of(0, 0))
}

/// A step or a range of steps, with the bound that is said before it.
pub(super) fn amount(cursor: &mut Cursor<'_>, scale: &Scale, topic: Topic) -> Option<Span> {
    let mut ahead = *cursor;
    // A word that is a step and a bound is the step: "some".
    let (mut bound, mut between) = (None, false);
    if step(&ahead, scale).is_none() {
        bound = ahead.take(|sense| match sense {
            Sense::Before(bound) => Some(bound),
            _ => None,
        });
        between = ahead.take_sense(Sense::Joint(Joint::Between)) || ahead.take_sense(Sense::Edge(Edge::From));
        // "at least level B2"
        while (bound.is_some() || between) && step(&ahead, scale).is_none() && ahead.take_neutral(topic) {}
    }
    let (first, end) = step(&ahead, scale)?;
    ahead.at = end;
    let mut span = first;
    while let Some((next, end)) = other_end(&ahead, scale, between, first) {
        span = span.hull(next);
        ahead.at = end;
    }
    if let Some(bound) = bound {
        span = span.bounded(bound, scale.top())?;
    }
    *cursor = ahead;
    Some(span)
}

/// A bound after a step: what is left of it. "B2 minimum", "good+", "C1-".
pub(super) fn bound_after(cursor: &mut Cursor<'_>, last: Span, scale: &Scale) -> Option<Span> {
    let mut ahead = *cursor;
    let bound = ahead.take(|sense| match sense {
        Sense::After(bound) => Some(bound),
        _ => None,
    });
    let bounded = if bound.is_some() || ahead.take_glued(&["+"]) {
        last.bounded(bound.unwrap_or(Bound::AtLeast), scale.top())?
    } else {
        let ends = ahead.take_glued(&["-"]) && (ahead.is_done() || ahead.gap(0) || ahead.text(0) == ")");
        (ends && last.named).then(|| Span { low: last.low.saturating_sub(1), ..last })?
    };
    *cursor = ahead;
    Some(bounded)
}

/// The other end of a range, or another step that may be meant as well: "to C1", "/C1".
fn other_end(cursor: &Cursor<'_>, scale: &Scale, between: bool, first: Span) -> Option<(Span, usize)> {
    let mut ahead = *cursor;
    let joined = ahead.take(|sense| match sense {
        Sense::Joint(Joint::And) if between => Some(()),
        Sense::Joint(Joint::To | Joint::Or) => Some(()),
        _ => None,
    });
    let joined = joined.is_some() || ahead.take_text(&["-", "/", "|", "~"]);
    // "C1 - fluent" says it again in words.
    step(&ahead, scale).filter(|(next, _)| joined && next.named == first.named)
}

/// The step that starts here, and the place after it.
fn step<'a>(cursor: &Cursor<'a>, scale: &Scale) -> Option<(Span, usize)> {
    let rating = rating(cursor, scale);
    let written = written(cursor, scale).filter(|(_, end)| rating.is_none_or(|(_, other)| other <= *end));
    if let Some(found) = written.or(rating) {
        return Some(found);
    }
    let lexed = cursor.lexed();
    let spans = lexed.senses(cursor.at).iter().filter_map(|sense| scale.sort().steps(*sense));
    // A word of several languages means all that it means in each.
    let span = spans.map(|(low, high)| Span::of(low, high)).reduce(Span::hull)?;
    // A level of the CEFR is named by its code, and by all else described.
    let code = lexed.tokens_of(cursor.at).len() == 2 && lexed.tokens.text(lexed.tokens_of(cursor.at).start).len() == 1;
    Some((Span { named: scale.sort() == Sort::Cefr && code, ..span }, cursor.at + 1))
}

/// A step of a scale of the criteria file's own, with all its marks, the longest first; and the place after it.
fn written(cursor: &Cursor<'_>, scale: &Scale) -> Option<(Span, usize)> {
    /// No step is as long, in words.
    const LONGEST: usize = 64;
    if scale.sort() != Sort::Own {
        return None;
    }
    let lexed = cursor.lexed();
    let last = lexed.len().min(cursor.at + LONGEST);
    (cursor.at + 1..=last).rev().find_map(|end| {
        let text = lexed.text.get(lexed.span(cursor.at, end))?;
        let step = scale.written(text)?;
        let after = lexed.tokens.after_ending(lexed.tokens_of(end - 1).end);
        let end = (end..lexed.len()).find(|at| lexed.tokens_of(*at).start >= after).unwrap_or(lexed.len());
        Some((Span::of(step, step), end))
    })
}

/// `4/5`, `3-4/5`, `3.5 out of 5`, `★★★★☆`: steps counted from 1, of as many as there are.
fn rating(cursor: &Cursor<'_>, scale: &Scale) -> Option<(Span, usize)> {
    if !matches!(scale.sort(), Sort::Proficiency | Sort::Own) {
        return None;
    }
    let count = scale.top() + 1;
    let mut ahead = *cursor;
    if let Some(stars) = stars(&mut ahead, count) {
        return Some((Span::named(stars - 1, stars - 1), ahead.at));
    }
    let (mut low, mut high) = number(&mut ahead)?;
    let mut to = ahead;
    let joined =
        to.take_text(&["-"]) || to.take(|s| matches!(s, Sense::Joint(Joint::To | Joint::Or)).then_some(())).is_some();
    if let Some((first, last)) = joined.then(|| number(&mut to)).flatten() {
        (low, high) = (low.min(first), high.max(last));
        ahead = to;
    }
    if !(ahead.take_text(&["/"]) || ahead.take_sense(Sense::Joint(Joint::OutOf)))
        || number(&mut ahead)? != (count, count)
    {
        return None;
    }
    // None of five is none.
    if (scale.sort(), low, high) == (Sort::Proficiency, 0, 0) {
        return Some((Span::named(0, 0), ahead.at));
    }
    let counted = (low >= 1 && high <= count).then(|| Span::named(low - 1, high - 1))?;
    // Steps that are numbers themselves may start at 0: then both are meant.
    let own = (low..=high).filter_map(|number| scale.written(&number.to_string()));
    Some((own.map(|step| Span::named(step, step)).fold(counted, Span::hull), ahead.at))
}

/// A whole number, or the two whole numbers around a decimal one.
fn number(cursor: &mut Cursor<'_>) -> Option<(usize, usize)> {
    let figures = |cursor: &mut Cursor<'_>| -> Option<usize> {
        let number = cursor.figure(0).filter(|figure| figure.len() <= 3)?.parse().ok()?;
        cursor.at += 1;
        Some(number)
    };
    let whole = figures(cursor)?;
    let mut ahead = *cursor;
    if ahead.take_glued(&[".", ","])
        && !ahead.gap(0)
        && let Some(part) = figures(&mut ahead)
    {
        *cursor = ahead;
        return Some((whole, whole + usize::from(part > 0)));
    }
    Some((whole, whole))
}

/// As many full stars and hollow ones as there are steps. Without hollow ones only the usual five are certain.
fn stars(cursor: &mut Cursor<'_>, count: usize) -> Option<usize> {
    let mut run = |signs: &[&str]| (0..).take_while(|_| cursor.take_text(signs)).count();
    let (full, hollow) = (run(&["★", "⭐"]), run(&["☆", "✩"]));
    (full > 0 && full + hollow == count && (hollow > 0 || full == 5)).then_some(full)
}

/// Steps `low` to `high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// The lowest step meant.
    pub low: usize,
    /// The highest step meant.
    pub high: usize,
    /// Whether the step itself is named (`C1`, `4/5`) rather than described (`fluent`).
    pub named: bool,
}

impl Span {
    /// Steps described by a word.
    pub const fn of(low: usize, high: usize) -> Self {
        Self { low, high, named: false }
    }

    /// Steps that are named.
    pub const fn named(low: usize, high: usize) -> Self {
        Self { low, high, named: true }
    }

    /// The smallest span that holds both.
    pub fn hull(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high), named: self.named && other.named }
    }

    /// The steps in both.
    fn both(self, other: Self) -> Option<Self> {
        let (low, high) = (self.low.max(other.low), self.high.min(other.high));
        (low <= high).then_some(Self { low, high, named: self.named || other.named })
    }

    /// What is left of it once a bound is said of it.
    fn bounded(self, bound: Bound, top: usize) -> Option<Self> {
        let (low, high) = match bound {
            Bound::AtLeast => (self.low, top),
            Bound::Over => (self.low + 1, top),
            Bound::AtMost => (0, self.high),
            Bound::Under => (0, self.high.checked_sub(1)?),
            Bound::About | Bound::Almost | Bound::Exactly => return None,
        };
        (low <= high).then_some(Self { low, high, ..self })
    }

    /// As a reading.
    #[expect(clippy::cast_precision_loss, reason = "a scale has few steps")]
    pub fn reading(self) -> Reading {
        Reading::between(self.low as f64, self.high as f64)
    }
}

/// What stands between a step and the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// Only space.
    #[default]
    None,
    /// A comma, a colon, a dash: an explanation, or one more.
    Beside,
    /// A parenthesis: an explanation.
    Aside,
}

/// The steps that a cell tells of one thing.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    steps: Vec<(Span, Mark)>,
    /// What stands between the last step and the next.
    mark: Mark,
    /// Speaking, writing: the steps may be of several skills.
    skills: bool,
    /// A skill is told after the last step.
    skill: bool,
}

impl Said {
    /// Takes in one more step; refuses two side by side that say different things with nothing between them.
    fn push(&mut self, step: Span) -> bool {
        let plain = self.mark == Mark::None && !self.skill;
        let last = self.steps.last().map(|(last, _)| *last);
        if plain && last.is_some_and(|last| last.named == step.named && last != step) {
            return false;
        }
        self.add(step);
        true
    }

    /// Takes in one more step.
    pub fn add(&mut self, step: Span) {
        self.steps.push((step, std::mem::take(&mut self.mark)));
        self.skill = false;
    }

    /// Takes in what is said further on.
    pub fn append(&mut self, mut other: Self) {
        self.steps.extend(other.steps.drain(..).map(|(step, mark)| (step, mark.max(Mark::Beside))));
        self.skills |= other.skills;
    }

    /// Whether no step is told.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// What stands between the last step and the next.
    pub fn mark(&mut self, mark: Mark) {
        self.mark = self.mark.max(mark);
    }

    /// A skill is told that a language or a tool is used for.
    pub fn skilled(&mut self) {
        self.skills = true;
        self.skill = true;
    }

    /// A bound after the last step.
    fn bound(&mut self, cursor: &mut Cursor<'_>, scale: &Scale) -> bool {
        let last = self.steps.last_mut();
        let bounded = last.and_then(|(last, _)| bound_after(cursor, *last, scale).map(|bounded| *last = bounded));
        bounded.is_some()
    }

    /// All that the steps can mean together. An explanation narrows ("fluent (C1)"); where it contradicts, and wherever
    /// several skills are told, all that is said stays possible.
    pub fn together(&self) -> Option<Span> {
        let ((mut all, _), rest) = self.steps.split_first().map(|(first, rest)| (*first, rest))?;
        let mut narrows = !self.skills;
        for (next, mark) in rest {
            let explains = *mark == Mark::Aside || all.named != next.named;
            match all.both(*next).filter(|_| explains && narrows) {
                Some(both) => all = both,
                None => {
                    narrows &= all == *next;
                    all = all.hull(*next);
                }
            }
        }
        Some(all)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::Text;
    use crate::text::scale::{Step, cefr, education, proficiency};

    fn check(scale: &Scale, cells: &[(&str, &str)]) {
        let mut wrong = Vec::new();
        for (cell, expected) in cells {
            let heard = read(cell, scale, &Formats::default(), 2024);
            let found = match heard.reading().hull() {
                None => "?".to_owned(),
                Some(range) if range.is_exact() => range.low.to_string(),
                Some(range) => format!("{}-{}", range.low, range.high),
            };
            if found != *expected {
                wrong.push(format!("{cell:?}: {found}, not {expected} {:?}", heard.left));
            }
        }
        assert!(wrong.is_empty(), "{}: {}", scale.id(), wrong.join("\n"));
    }

    #[rustfmt::skip]
    const PROFICIENCY_CELLS: &[(&str, &str)] = &[
        ("none", "0"), ("None", "0"), ("aucune", "0"), ("aucun", "0"), ("0", "0"), ("no", "0"), ("non", "0"),
        ("Aucune connaissance", "0"), ("pas du tout", "0"),
        ("no experience", "0"), ("néant", "0"), ("basic", "1"), ("Basic knowledge", "1"), ("notions", "1"),
        ("quelques notions", "1"), ("débutant", "1"),
        ("débutant(e)", "1"), ("beginner", "1"), ("élémentaire", "1"), ("limited", "1"), ("fair", "1-2"),
        ("average", "1-2"), ("moyen", "1-2"), ("intermediate", "1-2"),
        ("intermédiaire", "1-2"), ("assez bon", "1-2"), ("good", "2"), ("Good.", "2"), ("GOOD", "2"), ("bon", "2"),
        ("bonne", "2"), ("Bonnes connaissances", "2"),
        ("good knowledge", "2"), ("good level", "2"), ("bon niveau", "2"), ("niveau : bon", "2"), ("very good", "3"),
        ("Very good knowledge of the UN", "3"), ("extensive experience", "3-4"), ("no experience", "0"),
        ("oui, bonne", "2"), ("good working knowledge", "2"), ("Excellent knowledge of EU institutions", "?"),
        ("bonne connaissance des procédures onusiennes", "?"), ("Excellent drafting skills", "?"),
        ("good knowledge of law but not of finance", "?"), ("good in nothing", "?"),
        ("très bon", "3"), ("Très bonne", "3"), ("très bonne maîtrise", "3"), ("tres bien", "3"), ("advanced", "3-4"),
        ("avancé", "3-4"), ("avancée", "3-4"), ("avancé·e", "3-4"),
        ("excellent", "4"), ("Excellente", "4"), ("excellent knowledge", "4"), ("expert", "4"),
        ("Excellente maîtrise", "4"), ("outstanding", "4"), ("parfait", "4"),
        ("1/5", "0"), ("2/5", "1"), ("3/5", "2"), ("4/5", "3"), ("5/5", "4"), ("4 / 5", "3"), ("4 out of 5", "3"),
        ("4 sur 5", "3"), ("3-4/5", "2-3"), ("3.5/5", "2-3"), ("3,5/5", "2-3"),
        ("★★★★☆", "3"), ("★★★★★", "4"), ("★★★", "?"), ("★★★☆☆", "2"), ("good/very good", "2-3"),
        ("bon à très bon", "2-3"), ("between good and very good", "2-3"), ("good to excellent", "2-4"),
        ("good or very good", "2-3"), ("excellent (5/5)", "4"), ("good (4/5)", "2-3"), ("good+", "2-4"),
        ("at least good", "2-4"), ("au moins bon", "2-4"), ("good, excellent", "2-4"),
        ("excellent written, good oral", "2-4"), ("bonne à l'écrit, excellente à l'oral", "2-4"), ("Excellent!", "4"),
        ("\u{a0}good\u{202f}", "2"),
        ("not good", "?"), ("pas bon", "?"), ("no good", "?"), ("good?", "?"), ("see CV", "?"), ("5", "?"),
        ("4", "?"), ("7/10", "?"), ("6/5", "?"), ("0/5", "0"), ("V. good", "3"),
        ("5/5 ⭐", "?"),
        ("good ⭐", "?"), ("verry good", "3"), ("excelent", "4"), ("[x] Excellent", "4"),
        ("Excellent ✓", "4"), ("[ ] Excellent", "?"), ("( ) very good", "?"), ("☐ bon ☑ excellent", "4"), ("Excellent ☐", "?"), ("excellent in 1995", "?"), ("excellente en 1995", "?"), ("Excellent, daily use", "4"), ("Très bon (utilisation quotidienne)", "3"), ("80%", "?"), ("yes", "?"), ("", "?"),
        ("good enough", "?"), ("better than good", "?"), ("learning", "?"), ("goods", "?"),
        ("excellent but rusty", "?"), ("almost excellent", "?"), ("pas encore bon", "0-1"), ("good excellent", "?"),
    ];

    #[rustfmt::skip]
    const CEFR_CELLS: &[(&str, &str)] = &[
        ("A1", "1"), ("a2", "2"), ("B1", "3"), ("B2", "4"), ("C1", "5"), ("C2", "6"), ("c1+", "5-6"), ("C1+", "5-6"),
        ("B2/C1", "4-5"), ("B2-C1", "4-5"), ("B2 - C1", "4-5"), ("B2 à C1", "4-5"), ("B2 ou C1", "4-5"),
        ("C1-", "4-5"), ("below A1", "0"), ("A0", "0"), ("none", "0"), ("aucun", "0"), ("native", "6"),
        ("langue maternelle", "6"), ("mother tongue", "6"), ("bilingue", "6"), ("bilingual", "6"),
        ("fluent", "5-6"), ("courant", "5-6"), ("fluent (C1)", "5"), ("Courant (C2)", "6"), ("C1 (courant)", "5"),
        ("fluent, C1", "5"), ("advanced", "4-5"), ("avancé", "4-5"), ("professional", "4-5"),
        ("full professional", "5-6"), ("professional working", "4-5"), ("limited working", "3"),
        ("intermediate", "3-4"), ("intermédiaire", "3-4"), ("conversational", "3-4"), ("basic", "1-2"),
        ("elementary", "1-2"), ("notions", "1-2"), ("beginner", "1-2"), ("débutant", "1-2"), ("niveau C1", "5"),
        ("CEFR: B2", "4"), ("good", "3-5"), ("very good", "4-6"), ("excellent", "5-6"),
        ("at least B2", "4-6"), ("jusqu'à B2", "0-4"), ("spoken C1, written B2", "4-5"),
        ("lu : C1, écrit : B2, parlé : B1", "3-5"), ("basic (C1)", "1-5"), ("upper intermediate", "4"),
        ("good knowledge of English", "3-5"), ("C1?", "?"), ("C1 expected", "?"), ("not fluent", "?"), ("D2", "?"),
        ("C3", "?"), ("C", "?"), ("5/5", "?"), ("4", "?"), ("", "?"), ("C1 B2", "?"),
    ];

    #[rustfmt::skip]
    const EDUCATION_CELLS: &[(&str, &str)] = &[
        ("none", "0"), ("secondary", "1"), ("bac", "1-3"), ("BTS", "2"), ("bachelor", "3"), ("Licence", "3"),
        ("Master", "4"), ("Bac+5", "4"), ("PhD", "5"), ("doctorat", "5"), ("Master en cours", "0-4"), ("Doctorant", "0-5"),
        ("licence; master", "4"), ("short cycle", "2"), ("cycle court", "2"), ("see CV", "?"), ("", "?"), ("12", "?"),
    ];

    #[test]
    fn built_in_scales() {
        check(proficiency(), PROFICIENCY_CELLS);
        check(cefr(), CEFR_CELLS);
        check(education(), EDUCATION_CELLS);
    }

    fn own(steps: &[&[&str]]) -> Scale {
        let step = |words: &&[&str]| Step {
            name: Text::same(words[0]),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
        };
        Scale::own("own", steps.iter().map(step).collect())
    }

    #[test]
    fn reads_own_scales() {
        check(
            &own(&[&["novice", "débutant"], &["practitioner", "praticien"], &["lead", "chef d'équipe"]]),
            &[
                ("novice", "0"),
                ("Débutante", "?"),
                ("Débutant(e)", "0"),
                ("PRACTITIONER", "1"),
                ("praticien·ne", "1"),
                ("lead", "2"),
                ("chef d’équipe", "2"),
                ("novice to lead", "0-2"),
                ("practitioner or lead", "1-2"),
                ("2/3", "1"),
                ("3/3", "2"),
                ("2/5", "?"),
                ("good", "?"),
                ("", "?"),
                ("leader", "?"),
                ("not lead", "?"),
                ("at least practitioner", "1-2"),
            ],
        );
        // Steps that are figures: the words themselves, and a count from 1, are both meant.
        check(
            &own(&[&["0"], &["1"], &["2"], &["3"]]),
            &[("0", "0"), ("2", "2"), ("2/4", "1-2"), ("3", "3"), ("4", "?")],
        );
        check(&own(&[&["C"], &["B"], &["A"]]), &[("A", "2"), ("a", "2"), ("B/A", "1-2"), ("A+", "2")]);
        check(
            &own(&[&["never"], &["sometimes"], &["always"]]),
            &[("never", "0"), ("always", "2"), ("sometimes/always", "1-2")],
        );
    }

    proptest! {
        #[test]
        fn any_text(cell in any::<String>()) {
            for scale in [proficiency(), cefr(), education()] {
                let heard = read(&cell, scale, &Formats::default(), 2024);
                if let Some(range) = heard.understood.hull() {
                    prop_assert!(range.low >= 0.0 && range.low <= range.high && range.high <= scale.top() as f64);
                }
                let _ = scale.step(&cell);
            }
        }

        #[test]
        fn dress(row in prop::sample::select(PROFICIENCY_CELLS)) {
            let read = |cell: &str| read(cell, proficiency(), &Formats::default(), 2024).reading();
            let plain = read(row.0);
            prop_assert_eq!(read(&row.0.to_uppercase()), plain);
            prop_assert_eq!(read(&format!("\u{a0}{}\n", row.0.replace(' ', "\u{202f}"))), plain);
            prop_assert_eq!(read(&format!("{} zyxvut", row.0)).hull(), None);
        }
    }
}
