//! The order of day, month and year in a file, and its mark before decimals: what some of its cells prove settles the
//! others.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::survey::ColumnCells;
use crate::formats::{DateOrder, Decimal, Formats};
use crate::text::grammar::{date, number};

/// An order that a file proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Proven {
    pub order: DateOrder,
    /// How many dates can be two days without it.
    pub open: usize,
    /// A cell that proves it.
    pub proof: String,
    /// The header of its column.
    pub header: String,
}

impl Proven {
    /// What the criteria file calls it.
    #[must_use]
    pub(super) const fn name(&self) -> &'static str {
        match self.order {
            DateOrder::DayMonthYear => "dmy",
            DateOrder::MonthDayYear => "mdy",
            DateOrder::YearMonthDay => "ymd",
        }
    }
}

/// The one day that a cell names when it is read so: its first second.
fn one_day(cell: &str, order: Option<DateOrder>) -> Option<f64> {
    const DAY: f64 = 86_400.0;
    let reading = date::read(cell, &Formats::usual(order, None), Tz::UTC, NaiveDate::default()).reading();
    reading.hull().filter(|range| range.high - range.low < DAY).map(|range| range.low)
}

/// The orders that are told apart.
const ORDERS: [DateOrder; 2] = [DateOrder::DayMonthYear, DateOrder::MonthDayYear];

/// The order that a cell proves: one of its first two figures is no month.
fn proves(cell: &str) -> Option<DateOrder> {
    let mut figures = cell.split(|c: char| !c.is_ascii_digit()).filter(|figures| !figures.is_empty());
    let mut part = || figures.next().filter(|figures| figures.len() < 3)?.parse::<u32>().ok();
    let (first, second) = (part()?, part()?);
    let plain = cell.trim_start().starts_with(|c: char| c.is_ascii_digit()) && one_day(cell, None).is_some();
    match (first, second) {
        (13..=31, 1..=12) if plain => Some(DateOrder::DayMonthYear),
        (1..=12, 13..=31) if plain => Some(DateOrder::MonthDayYear),
        _ => None,
    }
}

/// The order that the dates of a file prove, where other dates wait for it and none proves the other order.
pub(super) fn proven(columns: &[ColumnCells]) -> Option<Proven> {
    let mut proofs: Vec<(DateOrder, &str, &str)> = Vec::new();
    let mut open = 0;
    let dated = |cell: &str| ORDERS.iter().any(|order| one_day(cell, Some(*order)).is_some());
    for column in columns.iter().filter(|column| column.words() < 6 && column.mostly(50, dated)) {
        for (cell, count) in &column.cells {
            if !cell.bytes().any(|byte| byte.is_ascii_digit()) || cell.len() > 60 {
                continue;
            }
            let [dmy, mdy] = ORDERS.map(|order| one_day(cell, Some(order)));
            if let Some(order) = proves(cell) {
                proofs.push((order, cell, &column.header));
            } else if dmy.zip(mdy).is_some_and(|(a, b)| (a - b).abs() > 1.0) {
                open += count;
            }
        }
    }
    let (order, proof, header) = *proofs.first()?;
    let agreed = open > 0 && proofs.iter().all(|(other, _, _)| *other == order);
    agreed.then(|| Proven { order, open, proof: proof.to_owned(), header: header.to_owned() })
}

/// The mark before decimals, and whether other cells prove it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marked {
    mark: Decimal,
    /// Whether cells prove it; else it only settles those that wait.
    pub proven: bool,
    /// How many numbers can be two without it.
    pub open: usize,
    /// A cell: one that proves it, or one that waits.
    pub example: String,
    /// The header of its column.
    pub header: String,
}

impl Marked {
    /// What the criteria file calls it.
    #[must_use]
    pub(super) const fn name(&self) -> &'static str {
        match self.mark {
            Decimal::Comma => "comma",
            Decimal::Point => "point",
        }
    }
}

/// The mark before decimals that the numbers of these columns prove, where other numbers wait for it; unproven, that
/// by which those that wait are thousands.
pub(super) fn marked(columns: &[&ColumnCells]) -> Option<Marked> {
    let read = |cell: &str, mark| number::read(cell, &Formats::usual(None, Some(mark))).reading().hull();
    let mut proofs: Vec<(Decimal, &str, &str)> = Vec::new();
    let mut waiting: Vec<(Decimal, &str, &str)> = Vec::new();
    let mut open = 0;
    for column in columns {
        for (cell, count) in column.cells.iter().filter(|(cell, _)| cell.len() < 60) {
            if let Some(mark) = before_decimals(cell) {
                proofs.push((mark, cell, &column.header));
                continue;
            }
            let (Some(comma), Some(point)) = (read(cell, Decimal::Comma), read(cell, Decimal::Point)) else { continue };
            if comma != point {
                // By the mark that leaves the larger number it stands between thousands.
                let mark = if comma.low > point.low { Decimal::Comma } else { Decimal::Point };
                waiting.push((mark, cell, &column.header));
                open += count;
            }
        }
    }
    let proven = proofs.first().copied();
    let (mark, example, header) = proven.or_else(|| waiting.first().copied())?;
    let agreed = |all: &[(Decimal, &str, &str)]| all.iter().all(|(other, _, _)| *other == mark);
    let fits = open > 0 && agreed(&proofs) && (proven.is_some() || agreed(&waiting));
    fits.then(|| Marked {
        mark,
        proven: proven.is_some(),
        open,
        example: example.to_owned(),
        header: header.to_owned(),
    })
}

/// The mark that can only stand before decimals in a cell: one or two figures follow it.
fn before_decimals(cell: &str) -> Option<Decimal> {
    let at = cell.rfind([',', '.'])?;
    let figures = cell[at + 1..].chars().take_while(char::is_ascii_digit).count();
    let before = cell[..at].ends_with(|c: char| c.is_ascii_digit());
    let mark = if cell[at..].starts_with(',') { Decimal::Comma } else { Decimal::Point };
    (before && (1..=2).contains(&figures)).then_some(mark)
}
