//! A duration in years, told as such or as periods.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::amount::{Found, Grammar, LATER, Mode};
use super::calendar::{self, Habit};
use super::number::{Meanings, both_bounds, habits, nothing_more};
use super::parts::{Parts, Phrases, Sort};
use super::period::{self, Event, Span};
use super::{Decimal, Formats};
use crate::reading::{Range, Reading};

/// The longest cell, in bytes: a list of periods can be long.
const LIMIT: usize = 20_000;
/// The longest text around a duration, in words; what is longer is an essay.
const WORDS: usize = 60;
/// More years than a working life has.
const LIFE: f64 = 80.0;
/// More than a number without unit can mean in years; it may be months.
const BARE: f64 = 50.0;

/// What makes a duration or a period doubtful where it stands beside it.
#[rustfmt::skip]
static DOUBT: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "not", "no", "without", "never", "none", "neither", "nor", "cannot", "don't", "doesn't", "didn't", "maybe", "perhaps", "possibly", "probably",
    "if", "unless", "except", "excluding", "excl", "but", "however", "though", "although", "interrupted", "interruption", "interruptions", "break",
    "gap", "gaps", "on and off", "intermittent", "unsure", "think", "guess", "believe", "tbc", "tbd", "unknown", "expected", "planned", "will", "would",
    "should", "could", "might", "may", "future", "upcoming", "goal", "target", "need", "needs", "needed", "required", "requires", "missing", "remaining",
    "lacking", "short", "ago", "old", "age", "aged", "born", "birth", "study", "studies", "studying", "student", "as a student", "degree studies",
    "per year", "per month", "per week", "per day", "a month", "each year", "each month", "every", "times", "double", "twice", "half of", "quarter of",
    "depends", "depending", "equivalent", "versus", "vs", "instead", "unemployed", "unemployment", "sabbatical", "leave", "maternity", "various",
    "irregular", "minus", "moins", "less", "déduit", "déduite", "déduits", "yo", "ungefähr", "n°", "warranty", "notice", "fixed", "contract of", "renewable", "in progress towards",
    "non", "pas", "ne", "sans", "jamais", "aucun", "aucune", "ni", "peut-être", "probablement", "possiblement", "si", "sauf", "hors", "hormis",
    "excepté", "mais", "cependant", "toutefois", "interrompu", "interrompue", "discontinu", "discontinue", "discontinus", "discontinues", "pause", "sûr", "crois", "pense",
    "inconnu", "à confirmer", "prévu", "prévue", "prévus", "aurai", "serai", "futur", "objectif", "requis", "requise", "requises", "demandé", "demandés",
    "demandées", "exigé", "exigés", "exigées", "manque", "manquent", "restant", "il y a", "âge", "âgé", "âgée", "né", "née", "naissance", "étude", "études", "étudiant",
    "étudiante", "par an", "par mois", "par semaine", "par jour", "chaque", "fois", "dépend", "selon", "équivalent", "équivalence", "plutôt", "chômage",
    "congé", "sabbatique", "maternité", "parental", "parentale", "divers", "irrégulier", "renouvelable", "préavis", "durée déterminée", "bac", "baccalauréat",
    "?", "<", ">", "=<", "×", "÷", "^", "#", "±", "≈", "~",
    "thesis", "phd", "doctorat", "thèse", "master", "masters", "master's", "bachelor", "licence", "university studies", "scolarité", "formation", "internship abroad",
])]));

/// Words of doubt that are none.
#[rustfmt::skip]
static NO_DOUBT: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "without interruption", "without interruptions", "without a break", "without break", "without gap", "no gap", "no gaps", "no break", "no interruption",
    "uninterrupted", "non-stop", "not including internships", "sans interruption", "sans interruptions", "sans pause", "non-governmental", "non-profit", "non profit",
    "not-for-profit", "no less", "non gouvernementale", "non gouvernemental", "non gouvernementales", "non lucratif", "but lucratif", "à but non lucratif", "no doubt",
    ])]));

/// What a degree or a stage does not make doubtful in a duration that is told as such.
#[rustfmt::skip]
static ONLY_IN_PERIODS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "thesis", "phd", "doctorat", "thèse", "master", "masters", "master's", "bachelor", "licence", "formation", "parental", "parentale", "maternité", "maternity",
    "various", "divers",
])]));

/// Nothing of it, whatever words of its kind follow.
#[rustfmt::skip]
static NO_EXPERIENCE: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "no experience", "no relevant experience", "no professional experience", "no work experience", "no previous experience", "no prior experience",
    "no such experience", "no experience at all", "i have no experience", "i do not have any experience", "i don't have any experience", "without experience",
    "without any experience", "zero experience", "no years of experience", "none of experience", "not any experience",
    "aucune expérience", "pas d'expérience", "sans expérience", "je n'ai pas d'expérience", "je n'ai aucune expérience", "aucune expérience professionnelle",
    "aucune expérience pertinente", "aucune année d'expérience", "pas encore d'expérience", "pas d'expérience professionnelle", "n'ai pas d'expérience", "n'ai aucune expérience",
    "expérience : aucune", "experience: none", "pas d'expérience pertinente", "zéro expérience",
])]));

/// Nothing of it, where the cell says hardly more.
#[rustfmt::skip]
static NOTHING: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "none", "no", "nil", "nothing", "never", "not yet", "not any", "beginner", "no years", "none whatsoever",
    "aucun", "aucune", "néant", "nul", "nulle", "non", "rien", "jamais", "pas encore", "débutant", "débutante", "aucune année", "débutant(e)",
])]));

/// What does not count as full: "no significant experience" is some.
#[rustfmt::skip]
static SOME: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "direct", "formal", "specific", "specifically", "paid", "significant", "extensive", "long", "full", "per se", "as such", "officially", "but", "however", "except",
    "only", "other than", "outside", "apart", "yes", "some", "significative", "directe", "formelle", "formel", "spécifique", "rémunérée", "longue", "en tant que telle",
    "mais", "cependant", "toutefois", "sauf", "hormis", "hors", "seulement", "oui", "si", "à part", "autre que", "?",
])]));

/// Joints between two durations that make the second a part of the first.
#[rustfmt::skip]
static INCLUDING: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "including", "of which", "of them", "of these", "of those", "incl", "includes", "among which", "out of which", "with",
    "dont", "y compris", "parmi lesquelles", "parmi lesquels", "incluant", "avec",
])]));

/// Joints that say the same again: "= 7 ans", "soit 84 mois".
#[rustfmt::skip]
static EQUALS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "=", "i.e.", "ie", "total", "in total", "total of", "that is", "altogether", "overall", "soit", "c'est-à-dire", "au total", "total de", "en tout", "cumul",
])]));

/// Words that hang a place of work on a duration, and so say nothing of its subject.
#[rustfmt::skip]
static AT_A_PLACE: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "at", "chez", "à", "au", "aux", "auprès", "au sein", "within",
])]));

/// What is no place of work after all: "at management level".
#[rustfmt::skip]
static NO_PLACE: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "level", "levels", "niveau", "niveaux", "position", "poste", "post", "grade", "senior", "junior", "head", "chef", "cheffe", "tête", "plein", "partiel", "temps",
    "time", "mi-temps", "responsabilité", "management", "gestion", "direction", "university", "université", "school", "école", "in", "as", "en", "comme", "field", "terrain",
])]));

/// Work of less than all the time.
#[rustfmt::skip]
static SHARES: LazyLock<Phrases<(f64, f64)>> = LazyLock::new(|| Phrases::new(&[
    ((0.5, 0.5), &["half-time", "half time", "mi-temps", "à mi-temps"]),
    ((1.0, 1.0), &["full-time", "full time", "plein temps", "temps plein", "temps complet", "à temps plein"]),
    ((0.0, 1.0), &["part-time", "part time", "temps partiel", "à temps partiel"]),
]));

/// All the years that a cell can mean.
///
/// A duration beside the periods that make it is held against them: what fits both is meant, and where they contradict
/// anything between. Several durations are from the largest (or, where each may be of another subject, the smallest)
/// to their sum. A bare year, an age, and more years than a life has cannot be read.
#[must_use]
pub fn read(cell: &str, formats: &Formats, as_of: NaiveDate, prorate: bool) -> Reading {
    if cell.len() > LIMIT {
        return Reading::UNREADABLE;
    }
    let parts = Parts::new(cell);
    if is_nothing(&parts) {
        return Reading::exactly(0.0);
    }
    let mut all = Meanings::default();
    let mut plausible = false;
    for habit in calendar::habits(&parts, formats.dates, as_of) {
        for decimal in habits(formats) {
            if let Some(range) = Scan::new(&parts, habit, *decimal, as_of, prorate).years() {
                plausible |= range.low <= LIFE && (range.high <= LIFE + 20.0 || range.high.is_infinite());
                all.add(range);
            }
        }
    }
    if plausible { all.reading() } else { Reading::UNREADABLE }
}

/// Whether the cell says that there is nothing of it.
fn is_nothing(parts: &Parts) -> bool {
    let start = (0..parts.len()).find(|at| parts.sort(*at) != Some(Sort::Mark)).unwrap_or(0);
    if let Some(((), end)) = NO_EXPERIENCE.longest(parts, start) {
        let rest = end..parts.len();
        return rest.clone().count() < 40
            && rest.clone().all(|at| parts.figure(at).is_none() && SOME.longest(parts, at).is_none())
            && rest.into_iter().all(|at| {
                let spelled =
                    super::spelled::read(parts, at).is_some() && !matches!(parts.text(at), "un" | "une" | "one");
                !spelled && !matches!(parts.text(at), "several" | "plusieurs" | "quelques" | "few")
            });
    }
    NOTHING.longest(parts, start).is_some_and(|((), end)| nothing_more(parts, end))
}

/// A duration found in a cell, and how it hangs on the one before.
#[derive(Clone, Copy, Debug)]
struct Told {
    found: Found,
    range: Range,
    segment: usize,
    joint: Joint,
    /// Hung on a place of work, or on nothing.
    place: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// One more.
    More,
    /// In parentheses.
    Parenthesis,
    /// A part of the one before.
    Including,
    /// The same again.
    Equals,
}

struct Scan<'a> {
    parts: &'a Parts,
    habit: Habit,
    grammar: Grammar<'a>,
    as_of: NaiveDate,
    prorate: bool,
    spans: Vec<(Span, usize, usize, usize)>,
    points: Vec<Span>,
    told: Vec<Found>,
    told_segment: Vec<usize>,
    doubts: Vec<usize>,
    /// A doubt that only matters beside periods.
    soft_doubts: Vec<usize>,
    shares: Vec<((f64, f64), usize, usize)>,
    month_words: bool,
    open: bool,
    words: usize,
    /// The place after the last span or point.
    last: usize,
}

impl<'a> Scan<'a> {
    fn new(parts: &'a Parts, habit: Habit, decimal: Decimal, as_of: NaiveDate, prorate: bool) -> Self {
        Self {
            parts,
            habit,
            grammar: Grammar { parts, mode: Mode::Years, decimal, money: false },
            as_of,
            prorate,
            spans: Vec::new(),
            points: Vec::new(),
            told: Vec::new(),
            told_segment: Vec::new(),
            doubts: Vec::new(),
            soft_doubts: Vec::new(),
            shares: Vec::new(),
            month_words: false,
            open: false,
            words: 0,
            last: 0,
        }
    }

    /// All that the cell can mean, in years.
    fn years(mut self) -> Option<Range> {
        self.scan()?;
        if self.spans.is_empty() {
            return self.durations();
        }
        self.periods()
    }

    fn scan(&mut self) -> Option<()> {
        let parts = self.parts;
        let mut at = 0;
        let mut segment = 0;
        while at < parts.len() {
            if parts.sort(at) == Some(Sort::Line) || matches!(parts.text(at), ";" | "|" | "•") {
                segment += 1;
                at += 1;
                continue;
            }
            if let Some((share, end)) = self.share(at) {
                self.shares.push((share, segment, at));
                at = end;
                continue;
            }
            if let Some((event, end)) = period::find(parts, at, self.habit) {
                match event {
                    Event::Span(span) => self.spans.push((span, segment, at, end)),
                    Event::Start(span) => {
                        self.spans.push((span, segment, at, end));
                    }
                    Event::Point(span) => self.points.push(span),
                    Event::Unbounded => self.open = true,
                    Event::Nonsense => return None,
                }
                // "13/2012 - 2016": a figure that no date takes.
                let mark =
                    at > 1 && matches!(parts.text(at - 1), "/" | "-" | ".") && !parts.gap(at) && !parts.gap(at - 1);
                if mark && parts.figure(at - 2).is_some() && self.last != at - 1 {
                    return None;
                }
                at = end;
                self.last = end;
                continue;
            }
            if calendar::is_triple(parts, at) {
                return None;
            }
            if let Some(found) = self.grammar.find(at) {
                self.told.push(found);
                self.told_segment.push(segment);
                at = found.end.max(at + 1);
                continue;
            }
            if let Some(((), end)) = NO_DOUBT.longest(parts, at) {
                at = end;
                continue;
            }
            if let Some(((), end)) = DOUBT.longest(parts, at) {
                // "plus de 5 ans mais moins de 7 ans"
                let joins =
                    matches!(parts.text(at), "but" | "mais")
                        && self.told.last().is_some_and(|told| {
                            told.end == at && told.range.is_some_and(|range| range.high.is_infinite())
                        })
                        && self.grammar.find(end).is_some_and(|next| {
                            next.range.is_some_and(|next| next.high.is_finite() && next.low <= 0.0)
                        });
                if joins {
                } else if ONLY_IN_PERIODS.longest(parts, at).is_some_and(|((), soft)| soft == end) {
                    self.soft_doubts.push(segment);
                } else {
                    self.doubts.push(segment);
                }
                at = end;
                continue;
            }
            match parts.text(at) {
                // "3 x 4 ans"
                "x" if parts.figure(at + 1).is_some() || at > 0 && parts.figure(at - 1).is_some() => {
                    self.doubts.push(segment)
                }
                // "j'ai 35 ans" is an age.
                "ai" if self.grammar.find(at + 1).is_some_and(|age| age.range.is_some_and(|age| age.low >= 18.0))
                    && !self.tells_experience() =>
                {
                    self.doubts.push(segment);
                }
                "etc" | "others" | "autres" | "more" | "since" | "depuis" => {
                    let more = !parts.is(at, "more") || !self.spans.is_empty();
                    self.open |= more && !(parts.text(at).len() > 4 && self.grammar.find(at + 1).is_some());
                }
                "n" if parts.is(at + 1, "'") && !self.has_only() => self.doubts.push(segment),
                _ => {}
            }
            if parts.word(at).is_some() {
                self.words += 1;
                // "05-Jul" is what a spreadsheet makes of "5-7".
                let near = |at: usize| parts.figure(at).is_some();
                let by = at > 0 && matches!(parts.text(at - 1), "in" | "en" | "by" | "since" | "depuis" | "ici");
                let figure = by || near(at + 1) || at > 0 && near(at - 1) || (at > 1 && near(at - 2)) || near(at + 2);
                self.month_words |= calendar::month(parts.text(at)).is_some() && figure;
            }
            at += 1;
        }
        Some(())
    }

    fn tells_experience(&self) -> bool {
        (0..self.parts.len())
            .any(|at| self.parts.text(at).starts_with("exper") || self.parts.text(at).starts_with("trava"))
    }

    /// "Je n'ai que 3 ans" is three years.
    fn has_only(&self) -> bool {
        (0..self.parts.len()).any(|at| matches!(self.parts.text(at), "que" | "qu"))
    }

    /// A share of working time that starts at this place: `50%`, `50-60 %`, "part-time", hours.
    fn share(&self, at: usize) -> Option<((f64, f64), usize)> {
        let parts = self.parts;
        if let Some(found) = SHARES.longest(parts, at) {
            return Some(found);
        }
        let percent = |at: usize| -> Option<(f64, usize)> {
            let figure = parts.figure(at).filter(|f| f.len() <= 3)?;
            let decimals =
                matches!(parts.text(at + 1), "." | ",") && parts.glued_figure(at + 2).is_some() && !parts.gap(at + 1);
            Some((figure.parse::<f64>().ok()?, at + 1 + if decimals { 2 } else { 0 }))
        };
        let (low, end) = percent(at)?;
        let sign = |at: usize| match parts.text(at) {
            "%" | "percent" | "pct" => Some(at + 1),
            "pour" | "per" if parts.is(at + 1, "cent") => Some(at + 2),
            _ => None,
        };
        let share = |low: f64, high: f64| {
            if low > high || high > 100.0 { (0.0, 1.0) } else { (low / 100.0, high / 100.0) }
        };
        if let Some(end) = sign(end) {
            return Some((share(low, low), end));
        }
        if matches!(parts.text(end), "-" | "a" | "to")
            && let Some((high, end)) = percent(end + 1)
            && let Some(end) = sign(end)
        {
            return Some((share(low, high), end));
        }
        // "20h/semaine", "2000 hours": how much of the time is not said.
        matches!(parts.text(end), "h" | "hours" | "hour" | "hrs" | "heures" | "heure").then_some(((0.0, 1.0), end + 1))
    }

    /// A cell of durations, without periods.
    fn durations(&self) -> Option<Range> {
        if !self.doubts.is_empty() || self.month_words || self.open || self.words > WORDS {
            return None;
        }
        // "7 ans en 2026" is less today.
        if self.points.iter().any(|point| point.is_after(self.as_of)) {
            return None;
        }
        let told = self.told(false)?;
        let (first, rest) = told.split_first()?;
        let mut all = first.range;
        let mut places = first.place;
        for next in rest {
            let part = next.range.high <= all.high;
            let common = meet(all, next.range);
            all = match next.joint {
                Joint::Parenthesis | Joint::Equals if common.is_some() => common?,
                Joint::Including | Joint::Parenthesis if part && next.place => all,
                Joint::Including | Joint::Parenthesis => all.hull(next.range),
                Joint::Equals => all.hull(next.range),
                Joint::More if both_bounds(all, next.range).is_some_and(|_| all.high.is_infinite()) => {
                    both_bounds(all, next.range)?
                }
                Joint::More => {
                    places &= next.place;
                    let (low, low_open) = if (all.low <= next.range.low) == places {
                        (next.range.low, next.range.low_open)
                    } else {
                        (all.low, all.low_open)
                    };
                    Range {
                        low,
                        low_open,
                        high: all.high + next.range.high,
                        high_open: all.high_open && next.range.high_open,
                    }
                }
            };
        }
        if self.prorate {
            let share = self.shares.iter().map(|(share, ..)| *share).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
            if let Some((low, high)) = share {
                all = Range {
                    low: all.low * low,
                    high: if all.high.is_finite() { all.high * high } else { all.high },
                    ..all
                };
            }
        }
        Some(all)
    }

    /// The durations of the cell, without the numbers that count something else. Nothing where one makes no sense.
    fn told(&self, beside_periods: bool) -> Option<Vec<Told>> {
        let parts = self.parts;
        let mut told: Vec<Told> = Vec::new();
        for (index, found) in self.told.iter().enumerate() {
            let previous = told.last().map(|told| told.found.end);
            let joint = self.joint(previous, found.start);
            // "7/8" may be a day.
            let glued = |mark: usize, figure: usize| parts.is(mark, "/") && parts.figure(figure).is_some();
            if found.unit.is_none()
                && !beside_periods
                && (glued(found.end, found.end + 1) || found.start > 1 && glued(found.start - 1, found.start - 2))
            {
                return None;
            }
            if found.unit.is_none() && !self.counts(found, previous, joint, beside_periods) {
                if previous.is_none() && !beside_periods && !self.told[index..].iter().any(|later| later.unit.is_some())
                {
                    return None;
                }
                continue;
            }
            let range = found.range?;
            if range.low < 0.0 || (found.unit.is_none() && range.low > BARE && range.low < 200.0) {
                return None;
            }
            let next = self.told.get(index + 1).map_or(parts.len(), |next| next.start);
            let mut found = *found;
            let mut range = range;
            // "7 years of experience or more"
            let mut later = found.end;
            while later < next {
                if let Some((more, end)) = LATER.longest(parts, later) {
                    if end <= next && self.grammar.find(later).is_none() {
                        range = self.grammar.bound(range, more);
                    }
                    later = end;
                } else {
                    later += 1;
                }
            }
            let place = self.place(found.end, next);
            found.range = Some(range);
            told.push(Told { found, range, segment: self.told_segment[index], joint, place });
        }
        Some(told)
    }

    /// Whether a number without unit counts years.
    fn counts(&self, found: &Found, previous: Option<usize>, joint: Joint, beside_periods: bool) -> bool {
        let parts = self.parts;
        if beside_periods {
            // "7 (2017-2024)", "2017-2024 = 7"
            let explained = found.start == 0 && parts.is(found.end, "(") || parts.is(found.start.wrapping_sub(1), "=");
            return explained && found.range.is_some_and(|range| range.low <= BARE);
        }
        let alone = (0..parts.len())
            .filter(|at| !(found.start..found.end).contains(at))
            .all(|at| parts.sort(at) != Some(Sort::Word) && parts.figure(at).is_none());
        if found.spelled {
            return alone || previous.is_some() && joint != Joint::More;
        }
        let before = parts.text(found.start.wrapping_sub(1));
        if previous.is_none() {
            let first = (0..found.start).all(|at| parts.sort(at) == Some(Sort::Mark) && !matches!(parts.text(at), "#"));
            return first || matches!(before, ":" | "=" | "experience" | "(" | "total");
        }
        // "3 years at X, 4 at Y", not "a team of 12", not "3 countries".
        let starts = matches!(
            before,
            "," | ";" | "+" | "and" | "et" | "" | "puis" | "then" | "dont" | "including" | "=" | "(" | "plus"
        ) || joint != Joint::More;
        let after = parts.text(found.end);
        let ends = matches!(
            after,
            "" | ","
                | ";"
                | "+"
                | ")"
                | "("
                | "."
                | "at"
                | "in"
                | "as"
                | "with"
                | "for"
                | "of"
                | "chez"
                | "a"
                | "au"
                | "aux"
                | "en"
                | "comme"
                | "dans"
                | "pour"
                | "avec"
                | "de"
                | "d"
                | "and"
                | "et"
                | "="
        );
        starts && ends
    }

    /// How a duration hangs on what stands before it.
    fn joint(&self, previous: Option<usize>, start: usize) -> Joint {
        let parts = self.parts;
        let Some(previous) = previous else { return Joint::More };
        let between = previous..start;
        let at = |phrases: &Phrases<()>| {
            between.clone().any(|at| phrases.longest(parts, at).is_some_and(|((), end)| end <= start))
        };
        // Only what stands just before it, or just after what it hangs on.
        if parts.is(start.wrapping_sub(1), "(") {
            return if parts.is(previous, "(") && previous + 1 == start || !at(&INCLUDING) {
                Joint::Parenthesis
            } else {
                Joint::Including
            };
        }
        if at(&EQUALS) {
            return Joint::Equals;
        }
        let just_before =
            (previous..start).any(|at| INCLUDING.longest(parts, at).is_some_and(|((), end)| end == start));
        let after = self.told.iter().find(|told| told.start == start).map_or(start, |told| told.end);
        let just_after = INCLUDING.longest(parts, after).is_some() && matches!(parts.text(after), "of");
        if just_before || just_after {
            return Joint::Including;
        }
        Joint::More
    }

    /// Whether the words from here to there say where, and not what.
    fn place(&self, from: usize, to: usize) -> bool {
        let parts = self.parts;
        let Some(first) = (from..to).find(|at| parts.word(*at).is_some()) else { return true };
        let joined = matches!(parts.text(first), "and" | "et" | "then" | "puis" | "plus" | "dont" | "including");
        if joined {
            return true;
        }
        // "of them at the UN"
        let first = INCLUDING.longest(parts, first).map_or(first, |((), end)| end);
        AT_A_PLACE.longest(parts, first).is_some() && !(first + 1..to).any(|at| NO_PLACE.longest(parts, at).is_some())
    }

    /// A cell of periods, perhaps with durations.
    fn periods(&self) -> Option<Range> {
        let mut spans: Vec<Span> = Vec::with_capacity(self.spans.len() + self.points.len());
        let doubted = |segment: &usize| self.doubts.contains(segment) || self.soft_doubts.contains(segment);
        for (span, segment, start, _) in &self.spans {
            let mut span = *span;
            span.doubtful |= doubted(segment);
            span.share = self.share_of(*segment, *start);
            spans.push(span);
        }
        spans.extend(&self.points);
        let mut all = period::together(&spans, self.as_of, self.prorate)?;
        let told = self.told(true)?;
        if !told.is_empty() {
            all = self.beside(all, &told)?;
        }
        // A number that may be a date that was not understood.
        let odd =
            self.told.iter().any(|found| found.unit.is_none() && found.range.is_none_or(|range| range.high >= 1_000.0));
        if self.open || odd {
            all.high = f64::INFINITY;
        }
        Some(all)
    }

    /// The share of a span: told after it, or before the first span of its segment.
    fn share_of(&self, segment: usize, start: usize) -> (f64, f64) {
        let spans: Vec<usize> = self.spans.iter().filter(|span| span.1 == segment).map(|span| span.2).collect();
        let shares: Vec<((f64, f64), usize)> =
            self.shares.iter().filter(|share| share.1 == segment).map(|share| (share.0, share.2)).collect();
        let first_span = spans.first().copied().unwrap_or(0);
        let ahead = shares.first().is_some_and(|share| share.1 < first_span);
        let index = spans.iter().position(|span| *span == start).unwrap_or(0);
        let (from, to) = if ahead {
            (if index == 0 { 0 } else { spans[index - 1] }, start)
        } else {
            (start, spans.get(index + 1).copied().unwrap_or(usize::MAX))
        };
        shares
            .iter()
            .filter(|share| (from..to).contains(&share.1))
            .map(|share| share.0)
            .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
            .unwrap_or((1.0, 1.0))
    }

    /// Periods and durations in one cell: the one explains the other, or comes on top.
    fn beside(&self, periods: Range, told: &[Told]) -> Option<Range> {
        let parts = self.parts;
        let mut low = periods.low;
        let mut more = 0.0;
        let mut explained: Option<Range> = None;
        for duration in told {
            let range = duration.range;
            let close = self.spans.iter().any(|(_, segment, start, end)| {
                (*segment == duration.segment || self.words == 0)
                    && self.explains(duration.found.start, duration.found.end, *start, *end)
            });
            if close {
                explained = Some(match explained {
                    None => range,
                    Some(other) => Range::between(other.low.max(range.low), other.high + range.high),
                });
            } else {
                more += range.high;
                let beside_span = self.spans.iter().any(|span| span.1 == duration.segment);
                if beside_span {
                    low = low.min(range.low);
                }
            }
        }
        let mut all = periods;
        if let Some(explained) = explained {
            all = match meet(periods, explained) {
                Some(common) => common,
                // "(2 years at the UN)" is a part of it.
                None if explained.high < periods.low
                    && told.iter().all(|told| told.place && parts.word(told.found.end).is_some()) =>
                {
                    periods
                }
                None => periods.hull(explained),
            };
            if more == 0.0 {
                return Some(all);
            }
            low = low.min(all.low);
        }
        Some(Range {
            low: low.min(all.low),
            low_open: false,
            high: all.high.max(periods.high) + more,
            high_open: false,
        })
    }

    /// Whether a duration and a span stand so close that the one explains the other.
    fn explains(&self, start: usize, end: usize, span: usize, span_end: usize) -> bool {
        let parts = self.parts;
        let (from, to) = if end <= span { (end, span) } else { (span_end, start) };
        let mut words = 0;
        let mut parenthesis = false;
        for at in from..to {
            match parts.text(at) {
                "(" | "[" => parenthesis = true,
                "," | ":" | "-" | "=" | ")" | "." | "'" | "·" | "/" | ";" | "|" | "" => {}
                "soit" | "i" | "e" | "ie" | "total" | "about" | "environ" | "for" | "pendant" | "de" | "from"
                | "du" => {}
                _ => words += 1,
            }
        }
        if words == 0 {
            return true;
        }
        // "7 years of experience in human rights (2012-2019)": nothing but the span in the parenthesis.
        parenthesis
            && end <= span
            && parts.is(span.wrapping_sub(1), "(")
            && matches!(parts.text(span_end), ")" | ";" | "," | "")
            && (end..span).all(|at| parts.figure(at).is_none())
    }
}

/// What two ranges have in common.
fn meet(a: Range, b: Range) -> Option<Range> {
    let (low, low_open) =
        if a.low > b.low || (a.low >= b.low && a.low_open) { (a.low, a.low_open) } else { (b.low, b.low_open) };
    let (high, high_open) = if a.high < b.high || (a.high <= b.high && a.high_open) {
        (a.high, a.high_open)
    } else {
        (b.high, b.high_open)
    };
    (low < high || (low <= high && !low_open && !high_open)).then_some(Range { low, high, low_open, high_open })
}
