//! The order of day, month and year in a file: what some of its dates prove settles the others.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::survey::Cells;
use crate::text::grammar::date;
use crate::text::{DateOrder, Formats};

/// An order that a file proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proven {
    order: DateOrder,
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
    pub const fn name(&self) -> &'static str {
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
pub fn proven(columns: &[Cells]) -> Option<Proven> {
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
