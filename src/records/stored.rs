//! Rows put aside in few bytes: the cells of some columns, to be read again later.

use super::packed;
use super::row::{CellSpan, Row};
use super::trouble::Trouble;

/// Puts rows aside and reads them again. Made once for all rows of a file.
#[derive(Clone, Debug, Default)]
pub struct Stored {
    /// The columns that are kept.
    columns: Vec<usize>,
    cells: Vec<CellSpan>,
}

impl Stored {
    /// Of these columns; the others will be empty.
    #[must_use]
    pub fn new(columns: Vec<usize>) -> Self {
        let width = columns.iter().max().map_or(0, |last| last + 1);
        Self { columns, cells: vec![(0, 0); width] }
    }

    /// Adds to `out` what is to be kept of a row: how long its text is, what is wrong with it, how long its cells are, and
    /// its text.
    pub fn put(&self, row: &Row<'_>, out: &mut Vec<u8>) {
        packed::put(self.columns.iter().map(|column| row.get(*column).len() as u64).sum(), out);
        match row.trouble {
            None => out.push(0),
            Some(trouble) => trouble.numbers().into_iter().for_each(|number| packed::put(number, out)),
        }
        for column in &self.columns {
            packed::put(row.get(*column).len() as u64, out);
        }
        for column in &self.columns {
            out.extend_from_slice(row.get(*column).as_bytes());
        }
    }

    /// The text of a row among the bytes that were put aside; nothing where they are something else.
    #[must_use]
    pub fn text(mut bytes: &[u8]) -> Option<&[u8]> {
        let length = read_count(&mut bytes)?;
        bytes.get(bytes.len().checked_sub(length)?..)
    }

    /// Reads a row again, which was on this line and had this number, from what was put aside and its text; nothing where these are something
    /// else.
    pub fn row<'a>(&'a mut self, mut bytes: &[u8], text: &'a str, (line, number): (u64, u64)) -> Option<Row<'a>> {
        let from = &mut bytes;
        read_count(from)?;
        let trouble = match packed::take(from)? {
            0 => None,
            kind => Some(Trouble::from_numbers([kind, packed::take(from)?, packed::take(from)?])?),
        };
        let mut start = 0;
        for column in &self.columns {
            let end = start + u32::try_from(packed::take(from)?).ok()?;
            self.cells[*column] = (start, end);
            start = end;
        }
        (text.len() == start as usize).then_some(Row {
            line,
            number,
            start: 0,
            end: 0,
            trouble,
            text,
            cells: &self.cells,
        })
    }
}

fn read_count(from: &mut &[u8]) -> Option<usize> {
    usize::try_from(packed::take(from)?).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_row_comes_back(cells in prop::collection::vec("[a-zé\"\n]{0,300}", 1..9), line: u64, trouble in 0..10u64, found: usize) {
            let text: String = cells.concat();
            let mut start = 0;
            let places: Vec<CellSpan> = (cells.iter())
                .map(|cell| {
                    let from = start;
                    start += cell.len() as u32;
                    (from, start)
                })
                .collect();
            let trouble = Trouble::from_numbers([trouble, found as u64, 7]);
            let row = Row { line, number: 7, start: 0, end: 0, trouble, text: &text, cells: &places };
            // The last column is one that the row does not have.
            let kept: Vec<usize> = (0..=cells.len()).step_by(2).collect();
            let mut stored = Stored::new(kept.clone());
            let mut bytes = Vec::new();
            stored.put(&row, &mut bytes);
            let text = str::from_utf8(Stored::text(&bytes).unwrap()).unwrap();
            let again = stored.row(&bytes, text, (line, 7)).unwrap();
            prop_assert_eq!((again.line, again.number, again.trouble), (line, 7, trouble));
            for at in 0..cells.len() + 2 {
                prop_assert_eq!(again.get(at), if kept.contains(&at) { row.get(at) } else { "" });
            }
            prop_assert!(stored.row(&bytes, &[text, "x"].concat(), (line, 7)).is_none());
            prop_assert!(stored.row(&bytes[..kept.len()], text, (line, 7)).is_none());
            prop_assert!(Stored::text(&[0x80]).is_none());
        }
    }
}
