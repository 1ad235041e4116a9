//! How wide the columns of the table are: the first of several layouts that fits the terminal.

use unicode_width::UnicodeWidthStr;

use super::super::people;
use super::super::safe;
use super::super::text::{cut, wrap};
use super::marks::{self, Grouping};
use super::row::{TableCell, TableRow};
use super::{GAP, State, TableColumn};
use crate::catalogue::{Say, render as words};
use crate::score::Status;
use crate::view::{Heading, OutputColumn};

/// Ids up to this width are not cut while there is room.
const SHORT_ID: usize = 18;

/// How the rows are laid out.
#[derive(Debug)]
pub(super) enum Layout {
    /// A table; what is to be asked is a column of it, or stands below each row that has it, or nowhere.
    Wide(Vec<Laid>, WhyPlace),
    Stacked,
}

/// Where it stands what is to be asked of a candidate, or what decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WhyPlace {
    Beside,
    Below,
    Nowhere,
}

/// How one column is laid out.
#[derive(Clone, Debug)]
pub(super) struct Laid {
    /// What the column is called, in one or several lines.
    pub head: Vec<String>,
    pub width: usize,
    /// Of this, what a figure is aligned in.
    pub figure: usize,
    pub tail: bool,
    pub grouping: Grouping,
    /// How wide each mark is, where names stand over them.
    pub widths: Vec<usize>,
}

/// How much room a layout takes: tried in this order until one fits.
const LEVELS: [(Grouping, bool, usize); 8] = [
    (Grouping::Spaced, true, 60),
    (Grouping::Spaced, true, 22),
    (Grouping::Fives, true, 16),
    (Grouping::Fives, true, 12),
    (Grouping::Fives, false, 12),
    (Grouping::Tight, false, 12),
    (Grouping::Fives, false, 9),
    (Grouping::Tight, false, 8),
];

/// From so many columns on, names stand over the marks, and what is to be asked with each candidate.
const ROOMY: usize = 100;

/// The same, in the order tried, where there is room for names: whole, and then abbreviated.
const NAMED: [(Grouping, bool, usize); 4] = [
    (Grouping::Named { gap: 2, widest: WHOLE }, true, 40),
    (Grouping::Named { gap: 2, widest: WHOLE }, true, 16),
    (Grouping::Named { gap: 1, widest: WHOLE }, true, 16),
    (Grouping::Named { gap: 1, widest: WHOLE }, false, 12),
];
const ABBREVIATED: [(Grouping, bool, usize); 5] = [
    (Grouping::Named { gap: 1, widest: 12 }, true, 14),
    (Grouping::Named { gap: 1, widest: 10 }, false, 12),
    (Grouping::Named { gap: 1, widest: 8 }, false, 12),
    (Grouping::Named { gap: 1, widest: 7 }, false, 10),
    (Grouping::Named { gap: 1, widest: 6 }, false, 10),
];

/// A word that is wider is abbreviated whatever the room.
const WHOLE: usize = 18;

/// What is to be asked stands in a column of its own only if that is so wide, or as wide as most of it;
/// the rest of it stands on lines below.
const WIDE_ENOUGH: usize = 26;

impl State {
    /// The first layout that fits. `last` tells that no other rows come than those that are held.
    pub(super) fn lay_out(&self, last: bool, width: usize) -> Layout {
        let why = matches!(self.columns.last(), Some(TableColumn::Why));
        let own = self.columns.len() - usize::from(why);
        let lay = |columns: &[TableColumn], level| lay(&self.heading, columns, &self.rows, last, level, width);
        let roomy = why && width >= ROOMY;
        let below = if roomy { WhyPlace::Below } else { WhyPlace::Nowhere };
        let beside =
            |level| roomy.then(|| lay(&self.columns, level)).flatten().map(|laid| Layout::Wide(laid, WhyPlace::Beside));
        let without = |level| lay(&self.columns[..own], level).map(|laid| Layout::Wide(laid, below));
        let names = |levels: &[(Grouping, bool, usize)]| {
            let levels = || levels.iter().copied().filter(|_| roomy);
            levels().find_map(beside).or_else(|| levels().find_map(without))
        };
        names(&NAMED)
            .or_else(|| names(&ABBREVIATED))
            .or_else(|| LEVELS.into_iter().filter(|(grouping, ..)| *grouping != Grouping::Tight).find_map(beside))
            .or_else(|| LEVELS.into_iter().find_map(without))
            .unwrap_or(Layout::Stacked)
    }
}

/// The widths of all columns at one level, if they fit. Unless these rows are `all`, room is left for what may come.
fn lay(
    heading: &Heading,
    columns: &[TableColumn],
    rows: &[TableRow],
    all: bool,
    level: (Grouping, bool, usize),
    width: usize,
) -> Option<Vec<Laid>> {
    let measured = columns.iter().enumerate().map(|(at, column)| measure(heading, (at, column), rows, all, level));
    let (mut laid, wanted): (Vec<Laid>, Vec<[usize; 2]>) = measured.unzip();
    let gaps = GAP * columns.len().saturating_sub(1);
    let used = laid.iter().map(|column| column.width).sum::<usize>() + gaps;
    share(width.checked_sub(used)?, columns, &mut laid, wanted);
    if let (Some(TableColumn::Why), Some(why)) = (columns.last(), laid.last())
        && why.width < usual_width(rows, columns.len() - 1).min(WIDE_ENOUGH)
    {
        return None;
    }
    laid.iter_mut().for_each(set_head);
    Some(laid)
}

/// One column as narrow as it may be at this level; and how much wider most of its cells would have it, and all of them.
fn measure(
    heading: &Heading,
    (at, column): (usize, &TableColumn),
    rows: &[TableRow],
    all: bool,
    (grouping, ranks, least): (Grouping, bool, usize),
) -> (Laid, [usize; 2]) {
    let lang = heading.lang;
    let cells = || rows.iter().filter_map(|row| row.cells.get(at));
    let widest = |of: fn(&TableCell) -> usize| cells().map(of).max().unwrap_or(0);
    let tail = ranks || !matches!(column, TableColumn::Rank);
    let (mut figure, mut text) = (widest(figure_width), widest(text_width));
    let mut follows = if tail { widest(tail_width) } else { 0 };
    let mut widths = Vec::new();
    let head = match column {
        TableColumn::Rank => vec![words::rank().say(lang)],
        TableColumn::Text(field) => vec![safe::terminal(&people::head(field, heading)).into_owned()],
        TableColumn::Status => vec![words::status().say(lang)],
        TableColumn::Scores => vec![words::score().say(lang)],
        TableColumn::Why => vec![words::why_head().say(lang)],
        TableColumn::Marks { need, criteria, from } => {
            let (head, each) = marks::head(*need, criteria, *from, grouping, heading);
            widths = each;
            head
        }
    };
    let headed = head.iter().map(|line| line.width()).max().unwrap_or(0);
    match column {
        TableColumn::Rank if !all => (figure, follows) = (figure.max(9), if tail { follows.max(22) } else { 0 }),
        TableColumn::Scores if !all => (figure, follows) = (figure.max(5), follows.max(6)),
        TableColumn::Status if !all => {
            let widths = Status::ALL.map(|status| people::status(status).say(lang).width() + 2);
            text = widths.into_iter().max().unwrap_or(0);
        }
        TableColumn::Marks { .. } => text = headed,
        _ => {}
    }
    let natural = text.max(figure + follows).max(headed);
    let flexible = matches!(column, TableColumn::Text(_) | TableColumn::Why) && figure == 0;
    let now = if flexible { natural.min(least) } else { natural };
    let usual = usual_width(rows, at).clamp(now, natural);
    (Laid { head, width: now, figure, tail, grouping, widths }, [usual - now, natural - usual])
}

/// Shares out the room that is left: to short ids first, since `explain` needs them whole, then to all in turn, first for
/// what most rows need, then for the few that need more.
fn share(mut room: usize, columns: &[TableColumn], laid: &mut [Laid], mut wanted: Vec<[usize; 2]>) {
    for round in 0..2 {
        for (at, column) in columns.iter().enumerate() {
            let more = wanted[at][round];
            if matches!(column, TableColumn::Text(OutputColumn::Id))
                && more <= room
                && laid[at].width + more <= SHORT_ID
            {
                (laid[at].width, wanted[at][round], room) = (laid[at].width + more, 0, room - more);
            }
        }
        while room > 0 && wanted.iter().any(|wanted| wanted[round] > 0) {
            for (column, wanted) in laid.iter_mut().zip(&mut wanted) {
                if wanted[round] > 0 && room > 0 {
                    (column.width, wanted[round], room) = (column.width + 1, wanted[round] - 1, room - 1);
                }
            }
        }
    }
}

/// Brings a head into its column, in up to three lines; a narrow head over wide figures stands over the figures.
fn set_head(column: &mut Laid) {
    if let [head] = column.head.as_slice() {
        column.head = wrap(head, "", column.width);
        let rest = column.head.split_off(column.head.len().min(2)).join(" ");
        column.head.extend((!rest.is_empty()).then_some(rest));
    }
    column.head = column.head.iter().map(|line| cut(line, column.width)).collect();
    if column.figure > 0 && column.head.len() == 1 {
        let head = &column.head[0];
        column.head[0] = format!("{}{head}", " ".repeat(column.figure.saturating_sub(head.width())));
    }
}

/// As wide as nineteen cells in twenty of a column of text.
fn usual_width(rows: &[TableRow], at: usize) -> usize {
    let mut widths: Vec<usize> = rows.iter().filter_map(|row| row.cells.get(at)).map(text_width).collect();
    widths.sort_unstable();
    widths.get((widths.len() * 19).div_ceil(20).saturating_sub(1)).copied().unwrap_or(0)
}

fn figure_width(cell: &TableCell) -> usize {
    if let TableCell::Figure(figure, _) = cell { figure.width() } else { 0 }
}

fn tail_width(cell: &TableCell) -> usize {
    if let TableCell::Figure(_, tail) = cell { tail.width() } else { 0 }
}

fn text_width(cell: &TableCell) -> usize {
    if let TableCell::Text(text, _) = cell { text.width() } else { 0 }
}
