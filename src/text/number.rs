//! A number: a salary, a test result, a count.

use std::sync::LazyLock;

use super::amount::{Found, Grammar, LATER, Mode, PEOPLE, is_scale, tells_money};
use super::calendar;
use super::lexicon::LIMIT;
use super::parts::{Parts, Phrases, Sort};
use super::{Decimal, Formats, markup};
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
    /// It was not enough, whatever was asked.
    Failed,
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
    (Note::Failed, &["fail", "failed", "insufficient", "échec", "échoué", "échouée", "recalé", "recalée", "ajourné", "ajournée", "insuffisant"]),
    (Note::Doubt, &[
        "not", "no", "n°", "without", "never", "none", "neither", "nor", "cannot", "don't", "maybe", "perhaps", "possibly", "probably",
        "if", "unless", "except", "but", "however", "though", "unsure", "not sure", "think", "guess", "tbc", "tbd", "unknown",
        "expected soon", "pending", "would", "could", "might", "may", "hours", "hour", "hourly", "h", "hr", "hrs", "daily", "day", "days",
        "weekly", "week", "weeks", "month", "months", "minutes", "ago", "old", "age", "aged", "times", "double", "twice", "depends",
        "depending", "or", "and", "x", "per", "each", "every", "versus", "vs", "withdrawn", "retake", "target", "goal",
        "instead", "except for", "excluding", "plus", "minus", "percentile", "percentiles", "decile", "quartile", "top", "rank", "ranked", "grade", "level",
        "band", "step",
        "part", "member", "within", "certificate", "ref", "id", "room", "in a team", "in the team", "in teams",
        "non", "pas", "ne", "n'", "sans", "jamais", "aucun", "aucune", "ni", "peut-être", "probablement", "possiblement", "si", "sauf",
        "hors", "hormis", "mais", "cependant", "toutefois", "sûr", "crois", "pense", "inconnu", "à confirmer", "serait", "pourrait",
        "certificat", "attestation", "dossier", "numéro", "salle", "échelon", "niveau", "tranche", "smic", "smig", "décile", "rang", "classé", "classée", "membre", "partie", "au sein", "dans une équipe", "dans l'équipe", "dans des équipes",
        "heure", "heures", "horaire", "jour", "jours", "journalier", "tjm", "semaine", "semaines", "hebdomadaire", "mois", "âge", "âgé",
        "âgée", "fois", "dépend", "selon", "ou", "et", "chaque", "objectif", "plutôt", "moins", "par",
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
    "no team", "no staff", "no direct reports", "no direct report", "pas d'équipe", "aucune équipe", "aucun subordonné",
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
/// and whatever is doubted in the cell itself cannot be read; nor can what may be a year beside words that do not say
/// what it counts ("TOEFL 2019").
#[must_use]
pub fn read(cell: &str, formats: &Formats) -> Reading {
    if cell.len() > LIMIT {
        return Reading::UNREADABLE;
    }
    let parts = Parts::new(&markup::bare(cell));
    let mut all = Meanings::default();
    for decimal in habits(&parts, formats) {
        for range in meanings(&parts, *decimal).into_iter().flatten() {
            all.add(range);
        }
    }
    all.reading()
}

/// Tests of languages and studies: their name, and the least and the most that can be asked on their scale.
const TESTS: [(&str, f64, f64); 10] = [
    ("ielts", 2.0, 9.0),
    ("toefl", 20.0, 677.0),
    ("toeic", 100.0, 990.0),
    ("duolingo", 20.0, 160.0),
    ("pte", 20.0, 90.0),
    ("tcf", 20.0, 699.0),
    ("tef", 20.0, 900.0),
    ("gmat", 200.0, 805.0),
    ("gre", 130.0, 340.0),
    ("testdaf", 3.0, 20.0),
];

/// Whether a cell names a test on whose scale this much cannot be asked: "IELTS 7.5" where 90 is asked tells nothing.
#[must_use]
pub fn is_on_another_scale(cell: &str, asked: f64) -> bool {
    if cell.len() > LIMIT || !cell.contains(char::is_alphabetic) {
        return false;
    }
    let parts = Parts::new(&markup::bare(cell));
    (0..parts.len())
        .filter_map(|at| parts.word(at))
        .any(|word| TESTS.iter().any(|(name, least, most)| *name == word && !(*least..=*most).contains(&asked)))
}

/// The habits of writing decimals to try: one where they are settled or do not matter.
pub(super) fn habits(parts: &Parts, formats: &Formats) -> &'static [Decimal] {
    let matters = (0..parts.len())
        .any(|at| matches!(parts.text(at), "," | ".") && parts.glued_figure(at + 1).is_some_and(|f| f.len() == 3));
    match formats.decimal {
        Some(Decimal::Point) => &[Decimal::Point],
        Some(Decimal::Comma) => &[Decimal::Comma],
        None if matters => &[Decimal::Comma, Decimal::Point],
        None => &[Decimal::Comma],
    }
}

/// The ranges that a cell can mean, gathered from the habits it can be read under.
#[derive(Default)]
pub(super) struct Meanings(Vec<Range>);

impl Meanings {
    /// Adds one, once, unless no value is in it: less than 0 years is no duration.
    pub fn add(&mut self, range: Range) {
        let empty = range.low > range.high || range.low >= range.high && (range.low_open || range.high_open);
        if !empty && !self.0.contains(&range) {
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
    let (mut yearly, mut net, mut negotiable, mut failed) = (false, false, false, false);
    let mut words = 0;
    // A figure that may be a year, and a word that does not say what it counts.
    let (mut year, mut strange) = (false, false);
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
                let lone = next.spelled
                    && next.start > first
                    && parts.word(next.start - 1).is_some()
                    && !is_team_of(parts, next.start);
                if dash || lone {
                    return None;
                }
                range = read;
            }
            at = next.end.max(at + 1);
            let years = (next.start..next.end).filter(|at| is_like_a_year(parts, *at)).count();
            year |= next.unit.is_none() && years > 0;
            // "2019-2020" is when, rather than how much.
            strange |= years > 1 && range.high - range.low <= 10.0;
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
                Note::Harmless => strange |= matches!(parts.text(at), "year" | "years" | "an" | "annee" | "annees"),
                Note::Yearly => yearly = true,
                Note::Net => net = true,
                Note::Negotiable => negotiable = true,
                // "45 (échec)": that much at best. "Failed to reach 60" tells of no result.
                Note::Failed if found.is_some() => failed = true,
                Note::Failed => return None,
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
                let word = parts.text(at);
                strange |= !says_what_is_counted(word);
                // "M€ 2", "3x", "2G": whatever makes another number of it.
                let hung = at > 0 && parts.figure(at - 1).is_some() && !parts.gap(at) && word.len() <= 3;
                let scale = is_scale(word) && parts.glued_figure(at + 1).is_none();
                if scale || hung && !matches!(word, "e" | "pt" | "pts" | "pax" | "etp" | "fte") {
                    return None;
                }
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
    if year && strange {
        return None;
    }
    // "(7)" is how some accounts write a loss.
    if parts.is(first, "(") && parts.is(parts.len() - 1, ")") && found.end == parts.len() - 1 {
        return None;
    }
    if net {
        range.high *= if range.high > 0.0 { 2.5 } else { 1.0 };
    }
    if negotiable || failed {
        range.low = range.low.min(0.0);
        range.low_open = false;
    }
    if failed {
        other = other.map(|share: Range| Range { low: share.low.min(0.0), low_open: false, ..share });
    }
    if yearly {
        let low = range.low / if range.low > 0.0 { 14.0 } else { 12.0 };
        other = Some(Range { low, high: range.high / 12.0, ..range });
    }
    Some([Some(range), other])
}

/// Whether a figure that may be a year is at this place, with no separators.
fn is_like_a_year(parts: &Parts, at: usize) -> bool {
    let glued = |at: usize| matches!(parts.text(at), "." | "," | "'") && parts.glued_figure(at + 1).is_some();
    parts.figure(at).and_then(calendar::year).is_some_and(|year| (1950..2050).contains(&year)) && !glued(at + 1)
}

/// Whether a word beside a number tells that no year is meant, or tells nothing.
fn says_what_is_counted(word: &str) -> bool {
    PEOPLE.contains(&word)
        || matches!(
            word,
            "salary"
                | "salaire"
                | "expected"
                | "desired"
                | "expectation"
                | "expectations"
                | "wage"
                | "pay"
                | "souhaite"
                | "souhaitee"
                | "demande"
                | "pretention"
                | "pretentions"
                | "remuneration"
                | "salariale"
                | "salariales"
                | "mensuelle"
                | "points"
                | "point"
                | "pts"
                | "words"
                | "mots"
                | "my"
                | "mon"
                | "is"
                | "est"
                | "de"
                | "of"
                | "d"
                | "e"
                | "month"
                | "mois"
                | "exactly"
                | "exactement"
        )
}

/// Whether "team of", "équipe de" stands before this place.
fn is_team_of(parts: &Parts, at: usize) -> bool {
    at >= 2
        && matches!(parts.text(at - 1), "of" | "de")
        && matches!(parts.text(at - 2), "team" | "staff" | "group" | "equipe" | "groupe")
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
    let end = match calendar::when(parts, point.end + 1, habit) {
        // "(2015-2018)"
        Some(last) if parts.is(point.end, "-") => last.end,
        _ => point.end,
    };
    parts.is(end, ")").then_some(end + 1)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::amount::told;

    fn told_as(cell: &str) -> String {
        told::reading(read(cell, &Formats::default()), told::number)
    }

    #[rustfmt::skip]
    const CELLS: &[(&str, &str)] = &[
        ("7", "7"),
        ("7.5", "7.5"),
        ("7,5", "7.5"),
        ("4'300", "4300"),
        ("4’300", "4300"),
        ("4 300", "4300"),
        ("4.300,50", "4300.5"),
        ("4,300.50", "4300.5"),
        ("~7", "7"),
        ("~ 7", "7"),
        ("5-7", "[5..7]"),
        ("5 – 7", "[5..7]"),
        ("5 à 7", "[5..7]"),
        ("de 5 à 7", "[5..7]"),
        ("5 to 7", "[5..7]"),
        ("between 5 and 7", "[5..7]"),
        ("entre 5 et 7", "[5..7]"),
        ("from 5 to 7", "[5..7]"),
        ("5 ou 6", "[5..6]"),
        ("5/6", "?"),
        ("7+", "[7..inf]"),
        ("7 +", "[7..inf]"),
        (">7", "(7..inf]"),
        (">=7", "[7..inf]"),
        ("> = 7", "[7..inf]"),
        ("≥ 7", "[7..inf]"),
        ("7 or more", "[7..inf]"),
        ("7 ou plus", "[7..inf]"),
        ("over 7", "(7..inf]"),
        ("more than 7", "(7..inf]"),
        ("plus de 7", "(7..inf]"),
        ("at least 7", "[7..inf]"),
        ("au moins 7", "[7..inf]"),
        ("minimum 7", "[7..inf]"),
        ("min. 7", "[7..inf]"),
        ("7 minimum", "[7..inf]"),
        ("7 min", "[7..inf]"),
        ("<3", "[0..3)"),
        ("<0", "?"),
        ("≤ 3", "[0..3]"),
        ("less than 3", "[0..3)"),
        ("moins de 3", "[0..3)"),
        ("up to 3", "[0..3]"),
        ("jusqu'à 3", "[0..3]"),
        ("jusqu’à 3", "[0..3]"),
        ("at most 3", "[0..3]"),
        ("maximum 3", "[0..3]"),
        ("max 3", "[0..3]"),
        ("3 max", "[0..3]"),
        ("under 3", "[0..3)"),
        ("almost 7", "[5.6..7)"),
        ("presque 7", "[5.6..7)"),
        ("près de 7", "[5.6..7)"),
        ("nearly 7", "[5.6..7)"),
        ("-5", "-5"),
        ("- 5", "?"),
        ("−5", "-5"),
        ("none", "0"),
        ("Aucun", "0"),
        ("0", "0"),
        ("1e3", "1000"),
        ("4.3E+03", "4300"),
        ("7.0", "7"),
        ("07", "7"),
        ("seven", "7"),
        ("sept", "7"),
        ("vingt et un", "21"),
        ("twenty-one", "21"),
        ("a dozen", "[9.6..15]"),
        ("une dizaine", "[8..12.5]"),
        ("½", "0.5 OR [1..2]"),
        ("7 1/2", "7.5"),
        ("7½", "7.5"),
        ("７", "7"),
        ("٧", "7"),
        ("#N/A", "?"),
        ("#VALUE!", "?"),
        ("abc", "?"),
        ("5 7", "?"),
        ("05-Jul", "?"),
        ("5-juil", "?"),
        ("2024-07-05", "?"),
        ("05/07/2024", "?"),
        ("+32 475 12 34 56", "?"),
        ("0475123456", "?"),
        ("99999999999999999999999999", "?"),
        ("4300-5100 EUR", "[4300..5100]"),
        ("7 (CV attached)", "7"),
        ("inf", "?"),
        ("NaN", "?"),
        ("1,500", "1.5 OR 1500"),
        ("1.500", "1.5 OR 1500"),
        ("1.500,00", "1500"),
        ("4 300 €", "4300"),
        ("€4,300", "4300"),
        ("EUR 4,300", "4300"),
        ("4300 EUR/month", "4300"),
        ("4,3k", "4300"),
        ("4.3 k€", "4300"),
        ("4.3k", "4300"),
        ("4-5k€", "[4000..5000]"),
        ("80%", "80"),
        ("80 %", "80"),
        ("env. 7", "[6.125..7.875]"),
        ("about 7", "[6.125..7.875]"),
        ("environ 7", "[6.125..7.875]"),
        ("approx. 7", "[6.125..7.875]"),
        ("52 000 EUR/an", "[3714.2857..4333.3333] OR 52000"),
        ("52000 per year", "[3714.2857..4333.3333] OR 52000"),
        ("4300 net", "[4300..10750]"),
        ("4300 brut", "4300"),
        ("4300 négociable", "[0..4300]"),
        ("5500 négociable", "[0..5500]"),
        ("5000 USD", "[2500..10000]"),
        ("$5000", "[2500..10000]"),
        ("entre 4300 et 5100 €", "[4300..5100]"),
        ("4300 € - 5100 €", "[4300..5100]"),
        ("€4,300–€5,100", "[4300..5100]"),
        ("4'300.-", "4300"),
        ("CHF 4'300.-", "[2150..8600]"),
        ("80/100", "80"),
        ("16/20", "16 OR 80"),
        ("16 sur 20", "16 OR 80"),
        ("4/5", "[4..5] OR 80"),
        ("3/4", "0.75 OR [3..4]"),
        ("IELTS 7.5 (2021)", "7.5"),
        ("B2", "?"),
        ("7?", "?"),
        ("not 7", "?"),
        ("7, 8", "?"),
        ("7; 9", "?"),
        ("7,8", "7.8"),
        ("sept (7)", "7"),
        ("seven (7)", "7"),
        ("more than 5 but less than 7", "(5..7)"),
        ("at least 5, at most 7", "[5..7]"),
        ("min 5 max 7", "[5..7]"),
        ("7 points", "7"),
        ("4300 euros par mois", "4300"),
        ("4300 euros bruts par mois", "4300"),
        ("4300 mensuel brut", "4300"),
        ("Score: 80", "80"),
        ("Salaire souhaité : 4500 €", "4500"),
        ("2000000", "2000000"),
        ("12,00,000", "1200000"),
        ("4 thousand", "4000"),
        ("quatre mille trois cents", "4300"),
        ("four thousand three hundred euros", "4300"),
        ("2 millions", "2000000"),
        ("12 months", "?"),
        ("1.2.3", "?"),
        ("4300/5100", "?"),
        ("pas plus de 7", "[0..7]"),
        ("no more than 7", "[0..7]"),
        ("not less than 7", "[7..inf]"),
        ("un peu plus de 7", "(7..inf]"),
        ("7 environ", "[6.125..7.875]"),
        ("7 or so", "[6.125..7.875]"),
        ("=7", "7"),
        ("(7)", "?"),
        ("n°7", "?"),
        ("0,500", "0.5"),
        ("1234,567", "1234.567"),
        ("1,234,567", "1234567"),
        ("1.234.567,89", "1234567.89"),
        ("00123", "?"),
        ("4300€", "4300"),
        ("4300eur", "4300"),
        ("eur4300", "4300"),
        ("4300-5100", "[4300..5100]"),
        ("4300 - 5100 € brut/mois", "[4300..5100]"),
        ("4 300 à 5 100 euros", "[4300..5100]"),
        ("4,5-5k", "[4500..5000]"),
        ("de l'ordre de 4500 euros", "[3937.5..5062.5]"),
        ("1", "1"),
        ("un", "1"),
        ("one", "1"),
        ("40k", "40000"),
        ("4500 EUR gross per month", "4500"),
        ("4500 (à discuter)", "[0..4500]"),
        ("N/A", "?"),
        ("None yet", "0"),
        ("au-dessus de 5000", "(5000..inf]"),
        ("entre 4 000 et 4 500 euros nets", "[4000..11250]"),
        ("5.100,00 €", "5100"),
        ("5,100.00 EUR", "5100"),
        ("5 100,00", "5100"),
        ("7.500", "7.5 OR 7500"),
        ("7,500 EUR", "7500"),
        ("1,5 million", "1500000"),
        ("-4300", "-4300"),
        ("4300-", "?"),
        ("12/05", "?"),
        ("~4500€", "4500"),
        ("± 4500", "[3937.5..5062.5]"),
        ("+/- 4500", "[3937.5..5062.5]"),
        ("4500+/-", "[3937.5..5062.5]"),
        ("4500 +", "[4500..inf]"),
        ("dix-sept", "17"),
        ("100%", "100"),
        ("8.5/10", "8.5 OR 85"),
        ("7/10", "7 OR 70"),
        ("seven or eight", "[7..8]"),
        ("sept ou huit", "[7..8]"),
        ("7 ou 8 ", "[7..8]"),
        ("7/8", "?"),
        ("seven hundred", "700"),
        ("1 500 - 2 000", "[1500..2000]"),
        ("1,500 - 2,000", "[1.5..2] OR [1500..2000]"),
        ("4300..5100", "[4300..5100]"),
        ("4.300", "4.3 OR 4300"),
        ("4.300 €", "4300"),
        ("4.300,-", "4300"),
        ("4,300.-", "4300"),
        ("5'000", "5000"),
        ("5 000 000", "5000000"),
        ("12 345,67", "12345.67"),
        ("4300 EUR + car", "[4300..inf]"),
        ("4300 EUR, 13th month", "?"),
        ("4300€ (negotiable)", "[0..4300]"),
        ("entre 4300 et 5100", "[4300..5100]"),
        ("de 4300 à 5100 euros", "[4300..5100]"),
        ("4300 to 5100", "[4300..5100]"),
        ("4300 minimum", "[4300..inf]"),
        ("au moins 4300", "[4300..inf]"),
        ("min 4300€", "[4300..inf]"),
        ("4300 € minimum", "[4300..inf]"),
        ("max 5000 €", "[0..5000]"),
        ("5000 maximum", "[0..5000]"),
        ("5000 € max.", "[0..5000]"),
        ("less than 5000", "[0..5000)"),
        ("plus de 5000 €", "(5000..inf]"),
        ("5000+", "[5000..inf]"),
        ("5k", "5000"),
        ("5 k", "5000"),
        ("5K€", "5000"),
        ("5000,00", "5000"),
        ("5000.00 €", "5000"),
        ("5 000,00 €", "5000"),
        ("€ 5.000,00", "5000"),
        ("five thousand", "5000"),
        ("cinq mille euros", "5000"),
        ("5000 / mois", "5000"),
        ("5000/mois", "5000"),
        ("60000/an", "[4285.7143..5000] OR 60000"),
        ("60k/an", "[4285.7143..5000] OR 60000"),
        ("60 k€ brut annuel", "[4285.7143..5000] OR 60000"),
        ("400 €/jour", "?"),
        ("50 €/h", "?"),
        ("selon la grille", "?"),
        ("As per scale", "?"),
        ("negotiable", "?"),
        ("à négocier", "?"),
        ("5000 or 5500", "[5000..5500]"),
        ("5000 ou plus", "[5000..inf]"),
        ("5000 ?", "?"),
        ("approximately 5000", "[4375..5625]"),
        ("5000 approx.", "[4375..5625]"),
        ("between 4,500 and 5,000 EUR", "[4500..5000]"),
        ("4,5", "4.5"),
        ("4.5", "4.5"),
        ("15/20", "15 OR 75"),
        ("85 %", "85"),
        ("85 percent", "85"),
        ("85 pour cent", "85"),
        ("B2 (85%)", "85"),
        ("85 points sur 100", "85"),
        ("7.5 IELTS", "7.5"),
        ("IELTS: 7.5", "7.5"),
        ("TOEFL 105", "105"),
        ("105/120", "87.5 OR 105"),
        ("TOEIC 950", "950"),
        ("score of 95", "95"),
        ("passed", "?"),
        ("8,5 / 10", "8.5 OR 85"),
        ("01", "1"),
        ("1.0", "1"),
        ("1,0", "1"),
        ("-1", "-1"),
        ("+1", "[1..inf]"),
        ("1000000000000", "?"),
        ("3 000 000 FCFA", "?"),
        ("5000 CHF", "[2500..10000]"),
        ("0,75", "0.75"),
        (".75", "0.75"),
        ("75", "75"),
        ("75.", "75"),
        ("75,", "75"),
        ("\"75\"", "75"),
        ("'75", "75"),
        ("=75", "75"),
        ("75*", "75"),
        ("≈75", "[65.625..84.375]"),
        ("75-80", "[75..80]"),
        ("75 – 80", "[75..80]"),
        ("75 to 80%", "[75..80]"),
        ("75%-80%", "[75..80]"),
        ("75 % à 80 %", "[75..80]"),
        ("<75", "[0..75)"),
        ("75>", "?"),
        ("1st", "?"),
        ("2e", "?"),
        ("three", "3"),
        ("trois", "3"),
        ("une centaine", "[80..125]"),
        ("one hundred", "100"),
        ("cent", "100"),
        ("zéro", "0"),
        ("zero", "0"),
        ("nil", "0"),
        ("néant", "0"),
        ("Aucune", "0"),
        ("pas de", "?"),
        ("4300 à 5100 €", "[4300..5100]"),
        ("4300/5100 €", "[4300..5100]"),
        ("4300 -> 5100", "[4300..5100]"),
        ("4300 € net/mois", "[4300..10750]"),
        ("3 500 € nets", "[3500..8750]"),
        ("5200 net", "[5200..13000]"),
        ("EUR4,300.00", "4300"),
        ("4300 EUR brut (13 mois)", "?"),
        ("5100 EUR x 12", "?"),
        ("1 234", "1234"),
        ("12 34", "?"),
        ("123 456 789", "123456789"),
        ("1 2", "?"),
        ("2024", "2024"),
        ("2.024", "2.024 OR 2024"),
        ("4,300 k€", "4300 OR 4300000"),
        ("v2.5", "?"),
        ("TOEFL iBT: 105/120", "87.5 OR 105"),
        ("1.2M EUR", "1200000"),
        ("1,2 M€", "1200000"),
        ("1,2 M d'euros", "1200000"),
        ("€1.5M", "1500000"),
        ("€1m", "1000000"),
        ("2 MEUR", "2000000"),
        ("0,5 M€", "500000"),
        ("2 MM €", "2000000"),
        ("2-3 M€", "[2000000..3000000]"),
        ("300k–1M€", "[300000..1000000]"),
        ("CHF 2M", "[1000000..4000000]"),
        ("$2M", "[1000000..4000000]"),
        ("2 Mio. CHF", "[1000000..4000000]"),
        ("2 millions de dollars", "[1000000..4000000]"),
        ("2 mln", "2000000"),
        ("1bn", "1000000000"),
        ("1 milliard", "1000000000"),
        ("un milliard d'euros", "1000000000"),
        ("1 Mrd", "1000000000"),
        ("€2M/yr", "[142857.1429..166666.6667] OR 2000000"),
        ("1 M", "?"),
        ("2M", "?"),
        ("2 MM", "?"),
        ("2 mn", "?"),
        ("1B", "?"),
        ("1 billion", "?"),
        ("5 m", "?"),
        ("EUR 4500 m", "?"),
        ("M€ 2", "?"),
        ("EURm 2", "?"),
        ("2 EURm", "2000000"),
        ("3 SMIC", "?"),
        ("Grade 7", "?"),
        ("échelon 3", "?"),
        ("k€ 45", "?"),
        ("3x", "?"),
        ("2G", "?"),
        ("4500 €/m", "4500"),
        ("TOEFL 2019", "?"),
        ("TOEFL (2019)", "?"),
        ("TOEFL in 2019", "?"),
        ("TOEFL passé en 2019", "?"),
        ("en 2019", "?"),
        ("2019 (TOEFL)", "?"),
        ("salary: 2000", "2000"),
        ("salaire souhaité : 2000", "2000"),
        ("2000 personnes", "2000"),
        ("2 019 mots", "2019"),
        ("Expected 2000 €", "2000"),
        ("C1", "?"),
        ("C1 (75%)", "75"),
        ("c. 75", "[65.625..84.375]"),
        ("year 2019", "?"),
        ("2019-2020", "?"),
        ("2000-2050", "[2000..2050]"),
        ("certificate 12345", "?"),
        ("top 10%", "?"),
        ("45 (échec)", "[0..45]"),
        ("72 - failed", "[0..72]"),
        ("failed to reach 60", "?"),
        ("45/100 (échec)", "[0..45]"),
        ("9/20 (échec)", "[0..9] OR [0..45]"),
        ("I was part of a team of 10", "?"),
        ("membre d'une équipe de 10", "?"),
        ("dans une équipe de 10", "?"),
        ("team of eight", "8"),
        ("équipe de huit", "8"),
        ("no team", "0"),
        ("pas d'équipe", "0"),
        ("no direct reports (team of 12)", "?"),
        ("5/6 personnes", "[5..6]"),
        ("3/12 personnes", "?"),
        ("more than 20 (2015-2018)", "(20..inf]"),
        ("inférieure ou égale à 5100", "[0..5100]"),
        ("greater than or equal to 60", "[60..inf]"),
        ("<p>4500</p>", "4500"),
        ("4500&nbsp;€", "4500"),
        ("4&nbsp;500&nbsp;&euro;", "4500"),
        ("<b>6000</b>", "6000"),
        ("&gt;7", "(7..inf]"),
        ("<del>6000</del> 4500", "?"),
        ("1/2", "0.5 OR [1..2]"),
        ("2/3", "0.6667 OR [2..3]"),
        ("quatre-vingts", "80"),
        ("soixante-quinze", "75"),
        ("4'300 - 5'100 EUR", "[4300..5100]"),
        ("4’300–5’100 EURO", "[4300..5100]"),
        ("entre 4’300 et 5’100 EURO", "[4300..5100]"),
        ("4300.50", "4300.5"),
        ("4 300,5 €", "4300.5"),
        ("4300,-", "4300"),
        ("4300 e", "4300"),
        ("4300 Euro brut", "4300"),
        ("EUR 4300 p.m.", "4300"),
        ("4300 EUR pm", "4300"),
        ("4.300 EUR", "4300"),
        ("4,300.00", "4300"),
        ("≥ 4300", "[4300..inf]"),
        ("> 4 300 €", "(4300..inf]"),
        ("<= 5.100", "[0..5100] OR [0..5.1]"),
        ("5.100 max", "[0..5100] OR [0..5.1]"),
        ("au plus 5100", "[0..5100]"),
        ("not more than 5100 EUR", "[0..5100]"),
        ("not above 5100", "[0..5100]"),
        ("no preference", "?"),
        ("As posted", "?"),
        ("Comme indiqué", "?"),
        ("4300 €/mois", "4300"),
        ("4300 € / mois brut", "4300"),
        ("52k€", "52000"),
        ("52K", "52000"),
        ("52 K EUR / an", "[3714.2857..4333.3333] OR 52000"),
        ("minimum 4500 brut", "[4500..inf]"),
        ("4500€ (négociable)", "[0..4500]"),
        ("95,5 %", "95.5"),
        ("95.5%", "95.5"),
        (".5", "0.5"),
        ("-0.5", "-0.5"),
        ("1,234.5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("nine out of ten", "9 OR 90"),
        ("9 out of 10", "9 OR 90"),
        ("9 sur 10", "9 OR 90"),
        ("9,5/10", "9.5 OR 95"),
        ("18,5/20", "18.5 OR 92.5"),
        ("A+", "?"),
        ("excellent", "?"),
        ("+5", "[5..inf]"),
        ("5 (five)", "5"),
        ("5 (six)", "?"),
        ("five (5)", "5"),
        ("5 = five", "?"),
        ("7.5 overall, 7 in writing", "?"),
        ("1/1/2024", "?"),
        ("12:30", "?"),
        ("01-mai", "?"),
        ("mai-05", "?"),
        ("3 mars", "?"),
        ("1E+05", "100000"),
        ("٤٣٠٠", "4300"),
        ("४३००", "4300"),
        ("1st place", "?"),
    ];

    #[test]
    fn reads() {
        let wrong: Vec<_> =
            CELLS.iter().map(|(cell, as_told)| (cell, as_told, told_as(cell))).filter(|(_, a, b)| *a != b).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert_eq!(read(&"7 ".repeat(1_000_000), &Formats::default()), Reading::UNREADABLE);
    }

    #[test]
    fn formats_settle_what_is_ambiguous_and_nothing_else() {
        let with = |decimal, cell: &str| told::reading(read(cell, &Formats::usual(None, Some(decimal))), told::number);
        for (cell, comma, point) in [
            ("1,500", "1.5", "1500"),
            ("1.500", "1500", "1.5"),
            ("7,5", "7.5", "7.5"),
            ("7.5", "7.5", "7.5"),
            ("4.300,50", "4300.5", "4300.5"),
            ("4,300.50", "4300.5", "4300.5"),
            ("1,500 - 2,000", "[1.5..2]", "[1500..2000]"),
            ("1,234,567", "1234567", "1234567"),
            ("0,500", "0.5", "0.5"),
        ] {
            assert_eq!(with(Decimal::Comma, cell), comma, "{cell:?}");
            assert_eq!(with(Decimal::Point, cell), point, "{cell:?}");
        }
    }

    #[test]
    fn tests_have_their_own_scales() {
        for (cell, asked, another) in [
            ("IELTS 7.5", 90.0, true),
            ("ielts : 7,5", 90.0, true),
            ("IELTS 7.5", 7.0, false),
            ("TOEFL 105", 7.0, true),
            ("TOEFL 105", 90.0, false),
            ("TOEIC 950", 90.0, true),
            ("105", 7.0, false),
            ("105 points", 7.0, false),
        ] {
            assert_eq!(is_on_another_scale(cell, asked), another, "{cell:?} for {asked}");
        }
    }

    #[test]
    fn dress_does_not_matter() {
        for (cell, expected) in CELLS {
            for dressed in told::dressed(cell) {
                assert_eq!(told_as(&dressed), *expected, "{cell:?} as {dressed:?}");
            }
        }
    }

    const TEMPLATES: [&str; 18] = [
        "{}",
        "{} EUR",
        "~{}",
        "about {}",
        "environ {}",
        "plus de {}",
        "{}+",
        "at least {}",
        "moins de {}",
        "up to {}",
        "almost {}",
        "{} ou plus",
        "{} net",
        "{} par an",
        "{} USD",
        "{},5",
        "{} %",
        "{} négociable",
    ];

    proptest! {
        #[test]
        fn any_text(cell in any::<String>()) {
            let _ = read(&cell, &Formats::default());
        }

        #[test]
        fn any_jumble(cell in told::jumble()) {
            if let Some(range) = read(&cell, &Formats::default()).hull() {
                prop_assert!(range.low <= range.high, "{cell:?}: {range:?}");
            }
        }

        /// A larger number never reads as a smaller one.
        #[test]
        fn more_is_more(a in 1u32..900, more in 0u32..900, template in prop::sample::select(&TEMPLATES[..])) {
            let hull = |n: u32| read(&template.replace("{}", &n.to_string()), &Formats::default()).hull();
            let (a, b) = (hull(a), hull(a + more));
            prop_assert!(a.is_some() && b.is_some());
            if let (Some(a), Some(b)) = (a, b) {
                prop_assert!(a.low <= b.low && a.high <= b.high);
            }
        }

        /// However a number is written, it is among what is read.
        #[test]
        fn every_writing_holds_the_number(n in 0u32..10_000_000, mark in prop::sample::select(&[" ", "\u{a0}", "\u{202f}", "'", "’", ",", "."][..])) {
            let mut grouped = String::new();
            let digits = n.to_string();
            for (at, digit) in digits.chars().enumerate() {
                if at > 0 && (digits.len() - at) % 3 == 0 {
                    grouped.push_str(mark);
                }
                grouped.push(digit);
            }
            let reading = read(&grouped, &Formats::default());
            let held = match reading {
                Reading::Within(range) => range.holds(f64::from(n)) && range.is_exact(),
                Reading::Either(a, b) => a.holds(f64::from(n)) || b.holds(f64::from(n)),
                Reading::Unknown(_) => false,
            };
            prop_assert!(held, "{grouped:?}: {reading:?}");
        }
    }
}
