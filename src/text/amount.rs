//! Amounts as people write them: what the readers of numbers and of durations share.
//!
//! An amount is read under one habit of writing decimals; a reader that does not know the habit reads the cell under
//! both, so that the two amounts of "1,500 - 2,000" are never read under different ones.

use std::sync::LazyLock;

use super::Decimal;
use super::calendar;
use super::parts::{Parts, Phrases};
use super::spelled;
use crate::reading::Range;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Plain numbers, with or without a currency.
    Number,
    /// Years, in any unit of time.
    Years,
}

/// What an amount is counted in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Unit {
    /// So many of these make one of what is counted.
    Part(f64),
    /// One of these makes so many of what is counted.
    Times(f64),
    /// Currencies that have been worth between half and twice each other.
    Foreign,
}

/// An amount, with what is said of it, found in a cell.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    /// All that it can mean; nothing where it makes no sense.
    pub range: Option<Range>,
    /// The place where it starts.
    pub start: usize,
    /// The place after it.
    pub end: usize,
    /// Whether it has a unit.
    pub unit: Option<Unit>,
    /// Whether it is in words.
    pub spelled: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Say {
    Over,
    AtLeast,
    Under,
    AtMost,
    Almost,
    About,
    /// `~`: said of a number that is meant all the same.
    Like,
    Between,
    From,
    /// "and some months": more, but not by one.
    AndSome,
}

#[rustfmt::skip]
static BEFORE: LazyLock<Phrases<Say>> = LazyLock::new(|| Phrases::new(&[
    (Say::Over, &[
        ">", "over", "more than", "above", "exceeding", "in excess of", "greater than", "just over", "slightly over", "a little over",
        "a bit over", "well over", "a little more than", "slightly more than", "a bit more than", "much more than",
        "plus de", "plus d'", "+ de", "+ d'", "un peu plus de", "un peu plus d'", "bien plus de", "largement plus de", "supérieur à",
        "supérieure à", "au-delà de", "au-dessus de",
    ]),
    (Say::AtLeast, &[
        "≥", "plus", "not below", "⩾", "> =", "= >", "at least", "minimum", "minimum of", "a minimum of", "at minimum", "at the very least", "min", "not less than",
        "no less than", "no fewer than", "not fewer than", "starting at", "starting from", "upwards of", "+",
        "greater than or equal to", "more than or equal to", "supérieur ou égal à", "supérieure ou égale à",
        "au moins", "au minimum", "minimum de", "un minimum de", "à tout le moins", "pas moins de", "à partir de", "dès",
    ]),
    (Say::Under, &[
        "<", "less than", "fewer than", "under", "below", "lower than",
        "moins de", "moins d'", "en dessous de", "au-dessous de", "inférieur à", "inférieure à",
    ]),
    (Say::AtMost, &[
        "≤", "not above", "not over", "not exceeding", "⩽", "< =", "= <", "at most", "up to", "maximum", "maximum of", "a maximum of", "max", "not more than", "no more than",
        "less than or equal to", "lower than or equal to", "inférieur ou égal à", "inférieure ou égale à",
        "au plus", "tout au plus", "au maximum", "maximum de", "un maximum de", "jusqu'à", "jusqu'", "pas plus de", "pas plus d'",
    ]),
    (Say::Almost, &[
        "almost", "nearly", "just under", "just below", "slightly under", "slightly less than", "a little under", "a little less than",
        "a bit less than", "a bit under", "not quite", "approaching", "just short of",
        "presque", "quasi", "pratiquement", "practically", "virtually", "quasiment", "près de", "près d'", "bientôt", "un peu moins de", "un peu moins d'", "pas tout à fait",
    ]),
    (Say::About, &[
        "about", "around", "approx", "approximately", "roughly", "circa", "ca", "c", "estimated", "an estimated", "estimé à", "some", "more or less", "in the region of", "close to", "near", "near to", "≈", "±", "≃", "≅",
        "environ", "env", "à peu près", "autour de", "aux alentours de", "aux environs de", "approximativement", "plus ou moins",
        "grosso modo", "de l'ordre de", "dans les",
    ]),
    (Say::Like, &["~", "∼"]),
    (Say::Between, &["between", "entre", "from between"]),
    (Say::From, &["from"]),
]));

/// Said just after an amount.
#[rustfmt::skip]
static AFTER: LazyLock<Phrases<Say>> = LazyLock::new(|| Phrases::new(&[
    (Say::About, &["or so", "ish", "approx", "approximately", "roughly", "more or less", "give or take", "about",
        "environ", "env", "à peu près", "approximativement", "plus ou moins", "à peu de choses près"]),
    (Say::Almost, &["presque", "almost", "bientôt", "nearly"]),
    (Say::AndSome, &["et quelques mois", "et quelques", "et des poussières", "et plusieurs mois", "and a few months", "and some months", "and several months", "and a bit",
        "odd"]),
    (Say::AtLeast, &["+", "plus", "and counting", "passés", "passées", "bien sonnés"]),
]));

/// Said after an amount, perhaps after what is counted: "7 years of experience or more".
#[rustfmt::skip]
pub(crate) static LATER: LazyLock<Phrases<bool>> = LazyLock::new(|| Phrases::new(&[
    (true, &["or more", "and more", "or above", "and above", "or over", "and over", "or higher", "or longer", "upwards", "and up", "minimum",
        "min", "at least", "at minimum", "as a minimum",
        "ou plus", "et plus", "et +", "ou +", "ou davantage", "et davantage", "ou mieux", "au moins", "au minimum"]),
    (false, &["or less", "and less", "or fewer", "or under", "and under", "or below", "and below", "maximum", "max", "at most", "tops",
        "ou moins", "et moins", "au plus", "au maximum", "tout au plus"]),
]));

#[rustfmt::skip]
static TIME: LazyLock<Phrases<Unit>> = LazyLock::new(|| Phrases::new(&[
    (Unit::Times(1.0), &["year", "years", "yr", "yrs", "y", "an", "ans", "année", "années", "annee", "ys", "yers", "yeas", "annés"]),
    (Unit::Part(12.0), &["month", "months", "mth", "mths", "mnths", "mo", "mos", "m", "mois"]),
    (Unit::Part(52.0), &["week", "weeks", "wk", "wks", "w", "semaine", "semaines"]),
    (Unit::Part(365.0), &["day", "days", "d", "jour", "jours", "j"]),
    (Unit::Part(4.0), &["quarter", "quarters", "trimestre", "trimestres"]),
    (Unit::Part(2.0), &["semester", "semesters", "semestre", "semestres", "half-year", "half-years"]),
    (Unit::Times(10.0), &["decade", "decades", "décennie", "décennies"]),
]));

#[rustfmt::skip]
static MONEY: LazyLock<Phrases<Unit>> = LazyLock::new(|| Phrases::new(&[
    (Unit::Times(1.0), &["€", "eur", "euro", "euros", "%", "percent", "per cent", "pour cent", "pct"]),
    (Unit::Foreign, &["$", "us$", "usd", "us dollars", "dollar", "dollars", "£", "gbp", "pound", "pounds", "livres", "chf", "franc suisse",
        "francs suisses", "swiss francs", "cad", "aud", "c$", "$us"]),
]));

/// How many one of this word after a number is, and in which currency; not a number (NaN) where the word counts
/// different things for different people. `money` is whether the cell names a currency: "2 M" may be two millions, two
/// thousands, months or metres, "2 M€" is not.
fn scale(word: &str, money: bool) -> Option<(f64, Option<Unit>)> {
    let where_money = |factor: f64| if money { factor } else { f64::NAN };
    let euros = Some(Unit::Times(1.0));
    Some(match word {
        "k" | "thousand" | "thousands" | "mille" | "millier" | "milliers" => (1e3, None),
        "keur" | "keuro" | "keuros" | "eurk" => (1e3, euros),
        "kchf" | "kusd" | "kgbp" | "chfk" | "usdk" | "gbpk" => (1e3, Some(Unit::Foreign)),
        "million" | "millions" | "mio" | "mios" | "mln" | "mlns" => (1e6, None),
        "m" | "mm" | "mn" => (where_money(1e6), None),
        "meur" | "meuro" | "meuros" | "eurm" => (1e6, euros),
        "mchf" | "musd" | "mgbp" | "chfm" | "usdm" | "gbpm" => (1e6, Some(Unit::Foreign)),
        "eurbn" => (1e9, euros),
        "usdbn" | "gbpbn" | "chfbn" => (1e9, Some(Unit::Foreign)),
        "milliard" | "milliards" | "mrd" | "mrds" | "mds" | "bn" | "bln" => (1e9, None),
        "b" | "md" | "mia" => (where_money(1e9), None),
        "hundred" | "hundreds" | "centaine" | "centaines" => (1e2, None),
        "dozen" | "dozens" | "douzaine" | "douzaines" => (12.0, None),
        "dizaine" | "dizaines" => (10.0, None),
        "lakh" | "lakhs" | "lac" | "lacs" => (1e5, None),
        "crore" | "crores" => (1e7, None),
        "billion" | "billions" | "trillion" | "trillions" | "billiard" | "billiards" | "mil" | "mill" | "cr"
        | "lpa" | "cent" | "cents" => (f64::NAN, None),
        _ => return None,
    })
}

/// Whether a word makes thousands, millions or the like of a number.
pub(crate) fn is_scale(word: &str) -> bool {
    scale(word, false).is_some()
}

/// Whether a cell names a currency.
fn names_money(parts: &Parts) -> bool {
    (0..parts.len()).any(|at| {
        let percent = matches!(parts.text(at), "%" | "percent" | "pct" | "per" | "pour");
        !percent && MONEY.longest(parts, at).is_some()
    })
}

/// Whether a cell tells of whole money: a currency, and no thousands of it.
pub(crate) fn tells_money(parts: &Parts) -> bool {
    for at in 0..parts.len() {
        let text = parts.text(at);
        if at > 0 && parts.figure(at - 1).is_some() && scale(text, true).is_some_and(|(factor, _)| factor > 1e3) {
            return false;
        }
        if text.starts_with('k') && (text == "k" || text.starts_with("ke") || text.starts_with("kc")) {
            return false;
        }
    }
    names_money(parts)
}

/// Words between a number and its unit: "7 full years", "10 bonnes années".
#[rustfmt::skip]
static SORTS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "full", "whole", "complete", "good", "long", "solid", "calendar", "consecutive", "cumulative", "total", "solid", "last", "past",
    "pleines", "bonnes", "longues", "belles", "dernières", "derniers", "bons", "complètes", "complets", "entières", "entiers", "grandes",
])]));

/// Words for people who are counted.
pub(crate) const PEOPLE: [&str; 24] = [
    "people",
    "persons",
    "employees",
    "staff",
    "reports",
    "collaborators",
    "colleagues",
    "members",
    "volunteers",
    "interns",
    "participants",
    "beneficiaries",
    "personnes",
    "pers",
    "employes",
    "salaries",
    "collaborateurs",
    "collaboratrices",
    "agents",
    "membres",
    "benevoles",
    "stagiaires",
    "beneficiaires",
    "subordonnes",
];

/// Whether the full stop of an abbreviation is at this place: "2 Mio. CHF", but not the end of "2.5".
fn parts_stop(parts: &Parts, at: usize) -> bool {
    parts.is(at, ".") && !parts.gap(at) && parts.glued_figure(at + 1).is_none()
}

/// The largest number that a cell can mean; what is longer is an account, a telephone, or noise.
const LARGEST: f64 = 1e10;

/// Reads amounts of one kind under one habit.
#[derive(Clone, Copy)]
pub(crate) struct Grammar<'a> {
    /// The cell.
    pub parts: &'a Parts,
    /// What is counted.
    pub mode: Mode,
    /// The mark before decimals, where both are possible.
    pub decimal: Decimal,
    /// Whether the cell tells of money, which has no three decimals: "€4,300" is not ambiguous.
    pub money: bool,
}

#[derive(Clone, Copy, Debug)]
struct Amount {
    low: f64,
    high: f64,
    unit: Option<Unit>,
    thousands: Option<f64>,
    /// "Several": how many more is not said.
    open: bool,
    /// "7+": any more.
    more: bool,
    spelled: bool,
    end: usize,
}

impl Amount {
    fn exactly(value: f64, end: usize) -> Self {
        Self { low: value, high: value, unit: None, thousands: None, open: false, more: false, spelled: false, end }
    }
}

impl Grammar<'_> {
    /// The amount that starts at this place, with all that is said before and after it.
    pub fn find(self, start: usize) -> Option<Found> {
        let (said, at) = self.all_before(start);
        let between = said.contains(&Some(Say::Between));
        let first = self.amount(at)?;
        let second = self.joined(&first, between);
        if between && second.is_none() {
            return None;
        }
        let mut unit = first.unit.or(second.and_then(|second| second.unit));
        let mut end = second.map_or(first.end, |second| second.end);
        let one = convert(1.0, unit).min(1.0);
        let mut range = self.spread(&first, second.as_ref(), unit);
        let joined = second.is_some();
        for say in said.iter().rev().flatten() {
            range = range.map(|range| self.apply(*say, range, one, joined));
        }
        while let Some((say, after)) = self.after(end) {
            range = range.map(|range| self.apply(say, range, one, joined));
            end = after;
        }
        if let Some((more, later)) = LATER.longest(self.parts, end)
            && self.before(end).is_none_or(|(_, at)| self.amount(at).is_none())
        {
            range = range.map(|range| self.bound(range, more));
            end = later;
            // "5 to 7 or more years"
            if let Some((late, after)) = self.unit(end).filter(|_| unit.is_none()) {
                range = range.map(|range| range.map(|value| convert(value, Some(late))));
                unit = Some(late);
                end = after;
            }
        }
        let range = range.filter(|range| !range.low.is_nan() && !range.high.is_nan());
        let spelled = first.spelled && second.is_none_or(|second| second.spelled);
        Some(Found { range, start, end, unit, spelled })
    }

    /// All that is said before the amount, and the place of the amount.
    fn all_before(self, mut at: usize) -> ([Option<Say>; 4], usize) {
        let mut said = [None; 4];
        for slot in &mut said {
            let Some((say, end)) = self.before(at) else { break };
            *slot = Some(say);
            at = end;
            // "more than the 7", "au moins d'une année"
            if matches!(self.parts.text(at), "the" | "a" | "d") && self.amount(at).is_none() {
                let next = at + 1 + usize::from(self.parts.is(at + 1, "'"));
                if self.amount(next).is_some() {
                    at = next;
                }
            }
        }
        (said, at)
    }

    /// The amount that makes a range with this one.
    fn joined(self, first: &Amount, between: bool) -> Option<Amount> {
        let end = self.after(first.end).map_or(first.end, |(_, end)| end);
        let at = self.joint(end, between, first.unit.is_some())?;
        self.second(at)
    }

    /// All from the first amount to the second, where there is one; nothing where they are the wrong way round. What
    /// only one of them is counted in, both are: "5-7 years", "4-5k".
    fn spread(self, first: &Amount, second: Option<&Amount>, unit: Option<Unit>) -> Option<Range> {
        let last = second.unwrap_or(first);
        let thousands = |one: &Amount, other: &Amount| one.thousands.or(other.thousands).unwrap_or(1.0);
        let low = convert(first.low * thousands(first, last), unit);
        let high = convert(last.high * last.thousands.unwrap_or(1.0), last.unit.or(unit));
        if second.is_some() && low > high || low.is_nan() || high.is_nan() {
            return None;
        }
        let mut range = Range::between(low, high);
        if first.open || last.open {
            range.high = if self.mode == Mode::Years { open_end(unit).max(high) } else { f64::INFINITY };
        }
        if first.more || last.more {
            range.high = f64::INFINITY;
        }
        if [first.unit, last.unit].contains(&Some(Unit::Foreign)) {
            let worst = |value: f64, factor: f64| value * if value < 0.0 { 1.0 / factor } else { factor };
            range = Range::between(worst(range.low, 0.5), worst(range.high, 2.0));
        }
        Some(range)
    }

    /// "7 or more", "7 or less".
    pub fn bound(self, range: Range, more: bool) -> Range {
        if more {
            Range { high: f64::INFINITY, high_open: false, ..range }
        } else {
            Range { low: self.floor(range.high), low_open: false, ..range }
        }
    }

    /// The least that can be meant below a bound.
    fn floor(self, bound: f64) -> f64 {
        if self.mode == Mode::Years || bound >= 0.0 { 0.0 } else { f64::NEG_INFINITY }
    }

    fn apply(self, say: Say, range: Range, one: f64, joined: bool) -> Range {
        match say {
            Say::Over => Range::over(range.low),
            Say::AtLeast => Range { low_open: range.low_open, ..Range::from(range.low) },
            Say::From if joined => range,
            Say::From => Range { low_open: range.low_open, ..Range::from(range.low) },
            Say::Under => Range::under(self.floor(range.high), range.high),
            Say::AtMost => Range { high_open: range.high_open, ..Range::up_to(self.floor(range.high), range.high) },
            // "Almost 7" is less, but not by more than one, nor by less than a fifth of it.
            Say::Almost => {
                let low = (range.low - one).min(range.low * 0.8).max(self.floor(range.low));
                Range { high_open: true, ..Range::between(low, range.high) }
            }
            // "About 8" is within an eighth of it, or within half of one.
            Say::About => {
                let around = |value: f64| (value.abs() / 8.0).max(one / 2.0);
                let low = range.low - around(range.low);
                let low = if range.low >= 0.0 { low.max(0.0) } else { low };
                Range { low_open: false, high_open: false, ..Range::between(low, range.high + around(range.high)) }
            }
            Say::AndSome => Range { low_open: true, high_open: true, ..Range::between(range.low, range.high + one) },
            Say::Like | Say::Between => range,
        }
    }

    fn before(self, at: usize) -> Option<(Say, usize)> {
        let parts = self.parts;
        if parts.is(at, "+") && parts.is(at + 1, "/") {
            return Some((Say::About, at + 2 + usize::from(parts.is(at + 2, "-"))));
        }
        // "C1" is a level.
        if parts.is(at, "c") && parts.glued_figure(at + 1).is_some() {
            return None;
        }
        // "- de 3 ans"
        if parts.is(at, "-") && matches!(parts.text(at + 1), "de" | "d") {
            return Some((Say::Under, at + 2 + usize::from(parts.is(at + 2, "'"))));
        }
        // "3 + 4"
        let sum = matches!(parts.text(at), "+" | "plus")
            && at > 0
            && !matches!(parts.text(at - 1), "(" | "[" | ":" | "," | ";" | "=" | "");
        if sum && !matches!(parts.text(at + 1), "de" | "d") {
            return None;
        }
        BEFORE.longest(parts, at)
    }

    fn after(self, at: usize) -> Option<(Say, usize)> {
        if self.parts.is(at, "+") && self.parts.is(at + 1, "/") && self.parts.is(at + 2, "-") {
            return Some((Say::About, at + 3));
        }
        let (say, end) = AFTER.longest(self.parts, at)?;
        let stands_before = match say {
            // "3 + 4", "3 plus 4", "5 ans environ 3 mois"
            Say::AtLeast if matches!(self.parts.text(at), "+" | "plus") => {
                self.amount(end).is_some() || matches!(self.parts.text(end), "de" | "d" | "than" | "ou" | "or" | "tard")
            }
            Say::AtLeast => false,
            _ => self.amount(end).is_some() || self.parts.word(end).is_some(),
        };
        (!stands_before).then_some((say, end))
    }

    /// The place after what stands between the two amounts of a range.
    fn joint(self, at: usize, between: bool, unit: bool) -> Option<usize> {
        let parts = self.parts;
        match parts.text(at) {
            "-" => {
                let mut end = at + 1;
                while parts.is(end, "-") || parts.is(end, ">") {
                    end += 1;
                }
                (end <= at + 3).then_some(end)
            }
            "to" | "a" | "or" | "ou" | "until" | "till" | "through" | "→" | "voire" | ".." | "..." => Some(at + 1),
            "and" | "et" | "&" if between => Some(at + 1),
            "jusqu" => Some(at + 2 + usize::from(matches!(parts.text(at + 2), "a"))),
            // "5/6 personnes"
            "/" if self.mode == Mode::Number && !unit && self.next_to(at) => Some(at + 1),
            // "5/7 ans"
            "/" if !unit && !parts.gap(at) && parts.glued_figure(at + 1).is_some() => {
                let second = self.amount(at + 1)?;
                second.unit.is_some().then_some(at + 1)
            }
            _ => None,
        }
    }

    /// Whether a number and the next one stand around this slash, and count people.
    fn next_to(self, at: usize) -> bool {
        let number = |figure: Option<&str>| figure.filter(|f| f.len() <= 3).and_then(|f| f.parse::<u32>().ok());
        let (before, after) =
            (at.checked_sub(1).and_then(|at| number(self.parts.figure(at))), self.parts.glued_figure(at + 1));
        let counted = self.parts.word(at + 2).is_some_and(|word| PEOPLE.contains(&word));
        counted && !self.parts.gap(at) && before.zip(number(after)).is_some_and(|(a, b)| a + 1 == b)
    }

    /// The second amount of a range.
    fn second(self, at: usize) -> Option<Amount> {
        let at = match self.before(at) {
            // "5 à presque 7" is left open by what is not read.
            Some((Say::Like, end)) => end,
            _ => at,
        };
        if self.parts.is(at, "-") {
            return None;
        }
        self.amount(at)
    }

    /// One amount, in all its units: "7 years and 6 months".
    fn amount(self, at: usize) -> Option<Amount> {
        let mut amount = self.simple(at)?;
        let Some(Unit::Times(_) | Unit::Part(_)) = amount.unit else { return Some(amount) };
        if self.mode == Mode::Number {
            return Some(amount);
        }
        let mut size = convert(1.0, amount.unit);
        let whole = size;
        // "7 ans et demi", "a year and a half", "7 ans 1/2"
        if let Some((half, end)) = self.half(amount.end) {
            amount.low += half;
            amount.high += half;
            amount.end = end;
        }
        loop {
            let mut next = amount.end;
            if matches!(self.parts.text(next), "and" | "et" | "," | "&" | "+") {
                next += 1;
            }
            let Some(more) = self.simple(next) else { break };
            let part = convert(1.0, more.unit);
            if more.unit.is_none() || part >= size || more.open || more.more {
                break;
            }
            // A unit that is less than one of the unit before ("7 years and 6 months"), or it is another amount.
            if convert(more.high, more.unit) > size {
                break;
            }
            size = part;
            amount.low += convert(more.low, more.unit) / whole;
            amount.high += convert(more.high, more.unit) / whole;
            amount.end = more.end;
        }
        Some(amount)
    }

    /// A number and its unit.
    fn simple(self, at: usize) -> Option<Amount> {
        let parts = self.parts;
        let (money, at) = match self.mode {
            Mode::Number => match MONEY.longest(parts, at) {
                Some((unit, end)) if !parts.is(at, "%") => (Some(unit), end),
                _ => (None, at),
            },
            Mode::Years => (None, at),
        };
        let mut amount = self.value(at, money.is_some())?;
        amount.unit = money;
        // "sept (7) ans"
        if parts.is(amount.end, "(")
            && let Some(same) = self.value(amount.end + 1, true)
            && parts.is(same.end, ")")
            && same.low.total_cmp(&amount.low).is_eq()
            && amount.spelled != same.spelled
        {
            amount.end = same.end + 1;
            amount.spelled = false;
        }
        if self.mode == Mode::Number
            && let Some((factor, unit, end)) = self.thousands(amount.end)
        {
            // "EUR 4500 m": for a month rather than millions.
            let month = parts.is(amount.end, "m") && amount.high >= 1e3;
            amount.thousands = Some(if month { f64::NAN } else { factor });
            amount.unit = amount.unit.or(unit);
            amount.end = end;
        }
        let mut end = amount.end;
        let mut more = false;
        if let Some((Say::AtLeast, after)) = self.after(end)
            && matches!(parts.text(end), "+" | "plus")
            && self.unit(after).is_some()
        {
            more = true;
            end = after;
        } else if parts.is(end, "-") && parts.is(end + 1, "plus") && self.unit(end + 2).is_some() {
            more = true;
            end += 2;
        } else if let Some((true, after)) = LATER.longest(parts, end)
            && let Some(after) = Some(after + usize::from(parts.is(after, "d")))
            && let Some(after) = Some(after + usize::from(parts.is(after, "'") || parts.is(after, "de")))
            && self.unit(after).is_some()
        {
            more = true;
            end = after;
        }
        if parts.is(end, "-") && !parts.gap(end) && !parts.gap(end + 1) {
            let word = SORTS.longest(parts, end + 1).map_or(end + 1, |((), end)| end);
            if self.unit(word).is_some() && parts.word(end + 1).is_some() {
                end += 1;
            }
        }
        // "une dizaine d'années", "a couple of years"
        if amount.open || amount.spelled || amount.low.total_cmp(&amount.high).is_ne() || amount.thousands.is_some() {
            let after = match parts.text(end) {
                "of" | "de" => end + 1,
                "d" if parts.is(end + 1, "'") => end + 2,
                _ => end,
            };
            // "2 M d'euros", but not "2 millions de bénéficiaires".
            if amount.thousands.is_none() || self.unit(after).is_some() {
                end = after;
            }
        }
        if self.mode == Mode::Years
            && let Some(((), after)) = SORTS.longest(parts, end)
        {
            if self.unit(after).is_some() {
                end = after;
            } else if let Some(((), after)) = SORTS.longest(parts, after)
                && self.unit(after).is_some()
            {
                end = after;
            }
        }
        if let Some((unit, after)) = self.unit(end) {
            amount.unit = match (amount.unit, unit) {
                (Some(Unit::Foreign), _) | (_, Unit::Foreign) => Some(Unit::Foreign),
                _ => Some(unit),
            };
            amount.end = after;
            amount.more = more;
        }
        if self.mode == Mode::Years {
            let years = parts.figure(at).filter(|_| amount.end == at + 1).and_then(calendar::year);
            // Vague words and a lone "a" need their unit; a bare year is no amount.
            let vague = amount.open || amount.spelled && matches!(parts.text(at), "a" | "an" | "half" | "demi");
            if amount.unit.is_none() && (years.is_some() || vague) {
                return None;
            }
        }
        Some(amount)
    }

    fn unit(self, at: usize) -> Option<(Unit, usize)> {
        match self.mode {
            Mode::Number => MONEY.longest(self.parts, at),
            Mode::Years => {
                let (unit, end) = TIME.longest(self.parts, at)?;
                let short = self.parts.text(at).len() == 1;
                // "7 m²", "5 d'affilée": a letter alone is a unit only where nothing is hung on it.
                let hung =
                    short && (self.parts.is(end, "'") || self.parts.glued_figure(end).is_some() && self.unit_ends(end));
                (!hung).then_some((unit, end))
            }
        }
    }

    /// Whether no unit follows the figure at this place.
    fn unit_ends(self, at: usize) -> bool {
        TIME.longest(self.parts, at + 1).is_none()
    }

    /// "4,3k", "4 k€", "4 thousand", "1,2 M€", "2 Mio. CHF".
    fn thousands(self, at: usize) -> Option<(f64, Option<Unit>, usize)> {
        let word = self.parts.word(at)?;
        let (factor, unit) = scale(word, names_money(self.parts))?;
        let short = parts_stop(self.parts, at + 1) && word.len() < 5 && word != "k";
        Some((factor, unit, at + 1 + usize::from(short)))
    }

    /// "and a half", "et demi", "1/2", in this place after a unit or a number.
    fn half(self, at: usize) -> Option<(f64, usize)> {
        let parts = self.parts;
        let joined = matches!(parts.text(at), "and" | "et" | "&" | "+");
        let mut here = at + usize::from(joined);
        if let Some((value, end)) = self.fraction(here) {
            return Some((value, end));
        }
        if joined && parts.is(here, "a") {
            here += 1;
        }
        let half = match parts.text(here) {
            "half" | "demi" | "demie" if joined => 0.5,
            "quarter" | "quart" if joined => 0.25,
            _ => return None,
        };
        Some((half, here + 1))
    }

    /// A plain fraction below one: `1/2`.
    fn fraction(self, at: usize) -> Option<(f64, usize)> {
        let parts = self.parts;
        let top: f64 = parts.figure(at).filter(|f| f.len() <= 2)?.parse().ok()?;
        let slash = parts.is(at + 1, "/") && !parts.gap(at + 1);
        let under: f64 = parts.glued_figure(at + 2).filter(|f| slash && matches!(*f, "2" | "3" | "4"))?.parse().ok()?;
        let goes_on = parts.is(at + 3, "/") || parts.is(at + 3, ".") && parts.glued_figure(at + 4).is_some();
        (!goes_on && top > 0.0 && top < under).then_some((top / under, at + 3))
    }

    /// A number in figures or words, without unit.
    fn value(self, at: usize, inside: bool) -> Option<Amount> {
        let parts = self.parts;
        let negative = parts.is(at, "-") && parts.glued_figure(at + 1).is_some();
        let signed = at + usize::from(negative);
        if parts.figure(signed).is_some()
            || (parts.is(at, ".") && parts.gap(at) && parts.glued_figure(at + 1).is_some())
        {
            if at > 0 && parts.word(at - 1).is_some() && !parts.gap(at) && !inside && !self.may_stand_before(at - 1) {
                return None;
            }
            if let Some((half, end)) = self.fraction(signed).filter(|_| self.mode == Mode::Years && !negative) {
                return Some(Amount::exactly(half, end));
            }
            let (value, end) = self.literal(signed)?;
            let mut amount = Amount::exactly(if negative { -value } else { value }, end);
            if parts.word(end).is_some_and(calendar::is_ordinal) && !parts.gap(end) {
                return None;
            }
            if self.mode == Mode::Years && matches!(parts.text(end), "%" | "percent" | "pct") {
                return None;
            }
            // A date, a time, a share of something.
            if (parts.is(end, ":") && parts.glued_figure(end + 1).is_some() && !parts.gap(end))
                || calendar::is_triple(parts, signed)
            {
                amount.low = f64::NAN;
            }
            if let Some((half, after)) = self.half(end).filter(|_| !negative) {
                amount.low += half;
                amount.high += half;
                amount.end = after;
            }
            return Some(amount);
        }
        self.in_words(at)
    }

    /// Whether the word at this place may be written against a number: "env7", "eur4300", "y6m".
    fn may_stand_before(self, at: usize) -> bool {
        let known = BEFORE.longest(self.parts, at).is_some() && !self.parts.is(at, "c")
            || MONEY.longest(self.parts, at).is_some()
            || matches!(self.parts.text(at), "eur" | "chf" | "to" | "et" | "and");
        known
            || (self.mode == Mode::Years
                && at > 0
                && self.parts.figure(at - 1).is_some()
                && TIME.longest(self.parts, at).is_some())
    }

    fn in_words(self, at: usize) -> Option<Amount> {
        let parts = self.parts;
        let words = |low: f64, high: f64, open: bool, end: usize| {
            Some(Amount { low, high, unit: None, thousands: None, open, more: false, spelled: true, end })
        };
        let article = matches!(parts.text(at), "a" | "an" | "un" | "une" | "one");
        let mut here = at + usize::from(article);
        // "une bonne dizaine": a good many are not many more.
        here += usize::from(article && matches!(parts.text(here), "bonne" | "petite" | "good"));
        // Half before a dozen, a year, a decade.
        let halved = matches!(parts.text(here), "half" | "demi" | "demie");
        let after_half = here + 1 + usize::from(parts.is(here + 1, "-"));
        if halved {
            let mut end = after_half + usize::from(matches!(parts.text(after_half), "a" | "an"));
            if matches!(parts.text(end), "douzaine" | "dozen") {
                return words(4.8, 7.5, false, end + 1);
            }
            if parts.is(after_half, "of") {
                end = after_half;
            }
            return words(0.5, 0.5, false, end);
        }
        // A round dozen is not counted: a fifth less, a quarter more.
        let round = |value: f64| words(value * 0.8, value * 1.25, false, here + 1);
        let plural = !article;
        match parts.text(here) {
            "dozen" | "douzaine" if article => return round(12.0),
            "dizaine" if article => return round(10.0),
            "quinzaine" if article => return round(15.0),
            "vingtaine" if article => return round(20.0),
            "trentaine" if article => return round(30.0),
            "quarantaine" if article => return round(40.0),
            "cinquantaine" if article => return round(50.0),
            "centaine" if article => return round(100.0),
            "dozens" if plural => return words(24.0, 24.0, true, here + 1),
            "couple" if article => return words(2.0, 3.0, false, here + 1),
            "few" | "several" | "many" | "numerous" | "multiple" | "quelques" | "plusieurs" | "nombreuses"
            | "nombreux" => {
                return words(2.0, 2.0, true, here + 1);
            }
            "hundred" | "thousand" if article => {
                let value = if parts.is(here, "hundred") { 100.0 } else { 1_000.0 };
                return words(value, value, false, here + 1);
            }
            _ => {}
        }
        if matches!(parts.text(at), "a" | "an") {
            // "a year": only before a unit, which the caller sees to.
            let end = at + 1;
            let unit = self.mode == Mode::Years && (self.unit(end).is_some() || SORTS.longest(parts, end).is_some());
            return if unit { words(1.0, 1.0, false, end) } else { None };
        }
        let (value, end) = spelled::read(parts, at)?;
        if article
            && end == at + 1
            && self.mode == Mode::Years
            && self.unit(end).is_none()
            && SORTS.longest(parts, end).is_none()
        {
            let half = self.half(end).is_some();
            // "un à deux ans"
            let joint = matches!(parts.text(end), "to" | "a" | "or" | "ou" | "-" | "and" | "et");
            let range = joint && self.simple(end + 1).is_some_and(|second| second.unit.is_some());
            if !half && !range && parts.len() > 1 && !parts.is(end, "(") {
                return None;
            }
        }
        // "trois mille cinq": a figure after words is another number.
        let mut amount = words(f64::from(value), f64::from(value), false, end)?;
        if let Some((half, after)) = self.half(end) {
            amount.low += half;
            amount.high += half;
            amount.end = after;
        }
        Some(amount)
    }

    /// A number in figures, with its separators. What cannot be a number is not a number (NaN).
    fn literal(self, at: usize) -> Option<(f64, usize)> {
        let parts = self.parts;
        let mut groups: Vec<(&str, &str)> = Vec::with_capacity(4);
        let mut here = at;
        if parts.is(here, ".") {
            groups.extend([("", "0"), (".", parts.glued_figure(here + 1)?)]);
            here += 2;
        } else {
            groups.push(("", parts.figure(here)?));
            here += 1;
        }
        loop {
            let mark = parts.text(here);
            if matches!(mark, "." | "," | "'") && !parts.gap(here) && parts.glued_figure(here + 1).is_some() {
                groups.push((mark, parts.text(here + 1)));
                here += 2;
                continue;
            }
            // "4 300"
            let spaced = parts.gap(here) && parts.figure(here).is_some_and(|f| f.len() == 3);
            let thousands = groups.iter().skip(1).all(|(mark, _)| matches!(*mark, " " | "'")) && groups[0].1.len() <= 3;
            // "3 200/5": a figure that is part of something else is not of this one.
            if spaced && thousands && !groups[0].1.starts_with('0') {
                groups.push((" ", parts.text(here)));
                here += 1;
                continue;
            }
            break;
        }
        let mut money = self.money;
        // "4'300.-"
        if matches!(parts.text(here), "." | ",") && parts.is(here + 1, "-") && !parts.gap(here) && !parts.gap(here + 1)
        {
            let next = here + 2 + usize::from(parts.is(here + 2, "-"));
            if parts.figure(next).is_none() {
                here = next;
                money = true;
            }
        }
        let mut value =
            evaluate(&groups, self.decimal, money).filter(|value| value.abs() < LARGEST).unwrap_or(f64::NAN);
        // "1e3", "4.3E+03"
        if parts.is(here, "e") && !parts.gap(here) && !parts.gap(here + 1) {
            let sign = matches!(parts.text(here + 1), "+" | "-");
            if let Some(power) = parts.glued_figure(here + 1 + usize::from(sign)) {
                let power: i32 = if power.len() <= 2 { power.parse().unwrap_or(0) } else { 99 };
                value *= 10f64.powi(if parts.is(here + 1, "-") { -power } else { power });
                if value.abs() >= LARGEST {
                    value = f64::NAN;
                }
                here += 2 + usize::from(sign);
            }
        }
        Some((value, here))
    }
}

/// An amount in years, or in plain numbers.
fn convert(value: f64, unit: Option<Unit>) -> f64 {
    match unit {
        Some(Unit::Part(part)) => value / part,
        Some(Unit::Times(times)) => value * times,
        Some(Unit::Foreign) | None => value,
    }
}

/// The most that "several" of a unit can be, in years: who has more of them counts in a larger unit.
fn open_end(unit: Option<Unit>) -> f64 {
    match unit {
        Some(Unit::Part(part)) if part > 300.0 => 0.25,
        Some(Unit::Part(part)) if part > 50.0 => 1.0,
        Some(Unit::Part(_)) => 2.0,
        _ => f64::INFINITY,
    }
}

/// The value of figures and their separators; nothing where they are no number.
fn evaluate(groups: &[(&str, &str)], decimal: Decimal, money: bool) -> Option<f64> {
    let (first, rest) = groups.split_first()?;
    let first = first.1;
    let digits = |count: usize| groups[..=count].iter().map(|(_, digits)| *digits).collect::<String>();
    let whole = |count: usize| -> Option<String> {
        let text = digits(count);
        // Zeros before a long number make it a code or a telephone.
        let code = text.len() > 4 && text.starts_with('0');
        (text.len() <= 12 && !code).then_some(text)
    };
    let thousands = |rest: &[(&str, &str)]| {
        (1..=3).contains(&first.len())
            && !(first.starts_with('0'))
            && rest.windows(2).all(|pair| pair[0].0 == pair[1].0)
            && rest.iter().all(|(_, group)| group.len() == 3)
    };
    // As written in India: 12,00,000.
    let lakhs = |rest: &[(&str, &str)]| {
        rest.len() > 1
            && (1..=2).contains(&first.len())
            && rest.iter().all(|(mark, _)| *mark == ",")
            && rest.iter().rev().skip(1).all(|(_, group)| group.len() == 2)
            && rest.last().is_some_and(|(_, group)| group.len() == 3)
    };
    let Some((&(mark, part), before)) = rest.split_last() else {
        return whole(0)?.parse().ok();
    };
    let as_whole = thousands(rest) || lakhs(rest);
    let others_differ = before.iter().all(|(other, _)| *other != mark);
    let as_part = matches!(mark, "." | ",")
        && others_differ
        && (before.is_empty() || thousands(before))
        && (part.len() <= 9)
        && !(before.is_empty() && first.len() > 1 && first.starts_with("00"));
    let ambiguous = as_whole && as_part;
    let takes_part = if ambiguous {
        !money && before.is_empty() && mark == if decimal == Decimal::Comma { "," } else { "." }
    } else {
        as_part
    };
    if takes_part {
        let whole = whole(before.len())?;
        format!("{whole}.{part}").parse().ok()
    } else if as_whole {
        whole(rest.len())?.parse().ok()
    } else {
        None
    }
}

/// Readings as short text, so that a table of them can be read.
#[cfg(test)]
pub(crate) mod told {
    use proptest::prelude::*;

    use crate::reading::{Range, Reading};

    /// `7`, `[5..7]`, `(7..inf]`, `1.5 OR 1500`, `?`.
    pub fn reading(reading: Reading, value: impl Fn(f64) -> String) -> String {
        let range = |range: Range| {
            if range.is_exact() {
                return value(range.low);
            }
            let (open, close) = (if range.low_open { "(" } else { "[" }, if range.high_open { ")" } else { "]" });
            format!("{open}{}..{}{close}", value(range.low), value(range.high))
        };
        match reading {
            Reading::Within(a) => range(a),
            Reading::Either(a, b) => format!("{} OR {}", range(a), range(b)),
            Reading::Unknown(_) => "?".to_owned(),
        }
    }

    /// At most four decimals.
    pub fn number(value: f64) -> String {
        let text = format!("{value:.4}");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }

    /// A cell put in other dress: capitals, no-break spaces, space around it, accents taken apart.
    pub fn dressed(cell: &str) -> [String; 4] {
        use unicode_normalization::UnicodeNormalization;
        [cell.to_uppercase(), cell.replace(' ', "\u{a0}"), format!(" \u{202f}{cell}\t"), cell.nfd().collect()]
    }

    /// Cells made of what readers look for, in any order.
    pub fn jumble() -> impl Strategy<Value = String> {
        let words = &[
            "7",
            "12",
            "300",
            "2012",
            "2016",
            "31",
            "06",
            "99999999999",
            "0",
            "1",
            ",",
            ".",
            "-",
            "–",
            "/",
            ":",
            "'",
            "+",
            "~",
            ">",
            "<",
            "=",
            "%",
            "(",
            ")",
            ";",
            "|",
            "\n",
            "years",
            "ans",
            "mois",
            "months",
            "an",
            "d'",
            "de",
            "à",
            "to",
            "et",
            "and",
            "a half",
            "demi",
            "depuis",
            "since",
            "present",
            "March",
            "mars",
            "sept",
            "may",
            "dizaine",
            "plus de",
            "moins",
            "or more",
            "ou plus",
            "almost",
            "environ",
            "entre",
            "between",
            "€",
            "k",
            "EUR",
            "net",
            "e",
            "h",
            "T",
            "Z",
            "UTC",
            "pm",
            "er",
            "th",
            "none",
            "aucune",
            "expérience",
            "dont",
            "including",
            "cent",
            "million",
            "vingt",
            "quatre",
            "mi-temps",
            "½",
            "½",
            "no",
            "x",
            "avant",
            "Monday",
            "minuit",
            "jusqu'",
        ][..];
        prop::collection::vec((prop::sample::select(words), prop::sample::select(&["", " ", " "][..])), 0..14)
            .prop_map(|parts| parts.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
    }
}
