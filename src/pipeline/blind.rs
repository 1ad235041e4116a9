//! `--blind`: candidates are numbered, and what says who they are is cut out of what is quoted of them.
//!
//! What is hidden follows from what says who somebody is, in all records together: exchange it between two candidates,
//! and every byte that is told stays as it is. So nothing is told before the last record has been read.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write as _;

use foldhash::fast::FixedState;

use super::BoundFile;
use super::twins::Spot;
use crate::criteria::Criteria;
use crate::decisions::Entry;
use crate::explain::CriterionAccount;
use crate::kinds::{Cells, Check, TestAccount};
use crate::records::Row;
use crate::veil::{Veil, is_personal};

/// What one thread gathers from the records that it judges.
#[derive(Default)]
pub(super) struct Gathered {
    veil: Veil,
    /// The ids of each file.
    ids: Vec<FileIds>,
    /// The line ends within what is hidden.
    breaks: Vec<(Spot, u64)>,
}

/// The ids of a file.
#[derive(Clone, Default)]
struct FileIds {
    /// How many there are.
    all: u64,
    /// How many have each form.
    forms: HashMap<String, u64, FixedState>,
}

impl FileIds {
    /// The form that they have, but for a few; nothing where they are no codes. Letters that are a part of a form tell
    /// nobody apart only if they come again.
    fn form(self) -> Option<String> {
        let (count, form) = self.forms.into_iter().map(|(form, count)| (count, form)).max()?;
        let letters = form.split(|c: char| !c.is_ascii_alphabetic()).any(|letters| letters.len() > 1);
        (count * 2 >= self.all && (count > 1 || !letters)).then_some(form)
    }
}

impl Gathered {
    /// Gathers from a record.
    pub(super) fn see(&mut self, spot: Spot, file: &BoundFile, row: &Row<'_>) {
        let breaks = file.identity.iter().map(|column| file.dialect.line_ends(row.get(*column))).sum();
        if breaks > 0 {
            self.breaks.push((spot, breaks));
        }
        // Other cells of a damaged row may be under any header: they are not shown, and hide nothing elsewhere.
        file.identity.iter().for_each(|column| self.veil.hide(row.sure(*column)));
        let id = file.own_id(row);
        if !file.id_says_who && !id.is_empty() {
            self.ids.resize_with(self.ids.len().max(spot.file() + 1), FileIds::default);
            let ids = &mut self.ids[spot.file()];
            ids.all += 1;
            if let Some(form) = form_of_code(id) {
                *ids.forms.entry(form).or_default() += 1;
            }
        }
    }
}

/// How those who are not to be known are told of.
#[derive(Debug, Default)]
pub struct Blind {
    veil: Veil,
    /// The form of most of a file's ids, where they are codes.
    codes: Vec<Option<String>>,
    /// The records with line ends within what is hidden, and how many there are in the file up to it.
    breaks: Vec<(Spot, u64)>,
}

impl Blind {
    /// All that was gathered.
    pub(super) fn new(gathered: Vec<Gathered>, files: &[BoundFile], criteria: &Criteria) -> Self {
        let mut veil = Veil::knowing(criteria.words());
        let mut ids = vec![FileIds::default(); files.len()];
        let mut breaks = Vec::new();
        for one in gathered {
            veil.join(one.veil);
            breaks.extend(one.breaks);
            for (all, one) in ids.iter_mut().zip(one.ids) {
                all.all += one.all;
                one.forms.into_iter().for_each(|(form, count)| *all.forms.entry(form).or_default() += count);
            }
        }
        breaks.sort_unstable();
        let mut last: Option<(Spot, u64)> = None;
        for (spot, count) in &mut breaks {
            *count += last.filter(|(last, _)| last.file() == spot.file()).map_or(0, |(_, before)| before);
            last = Some((*spot, *count));
        }
        Self { veil, codes: ids.into_iter().map(FileIds::form).collect(), breaks }
    }

    /// The line of a record, as if nothing that is hidden had line ends of its own; `line` is where it is.
    #[must_use]
    pub fn line(&self, spot: Spot, line: u64) -> u64 {
        let before = self.breaks.partition_point(|(known, _)| *known < spot).checked_sub(1);
        let before = before.map(|at| self.breaks[at]).filter(|(known, _)| known.file() == spot.file());
        line - before.map_or(0, |(_, breaks)| breaks)
    }

    /// What a candidate is called: `#17` for the one in row 17, `#2:17` in the second of several files; or their `id`, where it
    /// is a code as most ids of the file are.
    pub fn id<'a>(&self, files: &[BoundFile], spot: Spot, id: &'a str, buffer: &'a mut String) -> &'a str {
        let code = self.codes.get(spot.file()).and_then(Option::as_ref);
        if code.is_some() && form_of_code(id).as_ref() == code && !self.veil.hides(id) {
            return id;
        }
        buffer.clear();
        buffer.push('#');
        if files.len() > 1 {
            let _ = write!(buffer, "{}:", spot.file() + 1);
        }
        let _ = write!(buffer, "{}", spot.row());
        buffer
    }

    /// A cell without who it speaks of.
    #[must_use]
    pub fn cut<'a>(&self, cell: &'a str) -> Cow<'a, str> {
        self.veil.cut(cell)
    }

    /// The part of a cell that matters, without who it speaks of.
    #[must_use]
    pub fn cut_part<'a>(&self, cell: &str, part: &'a str) -> Cow<'a, str> {
        self.veil.cut_part(cell, part)
    }

    /// What was read of a row, without who it speaks of: of a damaged row, no cell is shown.
    pub fn cut_account(&self, check: &Check, row: &dyn Cells, damaged: bool, account: &mut TestAccount) {
        check.each_text(account, &mut |column, text| {
            if damaged {
                text.clear();
            } else if let Some(column) = column
                && let Cow::Owned(left) = self.veil.cut_part(row.cell(column), text)
            {
                *text = left;
            }
        });
    }

    /// The same of what a person decided, which may name somebody.
    pub fn cut_entry(&self, entry: &mut Entry) {
        for text in [&mut entry.decision, &mut entry.reason] {
            *text = self.cut(text).into_owned();
        }
    }

    /// The same of all that people decided of a candidate's criteria.
    pub(super) fn cut_decided(&self, criteria: &mut [CriterionAccount]) {
        let decided = criteria.iter_mut().filter_map(|one| one.decided.as_mut());
        decided.for_each(|one| self.cut_entry(&mut one.entry));
    }
}

/// The form that a code shares with others: figures, and letters that are the same in all of them or no more than two;
/// nothing for what is no code.
fn form_of_code(id: &str) -> Option<String> {
    const LONGEST: usize = 64;
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-_/.#:".contains(c);
    // With a `#` it begins like a number that is given here.
    let begins_well = !id.starts_with('#') && id.contains(|c: char| c.is_ascii_digit());
    if id.len() > LONGEST || !id.chars().all(allowed) || !begins_well {
        return None;
    }
    let is_hex = |part: &&str| part.chars().all(|c| c.is_ascii_hexdigit());
    let parts: Vec<&str> = id.split('-').collect();
    let lengths: Vec<usize> = parts.iter().filter(|part| is_hex(part)).map(|part| part.len()).collect();
    // A number drawn by chance.
    if lengths == [8, 4, 4, 4, 12] || (lengths.len() == 1 && parts.len() == 1 && lengths[0] >= 16) {
        return Some(format!("{lengths:?}"));
    }
    if is_personal(id) {
        return None;
    }
    let mut form = String::new();
    let mut rest = id;
    while let Some(first) = rest.chars().next() {
        let is_same = |c: char| {
            (c.is_ascii_digit(), c.is_ascii_alphabetic()) == (first.is_ascii_digit(), first.is_ascii_alphabetic())
        };
        let end = rest.find(|c| !is_same(c)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        match run.len() {
            1..7 if first.is_ascii_digit() => form.push('0'),
            digits if first.is_ascii_digit() => form.extend(["0", &digits.to_string(), "_"]),
            1..3 if first.is_ascii_alphabetic() => form.push('a'),
            _ => form.push_str(&run.to_ascii_lowercase()),
        }
        rest = after;
    }
    Some(form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_a_form_in_common() {
        let same = |ids: &[&str]| {
            let forms: Vec<_> = ids.iter().map(|id| form_of_code(id)).collect();
            forms[0].is_some() && forms.iter().all(|form| *form == forms[0])
        };
        assert!(same(&["A1", "B22", "k019"]));
        assert!(same(&["APP-2024-0012", "app-2024-1"]));
        assert!(same(&["3f2b8c1e-1111-4a4a-8b8b-0123456789ab", "00000000-0000-0000-0000-000000000000"]));
        assert!(same(&["1", "120"]));
        for ids in [["ann1", "bob1"], ["A1", "B-1"], ["1", "12345678"], ["A1", "a"]] {
            assert!(!same(&ids), "{ids:?}");
        }
        for none in ["", "#17", "ada", "ada@example.org", "Zoé 1", "0470123456", "1990-02-03", "14071979", "+1", "A B1"]
        {
            assert_eq!(form_of_code(none), None, "{none}");
        }
    }

    #[test]
    fn lines_are_counted_without_the_line_ends_of_what_is_hidden() {
        let breaks = vec![(Spot::new(0, 3), 2), (Spot::new(0, 9), 3), (Spot::new(1, 4), 1)];
        let blind = Blind { breaks, ..Blind::default() };
        for (file, line, told) in [(0, 3, 3), (0, 6, 4), (0, 9, 7), (0, 11, 8), (1, 2, 2), (1, 4, 4), (1, 6, 5)] {
            assert_eq!(blind.line(Spot::new(file, line), line), told, "{file}:{line}");
        }
    }
}
