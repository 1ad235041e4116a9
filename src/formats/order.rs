//! Which dates in figures settle the order of day and month, which numbers the mark before decimals, and which could be
//! either.

use super::{DateOrder, Decimal};

/// What a cell says of the mark before decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalSign {
    /// Its mark can stand between thousands or before decimals: 1,000.
    Open,
    /// Only this mark stands before decimals: 7.5, and 1,000,000 or 1,000.50, too.
    Proven(Decimal),
}

/// What the numbers of a cell say of the mark before decimals: the first that proves one, else that one is open; nothing
/// where no number has a mark.
#[must_use]
pub fn mark(cell: &str) -> Option<DecimalSign> {
    let figures = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let numbers = cell.split(|c| !figures(c)).map(|number| number.trim_matches([',', '.']));
    numbers.filter_map(mark_of).fold(None, |told, mark| match (told, mark) {
        (Some(DecimalSign::Proven(_)), _) => told,
        _ => Some(mark),
    })
}

/// What one number, of figures and marks alone, says of the mark before decimals.
fn mark_of(number: &str) -> Option<DecimalSign> {
    let (whole, last) = number.rsplit_once([',', '.'])?;
    let comma = number.as_bytes()[whole.len()] == b',';
    let before = if comma { Decimal::Comma } else { Decimal::Point };
    let other = if comma { Decimal::Point } else { Decimal::Comma };
    let groups: Vec<&str> = whole.split([',', '.']).collect();
    let same = whole.contains(if comma { ',' } else { '.' });
    let different = whole.contains(if comma { '.' } else { ',' });
    // A date or a version, not a number: groups after the first have three figures.
    if groups.iter().skip(1).any(|group| group.len() != 3) || same && (different || last.len() != 3) {
        return None;
    }
    Some(match () {
        () if same => DecimalSign::Proven(other),
        () if different || last.len() != 3 || groups[0].len() > 3 || groups[0] == "0" => DecimalSign::Proven(before),
        () => DecimalSign::Open,
    })
}

/// What a cell says of the order of day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Either order gives a day: 03/04/2024.
    Open,
    /// Only this order does: 31/03/2024.
    Proven(DateOrder),
}

/// What the first date in figures of a cell says; nothing where it has none that ends with its year, or where both orders
/// give the same day.
#[must_use]
pub fn order(cell: &str) -> Option<Order> {
    let rest = &cell.as_bytes()[cell.bytes().position(|byte| byte.is_ascii_digit())?..];
    let (first, rest) = number(rest, &[1, 2])?;
    let (mark, rest) = rest.split_first().filter(|(mark, _)| b"/.-".contains(mark))?;
    let (second, rest) = number(rest, &[1, 2])?;
    let rest = rest.strip_prefix(&[*mark])?;
    number(rest, &[2, 4])?;
    let [day_first, month_first] = [(first, second), (second, first)].map(|(day, month)| is_day(day, month));
    match (day_first, month_first) {
        (true, true) => (first != second).then_some(Order::Open),
        (true, false) => Some(Order::Proven(DateOrder::DayMonthYear)),
        (false, true) => Some(Order::Proven(DateOrder::MonthDayYear)),
        (false, false) => None,
    }
}

const fn is_day(day: u32, month: u32) -> bool {
    matches!((day, month), (1..=31, 1..=12))
}

/// A number of so many digits, and what follows it.
fn number<'a>(bytes: &'a [u8], lengths: &[usize]) -> Option<(u32, &'a [u8])> {
    let length = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = bytes.split_at(length);
    lengths
        .contains(&length)
        .then(|| (digits.iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0')), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_dates_prove_the_order() {
        let (dmy, mdy) = (Some(Order::Proven(DateOrder::DayMonthYear)), Some(Order::Proven(DateOrder::MonthDayYear)));
        for (cell, says) in [
            ("03/04/2024", Some(Order::Open)),
            ("3.4.24", Some(Order::Open)),
            ("31/03/2024 14:05", dmy),
            ("le 25-12-2023", dmy),
            ("12/25/2023", mdy),
            ("04/04/2024", None),
            ("2024-03-04", None),
            ("13/14/2024", None),
            ("3/4", None),
            ("3/4-2024", None),
            ("", None),
        ] {
            assert_eq!(order(cell), says, "{cell}");
        }
    }

    #[test]
    fn some_numbers_prove_the_mark_before_decimals() {
        let (comma, point) = (Some(DecimalSign::Proven(Decimal::Comma)), Some(DecimalSign::Proven(Decimal::Point)));
        for (cell, says) in [
            ("1,000 to 4,999 employees", Some(DecimalSign::Open)),
            ("EUR 3.500", Some(DecimalSign::Open)),
            ("3.500,00", comma),
            ("between 1,000 and 4,999.50", point),
            ("1,000,000", point),
            ("1.000.000", comma),
            ("7.5", point),
            ("12,50 €", comma),
            ("0.125", point),
            ("1234.567", point),
            ("500 to 999.", None),
            ("31.12.2024", None),
            ("1,000,000,5", None),
            ("12", None),
            ("", None),
        ] {
            assert_eq!(mark(cell), says, "{cell}");
        }
    }
}
