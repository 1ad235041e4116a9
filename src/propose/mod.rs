//! The criteria that a candidates' file lends itself to: which test fits each column, and the file that says so.
//!
//! A proposal never invents a requirement. What a column is good for is told by how many of its cells each reader
//! reads and by the words of its header; what the posting asks is left for a person to write, and where a test needs
//! that to work at all, it is written as a comment.

mod guess;
mod order;
mod role;
mod survey;
#[cfg(test)]
mod tests;
mod write;

use chrono::NaiveDate;

pub use self::role::says_who;
pub use self::survey::Survey;
pub use self::write::{Posting, example, file};
use self::{guess::Guess, role::Role, survey::Cells};
use crate::header::fold_name;
use crate::text::head::{question, spelled};

/// Whether a proposal is to count, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It can reject.
    Required,
    /// It adds points.
    Asset,
    /// It stays in the file as a comment.
    LeftOut,
}

/// A criterion that is proposed.
#[derive(Debug)]
pub struct Proposal {
    /// Its id.
    id: String,
    /// The names and headers of its columns.
    columns: Vec<(String, String)>,
    /// What it is called: its header.
    label: String,
    /// Its test.
    guess: Guess,
    /// What its cells are.
    seen: guess::Seen,
    /// Whether it is to count.
    pub need: Need,
}

impl Proposal {
    /// What it is called, on one line.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The key of its test.
    #[must_use]
    pub fn test(&self) -> &'static str {
        self.guess.key()
    }

    /// Whether it can count as it is: it does not wait for something only the posting knows.
    #[must_use]
    pub fn ready(&self, posting: &Posting) -> bool {
        match self.guess {
            Guess::Received => posting.deadline.is_some(),
            // What the posting asks is not in the cells.
            Guess::Day { .. } | Guess::Mentions { .. } | Guess::Ceiling { .. } | Guess::OneOf { .. } => false,
            Guess::Languages { .. } => false,
            _ => true,
        }
    }

    /// Its weight: nothing for what is no merit.
    #[must_use]
    pub fn weight(&self) -> u32 {
        match self.guess {
            Guess::Received | Guess::Provided | Guess::Consent { .. } => 0,
            _ => 10,
        }
    }
}

/// A column that no criterion is proposed for, and why.
#[derive(Debug)]
enum Unused {
    /// Nothing in it.
    Empty,
    /// It has no header.
    NoHeader,
    /// Another column has the same header.
    SameHeader,
    /// It tells records apart, and another column does so already.
    Id,
    /// A form keeps it of itself.
    Form,
    /// No test reads it.
    Unclear(guess::Seen),
    /// There are too many columns.
    TooMany,
}

/// All that is proposed for a file.
#[derive(Debug)]
pub struct Draft {
    /// How many rows have been looked at, and whether they are all.
    rows: usize,
    all: bool,
    id: Option<(String, String)>,
    identity: Vec<(String, String)>,
    /// The order of day, month and year, where the cells of the file prove it and others wait for it.
    dates: Option<order::Proven>,
    /// The criteria, in the order of the columns.
    pub proposals: Vec<Proposal>,
    unused: Vec<(String, Unused)>,
}

/// More columns than this are not looked at.
const MOST_COLUMNS: usize = 300;

/// What is proposed for a file, read as on the day `as_of`.
#[must_use]
pub fn draft(survey: &Survey, as_of: NaiveDate) -> Draft {
    let mut draft = Draft {
        rows: survey.rows(),
        all: survey.all(),
        id: None,
        identity: Vec::new(),
        dates: order::proven(survey.columns()),
        proposals: Vec::new(),
        unused: Vec::new(),
    };
    let form = role::is_form(survey.columns());
    let folded: Vec<String> = survey.columns().iter().map(|column| fold_name(&column.header)).collect();
    let mut names = Names::default();
    let mut rest: Vec<&Cells> = Vec::new();
    for (at, column) in survey.columns().iter().enumerate() {
        let header = &column.header;
        let unused = if at >= MOST_COLUMNS {
            Some(Unused::TooMany)
        } else if folded[at].is_empty() {
            Some(Unused::NoHeader)
        } else if folded.iter().filter(|other| **other == folded[at]).count() > 1 {
            Some(Unused::SameHeader)
        } else {
            None
        };
        if let Some(unused) = unused {
            draft.unused.push((header.clone(), unused));
            continue;
        }
        match role::of(column, form, as_of) {
            Some(Role::Id) if draft.id.is_none() => draft.id = Some((names.take("id"), header.clone())),
            Some(Role::Id) => draft.unused.push((header.clone(), Unused::Id)),
            Some(Role::Form) => draft.unused.push((header.clone(), Unused::Form)),
            Some(Role::Identity(name)) => {
                let name = match name.filter(|name| names.free(name)) {
                    Some(name) => names.take(name),
                    None => names.of(header),
                };
                draft.identity.push((name, header.clone()));
            }
            None => rest.push(column),
        }
    }
    // Names that mean something to the program are kept for the columns they mean.
    for name in ["id", "name", "email", "date_of_birth"] {
        names.take(name);
    }
    let panels = guess::panels(&rest);
    let of_kind = |like: fn(&Cells) -> bool| -> Vec<&Cells> {
        rest.iter().copied().filter(|column| column.filled() > 0 && like(column)).collect()
    };
    let fields = of_kind(guess::is_field);
    let two = fields.len() == 1 && of_kind(guess::is_level).len() == 1;
    for (at, column) in rest.iter().enumerate() {
        let panel = panels.iter().find(|panel| panel.columns.contains(&at));
        if let Some(panel) = panel {
            if panel.columns.first() == Some(&at) {
                let columns: Vec<&Cells> = panel.columns.iter().map(|at| rest[*at]).collect();
                draft.propose(
                    &mut names,
                    &columns,
                    panel.label.clone(),
                    Guess::Rating { out_of: panel.out_of },
                    panel.seen.clone(),
                );
            }
            continue;
        }
        if column.filled() == 0 {
            draft.unused.push((column.header.clone(), Unused::Empty));
            continue;
        }
        match guess::of(column, as_of) {
            (Some(Guess::Degree { .. } | Guess::Level { scale: "education", .. }), seen)
                if two && guess::is_level(column) =>
            {
                let columns: Vec<&Cells> = std::iter::once(*column).chain(fields.iter().copied()).collect();
                draft.propose(&mut names, &columns, one_line(column.title(), 80), Guess::Degree { two }, seen);
            }
            (Some(_), _) if two && guess::is_field(column) => {}
            (Some(guess), seen) => draft.propose(&mut names, &[column], one_line(column.title(), 80), guess, seen),
            (None, seen) => draft.unused.push((column.header.clone(), Unused::Unclear(seen))),
        }
    }
    draft.leave_own_columns();
    draft
}

/// The last day in the columns that say when an application came; the day that "present" most likely means.
#[must_use]
pub fn last_day(survey: &Survey) -> Option<NaiveDate> {
    survey.columns().iter().filter(|column| guess::is_received(column)).filter_map(guess::last_day).max()
}

impl Draft {
    /// Whether no column was recognised as saying who somebody is.
    #[must_use]
    pub fn knows_nobody(&self) -> bool {
        self.identity.is_empty()
    }

    fn propose(&mut self, names: &mut Names, columns: &[&Cells], label: String, guess: Guess, seen: guess::Seen) {
        let named = |column: &&Cells| {
            let taken = if guess == Guess::Received && names.free("received") {
                names.take("received")
            } else {
                names.of(&column.header)
            };
            (taken, column.header.clone())
        };
        let columns: Vec<(String, String)> = columns.iter().map(named).collect();
        let id = match columns.as_slice() {
            [(name, _)] => name.replace('_', "-"),
            _ if label.is_empty() => "panel".to_owned(),
            _ => slug(&label).replace('_', "-"),
        };
        let taken = |id: &str| {
            id.is_empty()
                || crate::criteria::TAKEN.contains(&id)
                || self.proposals.iter().any(|proposal| proposal.id == id)
        };
        let id = if taken(&id) { numbered(if id.is_empty() { "criterion" } else { &id }, '-', taken) } else { id };
        // A deadline is a threshold of its own.
        let need = if guess == Guess::Received { Need::Required } else { Need::Asset };
        self.proposals.push(Proposal { id, columns, label, guess, seen, need });
    }
}

impl Draft {
    /// A language that has a column of its own is not asked for in a list again.
    fn leave_own_columns(&mut self) {
        let own = |one: &Proposal| if let Guess::Language { code } = one.guess { Some(code) } else { None };
        let own: Vec<&str> = self.proposals.iter().filter_map(own).collect();
        for proposal in &mut self.proposals {
            if let Guess::Languages { codes } = &mut proposal.guess
                && codes.iter().any(|(code, _)| !own.contains(code))
            {
                codes.retain(|(code, _)| !own.contains(code));
            }
        }
    }
}

/// Names of columns that are taken.
#[derive(Default)]
struct Names(Vec<String>);

impl Names {
    fn free(&self, name: &str) -> bool {
        !self.0.iter().any(|taken| taken == name)
    }

    fn take(&mut self, name: &str) -> String {
        self.0.push(name.to_owned());
        name.to_owned()
    }

    /// A name made from a header.
    fn of(&mut self, header: &str) -> String {
        let name = slug(header);
        let name = if name.is_empty() { "column".to_owned() } else { name };
        let name = if self.free(&name) { name } else { numbered(&name, '_', |name| !self.free(name)) };
        self.take(&name)
    }
}

fn numbered(name: &str, mark: char, taken: impl Fn(&str) -> bool) -> String {
    (2..).map(|n: u32| format!("{name}{mark}{n}")).find(|name| !taken(name)).unwrap_or_default()
}

/// A header as a name: folded words joined by `_`, of no more than some forty letters.
fn slug(header: &str) -> String {
    const ENOUGH: usize = 40;
    let folded = fold_name(&spelled(question(header)));
    let mut name = String::new();
    for word in folded.split(' ') {
        if !name.is_empty() && name.chars().count() + word.chars().count() >= ENOUGH {
            break;
        }
        if !name.is_empty() {
            name.push('_');
        }
        name.extend(word.chars().take(ENOUGH));
    }
    name
}

/// A text that somebody else wrote, as one short line in which everything can be seen.
#[must_use]
pub fn one_line(text: &str, most: usize) -> String {
    let mut line = String::new();
    let mut count = 0;
    for c in text.chars() {
        if crate::text::fold::is_invisible(c) || is_private(c) {
            continue;
        }
        let c = if c.is_whitespace() || c.is_control() { ' ' } else { c };
        if c == ' ' && (line.is_empty() || line.ends_with(' ')) {
            continue;
        }
        if count == most {
            line.truncate(line.trim_end().len());
            line.push('…');
            return line;
        }
        line.push(c);
        count += 1;
    }
    line.truncate(line.trim_end().len());
    line
}

/// Characters that YAML does not allow to stand as they are, or that no font shows.
fn is_private(c: char) -> bool {
    let code = u32::from(c);
    (0xe000..=0xf8ff).contains(&code) || code & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code) || code >= 0xe0000
}
