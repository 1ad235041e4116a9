//! The criteria that a candidates' file lends itself to, and those that a posting asks: which test fits each column, and
//! the file that says so.
//!
//! A proposal never invents a requirement. What a column is good for is told by how many of its cells each reader
//! reads and by the words of its header; what is asked of it comes from the posting or from a person, and where a test
//! needs that to work at all and nobody says it, it is written as a comment.

mod amounts;
mod answers;
mod columns;
mod guess;
mod ids;
mod matching;
mod meaning;
mod menus;
mod named;
mod order;
mod papers;
mod role;
mod short;
mod survey;
#[cfg(test)]
mod tests;
mod together;
mod write;

use chrono::NaiveDate;

use self::columns::Item;
use self::guess::Guess;
use self::ids::{Names, id_from, id_of, numbered};
pub use self::matching::{Choices, Fit};
pub use self::menus::Open;
pub use self::role::{says_who, tells_who};
pub use self::survey::Survey;
pub use self::write::{PostingSaid, alone, example, file};
use crate::catalogue::{Text, init as words};

/// Whether a proposal is to count, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// It can reject.
    Required,
    /// It adds points.
    Asset,
    /// It stays in the file as a comment.
    LeftOut,
}

/// What is asked beyond what a column lends itself to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskedBeyond {
    /// The bound, as the criteria file writes it: the least, or the most of what is asked for as pay.
    pub at_least: Option<String>,
    /// The fields of a degree.
    pub fields: Vec<String>,
    /// It is met as a whole or not at all.
    pub whole: bool,
}

impl AskedBeyond {
    /// Whether full credit is at more than what is asked.
    fn exceeded_by(&self, full_at: f64) -> bool {
        let bound = self.at_least.as_ref().and_then(|bound| bound.parse::<f64>().ok());
        bound.is_none_or(|bound| full_at > bound)
    }
}

/// What a posting says of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its words.
    pub quote: String,
    /// Whether it requires it.
    pub required: bool,
    /// How sure it is that the column answers them.
    pub fit: Fit,
    /// What a person should know of it.
    notes: Vec<Note>,
}

/// What a person should know of a requirement that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Note {
    /// The posting requires what people say of themselves.
    SelfDeclared,
    /// The posting requires it and gives no bound.
    NoBound,
    /// Experience counts in the stead of a degree.
    OrExperience,
    /// The posting requires it and names no level.
    NoLevel,
    /// The posting names no level of a degree.
    NoDegree,
    /// The posting wishes for it and names no level.
    AnyLevel,
    /// The file asks for some only of what the posting lets people choose from.
    NotAll,
    /// One thing of several is enough for the posting, and the file has no column for some of them.
    NotOthers,
    /// What the posting names are examples.
    Examples,
    /// The posting asks that it is not so.
    Denied,
    /// The column may tell of another day than that on which an application came.
    OtherDay,
}

/// A criterion that is proposed.
#[derive(Debug)]
pub struct Proposal {
    /// Its id.
    id: String,
    /// The names and headers of its columns.
    columns: Vec<(String, String)>,
    /// What it is called: its header, or the posting's words where another is called so.
    label: Text,
    /// What heads its column in a table, where its label is too long for that.
    short: Option<Text>,
    /// Its test.
    guess: Guess,
    /// What its cells are.
    seen: guess::Seen,
    /// What is asked.
    pub terms: AskedBeyond,
    /// What the posting says of it, if there is one.
    pub asked: Option<Asked>,
    /// Whether it is to count.
    pub need: Counting,
    /// Whether a person said so.
    pub confirmed: bool,
}

impl Proposal {
    /// What it is called, on one line.
    #[must_use]
    pub fn label(&self) -> &Text {
        &self.label
    }

    /// The header of its column, the first of several.
    #[must_use]
    pub fn header(&self) -> Option<&str> {
        self.columns.first().map(|(_, header)| header.as_str())
    }

    /// The key of its test.
    #[must_use]
    pub fn test(&self) -> &'static str {
        match self.guess {
            // Whichever is known best, where no level is asked of any.
            Guess::Tongues { .. } if self.terms.at_least.is_none() => "any_of",
            _ => self.guess.key(),
        }
    }

    /// Its test with its bound, in short: `years >= 7`.
    #[must_use]
    pub fn summary(&self) -> String {
        match &self.terms.at_least {
            Some(bound) => format!("{} {} {bound}", self.test(), if self.is_ceiling() { "<=" } else { ">=" }),
            None => self.test().to_owned(),
        }
    }

    /// The bounds that a person can choose from, from the lowest up; none where the test has no bound of its own.
    #[must_use]
    pub fn bounds(&self) -> Vec<String> {
        let steps = |steps: &[&str]| steps.iter().map(|step| (*step).to_owned()).collect();
        match &self.guess {
            Guess::Years { full_at } => {
                let usual = [1.0, 2.0, 3.0, 5.0, 7.0, 10.0, 15.0];
                usual.iter().filter(|years| **years <= full_at.max(3.0)).map(f64::to_string).collect()
            }
            Guess::Level { scale: "proficiency", .. } => steps(&["basic", "good", "very_good", "excellent"]),
            Guess::Level { scale: "education", .. } | Guess::Degree { .. } => {
                steps(&["secondary", "short_cycle", "bachelor", "master", "doctorate"])
            }
            Guess::Level { scale: "cefr", .. } | Guess::Language { .. } | Guess::Tongues { .. } => {
                steps(&["A1", "A2", "B1", "B2", "C1", "C2"])
            }
            Guess::Number { quarters, .. } | Guess::Ceiling { quarters, .. } => {
                // What the posting says stands among them.
                let mut bounds = quarters.clone();
                bounds.extend(self.terms.at_least.as_ref().and_then(|bound| bound.parse::<f64>().ok()));
                bounds.sort_by(f64::total_cmp);
                bounds.dedup();
                bounds.iter().map(f64::to_string).collect()
            }
            Guess::Rating { out_of, .. } if *out_of <= 10.0 => {
                (1..=10).map(f64::from).filter(|points| points <= out_of).map(|points| points.to_string()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether its bound is the most that is accepted, and not the least.
    #[must_use]
    pub fn is_ceiling(&self) -> bool {
        matches!(self.guess, Guess::Ceiling { .. } | Guess::Day { .. })
    }

    /// Whether a person who says that it counts is enough for it to.
    #[must_use]
    pub fn waits_for_a_word(&self) -> bool {
        self.is_ceiling() || matches!(self.guess, Guess::Number { .. })
    }

    /// The answers found in its column, where a person is to say which of them the posting accepts.
    #[must_use]
    pub fn answers(&self) -> Vec<String> {
        match &self.guess {
            Guess::OneOf { values, not, .. } => values.iter().chain(not).cloned().collect(),
            Guess::YesNo => self.seen.options.clone(),
            _ => Vec::new(),
        }
    }

    /// Accepts those of [`Self::answers`] at these places; without any it stays as it is. The others speak against somebody,
    /// but for what tells nothing ("I don't know"), which stays for people.
    pub fn accept(&mut self, places: &[usize]) {
        let answers = self.answers();
        if answers.is_empty() || places.is_empty() {
            return;
        }
        let at = |place: usize| places.contains(&place);
        let (values, others): (Vec<_>, Vec<_>) = answers.into_iter().enumerate().partition(|(place, _)| at(*place));
        let texts = |answers: Vec<(usize, String)>| answers.into_iter().map(|(_, answer)| answer);
        let not = texts(others).filter(|answer| !guess::tells_nothing(answer)).collect();
        self.guess = Guess::OneOf { values: texts(values).collect(), not, chosen: true };
    }

    /// Whether a person should say its bound: the posting gives none, or an amount among its words, and the test could have one.
    #[must_use]
    pub fn lacks_bound(&self) -> bool {
        let asked = self.asked.as_ref();
        let counted = matches!(self.guess, Guess::Number { .. }) && self.terms.at_least.is_some();
        asked.is_some_and(|asked| {
            counted
                || asked
                    .notes
                    .iter()
                    .any(|note| matches!(note, Note::NoBound | Note::NoLevel | Note::NoDegree | Note::AnyLevel))
        }) && !self.bounds().is_empty()
    }

    /// Sets its bound, as a person says.
    pub fn bind(&mut self, bound: Option<String>) {
        self.terms.at_least = bound;
        if let Some(asked) = &mut self.asked {
            asked.notes.retain(|note| !matches!(note, Note::NoBound | Note::NoLevel | Note::NoDegree | Note::AnyLevel));
            let declared = asked.notes.contains(&Note::SelfDeclared);
            if asked.required && self.terms.at_least.is_some() && !declared && self.need == Counting::Asset {
                self.need = Counting::Required;
            }
        }
    }

    /// Whether it is one of the things that its words ask: one of the languages of a list.
    #[must_use]
    pub fn is_one_of_several(&self) -> bool {
        matches!(self.guess, Guess::Language { listed: true, .. })
    }

    /// Whether its test cannot reject as it is: a requirement needs a bound.
    #[must_use]
    pub fn needs_bound(&self) -> bool {
        let bounded = matches!(
            self.guess,
            Guess::YesNo
                | Guess::Several { .. }
                | Guess::OneOf { .. }
                | Guess::Mentions { .. }
                | Guess::Provided
                | Guess::Consent { .. }
                | Guess::Received
        );
        !bounded && self.terms.at_least.is_none()
    }

    /// Whether it can count as it is: it does not wait for something only the posting knows.
    #[must_use]
    pub fn ready(&self, posting: &PostingSaid) -> bool {
        match self.guess {
            Guess::Received => posting.deadline.is_some() && !self.has(Note::OtherDay),
            Guess::Day { .. } | Guess::Ceiling { .. } => self.terms.at_least.is_some(),
            // What the posting asks is not in the cells, unless it names it.
            Guess::Mentions { ref named, .. } => !named.is_empty(),
            Guess::OneOf { chosen, .. } => chosen,
            // Only a person says which of the answers is the good one.
            Guess::YesNo => !self.may_speak_against() && !self.has(Note::Denied),
            Guess::Languages { .. } => self.asked.is_some(),
            // More of something is no merit of itself: of days of absence, of a number that a form keeps.
            Guess::Number { .. } => self.asked.is_some() || self.confirmed || meaning::is_a_mark(&self.label.en),
            Guess::Wanted { .. } => false,
            _ => true,
        }
    }

    /// Whether "yes" may be the answer that nobody hopes for.
    fn may_speak_against(&self) -> bool {
        meaning::may_speak_against(&self.label.en)
    }

    /// Whether this is to be known of it.
    fn has(&self, note: Note) -> bool {
        self.asked.as_ref().is_some_and(|asked| asked.notes.contains(&note))
    }

    /// Its weight: nothing for what is no merit.
    #[must_use]
    pub fn weight(&self) -> u32 {
        match self.guess {
            Guess::Received | Guess::Consent { .. } => 0,
            Guess::Provided if self.asked.as_ref().is_none_or(|asked| asked.fit == Fit::Paper) => 0,
            _ if self.asked.as_ref().is_some_and(|asked| !asked.required) => 5,
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
    /// The posting asks nothing of it; what it lends itself to.
    NotAsked(&'static str),
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
    /// The mark before decimals, where numbers of the file wait for it.
    decimal: Option<order::Marked>,
    /// The criteria, in the order of the columns or of the posting.
    pub proposals: Vec<Proposal>,
    unused: Vec<(String, Unused)>,
}

/// What is proposed for a file, read as on the day `as_of`.
#[must_use]
pub fn draft(survey: &Survey, as_of: NaiveDate) -> Draft {
    let (mut draft, mut names, items) = columns::sorted(survey, as_of);
    for mut item in items {
        let id = id_of(&mut item, &mut names);
        draft.propose(&id, item, Counting::Asset);
    }
    draft.leave_own_columns();
    draft
}

/// What is proposed for a file and a posting: what the posting asks, each with the column that answers it, if one does.
#[must_use]
pub fn draft_for(survey: &Survey, posting: &crate::posting::Posting, as_of: NaiveDate, choices: &Choices) -> Draft {
    let (mut draft, mut names, items) = columns::sorted(survey, as_of);
    answers::propose(&mut draft, &mut names, items, posting, choices);
    draft
}

/// What a posting asks where a person should say which column answers it.
#[must_use]
pub fn open_questions(survey: &Survey, posting: &crate::posting::Posting, as_of: NaiveDate) -> Vec<Open> {
    let (_, _, items) = columns::sorted(survey, as_of);
    menus::open(&items, posting)
}

/// The last day in the columns that say when an application came; the day that "present" most likely means. Years of two
/// digits are read as on the day `today`.
#[must_use]
pub fn last_day(survey: &Survey, today: NaiveDate) -> Option<NaiveDate> {
    let order = order::proven(survey.columns()).map(|proven| proven.order);
    let last = |column| guess::last_day(column, order, today);
    survey.columns().iter().filter(|column| guess::is_received(column)).filter_map(last).max()
}

impl Draft {
    /// Whether no column was recognised as saying who somebody is.
    #[must_use]
    pub fn knows_nobody(&self) -> bool {
        self.identity.is_empty()
    }

    /// Whether a deadline is held against a column, or waits for one.
    #[must_use]
    pub fn holds_a_deadline(&self) -> bool {
        let of_day = |test: &Guess| *test == Guess::Received;
        self.proposals.iter().any(|one| match &one.guess {
            Guess::Wanted { test } => of_day(test),
            guess => of_day(guess),
        })
    }

    /// Proposes a deadline that no column says anything of: as a comment, which waits for one.
    pub fn wait_for_the_day(&mut self, quote: String) {
        let item = answers::wanted("deadline".to_owned(), Guess::Received);
        let proposal = self.propose("deadline", item, Counting::Required);
        proposal.label = words::deadline_name();
        proposal.asked = Some(Asked { quote, required: true, fit: Fit::None, notes: Vec::new() });
    }

    /// Proposes what a column lends itself to; answers with it, for what is asked.
    fn propose(&mut self, id: &str, item: Item<'_>, need: Counting) -> &mut Proposal {
        let taken = |id: &str| {
            id.is_empty()
                || crate::criteria::TAKEN.contains(&id)
                || self.proposals.iter().any(|proposal| proposal.id == id)
        };
        let id =
            if taken(id) { numbered(if id.is_empty() { "criterion" } else { id }, '-', taken) } else { id.to_owned() };
        // A deadline is a threshold of its own.
        let need = if item.guess == Guess::Received { Counting::Required } else { need };
        let Item { label, guess, seen, names: columns, .. } = item;
        let at = self.proposals.len();
        let label = if label.is_empty() { words::panel() } else { Text::same(label) };
        self.proposals.push(Proposal {
            id,
            columns,
            label,
            short: None,
            guess,
            seen,
            terms: AskedBeyond::default(),
            asked: None,
            need,
            confirmed: false,
        });
        &mut self.proposals[at]
    }

    /// A language that has a column of its own is not asked for in a list again.
    fn leave_own_columns(&mut self) {
        let own = |one: &Proposal| if let Guess::Language { code, .. } = one.guess { Some(code) } else { None };
        let own: Vec<&str> = self.proposals.iter().filter_map(own).collect();
        for proposal in &mut self.proposals {
            if let Guess::Languages { codes, .. } = &mut proposal.guess
                && codes.iter().any(|(code, _)| !own.contains(code))
            {
                codes.retain(|(code, _)| !own.contains(code));
            }
        }
    }
}

/// A text that somebody else wrote, as one short line in which everything can be seen.
#[must_use]
pub fn one_line(text: &str, most: usize) -> String {
    let mut line = String::new();
    let mut count = 0;
    for c in text.chars() {
        if crate::fold::is_invisible(c) || is_private(c) {
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
