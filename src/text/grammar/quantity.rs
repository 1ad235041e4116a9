//! Values: figures, number words, decimals and parts of one, as all kinds of cells read them.

use crate::formats::Decimal;
use crate::lexed::{Cursor, said};
use crate::lexicon::{Joint, Langs, Quantifier, Sense, TimeUnit};
use crate::reading::{Range, Reading};
use crate::tokens::TokenKind;

/// Figures of more digits than this are no amount.
const DIGITS: usize = 15;

/// A value of an amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Quantity {
    /// All that it can mean: `1,500` is one and a half or fifteen hundred.
    pub value: Reading,
    /// By what a word after its figures multiplies it: "5k".
    pub times: f64,
}

impl Quantity {
    fn exactly(value: f64) -> Self {
        Self::of(Reading::exactly(value))
    }

    const fn of(value: Reading) -> Self {
        Self { value, times: 1.0 }
    }
}

/// Reads a value.
pub(crate) fn quantity(cursor: &mut Cursor<'_>, decimal: Option<Decimal>) -> Option<Quantity> {
    let told = |cursor: &mut Cursor<'_>| {
        let figures = cursor.attempt(|cursor| figures(cursor, decimal));
        figures.or_else(|| spelled(cursor).map(Quantity::exactly))
    };
    let found = told(cursor).or_else(|| part(cursor).map(Quantity::exactly))?;
    let found = with_part(cursor, found);
    // "seven (7) years": the same value in brackets.
    cursor.follows(|cursor| {
        let again = |cursor: &mut Cursor<'_>| told(cursor).is_some_and(|again| again.value == found.value);
        cursor.take_text(&["("]) && again(cursor) && cursor.take_text(&[")"])
    });
    Some(found)
}

/// A value in figures.
fn figures(cursor: &mut Cursor<'_>, decimal: Option<Decimal>) -> Option<Quantity> {
    if cursor.take_text(&[".", ","]) {
        let digits = cursor.figure(0).filter(|_| !cursor.gap(0))?;
        cursor.at += 1;
        return format!("0.{digits}").parse().ok().map(Quantity::exactly);
    }
    // "0475123456" is a telephone.
    let first = cursor.take_figure().filter(|first| first.len() <= 2 || !first.starts_with('0'))?;
    if let Some(value) = one_over(cursor, first) {
        return Some(Quantity::exactly(value));
    }
    let groups = groups(cursor, first);
    let value = value(first, &groups, decimal)?;
    // "1 point 1"
    if groups.is_empty()
        && let Some(value) = value.hull().and_then(|range| spoken_decimals(cursor, range.low))
    {
        return Some(Quantity::exactly(value));
    }
    if let Some(power) = cursor.attempt(power) {
        return Some(Quantity::of(value.map(|value| scaled(value, power))));
    }
    Some(times(cursor).map_or(Quantity::of(value), |(least, most)| match (value.hull(), least < most) {
        (Some(range), true) => Quantity::of(Reading::Within(
            range.map(|value| scaled(value, least)).hull(range.map(|value| scaled(value, most))),
        )),
        _ => Quantity { value: value.map(|value| scaled(value, least)), times: least },
    }))
}

/// By what a word after figures multiplies them, at least and at most: "5 hundred"; but "10 cents" is money in French as in
/// English. "2mil" are two thousand in Spanish, and two million in English.
fn times(cursor: &mut Cursor<'_>) -> Option<(f64, f64)> {
    let english = Langs::of(["en"]).unwrap_or(Langs::ALL);
    let hundreds = said!(Sense::Number(times) if times >= 100.0 => times);
    let hundreds = cursor.lexed().sense_in(cursor.at, english, hundreds).map(|(times, _)| times);
    let thousands = said!(Sense::Number(times) if is_scale(times) => times, Sense::Multiple(times) => times);
    let all = cursor.lexed().senses(cursor.at).iter().copied().filter_map(thousands).chain(hundreds);
    let times = all.map(|times| (times, times)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    cursor.at += 1;
    Some(times)
}

/// What the number words of most languages multiply by, from a thousand on.
const SCALES: [f64; 3] = [1e9, 1e6, 1e3];

fn is_scale(value: f64) -> bool {
    SCALES.contains(&value)
}

/// The largest of these that a value is so many times of; else one.
fn scale_of(value: f64) -> f64 {
    SCALES.into_iter().find(|scale| value >= *scale && value % scale == 0.0).unwrap_or(1.0)
}

/// A value times a power of ten, as it would be written in figures: 32.2k is 32,200, and no hair more.
pub(super) fn scaled(value: f64, power: f64) -> f64 {
    format!("{value}e{}", power.log10()).parse().unwrap_or(value * power)
}

/// `E+03`: a power of ten, as spreadsheets write it.
fn power(cursor: &mut Cursor<'_>) -> Option<f64> {
    cursor.take_glued(&["e"]).then_some(())?;
    let minus = cursor.take_glued(&["-"]);
    cursor.take_glued(&["+"]);
    let power: i32 = cursor.figure(0).filter(|figure| !cursor.gap(0) && figure.len() <= 2)?.parse().ok()?;
    cursor.at += 1;
    Some(10f64.powi(if minus { -power } else { power }))
}

/// The groups of figures after the first, each with the mark before it.
fn groups<'a>(cursor: &mut Cursor<'a>, first: &str) -> Vec<(char, &'a str)> {
    let mut groups: Vec<(char, &str)> = Vec::new();
    loop {
        let mark = cursor.text(0).chars().next().filter(|mark| matches!(mark, '.' | ',' | '\''));
        let glued = !cursor.gap(0) && !cursor.gap(1);
        if let (true, Some(mark), Some(figure)) = (glued, mark, cursor.figure(1)) {
            groups.push((mark, figure));
            cursor.at += 2;
            continue;
        }
        // "4 300": spaces part thousands alone.
        let spaced = first.len() <= 3 && groups.iter().all(|(mark, _)| *mark == ' ') && cursor.gap(0) && !cursor.line();
        match cursor.figure(0).filter(|figure| spaced && figure.len() == 3 && !first.starts_with('0')) {
            Some(figure) => groups.push((' ', figure)),
            None => return groups,
        }
        cursor.at += 1;
    }
}

/// What figures in groups mean: the marks part thousands, or the last stands before decimals.
fn value(first: &str, groups: &[(char, &str)], decimal: Option<Decimal>) -> Option<Reading> {
    let [before @ .., (mark, last)] = groups else { return number(first, &[], None).map(Reading::exactly) };
    let settled = decimal.map(|decimal| *mark == if decimal == Decimal::Point { '.' } else { ',' });
    let threes = |groups: &[(char, &str)]| groups.iter().all(|(_, figure)| figure.len() == 3) && first.len() <= 3;
    let thousands = || number(first, groups, None).filter(|_| threes(groups));
    let decimals = || number(first, before, Some(last)).filter(|_| settled != Some(false));
    let point = matches!(mark, '.' | ',');
    let alike = before.iter().all(|(other, _)| *other == before[0].0);
    let one = match before.first() {
        Some((other, _)) if alike && other == mark => thousands(),
        Some(_) => decimals().filter(|_| alike && point && threes(before)),
        None if !point => thousands(),
        None if !threes(groups) || first.starts_with('0') || settled == Some(true) => decimals(),
        None if settled == Some(false) => thousands(),
        None => return Some(Reading::either(Range::exactly(decimals()?), Range::exactly(thousands()?))),
    };
    one.map(Reading::exactly)
}

fn number(first: &str, groups: &[(char, &str)], decimals: Option<&&str>) -> Option<f64> {
    let mut text = String::from(first);
    groups.iter().for_each(|(_, group)| text.push_str(group));
    if text.len() > DIGITS {
        return None;
    }
    if let Some(decimals) = decimals {
        text.push('.');
        text.push_str(decimals);
    }
    text.parse().ok()
}

/// `1/2`, `3/4` and the like, the first figure of which has been read: parts of one.
pub(super) fn one_over(cursor: &mut Cursor<'_>, first: &str) -> Option<f64> {
    let parts = cursor.text(0) == "/" && !cursor.gap(0) && !cursor.gap(1);
    let value = match (first, cursor.figure(1).filter(|_| parts)?) {
        ("1", "2") => 0.5,
        ("1", "3") => 1.0 / 3.0,
        ("1", "4") => 0.25,
        ("3", "4") => 0.75,
        _ => return None,
    };
    // "1/2/2019"
    (cursor.text(2) != "/").then(|| cursor.at += 2)?;
    Some(value)
}

/// What stands after a whole number and adds a part of one: `½`, "et demi", "and a half", "1/2".
fn with_part(cursor: &mut Cursor<'_>, found: Quantity) -> Quantity {
    let Reading::Within(range) = found.value else { return found };
    if !range.is_exact() || range.low.fract() != 0.0 {
        return found;
    }
    let part = cursor.attempt(|cursor| {
        let joined = cursor.take_joint(Joint::And);
        // "Drei halbe" are three halves.
        let word = !joined && cursor.token(0).is_some_and(|token| token.kind == TokenKind::Word);
        let figures = |cursor: &mut Cursor<'_>| {
            let first = cursor.figure(0).filter(|_| cursor.gap(0) || joined)?;
            cursor.at += 1;
            one_over(cursor, first)
        };
        if word { None } else { part(cursor).or_else(|| figures(cursor)) }
    });
    // "un million et demi"
    part.map_or(found, |part| Quantity::exactly(range.low + part * scale_of(range.low)))
}

/// A part of one: "half", "trois quarts", `½`.
pub(crate) fn part(cursor: &mut Cursor<'_>) -> Option<f64> {
    const SIGNS: [(&str, f64); 5] = [("½", 0.5), ("¼", 0.25), ("¾", 0.75), ("⅓", 1.0 / 3.0), ("⅔", 2.0 / 3.0)];
    let sign = SIGNS.iter().find(|(sign, _)| cursor.take_text(&[sign])).map(|(_, part)| *part);
    sign.or_else(|| cursor.take(said!(Sense::Fraction(part) => part)))
}

/// A value in words, all of one language: "one hundred and two", "vingt-et-un", "seven point five". "Ten cents" is no
/// number of ten hundreds.
fn spelled(cursor: &mut Cursor<'_>) -> Option<f64> {
    // "UN" among other words is no French one.
    if cursor.is_upper() && !cursor.lexed().shouts() {
        return None;
    }
    let mut langs = Langs::ALL;
    let mut total = None;
    let mut last = f64::INFINITY;
    loop {
        let mut next = *cursor;
        if total.is_some() {
            joint(&mut next);
            next.take_text(&[","]);
        }
        // "a hundred"; "een cent" is no French one.
        let (mut after, mut of) = (next, langs);
        let one = after.take_in(&mut of, said!(Sense::Quantifier(Quantifier::One) => 1.0));
        let scale = said!(Sense::Number(value) if value >= 100.0 => value, Sense::Multiple(value) => value);
        let scaled = after.clone().take_in(&mut of, scale).is_some();
        if one.is_some() && scaled {
            (next, langs) = (after, of);
        }
        let group = hundreds(&mut next, &mut langs).or(one.filter(|_| scaled));
        let (value, scale) = match group {
            Some(group) => {
                let times = said!(Sense::Number(value) if is_scale(value) => value, Sense::Multiple(value) => value);
                (group, next.take_in(&mut langs, times).unwrap_or(1.0))
            }
            // "dreitausend" has a factor of its own: "zwei dreitausend" are two numbers.
            None => match next.take_in(&mut langs, said!(Sense::Number(value) if value >= 1_000.0 => value)) {
                Some(value) => (value / scale_of(value), scale_of(value)),
                None => break,
            },
        };
        if scale >= last {
            break;
        }
        total = Some(total.unwrap_or(0.0) + value * scale);
        last = scale;
        *cursor = next;
        if scale <= 1.0 {
            break;
        }
    }
    total.map(|total| spoken_decimals(cursor, total).unwrap_or(total))
}

/// A value under a thousand in words.
fn hundreds(cursor: &mut Cursor<'_>, langs: &mut Langs) -> Option<f64> {
    let few = tens(cursor, langs);
    let hundred = cursor.attempt(|cursor| {
        // "eight-hundred", "doscientos"
        cursor.take_glued(&["-"]);
        let alone = few.is_none();
        let hundred = cursor.take_in(
            langs,
            said!(Sense::Number(value) if value == 100.0 || alone && (100.0..1_000.0).contains(&value) => value),
        );
        // "quinze cents", but "soixante-quinze cents" are less than one.
        hundred.filter(|_| few.is_none_or(|few| few < 20.0) || french(*langs).is_none())
    });
    let Some(hundred) = hundred else { return few };
    let rest = cursor.attempt(|cursor| {
        joint(cursor);
        tens(cursor, langs)
    });
    Some(few.unwrap_or(1.0) * hundred + rest.unwrap_or(0.0))
}

/// A value under a hundred in words.
fn tens(cursor: &mut Cursor<'_>, langs: &mut Langs) -> Option<f64> {
    let ten = cursor.take_in(langs, said!(Sense::Number(value) if value < 100.0 => value))?;
    if ten < 20.0 || ten % 10.0 > 0.0 {
        return Some(ten);
    }
    let one = cursor.attempt(|cursor| {
        joint(cursor);
        cursor.take_in(langs, said!(Sense::Number(value) if (1.0..10.0).contains(&value) => value))
    });
    // "soixante-quinze", "quatre-vingt-onze"
    let teens = || {
        cursor.attempt(|cursor| {
            joint(cursor);
            *langs = french(*langs).filter(|_| ten == 60.0 || ten == 80.0)?;
            cursor.take_in(langs, said!(Sense::Number(value) if (10.0..20.0).contains(&value) => value))
        })
    };
    Some(ten + one.or_else(teens).unwrap_or(0.0))
}

/// These languages as far as they are French, which counts on from sixty and eighty to a hundred.
fn french(langs: Langs) -> Option<Langs> {
    Langs::of(["fr"])?.both(langs)
}

/// What may stand between number words: a dash, "and".
fn joint(cursor: &mut Cursor<'_>) {
    cursor.take_glued(&["-"]);
    if cursor.take_joint(Joint::And) {
        cursor.take_glued(&["-"]);
    }
}

/// "point five", "virgule vingt-cinq": decimals that are said.
fn spoken_decimals(cursor: &mut Cursor<'_>, whole: f64) -> Option<f64> {
    cursor.attempt(|cursor| {
        cursor.take_sense(Sense::DecimalMark).then_some(())?;
        let mut digits = cursor.take_figure().unwrap_or_default().to_owned();
        let mut langs = Langs::ALL;
        while digits.len() < DIGITS
            && let Some(value) = tens(cursor, &mut langs)
        {
            digits.push_str(&value.to_string());
        }
        format!("{whole}.{digits}").parse().ok().filter(|_| !digits.is_empty())
    })
}

/// A unit of time. A word that can join as well does so where there is something to join: "3 à 4 ans", "3 a".
pub(crate) fn unit(cursor: &mut Cursor<'_>) -> Option<TimeUnit> {
    // Written to the figure it is its unit: "8a 9m".
    let joins = cursor.gap(0) && cursor.has(0, |sense| sense == Sense::Joint(Joint::To));
    if joins && (quantity(&mut cursor.skip(1), None).is_some() || cursor.clone().take_named()) {
        return None;
    }
    cursor.take(said!(Sense::Unit(unit) => unit))
}
