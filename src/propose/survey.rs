//! What the columns of a file hold, as far as one looks.

use std::collections::HashMap;

use crate::formats::Formats;
use crate::head::question;

/// Rows after these are not looked at.
const MOST_ROWS: usize = 2000;
/// Different cells of a column after these are counted with the others but not looked at.
const MOST_CELLS: usize = 400;
/// Of a long cell, its beginning is enough to know it by.
const LONGEST: usize = 2000;

/// The cells of a file, column by column.
#[derive(Debug)]
pub struct Survey {
    columns: Vec<ColumnCells>,
    rows: usize,
    broken: usize,
    all: bool,
    formats: Formats,
}

/// The cells of one column.
#[derive(Debug)]
pub struct ColumnCells {
    /// Its header.
    pub header: String,
    /// The question that a form asks under that header, where the file says it beside.
    question: String,
    /// Cells that say nothing.
    pub missing: usize,
    /// Those that say something, each once, in the order they came, with how often they came.
    pub cells: Vec<(String, usize)>,
    /// How many that say something are not among them.
    more: usize,
    seen: HashMap<String, usize>,
}

impl Survey {
    /// Nothing yet, under these headers; `questions` are those that a form asks under them, as far as the file says.
    #[must_use]
    pub fn new(headers: &[String], questions: &[String]) -> Self {
        let column = |(at, header): (usize, &String)| ColumnCells {
            header: header.clone(),
            question: questions.get(at).cloned().unwrap_or_default(),
            missing: 0,
            cells: Vec::new(),
            more: 0,
            seen: HashMap::new(),
        };
        Self {
            columns: headers.iter().enumerate().map(column).collect(),
            rows: 0,
            broken: 0,
            all: true,
            formats: Formats::default(),
        }
    }

    /// Adds a row, its cells by their column's number. Answers false once enough have been seen.
    pub fn add<'a>(&mut self, cell: impl Fn(usize) -> &'a str) -> bool {
        if self.rows == MOST_ROWS {
            self.all = false;
            return false;
        }
        self.rows += 1;
        for (at, column) in self.columns.iter_mut().enumerate() {
            let text = cell(at);
            if self.formats.is_missing(text) { column.missing += 1 } else { column.add(text) }
        }
        true
    }

    /// Counts a row that is not whole: its cells may be under other headers, so that none of them is looked at.
    pub(crate) fn add_broken(&mut self) {
        self.broken += 1;
    }

    /// How many rows are not whole.
    #[must_use]
    pub(crate) fn broken(&self) -> usize {
        self.broken
    }

    /// How many whole rows have been seen.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Whether every row has been seen.
    #[must_use]
    pub fn all(&self) -> bool {
        self.all
    }

    /// The columns, in order.
    #[must_use]
    pub fn columns(&self) -> &[ColumnCells] {
        &self.columns
    }
}

impl ColumnCells {
    /// What it is about: the question that a form asks, else the header.
    #[must_use]
    pub fn title(&self) -> &str {
        if self.question.trim().is_empty() { question(&self.header) } else { self.question.trim() }
    }

    /// Whether nearly every cell is another.
    #[must_use]
    pub fn tells_apart(&self) -> bool {
        self.more > 0 || self.cells.len() * 10 >= self.filled() * 7
    }

    fn add(&mut self, text: &str) {
        let mut end = text.len().min(LONGEST);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = text.get(..end).unwrap_or_default();
        if let Some(at) = self.seen.get(text) {
            self.cells[*at].1 += 1;
        } else if self.cells.len() < MOST_CELLS {
            self.seen.insert(text.to_owned(), self.cells.len());
            self.cells.push((text.to_owned(), 1));
        } else {
            self.more += 1;
        }
    }

    /// How many cells say something and have been looked at.
    #[must_use]
    pub fn filled(&self) -> usize {
        self.cells.iter().map(|(_, count)| count).sum()
    }

    /// How many of those are like this.
    #[must_use]
    pub fn count(&self, like: impl Fn(&str) -> bool) -> usize {
        self.cells.iter().filter(|(cell, _)| like(cell)).map(|(_, count)| count).sum()
    }

    /// Whether at least so many per cent of them are like this.
    #[must_use]
    pub fn mostly(&self, percent: usize, like: impl Fn(&str) -> bool) -> bool {
        let filled = self.filled();
        filled > 0 && self.count(like) * 100 >= filled * percent
    }

    /// How many words a cell has, in the middle.
    #[must_use]
    pub fn words(&self) -> usize {
        let mut words: Vec<usize> = self.cells.iter().map(|(cell, _)| cell.split_whitespace().count()).collect();
        words.sort_unstable();
        words.get(words.len() / 2).copied().unwrap_or(0)
    }
}
