//! Which dates in figures settle the order of day and month, and which could be either.

use super::DateOrder;

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
}
