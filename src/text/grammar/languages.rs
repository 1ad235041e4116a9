//! Which level belongs to which language of a list.

use super::scale::{Gap, SaidSteps, Steps};
use super::tongues::{Clue, NAMED, Tongue};
use crate::lexicon::Skill;

/// Languages with the level that is said of each of them.
#[derive(Clone, Debug, Default)]
pub(super) struct LanguageLevels {
    /// The languages; none where the level is told alone.
    pub tongues: Vec<Tongue>,
    said: SaidSteps,
    /// It cannot be told whether the level is theirs.
    open: bool,
}

impl LanguageLevels {
    /// What these parts tell together.
    fn of(parts: &[Clue]) -> Self {
        let mut group = Self::default();
        for part in parts {
            match part {
                Clue::Tongue(tongue) => group.tongues.push(*tongue),
                Clue::Step(step) => group.said.add(*step),
                Clue::Skill(skill) => group.said.skilled(*skill),
                Clue::Open => group.said.mark(Gap::Aside),
                Clue::Both | Clue::All => {}
                Clue::In | Clue::Break | Clue::Comma | Clue::And | Clue::Slash | Clue::Colon | Clue::Beside => {
                    group.said.mark(Gap::Beside);
                }
            }
        }
        group
    }

    /// The level; nothing where none is told.
    pub(super) fn level(&self) -> Option<Steps> {
        let level = self.said.together(NAMED.high);
        if self.open { level.map(|level| level.hull(NAMED)) } else { level }
    }

    /// Whether it is told of which skills the level is.
    pub(super) fn is_of_skills(&self) -> bool {
        self.said.is_of_skills()
    }

    /// The same level for other languages, for certain or not.
    fn of_tongues(&self, tongues: impl IntoIterator<Item = Tongue>, open: bool) -> Self {
        Self { tongues: tongues.into_iter().collect(), said: self.said.clone(), open }
    }

    /// Whether these are names of more than one language.
    fn is_several(&self) -> bool {
        self.tongues.iter().any(|tongue| !is_same(*tongue, self.tongues[0]))
    }
}

fn is_same(a: Tongue, b: Tongue) -> bool {
    match (a, b) {
        (Tongue::Named(a) | Tongue::Certified(a), Tongue::Named(b) | Tongue::Certified(b)) => a == b,
        (a, b) => a == b,
    }
}

const fn tongue(part: &Clue) -> Option<Tongue> {
    match part {
        Clue::Tongue(tongue) => Some(*tongue),
        _ => None,
    }
}

const fn is_step(part: &Clue) -> bool {
    matches!(part, Clue::Step(_))
}

/// Gives each level of a cell to its languages.
pub(super) fn groups(parts: &[Clue]) -> Vec<LanguageLevels> {
    let mut groups: Vec<LanguageLevels> = Vec::new();
    // Levels that stand alone before their languages: "C1, English; B2, French".
    let (mut waiting, mut forward) = (SaidSteps::default(), false);
    let mut others = SaidSteps::default();
    let mut heading = Vec::new();
    for segment in parts.split(|part| *part == Clue::Break) {
        let from = groups.len();
        let skills = skills_ahead(segment);
        if let Some(shared) = shared(segment) {
            groups.extend(shared);
        } else {
            for piece in pieces(segment) {
                let mut group = LanguageLevels::of(piece);
                if group.tongues.is_empty() {
                    forward |= groups.is_empty() && !group.said.is_empty();
                    match groups.last_mut() {
                        Some(last) if !forward => {
                            // A second level may be of a language that is not named.
                            if !last.said.is_empty() && !piece.iter().any(|clue| matches!(clue, Clue::Skill(_))) {
                                others.append(group.said.clone());
                            }
                            last.said.append(group.said);
                        }
                        _ => waiting.append(group.said),
                    }
                    continue;
                }
                if group.said.is_empty() {
                    let own = std::mem::replace(&mut group.said, std::mem::take(&mut waiting));
                    group.said.append(own);
                }
                groups.extend(split(piece, group));
            }
        }
        // "Oral: English C1, French B2" says it of both, and on a line of its own of all that come after.
        let ahead = if skills.is_empty() { &heading } else { &skills };
        for group in &mut groups[from..] {
            ahead.iter().for_each(|skill| group.said.skilled(*skill));
        }
        if segment.last() == Some(&Clue::Colon) {
            heading = skills;
        }
    }
    of_all_skills(&mut groups);
    // "B2, IELTS 4.5": where certificates of one language alone are named, it is that one's.
    if let [first, rest @ ..] = groups.as_mut_slice()
        && let [own @ Tongue::Certified(_)] = first.tongues[..]
        && rest.iter().all(|other| other.tongues == [own])
    {
        let said = std::mem::replace(&mut first.said, std::mem::take(&mut waiting));
        first.said.append(said);
    }
    let of_others = if groups.is_empty() { Vec::new() } else { vec![Tongue::Others] };
    others.append(waiting);
    if !others.is_empty() {
        groups.push(LanguageLevels { tongues: of_others, said: others, open: false });
    }
    groups
}

/// The skills that are told at the start of a segment, before its languages and levels.
fn skills_ahead(segment: &[Clue]) -> Vec<Skill> {
    let ahead = segment.iter().take_while(|part| tongue(part).is_none() && !is_step(part));
    ahead.filter_map(|part| if let Clue::Skill(skill) = part { Some(*skill) } else { None }).collect()
}

/// What is told of one language skill by skill is told of it together: "oral: English C1; written: English B2".
fn of_all_skills(groups: &mut Vec<LanguageLevels>) {
    for at in (1..groups.len()).rev() {
        let (before, rest) = groups.split_at_mut(at);
        let told = &rest[0];
        let same = |other: &LanguageLevels| match (other.tongues.as_slice(), told.tongues.as_slice()) {
            ([a], [b]) => is_same(*a, *b) && other.is_of_skills() && told.is_of_skills(),
            _ => false,
        };
        if let Some(first) = before.iter_mut().find(|other| same(other)) {
            first.said.append(told.said.clone());
            first.open |= told.open;
            groups.remove(at);
        }
    }
}

/// A piece as one group, or one for each of its languages.
fn split(piece: &[Clue], group: LanguageLevels) -> Vec<LanguageLevels> {
    if !group.is_several() {
        return vec![group];
    }
    if group.said.is_empty() || !piece.iter().any(is_step) {
        return group.tongues.iter().map(|tongue| group.of_tongues([*tongue], false)).collect();
    }
    shared(piece).unwrap_or_else(|| vec![LanguageLevels { open: true, ..group }])
}

/// One level for several languages, before them or after: "Fluent: English, French", "fluent in English, French and
/// Spanish", "English and French: fluent". Where it may be that of the nearest alone, the others are left open.
fn shared(parts: &[Clue]) -> Option<Vec<LanguageLevels>> {
    let group = LanguageLevels::of(parts);
    let at: Vec<usize> = (0..parts.len()).filter(|at| tongue(&parts[*at]).is_some()).collect();
    let (first, last) = (*at.first()?, *at.last()?);
    let before = parts[..first].iter().any(is_step);
    let after = parts[last..].iter().any(is_step);
    if !group.is_several() || before == after || parts[first..last].iter().any(is_step) {
        return None;
    }
    let outside = if before { &parts[..first] } else { &parts[last..] };
    let all = at.len() == 2 && parts.contains(&Clue::Both) || parts.contains(&Clue::All);
    let heading = outside.contains(&Clue::Colon);
    let between = |nth: usize| &parts[at[nth] + 1..at[nth + 1]];
    let is_joint = |part: &Clue| matches!(part, Clue::And | Clue::Slash | Clue::In);
    let joined = |nth: usize| !between(nth).is_empty() && between(nth).iter().all(is_joint);
    let pairs = at.len() - 1;
    // How many of them the level is surely of, from the nearest on.
    let sure = if all {
        pairs + 1
    } else if before {
        let listed = outside.contains(&Clue::In) && between(pairs - 1).iter().any(is_joint);
        let none = group.level().is_some_and(|span| span.high == 0) && joined(pairs - 1);
        let whole = heading || listed || none || (0..pairs).all(joined);
        if whole { pairs + 1 } else { 1 }
    } else if heading {
        1 + (0..pairs).rev().take_while(|nth| joined(*nth)).count()
    } else {
        1
    };
    let mut tongues: Vec<Tongue> = parts.iter().filter_map(tongue).collect();
    if after {
        tongues.reverse();
    }
    let (nearest, others) = tongues.split_at(sure);
    let others = (!others.is_empty()).then(|| group.of_tongues(others.iter().copied(), true));
    Some([group.of_tongues(nearest.iter().copied(), false)].into_iter().chain(others).collect())
}

/// Whether a level follows that is of the language right after it, and not of those before, which have none so far or have
/// theirs: "English and some French", "English C1 with some French".
fn is_of_the_next(so_far: &[Clue], rest: &[Clue]) -> bool {
    let told = !so_far.iter().any(is_step) || so_far.last().is_some_and(is_step);
    let named = so_far.iter().any(|part| tongue(part).is_some()) && told;
    let [Clue::Step(_), after @ ..] = rest else { return false };
    let after = if let [Clue::In, after @ ..] = after { after } else { after };
    named && after.first().is_some_and(|part| tongue(part).is_some()) && !has_its_own(&after[1..])
}

/// Whether a level in words stands between two languages with nothing else: "French fluent German" may say it of either.
fn is_between(so_far: &[Clue], rest: &[Clue]) -> bool {
    let [Clue::Tongue(_), Clue::Step(step), beside @ ..] = so_far else {
        return false;
    };
    !step.named && matches!(beside, [] | [Clue::In | Clue::Both]) && !has_its_own(rest)
}

/// Whether a level of its own follows a language: "C1", ": C1", "(C1)".
fn has_its_own(after: &[Clue]) -> bool {
    match after {
        [Clue::Slash | Clue::Colon | Clue::Open | Clue::Beside | Clue::In, rest @ ..] => {
            rest.first().is_some_and(is_step)
        }
        after => after.first().is_some_and(is_step),
    }
}

/// A stretch cut at its commas, and wherever a statement is whole and another begins: "English C1 and French B2",
/// "English C1 French B2", "C1 English B2 French".
fn pieces(segment: &[Clue]) -> Vec<&[Clue]> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for at in 0..segment.len() {
        let so_far = &segment[start..at];
        let rest = || segment[at + 1..].split(|part| *part == Clue::Comma).next().unwrap_or_default();
        let whole = || so_far.iter().any(is_step) && so_far.iter().any(|part| tongue(part).is_some());
        let leads = || so_far.iter().find(|part| is_step(part) || tongue(part).is_some()).is_some_and(is_step);
        let ends = || so_far.last().is_some_and(is_step);
        let names_follow = || rest().iter().any(|part| tongue(part).is_some());
        let cut = match segment[at] {
            Clue::Comma => true,
            Clue::And | Clue::Slash | Clue::In | Clue::Open if is_of_the_next(so_far, &segment[at + 1..]) => true,
            Clue::And | Clue::Slash => {
                let ends = || so_far.iter().rfind(|part| is_step(part) || tongue(part).is_some()).is_some_and(is_step);
                whole() && names_follow() && (ends() || rest().iter().any(is_step))
            }
            Clue::Tongue(next) => {
                let other = || !so_far.iter().filter_map(tongue).any(|before| is_same(before, next));
                whole() && !leads() && other() && !is_between(so_far, &segment[at + 1..])
            }
            // "French no German", "French C1 with some German"
            Clue::Step(step) if (step.high == 0 || ends()) && is_of_the_next(so_far, &segment[at..]) => true,
            Clue::Step(_) => whole() && leads() && so_far.last() != Some(&Clue::Open) && names_follow(),
            _ => false,
        };
        if cut {
            pieces.push(so_far);
            start = at;
        }
    }
    pieces.push(&segment[start..]);
    pieces
}
