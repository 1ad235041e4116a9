//! Rows put aside in few bytes: the cells of some columns, to be read again later.

use super::packed;
use super::rows::{Cell, Row};
use super::trouble::Trouble;

/// Puts rows aside and reads them again. Made once for all rows of a file.
#[derive(Clone, Debug, Default)]
pub struct Stored {
    /// The columns that are kept.
    columns: Vec<usize>,
    cells: Vec<Cell>,
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
            Some(Trouble::TooManyCells { found, expected }) => {
                counted(1, found, out);
                packed::put(expected as u64, out);
            }
            Some(Trouble::TooFewCells { found, expected }) => {
                counted(2, found, out);
                packed::put(expected as u64, out);
            }
            Some(Trouble::NotText) => out.push(3),
            Some(Trouble::UnclosedQuote { before }) => counted(4, before, out),
            Some(Trouble::TooLong { before }) => counted(5, before, out),
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
            1 => Some(Trouble::TooManyCells { found: read_count(from)?, expected: read_count(from)? }),
            2 => Some(Trouble::TooFewCells { found: read_count(from)?, expected: read_count(from)? }),
            3 => Some(Trouble::NotText),
            4 => Some(Trouble::UnclosedQuote { before: read_count(from)? }),
            5 => Some(Trouble::TooLong { before: read_count(from)? }),
            _ => return None,
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

fn counted(kind: u8, count: usize, out: &mut Vec<u8>) {
    out.push(kind);
    packed::put(count as u64, out);
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
        fn a_row_comes_back(cells in prop::collection::vec("[a-zé\"\n]{0,300}", 1..9), line: u64, trouble in 0..6, found: usize) {
            let text: String = cells.concat();
            let mut start = 0;
            let places: Vec<Cell> = (cells.iter())
                .map(|cell| {
                    let from = start;
                    start += cell.len() as u32;
                    (from, start)
                })
                .collect();
            let trouble = match trouble {
                0 => None,
                1 => Some(Trouble::TooManyCells { found, expected: 7 }),
                2 => Some(Trouble::TooFewCells { found: 7, expected: found }),
                3 => Some(Trouble::NotText),
                4 => Some(Trouble::UnclosedQuote { before: found }),
                _ => Some(Trouble::TooLong { before: found }),
            };
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
