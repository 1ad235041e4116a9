//! A number: a salary, a test result, a count.

use std::sync::LazyLock;

use super::amount::{Found, Grammar, LATER, Mode, tells_money};
use super::calendar;
use super::lexicon::LIMIT;
use super::parts::{Parts, Phrases, Sort};
use super::{Decimal, Formats};
use crate::reading::{Range, Reading};

/// What the words around a number do to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Note {
    /// Nothing.
    Harmless,
    /// It is for a year, where a month may be meant.
    Yearly,
    /// It is before what is taken off it.
    Net,
    /// It may come down.
    Negotiable,
    /// It cannot be trusted, or is of something else.
    Doubt,
}

#[rustfmt::skip]
static NOTES: LazyLock<Phrases<Note>> = LazyLock::new(|| Phrases::new(&[
    (Note::Harmless, &[
        "per month", "a month", "each month", "/ month", "/ months", "/ mo", "/ m", "monthly", "p.m.", "pm", "gross", "no less", "year", "years",
        "par mois", "/ mois", "mensuel", "mensuels", "mensuelle", "mensuellement", "au mois", "brut", "bruts", "brute", "an", "ans", "année",
        "années", "only", "seulement", "not negotiable", "non-negotiable", "non négociable", "pas négociable",
    ]),
    (Note::Yearly, &[
        "per year", "a year", "each year", "/ year", "/ yr", "/ y", "yearly", "annual", "annually", "per annum", "p.a.", "pa",
        "par an", "/ an", "/ année", "/ annee", "annuel", "annuels", "annuelle", "annuellement", "l'an", "par année",
    ]),
    (Note::Net, &["net", "nets", "nette", "netto", "after tax", "take-home", "après impôt", "après impôts"]),
    (Note::Negotiable, &["negotiable", "negotiate", "flexible", "neg", "nego", "or nearest offer", "ono", "négociable", "négociables", "à négocier", "à discuter"]),
    (Note::Doubt, &[
        "not", "no", "n°", "without", "never", "none", "neither", "nor", "cannot", "don't", "maybe", "perhaps", "possibly", "probably",
        "if", "unless", "except", "but", "however", "though", "unsure", "not sure", "think", "guess", "tbc", "tbd", "unknown",
        "expected soon", "pending", "would", "could", "might", "may", "hours", "hour", "hourly", "h", "hr", "hrs", "daily", "day", "days",
        "weekly", "week", "weeks", "month", "months", "minutes", "ago", "old", "age", "aged", "times", "double", "twice", "depends",
        "depending", "or", "and", "x", "per", "each", "every", "versus", "vs", "failed", "withdrawn", "retake", "target", "goal",
        "instead", "except for", "excluding", "plus", "minus", "percentile",
        "non", "pas", "ne", "n'", "sans", "jamais", "aucun", "aucune", "ni", "peut-être", "probablement", "possiblement", "si", "sauf",
        "hors", "hormis", "mais", "cependant", "toutefois", "sûr", "crois", "pense", "inconnu", "à confirmer", "serait", "pourrait",
        "heure", "heures", "horaire", "jour", "jours", "journalier", "tjm", "semaine", "semaines", "hebdomadaire", "mois", "âge", "âgé",
        "âgée", "fois", "dépend", "selon", "ou", "et", "chaque", "échec", "échoué", "objectif", "plutôt", "moins", "par",
        // Currencies whose worth is far from the others'.
        "rs", "inr", "xof", "xaf", "fcfa", "cfa", "mad", "dh", "dhs", "dirham", "dirhams", "tnd", "dt", "dinar", "dinars", "dzd", "jpy",
        "yen", "sek", "nok", "dkk", "pln", "rub", "roubles", "brl", "zar", "kes", "ngn", "naira", "try", "lira", "rand", "mxn", "pesos",
        "cop", "php", "pkr", "bdt", "lkr", "egp", "lbp", "ils", "huf", "czk", "ron", "rupees", "roupies", "¥", "₹", "₽", "₦", "₺", "₪", "฿",
        "francs", "franc", "couronnes", "kr", "ugx", "tzs", "rwf", "etb", "gnf", "mga", "cdf", "htg",
    ]),
]));

/// Nothing of it.
#[rustfmt::skip]
static NOTHING: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "none", "nil", "nothing", "aucun", "aucune", "néant", "nul", "nulle", "rien",
])]));

/// What may follow nothing.
#[rustfmt::skip]
pub(super) static NOTHING_MORE: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "yet", "so far", "at all", "for now", "for the moment", "at the moment", "at present", "to date", "whatsoever", "as of yet", "as yet",
    "encore", "pour l'instant", "pour le moment", "à ce jour", "du tout", "actuellement", "à ce stade", "jusqu'à présent",
])]));

/// The longest note, in words.
const WORDS: usize = 24;

/// All the numbers that a cell can mean.
///
/// A hedge in words ("about 7") is a range around the number; the sign `~` is not, as people put it before a number
/// they stand by. What is asked for a year may be meant for a month's comparison, so both are read; a net salary, or
/// one in another currency, is a range. An Excel date, a telephone, several numbers that belong to different things,
/// and whatever is doubted in the cell itself cannot be read.
#[must_use]
pub fn read(cell: &str, formats: &Formats) -> Reading {
    if cell.len() > LIMIT {
        return Reading::UNREADABLE;
    }
    let parts = Parts::new(cell);
    let mut all = Meanings::default();
    for decimal in habits(formats) {
        for range in meanings(&parts, *decimal).into_iter().flatten() {
            all.add(range);
        }
    }
    all.reading()
}

/// The habits of writing decimals to try.
pub(super) fn habits(formats: &Formats) -> &'static [Decimal] {
    match formats.decimal {
        Some(Decimal::Point) => &[Decimal::Point],
        Some(Decimal::Comma) => &[Decimal::Comma],
        None => &[Decimal::Comma, Decimal::Point],
    }
}

/// The ranges that a cell can mean, gathered from the habits it can be read under.
#[derive(Default)]
pub(super) struct Meanings(Vec<Range>);

impl Meanings {
    /// Adds one, once.
    pub fn add(&mut self, range: Range) {
        if !self.0.contains(&range) {
            self.0.push(range);
        }
    }

    /// All of them as a reading.
    pub fn reading(&self) -> Reading {
        match self.0[..] {
            [a, b] if a.low > b.low => Reading::either(b, a),
            [] => Reading::UNREADABLE,
            [one] => Reading::Within(one),
            [a, b] => Reading::either(a, b),
            [first, ..] => Reading::Within(self.0.iter().fold(first, |all, next| all.hull(*next))),
        }
    }
}

/// The range, and where there is one the other range, under one habit.
fn meanings(parts: &Parts, decimal: Decimal) -> [Option<Range>; 2] {
    one_number(parts, decimal).unwrap_or_default()
}

fn one_number(parts: &Parts, decimal: Decimal) -> Option<[Option<Range>; 2]> {
    let grammar = Grammar { parts, mode: Mode::Number, decimal, money: tells_money(parts) };
    let first = usize::from(parts.is(0, "="));
    if let Some(((), end)) = NOTHING.longest(parts, first) {
        return nothing_more(parts, end).then_some([Some(Range::exactly(0.0)), None]);
    }
    let mut at = first;
    let mut found: Option<Found> = None;
    let mut other = None;
    let mut range = Range::exactly(0.0);
    let (mut yearly, mut net, mut negotiable) = (false, false, false);
    let mut words = 0;
    while at < parts.len() {
        if let Some(end) = note_of_year(parts, at).filter(|_| found.is_some()) {
            at = end;
            continue;
        }
        if let Some((next, denominator)) = found.and_then(|found| out_of(grammar, found, at, range)) {
            (range, other) = next;
            at = denominator;
            found = None;
            // Nothing may follow that is another number: `found` is marked as closed by its place.
            if (at..parts.len()).any(|at| parts.figure(at).is_some()) {
                return None;
            }
            found.replace(Found { range: Some(range), start: at, end: usize::MAX, unit: None, spelled: false });
            continue;
        }
        if let Some(next) = grammar.find(at).filter(|next| !is_article(parts, next)) {
            let read = next.range?;
            if let Some(before) = found {
                range = both_bounds(range, read).filter(|_| before.end != usize::MAX)?;
            } else {
                // "- 7" may be a list's dash or a minus.
                let dash = next.start > 0 && parts.is(next.start - 1, "-") && next.start - 1 == first;
                let lone = next.spelled && next.start > first && parts.word(next.start - 1).is_some();
                if dash || lone {
                    return None;
                }
                range = read;
            }
            at = next.end.max(at + 1);
            // Some accounts write a minus last.
            if parts.is(at, "-") && !parts.gap(at) && parts.gap(at + 1) && parts.figure(at - 1).is_some() {
                return None;
            }
            found = Some(next);
            continue;
        }
        if let (Some((more, end)), Some(_)) = (LATER.longest(parts, at), found) {
            range = grammar.bound(range, more);
            at = end;
            continue;
        }
        if let Some((note, end)) = NOTES.longest(parts, at) {
            match note {
                Note::Harmless => {}
                Note::Yearly => yearly = true,
                Note::Net => net = true,
                Note::Negotiable => negotiable = true,
                // "more than 5 but less than 7", "min 5 et max 7"
                Note::Doubt => {
                    let joins = found.is_some() && matches!(parts.text(at), "but" | "mais" | "and" | "et");
                    let bound = joins && grammar.find(end).is_some_and(|next| next.range.is_some());
                    if !bound {
                        return None;
                    }
                }
            }
            at = end;
            continue;
        }
        match parts.sort(at) {
            Some(Sort::Word) => {
                words += 1;
                let a_month = calendar::month(parts.text(at)).is_some();
                if words > WORDS
                    || a_month
                    || calendar::weekday(parts.text(at)).is_some_and(|_| parts.text(at).len() > 3)
                {
                    return None;
                }
            }
            Some(Sort::Figure) => {
                // A code's figure ("B2", "v2.1") is read with its letters; an ordinal counts something else.
                if !(at > 0 && parts.word(at - 1).is_some() && !parts.gap(at)) {
                    return None;
                }
                while matches!(parts.text(at + 1), "." | "," | "-" | "/")
                    && !parts.gap(at + 1)
                    && parts.glued_figure(at + 2).is_some()
                {
                    at += 2;
                }
            }
            Some(Sort::Mark) if !is_dressing(parts.text(at)) => return None,
            _ => {}
        }
        at += 1;
    }
    let found = found?;
    // "(7)" is how some accounts write a loss.
    if parts.is(first, "(") && parts.is(parts.len() - 1, ")") && found.end == parts.len() - 1 {
        return None;
    }
    if net {
        range.high *= if range.high > 0.0 { 2.5 } else { 1.0 };
    }
    if negotiable {
        range.low = range.low.min(0.0);
        range.low_open = false;
    }
    if yearly {
        let low = range.low / if range.low > 0.0 { 14.0 } else { 12.0 };
        other = Some(Range { low, high: range.high / 12.0, ..range });
    }
    Some([Some(range), other])
}

/// A lone "a" or "one" among other words counts nothing.
fn is_article(parts: &Parts, found: &Found) -> bool {
    found.spelled
        && found.end == found.start + 1
        && matches!(parts.text(found.start), "un" | "une" | "one")
        && parts.len() > 1
}

/// Whether nothing but words for "so far" and dressing follows.
pub(super) fn nothing_more(parts: &Parts, mut at: usize) -> bool {
    while at < parts.len() {
        if let Some(((), end)) = NOTHING_MORE.longest(parts, at) {
            at = end;
        } else if matches!(parts.text(at), "." | "," | "!" | "(" | ")" | ";" | "-" | "\"") {
            at += 1;
        } else {
            return false;
        }
    }
    true
}

/// Marks that mean nothing around a number.
pub(super) fn is_dressing(mark: &str) -> bool {
    matches!(
        mark,
        "." | ","
            | ";"
            | ":"
            | "!"
            | "-"
            | "("
            | ")"
            | "["
            | "]"
            | "\""
            | "'"
            | "•"
            | "*"
            | "/"
            | "|"
            | "·"
            | "&"
            | "…"
            | "✓"
            | "_"
    )
}

/// The place after a year or a day in parentheses: when a test was taken.
fn note_of_year(parts: &Parts, at: usize) -> Option<usize> {
    if !parts.is(at, "(") {
        return None;
    }
    let habit = calendar::Habit { month_first: false, year_first: false, year: 2024 };
    let start = at + 1 + usize::from(matches!(parts.text(at + 1), "in" | "en"));
    let point = calendar::when(parts, start, habit)?;
    parts.is(point.end, ")").then_some(point.end + 1)
}

/// "80/100", "16 sur 20": the number itself or as a share of a hundred. "5/6" alone is as likely a day.
fn out_of(grammar: Grammar, found: Found, at: usize, range: Range) -> Option<((Range, Option<Range>), usize)> {
    let parts = grammar.parts;
    let points = matches!(parts.text(found.end), "points" | "point" | "pts" | "marks");
    if at != found.end + usize::from(points) || found.unit.is_some() {
        return None;
    }
    let slash = parts.is(at, "/");
    let next = match parts.text(at) {
        "/" | "sur" => at + 1,
        "out" if parts.is(at + 1, "of") => at + 2,
        _ => return None,
    };
    let whole = grammar.find(next).filter(|whole| whole.unit.is_none() && whole.start == next)?;
    let of = whole.range.filter(|of| of.is_exact() && of.low > 0.0)?.low;
    let top = if range.high.is_finite() { range.high } else { return None };
    let usual = [5.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 80.0, 100.0, 120.0, 150.0, 200.0, 990.0]
        .iter()
        .any(|usual| (of - usual).abs() < 1e-9);
    let fraction = slash && range.is_exact() && of <= 4.0 && top < of;
    if range.low < 0.0 || top > of || !(usual || !slash || fraction) {
        return None;
    }
    let next_to = range.is_exact() && slash && of <= 10.0 && (of - top - 1.0).abs() < 1e-9;
    let itself = if next_to { Range::between(top, of) } else { range };
    let share = range.map(|value| value / of * if fraction { 1.0 } else { 100.0 });
    let other =
        if fraction && !next_to { (share, None) } else { (itself, Some(share).filter(|share| *share != itself)) };
    Some((other, whole.end))
}

/// "More than 5 but less than 7", "at least 5, at most 7": a bound from below and one from above.
pub(super) fn both_bounds(a: Range, b: Range) -> Option<Range> {
    let (from, to) = if a.high.is_infinite() { (a, b) } else { (b, a) };
    let below = to.low <= 0.0 && to.high.is_finite() && to.low < to.high;
    let fits = from.high.is_infinite() && below && from.low < to.high;
    // "sept (7)" and its like repeat themselves.
    if a == b && a.is_exact() {
        return Some(a);
    }
    fits.then_some(Range { high: to.high, high_open: to.high_open, ..from })
}
