//! Values: figures, number words, decimals and parts of one, as all kinds of cells read them.

use crate::formats::Decimal;
use crate::lexicon::{Joint, Langs, Quantifier, Sense, Unit};
use crate::reading::Reading;
use crate::text::Cursor;
use crate::tokens::{Case, Kind};

/// Figures of more digits than this are no amount.
const DIGITS: usize = 15;

/// A value of an amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Quantity {
    /// All that it can mean: `1,500` is one and a half or fifteen hundred.
    pub value: Reading,
    /// Whether it is written in figures that are a whole number without any mark.
    pub plain: bool,
    /// By what a word after its figures multiplies it: "5k".
    pub times: f64,
}

impl Quantity {
    fn exactly(value: f64) -> Self {
        Self { value: Reading::exactly(value), plain: false, times: 1.0 }
    }
}

/// Reads a value.
pub(crate) fn quantity(cursor: &mut Cursor<'_>, decimal: Option<Decimal>) -> Option<Quantity> {
    let mut ahead = *cursor;
    let found = figures(&mut ahead, decimal).or_else(|| {
        ahead = *cursor;
        spelled(&mut ahead).or_else(|| part(&mut ahead)).map(Quantity::exactly)
    })?;
    let found = with_part(&mut ahead, found);
    *cursor = ahead;
    said_again(cursor, found, decimal);
    Some(found)
}

/// "seven (7) years": the same value in brackets.
fn said_again(cursor: &mut Cursor<'_>, found: Quantity, decimal: Option<Decimal>) {
    let mut ahead = *cursor;
    if !ahead.take_text(&["("]) {
        return;
    }
    let again = figures(&mut ahead, decimal).or_else(|| spelled(&mut ahead).map(Quantity::exactly));
    if again.is_some_and(|again| again.value == found.value) && ahead.take_text(&[")"]) {
        *cursor = ahead;
    }
}

/// A value in figures.
fn figures(cursor: &mut Cursor<'_>, decimal: Option<Decimal>) -> Option<Quantity> {
    let mut ahead = *cursor;
    if ahead.take_text(&[".", ","]) && !ahead.gap(0) {
        let value = format!("0.{}", ahead.figure(0)?).parse().ok()?;
        ahead.at += 1;
        *cursor = ahead;
        return Some(Quantity::exactly(value));
    }
    ahead = *cursor;
    // "0475123456" is a telephone.
    let first = ahead.figure(0).filter(|first| first.len() <= 2 || !first.starts_with('0'))?;
    ahead.at += 1;
    if let Some(value) = one_over(&mut ahead, first) {
        *cursor = ahead;
        return Some(Quantity::exactly(value));
    }
    let groups = groups(&mut ahead, first);
    let marks: Vec<char> = groups.iter().map(|(mark, _)| *mark).collect();
    let quantity = match (groups.as_slice(), decimal_of(&marks, &groups, first, decimal)?) {
        ([], _) => Quantity { value: Reading::exactly(number(first, &[], None)?), plain: true, times: 1.0 },
        (all, Marks::Thousands) => Quantity::exactly(number(first, all, None)?),
        ([all @ .., (_, last)], Marks::Decimal) => Quantity::exactly(number(first, all, Some(last))?),
        ([(_, last)], Marks::Either) => {
            let (small, large) = (number(first, &[], Some(last))?, number(first, &groups, None)?);
            let value = Reading::either(crate::reading::Range::exactly(small), crate::reading::Range::exactly(large));
            Quantity { value, plain: false, times: 1.0 }
        }
        _ => return None,
    };
    *cursor = ahead;
    // "1 point 1"
    if quantity.plain
        && let Some(value) = quantity.value.hull().and_then(|range| spoken_decimals(cursor, range.low))
    {
        return Some(Quantity::exactly(value));
    }
    if let Some(power) = power(cursor) {
        return Some(Quantity { value: quantity.value.map(|value| value * power), plain: false, times: 1.0 });
    }
    // "5 hundred"; but "10 cents" is money in French as in English.
    let mut english = Langs::of(["en"]).unwrap_or(Langs::ALL);
    let times = cursor
        .take_in(&mut english, |sense| word(sense, |times| times >= 100.0))
        .or_else(|| cursor.take(|sense| word(sense, |times| times >= 1_000.0)));
    Some(match times {
        Some(times) => Quantity { value: quantity.value.map(|value| value * times), plain: false, times },
        None => quantity,
    })
}

/// `E+03`: a power of ten, as spreadsheets write it.
fn power(cursor: &mut Cursor<'_>) -> Option<f64> {
    let mut ahead = *cursor;
    if !ahead.take_glued(&["e"]) {
        return None;
    }
    let minus = ahead.take_glued(&["-"]);
    ahead.take_glued(&["+"]);
    let power: i32 = ahead.figure(0).filter(|figure| !ahead.gap(0) && figure.len() <= 2)?.parse().ok()?;
    ahead.at += 1;
    *cursor = ahead;
    Some(10f64.powi(if minus { -power } else { power }))
}

/// The groups of figures after the first, each with the mark before it.
fn groups<'a>(cursor: &mut Cursor<'a>, first: &str) -> Vec<(char, &'a str)> {
    let mut groups: Vec<(char, &str)> = Vec::new();
    loop {
        let mark = cursor.text(0).chars().next().filter(|mark| matches!(mark, '.' | ',' | '\''));
        let glued = mark.is_some() && !cursor.gap(0) && !cursor.gap(1);
        if let (true, Some(mark), Some(figure)) = (glued, mark, cursor.figure(1)) {
            groups.push((mark, figure));
            cursor.at += 2;
            continue;
        }
        // "4 300": spaces part thousands alone.
        let spaced = first.len() <= 3 && groups.iter().all(|(mark, _)| *mark == ' ') && !cursor.line();
        match cursor.figure(0).filter(|figure| spaced && cursor.gap(0) && figure.len() == 3 && !first.starts_with('0'))
        {
            Some(figure) => {
                groups.push((' ', figure));
                cursor.at += 1;
            }
            None => return groups,
        }
    }
}

/// What the marks between figures are.
enum Marks {
    Thousands,
    Decimal,
    Either,
}

fn decimal_of(marks: &[char], groups: &[(char, &str)], first: &str, decimal: Option<Decimal>) -> Option<Marks> {
    let threes = |groups: &[(char, &str)]| groups.iter().all(|(_, figure)| figure.len() == 3) && first.len() <= 3;
    let settled = |mark: char| match decimal {
        Some(Decimal::Point) => Some(mark == '.'),
        Some(Decimal::Comma) => Some(mark == ','),
        None => None,
    };
    match marks {
        [] => Some(Marks::Thousands),
        [' ' | '\''] => threes(groups).then_some(Marks::Thousands),
        [mark] if !threes(groups) || first.starts_with('0') => {
            (settled(*mark) != Some(false)).then_some(Marks::Decimal)
        }
        [mark] => Some(match settled(*mark) {
            Some(true) => Marks::Decimal,
            Some(false) => Marks::Thousands,
            None => Marks::Either,
        }),
        [all @ .., last] => {
            let alike = all.iter().all(|mark| *mark == all[0]);
            match alike && all[0] == *last {
                true => threes(groups).then_some(Marks::Thousands),
                false => {
                    let before = &groups[..groups.len() - 1];
                    (alike && matches!(last, '.' | ',') && threes(before) && settled(*last) != Some(false))
                        .then_some(Marks::Decimal)
                }
            }
        }
    }
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
fn one_over(cursor: &mut Cursor<'_>, first: &str) -> Option<f64> {
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
    let whole = range.is_exact() && range.low.fract() == 0.0;
    let mut ahead = *cursor;
    let joined = ahead.take_sense(Sense::Joint(Joint::And));
    // "Drei halbe" are three halves.
    let word = !joined && matches!(ahead.token(0).map(|token| token.kind), Some(Kind::Word));
    let part = (whole && !word).then(|| part(&mut ahead).or_else(|| figure_part(&mut ahead, joined))).flatten();
    let Some(part) = part else { return found };
    *cursor = ahead;
    // "un million et demi"
    let scale = [1e9, 1e6, 1e3].into_iter().find(|scale| range.low >= *scale && range.low % scale == 0.0);
    Quantity::exactly(range.low + part * scale.unwrap_or(1.0))
}

/// "7 1/2": the figures of a part, with space before them.
fn figure_part(cursor: &mut Cursor<'_>, joined: bool) -> Option<f64> {
    let first = cursor.figure(0).filter(|_| cursor.gap(0) || joined)?;
    cursor.at += 1;
    one_over(cursor, first)
}

/// A part of one: "half", "trois quarts", `½`.
pub(crate) fn part(cursor: &mut Cursor<'_>) -> Option<f64> {
    const SIGNS: [(&str, f64); 5] = [("½", 0.5), ("¼", 0.25), ("¾", 0.75), ("⅓", 1.0 / 3.0), ("⅔", 2.0 / 3.0)];
    if let Some((_, value)) = SIGNS.iter().find(|(sign, _)| *sign == cursor.text(0)) {
        cursor.at += 1;
        return Some(*value);
    }
    cursor.take(|sense| match sense {
        Sense::Fraction(part) => Some(part),
        _ => None,
    })
}

fn word(sense: Sense, fits: impl Fn(f64) -> bool) -> Option<f64> {
    match sense {
        Sense::Number(value) if fits(value) => Some(value),
        _ => None,
    }
}

/// A value in words, all of one language: "one hundred and two", "vingt-et-un", "seven point five". "Ten cents" is no
/// number of ten hundreds.
fn spelled(cursor: &mut Cursor<'_>) -> Option<f64> {
    // "UN" among other words is no French one.
    let capitals = cursor.token(0).is_some_and(|token| token.case == Case::Upper && token.span.len() > 1);
    if capitals && !cursor.lexed().shouts() {
        return None;
    }
    let mut langs = Langs::ALL;
    let mut ahead = *cursor;
    let mut total = None;
    let mut last = f64::INFINITY;
    loop {
        let mut next = ahead;
        if total.is_some() {
            joint(&mut next);
            next.take_text(&[","]);
        }
        // "a hundred"; "een cent" is no French one.
        let (mut after, mut of) = (next, langs);
        let one = after.take_in(&mut of, |sense| (sense == Sense::Quantifier(Quantifier::One)).then_some(1.0));
        let scaled = after.clone().take_in(&mut of, |sense| word(sense, |value| value >= 100.0)).is_some();
        if one.is_some() && scaled {
            (next, langs) = (after, of);
        }
        let group = hundreds(&mut next, &mut langs).or(one.filter(|_| scaled));
        let scale = next.take_in(&mut langs, |sense| word(sense, |value| value >= 1_000.0));
        let Some(value) = group.or(scale.map(|_| 1.0)) else { break };
        let scale = scale.unwrap_or(1.0);
        if scale >= last {
            break;
        }
        total = Some(total.unwrap_or(0.0) + value * scale);
        last = scale;
        ahead = next;
        if scale <= 1.0 {
            break;
        }
    }
    let total = total?;
    *cursor = ahead;
    Some(spoken_decimals(cursor, total).unwrap_or(total))
}

/// A value under a thousand in words.
fn hundreds(cursor: &mut Cursor<'_>, langs: &mut Langs) -> Option<f64> {
    let few = tens(cursor, langs);
    let mut ahead = *cursor;
    // "eight-hundred", "doscientos"
    ahead.take_glued(&["-"]);
    let hundred = ahead.take_in(langs, |sense| {
        word(sense, |value| value == 100.0 || few.is_none() && (100.0..1_000.0).contains(&value))
    });
    let Some(hundred) = hundred else { return few };
    let hundreds = few.unwrap_or(1.0) * hundred;
    *cursor = ahead;
    joint(&mut ahead);
    let rest = tens(&mut ahead, langs);
    if rest.is_some() {
        *cursor = ahead;
    }
    Some(hundreds + rest.unwrap_or(0.0))
}

/// A value under a hundred in words.
fn tens(cursor: &mut Cursor<'_>, langs: &mut Langs) -> Option<f64> {
    let ten = cursor.take_in(langs, |sense| word(sense, |value| value < 100.0))?;
    if ten < 20.0 || ten % 10.0 > 0.0 {
        return Some(ten);
    }
    let mut ahead = *cursor;
    joint(&mut ahead);
    // "soixante-quinze", "quatre-vingt-onze"
    let most = if ten == 60.0 || ten == 80.0 { 19.0 } else { 9.0 };
    let one = ahead.take_in(langs, |sense| word(sense, |value| (1.0..=most).contains(&value)));
    if one.is_some() {
        *cursor = ahead;
    }
    Some(ten + one.unwrap_or(0.0))
}

/// What may stand between number words: a dash, "and".
fn joint(cursor: &mut Cursor<'_>) {
    cursor.take_glued(&["-"]);
    if cursor.take_sense(Sense::Joint(Joint::And)) {
        cursor.take_glued(&["-"]);
    }
}

/// "point five", "virgule vingt-cinq": decimals that are said.
fn spoken_decimals(cursor: &mut Cursor<'_>, whole: f64) -> Option<f64> {
    let mut ahead = *cursor;
    if !ahead.take_sense(Sense::DecimalMark) {
        return None;
    }
    let mut digits = String::new();
    let mut langs = Langs::ALL;
    if let Some(figure) = ahead.figure(0) {
        digits.push_str(figure);
        ahead.at += 1;
    }
    while digits.len() < DIGITS
        && let Some(value) = tens(&mut ahead, &mut langs)
    {
        digits.push_str(&value.to_string());
    }
    let value = format!("{whole}.{digits}").parse().ok().filter(|_| !digits.is_empty())?;
    *cursor = ahead;
    Some(value)
}

/// A unit of time. A word that can join as well does so where there is something to join: "3 à 4 ans", "3 a".
pub(crate) fn unit(cursor: &mut Cursor<'_>) -> Option<Unit> {
    let joins = cursor.has(0, |sense| sense == Sense::Joint(Joint::To));
    let mut next = *cursor;
    next.at += 1;
    // Written to the figure it is its unit: "8a 9m".
    let apart = joins && cursor.gap(0);
    if apart && (quantity(&mut next, None).is_some() || cursor.clone().take_named()) {
        return None;
    }
    cursor.take(|sense| match sense {
        Sense::Unit(unit) => Some(unit),
        _ => None,
    })
}
