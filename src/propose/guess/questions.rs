//! What a column is asked, in an order in which what is surer comes first.

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

use super::super::meaning::asks_for_pay;
use super::super::survey::ColumnCells;
use super::numbers::{few_have_more, of_numbers, period};
use super::steps::{built_in, family_step, own_steps};
use super::values::{are_chosen, categories, frequent, most_named};
use super::{Guess, Seen, is_field, is_narrow, is_received, last_day, reads};
use crate::formats::Formats;
use crate::head::{HeaderWords, tongues, tongues_of_header};
use crate::languages;
use crate::lexicon::Head;
use crate::reading::Reading;
use crate::scale;
use crate::text::grammar::number::Money;
use crate::text::grammar::value::Values;
use crate::text::grammar::{self, answer, date, degree, number, years};

/// What a question comes to: the test that the column is for, and what its cells are to it.
type Settled = Option<(Guess, Seen)>;

/// The questions in their order.
const QUESTIONS: [fn(&Profile<'_>) -> Settled; 18] = [
    consent,
    document,
    yes_no,
    own_language,
    yes_no_or_else,
    listed_languages,
    named_degree,
    rated_by_a_legend,
    time_spent,
    ticked,
    numbers,
    days,
    built_in_steps,
    steps_of_its_own,
    answered_at_length,
    titled_degree,
    category,
    free_text,
];

/// The first question that is answered.
pub(super) fn first(column: &ColumnCells, as_of: NaiveDate) -> Settled {
    let profile = Profile::of(column, as_of);
    QUESTIONS.iter().find_map(|asks| asks(&profile))
}

/// A column with what all questions ask of it.
struct Profile<'a> {
    column: &'a ColumnCells,
    header: HeaderWords,
    formats: Formats,
    as_of: NaiveDate,
    /// What its cells are amounts of, where they are.
    money: Money,
    /// Its cells are sentences.
    long: bool,
}

impl<'a> Profile<'a> {
    fn of(column: &'a ColumnCells, as_of: NaiveDate) -> Self {
        let header = HeaderWords::of(column.title());
        let formats = Formats::default();
        let pay = asks_for_pay(&header, column.title());
        let money = Money { per: if pay { period(column, &formats) } else { None }, ..Money::USUAL };
        Self { column, header, formats, as_of, money, long: column.words() >= 8 }
    }

    fn mostly(&self, percent: usize, like: impl Fn(&str) -> bool) -> bool {
        self.column.mostly(percent, like)
    }

    fn says(&self, head: Head) -> bool {
        self.header.say(&[head])
    }

    fn asks_for_pay(&self) -> bool {
        asks_for_pay(&self.header, self.column.title())
    }

    fn years(&self, cell: &str) -> Reading {
        years::read(cell, &self.formats, self.as_of, false).reading()
    }

    fn is_years(&self, cell: &str) -> bool {
        reads(self.years(cell))
    }

    fn is_number(&self, cell: &str) -> bool {
        reads(number::read_in(cell, self.money, &self.formats).reading())
    }

    fn is_moment(&self, cell: &str) -> bool {
        reads(date::read(cell, &self.formats, Tz::UTC, self.as_of).reading())
    }

    fn is_answer(&self, cell: &str) -> bool {
        decided(answer::read(cell, &self.formats, self.as_of).reading())
    }

    fn is_provided(&self, cell: &str) -> bool {
        decided(answer::provided(cell, &self.formats, self.as_of).reading())
    }

    fn is_degree(&self, cell: &str) -> bool {
        degree::level(cell, &self.formats, self.as_of.year()).understood.hull().is_some()
    }

    /// Whether a cell says yes or no, whatever else it says.
    fn begins_an_answer(&self, cell: &str) -> bool {
        decided(answer::read(cell, &self.formats, self.as_of).understood)
    }

    fn answers(&self) -> bool {
        self.mostly(90, |cell| self.is_answer(cell))
    }

    fn numeric(&self) -> bool {
        self.mostly(50, |cell| self.is_number(cell))
    }

    /// What the cells are to a test that reads these.
    fn with(&self, guess: Guess, reads: impl Fn(&str) -> bool) -> Settled {
        Some((guess, Seen::of(self.column, reads)))
    }
}

fn decided(reading: Reading) -> bool {
    is_narrow(reading, 0.0)
}

fn consent(profile: &Profile<'_>) -> Settled {
    let fits = profile.says(Head::Consent)
        && !profile.long
        && (profile.answers() || !profile.numeric())
        && profile.mostly(80, |cell| profile.is_provided(cell));
    let yes_no = profile.answers() && !profile.numeric();
    fits.then(|| profile.with(Guess::Consent { yes_no }, |cell| profile.is_provided(cell)))?
}

fn document(profile: &Profile<'_>) -> Settled {
    let titled = || {
        profile.says(Head::Document)
            && !profile.mostly(50, |cell| profile.is_moment(cell))
            && profile.mostly(80, |cell| profile.is_provided(cell))
    };
    let fits = !profile.long && (profile.mostly(60, is_document) || titled());
    fits.then(|| profile.with(Guess::Provided, |cell| profile.is_provided(cell) || is_document(cell)))?
}

/// A file's name or an address.
fn is_document(cell: &str) -> bool {
    const ENDINGS: [&str; 10] = [".pdf", ".doc", ".docx", ".odt", ".rtf", ".png", ".jpg", ".jpeg", ".zip", ".txt"];
    let cell = cell.trim().to_lowercase();
    cell.starts_with("http://") || cell.starts_with("https://") || ENDINGS.iter().any(|ending| cell.ends_with(ending))
}

fn yes_no(profile: &Profile<'_>) -> Settled {
    if profile.answers() && !profile.numeric() { of_answers(profile) } else { None }
}

/// Yes and no written as figures.
fn ticked(profile: &Profile<'_>) -> Settled {
    if profile.answers() && !profile.asks_for_pay() { of_answers(profile) } else { None }
}

/// Yes and no beside a third word or two ("pending", "a little"), which stay open.
fn yes_no_or_else(profile: &Profile<'_>) -> Settled {
    let column = profile.column;
    let says = |answer: f64| {
        let same =
            |cell: &str| answer::read(cell, &profile.formats, profile.as_of).reading() == Reading::exactly(answer);
        column.count(same) > 0
    };
    // Where figures stand in more than a few cells, they are what is asked: "no", "yes, 3 years", "Tunisia (6 months)".
    let in_words = profile.mostly(90, |cell| !cell.contains(|c: char| c.is_ascii_digit()));
    let answers = || profile.mostly(60, |cell| profile.is_answer(cell)) && says(0.0) && says(1.0);
    let fits = in_words && !profile.long && answers() && categories(column).is_some();
    if fits { of_answers(profile) } else { None }
}

/// Yes and no with more said in some cells ("yes, 3 researchers", "No but I am willing to"), or below a question. What is
/// more is for a person. Options beside a yes and a no are a choice among all of them.
fn answered_at_length(profile: &Profile<'_>) -> Settled {
    let more = |cell: &str| profile.begins_an_answer(cell) && !profile.is_answer(cell);
    let asked = || profile.column.count(more) > 0 || profile.column.title().contains('?');
    let fits = !profile.long && !profile.numeric() && profile.mostly(40, |cell| profile.begins_an_answer(cell));
    if fits && asked() { of_answers(profile) } else { None }
}

fn of_answers(profile: &Profile<'_>) -> Settled {
    let reads_answer = |cell: &str| reads(answer::read(cell, &profile.formats, profile.as_of).reading());
    let seen = Seen { options: options(profile), ..Seen::of(profile.column, reads_answer) };
    Some((Guess::YesNo, seen))
}

/// The options of a drop-down, where some of them say yes or no and more ("Yes, with a permit", "No, I would need one"); one
/// alone beside a bare yes is what somebody wrote.
fn options(profile: &Profile<'_>) -> Vec<String> {
    let more = |cell: &String| profile.begins_an_answer(cell) && !profile.is_answer(cell);
    let chosen = categories(profile.column).filter(|options| are_chosen(profile.column, options.len()));
    chosen.filter(|options| options.iter().filter(|option| more(option)).count() > 1).unwrap_or_default()
}

/// How well one language is known, in a column of its own.
fn own_language(profile: &Profile<'_>) -> Settled {
    let named = tongues_of_header(profile.column.title());
    let [code] = named.as_slice() else { return None };
    let (tongue, year) = (languages::by_code(code), profile.as_of.year());
    let heard = |cell: &str| reads(grammar::language::level(cell, tongue, &profile.formats, year).reading());
    // A box beside a language's name is ticked or not.
    let fits = profile.mostly(50, heard) && !profile.answers();
    fits.then(|| profile.with(Guess::Language { code, listed: false }, heard))?
}

/// Several languages in a cell.
fn listed_languages(profile: &Profile<'_>) -> Settled {
    let lists = |percent: usize, least: usize| profile.mostly(percent, |cell| tongues(cell).len() >= least);
    if !(profile.says(Head::Languages) && lists(40, 1) || lists(60, 1) && lists(20, 2) && !profile.long) {
        return None;
    }
    let codes = most_named(profile.column);
    let first = codes.first().and_then(|(code, _)| languages::by_code(code));
    let year = profile.as_of.year();
    let heard = |cell: &str| {
        first.is_some_and(|one| reads(grammar::language::in_list(cell, one, &profile.formats, year).reading()))
    };
    profile.with(Guess::Languages { codes }, heard)
}

/// Cells that name degrees.
fn named_degree(profile: &Profile<'_>) -> Settled {
    let named = |percent: usize| profile.mostly(percent, |cell| profile.is_degree(cell));
    let titled = profile.says(Head::Degree) && !is_field(profile.column) && named(50);
    // "0" says no degree where others are named, and not beside "1"; "Dr" stands before a referee's name.
    let untitled = !profile.long && !profile.numeric() && !profile.says(Head::Document);
    if titled || untitled && named(80) { of_degrees(profile) } else { None }
}

/// A header that asks for degrees over many different cells, though few name one.
fn titled_degree(profile: &Profile<'_>) -> Settled {
    let column = profile.column;
    let titled = profile.says(Head::Degree) && !is_field(column);
    if titled && column.cells.len() * 2 > column.filled() { of_degrees(profile) } else { None }
}

fn of_degrees(profile: &Profile<'_>) -> Settled {
    profile.with(Guess::Degree { two: false }, |cell| profile.is_degree(cell))
}

/// Marks whose header says what they mean: "(1 = none, 5 = expert)".
fn rated_by_a_legend(profile: &Profile<'_>) -> Settled {
    let out_of = most_of_legend(profile.column.title())?;
    let rated = |cell: &str| reads(number::rating(cell, out_of, &profile.formats).reading());
    let fits = profile.mostly(50, rated);
    fits.then(|| profile.with(Guess::Rating { out_of, panel: false }, rated))?
}

/// The highest mark that a header says the meaning of, beside a lower one.
fn most_of_legend(title: &str) -> Option<f64> {
    let marks = title.split('=').filter_map(|before| {
        let before = before.trim_end();
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        before[before.len() - digits..].parse::<f64>().ok()
    });
    let marks: Vec<f64> = marks.collect();
    marks.iter().copied().reduce(f64::max).filter(|most| marks.len() > 1 && marks.iter().any(|mark| mark < most))
}

fn time_spent(profile: &Profile<'_>) -> Settled {
    let column = profile.column;
    let years = |cell: &str| profile.is_years(cell);
    let moment = |cell: &str| profile.is_moment(cell);
    let surely = |cell: &str| years(cell) && !profile.is_number(cell) && !moment(cell);
    let fits = profile.says(Head::Years) && column.mostly(50, years)
        || column.mostly(70, surely)
        || column.mostly(70, years) && column.mostly(5, surely) && column.count(moment) <= column.count(surely);
    if !fits {
        return None;
    }
    let full_at = few_have_more(column, |cell| profile.years(cell)).max(1.0);
    profile.with(Guess::Years { full_at }, years)
}

fn numbers(profile: &Profile<'_>) -> Settled {
    let number = |cell: &str| profile.is_number(cell);
    // "7 co-authored" is a number with a word to it, where the others are numbers.
    let begun = |cell: &str| number(cell) || cell.trim_start().starts_with(|c: char| c.is_ascii_digit());
    if !(profile.mostly(80, number) || profile.mostly(60, number) && profile.mostly(80, begun)) {
        return None;
    }
    profile.with(of_numbers(profile.column, profile.asks_for_pay(), profile.money, &profile.formats), number)
}

fn days(profile: &Profile<'_>) -> Settled {
    let moment = |cell: &str| profile.is_moment(cell);
    if !profile.mostly(70, moment) {
        return None;
    }
    let of_received = || Some(Guess::Received).filter(|_| is_received(profile.column));
    let guess =
        of_received().or_else(|| last_day(profile.column, None, profile.as_of).map(|last| Guess::Day { last }))?;
    profile.with(guess, moment)
}

fn built_in_steps(profile: &Profile<'_>) -> Settled {
    let year = profile.as_of.year();
    let step = |scale: &scale::Scale, cell: &str| grammar::level::read(cell, scale, &profile.formats, year).reading();
    if profile.long {
        return None;
    }
    let (scale, such_as) = built_in(profile.column, &step)?;
    profile.with(Guess::Level { scale: scale.id(), such_as }, |cell| reads(step(scale, cell)))
}

fn steps_of_its_own(profile: &Profile<'_>) -> Settled {
    profile.with(Guess::Own { steps: own_steps(profile.column)? }, |cell| family_step(cell).is_some())
}

fn category(profile: &Profile<'_>) -> Settled {
    let none = |value: &String| {
        let reading = Values::new(&[], &[], false).read(value, &profile.formats, profile.as_of).reading();
        reading == Reading::exactly(0.0)
    };
    let (not, values): (Vec<String>, Vec<String>) = categories(profile.column)?.into_iter().partition(none);
    if values.is_empty() { None } else { profile.with(Guess::OneOf { values, not, chosen: false }, |_| true) }
}

fn free_text(profile: &Profile<'_>) -> Settled {
    let several = profile.column.words() >= 3;
    several.then(|| profile.with(Guess::Mentions { many: frequent(profile.column), named: Vec::new() }, |_| true))?
}
