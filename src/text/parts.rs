//! A cell cut into figures, words and marks: what the readers of numbers, durations and dates share.

use std::collections::HashMap;

use super::fold;

/// What a part of a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A run of digits.
    Figure,
    /// A run of letters.
    Word,
    /// One mark, or a run of full stops.
    Mark,
    /// A line break.
    Line,
}

#[derive(Clone, Copy, Debug)]
struct Part {
    sort: Sort,
    start: usize,
    end: usize,
    gap: bool,
}

/// The parts of a cell, folded. Digits part from letters, so that `7y6m` is four parts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parts {
    text: String,
    list: Vec<Part>,
}

impl Parts {
    /// Cuts a cell.
    pub fn new(cell: &str) -> Self {
        let mut parts = Self::default();
        let breaks = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
        let mut line_text = String::new();
        for line in cell.split(breaks) {
            fold::fold_into(line, &mut line_text);
            if line_text.is_empty() {
                continue;
            }
            if !parts.list.is_empty() {
                let end = parts.text.len();
                parts.list.push(Part { sort: Sort::Line, start: end, end, gap: true });
            }
            parts.cut(&line_text);
        }
        parts
    }

    fn cut(&mut self, line: &str) {
        let mut gap = true;
        for c in line.chars() {
            let c = digit(c);
            if c == ' ' {
                gap = true;
                continue;
            }
            let sort = if c.is_ascii_digit() {
                Sort::Figure
            } else if c.is_alphanumeric() {
                Sort::Word
            } else {
                Sort::Mark
            };
            let start = self.text.len();
            self.text.push(c);
            let end = self.text.len();
            match self.list.last_mut() {
                Some(last) if !gap && last.sort == sort && (sort != Sort::Mark || c == '.') => {
                    if sort != Sort::Mark || &self.text[last.start..last.end] == "." || last.end - last.start > 1 {
                        last.end = end;
                        continue;
                    }
                    self.list.push(Part { sort, start, end, gap: false });
                }
                _ => self.list.push(Part { sort, start, end, gap }),
            }
            gap = false;
        }
    }

    /// How many parts there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The text of the part at this place; empty past the end and for a line break.
    pub fn text(&self, at: usize) -> &str {
        self.list.get(at).map_or("", |part| &self.text[part.start..part.end])
    }

    /// What the part at this place is.
    pub fn sort(&self, at: usize) -> Option<Sort> {
        self.list.get(at).map(|part| part.sort)
    }

    /// The digits at this place, if they are digits.
    pub fn figure(&self, at: usize) -> Option<&str> {
        (self.sort(at) == Some(Sort::Figure)).then(|| self.text(at))
    }

    /// The digits at this place, where nothing stands between them and the part before.
    pub fn glued_figure(&self, at: usize) -> Option<&str> {
        self.figure(at).filter(|_| !self.gap(at))
    }

    /// The word at this place, if it is one.
    pub fn word(&self, at: usize) -> Option<&str> {
        (self.sort(at) == Some(Sort::Word)).then(|| self.text(at))
    }

    /// Whether this mark is at this place.
    pub fn is(&self, at: usize, text: &str) -> bool {
        self.text(at) == text
    }

    /// Whether space stands before the part at this place; also so past the end.
    pub fn gap(&self, at: usize) -> bool {
        self.list.get(at).is_none_or(|part| part.gap)
    }

    /// The parts without those of a range.
    pub fn without(&self, from: usize, to: usize) -> Self {
        let mut rest = self.clone();
        rest.list.drain(from..to);
        if let Some(next) = rest.list.get_mut(from) {
            next.gap = true;
        }
        rest
    }
}

/// Other scripts' digits as ours.
fn digit(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    for zero in ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}'] {
        let zero = u32::from(zero);
        let c = u32::from(c);
        if (zero..zero + 10).contains(&c) {
            return char::from_digit(c - zero, 10).unwrap_or('0');
        }
    }
    match c {
        '\u{66b}' => '.',
        '\u{66c}' => '\'',
        c => c,
    }
}

/// Phrases and what each stands for; the longest wins.
#[derive(Clone, Debug)]
pub(crate) struct Phrases<T> {
    by_first: HashMap<String, Vec<(Vec<String>, T)>>,
}

impl<T: Copy> Phrases<T> {
    /// The phrases of these rows.
    pub fn new(rows: &[(T, &[&str])]) -> Self {
        let mut by_first: HashMap<String, Vec<(Vec<String>, T)>> = HashMap::new();
        for (value, phrases) in rows {
            for phrase in *phrases {
                let parts = Parts::new(phrase);
                let mut words =
                    (0..parts.len()).map(|at| parts.text(at)).filter(|text| !joins(text)).map(str::to_owned);
                if let Some(first) = words.next() {
                    by_first.entry(first).or_default().push((words.collect(), *value));
                }
            }
        }
        for list in by_first.values_mut() {
            list.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        Self { by_first }
    }

    /// The longest phrase that starts at this place, and the place after it and its full stop or apostrophe.
    pub fn longest(&self, parts: &Parts, at: usize) -> Option<(T, usize)> {
        let list = self.by_first.get(parts.text(at))?;
        list.iter().find_map(|(rest, value)| {
            let last = rest.iter().try_fold(at, |at, word| {
                if parts.is(at + 1, word) {
                    return Some(at + 1);
                }
                let joined = joins(parts.text(at + 1)) && parts.is(at + 2, word);
                joined.then_some(at + 2)
            })?;
            let stop = parts.word(last).is_some() && parts.is(last + 1, ".") && !parts.gap(last + 1);
            let end = last + 1 + usize::from(stop);
            Some((*value, end + usize::from(parts.is(end, "'") && !parts.gap(end))))
        })
    }
}

/// Marks that only join the words of a phrase.
fn joins(mark: &str) -> bool {
    matches!(mark, "'" | "-" | ".")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(cell: &str) -> Vec<String> {
        let parts = Parts::new(cell);
        (0..parts.len()).map(|at| parts.text(at).to_owned()).collect()
    }

    #[test]
    fn cuts() {
        for (cell, expected) in [
            ("", &[][..]),
            ("7y6m", &["7", "y", "6", "m"]),
            ("4\u{202f}300,50 €", &["4", "300", ",", "50", "€"]),
            ("1er août", &["1", "er", "aout"]),
            ("2015...", &["2015", ".."] as &[&str]),
            ("٧ ans", &["7", "ans"]),
            ("7½", &["7", "1", "/", "2"]),
            ("a\r\nb", &["a", "", "b"]),
            ("5--7", &["5", "-", "-", "7"]),
        ] {
            let expected: Vec<String> =
                expected.iter().map(|text| if *text == ".." { "...".to_owned() } else { (*text).to_owned() }).collect();
            assert_eq!(texts(cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn finds_the_longest() {
        let phrases = Phrases::new(&[(1, &["more"]), (2, &["more than"]), (3, &["à partir d'un"]), (4, &["au-delà"])]);
        for (cell, found) in [
            ("more than 7", Some((2, 2))),
            ("More-than 7", Some((2, 3))),
            ("more. 7", Some((1, 2))),
            ("à partir d’un", Some((3, 5))),
            ("au delà", Some((4, 2))),
            ("less", None),
        ] {
            assert_eq!(phrases.longest(&Parts::new(cell), 0), found, "{cell:?}");
        }
    }
}
