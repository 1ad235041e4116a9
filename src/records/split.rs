//! Where records end: jumps from quote to quote, sees what the `csv` crate sees, and gives up on a quote that is
//! never rightly closed.

use memchr::{memchr, memchr_iter, memchr2, memchr2_iter, memrchr2};

/// The longest record: one that reaches this many bytes is cut there and said to be too long.
pub(super) const LONGEST: usize = 16 << 20;

/// The mark that some programs put before UTF-8.
pub(super) const BOM: &[u8] = b"\xef\xbb\xbf";

/// Looks for the ends of records in a buffer that begins with a record, and goes on where it was when the buffer grows.
///
/// A quote opens at the start of a cell only; within quotes `""` is a quote; what follows the closing quote is plain
/// text up to the delimiter. A cell in quotes that runs over several lines and is closed by a quote in the midst of
/// text, or never, has lost its closing quote: its record ends with the line that the quote is on.
pub(super) struct Splitter {
    delimiter: u8,
    /// The byte that ends lines, as they are counted.
    newline: u8,
    /// Up to here quotes have been looked at.
    at: usize,
    /// Up to here the text outside quotes has been searched for line ends.
    searched: usize,
    /// The quote of the cell that is open at `at`, and the line ends within it so far.
    open: Option<usize>,
    open_ends: u64,
    /// The end of the last whole record.
    pub(super) cut: usize,
    /// Ends of the records that are cut short, in order; never beyond `cut`.
    pub(super) breaks: Vec<usize>,
    /// Where cells in quotes with line ends within them are closed, and how many line ends.
    within: Vec<(usize, u64)>,
}

impl Splitter {
    pub(super) fn new(delimiter: u8, newline: u8) -> Self {
        Self {
            delimiter,
            newline,
            at: 0,
            searched: 0,
            open: None,
            open_ends: 0,
            cut: 0,
            breaks: Vec::new(),
            within: Vec::new(),
        }
    }

    /// How many line ends within cells stand before `to`.
    pub(super) fn line_ends_within(&self, to: usize) -> u64 {
        self.within.iter().take_while(|(at, _)| *at < to).map(|(_, count)| count).sum()
    }

    /// Looks at what has been added to the buffer. `last` says that nothing will follow.
    pub(super) fn scan(&mut self, bytes: &[u8], last: bool) {
        while match self.open {
            None => self.scan_outside(bytes, last),
            Some(open) => self.scan_within(bytes, open, last),
        } {}
    }

    /// Goes to the next quote outside quotes; answers whether there is one.
    fn scan_outside(&mut self, bytes: &[u8], last: bool) -> bool {
        let Some(found) = memchr(b'"', &bytes[self.at..]) else {
            self.line_ends(bytes, bytes.len());
            self.at = bytes.len();
            if last {
                self.cut = bytes.len();
            }
            return false;
        };
        let quote = self.at + found;
        self.at = quote + 1;
        if self.opens(bytes, quote) {
            self.line_ends(bytes, quote);
            self.open_at(quote);
        }
        true
    }

    /// Goes to the next quote of a cell that the quote at `open` opened; answers whether it could be told what that is.
    fn scan_within(&mut self, bytes: &[u8], open: usize, last: bool) -> bool {
        let Some(quote) = self.next_quote(bytes) else {
            self.at = bytes.len();
            if last {
                self.break_off(bytes, open);
            }
            return last;
        };
        match bytes.get(quote + 1) {
            Some(b'"') => self.at = quote + 2,
            // The usual case of a file with quotes everywhere, without a search.
            Some(&next) if next == self.delimiter && bytes.get(quote + 2) == Some(&b'"') => {
                self.close(quote);
                self.open_at(quote + 2);
                self.at = quote + 3;
            }
            Some(&next) if next == self.delimiter => self.close(quote),
            Some(b'\n' | b'\r') => self.close(quote),
            None if last => self.close(quote),
            None => {
                self.at = quote;
                return false;
            }
            Some(_) => match self.ends_cell(bytes, quote + 1, last) {
                None => {
                    self.at = quote;
                    return false;
                }
                Some(false) if memchr2(b'\n', b'\r', &bytes[open..quote]).is_some() => self.break_off(bytes, open),
                Some(_) => self.close(quote),
            },
        }
        true
    }

    /// Finds an end for a record that has reached [`LONGEST`]. Answers whether what follows the end, up to the end of
    /// its line, belongs to the same record and is to be left out.
    pub(super) fn give_up(&mut self, bytes: &[u8]) -> bool {
        match self.open {
            Some(open) if memchr2(b'\n', b'\r', &bytes[open..]).is_some() => {
                self.break_off(bytes, open);
                self.scan(bytes, false);
                false
            }
            _ => {
                self.cut = bytes.len();
                self.breaks.push(self.cut);
                self.start_at(self.cut);
                true
            }
        }
    }

    /// Forgets the first bytes of the buffer, which end with a record.
    pub(super) fn drop_front(&mut self, count: usize) {
        self.at = self.at.saturating_sub(count);
        self.searched = self.searched.saturating_sub(count);
        self.open = self.open.map(|open| open.saturating_sub(count));
        self.cut = self.cut.saturating_sub(count);
        self.breaks.retain_mut(|end| {
            *end = end.saturating_sub(count);
            *end > 0
        });
        let gone = self.within.iter().take_while(|(at, _)| *at < count).count();
        self.within.drain(..gone);
        self.within.iter_mut().for_each(|(at, _)| *at -= count);
    }

    /// Whether the quote is the first of its cell.
    fn opens(&self, bytes: &[u8], quote: usize) -> bool {
        let mut before = &bytes[..quote];
        let marked = before.ends_with(BOM);
        while let Some(rest) = before.strip_suffix(BOM) {
            before = rest;
        }
        match before.last() {
            None | Some(b'\n' | b'\r') => true,
            Some(&byte) => byte == self.delimiter && !marked,
        }
    }

    /// Whether only spaces stand between here and the end of the cell; none where that is still to come.
    fn ends_cell(&self, bytes: &[u8], from: usize, last: bool) -> Option<bool> {
        match bytes[from..].iter().find(|byte| **byte != b' ') {
            Some(&byte) => Some(byte == self.delimiter || byte == b'\n' || byte == b'\r'),
            None if last => Some(true),
            None => None,
        }
    }

    /// The next quote within a cell, the line ends up to it counted.
    fn next_quote(&mut self, bytes: &[u8]) -> Option<usize> {
        let from = self.at;
        let mut found = memchr2_iter(b'"', self.newline, &bytes[from..]).map(|at| from + at);
        found.find(|at| {
            let quote = bytes[*at] == b'"';
            self.open_ends += u64::from(!quote);
            quote
        })
    }

    fn open_at(&mut self, quote: usize) {
        self.open = Some(quote);
        self.open_ends = 0;
    }

    fn close(&mut self, quote: usize) {
        if self.open_ends > 0 {
            self.within.push((quote, self.open_ends));
        }
        self.start_at(quote + 1);
    }

    fn start_at(&mut self, at: usize) {
        self.open = None;
        self.at = at;
        self.searched = at;
    }

    /// Ends the record with the line of the quote that opened and was never closed.
    fn break_off(&mut self, bytes: &[u8], open: usize) {
        let end = line_end(bytes, open);
        self.breaks.push(end);
        self.cut = end;
        self.start_at(end);
    }

    /// Finds the last line end outside quotes, up to `to`. One that is cut in two leaves an empty line, which is no row.
    fn line_ends(&mut self, bytes: &[u8], to: usize) {
        if let Some(found) = memrchr2(b'\n', b'\r', &bytes[self.searched..to]) {
            self.cut = self.searched + found + 1;
        }
        self.searched = to;
    }
}

/// Whether a record, given without its line end, has an opening quote that is never rightly closed.
pub(super) fn unclosed(record: &[u8], delimiter: u8) -> bool {
    if memchr(b'"', record).is_none() {
        return false;
    }
    let mut splitter = Splitter::new(delimiter, b'\n');
    splitter.scan(record, true);
    !splitter.breaks.is_empty()
}

/// The end of the line that this byte is on, its line end included.
pub(super) fn line_end(bytes: &[u8], from: usize) -> usize {
    match memchr2(b'\n', b'\r', &bytes[from..]) {
        Some(found) if bytes[from + found] == b'\r' && bytes.get(from + found + 1) == Some(&b'\n') => from + found + 2,
        Some(found) => from + found + 1,
        None => bytes.len(),
    }
}

/// How many lines end in these bytes.
pub(super) fn count_lines(bytes: &[u8], newline: u8) -> u64 {
    memchr_iter(newline, bytes).count() as u64
}

/// The byte that ends lines: a carriage return where no line ends otherwise outside quotes.
pub(super) fn newline(text: &[u8]) -> u8 {
    let mut quoted = false;
    let mut alone = false;
    for (i, byte) in text.iter().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => return b'\n',
            b'\r' if !quoted && text.get(i + 1) != Some(&b'\n') => alone = i + 1 < text.len() || alone,
            _ => {}
        }
    }
    if alone && memchr(b'\r', text).is_some() { b'\r' } else { b'\n' }
}
